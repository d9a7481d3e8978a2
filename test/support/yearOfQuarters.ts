/** A made-up year as it is entered: results of a release, then whole; results only; a restatement; a contradiction, mended; results again. */

import { periodIndex, REQUIRED, TYPED_LINES, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel, type Model, type TypedFigures } from "../../src/model";
import { IN_RELEASE } from "../release/madeUpRelease";

/** Figures of one quarter by line, in the model's units and signs. */
type Figures = Readonly<Record<string, number>>;

/** What is entered for one quarter in one go. */
export interface YearStep {
  readonly what: string;
  readonly quarter: string;
  readonly figures: Figures;
  /** All figures that stand on Actuals once it is entered. */
  readonly typed: TypedFigures;
  /** Whether the figures of the quarter make up their sums. */
  readonly isWell: boolean;
}

const SHEET = [...REQUIRED.assets, ...REQUIRED.claims];
const WHOLE = TYPED_LINES.map(({ id }) => id);
const RESULTS = ["revenue", "grossProfit", "adjustedEbitda"];
const REVENUE = ["revenuePublic", "revenueEnterprise", "revenue"];
/** RMB m that the contradictory revenue has too much. */
const TOO_MUCH = 300;

/** The steps of the year; what they enter is what the model forecasts with the steps before, but for the first, which is a release. */
export function yearOfQuarters({ seeds }: Pick<Model, "seeds">): readonly YearStep[] {
  const steps: YearStep[] = [];
  const typed = new Map<string, string>();
  const step = (what: string, quarter: string, figures: Figures, isWell = true): Figures => {
    for (const [line, value] of Object.entries(figures))
      typed.set(lineKey(line, periodIndex(quarter)), String(value));
    steps.push({ what, quarter, figures, typed: new Map(typed), isWell });
    return figures;
  };
  const forecast = (quarter: string, lines: readonly string[]): Figures => {
    const model = openModel(kingsoftCloud, seeds, typed);
    const values = model.fast(model.assumptions("base"));
    return Object.fromEntries(
      lines
        // No more decimals than a person would copy, and none that is written with an exponent.
        .map((line) => [line, Number(values.value(line, periodIndex(quarter)).toFixed(6))] as const)
        .filter(([, value]) => Number.isFinite(value)),
    );
  };
  step("results of a release", "2026Q2", IN_RELEASE);
  step("its balance sheet", "2026Q2", forecast("2026Q2", SHEET));
  step("three figures of its results", "2026Q3", forecast("2026Q3", RESULTS));
  step("the whole quarter", "2026Q3", forecast("2026Q3", WHOLE));
  // AI billing lies inside public cloud and leaves every sum as it is.
  step("a figure restated", "2026Q2", {
    aiGrossBilling: Math.round(IN_RELEASE["aiGrossBilling"] ?? 1100) + 20,
  });
  const parts = forecast("2026Q4", REVENUE);
  step("parts that miss their sum", "2026Q4", { ...parts, revenue: parts["revenue"]! + TOO_MUCH }, false);
  step("the sum as it should be", "2026Q4", { revenue: parts["revenue"]! });
  step("results again", "2027Q1", forecast("2027Q1", RESULTS));
  return steps;
}

/** The model with what stands on Actuals after a step. */
export function modelAfter({ seeds }: Pick<Model, "seeds">, { typed }: YearStep): Model {
  return openModel(kingsoftCloud, seeds, typed);
}
