import { vintageOf } from "../../analysis";
import { attempt } from "../../hosts/attempt";
import type { Message } from "../../hosts/port";
import { LINE_BY_ID, periodIndex, QUARTERS } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import { isDay, readRelease, type AmountScale, type KnownBefore, type Paste } from "../../release";
import { listed, say } from "../../words";
import type { LinkedParts } from "../pane";
import { applyQuarter, takeBackQuarter } from "../sheet/applyQuarter";
import { freePlace, keptEdits } from "../sheet/keptSheet";
import { estimateBefore } from "../state/estimateBefore";
import { estimateNow } from "../state/estimateNow";
import {
  chosenEntry,
  missedSums,
  pastedEntry,
  sureFigures,
  typedEntry,
  type QuarterEntries,
  type QuarterEntry,
} from "../state/quarterEntry";
import { quarterPreview } from "../state/quarterPreview";
import { today } from "../state/today";
import type { PaneState } from "../state/paneState";
import { EMPTY_QUARTER, type QuarterState } from "../state/quarterState";

/** What the analyst can do on the Quarter tab. */
export interface QuarterActions {
  /** Enters another quarter; what was pasted is read again for it. */
  pick(quarter: string): void;
  /** A figure was typed into the field of a line; an empty text takes the entry away. */
  type(line: string, text: string): void;
  /** Says that a doubtful figure is meant. */
  agree(line: string): void;
  /** Takes one of the figures that may be meant. */
  choose(line: string, value: string): void;
  /** Reads what was pasted. */
  paste(paste: Paste): void;
  /** Reads the paste again by another column or unit. */
  readAs(part: { readonly column?: number; readonly scale?: AmountScale["id"] }): void;
  /** Drops everything that was entered. */
  clear(): void;
  /** Source and day of publication. */
  say(part: Partial<Pick<QuarterState, "source" | "date">>): void;
  preview(): void;
  /** Leaves the preview. */
  back(): void;
  /** Puts the figures of the preview into the workbook. */
  apply(): void;
  /** Takes them out again. */
  takeBack(): void;
  /** Shows where the figures stand. */
  show(): void;
  /** Writes what the model says now onto the Estimates sheet, under a name; without one, under today's date. */
  keep(name: string): void;
}

/** The quarter that is entered: the chosen one, else the first of which nothing is known. */
export function quarterOf({ quarter }: PaneState, { data }: Pick<Model, "data">): number {
  const label = quarter.quarter ?? vintageOf(data).forecast;
  return label === null ? QUARTERS.length - 1 : periodIndex(label);
}

/** What figures of the quarter are judged by: what is known, and the estimate as it stood before. */
export function knownBefore(state: PaneState, model: Model): KnownBefore {
  const quarter = quarterOf(state, model);
  return { data: model.data, expected: estimateBefore(model, state.table, state.scenario, quarter) };
}

