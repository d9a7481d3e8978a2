import { evaluateOverFacts, type Conflict } from "../seeds";
import type { Model } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { formula, number, rowOf, text, wrappedHeight } from "./cells";
import { FACT_COLUMNS } from "./factsSheetPlan";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { checkDigitsCell } from "./checkDigitsCell";
import { proofFormula } from "./proofFormula";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, typedStyle } from "./styles";

const CONSTANTS = 4;

/** Columns of the list of conflicts. */
const COLUMN = {
  id: 1,
  figure: 2,
  period: 3,
  kind: 4,
  status: 5,
  rejected: 6,
  chosen: 7,
  chosenValue: 8,
  chosenUnit: 9,
  proof: 10,
  constants: 11,
  result: 11 + CONSTANTS,
  expected: 12 + CONSTANTS,
  tolerance: 13 + CONSTANTS,
  flag: 14 + CONSTANTS,
  explanation: 15 + CONSTANTS,
} as const;

const HEADER_ROW = 6;

const PROOF_WIDTH = 90;

/** The sheet with its flags' range, for the master check. */
export interface Reconciliation {
  readonly sheet: SheetPlan;
  readonly flagRange: string;
}

/** Conflicts between sources: what was printed, what stands, and the arithmetic that proves it, live. */
export function reconciliationSheetPlan(model: Model, layout: Layout, scenarioName: string): Reconciliation {
  const { scenarios } = model.spec;
  const labels = new Map(model.seeds.metrics.map(({ id, label }) => [id, label]));
  const facts = new Map(model.seeds.facts.map((fact) => [fact.id, fact]));
  const rows: RowPlan[] = [];
  for (const conflict of model.seeds.conflicts) {
    const steps = conflict.proof.length === 0 ? [null] : conflict.proof;
    steps.forEach((proof, step) => {
      const row = HEADER_ROW + 1 + rows.length;
      const cells: Record<number, CellPlan> =
        step === 0
          ? describe(model, layout, conflict, labels.get(conflict.metric) ?? conflict.metric)
          : { [COLUMN.id]: text(`${conflict.id}, step ${step + 1}`, "name") };
      if (proof !== null)
        Object.assign(
          cells,
          proofCells(proof, evaluateOverFacts(proof.formula, facts).value.toNumber(), layout, row),
        );
      rows.push(rowOf(cells, wrappedHeight([[proof === null ? "" : proofText(proof), PROOF_WIDTH]])));
    });
  }
  const titles = [
    "Conflict",
    "Figure",
    "Period",
    "Kind",
    "Status",
    "Printed but not used",
    "Used",
    "Value",
    "Unit",
    "Proof",
    ...Array.from({ length: CONSTANTS }, (_, index) => `Constant ${index + 1}`),
    "Result",
    "Should be",
    "Within",
    "Fails",
    "Why",
  ];
  const lastRow = HEADER_ROW + rows.length;
  const open = model.seeds.conflicts.filter(({ status }) => status === "open").length;
  const status = columnLetters(COLUMN.status);
  return {
    flagRange: onSheet(
      SHEETS.reconciliation,
      `$${columnLetters(COLUMN.flag)}$${HEADER_ROW + 1}:$${columnLetters(COLUMN.flag)}$${lastRow}`,
    ),
    sheet: {
      name: SHEETS.reconciliation,
      tabColour: TAB_COLOURS.source,
      columns: [
        34,
        50,
        14,
        31,
        10,
        68,
        47,
        15,
        9,
        PROOF_WIDTH,
        ...Array.from({ length: CONSTANTS }, () => 11),
        13,
        12,
        10,
        8,
        110,
      ].map((width) => ({ width })),
      rows: [
        rowOf({ 1: text("Reconciliation: conflicts and transcription errors", "title") }, 24),
        rowOf({
          1: text("Scenario shown", "subtitle"),
          2: selectedScenario(scenarios, scenarioName),
          4: text("Checks", "subtitle"),
          5: masterFlag(),
        }),
        rowOf({
          1: text(
            "Each proof is a live formula over the Facts sheet; its constants stand in their own cells. Settled: the proof holds for the figure used and fails for the others. Open: said so, nothing is forced.",
            "subtitle",
          ),
        }),
        rowOf({
          1: text(`${model.seeds.conflicts.length} conflicts, of which ${open} are open.`, "subtitle"),
        }),
        rowOf({}),
        rowOf(
          Object.fromEntries(
            titles.map((title, index) => [
              index + 1,
              text(
                title,
                index === 7 || (index >= 10 && index < 14 + CONSTANTS) ? "headingRight" : "heading",
              ),
            ]),
          ),
          20,
        ),
        ...rows,
      ],
      freeze: { rows: HEADER_ROW, columns: 1 },
      gridlines: false,
      zoom: 85,
      validations: [],
      conditionalFormats: [
        flagFormat("E2"),
        {
          range: `${status}${HEADER_ROW + 1}:${status}${lastRow}`,
          formula: `${status}${HEADER_ROW + 1}="open"`,
          colour: "7F6000",
          fill: COLOURS.changedFill,
          bold: true,
        },
        {
          range: `${columnLetters(COLUMN.flag)}${HEADER_ROW + 1}:${columnLetters(COLUMN.flag)}${lastRow}`,
          formula: `${columnLetters(COLUMN.flag)}${HEADER_ROW + 1}=1`,
          colour: COLOURS.bad,
          fill: COLOURS.badFill,
          bold: true,
        },
      ],
      notes: [],
      links: [],
      charts: [],
      print: printPlan(COLUMN.explanation, lastRow, "Sources", HEADER_ROW, false),
    },
  };
}

