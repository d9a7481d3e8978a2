import { render } from "lit-html";
import { shippedModel } from "../functions/shippedModel";
import { createGrid } from "../hosts/grid/createGrid";
import { holdFunctionList } from "../hosts/grid/holdFunctionList";
import { drawWhatShows } from "../hosts/grid/drawWhatShows";
import { endAtScrollBars } from "../hosts/grid/scrollBars";
import { focusGrid } from "../hosts/grid/focusGrid";
import { placesOf } from "../hosts/grid/gridPlaces";
import { speakInGrid } from "../hosts/grid/speakInGrid";
import { guardStructure } from "../hosts/grid/guardStructure";
import { gridHost } from "../hosts/grid/gridHost";
import { onNarrowPages } from "./narrowPages";
import { revealPlaces } from "../hosts/grid/reveal";
import { turnToSteps } from "../hosts/grid/turnToStep";
import { hostInWords } from "../hosts/hostInWords";
import type { WorkbookHost } from "../hosts/port";
import { dataVintage } from "../seeds";
import { startPane } from "../taskpane/startPane";
import { today } from "../taskpane/state/today";
import { ENGLISH, loadCatalogue, spokenWords } from "../words";
import { readDraft } from "./drafts";
import { DEFAULT_NAME } from "./fileNames";
import { followInputs } from "./followInputs";
import { onFoldedYears } from "./foldYears";
import { guardWork } from "./guardWork";
import { engineInWords } from "./inEnglish";
import { moveByKey } from "./moveByKey";
import { nameControls } from "./nameControls";
import { paneEdge } from "./paneEdge";
import { printSheet } from "./printSheet";
import { readTyping } from "./readTyping";
import { shellActions } from "./shellActions";
import type { ShellState } from "./shellState";
import { holdKeyboard, questionView } from "./questionView";
import { barView, coverView, guideView, noticeView } from "./shellView";
import { createLook } from "./look";
import { sheetCharts } from "./sheetCharts";
import { presentPlan, workbookFile } from "./saveWorkbook";
import { restoreTabNames } from "./tabNames";
import { unsavedWork } from "./unsavedWork";
import type { WorkbenchHost } from "./workbenchHost";
import "./workbench.css";

