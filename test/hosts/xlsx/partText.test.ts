import { partText } from "../../../src/hosts/xlsx/partText";

const text = '<?xml version="1.0"?><a b="é">金山云</a>';
const utf16 = (words: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? "\uFEFF" : ""), ...words].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
};
const declared = (encoding: string): string => text.replace("?>", ` encoding="${encoding}"?>`);

test.each<[string, Uint8Array]>([
  ["UTF-8", new TextEncoder().encode(declared("UTF-8"))],
  ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${declared("utf-8")}`)],
  ["UTF-16, little end first", utf16(declared("UTF-16"), false, true)],
  ["UTF-16, big end first", utf16(declared("UTF-16"), true, true)],
  ["UTF-16 without a mark", utf16(declared("UTF-16"), false, false)],
])("a part in %s", (_, bytes) => {
  expect(partText("a.xml", bytes)).toBe(text);
});

test("a part in a Chinese encoding", () => {
  const gbk = Uint8Array.from([...Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'), 0xd4, 0xc6, 0x3c]);
  expect(partText("a.xml", gbk)).toBe('<?xml version="1.0"?><a>云<');
});

test("an encoding that nobody knows is named", () => {
  expect(() => partText("xl/a.xml", new TextEncoder().encode(declared("KLINGON-8")))).toThrow(
    'part xl/a.xml is written in the encoding "KLINGON-8"',
  );
});

test("strict names become the usual ones", () => {
  const strict =
    '<w xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"/>';
  expect(partText("a.xml", new TextEncoder().encode(strict))).toBe(
    '<w xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
  );
});
