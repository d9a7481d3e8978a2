import { expressionOf, minus, over, plus, prior, smallest, vintages, type Operand } from "../../formula";
import { balanceDrivers as d, costDrivers, openingDrivers } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { clock } from "./clockLines";
import { procurement } from "./procurementLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const balance = { unit: "RMB m", annual: "last" } as const;

/** Names of a balance that runs off in equal parts: the opening amount over its remaining life, each addition over its own. */
export type RunOffLines = Lines<
  "opening" | "instalment" | "openingLeft" | "openingRunOff" | "newRunOff" | "runOff" | "closing"
>;

/** What a run-off schedule is made of. */
export interface RunOffOptions {
  readonly id: string;
  readonly label: string;
  /** Noun for what runs off, e.g. "depreciation". */
  readonly runOff: string;
  readonly openingAmount: () => Operand;
  readonly openingLife: Operand;
  readonly life: Operand;
  readonly additions: LineItem;
}

/** Roll-forward of a balance: opening + additions − run-off = closing. */
export function runOffLines({
  id,
  label,
  runOff,
  openingAmount,
  openingLife,
  life,
  additions,
}: RunOffOptions): RunOffLines {
  const lines: RunOffLines = {
    opening: lineItem(`${id}Opening`, {
      unit: "RMB m",
      annual: "none",
      label: `${label}: opening`,
      meaning: "Closing balance of the quarter before.",
      forecast: () => prior(lines.closing),
    }),
    instalment: lineItem(`${id}Instalment`, {
      unit: "RMB m",
      annual: "none",
      label: `${label}: ${runOff} a quarter on the opening balance`,
      meaning: "Opening balance in equal parts over its remaining life.",
      atLastActual: () => over(openingAmount(), openingLife),
      forecast: () => prior(lines.instalment),
    }),
    openingRunOff: lineItem(`${id}OpeningRunOff`, {
      ...flow,
      label: `${label}: ${runOff} of the opening balance`,
      meaning: "Equal parts until nothing is left.",
      forecast: () => smallest(lines.instalment, prior(lines.openingLeft)),
    }),
    openingLeft: lineItem(`${id}OpeningLeft`, {
      ...balance,
      label: `${label}: what is left of the opening balance`,
      meaning: "Opening balance less its run-off so far.",
      atLastActual: () => expressionOf(openingAmount()),
      forecast: () => minus(prior(lines.openingLeft), lines.openingRunOff),
    }),
    newRunOff: lineItem(`${id}NewRunOff`, {
      ...flow,
      label: `${label}: ${runOff} of additions`,
      meaning: "Each quarter's addition in equal parts from the quarter after.",
      forecast: () => over(vintages(additions, clock.quarterNumber, life), life),
    }),
    runOff: lineItem(`${id}RunOff`, {
      ...flow,
      label: `${label}: ${runOff}`,
      emphasis: "subtotal",
      meaning: "On the opening balance and on additions.",
      forecast: () => plus(lines.openingRunOff, lines.newRunOff),
    }),
    closing: lineItem(id, {
      ...balance,
      label: `${label}: closing`,
      emphasis: "total",
      meaning: "Opening plus additions less run-off.",
      atLastActual: () => expressionOf(openingAmount()),
      forecast: () => minus(plus(lines.opening, additions), lines.runOff),
    }),
  };
  return lines;
}

/** Owned property and equipment. */
export const owned: RunOffLines = runOffLines({
  id: "ppeOwned",
  label: "Owned equipment",
  runOff: "depreciation",
  additions: procurement.owned,
  openingAmount: () => minus(openingDrivers.ppeAndRou, openingDrivers.rou),
  openingLife: d.openingOwnedLife,
  life: d.ownedLife,
});

/** Right-of-use assets of leased equipment. */
export const rightOfUse: RunOffLines = runOffLines({
  id: "rightOfUse",
  label: "Right-of-use assets",
  runOff: "depreciation",
  additions: procurement.leased,
  openingAmount: () => openingDrivers.rou,
  openingLife: d.openingLeaseTerm,
  life: d.leaseTerm,
});

/** Lease liabilities; the principal is paid in equal parts. */
export const leases: RunOffLines = runOffLines({
  id: "leaseLiabilities",
  label: "Lease liabilities",
  runOff: "principal paid",
  additions: procurement.leased,
  openingAmount: () => openingDrivers.leases,
  openingLife: d.openingLeaseTerm,
  life: d.leaseTerm,
});

/** Acquired intangibles and total depreciation. */
export const intangible: Lines<"amortisation" | "closing" | "depreciation"> = {
  amortisation: lineItem("amortisation", {
    ...flow,
    label: "Amortisation of acquired intangibles",
    meaning: "Positive is a cost; until the intangibles are used up.",
    forecast: () => smallest(costDrivers.amortisation, prior(intangible.closing)),
  }),
  closing: lineItem("intangibles", {
    ...balance,
    label: "Intangible assets: closing",
    emphasis: "total",
    fact: "intangibles",
    meaning: "Net book value.",
    atLastActual: () => expressionOf(openingDrivers.intangibles),
    forecast: () => minus(prior(intangible.closing), intangible.amortisation),
  }),
  depreciation: lineItem("depreciation", {
    ...flow,
    label: "Depreciation of owned and leased equipment",
    emphasis: "subtotal",
    meaning: "Positive is a cost.",
    forecast: () => plus(owned.runOff, rightOfUse.runOff),
  }),
};
