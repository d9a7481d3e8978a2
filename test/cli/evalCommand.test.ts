import { spawnSync } from "node:child_process";
import { root } from "../support/repository";
import { kc } from "./runCommand";

test("a value at full precision", async () => {
  expect(await kc("eval", '=KC.REVENUE("2025Q3")')).toEqual({ code: 0, out: "2478\n", err: "" });
  expect((await kc("eval", "1/3")).out).toBe("0.3333333333333333\n");
});

test("through npm, as the README says", () => {
  const { stdout, status } = spawnSync("npm", ["run", "-s", "kc", "--", "eval", '=KC.REVENUE("2025Q3")'], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ stdout, status }).toEqual({ stdout: "2478\n", status: 0 });
});

test("rows of an array are lines with tabs, or rows in JSON", async () => {
  const formula = '=KC.SERIES("revenue","2Q25","4Q25")';
  expect((await kc("eval", formula)).out).toBe("2025Q2\t2025Q3\t2025Q4\n2349.2\t2478\t2761.4\n");
  expect(JSON.parse((await kc("eval", formula, "--json")).out)).toEqual({
    value: [
      ["2025Q2", "2025Q3", "2025Q4"],
      [2349.2, 2478, 2761.4],
    ],
  });
});

test.each([
  ['=KC.REVENUE("FY2031")', "#VALUE!", "No FY2031: the model ends in FY2028."],
  ['=KC.REVENUE("3Q25","publc")', "#VALUE!", "Unknown segment 'publc': did you mean 'public'?"],
  [
    '=KC.REVENUE("FY2019")',
    "#N/A",
    "Total revenue: not disclosed for FY2019; quarters begin in 2024Q1, years in FY2021.",
  ],
  [
    '=KC.REVENUE("3Q25"',
    "#VALUE!",
    '")" is missing for the one opened at character 12; expected at character 19.',
  ],
  ["=KC.NOTHING()", "#NAME?", expect.stringContaining("Unknown function 'KC.NOTHING'")],
])("%s ends with 1 and a message, also in JSON", async (formula, error, message) => {
  const plain = await kc("eval", formula);
  expect(plain).toMatchObject({ code: 1, out: "" });
  const json = await kc("eval", formula, "--json");
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toEqual({ error, message });
  expect(plain.err).toBe(`${error} ${(JSON.parse(json.out) as { message: string }).message}\n`);
});

test("a formula of other keyboards is read, and said", async () => {
  expect(await kc("eval", "＝KC.REVENUE（“3Q26”；“小米”）")).toEqual({
    code: 0,
    out: (await kc("eval", '=KC.REVENUE("3Q26","xiaomi")')).out,
    err: 'Read as =KC.REVENUE("3Q26","小米")\n',
  });
  const json = await kc("eval", "=SUM(1,5;2)", "--json");
  expect(JSON.parse(json.out)).toEqual({ value: 3.5, readAs: "=SUM(1.5,2)" });
  expect(await kc("eval", '=KC.CAP("FY2026","xiaomi")')).toMatchObject({
    code: 1,
    err: '#VALUE! party and year have changed places: write KC.CAP("xiaomi", "FY2026").\n',
  });
});

test("--scenario and --set change what the formula reads", async () => {
  const read = async (...options: string[]): Promise<number> =>
    Number((await kc("eval", '=KC.REVENUE("FY2027","eco")', ...options)).out);
  const set = (...values: string[]): Promise<number> => read(...values.flatMap((value) => ["--set", value]));
  const named = Number((await kc("eval", '=KC.REVENUE("FY2027","eco","Downside")')).out);
  expect(await read("--scenario", "downside")).toBe(named);
  const cut = await set("capXiaomi2027=0", "upliftQuarter=2026Q4");
  expect(cut).toBeLessThan(await read());
  expect(await set("capUsableXiaomi=90%")).toBe(await set("capUsableXiaomi=90"));
  expect(cut).toBe(await set("capXiaomi2027=0", "upliftQuarter=4Q26"));
  expect(await set("capXiaomi2027=3,000")).toBe(await set("capXiaomi2027=RMB 30亿"));
  expect(await set("capXiaomi2027=3!")).toBeLessThan(await set("capXiaomi2027=3,000"));
});

