import {
  HostProblem,
  type CellValue,
  type FormulaHost,
  type ListSheet,
  type ModelState,
  type PlannedChange,
  type RangeEdit,
  type RangeReading,
  type WorkbookEvent,
  type WorkbookHost,
  type WriteReport,
} from "../../src/hosts/port";
import {
  cellAddress,
  onSheet,
  parseRectangle,
  type Rectangle,
  splitAddress,
  touches,
} from "../../src/workbook/address";
import { SHEETS } from "../../src/workbook/sheetNames";
import type { WorkbookPlan } from "../../src/workbook/plan";

interface MemoryCell {
  value: CellValue;
  formula: string | null;
}

interface Area extends Rectangle {
  readonly sheet: string;
}

/** An in-memory workbook behind the host port; tests look into it and act in it like a person. */
export interface MemoryPort extends WorkbookHost {
  /** Every range edit that the pane sent. */
  readonly edits: RangeEdit[];
  /** What a cell holds: its formula, else its value. */
  cell(sheet: string, address: string): CellValue;
  /** A person types into the sheet. */
  type(sheet: string, address: string, contents: CellValue): void;
  /** A person selects a place. */
  select(sheet: string, range: string): void;
  /** A person renames a sheet. */
  rename(from: string, to: string): void;
  /** A person adds a sheet of their own. */
  addSheet(name: string): void;
  /** The next write or edit fails. */
  failNext(title: string, wayOut: string): void;
  /** Milliseconds between the steps of a write. */
  stepTime: number;
}

