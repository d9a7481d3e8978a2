import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startWorkbenchServer } from "../../workbench/workbenchServer";
import { startBrowser } from "./browser";
import { startOffice } from "./startOffice";

/** What this run of the tests has started, by name. */
export type Started = { readonly close: () => Promise<unknown> };

/** Opens the place where test files ask for what all of them share: one Chromium, one LibreOffice and one server of the workbench, each started when the first one asks. */
export default async function setup(): Promise<void> {
  const started: Promise<Started>[] = [];
  const once = <Made extends Started>(
    start: () => Promise<Made>,
    address: (made: Made) => string,
  ): (() => Promise<string>) => {
    let made: Promise<Made> | undefined;
    return async () => {
      if (made === undefined) started.push((made = start()));
      return address(await made);
    };
  };
  const places: Readonly<Record<string, () => Promise<string>>> = {
    "/browser": once(startBrowser, ({ endpoint }) => endpoint),
    "/libreOffice": once(startOffice, ({ profile }) => profile),
    "/workbench": once(startWorkbenchServer, ({ address }) => address),
  };
  const server = createServer((request, answer) => {
    const asked = places[request.url ?? ""]?.() ?? Promise.reject(new Error(`Nothing is at ${request.url}`));
    asked.then(
      (text) => answer.end(text),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  process.env["KC_SHARED"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(globalThis, {
    endShared: async () => {
      server.close();
      for (const each of await Promise.allSettled(started))
        if (each.status === "fulfilled") await each.value.close();
    },
  });
}
