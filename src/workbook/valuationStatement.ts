import {
  balances,
  bridge,
  debt,
  discounting,
  equity,
  firmCash,
  leases,
  methods,
  revolver,
  target,
} from "../companies/kingsoftCloud";
import { SHEETS } from "./sheetNames";
import type { Statement } from "./statement";

/** Valuation of the scenario shown: target, methods, cash flow to the firm, bridge to equity, cost of capital. */
export const valuationStatement: Statement = {
  name: SHEETS.valuation,
  title: "Valuation",
  conventions:
    "Values are at the quarter of the valuation, per ADS in RMB; the target is later by the chosen quarters, in US dollars. Claims are positive, net cash is negative. Share-based pay is a cost; leases stand in debt or in cash flow, never in both.",
  blocks: [
    {
      title: "Target price",
      lines: [target.price, target.priceHk, target.upside, target.fair, discounting.headline],
    },
    {
      title: "Value by method, RMB per ADS",
      lines: [methods.sales, methods.ebitdaMultiple, methods.parts, methods.dcfExit, methods.dcfPerpetuity],
    },
    {
      title: "At the market price",
      lines: [
        target.marketValue,
        target.marketEnterprise,
        target.marketSales,
        target.marketEbitda,
        target.marketPrice,
        target.hongKong,
      ],
    },
    {
      title: "From enterprise value to equity value",
      lines: [
        debt.closing,
        revolver.closing,
        leases.closing,
        equity.minorities,
        balances.cash,
        balances.restrictedCash,
        balances.equityInvestments,
        bridge.claims,
        bridge.claimsAtValuation,
        bridge.claimsAtStart,
        equity.ads,
        bridge.adsAtValuation,
        bridge.adsAtStart,
      ],
    },
    { title: "Free cash flow to the firm", lines: Object.values(firmCash) },
    {
      title: "Values at the end of the forecast",
      lines: [methods.ebitda, methods.exitValue, methods.perpetuityValue],
    },
    {
      title: "Cost of capital and discounting",
      lines: [
        discounting.ahead,
        discounting.equity,
        discounting.capital,
        discounting.middle,
        discounting.closing,
        discounting.start,
      ],
    },
  ],
};
