/** Seeds that are broken by hand, by a spreadsheet program or on purpose: refused with file and row, or read. */

import fc from "fast-check";
import { kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel } from "../../src/model";
import { loadSeeds, SeedsError } from "../../src/seeds";
import { readWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { planOf, seedFiles } from "../support/seededModel";
import { smallSeeds } from "../seeds/fixture";
import { reportFigure } from "../support/figure";
import { OBJECT_NAMES } from "./hostileArguments";

let loaded = 0;
afterAll(() => reportFigure("Broken seeds are refused with file and row", `${loaded} sets of seeds`));

type Change = (files: Record<string, string>) => void;

/** The message of the refusal, or null when the seeds were read. */
function refusal(files: Record<string, string>): string | null {
  loaded += 1;
  try {
    loadSeeds(files);
    return null;
  } catch (error) {
    if (!(error instanceof SeedsError)) throw error;
    expect(error.message).toMatch(/^seeds\/[\w./-]+(?: row \d+)?: \S/);
    expect(error.message.length).toBeLessThan(12_000);
    expect(error.message).not.toMatch(/undefined|\[object Object\]: |Cannot read|is not a function|\n\s+at /);
    return error.message;
  }
}

const swap =
  (file: string, from: string, to: string): Change =>
  (files) => {
    if (!files[file]!.includes(from)) throw new Error(`${from} is not in ${file}`);
    files[file] = files[file]!.replace(from, () => to);
  };
const fact = (from: string, to: string): Change => swap("facts/release.csv", from, to);
const proof = (formula: string): Change =>
  swap("conflicts/call.json", "{revenuePublic.2025Q3.release} / 1000 + 725.7", formula);
const derived = (formula: string): Change =>
  swap("derived/sums.csv", "{revenuePublic.2025Q3.release} / 1000 + 725.7", formula);

test("the seeds of these tests are sound", () => expect(refusal(smallSeeds())).toBeNull());

test.each<[string, Change, RegExp]>([
  [
    "a quotation mark without end",
    fact('"2,478.0"', '"2,478.0'),
    /^seeds\/facts\/release\.csv row \d: is not readable CSV/,
  ],
  [
    "a quotation mark in the middle",
    fact('"2,478.0"', '2"478"'),
    /^seeds\/facts\/release\.csv row \d: is not readable CSV/,
  ],
  ["a missing column", fact("locator,", ""), /row 1: misses column locator/],
  ["an unknown column", fact("locator,", "locator,mine,"), /row 1: has unknown column mine/],
  ["a column twice", fact("locator,", "locator,locator,"), /row 1: has the column locator twice; keep one/],
  ["a column of an object", fact("locator", "__proto__"), /misses column locator/],
  [
    "semicolons",
    (files) => {
      files["facts/release.csv"] = files["facts/release.csv"]!.replaceAll(",", ";");
    },
    /row 1: is separated by semicolons or tabs/,
  ],
  [
    "too many cells",
    fact("release,Results,ok,", "release,Results,ok,,,"),
    /row 2: has 13 cells, the header 11/,
  ],
  [
    "nothing",
    (files) => {
      files["facts/release.csv"] = "";
    },
    /^seeds\/facts\/release\.csv: is empty/,
  ],
  [
    "a fact twice",
    (files) => {
      files["facts/release.csv"] += files["facts/release.csv"]!.split("\n")[1]! + "\n";
    },
    /row 4: fact "revenue\.2025Q3\.release" is already in facts\/release\.csv row 2/,
  ],
  ["an unknown unit", fact("RMB m", "RMB mn"), /row 2: unit "RMB mn" is not known/],
  ...OBJECT_NAMES.map((name): [string, Change, RegExp] => [
    `the unit ${name}`,
    fact("RMB m", name),
    new RegExp(`row 2: unit "${name}" is not known`),
  ]),
  ...["metric", "basis", "quality"].flatMap((column, at): [string, Change, RegExp][] => [
    [
      `the ${column} constructor`,
      fact(
        ["release,revenue,", "reported", ",ok,"][at]!,
        ["release,constructor,", "constructor", ",constructor,"][at]!,
      ),
      new RegExp(`row 2: ${column} "constructor" is not`),
    ],
  ]),
  ["a locale's number", fact("2478.0", '"2.478,0"'), /row 2: value "2\.478,0" is no number/],
  ["an exponent", fact("2478.0", "2.478e3"), /is no number/],
  ["full-width digits", fact("2478.0", "２４７８"), /is no number/],
  ["a hundred digits", fact("2478.0", "9".repeat(100)), /more than 15 significant digits/],
  ["an error value", fact("2478.0", "#REF!"), /value "#REF!" is no number/],
  ["infinity", fact("2478.0", "Infinity"), /is no number/],
  ["a NUL", fact("Results", "Res\u0000ults"), /row 2: has a NUL character in locator/],
  [
    "a field of a million letters",
    fact("Results", "x".repeat(1e6)),
    /row 2: has more than 32000 characters in locator/,
  ],
  [
    "an id of thirty thousand letters",
    fact("revenue.2025Q3.release", "x y".repeat(10_000)),
    /row 2: id "x yx y/,
  ],
  [
    "broken JSON",
    swap("conflicts/call.json", "[{", "[{,"),
    /^seeds\/conflicts\/call\.json: is not readable JSON/,
  ],
  [
    "JSON that is no list",
    (files) => {
      files["conflicts/call.json"] = '{"__proto__": []}';
    },
    /is no list/,
  ],
  [
    "a list of nothing",
    (files) => {
      files["conflicts/call.json"] = "[null, 5, []]";
    },
    /call\.json row 1: has no status/,
  ],
  [
    "a hundred thousand brackets",
    (files) => {
      files["conflicts/call.json"] = "[".repeat(100_000);
    },
    /is not readable JSON|is no list/,
  ],
  [
    "a proof without number",
    swap("conflicts/call.json", '"2478"', '" "'),
    /row 1: has a proof without formula, equals or within/,
  ],
  ["a proof with a list", swap("conflicts/call.json", '"0.1"', "[]"), /row 1: has a proof without/],
  ["an endless number", swap("conflicts/call.json", '"2478"', "1e999"), /row 1: has a proof without/],
  ["a proof that names an object", proof("{constructor}"), /names fact "constructor", which does not exist/],
  [
    "a record of an object",
    swap("conflicts/call.json", '"rejected":["revenue.2025Q3.call"]', '"rejected":["__proto__"]'),
    /names fact "__proto__", which does not exist/,
  ],
  ["arithmetic without end", derived("(".repeat(30_000)), /row 2: derived fact .*cannot be read/],
  ["thousands of terms", derived(`1${"+1".repeat(15_000)}`), /row 2: derived fact/],
  ["signs without end", derived("-".repeat(20_000) + "1"), /row 2: derived fact/],
  ["a division by zero", derived("1 / 0"), /row 2: derived fact .*divides by zero/],
  ["a function of the sheet", derived("HYPERLINK(1)"), /calls HYPERLINK/],
  ["a figure of itself", derived("{revenue.2025Q3.derived}"), /depends on itself/],
  ["a call of an object", derived("constructor(1)"), /calls CONSTRUCTOR|cannot be read/],
  ["a power beyond all numbers", derived("10^99999999999999999999"), /row 2: derived fact/],
  ["a huge power", derived("7^999999999"), /row 2: derived fact/],
  ["rounding to a billion places", derived('"ROUND(1,1000000000)"'), /row 2: derived fact/],
  ["rounding to half a place", derived('"ROUND(1,0.5)"'), /row 2: derived fact/],
  [
    "a file too many",
    (files) => {
      files["facts/deep/er.csv"] = "";
    },
    /er\.csv: is read by nothing/,
  ],
  [
    "a path of an object",
    (files) => {
      files["__proto__.csv"] = "";
    },
    /__proto__\.csv: is read by nothing/,
  ],
  [
    "a missing table",
    (files) => {
      delete files["sources.csv"];
    },
    /^seeds\/sources\.csv: is missing/,
  ],
  [
    "an assumption out of range",
    swap("assumptions.csv", "1,2,3", "1,200,3"),
    /row 2: base 200 of driver "growth" is outside/,
  ],
  [
    "an assumption that is no number",
    swap("assumptions.csv", "1,2,3", "1,x,3"),
    /row 2: base "x" of driver "growth" is no number/,
  ],
])("%s", (_, change, message) => {
  const files = smallSeeds();
  change(files);
  expect(refusal(files)).toMatch(message);
});

test.each<[string, (text: string) => string]>([
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["both", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
  ["no last line end", (text) => text.trimEnd()],
  ["blank lines", (text) => text.replaceAll("\n", "\n\n")],
])("%s changes nothing", (_, change) => {
  const files = smallSeeds();
  const before = JSON.stringify(loadSeeds(files).facts.map(({ row: _row, ...rest }) => rest));
  const changed = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, path.endsWith(".csv") ? change(text) : text]),
  );
  expect(JSON.stringify(loadSeeds(changed).facts.map(({ row: _row, ...rest }) => rest))).toBe(before);
});

