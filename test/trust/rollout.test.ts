/** The commands of docs/deploy.md, word for word, and what they make: the same bytes twice, and pages that come up under the headers beside them. */

import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAddin } from "../addin/openAddin";
import { builtOnce } from "../build/builtOnce";
import { reportFigure } from "../support/figure";
import { root, textOf } from "../support/repository";
import { openBrowser, PAGE_PATIENCE } from "../support/shared/browser";
import { buildModel } from "../workbench/runningWorkbench";
import { watchViolations } from "./policyViolations";
import { siteHeaders } from "./siteHeaders";
import { staticHost } from "./staticHost";

const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", USER: "somebody" };

let folder: string;
let project: string;
let said: string;
let site: string;
/** Folder of the version below /kc/. */
let release: string;

/** Runs a script in the project. */
function run(script: string, env: Readonly<Record<string, string>> = {}): string {
  return execFileSync("bash", ["-euc", script], {
    cwd: project,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, ADDIN_URL: "https://ignored.example", ...env },
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-rollout-"));
  project = join(folder, "project");
  mkdirSync(project);
  for (const name of ["assets", "scripts", "docs", "LICENSE", "package-lock.json", "node_modules"])
    symlinkSync(join(root, name), join(project, name));
  // What npm run build makes is there already.
  symlinkSync(builtOnce(), join(project, "dist"));
  const manifest = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  manifest.scripts["build"] = "node -e 0";
  writeFileSync(join(project, "package.json"), JSON.stringify(manifest));
  const blocks = [...textOf("docs/deploy.md").matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block!);
  expect(blocks.length).toBeGreaterThan(1);
  // The packages are installed.
  said = run(blocks.join("").replace(/^npm ci$/m, ""));
  site = join(project, "out", "kc-model", "site");
  release = readdirSync(join(site, "kc")).find((name) => /^\d/.test(name))!;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the commands of docs/deploy.md make an archive whose checksums hold", () => {
  const verdicts = said.split("\n").filter((line) => /: (?:OK|FAILED)$/.test(line));
  expect(verdicts.length).toBeGreaterThan(80);
  expect(verdicts.filter((line) => !line.endsWith(": OK"))).toEqual([]);
  expect(said).toContain(`https://addins.example.com/kc/${release}/.`);
});

test("another machine makes the same bytes, and none of them names a folder of this one", () => {
  run("npm run -s release -- --base https://addins.example.com/kc/ --out again.zip", ELSEWHERE);
  const [first, again] = ["out/kc-model.zip", "again.zip"].map((path) => readFileSync(join(project, path)));
  expect(again!.equals(first!)).toBe(true);
  const paths = (readdirSync(join(project, "out"), { recursive: true }) as string[]).filter((path) =>
    /\.\w+$/.test(path),
  );
  const naming = paths.filter((path) => {
    const bytes = readFileSync(join(project, "out", path));
    return [root, folder].some((place) => bytes.includes(place));
  });
  expect(naming).toEqual([]);
});

test("a wrong address or option is refused in words, before anything is built", () => {
  for (const [options, words] of [
    ["--base http://addins.example.com", "is not https"],
    ["", "Say where the release will be served"],
    ["--base https://a.example --manifest-version 3", "four whole numbers"],
    ["--bas https://a.example", "Use --base ADDRESS"],
  ] as const)
    expect(run(`! npm run -s release -- ${options} --out wrong.zip 2>&1`)).toContain(words);
  expect(readdirSync(project)).not.toContain("wrong.zip");
});

test("under the headers of the archive the workbench builds the model and the pane comes up, and nothing meets a policy", async () => {
  const headersOf = siteHeaders(readFileSync(join(site, "_headers"), "utf8"));
  const host = await staticHost(site, "/", undefined, headersOf);
  const browser = await openBrowser();
  const faults: string[] = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PAGE_PATIENCE);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(message.text());
    });
    const violations = await watchViolations(page);
    // The address that people are given leads to the latest version.
    const answer = await page.goto(`${host.address}kc/`);
    expect((await answer!.allHeaders())["content-security-policy"]).toContain("frame-ancestors 'none'");
    await page.waitForURL(`${host.address}kc/${release}/workbench/index.html`);
    await page.getByRole("button", { name: "Build the model" }).waitFor();
    await buildModel(page);
    expect({ violations, faults, missing: host.missing }).toEqual({
      violations: [],
      faults: [],
      missing: [],
    });
  } finally {
    await browser.close();
    await host.close();
  }
  const home = `https://addins.example.com/kc/${release}/`;
  const addin = await openAddin(join(site, "kc", release), { home, headersOf });
  try {
    await addin.page.getByRole("button", { name: "Build model" }).waitFor();
    expect([...addin.violations, ...addin.faults, ...addin.elsewhere]).toEqual([]);
  } finally {
    await addin.close();
  }
  reportFigure(
    "A release is one archive with the same bytes anywhere, and opens under its own headers",
    `${said.split("\n").filter((line) => line.endsWith(": OK")).length - 1} files with their checksums; workbench and pane without a violation`,
  );
});

test("once opened, the workbench starts and builds again when its host does not answer, from the files of its version", async () => {
  const headersOf = siteHeaders(readFileSync(join(site, "_headers"), "utf8"));
  const host = await staticHost(site, "/", undefined, headersOf);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PAGE_PATIENCE);
    await page.addInitScript(() => {
      const register = ServiceWorkerContainer.prototype.register;
      ServiceWorkerContainer.prototype.register = function (...given) {
        document.documentElement.dataset["registered"] = document.readyState;
        return register.apply(this, given);
      };
    });
    await page.goto(`${host.address}kc/${release}/workbench/index.html`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Page and worker must not ask for one file at once: Chromium fails one of the two where its cache can't hold the file.
    expect(await page.evaluate(() => document.documentElement.dataset["registered"])).toBe("complete");
    await host.close();
    await page.reload();
    await page.getByRole("button", { name: "Build the model" }).waitFor();
    await buildModel(page);
    // Another version has nothing of this one.
    await expect(page.goto(`${host.address}kc/other/workbench/index.html`)).rejects.toThrow("ERR_");
  } finally {
    await browser.close();
  }
});

test("a header that is tighter than the page is seen", async () => {
  const host = await staticHost(site, "/", undefined, () => ({
    "Content-Security-Policy": "default-src 'none'; script-src 'self'",
  }));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const violations = await watchViolations(page);
    await page.goto(`${host.address}kc/${release}/help.html`);
    expect(violations.map(({ directive }) => directive)).toContain("style-src-elem");
  } finally {
    await browser.close();
    await host.close();
  }
});
