/* eslint-disable @typescript-eslint/no-explicit-any -- the metadata tool knows a range only as any[][]. */

import { findSegment } from "./findLine";
import { inCell, inCells, laterInCells, withSource } from "./inCell";
import { allFunctions, valueFunctions } from "./shippedFunctions";

/**
 * Parts of revenue.
 * @customenum {string}
 */
declare enum Segment {
  /** All revenue */
  total = "total",
  /** Public cloud services */
  public = "public",
  /** Enterprise cloud services */
  enterprise = "enterprise",
  /** Xiaomi and Kingsoft together */
  ecosystem = "ecosystem",
  /** Everyone else */
  external = "external",
  /** Xiaomi */
  xiaomi = "xiaomi",
  /** Kingsoft */
  kingsoft = "kingsoft",
  /** Gross billing of AI cloud services */
  ai = "ai",
  /** Public cloud without AI */
  basic = "basic",
}

/**
 * Scenarios, as the selector on the Summary sheet has them; the build writes what each assumes.
 * @customenum {string}
 */
declare enum Scenario {
  base = "Base",
}

/**
 * Lines of the model; the build writes the whole list.
 * @customenum {string}
 */
declare enum Line {
  revenue = "revenue",
}

/**
 * Assumptions; the build writes the whole list.
 * @customenum {string}
 */
declare enum Driver {
  capXiaomi2026 = "capXiaomi2026",
}

/**
 * Related parties under the framework agreements.
 * @customenum {string}
 */
declare enum Party {
  /** Xiaomi */
  xiaomi = "xiaomi",
  /** Kingsoft */
  kingsoft = "kingsoft",
  /** Both together */
  combined = "combined",
}

/**
 * What to know about a cap.
 * @customenum {string}
 */
declare enum Measure {
  /** The cap in force, RMB million */
  cap = "cap",
  /** Revenue counted against the cap, RMB million */
  used = "used",
  /** Cap less use, RMB million */
  headroom = "headroom",
  /** Use divided by cap */
  utilisation = "utilisation",
  /** First quarter in which the cap keeps demand out */
  binding = "binding",
  /** Demand that the cap keeps out, RMB million */
  lost = "lost",
  /** Uplift on the cap without revision at which it stops binding */
  stopsBinding = "stopsBinding",
  /** Revenue that the next 1 % of cap would let in, RMB million */
  marginalValue = "marginalValue",
  /** Whether the cap binds and what it would take, in a sentence */
  sentence = "sentence",
}

/**
 * What growth compares with.
 * @customenum {string}
 */
declare enum Comparison {
  /** The same period of the year before */
  yoy = "yoy",
  /** The quarter before */
  qoq = "qoq",
}

/**
 * Revenue of Kingsoft Cloud in RMB million, in total or of a segment; actual where reported, else forecast.
 * @customfunction REVENUE REVENUE
 * @helpurl https://localhost:3000/help.html#revenue
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4, or a date
 * @param [segment] total (default), public, enterprise, ecosystem, external, xiaomi, kingsoft, ai or basic
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns Revenue, RMB million
 */
export function REVENUE(
  period: string | number,
  segment?: Segment,
  scenario?: Scenario,
  inputs?: any[][],
): number | object {
  return withSource(
    () => valueFunctions().REVENUE(period, segment, scenario, inputs),
    () => [findSegment(segment).id, period, scenario, inputs],
  );
}

/**
 * Share of ecosystem revenue (Xiaomi and Kingsoft) in revenue, as a fraction.
 * @customfunction ECOSYSTEM_SHARE ECOSYSTEM_SHARE
 * @helpurl https://localhost:3000/help.html#ecosystem_share
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4, or a date
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns Share, a fraction
 */
export function ECOSYSTEM_SHARE(
  period: string | number,
  scenario?: Scenario,
  inputs?: any[][],
): number | object {
  return withSource(
    () => valueFunctions().ECOSYSTEM_SHARE(period, scenario, inputs),
    () => ["ecosystemShare", period, scenario, inputs],
  );
}

/**
 * Any line of the model or any figure of the facts: revenue, adjusted EBITDA, capex, cash, a balance, a ratio.
 * @customfunction LINE LINE
 * @helpurl https://localhost:3000/help.html#line
 * @param line Line or figure by name, e.g. adjustedEbitda, "Gross profit" or capex; KC.LINES() lists them
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4, or a date
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns The figure in the line's unit; a percentage as a fraction
 */
export function LINE(
  line: Line,
  period: string | number,
  scenario?: Scenario,
  inputs?: any[][],
): number | string | object {
  return withSource(
    () => valueFunctions().LINE(line, period, scenario, inputs),
    () => [line, period, scenario, inputs],
  );
}

/**
 * Growth of a line on the year or the quarter before, as a fraction; of a ratio, the difference.
 * @customfunction GROWTH GROWTH
 * @helpurl https://localhost:3000/help.html#growth
 * @param line Line of the model by name, e.g. revenue
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4, or a date
 * @param [comparison] yoy (default) or qoq
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns Growth, a fraction
 */
export function GROWTH(
  line: Line,
  period: string | number,
  comparison?: Comparison,
  scenario?: Scenario,
  inputs?: any[][],
): number {
  return inCell(() => valueFunctions().GROWTH(line, period, comparison, scenario, inputs));
}

