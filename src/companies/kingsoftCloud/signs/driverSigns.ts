import { CAUSAL_SIGNS } from "./causalSigns";
import { driverFamily, type Driver } from "../../../model";
import { SIGNED_FIGURES, type Direction, type DriverSigns, type SignEntry } from "./signEntry";

/** Declared directions of a driver where no quarter after the opening is reported. Throws when none are declared. */
export function causalSigns(driver: Pick<Driver, "id">): DriverSigns {
  const entry = entryOf(driver);
  return named(entry.signs, entry.reason ?? "");
}

/** The same where a quarter after the opening is reported: what such a quarter may turn depends on it. */
export function signsAfterReports(driver: Pick<Driver, "id">): DriverSigns {
  const entry = entryOf(driver);
  const turned = entry.reported;
  if (turned === undefined) return causalSigns(driver);
  const signs = entry.signs.map((sign, place) =>
    turned.figures.includes(SIGNED_FIGURES[place]!) ? "depends" : sign,
  );
  return named(signs, [entry.reason, turned.reason].filter(Boolean).join(" "));
}

function named(signs: readonly Direction[], reason: string): DriverSigns {
  const [revenue, ebitda, operating, net, cash] = signs as readonly [
    Direction,
    Direction,
    Direction,
    Direction,
    Direction,
  ];
  return { revenue, ebitda, operating, net, cash, reason };
}

/** A driver with a value a year has one entry for all its years. */
function entryOf({ id }: Pick<Driver, "id">): SignEntry {
  const entry = CAUSAL_SIGNS[id] ?? CAUSAL_SIGNS[driverFamily(id)];
  if (entry === undefined) throw new Error(`No signs are declared for the driver "${id}".`);
  return entry;
}
