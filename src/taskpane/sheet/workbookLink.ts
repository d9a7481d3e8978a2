import { attempt } from "../../hosts/attempt";
import type { ListSheet, Message, RangeEdit, WorkbookEvent } from "../../hosts/port";
import { OWN_SCENARIOS, PERIODS, SHIPPED_NAMES, SCENARIOS } from "../../companies/kingsoftCloud";
import { findNamed, namesOf, type ScenarioNames } from "../../model";
import { inputColumnsOf } from "../../workbook/inputColumns";
import { cellAddress, onSheet } from "../../workbook/address";
import { layoutOf } from "../../workbook/layout";
import { SHEETS } from "../../workbook/sheetNames";
import type { PaneParts } from "../pane";
import { doubtsAfter, type InputDoubt } from "../state/inputDoubts";
import { entryOf, withEdits } from "../state/inputTable";
import type { ScenarioName } from "../../seeds";
import { NO_DEVIATIONS } from "../state/deviationWords";
import { nameKey } from "../../analysis";
import { say } from "../../words";
import { journalRange, journalStep, readJournalSheet, untold, type JournalStep } from "./journalSheet";
import { actualsRange, readActualsSheet } from "./readActualsSheet";
import { readInputSheet, type InputPlaces } from "./readInputSheet";
import { quarterlyRange, readQuarterlySheet } from "./readQuarterlySheet";
import { readSheetFigures } from "./readSheetFigures";

/** Cells that the pane holds newer values of than the workbook. */
export type NewerCells = () => readonly { readonly scenario: ScenarioName; readonly driver: string }[];

/** Keeps the pane in step with the workbook. What it hears it only reads, so no edit can echo for ever. */
export interface WorkbookLink {
  /** Looks at the workbook again, and watches it from then on when there is a model. */
  look(): Promise<void>;
  /** Edits, with what the journal tells of them and a list, between two readings, so that none brings back what the edit replaced; its own event rings for the next. Throws a HostProblem. */
  edit(edits: readonly RangeEdit[], told?: JournalStep | null, list?: ListSheet): Promise<void>;
  /** Puts a scenario into the workbook's selector; readings leave the pane's scenario alone until it stands there. Throws a HostProblem. */
  select(scenario: ScenarioName): Promise<void>;
  /** Writes the name of an own scenario into the head of its column, and into the selector where it is shown. Throws a HostProblem. */
  rename(own: ScenarioName, name: string): Promise<void>;
  /** Where the assumption table stands, or null when there is none. */
  places(): InputPlaces | null;
  /** Present name of a sheet of the plan. */
  sheetName(planName: string): string | null;
  /** Calls back for each selection in the workbook. */
  onSelect(handler: (sheet: string, range: string) => void): void;
  stop(): Promise<void>;
}

/** Rows and columns read beyond the planned table, for those that an analyst has inserted. */
const SPARE = 40;

