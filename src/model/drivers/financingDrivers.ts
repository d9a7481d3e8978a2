import { driver } from "../driver";

/** Loans by need, revolver, rates, equity raises and the share count. */
export const financingDrivers = {
  minimumCash: driver(
    "minimumCash",
    "Minimum cash",
    "RMB m",
    "Loans and then the revolver are drawn to hold this balance.",
  ),
  cashCeiling: driver(
    "cashCeiling",
    "Cash above which loans are repaid early",
    "RMB m",
    "What is above it repays term loans; equity raised repays too.",
  ),
  loanShare: driver(
    "loanShareOfCapex",
    "Term loans drawn, at most, per cash capital expenditure",
    "%",
    "Banks lend against equipment; drawn only as far as cash needs it.",
  ),
  loanTerm: driver(
    "loanTerm",
    "Mean remaining term of loans",
    "quarters",
    "Scheduled repayment is the balance over the term.",
  ),
  financingTerm: driver(
    "financingTerm",
    "Repayment of financed purchases over",
    "quarters",
    "Equal instalments from the quarter after purchase.",
  ),
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
  awardPrice: driver(
    "awardPrice",
    "Price at which share-based pay becomes ADS",
    "RMB per ADS",
    "Share-based pay over this price is new ADS; a lower price dilutes more.",
  ),
  openingAds: driver(
    "openingAds",
    "ADS equivalents outstanding",
    "m ADS",
    "Ordinary shares divided by 15, at the start.",
  ),
} as const;
