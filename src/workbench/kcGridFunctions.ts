import { CellError } from "../formula";
import {
  createKcFunctions,
  KC_FUNCTION_NAMES,
  KC_FUNCTIONS,
  type KcArgument,
  type KcResult,
} from "../functions";
import type { FunctionAnswer, GridFunction } from "../hosts/grid/gridFunctions";
import type { Model } from "../model";
import { told, word } from "../words";
import { kcFormats, type KcFormats } from "./kcFormats";

/** The KC functions for the grid: the add-in's own, with its words. */
export function kcGridFunctions(model: Model): readonly GridFunction[] {
  const functions = createKcFunctions(model);
  return KC_FUNCTION_NAMES.map((id) => {
    const { what, parameters } = KC_FUNCTIONS[id];
    const call = functions[id] as (...args: readonly KcArgument[]) => KcResult;
    return {
      name: `KC.${id}`,
      meaning: word(what),
      parameters: parameters.map((each) => ({ ...each, meaning: word(each.what) })),
      call: (args) =>
        answered(
          () => call(...args),
          (result) => kcFormats(model, id, args, result),
        ),
    };
  });
}

function answered(call: () => KcResult, formatsOf: (result: KcResult) => KcFormats): FunctionAnswer {
  try {
    const result = call();
    const formatOf = formatsOf(result);
    return typeof result === "object"
      ? { rows: result, formatOf }
      : { value: result, format: formatOf(0, 0) };
  } catch (error) {
    if (error instanceof CellError) return { error: error.code, message: told(error.message) };
    throw error;
  }
}
