import { lastReported } from "../analysis";
import { SCENARIOS, SEGMENTS } from "../companies/kingsoftCloud";
import { CellError } from "../formula";
import { findScenario, type Model } from "../model";
import { MEASURES, PARTIES } from "./capFunction";
import { choiceNamed } from "./choices";
import { driverNamed } from "./findDriver";
import { subjectNamed } from "./findLine";
import { KC_FUNCTIONS, type KcParameter, type ParameterKind } from "./kcFunctionTable";
import type { KcFunctionName } from "./kcFunctions";
import { badArgument, isOmitted, isRange, type KcArgument } from "./kcValue";
import { parsePeriod } from "./parsePeriod";
import { COMPARISONS } from "./revenueFunctions";

type Reader = (text: string, model: Model) => boolean;

const period: Reader = (text, { data }) => {
  try {
    return parsePeriod(text, lastReported(data)).label !== "";
  } catch {
    return false;
  }
};

/** How an argument of a kind is told from the others; ranges and numbers may stand anywhere. */
const READERS: Readonly<Partial<Record<ParameterKind, Reader>>> = {
  period,
  line: (text, model) => subjectNamed(model, text) !== null,
  segment: (text) => choiceNamed(text, SEGMENTS) !== null,
  party: (text) => choiceNamed(text, PARTIES) !== null,
  measure: (text) => choiceNamed(text, MEASURES) !== null,
  comparison: (text) => choiceNamed(text, COMPARISONS) !== null,
  driver: (text, model) => driverNamed(model, text) !== null,
  scenario: (text) => findScenario(SCENARIOS, text) !== undefined,
};

/** A KC function as a call of plain arguments. */
export type KcCall = (...given: readonly KcArgument[]) => unknown;

/** The function, whose error says so when two of its arguments have changed places. */
export function sayingSwaps(name: KcFunctionName, model: Model, call: KcCall): KcCall {
  const saying: KcCall = (...given) => {
    try {
      return call(...given);
    } catch (error) {
      if (!(error instanceof CellError) || error.code !== "#VALUE!") throw error;
      const words = swap(name, model, given);
      throw words === null ? error : badArgument(words);
    }
  };
  // It still tells how many arguments it takes.
  return Object.defineProperty(saying, "length", { value: call.length });
}

/** A sentence that names two arguments each of which reads as the other and neither as itself; null when there are none. */
function swap(name: KcFunctionName, model: Model, given: readonly KcArgument[]): string | null {
  const { parameters } = KC_FUNCTIONS[name];
  const reads = (parameter: KcParameter | undefined, argument: KcArgument): boolean => {
    const reader = parameter && READERS[parameter.kind];
    if (reader === undefined || isOmitted(argument) || isRange(argument)) return false;
    // A number may stand for a scenario as well as for a year, and says nothing about a name.
    return (typeof argument !== "number" || reader === period) && reader(String(argument), model);
  };
  for (let first = 0; first < given.length; first++) {
    for (let second = first + 1; second < given.length; second++) {
      const [a, b] = [parameters[first], parameters[second]];
      const changed =
        reads(a, given[second]) &&
        reads(b, given[first]) &&
        !reads(a, given[first]) &&
        !reads(b, given[second]);
      if (!changed) continue;
      const order = [...given];
      [order[first], order[second]] = [given[second], given[first]];
      return `${a!.name} and ${b!.name} have changed places: write KC.${name}(${order.map(shown).join(", ")}).`;
    }
  }
  return null;
}

function shown(argument: KcArgument): string {
  if (isRange(argument)) return "inputs";
  if (isOmitted(argument)) return "";
  return typeof argument === "string"
    ? `"${argument.replaceAll('"', '""')}"`
    : String(argument).toUpperCase();
}
