import { constant, type Expression } from "../../formula";
import type { Unit } from "../driver";
import { lineItem, type LineItem } from "../lineItem";

/** Rows whose values are the calendar itself; the workbook takes them from the Timeline sheet. */
function clockLine(id: string, label: string, unit: Unit, meaning: string): LineItem {
  const none = (): Expression => constant("0");
  return lineItem(id, { label, unit, meaning, forecast: none, annual: "none" });
}

/** The calendar in numbers, as formulas need it. */
export const clock = {
  quarterNumber: clockLine(
    "quarterNumber",
    "Quarter number",
    "number",
    "1 in the first quarter of the model.",
  ),
  quarterCode: clockLine(
    "quarterCode",
    "Quarter code",
    "quarter",
    "Year times ten plus quarter, to compare with quarter inputs.",
  ),
  quarterOfYear: clockLine("quarterOfYear", "Quarter of the year", "number", "1 to 4."),
  quartersLeft: clockLine("quartersLeft", "Quarters left in the year", "number", "4 to 1, this one counted."),
  next: clockLine(
    "secondQuarterLeft",
    "Another quarter follows in the year",
    "flag",
    "1 in the first three quarters.",
  ),
  nextButOne: clockLine(
    "thirdQuarterLeft",
    "Two quarters follow in the year",
    "flag",
    "1 in the first two quarters.",
  ),
  nextButTwo: clockLine(
    "fourthQuarterLeft",
    "Three quarters follow in the year",
    "flag",
    "1 in the first quarter.",
  ),
  driverYear: clockLine(
    "driverYear",
    "Year of the assumptions",
    "number",
    "1 in the year after the opening: which yearly assumption applies.",
  ),
  assumedQuarter: clockLine(
    "assumedQuarter",
    "Quarter of the assumptions",
    "number",
    "1 in the first quarter of the year after the opening: which typed quarter applies.",
  ),
  agreementYear: clockLine(
    "agreementYear",
    "Year of the cap agreement",
    "number",
    "1 in the first agreed year; stays at the last one after it: which agreed cap applies.",
  ),
  renewalQuarter: clockLine(
    "renewalQuarter",
    "Quarters into the renewal",
    "number",
    "0 while the framework lasts, then 1, 2, 3 …",
  ),
  phase: clockLine(
    "phase",
    "Phase",
    "number",
    "0 before the opening quarter, 1 in it, 2 after it; every quarter after it is known or else calculated.",
  ),
  openingYear: clockLine(
    "openingYear",
    "Opening year or later",
    "flag",
    "1 from the first quarter of the opening year.",
  ),
  afterReports: clockLine(
    "afterReports",
    "After the last quarter of the facts",
    "flag",
    "1 where amounts a quarter are assumed: what a quarter of the facts held is in its figures.",
  ),
} as const;
