import { freezeFormulas } from "../../hosts/frozen/freezeFormulas";
import type { FreezeReport } from "../../hosts/frozen/freezeReport";
import { relinkFormulas } from "../../hosts/frozen/relinkFormulas";
import { attempt } from "../../hosts/attempt";
import type { FormulaHost, Message } from "../../hosts/port";
import { say } from "../../words";
import type { LinkedParts } from "../pane";
import { scanWorkbook } from "../sheet/scanWorkbook";

/** What the analyst can do on the Share tab. */
export interface ShareActions {
  scan(): void;
  /** Turns KC formulas into values and lists them. */
  freeze(): void;
  /** Puts the listed formulas back. */
  relink(): void;
  show(place: string): void;
}

/** Makes the actions. */
export function shareActions(parts: LinkedParts): ShareActions {
  const { port, store, link } = parts;
  const failed = (notice: Message): void =>
    store.update({ share: { busy: null, result: null, report: null }, notice });
  async function scan(): Promise<void> {
    const words = "Looking through the workbook";
    store.update({ share: { busy: words, result: null, report: null }, notice: null, spoken: words });
    await attempt(async () => {
      const result = await scanWorkbook(parts);
      const stops = result.findings.filter(({ kind }) => kind === "stop").length;
      store.update({
        share: { busy: null, result, report: null },
        spoken: stops === 0 ? "Ready to share" : say`${stops} findings before sharing`,
      });
    }, failed);
  }
  async function change(
    words: string,
    work: (formulas: FormulaHost) => Promise<FreezeReport>,
  ): Promise<void> {
    // What the scan found is about the workbook as it was.
    store.update({ share: { busy: words, result: null, report: null }, notice: null, spoken: words });
    await attempt(async () => {
      const report = await work(port.formulas);
      store.update({
        share: { busy: null, result: null, report },
        spoken: `${report.title} ${report.wayOut}`,
      });
      await link.look();
    }, failed);
  }
  return {
    scan: () => void scan(),
    freeze: () => void change("Freezing KC formulas", freezeFormulas),
    relink: () => void change("Relinking KC formulas", relinkFormulas),
    show: (place) =>
      void attempt(
        () => port.show(place),
        (notice) => store.update({ notice }),
      ),
  };
}
