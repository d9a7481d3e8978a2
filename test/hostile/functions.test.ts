/** Any argument of a KC function gives an answer that a cell can show, or a documented error in words. */

import fc from "fast-check";
import { CellError } from "../../src/formula";
import {
  createKcFunctions,
  evaluateFormula,
  KC_FUNCTION_NAMES,
  KC_FUNCTIONS,
  type KcFunctionName,
} from "../../src/functions";
import { seededModel } from "../support/seededModel";
import { reportFigure } from "../support/figure";
import { partOf } from "../support/runs";
import { CHINESE } from "../../src/words/zh-CN";
import { englishLeft } from "../words/englishLeft";
import { anyArgument, HOSTILE_INPUTS, valuesFor } from "./hostileArguments";

const functions = createKcFunctions(seededModel());
const NAMES = KC_FUNCTION_NAMES;
const LONGEST_MESSAGE = 600;
let calls = 0;
afterAll(() =>
  reportFigure(
    "Any argument of a KC function gives an answer or a clear error",
    `${calls.toLocaleString("en")} calls`,
  ),
);

/** Arguments with which each function answers, in order. */
const GOOD: Readonly<Record<KcFunctionName, readonly unknown[]>> = {
  REVENUE: ["FY2026", "total", "Base", null],
  ECOSYSTEM_SHARE: ["FY2026", "Base", null],
  LINE: ["revenue", "FY2026", "Base", null],
  GROWTH: ["revenue", "FY2026", "yoy", "Base", null],
  SERIES: ["revenue", "2025Q1", "2026Q4", "Base", null],
  CAP: ["xiaomi", "FY2026", "cap", "Base", null],
  SOURCE: ["revenue", "FY2026", "Base", null],
  SENSITIVITY: ["revenue", "FY2026", "taxRate", [[0.1, 0.2]], "capXiaomi2026", [[3000, 3100]], "Base", null],
  BREAKEVEN: ["revenue", "FY2027", 15_000, "capXiaomi2027", "Base", null],
  LINES: [],
  SCENARIOS: [],
  FACTS: ["revenue"],
};

/** Words by which a message names an argument. */
const NAMED_BY: Readonly<Record<string, RegExp>> = {
  period: /period|2025Q[34]|quarter|disclosed|the model ends|year|runs backwards|spans|half-year/i,
  from: /from|period|quarter|backwards|year|the model ends|length|disclosed|half-year/i,
  to: /\bto\b|period|quarter|backwards|year|the model ends|length|disclosed|half-year/i,
  asOf: /day|as of|can be/i,
  year: /year|period|quarter|the model ends|disclosed/i,
  "[segment]": /segment/i,
  "[scenario]": /scenario/i,
  "[inputs]": /inputs|driver|taxRate/i,
  line: /line|fact|disclosed|figure/i,
  "[line]": /line|fact/i,
  "[comparison]": /yoy|comparison/i,
  party: /party/i,
  "[measure]": /measure/i,
  driver: /driver/i,
  "[driver2]": /driver/i,
  values: /taxRate|values|grid/i,
  "[values2]": /capXiaomi2026|values|grid|driver/i,
  target: /target|brings/i,
};

const isCell = (cell: unknown): boolean =>
  typeof cell === "string" ||
  typeof cell === "boolean" ||
  (typeof cell === "number" && Number.isFinite(cell) && !Object.is(cell, -0));

