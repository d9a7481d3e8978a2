/** KC functions through the custom functions runtime of the real office.js. */

import type * as Shipped from "../../src/functions/shippedModel";
import { createKcFunctions } from "../../src/functions";
import { IronCalculation } from "../officeHost/calculation";
import { bootOffice, type Running } from "../officeHost/bootOffice";
import { callFunction, callFunctions, type FunctionAnswer } from "../officeHost/customFunctionCalls";
import { calculateFunctionCells } from "../officeHost/functionCells";
import { latestSets, oldSets } from "../officeHost/nativeHost";
import { Person } from "../officeHost/person";
import { modelOf } from "../model/realModel";
import type * as Words from "../../src/words";
import type * as Support from "../support/shippedSeeds";

jest.mock("../../src/seeds/shippedFigures", () => ({
  shippedFigures: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().figures,
}));
jest.mock("../../src/seeds/shippedTexts", () => ({
  shippedTexts: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().texts,
}));

const expected = createKcFunctions(modelOf());
let running: Running;

/** Starts the library and the functions, as the page does. */
async function start(sets = oldSets): Promise<void> {
  running = await bootOffice({ sets, calculation: new IronCalculation() });
  await jest.isolateModulesAsync(async () => {
    require("../../src/functions/functions");
    await (require("../../src/functions/shippedModel") as typeof Shipped).shippedModel();
  });
}
afterEach(() => {
  running.close();
});

const call = (name: string, ...args: unknown[]): Promise<FunctionAnswer> => callFunction(running, name, args);

test("values of every function, with omitted arguments", async () => {
  await start();
  expect(await call("REVENUE", "2025Q3", null, null, null)).toEqual({ value: expected.REVENUE("2025Q3") });
  expect(await call("REVENUE", "3Q25", "public", "Upside", null)).toEqual({
    value: expected.REVENUE("2025Q3", "public"),
  });
  expect(await call("REVENUE", 2026, "xiaomi", 1, null)).toEqual({
    value: expected.REVENUE("FY2026", "xiaomi", "Downside"),
  });
  expect(await call("ECOSYSTEM_SHARE", "FY2026", null, null)).toEqual({
    value: expected.ECOSYSTEM_SHARE("FY2026"),
  });
  expect(await call("LINE", "adjustedEbitda", "TTM", null, null)).toEqual({
    value: expected.LINE("adjustedEbitda", "TTM"),
  });
  expect(await call("GROWTH", "revenue", "2025Q3", null, null, null)).toEqual({
    value: expected.GROWTH("revenue", "2025Q3"),
  });
  expect(await call("SERIES", "revenue", "2025Q1", "2026Q4", null, null)).toEqual({
    value: expected.SERIES("revenue", "2025Q1", "2026Q4"),
  });
  expect(await call("CAP", "xiaomi", "FY2026", "headroom", null, null)).toEqual({
    value: expected.CAP("xiaomi", "FY2026", "headroom"),
  });
  expect(await call("SOURCE", "revenue", "2025Q3", null, null)).toEqual({
    value: expected.SOURCE("revenue", "2025Q3"),
  });
  const values = [[0.1, 0.2]];
  expect(
    await call("SENSITIVITY", "adjustedEbitda", "FY2027", "upliftXiaomi2026", values, null, null, null, null),
  ).toEqual({ value: expected.SENSITIVITY("adjustedEbitda", "FY2027", "upliftXiaomi2026", values) });
  expect(await call("BREAKEVEN", "revenue", "FY2027", 13000, "capXiaomi2027", null, null)).toMatchObject(
    answerOf(() => expected.BREAKEVEN("revenue", "FY2027", 13000, "capXiaomi2027")),
  );
  expect(await call("LINES")).toEqual({ value: expected.LINES() });
  expect(await call("SCENARIOS")).toEqual({ value: expected.SCENARIOS() });
  expect(await call("FACTS", "revenue")).toEqual({ value: expected.FACTS("revenue") });
  expect(await call("FACTS", null)).toEqual({ value: expected.FACTS() });
});

