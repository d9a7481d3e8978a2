/** Any command line ends with 0, or with 1 and one message in words: no stack trace, no file. */

import fc from "fast-check";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runHere, temporaryFolder, type Ended } from "../cli/runCommand";
import { reportFigure } from "../support/figure";
import { root } from "../support/repository";
import { OBJECT_NAMES } from "./hostileArguments";

const folder = temporaryFolder();
let run = 0;
afterAll(() =>
  reportFigure("Any kc command line ends well or with one message and no file", `${run} command lines`),
);

/** Runs a command in this process and holds it to the law; what it printed beside the result. */
async function kc(...args: readonly string[]): Promise<Ended> {
  const before = readdirSync(folder);
  const { code, out, err } = await runHere(args, { root, version: "0.0.0", calledIn: folder });
  run += 1;
  expect([0, 1]).toContain(code);
  expect(err).not.toMatch(/\n\s+at |undefined|\[object|fault of the program/);
  expect(err.length).toBeLessThan(2_000);
  if (code === 1) {
    expect((err + out).trim()).not.toBe("");
    expect(readdirSync(folder)).toEqual(before);
  }
  return { code, out, err };
}

const long = "x".repeat(100_000);

test.each<[string, readonly string[], RegExp]>([
  ["an unknown command", ["biuld"], /^Unknown command 'biuld': did you mean 'build'\?/],
  ["a command of an object", ["constructor"], /^Unknown command 'constructor'/],
  ["a very long command", [long], /^Unknown command 'x{60}…'/],
  ["an unknown option", ["build", "--otu", "a.xlsx"], /Unknown option '--otu': did you mean '--out'\?/],
  ["an option of an object", ["build", "--__proto__", "1"], /Unknown option '--__proto__'/],
  ["a very long option", ["build", `--${long}`], /Unknown option '--x{58}…'/],
  ["a short option", ["build", "-o", "a.xlsx"], /Unknown option '-o'/],
  ["an option with nothing after it", ["build", "--out"], /--out needs a value\./],
  ["an option with an option after it", ["build", "--out", "--set", "taxRate=0"], /--out needs a value\./],
  ["an empty value", ["build", "--out="], /--out needs a value\./],
  [
    "an option given twice",
    ["build", "--out", "a.xlsx", "--out", "b.xlsx"],
    /--out is given twice; keep one\./,
  ],
  ["a flag with a value", ["check", "--json=yes"], /--json takes no value\./],
  ["a word too many", ["build", "a.xlsx", "--out", "b.xlsx"], /'a\.xlsx' is one word too many/],
  ["after two dashes", ["build", "--", "--out", "a.xlsx"], /is one word too many/],
  ["a long word too many", ["build", long], /'x{60}…' is one word too many/],
  ["no output", ["build"], /build needs --out FILE/],
  ["no quarter", ["template"], /template needs a quarter/],
  ["a year for a quarter", ["template", "FY2027"], /'FY2027' is no quarter to fill in/],
  ["history", ["template", "2025Q4"], /'2025Q4' is no quarter to fill in; give one from 2026Q1/],
  ["a very long quarter", ["template", long], /Cannot read the period 'x{60}…'/],
  ["a word after caps", ["caps", "xiaomi"], /'xiaomi' is one word too many/],
  ["a scenario of a response", ["response", "--scenario", "Bsae"], /did you mean 'Base'\?/],
  ["figures that are nowhere", ["roll", "--actuals", "no.csv"], /no\.csv cannot be read/],
  ["figures that are a folder", ["roll", "--actuals", "."], /cannot be read: it is no file/],
  ["figures that are a device", ["check", "--actuals", "/dev/zero"], /cannot be read: it is no file/],
  ["no formula", ["eval"], /eval needs a formula/],
  ["two formulas", ["eval", "1", "2"], /'2' is one word too many/],
  ["no driver", ["build", "--out", "a.xlsx", "--set", "=1"], /Give a driver/],
  [
    "no value",
    ["build", "--out", "a.xlsx", "--set", "taxRate"],
    /--set 'taxRate' has no value; write --set driver=value\./,
  ],
  ["an empty driver value", ["build", "--out", "a.xlsx", "--set", "taxRate="], /taxRate .* cannot be ''/],
  [
    "a driver twice",
    ["build", "--out", "a.xlsx", "--set", "taxRate=0", "--set", "Tax rate=0"],
    /taxRate is set twice; keep one\./,
  ],
  ["a German number", ["build", "--out", "a.xlsx", "--set", "taxRate=0,25"], /'0,25' can be 0\.25% or 25%/],
  ["two equals signs", ["build", "--out", "a.xlsx", "--set", "taxRate=0=1"], /cannot be '0=1'/],
  ["an exponent", ["build", "--out", "a.xlsx", "--set", "taxRate=1e-1"], /'1e-1' can be 0\.1% or 10%/],
  ["infinity", ["build", "--out", "a.xlsx", "--set", "taxRate=Infinity"], /cannot be 'Infinity'/],
  [
    "full-width digits out of range",
    ["build", "--out", "a.xlsx", "--set", "taxRate=９９"],
    /it must lie between/,
  ],
  ["a percentage of RMB", ["build", "--out", "a.xlsx", "--set", "capXiaomi2026=10%"], /cannot be '10%'/],
  [
    "a very long value",
    ["build", "--out", "a.xlsx", "--set", `taxRate=${"9".repeat(100_000)}`],
    /taxRate has 100000 characters, more than 1000\./,
  ],
  ["out of range", ["build", "--out", "a.xlsx", "--set", "taxRate=51%"], /it must lie between/],
  [
    "a quarter that is none",
    ["build", "--out", "a.xlsx", "--set", "effectiveQuarterXiaomi=2026Q5"],
    /No quarter 5|Unknown driver/,
  ],
  [
    "a scenario that is none",
    ["build", "--out", "a.xlsx", "--scenario", "Bsae"],
    /Unknown scenario 'Bsae': did you mean 'Base'\?/,
  ],
  [
    "a scenario of an object",
    ["build", "--out", "a.xlsx", "--scenario", "constructor"],
    /Unknown scenario 'constructor'/,
  ],
  ["a folder as output", ["build", "--out", "."], /it is a folder; name a file in it\./],
  ["a missing folder", ["build", "--out", "no/a.xlsx"], /the folder .* does not exist\./],
  ["a name too long", ["build", "--out", `${"n".repeat(300)}.xlsx`], /the name is too long\./],
  ["a path too long", ["build", "--out", `${"n/".repeat(5_000)}a.xlsx`], /the name is too long\./],
  ["a device", ["build", "--out", "/dev/null"], /it is a device, not a file\./],
  ["seeds that are nowhere", ["check", "--seeds", "nowhere"], /seeds folder .*nowhere does not exist/],
  [
    "seeds that are a file",
    ["check", "--seeds", join(root, "README.md")],
    /seeds folder .*README\.md cannot be read: ENOTDIR/,
  ],
  ["seeds that are a device", ["check", "--seeds", "/dev/null"], /cannot be read/],
  [
    "seeds of something else",
    ["check", "--seeds", join(root, "src")],
    /is read by nothing|holds no CSV|is missing/,
  ],
  ["a fact that is none", ["facts", "constructor"], /Unknown line 'constructor'/],
  ["a very long fact", ["facts", "x".repeat(2_000)], /line has 2000 characters, more than 1000\./],
  ["a formula in no keyboard's form", ["eval", "=SUM(1;2.5,3)"], /found "\.3"/],
  ["a very long formula", ["eval", `=${long}`], /The formula has 100001 characters/],
])("%s", async (_, args, message) => {
  const { code, err } = await kc(...args);
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test("eval with --json says the same as JSON", async () => {
  for (const formula of ["=1/0", "=KC.REVENUE(", "=constructor()", "=1e999", '=KC.LINE("toString",1)']) {
    const { code, out, err } = await kc("eval", formula, "--json");
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toEqual({
      error: expect.stringMatching(/^#/) as string,
      message: expect.stringMatching(/\w/) as string,
    });
  }
});

/** Seeds folders that cannot be read, made in a folder of their own. */
test.each<[string, (seeds: string) => void, RegExp]>([
  [
    "a file in UTF-16",
    (seeds) => writeFileSync(join(seeds, "metrics.csv"), Buffer.from("\uFEFFid,label", "utf16le")),
    /metrics\.csv cannot be read: it is not text in UTF-8; save it as CSV UTF-8/,
  ],
  [
    "a file of bytes",
    (seeds) => writeFileSync(join(seeds, "metrics.csv"), Buffer.from([0x69, 0xff, 0xfe, 0x00])),
    /metrics\.csv cannot be read: it is not text in UTF-8/,
  ],
  [
    "a file of 17 MB",
    (seeds) => writeFileSync(join(seeds, "metrics.csv"), Buffer.alloc(17 * 1024 * 1024, 0x61)),
    /metrics\.csv cannot be read: it has more than 16 MB/,
  ],
  ["an empty folder", () => undefined, /holds no CSV or JSON file/],
  [
    "a folder called like a file",
    (seeds) => mkdirSync(join(seeds, "metrics.csv")),
    /holds no CSV or JSON file/,
  ],
])("seeds folder: %s", async (name, make, message) => {
  const seeds = join(folder, name);
  mkdirSync(seeds);
  make(seeds);
  expect(await kc("check", "--seeds", seeds)).toMatchObject({
    code: 1,
    err: expect.stringMatching(message) as string,
  });
});

test("a folder where nobody may write", async () => {
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  const { code, err } = await kc("build", "--out", join(locked, "a.xlsx"));
  // The superuser may write anywhere.
  if (process.getuid?.() !== 0)
    expect([code, err]).toEqual([1, expect.stringContaining("you may not write there") as string]);
  chmodSync(locked, 0o755);
});

test("any words", async () => {
  const word = fc.oneof(
    fc.constantFrom(
      "--out",
      "--set",
      "--scenario",
      "--seeds",
      "--json",
      "--help",
      "-h",
      "--",
      "-",
      "=",
      "taxRate=0",
      "Base",
      "=1",
      ...OBJECT_NAMES.map((name) => `--${name}`),
      ...OBJECT_NAMES,
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("build", "eval", "facts", "check", "roll", "help", ""),
      fc.array(word, { maxLength: 5 }),
      async (command, words) => {
        // A build that gets as far as its file writes it, as it should.
        if (!words.includes("--out") && !words.some((each) => each.startsWith("--out=")))
          await kc(command, ...words);
      },
    ),
    { seed: 20265, numRuns: 150 },
  );
});
