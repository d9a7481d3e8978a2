import type { Model } from "../model";
import { cellAddress, columnLetters } from "./address";
import { FURTHER_PERIOD, SINCE } from "./consensusInputs";
import { CONSENSUS_COLUMNS as at, consensusPlaces } from "./consensusPlaces";
import { lineNames } from "./estimateRows";
import { GUIDANCE_COLUMNS, guidancePlaces } from "./guidancePlaces";
import type { Layout } from "./layout";
import type { ValidationPlan } from "./plan";
import { dateSerial } from "./sheetFrame";

/** Largest figure, in the unit of its line, that may be typed. */
const LARGEST = 1_000_000;
const [FIRST_DAY, LAST_DAY] = [dateSerial("2015-01-01"), dateSerial("2040-12-31")];

/** What may be typed on the Consensus sheet; what is pasted past these rules is told on the sheet and on Checks. */
export function consensusValidations(model: Model, layout: Layout): readonly ValidationPlan[] {
  const places = consensusPlaces(model);
  const own = (from: number, to: number = from): string =>
    `${cellAddress(places.firstOwn, from)}:${cellAddress(places.lastRow, to)}`;
  const { firstOwn, last } = guidancePlaces(model);
  const guided = (from: number, to: number = from): string =>
    `${cellAddress(firstOwn, from)}:${cellAddress(last, to)}`;
  const periods = { kind: "list", values: model.spec.timeline.periods.map(({ label }) => label) } as const;
  const day = { kind: "decimal", min: FIRST_DAY, max: LAST_DAY } as const;
  const wrongPeriod = {
    errorTitle: "No such period",
    error: "A quarter or a year of the model, such as 2026Q3 or FY2026.",
  };
  const wrongDay = { errorTitle: "Not a day", error: "A date from 2015 to 2040." };
  // Line, period and date are typed alike in estimates and in guidance.
  const named = (range: (from: number) => string): readonly ValidationPlan[] => [
    {
      range: range(at.line),
      rule: { kind: "listRange", formula: lineNames(layout) },
      promptTitle: "Line",
      prompt:
        "Name of a line as in the last column of the statements, e.g. revenue, adjustedEbitda, grossMargin.",
      errorTitle: "No such line",
      error: "A name from the last column of the statements, such as revenue or adjustedEbitda.",
    },
    {
      range: range(at.period),
      rule: periods,
      promptTitle: "Period",
      prompt: "A quarter or a year of the model, such as 2026Q3 or FY2026.",
      ...wrongPeriod,
    },
    {
      range: range(at.date),
      rule: day,
      promptTitle: "Date",
      prompt: "The day on which it was said; an estimate needs it to tell new from old.",
      ...wrongDay,
    },
  ];
  return [
    {
      range: SINCE,
      rule: day,
      promptTitle: "Newer than",
      prompt: "Estimates dated later than this day count; older ones are grey and do not.",
      ...wrongDay,
    },
    {
      range: FURTHER_PERIOD,
      rule: periods,
      promptTitle: "Further period",
      prompt: "A quarter or year of the model that is compared below the years.",
      ...wrongPeriod,
    },
    ...named(own),
    {
      range: own(at.mean, at.low),
      rule: { kind: "decimal", min: -LARGEST, max: LARGEST },
      promptTitle: "Estimate",
      prompt:
        "In the unit of the line: RMB million; a share as 15% or 0.15. One broker's value goes under Mean; High and Low may stay empty.",
      errorTitle: "Not a figure",
      error: "A number in the unit of the line, or nothing.",
    },
    {
      range: own(at.number),
      rule: { kind: "decimal", min: 1, max: 1000 },
      promptTitle: "Number",
      prompt: "How many estimates the mean stands for; empty is one.",
      errorTitle: "Not a number of estimates",
      error: "A number from 1, or nothing.",
    },
    {
      range: `${columnLetters(at.leave)}${places.firstShipped}:${columnLetters(at.leave)}${places.firstShipped + places.shipped.length - 1}`,
      rule: { kind: "list", values: ["x"] },
      promptTitle: "Leave out",
      prompt: "An x takes the estimate out of mean, high and low.",
      errorTitle: "x or nothing",
      error: "Type x to leave the estimate out, or nothing.",
    },
    {
      range: own(at.leave),
      rule: { kind: "list", values: ["x"] },
      promptTitle: "Leave out",
      prompt: "An x takes the estimate out of mean, high and low.",
      errorTitle: "x or nothing",
      error: "Type x to leave the estimate out, or nothing.",
    },
    ...named(guided),
    {
      range: guided(GUIDANCE_COLUMNS.high, GUIDANCE_COLUMNS.low),
      rule: { kind: "decimal", min: -LARGEST, max: LARGEST },
      promptTitle: "Guidance",
      prompt:
        "In the unit of the line: RMB million; a share as 15% or 0.15. A single figure goes under High.",
      errorTitle: "Not a figure",
      error: "A number in the unit of the line, or nothing.",
    },
  ];
}
