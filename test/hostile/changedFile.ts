import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** New text of a part, given its present text; null takes the part out. */
export type PartChanges = Readonly<Record<string, ((text: string) => string) | Uint8Array | string | null>>;

/** The same .xlsx file with parts changed, added or taken out; its checksums are right. */
export function withParts(file: Uint8Array, changes: PartChanges): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(file);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete parts[path];
    else if (typeof change === "function") {
      const before = strFromU8(parts[path]!);
      const after = change(before);
      if (after === before) throw new Error(`Nothing changed in ${path}`);
      parts[path] = strToU8(after);
    } else parts[path] = typeof change === "string" ? strToU8(change) : change;
  }
  return zipSync(parts as Zippable, { level: 6 });
}

/** Path of the part that holds a sheet. */
export function sheetPath(file: Uint8Array, name: string): string {
  const workbook = strFromU8(unzipSync(file)["xl/workbook.xml"]!);
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1]);
  return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
}

/** A cell of a sheet's XML given other attributes and content. */
export function withCell(address: string, xml: string): (text: string) => string {
  return (text) => text.replace(new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, "s"), () => xml);
}

/** A zip file of one path and bytes with a record for it as often as asked, written by hand where no library would. */
export function zipOf(
  entries: readonly {
    readonly path: string;
    readonly stored: Uint8Array;
    readonly size: number;
    readonly method: number;
    readonly checksum?: number;
    readonly flags?: number;
  }[],
): Uint8Array {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const { path, stored, size, method, checksum = 0, flags = 0 } of entries) {
    const name = Buffer.from(path);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(checksum, 10);
    fields.writeUInt32LE(stored.byteLength, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name, stored]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    locals.push(local);
    records.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, rest, name]));
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}
