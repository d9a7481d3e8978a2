import { say } from "../words";
/** Work that was not saved, kept in this browser: one file, the latest. */
export interface Draft {
  readonly name: string;
  /** When it was kept, as ISO date-time. */
  readonly at: string;
  readonly bytes: Uint8Array;
}

const [DATABASE, STORE, KEY] = ["kc-model", "drafts", "latest"];
/** Bytes that a draft may have. */
const MOST = 20_000_000;

/** The draft of this browser, or null; also where the browser keeps nothing. */
export async function readDraft(): Promise<Draft | null> {
  return (
    (await inStore<Draft | undefined>("readonly", (store) => store.get(KEY)).catch(() => undefined)) ?? null
  );
}

/** Keeps a draft in place of the one before. Throws when it is too large or the browser keeps nothing. */
export async function keepDraft(draft: Draft): Promise<void> {
  if (draft.bytes.length > MOST)
    throw new Error(
      say`The workbook has more than ${MOST / 1e6} MB, so this browser keeps no copy of it. Save it.`,
    );
  await inStore("readwrite", (store) => store.put(draft, KEY));
}

/** Erases the draft. */
export async function eraseDraft(): Promise<void> {
  await inStore("readwrite", (store) => store.delete(KEY)).catch(() => undefined);
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
