import { noticeOf } from "../noticeOf";
import type { LinkedParts } from "../pane";
import { scanWorkbook } from "../sheet/scanWorkbook";

/** What the analyst can do on the Share tab. */
export interface ShareActions {
  scan(): void;
  show(place: string): void;
}

/** Makes the actions. */
export function shareActions(parts: LinkedParts): ShareActions {
  const { port, store } = parts;
  async function scan(): Promise<void> {
    store.update({ share: { busy: true, result: null }, notice: null, spoken: "Looking through the workbook" });
    try {
      const result = await scanWorkbook(parts);
      const stops = result.findings.filter(({ kind }) => kind === "stop").length;
      store.update({ share: { busy: false, result }, spoken: stops === 0 ? "Ready to share" : `${stops} findings before sharing` });
    } catch (error) {
      store.update({ share: { busy: false, result: null }, notice: noticeOf(error) });
    }
  }
  return {
    scan: () => void scan(),
    show: (place) => void port.show(place).catch((error: unknown) => store.update({ notice: noticeOf(error) })),
  };
}
