import { ENGLISH, loadedCatalogues, valueInEnglish } from "../words";
import { chartInWords } from "./planInWords";
import { NUMBER_FORMATS } from "./styles";
import type { Unit } from "../model";
import { bridgeChart, BRIDGE_CHART_HEADING, BRIDGE_TITLE } from "./bridgeResult";
import type { ChartPlan } from "./plan";

/** Rows from the top in which the table of a result begins at the latest. */
const HEAD = 40;
/** Rows that a bridge can have. */
const MOST = 60;

/** The charts that a result on a sheet of its own is drawn with, read from its cells: wherever its rows have gone, whoever holds the sheet, and in whatever language. None for any other sheet. */
export function chartsOfResult(sheet: string, valueAt: (address: string) => unknown): readonly ChartPlan[] {
  for (const words of [ENGLISH, ...loadedCatalogues()]) {
    const english = (address: string): unknown => valueInEnglish(words, valueAt(address));
    const [begins = ""] = (words.sentence(`${BRIDGE_TITLE}{0}`) ?? "").split("{0}");
    const charts = begins === "" ? [] : chartsInEnglish(sheet, begins, english);
    if (charts.length > 0) return charts.map((chart) => chartInWords(chart, words));
  }
  return [];
}

function chartsInEnglish(
  sheet: string,
  begins: string,
  valueAt: (address: string) => unknown,
): readonly ChartPlan[] {
  const title = valueAt("A1");
  if (typeof title !== "string" || !title.startsWith(begins)) return [];
  const heading = rowWhere(1, HEAD, (row) => valueAt(`I${row}`) === BRIDGE_CHART_HEADING);
  if (heading === null) return [];
  const first = heading + 1;
  const last = rowWhere(first + 1, first + MOST, (row) => typeof valueAt(`J${row}`) === "number");
  const [axisFrom, unit] = last === null ? [null, null] : [valueAt(`I${last + 1}`), valueAt(`J${last + 1}`)];
  if (last === null || typeof axisFrom !== "number" || typeof unit !== "string" || !(unit in NUMBER_FORMATS))
    return [];
  const below = rowWhere(first, last + 1, (row) => Number(valueAt(`F${row}`)) < 0) !== null;
  const place = {
    first,
    last,
    title: title.slice(begins.length),
    unit: unit as Unit,
    axisFrom,
    below,
  };
  return [bridgeChart(sheet, place)];
}

/** The first row from one to before another that is as asked, or null. */
function rowWhere(from: number, before: number, is: (row: number) => boolean): number | null {
  for (let row = from; row < before; row++) if (is(row)) return row;
  return null;
}
