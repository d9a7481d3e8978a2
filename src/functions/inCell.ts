import { CellError } from "../formula";
import { loadCatalogue, loadedCatalogues } from "../words/loadCatalogue";
import { told, wordsToCome } from "../words/say";
import { cardBudget } from "./cardBudget";
import { KC_FUNCTIONS } from "./kcFunctionTable";
import type { KcFunctionName, KcFunctions } from "./kcFunctions";
import { isForeign } from "./otherWords";
import { isOmitted, isRange, NOT_AVAILABLE, type KcArgument, type KcResult, type KcTable } from "./kcValue";
import { allFunctions, functionsWithSources, valueFunctions } from "./shippedFunctions";
import { withSourceCard } from "./sourceCard";

const cardsLeft = cardBudget(Date.now);

/**
 * A KC function as a cell calls it: an error becomes Excel's own with the words, a figure that is not disclosed #N/A
 * in its own cell of rows that spill, a figure a number with a card that says where it comes from. Rows that need the
 * texts of the sources, and figures as of a day, come when these have loaded; so does what is named in another language.
 * While another language than English is being loaded, rows and errors wait for its words.
 */
export function inCell(name: KcFunctionName): (...given: readonly KcArgument[]) => unknown {
  const { answer, parameters, needsTexts } = KC_FUNCTIONS[name];
  return (...given) => {
    const args = withoutCall(given).slice(0, parameters.length);
    const waits =
      needsTexts || parameters.some(({ kind }, index) => kind === "day" && !isOmitted(args[index]));
    return inAnyWords(args, () => {
      const words = answer === "rows" ? wordsToCome() : undefined;
      if (waits || words)
        return Promise.all([allFunctions(), words]).then(([all]) => shown(called(all, name, args)));
      const result = called(valueFunctions(), name, args);
      return typeof result === "number" ? withCard(result, name, args) : shown(result);
    });
  };
}

/** The answer; where it fails and a name in another language may be why, once more when the names of that language have loaded. */
function inAnyWords(args: readonly KcArgument[], answer: () => unknown): unknown {
  const again = (error: unknown): unknown => {
    const words = wordsToCome() ?? wordsFor(args);
    return words === undefined ? failed(error) : words.then(answer, () => failed(error)).catch(failed);
  };
  try {
    const result = answer();
    return result instanceof Promise ? result.catch(again) : result;
  } catch (error) {
    return again(error);
  }
}

/** Loads the words of the language that a name is written in, where they are not there yet. */
function wordsFor(args: readonly KcArgument[]): Promise<unknown> | undefined {
  const texts = args.flat(2).filter((cell) => typeof cell === "string");
  return loadedCatalogues().length > 0 || !texts.some(isForeign) ? undefined : loadCatalogue("zh-CN");
}

/** Excel adds an object of its own at the end, also where a workbook knows fewer arguments than there are now. */
function withoutCall(given: readonly KcArgument[]): readonly KcArgument[] {
  const last = given[given.length - 1];
  return typeof last === "object" && last !== null && !isRange(last) ? given.slice(0, -1) : given;
}

function called(functions: KcFunctions, name: KcFunctionName, args: readonly KcArgument[]): KcResult {
  return (functions[name] as (...all: readonly KcArgument[]) => KcResult)(...args);
}

/** The number with its card, where it has one, Excel shows cards, the sources are there and not too many cards have gone out; else the plain number. */
function withCard(value: number, name: KcFunctionName, args: readonly KcArgument[]): number | object {
  const { parameters, sourceLine } = KC_FUNCTIONS[name];
  const sources =
    sourceLine !== undefined && showsCards() && cardsLeft(0) ? functionsWithSources() : undefined;
  if (sources === undefined || sourceLine === undefined) return value;
  const given = Object.fromEntries(parameters.map((parameter, index) => [parameter.name, args[index]]));
  try {
    const source = sources.SOURCE(sourceLine(given), given["period"], given["scenario"], given["inputs"]);
    const card = withSourceCard(value, source);
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

function shown(result: KcResult): unknown {
  return typeof result === "object" ? spilled(result) : result;
}

function spilled(rows: KcTable): unknown[][] {
  return rows.map((row) =>
    row.map((cell) =>
      cell === NOT_AVAILABLE ? new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable) : cell,
    ),
  );
}

function failed(error: unknown): never {
  throw error instanceof CustomFunctions.Error ? error : excelError(error);
}

function excelError(error: unknown): CustomFunctions.Error {
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  const isInvalid = error instanceof CellError && error.code !== "#N/A";
  return new CustomFunctions.Error(
    isInvalid ? invalidValue : notAvailable,
    told(error instanceof Error ? error.message : String(error)),
  );
}