/** Links the pane to the workbook. */
export function linkWorkbook({ model, port, store, seeded }: PaneParts, newer: NewerCells): WorkbookLink {
  const layout = layoutOf(model);
  const lastRow = layout.inputs.lastRow + SPARE;
  let places: InputPlaces | null = null;
  let stopWatching: (() => Promise<void>) | null = null;
  let selected: (sheet: string, range: string) => void = () => undefined;
  let queue: Promise<void> = Promise.resolve();
  let selecting = 0;
  /** Names that an own scenario has or had. */
  const former = new Map(OWN_SCENARIOS.map(({ id }) => [store.get().names.get(id)!, id]));

  const sheetName = (planName: string): string | null =>
    store.get().workbook?.sheets.find((sheet) => sheet.planName === planName)?.name ?? null;
  const tableAddress = (sheet: string): string =>
    onSheet(sheet, `A1:${cellAddress(lastRow, inputColumnsOf(SCENARIOS).reason + 4)}`);

  /** Readings follow one another, so that an older one never lands after a newer. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(() => attempt(work, (notice) => store.update({ notice })));
    return queue;
  };

  async function readNow(byHand = false): Promise<void> {
    const sheet = sheetName(SHEETS.inputs);
    if (sheet === null) return;
    const [actuals, quarterly, journal] = [SHEETS.history, SHEETS.quarterly, SHEETS.journal].map(sheetName);
    const ranges = [
      tableAddress(sheet),
      actuals == null ? null : actualsRange(model, actuals),
      quarterly == null ? null : quarterlyRange(model, quarterly),
      journal == null ? null : journalRange(journal),
    ];
    const asked = ranges.filter((range) => range !== null);
    const readings = await port.read(asked);
    const [inputs, known, quarters, told] = ranges.map((range) =>
      range === null ? undefined : readings[asked.indexOf(range)],
    );
    const typed = known === undefined ? null : readActualsSheet(model, known);
    model.type(typed?.typed ?? new Map());
    // The pane's own newer values are looked up after the reading, so that none is lost to it.
    store.update((state) => {
      const read = inputs === undefined ? null : readInputSheet(model, sheet, inputs, state.table);
      const typedQuarters =
        quarterly == null || quarters === undefined
          ? null
          : readQuarterlySheet(model, quarterly, quarters, state.table);
      places = read === null ? null : { ...read.places, quarter: typedQuarters?.address };
      const facts = {
        names: read === null ? state.names : namesOf(SCENARIOS, read.heads),
        journal: told === undefined ? null : readJournalSheet(journal!, told.values),
        typed: typed?.typed ?? new Map<string, string>(),
        typedFaults: (typed?.faults ?? []).map(
          ({ line, column, holds }) =>
            say`${line.label} ${PERIODS[column]!.label} holds “${holds}”, which is not a figure. Type a number, or empty the cell.`,
        ),
      };
      if (read === null) return facts;
      const kept = newer().map(({ scenario, driver }) => ({
        scenario,
        driver,
        entry: entryOf(state.table, scenario, driver),
      }));
      const table = withEdits(read.table, [...(typedQuarters?.edits ?? []), ...kept]);
      const doubts = doubtsAfter(
        model,
        seeded,
        state.doubts,
        byHand ? state.table : table,
        table,
        facts.names,
      );
      const [fresh] = doubts.filter((doubt) => !state.doubts.includes(doubt));
      return {
        ...facts,
        table,
        doubts,
        ...(fresh !== undefined && { notice: doubtful(fresh) }),
        lost: read.lost,
        faults: [...read.faults, ...(typedQuarters?.faults ?? [])].filter(
          (fault) =>
            !kept.some(({ scenario, driver }) => scenario === fault.scenario && driver === fault.driver),
        ),
      };
    });
    await readNames();
    await readDeviations();
  }

  async function readDeviations(): Promise<void> {
    const deviations = (await port.deviations?.()) ?? NO_DEVIATIONS;
    const { table } = store.get();
    const sheetFigures =
      deviations.overwritten.length + deviations.errors.length === 0
        ? null
        : await readSheetFigures(model, port, sheetName, table);
    store.update({ deviations, sheetFigures });
  }

  async function readNames(): Promise<void> {
    try {
      const [scenario, checks] = await port.read(["KC_Scenario", "KC_Checks"]);
      const text = String(scenario?.values[0]?.[0] ?? "");
      const { names } = store.get();
      const shown = findNamed(SCENARIOS, text, names);
      // An own scenario that was given another name is still the one shown, whichever of its names stands there.
      const of = former.get(text);
      if (of !== undefined && names.get(of) !== text && (shown === undefined || shown.id === of))
        void attempt(
          () => select(of),
          (notice) => store.update({ notice }),
        );
      for (const { id } of OWN_SCENARIOS) former.set(names.get(id)!, id);
      const flag = checks?.values[0]?.[0];
      store.update({
        checks: typeof flag === "number" ? flag : null,
        ...(shown === undefined || selecting > 0 ? {} : { scenario: shown.id }),
      });
    } catch {
      // A deleted name is one of the faults that the look reports; the pane's own scenario stands.
      store.update({ checks: null });
    }
  }

  /** One reading for all edits that arrive before it begins. */
  let waiting = false;
  function readSoon(): void {
    if (waiting) return;
    waiting = true;
    void inTurn(() => {
      waiting = false;
      return readNow(true);
    });
  }

  function heard(event: WorkbookEvent): void {
    if (event.kind === "selected") selected(event.sheet, event.range);
    else if (event.kind === "edited") readSoon();
    else void inTurn(lookNow);
  }

  function edit(
    edits: readonly RangeEdit[],
    told: JournalStep | null = null,
    list?: ListSheet,
  ): Promise<void> {
    const done = queue.then(async () => {
      await port.edit([...edits, ...(told?.edits ?? [])], list);
      // The next edit may come before the reading.
      if (told !== null) store.update({ journal: told.after });
    });
    queue = done.catch(() => undefined);
    return done;
  }

  async function select(scenario: ScenarioName): Promise<void> {
    selecting += 1;
    try {
      await edit([{ address: "KC_Scenario", contents: nameContents(scenario, store.get().names) }]);
    } finally {
      selecting -= 1;
    }
  }

  async function rename(own: ScenarioName, name: string): Promise<void> {
    const { scenario, workbook } = store.get();
    const column = places?.columns.get(own);
    if (places === null || column === undefined) return;
    const contents = nameContents(own, new Map([[own, name]]));
    const shown = scenario === own && workbook?.kind === "complete";
    const changes = untold(model, store.get());
    await edit(
      [
        { address: onSheet(places.sheet, cellAddress(places.head, column)), contents },
        ...(shown ? [{ address: "KC_Scenario", contents }] : []),
      ],
      journalStep(store.get().journal, changes, ({ key }) => key === nameKey(own)),
    );
  }

  async function lookNow(): Promise<void> {
    const workbook = await port.inspect();
    store.update({
      workbook,
      ...(workbook.kind === "none"
        ? {
            checks: null,
            faults: [],
            doubts: [],
            lost: [],
            journal: null,
            deviations: NO_DEVIATIONS,
            sheetFigures: null,
          }
        : {}),
    });
    if (workbook.kind === "none") places = null;
    else await readNow();
    const [inputs, actuals, quarterly, journal] = [
      SHEETS.inputs,
      SHEETS.history,
      SHEETS.quarterly,
      SHEETS.journal,
    ].map(sheetName);
    await stopWatching?.();
    const watched =
      workbook.kind === "none" || inputs == null
        ? []
        : [
            tableAddress(inputs),
            ...(actuals == null ? [] : [actualsRange(model, actuals)]),
            ...(quarterly == null ? [] : [quarterlyRange(model, quarterly)]),
            ...(journal == null ? [] : [journalRange(journal)]),
            ...(workbook.kind === "complete" ? ["KC_Scenario", "KC_Checks"] : []),
          ];
    stopWatching = await port.watch(watched, heard);
  }

  return {
    look: () => inTurn(lookNow),
    edit,
    select,
    rename,
    places: () => places,
    sheetName,
    onSelect: (handler) => {
      selected = handler;
    },
    stop: async () => {
      await stopWatching?.();
    },
  };
}

/** A scenario's name as a person would type it: one that was given is a text, whatever it looks like. */
function nameContents(scenario: ScenarioName, names: ScenarioNames): string {
  const name = names.get(scenario)!;
  return name === SHIPPED_NAMES.get(scenario) ? name : `'${name}`;
}

function doubtful({ words }: InputDoubt): Message {
  return {
    kind: "warning",
    title: words,
    wayOut: "Keep it, or put back what stood there, on the Scenarios tab.",
  };
}
