import { excelHost } from "../hosts/officejs/excelHost";
import { openModel } from "../model";
import { loadSeeds } from "../seeds";
import type { PanePlatform } from "./panePlatform";
import { seedTexts } from "./seedTexts";
import { startPane } from "./taskpane";

/** Excel's surroundings: its theme, where it tells one, and its version of the program. */
function excelPlatform(version: string): PanePlatform {
  return {
    name: "Excel",
    version,
    watchTheme: (apply) => {
      const system = window.matchMedia("(prefers-color-scheme: dark)");
      const isDark = (): boolean => {
        const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
        return theme?.isDarkTheme ?? (theme?.bodyBackgroundColor === undefined ? system.matches : brightness(theme.bodyBackgroundColor) < 0.5);
      };
      const follow = (): void => apply(isDark() ? "dark" : "light");
      follow();
      system.addEventListener("change", follow);
      return () => system.removeEventListener("change", follow);
    },
  };
}

/** Brightness of a colour such as "#1F1F1F", from 0 to 1. */
function brightness(colour: string): number {
  const [red = 255, green = 255, blue = 255] = (/[0-9a-f]{6}/i.exec(colour)?.[0].match(/../g) ?? []).map((part) => Number.parseInt(part, 16));
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Starts the pane in Excel; a failure is said in the page. */
async function startInExcel(): Promise<void> {
  const root = document.getElementById("kc-pane")!;
  try {
    await Office.onReady();
    const model = openModel(loadSeeds(await seedTexts()));
    await startPane({ root, model, port: excelHost(), platform: excelPlatform(document.documentElement.dataset["version"] ?? "") }).ready;
  } catch (error) {
    root.textContent = `KC Model could not start: ${error instanceof Error ? error.message : String(error)} Close the pane and open it again.`;
  }
}

void startInExcel();
