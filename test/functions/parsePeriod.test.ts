import { parsePeriod, parseQuarter, type KcScalar } from "../../src/functions";

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
  ["2028Q4", ["4Q28", 47118]],
];

/** Months, dates and the words of other habits. */
const OTHER_HABITS: readonly (readonly [string, readonly KcScalar[]])[] = [
  [
    "2025Q3",
    [
      ...[
        "2025-09",
        "202509",
        202509,
        "2025M09",
        "2025.09",
        "09/2025",
        "9/2025",
        "2025/9",
        "Sep-25",
        "sep 2025",
      ],
      ...["Sept. 2025", "September 2025", "2025 Sep", "Aug-25", "30-Sep-2025", "30 Sep 25", "Sep 30, 2025"],
      ...["9/30/2025", "30/9/2025", "30.09.2025", "9/30/25", "9/9/2025", 20250930],
      ...[
        "Q3\u20112025",
        "Q3\u20132025",
        "Q3\u22122025",
        "Q3\uFF0D2025",
        "Ｑ３ ２０２５",
        "３Ｑ２５",
        "２０２５Ｑ３",
      ],
      ...[
        "2025年第三季度",
        "2025年三季度",
        "2025年3季度",
        "2025年第3季度",
        "2025年Q3",
        "25年三季度",
        "2025第三季度",
      ],
      ...[
        "２０２５年第３季度",
        "2025 年 第 三 季度",
        "二〇二五年第三季度",
        "2025年9月",
        "2025年九月",
        "2025年9月30日",
      ],
      ...[
        "3. Quartal 2025",
        "third quarter of 2025",
        "Q3/25",
        "Q3.2025",
        "2025 3Q",
        "T3 2025",
        "3T25",
        "7-9/25",
      ],
    ],
  ],
  [
    "9M2025",
    [
      ...["1-9/25", "1-9/2025", "2025/1-9", "Jan-Sep 2025", "Q1-Q3 2025", "1Q25-3Q25", "nine months 2025"],
      ...[
        "2025年前三季度",
        "2025年前三个季度",
        "2025年1-9月",
        "2025年1至9月",
        "2025年首九個月",
        "9 months 2025",
      ],
    ],
  ],
  [
    "1H2025",
    ["2025年上半年", "2025上半年", "1-6/25", "2025年1-6月", "first half 2025", "1. Halbjahr 2025", "S1 2025"],
  ],
  ["2H2025", ["2025年下半年", "Q3-Q4 2025", "7-12/25"]],
  [
    "FY2025",
    [
      "2025全年",
      "2025年全年",
      "2025年",
      "2025年度",
      "full year 2025",
      "1-12/25",
      "2025Q1–2025Q4",
      "２０２５",
    ],
  ],
  ["FY2025-FY2026", ["2025-2026"]],
  ["LTM2025Q3", ["LTM Sep-25", "TTM 2025年三季度", "LTM 30.9.2025"]],
];

test.each(
  [...HABITS, ...OTHER_HABITS].flatMap(([expected, habits]) =>
    habits.map((habit) => [habit, expected] as const),
  ),
)("%p is %s", (habit, expected) => {
  expect(label(habit)).toBe(expected);
});

test.each<[KcScalar, string]>([
  ["2025/3", "'2025/3' can be a month or a quarter: write 2025-03 or 2025Q3."],
  ["2025-3", "'2025-3' can be a month or a quarter: write 2025-03 or 2025Q3."],
  ["2025.3", "'2025.3' can be a month or a quarter: write 2025-03 or 2025Q3."],
  [2025.3, "'2025.3' can be a month or a quarter: write 2025-03 or 2025Q3."],
  ["２０２５／３", "'2025/3' can be a month or a quarter: write 2025-03 or 2025Q3."],
  ["2025/2", "'2025/2' can be a month or a quarter: write 2025-02 or 2025Q2."],
  ["3/2025", "'3/2025' can be a month or a quarter: write 2025-03 or 2025Q3."],
  ["1-3/25", "'1-3/25' can be months or quarters: write 1Q25 or 9M25."],
  ["9/10/2025", "'9/10/2025' can be several periods: write 2025-09-10 or 2025-10-09."],
  ["30.9.25", "'30.9.25' can be several periods: write 2025-09-30 or 2030-09-25."],
  ["25/9/30", "'25/9/30' can be several periods: write 2030-09-25 or 2025-09-30."],
])("%p has two readings: %s", (value, message) => {
  expect(() => label(value)).toThrow(expect.objectContaining({ code: "#VALUE!", message }));
});

test.each([
  "20-25",
  "20/26",
  "20 25",
  "25-Sep",
  "9/25",
  "2-5/25",
  "Q2-Q3 2025",
  "4Q25-1Q26",
  "2025/26",
  "三季度",
  "Q3",
  "25",
  25,
])("%p is no period, and nothing is guessed", (value) => {
  expect(() => label(value)).toThrow(expect.objectContaining({ code: "#VALUE!" }));
});

describe("a day that Excel counts", () => {
  /** The number of a day in each of Excel's two systems. */
  const serials = (iso: string): { readonly from1900: number; readonly from1904: number } => {
    const from1900 = Date.parse(iso) / 86_400_000 + 25_569;
    return { from1900, from1904: from1900 - 1462 };
  };

  test("is refused with both readings where a workbook that counts from 1904 may mean a quarter of the model", () => {
    expect(serials("2028-09-30").from1904).toBe(45564);
    expect(() => label(45564)).toThrow(
      '45564 is 29 Sep 2024 where days are counted from 1900 and 30 Sep 2028 where they are counted from 1904: write 2024Q3 or 2028Q3, or for a cell YEAR(cell)&"Q"&ROUNDUP(MONTH(cell)/3,0).',
    );
    expect(() => label("45564")).toThrow("29 Sep 2024");
  });

  test("gives its own quarter or none, for every day of the model and either system", () => {
    const answers = { read: 0, refused: 0 };
    for (let day = Date.parse("2024-01-01"); day <= Date.parse("2028-12-31"); day += 86_400_000) {
      const iso = new Date(day).toISOString().slice(0, 10);
      const { from1900, from1904 } = serials(iso);
      const quarter = `${iso.slice(0, 4)}Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
      expect(() => label(from1904)).toThrow("counted from 1904");
      try {
        expect(label(from1900)).toBe(quarter);
        answers.read++;
      } catch (error) {
        expect(String(error)).toContain(`write ${quarter} or `);
        answers.refused++;
      }
    }
    expect(answers).toEqual({ read: 1462, refused: 365 });
  });
});

test("a quarter is read in every habit where a quarter is wanted", () => {
  for (const habit of [
    "3Q26",
    "Q3 2026",
    "2026Q3",
    20263,
    "20263",
    "2026年三季度",
    "2026-09",
    "Sep-26",
    "9/30/2026",
  ])
    expect([habit, parseQuarter(habit)]).toEqual([habit, 20263]);
  expect(() => parseQuarter("FY2026")).toThrow("FY2026 is no quarter: give one, e.g. 2026Q3 or 3Q26.");
  expect(() => parseQuarter("2026/3")).toThrow("write 2026-03 or 2026Q3");
});

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
