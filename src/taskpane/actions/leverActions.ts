import { SHIPPED_NAMES, SCENARIOS } from "../../companies/kingsoftCloud";
import { familyLabel, inputRow, nameProblem, trimmedName, type DriverRow, type LineItem } from "../../model";
import type { ScenarioName } from "../../seeds";
import { attempt } from "../../hosts/attempt";
import { say } from "../../words";
import type { PaneParts } from "../pane";
import type { InputWriter } from "../sheet/inputWriter";
import type { WorkbookLink } from "../sheet/workbookLink";
import { changeOf, redo, remember, undo, type Step } from "../state/changeHistory";
import { formatInput } from "../state/formatValue";
import {
  changedFromSeeds,
  entryOf,
  valueOf,
  withEdits,
  type InputEdit,
  type InputEntry,
} from "../state/inputTable";
import type { InputDoubt } from "../state/inputDoubts";
import { moveToOwn, workInOwn } from "../state/moveToOwn";
import { movedQuarters, quartersOfLine, stretchWords, type QuarterlyMove } from "../state/quarterlyMove";
import { readLever } from "../state/leverScale";

/** What the analyst can do on the Scenarios tab. */
export interface LeverActions {
  pick(scenario: ScenarioName): void;
  /** A slider is being moved: pane only. */
  drag(row: DriverRow, value: string): void;
  /** The slider was let go, or a choice was made. */
  settle(row: DriverRow, value: string): void;
  /** A value was typed into a field. */
  type(row: DriverRow, text: string): void;
  /** Drops a text that was not accepted. */
  forget(row: DriverRow): void;
  reset(row: DriverRow): void;
  resetAll(): void;
  /** The move that the fields for single quarters of an assumption start with: all that is forecast, times a factor. */
  quarterlyMove(line: LineItem): QuarterlyMove;
  /** What is asked of single quarters; null closes it. */
  askQuarters(move: QuarterlyMove | null): void;
  /** Gives the quarters asked about their values, in one step. */
  moveQuarters(line: LineItem): void;
  /** Empties the quarters asked about: the year's value stands there again. */
  emptyQuarters(line: LineItem): void;
  /** Puts the shipped value back into a cell that holds no usable number. */
  repair(scenario: ScenarioName, row: DriverRow): void;
  /** Lets a doubtful input of the sheet stand. */
  keep(doubt: InputDoubt): void;
  /** Puts back what stood there before a doubtful input. */
  putBack(doubt: InputDoubt): void;
  /** Moves what was flexed to an own scenario and the scenario back to what was shipped; asks first, unless agreed, where the own one holds work. */
  saveAs(own: ScenarioName, agreed: boolean): void;
  /** Leaves the own scenario that was asked about as it is. */
  keepOwn(): void;
  /** Gives an own scenario a name, in the pane and in the workbook; its shipped one where the text is empty. */
  rename(own: ScenarioName, text: string): void;
  undo(): void;
  redo(): void;
}