test("a figure as of a day comes from the texts, also in the first cell that asks; without a day nothing waits", async () => {
  running = await bootOffice({ sets: oldSets, calculation: new IronCalculation() });
  await jest.isolateModulesAsync(async () => {
    require("../../src/functions/functions");
    await Promise.resolve();
  });
  const [then, now, early] = await callFunctions(running, [
    { name: "REVENUE", args: ["1Q26", null, null, null, "2026-05-26"] },
    { name: "REVENUE", args: ["1Q26", null, null, null, null] },
    { name: "LINE", args: ["revenue", "1Q26", null, null, 46_000] },
  ]);
  expect(then).toEqual({ value: expected.REVENUE("1Q26", null, null, null, "2026-05-26") });
  expect(now).toEqual({ value: 2703.7 });
  expect(then).not.toEqual(now);
  expect(early).toEqual(answerOf(() => expected.LINE("revenue", "1Q26", null, null, 46_000)));
});

test("a workbook that knows fewer arguments of a function is answered", async () => {
  await start();
  expect(await call("REVENUE", "1Q26", null, null)).toEqual({ value: 2703.7 });
});

test("a name in Chinese is understood: at once where the functions themselves know it, else when its words have loaded", async () => {
  await start();
  const [segment, line, late] = await callFunctions(running, [
    { name: "REVENUE", args: ["2026年", "公有云", "悲观", null, null] },
    { name: "LINE", args: ["小米：上限余量", "2026年", "悲观", null, null] },
    { name: "SOURCE", args: ["小米：上限余量", "2026年", "悲观", null] },
  ]);
  expect(segment).toEqual({ value: expected.REVENUE("FY2026", "public", "Downside") });
  expect(line).toEqual({ value: expected.LINE("xiaomiHeadroom", "FY2026", "Downside") });
  expect(late).toEqual({ value: expected.SOURCE("xiaomiHeadroom", "FY2026", "Downside") });
  expect(await call("LINE", "小米：上限余额", "2026年", "悲观", null, null)).toMatchObject({
    error: "#VALUE!",
    message: expect.stringContaining("did you mean '小米上限余量'") as string,
  });
});

test("where the words of Chinese can't be fetched, a cell says what it does not know", async () => {
  jest.doMock("../../src/words/zh-CN", () => {
    throw new Error("no such file");
  });
  await start();
  expect(await call("LINE", "小米：上限余量", "2026年", "悲观", null, null)).toMatchObject({
    error: "#VALUE!",
    message: expect.stringContaining("Unknown line '小米：上限余量'") as string,
  });
  expect(await call("REVENUE", "2026年", "公有云", "悲观", null, null)).toEqual({
    value: expected.REVENUE("FY2026", "public", "Downside"),
  });
  jest.dontMock("../../src/words/zh-CN");
});

test("rows and errors wait for the words of a Chinese reader that are on their way, figures do not", async () => {
  running = await bootOffice({ sets: oldSets, calculation: new IronCalculation() });
  await jest.isolateModulesAsync(async () => {
    require("../../src/functions/functions");
    const words = require("../../src/words") as typeof Words;
    void words.speakSoon(words.loadCatalogue("zh-CN"));
    await Promise.resolve();
  });
  const [scenarios, wrong, figure] = await callFunctions(running, [
    { name: "SCENARIOS", args: [] },
    { name: "CAP", args: ["tencent", "FY2026", null, null, null] },
    { name: "REVENUE", args: ["1Q26", null, null, null, null] },
  ]);
  expect(scenarios).toMatchObject({
    value: [
      ["编号", "情景", "含义"],
      [1, "悲观", expect.any(String)],
      ...Array.from({ length: 7 }, () => expect.any(Array) as unknown),
    ],
  });
  expect(wrong).toMatchObject({
    error: "#VALUE!",
    message: "未知关联方'tencent'：请从xiaomi、kingsoft、combined中选择。",
  });
  expect(figure).toEqual({ value: 2703.7 });
});

/** What a cell must show for a call of the plain function. */
function answerOf(plain: () => unknown): object {
  try {
    return { value: plain() };
  } catch (error) {
    return { error: (error as { code: string }).code, message: (error as Error).message };
  }
}

test("errors are Excel's own, in words", async () => {
  await start();
  const calls: readonly [string, unknown[]][] = [
    ["REVENUE", ["FY2031", null, null, null]],
    ["REVENUE", ["2025Q3", "publc", null, null]],
    ["REVENUE", [null, null, null, null]],
    ["LINE", ["revnue", "2025Q3", null, null]],
    ["REVENUE", ["2025Q3", null, "Bsae", null]],
    ["LINE", ["revenuePublic", "1999Q1", null, null]],
    ["CAP", ["tencent", "FY2026", null, null, null]],
    ["REVENUE", ["FY2026", null, null, [["capXiaomi2026", "much"]]]],
  ];
  const answers = await callFunctions(
    running,
    calls.map(([name, args]) => ({ name, args })),
  );
  answers.forEach((answer, index) => {
    const [name, args] = calls[index]!;
    const plain = (expected as unknown as Record<string, (...all: unknown[]) => unknown>)[name]!;
    expect(answer).toEqual(answerOf(() => plain(...args)));
    expect(answer).toHaveProperty("message", expect.stringMatching(/\w+ .*/));
  });
  expect(await call("SOURCE", "revnue", "2025Q3", null, null)).toMatchObject({
    error: "#VALUE!",
    message: expect.stringContaining("did you mean") as string,
  });
});

