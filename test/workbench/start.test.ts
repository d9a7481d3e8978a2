/** The server behind npm start: for this machine only, plain files, and it ends when told to. */

import { readFileSync } from "node:fs";
import { get } from "node:http";
import { networkInterfaces } from "node:os";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../support/repository";
import { startWorkbenchServer, type WorkbenchServer } from "./workbenchServer";

let server: WorkbenchServer;
beforeAll(async () => {
  server = await startWorkbenchServer();
});
afterAll(async () => {
  await server?.close();
});

test("the page and its files come with their types, and anything else is missing", async () => {
  const page = await fetch(server.address);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await page.text()).toContain("workbench.js");
  const script = await fetch(`${server.address}workbench.js`);
  expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(script.headers.get("x-content-type-options")).toBe("nosniff");
  expect(
    Buffer.from(await script.arrayBuffer()).equals(readFileSync(join(root, "dist/workbench/workbench.js"))),
  ).toBe(true);
  const asked = await Promise.all(
    ["package.json", "..%2f..%2fpackage.json", "nothing.js"].map((path) => fetch(`${server.address}${path}`)),
  );
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await fetch(server.address, { method: "POST" })).status).toBe(405);
});

test("nobody but this machine reaches it", async () => {
  const { port } = new URL(server.address);
  const listening = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .filter((line) => / 0A /.test(line))
    .map((line) => line.trim().split(/\s+/)[1]!)
    .filter((address) => Number.parseInt(address.split(":")[1]!, 16) === Number(port));
  expect(listening).toEqual([expect.stringMatching(/^0100007F:/)]);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  for (const { address } of others) {
    const refused = new Promise((resolve) =>
      get(`http://${address}:${port}/`, () => resolve("answered")).on("error", ({ message }) =>
        resolve(message),
      ),
    );
    expect(await refused).toMatch(/ECONNREFUSED/);
  }
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it well", async (signal) => {
  const own = await startWorkbenchServer();
  expect(await own.close(signal)).toBe(0);
  await expect(fetch(own.address)).rejects.toThrow();
});

test("a port that is taken or is none is said in words", () => {
  const start = (port: string) =>
    spawnSync(process.execPath, [join(root, "scripts/start.mjs"), "--no-open", "--port", port], {
      cwd: root,
      encoding: "utf8",
    });
  const { port } = new URL(server.address);
  expect(start(port)).toMatchObject({
    status: 1,
    stderr: `Port ${port} is taken; leave --port away to take any free one.\n`,
  });
  expect(start("many")).toMatchObject({
    status: 1,
    stderr: "The workbench cannot start: --port needs a number from 0 to 65535; 0 takes any free one.\n",
  });
});
