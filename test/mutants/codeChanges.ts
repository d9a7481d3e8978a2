import ts from "typescript";
import { COMPARISONS } from "./callChanges";
import type { Change, Context } from "./mutations";

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  ...COMPARISONS,
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "+=": ["-="],
};
const METHODS: Readonly<Record<string, string>> = {
  plus: "minus",
  minus: "plus",
  times: "dividedBy",
  dividedBy: "times",
  min: "max",
  max: "min",
  lt: "lte",
  lte: "lt",
  gt: "gte",
  gte: "gt",
  eq: "lte",
  some: "every",
  every: "some",
  floor: "ceil",
  trunc: "ceil",
  toNearest: "toDecimalPlaces",
  isZero: "isNaN",
  isNegative: "isPositive",
};
/** Signs inside emitted text, such as "min(" in a template. */
const EMITTED: readonly (readonly [RegExp, string])[] = [
  [/ - /, " + "],
  [/ \+ /, " - "],
  [/>=/, ">"],
  [/</, "<="],
  [/===/, "!=="],
  [/!==/, "==="],
  [/\bmin\(/, "max("],
  [/\bmax\(/, "min("],
  [/&&/, "||"],
  [/\|\|/, "&&"],
  [/NaN/, "0"],
];

/** Changes to plain code: operators, conditions, numbers, methods, templates, statements and elements left out. */
export function codeChanges(node: ts.Node, { source }: Context): readonly Change[] {
  const text = (each: ts.Node): string => each.getText(source);
  if (ts.isBinaryExpression(node)) {
    if (isText(node)) return [];
    return (OPERATORS[text(node.operatorToken)] ?? []).map((replacement) => ({
      at: node.operatorToken,
      replacement,
      operator: "another operator",
    }));
  }
  if (ts.isNumericLiteral(node))
    return [
      {
        at: node,
        replacement: node.text === "1" ? "2" : node.text === "0" ? "1" : String(Number(node.text) + 1),
        operator: "another number",
      },
    ];
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return [
      { at: node, replacement: String(node.kind === ts.SyntaxKind.FalseKeyword), operator: "true for false" },
    ];
  if (ts.isPrefixUnaryExpression(node)) {
    const sign = ts.tokenToString(node.operator);
    return sign === "!" || sign === "-"
      ? [{ at: node, replacement: `(${text(node.operand)})`, operator: "sign left out" }]
      : [];
  }
  if (ts.isConditionalExpression(node))
    return [{ at: node.condition, replacement: `!(${text(node.condition)})`, operator: "condition negated" }];
  if (ts.isIfStatement(node))
    return [
      { at: node.expression, replacement: `!(${text(node.expression)})`, operator: "condition negated" },
      { at: node, replacement: ";", operator: "statement left out" },
    ];
  if (ts.isWhileStatement(node) || ts.isDoStatement(node))
    return [
      { at: node.expression, replacement: `!(${text(node.expression)})`, operator: "condition negated" },
    ];
  if (ts.isCaseClause(node))
    return [{ at: node.expression, replacement: '"\\0"', operator: "case left out" }];
  if (ts.isReturnStatement(node) && node.expression && text(node.expression) !== "undefined")
    return [{ at: node, replacement: "return undefined as never;", operator: "statement left out" }];
  if (
    ts.isExpressionStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isBreakStatement(node)
  )
    return [{ at: node, replacement: ";", operator: "statement left out" }];
  if (ts.isPropertyAccessExpression(node) && METHODS[node.name.text] !== undefined)
    return [{ at: node.name, replacement: METHODS[node.name.text]!, operator: "another method" }];
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "filter"
  ) {
    return [{ at: node, replacement: text(node.expression.expression), operator: "filter left out" }];
  }
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 1) {
    return node.elements.map((_, index) => ({
      at: node,
      replacement: `[${node.elements
        .filter((__, other) => other !== index)
        .map(text)
        .join(", ")}]`,
      operator: "element left out",
    }));
  }
  if (ts.isTemplateExpression(node)) return templateChanges(node, source);
  return [];
}

/** Whether a sum joins texts, as messages do. */
function isText(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some(
    (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
  );
}

function templateChanges(node: ts.TemplateExpression, source: ts.SourceFile): readonly Change[] {
  const spans = node.templateSpans;
  const written = (expressions: readonly string[]): string =>
    `\`${node.head.rawText}${spans.map(({ literal }, index) => `\${${expressions[index]}}${literal.rawText}`).join("")}\``;
  const expressions = spans.map(({ expression }) => expression.getText(source));
  const swapped =
    spans.length > 1
      ? [
          {
            at: node,
            replacement: written([expressions[1]!, expressions[0]!, ...expressions.slice(2)]),
            operator: "terms swapped",
          },
        ]
      : [];
  const own = node.getText(source);
  const signs = EMITTED.filter(([sign]) =>
    [node.head, ...spans.map(({ literal }) => literal)].some(({ rawText }) => sign.test(rawText ?? "")),
  ).map(([sign, other]) => ({
    at: node,
    replacement: own.replace(sign, other),
    operator: "another sign in emitted text",
  }));
  return [...swapped, ...signs];
}
