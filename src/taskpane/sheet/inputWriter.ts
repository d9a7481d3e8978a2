import { inputKey } from "../../analysis";
import { attempt } from "../../hosts/attempt";
import type { RangeEdit } from "../../hosts/port";
import { validateAssumptions, type Model } from "../../model";
import { scenarioNames, type ScenarioName } from "../../seeds";
import { say } from "../../words";
import type { PaneParts } from "../pane";
import { assumptionsOf, entryOf, isQuarter, type InputEntry } from "../state/inputTable";
import { journalStep, untold, type JournalStep } from "./journalSheet";
import { followingFormula, inputAddress, type InputPlaces } from "./readInputSheet";
import type { WorkbookLink } from "./workbookLink";

/** Carries the pane's values into the Inputs sheet, a moment after the analyst has let go. */
export interface InputWriter {
  /** Notes cells whose values are newer in the pane. */
  note(cells: readonly InputCell[]): void;
  /** Writes soon; more notes until then go along. */
  soon(): void;
  /** Writes now what has been noted. */
  now(): Promise<void>;
  /** Cells noted and not yet written. */
  newer(): readonly InputCell[];
}

/** A cell of the assumption table. */
export interface InputCell {
  readonly scenario: ScenarioName;
  readonly driver: string;
}

/** Pause before writing into a workbook in another program, in milliseconds: each write is a round trip. */
const PAUSE = 150;

/** Makes the writer; the link is asked for when it writes. */
export function createInputWriter({ model, port, store }: PaneParts, link: () => WorkbookLink): InputWriter {
  const noted = new Map<string, InputCell>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<void> = Promise.resolve();
  const key = ({ scenario, driver }: InputCell): string => `${scenario} ${driver}`;
  const count = (): void => store.update({ unwritten: noted.size });

  async function write(): Promise<void> {
    const places = link().places();
    if (places === null || noted.size === 0) return;
    const { table } = store.get();
    const held = heldBack(model, table, [...noted.values()]);
    const cells = [...noted.values()].filter(({ scenario }) => !held.has(scenario));
    const sent = cells.map((cell) => ({ cell, entry: entryOf(table, cell.scenario, cell.driver) }));
    const edits = sent.flatMap(({ cell, entry }) => editOf(places, cell, entry));
    if (edits.length === 0) return;
    await attempt(
      async () => {
        const cellsSent = sent.map(({ cell }) => cell);
        await link().edit(edits, told(cellsSent, held));
        // A cell that moved on while it was being written stays noted.
        for (const { cell, entry } of sent)
          if (entryOf(store.get().table, cell.scenario, cell.driver) === entry) noted.delete(key(cell));
        count();
      },
      ({ kind, title, wayOut }) =>
        store.update({
          notice: {
            kind,
            title: say`The Inputs sheet was not changed: ${title}`,
            wayOut: say`${wayOut} The pane keeps your value and writes it with the next change.`,
          },
        }),
    );
  }

  /** What the journal tells along with it, and of what was typed on the sheets before; what is held back is told when it goes in. */
  function told(sent: readonly InputCell[], held: ReadonlySet<ScenarioName>): JournalStep | null {
    const changes = untold(model, store.get()).filter(
      ({ key }) => ![...held].some((scenario) => key.endsWith(` ${scenario}`)),
    );
    const keys = new Set(sent.map(({ driver, scenario }) => inputKey(driver, scenario)));
    return journalStep(store.get().journal, changes, ({ key }) => keys.has(key));
  }

  const now = (): Promise<void> => {
    clearTimeout(timer);
    queue = queue.then(write);
    return queue;
  };
  return {
    note: (cells) => {
      for (const cell of cells) noted.set(key(cell), cell);
      count();
    },
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void now(), port.near ? 0 : PAUSE);
    },
    now,
    newer: () => [...noted.values()],
  };
}

/** Scenarios whose values don't go together, such as a mix above 100 %: they are not written until they do. */
function heldBack(
  model: Model,
  table: Parameters<typeof assumptionsOf>[0],
  cells: readonly InputCell[],
): ReadonlySet<ScenarioName> {
  const touched = new Set(cells.map(({ scenario }) => scenario));
  return new Set(
    scenarioNames.filter(
      (scenario) =>
        touched.has(scenario) &&
        validateAssumptions(model.spec, model.rows, assumptionsOf(table, scenario)).length > 0,
    ),
  );
}

function editOf(places: InputPlaces, { scenario, driver }: InputCell, entry: InputEntry): RangeEdit[] {
  const address = inputAddress(places, scenario, driver);
  // A formula of the analyst's is never written by the pane.
  if (address === null || entry.kind === "calculated") return [];
  const nothing = isQuarter(driver) ? "" : followingFormula(places, driver);
  return [{ address, contents: entry.kind === "follows" ? nothing : Number(entry.value) }];
}
