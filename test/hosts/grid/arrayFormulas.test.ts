/** Formulas of arrays on a person's own sheet: through rows put in and taken out, an update, the file and back. */

import { unzipSync, strFromU8 } from "fflate";
import { isArrayFormula } from "../../../src/hosts/grid/arrayFormula";
import type { GridHost } from "../../../src/hosts/grid/gridHost";
import type { CellValue } from "../../../src/hosts/port";
import { planToXlsx } from "../../../src/hosts/xlsx/writeXlsx";
import { followInputs, planWithInputs } from "../../../src/workbench/followInputs";
import { openWorkbook } from "../../../src/workbench/openWorkbook";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { headlessGrid } from "../../hostile/headlessGrid";
import { planOf, seededModel } from "../../support/seededModel";

const grid = headlessGrid();
const model = seededModel();
const few = (plan: WorkbookPlan): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.filter(({ name }) => ["README", "Summary", "Inputs"].includes(name)),
});
const AT = "2026-11-22T00:00:00Z";
const headless = (): ReturnType<typeof grid.headlessHost> =>
  grid.headlessHost(followInputs(model, AT, "test"));

test.each([
  ["=Summary!I10:K14", true],
  ["=SUM((Inputs!G8:G20>1)*1)", true],
  ["=SUM(1*Inputs!G8:G20)", true],
  ["=SUM({1,2}*2)", true],
  ["=LEN(A1:A3)", true],
  ["=SUM(IF(A1:A3>0,1,0))", true],
  ["=MAX(LEN(A1:A3))", true],
  ["=(A1:A3)", true],
  ["=A:A&1", true],
  ["=SUM(A1:A3)*2", false],
  ["=SUM( 'My \"sheet\"'!A1:A3 , B2)", false],
  ['=sumifs(A:A,B:B,"a:b",C1:C3,1)', false],
  ['=INDEX(A1:B9,2,MATCH("x",A1:A9,0))', false],
  ['=KC.REVENUE("FY2027",,"Upside",KC_Inputs)', false],
  ['=KC.SENSITIVITY("revenue","FY2027","capXiaomi2027",Mine!J2:J3)', false],
  ["=A1+B2*SUM(B1:B2)", false],
  ['="A1:A3"&B2', false],
  ["=SUM(1:1)", false],
])("%s calculates with whole ranges: %s", (formula, expected) => {
  expect(isArrayFormula(formula)).toBe(expected);
});

/** Values of the person's sheet, row by row. */
async function values(host: GridHost): Promise<readonly (readonly CellValue[])[]> {
  await host.calculated();
  return (await host.read(["Mine!A1:E14"]))[0]!.values;
}

test("a spill keeps its place and its figures when rows leave and come inside, and goes to the file as a whole", async () => {
  const { host, univer } = headless();
  await host.write(few(planOf(model)));
  const { commands } = host.book;
  const unitId = host.book.workbook().getUnitId();
  await commands.executeCommand("sheet.command.insert-sheet", { sheet: { id: "mine", name: "Mine" } });
  await host.edit([
    { address: "Mine!A3", contents: "=Summary!I10:K14" },
    { address: "Mine!E3", contents: "=SEQUENCE(5)" },
    { address: "Mine!A12", contents: "=SUM(C3:C7)" },
    { address: "Mine!B12", contents: "=SUM((E3:E7>1)*1)" },
  ]);
  const before = await values(host);
  expect(before[2]).toEqual(["Forecast", "Forecast", "Forecast", "", 1]);
  const whole = (rows: typeof before): number =>
    rows.slice(2, 7).reduce((sum, row) => sum + (Number(row[2]) || 0), 0);
  expect(before[11]!.slice(0, 2)).toEqual([whole(before), 4]);

  await host.show("Mine!A1");
  const range = (row: number) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 19 });
  const lines = { unitId, subUnitId: "mine" };
  await commands.executeCommand("sheet.command.remove-row", { ...lines, range: range(4) });
  await commands.executeCommand("sheet.command.insert-row", { ...lines, range: range(5), direction: 0 });
  expect((await values(host)).slice(2, 7)).toEqual(before.slice(2, 7));
  expect((await host.read(["Mine!A3:B12"]))[0]!.formulas.map(([first]) => first)).toEqual([
    "=Summary!I10:K14",
    ...before.slice(3, 7).map(([first]) => first),
    "",
    "",
    "",
    "",
    "=SUM(C3:C7)",
  ]);

  expect(await host.write(few(planOf(model, "upside")))).toMatchObject({ outcome: "updated" });
  const after = await values(host);
  expect(after[4]).not.toEqual(before[4]);
  expect(after[11]!.slice(0, 2)).toEqual([whole(after), 4]);

  const { plan, lost } = await grid.presentPlan(model, host, AT, "test");
  expect(lost).toEqual([]);
  const saved = {
    ...few(plan),
    sheets: [...few(plan).sheets, plan.sheets.at(-1)!].map((one) => ({ ...one, charts: [], links: [] })),
    names: plan.names.filter(({ sheet }) => few(plan).sheets.some(({ name }) => name === sheet)),
  };
  const bytes = await planToXlsx(saved);
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet4.xml"]!);
  expect(
    [...xml.matchAll(/<c r="(\w+)"[^>]*cm="1"[^>]*><f t="array" ref="([^"]*)">([^<]*)</g)].map(
      ([, ...found]) => found,
    ),
  ).toEqual([
    ["A3", "A3:C7", "Summary!I10:K14"],
    ["E3", "E3:E7", "_xlfn.SEQUENCE(5)"],
    ["B12", "B12", "SUM((E3:E7&gt;1)*1)"],
  ]);
  expect(xml).toContain("<f>SUM(C3:C7)</f>");
  expect(xml).toMatch(new RegExp(`<c r="C6"[^>]*><v>${String(after[5]![2])}</v>`));
  host.settle();
  grid.end(univer);

  const opened = await openWorkbook(model, bytes, few(planOf(model)));
  expect(opened.left).toEqual([]);
  const { host: again, univer: other } = headless();
  again.open(few(planOf(model)), few(planWithInputs(model, opened.inputs, AT, "test")), opened.parts);
  expect(await values(again)).toEqual(after);
  expect((await again.read(["Mine!A3:E3"]))[0]!.formulas[0]![0]).toBe("=Summary!I10:K14");
  again.settle();
  grid.end(other);
});
