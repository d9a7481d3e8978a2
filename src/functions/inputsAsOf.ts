import { typedKnownFrom } from "../analysis/modelAsOf";
import { periodIndex } from "../companies/kingsoftCloud";
import { lineKey, type Model } from "../model";
import { isConsensusTable } from "./estimator";
import { headPlace } from "./headPlace";
import { isRange, type KcArgument, type KcScalar } from "./kcValue";
import { knownFiguresFrom, LINE_YEAR, QUARTER_NAMES } from "./typedFigures";

/** Excel's number of the day from which computers count. */
const EPOCH = 25_569;

/** The inputs of a call with what was known at the end of an ISO day: later figures of Actuals are blank, later estimates left out. */
export function inputsAsOf(model: Model, inputs: KcArgument, day: string): KcArgument {
  if (!isRange(inputs)) return inputs;
  const from = knownFiguresFrom(inputs);
  if (isConsensusTable(inputs)) {
    const date = headPlace("Date", inputs[0]);
    const last = Date.parse(day) / 86_400_000 + EPOCH;
    return inputs.filter((row) => !(Number(row[date]) > last));
  }
  const days = headPlace("Q1 known", inputs[from]);
  const first = inputs[from]?.indexOf(QUARTER_NAMES[0]!) ?? 0;
  return inputs.map((row, index) => {
    const [, lineId, year] = index > from ? (LINE_YEAR.exec(String(row[0])) ?? []) : [];
    return row.map((cell, column) => {
      const place = lineId === undefined ? -1 : periodIndex(`${year}Q${column - first + 1}`);
      if (place < 0) return cell;
      const knownFrom = days < 0 ? null : isoDay(row[days + column - first]);
      return (knownFrom ?? typedKnownFrom(model, lineKey(lineId!, place))) > day ? "" : cell;
    });
  });
}

/** The day of publication that stands beside a figure, as the pane writes it or as Excel counts days; null where there is none. */
function isoDay(cell: KcScalar | undefined): string | null {
  if (typeof cell === "number" && cell > EPOCH && cell < 1e6)
    return new Date((cell - EPOCH) * 86_400_000).toISOString().slice(0, 10);
  return /^(?:from |自)?(\d{4}-\d\d-\d\d)起?$/.exec(String(cell))?.[1] ?? null;
}
