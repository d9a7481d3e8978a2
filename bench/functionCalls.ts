import { createKcFunctions, type KcArgument } from "../src/functions";
import { openModel, type Model } from "../src/model";
import { packFigures, unpackFigures } from "../src/seeds/packedFigures";
import type { WorkbookPlan } from "../src/workbook/plan";
import { timeInTurn, type Spread } from "./rounds";

/** Microseconds a direct call of KC.REVENUE, and medians as multiples of a warm call that never changes. */
export interface CallFigures {
  readonly microseconds: Readonly<Record<string, Spread>>;
  readonly ratios: Readonly<Record<string, number>>;
  readonly callsPerSecond: Readonly<Record<string, number>>;
}

/** Arguments of one call of KC.REVENUE. */
export type RevenueArguments = readonly [period: string, segment: string | null, scenario: string | number | null, inputs: null];

/** Rows of the assumption range as Excel hands them over; a blank cell is empty text. */
export type InputRows = (string | number)[][];

const PERIODS = ["2024Q1", "2025Q3", "2026Q2", "1H26", "FY2025", "FY2026", "FY2027", "TTM"];
/** Those with a figure in every one of the periods. */
const SEGMENTS = [null, "total", "public", "enterprise", "ecosystem", "external"];
const [SAME, VARYING] = ["warm, same arguments", "warm, period, segment and scenario vary"] as const;

/** Every period with each of the segments under all six scenarios. */
export const VARIED: readonly RevenueArguments[] = PERIODS.flatMap((period) =>
  SEGMENTS.flatMap((segment) => [1, 2, 3, 4, 5, 6].map((scenario): RevenueArguments => [period, segment, scenario, null])));

/** Times KC.REVENUE as a plain function. */
export function measureCalls(model: Model, plan: WorkbookPlan, rounds: number): CallFigures {
  const packed = packFigures(model.seeds);
  const warm = createKcFunctions(model);
  const inputs = inputRange(plan);
  const capped = inputs.findIndex(([driver]) => driver === "capXiaomi2026");
  const first = inputs[0]!.indexOf("Base");
  if (capped < 0 || first < 0) throw new Error("The range KC_Inputs has no row capXiaomi2026 or no column Base.");
  let lever = 3000;
  const changedInputs = (): InputRows => inputs.map((cells, place) => (place === capped ? cells.map((cell, column) => (column === first ? (lever += 0.001) : cell)) : cells));
  const revenue = warm.REVENUE as (...args: readonly KcArgument[]) => number;
  const times = timeInTurn(
    [
      { name: "cold, figures unpacked and model opened", calls: 1, run: () => void createKcFunctions(openModel(unpackFigures(packed))).REVENUE("FY2026") },
      { name: "cold, model open", calls: 10, run: () => void createKcFunctions(model).REVENUE("FY2026") },
      { name: SAME, calls: 50_000, run: () => void revenue("FY2026", "xiaomi", "Base", null) },
      { name: VARYING, calls: 50_000, run: (call) => void revenue(...VARIED[call % VARIED.length]!) },
      { name: "warm, with KC_Inputs, same values", calls: 300, run: () => void revenue("FY2026", "xiaomi", "Base", inputs) },
      { name: "warm, with KC_Inputs, a value changes", calls: 50, run: () => void revenue("FY2026", "xiaomi", "Base", changedInputs()) },
    ],
    rounds,
  );
  const baseline = times.get(SAME)!.median;
  const of = (figure: (median: number) => number): Readonly<Record<string, number>> => Object.fromEntries([...times].map(([name, { median }]) => [name, figure(median)]));
  return { microseconds: Object.fromEntries(times), ratios: of((median) => median / baseline), callsPerSecond: of((median) => Math.round(1e6 / median)) };
}

/** The range KC_Inputs of the planned workbook, header included. */
export function inputRange({ names, sheets }: WorkbookPlan): InputRows {
  const { sheet, range } = names.find(({ name }) => name === "KC_Inputs")!;
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range)!;
  const place = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const rows = sheets.find(({ name }) => name === sheet)!.rows.slice(Number(top) - 1, Number(bottom));
  const columns = Array.from({ length: place(right!) - place(left!) + 1 }, (_, index) => place(left!) - 1 + index);
  return rows.map(({ cells }) => columns.map((column) => {
    const value = cells[column]?.value;
    return typeof value === "number" ? value : String(value ?? "");
  }));
}