/** Calls a function and holds it to the law; the message when it refused. */
function lawful(name: KcFunctionName, args: readonly unknown[]): string | null {
  calls += 1;
  const call = functions[name] as (...all: unknown[]) => unknown;
  let result: unknown;
  try {
    result = call(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(CellError);
    const { code, message } = error as CellError;
    expect(["#VALUE!", "#N/A"]).toContain(code);
    expect(message).toMatch(/^\S.*[.?)]$/su);
    expect(message.length).toBeLessThan(LONGEST_MESSAGE);
    expect(message).not.toMatch(/undefined|\[object|not iterable|is not a function/);
    return message;
  }
  if (!Array.isArray(result)) expect(isCell(result)).toBe(true);
  else {
    expect(result.length).toBeGreaterThan(0);
    expect(result.every((row: unknown) => Array.isArray(row) && row.length > 0 && row.every(isCell))).toBe(
      true,
    );
  }
  return null;
}

describe.each(NAMES.filter((name) => GOOD[name].length > 0))("KC.%s", (name) => {
  const args = KC_FUNCTIONS[name].parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
  test("answers with good arguments", () => expect(lawful(name, GOOD[name])).toBeNull());
  test.each(args.map((arg, at) => [arg, at] as const))("%s", (arg, at) => {
    for (const [what, value] of valuesFor(name, at)) {
      const message = lawful(
        name,
        GOOD[name].map((good, place) => (place === at ? value : good)),
      );
      if (message !== null && !NAMED_BY[arg]!.test(message))
        throw new Error(`The message for ${what} as ${arg} does not name it: ${message}`);
      if (message !== null) expect(englishLeft(CHINESE.told(message))).toBeNull();
    }
  });
});

test.each(Object.entries(HOSTILE_INPUTS))("inputs: %s", (what, inputs) => {
  const message = lawful("LINE", ["netResult", "FY2026", "Base", inputs]);
  if (message !== null) expect(englishLeft(CHINESE.told(message))).toBeNull();
  if (/alone|header twice|minus zero/.test(what)) expect(message).toBeNull();
  else expect(message).toMatch(/inputs|driver|taxRate|effectiveQuarter/i);
});

test("any arguments together", () => {
  const given = fc.tuple(fc.constantFrom(...NAMES), fc.array(anyArgument, { maxLength: 9 }));
  fc.assert(
    fc.property(given, ([name, args]) => void lawful(name, args)),
    { seed: 20263, numRuns: partOf(6_000) },
  );
});

test("full-width letters and digits are read like their narrow ones", () => {
  expect(functions.LINE("ｒｅｖｅｎｕｅ", "２０２５Ｑ３")).toBe(functions.LINE("revenue", "2025Q3"));
});

test("numbers without end and odd thousands are no numbers; what has two readings is asked back", () => {
  const said = (text: string): string | null =>
    lawful("BREAKEVEN", ["revenue", "FY2027", text, "capXiaomi2027"]);
  for (const text of ["1e999", "-1e999", "12,34,567"])
    expect(said(text)).toBe(`'${text}' is not a number: give one as target.`);
  for (const [text, readings] of [
    ["1.234,5", "1234.5 or 1.2345"],
    ["1,23", "1.23 or 123"],
  ])
    expect(said(text!)).toBe(`'${text}' can be ${readings}: write the one you mean as target.`);
  expect(functions.BREAKEVEN("revenue", "FY2027", "15,000", "capXiaomi2027")).toBe(
    functions.BREAKEVEN("revenue", "FY2027", 15_000, "capXiaomi2027"),
  );
});

test("messages stay short and say how long the text was", () => {
  expect(lawful("REVENUE", ["x".repeat(1e6)])).toBe("period has 1000000 characters, more than 1000.");
  expect(lawful("LINE", ["y".repeat(900), "2025Q3"])).toBe(
    `Unknown line '${"y".repeat(60)}…': KC.LINES() and KC.FACTS() list what there is.`,
  );
});

/** Formula texts with which kc eval might be asked. */
const FORMULAS: readonly string[] = [
  "=ROUND(1,400)",
  "=ROUND(1,-400)",
  "=SUM(1e308,1e308)",
  "=1e999",
  "=-1e999",
  "={1e999}",
  "=AVERAGE()",
  "=MIN()",
  "=MAX()",
  "=SUM()",
  "=ABS()",
  "=IF()",
  "=IFERROR()",
  "=INDEX()",
  "=INDEX({1,2},0,0)",
  "=INDEX({1,2},1e308,NaN)",
  "=DATE(1e9,1,1)",
  '=DATE("a",1,1)',
  "=0^-1",
  "=0^0",
  "=(-8)^(1/3)",
  "=1%%%%%",
  `=${"(".repeat(5_000)}`,
  `=${"-".repeat(5_000)}1`,
  `=1${"+1".repeat(4_000)}`,
  `=1${"+1".repeat(999)}`,
  `=1${"%".repeat(1_998)}`,
  `=1${"%".repeat(8_000)}`,
  `=${"1,".repeat(4_000)}`,
  `="${"x".repeat(1e6)}"`,
  `=${"x".repeat(1e6)}`,
  `=SUM(${"1,".repeat(4_000)}1)`,
  `=${"IF(1,".repeat(1_500)}`,
  `="a"&"${"x".repeat(4_000)}"&1`,
  "=__proto__",
  "=constructor()",
  "=toString()",
  "=KC.constructor()",
  "=KC.__proto__()",
  "=KC.toString()",
  "=KC.()",
  "=KC.REVENUE",
  '=KC.LINE("constructor","2025Q3")',
  "=hasOwnProperty(1)",
  "=[1]Sheet!A1",
  "=cmd|'/c calc'!A0",
  "=A1",
  "='",
  '="',
  "=“a”",
  "＝1+1",
  "=1;2",
  "=1 2",
  "={1,2;3}",
  "",
  "=",
  "==1",
  "\u0000",
  "=TRUE+1",
  '=1="1"',
  '="1"+1',
  '=""+1',
  "=KC.LINES()+1",
  "=KC.LINES()&1",
  "=KC.FACTS()>1",
];

test.each(
  FORMULAS.map((text) => [
    text.length > 60 ? `${text.slice(0, 40)}… (${text.length} characters)` : text,
    text,
  ]),
)("formula text: %s", (_, text) => {
  let value: unknown;
  try {
    value = evaluateFormula(text, functions);
  } catch (error) {
    expect(error).toBeInstanceOf(CellError);
    expect((error as Error).message.length).toBeLessThan(LONGEST_MESSAGE);
    return;
  }
  expect(Array.isArray(value) ? value.flat().every(isCell) : isCell(value)).toBe(true);
});

test("any formula text gives a value or an error of the formula's", () => {
  const bit = fc.constantFrom(
    "1",
    "2.5",
    '"a"',
    "KC.REVENUE(",
    "KC.LINE(",
    "SUM(",
    "IF(",
    '"2025Q3"',
    ")",
    "(",
    ",",
    ";",
    "{",
    "}",
    "+",
    "-",
    "*",
    "/",
    "^",
    "&",
    "%",
    "=",
    "<",
    ">",
    "TRUE",
    "A1",
    "'",
    '"',
    " ",
    "\u00A0",
    "'x'!",
  );
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 14 }), (bits) => {
      calls += 1;
      try {
        const value = evaluateFormula(`=${bits.join("")}`, functions);
        expect(Array.isArray(value) ? value.flat().every(isCell) : isCell(value)).toBe(true);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
      }
    }),
    { seed: 20264, numRuns: partOf(4_000) },
  );
});
