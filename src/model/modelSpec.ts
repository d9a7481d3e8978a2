import type { Driver, DriverGroup } from "./driver";
import type { FastReading } from "./fastReading";
import type { LineItem, Section } from "./lineItem";
import type { Scenarios } from "./scenarioNames";
import { quarterDriversOf, type QuarterDriver } from "./quarterDrivers";
import type { Timeline } from "./timeline";

/** Figures without which a quarter is not reported. */
export interface RequiredFigures {
  /** Each entry of a quarter's results is met by one of its lines. */
  readonly results: readonly (readonly string[])[];
  /** Lines of a whole balance sheet, by side. */
  readonly assets: readonly string[];
  readonly claims: readonly string[];
  /** Amount by which a reported balance sheet may miss: its lines are printed rounded. */
  readonly tolerance: number;
}

/** An assumption that is a part of a figure of the opening quarter, and cannot be larger. */
export interface PartOfOpening {
  readonly driver: string;
  readonly line: string;
  /** What the figure is, as the message names it. */
  readonly whole: string;
}

/** What holds between assumptions, beside each one's own range. */
export interface AssumptionRules {
  /** Drivers that are parts of one whole: their sum must not exceed 100 %. */
  readonly shares: readonly (readonly string[])[];
  readonly parts: readonly PartOfOpening[];
}

/** What a model is made of: everything that one company's model has and another's has not. */
export interface ModelContent {
  readonly timeline: Timeline;
  /** Every line, in worksheet order. */
  readonly sections: readonly Section[];
  /** Every assumption, in the order of its table. */
  readonly driverGroups: readonly DriverGroup[];
  /** Every column of assumptions, in selector order. */
  readonly scenarios: Scenarios;
  readonly required: RequiredFigures;
  readonly rules: AssumptionRules;
  /** How the model is read in doubles. */
  readonly reading: (spec: ModelSpec) => FastReading;
}

/** A model as a value, with what follows from its content. */
export interface ModelSpec extends ModelContent {
  /** Every line in worksheet order; the index is its place in the fast reading. */
  readonly lines: readonly LineItem[];
  readonly lineById: ReadonlyMap<string, LineItem>;
  /** Place of a line in the fast reading, by its id. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Every assumption; the index is its place in the vector of the fast reading. */
  readonly drivers: readonly Driver[];
  /** Lines whose figures may be typed for quarters after the opening. */
  readonly typedLines: readonly LineItem[];
  /** Lines that show assumptions in effect. */
  readonly quarterlyLines: readonly LineItem[];
  /** Every quarter that a value may be typed for, line after line; they stand in the vector behind the assumptions. */
  readonly quarterDrivers: readonly QuarterDriver[];
}

/** Makes a model of its content. */
export function modelSpec(content: ModelContent): ModelSpec {
  const lines = content.sections.flatMap((section) => section.lines);
  const quarterlyLines = lines.filter(({ quarterly }) => quarterly !== undefined);
  return {
    ...content,
    lines,
    lineById: new Map(lines.map((line) => [line.id, line])),
    rowOf: new Map(lines.map(({ id }, row) => [id, row])),
    drivers: content.driverGroups.flatMap((group) => group.drivers),
    typedLines: lines.filter(({ typed }) => typed !== undefined),
    quarterlyLines,
    quarterDrivers: quarterDriversOf(content.timeline, quarterlyLines),
  };
}
