import { say } from "../words";

/** Work that was not saved, kept in this browser: one file of each window, the latest. */
export interface Draft {
  readonly name: string;
  /** When it was kept, as ISO date-time. */
  readonly at: string;
  readonly bytes: Uint8Array;
}

const [DATABASE, STORE] = ["kc-model", "drafts"];
/** Bytes that a draft may have, and how many there may be: one of each window, the oldest go first. */
const MOST = { bytes: 20_000_000, drafts: 5 } as const;

/** Under what this window keeps its draft; another window has another. */
let own = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
let held = "";

/** A draft that a window left behind, and under what it is kept. */
export interface LeftDraft extends Draft {
  readonly key: string;
}

/** The latest draft of a window that is no longer open, or null; also where the browser keeps nothing. */
export async function readDraft(): Promise<LeftDraft | null> {
  const left = await allDrafts().catch(() => []);
  const locks = await navigator.locks?.query().catch(() => undefined);
  const open = new Set(locks?.held?.map(({ name }) => name));
  return left.find(({ key }) => !open.has(lockOf(key))) ?? null;
}

/** Makes a draft that another window left this window's own, to be replaced and erased as such. */
export function takeOver({ key }: LeftDraft): void {
  own = key;
  hold();
}

/** Keeps a draft in place of this window's one before. Throws when it is too large or the browser keeps nothing. */
export async function keepDraft(draft: Draft): Promise<void> {
  if (draft.bytes.length > MOST.bytes)
    throw new Error(
      say`The workbook has more than ${MOST.bytes / 1e6} MB, so this browser keeps no copy of it. Save it.`,
    );
  hold();
  await inStore("readwrite", (store) => store.put(draft, own));
  const kept = await inStore<IDBValidKey[]>("readonly", (store) => store.getAllKeys());
  if (kept.length > MOST.drafts)
    for (const { key } of (await allDrafts()).slice(MOST.drafts)) await eraseDraft(key);
}

/** Erases a draft: this window's, unless another is given. */
export async function eraseDraft(key = own): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key)).catch(() => undefined);
}

const lockOf = (key: string): string => [DATABASE, STORE, key].join(" ");

/** Tells other windows, for as long as this one is open, that its draft is not left behind. */
function hold(): void {
  if (held === own) return;
  held = own;
  navigator.locks?.request(lockOf(own), () => new Promise(() => {})).catch(() => undefined);
}

/** Every draft that the browser keeps, the latest first. */
async function allDrafts(): Promise<readonly LeftDraft[]> {
  const keys = await inStore<IDBValidKey[]>("readonly", (store) => store.getAllKeys());
  const drafts = await Promise.all(
    keys.map(async (key) => ({
      ...(await inStore<Draft>("readonly", (store) => store.get(key))),
      key: String(key),
    })),
  );
  return drafts.sort((a, b) => (a.at < b.at ? 1 : -1));
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T> | IDBRequest,
): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error("This browser keeps nothing."));
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = () => reject(transaction.error ?? new Error("The copy was not kept."));
    });
  } finally {
    database.close();
  }
}