/**
 * A line over time: a row of periods and a row of values that spill.
 * @customfunction SERIES SERIES
 * @helpurl https://localhost:3000/help.html#series
 * @param line Line or figure by name, e.g. revenue
 * @param from First period; its length is the step, e.g. 2025Q1 or FY2025
 * @param to Last period, of the same length
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns Two rows: periods and values
 */
export function SERIES(
  line: Line,
  from: string | number,
  to: string | number,
  scenario?: Scenario,
  inputs?: any[][],
): any[][] {
  return inCells(() => valueFunctions().SERIES(line, from, to, scenario, inputs));
}

/**
 * Annual cap of a related party and what is left of it.
 * @customfunction CAP CAP
 * @helpurl https://localhost:3000/help.html#cap
 * @param party xiaomi, kingsoft or combined
 * @param year Calendar year or a quarter of it, e.g. FY2026 or 2026Q3
 * @param [measure] cap (default), used, headroom, utilisation, binding, lost, stopsBinding, marginalValue or sentence
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns RMB million; utilisation and stopsBinding fractions; binding a quarter or "none"; sentence a text
 */
export function CAP(
  party: Party,
  year: string | number,
  measure?: Measure,
  scenario?: Scenario,
  inputs?: any[][],
): number | string {
  return inCell(() => valueFunctions().CAP(party, year, measure, scenario, inputs));
}

/**
 * Where a number comes from: document, place, as printed and quality of a fact; formula in words and assumptions of a forecast.
 * @customfunction SOURCE SOURCE
 * @helpurl https://localhost:3000/help.html#source
 * @param line Line or figure by name, e.g. revenue
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4, or a date
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns Rows of label and value
 */
export function SOURCE(
  line: Line,
  period: string | number,
  scenario?: Scenario,
  inputs?: any[][],
): Promise<any[][]> {
  return laterInCells(({ SOURCE: source }) => source(line, period, scenario, inputs));
}

/**
 * A line over values of one assumption (down) or of two (down and across): a grid that spills.
 * @customfunction SENSITIVITY SENSITIVITY
 * @helpurl https://localhost:3000/help.html#sensitivity
 * @param line Line of the model by name, e.g. adjustedEbitda
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4
 * @param driver Assumption that changes down the grid; the Inputs sheet lists them
 * @param values Its values, a range or a list such as {0.1,0.2,0.3}
 * @param [driver2] Assumption that changes across the grid
 * @param [values2] Its values
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns Grid with the values in its first row and column
 */
export function SENSITIVITY(
  line: Line,
  period: string | number,
  driver: Driver,
  values: any[][],
  driver2?: Driver,
  values2?: any[][],
  scenario?: Scenario,
  inputs?: any[][],
): any[][] {
  return inCells(() =>
    valueFunctions().SENSITIVITY(line, period, driver, values, driver2, values2, scenario, inputs),
  );
}

/**
 * The value of an assumption, within its allowed range, that brings a line to a target.
 * @customfunction BREAKEVEN BREAKEVEN
 * @helpurl https://localhost:3000/help.html#breakeven
 * @param line Line of the model by name, e.g. netResult
 * @param period Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4
 * @param target What the line should be, in its unit; a percentage as a fraction
 * @param driver Assumption to solve for; the Inputs sheet lists them
 * @param [scenario] Base (default), Downside, Upside, Renewal delayed, Renewal lapses or Custom
 * @param [inputs] Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet
 * @returns The assumption's value
 */
export function BREAKEVEN(
  line: Line,
  period: string | number,
  target: number,
  driver: Driver,
  scenario?: Scenario,
  inputs?: any[][],
): number {
  return inCell(() => valueFunctions().BREAKEVEN(line, period, target, driver, scenario, inputs));
}

/**
 * Every line of the model with label, unit, section and meaning.
 * @customfunction LINES LINES
 * @helpurl https://localhost:3000/help.html#lines
 * @returns A table that spills
 */
export function LINES(): any[][] {
  return inCells(() => valueFunctions().LINES());
}

/**
 * Every scenario with its number and what it assumes.
 * @customfunction SCENARIOS SCENARIOS
 * @helpurl https://localhost:3000/help.html#scenarios
 * @returns A table that spills
 */
export function SCENARIOS(): any[][] {
  return inCells(() => valueFunctions().SCENARIOS());
}

/**
 * Every figure of the facts, or those behind a line, with source, tier, quality and what was printed.
 * @customfunction FACTS FACTS
 * @helpurl https://localhost:3000/help.html#facts
 * @param [line] Line or figure by name; all when left out
 * @returns A table that spills
 */
export function FACTS(line?: Line): Promise<any[][]> {
  return laterInCells(({ FACTS: facts }) => facts(line));
}

CustomFunctions.associate({
  REVENUE,
  ECOSYSTEM_SHARE,
  LINE,
  GROWTH,
  SERIES,
  CAP,
  SOURCE,
  SENSITIVITY,
  BREAKEVEN,
  LINES,
  SCENARIOS,
  FACTS,
});

// The sources begin to load at once, so that cards and KC.SOURCE find them; a failure shows where they are asked for.
allFunctions().catch(() => undefined);
