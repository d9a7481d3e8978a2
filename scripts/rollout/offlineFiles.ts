import type { FilesByPath } from "./hostedFiles";

/** Pages that start without the network, each in the folder whose files it needs. */
const PAGES: readonly { readonly page: string; readonly folder: string; readonly keeps: RegExp }[] = [
  {
    page: "taskpane.html",
    folder: "",
    keeps:
      /^(?:functions|commands|taskpane|texts|chinese)\.js$|^(?:taskpane|help)\.css$|^(?:taskpane|help(?:\.zh-CN)?)\.html$/,
  },
  { page: "workbench/index.html", folder: "workbench/", keeps: /\.(?:js|css|html|woff2)$/ },
];

/** What the pages load to have their worker, and to name the files of Office's library that they loaded, which come from another host. */
const REGISTRATION = `"use strict";
navigator.serviceWorker
  ?.register("sw.js")
  .then(() => navigator.serviceWorker.ready)
  .then(({ active }) => {
    const tell = (list) => active.postMessage(list.getEntries().map(({ name }) => name));
    new PerformanceObserver(tell).observe({ type: "resource", buffered: true });
  })
  // Where a host of the page allows no workers, it starts with the network only.
  .catch(() => undefined);
`;

/** The worker of a folder: its files come from what was kept, pages and Office's library from the network as long as it answers. */
function worker(files: readonly string[]): string {
  return `"use strict";
const FILES = ${JSON.stringify(files, null, 2)};
const NAME = "kc-model ";
const CACHE = NAME + registration.scope;
const LIBRARY = "https://appsforoffice.microsoft.com/";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// Of other versions only the latest is kept: a workbook may still be open with it.
addEventListener("activate", (event) => {
  const isWorkbench = (name) => name.endsWith("/workbench/");
  const forget = async () => {
    const others = (await caches.keys()).filter(
      (name) => name.startsWith(NAME) && name !== CACHE && isWorkbench(name) === isWorkbench(CACHE),
    );
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  };
  event.waitUntil(forget());
});

addEventListener("message", (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    for (const address of event.data.filter((name) => name.startsWith(LIBRARY)))
      if (!(await cache.match(address))) await cache.put(address, await fetch(address, { mode: "no-cors" }));
  };
  event.waitUntil(keep().catch(() => undefined));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate" || request.url.startsWith(LIBRARY)) event.respondWith(fresh(request));
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

/** The built files with a worker beside each page that starts without the network; only a release has them, a development server never keeps a page. */
export function offlineFiles(built: FilesByPath): FilesByPath {
  const files = new Map(built);
  for (const { page, folder, keeps } of PAGES) {
    const bytes = built.get(page);
    if (bytes === undefined) continue;
    const tag = '    <script defer src="offline.js"></script>\n';
    files.set(page, Buffer.from(bytes.toString("utf8").replace(/[ \t]*<\/head>/i, (end) => tag + end)));
    const kept = [...built.keys()]
      .filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length))
      .filter((path) => keeps.test(path));
    files.set(`${folder}offline.js`, Buffer.from(REGISTRATION));
    files.set(`${folder}sw.js`, Buffer.from(worker(kept)));
  }
  return files;
}
