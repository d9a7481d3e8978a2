import ts from "typescript";
import type { Change, Context } from "./mutations";

/** Builders of the model's formulas, each with the one it is mistaken for. */
const MISTAKEN: Readonly<Record<string, string>> = {
  plus: "minus",
  minus: "plus",
  times: "over",
  over: "times",
  smallest: "largest",
  largest: "smallest",
};
/** Comparisons, each with its other edge and its contrary. */
export const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "=": ["<>"],
  "<>": ["="],
  "===": ["!=="],
  "!==": ["==="],
};
/** Functions whose first text is an id, and the id of a figure. */
const NAMED = new Set([
  "driver",
  "yearlyDriver",
  "lineItem",
  "held",
  "days",
  "tie",
  "notNegative",
  "margin",
  "ratio",
  "same",
  "clockLine",
]);
const ANNUAL: Readonly<Record<string, string>> = { sum: "last", last: "sum", none: "sum" };
const KIND_OF_ROW: Readonly<Record<string, string>> = { flow: "balance", balance: "flow", level: "flow" };

/** Changes to how the model is declared: formulas, periods, references to drivers and lines, ids, yearly rules. */
export function callChanges(node: ts.Node, context: Context): readonly Change[] {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
    return builderChanges(node, node.expression, context);
  if (ts.isPropertyAccessExpression(node)) return neighbour(node, context);
  if (ts.isPropertyAssignment(node)) return propertyChanges(node, context);
  if (ts.isSpreadAssignment(node)) {
    const other = KIND_OF_ROW[node.expression.getText(context.source)];
    const known = other !== undefined && new RegExp(`const ${other} = `).test(context.source.text);
    return known ? [{ at: node.expression, replacement: other, operator: "flow for balance" }] : [];
  }
  return [];
}

function builderChanges(
  node: ts.CallExpression,
  callee: ts.Identifier,
  { source, ids }: Context,
): readonly Change[] {
  const [name, args] = [callee.text, node.arguments];
  const texts = args.map((arg) => arg.getText(source));
  const written = (list: readonly string[], as = name): string => `${as}(${list.join(", ")})`;
  const changes: Change[] = [];
  const mistaken = MISTAKEN[name];
  if (mistaken !== undefined && args.length > 1) {
    const simple =
      mistaken === "over" && args.length > 2
        ? `over(${written(texts.slice(0, -1))}, ${texts.at(-1)})`
        : written(texts, mistaken);
    changes.push({ at: node, replacement: simple, operator: "another operation" });
    if (args.length > 2 || !/^(over|minus)$/.test(name))
      args.forEach((_, index) =>
        changes.push({
          at: node,
          replacement: written(texts.filter((__, other) => other !== index)),
          operator: "a term left out",
        }),
      );
    if (/^(over|minus)$/.test(name))
      changes.push({
        at: node,
        replacement: written([texts[1]!, texts[0]!, ...texts.slice(2)]),
        operator: "terms swapped",
      });
  }
  if (name === "when")
    changes.push({
      at: node,
      replacement: written([texts[0]!, texts[2]!, texts[1]!]),
      operator: "condition negated",
    });
  if (name === "negate")
    changes.push({ at: node, replacement: `negate(${written(texts)})`, operator: "sign left out" });
  if (name === "prior")
    changes.push({
      at: node,
      replacement: written([texts[0]!, texts[1] === undefined ? "2" : String(Number(texts[1]) - 1)]),
      operator: "another period",
    });
  if (name === "compare") {
    const edge = args[1] as ts.StringLiteral;
    for (const other of COMPARISONS[edge.text]!)
      changes.push({ at: edge, replacement: `"${other}"`, operator: "another comparison" });
  }
  if (NAMED.has(name) && args[0] && ts.isStringLiteral(args[0]))
    changes.push(...nextId(args[0], ids.get(name)!));
  return changes;
}

function nextId(at: ts.StringLiteral, ids: readonly string[]): readonly Change[] {
  if (ids.length < 2) return [];
  return [
    {
      at,
      replacement: `"${ids[(ids.indexOf(at.text) + 1) % ids.length]}"`,
      operator: "the id of a neighbour",
    },
  ];
}

/** The next entry of the same kind in place of a driver or line. */
function neighbour(node: ts.PropertyAccessExpression, { source, names }: Context): readonly Change[] {
  const entries = ts.isIdentifier(node.expression) ? names.get(node.expression.text) : undefined;
  const own = entries?.find(({ name }) => name === node.name.text);
  if (entries === undefined || own === undefined) return [];
  const alike = entries.filter(({ kind }) => kind === own.kind);
  const next = alike[(alike.indexOf(own) + 1) % alike.length]!;
  return next === own
    ? []
    : [
        {
          at: node,
          replacement: `${node.expression.getText(source)}.${next.name}`,
          operator: "a neighbour of the same kind",
        },
      ];
}

/** Yearly rules, figures of history, and formulas for history and opening that are left out. */
function propertyChanges(node: ts.PropertyAssignment, { source, ids }: Context): readonly Change[] {
  const [name, value] = [node.name.getText(source), node.initializer];
  if (name === "annual" && ts.isStringLiteral(value))
    return [{ at: value, replacement: `"${ANNUAL[value.text]}"`, operator: "another yearly rule" }];
  if (name === "annual") return [{ at: value, replacement: '"sum"', operator: "another yearly rule" }];
  if (name === "fact" && ts.isStringLiteral(value)) return nextId(value, ids.get("fact")!);
  if (name === "history" || name === "atLastActual" || name === "guidanceStandsIn")
    return [{ at: node, replacement: `${name}: undefined`, operator: "left out" }];
  return [];
}
