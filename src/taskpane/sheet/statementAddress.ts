import { periodLetters } from "../../workbook/axis";
import type { Layout } from "../../workbook/layout";

/** Planned cell of a line and column on a scenario's sheet. */
export function statementAddress({ scenario }: Layout, line: string, column: number): string {
  return `${periodLetters(column)}${scenario.line.get(line)!}`;
}
