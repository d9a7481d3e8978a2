import { checkModel, historyTies } from "../../src/analysis";
import { IDENTITIES, SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { Model } from "../../src/model";
import { modelOf, realSeedTexts } from "../model/realModel";

const model = modelOf();
const failed = (over: Model) => checkModel(over).filter(({ failures }) => failures.length > 0);

test("every check holds in every scenario and on the facts", () => {
  expect(failed(model)).toEqual([]);
  expect(new Set(checkModel(model).map(({ scope }) => scope)).size).toBe(SCENARIOS.length + 1);
  expect(historyTies(model, IDENTITIES).length).toBeGreaterThan(30);
});

test("a planted error is caught: a broken balance, a line without a value, readings that part, an assumption out of range", () => {
  const broken: Model = {
    ...model,
    fast: (assumptions) => {
      const values = model.fast(assumptions);
      const wrong = (id: string): number => (id === "checkBalance" ? 1 : id === "netDebt" ? Number.NaN : 0);
      return { ...values, value: (id, column) => values.value(id, column) + wrong(id) };
    },
    assumptions: (scenario) =>
      new Map([
        ...model.assumptions(scenario),
        ...(scenario === "upside" ? [["capUsableXiaomi", "1.5"] as const] : []),
      ]),
  };
  const found = failed(broken).map(({ scope, id }) => `${scope} ${id}`);
  expect(found).toEqual(
    expect.arrayContaining(["Base checkBalance", "Base readings", "Base values", "Upside assumptions"]),
  );
  expect(found).not.toContain("Base assumptions");
});

test("a wrong figure of history does not tie", () => {
  const texts = realSeedTexts();
  const filings = texts["facts/filings.csv"]!;
  const wrong = filings.replace(/^(revenueOther\.FY2022\.[^,]*,revenueOther,FY2022,reported,)2/m, "$19");
  expect(wrong).not.toBe(filings);
  const ties = historyTies(modelOf({ ...texts, "facts/filings.csv": wrong }), IDENTITIES).filter(
    ({ ok }) => !ok,
  );
  expect(ties).toEqual([expect.objectContaining({ period: "FY2022", difference: expect.closeTo(-7, 6) })]);
});
