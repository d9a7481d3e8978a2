import ts from "typescript";

/** A place in a script that the pages' policies would refuse, or that hides from them. */
export interface Found {
  readonly what: "code from text" | "style element";
  /** Offset in the script. */
  readonly at: number;
  /** What stands there, cut short. */
  readonly text: string;
}

const TIMERS = new Set(["setTimeout", "setInterval", "setImmediate", "execScript"]);
const COMPARISONS = new Set([
  ts.SyntaxKind.InstanceOfKeyword,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** Every place where a script evaluates text (eval, Function, a constructor of functions, a timer or handler with text) or makes a style element; the script is parsed, so comments and texts don't count. */
export function textAsCode(script: string): readonly Found[] {
  const file = ts.createSourceFile("bundle.js", script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: Found[] = [];
  const note = (what: Found["what"], node: ts.Node): void => {
    found.push({ what, at: node.getStart(file), text: node.parent.getText(file).slice(0, 120) });
  };
  const visit = (node: ts.Node): void => {
    if (isEvaluator(node)) note("code from text", node);
    if (ts.isCallExpression(node)) {
      const name = nameOf(node.expression);
      const [first, second] = node.arguments;
      if (first !== undefined && TIMERS.has(name ?? "") && isText(first)) note("code from text", node);
      if (first !== undefined && name === "constructor" && isText(first)) note("code from text", node);
      if (
        first !== undefined &&
        name === "createElement" &&
        ts.isStringLiteralLike(first) &&
        first.text.toLowerCase() === "style"
      )
        note("style element", node);
      if (
        name === "setAttribute" &&
        second !== undefined &&
        first !== undefined &&
        ts.isStringLiteralLike(first) &&
        /^on/i.test(first.text)
      )
        note("code from text", node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether a node is eval or Function itself, by its own name or as a member, and is used for more than a comparison or a look at its prototype. */
function isEvaluator(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node))
    return (
      ts.isElementAccessExpression(node.parent) &&
      node.parent.argumentExpression === node &&
      ["eval", "Function"].includes(node.text)
    );
  if (!ts.isIdentifier(node) || (node.text !== "eval" && node.text !== "Function")) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === node ? true : !["prototype", "name"].includes(parent.name.text);
  if (ts.isBinaryExpression(parent)) return !COMPARISONS.has(parent.operatorToken.kind);
  return !ts.isTypeOfExpression(parent);
}

/** Name by which something is called, alone or as a member. */
function nameOf(callee: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(callee)) return nameOf(callee.expression);
  if (ts.isBinaryExpression(callee) && callee.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return nameOf(callee.right);
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return ts.isElementAccessExpression(callee) && ts.isStringLiteralLike(callee.argumentExpression)
    ? callee.argumentExpression.text
    : undefined;
}

/** Whether an expression is text for certain. */
function isText(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isText(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return isText(node.left) || isText(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
