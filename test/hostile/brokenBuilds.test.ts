/** kc build that is killed or cannot write: under the target's name stands the old file or the whole new one. */

import { buildSync } from "esbuild";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileTarget, removeLeftovers, replaceFile } from "../../src/cli/replaceFile";
import { kc, temporaryFolder } from "../cli/runCommand";
import { root } from "../support/repository";
import { partOf } from "../support/runs";
import { reportFigure } from "../support/figure";

const folder = temporaryFolder();
const temporary = temporaryFolder();
const target = join(folder, "model.xlsx");
const whole = join(folder, "whole.xlsx");
const OLD = "the old file";
const hash = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
let killed = 0;
let refused = 0;
afterAll(() =>
  reportFigure(
    "A killed or failed kc build leaves the old file or the new one",
    `${killed} kills, ${refused} refusals`,
  ),
);

beforeAll(async () => {
  expect((await kc("build", "--out", whole)).code).toBe(0);
});
beforeEach(() => writeFileSync(target, OLD));

/** Starts the real command and kills it when told to, or lets it end. */
function killedBuild(when: (kill: () => void) => () => void): Promise<string | null> {
  const { npm_lifecycle_event: _event, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, "src/cli/run.mjs"), "build", "--out", target], {
    cwd: root,
    env,
    stdio: "ignore",
  });
  const stop = when(() => child.kill("SIGKILL"));
  return new Promise((resolve) =>
    child.once("exit", (_, signal) => {
      stop();
      resolve(signal);
    }),
  );
}

/** The old file or the new one, and nothing else but what the next build clears. */
function expectWhole(): "old" | "new" {
  const now = readFileSync(target);
  if (!now.equals(Buffer.from(OLD))) expect(hash(target)).toBe(hash(whole));
  for (const name of readdirSync(folder))
    expect(name).toMatch(/^(?:model|whole)\.xlsx$|^model\.xlsx\.\d+-[0-9a-f]{8}\.tmp$/);
  return now.equals(Buffer.from(OLD)) ? "old" : "new";
}

test("killed at moments spread over the whole build", async () => {
  const started = Date.now();
  await killedBuild(() => () => undefined);
  const lasts = Date.now() - started;
  expect(expectWhole()).toBe("new");
  const moments = partOf(5) + 1;
  for (let part = 1; part <= moments; part++) {
    writeFileSync(target, OLD);
    const signal = await killedBuild((kill) => {
      // A time because it is the moment of the kill that is tried; any moment must do.
      const timer = setTimeout(kill, (lasts * part) / (moments + 1));
      return () => clearTimeout(timer);
    });
    if (signal === "SIGKILL") killed += 1;
    else expect(expectWhole()).toBe("new");
    expectWhole();
  }
});

/** Kills its own process in the middle of a write of a file descriptor or of the target, or right before or after another step. */
const SUICIDE = `
const fs = require("node:fs");
const [step, when] = process.env.KC_TEST_KILL.split(" ");
const whole = fs[step];
fs[step] = (...args) => {
  const isBuild = step !== "writeFileSync" || (Buffer.isBuffer(args[1]) || args[1] instanceof Uint8Array);
  if (!isBuild) return whole(...args);
  if (when === "during") whole(args[0], args[1].subarray(0, args[1].length / 2), args[2]);
  if (when === "after") whole(...args);
  process.kill(process.pid, "SIGKILL");
  for (;;);
};`;

