import { Inflate, strToU8, zipSync } from "fflate";
import { columnNumber } from "../../workbook/address";
import { partText } from "./partText";
import { crc32 } from "./zipParts";
import { zipDirectory, type ZipEntry } from "./zipDirectory";

/** An .xlsx file reduced to what reading needs: sheets with their notes, texts and styles. */
export interface UnpackedWorkbook {
  /** A plain zip file of those parts, nothing packed. */
  readonly bytes: Uint8Array;
  /** Texts of those parts and of charts and colours, by path. */
  readonly parts: ReadonlyMap<string, string>;
  /** Paths of everything in the file. */
  readonly paths: readonly string[];
  /** True when the file carries macros. */
  readonly macros: boolean;
  /** How many other workbooks or programs it links to. */
  readonly links: number;
}

/** What a file may be at most; the model's own workbook has 5 MB in 52 parts. */
const MOST = { parts: 4_000, bytes: 128 * 1024 * 1024, cells: 3_000_000 } as const;

/** Parts that say nothing of a sheet: they are neither unpacked nor carried on. */
const PASSED_OVER =
  /(?:^|\/)(?:activeX|chartsheets|ctrlProps|customXml|embeddings|externalLinks|media|pivotCache|printerSettings)\//i;

/** Parts that are looked at and not carried on. */
const LOOKED_AT = /(?:^|\/)(?:charts|docProps|theme)\//i;

/** Where cells say that they are, however it is written. */
const PLACE = /\br\s*=\s*["']?(?:([A-Z]{1,3})([0-9]{1,7})\b|(?:[A-Z0-9]|&#\w+;)*&#)/gi;

/** Unpacks a workbook within bounds of size, count and extent. Throws an Error that says what is wrong with the file. */
export function unpackWorkbook(zip: Uint8Array): UnpackedWorkbook {
  const entries = zipDirectory(zip);
  checkPaths(entries);
  const wanted = entries.filter(({ path }) => /\.(?:xml|rels)$/i.test(path) && !PASSED_OVER.test(path));
  checkSize(wanted.reduce((sum, { size }) => sum + size, 0));
  let cells = 0;
  const parts = new Map<string, string>();
  for (const entry of wanted) {
    const text = withoutNothing(entry.path, partText(entry.path, unpacked(entry)));
    parts.set(entry.path, text);
    cells += checkText(entry.path, text);
    if (cells > MOST.cells)
      throw new Error(
        `its sheets up to ${entry.path} span more than ${MOST.cells.toLocaleString("en")} cells; delete what stands far below or beside the figures`,
      );
  }
  const carried = [...parts].filter(([path]) => !LOOKED_AT.test(path));
  checkTargets(
    carried.flatMap(([path, text]) => (/\.rels$/i.test(path) ? [text] : [])),
    new Set(parts.keys()),
  );
  return {
    bytes: zipSync(Object.fromEntries(carried.map(([path, text]) => [path, strToU8(text)])), { level: 0 }),
    parts,
    paths: entries.map(({ path }) => path).filter((path) => !isEmptyList(path, parts.get(path))),
    macros: entries.some(({ path }) => /(?:^|\/)vbaProject\.bin$|(?:^|\/)macrosheets\//i.test(path)),
    links: entries.filter(({ path }) => /(?:^|\/)externalLinks\/[^/]+\.xml$/i.test(path)).length,
  };
}

/** Styles without underlines that are none, which the file library takes for lines. */
function withoutNothing(path: string, text: string): string {
  return /(?:^|\/)(?:styles|sharedStrings)\.xml$/i.test(path)
    ? text.replaceAll(/<(?:\w+:)?u\s+val\s*=\s*["']none["']\s*\/>/g, "")
    : text;
}

/** Properties of a file that programs write by themselves. */
const OF_PROGRAMS = /^(?:KSO\w*|ICV|WorkbookGuid|AppVersion|ContentTypeId|Generator)$/;

/** A list of properties of a file that a person gave none. */
function isEmptyList(path: string, text: string | undefined): boolean {
  if (text === undefined || !/^docProps\/custom\.xml$/i.test(path)) return false;
  const names = [...text.matchAll(/<(?:\w+:)?property\s[^>]*?\bname\s*=\s*"([^"]*)"/g)];
  return names.every(([, name]) => OF_PROGRAMS.test(name!));
}

function checkPaths(entries: readonly ZipEntry[]): void {
  if (entries.length > MOST.parts)
    throw new Error(`it has ${entries.length.toLocaleString("en")} parts; a workbook has some dozens`);
  const known = new Set<string>();
  for (const { path } of entries) {
    const shown = path.length > 80 ? `${path.slice(0, 80)}…` : path;
    if (path.split(/[/\\]/).includes("..") || /^[/\\]|^[A-Za-z]:|\0/.test(path))
      throw new Error(`its part "${shown}" has a path that leads out of the file`);
    if (known.has(path.toLowerCase())) throw new Error(`its part "${shown}" is there twice`);
    known.add(path.toLowerCase());
  }
}

/** Refuses a file without its texts, which would be read as empty cells, or its styles, which say what is a date. */
function checkTargets(relationships: readonly string[], paths: ReadonlySet<string>): void {
  const names = new Set([...paths].map((path) => path.replace(/^.*\//, "")));
  for (const [, target] of relationships
    .join("")
    .matchAll(/\bTarget\s*=\s*["'](?:[^"']*\/)?((?:sharedStrings|styles)\.xml)["']/gi)) {
    if (!names.has(target!)) throw new Error(`its part ${target} is missing`);
  }
}

function checkSize(bytes: number): void {
  if (bytes > MOST.bytes) throw new Error(`it unpacks to more than ${MOST.bytes / 1024 / 1024} MB`);
}

/** The bytes of a part; unpacking stops where it gives more than the directory says. */
function unpacked({ path, stored, deflated, size, checksum }: ZipEntry): Uint8Array {
  const bytes = deflated ? inflated(path, stored, size) : stored;
  if (bytes.byteLength !== size || crc32(bytes) !== checksum)
    throw new Error(`its part ${path} has changed on the way`);
  return bytes;
}

function inflated(path: string, stored: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.byteLength > size)
      throw new Error(`its part ${path} unpacks to more than it declares`);
    bytes.set(chunk, length);
    length += chunk.byteLength;
  });
  // Small bites: one of them may unpack to a thousand times its size.
  const bite = 16 * 1024;
  for (let at = 0; at < stored.byteLength; at += bite)
    inflate.push(stored.subarray(at, at + bite), at + bite >= stored.byteLength);
  return bytes.subarray(0, length);
}

/** Refuses text that no spreadsheet program writes; gives the cells that a sheet spans. */
function checkText(path: string, text: string): number {
  if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY"))
    throw new Error(`its part ${path} declares entities, which no spreadsheet program writes`);
  let [rows, columns] = [0, 0];
  for (const [, letters, digits] of text.matchAll(PLACE)) {
    if (letters === undefined) throw new Error(`its part ${path} disguises where its cells are`);
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows * columns;
}
