import type { Driver } from "../../model";
import {
  capacityDrivers as capacity,
  capDrivers as cap,
  costDrivers as cost,
  financingDrivers as financing,
  revenueDrivers as revenue,
} from "./drivers";

/** Levers that belong together, in the order of the pane. */
export interface LeverGroup {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly drivers: readonly Driver[];
}

/** The levers of the Scenarios tab, what an analyst flexes first on top. The Inputs sheet has the other assumptions too. */
export const LEVER_GROUPS: readonly LeverGroup[] = [
  {
    id: "caps",
    title: "Caps and their revision",
    meaning: "Uplift by party and year, the quarter from which it counts, and the caps before it.",
    drivers: [
      ...cap.xiaomiUplift,
      ...cap.kingsoftUplift,
      cap.upliftQuarter,
      ...cap.xiaomiAgreed,
      ...cap.kingsoftAgreed,
    ],
  },
  {
    id: "renewal",
    title: "Renewal after the framework",
    meaning:
      "Whether, when and at what size the framework is renewed, and what becomes of capacity set free.",
    drivers: [
      cap.renewalInForce,
      cap.renewalXiaomi,
      cap.renewalKingsoft,
      cap.renewalDelay,
      cap.interimShare,
      cap.redeployShare,
      cap.redeployRamp,
      cap.redeployDiscount,
    ],
  },
  {
    id: "demand",
    title: "Demand",
    meaning: "Growth of volume before caps and capacity.",
    drivers: [
      ...revenue.xiaomiGrowth,
      ...revenue.kingsoftGrowth,
      ...revenue.externalAiGrowth,
      ...revenue.externalBasicGrowth,
      ...revenue.externalEnterpriseGrowth,
    ],
  },
  {
    id: "prices",
    title: "Prices and mix",
    meaning: "Price cuts, what they bring back in volume, and training against inference.",
    drivers: [
      ...revenue.priceCut,
      ...revenue.ecosystemPriceCut,
      revenue.elasticity,
      ...capacity.inferenceShare,
      capacity.inferencePremium,
    ],
  },
  {
    id: "capex",
    title: "Procurement",
    meaning: "What may be bought a year, what contracts ask for, and how fast it earns.",
    drivers: [
      capacity.procurementMode,
      ...capacity.envelope,
      capacity.targetUse,
      capacity.billingYield,
      capacity.lag,
      capacity.aiPart,
      capacity.retirement,
    ],
  },
  {
    id: "mix",
    title: "Procurement mix",
    meaning: "What is not leased, pooled or bought as agent is self-procured.",
    drivers: [capacity.leasedShare, capacity.poolShare, capacity.agentShare, capacity.financedShare],
  },
  {
    id: "costs",
    title: "Costs",
    meaning: "Racks, power, savings on them, solution costs, pools and running costs.",
    drivers: [
      cost.rackAi,
      cost.powerAi,
      cost.idcBasic,
      ...cost.idcSaving,
      cost.costFade,
      cost.solutionRatio,
      cost.poolRevenueShare,
      cost.otherCostRatio,
      ...cost.opexGrowth,
    ],
  },
  {
    id: "financing",
    title: "Financing",
    meaning: "Cash to hold, loans and the revolver that hold it, rates, and an equity raise.",
    drivers: [
      financing.minimumCash,
      financing.loanShare,
      financing.revolverLimit,
      financing.debtRate,
      financing.leaseRate,
      financing.raiseAmount,
      financing.raiseQuarter,
      financing.raisePrice,
    ],
  },
  {
    id: "capUse",
    title: "How caps are used",
    meaning: "Paced, first come or filed again; what part is usable; on which basis caps are read.",
    drivers: [
      cap.pacing,
      cap.refileThreshold,
      cap.refileStep,
      cap.refileDelay,
      cap.usableXiaomi,
      cap.usableKingsoft,
      cap.basis,
      cap.impliedCombined,
    ],
  },
];
