import { CellError } from "../../formula";
import { findSubject, parsePeriod } from "../../functions";
import { lastReported, measureOf, simulate, spanOfColumn, type Measure } from "../../analysis";
import { LINE_BY_ID, PERIODS, periodIndex } from "../../companies/kingsoftCloud";
import { today } from "../state/today";
import type { ScenarioName } from "../../seeds";
import { onSheet } from "../../workbook/address";
import { resultSheetPlan, type ResultTable } from "../../workbook/resultSheetPlan";
import { allStyles } from "../../workbook/styles";
import { attempt } from "../../hosts/attempt";
import { say, told } from "../../words";
import type { LinkedParts, PaneParts } from "../pane";
import { assumptionsOf } from "../state/inputTable";
import type { CompareQuestion } from "../state/paneState";

/** What the analyst can do on the Compare tab. */
export interface CompareActions {
  ask(part: Partial<CompareQuestion>): void;
  simulate(): void;
  /** Puts a result on a sheet of its own, with the inputs of the scenarios it was calculated from. */
  insert(result: ResultTable, scenarios: readonly ScenarioName[]): void;
}

/** The figure that a question is about. */
export function measureAsked({ line, period }: Pick<CompareQuestion, "line" | "period">): Measure {
  return measureOf(LINE_BY_ID.get(line)!, spanOfColumn(periodIndex(period)));
}

/** The seed of a simulation as typed, or null when it is no whole number. */
export function seedOf(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** Makes the actions. */
export function compareActions({
  model,
  store,
  evaluate,
  port,
  platform,
  link,
}: LinkedParts): CompareActions {
  async function insert(result: ResultTable, scenarios: readonly ScenarioName[]): Promise<void> {
    await link.look();
    const { workbook, table, names } = store.get();
    const sheet = freeName(new Set(workbook?.sheets.map(({ name }) => name.toLowerCase())));
    const origin = {
      sheet,
      date: today(),
      version: platform.version,
      names,
      scenarios: scenarios.map((id) => ({ id, assumptions: assumptionsOf(table, id) })),
    };
    await port.insertSheet(resultSheetPlan(model, result, origin), allStyles());
    await port.show(onSheet(sheet, "A1"));
    store.update({
      notice: {
        kind: "done",
        title: say`The result is on the sheet ${sheet}.`,
        wayOut: "It says STALE there as soon as an input it was made from has changed.",
      },
      spoken: say`Inserted as sheet ${sheet}`,
    });
    await link.look();
  }
  return {
    ask: (part) => store.update(({ compare }) => ({ compare: { ...compare, ...part, simulation: null } })),
    simulate: () => {
      const { compare, table, scenario } = store.get();
      const seed = seedOf(compare.seed);
      if (seed === null) return;
      const simulation = simulate(model, evaluate(table, scenario).assumptions, [measureAsked(compare)], {
        seed,
        draws: compare.draws,
      });
      store.update({ compare: { ...compare, simulation }, spoken: say`${compare.draws} draws done` });
    },
    insert: (result, scenarios) =>
      void attempt(
        () => insert(result, scenarios),
        (notice) => store.update({ notice }),
      ),
  };
}

/** The line and column that a person's words mean, or what is wrong with them. */
export function readQuestion(
  model: PaneParts["model"],
  line: string,
  period: string,
): { readonly line: string; readonly column: number } | { readonly message: string } {
  try {
    const subject = findSubject(model, line);
    if (subject.kind === "metric")
      return {
        message: say`${subject.metric.label} stands in the facts only; see the conflicts below or the Facts sheet.`,
      };
    const asked = parsePeriod(period, lastReported(model.data));
    const column = PERIODS.findIndex(({ label }) => label === asked.label);
    return column >= 0
      ? { line: subject.line.id, column }
      : {
          message: say`${asked.label} is no column of the model: give a quarter like 2026Q2 or a year like FY2027.`,
        };
  } catch (error) {
    if (error instanceof CellError) return { message: told(error.message) };
    throw error;
  }
}

/** The first of Result 1, Result 2 and so on that no sheet has. */
function freeName(taken: ReadonlySet<string>): string {
  const number = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find(
    (each) => !taken.has(`result ${each}`),
  )!;
  return `Result ${number}`;
}