test("a figure that is not disclosed is an error value in its own cell of a spill", async () => {
  await start();
  const wanted = expected.SERIES("aiGrossBilling", "2023Q1", "2025Q1");
  const gap = wanted[1]!.indexOf("#N/A");
  expect(gap).toBeGreaterThanOrEqual(0);
  const answer = (await call("SERIES", "aiGrossBilling", "2023Q1", "2025Q1", null, null)) as {
    value: unknown[][];
  };
  expect(JSON.stringify(answer.value[1]![gap])).toMatch(/#N\/A|NotAvailable/);
});

test("the assumption range of the sheet decides the result", async () => {
  await start();
  const inputs = (cap: number): unknown[][] => [
    ["capXiaomi2026", cap],
    ["capXiaomi2027", cap],
  ];
  const [low, high] = await callFunctions(
    running,
    [1000, 9000].map((cap) => ({ name: "REVENUE", args: ["FY2027", "xiaomi", null, inputs(cap)] })),
  );
  expect(low).toEqual({
    value: expected.REVENUE("FY2027", "xiaomi", null, inputs(1000) as (string | number)[][]),
  });
  expect((high as { value: number }).value).toBeGreaterThan((low as { value: number }).value);
});

// Excel hands over null for every argument left out; the cells of these tests name them.
test("cells calculate, with ranges as arguments", async () => {
  await start();
  const person = new Person(running);
  person.type("Sheet1", "A1", "2025Q3");
  person.type("Sheet1", "B1", '=KC.REVENUE(A1,"public",,)');
  await calculateFunctionCells(running, "KC");
  expect(running.book.sheet("Sheet1")?.at(0, 1)?.value).toBe(expected.REVENUE("2025Q3", "public"));
});

test("a current Excel gets numbers with a card that says where they come from; formulas see the number", async () => {
  await start(latestSets);
  const answer = (await call("REVENUE", "2025Q3", null, null, null)) as {
    value: { type: string; basicValue: number; properties: Record<string, { basicValue: string }> };
  };
  expect(answer.value).toMatchObject({ type: "Double", basicValue: expected.REVENUE("2025Q3") });
  const source = Object.fromEntries(
    expected.SOURCE("revenue", "2025Q3").map(([name, value]) => [name, String(value)]),
  );
  expect(answer.value.properties["Document"]?.basicValue).toBe(source["Document"]?.slice(0, 160));
  expect(answer.value.properties["Tier"]?.basicValue).toBe(source["Tier"]);
  expect(JSON.stringify(answer).length).toBeLessThan(1500);
  expect(await call("REVENUE", "FY2031", null, null, null)).toMatchObject({ error: "#VALUE!" });
});

const tenThousand = Array.from({ length: 10_000 }, (_, index) => ({
  name: "REVENUE",
  args: [`20${String(24 + (index % 5))}Q${String((index % 4) + 1)}`, null, (index % 6) + 1, null],
}));

test("a recalculation of many cells answers all of them: the first with cards, the rest plain, in messages that Excel on the web takes", async () => {
  await start(latestSets);
  const answers = await callFunctions(running, tenThousand);
  const cards = answers.filter((answer) => typeof (answer as { value: unknown }).value === "object");
  expect(JSON.stringify(cards).length).toBeGreaterThan(1_900_000);
  expect(cards.length).toBeLessThan(tenThousand.length);
  expect(Math.max(...running.bridge.batches.map(({ requestBytes }) => requestBytes))).toBeLessThan(3_000_000);
  expect(answers.filter((answer) => "error" in answer)).toEqual([]);
  expect(answers.at(-1)).toEqual({ value: expected.REVENUE("2028Q4", null, 4) });
});

test("ten thousand calls on an older Excel answer plain numbers", async () => {
  await start(oldSets);
  const answers = await callFunctions(running, tenThousand);
  expect(answers.filter((answer) => typeof (answer as { value?: unknown }).value !== "number")).toEqual([]);
});
