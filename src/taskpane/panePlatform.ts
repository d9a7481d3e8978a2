import type { Language } from "../words";

/** What the surroundings of the pane provide besides the workbook: Excel, or the workbench page. */
export interface PanePlatform {
  /** Where the workbook is open, as people call it: "Excel", "the workbench". */
  readonly name: string;
  /** Version of the program, for the README sheet. */
  readonly version: string;
  /** Locale in which the person writes numbers, e.g. de-DE; left out, the browser's. */
  readonly locale?: string;
  /** Language in which the surroundings speak, as a BCP 47 tag; left out, English. */
  readonly language?: string;
  /** Is told the language that the pane speaks from now on. */
  readonly speaks?: (language: Language) => void;
  /** Calls back with the host's theme now and at each change; left out, the pane follows the system. The result stops it. */
  readonly watchTheme?: (apply: (theme: "light" | "dark") => void) => () => void;
}
