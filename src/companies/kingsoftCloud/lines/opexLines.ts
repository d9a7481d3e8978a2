import {
  compare,
  every,
  expressionOf,
  factOf,
  isKnown,
  minus,
  plus,
  prior,
  some,
  times,
  when,
  type Expression,
} from "../../../formula";
import { costDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { inEffectOf } from "./effectLines";
import { afterReports, ratioOrOne } from "./formulas";
import { gross } from "./grossLines";
import { income } from "./incomeLines";
import { intangible } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

/** Adjusted operating expenses: three running expenses, and what is kept apart from them. */
export const opex: Lines<
  | "sbc"
  | "functions"
  | "byFunctions"
  | "byEbitda"
  | "asReported"
  | "known"
  | "estimate"
  | "running"
  | "research"
  | "sellingRunning"
  | "generalRunning"
  | "selling"
  | "general"
  | "creditLoss"
  | "depreciation"
  | "total"
> = {
  sbc: lineItem("sbcBeforeExpenses", {
    ...inner,
    label: "Share-based pay in operating expenses, before what reported expenses say",
    meaning: "From reported share-based pay, or the assumption.",
    opening: () => sbcInOpex(),
    forecast: () => sbcInOpex(),
  }),
  functions: lineItem("expensesByFunctionReported", {
    ...inner,
    label: "Reported expenses, where all three functions are known",
    meaning: "Zero where one of them is not.",
    opening: () => functionsSum(),
    forecast: () => functionsSum(),
  }),
  byFunctions: lineItem("expensesByFunctions", {
    ...inner,
    label: "Adjusted expenses by reported functions or operating result",
    meaning: "Less share-based pay at its rate; zero where neither is known.",
    opening: () => byFunctions(),
    forecast: () => byFunctions(),
  }),
  byEbitda: lineItem("expensesByEbitda", {
    ...inner,
    label: "Adjusted expenses by adjusted EBITDA",
    meaning: "What it leaves of adjusted gross profit; else by the line above.",
    opening: () => byEbitda(),
    forecast: () => byEbitda(),
  }),
  asReported: lineItem("expensesAsReported", {
    ...inner,
    label: "Adjusted operating expenses by what is reported",
    meaning:
      "Themselves, or by adjusted operating result, or by the lines above; zero where nothing is known.",
    opening: () => asReported(),
    forecast: () => asReported(),
  }),
  known: lineItem("expensesKnown", {
    unit: "flag",
    annual: "none",
    label: "Adjusted operating expenses follow from what is reported",
    meaning: "1 where any of the figures above is known.",
    forecast: () =>
      when(
        some(
          isKnown(opex.total),
          isKnown(income.adjustedOperating),
          isKnown(income.adjustedEbitda),
          isKnown(income.operating),
          compare(opex.functions, "<>", 0),
        ),
        1,
        0,
      ),
  }),
  estimate: lineItem("runningExpensesEstimate", {
    ...inner,
    label: "Running expenses before the quarter is known",
    meaning: "The three expenses of the quarter before, grown.",
    forecast: () =>
      times(
        plus(prior(opex.research), prior(opex.sellingRunning), prior(opex.generalRunning)),
        plus(1, inEffectOf.opexGrowth),
      ),
  }),
  running: lineItem("runningExpenses", {
    ...inner,
    label: "Running expenses",
    meaning: "Adjusted operating expenses without credit losses, amortisation and depreciation.",
    opening: () => minus(opex.asReported, opex.creditLoss, intangible.amortisation, opex.depreciation),
    forecast: () =>
      when(
        compare(opex.known, "=", 1),
        minus(opex.asReported, opex.creditLoss, intangible.amortisation, opex.depreciation),
        opex.estimate,
      ),
  }),
  research: lineItem("adjustedResearchDevelopment", {
    ...flow,
    label: "Research and development, adjusted",
    fact: "adjustedResearchDevelopment",
    typed: "result",
    meaning: "Before share-based pay; positive is a cost.",
    opening: () => times(opex.running, d.researchShare),
    forecast: () => grown(opex.research),
  }),
  sellingRunning: lineItem("sellingRunning", {
    ...inner,
    label: "Selling and marketing, running",
    meaning: "Adjusted, before amortisation of acquired intangibles.",
    opening: () => times(opex.running, d.sellingShare),
    forecast: () =>
      when(
        isKnown(opex.selling),
        minus(factOf(opex.selling), intangible.amortisation),
        grown(opex.sellingRunning),
      ),
  }),
  generalRunning: lineItem("generalRunning", {
    ...inner,
    label: "General and administrative, running",
    meaning: "Adjusted, before credit losses and depreciation: what the other two leave.",
    opening: () => minus(opex.running, opex.research, opex.sellingRunning),
    forecast: () =>
      when(
        every(isKnown(opex.general), compare(opex.known, "=", 0)),
        minus(factOf(opex.general), opex.creditLoss, opex.depreciation),
        minus(opex.running, opex.research, opex.sellingRunning),
      ),
  }),
  selling: lineItem("adjustedSellingMarketing", {
    ...flow,
    label: "Selling and marketing, adjusted",
    fact: "adjustedSellingMarketing",
    typed: "result",
    meaning: "Before share-based pay, amortisation of acquired intangibles included; positive is a cost.",
    opening: () => plus(opex.sellingRunning, intangible.amortisation),
    forecast: () => plus(opex.sellingRunning, intangible.amortisation),
  }),
  general: lineItem("adjustedGeneralAdministrative", {
    ...flow,
    label: "General and administrative, adjusted",
    fact: "adjustedGeneralAdministrative",
    typed: "result",
    meaning: "Before share-based pay, with credit losses and the rest of depreciation; positive is a cost.",
    opening: () => plus(opex.generalRunning, opex.creditLoss, opex.depreciation),
    forecast: () => plus(opex.generalRunning, opex.creditLoss, opex.depreciation),
  }),
  creditLoss: lineItem("creditLoss", {
    ...flow,
    label: "of which credit losses",
    meaning: "Charge (positive) or reversal (negative); not disclosed apart in history.",
    opening: () => expressionOf(0),
    forecast: () => afterReports(inEffectOf.creditLoss, 0),
  }),
  depreciation: lineItem("depreciationInExpenses", {
    ...flow,
    label: "of which depreciation",
    meaning: "The part that is not in cost of revenue.",
    opening: () => times(intangible.depreciation, minus(1, d.depreciationInCost)),
    forecast: () => times(intangible.depreciation, minus(1, d.depreciationInCost)),
  }),
  total: lineItem("adjustedOperatingExpenses", {
    ...flow,
    label: "Adjusted operating expenses",
    emphasis: "subtotal",
    fact: "adjustedOperatingExpenses",
    typed: "result",
    meaning: "Before share-based pay and impairment; positive is a cost.",
    opening: () => expressionOf(opex.asReported),
    forecast: () => plus(opex.research, opex.selling, opex.general),
  }),
};

/** Expenses by function as reported, share-based pay included. */
export const reported: Lines<"sbc" | "research" | "selling" | "general" | "total"> = {
  sbc: lineItem("sbcInOpex", {
    ...flow,
    label: "Share-based pay in operating expenses",
    fact: "shareBasedInOperatingExpenses",
    meaning:
      "Positive is a cost; reported quarters: all share-based pay less the part in cost, or reported less adjusted expenses.",
    opening: () => expressionOf(opex.sbc),
    forecast: () =>
      when(
        isKnown(income.sbc),
        opex.sbc,
        when(compare(opex.functions, "<>", 0), minus(opex.functions, opex.total), opex.sbc),
      ),
  }),
  research: lineItem("researchDevelopment", {
    ...flow,
    label: "Research and development, reported",
    fact: "researchDevelopment",
    typed: "result",
    meaning: "Share-based pay included; positive is a cost.",
    opening: () => plus(opex.research, times(reported.sbc, d.sbcResearch)),
    forecast: () => plus(opex.research, times(reported.sbc, d.sbcResearch)),
  }),
  selling: lineItem("sellingMarketing", {
    ...flow,
    label: "Selling and marketing, reported",
    fact: "sellingMarketing",
    typed: "result",
    meaning: "Share-based pay and amortisation included; positive is a cost.",
    opening: () => plus(opex.selling, times(reported.sbc, d.sbcSelling)),
    forecast: () => plus(opex.selling, times(reported.sbc, d.sbcSelling)),
  }),
  general: lineItem("generalAdministrative", {
    ...flow,
    label: "General and administrative, reported",
    fact: "generalAdministrative",
    typed: "result",
    meaning: "Share-based pay and credit losses included; positive is a cost: what the other two leave.",
    opening: () => minus(plus(opex.total, reported.sbc), reported.research, reported.selling),
    forecast: () => minus(plus(opex.total, reported.sbc), reported.research, reported.selling),
  }),
  total: lineItem("expensesReported", {
    ...flow,
    label: "Operating expenses before impairment, reported",
    emphasis: "subtotal",
    meaning: "Sum of the three; positive is a cost.",
    history: () => plus(reported.research, reported.selling, reported.general),
    opening: () => plus(reported.research, reported.selling, reported.general),
    forecast: () => plus(reported.research, reported.selling, reported.general),
  }),
};

function functionsSum(): Expression {
  const { research, selling, general } = reported;
  return when(
    every(isKnown(research), isKnown(selling), isKnown(general)),
    plus(factOf(research), factOf(selling), factOf(general)),
    0,
  );
}

function byFunctions(): Expression {
  return when(
    compare(opex.functions, "<>", 0),
    minus(opex.functions, opex.sbc),
    when(
      isKnown(income.operating),
      minus(gross.profit, factOf(income.operating), income.impairment, opex.sbc),
      0,
    ),
  );
}

function byEbitda(): Expression {
  return when(
    isKnown(income.adjustedEbitda),
    fromOperating(minus(factOf(income.adjustedEbitda), intangible.depreciation, income.otherIncome)),
    opex.byFunctions,
  );
}

function asReported(): Expression {
  return when(
    isKnown(opex.total),
    factOf(opex.total),
    when(isKnown(income.adjustedOperating), fromOperating(factOf(income.adjustedOperating)), opex.byEbitda),
  );
}

function sbcInOpex(): Expression {
  return when(isKnown(income.sbc), minus(factOf(income.sbc), gross.sbcInCost), d.sbcInOpex);
}

/** Expenses that leave this adjusted operating result. */
function fromOperating(result: Expression): Expression {
  return minus(plus(gross.adjusted, intangible.amortisation), result);
}

/** One of the running expenses of the quarter before, in proportion to what the three are now. */
function grown(line: LineItem): Expression {
  return times(prior(line), plus(1, inEffectOf.opexGrowth), ratioOrOne(opex.running, opex.estimate));
}
