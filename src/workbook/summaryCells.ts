/** Fixed places that other sheets refer to: the scenario selector and number on Summary, the master flag on Checks. */
export const summaryCells = {
  selector: "$B$4",
  selectorColumn: 2,
  selectorRow: 4,
  number: "$B$5",
  checksColumn: 3,
  checksRow: 4,
} as const;
