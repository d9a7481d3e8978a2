import {
  ecosystem,
  external,
  kingsoft,
  prices,
  revenue,
  revision,
  xiaomi,
  type PartyLines,
} from "../companies/kingsoftCloud";
import type { LineItem } from "../model";
import { SHEETS } from "./sheetNames";
import type { Statement } from "./statement";

const partyLines = (party: PartyLines): readonly LineItem[] => [
  party.agreed,
  party.yearCap,
  party.cap,
  party.expected,
  party.demand,
  party.revenue,
  party.used,
  party.headroom,
  party.utilisation,
  party.lost,
  party.binds,
  party.bindingQuarter,
  party.stopsBinding,
  party.nextPercent,
];

/** Revenue by product and customer, caps, prices. */
export const revenueStatement: Statement = {
  name: SHEETS.revenue,
  title: "Revenue and related-party caps",
  conventions:
    "Product lens and customer lens give the same total. AI gross billing is billing inside public cloud, not revenue. A cap is a year's limit; quarters show it as in force.",
  blocks: [
    {
      title: "Revenue by product",
      lines: [
        revenue.aiGrossBilling,
        revenue.basicCloud,
        revenue.public,
        revenue.enterprise,
        revenue.other,
        revenue.total,
        revenue.growth,
        revenue.aiShareOfPublic,
      ],
    },
    { title: "Revenue by customer", lines: [revenue.ecosystem, revenue.external, revenue.ecosystemShare] },
    { title: "Xiaomi", lines: [revision.inEffect, ...partyLines(xiaomi)] },
    { title: "Kingsoft", lines: partyLines(kingsoft) },
    {
      title: "Ecosystem: what caps let in, keep out and set free",
      lines: [
        ecosystem.allowed,
        ecosystem.ai,
        ecosystem.basic,
        ecosystem.enterprise,
        ecosystem.lost,
        ecosystem.setFree,
        external.aiAgain,
      ],
    },
    {
      title: "External customers",
      lines: [external.ai, external.aiUnserved, external.basic, external.agentFees, external.enterprise],
    },
    {
      title: "Prices and mix",
      lines: [prices.external, prices.ecosystem, prices.inference, prices.mix],
    },
  ],
};
