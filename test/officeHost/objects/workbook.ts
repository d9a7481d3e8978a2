/** The workbook and its application. */

import { invalidArgument } from "../apiFault";
import type { Sheet } from "../book";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import { CustomXmlPartCollection } from "./customXml";
import { NamedItemCollection } from "./names";
import { Range } from "./range";
import { Worksheet } from "./worksheet";
import { WorksheetCollection } from "./worksheets";

/** Calculation and screen. */
export class Application extends HostObject {
  get calculationMode(): string {
    return this.$host.book.calculationMode;
  }
  set calculationMode(mode: string) {
    if (!["Automatic", "AutomaticExceptTables", "Manual"].includes(mode))
      throw invalidArgument("Application.calculationMode");
    this.$host.book.calculationMode = mode;
  }
  get calculationState(): string {
    return "Done";
  }
  calculate(type: string): void {
    if (!["Recalculate", "Full", "FullRebuild"].includes(type))
      throw invalidArgument("Application.calculate");
    this.$host.notices.push(`calculate ${type}`);
    this.$host.calculate(true);
  }
  suspendApiCalculationUntilNextSync(): void {
    this.$host.notices.push("calculation suspended");
  }
  suspendScreenUpdatingUntilNextSync(): void {
    this.$host.notices.push("screen suspended");
  }
}

/** What a worksheet function gives. */
class FunctionResult extends HostObject {
  constructor(
    host: Host,
    readonly value: number,
  ) {
    super(host);
  }
}

/** Worksheet functions of the workbook: the day that a date is, counted as the workbook counts. */
class Functions extends HostObject {
  date(year: number, month: number, day: number): FunctionResult {
    const first = this.$host.book.from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return new FunctionResult(this.$host, (Date.UTC(year, month - 1, day) - first) / 86_400_000);
  }
}

/** The open workbook. */
export class Workbook extends HostObject {
  private readonly $sheets = new Map<Sheet, Worksheet>();
  readonly $collection: WorksheetCollection;

  constructor(host: Host) {
    super(host);
    this.$collection = new WorksheetCollection(host);
  }
  get name(): string {
    return "Book1.xlsx";
  }
  get worksheets(): WorksheetCollection {
    return this.$collection;
  }
  get application(): Application {
    return new Application(this.$host);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$host);
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.$host);
  }
  get functions(): Functions {
    return new Functions(this.$host);
  }
  getSelectedRange(): Range {
    return new Range(this.$host, this.$host.book.active, this.$host.book.selection);
  }
  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  /** The one host object of a sheet. */
  $worksheet(sheet: Sheet): Worksheet {
    const known = this.$sheets.get(sheet) ?? new Worksheet(this.$host, sheet);
    this.$sheets.set(sheet, known);
    return known;
  }
}
