import { ISheetClipboardService } from "@univerjs/sheets-ui";
import type { Injector } from "@univerjs/core";

/** What comes from the clipboard: a table in HTML, or "", and the same as plain text, or "". */
export interface Pasted {
  readonly html: string;
  readonly text: string;
}

type Clipboard = Pick<ISheetClipboardService, "paste" | "legacyPaste">;

/** Changes what is pasted before the grid reads it; copies of the grid's own cells stay as they are. */
export function changePastes(injector: Injector, change: (pasted: Pasted) => Pasted): void {
  const clipboard: Clipboard = injector.get(ISheetClipboardService);
  const changed = (pasted: Pasted): Pasted => (OWN_COPY.test(pasted.html) ? pasted : change(pasted));
  const legacyPaste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) => {
    const pasted = changed({ html: html ?? "", text: text ?? "" });
    return legacyPaste(pasted.html || undefined, pasted.text || undefined, files);
  };
  const paste = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, type) => {
    const read = async (kind: string): Promise<string> =>
      item.types.includes(kind) ? (await item.getType(kind)).text() : "";
    const pasted = changed({ html: await read(HTML), text: await read(TEXT) });
    const parts = new Map([
      [HTML, pasted.html],
      [TEXT, pasted.text],
    ]);
    const getType = (kind: string): Promise<Blob> => {
      const part = parts.get(kind);
      return part === undefined ? item.getType(kind) : Promise.resolve(new Blob([part], { type: kind }));
    };
    return paste({ types: item.types, getType } as ClipboardItem, type);
  };
}

const HTML = "text/html";
const TEXT = "text/plain";
/** The mark that the grid puts into what is copied from it. */
const OWN_COPY = /data-copy-id/;
