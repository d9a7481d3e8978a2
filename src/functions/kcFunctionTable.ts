import { SCENARIOS } from "../companies/kingsoftCloud";
import { MEASURES, PARTIES } from "./capFunction";
import { listed, type Choice } from "./choices";
import type { KcFunctionName } from "./kcFunctions";
import type { KcArgument } from "./kcValue";
import { COMPARISONS } from "./revenueFunctions";
import { SEGMENTS } from "../companies/kingsoftCloud";
import { findSegment } from "./findSegment";

/** What may stand at a parameter: a period, a number, a range, or a name of a list. */
export type ParameterKind =
  | "period"
  | "number"
  | "range"
  | "segment"
  | "scenario"
  | "line"
  | "driver"
  | "party"
  | "measure"
  | "comparison"
  | "day";

/** A parameter of a KC function. */
export interface KcParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional: boolean;
  /** What to give, in words. */
  readonly what: string;
  /** An argument as it is typed; "" where the cell of another argument shows the way. */
  readonly example: string;
}

/** A KC function as everything that offers or explains it needs it. */
export interface KcFunction {
  /** What it gives, in a sentence. */
  readonly what: string;
  /** What it returns, in a few words. */
  readonly returns: string;
  /** Whether a cell shows a number, a number or a text, or rows that spill. */
  readonly answer: "number" | "value" | "rows";
  readonly parameters: readonly KcParameter[];
  /** The texts of the sources must be there, which load after the figures. */
  readonly needsTexts?: true;
  /** For a figure that has a source: its line for KC.SOURCE, from the arguments by name. */
  readonly sourceLine?: (given: Readonly<Record<string, KcArgument>>) => KcArgument;
  /** What the help page adds. */
  readonly note?: string;
  /** Formulas for the help page. */
  readonly examples: readonly string[];
}

function given(kind: ParameterKind, name: string, what: string, example: string): KcParameter {
  return { name, kind, optional: false, what, example };
}

const optional = (parameter: KcParameter): KcParameter => ({ ...parameter, optional: true });
const names = (choices: readonly Choice[]): readonly string[] => choices.map(({ name }) => name);

const PERIOD = given(
  "period",
  "period",
  "Quarter, half, nine months, year or TTM: 2025Q3, 3Q25E, 1H25, FY2026, LTM 2025Q4, or a date",
  '"3Q25"',
);
const line = (what: string): KcParameter => given("line", "line", what, '"grossProfit"');
const driver = (name: string, what: string): KcParameter => given("driver", name, what, '"capXiaomi2026"');

const USUAL = "Base";
const otherScenarios = SCENARIOS.map(({ name }) => name).filter((name) => name !== USUAL);
/** What every figure may be asked under. */
const CASE: readonly KcParameter[] = [
  given(
    "scenario",
    "scenario",
    `${listed([USUAL, ...otherScenarios], USUAL)}; for figures also Consensus or a broker, e.g. GF Securities`,
    '"Upside"',
  ),
  given(
    "range",
    "inputs",
    "Assumption range of the workbook, e.g. KC_Inputs, so that the result follows the sheet; KC_Consensus with Consensus or a broker",
    "KC_Inputs",
  ),
].map(optional);

/** What of a figure was known by then. */
const AS_OF = optional(
  given("day", "asOf", "Day, e.g. 2026-05-26: figures published later are forecast again", '"2026-05-26"'),
);

