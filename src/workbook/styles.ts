import type { Unit } from "../model";
import type { CellStyle } from "./plan";

/** Colours of the workbook. Input, calculation and cross-sheet colours follow the FAST standard; fills repeat the meaning. */
export const COLOURS = {
  navy: "1F3864",
  ink: "000000",
  grey: "5F5F5F",
  paleGrey: "F2F2F2",
  line: "BFBFBF",
  white: "FFFFFF",
  input: "0000FF",
  inputFill: "FFF9E5",
  crossSheet: "00612E",
  estimate: "7030A0",
  resultsFill: "E2EFDA",
  estimateFill: "E9DFF2",
  band: "DCE6F1",
  forecastFill: "FCE9DA",
  subtotalFill: "F5F8FC",
  bad: "9C0006",
  badFill: "FFC7CE",
  good: "00612E",
  goodFill: "E2F0D9",
  changedFill: "FFE0B2",
} as const;

/** Series colours of charts, distinguishable without red and green. */
export const CHART_COLOURS = ["1F3864", "2E75B6", "9DC3E6", "C55A11", "7F7F7F", "BF9000"] as const;

const DASH = '"–"_)';
const signed = (positive: string): string => `${positive}_);(${positive});${DASH}`;

/** Number format of a unit: negatives in parentheses, zero as a dash. */
export const NUMBER_FORMATS: Readonly<Record<Unit, string>> = {
  "RMB m": signed("#,##0.0"),
  "%": signed("0.0%"),
  points: signed('0.0" pp"'),
  x: signed('0.00"x"'),
  quarters: "0_)",
  days: signed("0.0"),
  switch: "0_)",
  choice: "0_)",
  quarter: '0000"Q"0_)',
  weight: signed("0.0"),
  "m ADS": signed("#,##0.0"),
  "RMB per ADS": signed("0.00"),
  "USD per ADS": signed("0.00"),
  "HKD per share": signed("0.00"),
  "RMB per USD": signed("0.000"),
  "HKD per USD": signed("0.000"),
  index: signed("0.000"),
  number: signed("0"),
  date: "d mmm yyyy",
  flag: `0_);(0);${DASH}`,
  year: "0_)",
  digits: "0_)",
};

/** Percentages of assumptions keep a second decimal where there is one. */
const FINE_PERCENT = signed("0.0#%");

/** What a cell's number is: typed in, calculated on its sheet, brought from another sheet, or brought from there and no more than guidance or an estimate. */
export type Origin = "input" | "calculation" | "crossSheet" | "estimate";

/** Weight of a row. */
export type Emphasis = "plain" | "subtotal" | "total";

const ORIGIN_STYLE: Readonly<Record<Origin, CellStyle>> = {
  input: { colour: COLOURS.input, fill: COLOURS.inputFill, unlocked: true },
  calculation: { colour: COLOURS.ink },
  crossSheet: { colour: COLOURS.crossSheet },
  estimate: { colour: COLOURS.estimate, italic: true },
};

/** Origin of a figure that is guidance or an estimate, never actual. */
export const ESTIMATE: Origin = "estimate";

const EMPHASIS_STYLE: Readonly<Record<Emphasis, CellStyle>> = {
  plain: {},
  subtotal: { bold: true, borderTop: "thin" },
  total: { bold: true, borderTop: "thin", borderBottom: "thin", fill: COLOURS.subtotalFill },
};

