/** Sums among the figures of a release. */

import { brokenTies } from "../../src/release";

const FIGURES: Readonly<Record<string, number>> = {
  grossProfit: 350,
  researchDevelopment: 200,
  sellingMarketing: 140,
  generalAdministrative: 190,
};

const broken = (more: Readonly<Record<string, number>>): readonly string[] =>
  brokenTies((line) => ({ ...FIGURES, ...more })[line]).map(({ words }) => words);

test("an impairment that is stated stands between expenses and operating result; where none is stated there is none", () => {
  expect(broken({ operatingResult: -180 })).toEqual([]);
  expect(broken({ operatingResult: -210, impairment: 30 })).toEqual([]);
  expect(broken({ operatingResult: -210 })).toEqual([
    "Operating result less what expenses leave of gross profit: -30 RMB m are left.",
  ]);
  expect(broken({ operatingResult: -180, impairment: 30 })).toEqual([
    "Operating result less what expenses leave of gross profit: 30 RMB m are left.",
  ]);
});
