import { driver } from "../../../model";

/** Loans by need, revolver, rates, equity raises and the share count. */
export const financingDrivers = {
  minimumCash: driver("minimumCash", "Minimum cash", "RMB m"),
  cashCeiling: driver("cashCeiling", "Cash above which loans are repaid early", "RMB m"),
  loanShare: driver("loanShareOfCapex", "Term loans drawn, at most, per cash capital expenditure", "%"),
  loanTerm: driver("loanTerm", "Mean remaining term of loans", "quarters"),
  financingTerm: driver("financingTerm", "Repayment of financed purchases over", "quarters"),
  revolverLimit: driver("revolverLimit", "Limit of the revolver", "RMB m"),
  revolverRate: driver("revolverRate", "Interest rate of the revolver, a year", "%"),
  debtRate: driver("debtRate", "Interest rate of debt, a year", "%"),
  leaseRate: driver("leaseRate", "Interest rate of leases, a year", "%"),
  cashYield: driver("cashYield", "Interest earned on cash, a year", "%"),
  raiseAmount: driver("equityRaiseAmount", "Equity raise, net proceeds", "RMB m"),
  raiseQuarter: driver("equityRaiseQuarter", "Quarter of the equity raise", "quarter"),
  raisePrice: driver("equityRaisePrice", "Issue price of the equity raise", "RMB per ADS"),
  awardPrice: driver("awardPrice", "Price at which share-based pay becomes ADS", "RMB per ADS"),
  openingAds: driver("openingAds", "ADS equivalents outstanding", "m ADS"),
} as const;
