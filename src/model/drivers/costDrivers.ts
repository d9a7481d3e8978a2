import { driver, yearlyDriver } from "../driver";

/** Assumptions on cost of revenue, operating expenses and tax. */
export const costDrivers = {
  idcBasic: yearlyDriver(
    "idcRatioBasic",
    "IDC costs of basic cloud at constant prices",
    "%",
    "Racks and bandwidth against basic cloud volume; lower is more efficient.",
  ),
  idcAi: yearlyDriver(
    "idcRatioAi",
    "IDC costs of AI capacity at constant prices",
    "%",
    "Racks of the fleet in service, used or not.",
  ),
  depreciationInCost: driver(
    "depreciationInCost",
    "Part of depreciation in cost of revenue",
    "%",
    "The rest is in operating expenses.",
  ),
  solutionRatio: driver(
    "solutionRatio",
    "Solution costs of enterprise cloud",
    "%",
    "Solution development and services against enterprise revenue.",
  ),
  fulfilmentRatio: driver(
    "fulfilmentRatio",
    "Fulfilment costs of enterprise cloud",
    "%",
    "Against enterprise revenue.",
  ),
  otherCostRatio: driver(
    "otherCostRatio",
    "Other costs of revenue",
    "%",
    "Against total revenue, share-based pay in cost included.",
  ),
  poolRevenueShare: driver(
    "poolRevenueShare",
    "Suppliers' share of resource-pool billing",
    "%",
    "Cost of capacity that suppliers own.",
  ),
  agentFee: driver(
    "agentFee",
    "Agent fee on customers' spend",
    "%",
    "Revenue per RMB bought and run for a customer.",
  ),
  researchRunRate: driver(
    "researchRunRate",
    "Research and development a quarter",
    "RMB m",
    "Adjusted, at the start.",
  ),
  sellingRunRate: driver(
    "sellingRunRate",
    "Selling and marketing a quarter",
    "RMB m",
    "Adjusted, before amortisation of acquired intangibles, at the start.",
  ),
  generalRunRate: driver(
    "generalRunRate",
    "General and administrative a quarter",
    "RMB m",
    "Adjusted, before depreciation and credit losses, at the start.",
  ),
  opexGrowth: yearlyDriver(
    "opexGrowth",
    "Operating expense growth a quarter",
    "%",
    "Growth of the three run rates, quarter on quarter.",
  ),
  creditLoss: yearlyDriver(
    "creditLoss",
    "Credit losses a quarter",
    "RMB m",
    "Charge (positive) or reversal (negative), kept apart from running costs.",
  ),
  amortisation: driver(
    "amortisationRunRate",
    "Amortisation of acquired intangibles a quarter",
    "RMB m",
    "Until the intangibles are used up; added back in adjusted figures.",
  ),
  sbcInCost: driver(
    "sbcInCost",
    "Share-based pay in cost a quarter",
    "RMB m",
    "Added back in adjusted gross profit.",
  ),
  sbcInOpex: driver(
    "sbcInOpex",
    "Share-based pay in operating expenses a quarter",
    "RMB m",
    "Added back in the adjusted operating result.",
  ),
  otherIncome: yearlyDriver(
    "otherIncome",
    "Other income a quarter",
    "RMB m",
    "Running level; the one-off of 3Q25 does not run on.",
  ),
  foreignExchange: driver(
    "foreignExchange",
    "Foreign exchange gain a quarter",
    "RMB m",
    "Not forecast in the Base case.",
  ),
  taxRate: driver(
    "taxRate",
    "Tax rate on a positive result",
    "%",
    "No tax is charged or credited on losses.",
  ),
  minorityShare: driver(
    "minorityShare",
    "Non-controlling part of the net result",
    "%",
    "Share of profit or loss that belongs to minorities.",
  ),
} as const;