function proofText(proof: Conflict["proof"][number]): string {
  return `${proof.formula} = ${proof.equals} ± ${proof.within}`;
}

function describe(
  model: Model,
  layout: Layout,
  conflict: Conflict,
  figure: string,
): Record<number, CellPlan> {
  const printed = conflict.rejected.map((id) => {
    const fact = model.seeds.fact(id);
    return fact === undefined ? id : `${fact.asPrinted || fact.value} (${fact.source})`;
  });
  const chosen = conflict.chosen === null ? undefined : model.seeds.fact(conflict.chosen);
  const cells: Record<number, CellPlan> = {
    [COLUMN.id]: text(conflict.id, "name"),
    [COLUMN.figure]: text(figure),
    [COLUMN.period]: text(conflict.period),
    [COLUMN.kind]: text(conflict.kind, "unit"),
    [COLUMN.status]: text(conflict.status),
    [COLUMN.rejected]: text(printed.join("; ")),
    [COLUMN.chosen]: text(chosen?.id ?? "–", "name"),
    [COLUMN.explanation]: text(conflict.explanation, "name"),
  };
  if (chosen === undefined || chosen.unit === "date") return cells;
  cells[COLUMN.chosenValue] = formula(
    onSheet(SHEETS.facts, `$${columnLetters(FACT_COLUMNS.value)}$${layout.facts.row.get(chosen.id)!}`),
    Number(chosen.value),
    "proofLink",
  );
  cells[COLUMN.chosenUnit] = text(chosen.unit, "unit");
  return cells;
}

function proofCells(
  proof: Conflict["proof"][number],
  result: number,
  layout: Layout,
  row: number,
): Record<number, CellPlan> {
  const { formula: body, constants } = proofFormula(proof.formula, layout, row, COLUMN.constants);
  const [resultCell, expected, tolerance] = [COLUMN.result, COLUMN.expected, COLUMN.tolerance].map((column) =>
    cellAddress(row, column),
  );
  return {
    [COLUMN.proof]: text(proofText(proof), "nameWrapped"),
    ...Object.fromEntries(
      constants.map((value, index) => [COLUMN.constants + index, number(value, typedStyle(value))]),
    ),
    [COLUMN.result]: formula(body, result, body.includes("!") ? "proofResult" : "proofCalculation"),
    [COLUMN.expected]: number(Number(proof.equals), typedStyle(Number(proof.equals))),
    [COLUMN.tolerance]: number(Number(proof.within), typedStyle(Number(proof.within))),
    [COLUMN.flag]: formula(
      `IF(ROUND(ABS(${resultCell}-${expected})-${tolerance},${checkDigitsCell(layout)})<=0,0,1)`,
      0,
      "checkFlagCrossSheet",
    ),
  };
}
