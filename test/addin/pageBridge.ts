import { latestSets, nativeHost } from "../officeHost/nativeHost";

interface PageBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

declare global {
  interface Window {
    /** Takes a message of the library out of the page. */
    toHost(text: string): Promise<void>;
    /** The seam that the library looks for before it loads. */
    _richApiNativeBridge: PageBridge;
  }
}

/** Whether Excel is dark, set when this script is bundled. */
declare const DARK: boolean;

/** Excel's colours as numbers: the host's own object has none, and the library asks for them. */
const theme = DARK
  ? {
      bodyBackgroundColor: 0x262626,
      bodyForegroundColor: 0xffffff,
      controlBackgroundColor: 0x0a0a0a,
      controlForegroundColor: 0xffffff,
    }
  : {
      bodyBackgroundColor: 0xffffff,
      bodyForegroundColor: 0x262626,
      controlBackgroundColor: 0xf3f3f3,
      controlForegroundColor: 0x262626,
    };

// What Excel's own window puts into a page before the first script; the library and the add-in are as built.
if (window === window.top) {
  const native = nativeHost(latestSets);
  const context = {
    ...(native["GetContext"] as () => object)(),
    GetOfficeThemeInfo: () => JSON.stringify(theme),
  };
  Object.defineProperty(window, "external", {
    value: { ...native, GetContext: () => context },
    configurable: true,
    writable: true,
  });
  window._richApiNativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => void window.toHost(text),
  };
}
