/** docs/assumptions.md says what the model says: its figures are compared with the response of Base and with the hindcast. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hindcast, hindcastErrors, response } from "../../src/analysis";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";
import { root } from "../support/repository";

const model = modelOf();
const page = readFileSync(join(root, "docs", "assumptions.md"), "utf8");
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
const signed = (value: number): string => {
  const whole = Math.round(value);
  return `${whole > 0 ? "+" : whole < 0 ? "−" : ""}${Math.abs(whole).toLocaleString("en")}`;
};
const percent = (value: number): string => {
  const tenths = Math.round(value * 1000) / 10;
  return `${tenths > 0 ? "+" : tenths < 0 ? "−" : ""}${Math.abs(tenths).toFixed(1)}`;
};

test("each effect on FY2028 is what kc response prints for Base", () => {
  const stated = rows.flatMap(([, driver, , , ...effects]) => {
    const [, id] = /^`(\w+)`$/.exec(driver ?? "") ?? [];
    return id === undefined ? [] : [[id, ...effects] as const];
  });
  const ids = stated.map(([id]) => id);
  expect(ids.length).toBeGreaterThanOrEqual(10);
  const { years, rows: found } = response(model, model.assumptions("base"), ids);
  const last = years.length - 1;
  const effects = new Map(
    found.map(({ driver, effects: [revenue, ebitda, , net] }) => [
      driver.id,
      [revenue, ebitda, net].map((values) => signed(values![last]!)),
    ]),
  );
  expect(stated).toEqual(ids.map((id) => [id, ...effects.get(id)!]));
});

test("each error of the hindcast is what came out, by line and distance", () => {
  const errors = hindcastErrors(hindcast(model));
  const lines = [...new Set(errors.map(({ line }) => line.label))];
  const wanted = lines.map((label) => [
    label,
    ...[1, 2, 3, 4].map((horizon) => {
      const error = errors.find((each) => each.line.label === label && each.horizon === horizon);
      return error === undefined ? "" : `${percent(error.bias)} (${(error.size * 100).toFixed(1)})`;
    }),
  ]);
  expect(rows.filter(([label]) => lines.includes(label!))).toEqual(wanted);
});

test("margins that the page states are those of Base", () => {
  const base = model.fast(model.assumptions("base"));
  const of = (line: string, year: string): number => base.value(line, periodIndex(year));
  const rounded = (part: number): string => `${Math.round(part * 100)} %`;
  const burden = (year: string): string => rounded(of("depreciation", year) / of("revenue", year));
  const margins = (line: string): readonly number[] => ["FY2026", "FY2027", "FY2028"].map((y) => of(line, y));
  const [lowest, highest] = [Math.min, Math.max].map((pick) => rounded(pick(...margins("grossMargin"))));
  for (const words of [
    `rises from ${rounded(of("adjustedEbitdaMargin", "FY2026"))} in 2026 to ${rounded(of("adjustedEbitdaMargin", "FY2028"))} in 2028`,
    `Depreciation goes from ${burden("FY2025")} of revenue in 2025 to ${burden("FY2028")} in 2028`,
    `the gross margin stays at ${lowest} to ${highest}`,
    `the adjusted operating margin gets no further than ${rounded(Math.max(...margins("adjustedOperatingMargin")))}`,
  ])
    expect(page).toContain(words);
});

test("the target prices of the page are the model's", () => {
  const column = periodIndex("FY2028");
  const price = (scenario: Parameters<typeof model.assumptions>[0]): string =>
    `US$${model.fast(model.assumptions(scenario)).value("targetPrice", column).toFixed(2)}`;
  for (const scenario of ["base", "renewalDelayed", "renewalLapses"] as const)
    expect(page).toContain(price(scenario));
});
