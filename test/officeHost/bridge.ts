/** The native seam of the client library: JSON messages in both directions, with limits, delay and faults. */

import type { Host } from "./host";
import { PathType, type WireRequest, type WireResponse } from "./wire";

/** What goes wrong with a batch. */
export type Fault =
  /** Refused before anything is carried out. */
  | { readonly kind: "refuse"; readonly code: string; readonly message?: string }
  /** The first half of the actions is carried out, then it fails. */
  | { readonly kind: "half"; readonly code: string }
  /** Carried out in full, but the answer is an error. */
  | { readonly kind: "unanswered"; readonly code: string }
  /** Carried out in full, but this answer and every later one is an error. */
  | { readonly kind: "lost" };

/** Behaviour of the connection; every member can be changed while the host runs. */
export interface Connection {
  /** Milliseconds before an answer. */
  latency: number;
  /** Largest request or answer in bytes: 5 MB on the web. */
  payloadLimit: number;
  /** Fault of a batch by its number, counting from 1 since the last reset. */
  fault: (batch: number) => Fault | null;
}

/** One batch as seen on the wire. */
export interface BatchRecord {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly failed: string | null;
}

interface Incoming {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: WireRequest | string };
}

const failure = (code: string, message: string): WireResponse => ({
  Error: { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: 400 },
  Results: [],
});
const general = "There was an internal error while processing the request.";

/** The object the library finds under its global name before it loads. */
export class Bridge {
  readonly connection: Connection = { latency: 0, payloadLimit: 5 * 1024 * 1024, fault: () => null };
  /** Batches since the last reset. */
  batches: BatchRecord[] = [];
  /** Set by the library. */
  onMessageFromHost: ((text: string) => void) | null = null;
  private lost = false;

  constructor(readonly host: Host) {}

  /** Called by the library. */
  sendMessageToHost(text: string): void {
    const message = JSON.parse(text) as Incoming;
    if (message.type !== 1) return;
    const request =
      typeof message.message.body === "string"
        ? (JSON.parse(message.message.body) as WireRequest)
        : message.message.body;
    // A time because an answer takes as long as the test wants it to.
    setTimeout(() => {
      const response = this.answer(request);
      this.deliver({ id: message.id, type: 2, message: { statusCode: 200, headers: {}, body: response } });
      this.flushEvents();
    }, this.connection.latency);
  }

  /** Sends waiting events to the client. */
  flushEvents(): void {
    const entries = this.host.events.drain();
    if (entries.length > 0 && !this.lost) this.send(entries);
  }

  /** Sends messages of any category to the client. */
  send(entries: readonly unknown[]): void {
    this.deliver({ type: 3, controlId: "", message: { entries } });
  }

  /** Forgets the batches so far and brings a lost host back. */
  reset(): void {
    this.batches = [];
    this.lost = false;
    this.connection.fault = () => null;
  }

  private answer(request: WireRequest): string {
    // Start-up notices and custom function results are no workbook batches: not counted, and never failed.
    if (!Object.values(request.ObjectPaths).some((path) => path.ObjectPathType === PathType.global))
      return JSON.stringify(this.host.process(request));
    const requestBytes = Buffer.byteLength(JSON.stringify(request));
    let response = this.respond(request, requestBytes);
    let text = JSON.stringify(response);
    if (text.length > this.connection.payloadLimit) {
      response = failure(
        "ResponsePayloadSizeLimitExceeded",
        "The response payload size has exceeded the limit.",
      );
      text = JSON.stringify(response);
    }
    this.batches.push({
      actions: request.Actions.length,
      requestBytes,
      responseBytes: text.length,
      failed: response.Error?.Code ?? null,
    });
    return text;
  }

  private respond(request: WireRequest, bytes: number): WireResponse {
    if (this.lost) return failure("GeneralException", general);
    if (bytes > this.connection.payloadLimit)
      return failure("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    const fault = this.connection.fault(this.batches.length + 1);
    if (!fault) return this.host.process(request);
    if (fault.kind === "refuse") return failure(fault.code, fault.message ?? general);
    if (fault.kind === "half") {
      const answer = this.host.process(request, Math.ceil(request.Actions.length / 2));
      return answer.Error
        ? { ...answer, Error: { ...answer.Error, Code: fault.code } }
        : failure(fault.code, general);
    }
    this.host.process(request);
    if (fault.kind === "unanswered") return failure(fault.code, general);
    this.lost = true;
    return failure("GeneralException", general);
  }

  private deliver(message: unknown): void {
    this.onMessageFromHost?.(JSON.stringify(message));
  }
}
