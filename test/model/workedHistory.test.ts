import { firstQuarterOf, isClock, LINES, openModel, periodIndex, PERIODS, QUARTERS } from "../../src/model";
import { seedsWithout } from "./madeUpQuarter";
import { Place, rowOf } from "./place";
import { exactSetting } from "./readingsApart";
import { modelOf } from "./realModel";
import { FIGURE_OF, NOT_FILLED, workedHistory } from "./worked/workedHistory";
import { LEVELS, QUARTERS_ONLY, workedYears } from "./worked/workedLines";
import { workedOpening } from "./worked/workedOpening";

const model = modelOf();
const {
  seeds,
  data: { lastActual },
} = model;
const setting = exactSetting(model, model.assumptions("base"));
const isPercent = new Set(LINES.filter(({ unit }) => unit === "%").map(({ id }) => id));

/** The figure that the facts hold for a line in a period, in the line's own unit. */
function figure(id: string, label: string, basis?: "guidance"): number {
  const text = NOT_FILLED.has(id) ? undefined : seeds.chosen(FIGURE_OF[id] ?? id, label, basis)?.modelValue;
  return text == null ? Number.NaN : Number(text) / (isPercent.has(id) ? 100 : 1);
}

const firstKnown = (...values: readonly number[]): number =>
  values.find((value) => !Number.isNaN(value)) ?? Number.NaN;

function expectedQuarter(id: string, t: number): number {
  const at = new Place(setting, t);
  if (t === lastActual && workedOpening[id] !== undefined) return workedOpening[id](at);
  const { label } = PERIODS[t]!;
  return firstKnown(
    figure(id, label),
    id === "procurementTotal" ? figure(id, label, "guidance") : Number.NaN,
    workedHistory[id]?.(at) ?? Number.NaN,
  );
}

function expectedYear(id: string, column: number): number {
  const { year, label } = PERIODS[column]!;
  const at = new Place(setting, column);
  const disclosed = firstKnown(LEVELS.has(id) ? figure(id, `${year}Q4`) : Number.NaN, figure(id, label));
  if (workedYears[id] !== undefined) return firstKnown(disclosed, workedYears[id](at));
  const first = firstQuarterOf(year);
  if (first < 0 || QUARTERS_ONLY.has(id)) return disclosed;
  const quarters = [0, 1, 2, 3].map((offset) => at.on(id, first + offset));
  return firstKnown(
    LEVELS.has(id) ? quarters[3]! : quarters.reduce((total, value) => total + value, 0),
    disclosed,
  );
}

const actual = [...PERIODS.keys()].filter((column) =>
  column < QUARTERS.length ? column <= lastActual : firstQuarterOf(PERIODS[column]!.year) + 3 <= lastActual,
);

test("every actual quarter and year is the disclosed figure, else follows from other lines, else is not disclosed", () => {
  const wrong = LINES.filter(({ id }) => !isClock(id)).flatMap(({ id }) =>
    actual.flatMap((column) => {
      const [found, expected] = [
        setting.values[rowOf(id) + column]!,
        column < QUARTERS.length ? expectedQuarter(id, column) : expectedYear(id, column),
      ];
      return Object.is(found, expected) ||
        Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
        ? []
        : [`${id} ${PERIODS[column]!.label}: ${found}, not ${expected}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("history is rich enough to show a wrong figure", () => {
  const known = (column: number): number =>
    LINES.filter(({ id }) => !Number.isNaN(setting.values[rowOf(id) + column]!)).length;
  expect(Math.min(...actual.map(known))).toBeGreaterThan(10);
  expect(known(lastActual)).toBeGreaterThan(100);
});

test.each(Object.keys(workedHistory).filter((id) => !Number.isNaN(figure(id, "2025Q2"))))(
  "%s follows from other lines in a quarter that does not disclose it",
  (id) => {
    const undisclosed = openModel(seedsWithout(seeds, FIGURE_OF[id] ?? id, "2025Q2"));
    const at = new Place(exactSetting(undisclosed, undisclosed.assumptions("base")), periodIndex("2025Q2"));
    expect(at.now(id)).toBeCloseTo(workedHistory[id]!(at), 9);
    expect(undisclosed.data.known(id, at.t)).toBeUndefined();
  },
);
