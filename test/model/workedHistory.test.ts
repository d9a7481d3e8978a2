import {
  firstQuarterOf,
  LINES,
  periodIndex,
  PERIODS,
  QUARTERS,
  kingsoftCloud,
} from "../../src/companies/kingsoftCloud";
import { openModel } from "../../src/model";
import { seedsWithout } from "./madeUpQuarter";
import { Place, rowOf } from "./place";
import { exactSetting } from "./readingsApart";
import { modelOf } from "./realModel";
import { GUIDED, LEVELS, QUARTERS_ONLY } from "./worked/workedAnnual";
import { FIGURE_OF, workedHistory } from "./worked/workedHistory";
import { workedYears } from "./worked/workedLines";
import { workedOpening } from "./worked/workedOpening";

const model = modelOf();
const {
  seeds,
  data: { opening },
} = model;
const setting = exactSetting(model, model.assumptions("base"));
const isPercent = new Set(LINES.filter(({ unit }) => unit === "%").map(({ id }) => id));

/** The figure that the facts hold for a line in a period, in the line's own unit. */
function figure(id: string, label: string): number {
  const metric = FIGURE_OF[id];
  const text = metric && seeds.chosen(metric, label, GUIDED.has(id) ? "guidance" : undefined)?.modelValue;
  return text == null ? Number.NaN : Number(text) / (isPercent.has(id) ? 100 : 1);
}

/** What a year shows beside what was guided for it. */
const againstGuidance: Readonly<Record<string, (at: Place) => number>> = {
  ebitdaMarginVsGuidance: (at) => at.now("adjustedEbitda") / at.now("revenue") - at.now("guidedEbitdaMargin"),
  capexVsGuidance: (at) => at.now("capexCompanyBasis") - at.now("guidedCapex"),
};

const firstKnown = (...values: readonly number[]): number =>
  values.find((value) => !Number.isNaN(value)) ?? Number.NaN;

/** In the opening quarter what is calculated from then on stands before figures that cannot be typed. */
function expectedQuarter(id: string, t: number): number {
  const at = new Place(setting, t);
  const { label } = PERIODS[t]!;
  if (t < opening) return firstKnown(figure(id, label), workedHistory[id]?.(at) ?? Number.NaN);
  if (workedOpening[id] === undefined) return figure(id, label);
  return firstKnown(at.fact(id), workedOpening[id](at));
}

function expectedYear(id: string, column: number): number {
  const { year, label } = PERIODS[column]!;
  const at = new Place(setting, column);
  const disclosed = firstKnown(LEVELS.has(id) ? figure(id, `${year}Q4`) : Number.NaN, figure(id, label));
  const own = workedYears[id] ?? againstGuidance[id];
  if (own !== undefined) return firstKnown(disclosed, own(at));
  if (GUIDED.has(id)) return disclosed;
  const first = firstQuarterOf(year);
  if (first < 0 || QUARTERS_ONLY.has(id)) return disclosed;
  const quarters = [0, 1, 2, 3].map((offset) => at.on(id, first + offset));
  return firstKnown(
    LEVELS.has(id) ? quarters[3]! : quarters.reduce((total, value) => total + value, 0),
    disclosed,
  );
}

const actual = [...PERIODS.keys()].filter((column) =>
  column < QUARTERS.length ? column <= opening : firstQuarterOf(PERIODS[column]!.year) + 3 <= opening,
);

test("every actual quarter and year is the disclosed figure, else follows from other lines, else is not disclosed", () => {
  const wrong = LINES.filter(({ clock }) => clock === undefined).flatMap(({ id }) =>
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
  expect(known(opening)).toBeGreaterThan(100);
});

test.each(Object.keys(workedHistory).filter((id) => !Number.isNaN(figure(id, "2025Q2"))))(
  "%s follows from other lines in a quarter that does not disclose it",
  (id) => {
    const undisclosed = openModel(kingsoftCloud, seedsWithout(seeds, FIGURE_OF[id] ?? id, "2025Q2"));
    const at = new Place(exactSetting(undisclosed, undisclosed.assumptions("base")), periodIndex("2025Q2"));
    const expected = workedHistory[id]!(at);
    if (Number.isNaN(expected)) expect(at.now(id)).toBeNaN();
    else expect(at.now(id)).toBeCloseTo(expected, 9);
    expect(undisclosed.data.known(id, at.t)).toBeUndefined();
  },
);
