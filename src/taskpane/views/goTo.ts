import type { Pane } from "../pane";
import type { TabId } from "../state/paneState";
import { focusSoon } from "./focusSoon";

/** Goes to another tab from inside a panel, and takes the keyboard focus along. */
export function goTo({ store }: Pane, tab: TabId): void {
  store.update({ tab, notice: null });
  focusSoon("panel");
}
