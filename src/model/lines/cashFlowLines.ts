import { expressionOf, minus, negate, plus, prior } from "../../formula";
import { lineItem, type Lines } from "../lineItem";
import { balances } from "./balanceLines";
import { debt, equity, loansDrawn, revolver } from "./financingLines";
import { income } from "./incomeLines";
import { procurement } from "./procurementLines";
import { intangible, leases } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;

/** Cash flow statement; positive is an inflow. */
export const cashFlow: Lines<
  | "net"
  | "depreciation"
  | "sbc"
  | "workingCapital"
  | "operations"
  | "capex"
  | "investing"
  | "loans"
  | "repayment"
  | "leasePrincipal"
  | "equity"
  | "financingBeforeRevolver"
  | "revolver"
  | "financing"
  | "netChange"
  | "opening"
  | "closing"
  | "freeCashFlow"
  | "nonCash"
> = {
  net: lineItem("cashNetResult", {
    ...flow,
    label: "Net result",
    meaning: "From the income statement.",
    forecast: () => expressionOf(income.net),
  }),
  depreciation: lineItem("depreciationAmortisation", {
    ...flow,
    label: "Depreciation and amortisation",
    fact: "depreciationAmortisation",
    meaning: "Equipment and acquired intangibles, added back.",
    forecast: () => plus(intangible.depreciation, intangible.amortisation),
  }),
  sbc: lineItem("cashShareBasedPay", {
    ...flow,
    label: "Share-based pay",
    meaning: "Added back.",
    forecast: () => expressionOf(income.sbc),
  }),
  workingCapital: lineItem("workingCapitalChange", {
    ...flow,
    label: "Change in working capital",
    meaning: "Receivables, prepayments, payables and accruals; positive frees cash.",
    forecast: () =>
      minus(
        plus(
          prior(balances.receivables),
          prior(balances.prepayments),
          minus(balances.payables, prior(balances.payables)),
          minus(balances.accrued, prior(balances.accrued)),
        ),
        balances.receivables,
        balances.prepayments,
      ),
  }),
  operations: lineItem("cashFromOperations", {
    ...flow,
    label: "Cash flow from operations",
    emphasis: "total",
    fact: "cashFromOperations",
    meaning: "Interest and tax paid included.",
    forecast: () => plus(cashFlow.net, cashFlow.depreciation, cashFlow.sbc, cashFlow.workingCapital),
  }),
  capex: lineItem("cashCapexFlow", {
    ...flow,
    label: "Capital expenditure paid in cash",
    meaning: "Financed and leased purchases are not cash.",
    forecast: () => negate(procurement.cashCapex),
  }),
  investing: lineItem("cashFromInvesting", {
    ...flow,
    label: "Cash flow from investing",
    emphasis: "total",
    fact: "cashFromInvesting",
    meaning: "Positive is an inflow.",
    forecast: () => expressionOf(cashFlow.capex),
  }),
  loans: lineItem("loansFlow", {
    ...flow,
    label: "New loans",
    meaning: "Drawn in cash.",
    forecast: () => expressionOf(loansDrawn),
  }),
  repayment: lineItem("repaymentFlow", {
    ...flow,
    label: "Repayment of debt",
    meaning: "Loans and financed purchases.",
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
  financingBeforeRevolver: lineItem("financingBeforeRevolver", {
    ...flow,
    label: "Financing before the revolver",
    emphasis: "subtotal",
    meaning: "Sum of the lines above.",
    forecast: () => plus(cashFlow.loans, cashFlow.repayment, cashFlow.leasePrincipal, cashFlow.equity),
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
    forecast: () => plus(cashFlow.financingBeforeRevolver, cashFlow.revolver),
  }),
  netChange: lineItem("netChangeInCash", {
    ...flow,
    label: "Net change in cash",
    emphasis: "total",
    fact: "netChangeInCash",
    meaning: "History includes restricted cash and exchange effects.",
    forecast: () => plus(cashFlow.operations, cashFlow.investing, cashFlow.financing),
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
    meaning: "Operations less cash capital expenditure less principal of leases.",
    forecast: () => plus(cashFlow.operations, cashFlow.capex, cashFlow.leasePrincipal),
  }),
  nonCash: lineItem("nonCashInvestment", {
    ...flow,
    label: "Non-cash investment: financed and leased",
    meaning: "Assets obtained against debt and lease liabilities.",
    forecast: () => plus(procurement.financed, procurement.leased),
  }),
};
