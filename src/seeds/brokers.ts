/** A broker whose estimates the facts hold: its name, the sources that carry them, and what else analysts call it. */
export interface Broker {
  readonly name: string;
  readonly sources: readonly string[];
  readonly also: readonly string[];
}

/** The brokers of the facts; a source often passes on what another house expects. */
export const BROKERS: readonly Broker[] = [
  {
    name: "Goldman Sachs",
    sources: ["goldman2026", "goldmanDigest2026", "note"],
    also: ["Goldman", "GS", "高盛"],
  },
  { name: "GF Securities", sources: ["gf2026", "gf2026English", "gf2025"], also: ["GF", "广发", "广发证券"] },
  {
    name: "Guotai Haitong",
    sources: ["guotai2026", "guotai2025"],
    also: ["Guotai", "GTHT", "国泰海通"],
  },
  { name: "CICC", sources: ["cicc2025"], also: ["中金", "中金公司"] },
  { name: "Citi", sources: ["jinrongjie1q25"], also: ["Citigroup", "花旗"] },
  { name: "Preview of 4Q25", sources: ["preview4q25"], also: ["4Q25 preview", "Unnamed broker", "4Q25前瞻"] },
];
