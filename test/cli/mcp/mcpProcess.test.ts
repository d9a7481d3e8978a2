import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { root } from "../../support/repository";
import { kc, temporaryFolder } from "../runCommand";
import { callerOf } from "./mcpClient";

const folder = temporaryFolder();
const command = join(root, "src", "cli", "run.mjs");
const guard = join(folder, "guard.cjs");

beforeAll(() => {
  // Whoever opens a socket, looks a name up or listens is told on, and fails.
  writeFileSync(
    guard,
    `const told = (what) => () => { process.stderr.write("NETWORK " + what + "\\n"); throw new Error("no network"); };
    const net = require("node:net"), dns = require("node:dns"), dgram = require("node:dgram");
    net.Socket.prototype.connect = told("connect");
    net.Server.prototype.listen = told("listen");
    dns.lookup = told("lookup");
    dgram.createSocket = told("datagram");
    globalThis.fetch = told("fetch");`,
  );
});

test("the SDK's own client over kc mcp: same figure as kc eval, a file where it was called, and no network", async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--require", guard, command, "mcp"],
    cwd: folder,
    stderr: "pipe",
  });
  let told = "";
  transport.stderr!.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(transport);
  const call = callerOf(client);
  const { tools } = await client.listTools();
  expect(tools).toHaveLength(7);
  const { data } = await call("figure", { line: "adjustedEbitda", period: "FY2028", scenario: "upside" });
  const printed = await kc("eval", '=KC.LINE("adjustedEbitda","FY2028","upside")', "--json");
  expect((data as { value: unknown }).value).toBe((JSON.parse(printed.out) as { value: unknown }).value);
  const built = await call("build", { file: "here.xlsx" });
  expect(built.text).toContain(join(folder, "here.xlsx"));
  expect(
    (await call("bridge", { line: "cash", period: "FY2027", from: "Base", to: "here.xlsx" })).text,
  ).toContain("nothing that differs");
  expect((await call("figure", { line: "revenu", period: "FY2027" })).text).toContain("did you mean");
  await client.close();
  expect(told).toContain("listens on standard input");
  expect(told).not.toContain("NETWORK");
});

test("the guard of that test tells on who opens a socket", async () => {
  const child = spawn(process.execPath, ["--require", guard, "-e", "fetch('http://127.0.0.1:9/')"]);
  expect((await everything(child)).err).toContain("NETWORK fetch");
});

test("standard output carries the protocol alone, whatever is sent, and the process ends with its input", async () => {
  const child = spawn(process.execPath, [command, "mcp"], { cwd: folder });
  const lines = [
    "not JSON",
    "[]",
    "{}",
    JSON.stringify({ jsonrpc: "2.0", id: 1, method: "no/such" }),
    JSON.stringify({
      jsonrpc: "2.0",
      id: 2,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "raw", version: "1" } },
    }),
    JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }),
    JSON.stringify({
      jsonrpc: "2.0",
      id: 3,
      method: "tools/call",
      params: { name: "figure", arguments: { line: "revenue", period: "FY2027" } },
    }),
  ];
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    // Requests still open when the input ends would not be answered.
    if (out.includes('"id":3')) child.stdin.end();
  });
  child.stdin.write(lines.map((line) => `${line}\n`).join(""));
  const [code] = (await once(child, "close")) as [number | null];
  expect(code).toBe(0);
  const answers = out
    .split("\n")
    .filter((line) => line !== "")
    .map(
      (line) =>
        JSON.parse(line) as { readonly jsonrpc: string; readonly id?: unknown; readonly result?: unknown },
    );
  expect(answers.every(({ jsonrpc }) => jsonrpc === "2.0")).toBe(true);
  expect(answers.find(({ id }) => id === 3)?.result).toMatchObject({
    structuredContent: { line: "revenue" },
  });
});

async function everything(child: ChildProcess): Promise<{ readonly out: string; readonly err: string }> {
  let [out, err] = ["", ""];
  child.stdout!.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr!.on("data", (chunk: Buffer) => (err += chunk.toString()));
  await once(child, "close");
  return { out, err };
}
