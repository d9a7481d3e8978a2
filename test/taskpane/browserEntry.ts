import { kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { startPane, type RunningPane } from "../../src/taskpane/startPane";
import { memoryPort, type MemoryPort } from "./memoryPort";

declare global {
  interface Window {
    /** The in-memory workbook of the page under test. */
    port: MemoryPort;
    pane: RunningPane | undefined;
    /** Ends the pane and starts it again over an empty workbook. */
    restart(): Promise<void>;
  }
}

/** Starts the pane over an in-memory workbook, in the pane's own page and under its content policy. */
async function start(): Promise<void> {
  const texts = (await (await fetch("seeds.json")).json()) as Record<string, string>;
  const model = openModel(kingsoftCloud, loadSeeds(texts));
  window.restart = async () => {
    await window.pane?.stop();
    window.port = memoryPort();
    window.pane = startPane({
      root: document.getElementById("kc-pane")!,
      port: window.port,
      model,
      platform: { name: "Excel", version: "test" },
    });
    await window.pane.ready;
  };
  await window.restart();
  document.documentElement.dataset["ready"] = "yes";
}

void start();
