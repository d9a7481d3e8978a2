import type { Basis, Fact, Metric, Quality, Source } from "./fact";
import { parseCsv } from "./parseCsv";
import type { SeedsProblems } from "./seedsError";
import { isUnit, modelValueOf, significantDigits, unitNames } from "./units";

const factColumns = [
  "id",
  "metric",
  "period",
  "basis",
  "value",
  "unit",
  "as_printed",
  "source",
  "locator",
  "quality",
  "note",
] as const;
const derivedColumns = [
  "id",
  "metric",
  "period",
  "basis",
  "unit",
  "formula",
  "value",
  "low",
  "high",
  "note",
] as const;

const bases: readonly Basis[] = [
  "reported",
  "adjusted",
  "guidance",
  "broker",
  "growth-yoy",
  "growth-qoq",
  "multiple",
  "share",
  "market",
  "event",
];
const qualities: readonly Quality[] = ["ok", "rounded", "conflict", "transcription-error", "superseded"];

const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const year = String.raw`(?:19|20)\d{2}`;
const periodPattern = new RegExp(
  `^(?:${year}Q[1-4]|FY${year}|[12]H${year}|9M${year}|LTM${year}Q[1-4]|FY${year}-FY${year}|${day})$`,
);
const datePattern = new RegExp(`^${day}$`);
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const mostDigits = 15;

/** What facts are checked against. */
export interface KnownNames {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The printed figures of one facts file; a row without metric, period, unit or source, or with a value that is no number of at most 15 digits, is refused. */
export function readFacts(
  file: string,
  text: string,
  known: KnownNames,
  problems: SeedsProblems,
): readonly Fact[] {
  return parseCsv(file, text, factColumns, problems).map(({ row, cells }) => {
    const refuse = (message: string): void => problems.add(file, row, message);
    const common = readCommon(cells, known, refuse);
    const source = known.sources.get(cells.source);
    if (cells.source === "") refuse(`fact "${cells.id}" has no source; name a row of sources.csv`);
    else if (source === undefined)
      refuse(`source "${cells.source}" is not in sources.csv; add it there or correct it`);
    if (!(qualities as readonly string[]).includes(cells.quality)) {
      refuse(`quality "${cells.quality}" is not known; use one of ${qualities.join(", ")}`);
    }
    checkValue("value", cells.value, cells.unit, refuse);
    return {
      ...common,
      value: cells.value,
      asPrinted: cells.as_printed,
      source: cells.source,
      tier: source?.kind ?? "judgement",
      locator: cells.locator,
      quality: cells.quality as Quality,
      modelValue: modelValue(cells.value, common, known),
      file,
      row,
    };
  });
}

/** The derived figures of one file, checked in form; their arithmetic is checked once all figures are known. */
export function readDerivedFacts(
  file: string,
  text: string,
  known: KnownNames,
  problems: SeedsProblems,
): readonly Fact[] {
  return parseCsv(file, text, derivedColumns, problems).map(({ row, cells }) => {
    const refuse = (message: string): void => problems.add(file, row, message);
    const common = readCommon(cells, known, refuse);
    if (cells.formula === "")
      refuse(`derived fact "${cells.id}" has no formula; write it over fact ids in braces`);
    for (const column of ["value", "low", "high"] as const)
      checkValue(column, cells[column], cells.unit, refuse);
    return {
      ...common,
      value: cells.value,
      asPrinted: "",
      source: "derived",
      tier: "derived" as const,
      locator: cells.formula,
      quality: "ok" as const,
      modelValue: modelValue(cells.value, common, known),
      formula: cells.formula,
      low: cells.low,
      high: cells.high,
      file,
      row,
    };
  });
}

type Common = Pick<
  Fact,
  "id" | "metric" | "period" | "basis" | "unit" | "note" | "chosen" | "resolution" | "knownFrom"
>;
type CommonColumn = "id" | "metric" | "period" | "basis" | "unit" | "note";

function readCommon(
  cells: Readonly<Record<CommonColumn, string>>,
  known: KnownNames,
  refuse: (message: string) => void,
): Common {
  const { id, metric, period, basis, unit, note } = cells;
  if (!/^[A-Za-z0-9._]+$/.test(id))
    refuse(`id "${id}" must be letters, digits, dot and underscore: metric.period.source`);
  if (metric === "") refuse(`fact "${id}" has no metric; name a row of metrics.csv`);
  else if (!known.metrics.has(metric))
    refuse(`metric "${metric}" is not in metrics.csv; add it there or correct it`);
  if (period === "") refuse(`fact "${id}" has no period; write it as 2025Q3, FY2025, 1H2025 or 2025-07-29`);
  else if (!periodPattern.test(period)) {
    refuse(
      `period "${period}" is not known; write 2025Q3, FY2025, 1H2025, 9M2025, LTM2026Q1, FY2025-FY2027 or 2025-07-29`,
    );
  }
  if (!(bases as readonly string[]).includes(basis))
    refuse(`basis "${basis}" is not known; use one of ${bases.join(", ")}`);
  if (unit === "") refuse(`fact "${id}" has no unit; write the unit that was printed`);
  else if (!isUnit(unit)) refuse(`unit "${unit}" is not known; use one of ${unitNames().join(", ")}`);
  return {
    id,
    metric,
    period,
    basis: basis as Basis,
    unit,
    note,
    chosen: false,
    resolution: null,
    knownFrom: "",
  };
}

function checkValue(column: string, value: string, unit: string, refuse: (message: string) => void): void {
  if (unit === "date") {
    if (!datePattern.test(value)) refuse(`${column} "${value}" is no date; write it as 2025-07-29`);
  } else if (!numberPattern.test(value)) {
    refuse(`${column} "${value}" is no number; write digits, a dot and a leading minus only`);
  } else if (significantDigits(value) > mostDigits) {
    refuse(`${column} "${value}" has more than ${mostDigits} significant digits; round it`);
  }
}

function modelValue(value: string, { metric, unit, basis }: Common, known: KnownNames): string | null {
  const metricUnit = known.metrics.get(metric)?.unit;
  return metricUnit === undefined || !numberPattern.test(value)
    ? null
    : modelValueOf(value, unit, basis, metricUnit);
}
