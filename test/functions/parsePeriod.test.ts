import { parsePeriod, type KcScalar } from "../../src/functions";

/** The last actual quarter of these tests: 2025Q4. */
const LAST_ACTUAL = 7;
const label = (value: KcScalar): string => parsePeriod(value, LAST_ACTUAL).label;

const HABITS: readonly (readonly [string, readonly KcScalar[]])[] = [
  [
    "2025Q3",
    [
      "2025Q3",
      "2025 q3",
      "2025-Q3",
      "2025/Q3",
      "Q3 2025",
      "q3-2025",
      "Q3'25",
      "Q3 FY25",
      "Q325",
      "3Q25",
      "3q 2025",
      " 3 Q 2 5 ",
      "3Q25E",
      "3Q25A",
      "2025Q3E",
      "FY25Q3",
      "FY2025 Q3",
      "25Q3",
      "3Q2025",
    ],
  ],
  ["2025Q1", ["3M25", "1Q25", "2025Q1A"]],
  [
    "FY2025",
    [
      "FY2025",
      "fy 2025",
      "FY25",
      "FY25E",
      "FY2025A",
      "2025",
      "2025E",
      "25E",
      "CY2025",
      "F2025",
      "2025FY",
      "12M25",
      2025,
    ],
  ],
  ["FY2026", ["FY26", "26F", "FY 2026 (E)"]],
  ["1H2025", ["1H25", "H1 2025", "1H 2025", "2025H1", "1h25E", "H125", "6M25", "6M 2025"]],
  ["2H2026", ["2H2026", "2H26E", "H2 26"]],
  ["9M2025", ["9M25", "9M 2025", "2025 9M"]],
  [
    "LTM2025Q4",
    [
      "TTM",
      "LTM",
      "ttm",
      "LTM 2025Q4",
      "LTM4Q25",
      "TTM 4Q25E",
      "LTM FY2025",
      "2025Q4 LTM",
      "LTM 2025-12-31",
      "LTM 2H25",
    ],
  ],
  ["LTM2026Q2", ["LTM 2026Q2", "TTM 2Q26E", "2Q26 TTM"]],
  ["LTM2026Q4", ["NTM"]],
  [
    "2025Q3",
    [
      "2025-09-30",
      "2025/7/1",
      "2025.08.15",
      "20250930",
      "2025-09-30T00:00:00Z",
      45930,
      45839,
      "45930",
      45930.75,
      20253,
    ],
  ],
  ["2025Q4", [45931, 46022]],
  ["2023Q4", ["4Q23", "2023Q4"]],
  ["FY2021", ["FY21", 2021]],
  ["FY2026-FY2027", ["FY2026-FY2027", "FY26–FY27"]],
  ["2028Q4", ["4Q28"]],
];

test.each(HABITS.flatMap(([expected, habits]) => habits.map((habit) => [habit, expected] as const)))(
  "%p is %s",
  (habit, expected) => {
    expect(label(habit)).toBe(expected);
  },
);

test("a date keeps its day for facts of a day", () => {
  expect(parsePeriod("2026-05-03", LAST_ACTUAL)).toMatchObject({ label: "2026Q2", date: "2026-05-03" });
  expect(parsePeriod(45930, LAST_ACTUAL).date).toBe("2025-09-30");
});

const HINT = "write it like 2025Q3, 3Q25, FY2025, 1H25, 9M25, TTM, LTM 2025Q4 or a date.";

test.each<[KcScalar, string]>([
  ["FY2031", "No FY2031: the model ends in FY2028."],
  ["2029Q1", "No 2029Q1: the model ends in 2028Q4."],
  ["1H29", "No 1H2029: the model ends in 2028Q4."],
  ["LTM 2029Q2", "No 2029Q2: the model ends in 2028Q4."],
  ["FY2027-FY2030", "No FY2030: the model ends in FY2028."],
  ["FY2027-FY2026", "FY2027-FY2026 runs backwards: put the first year first."],
  ["Q5 2025", "No quarter 5: quarters run from Q1 to Q4."],
  ["2025Q0", "No quarter 0: quarters run from Q1 to Q4."],
  ["3H25", "No half-year 3: write 1H or 2H."],
  ["LTM soon", "Cannot read where the last twelve months end, 'SOON': write LTM 2025Q4."],
  ["next year", `Cannot read the period 'next year': ${HINT}`],
  ["2025-13-01", `Cannot read the period '2025-13-01': ${HINT}`],
  [0, `Cannot read the period '0': ${HINT}`],
  [12.5, `Cannot read the period '12.5': ${HINT}`],
  [-1, `Cannot read the period '-1': ${HINT}`],
  [true, `'TRUE' is not a period: ${HINT}`],
  ["  ", `Give a period: ${HINT}`],
  [null, `Give a period: ${HINT}`],
])("%p is refused: %s", (value, message) => {
  expect(() => label(value)).toThrow(expect.objectContaining({ code: "#VALUE!", message }));
});
