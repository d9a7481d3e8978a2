import { CellError } from "../formula";
import {
  createKcFunctions,
  KC_SIGNATURES,
  type KcArgument,
  type KcFunctionName,
  type KcResult,
} from "../functions";
import type { FunctionAnswer, GridFunction } from "../hosts/grid/gridFunctions";
import type { Model } from "../model";

/** A function as the add-in's functions.json describes it. */
export interface DescribedFunction {
  readonly id: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
  }[];
}

/** The KC functions for the grid: the add-in's own, with the words of its functions.json. */
export function kcGridFunctions(
  model: Model,
  described: readonly DescribedFunction[],
): readonly GridFunction[] {
  const functions = createKcFunctions(model);
  return (Object.keys(KC_SIGNATURES) as KcFunctionName[]).map((id) => {
    const words = described.find((one) => one.id === id);
    const call = functions[id] as (...args: readonly KcArgument[]) => KcResult;
    return {
      name: `KC.${id}`,
      meaning: words?.description ?? KC_SIGNATURES[id].returns,
      parameters: KC_SIGNATURES[id].args.map((arg, index) => {
        const name = arg.replaceAll(/[[\]]/g, "");
        const parameter = words?.parameters?.[index];
        return {
          name: parameter?.name ?? name,
          meaning: parameter?.description ?? name,
          example: EXAMPLES[name] ?? "",
          optional: arg.startsWith("["),
        };
      }),
      call: (args) => answered(() => call(...args)),
    };
  });
}

const EXAMPLES: Readonly<Record<string, string>> = {
  period: '"3Q25"',
  segment: '"ecosystem"',
  scenario: '"Upside"',
  inputs: "KC_Inputs",
  line: '"grossProfit"',
  from: '"1Q25"',
  to: '"4Q26"',
  party: '"xiaomi"',
  year: "2026",
  measure: '"headroom"',
  driver: '"capXiaomi2026"',
  target: "0",
  values: "F8:F12",
  "yoy or qoq": '"yoy"',
};

function answered(call: () => KcResult): FunctionAnswer {
  try {
    const result = call();
    return typeof result === "object" ? { rows: result } : { value: result };
  } catch (error) {
    if (error instanceof CellError) return { error: error.code, message: error.message };
    throw error;
  }
}
