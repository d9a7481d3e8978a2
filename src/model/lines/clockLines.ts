import { constant, type Expression } from "../../formula";
import { lineItem, type LineItem } from "../lineItem";
import type { Unit } from "../driver";

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
  driverYear: clockLine(
    "driverYear",
    "Year of the assumptions",
    "number",
    "1 in 2026: which yearly assumption applies.",
  ),
  agreementYear: clockLine(
    "agreementYear",
    "Year of the cap agreement",
    "number",
    "1 in 2026, 2 in 2027 and after: which agreed cap applies.",
  ),
  renewalQuarter: clockLine(
    "renewalQuarter",
    "Quarters into the renewal",
    "number",
    "0 until 2027, then 1, 2, 3 …",
  ),
} as const;
