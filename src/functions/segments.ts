import { LINE_BY_ID, type LineItem } from "../model";
import { choose, type Choice } from "./choices";
import type { KcArgument } from "./kcValue";

/** A part of revenue and the line of the model that it is. */
export interface Segment extends Choice {
  readonly line: string;
}

/** Parts of revenue by the names that analysts use. */
export const SEGMENTS: readonly Segment[] = [
  { name: "total", line: "revenue", what: "All revenue", also: ["all", "group", "revenue"] },
  {
    name: "public",
    line: "revenuePublic",
    what: "Public cloud services",
    also: ["public cloud", "pc", "publiccloudservices"],
  },
  {
    name: "enterprise",
    line: "revenueEnterprise",
    what: "Enterprise cloud services",
    also: ["enterprise cloud", "ec", "ent"],
  },
  {
    name: "ecosystem",
    line: "revenueEcosystem",
    what: "Xiaomi and Kingsoft together",
    also: ["eco", "related party", "related parties", "xiaomi and kingsoft"],
  },
  {
    name: "external",
    line: "revenueExternal",
    what: "Everyone else",
    also: ["ext", "external customers", "third party", "non-ecosystem"],
  },
  { name: "xiaomi", line: "revenueXiaomi", what: "Xiaomi", also: ["mi"] },
  { name: "kingsoft", line: "revenueKingsoft", what: "Kingsoft", also: ["ks", "kingsoft group"] },
  {
    name: "ai",
    line: "aiGrossBilling",
    what: "Gross billing of AI cloud services",
    also: ["ai billing", "ai gross billing", "ai cloud", "intelligent computing"],
  },
  { name: "basic", line: "basicCloud", what: "Public cloud without AI", also: ["basic cloud"] },
];

/** The line of a revenue segment; total when left out. Throws #VALUE! with a suggestion. */
export function findSegment(argument: KcArgument): LineItem {
  return LINE_BY_ID.get(choose("segment", argument, SEGMENTS, "total").line)!;
}
