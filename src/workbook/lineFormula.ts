import { precedents, toA1, type Expression } from "../formula";
import { clock } from "../companies/kingsoftCloud";
import { addsUp, quarterFormula, yearFormula, type LineItem, type Model, type Phase } from "../model";
import { absolute, cellAddress } from "./address";
import { AXIS } from "./axis";
import { NOT_DISCLOSED } from "./cells";
import type { Gaps } from "./gaps";
import type { Layout } from "./layout";
import { quarterLinkRange } from "./quarterLinkRows";
import { actualsCell, knownCondition, scenarioAddressing } from "./scenarioAddressing";

const MISSING = `"${NOT_DISCLOSED}"`;

/**
 * The one formula of a line over the whole time axis: the known figure, or else what the quarter's phase calculates.
 * Null where nothing can ever be known or calculated, and the cell stays empty.
 */
export function lineFormula(
  model: Model,
  layout: Layout,
  gaps: Gaps,
  line: LineItem,
  index: number,
): string | null {
  const written: Written = { model, layout, gaps };
  return index < model.spec.timeline.quarters.length
    ? quarterText(written, line, index)
    : yearText(written, line, index);
}

/** What formulas are written for. */
interface Written {
  readonly model: Model;
  readonly layout: Layout;
  readonly gaps: Gaps;
}

function quarterText(written: Written, line: LineItem, index: number): string | null {
  const { model, layout, gaps } = written;
  const { opening } = model.data;
  const before = layout.history.line.has(line.id) || line.history !== undefined;
  if (!before && line.opening === undefined && line.forecast === undefined) return null;
  if (index < opening && !before) return null;
  if (index === opening && !before && line.opening === undefined) return null;
  const text = (phase: Phase): string | null => {
    const expression = quarterFormula(line, phase);
    if (expression === null || (index < reachOf(expression) && !asksFirst(expression))) return null;
    const calculated = textOf(written, expression, index);
    return phase === "forecast" && line.quarterly !== undefined
      ? orTyped(written, line, index, calculated)
      : calculated;
  };
  const texts: Texts = { history: text("history"), opening: text("opening"), forecast: text("forecast") };
  const phase = `${layout.axis.letters(index)}$${layout.scenario.line.get(clock.phase.id)!}`;
  return orKnown(written, line, index, byPhase(phase, guarded(texts, gaps, line.id), before));
}

type Texts = Readonly<Record<Phase, string | null>>;

/** The same with the mark in place of an error where history has a gap; equal formulas stay equal. */
function guarded({ history, opening, forecast }: Texts, gaps: Gaps, id: string): Texts {
  const [before, at] = [gaps.history.has(id), gaps.opening.has(id)];
  const guard = (text: string | null, gap: boolean): string | null =>
    text !== null && gap ? orMissing(text) : text;
  const same = history === opening;
  return {
    history: guard(history, before || (same && at)),
    opening: guard(opening, at || (same && before)),
    forecast,
  };
}

/** What a quarter calculates, told apart by its phase as far as the formulas differ. */
function byPhase(phase: string, { history, opening, forecast }: Texts, before: boolean): string {
  const past = history ?? MISSING;
  if (forecast === null)
    return opening === null || opening === history ? past : `IF(${phase}=1,${opening},${past})`;
  if (!before && opening === null) return forecast;
  if (!before) return opening === forecast ? forecast : `IF(${phase}>1,${forecast},${opening})`;
  if (opening === forecast) return past === forecast ? forecast : `IF(${phase}>0,${forecast},${past})`;
  if (opening === null || opening === history) return `IF(${phase}>1,${forecast},${past})`;
  return `IF(${phase}>1,${forecast},IF(${phase}=1,${opening},${past}))`;
}

function yearText(written: Written, line: LineItem, index: number): string | null {
  if (line.annual === "none") return null;
  const { model, layout, gaps } = written;
  const { timeline } = model.spec;
  const { quarters, periods } = timeline;
  const { year } = periods[index]!;
  const gap = (year <= periods[model.data.opening]!.year ? gaps.years : gaps.laterYears).has(line.id);
  const expression = yearFormula(line, year, timeline);
  if (addsUp(line) && everAddsUp(written, line, year))
    return total(written, line, index, textOf(written, expression!, index));
  if (addsUp(line) || expression === null || index < quarters.length + reachOf(expression))
    return layout.history.line.has(line.id) || line.fact !== undefined
      ? orKnown(written, line, index, MISSING)
      : null;
  const text = textOf(written, expression, index);
  return orKnown(written, line, index, gap ? orMissing(text) : text);
}

/** Whether the quarters that a year shows can all be known or calculated. */
function everAddsUp(written: Written, line: LineItem, year: number): boolean {
  const first = written.model.spec.timeline.firstQuarterOf(year);
  if (first < 0) return false;
  return (line.annual === "last" ? [3] : [0, 1, 2, 3]).every(
    (offset) => quarterText(written, line, first + offset) !== null,
  );
}

/** A formula that shows the mark where what it reads is not disclosed. */
function orMissing(text: string): string {
  return `IFERROR(${text},${MISSING})`;
}

/** A year adds its quarters up where all are there; else a figure known for the year stands. */
function total(written: Written, line: LineItem, index: number, text: string): string {
  const { layout, model } = written;
  const { periods, firstQuarterOf } = model.spec.timeline;
  const first = firstQuarterOf(periods[index]!.year);
  const row = layout.scenario.line.get(line.id)!;
  const last = `${layout.axis.letters(first + 3)}${row}`;
  const quarters = `${layout.axis.letters(first)}${row}:${last}`;
  const whole = line.annual === "last" ? `ISNUMBER(${last})` : `COUNT(${quarters})=COLUMNS(${quarters})`;
  return `IF(${whole},${text},${layout.history.line.has(line.id) ? orKnown(written, line, index, MISSING) : MISSING})`;
}

/** A value typed for the quarter stands before what is calculated. */
function orTyped({ model, layout }: Written, line: LineItem, index: number, otherwise: string): string {
  const quarter = `${layout.axis.letters(index)}$${layout.scenario.line.get(clock.assumedQuarter.id)!}`;
  const scenario = absolute(cellAddress(layout.scenario.numberRow, AXIS.value));
  const typed = `INDEX(${quarterLinkRange(model.spec, layout, line)},${quarter},${scenario})`;
  return `IF(ISNUMBER(${typed}),${typed},${otherwise})`;
}

function orKnown({ model, layout }: Written, line: LineItem, index: number, otherwise: string): string {
  if (!layout.history.line.has(line.id)) return otherwise;
  return `IF(${knownCondition(model.spec, layout, line.id, index)},${actualsCell(layout, line.id, index)},${otherwise})`;
}

function textOf({ model, layout }: Written, expression: Expression, index: number): string {
  return toA1(expression, scenarioAddressing(model, layout, index));
}

/** How many periods back a formula reads: nearer to the start of the axis there is nothing to read. */
function reachOf(expression: Expression): number {
  return Math.max(0, ...precedents(expression).map((each) => (each.kind === "series" ? -each.shift : 0)));
}

/** Whether a formula asks before it looks back: its condition and first answer stay in the period. */
function asksFirst(expression: Expression): boolean {
  return (
    expression.kind === "call" &&
    expression.name === "IF" &&
    expression.args.slice(0, 2).every((each) => reachOf(each) === 0)
  );
}
