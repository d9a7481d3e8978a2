import type { Pane } from "../pane";

/** Keeps in the pane's state whether a group is open. */
export function keepOpen({ store }: Pane, group: string, open: boolean): void {
  if (store.get().openGroups.has(group) === open) return;
  store.update(({ openGroups }) => ({
    openGroups: new Set(open ? [...openGroups, group] : [...openGroups].filter((id) => id !== group)),
  }));
}