/** The end of a build alone: the file, ready, put in the place of the old one. */
function writingAlone(): string {
  const outfile = join(temporary, "replaceFile.cjs");
  if (!existsSync(outfile))
    buildSync({
      entryPoints: [join(root, "src/cli/replaceFile.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "error",
    });
  const program = join(temporary, "writing.cjs");
  writeFileSync(
    program,
    `const { fileTarget, replaceFile } = require(${JSON.stringify(outfile)});
    const [from, to] = process.argv.slice(2);
    replaceFile(fileTarget(to), require("node:fs").readFileSync(from));`,
  );
  return program;
}

test.each([
  ["openSync after", "the writing"],
  ["writeFileSync during", "kc build"],
  ["writeFileSync after", "the writing"],
  ["fsyncSync before", "the writing"],
  ["renameSync before", "the writing"],
  ["renameSync after", "the writing"],
])("killed at a step of the writing: %s, in %s", (moment, program) => {
  const preload = join(temporary, "suicide.cjs");
  writeFileSync(preload, SUICIDE);
  const { npm_lifecycle_event: _event, ...env } = process.env;
  const args =
    program === "kc build"
      ? [join(root, "src/cli/run.mjs"), "build", "--out", target]
      : [writingAlone(), whole, target];
  const { signal } = spawnSync(process.execPath, ["--require", preload, ...args], {
    cwd: root,
    env: { ...env, KC_TEST_KILL: moment },
  });
  expect(signal).toBe("SIGKILL");
  killed += 1;
  expect(expectWhole()).toBe(moment === "renameSync after" ? "new" : "old");
});

test("what a killed build left is named and gone after the next one; what a running one writes stays", async () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  const [left, running, other] = [
    `model.xlsx.${dead}-0123abcd.tmp`,
    `model.xlsx.${process.pid}-0123abcd.tmp`,
    `model.xlsx.${dead}-mine.tmp`,
  ];
  for (const name of [left, running, other]) writeFileSync(join(folder, name), "half");
  const { code, err } = await kc("build", "--out", target);
  expect([code, err]).toEqual([
    0,
    expect.stringContaining(`Removed ${left}, which a build that was broken off had left\n`),
  ]);
  expect([left, running, other].map((name) => existsSync(join(folder, name)))).toEqual([false, true, true]);
  for (const name of [running, other]) rmSync(join(folder, name));
  expect(hash(target)).toBe(hash(whole));
});

test("a file that may not grow any further: the old one stays, and it is said", () => {
  const { npm_lifecycle_event: _event, ...env } = process.env;
  const { status, stderr, stdout } = spawnSync(
    "bash",
    [
      "-c",
      'ulimit -f 100; exec "$0" "$@"',
      process.execPath,
      join(root, "src/cli/run.mjs"),
      "build",
      "--out",
      target,
    ],
    { cwd: root, env, encoding: "utf8" },
  );
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/model\.xlsx cannot be written: the file would be larger than allowed here\.\n$/);
  expect(stderr).not.toMatch(/\n\s+at /);
  refused += 1;
  expect(expectWhole()).toBe("old");
  expect(readdirSync(folder).sort()).toEqual(["model.xlsx", "whole.xlsx"]);
});

test("devices, links and read-only files", () => {
  const inner = join(folder, "inner");
  mkdirSync(inner);
  const link = (name: string, to: string): string => {
    symlinkSync(to, join(inner, name));
    return join(inner, name);
  };
  const refusal = (path: string, why: string): void => {
    refused += 1;
    expect(() => fileTarget(path)).toThrow(`${path} cannot be written: ${why}.`);
  };
  refusal("/dev/null", "it is a device, not a file");
  refusal("/dev/full", "it is a device, not a file");
  refusal(link("nowhere", join(folder, "absent")), "it is a link that leads nowhere");
  refusal(link("circle", join(inner, "circle")), "its links lead in a circle");
  refusal(join(inner, "none", "model.xlsx"), `the folder ${join(inner, "none")} does not exist`);
  refusal(inner, "it is a folder; name a file in it");
  writeFileSync(join(inner, "kept.xlsx"), OLD);
  chmodSync(join(inner, "kept.xlsx"), 0o444);
  refusal(join(inner, "kept.xlsx"), "the file there is read-only");
  chmodSync(join(inner, "kept.xlsx"), 0o640);
  const through = link("through", join(inner, "kept.xlsx"));
  replaceFile(fileTarget(through), Buffer.from("new"));
  expect([
    readFileSync(join(inner, "kept.xlsx"), "utf8"),
    readlinkSync(through),
    statSync(join(inner, "kept.xlsx")).mode & 0o777,
  ]).toEqual(["new", join(inner, "kept.xlsx"), 0o640]);
  expect(removeLeftovers(fileTarget(through))).toEqual([]);
  rmSync(inner, { recursive: true });
});

test.each([
  "model [1] 收入 📈 'q' \"d\" $HOME `x`.xlsx",
  "-rf",
  " .xlsx",
  "a\nb.xlsx",
  "%2e%2e",
  "CON",
  "model.xlsx ",
])("an odd name is just a name: %j", (name) => {
  const inner = join(folder, "odd");
  mkdirSync(inner);
  replaceFile(fileTarget(join(inner, name)), Buffer.from("x"));
  expect(readdirSync(inner)).toEqual([name]);
  rmSync(inner, { recursive: true });
});
