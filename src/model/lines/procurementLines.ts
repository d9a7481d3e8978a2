import { expressionOf, minus, over, plus, scalarAt, times } from "../../formula";
import { capacityDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../lineItem";
import { clock } from "./clockLines";

const flow = { unit: "RMB m", annual: "sum" } as const;

/** Infrastructure bought in the period, by procurement model. */
export const procurement: Lines<
  "total" | "owned" | "leased" | "pool" | "agent" | "capexCompanyBasis" | "financed" | "cashCapex"
> = {
  total: lineItem("procurementTotal", {
    ...flow,
    label: "Infrastructure procured, all models",
    emphasis: "total",
    meaning:
      "Volume procured, asset or not; history is company-basis capital expenditure, or what guidance leaves.",
    fact: "capexCompanyBasis",
    guidanceStandsIn: true,
    atLastActual: () => expressionOf(d.pipeline),
    forecast: () =>
      over(
        times(scalarAt(d.procurement, clock.driverYear), scalarAt(d.phasing, clock.quarterOfYear)),
        plus(...d.phasing),
      ),
  }),
  owned: lineItem("ownedAdditions", {
    ...flow,
    label: "Self-procured",
    fact: "capexOwned",
    meaning: "Additions to owned equipment, financed purchases included.",
    forecast: () => times(procurement.total, minus(1, d.leasedShare, d.poolShare, d.agentShare)),
  }),
  leased: lineItem("leasedAdditions", {
    ...flow,
    label: "Leased",
    fact: "capexLeased",
    meaning: "Right-of-use assets obtained; not cash at the start.",
    forecast: () => times(procurement.total, d.leasedShare),
  }),
  pool: lineItem("poolVolume", {
    ...flow,
    label: "Resource pool",
    meaning: "Suppliers' capacity used against a share of revenue; no asset.",
    forecast: () => times(procurement.total, d.poolShare),
  }),
  agent: lineItem("agentVolume", {
    ...flow,
    label: "Agent",
    meaning: "Bought for a customer against a fee; no asset.",
    forecast: () => times(procurement.total, d.agentShare),
  }),
  capexCompanyBasis: lineItem("capexCompanyBasis", {
    ...flow,
    label: "Capital expenditure, company basis",
    emphasis: "subtotal",
    fact: "capexCompanyBasis",
    meaning: "Self-procured and leased together, as the company states it.",
    forecast: () => plus(procurement.owned, procurement.leased),
  }),
  financed: lineItem("financedPurchases", {
    ...flow,
    label: "Financed by third parties",
    meaning: "Part of self-procured that is owed as debt; not cash at the start.",
    forecast: () => times(procurement.owned, d.financedShare),
  }),
  cashCapex: lineItem("cashCapex", {
    ...flow,
    label: "Cash capital expenditure",
    fact: "cashCapex",
    meaning: "Paid in cash for self-procured equipment; positive is a payment.",
    forecast: () => minus(procurement.owned, procurement.financed),
  }),
};
