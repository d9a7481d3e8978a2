import {
  expressionOf,
  factOf,
  isKnown,
  minus,
  over,
  plus,
  prior,
  smallest,
  times,
  vintages,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import { balanceDrivers as d, costDrivers, financingDrivers } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { clock } from "./clockLines";
import { beforeLag } from "./formulas";
import { impairment } from "./impairmentLines";
import { procurement } from "./procurementLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const balance = { unit: "RMB m", annual: "last" } as const;

/** Names of a balance that runs off in equal parts: the opening amount over its remaining life, each addition over its own. */
export type RunOffLines = Lines<
  "opening" | "instalment" | "openingLeft" | "openingRunOff" | "newRunOff" | "runOff" | "scheduled"
>;

/** What a run-off schedule is made of. */
export interface RunOffOptions {
  readonly id: string;
  readonly label: string;
  /** Noun for what runs off, e.g. "depreciation". */
  readonly runOff: string;
  /** Balance at the opening, as reported, and the part of it that runs off from the opening. */
  readonly openingBalance: () => Operand;
  readonly openingAmount: () => Operand;
  readonly openingLife: Operand;
  /** Part by which the instalment on the opening balance falls each quarter, as older items end. */
  readonly decline?: Operand;
  readonly life: Operand;
  readonly additions: LineItem;
  /** What starts to run off, and when: from the quarter itself or from the next. */
  readonly starting: LineItem;
  readonly from: "itself" | "next";
  /** The balance as it stands, where a reported one may differ from the schedule. */
  readonly balance?: () => LineItem;
  /** Run-off reported beyond the schedule. */
  readonly beyond?: () => LineItem;
}

/** Roll-forward of a balance: opening + additions − run-off = closing; a reported closing balance scales what is left of the opening. */
export function runOffLines(options: RunOffOptions): RunOffLines {
  const { id, label, runOff, openingAmount, openingBalance, openingLife, life, additions, starting, from } =
    options;
  const closing = (): LineItem => options.balance?.() ?? lines.scheduled;
  const corrected = (amount: Expression, part: (correction: Expression) => Expression): Expression =>
    options.balance ? plus(amount, part(minus(closing(), lines.scheduled))) : amount;
  const lessBeyond = (amount: Expression): Expression =>
    options.beyond ? minus(amount, options.beyond()) : amount;
  const lines: RunOffLines = {
    opening: lineItem(`${id}Opening`, {
      unit: "RMB m",
      annual: "none",
      label: `${label}: opening`,
      meaning: "Closing balance of the quarter before.",
      forecast: () => prior(closing()),
    }),
    instalment: lineItem(`${id}Instalment`, {
      unit: "RMB m",
      annual: "none",
      label: `${label}: ${runOff} a quarter on the opening balance`,
      meaning:
        "Opening balance in equal parts over its remaining life; a reported balance adds its difference over the life of new ones.",
      opening: () => over(openingAmount(), openingLife),
      forecast: () =>
        corrected(
          options.decline === undefined
            ? prior(lines.instalment)
            : times(prior(lines.instalment), minus(1, options.decline)),
          (correction) => over(correction, life),
        ),
    }),
    openingRunOff: lineItem(`${id}OpeningRunOff`, {
      ...flow,
      label: `${label}: ${runOff} of the opening balance`,
      meaning: "The instalment until nothing is left.",
      forecast: () => smallest(prior(lines.instalment), prior(lines.openingLeft)),
    }),
    openingLeft: lineItem(`${id}OpeningLeft`, {
      ...balance,
      label: `${label}: what is left of the opening balance`,
      meaning: "Opening balance less its run-off so far, with what reported balances differed.",
      opening: () => expressionOf(openingAmount()),
      forecast: () =>
        corrected(
          lessBeyond(minus(prior(lines.openingLeft), lines.openingRunOff)),
          (correction) => correction,
        ),
    }),
    newRunOff: lineItem(`${id}NewRunOff`, {
      ...flow,
      label: `${label}: ${runOff} of additions`,
      meaning:
        from === "itself"
          ? "Each addition in equal parts from its service."
          : "Each addition in equal parts from the quarter after.",
      forecast: () => over(vintages(starting, clock.quarterNumber, life, from), life),
    }),
    runOff: lineItem(`${id}RunOff`, {
      ...flow,
      label: `${label}: ${runOff}`,
      emphasis: "subtotal",
      meaning: "On the opening balance and on additions.",
      opening: () => over(openingAmount(), openingLife),
      forecast: () => plus(lines.openingRunOff, lines.newRunOff),
    }),
    scheduled: lineItem(`${id}Scheduled`, {
      unit: "RMB m",
      annual: "none",
      label: `${label}: closing by the schedule`,
      meaning: "Opening plus additions less run-off; a reported balance stands before it.",
      opening: () => expressionOf(openingBalance()),
      forecast: () => lessBeyond(minus(plus(lines.opening, additions), lines.runOff)),
    }),
  };
  return lines;
}

function inService(id: string, label: string, additions: LineItem): LineItem {
  return lineItem(id, {
    unit: "RMB m",
    annual: "none",
    label,
    meaning: "Bought one service lag before; depreciates from this quarter.",
    forecast: () => beforeLag(additions),
  });
}

/** Equipment entering service. */
export const service: Lines<"owned" | "leased"> = {
  owned: inService("ownedInService", "Owned equipment entering service", procurement.owned),
  leased: inService("leasedInService", "Leased equipment entering service", procurement.leased),
};

/** Owned property and equipment before impairment. */
export const owned: RunOffLines = runOffLines({
  id: "ppeOwned",
  label: "Owned equipment",
  runOff: "depreciation",
  additions: procurement.owned,
  starting: service.owned,
  from: "itself",
  openingBalance: () => minus(factOf(equipment.total), d.openingRou),
  openingAmount: () => minus(factOf(equipment.total), d.openingRou, procurement.owned),
  openingLife: d.openingOwnedLife,
  decline: d.openingDecline,
  life: d.ownedLife,
  balance: () => equipment.owned,
  beyond: () => intangible.beyond,
});

/** Right-of-use assets of leased equipment. */
export const rightOfUse: RunOffLines = runOffLines({
  id: "rightOfUse",
  label: "Right-of-use assets",
  runOff: "depreciation",
  additions: procurement.leased,
  starting: service.leased,
  from: "itself",
  openingBalance: () => d.openingRou,
  openingAmount: () => minus(d.openingRou, procurement.leased),
  openingLife: d.openingLeaseTerm,
  life: d.leaseTerm,
});

/** Lease liabilities; the principal is paid in equal parts. */
export const leases: RunOffLines & Lines<"closing"> = {
  ...runOffLines({
    id: "leaseLiabilities",
    label: "Lease liabilities",
    runOff: "principal paid",
    additions: procurement.leased,
    starting: procurement.leased,
    from: "next",
    openingBalance: () => factOf(leases.closing),
    openingAmount: () => factOf(leases.closing),
    openingLife: d.openingLeaseTerm,
    life: d.leaseTerm,
    balance: () => leases.closing,
  }),
  closing: lineItem("leaseLiability", {
    ...balance,
    label: "Lease liabilities: closing",
    emphasis: "total",
    fact: "leaseLiabilities",
    typed: "balance",
    meaning: "By the schedule, or as reported.",
    forecast: () => expressionOf(leases.scheduled),
  }),
};

/** Financed purchases: equipment owed to third parties. */
export const financedDebt: RunOffLines = runOffLines({
  id: "financedDebt",
  label: "Financed purchases",
  runOff: "repayment",
  additions: procurement.financed,
  starting: procurement.financed,
  from: "next",
  openingBalance: () => 0,
  openingAmount: () => 0,
  openingLife: financingDrivers.financingTerm,
  life: financingDrivers.financingTerm,
});

/** Property, equipment and right-of-use assets as they stand. */
export const equipment: Lines<"owned" | "total"> = {
  owned: lineItem("ppeOwned", {
    ...balance,
    label: "Owned equipment: closing, before impairment",
    emphasis: "total",
    meaning: "By the schedule; a reported total less the schedule of right-of-use assets.",
    opening: () => expressionOf(owned.scheduled),
    forecast: () =>
      when(
        isKnown(equipment.total),
        plus(minus(factOf(equipment.total), rightOfUse.scheduled), impairment.stock),
        owned.scheduled,
      ),
  }),
  total: lineItem("ppeAndRou", {
    ...balance,
    label: "Property, equipment and right-of-use assets",
    fact: "ppeAndRou",
    typed: "balance",
    meaning: "Net of impairment.",
    forecast: () => minus(plus(owned.scheduled, rightOfUse.scheduled), impairment.stock),
  }),
};

/** Acquired intangibles and total depreciation. */
export const intangible: Lines<
  "amortisation" | "closing" | "depreciation" | "beyond" | "depreciationAndAmortisation"
> = {
  amortisation: lineItem("amortisation", {
    ...flow,
    label: "Amortisation of acquired intangibles",
    fact: "amortisationIntangibles",
    meaning: "Positive is a cost; until the intangibles are used up.",
    opening: () => expressionOf(costDrivers.amortisation),
    forecast: () => smallest(costDrivers.amortisation, prior(intangible.closing)),
  }),
  closing: lineItem("intangibles", {
    ...balance,
    label: "Intangible assets",
    fact: "intangibles",
    typed: "balance",
    meaning: "Net book value; falls by amortisation.",
    forecast: () => minus(prior(intangible.closing), intangible.amortisation),
  }),
  depreciation: lineItem("depreciation", {
    ...flow,
    label: "Depreciation of owned and leased equipment",
    emphasis: "subtotal",
    meaning: "Positive is a cost; from the quarter of service, after impairment.",
    history: () => minus(factOf(intangible.depreciationAndAmortisation), intangible.amortisation),
    opening: () =>
      when(
        isKnown(intangible.depreciationAndAmortisation),
        minus(factOf(intangible.depreciationAndAmortisation), intangible.amortisation),
        plus(owned.runOff, rightOfUse.runOff),
      ),
    forecast: () =>
      when(
        isKnown(intangible.depreciationAndAmortisation),
        minus(factOf(intangible.depreciationAndAmortisation), intangible.amortisation),
        minus(plus(owned.runOff, rightOfUse.runOff), impairment.relief),
      ),
  }),
  beyond: lineItem("depreciationBeyondSchedule", {
    unit: "RMB m",
    annual: "none",
    label: "Depreciation reported beyond the schedule",
    meaning: "Zero where depreciation is not reported; taken from owned equipment.",
    forecast: () => plus(minus(intangible.depreciation, owned.runOff, rightOfUse.runOff), impairment.relief),
  }),
  depreciationAndAmortisation: lineItem("depreciationAmortisation", {
    ...flow,
    label: "Depreciation and amortisation",
    fact: "depreciationAmortisation",
    typed: "result",
    meaning: "Acquired intangibles included; positive is a cost.",
    opening: () => plus(intangible.depreciation, intangible.amortisation),
    forecast: () => plus(intangible.depreciation, intangible.amortisation),
  }),
};
