/** What the surroundings of the pane provide besides the workbook: Excel, or the workbench page. */
export interface PanePlatform {
  /** Where the workbook is open, as people call it: "Excel", "the workbench". */
  readonly name: string;
  /** Version of the program, for the README sheet. */
  readonly version: string;
  /** Locale in which the person writes numbers, e.g. de-DE; left out, the browser's. */
  readonly locale?: string;
  /** Calls back with the host's theme now and at each change; left out, the pane follows the system. The result stops it. */
  readonly watchTheme?: (apply: (theme: "light" | "dark") => void) => () => void;
}
