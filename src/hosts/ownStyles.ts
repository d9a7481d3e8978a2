import type { CellStyle } from "../workbook/plan";

/** Looks that a person gave cells, each under one key of its own. */
export class OwnStyles {
  /** The looks by key. */
  readonly all: Record<string, CellStyle> = {};
  private readonly keys = new Map<string, string>();

  /** Key of a look; equal looks share one. */
  key(style: CellStyle): string {
    const text = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.keys.get(text);
    if (known !== undefined) return known;
    const key = `kcOwn${this.keys.size + 1}`;
    this.keys.set(text, key);
    this.all[key] = style;
    return key;
  }
}
