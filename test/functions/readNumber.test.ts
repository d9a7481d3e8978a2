import { decimalSignOf, readNumber, type DecimalSign } from "../../src/functions";

const read = (text: string, locale: DecimalSign = null): string => {
  const { readings, percent, power } = readNumber(text, locale);
  return (
    readings.map((each) => `${each}${percent ? "%" : ""}${power === null ? "" : `e${power}`}`).join(" or ") ||
    "none"
  );
};

test.each([
  ["3,000", "3000"],
  ["3 000", "3000"],
  ["3\u00A0000", "3000"],
  ["3\u202F000", "3000"],
  ["3'000", "3000"],
  ["1,234,567.89", "1234567.89"],
  ["1.234.567", "1234567"],
  ["12.5", "12.5"],
  ["1234.567", "1234.567"],
  [".5", "0.5"],
  ["3.", "3"],
  ["007", "7"],
  [" (3,030)", "-3030"],
  ["（3,030）", "-3030"],
  ["(12.5%)", "-12.5%"],
  ["(12.5)%", "-12.5%"],
  ["−45", "-45"],
  ["–45", "-45"],
  ["－４５", "-45"],
  ["45-", "-45"],
  ["+45", "45"],
  ["-0", "0"],
  ["３，０００", "3000"],
  ["３０００．５", "3000.5"],
  ["12.5 %", "12.5%"],
  ["１２．５％", "12.5%"],
  ["￥3,000", "3000"],
  ["¥-3,000", "-3000"],
  ["-¥3,000", "-3000"],
  ["RMB 3,000", "3000"],
  ["CNY3000", "3000"],
  ["3,000元", "3000"],
  ["30亿", "30e8"],
  ["RMB 30亿", "30e8"],
  ["1.5亿元", "1.5e8"],
  ["3000万", "3000e4"],
  ["3,000百万", "3000e6"],
  ["RMB 3,000m", "3000e6"],
  ["3bn", "3e9"],
  ["3 billion", "3e9"],
  ["3e3", "3000"],
  ["1.5E+3", "1500"],
])("%p is %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["3.000", "3 or 3000"],
  ["12.125", "12.125 or 12125"],
  ["1,5", "1.5 or 15"],
  ["1,5%", "1.5% or 15%"],
  ["12,5%", "12.5% or 125%"],
  ["3.000,5", "3000.5 or 3.0005"],
  ["1.234,5", "1234.5 or 1.2345"],
  ["0,5", "0.5 or 5"],
  ["(1,5)", "-1.5 or -15"],
])("%p has two readings where no locale is known: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
  expect(read(text, ".")).toBe(expected);
});

test.each([
  ["3.000", "3000"],
  ["1,5", "1.5"],
  ["12,5%", "12.5%"],
  ["3.000,5", "3000.5"],
  ["1.234,5", "1234.5"],
  ["3 000,5", "3000.5"],
  ["0,5", "0.5"],
  ["12.5", "12.5"],
  ["1,234.5", "1234.5"],
  ["3,000", "3 or 3000"],
])("%p is %s to a person who writes decimals after a comma", (text, expected) => {
  expect(read(text, ",")).toBe(expected);
});

test.each([
  ...[
    "",
    "-",
    "–",
    "#######",
    "lots",
    "n/d",
    "0x10",
    "Infinity",
    "NaN",
    "1/2",
    "1e999",
    "--5",
    "-(5)",
    "(−5)",
    "(5",
    "5)",
  ],
  ...["1,23,456", "1,234,5", "1.2.3", "5%%", "30亿%", "$3,000", "€3", "3k", "1 23", "1,,000", "9".repeat(61)],
])("%p is no number", (text) => {
  expect(read(text)).toBe("none");
});

test("a locale's decimal sign is known from the browser's own words", () => {
  expect(["en-US", "zh-CN", "de-DE", "fr-FR", "ar-EG", "nonsense!"].map(decimalSignOf)).toEqual([
    ".",
    ".",
    ",",
    ",",
    null,
    null,
  ]);
});
