import { CellError } from "../formula";
import { cardBudget } from "./cardBudget";
import { NOT_AVAILABLE, type KcArgument, type KcTable } from "./kcValue";
import { allFunctions, functionsWithSources } from "./shippedFunctions";
import { withSourceCard } from "./sourceCard";

/** Runs a call and turns its error into Excel's own, with the words. */
export function inCell<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw excelError(error);
  }
}

/** The same for rows that spill; a figure that is not disclosed becomes #N/A in its own cell. */
export function inCells(call: () => KcTable): unknown[][] {
  return spilled(inCell(call));
}

/** The same for rows that need the texts of the sources, which may still be loading. */
export async function laterInCells(
  call: (functions: Awaited<ReturnType<typeof allFunctions>>) => KcTable,
): Promise<unknown[][]> {
  try {
    return spilled(call(await allFunctions()));
  } catch (error) {
    throw excelError(error);
  }
}

/** What a call of KC.SOURCE takes. */
export type SourceArguments = readonly [
  line: KcArgument,
  period: KcArgument,
  scenario: KcArgument,
  inputs: KcArgument,
];

const cardsLeft = cardBudget(Date.now);

/** A number with a card that says where it comes from, where Excel has cards, the sources are there and not too many cards have gone out; else the plain value. */
export function withSource<T extends number | string>(
  call: () => T,
  sourceArguments: () => SourceArguments,
): T | object {
  const value = inCell(call);
  const sources =
    typeof value === "number" && showsCards() && cardsLeft(0) ? functionsWithSources() : undefined;
  if (sources === undefined || typeof value !== "number") return value;
  try {
    const card = withSourceCard(value, sources.SOURCE(...sourceArguments()));
    cardsLeft(JSON.stringify(card).length);
    return card;
  } catch {
    // A figure without a source row keeps its value.
    return value;
  }
}

let cards: boolean | undefined;

/** Numbers have properties from ExcelApi 1.19; the answer is kept, since every cell asks. */
function showsCards(): boolean {
  cards ??= Office.context?.requirements?.isSetSupported("ExcelApi", "1.19") === true;
  return cards;
}

function spilled(rows: KcTable): unknown[][] {
  return rows.map((row) =>
    row.map((cell) =>
      cell === NOT_AVAILABLE ? new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable) : cell,
    ),
  );
}

function excelError(error: unknown): CustomFunctions.Error {
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  if (error instanceof CellError)
    return new CustomFunctions.Error(error.code === "#N/A" ? notAvailable : invalidValue, error.message);
  return new CustomFunctions.Error(notAvailable, error instanceof Error ? error.message : String(error));
}
