import { loadSeeds, type Seeds, unrecordedConflicts } from "../../src/seeds";
import { smallSeeds } from "./fixture";

function withFacts(...rows: string[]): Seeds {
  const files = smallSeeds();
  files["facts/release.csv"] += rows.map((row) => `${row}\n`).join("");
  return loadSeeds(files);
}

const margin = (source: string, value: string, quality = "ok", suffix = ""): string =>
  `grossMargin.2025Q3.${source}${suffix},grossMargin,2025Q3,reported,${value},%,${value}%,${source},Results,${quality},`;

describe("the chosen figure", () => {
  test("comes from the strongest tier, then has the most digits, then the first id", () => {
    expect(
      withFacts(margin("site", "15.37"), margin("call", "15")).chosen("grossMargin", "2025Q3")?.value,
    ).toBe("15");
    expect(
      withFacts(margin("call", "15"), margin("call", "15.4", "ok", "_2")).chosen("grossMargin", "2025Q3")
        ?.value,
    ).toBe("15.4");
    expect(
      withFacts(margin("call", "15", "ok", "_2"), margin("call", "15")).chosen("grossMargin", "2025Q3")?.id,
    ).toBe("grossMargin.2025Q3.call");
  });

  test.each(["conflict", "transcription-error", "superseded"])("is never one marked %s", (quality) => {
    expect(withFacts(margin("release", "73", quality)).chosen("grossMargin", "2025Q3")).toBeUndefined();
    expect(
      withFacts(margin("release", "73", quality), margin("site", "17.3")).chosen("grossMargin", "2025Q3")
        ?.value,
    ).toBe("17.3");
  });

  test("is the one an open conflict names, and both stay flagged", () => {
    const files = smallSeeds();
    files["facts/release.csv"] += `${margin("site", "15.4")}\n${margin("release", "15.9")}\n`;
    const open = {
      id: "open",
      metric: "grossMargin",
      period: "2025Q3",
      kind: "two-values",
      status: "open",
      chosen: "grossMargin.2025Q3.site",
      rejected: ["grossMargin.2025Q3.release"],
      proof: [],
      explanation: "Not settled.",
    };
    files["conflicts/open.json"] = JSON.stringify([open]);
    expect(loadSeeds(files).chosen("grossMargin", "2025Q3")).toMatchObject({
      value: "15.4",
      resolution: "open",
    });
    files["conflicts/open.json"] = JSON.stringify([{ ...open, chosen: null }]);
    expect(loadSeeds(files).chosen("grossMargin", "2025Q3")).toMatchObject({
      value: "15.9",
      resolution: "open",
    });
    expect(loadSeeds(files).fact("grossMargin.2025Q3.site")?.resolution).toBe("open");
  });

  test("cannot be two: records that choose against each other are refused", () => {
    const files = smallSeeds();
    const record = JSON.parse(files["conflicts/call.json"]!)[0] as object;
    files["conflicts/more.json"] = JSON.stringify([
      { ...record, id: "other", chosen: "revenue.2025Q3.derived" },
    ]);
    expect(() => loadSeeds(files)).toThrow(/chooses "revenue\.2025Q3\.derived" against another record/);
  });
});

describe("disagreements without a record", () => {
  test("are found beyond rounding, across units", () => {
    const found = unrecordedConflicts(
      withFacts("revenue.2025Q3.site,revenue,2025Q3,reported,2.51,RMB bn,2.51,site,Results,ok,"),
    );
    expect(found.map(({ group, facts }) => [group, ...facts])).toContainEqual([
      "revenue 2025Q3 reported",
      "revenue.2025Q3.release",
      "revenue.2025Q3.site",
    ]);
  });

  test("are not seen within rounding, in other currencies, or in rejected figures", () => {
    expect(unrecordedConflicts(loadSeeds(smallSeeds()))).toEqual([]);
    expect(unrecordedConflicts(withFacts(margin("site", "15.4"), margin("call", "15")))).toEqual([]);
    expect(unrecordedConflicts(withFacts(margin("site", "15.6"), margin("call", "15")))).toHaveLength(1);
    expect(unrecordedConflicts(withFacts(margin("site", "15.6"), margin("call", "15", "rounded")))).toEqual(
      [],
    );
    expect(
      unrecordedConflicts(
        withFacts("revenue.2025Q3.site,revenue,2025Q3,reported,348,USD m,348,site,Results,ok,"),
      ),
    ).toEqual([]);
  });
});
