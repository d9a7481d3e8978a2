/** What a walk through XML meets; names stand without their prefixes. */
export interface XmlVisitor {
  /** A beginning, with its attributes as they are written; attributesOf reads them. */
  open?(name: string, attributes: string): void;
  /** An end, also of an element that is empty. */
  close?(name: string): void;
  /** Text between two tags, decoded. */
  text?(text: string): void;
}

/** Attributes by their names without prefixes; those that declare namespaces are left out. */
export type XmlAttributes = Readonly<Record<string, string>>;

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Walks through the elements and texts of XML in order. Broken XML is walked as far as it can be. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  for (;;) {
    const start = xml.indexOf("<", at);
    if (start < 0) return;
    if (start > at && visitor.text !== undefined) visitor.text(decodedXml(xml.slice(at, start)));
    if (xml.startsWith("<!--", start)) at = after(xml, "-->", start);
    else if (xml.startsWith("<![CDATA[", start)) {
      const end = xml.indexOf("]]>", start);
      visitor.text?.(xml.slice(start + 9, end < 0 ? xml.length : end));
      at = after(xml, "]]>", start);
    } else if (xml.startsWith("<?", start)) at = after(xml, "?>", start);
    else {
      const end = endOfTag(xml, start);
      visit(xml.slice(start + 1, end), visitor);
      at = end + 1;
    }
    if (at <= start) return;
  }
}

function visit(tag: string, visitor: XmlVisitor): void {
  if (tag.startsWith("/")) {
    visitor.close?.(localName(tag.slice(1).trim()));
    return;
  }
  const [qualified = ""] = /^[^\s/]+/.exec(tag) ?? [];
  const name = localName(qualified);
  visitor.open?.(name, tag.slice(qualified.length));
  if (tag.endsWith("/")) visitor.close?.(name);
}

/** Attributes as a visitor is given them, by name. */
export function attributesOf(text: string): XmlAttributes {
  const found: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name === "xmlns" || name!.startsWith("xmlns:")) continue;
    Object.defineProperty(found, localName(name!), {
      value: decodedXml(double ?? single ?? ""),
      enumerable: true,
    });
  }
  return found;
}

/** Where a tag ends; a ">" inside a quoted attribute ends nothing. */
function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at++) {
    const sign = xml[at];
    if (sign === ">") return at;
    if (sign === '"' || sign === "'") {
      const end = xml.indexOf(sign, at + 1);
      if (end < 0) return xml.length;
      at = end;
    }
  }
  return xml.length;
}

function after(xml: string, sign: string, from: number): number {
  const end = xml.indexOf(sign, from);
  return end < 0 ? xml.length : end + sign.length;
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(":") + 1);
}

/** Text of XML with its entities and number references read. */
function decodedXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
    if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return NAMED[name as string] ?? whole;
  });
}
