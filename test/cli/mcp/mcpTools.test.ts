import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bridge, checkModel, type ModelState } from "../../../src/analysis";
import { TOOLS } from "../../../src/cli/mcp/createServer";
import { readWorkbook } from "../../../src/hosts/xlsx/readXlsx";
import { DRIVERS, LINE_BY_ID, LINES, periodIndex, QUARTERS } from "../../../src/companies/kingsoftCloud";
import type { ScenarioName } from "../../../src/seeds";
import { seededModel } from "../../support/seededModel";
import { kc, temporaryFolder } from "../runCommand";
import { connectInMemory, type ConnectedClient } from "./mcpClient";

const folder = temporaryFolder();
const model = seededModel();
let connected: ConnectedClient;

beforeAll(async () => {
  connected = await connectInMemory(folder);
});
afterAll(() => connected.client.close());

const call: ConnectedClient["call"] = (...given) => connected.call(...given);

interface Proved {
  readonly proof: {
    readonly facts: readonly { readonly id: string; readonly document: string }[];
    readonly factCount: number;
    readonly sources: readonly { readonly id: string }[];
    readonly checks: { readonly passed: number; readonly of: number; readonly failed: readonly string[] };
    readonly alarms: readonly string[];
    readonly vintage: { readonly actualTo: string; readonly newestDocument: string };
  };
}

test("the client lists seven tools, and all but build say that they only read", async () => {
  const { tools } = await connected.client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    "list_lines",
    "list_drivers",
    "figure",
    "explain",
    "flex",
    "bridge",
    "build",
  ]);
  for (const { name, annotations, inputSchema, description } of tools) {
    expect(annotations?.readOnlyHint).toBe(name !== "build");
    expect(inputSchema.additionalProperties).toBe(false);
    expect(description!.length).toBeGreaterThan(80);
  }
});

test.each([
  ["list_lines", { limit: 1 }],
  ["list_drivers", { search: "xiaomi cap" }],
  ["figure", { line: "revenue", period: "FY2027" }],
  ["explain", { line: "revenue", period: "2025Q3" }],
  ["explain", { line: "capXiaomi2027" }],
  ["flex", { overrides: { capXiaomi2027: 3500 } }],
  ["bridge", { line: "revenue", period: "FY2027", from: "Base", to: "Renewal lapses" }],
  ["build", { file: "proof.xlsx" }],
] as const)("an answer of %s has its proof: facts, documents, checks, vintage", async (name, given) => {
  const { text, data, isError } = await call(name, given);
  expect([name, isError]).toEqual([name, false]);
  const { proof } = data as unknown as Proved;
  const scoped = checkModel(model).filter(({ scope }) => scope === "Base" || scope === "Facts").length;
  expect(proof.checks).toEqual({ passed: scoped, of: scoped, failed: [] });
  expect(proof.factCount).toBeGreaterThanOrEqual(proof.facts.length);
  expect(proof.facts.length).toBeGreaterThan(0);
  expect(proof.facts.every(({ id, document }) => model.seeds.fact(id) !== undefined && document !== "")).toBe(
    true,
  );
  expect(proof.sources.length).toBeGreaterThan(0);
  expect(proof.vintage.actualTo).toBe("2025Q4");
  expect(text.split("\n").at(-1)).toMatch(
    /^Proof: [\d,]+ facts? of \d+ documents?; \d+ of \d+ checks hold; /,
  );
});

test("every tool was asked above", () => {
  expect(TOOLS).toHaveLength(7);
});

test("lines and drivers are found by words and come in parts", async () => {
  interface Lines {
    readonly lines: readonly { readonly id: string }[];
    readonly total: number;
    readonly next: number | null;
  }
  const ids: string[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const { data } = await call("list_lines", { offset, limit: 100 });
    const { lines, next, total } = data as unknown as Lines;
    expect(total).toBe(LINES.length);
    ids.push(...lines.map(({ id }) => id));
    offset = next;
  }
  expect(ids).toEqual(LINES.map(({ id }) => id));
  const { data } = await call("list_lines", { search: "EBITDA margin" });
  expect((data as unknown as Lines).lines.map(({ id }) => id)).toContain("adjustedEbitdaMargin");
  const drivers = await call("list_drivers", { scenario: "upside", limit: 100 });
  expect((drivers.data as unknown as { total: number }).total).toBe(DRIVERS.length);
  expect(drivers.text).toContain("Upside: 100 of");
});

test.each([
  ["revenue", "FY2027", "Base", undefined],
  ["adjustedEbitda", "3Q25", "Base", undefined],
  ["net profit", "LTM 2025Q4", "Downside", undefined],
  ["revenueXiaomi", "1H26", "Upside", undefined],
  ["revenue", "FY2026", "Consensus", undefined],
  ["revenue", "FY2026", "GF Securities", undefined],
  ["revenue", "FY2028", "Renewal lapses", { capXiaomi2027: 2500, renewalDelay: 2 }],
  ["毛利率", "2026年", "Base", { priceCut2026: "3%!" }],
] as const)("%s in %s of %s is the figure of kc eval", async (line, period, scenario, overrides) => {
  const settings = Object.entries(overrides ?? {}).flatMap(([driver, value]) => [
    "--set",
    `${driver}=${value}`,
  ]);
  const changed = settings.length === 0 ? [] : ["--scenario", scenario, ...settings];
  const printed = await kc("eval", `=KC.LINE("${line}","${period}","${scenario}")`, "--json", ...changed);
  expect(printed.code).toBe(0);
  const { data } = await call("figure", { line, period, scenario, ...(overrides && { overrides }) });
  expect((data as { value: unknown }).value).toBe((JSON.parse(printed.out) as { value: unknown }).value);
});

