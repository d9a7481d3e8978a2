/** A part of revenue and the line of the model that it is. */
export interface Segment {
  readonly name: string;
  readonly line: string;
  /** What it is, in words. */
  readonly what: string;
  /** Other names for it. */
  readonly also: readonly string[];
}

/** Parts of revenue by the names that analysts use. */
export const SEGMENTS: readonly Segment[] = [
  {
    name: "total",
    line: "revenue",
    what: "All revenue",
    also: ["all", "group", "revenue", "合计", "总收入", "总计"],
  },
  {
    name: "public",
    line: "revenuePublic",
    what: "Public cloud services",
    also: ["public cloud", "pc", "publiccloudservices", "公有云"],
  },
  {
    name: "enterprise",
    line: "revenueEnterprise",
    what: "Enterprise cloud services",
    also: ["enterprise cloud", "ec", "ent", "行业云"],
  },
  {
    name: "ecosystem",
    line: "revenueEcosystem",
    what: "Xiaomi and Kingsoft together",
    also: ["eco", "related party", "related parties", "xiaomi and kingsoft", "生态", "关联方"],
  },
  {
    name: "external",
    line: "revenueExternal",
    what: "Everyone else",
    also: ["ext", "external customers", "third party", "non-ecosystem", "外部", "外部客户"],
  },
  { name: "xiaomi", line: "revenueXiaomi", what: "Xiaomi", also: ["mi", "小米", "小米集团"] },
  {
    name: "kingsoft",
    line: "revenueKingsoft",
    what: "Kingsoft",
    also: ["ks", "kingsoft group", "金山", "金山集团", "金山软件"],
  },
  {
    name: "ai",
    line: "aiGrossBilling",
    what: "Gross billing of AI cloud services",
    also: ["ai billing", "ai gross billing", "ai cloud", "intelligent computing", "智算云", "智算云账单收入"],
  },
  { name: "basic", line: "basicCloud", what: "Public cloud without AI", also: ["basic cloud", "基础云"] },
];
