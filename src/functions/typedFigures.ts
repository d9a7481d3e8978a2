import type { TypedFigures } from "../model";
import type { KcArgument } from "./kcValue";

const NONE: TypedFigures = new Map();

/** Figures typed into the workbook that a range of inputs carries; the assumption range carries none. */
export function typedFigures(_inputs: KcArgument): TypedFigures {
  return NONE;
}