/** Starts the page: grid, functions and pane over one model. */
async function startWorkbench(): Promise<void> {
  const at = (id: string): HTMLElement => document.getElementById(id)!;
  const version = document.documentElement.dataset["version"] ?? "";
  const look = createLook(at("workbench"));
  let state: ShellState = {
    work: { words: "Opening the workbench", done: 0.8 },
    built: false,
    ready: false,
    notice: null,
    question: null,
    fileName: DEFAULT_NAME,
    draft: null,
    step: null,
    dark: look.dark(),
    front: "sheet",
    folded: false,
    pane: true,
    charts: true,
  };
  let draw: () => void = () => undefined;
  const update = (change: Partial<ShellState>): void => {
    state = { ...state, ...change };
    draw();
  };

  const model = await shippedModel();
  const created = `${dataVintage(model.seeds)}T00:00:00Z`;
  const grid = createGrid(at("wb-grid"), look.dark());
  holdFunctionList(grid.univer.__getInjector());
  const engine = engineInWords(followInputs(model, created, version, today), () => host.words() ?? ENGLISH);
  const { host: inGrid, years } = onFoldedYears(onNarrowPages(gridHost(grid, engine)), () =>
    update({ folded: false }),
  );
  state = { ...state, folded: years.folded };
  const host: WorkbenchHost = hostInWords(inGrid, spokenWords);
  revealPlaces(host.book);
  drawWhatShows(host.book);
  endAtScrollBars(host.book);
  turnToSteps(host.book);
  // Names in Chinese are understood once its words are there; a page that can't fetch them goes on without.
  loadCatalogue("zh-CN").catch(() => undefined);
  readTyping(host, model, at("wb-reason"), (notice) => update({ notice }));
  look.follow((dark) => {
    grid.api.toggleDarkMode(dark);
    update({ dark });
  });
  guardStructure(host.book, (title, wayOut) => {
    update({ notice: { kind: "error", title, wayOut } });
    setTimeout(() => restoreTabNames(host.book, at("wb-grid")), 0);
  });
  const work = unsavedWork(host.book);
  const noticing = (): void => update({ built: host.book.written !== null });
  const show = (address: string): Promise<void> => {
    update({ front: "sheet" });
    return host.show(address);
  };
  const port: WorkbookHost = {
    ...host,
    show,
    write: (plan, options) => {
      const first = host.book.written === null && !work.any();
      return host.write(plan, options).finally(() => {
        if (first) work.settled();
        noticing();
      });
    },
    remove: () => host.remove().finally(noticing),
  };
  const renameControls = nameControls(at("wb-grid"));
  paneEdge(at("workbench"), at("wb-edge"), at("wb-pane"));
  moveByKey(() => focusGrid(host.book));
  printSheet(host.book, at("wb-print"), (sheet) => `${state.fileName.replace(/\.xlsx$/i, "")} - ${sheet}`);
  const pane = startPane({
    root: at("wb-pane"),
    port,
    model,
    platform: {
      name: "the workbench",
      version,
      language: navigator.language,
      speaks: (language) => {
        document.documentElement.lang = language;
        // Without its words the grid stays as it is.
        speakInGrid(grid, language).catch(() => undefined);
        renameControls();
        draw();
      },
      watchTheme: look.watchTheme,
    },
  });
  const charts = sheetCharts(host, at("wb-grid"), at("wb-charts"), (notice) => update({ notice }));
  const guard = guardWork(work, {
    file: async () => {
      if (state.work !== null || !state.built) return null;
      await pane.written();
      const { plan } = await presentPlan(model, host, created, version);
      return { name: state.fileName, bytes: await workbookFile(plan) };
    },
    tell: (wayOut) =>
      update({ notice: { kind: "warning", title: "No copy of unsaved work is kept.", wayOut } }),
  });
  const actions = shellActions({
    model,
    host,
    pane,
    created,
    version,
    update,
    look,
    charts,
    years,
    work,
    guard,
    state: () => state,
  });
  draw = () => {
    at("workbench").dataset["front"] = state.front;
    at("workbench").dataset["pane"] = state.pane ? "shown" : "folded";
    // Behind the card nothing is to be reached, by keyboard either.
    at("wb-grid").inert = state.ready && !state.built;
    render(barView(state, actions), at("wb-bar"));
    render(
      state.question === null ? coverView(state, actions) : questionView(state.question),
      at("wb-cover"),
    );
    if (state.question !== null) holdKeyboard(at("wb-cover"));
    render(guideView(state, actions), at("wb-guide"));
    render(noticeView(state, actions), at("wb-notice"));
  };
  // For the browser's console, and for the tests that compare the grid with the engine.
  const { book, live } = host;
  const own = {
    run: (command: string, params: object) => book.commands.executeCommand(command, params),
    snapshot: () => book.snapshot(),
    gridCalculates: () => live.gridCalculates(),
    calculated: () => pane.written().then(host.calculated),
    focus: () => focusGrid(book),
    typed: () => book.typed(),
    placed: (sheet: string, range: string) => placesOf(book, sheet, [range]),
  };
  Object.assign(window, { kcWorkbook: { read: inGrid.read, edit: inGrid.edit, show: inGrid.show, ...own } });
  at("wb-cover").replaceChildren();
  await pane.ready;
  update({ work: null, ready: true, draft: await readDraft() });
}

startWorkbench().catch((error: unknown) => {
  document.getElementById("wb-notice")!.textContent =
    `The workbench could not start: ${error instanceof Error ? error.message : String(error)} Reload the page.`;
  console.error(error);
});