test("texts anywhere that look like formulas, HTML or commands stay texts in the workbook", async () => {
  const hostile = [
    '=HYPERLINK("http://evil.example")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "=cmd|'/c calc'!A0",
    "<b>&amp;",
    "\t=1",
  ];
  const files = { ...seedFiles() };
  const path = "facts/article.csv";
  const rows = files[path]!.trimEnd().split("\n");
  files[path] = [
    ...rows,
    ...hostile.map(
      (text, at) =>
        `hostile${at},revenue,2019Q${(at % 4) + 1},event,1,RMB m,"${text.replaceAll('"', '""')}",${/,([\w-]+),[^,]*,(?:ok|rounded),/.exec(rows[1]!)?.[1] ?? "article"},"${text.replaceAll('"', '""')}",ok,"${text.replaceAll('"', '""')}"`,
    ),
  ].join("\n");
  const model = openModel(kingsoftCloud, loadSeeds(files));
  const sheet = (await readWorkbook(await planToXlsx(planOf(model)))).sheet("Facts");
  const found = sheet
    .addresses()
    .map((address) => sheet.cell(address))
    .filter(({ value }) => typeof value === "string" && hostile.some((text) => text.trim() === value));
  expect(found.length).toBeGreaterThanOrEqual(hostile.length * 3);
  expect(found.filter(({ formula }) => formula !== undefined)).toEqual([]);
});

test("any slip of the keyboard: refused with file and row, or read", () => {
  const paths = Object.keys(smallSeeds());
  const bits = [
    "",
    ",",
    '"',
    "\n",
    "\r",
    "\u0000",
    "\uFEFF",
    ";",
    "{",
    "}",
    "[",
    "]",
    "1",
    "-",
    ".",
    "e9",
    "%",
    "(",
    "^9",
    " ",
    "constructor",
    "null",
    "\\",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom(...bits),
      (path, place, gone, bit) => {
        const files = smallSeeds();
        const at = Math.floor(place * files[path]!.length);
        files[path] = files[path]!.slice(0, at) + bit + files[path]!.slice(at + gone);
        refusal(files);
      },
    ),
    { seed: 20266, numRuns: 2_000 },
  );
});
