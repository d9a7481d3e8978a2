import { fixedRows, gridRule } from "../../../src/hosts/grid/conditionalRules";
import type { SheetPlan } from "../../../src/workbook/plan";
import { planOf, seededModel } from "../../support/seededModel";

const look = { colour: "9C0006", fill: "FFC7CE" };

test.each([
  ["E2", "E2<>0", { subType: "number", operator: "notEqual", value: 0 }],
  ["C4", "$C$4<>0", { subType: "number", operator: "notEqual", value: 0 }],
  ["D30:AF30", "AND(ISNUMBER(D30),D30>0)", { subType: "number", operator: "greaterThan", value: 0 }],
  ["R7:R199", "R7=1", { subType: "number", operator: "equal", value: 1 }],
  ["E7:E199", 'E7="open"', { subType: "text", operator: "equal", value: "open" }],
  ["F8:K158", "AND(ISNUMBER($G8),F8<>$G8)", { subType: "formula", value: "=AND(ISNUMBER($G8),F8<>$G8)" }],
  ["C4:D9", "$C$4<>0", { subType: "formula", value: "=$C$4<>0" }],
  ["E7:E9", 'E7<>"open"', { subType: "formula", value: '=E7<>"open"' }],
])("%s with %s", (range, formula, rule) => {
  expect(gridRule({ range, formula, ...look })).toEqual(rule);
});

test("a format over typed texts shows in the rows that hold them", () => {
  const cells = (status: string) => ({
    cells: [
      { value: 1, style: "text" },
      { value: status, style: "text" },
    ],
  });
  const sheet = {
    rows: [cells("title"), cells("conflict"), cells("agreed"), cells("error")],
  } as unknown as SheetPlan;
  const format = { range: "A2:B4", formula: 'OR($B2="error",$B2="conflict")', ...look };
  expect(fixedRows(sheet, format)).toEqual([1, 3]);
  expect(fixedRows(sheet, { ...format, formula: 'OR($B2="error",$A2="conflict")' })).toBeNull();
  expect(fixedRows(sheet, { ...format, formula: 'OR($B3="error")' })).toBeNull();
  expect(fixedRows(sheet, { ...format, formula: "B2>0" })).toBeNull();
});

test("few conditional formats of the model cost the grid a calculation", () => {
  const plan = planOf(seededModel());
  const costly = plan.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.filter(
      (format) => fixedRows(sheet, format) === null && gridRule(format).subType === "formula",
    ),
  );
  expect(costly.length).toBeLessThanOrEqual(3);
});