/** The KC functions, in the order of the handbook. */
export const KC_FUNCTIONS: Readonly<Record<KcFunctionName, KcFunction>> = {
  REVENUE: {
    what: "Revenue of Kingsoft Cloud in RMB million, in total or of a segment; actual where reported, else forecast.",
    returns: `revenue, RMB million: ${listed(names(SEGMENTS))}`,
    answer: "value",
    parameters: [
      PERIOD,
      optional(given("segment", "segment", listed(names(SEGMENTS), "total"), '"ecosystem"')),
      ...CASE,
      AS_OF,
    ],
    sourceLine: ({ segment }) => findSegment(segment).id,
    note: "A period that mixes actuals and forecast adds them. #N/A: the figure was not disclosed. #VALUE!: the period or the segment is not known; the message names the nearest one.",
    examples: [
      '=KC.REVENUE("2025Q3")',
      '=KC.REVENUE("FY2026","ecosystem","Renewal delayed")',
      "=KC.REVENUE(B$1,$A2,,KC_Inputs)",
      '=KC.REVENUE("FY2026",,"Consensus",KC_Consensus)',
      '=KC.REVENUE("1Q26",,,,"2026-05-26")',
    ],
  },
  ECOSYSTEM_SHARE: {
    what: "Share of ecosystem revenue (Xiaomi and Kingsoft) in revenue, as a fraction.",
    returns: "ecosystem revenue divided by revenue",
    answer: "value",
    parameters: [PERIOD, ...CASE],
    sourceLine: () => "ecosystemShare",
    note: "Format the cell as a percentage.",
    examples: ['=KC.ECOSYSTEM_SHARE("FY2026E")'],
  },
  LINE: {
    what: "Any line of the model or any figure of the facts: revenue, adjusted EBITDA, capex, cash, a balance, a ratio.",
    returns: "any line of the model or any fact",
    answer: "value",
    parameters: [
      line('Line or figure by name, e.g. adjustedEbitda, "Gross profit" or capex; KC.LINES() lists them'),
      PERIOD,
      ...CASE,
      AS_OF,
    ],
    sourceLine: ({ line: named }) => named,
    note: "By name, label or common short form, such as ocf. Percentages are fractions. KC.LINES() lists the lines, KC.FACTS() the figures. TTM ends in the last quarter that is reported with its balance sheet; LTM 2026Q1 names another.",
    examples: ['=KC.LINE("adjustedEbitda","TTM")', '=KC.LINE("Gross margin","3Q25")'],
  },
  GROWTH: {
    what: "Growth of a line on the year or the quarter before, as a fraction; of a ratio, the difference.",
    returns: "growth; of a ratio, the difference",
    answer: "number",
    parameters: [
      line("Line of the model by name, e.g. revenue"),
      PERIOD,
      optional(given("comparison", "comparison", listed(names(COMPARISONS), "yoy"), '"yoy"')),
      ...CASE,
    ],
    note: "yoy compares with the same period of the year before. #N/A where the base was zero or negative.",
    examples: ['=KC.GROWTH("revenue","2025Q3")', '=KC.GROWTH("revenuePublic","2025Q3","qoq")'],
  },
  SERIES: {
    what: "A line over time: a row of periods and a row of values that spill.",
    returns: "a row of periods and a row of values",
    answer: "rows",
    parameters: [
      line("Line or figure by name, e.g. revenue"),
      given("period", "from", "First period; its length is the step, e.g. 2025Q1 or FY2025", '"1Q25"'),
      given("period", "to", "Last period, of the same length", '"4Q26"'),
      ...CASE,
    ],
    note: "A figure that was not disclosed is #N/A in its own cell.",
    examples: [
      '=KC.SERIES("revenue","2025Q1","2028Q4")',
      '=TRANSPOSE(KC.SERIES("netResult","FY2023","FY2028"))',
    ],
  },
  CAP: {
    what: "Annual cap of a related party and what is left of it.",
    returns: "a figure of a related party's cap, or a sentence on it",
    answer: "value",
    parameters: [
      given("party", "party", listed(names(PARTIES)), '"xiaomi"'),
      given("period", "year", "Calendar year or a quarter of it, e.g. FY2026 or 2026Q3", "2026"),
      optional(given("measure", "measure", listed(names(MEASURES), "cap"), '"headroom"')),
      ...CASE,
    ],
    note: 'binding is the first quarter in which the cap keeps demand out, or "none"; lost is the demand it keeps out; stopsBinding is the uplift that the demand of the year needs, marginalValue what the next step of cap (1 % unless changed) would let in; sentence says both and follows the flags of each quarter.',
    examples: [
      '=KC.CAP("xiaomi","FY2026","headroom")',
      '=KC.CAP("combined",2027,"utilisation","Downside")',
      '=KC.CAP("xiaomi",2028,"sentence","Renewal delayed")',
    ],
  },
  SOURCE: {
    what: "Where a number comes from: document, place, as printed and quality of a fact; formula in words and assumptions of a forecast.",
    returns: "where the number comes from",
    answer: "rows",
    parameters: [line("Line or figure by name, e.g. revenue"), PERIOD, ...CASE],
    needsTexts: true,
    note: "Rows of label and value: the document of a known figure, or that it was typed into the workbook, else its formula in words and whether the quarter is actual, has results, is an estimate or a forecast; also how a conflict between sources was settled. The texts load after the figures; until then the cell shows #BUSY! for a moment.",
    examples: ['=KC.SOURCE("revenue","2025Q3")'],
  },
  SENSITIVITY: {
    what: "A line over values of one assumption (down) or of two (down and across): a grid that spills.",
    returns: "one- or two-way grid",
    answer: "rows",
    parameters: [
      line("Line of the model by name, e.g. adjustedEbitda"),
      PERIOD,
      driver("driver", "Assumption that changes down the grid; the Inputs sheet lists them"),
      given("range", "values", "Its values, a range or a list such as {0.1,0.2,0.3}", "F8:F12"),
      optional({ ...driver("driver2", "Assumption that changes across the grid"), example: "" }),
      optional(given("range", "values2", "Its values", "")),
      ...CASE,
    ],
    note: "The values stand in the first row and column; at most 2,500 cells.",
    examples: ['=KC.SENSITIVITY("adjustedEbitda","FY2028","upliftXiaomi2027",{0.1,0.25,0.4})'],
  },
  BREAKEVEN: {
    what: "The value of an assumption, within its allowed range, that brings a line to a target.",
    returns: "the driver value that meets the target",
    answer: "number",
    parameters: [
      { ...line("Line of the model by name, e.g. netResult"), example: '"revenue"' },
      { ...PERIOD, example: '"FY2027"' },
      given("number", "target", "What the line should be, in its unit; a percentage as a fraction", "15000"),
      {
        ...driver("driver", "Assumption to solve for; the Inputs sheet lists them"),
        example: '"capXiaomi2027"',
      },
      ...CASE,
    ],
    note: "#N/A says how far the line can be moved when no value meets the target.",
    examples: ['=KC.BREAKEVEN("revenue","FY2027",15000,"capXiaomi2027")'],
  },
  LINES: {
    what: "Every line of the model with label, unit, section and meaning.",
    returns: "every line of the model",
    answer: "rows",
    parameters: [],
    examples: ["=KC.LINES()"],
  },
  SCENARIOS: {
    what: "Every scenario with its number and what it assumes.",
    returns: "every scenario",
    answer: "rows",
    parameters: [],
    examples: ["=KC.SCENARIOS()"],
  },
  FACTS: {
    what: "Every figure of the facts, or those behind a line, with source, tier, quality and what was printed.",
    returns: "every fact, or those behind a line",
    answer: "rows",
    parameters: [optional(line("Line or figure by name; all when left out"))],
    needsTexts: true,
    examples: ['=KC.FACTS("revenue")'],
  },
};

/** The names of the KC functions, in the order of the handbook. */
export const KC_FUNCTION_NAMES = Object.keys(KC_FUNCTIONS) as readonly KcFunctionName[];

/** A call as it is typed, e.g. KC.REVENUE(period, [segment], [scenario], [inputs]). */
export function callText(name: KcFunctionName): string {
  const typed = KC_FUNCTIONS[name].parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
  return `KC.${name}(${typed.join(", ")})`;
}
