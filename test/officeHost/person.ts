/** What a person does at the keyboard, with the events that Excel raises for it. */

import type { Running } from "./bootOffice";
import type { Scalar } from "./book";
import type { Worksheet } from "./objects/worksheet";

/** The person in front of the workbook. */
export class Person {
  constructor(private readonly running: Running) {}

  /** Types into a cell or range, e.g. type("Inputs", "B3", 0.4). */
  type(sheet: string, address: string, input: Scalar): void {
    this.sheet(sheet).getRange(address).formulas = input;
    this.settle();
  }

  /** Clears cells. */
  erase(sheet: string, address: string): void {
    this.sheet(sheet).getRange(address).clear("Contents");
    this.settle();
  }

  select(sheet: string, address: string): void {
    this.sheet(sheet).getRange(address).select();
    this.settle();
  }

  addSheet(name: string): void {
    this.running.host.workbook.worksheets.add(name);
    this.settle();
  }

  renameSheet(from: string, to: string): void {
    this.sheet(from).name = to;
    this.settle();
  }

  deleteSheet(name: string): void {
    this.sheet(name).delete();
    this.settle();
  }

  /** Writes a note on a cell. */
  note(sheet: string, cell: string, text: string): void {
    const notes = this.sheet(sheet).notes;
    const old = notes.getItemOrNullObject(cell);
    if (old) old.content = text;
    else notes.add(cell, text).$record.author = "Analyst";
  }

  private sheet(name: string): Worksheet {
    return this.running.host.workbook.worksheets.getItem(name);
  }

  private settle(): void {
    this.running.bridge.flushEvents();
  }
}
