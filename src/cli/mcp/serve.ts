import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createServer } from "./createServer";
import type { Desk } from "./tool";

/** Serves until standard input ends. Standard output carries the protocol alone; what goes wrong beside it is told in words. */
export async function serve(desk: Desk, tell: (line: string) => void): Promise<void> {
  const ended = new Promise<void>((done) => {
    process.stdin.once("end", done);
    process.stdin.once("close", done);
  });
  const handle = serveStdio(() => createServer(desk), {
    onerror: ({ message }) => tell(`kc mcp: ${message}`),
  });
  tell(`kc mcp ${desk.version} listens on standard input; end it to stop.`);
  await ended;
  await handle.close();
}
