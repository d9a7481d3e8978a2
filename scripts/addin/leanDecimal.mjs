import ts from "typescript";

/**
 * Methods of decimal.js that nothing in src calls: trigonometry, roots and logarithms to a base, other number systems, fractions, random numbers.
 * They make up nearly half of the library; a test compares what src calls with this list.
 */
export const LEFT_OUT = new Set([
  ...["cosine", "cos", "cubeRoot", "cbrt", "hyperbolicCosine", "cosh", "hyperbolicSine", "sinh", "hyperbolicTangent", "tanh", "inverseCosine", "acos"],
  ...["inverseHyperbolicCosine", "acosh", "inverseHyperbolicSine", "asinh", "inverseHyperbolicTangent", "atanh", "inverseSine", "asin", "inverseTangent", "atan"],
  ...["sine", "sin", "tangent", "tan", "atan2", "hypot", "logarithm", "log", "log2", "log10", "toBinary", "toHexadecimal", "toHex", "toOctal", "toFraction", "random", "toExponential"],
]);

/** The source of decimal.js without those methods; what only they needed falls to the minifier. */
export function leanDecimal(source) {
  const file = ts.createSourceFile("decimal.mjs", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const cuts = [];
  const visit = (node) => {
    const names = ts.isExpressionStatement(node) ? assignedNames(node.expression) : [];
    if (names.length > 0 && names.every((name) => LEFT_OUT.has(name))) cuts.push([node.getFullStart(), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  let [lean, at] = ["", 0];
  for (const [from, to] of cuts) {
    lean += source.slice(at, from);
    at = to;
  }
  return lean + source.slice(at);
}

/** Names a statement such as P.cosine = P.cos = function … or Decimal.cos = cos gives to the library's objects. */
function assignedNames(expression) {
  const names = [];
  let each = expression;
  while (ts.isBinaryExpression(each) && each.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const { left } = each;
    if (!ts.isPropertyAccessExpression(left) || !["P", "Decimal"].includes(left.expression.getText())) return [];
    names.push(left.name.text);
    each = each.right;
  }
  return names;
}

/** Webpack loader for decimal.js. */
export default function leanDecimalLoader(source) {
  return leanDecimal(source);
}
