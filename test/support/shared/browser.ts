import { chromium, type Browser } from "playwright-core";

/** Longest time that one step in a page may take, in milliseconds: far above what a machine four times as busy needs. */
export const PAGE_PATIENCE = 120_000;

const LAUNCH = {
  executablePath: process.env["KC_CHROMIUM"] ?? "/usr/bin/chromium-headless-shell",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
  ],
};

/** A running Chromium that several processes may use. */
export interface SharedBrowser {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts Chromium behind a server, which keeps what one client sets, like dark colours, from the pages of another. */
export async function startBrowser(): Promise<SharedBrowser> {
  const server = await chromium.launchServer({ ...LAUNCH, timeout: PAGE_PATIENCE });
  return { endpoint: server.wsEndpoint(), close: () => server.close() };
}

/** The Chromium of this run of the tests, or one of its own outside a run; closing it closes the pages that were opened through it. */
export async function openBrowser(): Promise<Browser> {
  const shared = process.env["KC_SHARED"];
  if (shared === undefined) return ownBrowser();
  return chromium.connect(await sharedPlace(`${shared}/browser`), { timeout: PAGE_PATIENCE });
}

/** A Chromium of one's own: pages of one Chromium share its clipboard, so a test that copies would paste what another one copied. */
export function ownBrowser(): Promise<Browser> {
  return chromium.launch({ ...LAUNCH, timeout: PAGE_PATIENCE });
}

/** Address of something that the test files share, which starts when the first one asks. */
export async function sharedPlace(asked: string): Promise<string> {
  const answer = await fetch(asked);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
