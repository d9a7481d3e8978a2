import { applyTheme } from "../taskpane/theme";

/** Light or dark, for the frame, the grid and the pane alike. */
export interface Look {
  dark(): boolean;
  choose(dark: boolean): void;
  /** Calls back at each change. */
  follow(handler: (dark: boolean) => void): void;
  /** The pane's way to follow. */
  watchTheme(apply: (theme: "light" | "dark") => void): () => void;
}

/** Follows the system until a person chooses. */
export function createLook(frame: HTMLElement): Look {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const handlers = new Set<(dark: boolean) => void>();
  let chosen: boolean | null = null;
  const dark = (): boolean => chosen ?? system.matches;
  const tell = (): void => {
    applyTheme(frame, dark() ? "dark" : "light");
    for (const handler of handlers) handler(dark());
  };
  system.addEventListener("change", tell);
  tell();
  return {
    dark,
    choose: (on) => {
      chosen = on;
      tell();
    },
    follow: (handler) => void handlers.add(handler),
    watchTheme: (apply) => {
      const handler = (on: boolean): void => apply(on ? "dark" : "light");
      handler(dark());
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
  };
}
