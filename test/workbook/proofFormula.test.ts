import { evaluateProof } from "../../src/seeds";
import { ProofDecimal, valueArithmetic } from "../../src/seeds/arithmetic";
import { cellAddress } from "../../src/workbook/address";
import { layoutOf } from "../../src/workbook/layout";
import { proofFormula } from "../../src/workbook/proofFormula";
import { model } from "./realPlan";

const layout = layoutOf(model);
const [ROW, FIRST_CONSTANT] = [7, 11];
const idOfRow = new Map([...layout.facts.row].map(([id, row]) => [row, id]));
const values = new Map(model.seeds.facts.map(({ id, value }) => [id, value]));

/** What the worksheet formula gives: its references are put back as the figures and constants they point at. */
function worksheetValue(proof: string): string {
  const { formula, constants } = proofFormula(proof, layout, ROW, FIRST_CONSTANT);
  const withFigures = formula.replace(
    /'Facts'!\$[A-Z]+\$(\d+)/g,
    (_, row: string) => `{${idOfRow.get(Number(row))!}}`,
  );
  const withConstants = constants.reduce(
    (text, value, index) => text.replaceAll(cellAddress(ROW, FIRST_CONSTANT + index), `(${value})`),
    withFigures,
  );
  return engineValue(withConstants);
}

function engineValue(proof: string): string {
  return evaluateProof(proof, valueArithmetic, (id) => new ProofDecimal(values.get(id)!)).toString();
}

test("a number with an exponent is one number on the sheet too", () => {
  expect(proofFormula("2*1e3", layout, ROW, FIRST_CONSTANT)).toEqual({
    formula: "K7*L7",
    constants: [2, 1000],
  });
  expect(proofFormula("1.5e-1 + .5", layout, ROW, FIRST_CONSTANT)).toEqual({
    formula: "K7+L7",
    constants: [0.15, 0.5],
  });
});

test.each([
  "2*1e3",
  "-2 ^ 2",
  "2 ^ 3 ^ 2",
  "2 ^ -(1 + 1)",
  "10 - (4 - 3) - 2 * -(5 - 1)",
  "24 / (4 / 2) / 3",
  "ROUND(1234.5, -2) + SUM(1, 2, 3) - MIN(4, -5) * MAX(1, 2)",
  "ABS(2 - 5) * -(-3)",
])("%s has one value in the engine and on the sheet", (proof) => {
  expect(worksheetValue(proof)).toBe(engineValue(proof));
});

test("so has every proof of the seeds", () => {
  const proofs = model.seeds.conflicts.flatMap(({ proof }) => proof.map(({ formula }) => formula));
  expect(proofs.length).toBeGreaterThan(100);
  expect(proofs.filter((proof) => worksheetValue(proof) !== engineValue(proof))).toEqual([]);
});

test("a dropped parenthesis would be seen", () => {
  const { formula } = proofFormula("10 - (4 - 3)", layout, ROW, FIRST_CONSTANT);
  expect(formula).toBe("K7-(L7-M7)");
  expect(engineValue("10 - 4 - 3")).not.toBe(engineValue("10 - (4 - 3)"));
});
