/** Digits of a number as people write it in a table: 2,678.5, (123.4), −5, １２３, 15%; null when it is no number or could be two. */
export function readFigure(text: string): { readonly digits: string; readonly percent: boolean } | null {
  const plain = text.normalize("NFKC").trim().replace(/[−–]/g, "-");
  const [, bracketed] = /^\(\s*([^()-].*?)\s*\)$/.exec(plain) ?? [];
  const [, sign, number, percent] =
    /^([-+]?)\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(bracketed ?? plain) ?? [];
  if (number === undefined || (bracketed !== undefined && sign !== "")) return null;
  const negative = bracketed !== undefined || sign === "-";
  const digits = number.replaceAll(",", "").replace(/^\./, "0.");
  return { digits: `${negative && /[1-9]/.test(digits) ? "-" : ""}${digits}`, percent: percent === "%" };
}
