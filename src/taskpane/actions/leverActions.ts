import { findScenario, type DriverRow } from "../../model";
import type { ScenarioName } from "../../seeds";
import { attempt } from "../../hosts/attempt";
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
import { moveToCustom, workInCustom } from "../state/moveToCustom";
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
  /** Puts the shipped value back into a cell that holds no usable number. */
  repair(scenario: ScenarioName, row: DriverRow): void;
  /** Lets a doubtful input of the sheet stand. */
  keep(doubt: InputDoubt): void;
  /** Puts back what stood there before a doubtful input. */
  putBack(doubt: InputDoubt): void;
  /** Moves what was flexed to Custom and the scenario back to what was shipped; asks first, unless agreed, where Custom holds work. */
  saveAsCustom(agreed: boolean): void;
  /** Leaves Custom as it is. */
  keepCustom(): void;
  undo(): void;
  redo(): void;
}

/** Makes the actions over the store, the writer and the link. */
export function leverActions(
  { model, store, seeded, locale }: PaneParts,
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
    lay(step.edits);
    const skipped = step.skipped === 0 ? "" : ` ${step.skipped} changed in the sheet since, and stay.`;
    store.update({
      history: step.history,
      spoken: `${verb}: ${step.change.label}.${skipped}`,
      notice:
        skipped === ""
          ? null
          : { kind: "warning", title: `${verb}: ${step.change.label}.`, wayOut: skipped.trim() },
    });
    writer.soon();
  }

  async function pickNow(scenario: ScenarioName): Promise<void> {
    const { name } = findScenario(scenario)!;
    store.update({ scenario, drafts: new Map(), asksForCustom: false, spoken: `Scenario ${name} shown` });
    if (store.get().workbook?.kind !== "complete") return;
    await attempt(
      () => link.select(name),
      (notice) => store.update({ notice }),
    );
  }

  const actions: LeverActions = {
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
          `${driver.label} set to ${formatInput(Number(value), driver.unit)}`,
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
        `${driver.label} reset to the shipped value`,
      );
    },
    resetAll: () => {
      const { scenario, table } = store.get();
      const edits = changedFromSeeds(table, seeded, scenario);
      store.update({ drafts: new Map() });
      change(
        edits,
        `${findScenario(scenario)!.name} reset: ${edits.length} ${edits.length === 1 ? "value" : "values"}`,
      );
    },
    repair: (scenario, { driver }) =>
      void change(
        [{ scenario, driver: driver.id, entry: entryOf(seeded, scenario, driver.id) }],
        `${driver.label} repaired`,
      ),
    keep: (doubt) =>
      store.update(({ doubts }) => ({ doubts: doubts.filter((each) => each !== doubt), notice: null })),
    putBack: (doubt) => {
      const { scenario, driver, before } = doubt;
      actions.keep(doubt);
      const { label } = model.rows.find((row) => row.driver.id === driver)!.driver;
      change([{ scenario, driver, entry: before }], `${label} put back`);
    },
    saveAsCustom: (agreed) => {
      const { scenario, table } = store.get();
      if (!agreed && workInCustom(table, seeded) > 0) {
        store.update({
          asksForCustom: true,
          spoken: "Custom holds work of yours: choose whether to replace it",
        });
        return;
      }
      store.update({ asksForCustom: false });
      change(moveToCustom(table, seeded, scenario), `${findScenario(scenario)!.name} moved to Custom`);
      void pickNow("custom");
    },
    keepCustom: () => store.update({ asksForCustom: false, spoken: "Custom stays as it is" }),
    undo: () => stepped(undo(store.get().history, store.get().table), "Undone"),
    redo: () => stepped(redo(store.get().history, store.get().table), "Done again"),
  };
  return actions;
}
