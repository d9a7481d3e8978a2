/** What of a workbook a file can't hold, gathered by what it is. */
export class Losses {
  private readonly sheetsOf = new Map<string, Set<string>>();

  /** Notes parts of a sheet, each in words such as "strike-through". */
  note(sheet: string, parts: readonly string[]): void {
    for (const part of parts) this.sheetsOf.set(part, (this.sheetsOf.get(part) ?? new Set()).add(sheet));
  }

  /** One entry for each part, with its sheets: "strike-through on Mine". */
  words(): readonly string[] {
    return [...this.sheetsOf].map(([part, sheets]) => `${part} on ${[...sheets].join(", ")}`);
  }
}
