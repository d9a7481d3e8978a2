import { shippedModel } from "../functions/shippedModel";
import { loadCatalogue, say, speakSoon, spokenWords } from "../words";
import { hostInWords } from "../hosts/hostInWords";
import { excelHost } from "../hosts/officejs/excelHost";
import { readRibbonMessages } from "../hosts/ribbonMessages";
import { chosenLanguage } from "./paneLanguage";
import type { PanePlatform } from "./panePlatform";
import { startPane } from "./startPane";

/** Excel's surroundings: its theme, where it tells one, and the version of the program. */
function excelPlatform(): PanePlatform {
  return {
    name: "Excel",
    version: document.documentElement.dataset["version"] ?? "",
    language: Office.context.displayLanguage,
    watchTheme: (apply) => {
      const system = window.matchMedia("(prefers-color-scheme: dark)");
      const isDark = (): boolean => {
        const theme = officeTheme();
        return (
          theme?.isDarkTheme ??
          (theme?.bodyBackgroundColor === undefined
            ? system.matches
            : brightness(theme.bodyBackgroundColor) < 0.5)
        );
      };
      const follow = (): void => apply(isDark() ? "dark" : "light");
      follow();
      system.addEventListener("change", follow);
      return () => system.removeEventListener("change", follow);
    },
  };
}

/** Excel's theme, or nothing where Excel has none to tell: reading it may throw there. */
function officeTheme(): Office.OfficeTheme | undefined {
  try {
    return Office.context.officeTheme as Office.OfficeTheme | undefined;
  } catch {
    return undefined;
  }
}

/** Brightness of a colour such as "#1F1F1F", from 0 to 1. */
function brightness(colour: string): number {
  const [red = 255, green = 255, blue = 255] = (/[0-9a-f]{6}/i.exec(colour)?.[0].match(/../g) ?? []).map(
    (part) => Number.parseInt(part, 16),
  );
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Starts the pane in Excel and shows what the ribbon has to say; a failure is said in the page. */
export async function startInExcel(): Promise<void> {
  const root = document.getElementById("kc-pane")!;
  try {
    await Office.onReady();
    // Cells may ask before the pane is there; the pane itself says where the words can't be loaded.
    speakSoon(loadCatalogue(chosenLanguage(Office.context.displayLanguage))).catch(() => undefined);
    const pane = startPane({
      root,
      model: await shippedModel(),
      port: hostInWords(excelHost(), spokenWords),
      platform: excelPlatform(),
    });
    await pane.ready;
    readRibbonMessages((message) => {
      pane.say(message);
      void pane.look();
    });
  } catch (error) {
    root.textContent = say`KC Model could not start: ${error instanceof Error ? error.message : String(error)} Close the pane and open it again.`;
  }
}
