const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe for an XML element or attribute; characters that XML forbids are dropped. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "")
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}
