import { SIGNED_FIGURES, signsAfterReports, type Direction } from "../companies/kingsoftCloud";
import type { Driver } from "../model";

/** Declared direction of revenue, adjusted EBITDA, adjusted operating result, net result and closing cash. */
export function declaredSigns(driver: Driver): readonly Direction[] {
  const signs = signsAfterReports(driver);
  return SIGNED_FIGURES.map((figure) => signs[figure]);
}
