import { minus, type Operand } from "../../../formula";
import { capDrivers as d, revenueDrivers } from "../drivers";
import type { Driver, LineItem } from "../../../model";
import { inEffectOf } from "./effectLines";

/** The two related parties. */
export type Party = "Xiaomi" | "Kingsoft";

/** The assumptions that concern one party. */
export interface PartyAssumptions {
  readonly agreed: readonly Driver[];
  readonly uplift: readonly Driver[];
  readonly usable: Driver;
  readonly renewal: Driver;
  /** Growth of its demand, in effect. */
  readonly growth: LineItem;
  /** Its part of ecosystem revenue in the opening year, and before. */
  readonly part: () => Operand;
  readonly partBefore: () => Operand;
}

const PARTIES: Readonly<Record<Party, PartyAssumptions>> = {
  Xiaomi: {
    agreed: d.xiaomiAgreed,
    uplift: d.xiaomiUplift,
    usable: d.usableXiaomi,
    renewal: d.renewalXiaomi,
    growth: inEffectOf.xiaomiGrowth,
    part: () => revenueDrivers.xiaomiShare,
    partBefore: () => revenueDrivers.xiaomiShareBefore,
  },
  Kingsoft: {
    agreed: d.kingsoftAgreed,
    uplift: d.kingsoftUplift,
    usable: d.usableKingsoft,
    renewal: d.renewalKingsoft,
    growth: inEffectOf.kingsoftGrowth,
    part: () => minus(1, revenueDrivers.xiaomiShare),
    partBefore: () => minus(1, revenueDrivers.xiaomiShareBefore),
  },
};

/** The assumptions of a party. */
export const partyOf = (name: Party): PartyAssumptions => PARTIES[name];
