import { openModel, type Model, type TypedFigures } from "../../model";

/** A model that follows the figures typed into the workbook: what reads it sees them, wherever it holds on to it. */
export interface TypedModel extends Model {
  /** The model as shipped, without figures typed into the workbook. */
  readonly shipped: Model;
  /** The model with the figures of this moment; it does not follow later ones. */
  present(): Model;
  /** Takes the figures that the workbook now holds beside the facts; false where nothing changed. */
  type(typed: TypedFigures): boolean;
}

/** Makes a model follow typed figures; it starts with none. */
export function typedModel(shipped: Model): TypedModel {
  let [now, key] = [shipped, ""];
  return {
    shipped,
    present: () => now,
    spec: shipped.spec,
    seeds: shipped.seeds,
    rows: shipped.rows,
    quarterRows: shipped.quarterRows,
    quarters: shipped.quarters,
    get data() {
      return now.data;
    },
    assumptions: shipped.assumptions,
    vector: shipped.vector,
    exactly: (assumptions) => now.exactly(assumptions),
    fast: (assumptions) => now.fast(assumptions),
    flex: (vector) => now.flex(vector),
    type: (typed) => {
      const next = [...typed].map((each) => each.join("=")).join("|");
      if (next === key) return false;
      key = next;
      now = typed.size === 0 ? shipped : openModel(shipped.spec, shipped.seeds, typed);
      return true;
    },
  };
}
