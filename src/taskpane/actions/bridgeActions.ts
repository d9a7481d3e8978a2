import type { Bridge, Stepwise } from "../../analysis";
import type { PaneParts } from "../pane";
import {
  askedBridge,
  BRIDGE_GROUP,
  sameBasis,
  type BridgeBasis,
  type BridgeEnd,
  type BridgeProgress,
} from "../state/bridgeState";
import type { PaneState } from "../state/paneState";

/** What the analyst can do with the bridge of the Compare tab. */
export interface BridgeActions {
  open(open: boolean): void;
  from(end: BridgeEnd): void;
  to(end: BridgeEnd): void;
  /** Ends what is being calculated. */
  stop(): void;
}

/** Milliseconds of calculation between which the page may draw and answer. */
const SLICE = 12;
/** Milliseconds between two drawings of how far it has come. */
const DRAWN_EVERY = 150;

/** Makes the actions. The bridge is calculated while it is open, in slices, and begun again when anything that it hangs on changes. */
export function bridgeActions({ model, store }: PaneParts): BridgeActions {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn = 0;
  const progress = (bridge: BridgeProgress): void =>
    store.update(({ compare }) => ({ compare: { ...compare, bridge } }));

  function slice(work: Stepwise<Bridge>, basis: BridgeBasis): void {
    timer = undefined;
    const asked = basisOf(store.get());
    if (asked === null || !sameBasis(basis, asked)) return follow(store.get());
    const end = performance.now() + SLICE;
    let last = 0;
    do {
      const { done, value } = work.next();
      if (done === true) return progress({ at: "done", bridge: value, of: basis });
      last = value;
    } while (performance.now() < end);
    timer = setTimeout(() => slice(work, basis), 0);
    if (end < drawn + DRAWN_EVERY) return;
    drawn = end;
    progress({ at: "running", done: last, of: basis });
  }

  function basisOf({ tab, openGroups, table, compare }: PaneState): BridgeBasis | null {
    if (tab !== "compare" || !openGroups.has(BRIDGE_GROUP)) return null;
    const { line, period, bridgeFrom: from, bridgeTo: to } = compare;
    return { from, to, line, period, table, facts: model.data };
  }

  function follow(state: PaneState): void {
    if (timer !== undefined) return;
    const basis = basisOf(state);
    const { bridge } = state.compare;
    if (basis === null || (bridge.at === "done" && sameBasis(bridge.of, basis))) return;
    const work = askedBridge(model, basis);
    timer = setTimeout(() => slice(work, basis), 0);
    drawn = performance.now();
    progress({ at: "running", done: 0, of: basis });
  }

  const stopFollowing = store.subscribe(follow);
  return {
    open: (open) => {
      if (store.get().openGroups.has(BRIDGE_GROUP) === open) return;
      store.update(({ openGroups }) => ({
        openGroups: new Set(
          open ? [...openGroups, BRIDGE_GROUP] : [...openGroups].filter((id) => id !== BRIDGE_GROUP),
        ),
      }));
    },
    from: (bridgeFrom) => store.update(({ compare }) => ({ compare: { ...compare, bridgeFrom } })),
    to: (bridgeTo) => store.update(({ compare }) => ({ compare: { ...compare, bridgeTo } })),
    stop: () => {
      stopFollowing();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
