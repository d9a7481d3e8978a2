import { loadSeeds, type Seeds } from "../../src/seeds";
import { realSeedTexts } from "../model/realModel";
import { smallSeeds } from "./fixture";

const seeds = loadSeeds(realSeedTexts());
const knownFrom = (all: Seeds, id: string): string | undefined => all.fact(id)?.knownFrom;

function withPublication(from: string, to: string): () => Seeds {
  const files = smallSeeds();
  files["publication.csv"] = files["publication.csv"]!.replace(from, to);
  return () => loadSeeds(files);
}

describe("the day from which a figure can have been known", () => {
  test("is that of its document, and of the results of its period where a later document repeats it", () => {
    const small = smallSeeds();
    small["facts/release.csv"] +=
      "revenue.2025Q3.site,revenue,2025Q3,reported,2478,RMB m,2478,site,Results,ok,\n" +
      "revenue.FY2026.site,revenue,FY2026,broker,11000,RMB m,11000,site,Outlook,ok,\n";
    const all = loadSeeds(small);
    expect(knownFrom(all, "revenue.2025Q3.release")).toBe("2025-11-19");
    expect(knownFrom(all, "revenue.2025Q3.site")).toBe("2025-11-19");
    expect(knownFrom(all, "revenue.FY2026.site")).toBe("2026-02-01");
    expect(knownFrom(all, "revenue.2025Q3.derived")).toBe("2025-11-19");
  });

  test("is a full day for every figure, after the period it reports but for what is announced or carried forward within it", () => {
    for (const { id, metric, knownFrom: day, period, basis } of seeds.facts) {
      expect([id, day]).toEqual([id, expect.stringMatching(/^20\d\d-\d\d-\d\d$/)]);
      const [, year, quarter] = /^(\d{4})Q(\d)$/.exec(period) ?? [];
      if (year === undefined || !["reported", "adjusted"].includes(basis)) continue;
      if (["placingProceeds", "adsOutstanding", "amortisationIntangibles"].includes(metric)) continue;
      const end = `${year}-${String(Number(quarter) * 3).padStart(2, "0")}-31`;
      expect([id, day > end]).toEqual([id, true]);
    }
  });

  test("keeps the caps at their announcements and estimates at their notes", () => {
    expect(knownFrom(seeds, "capXiaomi.FY2026.gf2025")).toBe("2025-03-11");
    expect(knownFrom(seeds, "capexCompanyBasis.FY2026.goldman2026")).toBe("2026-02-10");
    expect(knownFrom(seeds, "capexCompanyBasis.FY2025.call2q25.guidance")).toBe("2025-08-20");
    expect(knownFrom(seeds, "operatingResult.2025Q1.smi")).toBe("2025-05-28");
    expect(knownFrom(seeds, "interestExpense.2025Q4.derivedPublic")).toBe("2026-03-25");
  });

  test("is refused where it is missing, doubled or no day", () => {
    expect(withPublication("site,2026-02-01,undated", "2025Q2,2025-08-20,")).toThrow(
      /source "site" has no full day; add the earliest one it can have been read to publication\.csv/,
    );
    expect(withPublication("2026-02-01", "2026-02")).toThrow(/row 3: known_from "2026-02" is no day/);
    expect(withPublication("2025Q3,", "3Q25,")).toThrow(/row 2: "3Q25" is neither a quarter such as 2025Q3/);
    expect(withPublication("2025Q3,", "site,")).toThrow(/row 3: "site" stands here twice/);
  });
});

describe("conflicts that say nothing about the company", () => {
  test("are marked and stand behind the others", () => {
    const marks = seeds.conflicts.map(({ aside }) => aside);
    expect(marks).toEqual([...marks].sort((a, b) => Number(a) - Number(b)));
    const aside = seeds.conflicts.filter((conflict) => conflict.aside).map(({ metric }) => metric);
    expect(aside).toEqual(
      expect.arrayContaining(["transcriptNoise", "bundleSalePrice", "industriesReached"]),
    );
    expect(aside).not.toContain("revenue");
    expect(aside.length).toBeLessThan(15);
  });

  test("and a conflict of an unknown metric is refused", () => {
    const files = smallSeeds();
    files["conflicts/call.json"] = files["conflicts/call.json"]!.replace(
      '"metric":"revenue"',
      '"metric":"turnover"',
    );
    expect(() => loadSeeds(files)).toThrow(
      /conflicts\/call\.json row 1: metric "turnover" is not in metrics\.csv/,
    );
  });
});