// A time because a write takes as long as the test wants it to.
const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** Makes an empty workbook with one sheet. */
export function memoryPort(): MemoryPort {
  const sheets = new Map<string, Map<string, MemoryCell>>([["Sheet1", new Map()]]);
  const planNames = new Map<string, string>();
  const names = new Map<string, { readonly planSheet: string; readonly range: string }>();
  let state: ModelState["kind"] = "none";
  let failure: HostProblem | null = null;
  const handlers = new Set<{
    readonly areas: readonly Area[];
    readonly handler: (event: WorkbookEvent) => void;
  }>();

  const currentName = (planSheet: string): string =>
    [...planNames].find(([, plan]) => plan === planSheet)?.[0] ?? planSheet;

  function areaOf(place: string): Area {
    const { sheet, range } = splitAddress(place);
    if (sheet === null) {
      const name = names.get(range);
      if (name === undefined)
        throw new HostProblem("name", `The name ${place} is missing.`, "Update the model.");
      return areaOf(onSheet(currentName(name.planSheet), name.range));
    }
    if (!sheets.has(sheet))
      throw new HostProblem("sheet", `The sheet ${sheet} is missing.`, "Update the model.");
    return { sheet, ...parseRectangle(range)! };
  }

  /** Value of a cell; a formula that is one reference is followed, others keep the value that the plan gave them. */
  function valueAt(sheet: string, place: string): CellValue {
    const cell = sheets.get(sheet)?.get(place);
    const reference = cell?.formula == null ? null : /^=\$?([A-Z]+)\$?(\d+)$/.exec(cell.formula);
    return reference ? valueAt(sheet, `${reference[1]}${reference[2]}`) : (cell?.value ?? "");
  }

  function reading(place: string): RangeReading {
    const { sheet, row, column, rows, columns } = areaOf(place);
    const grid = (read: (at: string) => CellValue): CellValue[][] =>
      Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (__, across) => read(cellAddress(row + down, column + across))),
      );
    return {
      address: place,
      values: grid((at) => valueAt(sheet, at)),
      formulas: grid((at) => sheets.get(sheet)?.get(at)?.formula ?? valueAt(sheet, at)),
    };
  }

  function put(sheet: string, at: string, contents: CellValue): void {
    const isFormula = typeof contents === "string" && contents.startsWith("=");
    sheets.get(sheet)!.set(
      at,
      isFormula
        ? { value: sheets.get(sheet)!.get(at)?.value ?? 0, formula: contents }
        : // As in Excel, an apostrophe says that a text follows.
          {
            value: typeof contents === "string" ? contents.replace(/^'/, "") : contents,
            formula: null,
          },
    );
  }

  function tell(area: Area): void {
    for (const { areas, handler } of handlers)
      if (areas.some((each) => each.sheet === area.sheet && touches(each, area)))
        setTimeout(() => handler({ kind: "edited", sheet: area.sheet }), 0);
  }

  const tellAll = (event: WorkbookEvent): void => {
    for (const { handler } of handlers) handler(event);
  };
  const failing = (): void => {
    if (failure === null) return;
    const problem = failure;
    failure = null;
    throw problem;
  };

  function changesOf(plan: WorkbookPlan): readonly PlannedChange[] {
    return plan.sheets.flatMap((sheet): PlannedChange[] => {
      const cells = sheets.get(currentName(sheet.name));
      if (cells === undefined)
        return [
          {
            sheet: sheet.name,
            cell: "",
            kind: "sheet",
            now: "",
            wouldBe: sheet.name,
            reason: "the sheet was deleted",
            applies: true,
          },
        ];
      return sheet.rows.flatMap((row, down) =>
        row.cells.flatMap((cell, across): PlannedChange[] => {
          if (cell == null || cell.value === null) return [];
          const place = cellAddress(down + 1, across + 1);
          const present = cells.get(place);
          const [now, wouldBe] = [
            present?.formula ?? String(present?.value ?? ""),
            cell.formula === undefined ? String(cell.value) : `=${cell.formula}`,
          ];
          const isInput = plan.styles[cell.style]?.unlocked === true;
          return now === wouldBe
            ? []
            : [
                {
                  sheet: sheet.name,
                  cell: place,
                  kind: isInput ? "input" : "cell",
                  now,
                  wouldBe,
                  reason: isInput ? "your input is kept" : "you changed this formula",
                  applies: false,
                },
              ];
        }),
      );
    });
  }

  /** Places of a sheet that hold something. */
  const placesOn = (sheet: string): string[] =>
    [...(sheets.get(sheet) ?? [])].flatMap(([place, { value, formula }]) =>
      value === "" && formula === null ? [] : [place],
    );

  /** Writes a list into its sheet; without rows the sheet leaves. */
  const writeList = ({ name, rows }: ListSheet): void => {
    if (rows.length === 0) {
      sheets.delete(name);
      return;
    }
    const cells = rows.flatMap((row, down) =>
      row.map((value, across): [string, MemoryCell] => [
        cellAddress(down + 1, across + 1),
        { value, formula: null },
      ]),
    );
    sheets.set(name, new Map(cells));
  };

  const formulas: FormulaHost = {
    find: (wanted, except) =>
      Promise.resolve(
        [...sheets.keys()]
          .filter((sheet) => sheet !== except)
          .flatMap((sheet) =>
            placesOn(sheet).flatMap((cell) => {
              const formula = sheets.get(sheet)!.get(cell)!.formula;
              return formula !== null && wanted(formula)
                ? [{ sheet, cell, area: cell, formula, values: [[valueAt(sheet, cell)]] }]
                : [];
            }),
          ),
      ),
    look: (places) =>
      Promise.resolve(
        places.map(({ sheet, area }) => (sheets.has(sheet) ? reading(onSheet(sheet, area)) : null)),
      ),
    toValues: async (frozen, list) => {
      failing();
      writeList(list);
      for (const { sheet, cell, values } of frozen)
        sheets.get(sheet)!.set(cell, { value: values[0]![0]!, formula: null });
    },
    toFormulas: async (frozen, list) => {
      writeList(list);
      for (const { sheet, cell, formula } of frozen) put(sheet, cell, formula);
    },
    readList: (name) =>
      Promise.resolve(
        Array.from({ length: sheets.has(name) ? 100 : 0 }, (_, row) =>
          Array.from({ length: 8 }, (__, column) => valueAt(name, cellAddress(row + 1, column + 1))),
        ),
      ),
  };

  const port: MemoryPort = {
    formulas,
    edits: [],
    stepTime: 0,
    inspect: () =>
      Promise.resolve({
        kind: state,
        faults: state === "unfinished" ? ["A write broke off before its end."] : [],
        sheets: [...sheets.keys()].map((name) => ({ name, planName: planNames.get(name) ?? null })),
      }),
    preview: (plan) => Promise.resolve(changesOf(plan)),
    write: async (plan, { onProgress, signal, overwrite = [] } = {}) => {
      failing();
      const built = state === "none" || state === "unfinished";
      const kept = built
        ? []
        : changesOf(plan).filter(({ sheet, cell }) => !overwrite.includes(`${sheet}!${cell}`) && cell !== "");
      const spare = new Set(kept.map(({ sheet, cell }) => `${sheet}!${cell}`));
      let cells = 0;
      const report = (outcome: WriteReport["outcome"]): WriteReport => ({
        outcome,
        sheets: plan.sheets.length,
        cells,
        syncs: 5,
        payloadBytes: 0,
        kept,
        notCarried: [],
        problem: null,
        remains: outcome === "cancelled" && built ? ["The sheets written so far."] : [],
      });
      for (const [index, sheet] of plan.sheets.entries()) {
        onProgress?.({ done: index / plan.sheets.length, step: `Writing ${sheet.name}` });
        if (port.stepTime > 0) await pause(port.stepTime);
        if (signal?.aborted === true) {
          state = built ? "unfinished" : state;
          return report("cancelled");
        }
        const name = currentName(sheet.name);
        planNames.set(name, sheet.name);
        const into = sheets.get(name) ?? new Map<string, MemoryCell>();
        sheets.set(name, into);
        sheet.rows.forEach((row, down) =>
          row.cells.forEach((cell, across) => {
            const place = cellAddress(down + 1, across + 1);
            if (cell == null || cell.value === null || spare.has(`${sheet.name}!${place}`)) return;
            cells += 1;
            into.set(place, {
              value: cell.value,
              formula: cell.formula === undefined ? null : `=${cell.formula}`,
            });
          }),
        );
      }
      for (const { name, sheet, range } of plan.names) names.set(name, { planSheet: sheet, range });
      const outcome = built ? "built" : overwrite.length > 0 ? "updated" : "unchanged";
      state = "complete";
      onProgress?.({ done: 1, step: "Done" });
      return report(outcome);
    },
    insertSheet: async (sheet) => {
      failing();
      await pause(0);
      sheets.set(
        sheet.name,
        new Map(
          sheet.rows.flatMap((row, down) =>
            row.cells.flatMap((cell, across): [string, MemoryCell][] =>
              cell === null || cell.value === null
                ? []
                : [
                    [
                      cellAddress(down + 1, across + 1),
                      { value: cell.value, formula: cell.formula === undefined ? null : `=${cell.formula}` },
                    ],
                  ],
            ),
          ),
        ),
      );
    },
    remove: () => {
      for (const [name] of planNames) sheets.delete(name);
      planNames.clear();
      names.clear();
      state = "none";
      return Promise.resolve();
    },
    read: async (addresses) => {
      await pause(0);
      return addresses.map(reading);
    },
    edit: async (edits, list) => {
      failing();
      await pause(0);
      if (list !== undefined) writeList(list);
      for (const edit of edits) {
        const area = areaOf(edit.address);
        // What the journal tells goes along with nearly every edit.
        if (!edit.address.includes(SHEETS.journal)) port.edits.push(edit);
        const { contents } = edit;
        if (typeof contents !== "object")
          for (let down = 0; down < area.rows; down++)
            for (let across = 0; across < area.columns; across++)
              put(area.sheet, cellAddress(area.row + down, area.column + across), contents);
        else
          contents.forEach((row, down) =>
            row.forEach((cell, across) => {
              if (cell !== null) put(area.sheet, cellAddress(area.row + down, area.column + across), cell);
            }),
          );
        tell(area);
      }
    },
    watch: (addresses, handler) => {
      const entry = { areas: addresses.map(areaOf), handler };
      handlers.add(entry);
      return Promise.resolve(async () => {
        handlers.delete(entry);
      });
    },
    show: (place) => {
      const area = areaOf(place);
      port.select(area.sheet, cellAddress(area.row, area.column));
      return Promise.resolve();
    },
    cell: (sheet, at) => sheets.get(sheet)?.get(at)?.formula ?? valueAt(sheet, at),
    type: (sheet, at, contents) => {
      put(sheet, at, contents);
      tell(areaOf(onSheet(sheet, at)));
    },
    select: (sheet, range) => tellAll({ kind: "selected", sheet, range }),
    rename: (from, to) => {
      sheets.set(to, sheets.get(from)!);
      sheets.delete(from);
      planNames.set(to, planNames.get(from)!);
      planNames.delete(from);
      tellAll({ kind: "sheets" });
    },
    addSheet: (name) => void sheets.set(name, new Map()),
    failNext: (title, wayOut) => {
      failure = new HostProblem("test", title, wayOut);
    },
  };
  return port;
}
