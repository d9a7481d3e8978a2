import {
  alarms,
  capacity,
  cluster,
  debt,
  equipment,
  equity,
  financedDebt,
  impairment,
  intangible,
  leases,
  loans,
  need,
  owned,
  procurement,
  revolver,
  rightOfUse,
} from "../companies/kingsoftCloud";
import { SHEETS } from "./sheetNames";
import type { Statement } from "./statement";

/** Procurement, capacity, cluster economics and the schedules of assets and debt. */
export const capexStatement: Statement = {
  name: SHEETS.capex,
  title: "Capital expenditure, capacity and schedules",
  conventions:
    "Additions and balances are positive. Leased and financed purchases are not cash at the start. Capacity is what the fleet could bill a quarter if sold out, at opening prices.",
  blocks: [
    {
      title: "What contracts need, one service lag ahead",
      lines: [need.ecosystem, need.external, need.capacity, need.underway, need.missing],
    },
    {
      title: "Infrastructure procured",
      lines: [
        procurement.wanted,
        procurement.limit,
        procurement.capexCompanyBasis,
        procurement.owned,
        procurement.leased,
        procurement.pool,
        procurement.agent,
        procurement.total,
        procurement.financed,
        procurement.cashCapex,
        procurement.awaiting,
      ],
    },
    {
      title: "AI capacity",
      lines: [
        capacity.bought,
        capacity.entering,
        capacity.installed,
        capacity.pool,
        capacity.served,
        capacity.use,
        capacity.rented,
      ],
    },
    { title: "Cluster economics, per RMB of new AI equipment", lines: Object.values(cluster) },
    {
      title: "Owned equipment",
      lines: [
        owned.opening,
        procurement.owned,
        owned.runOff,
        equipment.owned,
        impairment.indicated,
        impairment.booked,
        impairment.stock,
      ],
    },
    {
      title: "Right-of-use assets",
      lines: [rightOfUse.opening, procurement.leased, rightOfUse.runOff, rightOfUse.scheduled],
    },
    {
      title: "Intangibles and depreciation",
      lines: [
        intangible.amortisation,
        intangible.closing,
        intangible.depreciation,
        intangible.depreciationAndAmortisation,
      ],
    },
    {
      title: "Lease liabilities",
      lines: [leases.opening, procurement.leased, leases.runOff, leases.closing],
    },
    { title: "Loans", lines: [loans.drawn, loans.scheduled, loans.early, loans.closing] },
    {
      title: "Financed purchases",
      lines: [financedDebt.opening, procurement.financed, financedDebt.runOff, financedDebt.scheduled],
    },
    {
      title: "Revolver and funding",
      lines: [revolver.cashBefore, revolver.change, revolver.closing, revolver.gap, debt.closing],
    },
    { title: "Equity and shares", lines: [equity.raise, equity.closing, equity.minorities, equity.ads] },
    { title: "Alarms (1 is an alarm)", lines: Object.values(alarms) },
  ],
};
