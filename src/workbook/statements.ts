import {
  alarms,
  balances,
  capacity,
  cashFlow,
  cluster,
  cost,
  credit,
  debt,
  ecosystem,
  equipment,
  equity,
  external,
  financedDebt,
  gross,
  guideRails,
  impairment,
  income,
  intangible,
  kingsoft,
  leases,
  loans,
  need,
  opex,
  owned,
  perAds,
  prices,
  procurement,
  reported,
  revenue,
  revision,
  revolver,
  rightOfUse,
  working,
  xiaomi,
  type LineItem,
  type PartyLines,
} from "../model";
import { SHEETS } from "./sheetNames";

/** Lines under one title. */
export interface Block {
  readonly title: string;
  readonly lines: readonly LineItem[];
}

/** A sheet that presents lines of the selected scenario. */
export interface Statement {
  readonly name: string;
  readonly title: string;
  readonly conventions: string;
  readonly blocks: readonly Block[];
}

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

/** The statement sheets and what each presents. */
export const STATEMENTS: readonly Statement[] = [
  {
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
  },
  {
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
  },
  {
    name: SHEETS.income,
    title: "Income statement, reported and adjusted",
    conventions:
      "Costs and expenses are positive and subtracted; results are negative for a loss. Adjusted figures follow the company's definitions: operating before share-based pay, impairment and amortisation; net before share-based pay, foreign exchange and impairment.",
    blocks: [
      {
        title: "Revenue",
        lines: [revenue.public, revenue.enterprise, revenue.other, revenue.total, revenue.growth],
      },
      {
        title: "Cost of revenue",
        lines: [
          cost.idc,
          cost.depreciation,
          cost.solution,
          cost.fulfilment,
          cost.upfront,
          cost.pool,
          cost.other,
          cost.total,
          cost.mark,
        ],
      },
      { title: "Gross profit", lines: [gross.profit, gross.margin] },
      {
        title: "Operating expenses, reported",
        lines: [reported.research, reported.selling, reported.general, reported.total, income.impairment],
      },
      {
        title: "Results, reported",
        lines: [
          income.operating,
          income.interestIncome,
          income.interestExpense,
          income.foreignExchange,
          income.otherIncome,
          income.pretax,
          income.tax,
          income.net,
          income.minority,
          income.attributable,
        ],
      },
      {
        title: "From reported to adjusted operating result",
        lines: [
          gross.adjusted,
          gross.adjustedMargin,
          opex.research,
          opex.selling,
          opex.general,
          opex.total,
          income.sbc,
          intangible.amortisation,
          income.adjustedOperating,
          income.adjustedOperatingMargin,
        ],
      },
      {
        title: "Adjusted net result and EBITDA",
        lines: [
          income.adjustedNet,
          intangible.depreciation,
          income.adjustedEbitda,
          income.ebitdaMargin,
          income.ebitdaAfterLeases,
          credit.oneOff,
        ],
      },
      { title: "Per ADS", lines: Object.values(perAds) },
      { title: "Guidance, in the year it was given for", lines: Object.values(guideRails) },
    ],
  },
  {
    name: SHEETS.balance,
    title: "Balance sheet and credit metrics",
    conventions:
      "Assets, liabilities and equity are positive. A reported sheet stands where it is whole and ties; loans balance its rounding.",
    blocks: [
      {
        title: "Assets",
        lines: [
          balances.cash,
          balances.restrictedCash,
          balances.receivables,
          balances.prepayments,
          balances.currentAssets,
          balances.ppe,
          balances.rightOfUse,
          intangible.closing,
          balances.goodwill,
          balances.equityInvestments,
          balances.otherNonCurrentAssets,
          balances.totalAssets,
        ],
      },
      {
        title: "Liabilities",
        lines: [
          balances.payables,
          balances.accrued,
          loans.closing,
          financedDebt.scheduled,
          revolver.closing,
          leases.closing,
          balances.totalLiabilities,
        ],
      },
      {
        title: "Equity",
        lines: [equity.closing, equity.minorities, balances.totalEquity, balances.liabilitiesAndEquity],
      },
      { title: "Working capital by cause", lines: Object.values(working) },
      { title: "Credit metrics", lines: Object.values(credit).filter((line) => line !== credit.oneOff) },
    ],
  },
  {
    name: SHEETS.cash,
    title: "Cash flow statement",
    conventions:
      "Positive is an inflow. Interest and tax are inside operations. Financed and leased purchases are shown apart as non-cash.",
    blocks: [
      {
        title: "Operations",
        lines: [
          cashFlow.net,
          cashFlow.depreciation,
          cashFlow.sbc,
          cashFlow.impairment,
          cashFlow.workingCapital,
          cashFlow.operations,
        ],
      },
      { title: "Investing", lines: [cashFlow.capex, cashFlow.creditors, cashFlow.investing] },
      {
        title: "Financing",
        lines: [
          cashFlow.loans,
          cashFlow.repayment,
          cashFlow.leasePrincipal,
          cashFlow.equity,
          cashFlow.revolver,
          cashFlow.financing,
        ],
      },
      {
        title: "Cash",
        lines: [
          cashFlow.opening,
          cashFlow.calculated,
          cashFlow.unexplained,
          cashFlow.netChange,
          cashFlow.closing,
        ],
      },
      { title: "Beside the statement", lines: [cashFlow.freeCashFlow, cashFlow.nonCash] },
    ],
  },
];
