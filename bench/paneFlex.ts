import type { Model } from "../src/model";
import type { ScenarioName } from "../src/seeds";
import { capColumns, revenueColumns } from "../src/taskpane/state/chartSeries";
import { createEvaluator } from "../src/taskpane/state/evaluator";
import { keyFigureValues } from "../src/taskpane/state/keyFigures";
import { LEVER_GROUPS } from "../src/companies/kingsoftCloud";
import { leverKind } from "../src/taskpane/state/leverScale";
import { seededTable, valueOf, withEdits } from "../src/taskpane/state/inputTable";
import { initialState } from "../src/taskpane/state/paneState";
import { createStore } from "../src/taskpane/state/store";
import { cells, type Findings } from "./findings";
import { spreadOf } from "./rounds";
import type { Yardstick } from "./yardstick";

const ROUNDS = 15;
const FLEXES = 300;
const CHART_YEARS = [2025, 2026, 2027, 2028];

/** Times the pane's state, without drawing, with Base shown (one scenario calculated) and with Downside shown (it and Base). */
export function measurePaneFlex({ model }: Yardstick): Findings {
  const cases = [
    { name: "Base shown (one scenario calculated)", drag: dragging(model, "base") },
    { name: "Downside shown, against Base (two)", drag: dragging(model, "downside") },
  ];
  const found = cases.map(() => ({ medians: [] as number[], p95s: [] as number[] }));
  for (let round = -1; round < ROUNDS; round++) {
    cases.forEach(({ drag }, place) => {
      const times = Array.from({ length: FLEXES }, (_, flex) => timed(() => drag(flex))).sort(
        (a, b) => a - b,
      );
      // The first round only warms up.
      if (round < 0) return;
      found[place]!.medians.push(times[Math.floor(FLEXES / 2)]!);
      found[place]!.p95s.push(times[Math.floor(FLEXES * 0.95)]!);
    });
  }
  const flexes = cases.map(({ name }, place) => ({
    name,
    median: spreadOf(found[place]!.medians),
    p95: spreadOf(found[place]!.p95s),
  }));
  return {
    figures: flexes,
    tables: [
      {
        title: "Pane",
        text: `From a lever to key figures and chart columns, state only, without drawing; milliseconds, ${ROUNDS} rounds of ${FLEXES} flexes.`,
        head: ["", "median", "min-max", "p95", "min-max of p95"],
        rows: flexes.map(({ name, median, p95 }) => [name, ...cells(median), ...cells(p95)]),
      },
    ],
  };
}

/** What a step of a slider does: the table changes, the shown scenario and its reference are calculated, figures and columns are made. */
function dragging(model: Model, scenario: ScenarioName): (flex: number) => void {
  const seeded = seededTable(model);
  const evaluate = createEvaluator(model);
  const store = createStore({ ...initialState(seeded), scenario });
  const ids = new Set(LEVER_GROUPS.flatMap(({ drivers }) => drivers.map(({ id }) => id)));
  const levers = model.rows.filter((row) => ids.has(row.driver.id) && leverKind(row) === "slider");
  let before = "";
  store.subscribe(({ table, year, party, lens }) => {
    const shown = evaluate(table, scenario).values;
    const reference = scenario === "base" ? evaluate(seeded, "base").values : evaluate(table, "base").values;
    const figures = keyFigureValues(year, shown, reference);
    const columns = [
      ...capColumns(party, shown, CHART_YEARS),
      ...revenueColumns(lens, shown, reference, CHART_YEARS),
    ];
    before = `${figures[0]!.value} ${columns.length}`;
  });
  const drag = (flex: number): void => {
    const { driver, max } = levers[flex % levers.length]!;
    const present = Number(valueOf(store.get().table, scenario, driver.id));
    const value = String(
      Math.min(Number(max), present + (flex % 2 === 0 ? 0.0001 : -0.0001) * Math.max(1, Math.abs(present))),
    );
    store.update(({ table }) => ({
      table: withEdits(table, [{ scenario, driver: driver.id, entry: { kind: "own", value } }]),
    }));
  };
  drag(0);
  if (before === "" || before.startsWith("NaN")) throw new Error("The pane has no key figures after a flex.");
  return drag;
}

function timed(run: () => void): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
