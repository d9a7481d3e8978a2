import { guidanceDrivers } from "../companies/kingsoftCloud";
import { absolute, cellAddress, onSheet } from "./address";
import { AXIS } from "./axis";
import type { Layout } from "./layout";
import { scenarioSheet } from "./sheetNames";

const BASE = 2;

/** Cell with the decimals to which a check rounds before it compares, so that a spreadsheet which calculates with more digits agrees. */
export function checkDigitsCell(layout: Layout, scenarioNumber = BASE): string {
  const { scenarios } = layout;
  return onSheet(
    scenarioSheet(scenarios, scenarioNumber),
    absolute(cellAddress(layout.scenario.driver.get(guidanceDrivers.checkDigits.id)!, AXIS.value)),
  );
}
