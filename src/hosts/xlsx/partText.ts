/** How strict files begin the names of their parts; the rest of a name is the usual one. */
const STRICT = /http:\/\/purl\.oclc\.org\/ooxml\/(spreadsheetml|drawingml|officeDocument)\//g;

/** The text of an XML part in the usual form: whatever its encoding, and by the usual namespaces. Throws an Error that names an encoding that can't be read. */
export function partText(path: string, bytes: Uint8Array): string {
  const text = decoded(path, bytes, encodingOf(bytes)).replace(
    /^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/,
    "$1",
  );
  return text.replaceAll(STRICT, "http://schemas.openxmlformats.org/$1/2006/");
}

/** By the mark at the beginning, else by how a "<" stands there, else as the part declares it. */
function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1] ?? "utf-8";
}

function decoded(path: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    throw new Error(
      `its part ${path} is written in the encoding "${encoding.slice(0, 40)}", which can't be read`,
      {
        cause,
      },
    );
  }
}
