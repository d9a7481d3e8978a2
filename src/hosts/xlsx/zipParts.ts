import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** New text of a part, given its present text. */
export type PartEdit = (text: string) => string;

const DIRECTORY_END = 0x06054b50;

interface Entry {
  readonly path: string;
  /** The directory record, with room for changed sizes and offset. */
  readonly record: Uint8Array<ArrayBuffer>;
  /** Local header and stored bytes. */
  readonly body: Uint8Array;
}

/**
 * The same zip file with some parts rewritten; every other part keeps its compressed bytes, so the cost is that of the
 * edited parts alone. A path that the file lacks is an error.
 */
export function editZipParts(zip: Uint8Array, edits: ReadonlyMap<string, PartEdit>): Uint8Array {
  const entries = directory(zip);
  for (const path of edits.keys()) {
    if (!entries.some((entry) => entry.path === path)) throw new Error(`The file has no part "${path}"`);
  }
  return assemble(
    entries.map((entry) => {
      const edit = edits.get(entry.path);
      return edit ? edited(entry, edit) : entry;
    }),
  );
}

function directory(zip: Uint8Array): Entry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== DIRECTORY_END)
    throw new Error("The bytes do not end as a zip file");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const pathLength = view.getUint16(at + 28, true);
    const length = 46 + pathLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      path: strFromU8(zip.subarray(at + 46, at + 46 + pathLength)),
      record: zip.slice(at, at + length),
      body: zip.subarray(local, start + view.getUint32(at + 20, true)),
    });
    at += length;
  }
  return entries;
}

function edited(entry: Entry, edit: PartEdit): Entry {
  const old = new DataView(entry.record.buffer);
  const stored = entry.body.subarray(entry.body.byteLength - old.getUint32(20, true));
  const plain = old.getUint16(10, true) === 0 ? stored : inflateSync(stored);
  const text = strToU8(edit(strFromU8(plain)));
  const packed = deflateSync(text, { level: 6 });

  const record = entry.record.slice();
  const header = entry.body.slice(0, entry.body.byteLength - stored.byteLength);
  const sum = crc32(text);
  for (const [view, offset] of [
    [new DataView(record.buffer), 10],
    [new DataView(header.buffer), 8],
  ] as const) {
    view.setUint16(offset, 8, true);
    view.setUint32(offset + 6, sum, true);
    view.setUint32(offset + 10, packed.byteLength, true);
    view.setUint32(offset + 14, text.byteLength, true);
  }
  return { path: entry.path, record, body: joined([header, packed]) };
}

function assemble(entries: readonly Entry[]): Uint8Array {
  let offset = 0;
  for (const { record, body } of entries) {
    new DataView(record.buffer).setUint32(42, offset, true);
    offset += body.byteLength;
  }
  const records = joined(entries.map((entry) => entry.record));
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, DIRECTORY_END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, records.byteLength, true);
  end.setUint32(16, offset, true);
  return joined([...entries.map((entry) => entry.body), records, new Uint8Array(end.buffer)]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** Checksum of zip entries (CRC-32). */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) sum = (sum >>> 8) ^ CRC_OF_BYTE[(sum ^ bytes[at]!) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}

/** What each byte adds to a checksum. */
const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});
