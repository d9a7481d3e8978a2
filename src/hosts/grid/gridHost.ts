import { IUndoRedoService } from "@univerjs/core";
import { ScrollToCellOperation, SetSelectionsOperation } from "@univerjs/sheets";
import type { WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import type { ModelState, WorkbookHost } from "../port";
import { editCells, readCells } from "./cellEdits";
import type { Grid } from "./createGrid";
import { GridBook } from "./gridBook";
import { gridCalculated } from "./gridCalculation";
import { gridFormulas, writeList } from "./gridFormulas";
import { dropLateResults } from "./lateResults";
import { LiveModel, type Engine } from "./liveModel";
import { dressNewSheets } from "./newSheets";
import { insertSheet } from "./insertSheet";
import { keepFormulas } from "./keepFormulas";
import type { FileParts } from "../opening/fileParts";
import { openInGrid } from "./openInGrid";
import { OverwriteMarks } from "./overwriteMarks";
import { compareWithPlan } from "./ownContents";
import { emptySnapshot } from "./planSnapshot";
import { presentChoices } from "./presentChoices";
import { GridEvents } from "./watchGrid";
import { showSheet } from "./showSheet";
import type { UndoSteps } from "./undoSteps";
import { removeFromGrid, writeGrid } from "./writeGrid";

/** The workbook in the browser's grid as a host of the model. */
export interface GridHost extends WorkbookHost {
  readonly book: GridBook;
  readonly live: LiveModel;
  /** Shows a workbook from a file in place of the present one. */
  open(shipped: WorkbookPlan, present: WorkbookPlan, parts: FileParts): void;
  /** Lets the model follow the last edits now. */
  settle(): void;
  /** Resolves when model and grid have calculated whatever the last edits touch. */
  calculated(): Promise<void>;
}

/** Times that model and grid may calculate in turn before their values count as settled. */
const MOST_TURNS = 5;

/** Makes the host over an empty workbook; the engine gives the values of the model's cells. */
export function gridHost(grid: Grid, engine: Engine): GridHost {
  const book = new GridBook(grid);
  book.replace(emptySnapshot());
  dressNewSheets(book);
  dropLateResults(book);
  keepFormulas(grid.univer.__getInjector());
  const steps = grid.univer.__getInjector().get(IUndoRedoService) as UndoSteps;
  const live = new LiveModel(book, engine);
  presentChoices(book, (sheetId) => live.look(sheetId));
  const events = new GridEvents(book, live, new OverwriteMarks(book));
  return {
    book,
    live,
    near: true,
    formulas: gridFormulas(book, steps, () => events.settle()),
    open: (shipped, present, parts) => {
      openInGrid(book, live, shipped, present, parts);
      events.settle();
    },
    settle: () => events.settle(),
    calculated: async () => {
      // A person's formula may feed an input, and the model a person's formula.
      for (let turn = 0, changed = 1; changed > 0 && turn < MOST_TURNS; turn++) {
        events.settle();
        live.finish();
        await gridCalculated(book);
        changed = live.follow();
      }
    },
    inspect: () => Promise.resolve(modelState(book)),
    preview: (plan) => Promise.resolve(compareWithPlan(book, plan).changes),
    write: (plan, options) => writeGrid(book, live, plan, options).finally(() => events.settle()),
    insertSheet: async (sheet, styles) => {
      await Promise.resolve();
      insertSheet(book, sheet, styles);
    },
    remove: () => Promise.resolve(removeFromGrid(book, live)),
    read: async (addresses) => {
      await Promise.resolve();
      for (const { sheet } of addresses.map((address) => book.area(address))) live.look(sheet.getSheetId());
      return readCells(book, addresses);
    },
    deviations: async () => {
      await Promise.resolve();
      return live.deviations();
    },
    edit: async (edits, list) => {
      await Promise.resolve();
      steps.asOne(book.workbook().getUnitId(), () => {
        // A list first: a sheet that leaves after an edit takes the edit's calculation with it.
        if (list !== undefined) writeList(book, list);
        editCells(book, edits);
      });
      events.settle();
    },
    watch: async (addresses, handler) => {
      await Promise.resolve();
      const stop = events.watch(addresses, handler);
      return () => Promise.resolve(stop());
    },
    show: async (address) => {
      await Promise.resolve();
      show(book, address);
    },
  };
}

function modelState(book: GridBook): ModelState {
  const sheets = book
    .workbook()
    .getSheets()
    .map((sheet) => ({ name: sheet.getName(), planName: book.planNameOf(sheet.getSheetId()) }));
  if (book.written === null) return { kind: "none", sheets, faults: [] };
  const faults = book.written.sheets.flatMap(({ name }) => {
    const carrier = sheets.find(({ planName }) => planName === name);
    if (carrier === undefined) return [say`The sheet ${name} was deleted.`];
    return carrier.name === name ? [] : [say`The sheet ${name} is now called ${carrier.name}.`];
  });
  return { kind: faults.length > 0 ? "damaged" : "complete", sheets, faults };
}

function show(book: GridBook, address: string): void {
  const { sheet, area } = book.area(address);
  const [unitId, subUnitId] = [book.workbook().getUnitId(), sheet.getSheetId()];
  showSheet(book, subUnitId);
  const range = {
    startRow: area.row - 1,
    endRow: area.row + area.rows - 2,
    startColumn: area.column - 1,
    endColumn: area.column + area.columns - 2,
  };
  const primary = {
    actualRow: range.startRow,
    actualColumn: range.startColumn,
    isMerged: false,
    isMergedMainCell: false,
    startRow: range.startRow,
    endRow: range.startRow,
    startColumn: range.startColumn,
    endColumn: range.startColumn,
  };
  book.commands.syncExecuteCommand(SetSelectionsOperation.id, {
    unitId,
    subUnitId,
    selections: [{ range, primary, style: null }],
  });
  void book.commands.executeCommand(ScrollToCellOperation.id, { unitId, range });
}