/** Styles that are not numbers. */
const TEXT_STYLES: Readonly<Record<string, CellStyle>> = {
  blank: {},
  title: { bold: true, size: 16, colour: COLOURS.navy },
  titleName: { bold: true, size: 16, colour: COLOURS.ink },
  subtitle: { size: 10, colour: COLOURS.grey },
  heading: { bold: true, size: 11, colour: COLOURS.white, fill: COLOURS.navy },
  headingRight: {
    bold: true,
    size: 10,
    colour: COLOURS.white,
    fill: COLOURS.navy,
    align: "right",
    wrap: true,
  },
  headingName: {
    bold: true,
    size: 10,
    colour: COLOURS.white,
    fill: COLOURS.navy,
    align: "right",
    wrap: true,
  },
  nameInput: {
    bold: true,
    size: 10,
    colour: COLOURS.input,
    fill: COLOURS.inputFill,
    align: "right",
    wrap: true,
    unlocked: true,
  },
  labelCrossSheet: { size: 10, colour: COLOURS.crossSheet },
  nameRight: { size: 9, colour: COLOURS.grey, align: "right" },
  nameShown: { size: 9, colour: COLOURS.ink, align: "right" },
  section: { bold: true, size: 11, colour: COLOURS.navy, fill: COLOURS.band },
  label: { size: 10 },
  labelIndented: { size: 10, indent: 1 },
  labelSubtotal: { size: 10, bold: true, borderTop: "thin" },
  labelTotal: { size: 10, bold: true, borderTop: "thin", borderBottom: "thin", fill: COLOURS.subtotalFill },
  unit: { size: 9, colour: COLOURS.grey },
  name: { size: 9, colour: COLOURS.grey },
  text: { size: 10 },
  nameWrapped: { size: 9, colour: COLOURS.grey, wrap: true },
  wrapped: { size: 10, wrap: true, vertical: "top" },
  link: { size: 10, colour: "0563C1", underline: true },
  notDisclosed: { size: 9, italic: true, colour: COLOURS.grey, align: "right" },
  period: { bold: true, size: 10, align: "right", fill: COLOURS.band, colour: COLOURS.navy },
  periodEnd: { size: 9, align: "right", fill: COLOURS.band, numberFormat: "d mmm yy", colour: COLOURS.grey },
  state: { size: 9, align: "right", fill: COLOURS.band, borderBottom: "medium", colour: COLOURS.grey },
  stateActual: { size: 10, fill: COLOURS.band, colour: COLOURS.navy },
  stateResults: { size: 10, fill: COLOURS.resultsFill, colour: COLOURS.navy },
  stateEstimate: { size: 10, fill: COLOURS.estimateFill, colour: COLOURS.navy },
  stateForecast: { size: 10, fill: COLOURS.forecastFill, colour: COLOURS.navy },
  headerEdge: { size: 9, colour: COLOURS.grey, borderBottom: "medium" },
  selector: {
    bold: true,
    size: 12,
    colour: COLOURS.input,
    fill: COLOURS.inputFill,
    borderTop: "thin",
    borderBottom: "thin",
    unlocked: true,
  },
  scenarioName: { bold: true, size: 10, colour: COLOURS.crossSheet },
  valueName: { bold: true, size: 10, align: "right", colour: COLOURS.crossSheet },
  masterFlag: {
    bold: true,
    size: 10,
    align: "center",
    colour: COLOURS.good,
    fill: COLOURS.goodFill,
    numberFormat: '"FAIL";"FAIL";"OK"',
  },
  factText: { size: 10, align: "right", colour: COLOURS.input, fill: COLOURS.inputFill },
  factModel: { size: 10, align: "right", numberFormat: "#,##0.0##_);(#,##0.0##);0_)" },
  proofLink: {
    size: 10,
    align: "right",
    colour: COLOURS.crossSheet,
    numberFormat: "#,##0.0###_);(#,##0.0###);0_)",
  },
  proofCalculation: { size: 10, align: "right", numberFormat: "#,##0.000_);(#,##0.000);0_)" },
  proofResult: {
    size: 10,
    align: "right",
    colour: COLOURS.crossSheet,
    numberFormat: "#,##0.000_);(#,##0.000);0_)",
  },
  outcome: { size: 10, align: "right", numberFormat: '"above";"below";"within"' },
  checkFlagCrossSheet: { size: 10, align: "right", colour: COLOURS.crossSheet, numberFormat: "0_)" },
  checkMaster: {
    size: 11,
    bold: true,
    align: "right",
    borderTop: "thin",
    borderBottom: "thin",
    fill: COLOURS.subtotalFill,
    numberFormat: "0_)",
  },
  changedFlag: { size: 10, align: "right", numberFormat: '"changed";"changed";"–"' },
  tieDifference: { size: 10, align: "right", numberFormat: '#,##0.000_);(#,##0.000);"–"_)' },
  keyInput: { size: 10, ...ORIGIN_STYLE.input },
  keyCalculation: { size: 10, ...ORIGIN_STYLE.calculation },
  keyCrossSheet: { size: 10, ...ORIGIN_STYLE.crossSheet },
  keyEstimate: { size: 10, ...ORIGIN_STYLE.estimate },
  unitCrossSheet: { size: 9, colour: COLOURS.crossSheet },
  typedDate: {
    size: 10,
    align: "right",
    colour: COLOURS.input,
    fill: COLOURS.inputFill,
    numberFormat: "d mmm yyyy",
  },
  plainInput: { size: 10, align: "right", ...ORIGIN_STYLE.input },
  plainNumber: { size: 9, align: "right", numberFormat: "#,##0.0##_);(#,##0.0##);0_)" },
  word: { bold: true, size: 10, align: "right" },
  blockNumber: { size: 9, align: "right", numberFormat: "0_)" },
  markInput: { size: 10, align: "center", ...ORIGIN_STYLE.input },
  choiceInput: { size: 10, align: "right", ...ORIGIN_STYLE.input },
  textInput: { size: 10, colour: COLOURS.input, fill: COLOURS.inputFill, unlocked: true },
};

