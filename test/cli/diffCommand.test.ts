import { ENGLISH } from "../../src/words";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bridge, waterfall } from "../../src/analysis";
import { LINE_BY_ID, periodIndex } from "../../src/companies/kingsoftCloud";
import { seededModel } from "../support/seededModel";
import { sheetDifferences } from "../../src/cli/sheetDifferences";
import type { ReadCell, ReadSheet, ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { kc, runHere, temporaryFolder } from "./runCommand";
import { root } from "../support/repository";

const folder = temporaryFolder();
const here = { root, version: "0", calledIn: folder };

interface Printed {
  readonly from: string;
  readonly to: string;
  readonly assumptions: readonly { driver: string; from: string; to: string }[];
  readonly typed: readonly { line: string; period: string; from: string; to: string }[];
  readonly sheets: readonly string[];
  readonly bridge: {
    readonly before: Record<string, Record<string, number>>;
    readonly levers: readonly { lever: string; part: Record<string, Record<string, number>> }[];
    readonly after: Record<string, Record<string, number>>;
  };
}

test("two scenarios as shipped: what differs, and levers that add up", async () => {
  const { code, out, err } = await kc("diff", "base", "Renewal delayed", "--json");
  expect([code, err]).toEqual([0, ""]);
  const { from, to, assumptions, bridge } = JSON.parse(out) as Printed;
  expect([from, to]).toEqual(["Base", "Renewal delayed"]);
  expect(assumptions).toContainEqual({ driver: "renewalDelay", from: "0", to: "2" });
  const [before, after] = [bridge.before["revenue"]!["FY2028"]!, bridge.after["revenue"]!["FY2028"]!];
  const sum = bridge.levers.reduce((total, { part }) => total + part["revenue"]!["FY2028"]!, 0);
  expect(sum).toBeCloseTo(after - before, 6);
  expect(after).toBeLessThan(before);
});

test("the printed parts of every figure and year add up to the digit shown, and are those of the pane", async () => {
  const { out } = await kc("diff", "base", "upside");
  const table = out.split("\n").slice(out.split("\n").findIndex((line) => line.startsWith("before")) - 1);
  const cells = (line: string): readonly (readonly number[])[] =>
    [...line.matchAll(/(-?[\d,]+\.\d) \/ (-?[\d,]+\.\d) \/ (-?[\d,]+\.\d)/g)].map((found) =>
      found.slice(1).map((each) => Math.round(Number(each.replaceAll(",", "")) * 10)),
    );
  const start = table.findIndex((line) => line.startsWith("before"));
  const end = table.findIndex((line) => line.startsWith("after"));
  const [before, after] = [cells(table[start]!), cells(table[end]!)];
  const levers = table.slice(start + 1, end).map(cells);
  expect(levers.length).toBeGreaterThan(5);
  before.forEach((years, figure) =>
    years.forEach((amount, year) => {
      const sum = levers.reduce((total, lever) => total + lever[figure]![year]!, amount);
      expect(sum).toBe(after[figure]![year]);
    }),
  );
  const model = seededModel();
  const state = (id: "base" | "upside") => ({ model, assumptions: model.assumptions(id) });
  const figure = { line: LINE_BY_ID.get("revenue")!, column: periodIndex("FY2028") };
  const drawn = waterfall(bridge(state("base"), state("upside"), [figure]), 0);
  const own = drawn.bars.filter((bar) => bar.levers === 1);
  expect(own.length).toBeGreaterThan(3);
  for (const { label, part } of own) {
    const printed = table.find((line) => line.startsWith(label))!;
    expect(cells(printed)[0]![2]).toBe(Math.round(part * 10));
  }
});

test("two workbooks: assumptions, typed figures and the bridge between them", async () => {
  const csv = join(folder, "figures.csv");
  writeFileSync(csv, "line,period,value\nrevenue,2026Q2,3000\n");
  const built = await Promise.all([
    runHere(["build", "--out", "old.xlsx"], here),
    runHere(
      ["build", "--out", "new.xlsx", "--set", "capexEnvelope2027=7000", "--actuals", "figures.csv"],
      here,
    ),
  ]);
  expect(built.map(({ code }) => code)).toEqual([0, 0]);
  const { code, out } = await runHere(["diff", "old.xlsx", "new.xlsx", "--json"], here);
  expect(code).toBe(0);
  const found = JSON.parse(out) as Printed;
  expect([found.from, found.to]).toEqual(["Base in old.xlsx", "Base in new.xlsx"]);
  expect(found.assumptions).toEqual([{ driver: "capexEnvelope2027", from: "8500", to: "7000" }]);
  expect(found.typed).toEqual([{ line: "revenue", period: "2026Q2", from: "as shipped", to: "3000" }]);
  expect(found.bridge.levers.map(({ lever }) => lever)).toEqual([
    "Capital expenditure envelope, company basis",
    "Figures typed for 2026Q2",
  ]);
  const words = (await runHere(["diff", "old.xlsx", "new.xlsx"], here)).out;
  expect(words).toContain("1 assumption differs:\n  capexEnvelope2027: 8500 -> 7000");
  expect(words).toContain("Total revenue, 2026Q2: as shipped -> 3000");
  expect(words).toMatch(/every order of the levers counts:\n/);
  const same = await runHere(["diff", "old.xlsx", "old.xlsx"], here);
  expect(same.out).toBe("From Base in old.xlsx to Base in old.xlsx\nNo assumptions differ.\n");
});

test.each([
  [["base"], "diff needs two states"],
  [["base", "nowhere"], 'There is no file "nowhere", and no scenario of that name.'],
  [["base", "gone.xlsx"], 'There is no file "gone.xlsx"'],
  [["base", "text.xlsx"], "text.xlsx: "],
])("diff %j is refused in words", async (args, message) => {
  writeFileSync(join(folder, "text.xlsx"), "no workbook");
  const { code, err } = await runHere(["diff", ...args], here);
  expect(code).toBe(1);
  expect(err).toContain(message);
});

function book(sheets: Readonly<Record<string, Readonly<Record<string, ReadCell>>>>): ReadWorkbook {
  const read = Object.entries(sheets).map(
    ([name, cells]) =>
      ({
        name,
        cell: (address) => cells[address] ?? { value: null },
        addresses: () => Object.keys(cells),
      }) as ReadSheet,
  );
  return { sheets: read } as unknown as ReadWorkbook;
}

test("formulas typed over, cells and sheets of one's own are named; inputs and typed figures are not", () => {
  const before = book({
    Inputs: { A1: { value: 1 } },
    Base: { A1: { value: 5, formula: "B1+1" }, A2: { value: 3, formula: "B2" } },
    Old: {},
  });
  const after = book({
    Inputs: { A1: { value: 2 } },
    Base: { A1: { value: 9 }, A2: { value: 4, formula: "B2" }, C9: { value: "note" } },
    Mine: {},
  });
  expect(sheetDifferences(before, after, ENGLISH)).toEqual([
    "Sheets only in the second: Mine.",
    "Sheets only in the first: Old.",
    "Base: 2 cells differ: A1, C9.",
  ]);
});
