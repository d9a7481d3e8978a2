import { cashFlow } from "../companies/kingsoftCloud";
import { SHEETS } from "./sheetNames";
import type { Statement } from "./statement";

/** Cash flow statement. */
export const cashStatement: Statement = {
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
};
