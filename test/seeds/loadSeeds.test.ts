import { loadSeeds, SeedsError } from "../../src/seeds";
import { smallSeeds } from "./fixture";

const factFile = "facts/release.csv";
const goodFact = 'revenue.2025Q3.release,revenue,2025Q3,reported,2478.0,RMB m,"2,478.0",release,Results,ok,';

function refusal(change: (files: Record<string, string>) => void): SeedsError {
  const files = smallSeeds();
  change(files);
  try {
    loadSeeds(files);
  } catch (error) {
    if (error instanceof SeedsError) return error;
    throw error;
  }
  throw new Error("the seeds were accepted");
}

function refusalOf(row: string): SeedsError {
  return refusal((files) => {
    files[factFile] = files[factFile]!.replace(goodFact, row);
  });
}

function edited(file: string, from: string, to: string): SeedsError {
  return refusal((files) => {
    if (!files[file]!.includes(from)) throw new Error(`${file} does not hold ${from}`);
    files[file] = files[file]!.replace(from, to);
  });
}

describe("the loader", () => {
  test("accepts the smallest valid seeds and converts units", () => {
    const seeds = loadSeeds(smallSeeds());
    expect(seeds.facts).toHaveLength(5);
    expect(seeds.chosen("revenue", "2025Q3")?.id).toBe("revenue.2025Q3.release");
    expect(seeds.fact("revenue.2025Q3.call")).toMatchObject({
      value: "24.8",
      unit: "RMB bn",
      modelValue: "24800",
      chosen: false,
      resolution: "unit3q25",
      tier: "seed",
      row: 2,
    });
    expect(seeds.chosen("revenuePublic", "2025Q3")?.modelValue).toBe("1752.3");
    expect(seeds.fact("revenue.2025Q3.derived")).toMatchObject({
      tier: "derived",
      low: "2477.9995",
      modelValue: "2478",
    });
    expect(seeds.assumptions[0]?.values).toEqual({
      downside: "1",
      base: "2",
      upside: "3",
      renewalDelayed: null,
      renewalLapses: null,
      custom: null,
      custom2: null,
      custom3: null,
    });
    expect(seeds.fact("nothing")).toBeUndefined();
    expect(seeds.chosen("revenue", "2025Q3", "guidance")).toBeUndefined();
  });

  const rows: readonly (readonly [string, string, RegExp])[] = [
    ["source", goodFact.replace(",release,Results", ",,Results"), /has no source/],
    [
      "known source",
      goodFact.replace(",release,Results", ",blog,Results"),
      /source "blog" is not in sources\.csv/,
    ],
    ["unit", goodFact.replace("RMB m", ""), /has no unit/],
    ["known unit", goodFact.replace("RMB m", "yuan"), /unit "yuan" is not known/],
    ["period", goodFact.replace(",2025Q3,", ",,"), /has no period/],
    ["well-formed period", goodFact.replace(",2025Q3,", ",3Q25,"), /period "3Q25" is not known/],
    ["possible quarter", goodFact.replace(",2025Q3,", ",2025Q5,"), /period "2025Q5" is not known/],
    ["metric", goodFact.replace(",revenue,", ",,"), /has no metric/],
    ["known metric", goodFact.replace(",revenue,", ",turnover,"), /metric "turnover" is not in metrics\.csv/],
    ["known basis", goodFact.replace("reported", "stated"), /basis "stated" is not known/],
    ["known quality", goodFact.replace(",ok,", ",fine,"), /quality "fine" is not known/],
    ["number", goodFact.replace("2478.0", "2.478bn"), /value "2\.478bn" is no number/],
    ["number without commas", goodFact.replace("2478.0", '"2,478.0"'), /value "2,478\.0" is no number/],
    ["number at all", goodFact.replace("2478.0", ""), /value "" is no number/],
    ["at most 15 digits", goodFact.replace("2478.0", "2478.000000000001"), /more than 15 significant digits/],
    ["legal id", goodFact.replace("revenue.2025Q3.release", "revenue 2025Q3"), /id "revenue 2025Q3" must be/],
    ["quoted commas", goodFact.replace('"2,478.0"', "2,478.0"), /has 12 cells, the header 11/],
  ];
  test.each(rows)("refuses a fact without %s and names file and row", (_what, row, message) => {
    const error = refusalOf(row);
    expect(error.message).toMatch(message);
    expect(error.message).toContain("seeds/facts/release.csv row 2:");
    expect([error.file, error.row]).toEqual([factFile, 2]);
  });

  test("refuses a date that is no date, and takes one that is", () => {
    const row = (value: string): string =>
      `eventDate.2025.release,eventDate,2025-07-29,event,${value},date,29 Jul 2025,release,Page 1,ok,`;
    expect(refusalOf(`${goodFact}\n${row("2025-13-01")}`).message).toMatch(
      /row 3: value "2025-13-01" is no date/,
    );
    const files = smallSeeds();
    files[factFile] += row("2025-07-29");
    expect(loadSeeds(files).chosen("eventDate", "2025-07-29")).toMatchObject({
      value: "2025-07-29",
      modelValue: null,
    });
  });

  test("refuses a second fact of one id and says where the first stands", () => {
    const error = refusalOf(`${goodFact}\n${goodFact}`);
    expect(error.message).toMatch(
      /row 3: fact "revenue\.2025Q3\.release" is already in facts\/release\.csv row 2/,
    );
  });

  test.each(["metrics.csv", "sources.csv", "assumptions.csv"])("refuses seeds without %s", (file) => {
    const error = refusal((files) => delete files[file]);
    expect(error.message).toBe(`seeds/${file}: is missing; put it back`);
  });

  test("refuses seeds without any fact file", () => {
    const error = refusal((files) => {
      delete files["facts/call.csv"];
      delete files["facts/release.csv"];
    });
    expect(error.message).toMatch(/holds no fact file/);
  });

  test("refuses a table in the wrong place, which would be read by nothing", () => {
    const error = refusal((files) => (files["fact/2026Q1.csv"] = files[factFile]!));
    expect(error.message).toMatch(/seeds\/fact\/2026Q1\.csv: is read by nothing; figures go to facts\//);
  });

  test("refuses a missing or unknown column, an empty file and broken CSV", () => {
    expect(edited(factFile, "quality,note", "note").message).toMatch(/row 1: misses column quality/);
    expect(edited(factFile, ",note", ",note,extra").message).toMatch(/row 1: has unknown column extra/);
    expect(refusal((files) => (files[factFile] = "")).message).toMatch(/facts\/release\.csv: is empty/);
    expect(edited(factFile, '"2,478.0"', '"2,478.0').message).toMatch(
      /facts\/release\.csv.*is not readable CSV/,
    );
  });

  test("refuses a bad metric or source", () => {
    expect(
      edited("metrics.csv", "revenue,Total revenue,RMB m", "revenue,Total revenue,yuan").message,
    ).toMatch(/metrics\.csv row 2: unit "yuan"/);
    expect(edited("metrics.csv", "revenuePublic,", "revenue,").message).toMatch(
      /row 3: metric "revenue" stands here twice/,
    );
    expect(edited("sources.csv", ",seed,", ",rumour,").message).toMatch(
      /sources\.csv row 3: kind "rumour" is no tier/,
    );
    expect(edited("sources.csv", "https://www.sec.gov/", "https://www.sec.gov.example.org/").message).toMatch(
      /leave it blank/,
    );
    expect(edited("sources.csv", "seed,,", "seed,abc,").message).toMatch(/not 64 hexadecimal digits/);
  });

  test("refuses a derived fact whose value, interval or inputs are wrong", () => {
    const file = "derived/sums.csv";
    expect(edited(file, ",2478,", ",2479,").message).toMatch(/states value 2479, its formula gives 2478/);
    expect(edited(file, "2477.9995", "2477.9").message).toMatch(
      /states low 2477\.9, its formula gives 2477\.9995/,
    );
    expect(edited(file, "{revenuePublic.2025Q3.release}", "{revenuePublic.2025Q4.release}").message).toMatch(
      /does not exist/,
    );
    expect(edited(file, "{revenuePublic.2025Q3.release}", "{revenue.2025Q3.derived}").message).toMatch(
      /depends on itself/,
    );
    expect(edited(file, " + 725.7", " + ").message).toMatch(/cannot be read: .*found the end of the formula/);
    expect(edited(file, "/ 1000", "/ 0").message).toMatch(/divides by zero/);
  });

  test("refuses broken conflict records", () => {
    const file = "conflicts/call.json";
    expect(edited(file, "[{", "[").message).toMatch(/conflicts\/call\.json: is not readable JSON/);
    expect(edited(file, '"revenue.2025Q3.call"', '"revenue.2025Q3.cal"').message).toMatch(
      /row 1: conflict "unit3q25" names fact "revenue\.2025Q3\.cal"/,
    );
    expect(edited(file, "{revenuePublic.2025Q3.release}", "{gone}").message).toMatch(/names fact "gone"/);
    expect(edited(file, '"chosen":"revenue.2025Q3.release"', '"chosen":null').message).toMatch(
      /chooses no fact/,
    );
    expect(edited(file, '"settled"', '"done"').message).toMatch(/neither settled nor open/);
    expect(edited(file, '"equals":"2478"', '"equals":"much"').message).toMatch(
      /proof without formula, equals or within/,
    );
    expect(edited(file, '"revenue.2025Q3.call"', '"revenue.2025Q3.release"').message).toMatch(
      /both chooses and rejects/,
    );
  });

  test("refuses bad assumptions", () => {
    const file = "assumptions.csv";
    expect(edited(file, ",1,2,3,", ",1,,3,").message).toMatch(/row 2: driver "growth" has no base value/);
    expect(edited(file, ",1,2,3,", ",1,200,3,").message).toMatch(
      /base 200 of driver "growth" is outside -50 to 100/,
    );
    expect(edited(file, ",1,2,3,", ",1,two,3,").message).toMatch(
      /base "two" of driver "growth" is no number/,
    );
    expect(edited(file, "Growth of the last year", "").message).toMatch(/is a judgement; give its reason/);
    expect(edited(file, "judgement", "guess").message).toMatch(/tier "guess" is not known/);
    expect(edited(file, "revenue.2025Q3.release", "revenue.2025Q3.nowhere").message).toMatch(
      /names fact "revenue\.2025Q3\.nowhere"/,
    );
    expect(edited(file, "-50,100", ",100").message).toMatch(/has no min/);
  });

  test("lists up to fifteen faults in one message and counts the rest", () => {
    const error = refusalOf(
      Array.from({ length: 23 }, (_, at) =>
        goodFact.replace("release,", `r${at},`).replace("RMB m", ""),
      ).join("\n"),
    );
    expect(error.problems).toHaveLength(23);
    expect(error.message.split("\n")).toHaveLength(16);
    expect(error.message).toMatch(/and 8 more$/);
  });
});
