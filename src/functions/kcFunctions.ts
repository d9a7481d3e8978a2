import type { Model } from "../model";
import type { ScenarioName } from "../seeds";
import { capFunction } from "./capFunction";
import { evaluationsAsOf } from "./asOf";
import { evaluations, ofModelOnly } from "./evaluations";
import { factsFunction, linesFunction, scenariosFunction } from "./listFunctions";
import { ecosystemShareFunction, growthFunction, lineFunction, revenueFunction } from "./revenueFunctions";
import { seriesFunction } from "./seriesFunction";
import { sourceFunction } from "./sourceFunction";
import { breakEvenFunction, sensitivityFunction } from "./stressFunctions";
import { sayingSwaps, type KcCall } from "./swappedArguments";

/** The functions of the namespace KC over one model, as plain functions; each throws a CellError when it has no result. */
export type KcFunctions = ReturnType<typeof functionsOver>;

/** Name of a KC function without the namespace. */
export type KcFunctionName = keyof KcFunctions;

/** Makes the KC functions over a model. Calculated models are kept, so that many cells cost one calculation; `usual` is the scenario when a call names none. */
export function createKcFunctions(model: Model, usual: ScenarioName = "base"): KcFunctions {
  const functions = functionsOver(model, usual);
  const names = Object.keys(functions) as KcFunctionName[];
  return Object.fromEntries(
    names.map((name) => [name, sayingSwaps(name, model, functions[name] as KcCall)]),
  ) as unknown as KcFunctions;
}

function functionsOver(model: Model, usual: ScenarioName) {
  const evaluate = evaluations(model, usual, evaluationsAsOf(model, usual));
  const ofModel = ofModelOnly(evaluate);
  return {
    REVENUE: revenueFunction(evaluate),
    ECOSYSTEM_SHARE: ecosystemShareFunction(evaluate),
    LINE: lineFunction(evaluate),
    GROWTH: growthFunction(evaluate),
    SERIES: seriesFunction(evaluate),
    CAP: capFunction(ofModel),
    SOURCE: sourceFunction(ofModel),
    SENSITIVITY: sensitivityFunction(ofModel),
    BREAKEVEN: breakEvenFunction(ofModel),
    LINES: linesFunction(),
    SCENARIOS: scenariosFunction(),
    FACTS: factsFunction(model),
  };
}