/** Key of the style of a number cell. */
export function numberStyle(unit: Unit, origin: Origin, emphasis: Emphasis = "plain"): string {
  return `${unit}|${origin}|${emphasis}`;
}

const FINE_LINK = "%|crossSheet|fine";

/** Key of the style of an assumption brought from the Inputs sheet: a percentage keeps its second decimal, as typed. */
export function linkedInputStyle(unit: Unit): string {
  return unit === "%" ? FINE_LINK : numberStyle(unit, "crossSheet");
}

/** Most decimals that a typed figure shows. */
const MOST_DECIMALS = 8;

/** Key of the style of a typed figure that shows just its own decimals, or no more than given. */
export function typedStyle(value: number, most = MOST_DECIMALS): string {
  const decimals = Array.from({ length: most }, (_, index) => index).find(
    (count) => Number(value.toFixed(count)) === value,
  );
  return `typed${decimals ?? most}`;
}

function typedStyles(): Readonly<Record<string, CellStyle>> {
  return Object.fromEntries(
    Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => {
      const digits = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
      return [
        `typed${decimals}`,
        {
          size: 10,
          align: "right",
          colour: COLOURS.input,
          fill: COLOURS.inputFill,
          numberFormat: `${digits}_);(${digits});0_)`,
        },
      ];
    }),
  );
}

/** Every style of the workbook by key; what a row holds stands on one line unless its style says otherwise. */
export function allStyles(): Readonly<Record<string, CellStyle>> {
  const numbers: Record<string, CellStyle> = {
    percentInput: { size: 10, align: "right", numberFormat: FINE_PERCENT, ...ORIGIN_STYLE.input },
    [FINE_LINK]: { size: 10, align: "right", numberFormat: FINE_PERCENT, ...ORIGIN_STYLE.crossSheet },
    percentFollowing: { size: 10, align: "right", numberFormat: FINE_PERCENT, ...ORIGIN_STYLE.calculation },
  };
  for (const unit of Object.keys(NUMBER_FORMATS) as Unit[]) {
    for (const origin of Object.keys(ORIGIN_STYLE) as Origin[]) {
      for (const emphasis of Object.keys(EMPHASIS_STYLE) as Emphasis[]) {
        numbers[numberStyle(unit, origin, emphasis)] = {
          size: 10,
          align: "right",
          numberFormat: NUMBER_FORMATS[unit],
          ...EMPHASIS_STYLE[emphasis],
          ...ORIGIN_STYLE[origin],
        };
      }
    }
  }
  return Object.fromEntries(
    Object.entries({ ...TEXT_STYLES, ...typedStyles(), ...numbers }).map(([key, style]) => [
      key,
      { vertical: "middle", ...style },
    ]),
  );
}
