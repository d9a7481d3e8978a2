import type { DriverRow } from "../../model";

/** Whether one value lies in the range of its assumption and is whole where it must be; how values go together is judged elsewhere. */
export function hasRangeProblem({ driver, min, max }: DriverRow, text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value) || value < Number(min) || value > Number(max)) return true;
  if (driver.whole && !Number.isInteger(value)) return true;
  return driver.unit === "quarter" && (value % 10 < 1 || value % 10 > 4);
}
