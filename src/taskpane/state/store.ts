/** Holds one immutable state and tells listeners when it changes. */
export interface Store<State> {
  get(): State;
  /** Lays a part over the state; listeners hear of it once. */
  update(part: Partial<State> | ((state: State) => Partial<State>)): void;
  /** The result stops listening. */
  subscribe(listener: (state: State) => void): () => void;
}

/** Makes a store. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<(state: State) => void>();
  return {
    get: () => state,
    update: (part) => {
      state = { ...state, ...(typeof part === "function" ? part(state) : part) };
      for (const listener of [...listeners]) listener(state);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