/** Makes the actions. */
export function quarterActions(parts: LinkedParts): QuarterActions {
  const { model, store, evaluate, port, link, locale } = parts;
  const lay = (part: Partial<QuarterState>, spoken?: string): void =>
    store.update(({ quarter }) => ({
      quarter: { ...quarter, ...part },
      ...(spoken === undefined ? {} : { spoken }),
    }));
  const failed = (notice: Message): void => {
    lay({ step: { at: "entry" } });
    store.update({ notice });
  };

  function enter(line: string, entry: QuarterEntry | null): void {
    const entries = new Map(store.get().quarter.entries);
    if (entry === null) entries.delete(line);
    else entries.set(line, entry);
    lay({ entries, lacks: "", step: { at: "entry" } });
  }

  function readPaste(part: Partial<QuarterState>): void {
    lay({ ...part, lacks: "", step: { at: "entry" } });
    const state = store.get();
    const { paste, column, scale, entries } = state.quarter;
    if (paste === null) return;
    const quarter = quarterOf(state, model);
    const release = readRelease(knownBefore(state, model), { paste, quarter, locale, column, scale });
    const next = new Map<string, QuarterEntry>(entries);
    for (const figure of release.figures) next.set(figure.line.id, pastedEntry(figure));
    const doubtful = release.figures.filter(({ doubts, missed }) => doubts.length + missed.length > 0).length;
    lay(
      { release, entries: next },
      say`${release.figures.length} figures read, ${doubtful} of them doubtful. ${listed(release.remarks, " ")}`,
    );
  }

  /** Entries without those of the last paste. */
  function withoutPaste(): QuarterEntries {
    const { entries, release } = store.get().quarter;
    const lines = new Set(release?.figures.map(({ line }) => line.id));
    return new Map([...entries].filter(([line, { pasted }]) => !pasted || !lines.has(line)));
  }

  function preview(): void {
    const state = store.get();
    const { entries, source, date } = state.quarter;
    const quarter = quarterOf(state, model);
    const figures = sureFigures(entries, missedSums(model.data, quarter, entries));
    const lacks =
      figures.size === 0
        ? "There is no figure yet that is sure: type or paste one, or settle what is doubtful."
        : source.trim() === ""
          ? "Say where the figures are from: the title of the release."
          : isDay(date)
            ? ""
            : "Give the day on which they were published, e.g. 2026-08-20.";
    if (lacks !== "") return lay({ lacks }, lacks);
    const { values, assumptions } = evaluate(state.table, state.scenario);
    const leftOut = [...entries.keys()].filter((line) => !figures.has(line));
    const made = quarterPreview(model, state.typed, assumptions, values, quarter, figures, leftOut);
    lay(
      { lacks: "", quarter: made.quarter, step: { at: "preview", preview: made } },
      say`${figures.size} figures would go in. ${made.known}`,
    );
  }

  async function apply(): Promise<void> {
    const { quarter } = store.get();
    if (quarter.step.at !== "preview") return;
    const { preview: made } = quarter.step;
    lay({ step: { at: "writing" } }, "Writing the figures");
    const isNew = periodIndex(made.quarter) > periodIndex(vintageOf(model.data).results);
    const before = isNew ? estimateNow(parts, say`Before ${made.quarter}`) : null;
    const applied = await applyQuarter(parts, made, quarter, before);
    const count = applied.cells.length;
    store.update({ notice: null });
    lay(
      { ...EMPTY_QUARTER, quarter: made.quarter, step: { at: "applied", applied } },
      say`${count} ${count === 1 ? "figure" : "figures"} of ${made.quarter} are on Actuals.`,
    );
  }

  async function keep(given: string): Promise<void> {
    await link.look();
    const place = await freePlace(parts);
    const wanted = given === "" ? say`Estimate of ${today()}` : given;
    const name = Array.from({ length: place.names.size + 1 }, (_, more) =>
      more === 0 ? wanted : `${wanted} (${more + 1})`,
    ).find((each) => !place.names.has(each.toLowerCase()))!;
    await link.edit(keptEdits(model, place, estimateNow(parts, name)));
    const title = say`“${name}” is kept.`;
    store.update({
      spoken: title,
      notice: {
        kind: "done",
        title,
        wayOut: say`The sheet ${place.sheet} compares it with the model from now on; undo takes it out again.`,
      },
    });
  }

  async function takeBack(): Promise<void> {
    const { quarter } = store.get();
    if (quarter.step.at !== "applied") return;
    const { applied } = quarter.step;
    const stayed = await takeBackQuarter(parts, applied);
    const [first] = applied.added;
    lay({
      entries: applied.entries,
      source: first?.source ?? "",
      date: first?.published ?? "",
      step: { at: "entry" },
    });
    const title = say`The figures of ${applied.quarter} are taken back.`;
    store.update({
      spoken: title,
      notice: {
        kind: stayed === 0 ? "done" : "warning",
        title,
        wayOut:
          stayed === 0
            ? "Actuals holds what it held before; your entries are still here."
            : stayed === 1
              ? say`${stayed} cell has changed since and stays.`
              : say`${stayed} cells have changed since and stay.`,
      },
    });
  }

  return {
    pick: (quarter) => readPaste({ quarter, entries: new Map(), column: null, scale: null, release: null }),
    type: (line, text) => {
      const state = store.get();
      const quarter = quarterOf(state, model);
      enter(line, typedEntry(LINE_BY_ID.get(line)!, text, locale, quarter, knownBefore(state, model)));
    },
    agree: (line) => {
      const entry = store.get().quarter.entries.get(line);
      if (entry !== undefined) enter(line, { ...entry, agreed: true });
    },
    choose: (line, value) => {
      const entry = store.get().quarter.entries.get(line);
      if (entry !== undefined) enter(line, chosenEntry(entry, value));
    },
    paste: (paste) => readPaste({ paste, column: null, scale: null, release: null }),
    readAs: (part) => readPaste({ ...part, entries: withoutPaste() }),
    clear: () =>
      lay(
        { ...EMPTY_QUARTER, quarter: store.get().quarter.quarter },
        "Everything that was entered is dropped",
      ),
    say: (part) => lay({ ...part, lacks: "" }),
    preview,
    back: () => lay({ step: { at: "entry" } }, "Nothing was changed"),
    apply: () => void attempt(apply, failed),
    takeBack: () => void attempt(takeBack, (notice) => store.update({ notice })),
    keep: (name) =>
      void attempt(
        () => keep(name.trim()),
        (notice) => store.update({ notice }),
      ),
    show: () => {
      const { step } = store.get().quarter;
      const [cell] = step.at === "applied" ? step.applied.cells : [];
      if (cell !== undefined)
        void attempt(
          () => port.show(cell.edit.address),
          (notice) => store.update({ notice }),
        );
    },
  };
}
