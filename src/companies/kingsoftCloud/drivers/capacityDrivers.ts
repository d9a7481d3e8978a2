import { yearlyDriver } from "./yearlyDriver";
import { driver } from "../../../model";

/** Assumptions on procurement of infrastructure, its mix, and the AI capacity it brings into service. */
export const capacityDrivers = {
  procurementMode: driver(
    "procurementMode",
    "Procurement (1 follows contracts inside the envelope, 2 spends the envelope)",
    "choice",
  ),
  envelope: yearlyDriver("capexEnvelope", "Capital expenditure envelope, company basis", "RMB m"),
  leasedShare: driver("leasedShare", "Leased part of procurement", "%"),
  poolShare: driver("poolShare", "Resource-pool part of procurement", "%"),
  agentShare: driver("agentShare", "Agent part of procurement at the start", "%"),
  financedShare: driver("financedShare", "Financed part of self-procured assets", "%"),
  aiPart: driver("aiShareOfProcurement", "AI part of procurement", "%"),
  pipeline: driver("procurementPipeline", "Capital expenditure of the opening quarter", "RMB m"),
  lag: driver("inServiceLag", "Quarters from purchase to service", "quarters"),
  retirement: driver("fleetRetirement", "AI capacity retired a quarter", "%"),
  billingYield: driver("billingYield", "AI billing a quarter per RMB of new equipment, sold out", "%"),
  targetUse: driver("targetUse", "Target use of AI capacity", "%"),
  openingUse: driver("openingUse", "Use of AI capacity at the start", "%"),
  inferenceShare: yearlyDriver(
    "inferenceShare",
    "Inference part of external AI billing at the year's end",
    "%",
  ),
  inferenceOpening: driver("inferenceShareOpening", "Inference part at the start", "%"),
  inferencePremium: driver("inferencePremium", "Price premium of inference", "%"),
} as const;
