/** The application behind the bridge: the open workbook, kept references, services, events and calculation. */

import { ApiFault } from "./apiFault";
import { Batch } from "./batch";
import type { Book } from "./book";
import { type Calculation, noCalculation } from "./calculation";
import { EventHub } from "./eventHub";
import type { HostObject } from "./hostObject";
import { Workbook } from "./objects/workbook";
import { services } from "./services";
import type { WireRequest, WireResponse } from "./wire";

/** One running application with one workbook open. */
export class Host {
  readonly events = new EventHub();
  readonly workbook: Workbook;
  /** Members the client asked for that this host does not have; tests expect none. */
  readonly missing: string[] = [];
  /** Answers of custom functions as they arrive, by invocation number. */
  readonly functionResults = new Map<number, (result: readonly unknown[]) => void>();
  /** Who edits: "ThisLocalAddin" while a batch runs, otherwise a person. */
  editor: "ThisLocalAddin" | "Unknown" = "Unknown";
  /** Things the client announced: start-up notices and suspensions, for assertions. */
  readonly notices: string[] = [];
  private readonly references = new Map<string, HostObject>();
  private readonly offered = services(this);

  constructor(
    readonly book: Book,
    readonly calculation: Calculation = noCalculation,
    /** Whether change events say who edited, as they do from ExcelApi 1.14 on. */
    readonly tellsEditor = true,
  ) {
    this.workbook = new Workbook(this);
  }

  /** Carries out a batch, or its first `limit` actions. */
  process(request: WireRequest, limit?: number): WireResponse {
    this.editor = "ThisLocalAddin";
    try {
      return new Batch(this, request).run(limit);
    } finally {
      this.editor = "Unknown";
    }
  }

  keep(target: HostObject): null {
    if (target.$reference === null) {
      target.$reference = `kept-${String(this.book.nextId())}`;
      this.references.set(target.$reference, target);
    }
    return null;
  }

  release(references: readonly string[]): null {
    for (const one of references) this.references.delete(one);
    return null;
  }

  kept(reference: string): HostObject {
    const found = this.references.get(reference);
    if (!found)
      throw new ApiFault("InvalidReference", "This reference is not valid for the current operation.");
    return found;
  }

  /** Number of references the client has not given back. */
  get keptCount(): number {
    return this.references.size;
  }

  service(name: string): HostObject {
    const found = this.offered[name];
    if (found) return found;
    this.missing.push(name);
    throw new ApiFault("HostMemberMissing", `The test host has no service ${name}`, name);
  }

  /** Brings every formula's value up to date; in manual mode only when asked to. */
  calculate(asked = false): void {
    if (asked || this.book.calculationMode !== "Manual") this.calculation.refresh(this.book);
  }
}
