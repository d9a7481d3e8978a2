import { capLines, type CapLines } from "./capLines";
import { demandLines, type DemandLines } from "./demandLines";

/** Cap, demand and revenue of one related party. */
export type PartyLines = DemandLines & CapLines;

const demandXiaomi: DemandLines = demandLines("Xiaomi", () => capXiaomi);
const capXiaomi: CapLines = capLines("Xiaomi", () => demandXiaomi);
const demandKingsoft: DemandLines = demandLines("Kingsoft", () => capKingsoft);
const capKingsoft: CapLines = capLines("Kingsoft", () => demandKingsoft);

/** Xiaomi's demand and yearly cap. */
export const xiaomi: PartyLines = { ...demandXiaomi, ...capXiaomi };

/** Kingsoft's demand and yearly cap. */
export const kingsoft: PartyLines = { ...demandKingsoft, ...capKingsoft };
