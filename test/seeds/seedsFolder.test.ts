import { join } from "node:path";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import {
  evaluateOverFacts,
  failedProofs,
  halfLastPlace,
  loadSeeds,
  proofFailure,
  proofTellsApart,
  unrecordedConflicts,
} from "../../src/seeds";
import { reportFigure } from "../support/figure";

const folder = join(__dirname, "../../seeds");
const files = readSeedsFolder(folder);
const seeds = loadSeeds(files);
const byId = new Map(seeds.facts.map((fact) => [fact.id, fact]));
const amount = (metric: string, period: string): number =>
  Number(seeds.chosen(metric, period)?.modelValue ?? NaN);
const quarters2025 = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"];
const sum = (metric: string, periods: readonly string[]): number =>
  periods.reduce((total, period) => total + amount(metric, period), 0);

test("a missing folder is named", () => {
  expect(() => readSeedsFolder(join(folder, "nowhere"))).toThrow(/seeds folder .*nowhere does not exist/);
});

test("deleting any document's figures is noticed", () => {
  for (const name of Object.keys(files).filter((path) => path.startsWith("facts/"))) {
    const { [name]: _gone, ...rest } = files;
    expect(() => loadSeeds(rest)).toThrow(/names fact|does not exist/);
  }
});

describe("every figure", () => {
  test.each([
    ["facts/call2q25.csv", 75],
    ["facts/call3q25.csv", 100],
    ["facts/canvas.csv", 90],
    ["facts/article.csv", 30],
    ["facts/note.csv", 10],
    ["facts/filings.csv", 190],
    ["facts/aggregators.csv", 275],
    ["facts/news.csv", 110],
    ["facts/estimates.csv", 40],
  ])("of %s is there: at least %d", (file, floor) => {
    expect(seeds.facts.filter((fact) => fact.file === file).length).toBeGreaterThanOrEqual(floor);
  });

  test("is a number and a short label, no sentence", () => {
    for (const fact of seeds.facts) {
      expect(fact.asPrinted.length).toBeLessThanOrEqual(60);
      expect(fact.note).not.toMatch(/https?:/);
      expect(fact.note.length).toBeLessThanOrEqual(200);
    }
  });

  test("has the tier of its source, and each seed document its hash", () => {
    const sources = new Map(seeds.sources.map((source) => [source.id, source]));
    for (const fact of seeds.facts) expect(fact.tier).toBe(sources.get(fact.source)?.kind);
    const documents = seeds.sources.filter(({ kind }) => kind === "seed");
    expect(documents.map(({ id }) => id).sort()).toEqual([
      "article",
      "call2q25",
      "call3q25",
      "canvas",
      "note",
    ]);
    for (const { sha256 } of documents) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("chosen figures", () => {
  test("are at most one for a metric, period and basis, and one wherever a usable figure is left", () => {
    const rejected = new Set(
      seeds.conflicts.flatMap(({ chosen, rejected }) => (chosen === null ? [] : rejected)),
    );
    const groups = new Map<string, { chosen: number; usable: number }>();
    for (const fact of seeds.facts) {
      const group = groups.get(`${fact.metric} ${fact.period} ${fact.basis}`) ?? { chosen: 0, usable: 0 };
      groups.set(`${fact.metric} ${fact.period} ${fact.basis}`, group);
      group.chosen += fact.chosen ? 1 : 0;
      group.usable += ["ok", "rounded"].includes(fact.quality) && !rejected.has(fact.id) ? 1 : 0;
    }
    for (const [group, { chosen, usable }] of groups)
      expect([group, chosen]).toEqual([group, usable > 0 ? 1 : Math.min(chosen, 1)]);
  });

  test("include a doubtful one only where a record chooses it by name", () => {
    const named = new Set(seeds.conflicts.map(({ chosen }) => chosen));
    const doubtful = seeds.facts.filter(
      ({ chosen, quality }) => chosen && !["ok", "rounded"].includes(quality),
    );
    expect(doubtful.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
    expect(doubtful.length).toBeLessThan(10);
  });

  test("tie: quarters to years, lenses to totals, lines to sums", () => {
    expect(sum("revenue", quarters2025)).toBeCloseTo(9558.6, 6);
    expect(sum("revenue", ["2024Q1", "2024Q2", "2024Q3", "2024Q4"])).toBeCloseTo(
      amount("revenue", "FY2024"),
      0,
    );
    for (const quarter of quarters2025) {
      expect(amount("revenuePublic", quarter) + amount("revenueEnterprise", quarter)).toBeCloseTo(
        amount("revenue", quarter),
        0,
      );
      expect(amount("revenue", quarter) - amount("costOfRevenue", quarter)).toBeCloseTo(
        amount("grossProfit", quarter),
        0,
      );
    }
    expect(Math.abs(sum("revenueEcosystem", quarters2025) - 2619.8)).toBeLessThan(0.7);
    expect(
      Math.abs(sum("netResultAttributable", quarters2025) - amount("netResultAttributable", "FY2025")),
    ).toBeLessThan(0.3);
    expect(Math.abs(sum("operatingResult", quarters2025) - amount("operatingResult", "FY2025"))).toBeLessThan(
      0.3,
    );
    expect(Math.abs(sum("pretaxResult", quarters2025) - amount("pretaxResult", "FY2025"))).toBeLessThan(0.3);
    expect(amount("revenueXiaomi", "FY2024") + amount("revenueKingsoft", "FY2024")).toBeCloseTo(1570.58, 6);
  });

  test("hold the quarterly history the model needs", () => {
    const metrics = [
      "revenue",
      "revenuePublic",
      "revenueEnterprise",
      "costOfRevenue",
      "grossProfit",
      "operatingResult",
      "pretaxResult",
      "netResultAttributable",
      "interestExpense",
      "interestIncome",
      "adjustedGrossProfit",
      "adjustedEbitda",
      "aiGrossBilling",
      "revenueEcosystem",
    ];
    const missing = metrics.flatMap((metric) =>
      ["2024Q1", "2024Q2", "2024Q3", "2024Q4", ...quarters2025]
        .filter((quarter) => Number.isNaN(amount(metric, quarter)))
        .map((quarter) => `${metric} ${quarter}`),
    );
    expect(missing).toEqual([]);
  });

  test("hold the caps, which add up to the three-year totals within their rounding", () => {
    const years = ["FY2025", "FY2026", "FY2027"];
    expect(years.map((year) => amount("capXiaomi", year))).toEqual([2310, 3140, 4035]);
    expect(years.map((year) => amount("capKingsoft", year))).toEqual([470, 600, 775]);
    for (const year of years) {
      expect(amount("capXiaomi", year) + amount("capKingsoft", year)).toBe(amount("capCombined", year));
    }
    expect(Math.abs(sum("capXiaomi", years) - amount("capXiaomi", "FY2025-FY2027"))).toBeLessThan(10.5);
    expect(Math.abs(sum("capKingsoft", years) - amount("capKingsoft", "FY2025-FY2027"))).toBeLessThan(30);
  });

  test("hold the assets of 31 December 2025, which add up to their total", () => {
    const current = ["cash", "restrictedCash", "receivables", "prepayments"];
    const rest = ["ppeAndRou", "equityInvestments", "goodwill", "intangibles", "otherNonCurrentAssets"];
    const total = [...current, ...rest].reduce((all, metric) => all + amount(metric, "2025Q4"), 0);
    expect(Math.abs(total - amount("totalAssets", "2025Q4"))).toBeLessThan(3);
  });
});

describe("conflicts", () => {
  test("are recorded wherever two usable figures differ beyond rounding", () => {
    expect(unrecordedConflicts(seeds)).toEqual([]);
  });

  test("number several dozen, over all five documents", () => {
    expect(seeds.conflicts.length).toBeGreaterThanOrEqual(100);
    const named = seeds.conflicts.flatMap(({ rejected }) => rejected.map((id) => byId.get(id)?.source));
    for (const document of ["note", "canvas", "article", "call2q25", "call3q25"])
      expect(named).toContain(document);
  });

  test("settled ones are proved: every line of arithmetic holds", () => {
    expect(failedProofs(seeds.conflicts, seeds.facts)).toEqual([]);
    const open = seeds.conflicts.filter(({ status }) => status === "open").length;
    reportFigure(
      "Each conflict between sources is settled with a proof, or said to be open",
      `${seeds.facts.length} facts of ${seeds.sources.length} sources; ${seeds.conflicts.length - open} conflicts settled, ${open} open`,
    );
  });

  test("the proofs tell the chosen figure from every rejected one of another value", () => {
    const weak = seeds.conflicts
      .filter(({ status }) => status === "settled")
      .flatMap((conflict) =>
        conflict.rejected
          .filter((id) => byId.get(id)?.modelValue !== byId.get(conflict.chosen ?? "")?.modelValue)
          .filter((id) => !proofTellsApart(conflict, id, seeds.facts))
          .map((id) => `${conflict.id} ${id}`),
      );
    expect(weak).toEqual([]);
  });

  test("a planted wrong proof fails", () => {
    const conflict = seeds.conflicts.find(({ id }) => id === "interestExpense4q25");
    const [proof] = conflict?.proof ?? [];
    if (conflict === undefined || proof === undefined) throw new Error("the record is gone");
    expect(proofFailure(proof, byId)).toBeNull();
    expect(proofFailure({ ...proof, equals: "493.9" }, byId)).toMatch(
      /gives 498\.05, not 493\.9 within 0\.16/,
    );
    const planted = { ...conflict, proof: [{ ...proof, formula: proof.formula.replace("+", "-") }] };
    expect(failedProofs([planted], seeds.facts)).toHaveLength(1);
    expect(failedProofs([{ ...conflict, proof: [] }], seeds.facts)).toEqual([
      "interestExpense4q25: is settled without proof",
    ]);
    expect(
      proofTellsApart(
        { ...conflict, proof: [{ formula: "1", equals: "1", within: "1000" }] },
        "interestExpense.2025Q4.smi",
        seeds.facts,
      ),
    ).toBe(false);
  });

  test("keep what cannot be settled open", () => {
    const open = seeds.conflicts
      .filter(({ status }) => status === "open")
      .map(({ metric, period }) => `${metric} ${period}`);
    for (const each of ["capexCompanyBasis 1H2025", "cashCapex FY2024", "debtToEquity 2025Q4"]) {
      expect(open).toContain(each);
    }
  });

  test("place the raise of HK$2.8bn after 30 September 2025", () => {
    const equity = ["2025Q2", "2025Q3"].map((quarter) => amount("equityAttributable", quarter));
    const fromElsewhere = equity[1]! - equity[0]! - amount("netResultAttributable", "2025Q3");
    expect(fromElsewhere).toBeCloseTo(22.6, 6);
    expect(amount("cashFromFinancing", "2025Q3")).toBeLessThan(0);
    expect(amount("equityRaise", "2025-10-02")).toBeCloseTo(2.802, 2);
  });
});

describe("derived figures", () => {
  const derived = seeds.facts.filter(({ tier }) => tier === "derived");

  test("state what their formula gives, with the interval of its inputs", () => {
    expect(derived.length).toBeGreaterThanOrEqual(200);
    for (const { id, formula, value, low, high } of derived) {
      if (formula === undefined || low === undefined || high === undefined)
        throw new Error(`${id} has no formula`);
      const computed = evaluateOverFacts(formula, byId);
      expect([id, computed.value.minus(value).abs().lte(halfLastPlace(value))]).toEqual([id, true]);
      expect([id, computed.low.minus(low).abs().lte(halfLastPlace(low))]).toEqual([id, true]);
      expect([id, computed.high.minus(high).abs().lte(halfLastPlace(high))]).toEqual([id, true]);
      expect(Number(low)).toBeLessThanOrEqual(Number(value));
      expect(Number(value)).toBeLessThanOrEqual(Number(high));
    }
  });
});
