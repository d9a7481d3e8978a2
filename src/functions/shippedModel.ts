import { kingsoftCloud } from "../companies/kingsoftCloud";
import { openModel, type Model } from "../model";
import { unpackFigures } from "../seeds/packedFigures";
import { shippedFigures } from "../seeds/shippedFigures";

let ofFigures: Model | undefined;
let whole: Promise<Model> | undefined;

/** The model over the figures that ship with the add-in: every value, without a word on where it comes from. Opened on first use. */
export function figureModel(): Model {
  ofFigures ??= openModel(kingsoftCloud, unpackFigures(shippedFigures()));
  return ofFigures;
}

/** The model over the whole seeds, sources and conflicts included; their texts load on first use, and again after a failure. */
export function shippedModel(): Promise<Model> {
  whole ??= import(/* webpackChunkName: "texts" */ "../seeds/shippedSeeds").then(
    ({ shippedSeeds }) => openModel(kingsoftCloud, shippedSeeds(figureModel().seeds)),
    (error: unknown) => {
      whole = undefined;
      throw new Error(
        "The sources of the figures could not be loaded. Check the connection and recalculate.",
        { cause: error },
      );
    },
  );
  return whole;
}
