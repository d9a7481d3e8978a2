import { SIGNED_FIGURES, signsAfterReports, type Direction, type Driver } from "../model";

/** Direction in which a figure moves when a driver rises; "depends" has its reason with the driver. */
export type DeclaredSign = Direction;

/** Declared direction of revenue, adjusted EBITDA, adjusted operating result, net result and closing cash. */
export function declaredSigns(driver: Driver): readonly DeclaredSign[] | null {
  const signs = signsAfterReports(driver);
  return SIGNED_FIGURES.map((figure) => signs[figure]);
}

/** Why a declared direction depends, in a sentence or two; empty where none does. */
export function signReason(driver: Driver): string {
  return signsAfterReports(driver).reason;
}