test("a forecast is explained by its formula in words, with what it reads and the values that give it", async () => {
  const { text, data } = await call("explain", { line: "grossProfit", period: "2027Q1" });
  const { value, formula, precedents } = data as unknown as {
    value: number;
    formula: string;
    precedents: readonly { readonly label: string; readonly value: number }[];
  };
  expect(formula).not.toBe("");
  expect(text).toContain(`Formula: ${formula}`);
  expect(precedents.length).toBeGreaterThan(1);
  const values = model.fast(model.assumptions("base"));
  expect(value).toBe(values.value("grossProfit", periodIndex("2027Q1")));
});

test("a fact is explained by its document, place and printed text, and a settled conflict by what settled it", async () => {
  const known = new Set(
    LINES.flatMap(({ id }) => QUARTERS.map((_, column) => model.data.known(id, column)?.factId)),
  );
  const settled = model.seeds.conflicts.find(
    ({ status, chosen }) => status === "settled" && chosen !== null && known.has(chosen),
  )!;
  const fact = model.seeds.fact(settled.chosen!)!;
  const { text, data } = await call("explain", { line: fact.metric, period: fact.period });
  const found = (data as unknown as { fact: { id: string; conflict: string; rejected: readonly unknown[] } })
    .fact;
  expect(found.id).toBe(fact.id);
  expect(found.conflict).toBe(`settled: ${settled.explanation}`);
  expect(found.rejected).toHaveLength(settled.rejected.length);
  expect(text).toContain(`Conflict: settled: ${settled.explanation}`);
});

test("a driver is explained by its value, range and reason", async () => {
  const row = model.rows.find(({ driver }) => driver.id === "capXiaomi2027")!;
  const { text, data } = await call("explain", { line: "capXiaomi2027", overrides: { capXiaomi2027: 3900 } });
  expect(data).toMatchObject({ value: 3900, reason: row.assumption.reason, tier: row.assumption.tier });
  expect(text).toContain(row.assumption.reason);
});

test("flexed drivers change the figures of that answer alone", async () => {
  interface Flexed {
    readonly changed: readonly { readonly driver: string }[];
    readonly figures: readonly {
      readonly line: string;
      readonly years: Record<string, { readonly before: number; readonly after: number }>;
    }[];
  }
  const { data, text } = await call("flex", { scenario: "base", overrides: { capXiaomi2027: "2,500" } });
  const { figures, changed } = data as unknown as Flexed;
  expect(changed.map(({ driver }) => driver)).toEqual(["capXiaomi2027"]);
  const revenue = figures.find(({ line }) => line === "revenue")!.years["FY2027"]!;
  const wanted = model.fast(new Map([...model.assumptions("base"), ["capXiaomi2027", "2500"]]));
  expect(revenue.after).toBe(wanted.value("revenue", periodIndex("FY2027")));
  expect(revenue.after).toBeLessThan(revenue.before);
  expect(text).toContain("capXiaomi2027");
  const again = (await call("flex")).data as unknown as Flexed;
  const unchanged = again.figures.find(({ line }) => line === "revenue")!.years["FY2027"]!;
  expect([unchanged.before, unchanged.after]).toEqual([revenue.before, revenue.before]);
});

test("a bridge is that of kc diff: its parts add up, and a workbook can be an end", async () => {
  interface Bridged {
    readonly before: number;
    readonly after: number;
    readonly levers: readonly {
      readonly lever: string;
      readonly part: number;
      readonly standardError: number;
    }[];
  }
  const state = (id: ScenarioName): ModelState => ({ model, assumptions: model.assumptions(id) });
  const figure = { line: LINE_BY_ID.get("adjustedEbitda")!, column: periodIndex("FY2028") };
  const wanted = bridge(state("base"), state("downside"), [figure]);
  const asked = { line: "EBITDA", period: "FY28", from: "Base", to: "Downside" };
  const found = (await call("bridge", asked)).data as unknown as Bridged;
  expect(found.levers.map(({ part }) => part)).toEqual(wanted.steps.map(({ parts }) => parts[0]));
  const sum = found.levers.reduce((total, { part }) => total + part, 0);
  expect(sum).toBeCloseTo(found.after - found.before, 6);
  expect((await call("build", { file: "cap.xlsx", overrides: { capXiaomi2027: 2500 } })).isError).toBe(false);
  const { data, isError } = await call("bridge", {
    line: "revenue",
    period: "FY2027",
    from: "Base",
    to: "cap.xlsx",
  });
  expect(isError).toBe(false);
  expect((data as unknown as Bridged).levers.map(({ lever }) => lever)).toEqual(["Xiaomi cap as agreed"]);
  const over = await call("bridge", { ...asked, to: "Base", overrides: { capXiaomi2027: 2500 } });
  expect((over.data as unknown as Bridged).levers).toHaveLength(1);
});

test("a workbook is written where the caller says, and a later one takes its place", async () => {
  const file = join(folder, "built.xlsx");
  const { data } = await call("build", { file: "built.xlsx", scenario: "upside" });
  expect((data as { file: string }).file).toBe(file);
  const book = await readWorkbook(readFileSync(file));
  expect(book.names.has("KC_Inputs")).toBe(true);
  expect(book.sheet("Summary").cell("B4").value).toBe("Upside");
  expect((await call("build", { file: "built.xlsx" })).isError).toBe(false);
  expect((await readWorkbook(readFileSync(file))).sheet("Summary").cell("B4").value).toBe("Base");
});
