import fc from "fast-check";
import { PROVES } from "../support/runs";
import type { KcArgument } from "../../src/functions";

/** Names that every JavaScript object answers to. */
export const OBJECT_NAMES: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
];

/** Single values that a cell or a slip may hand over in place of a good one, by what they are. */
export const HOSTILE_VALUES: Readonly<Record<string, unknown>> = {
  "left out": undefined,
  "an empty cell": null,
  "an empty text": "",
  blanks: " \t\u00A0\u3000\n",
  truth: true,
  untruth: false,
  "not a number": Number.NaN,
  infinity: Infinity,
  "minus infinity": -Infinity,
  "minus zero": -0,
  "1e308": 1e308,
  "the smallest number": 5e-324,
  "2^53": 9007199254740993,
  "minus one": -1,
  "a fraction": 0.1 + 0.2,
  "an error value": "#DIV/0!",
  "a busy value": "#BUSY!",
  "a text of a million letters": "x".repeat(1e6),
  "a text of a million digits": "9".repeat(1e6),
  "a million LTMs": "LTM".repeat(333_333),
  "a million signs": "-".repeat(1e6),
  "a quarter of a million parentheses": "(".repeat(250_000),
  "Arabic digits": "٢٠٢٥Q٣",
  "full-width letters": "２０２５Ｑ３",
  "full-width name": "ｒｅｖｅｎｕｅ",
  "a Chinese name": "收入",
  "an emoji": "📈",
  "half an emoji": "\uD83D",
  "a right-to-left mark": "\u202Erevenue",
  NUL: "\u0000",
  "combining marks": `r${"\u0301".repeat(500)}`,
  "a German number": "1.234,5",
  "an Indian number": "12,34,567",
  "a number with blanks": "1 234,5",
  "1e999": "1e999",
  hexadecimal: "0x10",
  "a percentage": "15%",
  "two percent signs": "5%%",
  "an Excel date": 45_930,
  "a broken serial": 45_930.7,
  "the date that never was": 60,
  "a date text": "2025-11-19",
  "a broken date": "2025-13-45",
  "a German date": "19.11.2025",
  "a month": "Nov-25",
  "a far year": "FY9999",
  "year nought": "FY0000",
  "quarter five": "2025Q5",
  "a period backwards": "FY2027-FY2025",
  HTML: "<img src=x onerror=alert(1)>",
  "a formula": '=HYPERLINK("http://evil.example")',
  "a regular expression": "(a+)+$",
  "a dollar group": "$&$1",
  "a format mark": "%s%n",
  "an empty range": [],
  "an empty row": [[]],
  "two empty rows": [[], []],
  "a ragged range": [[1], [1, 2, 3], []],
  "a range of one": [["revenue"]],
  "a range within a range": [[[["revenue"]]]],
  "a row that is none": ["revenue", "revenue"],
  "a list of one": ["revenue"],
  "a range of errors": [["#N/A", "#REF!"]],
  "a large range": Array.from({ length: 3_000 }, (_, row) => [row, null, "x"]),
  "a large blank range": Array.from({ length: 20_000 }, () => [null, ""]),
  "a day of JavaScript": new Date(0),
  "an object": { basicValue: 1 },
  "an object with parts": { length: 1, 0: ["revenue"] },
  ...Object.fromEntries(OBJECT_NAMES.map((name) => [`the name ${name}`, name])),
};

/** Values to try as an argument of a function. A sweep or a search answers whatever its last arguments are, which takes long: there a run of the tests takes some of the values, npm run proof all of them. */
export function valuesFor(name: string, at: number): readonly (readonly [what: string, value: unknown])[] {
  const all = Object.entries(HOSTILE_VALUES);
  const dear = ["SENSITIVITY", "BREAKEVEN"].includes(name) && !PROVES;
  return dear ? all.filter((_, place) => place % 4 === at % 4) : all;
}

/** Ranges in place of the assumption table, by what they are. */
export const HOSTILE_INPUTS: Readonly<Record<string, unknown>> = {
  "one name twice": [
    ["taxRate", 0.1],
    ["taxRate", 0.2],
  ],
  "id and label of one driver": [
    ["taxRate", 0.1],
    ["Tax rate on a positive result", 0.1],
  ],
  "no name": [[null, 0.1]],
  "a blank name": [["  ", 0.1]],
  "no value": [["taxRate", null]],
  "no column of values": [["taxRate"]],
  "a text": [["taxRate", "0,25"]],
  "a truth value": [["taxRate", true]],
  "an error": [["taxRate", "#REF!"]],
  "not a number": [["taxRate", Number.NaN]],
  infinity: [["taxRate", Infinity]],
  "1e308": [["taxRate", 1e308]],
  "out of range": [["taxRate", 0.51]],
  "minus zero": [["taxRate", -0]],
  "a name that is a number": [[5, 5]],
  "no such driver": [["taxRte", 0.1]],
  "a driver of a million letters": [["x".repeat(1e6), 0.1]],
  "a value of a million letters": [["taxRate", "x".repeat(1e6)]],
  "a range as a value": [["taxRate", [[0.1]]]],
  "a row that is none": ["taxRate", 0.1],
  "a header alone": [["", "Base", "Upside"]],
  "a header twice": [
    ["", "Base", "Base"],
    ["taxRate", 0.1, 0.2],
  ],
  "a header without the scenario": [
    ["", "Upside"],
    ["taxRate", 0.1],
  ],
  "a quarter that is none": [["effectiveQuarterXiaomi", 20265]],
  ...Object.fromEntries(OBJECT_NAMES.map((name) => [`the name ${name}`, [[name, 1]]])),
};

/** Good arguments that lead further in. */
const GOOD: readonly KcArgument[] = [
  "2025Q3",
  "FY2026",
  "FY2028",
  2027,
  "LTM",
  "1H25",
  "revenue",
  "grossMargin",
  "xiaomiStake",
  "cash",
  "total",
  "eco",
  "xiaomi",
  "combined",
  "Base",
  "Upside",
  6,
  "yoy",
  "qoq",
  "headroom",
  "taxRate",
  "upliftXiaomi2026",
  [[0.1, 0.2]],
  [["taxRate", 0.2]],
  [
    ["capXiaomi2026", 3000],
    ["taxRate", 0],
  ],
];

/** Any argument: hostile, good, or made at random. */
export const anyArgument: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom(...GOOD), weight: 6 },
  { arbitrary: fc.constantFrom(...Object.values(HOSTILE_VALUES)), weight: 3 },
  { arbitrary: fc.constantFrom(...Object.values(HOSTILE_INPUTS)), weight: 1 },
  {
    arbitrary: fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.double(),
      fc.boolean(),
      fc.stringMatching(/^[1-4]?[QHMqhmFYLT ]{1,3}[0-9]{2,5}[AEF]?$/),
    ),
    weight: 2,
  },
  {
    arbitrary: fc.array(
      fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.double(), fc.constantFrom(null, "taxRate", "Base")), {
        maxLength: 3,
      }),
      { maxLength: 4 },
    ),
    weight: 1,
  },
);
