import { constant, type Expression } from "../../../formula";
import { lineItem, quarterCode, type ClockValue, type LineItem, type Unit } from "../../../model";
import { DRIVER_YEARS, firstQuarterOf, FRAMEWORK_END_YEAR, PERIODS } from "../timeline";

const FIRST_ASSUMED_YEAR = DRIVER_YEARS[0]!;

/** Rows whose values are the calendar itself; the workbook takes them from the Timeline sheet. */
function clockLine(id: string, label: string, unit: Unit, meaning: string, value: ClockValue): LineItem {
  const none = (): Expression => constant("0");
  return lineItem(id, { label, unit, meaning, clock: value, forecast: none, annual: "none" });
}

/** The calendar in numbers, as formulas need it. */
export const clock = {
  quarterNumber: clockLine(
    "quarterNumber",
    "Quarter number",
    "number",
    "1 in the first quarter of the model.",
    (_, column) => column + 1,
  ),
  quarterCode: clockLine(
    "quarterCode",
    "Quarter code",
    "quarter",
    "Year times ten plus quarter, to compare with quarter inputs.",
    ({ year, quarter }) => quarterCode(year, quarter),
  ),
  quarterOfYear: clockLine(
    "quarterOfYear",
    "Quarter of the year",
    "number",
    "1 to 4.",
    ({ quarter }) => quarter,
  ),
  quartersLeft: clockLine(
    "quartersLeft",
    "Quarters left in the year",
    "number",
    "4 to 1, this one counted.",
    ({ quarter }) => 5 - quarter,
  ),
  next: clockLine(
    "secondQuarterLeft",
    "Another quarter follows in the year",
    "flag",
    "1 in the first three quarters.",
    ({ quarter }) => (quarter <= 3 ? 1 : 0),
  ),
  nextButOne: clockLine(
    "thirdQuarterLeft",
    "Two quarters follow in the year",
    "flag",
    "1 in the first two quarters.",
    ({ quarter }) => (quarter <= 2 ? 1 : 0),
  ),
  nextButTwo: clockLine(
    "fourthQuarterLeft",
    "Three quarters follow in the year",
    "flag",
    "1 in the first quarter.",
    ({ quarter }) => (quarter === 1 ? 1 : 0),
  ),
  driverYear: clockLine(
    "driverYear",
    "Year of the assumptions",
    "number",
    "1 in the year after the opening: which yearly assumption applies.",
    ({ year }) => Math.max(1, year - FIRST_ASSUMED_YEAR + 1),
  ),
  assumedQuarter: clockLine(
    "assumedQuarter",
    "Quarter of the assumptions",
    "number",
    "1 in the first quarter of the year after the opening: which typed quarter applies.",
    (_, column) => Math.max(0, column - firstQuarterOf(FIRST_ASSUMED_YEAR) + 1),
  ),
  agreementYear: clockLine(
    "agreementYear",
    "Year of the cap agreement",
    "number",
    "1 in the first agreed year; stays at the last one after it: which agreed cap applies.",
    ({ year }) => Math.max(1, Math.min(year, FRAMEWORK_END_YEAR) - FIRST_ASSUMED_YEAR + 1),
  ),
  renewalQuarter: clockLine(
    "renewalQuarter",
    "Quarters into the renewal",
    "number",
    "0 while the framework lasts, then 1, 2, 3 …",
    ({ year, quarter }) => Math.max(0, (year - FRAMEWORK_END_YEAR - 1) * 4 + quarter),
  ),
  phase: clockLine(
    "phase",
    "Phase",
    "number",
    "0 before the opening quarter, 1 in it, 2 after it; every quarter after it is known or else calculated.",
    (_, column, { opening }) => (column < opening ? 0 : column === opening ? 1 : 2),
  ),
  openingYear: clockLine(
    "openingYear",
    "Opening year or later",
    "flag",
    "1 from the first quarter of the opening year.",
    ({ year }, _, { opening }) => (year >= PERIODS[opening]!.year ? 1 : 0),
  ),
  afterReports: clockLine(
    "afterReports",
    "After the last quarter of the facts",
    "flag",
    "1 where amounts a quarter are assumed: what a quarter of the facts held is in its figures.",
    (_, column, { reportedTo }) => (column > reportedTo ? 1 : 0),
  ),
} as const;
