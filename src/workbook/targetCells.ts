/** Fixed places of the sheet of target prices: rows, and the column of the first scenario. */
export const TARGET_CELLS = {
  firstScenario: 3,
  names: 12,
  year: 13,
  probability: 14,
  price: 15,
  target: 16,
  methodNames: 23,
  methods: 24,
  lastMethod: 29,
  bars: 32,
  lastBar: 37,
  chartRows: 18,
} as const;
