import { BROKERS } from "./brokers";
import type { Fact } from "./fact";

/** What a broker expects of a figure in a quarter or a year; `amount` is decimal text in the unit of the metric. */
export interface BrokerEstimate {
  readonly broker: string;
  readonly metric: string;
  readonly period: string;
  readonly amount: string;
  /** ISO day from which it can have been known. */
  readonly knownFrom: string;
}

const PERIOD = /^(?:FY\d{4}|\d{4}Q[1-4])$/;

/** The broker whose estimate of a quarter or year a figure is, or undefined. */
export function brokerOf({ basis, source, period, modelValue }: Fact): string | undefined {
  if (basis !== "broker" || modelValue === null || !PERIOD.test(period)) return undefined;
  return BROKERS.find(({ sources }) => sources.includes(source))?.name;
}

/** The estimates among figures. */
export function estimatesOf(facts: readonly Fact[]): readonly BrokerEstimate[] {
  return facts.flatMap((fact) => {
    const broker = brokerOf(fact);
    const { metric, period, modelValue, knownFrom } = fact;
    return broker === undefined || modelValue === null
      ? []
      : [{ broker, metric, period, amount: modelValue, knownFrom }];
  });
}
