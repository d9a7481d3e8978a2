import { ProofDecimal, valueArithmetic } from "./arithmetic";
import type { Assumption, Seeds } from "./fact";
import { evaluateProof } from "./proof";

/** Digits of a calibrated value. */
const DIGITS = 10;

/** Calibrated values of assumptions: their formulas over a quarter's figures. */
export function calibrations(
  assumptions: readonly Assumption[],
  chosen: Seeds["chosen"],
): Pick<Seeds, "calibrated"> {
  const formulas = new Map(assumptions.map(({ driver, calibration }) => [driver, calibration]));
  return { calibrated: (driver, quarter) => calibrated(formulas.get(driver) ?? "", quarter, chosen) };
}

function calibrated(formula: string, quarter: string, chosen: Seeds["chosen"]): string | null {
  if (formula === "") return null;
  let complete = true;
  const figures = formula.replace(/\{(\w+)\}/g, (_, metric: string) => {
    const amount = chosen(metric, quarter)?.modelValue ?? null;
    if (amount === null) complete = false;
    return amount ?? "0";
  });
  return complete
    ? evaluateProof(figures, valueArithmetic, (id) => new ProofDecimal(id))
        .toSignificantDigits(DIGITS)
        .toString()
    : null;
}
