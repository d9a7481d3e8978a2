/** Columns of the assumption table. */
export const INPUT_COLUMNS = {
  label: 1,
  driver: 2,
  unit: 3,
  min: 4,
  max: 5,
  firstScenario: 6,
  tier: 12,
  source: 13,
  reason: 14,
} as const;
