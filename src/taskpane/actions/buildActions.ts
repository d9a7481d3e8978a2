import { SCENARIOS } from "../../companies/kingsoftCloud";
import { attempt } from "../../hosts/attempt";
import type { Message, PlannedChange, WriteReport } from "../../hosts/port";
import { ownHeads } from "../../model";
import { buildPlan } from "../../workbook/buildPlan";
import type { WorkbookPlan } from "../../workbook/plan";
import type { LinkedParts } from "../pane";
import type { InputWriter } from "../sheet/inputWriter";
import { dataVintage } from "../../seeds";
import { say, spokenWords } from "../../words";

/** What the analyst can do on the Build tab. */
export interface BuildActions {
  /** Writes the model, or with a model there lists what an update would change. */
  begin(): void;
  /** Carries out the update that is listed. */
  apply(): void;
  /** Leaves the list, or stops a write at its next step. */
  cancel(): void;
  /** Chooses whether a cell of the analyst's is overwritten by the update. */
  overwrite(change: PlannedChange, agreed: boolean): void;
  /** Takes the model, whole or unfinished, out of the workbook. */
  remove(): void;
  /** Puts the workbook into the language that the pane speaks. */
  translate(): void;
  /** Looks at the workbook again. */
  look(): void;
}

/** Address of a planned change as the port wants it. */
export function changeAddress({ sheet, cell }: PlannedChange): string {
  return `${sheet}!${cell}`;
}

/** Makes the actions. */
export function buildActions(
  { model, port, store, platform, link }: LinkedParts,
  writer: InputWriter,
): BuildActions {
  let stop = { aborted: false };

  const plan = (): WorkbookPlan =>
    buildPlan(model, {
      scenario: store.get().scenario,
      heads: ownHeads(SCENARIOS, store.get().names),
      overrides: new Map(),
      journal: store.get().journal?.lines ?? [],
      created: `${dataVintage(model.seeds)}T00:00:00Z`,
      version: platform.version,
    });

  const failed = (notice: Message): void => store.update({ build: { at: "rest" }, notice });

  async function preview(): Promise<void> {
    store.update({ build: { at: "looking" }, notice: null, spoken: "Comparing the workbook with the model" });
    const changes = await port.preview(plan());
    const count = changes.filter(({ applies }) => applies).length;
    store.update({
      build: { at: "preview", changes, overwrite: new Set() },
      spoken: say`${count} changes listed`,
    });
  }

  async function write(overwrite: readonly string[]): Promise<void> {
    stop = { aborted: false };
    store.update({
      build: { at: "writing", done: 0, step: "Starting", stopping: false },
      notice: null,
      spoken: "Writing the model",
    });
    const report = await port.write(plan(), {
      signal: stop,
      overwrite,
      onProgress: ({ done, step }) =>
        store.update({ build: { at: "writing", done, step, stopping: stop.aborted } }),
    });
    store.update({
      build: { at: "written", report },
      notice: noticeOfReport(report),
      spoken: reportWords(report),
    });
    await link.look();
    // What was flexed before there was a model goes in now.
    await writer.now();
  }

  const run = (work: () => Promise<void>): void => void attempt(work, failed, "Press the button again.");
  return {
    begin: () =>
      run(async () => {
        await link.look();
        const state = store.get().workbook?.kind;
        return state === "none" || state === "unfinished" ? write([]) : preview();
      }),
    apply: () =>
      run(async () => {
        const { build } = store.get();
        if (build.at === "preview") await write([...build.overwrite]);
      }),
    cancel: () => {
      const { build } = store.get();
      stop.aborted = true;
      if (build.at === "writing") store.update({ build: { ...build, stopping: true }, spoken: "Stopping" });
      else store.update({ build: { at: "rest" }, spoken: "Nothing was changed" });
    },
    overwrite: (change, agreed) =>
      store.update(({ build }) => {
        if (build.at !== "preview") return {};
        const overwrite = new Set(build.overwrite);
        if (agreed) overwrite.add(changeAddress(change));
        else overwrite.delete(changeAddress(change));
        return { build: { ...build, overwrite } };
      }),
    remove: () =>
      run(async () => {
        await port.remove();
        store.update({
          build: { at: "rest" },
          notice: {
            kind: "done",
            title: "The model was removed.",
            wayOut: "Your own sheets are as they were.",
          },
        });
        await link.look();
      }),
    translate: () =>
      run(async () => {
        port.choose?.(spokenWords());
        await write([]);
      }),
    look: () =>
      run(async () => {
        store.update({ notice: null, build: { at: "rest" } });
        await link.look();
      }),
  };
}

/** What a write did, in a sentence. */
export function reportWords({ outcome, cells, sheets }: WriteReport): string {
  const count = cells.toLocaleString("en-US");
  const amount = cells === 1 ? say`${count} cell` : say`${count} cells`;
  switch (outcome) {
    case "built":
      return say`Model built: ${sheets} sheets, ${amount}.`;
    case "updated":
      return say`Model updated in place: ${amount} written.`;
    case "unchanged":
      return "Nothing to change: the workbook already holds this model.";
    case "cancelled":
      return "Stopped at your wish.";
    case "failed":
      return "The model was not written to its end.";
  }
}

function noticeOfReport(report: WriteReport): Message | null {
  if (report.outcome === "cancelled") {
    return {
      kind: "warning",
      title: reportWords(report),
      wayOut:
        report.remains.length === 0
          ? "The workbook is as it was before."
          : "Finish the model, or remove what was written.",
    };
  }
  if (report.outcome !== "failed") return null;
  return {
    kind: "error",
    title: report.problem?.title ?? reportWords(report),
    wayOut: report.problem?.wayOut ?? "Press the button again.",
  };
}
