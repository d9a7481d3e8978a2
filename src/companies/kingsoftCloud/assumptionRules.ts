import type { AssumptionRules } from "../../model";

/** What holds between assumptions, beside each one's own range. */
export const RULES: AssumptionRules = {
  shares: [
    ["leasedShare", "poolShare", "agentShare"],
    ["ecosystemAiShare", "ecosystemEnterpriseShare"],
    ["researchShareOfOpex", "sellingShareOfOpex"],
    ["sbcResearchShare", "sbcSellingShare"],
  ],
  parts: [{ driver: "openingRou", line: "ppeAndRou", whole: "equipment" }],
};
