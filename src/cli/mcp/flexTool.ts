import { z } from "zod";
import { RESPONSE_LINES } from "../../analysis";
import {
  cashFlow,
  credit,
  income,
  isAfter,
  periodIndex,
  revenue,
  YEARS,
} from "../../companies/kingsoftCloud";
import { keptValues, type LineItem } from "../../model";
import { shownInput } from "../shownInput";
import { tenths } from "../tenths";
import { overridesInput, scenarioInput } from "./inputs";
import { proofOf } from "./proof";
import { chosenBy, tool } from "./tool";

/** The figures that an answer shows for every year ahead. */
const KEY_LINES: readonly LineItem[] = [
  ...RESPONSE_LINES,
  revenue.ecosystem,
  revenue.ecosystemShare,
  income.ebitdaMargin,
  cashFlow.freeCashFlow,
  credit.netDebtToEbitda,
];

/** Key figures of a scenario with values for drivers, beside those without, and the checks and alarms that hold then. */
export const flexTool = tool({
  name: "flex",
  title: "Flex drivers",
  description:
    "Changes drivers in a scenario for this answer alone and gives the key figures of every year ahead before and after, with checks that fail and economic alarms. Nothing is kept.",
  input: z.object({ scenario: scenarioInput, overrides: overridesInput }),
  run({ scenario: named, overrides }, desk) {
    const chosen = chosenBy(desk, named, overrides);
    const { model, scenario } = chosen;
    const before = keptValues(desk.model.spec, desk.model.fast(desk.model.assumptions(scenario.id)));
    const after = keptValues(model.spec, model.fast(model.assumptions(scenario.id)));
    const years = YEARS.map(({ label }) => label).filter((label) =>
      isAfter(periodIndex(label), model.data.opening),
    );
    const cells = KEY_LINES.flatMap((line) => years.map((year) => ({ line, column: periodIndex(year) })));
    const figures = KEY_LINES.map((line) => ({
      line: line.id,
      label: line.label,
      unit: line.unit,
      years: Object.fromEntries(
        years.map((year) => {
          const [was, is] = [before, after].map((values) => values.value(line.id, periodIndex(year)));
          return [year, { before: number(was!), after: number(is!), change: number(is! - was!) }];
        }),
      ),
    }));
    const changed = [...model.rows, ...model.quarterRows]
      .filter(({ driver }) => chosen.overrides.has(driver.id))
      .map((row) => ({
        driver: row.driver.id,
        label: row.driver.label,
        from: shownInput(row, desk.model.assumptions(scenario.id).get(row.driver.id)),
        to: shownInput(row, chosen.overrides.get(row.driver.id)),
      }));
    const proof = proofOf(chosen, cells);
    return {
      text: [
        `${scenario.name}${changed.length === 0 ? " as it stands" : ` with ${changed.map(({ driver, from, to }) => `${driver} ${from} -> ${to}`).join(", ")}`}:`,
        ...figures.map(
          ({ label, unit, years: of }) =>
            `${label} (${unit}): ${Object.entries(of)
              .map(([year, { before: was, after: is }]) =>
                was === is
                  ? `${year} ${shown(is, unit)}`
                  : `${year} ${shown(was, unit)} -> ${shown(is, unit)}`,
              )
              .join("; ")}`,
        ),
        ...proof.alarms.map((alarm) => `Alarm: ${alarm}`),
      ].join("\n"),
      data: { scenario: scenario.name, changed, figures },
      proof,
    };
  },
});

const number = (value: number): number | null => (Number.isFinite(value) ? value : null);

function shown(value: number | null, unit: string): string {
  if (value === null) return "not disclosed";
  return unit === "%" ? `${tenths(value * 100)} %` : tenths(value);
}
