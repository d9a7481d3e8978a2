/** What `npm audit --json` answers, as far as it is read here. */
export interface AuditReport {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | Advisory)[] }>>;
  readonly metadata?: { readonly dependencies: { readonly prod: number } };
  /** What went wrong, where it has no report. */
  readonly message?: string;
}

/** One published fault of a package. */
export interface Advisory {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly severity: string;
  /** Versions that have it. */
  readonly range: string;
}

/** A finding that stays, with the reason why it does no harm here. */
export interface Explained {
  /** Address of the advisory. */
  readonly advisory: string;
  readonly package: string;
  readonly reason: string;
}

/** The verdict on a report. */
export interface Verdict {
  /** Whether the registry told its advisories at all. */
  readonly told: boolean;
  /** Production packages that it was asked about. */
  readonly packages: number;
  /** Findings that nobody has explained, in words. */
  readonly open: readonly string[];
  /** Findings with a reason. */
  readonly explained: readonly Explained[];
  /** Explanations without a finding, or without a reason, in words. */
  readonly stale: readonly string[];
}

/** Weighs a report of `npm audit` against the explained findings; a report without advisories is no acquittal. */
export function judgeAdvisories(report: AuditReport, explanations: readonly Explained[]): Verdict {
  if (report.auditReportVersion !== 2 || report.vulnerabilities === undefined)
    return { told: false, packages: 0, open: [], explained: [], stale: [] };
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(report.vulnerabilities))
    for (const each of via) if (typeof each !== "string") found.set(`${each.url} ${each.name}`, each);
  const explained = explanations.filter((each) => found.has(`${each.advisory} ${each.package}`));
  const accepted = new Set(
    explained.filter(({ reason }) => reason.trim() !== "").map((each) => `${each.advisory} ${each.package}`),
  );
  return {
    told: true,
    packages: report.metadata?.dependencies.prod ?? 0,
    open: [...found]
      .filter(([key]) => !accepted.has(key))
      .map(([, { name, range, severity, title, url }]) => `${name} ${range}, ${severity}: ${title} (${url})`),
    explained,
    stale: explanations
      .filter((each) => !explained.includes(each))
      .map(
        (each) =>
          `${each.package}: ${each.advisory} is no longer found; take it out of scripts/audit/explained.json.`,
      ),
  };
}
