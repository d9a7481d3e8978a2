import { findSubject, KcError, parsePeriod } from "../../functions";
import { measureOf, simulate, spanOfColumn, type Measure } from "../../analysis";
import { LINE_BY_ID, PERIODS, periodIndex } from "../../model";
import type { PaneParts } from "../pane";
import type { CompareQuestion } from "../state/paneState";

/** What the analyst can do on the Compare tab. */
export interface CompareActions {
  ask(part: Partial<CompareQuestion>): void;
  simulate(): void;
}

/** The figure that a question is about. */
export function measureAsked({ line, period }: Pick<CompareQuestion, "line" | "period">): Measure {
  return measureOf(LINE_BY_ID.get(line)!, spanOfColumn(periodIndex(period)));
}

/** The seed of a simulation as typed, or null when it is no whole number. */
export function seedOf(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** Makes the actions. */
export function compareActions({ model, store, evaluate }: PaneParts): CompareActions {
  return {
    ask: (part) => store.update(({ compare }) => ({ compare: { ...compare, ...part, simulation: null } })),
    simulate: () => {
      const { compare, table, scenario } = store.get();
      const seed = seedOf(compare.seed);
      if (seed === null) return;
      const simulation = simulate(model, evaluate(table, scenario).assumptions, [measureAsked(compare)], { seed, draws: compare.draws });
      store.update({ compare: { ...compare, simulation }, spoken: `${compare.draws} draws done` });
    },
  };
}

/** The line and column that a person's words mean, or what is wrong with them. */
export function readQuestion(model: PaneParts["model"], line: string, period: string): { readonly line: string; readonly column: number } | { readonly message: string } {
  try {
    const subject = findSubject(model, line);
    if (subject.kind === "metric") return { message: `${subject.metric.label} stands in the facts only; see the conflicts below or the Facts sheet.` };
    const asked = parsePeriod(period, model.data.lastActual);
    const column = PERIODS.findIndex(({ label }) => label === asked.label);
    return column >= 0 ? { line: subject.line.id, column } : { message: `${asked.label} is no column of the model: give a quarter like 2026Q2 or a year like FY2027.` };
  } catch (error) {
    if (error instanceof KcError) return { message: error.message };
    throw error;
  }
}
