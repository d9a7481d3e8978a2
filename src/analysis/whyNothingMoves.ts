import { precedents, type Expression } from "../formula";
import { STILL_RULES } from "./stillReasons";
import type { Assumptions, DriverRow, LineItem, Model } from "../model";

/** A driver that moved between two values, and every value of the model at each. */
export interface StillDriver {
  readonly model: Model;
  readonly row: DriverRow;
  readonly assumptions: Assumptions;
  readonly low: number;
  readonly high: number;
  readonly unchanged: Float64Array;
  readonly atLow: Float64Array;
  readonly atHigh: Float64Array;
}

/** Why a driver moves none of the figures that it may move: by a rule of the model, else by the lines that it does move. */
export function whyNothingMoves(still: StillDriver): string {
  for (const { drivers, why } of STILL_RULES) {
    const words = drivers.includes(still.row.driver) ? why(still) : null;
    if (words !== null) return words;
  }
  if (still.low === still.high) return "it has no other allowed value";
  const moved = movedLines(still);
  if (moved.length > 0)
    return `moves only ${moved
      .slice(0, 3)
      .map(({ label }) => label)
      .join("; ")}`;
  const readers = still.model.spec.lines.filter((line) =>
    formulasOf(line).some((formula) => reads(formula, still.row)),
  );
  return readers.length === 0
    ? "no formula reads it"
    : `${readers
        .slice(0, 2)
        .map(({ label }) => label)
        .join("; ")} take another branch here`;
}

/** Lines of which any value differs between the two ends. */
export function movedLines({ model, atLow, atHigh }: StillDriver): readonly LineItem[] {
  const { width } = model.spec.timeline;
  return model.spec.lines.filter((_, index) => {
    for (let cell = index * width; cell < (index + 1) * width; cell++)
      if (Math.abs(atHigh[cell]! - atLow[cell]!) > 1e-9) return true;
    return false;
  });
}

function formulasOf(line: LineItem): readonly Expression[] {
  return [line.history, line.opening, line.forecast].flatMap((formula) =>
    formula === undefined ? [] : [formula()],
  );
}

function reads(formula: Expression, { driver }: DriverRow): boolean {
  return precedents(formula).some((each) => each.kind === "scalar" && each.scalar.id === driver.id);
}
