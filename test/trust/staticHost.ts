import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** A plain static host that knows nothing of the page it serves. */
export interface StaticHost {
  /** Address of the folder, with a slash at the end. */
  readonly address: string;
  /** Paths asked for that are not there. */
  readonly missing: readonly string[];
  /** Paths answered, in order. */
  readonly served: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".webp": "image/webp",
  ".json": "application/json",
  ".txt": "text/plain",
};

/** Serves a folder below a path such as /sub/path/, on this machine only; everything outside that path is missing. Pages pass through `change`; a path may have headers of its own. */
export async function staticHost(
  folder: string,
  below: string,
  change: (page: string) => string = (page) => page,
  headersOf: (path: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<StaticHost> {
  const [missing, served]: [string[], string[]] = [[], []];
  const server = createServer(({ url = "/" }, answer) => {
    const pathname = decodeURI(new URL(url, "http://localhost").pathname);
    const asked = pathname.slice(below.length);
    const inside = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
    const file = join(folder, inside);
    if (!pathname.startsWith(below) || !existsSync(file) || !statSync(file).isFile()) {
      missing.push(pathname);
      answer.writeHead(404).end();
      return;
    }
    served.push(pathname);
    const page = extname(file) === ".html";
    answer
      .writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        ...headersOf(pathname),
      })
      .end(page ? change(readFileSync(file, "utf8")) : readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${encodeURI(below)}`,
    missing,
    served,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
