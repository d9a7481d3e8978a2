import { createKcFunctions, type KcFunctions } from "./kcFunctions";
import { figureModel, shippedModel } from "./shippedModel";

let overFigures: KcFunctions | undefined;
let overAll: KcFunctions | undefined;

/** The functions over the figures, which answer at once. */
export function valueFunctions(): KcFunctions {
  overFigures ??= createKcFunctions(figureModel());
  return overAll ?? overFigures;
}

/** The functions over everything that ships; waits until the texts have been loaded. */
export async function allFunctions(): Promise<KcFunctions> {
  const model = await shippedModel();
  overAll ??= createKcFunctions(model);
  return overAll;
}

/** The functions over everything when the texts are there already. */
export function functionsWithSources(): KcFunctions | undefined {
  return overAll;
}
