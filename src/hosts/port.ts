/** The small port between the model's workbook and whatever shows it: Excel, a file or the workbench grid. */

import type { SheetPlan, WorkbookPlan } from "../workbook/plan";
import type { Catalogue, Language } from "../words";

/** What a cell can hold. */
export type CellValue = number | string | boolean;

/** A place in the workbook, e.g. "'Inputs'!C4:F4" or a defined name such as KC_Inputs. */
export type Address = string;

/** Values and formulas of one range, row by row; a formula has its leading "=", other cells repeat their value. */
export interface RangeReading {
  readonly address: Address;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly CellValue[])[];
}

/** Contents for one range: one value for every cell or rows of them; null leaves a cell as it is. */
export interface RangeEdit {
  readonly address: Address;
  readonly contents: CellValue | readonly (readonly (CellValue | null)[])[];
}

/** Something that happened in the workbook, whoever did it: a watched place edited, a selection, a sheet renamed, deleted or, in the grid, inserted. It only rings: what stands there now is for the hearer to read. */
export type WorkbookEvent =
  | { readonly kind: "edited"; readonly sheet: string }
  | { readonly kind: "selected"; readonly sheet: string; readonly range: string }
  | { readonly kind: "sheets" };

/** One difference that writing the plan would make, or would leave alone because it is the analyst's. */
export interface PlannedChange {
  readonly sheet: string;
  /** A1 address, or "" where the change concerns the whole sheet. */
  readonly cell: string;
  readonly kind: "cell" | "input" | "sheet" | "name" | "note" | "look" | "chart";
  readonly now: string;
  readonly wouldBe: string;
  readonly reason: string;
  /** False when the analyst's content stays. */
  readonly applies: boolean;
}

/** A cell of the model that holds something else than the model puts there. */
export interface OverwrittenCell {
  readonly sheet: string;
  readonly cell: string;
  /** What it holds, as typed. */
  readonly content: CellValue;
  readonly value: CellValue;
  /** What the model puts there, as typed: entered, it is the model's again. */
  readonly planned: CellValue;
  /** A figure, or a text that formulas or readers of the workbook go by; another text is only words. */
  readonly role: "figure" | "key" | "words";
}

/** Where the model's sheets are not as the model writes and calculates them. */
export interface Deviations {
  readonly overwritten: readonly OverwrittenCell[];
  /** Cells of the model that show an error value, in reading order. */
  readonly errors: readonly { readonly sheet: string; readonly cell: string; readonly value: string }[];
}

/** What a person is told: what happened and, for problems, the way out. */
export interface Message {
  readonly kind: "done" | "warning" | "error";
  readonly title: string;
  readonly wayOut: string;
}

/** How far a write has come. */
export interface WriteProgress {
  /** Between 0 and 1. */
  readonly done: number;
  readonly step: string;
}

/** How to write. */
export interface WriteOptions {
  readonly onProgress?: (progress: WriteProgress) => void;
  /** An AbortSignal, or anything that says whether to stop. */
  readonly signal?: { readonly aborted: boolean };
  /** Addresses such as "Income!D12" of reported cells that the analyst agreed to overwrite. */
  readonly overwrite?: readonly string[];
}

/** What a write did. */
export interface WriteReport {
  readonly outcome: "built" | "updated" | "unchanged" | "cancelled" | "failed";
  readonly sheets: number;
  /** Cells written. */
  readonly cells: number;
  /** Round trips to the application. */
  readonly syncs: number;
  /** Estimated bytes sent. */
  readonly payloadBytes: number;
  /** Differences that were left alone. */
  readonly kept: readonly PlannedChange[];
  /** Parts of the plan this application can't show, in words. */
  readonly notCarried: readonly string[];
  readonly problem: HostProblem | null;
  /** After a failure: what of the write is still in the workbook, in words; empty when everything is as it was before. */
  readonly remains: readonly string[];
}

/** One sheet of the open workbook. */
export interface SheetState {
  readonly name: string;
  /** Name in the plan when the sheet belongs to the model, also after a renaming. */
  readonly planName: string | null;
}

