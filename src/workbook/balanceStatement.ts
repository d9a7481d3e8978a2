import {
  balances,
  credit,
  equity,
  financedDebt,
  intangible,
  leases,
  loans,
  revolver,
  working,
} from "../companies/kingsoftCloud";
import { SHEETS } from "./sheetNames";
import type { Statement } from "./statement";

/** Balance sheet, working capital by cause, credit metrics. */
export const balanceStatement: Statement = {
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
};
