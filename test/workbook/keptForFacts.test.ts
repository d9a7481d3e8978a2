import { openModel } from "../../src/model";
import { buildPlan } from "../../src/workbook/buildPlan";
import { modelOf } from "../model/realModel";

const options = {
  overrides: new Map([["capXiaomi2026", "3500"]]),
  created: "2026-01-01T00:00:00Z",
  version: "test",
};

test("a plan is the same whether other scenarios and assumptions were planned before it or not", () => {
  const used = modelOf();
  buildPlan(used, { ...options, scenario: "base" });
  buildPlan(used, { ...options, scenario: "downside", overrides: new Map() });
  const after = buildPlan(used, { ...options, scenario: "upside" });
  expect(after).toEqual(buildPlan(openModel(used.seeds), { ...options, scenario: "upside" }));
});
