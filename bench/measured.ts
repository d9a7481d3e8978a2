/** Figures, or why they could not be had. */
export type Measured<T> = T | { readonly missing: string };

/** Whether a measurement has no figures. */
export function isMissing<T extends object>(measured: Measured<T>): measured is { readonly missing: string } {
  return "missing" in measured;
}
