import { driver, yearlyDriver } from "../driver";

/** Opening balances of the last actual quarter, working capital, useful lives. */
export const openingDrivers = {
  cash: driver("openingCash", "Cash and cash equivalents", "RMB m", "Opening balance."),
  restrictedCash: driver(
    "openingRestrictedCash",
    "Restricted cash",
    "RMB m",
    "Opening balance, held constant.",
  ),
  receivables: driver(
    "openingReceivables",
    "Receivables including related parties",
    "RMB m",
    "Opening balance.",
  ),
  prepayments: driver(
    "openingPrepayments",
    "Prepayments and other current assets",
    "RMB m",
    "Opening balance.",
  ),
  ppeAndRou: driver(
    "openingPpeAndRou",
    "Property, equipment and right-of-use assets",
    "RMB m",
    "Opening net book value, leased servers included.",
  ),
  rou: driver("openingRou", "of which right-of-use assets", "RMB m", "Leased part of the line above."),
  intangibles: driver("openingIntangibles", "Intangible assets", "RMB m", "Opening net book value."),
  goodwill: driver("openingGoodwill", "Goodwill", "RMB m", "Opening balance, held constant."),
  equityInvestments: driver(
    "openingEquityInvestments",
    "Equity investments",
    "RMB m",
    "Opening balance, held constant.",
  ),
  otherNonCurrentAssets: driver(
    "openingOtherNonCurrentAssets",
    "Other non-current assets",
    "RMB m",
    "Opening balance, held constant.",
  ),
  payables: driver("openingPayables", "Accounts payable", "RMB m", "Opening balance."),
  accrued: driver(
    "openingAccrued",
    "Accrued expenses and other liabilities",
    "RMB m",
    "Opening balance; customer prepayments included.",
  ),
  leases: driver(
    "openingLeases",
    "Lease liabilities",
    "RMB m",
    "Opening balance; debt is what balances the sheet after it.",
  ),
  equity: driver(
    "openingEquity",
    "Equity attributable to shareholders",
    "RMB m",
    "Opening balance, proceeds of the autumn 2025 placing included.",
  ),
  minorities: driver("openingMinorities", "Non-controlling interests", "RMB m", "Opening balance."),
  placing: driver(
    "placingProceeds",
    "Net proceeds of the autumn 2025 placing",
    "RMB m",
    "Used by the switch below.",
  ),
  placingInside: driver(
    "placingInsideSeptember",
    "Placing already inside the balances of 30 September 2025 (1 yes, 0 no)",
    "switch",
    "1 takes the proceeds out of the opening equity, and debt is higher.",
  ),
  ads: driver("openingAds", "ADS equivalents outstanding", "m ADS", "Ordinary shares divided by 15."),
} as const;

/** Days outstanding, useful lives and terms. */
export const balanceDrivers = {
  daysInQuarter: driver(
    "daysInQuarter",
    "Days in a quarter",
    "days",
    "Day count of the working-capital formulas.",
  ),
  quartersInYear: driver(
    "quartersInYear",
    "Quarters in a year",
    "quarters",
    "Turns yearly rates into quarterly ones.",
  ),
  receivableDays: driver(
    "receivableDays",
    "Receivable days of revenue",
    "days",
    "More days tie up more cash.",
  ),
  prepaymentDays: driver(
    "prepaymentDays",
    "Prepayment days of revenue",
    "days",
    "More days tie up more cash.",
  ),
  payableDays: driver("payableDays", "Payable days of cost of revenue", "days", "More days free cash."),
  accruedDays: driver(
    "accruedDays",
    "Accrual days of revenue",
    "days",
    "More days free cash; customer prepayments included.",
  ),
  ownedLife: driver(
    "ownedLife",
    "Useful life of new owned equipment",
    "quarters",
    "Straight line from the quarter after purchase.",
  ),
  openingOwnedLife: driver(
    "openingOwnedLife",
    "Remaining life of opening owned equipment",
    "quarters",
    "Straight line.",
  ),
  leaseTerm: driver(
    "leaseTerm",
    "Term of new leases",
    "quarters",
    "Amortisation and principal in equal parts over the term.",
  ),
  openingLeaseTerm: driver(
    "openingLeaseTerm",
    "Remaining term of opening leases",
    "quarters",
    "Amortisation and principal in equal parts.",
  ),
} as const;

/** Loans, revolver, rates, equity raises. */
export const financingDrivers = {
  minimumCash: driver("minimumCash", "Minimum cash", "RMB m", "The revolver is drawn to hold this balance."),
  revolverLimit: driver(
    "revolverLimit",
    "Limit of the revolver",
    "RMB m",
    "Beyond it cash falls below the minimum and the funding gap shows.",
  ),
  revolverRate: driver(
    "revolverRate",
    "Interest rate of the revolver, a year",
    "%",
    "On the opening balance.",
  ),
  debtRate: driver("debtRate", "Interest rate of debt, a year", "%", "On the opening balance."),
  leaseRate: driver("leaseRate", "Interest rate of leases, a year", "%", "On the opening balance."),
  cashYield: driver("cashYield", "Interest earned on cash, a year", "%", "On the opening balance."),
  openingDebtTerm: driver(
    "openingDebtTerm",
    "Repayment of opening debt over",
    "quarters",
    "Equal instalments.",
  ),
  newLoans: yearlyDriver("newLoans", "New loans drawn in the year", "RMB m", "Drawn in four equal parts."),
  newLoanTerm: driver(
    "newLoanTerm",
    "Repayment of new loans over",
    "quarters",
    "Equal instalments from the quarter after drawing.",
  ),
  financingTerm: driver(
    "financingTerm",
    "Repayment of financed purchases over",
    "quarters",
    "Equal instalments from the quarter after purchase.",
  ),
  raiseAmount: driver("equityRaiseAmount", "Equity raise, net proceeds", "RMB m", "Zero for none."),
  raiseQuarter: driver(
    "equityRaiseQuarter",
    "Quarter of the equity raise",
    "quarter",
    "When the proceeds arrive.",
  ),
  raisePrice: driver(
    "equityRaisePrice",
    "Issue price of the equity raise",
    "RMB per ADS",
    "Sets the number of new ADS.",
  ),
} as const;

/** Guidance that results are held against, and the precision of checks. */
export const guidanceDrivers = {
  ebitdaMargin: driver(
    "guidanceEbitdaMargin",
    "EBITDA margin guided by the CFO",
    "%",
    "Guide-rail only; changes no result.",
  ),
  grossMargin: driver(
    "guidanceGrossMargin",
    "Gross margin guided, about",
    "%",
    "Guide-rail only; changes no result.",
  ),
  capex: driver(
    "guidanceCapex",
    "Yearly capital expenditure guided",
    "RMB m",
    "Guide-rail only; changes no result.",
  ),
  checkDigits: driver(
    "checkDigits",
    "Decimals to which checks are rounded",
    "digits",
    "A check fails when a difference rounded to this many decimals is not zero.",
  ),
} as const;
