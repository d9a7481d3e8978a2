import type { FilesByPath } from "./hostedFiles";

/** Folder of the page that starts without the network. The pane does not: Office's library comes from Microsoft's host, which the content policy keeps a worker from asking. */
const FOLDER = "workbench/";
const PAGE = `${FOLDER}index.html`;

/** What the page loads to have its worker. */
const REGISTRATION = `"use strict";
// Once the page has its files: a file that page and worker ask for at once fails in a browser whose cache can't hold it.
// Where a browser allows no workers, the page starts with the network only.
addEventListener("load", () => navigator.serviceWorker?.register("sw.js").catch(() => undefined));
`;

/** The worker: files come from what was kept, the page from the network as long as it answers. */
function worker(files: readonly string[]): string {
  return `"use strict";
const FILES = ${JSON.stringify(files, null, 2)};
const NAME = "kc-model ";
const CACHE = NAME + registration.scope;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// Of other versions only the latest is kept: a workbook may still be open with it.
addEventListener("activate", (event) => {
  const forget = async () => {
    const others = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE);
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  };
  event.waitUntil(forget());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(fresh(request));
  else if (request.url.startsWith(registration.scope)) event.respondWith(kept(request));
});

async function known(request) {
  return (await caches.open(CACHE)).match(request, { ignoreSearch: true });
}

async function kept(request) {
  return (await known(request)) ?? fetch(request);
}

async function fresh(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const answer = await known(request);
    if (answer === undefined) throw error;
    return answer;
  }
}
`;
}

/** The built files with a worker beside the workbench, which then starts without the network; only a release has it, a development server never keeps a page. */
export function offlineFiles(built: FilesByPath): FilesByPath {
  const page = built.get(PAGE);
  if (page === undefined) return built;
  const tag = '    <script defer src="offline.js"></script>\n';
  const kept = [...built.keys()]
    .filter((path) => path.startsWith(FOLDER) && /\.(?:js|css|html|woff2)$/.test(path))
    .map((path) => path.slice(FOLDER.length));
  return new Map([
    ...built,
    [PAGE, Buffer.from(page.toString("utf8").replace(/[ \t]*<\/head>/i, (end) => tag + end))],
    [`${FOLDER}offline.js`, Buffer.from(REGISTRATION)],
    [`${FOLDER}sw.js`, Buffer.from(worker(["offline.js", ...kept]))],
  ]);
}
