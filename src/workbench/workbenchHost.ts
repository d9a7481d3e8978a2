import type { GridHost } from "../hosts/grid/gridHost";
import type { HostInWords } from "../hosts/hostInWords";

/** The workbook in the grid, in whatever language it is. */
export type WorkbenchHost = GridHost & HostInWords;
