import { driver, yearlyDriver } from "../driver";

/** Assumptions on procurement of infrastructure, its mix, and the AI capacity it brings into service. */
export const capacityDrivers = {
  procurement: yearlyDriver(
    "procurement",
    "Infrastructure procured, all models",
    "RMB m",
    "Yearly volume: self-procured, leased, resource pool and agent together.",
  ),
  phasing: ["Q1", "Q2", "Q3", "Q4"].map((quarter) =>
    driver(
      `phasing${quarter}`,
      `Procurement weight of ${quarter}`,
      "weight",
      "Relative weight of the quarter in the year's procurement.",
    ),
  ),
  leasedShare: driver(
    "leasedShare",
    "Leased part of procurement",
    "%",
    "Right-of-use assets and lease liabilities; not cash at the start.",
  ),
  poolShare: driver(
    "poolShare",
    "Resource-pool part of procurement",
    "%",
    "Capacity of suppliers against a share of revenue; no asset.",
  ),
  agentShare: driver(
    "agentShare",
    "Agent part of procurement",
    "%",
    "Bought for a customer against a fee; no asset, no capacity.",
  ),
  financedShare: driver(
    "financedShare",
    "Financed part of self-procured assets",
    "%",
    "Paid by third parties and owed as debt; not cash at the start.",
  ),
  aiPart: driver("aiShareOfProcurement", "AI part of procurement", "%", "The rest brings no AI capacity."),
  pipeline: driver(
    "procurementPipeline",
    "Procured in the last actual quarter",
    "RMB m",
    "Comes into service during the forecast.",
  ),
  lag: driver(
    "inServiceLag",
    "Quarters from purchase to service",
    "quarters",
    "New clusters cost from the next quarter but earn after this lag.",
  ),
  retirement: driver(
    "fleetRetirement",
    "AI fleet retired a quarter",
    "%",
    "Share of the fleet that leaves service each quarter.",
  ),
  billingYield: driver(
    "billingYield",
    "AI billing a quarter per RMB of fleet, fully used",
    "%",
    "Sets what the fleet can bill.",
  ),
  utilisation: yearlyDriver(
    "utilisation",
    "Utilisation of the AI fleet",
    "%",
    "Used part of the fleet in service.",
  ),
  utilisationOpening: driver(
    "utilisationOpening",
    "Utilisation at the start",
    "%",
    "With the yield it sizes the opening fleet.",
  ),
  inferenceShare: yearlyDriver(
    "inferenceShare",
    "Inference part of AI billing",
    "%",
    "Mix of inference and model API services against training.",
  ),
  inferenceOpening: driver(
    "inferenceShareOpening",
    "Inference part at the start",
    "%",
    "Mix contained in the opening yield.",
  ),
  inferencePremium: driver(
    "inferencePremium",
    "Yield premium of inference",
    "%",
    "What a fleet earns more on inference than on training.",
  ),
} as const;
