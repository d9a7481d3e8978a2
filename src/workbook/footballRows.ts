import type { LineItem, Scenario } from "../model";
import { columnLetters, onSheet } from "./address";
import { formula, rowOf, text } from "./cells";
import type { ChartSeriesPlan, RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { CHART_COLOURS, numberStyle } from "./styles";
import { TARGET_CELLS as at } from "./targetCells";

/** Lowest, Base and highest value of a method. */
interface Span {
  readonly low: string;
  readonly middle: string;
  readonly high: string;
}

/** One stack of a bar: what it is called, its formula over the cells of a span, its value, and its look; bars that cross zero have stacks on both sides of it. */
interface Stack {
  readonly name: string;
  formula(span: Span): string;
  value(low: number, middle: number, high: number): number;
  readonly colour: string;
  readonly unseen?: boolean;
}

const above = (value: number): number => Math.max(0, value);
const below = (value: number): number => Math.min(0, value);
const [LIGHT, DARK] = [CHART_COLOURS[2], CHART_COLOURS[0]];

const STACKS: readonly Stack[] = [
  {
    name: "Below the bar",
    formula: ({ low }) => `MAX(0,${low})`,
    value: (low) => above(low),
    colour: LIGHT,
    unseen: true,
  },
  {
    name: "Lowest to Base",
    formula: ({ low, middle }) => `MAX(0,${middle})-MAX(0,${low})`,
    value: (low, middle) => above(middle) - above(low),
    colour: LIGHT,
  },
  {
    name: "Base to highest",
    formula: ({ middle, high }) => `MAX(0,${high})-MAX(0,${middle})`,
    value: (_, middle, high) => above(high) - above(middle),
    colour: DARK,
  },
  {
    name: "Above a negative bar",
    formula: ({ high }) => `MIN(0,${high})`,
    value: (_, __, high) => below(high),
    colour: DARK,
    unseen: true,
  },
  {
    name: "Base to highest, negative",
    formula: ({ middle, high }) => `MIN(0,${middle})-MIN(0,${high})`,
    value: (_, middle, high) => below(middle) - below(high),
    colour: DARK,
  },
  {
    name: "Lowest to Base, negative",
    formula: ({ low, middle }) => `MIN(0,${low})-MIN(0,${middle})`,
    value: (low, middle) => below(low) - below(middle),
    colour: LIGHT,
  },
];

/** The stacks that the bars of the football field are made of, by method. */
export function footballRows(
  scenarios: readonly Scenario[],
  lines: readonly LineItem[],
  usd: (line: LineItem, scenarioNumber: number) => number,
): readonly RowPlan[] {
  const base = scenarios.findIndex(({ id }) => id === "base");
  const lowest = columnLetters(at.firstScenario + scenarios.length);
  const highest = columnLetters(at.firstScenario + scenarios.length + 1);
  return [
    rowOf(
      {
        1: text("Bars of the football field", "heading"),
        2: text("Unit", "heading"),
        ...Object.fromEntries(
          STACKS.map(({ name }, place) => [at.firstScenario + place, text(name, "headingRight")]),
        ),
      },
      30,
    ),
    ...lines.map((line, place) => {
      const row = at.methods + place;
      const span: Span = {
        low: `$${lowest}${row}`,
        middle: `$${columnLetters(at.firstScenario + base)}${row}`,
        high: `$${highest}${row}`,
      };
      const all = scenarios.map(({ number }) => usd(line, number));
      const [low, middle, high] = [Math.min(...all), all[base]!, Math.max(...all)];
      return rowOf({
        1: text(line.label),
        2: text("USD per ADS", "unit"),
        ...Object.fromEntries(
          STACKS.map((stack, index) => [
            at.firstScenario + index,
            formula(
              stack.formula(span),
              stack.value(low, middle, high),
              numberStyle("USD per ADS", "calculation"),
            ),
          ]),
        ),
      });
    }),
  ];
}

/** The stacks as series of a chart. */
export function footballSeries(): readonly ChartSeriesPlan[] {
  return STACKS.map(({ name, colour, unseen }, place) => {
    const letters = columnLetters(at.firstScenario + place);
    return {
      name,
      values: onSheet(SHEETS.target, `$${letters}$${at.bars}:$${letters}$${at.lastBar}`),
      colour,
      ...(unseen === true && { unseen }),
    };
  });
}
