import type { Metric, Source, Tier } from "./fact";
import { parseCsv } from "./parseCsv";
import type { SeedsProblems } from "./seedsError";
import { isUnit, unitNames } from "./units";

const metricColumns = ["id", "label", "unit", "kind", "description"] as const;
const sourceColumns = ["id", "title", "publisher", "date", "kind", "sha256", "url"] as const;
const officialHosts = ["sec.gov", "hkexnews.hk", "ksyun.com"];

/** All tiers, strongest first: the order in which figures of equal quality are preferred. */
export const tiers: readonly Tier[] = [
  "filing",
  "filing-mirror",
  "seed",
  "derived",
  "aggregator",
  "news",
  "judgement",
];

/** The named figures of metrics.csv; a metric without label, known unit, kind or description is refused. */
export function readMetrics(file: string, text: string, problems: SeedsProblems): readonly Metric[] {
  const known = new Set<string>();
  return parseCsv(file, text, metricColumns, problems).map(({ row, cells }) => {
    for (const column of metricColumns) {
      if (cells[column] === "") problems.add(file, row, `metric "${cells.id}" has no ${column}; fill it in`);
    }
    if (cells.unit !== "" && !isUnit(cells.unit)) {
      problems.add(file, row, `unit "${cells.unit}" is not known; use one of ${unitNames().join(", ")}`);
    }
    if (known.has(cells.id)) problems.add(file, row, `metric "${cells.id}" stands here twice; keep one row`);
    known.add(cells.id);
    return { ...cells };
  });
}

/** The documents of sources.csv; a source without title or tier, with a malformed hash or an address that is not an official one is refused. */
export function readSources(file: string, text: string, problems: SeedsProblems): readonly Source[] {
  const known = new Set<string>();
  return parseCsv(file, text, sourceColumns, problems).map(({ row, cells }) => {
    if (cells.id === "" || cells.title === "") problems.add(file, row, "has no id or title; fill it in");
    if (!(tiers as readonly string[]).includes(cells.kind)) {
      problems.add(file, row, `kind "${cells.kind}" is no tier; use one of ${tiers.join(", ")}`);
    }
    if (cells.sha256 !== "" && !/^[0-9a-f]{64}$/.test(cells.sha256)) {
      problems.add(file, row, `sha256 of "${cells.id}" is not 64 hexadecimal digits`);
    }
    if (cells.url !== "" && !isOfficial(cells.url)) {
      problems.add(
        file,
        row,
        `address of "${cells.id}" is not on ${officialHosts.join(", ")}; leave it blank`,
      );
    }
    if (known.has(cells.id)) problems.add(file, row, `source "${cells.id}" stands here twice; keep one row`);
    known.add(cells.id);
    return { ...cells, kind: cells.kind as Tier };
  });
}

function isOfficial(url: string): boolean {
  const host = /^https:\/\/([^/]+)\//.exec(`${url}/`)?.[1] ?? "";
  return officialHosts.some((official) => host === official || host.endsWith(`.${official}`));
}
