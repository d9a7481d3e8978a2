import {
  compare,
  largest,
  minus,
  over,
  plus,
  times,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import { costDrivers, valuationDrivers as d } from "../drivers";
import { type Unit, lineItem, type LineItem, type Lines } from "../../../model";
import { bridge, compounded, discounting, firmCash, leasesAreDebt } from "./discountLines";
import { ratioOrZero } from "./formulas";
import { income } from "./incomeLines";
import { revenue } from "./revenueLines";

/** A line of years. */
function yearly(
  id: string,
  unit: Unit,
  label: string,
  meaning: string,
  annual: () => Expression,
  emphasis?: "subtotal" | "total",
): LineItem {
  return lineItem(id, { unit, label, meaning, annual, ...(emphasis === undefined ? {} : { emphasis }) });
}

/** Value of equity at the start of a year, per ADS and brought to the valuation. */
const fromStart = (equityValue: Operand): Expression =>
  times(over(equityValue, bridge.adsAtStart), discounting.start);

/** Enterprise value at the valuation, per ADS. */
const fromFirm = (enterpriseValue: Operand): Expression =>
  over(minus(enterpriseValue, bridge.claimsAtValuation), bridge.adsAtValuation);

/** What each method says an ADS is worth at the valuation. */
export const methods: Lines<
  | "ebitda"
  | "sales"
  | "ebitdaMultiple"
  | "parts"
  | "exitValue"
  | "perpetuityValue"
  | "dcfExit"
  | "dcfPerpetuity"
> = {
  ebitda: yearly(
    "valuedEbitda",
    "RMB m",
    "EBITDA that is valued",
    "Adjusted; after lease payments where leases are no debt.",
    () => when(leasesAreDebt(), income.adjustedEbitda, income.ebitdaAfterLeases),
  ),
  sales: yearly(
    "valueByEvToSales",
    "RMB per ADS",
    "Value by EV to revenue",
    "Multiple of the year's revenue less claims at its start, discounted at the cost of equity.",
    () => fromStart(minus(times(d.evToSales, revenue.total), bridge.claimsAtStart)),
  ),
  ebitdaMultiple: yearly(
    "valueByEvToEbitda",
    "RMB per ADS",
    "Value by EV to EBITDA",
    "Multiple of the year's EBITDA less claims at its start, discounted at the cost of equity.",
    () => fromStart(minus(times(d.evToEbitda, methods.ebitda), bridge.claimsAtStart)),
  ),
  parts: yearly(
    "valueBySumOfParts",
    "RMB per ADS",
    "Value by sum of parts",
    "AI billing and other revenue of the year, each at its price to sales, discounted at the cost of equity.",
    () =>
      fromStart(
        plus(
          times(d.aiToSales, revenue.aiGrossBilling),
          times(d.otherToSales, minus(revenue.total, revenue.aiGrossBilling)),
        ),
      ),
  ),
  exitValue: yearly(
    "exitValue",
    "RMB m",
    "Enterprise value at the year end by exit multiple",
    "Multiple of the year's EBITDA.",
    () => times(d.exitMultiple, methods.ebitda),
  ),
  perpetuityValue: yearly(
    "perpetuityValue",
    "RMB m",
    "Enterprise value at the year end by perpetuity",
    "Steady-state profit after tax of the year after, less what growth reinvests, over cost of capital less growth.",
    () =>
      over(
        times(
          revenue.total,
          d.steadyMargin,
          minus(1, costDrivers.taxRate),
          plus(1, d.terminalGrowth),
          minus(1, over(d.terminalGrowth, d.steadyReturn)),
        ),
        largest(d.leastSpread, minus(discounting.capital, d.terminalGrowth)),
      ),
  ),
  dcfExit: yearly(
    "valueByDcfExit",
    "RMB per ADS",
    "Value by DCF with an exit multiple",
    "Cash flow up to the year end and the exit value, less claims at the valuation.",
    () => fromFirm(plus(firmCash.toDate, times(methods.exitValue, discounting.closing))),
  ),
  dcfPerpetuity: yearly(
    "valueByDcfPerpetuity",
    "RMB per ADS",
    "Value by DCF with a perpetuity",
    "Cash flow up to the year end and the perpetuity, less claims at the valuation.",
    () => fromFirm(plus(firmCash.toDate, times(methods.perpetuityValue, discounting.closing))),
  ),
};

const WEIGHTED = [
  [d.weightSales, methods.sales],
  [d.weightEbitda, methods.ebitdaMultiple],
  [d.weightParts, methods.parts],
  [d.weightExit, methods.dcfExit],
  [d.weightPerpetuity, methods.dcfPerpetuity],
] as const;

/** Target price, and what the market price implies. */
export const target: Lines<
  | "weights"
  | "fair"
  | "price"
  | "priceHk"
  | "upside"
  | "weighted"
  | "marketValue"
  | "marketEnterprise"
  | "marketSales"
  | "marketEbitda"
  | "marketPrice"
  | "hongKong"
> = {
  weights: yearly("weightOfMethods", "%", "Weight of all methods", "What each weight is relative to.", () =>
    plus(...WEIGHTED.map(([weight]) => weight)),
  ),
  fair: yearly(
    "fairValuePerAds",
    "RMB per ADS",
    "Value by all methods, weighted",
    "0 where no method has a weight; negative where claims exceed what the firm is worth.",
    () => ratioOrZero(plus(...WEIGHTED.map(([weight, method]) => times(weight, method))), target.weights),
    "subtotal",
  ),
  price: yearly(
    "targetPrice",
    "USD per ADS",
    "Target price per ADS",
    "Weighted value grown by the cost of equity to the day of the target; not below zero.",
    () =>
      when(
        compare(target.fair, "<=", 0),
        0,
        over(times(target.fair, compounded(discounting.equity, d.targetQuarters)), d.usdCny),
      ),
    "total",
  ),
  priceHk: yearly(
    "targetPriceHk",
    "HKD per share",
    "Target price per ordinary share",
    "Of the ADS, in Hong Kong dollars.",
    () => over(times(target.price, d.hkdPerUsd), d.sharesPerAds),
  ),
  upside: yearly(
    "targetUpside",
    "%",
    "Upside to the price of the ADS",
    "Target price over price; a target below it is negative.",
    () => minus(over(target.price, d.adsPrice), 1),
  ),
  weighted: yearly(
    "targetPriceByProbability",
    "USD per ADS",
    "Target price times the scenario's probability",
    "Added up over scenarios and divided by the sum of probabilities it is the expected target.",
    () => times(target.price, d.probability),
  ),
  marketValue: yearly(
    "equityValueAtMarket",
    "RMB m",
    "Equity value at the market price",
    "ADS equivalents at the valuation at the price of the ADS.",
    () => times(d.adsPrice, d.usdCny, bridge.adsAtValuation),
  ),
  marketEnterprise: yearly(
    "enterpriseValueAtMarket",
    "RMB m",
    "Enterprise value at the market price",
    "Equity value at that price plus net claims at the valuation.",
    () => plus(target.marketValue, bridge.claimsAtValuation),
    "subtotal",
  ),
  marketSales: yearly("evToSalesAtMarket", "x", "EV to revenue at the market price", "Of the year.", () =>
    over(target.marketEnterprise, revenue.total),
  ),
  marketEbitda: yearly(
    "evToEbitdaAtMarket",
    "x",
    "EV to EBITDA at the market price",
    "Of the year; 0 where EBITDA is not positive.",
    () => ratioOrZero(target.marketEnterprise, methods.ebitda),
  ),
  marketPrice: yearly(
    "priceToSalesAtMarket",
    "x",
    "Price to revenue at the market price",
    "Of the year.",
    () => over(target.marketValue, revenue.total),
  ),
  hongKong: lineItem("hongKongPremium", {
    unit: "%",
    annual: "last",
    label: "Hong Kong price above (below) the ADS",
    meaning: "At the exchange rates given.",
    forecast: () => minus(over(times(d.sharePriceHk, d.sharesPerAds), times(d.adsPrice, d.hkdPerUsd)), 1),
  }),
};
