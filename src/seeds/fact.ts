import type { BrokerEstimate } from "./estimatesOf";

/** Where a figure comes from, strongest first: a filing, its mirror, a seed document, arithmetic, a data site, a press or broker text, or a judgement of this model. */
export type Tier = "filing" | "filing-mirror" | "seed" | "derived" | "aggregator" | "news" | "judgement";

/** How far a printed figure can be trusted; only `ok` and `rounded` are used without a conflict record that chooses otherwise. */
export type Quality = "ok" | "rounded" | "conflict" | "transcription-error" | "superseded";

/** On what basis a figure is stated; the growth bases, `multiple` and `share` are in percent or times of something, not amounts of the metric. */
export type Basis =
  | "reported"
  | "adjusted"
  | "guidance"
  | "broker"
  | "growth-yoy"
  | "growth-qoq"
  | "multiple"
  | "share"
  | "market"
  | "event";

/** The scenario columns of the assumptions, in the order of the file; those of the analyst come last. */
export const scenarioNames = [
  "downside",
  "base",
  "upside",
  "renewalDelayed",
  "renewalLapses",
  "custom",
  "custom2",
  "custom3",
] as const;

/** One of the scenario columns of seeds/assumptions.csv. */
export type ScenarioName = (typeof scenarioNames)[number];

/** A named figure of seeds/metrics.csv: its unit in the model, and its sign in the description; of kind `aside` where it says nothing about the company. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: string;
  readonly description: string;
}

/** A document of seeds/sources.csv; `kind` is the tier of every figure in it, `url` is blank unless the address is an official one. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly kind: Tier;
  readonly sha256: string;
  readonly url: string;
}

/** A row of seeds/publication.csv: the ISO day on which the company published a quarter, or the earliest on which a source without a full date can have been read. */
export interface Publication {
  readonly of: string;
  readonly knownFrom: string;
  readonly note: string;
}

/** One figure: `value` is the decimal text in the printed `unit`, `modelValue` the same in the unit of its metric (null where that is no unit conversion); signs as in the metric. */
export interface Fact {
  readonly id: string;
  readonly metric: string;
  readonly period: string;
  readonly basis: Basis;
  readonly value: string;
  readonly unit: string;
  readonly asPrinted: string;
  readonly source: string;
  readonly tier: Tier;
  readonly locator: string;
  readonly quality: Quality;
  readonly note: string;
  /** True for the one figure of its metric, period and basis that the model uses. */
  readonly chosen: boolean;
  /** The conflict record that names this figure, or null. */
  readonly resolution: string | null;
  readonly modelValue: string | null;
  /** Derived figures only: the arithmetic over fact ids, and the rounding interval in `unit`. */
  readonly formula?: string;
  readonly low?: string;
  readonly high?: string;
  /** ISO day from which the figure can have been known; "" where the texts of the seeds are not there. */
  readonly knownFrom: string;
  /** Where the row stands: path under seeds/ and line number. */
  readonly file: string;
  readonly row: number;
}

/** A row of seeds/derived: the value of `formula` in `unit`, and the interval its rounded inputs leave open. */
export interface DerivedFact extends Fact {
  readonly tier: "derived";
  readonly formula: string;
  readonly low: string;
  readonly high: string;
}

/** One line of arithmetic that settles a conflict: `formula` lies within `within` of `equals`. */
export interface Proof {
  readonly formula: string;
  readonly equals: string;
  readonly within: string;
}

/** A disagreement between figures: settled ones name the figure that stands, open ones may leave it to the rule and stay flagged. */
export interface Conflict {
  readonly id: string;
  readonly metric: string;
  readonly period: string;
  readonly kind: string;
  readonly status: "settled" | "open";
  readonly chosen: string | null;
  readonly rejected: readonly string[];
  readonly proof: readonly Proof[];
  readonly explanation: string;
  /** True where the figure says nothing about the company: transcription noise, figures of speech, a template's shop prices. */
  readonly aside: boolean;
  readonly file: string;
  readonly row: number;
}

/** One driver of the model: a value per scenario (null inherits the base), its allowed range, and its sources or stated reason. */
export interface Assumption {
  readonly driver: string;
  readonly values: Readonly<Record<ScenarioName, string | null>>;
  readonly min: string;
  readonly max: string;
  readonly tier: Tier;
  readonly facts: readonly string[];
  readonly reason: string;
  readonly row: number;
}

/** Everything under seeds/, checked: metrics, sources, every figure (printed and derived in one list), conflicts and assumptions, with two look-ups. */
export interface Seeds {
  readonly metrics: readonly Metric[];
  readonly sources: readonly Source[];
  readonly publication: readonly Publication[];
  readonly facts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  readonly assumptions: readonly Assumption[];
  /** What brokers expect, from the figures. */
  readonly estimates: readonly BrokerEstimate[];
  /** The figure with this id. */
  fact(id: string): Fact | undefined;
  /** The figure the model uses for a metric and period; basis `adjusted` for adjusted metrics, else `reported`, unless given. */
  chosen(metric: string, period: string, basis?: Basis): Fact | undefined;
}
