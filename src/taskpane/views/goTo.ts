import type { Pane } from "../pane";
import type { TabId } from "../state/paneState";

/** Goes to another tab from inside a panel, and takes the keyboard focus along. */
export function goTo({ store }: Pane, tab: TabId): void {
  store.update({ tab, notice: null });
  // The panel is drawn in the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById("panel")?.focus()));
}
