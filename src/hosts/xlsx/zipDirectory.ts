import { strFromU8 } from "fflate";

/** One file inside a zip file, as its directory describes it. */
export interface ZipEntry {
  readonly path: string;
  /** Bytes as stored: deflated, or plain when `deflated` is false. */
  readonly stored: Uint8Array;
  readonly deflated: boolean;
  /** Bytes once unpacked, as declared. */
  readonly size: number;
  /** Checksum of the unpacked bytes (CRC-32). */
  readonly checksum: number;
}

const END = 0x06054b50;
const RECORD = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const NONE_32 = 0xffffffff;
const NONE_16 = 0xffff;

/** The files of a zip file by its directory. Throws an Error that says what is wrong with it. */
export function zipDirectory(zip: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return entries(zip, view);
  } catch (error) {
    // Numbers that point outside the file.
    if (error instanceof RangeError)
      throw new Error("its list of parts points outside the file", { cause: error });
    throw error;
  }
}

function entries(zip: Uint8Array, view: DataView): readonly ZipEntry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === NONE_16 || at === NONE_32) throw new Error("it is packed as files over 4 GB are (zip64)");
  const found: ZipEntry[] = [];
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== RECORD) throw new Error("its list of parts is broken");
    const pathLength = view.getUint16(at + 28, true);
    const path = strFromU8(zip.subarray(at + 46, at + 46 + pathLength));
    found.push(entry(zip, view, at, path));
    at += 46 + pathLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

function entry(zip: Uint8Array, view: DataView, at: number, path: string): ZipEntry {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, size, local] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  if ((flags & 1) !== 0) throw new Error(`its part ${path} is encrypted`);
  if (method !== 0 && method !== 8)
    throw new Error(`its part ${path} is packed in an unknown way (${method})`);
  if (packed === NONE_32 || size === NONE_32 || local === NONE_32)
    throw new Error("it is packed as files over 4 GB are (zip64)");
  if (view.getUint32(local, true) !== LOCAL)
    throw new Error(`its part ${path} is not where its list of parts says`);
  const nameLength = view.getUint16(local + 26, true);
  if (strFromU8(zip.subarray(local + 30, local + 30 + nameLength)) !== path)
    throw new Error(`its part ${path} has another name where it stands`);
  const start = local + 30 + nameLength + view.getUint16(local + 28, true);
  if (start + packed > zip.byteLength) throw new Error(`its part ${path} is cut short`);
  return {
    path,
    stored: zip.subarray(start, start + packed),
    deflated: method === 8,
    size,
    checksum: view.getUint32(at + 16, true),
  };
}

/** Where the end record begins; only a comment may follow it. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Error("it is cut short, its end is missing (an interrupted download or copy?)");
}
