import { capacityDrivers, capDrivers, costDrivers, revenueDrivers, type Driver } from "../../model";

/** Levers that belong together, in the order of the pane. */
export interface LeverGroup {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly drivers: readonly Driver[];
}

const cap = capDrivers;
const capacity = capacityDrivers;

/** The levers of the Scenarios tab. The Inputs sheet has the other assumptions too. */
export const LEVER_GROUPS: readonly LeverGroup[] = [
  {
    id: "caps",
    title: "Caps by party and year",
    meaning: "Yearly limits on related-party revenue before any revision.",
    drivers: [
      cap.basis,
      ...cap.xiaomiAgreed,
      ...cap.kingsoftAgreed,
      cap.impliedCombined,
      cap.usableXiaomi,
      cap.usableKingsoft,
    ],
  },
  {
    id: "revision",
    title: "Revision of the caps",
    meaning: "Uplift by party and year, and the quarter from which it counts.",
    drivers: [cap.upliftQuarter, ...cap.xiaomiUplift, ...cap.kingsoftUplift],
  },
  {
    id: "renewal",
    title: "Renewal after 2027",
    meaning: "Whether, when and at what size the framework is renewed.",
    drivers: [
      cap.renewalInForce,
      cap.renewalXiaomi,
      cap.renewalKingsoft,
      cap.renewalDelay,
      cap.interimShare,
      cap.redeployShare,
    ],
  },
  {
    id: "capex",
    title: "Capital expenditure",
    meaning: "Infrastructure procured a year, and how fast it earns.",
    drivers: [...capacity.procurement, capacity.aiPart, capacity.financedShare, capacity.lag],
  },
  {
    id: "mix",
    title: "Procurement mix",
    meaning: "What is not leased, pooled or bought as agent is self-procured.",
    drivers: [capacity.leasedShare, capacity.poolShare, capacity.agentShare],
  },
  {
    id: "margins",
    title: "Margins",
    meaning: "Rack costs, prices, the training and inference mix, and running costs.",
    drivers: [
      ...costDrivers.idcBasic,
      ...costDrivers.idcAi,
      ...revenueDrivers.priceCut,
      ...capacity.inferenceShare,
      costDrivers.solutionRatio,
      costDrivers.otherCostRatio,
      ...costDrivers.opexGrowth,
    ],
  },
  {
    id: "demand",
    title: "Demand",
    meaning: "Growth before caps and capacity.",
    drivers: [
      ...revenueDrivers.xiaomiGrowth,
      ...revenueDrivers.kingsoftGrowth,
      ...revenueDrivers.externalAiGrowth,
    ],
  },
];
