import { baseOf, BARRED_CHARACTERS, LONGEST_NAME, type Scenario, type Scenarios } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { formula, number, text } from "./cells";
import { INPUT_COLUMNS, inputColumnsOf } from "./inputColumns";
import type { CellPlan, ValidationPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";

/** Cells of the Inputs sheet that hold the limits of a name. */
const LIMITS = { barred: "$D$5", longest: "$D$6" } as const;

/** Rows of the Inputs sheet that name the scenarios: their sheets, the names in use, and the heads in which an own one is typed. */
export const NAME_ROWS = { sheet: 5, inUse: 6, head: 7 } as const;

const letters = (scenarioNumber: number): string =>
  columnLetters(INPUT_COLUMNS.firstScenario + scenarioNumber - 1);

/** One of the rows over all scenarios, as an address on the Inputs sheet. */
export function nameRange(scenarios: Scenarios, row: number): string {
  return `$${letters(1)}$${row}:$${letters(scenarios.length)}$${row}`;
}

/** The names in use, as an address for other sheets. */
export function namesInUse(scenarios: Scenarios): string {
  return onSheet(SHEETS.inputs, nameRange(scenarios, NAME_ROWS.inUse));
}

/** The names of the sheets, which each scenario also answers to. */
export function sheetNames(scenarios: Scenarios): string {
  return onSheet(SHEETS.inputs, nameRange(scenarios, NAME_ROWS.sheet));
}

/** The name of Base's sheet, as an address for other sheets. */
export function baseSheet(scenarios: Scenarios): string {
  return onSheet(SHEETS.inputs, `$${letters(baseOf(scenarios).number)}$${NAME_ROWS.sheet}`);
}

/** Formula for a scenario's name on any other sheet. */
export function nameFormula(scenarioNumber: number): string {
  return onSheet(SHEETS.inputs, `$${letters(scenarioNumber)}$${NAME_ROWS.inUse}`);
}

/** Cell with a scenario's name. */
export function nameCell(scenarioNumber: number, name: string, style: string): CellPlan {
  return formula(nameFormula(scenarioNumber), name, style);
}

/** Formula, in a scenario's column of Inputs, of the name in use: that of the sheet, or of an own one what is typed, as TRIM gives it, where it is a short text that no other scenario is called. */
export function nameInUse(scenarios: Scenarios, { number, isOwn }: Scenario): string {
  const at = (row: number): string => `${letters(number)}$${row}`;
  const [head, sheet] = [at(NAME_ROWS.head), at(NAME_ROWS.sheet)];
  if (!isOwn) return sheet;
  const sheets = nameRange(scenarios, NAME_ROWS.sheet);
  const typed = `TRIM(${head})`;
  // One by one: not every program takes TRIM over a range.
  const heads = scenarios
    .filter((each) => each.isOwn)
    .map((own) => `(TRIM($${letters(own.number)}$${NAME_ROWS.head})=${typed})+`);
  const taken = `${heads.join("")}SUMPRODUCT((${sheets}=${typed})*(${sheets}<>${sheet}))`;
  return `IF(AND(ISTEXT(${head}),LEN(${typed})>0,LEN(${head})<=${LIMITS.longest},${taken}=1),${typed},${sheet})`;
}

/** Formula that counts which of the barred characters a cell holds. */
function barredIn(cell: string, barred: string): string {
  return `SUMPRODUCT(ISNUMBER(FIND(MID(${barred},ROW($A$1:$A$${BARRED_CHARACTERS.length}),1),${cell}))+0)`;
}

/** The limits of a name with what they say, by their columns, in the rows of sheets and of names in use. */
export const NAME_LIMITS: readonly Readonly<Record<number, CellPlan>>[] = [
  { 3: text("Never in one", "unit"), 4: text(BARRED_CHARACTERS.join(""), "unit") },
  { 3: text("Longest", "unit"), 4: number(LONGEST_NAME, numberStyle("number", "calculation")) },
];

/** Condition, on other sheets, that a scenario goes by what is typed in its head, or that nothing is typed there. */
export function nameIsUsable(scenarioNumber: number): string {
  const [head, inUse] = [NAME_ROWS.head, NAME_ROWS.inUse].map((row) =>
    onSheet(SHEETS.inputs, `${letters(scenarioNumber)}$${row}`),
  );
  return `OR(${head}="",${inUse}=TRIM(${head}))`;
}

/** What may be typed into the heads of the analyst's own scenarios. */
export function nameValidation(scenarios: Scenarios): ValidationPlan {
  const [first] = scenarios.filter(({ isOwn }) => isOwn).map(({ number }) => number) as [number];
  const head = `${letters(first)}${NAME_ROWS.head}`;
  const taken = `SUMPRODUCT((TRIM(${nameRange(scenarios, NAME_ROWS.head)})=TRIM(${head}))+0)`;
  return {
    range: `${head}:${cellAddress(NAME_ROWS.head, inputColumnsOf(scenarios).lastScenario)}`,
    rule: {
      kind: "formula",
      formula: `AND(ISTEXT(${head}),LEN(TRIM(${head}))>0,LEN(${head})<=${LIMITS.longest},${barredIn(head, LIMITS.barred)}=0,${taken}=1)`,
    },
    promptTitle: "Name of your own scenario",
    prompt: `Type a name of 1 to ${LONGEST_NAME} characters; every list, head and chart takes it. Empty: the name of the sheet.`,
    errorTitle: "Not a name",
    error: `1 to ${LONGEST_NAME} characters, none of ${BARRED_CHARACTERS.join(" ")}, and not the name of another scenario.`,
  };
}

/** Name of the scenario that the selector shows; the Inputs sheet needs no name of its own in the address. */
export function selectedScenario(scenarios: Scenarios, name: string, sheet = ""): CellPlan {
  const names = sheet === SHEETS.inputs ? nameRange(scenarios, NAME_ROWS.inUse) : namesInUse(scenarios);
  return formula(`INDEX(${names},1,${onSheet(SHEETS.summary, summaryCells.number)})`, name, "scenarioName");
}
