import type { Layout } from "../../workbook/layout";

/** Planned cell of a line and column on a scenario's sheet. */
export function statementAddress({ axis, scenario }: Layout, line: string, column: number): string {
  return `${axis.letters(column)}${scenario.line.get(line)!}`;
}
