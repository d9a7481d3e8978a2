/** Remembers this add-in's own edits, for versions of Excel that don't say who edited. */

/** How long an event may be on its way, in milliseconds. */
const patience = 10_000;

/** Edits announced and not yet seen as events. */
export class OwnEdits {
  private readonly pending: { readonly place: string; readonly until: number }[] = [];

  /** Announces an edit before it is sent; sheet and range without dollar signs. */
  announce(sheet: string, range: string): void {
    this.pending.push({ place: place(sheet, range), until: Date.now() + patience });
  }

  /** True, once, when an event is the echo of an announced edit. */
  recognise(sheet: string, range: string): boolean {
    const now = Date.now();
    const index = this.pending.findIndex((one) => one.until > now && one.place === place(sheet, range));
    if (index < 0) return false;
    this.pending.splice(index, 1);
    return true;
  }
}

function place(sheet: string, range: string): string {
  return `${sheet}!${range.replaceAll("$", "")}`.toLowerCase();
}
