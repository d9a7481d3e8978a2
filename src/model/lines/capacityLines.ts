import { expressionOf, minus, over, plus, prior, scalarAt, seriesAt, times } from "../../formula";
import { capacityDrivers as d, revenueDrivers } from "../drivers";
import { lineItem, type Lines } from "../lineItem";
import { clock } from "./clockLines";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";

const inService = () => minus(clock.quarterNumber, d.lag);

/** AI fleet and the billing it can carry: capital expenditure moves revenue only through these rows. */
export const capacity: Lines<
  "additions" | "poolAdditions" | "fleet" | "poolFleet" | "priceIndex" | "capacity"
> = {
  additions: lineItem("aiCapacityAdditions", {
    unit: "RMB m",
    annual: "sum",
    label: "AI capacity procured",
    meaning: "AI part of what is self-procured, leased or pooled; agent volume brings no capacity.",
    history: () => times(procurement.total, d.aiPart),
    forecast: () => times(minus(procurement.total, procurement.agent), d.aiPart),
  }),
  poolAdditions: lineItem("poolCapacityAdditions", {
    unit: "RMB m",
    annual: "sum",
    label: "AI capacity procured, resource pool",
    meaning: "Pooled AI capacity procured; earlier pools are part of other costs.",
    history: () => expressionOf(0),
    forecast: () => times(procurement.pool, d.aiPart),
  }),
  fleet: lineItem("aiFleet", {
    unit: "RMB m",
    annual: "last",
    label: "AI fleet in service, at cost",
    emphasis: "subtotal",
    meaning: "Opens as the fleet that earns the last actual billing at the opening yield and utilisation.",
    atLastActual: () => over(revenue.aiGrossBilling, times(d.billingYield, d.utilisationOpening)),
    forecast: () =>
      plus(times(prior(capacity.fleet), minus(1, d.retirement)), seriesAt(capacity.additions, inService())),
  }),
  poolFleet: lineItem("poolFleet", {
    unit: "RMB m",
    annual: "last",
    label: "AI fleet in service, resource pool",
    meaning: "Suppliers' part of the fleet.",
    atLastActual: () => expressionOf(0),
    forecast: () =>
      plus(
        times(prior(capacity.poolFleet), minus(1, d.retirement)),
        seriesAt(capacity.poolAdditions, inService()),
      ),
  }),
  priceIndex: lineItem("priceIndex", {
    unit: "index",
    annual: "last",
    label: "Price index, external cloud",
    meaning: "1 in the last actual quarter.",
    atLastActual: () => expressionOf(1),
    forecast: () =>
      times(prior(capacity.priceIndex), minus(1, scalarAt(revenueDrivers.priceCut, clock.driverYear))),
  }),
  capacity: lineItem("aiCapacity", {
    unit: "RMB m",
    annual: "sum",
    label: "AI billing capacity",
    emphasis: "total",
    meaning: "Fleet in service times yield times utilisation, at current prices and mix.",
    forecast: () =>
      times(
        capacity.fleet,
        d.billingYield,
        scalarAt(d.utilisation, clock.driverYear),
        over(
          plus(1, times(d.inferencePremium, scalarAt(d.inferenceShare, clock.driverYear))),
          plus(1, times(d.inferencePremium, d.inferenceOpening)),
        ),
        capacity.priceIndex,
      ),
  }),
};
