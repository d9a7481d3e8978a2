/** Calculates cells that hold one call of a custom function, as Excel does: arguments from the sheet, answer through the real runtime. */

import { eachCell, parseArea, splitSheet } from "./address";
import type { Running } from "./bootOffice";
import type { Cell, Scalar, Sheet } from "./book";
import { callFunctions } from "./customFunctionCalls";

/** Name and argument texts of a formula that is a single call, e.g. =KC.REVENUE("2025Q3",,B1); null for any other formula. */
export function parseCall(
  formula: string,
  namespace: string,
): { readonly name: string; readonly args: readonly string[] } | null {
  const call = /^=\s*([A-Za-z_][\w.]*)\((.*)\)\s*$/s.exec(formula);
  const [, name = "", inside = ""] = call ?? [];
  if (!name.toUpperCase().startsWith(`${namespace.toUpperCase()}.`)) return null;
  const args: string[] = [];
  let current = "";
  for (const part of inside.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|,|[^"',]+/g) ?? []) {
    if (part === ",") {
      args.push(current.trim());
      current = "";
    } else current += part;
  }
  if (inside.trim() !== "") args.push(current.trim());
  return { name: name.slice(namespace.length + 1).toUpperCase(), args };
}

function argument(running: Running, home: Sheet, text: string): unknown {
  if (text === "") return null;
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text)) return Number(text);
  const { book } = running;
  const named = book.names.get(text.toLowerCase());
  const { sheet: name, rest } = splitSheet(named ? named.formula.slice(1) : text);
  const sheet = name === null ? home : book.sheet(name);
  if (!sheet) throw new Error(`No sheet for the argument ${text}`);
  const area = parseArea(rest);
  const rows: Scalar[][] = Array.from({ length: area.rows }, () => []);
  eachCell([area], (row, column) => rows[row - area.row]?.push(sheet.at(row, column)?.value ?? ""));
  return area.rows * area.columns === 1 ? rows[0]?.[0] : rows;
}

/** Calls the function of every such cell once; a spilled answer shows its first cell. Errors show as Excel's. */
export async function calculateFunctionCells(running: Running, namespace: string): Promise<number> {
  running.host.calculate(true);
  const found: { cell: Cell; call: { name: string; args: unknown[] } }[] = [];
  for (const sheet of running.book.sheets)
    for (const cell of sheet.cells.values()) {
      const call = parseCall(cell.formula, namespace);
      if (call)
        found.push({
          cell,
          call: { name: call.name, args: call.args.map((text) => argument(running, sheet, text)) },
        });
    }
  const answers = await callFunctions(
    running,
    found.map((one) => one.call),
  );
  answers.forEach((answer, index) => {
    const shown =
      "error" in answer
        ? answer.error
        : Array.isArray(answer.value)
          ? ((answer.value as Scalar[][])[0]?.[0] ?? "")
          : answer.value;
    const cell = found[index]?.cell;
    if (cell)
      cell.answer =
        typeof shown === "object" && shown !== null
          ? String((shown as { basicValue?: unknown }).basicValue ?? "")
          : (shown as Scalar);
  });
  running.book.revision += 1;
  running.host.calculate(true);
  return found.length;
}
