import { driver, yearlyDriver } from "../driver";

/** Assumptions on procurement of infrastructure, its mix, and the AI capacity it brings into service. */
export const capacityDrivers = {
  procurementMode: driver(
    "procurementMode",
    "Procurement (1 follows contracts inside the envelope, 2 spends the envelope)",
    "choice",
    "1 buys what contracted demand needs one service lag ahead; 2 buys the envelope in even parts whatever demand is.",
  ),
  envelope: yearlyDriver(
    "capexEnvelope",
    "Capital expenditure envelope, company basis",
    "RMB m",
    "Most that may be self-procured and leased in the year; a tight envelope limits external AI revenue.",
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
    "Capacity of suppliers against a share of billing; no asset, no capital expenditure.",
  ),
  agentShare: driver(
    "agentShare",
    "Agent part of procurement at the start",
    "%",
    "Bought for customers against a fee; no asset, no capacity; grows with external AI demand.",
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
    "Capital expenditure of the opening quarter",
    "RMB m",
    "Company basis; stands where it is not reported and comes into service in the forecast.",
  ),
  lag: driver(
    "inServiceLag",
    "Quarters from purchase to service",
    "quarters",
    "Equipment earns and depreciates from service; until then it costs racks and staff.",
  ),
  retirement: driver(
    "fleetRetirement",
    "AI capacity retired a quarter",
    "%",
    "Share of installed capacity that leaves service each quarter.",
  ),
  billingYield: driver(
    "billingYield",
    "AI billing a quarter per RMB of new equipment, sold out",
    "%",
    "At opening prices; sets what procurement earns.",
  ),
  targetUse: driver(
    "targetUse",
    "Target use of AI capacity",
    "%",
    "Contracted demand over this use is the capacity that procurement aims at.",
  ),
  openingUse: driver(
    "openingUse",
    "Use of AI capacity at the start",
    "%",
    "With the opening billing it sizes the capacity installed.",
  ),
  inferenceShare: yearlyDriver(
    "inferenceShare",
    "Inference part of external AI billing at the year's end",
    "%",
    "Mix of inference and model services against training; reached in even steps.",
  ),
  inferenceOpening: driver(
    "inferenceShareOpening",
    "Inference part at the start",
    "%",
    "Mix contained in the opening billing.",
  ),
  inferencePremium: driver(
    "inferencePremium",
    "Price premium of inference",
    "%",
    "On what is billed, over training.",
  ),
} as const;