/** Makes the actions over the store, the writer and the link. */
export function leverActions(
  { model, store, seeded, evaluate, locale }: PaneParts,
  writer: InputWriter,
  link: WorkbookLink,
): LeverActions {
  /** Entry from before a drag, by scenario and driver. */
  const dragged = new Map<string, InputEntry>();
  const own = (value: string): InputEntry => ({ kind: "own", value });

  function lay(edits: readonly InputEdit[]): void {
    writer.note(edits);
    store.update((state) => {
      const drafts = new Map(state.drafts);
      for (const { driver } of edits) drafts.delete(driver);
      return {
        table: withEdits(state.table, edits),
        drafts,
        faults: state.faults.filter(
          (fault) => !edits.some((edit) => edit.driver === fault.driver && edit.scenario === fault.scenario),
        ),
      };
    });
  }

  function change(edits: readonly InputEdit[], label: string): boolean {
    const made = changeOf(store.get().table, edits, label, Date.now());
    const repairing = edits.some(({ driver, scenario }) =>
      store.get().faults.some((fault) => fault.driver === driver && fault.scenario === scenario),
    );
    if (made.cells.length === 0 && !repairing) return false;
    lay(edits);
    if (made.cells.length > 0) store.update((state) => ({ history: remember(state.history, made) }));
    store.update({ spoken: label, notice: null });
    writer.soon();
    return true;
  }

  function stepped(step: Step | null, verb: string): void {
    if (step === null) return;
    const { name } = step.change;
    if (name !== undefined) giveName(name.of, verb === "Undone" ? name.before : name.after, "");
    lay(step.edits);
    const title = say`${verb}: ${step.change.label}.`;
    const skipped = step.skipped === 0 ? "" : say`${step.skipped} changed in the sheet since, and stay.`;
    store.update({
      history: step.history,
      spoken: skipped === "" ? title : `${title} ${skipped}`,
      notice: skipped === "" ? null : { kind: "warning", title, wayOut: skipped },
    });
    writer.soon();
  }

  const nameOf = (scenario: ScenarioName): string => store.get().names.get(scenario)!;

  function giveName(own: ScenarioName, name: string, spoken: string): void {
    store.update(({ names }) => ({ names: new Map(names).set(own, name), nameFault: null, spoken }));
    void attempt(
      () => link.rename(own, name),
      (notice) => store.update({ notice }),
    );
  }

  async function pickNow(scenario: ScenarioName): Promise<void> {
    const name = nameOf(scenario);
    store.update({
      ...{ scenario, drafts: new Map(), asksFor: null, nameFault: null },
      spoken: say`Scenario ${name} shown`,
    });
    if (store.get().workbook?.kind !== "complete") return;
    await attempt(
      () => link.select(scenario),
      (notice) => store.update({ notice }),
    );
  }

  /** The quarters asked about, of an assumption. */
  function askedQuarters(line: LineItem): QuarterlyMove {
    const { quarterly } = store.get();
    return quarterly?.line === line.id ? quarterly : actions.quarterlyMove(line);
  }

  const actions: LeverActions = {
    quarterlyMove: (line) => {
      const columns = quartersOfLine(model, line).map(({ driver }) => driver.column);
      const from = columns.find((column) => model.data.knowledge(column) === "forecast") ?? columns[0]!;
      return { line: line.id, from, to: columns[columns.length - 1]!, how: "times", text: "", wrong: "" };
    },
    askQuarters: (quarterly) => store.update({ quarterly }),
    moveQuarters: (line) => {
      const { scenario, table } = store.get();
      const move = askedQuarters(line);
      const moved = movedQuarters(model, evaluate(table, scenario).values, scenario, line, move, locale);
      if ("wrong" in moved) store.update({ quarterly: { ...move, wrong: moved.wrong } });
      else {
        change(moved.edits, moved.label);
        store.update({ quarterly: { ...move, wrong: "" } });
      }
    },
    emptyQuarters: (line) => {
      const { scenario, table } = store.get();
      const { from, to } = askedQuarters(line);
      const edits = quartersOfLine(model, line).flatMap(({ driver: { id, column } }): InputEdit[] =>
        column < from || column > to || entryOf(table, scenario, id).kind !== "own"
          ? []
          : [{ scenario, driver: id, entry: { kind: "follows" } }],
      );
      const label = familyLabel(line.quarterly!.of[0]!.label);
      change(edits, say`${label} ${stretchWords(from, to)} back to the year's value`);
    },
    pick: (scenario) => void pickNow(scenario),
    drag: ({ driver }, value) => {
      const { scenario, table } = store.get();
      const key = `${scenario} ${driver.id}`;
      if (!dragged.has(key)) dragged.set(key, entryOf(table, scenario, driver.id));
      lay([{ scenario, driver: driver.id, entry: own(value) }]);
    },
    settle: ({ driver }, value) => {
      const { scenario, table } = store.get();
      const key = `${scenario} ${driver.id}`;
      const before = dragged.get(key) ?? entryOf(table, scenario, driver.id);
      dragged.delete(key);
      // The change runs from before the drag, not from its last step.
      store.update({ table: withEdits(table, [{ scenario, driver: driver.id, entry: before }]) });
      if (
        !change(
          [{ scenario, driver: driver.id, entry: own(value) }],
          say`${driver.label} set to ${formatInput(Number(value), driver.unit)}`,
        )
      )
        writer.soon();
    },
    type: (row, text) => {
      const { scenario, table } = store.get();
      const before = valueOf(table, scenario, row.driver.id);
      const read = readLever(row, text, before, locale);
      if ("value" in read) {
        actions.forget(row);
        if (Number(read.value) !== Number(before)) actions.settle(row, read.value);
        return;
      }
      store.update((state) => ({ drafts: new Map(state.drafts).set(row.driver.id, { text, ...read }) }));
    },
    forget: ({ driver }) =>
      store.update(({ drafts }) => ({ drafts: new Map([...drafts].filter(([id]) => id !== driver.id)) })),
    reset: ({ driver }) => {
      const { scenario } = store.get();
      change(
        [{ scenario, driver: driver.id, entry: entryOf(seeded, scenario, driver.id) }],
        say`${driver.label} reset to the shipped value`,
      );
    },
    resetAll: () => {
      const { scenario, table } = store.get();
      const edits = changedFromSeeds(table, seeded, scenario);
      store.update({ drafts: new Map() });
      change(
        edits,
        say`${nameOf(scenario)} reset: ${edits.length} ${edits.length === 1 ? "value" : "values"}`,
      );
    },
    repair: (scenario, { driver }) =>
      void change(
        [{ scenario, driver: driver.id, entry: entryOf(seeded, scenario, driver.id) }],
        say`${driver.label} repaired`,
      ),
    keep: (doubt) =>
      store.update(({ doubts }) => ({ doubts: doubts.filter((each) => each !== doubt), notice: null })),
    putBack: (doubt) => {
      const { scenario, driver, before } = doubt;
      actions.keep(doubt);
      const { label } = inputRow(model, driver)!.driver;
      change([{ scenario, driver, entry: before }], say`${label} put back`);
    },
    saveAs: (own, agreed) => {
      const { scenario, table } = store.get();
      if (!agreed && workInOwn(table, seeded, own) > 0) {
        store.update({
          asksFor: own,
          spoken: say`${nameOf(own)} holds work of yours: choose whether to replace it`,
        });
        return;
      }
      store.update({ asksFor: null });
      change(moveToOwn(table, seeded, scenario, own), say`${nameOf(scenario)} moved to ${nameOf(own)}`);
      void pickNow(own);
    },
    keepOwn: () =>
      store.update(({ asksFor }) => ({
        asksFor: null,
        spoken: asksFor === null ? "" : say`${nameOf(asksFor)} stays as it is`,
      })),
    rename: (own, text) => {
      const { names, history } = store.get();
      const before = nameOf(own);
      const after = trimmedName(text) || SHIPPED_NAMES.get(own)!;
      const nameFault = nameProblem(SCENARIOS, own, after, names);
      store.update({ nameFault });
      if (nameFault !== null || after === before) return;
      const label = say`${before} is called ${after}`;
      store.update({
        history: remember(history, { label, cells: [], at: Date.now(), name: { of: own, before, after } }),
      });
      giveName(own, after, label);
    },
    undo: () => stepped(undo(store.get().history, store.get().table), "Undone"),
    redo: () => stepped(redo(store.get().history, store.get().table), "Done again"),
  };
  return actions;
}
