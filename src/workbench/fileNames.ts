/** Name of a workbook that was not opened from a file. */
export const DEFAULT_NAME = "KingsoftCloud.xlsx";

/** A name that every system takes, ending in .xlsx; the usual one where nothing is left of what was typed. */
export function fileNameOf(typed: string): string {
  const plain = typed
    .replace(/\.xls[xm]?$/i, "")
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 120);
  return plain === "" ? DEFAULT_NAME : `${plain}.xlsx`;
}
