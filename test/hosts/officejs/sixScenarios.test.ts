/** A workbook of a release with six scenarios, brought along in Excel: what was typed stays where it means the same. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { cellAddress, parseCell } from "../../../src/workbook/address";
import { INPUT_COLUMNS, inputColumnsOf } from "../../../src/workbook/inputColumns";
import { layoutOf } from "../../../src/workbook/layout";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { Person } from "../../officeHost/person";
import { planOf, seededModel } from "../../support/seededModel";
import { withSixScenarios } from "../../workbook/withSixScenarios";

const model = seededModel();
const plan = planOf(model);
const host = excelHost();
const row = layoutOf(model).inputs.driver.get("capXiaomi2027")!;
const column = INPUT_COLUMNS.firstScenario + 5;
let running: Running;
beforeAll(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
});
afterAll(() => running.close());

const at = (sheet: string, address: string): unknown => {
  const place = parseCell(address);
  return running.book.sheet(sheet)?.at(place.row - 1, place.column - 1)?.value;
};

test("values of the column Custom stay, the two further columns stand before the tier, and the selector keeps its scenario", async () => {
  expect(await host.write(withSixScenarios(model, plan, "0.3.0"))).toMatchObject({ outcome: "built" });
  const person = new Person(running);
  person.type("Inputs", cellAddress(row, column), 3333);
  person.type("Summary", "B4", "Custom");
  expect(at("Inputs", cellAddress(row, column + 1))).toBe("news");
  const report = await host.write(plan);
  expect(report).toMatchObject({ outcome: "updated", problem: null });
  running.host.calculate(true);
  expect([0, 1, 2, 3].map((right) => at("Inputs", cellAddress(row, column + right)))).toEqual([
    3333,
    4035,
    4035,
    "news",
  ]);
  expect(
    [7, 6].map((line) => [0, 1, 2].map((right) => at("Inputs", cellAddress(line, column + right)))),
  ).toEqual([
    ["Custom", "Custom 2", "Custom 3"],
    ["Custom", "Custom 2", "Custom 3"],
  ]);
  expect([at("Summary", "B4"), at("Summary", "B5"), at("Checks", "C4")]).toEqual(["Custom", 6, 0]);
  const named =
    running.book.names.get("KC_Inputs") ??
    [...running.book.names.values()].find(({ name }) => name === "KC_Inputs");
  expect(JSON.stringify(named)).toContain(
    `$${cellAddress(1, inputColumnsOf(model.spec.scenarios).lastScenario).replace(/\d+/, "")}$`,
  );
  expect(running.book.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Custom 2", "Custom 3"]),
  );
});
