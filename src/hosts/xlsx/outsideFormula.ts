/** Functions that ask another program or a server, in Excel, LibreOffice or Google Sheets. */
const ASKING =
  /(?<![\w.])(?:_xlfn\.|_xlws\.)*(WEBSERVICE|RTD|DDE|CALL|REGISTER(?:\.ID)?|EXEC|IMAGE|STOCKHISTORY|SQL\.REQUEST|CUBE[A-Z]+|IMPORT(?:DATA|FEED|HTML|RANGE|XML)|GOOGLEFINANCE|TRANSLATE|COPILOT|PY)\s*\(/i;

/** What a formula (without "=") asks outside its workbook: a function's name, "DDE" or "another workbook"; null when nothing. */
export function outsideOf(formula: string): string | null {
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const asking = ASKING.exec(code.replace(/'(?:[^']|'')*'/g, "''"));
  if (asking) return asking[1]!.toUpperCase();
  // Program|topic!item; sheet names that hold a bar stand in quotation marks before their "!".
  if (code.replace(/'(?:[^']|'')*'!/g, "").includes("|")) return "DDE";
  return /\[[^\][]*\][^\][!,()]*!|'[^']*(?:\/|\\)[^']*'!/.test(code) ? "another workbook" : null;
}
