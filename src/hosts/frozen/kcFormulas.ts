/** True for a formula that calls a KC function; the letters in a quoted text or in a longer name don't count. */
export function callsKc(formula: unknown): formula is string {
  if (typeof formula !== "string" || !formula.startsWith("=")) return false;
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "");
  return /(?:^|[^\w.])(?:_xldudf_KC_|KC\.)[A-Z_]+\s*\(/i.test(code);
}

/** What a cell shows while a function has not answered or can't be reached; no value to freeze. */
export function isWithoutAnswer(value: unknown): boolean {
  return typeof value === "string" && /^#(?:BUSY!|NAME\?|CONNECT!|GETTING_DATA|UNKNOWN!)$/.test(value);
}
