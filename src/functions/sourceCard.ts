import { wordIn } from "../words";
import type { KcTable } from "./kcValue";

/** A text, number or truth value of a card. */
interface CardText {
  readonly type: "String";
  readonly basicValue: string;
}

/** A number with a card that says where it comes from, in the JSON form of Excel's data types; every formula sees the plain number. */
export interface NumberWithCard {
  readonly type: "Double";
  readonly basicValue: number;
  readonly properties: Readonly<Record<string, CardText>>;
}

/** Rows of KC.SOURCE that a card shows; the longer ones are left to KC.SOURCE, since a recalculation may send thousands of cards. */
const SHOWN: readonly string[] = [
  "Line",
  "Figure",
  "Period",
  "Scenario",
  "Unit",
  "Tier",
  "State",
  "Typed value",
  "Document",
  "Date",
  "Locator",
  "As printed",
  "Printed value",
  "Quality",
  "Formula",
  "Conflict",
];
const LONGEST = 160;

/** The number with a card made of the rows of KC.SOURCE; blank and long-winded rows are left out or cut. */
export function withSourceCard(value: number, source: KcTable): NumberWithCard {
  const shown = SHOWN.map((label) => wordIn(label, "head"));
  const rows = source.filter(
    ([name, text]) => shown.includes(String(name)) && text !== "" && text !== undefined,
  );
  const properties = rows.map(
    ([name, text]) => [String(name), { type: "String", basicValue: cut(String(text)) }] as const,
  );
  return { type: "Double", basicValue: value, properties: Object.fromEntries(properties) };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
