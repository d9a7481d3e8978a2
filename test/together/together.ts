import { join } from "node:path";

declare const KC_TOGETHER: Readonly<Record<string, readonly string[]>>;

/** Runs the suites of a group of jest.together.config.mjs in this context, each under its path. */
export function together(group: string): void {
  describe.each(KC_TOGETHER[group]!)("%s", (path) => {
    require(join(__dirname, "..", path));
  });
}
