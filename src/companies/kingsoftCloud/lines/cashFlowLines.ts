import { expressionOf, isKnown, minus, negate, plus, prior, when } from "../../../formula";
import { lineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { debt, equity, loans, revolver } from "./financingLines";
import { income } from "./incomeLines";
import { procurement } from "./procurementLines";
import { intangible, leases } from "./scheduleLines";
import { working } from "./workingCapitalLines";

const flow = { unit: "RMB m", annual: "sum" } as const;

/** Cash flow statement. */
export const cashFlow: Lines<
  | "net"
  | "depreciation"
  | "sbc"
  | "impairment"
  | "workingCapital"
  | "operations"
  | "capex"
  | "creditors"
  | "investing"
  | "loans"
  | "repayment"
  | "leasePrincipal"
  | "equity"
  | "revolver"
  | "financing"
  | "calculated"
  | "unexplained"
  | "netChange"
  | "opening"
  | "closing"
  | "freeCashFlow"
  | "nonCash"
> = {
  net: lineItem("netResultFlow", {
    ...flow,
    label: "Net result",
    meaning: "From the income statement.",
    forecast: () => expressionOf(income.net),
  }),
  depreciation: lineItem("depreciationFlow", {
    ...flow,
    label: "Depreciation and amortisation",
    meaning: "Not cash.",
    forecast: () => plus(intangible.depreciation, intangible.amortisation),
  }),
  sbc: lineItem("sbcFlow", {
    ...flow,
    label: "Share-based pay",
    meaning: "Not cash.",
    forecast: () => expressionOf(income.sbc),
  }),
  impairment: lineItem("impairmentFlow", {
    ...flow,
    label: "Impairment",
    meaning: "Not cash.",
    forecast: () => expressionOf(income.impairment),
  }),
  workingCapital: lineItem("workingCapitalFlow", {
    ...flow,
    label: "Change in working capital",
    meaning: "Receivables, prepayments, trade payables and accruals; positive is an inflow.",
    forecast: () =>
      plus(
        minus(prior(balances.receivables), balances.receivables),
        minus(prior(balances.prepayments), balances.prepayments),
        minus(
          minus(balances.payables, working.creditors),
          minus(prior(balances.payables), prior(working.creditors)),
        ),
        minus(balances.accrued, prior(balances.accrued)),
      ),
  }),
  operations: lineItem("cashFromOperations", {
    ...flow,
    label: "Cash flow from operations",
    emphasis: "total",
    fact: "cashFromOperations",
    meaning: "Interest and tax paid included.",
    forecast: () =>
      plus(cashFlow.net, cashFlow.depreciation, cashFlow.sbc, cashFlow.impairment, cashFlow.workingCapital),
  }),
  capex: lineItem("cashCapexFlow", {
    ...flow,
    label: "Capital expenditure due in cash",
    meaning: "Financed and leased purchases are not cash.",
    forecast: () => negate(procurement.cashCapex),
  }),
  creditors: lineItem("creditorsFlow", {
    ...flow,
    label: "Change in equipment creditors",
    meaning: "Bought and not yet paid; positive is an inflow.",
    forecast: () => minus(working.creditors, prior(working.creditors)),
  }),
  investing: lineItem("cashFromInvesting", {
    ...flow,
    label: "Cash flow from investing",
    emphasis: "total",
    fact: "cashFromInvesting",
    meaning: "Positive is an inflow.",
    forecast: () => plus(cashFlow.capex, cashFlow.creditors),
  }),
  loans: lineItem("loansFlow", {
    ...flow,
    label: "New loans",
    meaning: "Drawn in cash.",
    forecast: () => expressionOf(loans.drawn),
  }),
  repayment: lineItem("repaymentFlow", {
    ...flow,
    label: "Repayment of debt",
    meaning: "Loans, early repayment included, and financed purchases.",
    forecast: () => negate(debt.repayment),
  }),
  leasePrincipal: lineItem("leasePrincipalFlow", {
    ...flow,
    label: "Principal paid on leases",
    meaning: "Interest is in operations.",
    forecast: () => negate(leases.runOff),
  }),
  equity: lineItem("equityFlow", {
    ...flow,
    label: "Equity raised",
    meaning: "Net proceeds.",
    forecast: () => expressionOf(equity.raise),
  }),
  revolver: lineItem("revolverFlow", {
    ...flow,
    label: "Revolver drawn (repaid)",
    meaning: "Holds minimum cash.",
    forecast: () => expressionOf(revolver.change),
  }),
  financing: lineItem("cashFromFinancing", {
    ...flow,
    label: "Cash flow from financing",
    emphasis: "total",
    fact: "cashFromFinancing",
    meaning: "Positive is an inflow.",
    forecast: () =>
      plus(cashFlow.loans, cashFlow.repayment, cashFlow.leasePrincipal, cashFlow.equity, cashFlow.revolver),
  }),
  calculated: lineItem("cashChangeByCause", {
    ...flow,
    label: "Change in cash by cause",
    meaning: "Operations, investing and financing.",
    forecast: () => plus(cashFlow.operations, cashFlow.investing, cashFlow.financing),
  }),
  unexplained: lineItem("cashChangeUnexplained", {
    ...flow,
    label: "Change that a reported balance sheet leaves unexplained",
    meaning: "Reported closing cash less what the causes give; zero in a quarter that is not reported.",
    forecast: () =>
      when(isKnown(balances.cash), minus(balances.cash, prior(balances.cash), cashFlow.calculated), 0),
  }),
  netChange: lineItem("netChangeInCash", {
    ...flow,
    label: "Net change in cash",
    emphasis: "total",
    fact: "netChangeInCash",
    meaning: "History includes restricted cash and exchange effects.",
    forecast: () => plus(cashFlow.calculated, cashFlow.unexplained),
  }),
  opening: lineItem("cashOpening", {
    unit: "RMB m",
    annual: "none",
    label: "Opening cash",
    meaning: "Closing cash of the quarter before.",
    forecast: () => prior(balances.cash),
  }),
  closing: lineItem("cashClosing", {
    unit: "RMB m",
    annual: "last",
    label: "Closing cash",
    emphasis: "total",
    meaning: "Opening plus net change; equals the balance sheet.",
    forecast: () => plus(cashFlow.opening, cashFlow.netChange),
  }),
  freeCashFlow: lineItem("freeCashFlow", {
    ...flow,
    label: "Free cash flow after leases",
    emphasis: "subtotal",
    meaning: "Operations less capital expenditure paid less principal of leases.",
    forecast: () => plus(cashFlow.operations, cashFlow.investing, cashFlow.leasePrincipal),
  }),
  nonCash: lineItem("nonCashInvestment", {
    ...flow,
    label: "Non-cash investment: financed and leased",
    meaning: "Assets obtained against debt and lease liabilities.",
    forecast: () => plus(procurement.financed, procurement.leased),
  }),
};
