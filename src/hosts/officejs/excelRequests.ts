/** One conversation with Excel: batches, their count and size, and patience while a cell is being edited. */

import type { WriteProgress } from "../port";
import { HostProblem } from "../port";
import { excelCode } from "./excelErrors";
import { excelHas } from "./requirements";
import { packSteps, type Step } from "./step";

/** Largest batch by our own estimate: safely under the 5 MB that Excel on the web takes. */
export const batchLimit = 3_500_000;

const editPause = 400;
const editPatience = 25;

/** Thrown when the analyst cancels. */
export class Cancelled extends HostProblem {
  constructor() {
    super("Cancelled", "Cancelled.", "Nothing was changed.");
  }
}

/** A conversation; every request context lives for one batch, so no object is kept on either side. */
export class ExcelRequests {
  syncs = 0;
  bytes = 0;
  cells = 0;

  constructor(
    private readonly signal?: { readonly aborted: boolean } | undefined,
    private readonly onProgress?: ((progress: WriteProgress) => void) | undefined,
    private readonly limit = batchLimit,
  ) {}

  /** Throws when the analyst has cancelled. */
  checkCancelled(): void {
    if (this.signal?.aborted === true) throw new Cancelled();
  }

  /** Tells how far the work has come. */
  progress(done: number, step: string): void {
    this.onProgress?.({ done, step });
  }

  /** Runs one batch: `load` queues requests and returns what to make of the answers. */
  async batch<T>(load: (context: Excel.RequestContext) => () => T, bytes = 1000): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const context = new Excel.RequestContext();
      const finish = load(context);
      this.syncs += 1;
      this.bytes += bytes;
      try {
        await context.sync();
        return finish();
      } catch (error) {
        if (excelCode(error) !== "InvalidOperationInCellEditMode" || attempt >= editPatience) throw error;
        this.progress(0, "Waiting until the cell being edited is finished");
        await new Promise((resolve) => setTimeout(resolve, editPause));
        this.checkCancelled();
      }
    }
  }

  /** Runs steps in as few batches as their size allows; progress moves from `from` to `to`. */
  async run(steps: readonly Step[], from = 0, to = 1): Promise<void> {
    const total = steps.reduce((sum, step) => sum + step.bytes, 0);
    let sent = 0;
    for (const batch of packSteps(steps, this.limit)) {
      this.checkCancelled();
      this.progress(from + ((to - from) * sent) / Math.max(total, 1), batch[0]?.what ?? "");
      await this.send(batch);
      sent += batch.reduce((sum, step) => sum + step.bytes, 0);
    }
    this.progress(to, steps.at(-1)?.what ?? "");
  }

  /** Sends one batch of steps; a batch that proves too large is halved. */
  private async send(steps: readonly Step[]): Promise<void> {
    const bytes = steps.reduce((sum, step) => sum + step.bytes, 0);
    try {
      await this.batch((context) => {
        context.application.suspendApiCalculationUntilNextSync();
        if (excelHas("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
        for (const step of steps) step.run(context);
        return () => undefined;
      }, bytes);
      this.cells += steps.reduce((sum, step) => sum + step.cells, 0);
    } catch (error) {
      if (excelCode(error) !== "RequestPayloadSizeLimitExceeded" || steps.length < 2) throw error;
      const middle = Math.ceil(steps.length / 2);
      await this.send(steps.slice(0, middle));
      await this.send(steps.slice(middle));
    }
  }
}
