import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A workbook as release 0.2.0 built it with four inputs changed; of sheets that hold only calculated cells the rows are taken out. */
export const RELEASE_020 = join(__dirname, "release020.xlsx");

/** Its bytes. */
export const release020 = (): Uint8Array => new Uint8Array(readFileSync(RELEASE_020));

/** Inputs of Base that were changed in it, in the model's units. */
export const FLEXED_020: Readonly<Record<string, number>> = {
  capXiaomi2027: 4500,
  externalAiGrowth2027: 0.12,
  leasedShare: 0.5,
  taxRate: 0.2,
};

/** Inputs of Base as release 0.2.0 shipped them, where this one ships others. */
export const SHIPPED_020: Readonly<Record<string, number>> = {
  upliftXiaomi2026: 0.125,
  xiaomiDemandGrowth2026: 0.09,
  billingYield: 0.103,
  inServiceLag: 2,
};
