import { kingsoftCloud } from "../src/companies/kingsoftCloud";
import { createKcFunctions, type KcArgument } from "../src/functions";
import { openModel } from "../src/model";
import { packFigures, unpackFigures } from "../src/seeds/packedFigures";
import { parseRectangle } from "../src/workbook/address";
import type { WorkbookPlan } from "../src/workbook/plan";
import { cells, number, type Findings } from "./findings";
import { timeInTurn } from "./rounds";
import type { Yardstick } from "./yardstick";

/** Rows of the assumption range as Excel hands them over; a blank cell is empty text. */
export type InputRows = (string | number)[][];

const ROUNDS = 15;
const SAME = "warm, same arguments";

const PERIODS = ["2024Q1", "2025Q3", "2026Q2", "1H26", "FY2025", "FY2026", "FY2027", "TTM"];
/** Those with a figure in every one of the periods. */
const SEGMENTS = [null, "total", "public", "enterprise", "ecosystem", "external"];

/** Arguments of KC.REVENUE: every period with each of the segments under all six scenarios. */
export const VARIED: readonly (readonly [
  period: string,
  segment: string | null,
  scenario: number,
  inputs: null,
])[] = PERIODS.flatMap((period) =>
  SEGMENTS.flatMap((segment) =>
    [1, 2, 3, 4, 5, 6].map((scenario) => [period, segment, scenario, null] as const),
  ),
);

/** Times KC.REVENUE as a plain function. */
export function measureCalls({ model, plan }: Yardstick): Findings {
  const packed = packFigures(model.seeds);
  const inputs = inputRange(plan);
  const capped = inputs.findIndex(([driver]) => driver === "capXiaomi2026");
  const first = inputs[0]!.indexOf("Base");
  if (capped < 0 || first < 0)
    throw new Error("The range KC_Inputs has no row capXiaomi2026 or no column Base.");
  let lever = 3000;
  const changedInputs = (): InputRows =>
    inputs.map((row, place) =>
      place === capped ? row.map((cell, column) => (column === first ? (lever += 0.001) : cell)) : row,
    );
  const revenue = createKcFunctions(model).REVENUE as (...args: readonly KcArgument[]) => number;
  const times = timeInTurn(
    [
      {
        name: "cold, figures unpacked and model opened",
        calls: 1,
        run: () => void createKcFunctions(openModel(kingsoftCloud, unpackFigures(packed))).REVENUE("FY2026"),
      },
      { name: "cold, model open", calls: 10, run: () => void createKcFunctions(model).REVENUE("FY2026") },
      { name: SAME, calls: 50_000, run: () => void revenue("FY2026", "xiaomi", "Base", null) },
      {
        name: "warm, period, segment and scenario vary",
        calls: 50_000,
        run: (call) => void revenue(...VARIED[call % VARIED.length]!),
      },
      {
        name: "warm, with KC_Inputs, same values",
        calls: 3000,
        run: () => void revenue("FY2026", "xiaomi", "Base", inputs),
      },
      {
        name: "warm, with KC_Inputs, a value changes each call",
        calls: 300,
        run: () => void revenue("FY2026", "xiaomi", "Base", changedInputs()),
      },
    ],
    ROUNDS,
  );
  const baseline = times.get(SAME)!.median;
  return {
    figures: { rounds: ROUNDS, microseconds: Object.fromEntries(times) },
    tables: [
      {
        title: "KC.REVENUE called directly",
        text: `Microseconds a call, ${ROUNDS} rounds in turn; the ratio is to a warm call with the same arguments. KC_Inputs is the whole assumption range of the built workbook, ${inputs.length} rows by ${inputs[0]!.length} columns. "Cold" rows run in a warmed-up process: what is cold is the model and its results, not the compiler.`,
        head: ["", "median", "min-max", "ratio", "calls a second"],
        rows: [...times].map(([name, time]) => [
          name,
          ...cells(time),
          number(time.median / baseline, 2),
          number(1e6 / time.median, 0),
        ]),
      },
    ],
  };
}

/** The range KC_Inputs of the planned workbook, header included. */
export function inputRange({ names, sheets }: WorkbookPlan): InputRows {
  const { sheet, range } = names.find(({ name }) => name === "KC_Inputs")!;
  const area = parseRectangle(range)!;
  const rows = sheets.find(({ name }) => name === sheet)!.rows.slice(area.row - 1, area.row - 1 + area.rows);
  const columns = Array.from({ length: area.columns }, (_, index) => area.column - 1 + index);
  return rows.map((row) =>
    columns.map((column) => {
      const value = row.cells[column]?.value;
      return typeof value === "number" ? value : String(value ?? "");
    }),
  );
}
