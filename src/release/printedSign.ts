import { say } from "../words";
import { LINE_BY_ID } from "../companies/kingsoftCloud";
import { resultSense } from "./plainLabel";

/** Lines that are positive as a cost in the model; releases print them in brackets or plain. */
export const COST_LINES: ReadonlySet<string> = new Set([
  "costOfRevenue",
  "costIdc",
  "costDepreciation",
  "costSolution",
  "costFulfilment",
  "costOther",
  "adjustedResearchDevelopment",
  "adjustedSellingMarketing",
  "adjustedGeneralAdministrative",
  "adjustedOperatingExpenses",
  "researchDevelopment",
  "sellingMarketing",
  "generalAdministrative",
  "impairment",
  "interestExpense",
  "incomeTax",
  "shareBasedPay",
  "depreciationAmortisation",
]);

/** Costs that may be a relief in one quarter: their sign says nothing about the brackets of a table. */
const EITHER_SIGN: ReadonlySet<string> = new Set(["incomeTax", "impairment"]);

/** Costs that reconciliations add back, printed plain beside costs in brackets. */
const ADDED_BACK: ReadonlySet<string> = new Set(["shareBasedPay", "depreciationAmortisation"]);

/** Results and gains, which are negative as a loss. */
const RESULTS: ReadonlySet<string> = new Set([
  "operatingResult",
  "adjustedOperatingResult",
  "foreignExchange",
  "otherIncome",
  "pretaxResult",
  "netResult",
  "netResultAttributable",
  "adjustedNetResult",
]);

/** How a printed figure is turned into the model's sign. */
export interface PrintedSign {
  readonly turn: 1 | -1;
  /** What was done, in words; blank where nothing was. */
  readonly note: string;
  /** Why the sign is not certain; blank where it is. */
  readonly doubt: string;
}

const PLAIN: PrintedSign = { turn: 1, note: "", doubt: "" };

/** Whether a table prints its costs in brackets: so do most of the costs that it has. */
export function bracketsCosts(
  costs: readonly { readonly line: string; readonly negative: boolean }[],
): boolean | null {
  const telling = costs.filter(
    ({ line }) => COST_LINES.has(line) && !EITHER_SIGN.has(line) && !ADDED_BACK.has(line),
  );
  const negative = telling.filter((each) => each.negative).length;
  return telling.length === 0 ? null : negative * 2 > telling.length;
}

/** The model's sign of a printed figure: costs are positive there, losses negative. */
export function printedSign(
  line: string,
  label: string,
  digits: string,
  bracketed: boolean | null,
): PrintedSign {
  const value = Number(digits);
  if (value === 0) return PLAIN;
  if (ADDED_BACK.has(line) && value > 0) return PLAIN;
  if (COST_LINES.has(line)) {
    const turned: PrintedSign = {
      turn: -1,
      note: "Printed in brackets: a cost is positive here.",
      doubt: "",
    };
    if (bracketed === true && (value < 0 || EITHER_SIGN.has(line))) return turned;
    if (EITHER_SIGN.has(line))
      return bracketed === null && value < 0
        ? { ...turned, doubt: "It stands alone in brackets, which may mean a cost or a relief." }
        : PLAIN;
    if (bracketed === true)
      return { ...PLAIN, doubt: "It has no brackets, unlike the other costs of the table." };
    return value < 0
      ? { ...turned, doubt: "It is in brackets, unlike the other costs of the table." }
      : PLAIN;
  }
  if (!RESULTS.has(line)) return PLAIN;
  const sense = resultSense(label);
  if (sense === 0 && value > 0)
    return {
      turn: -1,
      note: "",
      doubt: say`“${LINE_BY_ID.get(line)!.label}” is called a loss and printed without brackets.`,
    };
  return sense === -1 ? { turn: -1, note: "Printed with a loss positive.", doubt: "" } : PLAIN;
}
