import { strFromU8, unzipSync } from "fflate";

/** The XML parts of an .xlsx file as text, by path. */
export function fileParts(xlsx: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(xlsx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** One part of an .xlsx file; a missing part fails the test. */
export function filePart(xlsx: Uint8Array, path: string): string {
  const parts = fileParts(xlsx);
  const part = parts.get(path);
  if (part === undefined) throw new Error(`No part ${path}; the parts are ${[...parts.keys()].join(", ")}`);
  return part;
}
