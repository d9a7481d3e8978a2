import { SHEETS } from "../src/workbook/sheetNames";
import { compilePart, runPart } from "./childRun";
import { cells, figure, number, type Findings, type Table } from "./findings";
import { calculateInLibreOffice } from "./libreOffice";
import { spreadOf } from "./rounds";
import type { Yardstick } from "./yardstick";

/** Milliseconds of one load and of each full recalculation in the loaded workbook, and the value of the cell asked for. */
export interface EngineTimes {
  readonly load: number;
  readonly calculations: readonly number[];
  readonly value: number;
}

/** A figure of the workbook that depends on most of it: total revenue of FY2027 on the Summary sheet. */
const [ROW, COLUMN, CELL] = [12, 10, "J12"];

/** The whole workbook recalculated by LibreOffice, against straight-line doubles of the same run. */
export async function measureLibreOffice(
  yardstick: Yardstick,
  straightMicroseconds: number,
): Promise<Findings> {
  return findings(
    "LibreOffice",
    yardstick,
    straightMicroseconds,
    await calculateInLibreOffice(yardstick.plan, SHEETS.summary, CELL, 15),
    "Its own clock around each full recalculation of the open workbook, so that neither its start nor loading is in it.",
  );
}

/** The same by IronCalc. */
export async function measureIronCalc(yardstick: Yardstick, straightMicroseconds: number): Promise<Findings> {
  const file = await compilePart(`import "./bench/ironCalc";`, "ironCalc");
  return findings(
    "IronCalc",
    yardstick,
    straightMicroseconds,
    runPart(file, SHEETS.summary, String(ROW), String(COLUMN), "1"),
    "The engine in WebAssembly, every formula anew each time.",
  );
}

function findings(
  engine: string,
  { plan, cells: ofScenario }: Yardstick,
  straightMicroseconds: number,
  { load, calculations, value }: EngineTimes,
  text: string,
): Findings {
  const expected = plan.sheets.find(({ name }) => name === SHEETS.summary)!.rows[ROW - 1]!.cells[COLUMN - 1]!
    .value as number;
  if (!(Math.abs(value - expected) <= 1e-9 * Math.abs(expected)))
    throw new Error(`${engine} calculates ${value} in ${SHEETS.summary}!${CELL}, the model ${expected}`);
  const formulas = plan.sheets.reduce(
    (sum, { rows }) =>
      sum +
      rows.reduce((all, row) => all + row.cells.filter((cell) => cell?.formula !== undefined).length, 0),
    0,
  );
  const milliseconds = spreadOf(calculations);
  const nanoseconds = (1e6 * milliseconds.median) / formulas;
  const straight = (1000 * straightMicroseconds) / ofScenario;
  const table: Table = {
    title: `The whole workbook in ${engine}`,
    text: `${number(formulas, 0)} formulas, all scenarios; ${calculations.length} rounds. ${text} The ratio is by formula cell, to straight-line doubles of the same run.`,
    head: ["", "median", "min-max", "ns a formula", "ratio a formula"],
    rows: [
      [
        "full recalculation, ms",
        ...cells(milliseconds),
        number(nanoseconds, 0),
        number(nanoseconds / straight, 0),
      ],
      ["loading it, ms", figure(load), "once", "", ""],
    ],
  };
  return {
    figures: {
      formulas,
      milliseconds,
      load,
      nanosecondsAFormula: nanoseconds,
      ratioAFormula: nanoseconds / straight,
    },
    tables: [table],
  };
}
