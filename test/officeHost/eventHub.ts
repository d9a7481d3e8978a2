/** Which events the client has asked for, and the messages that tell it they happened. */

/** Event numbers of the client library. */
export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  nameChanged: 25,
} as const;

/** Target of events that concern the whole workbook. */
export const workbookTarget = "Workbook";

/** A message to the client. */
export interface EventMessage {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Registrations and the messages waiting to be sent. */
export class EventHub {
  private readonly registered = new Map<string, number>();
  private waiting: EventMessage[] = [];

  register(type: number, target: string): void {
    const key = `${String(type)}@${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${String(type)}@${target}`;
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  /** Number of registrations that are still on. */
  get count(): number {
    return this.registered.size;
  }

  /** Queues an event for a sheet and for the workbook, if somebody listens. */
  raise(type: number, sheetId: string, payload: Readonly<Record<string, unknown>>): void {
    for (const targetId of [sheetId, workbookTarget])
      if (this.registered.has(`${String(type)}@${targetId}`))
        this.waiting.push({
          messageCategory: 65536,
          messageType: type,
          targetId,
          message: JSON.stringify(payload),
        });
  }

  /** Takes the waiting messages. */
  drain(): EventMessage[] {
    const messages = this.waiting;
    this.waiting = [];
    return messages;
  }
}
