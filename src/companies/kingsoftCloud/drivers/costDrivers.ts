import { yearlyDriver } from "./yearlyDriver";
import { driver } from "../../../model";

/** Assumptions on cost of revenue, operating expenses and tax. */
export const costDrivers = {
  idcBasic: driver("idcRatioBasic", "Racks and bandwidth of basic cloud", "%"),
  rackAi: driver("rackRatioAi", "Racks of AI equipment a quarter", "%"),
  powerAi: driver("powerRatioAi", "Power of AI capacity in use", "%"),
  idcSaving: yearlyDriver("idcSaving", "Saving on racks, bandwidth and power a quarter", "%"),
  upfront: driver("upfrontRatio", "Cost of equipment awaiting service a quarter", "%"),
  spotShare: driver("spotShare", "Cost of capacity rented to serve contracts", "%"),
  solutionRatio: driver("solutionRatio", "Solution costs of enterprise cloud", "%"),
  fulfilmentRatio: driver("fulfilmentRatio", "Fulfilment costs of enterprise cloud", "%"),
  otherCostRatio: driver("otherCostRatio", "Other costs of revenue", "%"),
  costFade: driver("costMarkFade", "Fading of what the last quarter's cash cost missed, a quarter", "%"),
  poolRevenueShare: driver("poolRevenueShare", "Suppliers' share of resource-pool billing", "%"),
  agentFee: driver("agentFee", "Agent fee on customers' spend", "%"),
  depreciationInCost: driver("depreciationInCost", "Part of depreciation in cost of revenue", "%"),
  researchShare: driver(
    "researchShareOfOpex",
    "Research and development part of running expenses at the start",
    "%",
  ),
  sellingShare: driver(
    "sellingShareOfOpex",
    "Selling and marketing part of running expenses at the start",
    "%",
  ),
  opexGrowth: yearlyDriver("opexGrowth", "Running expense growth a quarter", "%"),
  creditLoss: yearlyDriver("creditLoss", "Credit losses a quarter", "RMB m"),
  amortisation: driver("amortisationRunRate", "Amortisation of acquired intangibles a quarter", "RMB m"),
  sbcInCost: driver("sbcInCost", "Share-based pay in cost a quarter", "RMB m"),
  sbcInOpex: driver("sbcInOpex", "Share-based pay in operating expenses a quarter", "RMB m"),
  sbcResearch: driver(
    "sbcResearchShare",
    "Research and development part of share-based pay in expenses",
    "%",
  ),
  sbcSelling: driver("sbcSellingShare", "Selling and marketing part of share-based pay in expenses", "%"),
  otherIncome: yearlyDriver("otherIncome", "Other income a quarter", "RMB m"),
  otherIncomeOfReports: driver(
    "otherIncomeOfReports",
    "Other income of a reported quarter that does not give it",
    "RMB m",
  ),
  foreignExchange: driver("foreignExchange", "Foreign exchange gain a quarter", "RMB m"),
  taxRate: driver("taxRate", "Tax rate", "%"),
  openingLosses: driver("openingTaxLosses", "Tax losses carried forward at the start", "RMB m"),
  minorityShare: driver("minorityShare", "Non-controlling part of the net result", "%"),
  idleThreshold: driver(
    "impairmentThreshold",
    "Use of AI capacity below which idle equipment is impaired",
    "%",
  ),
  impairmentBooked: driver("impairmentBooked", "Booked part of the indicated impairment", "%"),
} as const;