/** What stands in the workbook: no model, a whole one, one whose writing broke off, or one with sheets or names missing. */
export interface ModelState {
  readonly kind: "none" | "complete" | "unfinished" | "damaged";
  readonly sheets: readonly SheetState[];
  /** What is wrong, in words. */
  readonly faults: readonly string[];
  /** What to know about the workbook that holds it, in words. */
  readonly warnings?: readonly string[];
  /** The language that the model is in, where it may be one of several. */
  readonly language?: Language;
}

/** A formula with the whole area that its result fills and the values that stand there. */
export interface FilledFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly area: string;
  /** Text with its leading "=". */
  readonly formula: string;
  readonly values: readonly (readonly CellValue[])[];
}

/** A list on a visible sheet of its own: rows of equal length whose texts stay texts and numbers numbers, rows in bold (from 0), widths of columns in characters. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly bold: readonly number[];
  readonly widths: readonly number[];
}

/** Formulas of the whole workbook, which can become values and formulas again. */
export interface FormulaHost {
  /** Every formula that is wanted, on every sheet but one. */
  find(wanted: (formula: string) => boolean, except: string): Promise<readonly FilledFormula[]>;
  /** What an area holds, or null where its sheet is missing, for each place asked for. */
  look(
    places: readonly Pick<FilledFormula, "sheet" | "area">[],
  ): Promise<readonly (Omit<RangeReading, "address"> | null)[]>;
  /** Writes the list and puts the values in place of the formulas, in one step; a text stays a text, whatever it looks like. */
  toValues(formulas: readonly FilledFormula[], list: ListSheet): Promise<void>;
  /** Empties the areas, enters the formulas and writes the list, in one step; a list without rows leaves with its sheet. */
  toFormulas(formulas: readonly Omit<FilledFormula, "values">[], list: ListSheet): Promise<void>;
  /** Values of the sheet that holds the list; none where there is no such sheet. */
  readList(name: string): Promise<readonly (readonly CellValue[])[]>;
}

/** A host of the workbook. */
export interface WorkbookHost {
  /** Formulas of the whole workbook, for Freeze and Relink. */
  readonly formulas: FormulaHost;
  /** Whether the workbook is in the page itself, where an edit waits for nothing. */
  readonly near?: true;
  /** Tells what stands in the workbook now. */
  inspect(): Promise<ModelState>;
  /** Lists what write would change or leave alone, without changing anything. */
  preview(plan: WorkbookPlan): Promise<readonly PlannedChange[]>;
  /** Builds the model, updates it in place, or finishes a write that broke off. */
  write(plan: WorkbookPlan, options?: WriteOptions): Promise<WriteReport>;
  /** Adds a sheet of the analyst's own at the end and shows it, whole or not at all; its styles are those of the model. Throws a HostProblem where its name is taken. */
  insertSheet(sheet: SheetPlan, styles: WorkbookPlan["styles"]): Promise<void>;
  /** Takes the model, whole or unfinished, out of the workbook and leaves everything else. */
  remove(): Promise<void>;
  /** Reads values and formulas of several ranges at once. */
  read(addresses: readonly Address[]): Promise<readonly RangeReading[]>;
  /** Tells where the model's sheets are not as the model writes and calculates them; a host without it is looked through by preview. An edit of such a cell rings as an edit. */
  deviations?(): Promise<Deviations>;
  /** Writes contents into several ranges at once, and a list beside them in the same step; a list without rows leaves with its sheet. */
  edit(edits: readonly RangeEdit[], list?: ListSheet): Promise<void>;
  /** Calls the handler for edits that touch the addresses, the add-in's own too, for the selection and for sheets renamed or deleted; the result stops it. */
  watch(addresses: readonly Address[], handler: (event: WorkbookEvent) => void): Promise<() => Promise<void>>;
  /** Chooses the words in which the workbook is written next time, whatever it is in now; null for its own. A host without it knows English only. */
  choose?(words: Catalogue | null): void;
  /** Brings a place into view and selects it. */
  show(address: Address): Promise<void>;
}

/** Error of a host, already in words. */
export class HostProblem extends Error implements Message {
  override readonly name = "HostProblem";
  readonly kind = "error";
  readonly title: string;

  constructor(
    readonly code: string,
    title: string,
    readonly wayOut: string,
  ) {
    super(title);
    this.title = title;
  }
}
