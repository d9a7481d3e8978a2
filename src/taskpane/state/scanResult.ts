/** One thing to know before the workbook is sent; `place` can be shown in the workbook. */
export interface ScanFinding {
  readonly kind: "stop" | "note";
  readonly title: string;
  readonly detail: string;
  readonly place: string | null;
}

/** What the scan looked at and found. */
export interface ScanResult {
  readonly looked: string;
  readonly findings: readonly ScanFinding[];
}
