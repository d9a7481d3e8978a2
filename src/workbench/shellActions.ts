import { listed, say } from "../words";
import { attempt } from "../hosts/attempt";
import type { Model } from "../model";
import type { RunningPane } from "../taskpane/startPane";
import { buildPlan } from "../workbook/buildPlan";
import type { WorkbookPlan } from "../workbook/plan";
import { planInWords } from "../workbook/planInWords";
import { today } from "../taskpane/state/today";
import { planWithInputs } from "./followInputs";
import type { EarlierYears } from "./foldYears";
import type { Look } from "./look";
import { openWorkbook } from "./openWorkbook";
import type { SheetCharts } from "./sheetCharts";
import { eraseDraft, takeOver, type Draft, type LeftDraft } from "./drafts";
import { DEFAULT_NAME, fileNameOf } from "./fileNames";
import { agreed, openQuestion } from "./question";
import type { GuardedWork } from "./guardWork";
import type { WorkbenchHost } from "./workbenchHost";
import type { UnsavedWork } from "./unsavedWork";
import { download, presentPlan, workbookFile } from "./saveWorkbook";
import type { ShellActions, ShellState } from "./shellState";

/** What the frame's actions work with. */
export interface ShellParts {
  readonly model: Model;
  readonly host: WorkbenchHost;
  readonly pane: RunningPane;
  readonly created: string;
  readonly version: string;
  readonly look: Look;
  readonly charts: SheetCharts;
  readonly years: EarlierYears;
  readonly work: UnsavedWork;
  readonly guard: GuardedWork;
  /** What the frame shows now. */
  state(): ShellState;
  update(change: Partial<ShellState>): void;
}

/** Makes the actions of the frame. */
export function shellActions(parts: ShellParts): ShellActions {
  const { model, host, pane, created, version, look, charts, years, work, guard, state, update } = parts;
  const shipped = (): WorkbookPlan =>
    buildPlan(model, { scenario: "base", overrides: new Map(), created, version });
  const run = (title: string, work: () => Promise<void>): void =>
    void attempt(
      work,
      (why) =>
        update({ work: null, notice: { ...why, title, wayOut: `${why.title} ${why.wayOut}`.trimEnd() } }),
      "",
    );

  async function build(): Promise<void> {
    await busy(update, "Calculating all scenarios", 0.05);
    const report = await host.write(shipped(), {
      onProgress: ({ done, step }) => update({ work: { words: step, done } }),
    });
    update({ work: null });
    if (report.problem !== null) throw report.problem;
    work.settled();
    update({ built: true, step: 0, draft: null, fileName: DEFAULT_NAME });
    document.querySelector<HTMLElement>(".wb-guide .wb-primary")?.focus();
    await pane.look();
  }

  async function save(): Promise<void> {
    await busy(update, "Reading the inputs", 0.1);
    await pane.written();
    const { plan, lost } = await presentPlan(model, host, created, version);
    await busy(update, "Writing sheets, formulas and charts", 0.4);
    const bytes = await workbookFile(plan);
    const name = state().fileName;
    download(bytes, name);
    work.settled();
    const size = say`${plan.sheets.length} sheets, ${Math.round(bytes.length / 1024).toLocaleString("en-US")} KB, in native formulas.`;
    update({
      work: null,
      notice: {
        kind: lost.length === 0 ? "done" : "warning",
        title: say`${name} is saved.`,
        wayOut: lost.length === 0 ? size : say`${size} Not in the file: ${lost.join("; ")}.`,
      },
    });
  }

  async function open(
    file: Pick<File, "name" | "arrayBuffer">,
    draft: LeftDraft | null = null,
  ): Promise<void> {
    await busy(update, say`Reading ${file.name}`, 0.2);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { words, plan, inputs, parts, left, told } = await openWorkbook(model, bytes, shipped());
    const question = openQuestion(file.name, left, work.any());
    if (question !== null && !(await agreed(update, question))) return;
    await busy(update, "Showing the workbook", 0.7);
    const before = host.words();
    host.found(words);
    try {
      const present = planWithInputs(model, inputs, created, version, today());
      host.open(plan, planInWords(present, words), parts);
    } catch (error) {
      host.found(before);
      throw error;
    }
    const back = "Its inputs, scenario, and your own cells, notes and sheets are back.";
    if (draft !== null) {
      takeOver(draft);
      guard.broughtBack();
    } else work.settled();
    update({
      work: null,
      built: true,
      fileName: fileNameOf(file.name),
      draft: null,
      notice: {
        kind: left.length === 0 ? "done" : "warning",
        title: say`${file.name} is open.`,
        wayOut: listed([back, ...told, ...left], " "),
      },
    });
    await pane.look();
  }

  return {
    build: () => run("The model was not built.", build),
    save: () => run("The workbook was not saved.", save),
    open: () =>
      chooseFile((file) => run(say`${file.name} was not opened; nothing has changed.`, () => open(file))),
    name: (typed) => update({ fileName: fileNameOf(typed) }),
    bringBack: () => {
      const { draft } = state();
      if (draft !== null)
        run("The unsaved work was not brought back.", () => open(fileOfDraft(draft), draft));
    },
    eraseDraft: () => {
      void eraseDraft(state().draft?.key);
      update({ draft: null });
    },
    dark: (on) => look.choose(on),
    charts: (on) => {
      charts.show(on);
      update({ charts: on });
    },
    fold: (folded) => {
      years.fold(folded);
      update({ folded });
    },
    pane: (on) => update({ pane: on }),
    front: (front) => update({ front }),
    step: (step) => update({ step }),
    help: () => update({ step: 0 }),
    dismiss: () => update({ notice: null }),
    showTab: (tab) => {
      update({ front: "pane", pane: true });
      pane.open(tab);
    },
    show: (address) => run("There is no such place.", () => host.show(address)),
  };
}

function fileOfDraft({ name, bytes }: Draft): Pick<File, "name" | "arrayBuffer"> {
  return { name, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
}

/** Shows what is under way, and lets the page paint it. */
async function busy(update: ShellParts["update"], words: string, done: number): Promise<void> {
  update({ work: { words, done }, notice: null });
  await new Promise((resolve) => setTimeout(resolve, 30));
}

function chooseFile(take: (file: File) => void): void {
  const input = Object.assign(document.createElement("input"), { type: "file", accept: ".xlsx,.xlsm" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) take(file);
  });
  input.click();
}
