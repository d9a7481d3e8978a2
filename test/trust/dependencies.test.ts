import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeAdvisories, type AuditReport } from "../../scripts/audit/judgeAdvisories";
import {
  lockProblems,
  type LockedPackage,
  type LockedPackages,
  type Manifest,
} from "../../scripts/audit/lockProblems";
import { reportFigure } from "../support/figure";
import { root, textOf } from "../support/repository";

const manifest = JSON.parse(textOf("package.json")) as Manifest;
const { packages } = JSON.parse(textOf("package-lock.json")) as { packages: LockedPackages };

const npmrc = textOf(".npmrc");

test("every package has one exact version and a checksum, from no named host, and none runs a script when it is installed", () => {
  expect(lockProblems(manifest, packages, npmrc)).toEqual([]);
  const count = Object.keys(packages).length - 1;
  expect(count).toBeGreaterThan(500);
  reportFigure(
    "Every installation is the same",
    `${count} packages, each in one exact version with a checksum; the lock names no host, no package runs a script when it is installed`,
  );
});

/** The lock with one package changed. */
const changed = (name: string, change: Partial<LockedPackage>): LockedPackages => ({
  ...packages,
  [`node_modules/${name}`]: { ...packages[`node_modules/${name}`], ...change } as LockedPackage,
});
const { integrity: _checksum, ...withoutChecksum } = packages["node_modules/fflate"]!;

test.each<[string, Manifest, LockedPackages, RegExp]>([
  [
    "a version that may move",
    { ...manifest, dependencies: { ...manifest.dependencies, fflate: "^0.8.3" } },
    packages,
    /fflate is "\^0\.8\.3", not one exact version/,
  ],
  [
    "a version that may move, under another name",
    { ...manifest, devDependencies: { ...manifest.devDependencies, typescript7: "npm:typescript@7" } },
    packages,
    /typescript7 is "npm:typescript@7", not one exact version/,
  ],
  [
    "another package under that name",
    manifest,
    changed("typescript7", { name: "typescript6" }),
    /has typescript7 7\.\d+\.\d+, package\.json npm:typescript@7/,
  ],
  ["an override that may move", { ...manifest, overrides: { fflate: "*" } }, packages, /overrides: fflate/],
  [
    "a lock made for another version",
    manifest,
    changed("fflate", { version: "0.8.2" }),
    /has fflate 0\.8\.2, package\.json 0\.8\.3/,
  ],
  [
    "a package without a checksum",
    manifest,
    { ...packages, "node_modules/fflate": withoutChecksum },
    /node_modules\/fflate has no sha512 checksum/,
  ],
  [
    "a weak checksum",
    manifest,
    changed("fflate", { integrity: "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=" }),
    /node_modules\/fflate has no sha512 checksum/,
  ],
  [
    "a host",
    manifest,
    changed("fflate", { resolved: "https://packages.example/fflate.tgz" }),
    /names the address/,
  ],
])("%s would be found", (_, wanted, locked, message) => {
  expect(lockProblems(wanted, locked, npmrc).join("\n")).toMatch(message);
});

test("leave for packages to run scripts would be found", () => {
  expect(
    lockProblems(manifest, packages, npmrc.replace("ignore-scripts=true", "ignore-scripts=false")),
  ).toEqual([expect.stringContaining("ignore-scripts=true")]);
});

const advisory = {
  name: "fflate",
  title: "Planted",
  url: "https://advisories.example/1",
  severity: "high",
  range: "<99",
};
const report: AuditReport = {
  auditReportVersion: 2,
  vulnerabilities: { fflate: { via: [advisory] }, hucre: { via: ["fflate"] } },
  metadata: { dependencies: { prod: 163 } },
};
const explanation = {
  advisory: advisory.url,
  package: "fflate",
  reason: "The fault is in a part that no bundle has.",
};

test("a finding stands until it has a reason; a reason without a finding goes", () => {
  expect(judgeAdvisories(report, [])).toMatchObject({
    told: true,
    packages: 163,
    open: ["fflate <99, high: Planted (https://advisories.example/1)"],
    explained: [],
  });
  expect(judgeAdvisories(report, [explanation])).toMatchObject({
    open: [],
    explained: [explanation],
    stale: [],
  });
  expect(judgeAdvisories(report, [{ ...explanation, reason: " " }]).open).toHaveLength(1);
  expect(judgeAdvisories(report, [{ ...explanation, package: "hucre" }])).toMatchObject({
    open: [expect.stringContaining("fflate")],
    stale: [expect.stringContaining("hucre")],
  });
  expect(judgeAdvisories({ message: "405" }, [explanation])).toMatchObject({
    told: false,
    open: [],
    stale: [],
  });
});

describe("npm run audit", () => {
  /** What this registry answers for advisories; null refuses the question. */
  let advisories: object | null;
  let asked: number;
  let server: Server;
  let cache: string;
  beforeAll(async () => {
    cache = mkdtempSync(join(tmpdir(), "kc-audit-"));
    server = createServer(({ method, url = "" }, answer) => {
      const question = method === "POST" && url.endsWith("/advisories/bulk");
      if (question) asked += 1;
      answer
        .writeHead(question && advisories !== null ? 200 : 405, { "content-type": "application/json" })
        .end(JSON.stringify(question ? advisories : {}));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  beforeEach(() => {
    asked = 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(cache, { recursive: true, force: true });
  });

  /** Runs the command against this registry, with a cache of its own, as npm keeps advisories; its figure stays out of a proof that may be running. */
  async function audit(): Promise<{ code: number | null; said: string }> {
    const { KC_FIGURES: _figures, ...env } = process.env;
    const run = spawn(process.execPath, ["scripts/audit.mjs"], {
      cwd: root,
      env: {
        ...env,
        npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        npm_config_fetch_retries: "0",
        npm_config_cache: cache,
      },
    });
    let said = "";
    for (const stream of [run.stdout, run.stderr])
      stream.on("data", (data: Buffer) => {
        said += data.toString();
      });
    const code = await new Promise<number | null>((done) => run.once("close", done));
    return { code, said };
  }

  test("fails on a version with a published fault, and names it", async () => {
    advisories = {
      fflate: [
        {
          id: 1,
          url: advisory.url,
          title: advisory.title,
          severity: "high",
          vulnerable_versions: "<99",
          cwe: [],
          cvss: { score: 7, vectorString: null },
        },
      ],
    };
    const { code, said } = await audit();
    expect(said).toContain("- fflate <99, high: Planted (https://advisories.example/1)");
    expect(code).toBe(1);
    expect(asked).toBe(1);
  });

  test("passes where the registry knows of none", async () => {
    advisories = {};
    const { code, said } = await audit();
    expect(said).toMatch(/Advisories: \d{3} production packages, 0 unexplained, 0 explained\./);
    expect(code).toBe(0);
  });

  test("says loudly that nothing is known where the registry does not tell, and still checks the lock", async () => {
    advisories = null;
    const { code, said } = await audit();
    expect(said).toContain("ADVISORIES COULD NOT BE FETCHED");
    expect(said).toMatch(/Lock: \d+ packages, each in one exact version/);
    expect(said).not.toContain("Advisories:");
    expect(code).toBe(0);
  });
});
