import type { Driver } from "../model";

/** Direction in which a figure moves when a driver rises; "depends" has its reason with the driver. */
export type DeclaredSign = "up" | "down" | "none" | "depends";

/** Declared direction of revenue, adjusted EBITDA, adjusted operating result, net result and closing cash, or null where none is declared. */
export function declaredSigns(_driver: Driver): readonly DeclaredSign[] | null {
  return null;
}