test.each([
  [["--set", "capUsableXiami=90%"], "Unknown driver 'capUsableXiami': did you mean 'capUsableXiaomi'?"],
  [
    ["--set", "capUsableXiaomi=190%"],
    "capUsableXiaomi (Usable part of the Xiaomi cap) is 190 %; it must lie between 0 % and 100 %.",
  ],
  [
    ["--set", "capUsableXiaomi=much"],
    "capUsableXiaomi (Usable part of the Xiaomi cap) cannot be 'much': give a number from 0 % to 100 %.",
  ],
  [
    ["--set", "upliftQuarter=2026Q5"],
    "upliftQuarter (Quarter in which the revision takes effect): No quarter 5: quarters run from Q1 to Q4.",
  ],
  [
    ["--set", "upliftQuarter=2026/3"],
    "upliftQuarter (Quarter in which the revision takes effect): '2026/3' can be a month or a quarter: write 2026-03 or 2026Q3.",
  ],
  [
    ["--set", "capXiaomi2026=3.000"],
    "capXiaomi2026 (Xiaomi cap as agreed 2026): '3.000' can be 3 or 3000; write the one you mean.",
  ],
  [
    ["--set", "capXiaomi2026=3"],
    "capXiaomi2026 (Xiaomi cap as agreed 2026): 3 is about a thousandth of 3140 as it stands. If it is meant, insist: --set 'capXiaomi2026=3!'",
  ],
  [
    ["--set", "upliftQuarter=20265"],
    "upliftQuarter (Quarter in which the revision takes effect) is 20265; write the year and the quarter, e.g. 20262 for 2026Q2.",
  ],
  [["--set", "renewalDelay=0.5"], "renewalDelay (Delay of the renewal) is 0.5; it must be a whole number."],
  [["--set", "capUsableXiaomi"], "--set 'capUsableXiaomi' has no value; write --set driver=value."],
  [["--set", "taxRate=1%", "--set", "taxRate=2%"], "taxRate is set twice; keep one."],
  [["--scenario", "Bse"], "Unknown scenario 'Bse': did you mean 'Base'?"],
  [["--scenaro", "Base"], "Unknown option '--scenaro': did you mean '--scenario'?"],
  [["--scenario"], "--scenario needs a value."],
  [["--json=yes"], "--json takes no value."],
  [["more"], "'more' is one word too many; put quotation marks around a formula or a name with blanks."],
])("bad options %j are named", async (options, message) => {
  expect(await kc("eval", "1", ...options)).toEqual({ code: 1, out: "", err: `${message}\n` });
});

test("names in Chinese mean what the English ones do, also after --scenario and --set", async () => {
  const typed = ["--scenario", "悲观", "--set", "小米约定上限 2026=3000"];
  const { code, out } = await kc(
    "eval",
    '=KC.LINE("小米：上限余量","2026年")&KC.REVENUE("2026","公有云")',
    ...typed,
  );
  expect(code).toBe(0);
  const english = ["--scenario", "Downside", "--set", "capXiaomi2026=3000"];
  const same = await kc(
    "eval",
    '=KC.LINE("xiaomiHeadroom","FY2026")&KC.REVENUE("2026","public")',
    ...english,
  );
  expect(out).toBe(same.out);
});

test("unknown commands and no formula", async () => {
  expect(await kc("evel", "1")).toEqual({
    code: 1,
    out: "",
    err: "Unknown command 'evel': did you mean 'eval'?\n",
  });
  expect(await kc("eval")).toMatchObject({ code: 1, err: expect.stringContaining("eval needs a formula") });
  expect(await kc("eval", "--json")).toMatchObject({
    code: 1,
    out: expect.stringContaining('{"error":"#VALUE!","message":"eval needs a formula'),
  });
});

test("help lists every command and function", async () => {
  const { code, out } = await kc("help");
  expect(code).toBe(0);
  for (const word of [
    "build --out FILE",
    "eval FORMULA",
    "facts",
    "check",
    "roll",
    "KC.REVENUE(period, [segment], [scenario], [inputs], [asOf])",
  ])
    expect(out).toContain(word);
  expect((await kc("build", "--help")).out).toContain("kc build --out FILE");
  expect((await kc("help", "roll")).out).toContain("kc roll");
});

test("--as-of asks what the model knew at a date", async () => {
  const formula = '=KC.REVENUE("1Q26")';
  const then = await kc("eval", formula, "--as-of", "26 May 2026");
  expect(Number(then.out)).toBeCloseTo(2727.218508363, 8);
  expect(await kc("eval", '=KC.REVENUE("1Q26",,,,"2026-05-26")')).toEqual(then);
  expect(await kc("eval", formula, "--as-of", "2026-05-27")).toEqual(await kc("eval", formula));
  expect(await kc("eval", formula, "--as-of", "2026-01-31")).toEqual({
    code: 1,
    out: "",
    err: "--as-of '2026-01-31': No model as of 2026-01-31: its first balance sheet was published on 2026-03-25. Give that day or a later one.\n",
  });
  expect(await kc("eval", formula, "--as-of", "5/6/2026")).toMatchObject({
    code: 1,
    err: "--as-of '5/6/2026': '5/6/2026' can be several periods: write 2026-05-06 or 2026-06-05.\n",
  });
});
