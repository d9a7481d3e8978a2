import ts from "typescript";

/**
 * Methods of decimal.js that nothing in src calls: trigonometry, roots and logarithms to a base, other number systems, fractions, counts of digits, random numbers.
 * They make up nearly half of the library; a test looks for calls of them in src.
 */
export const LEFT_OUT = new Set([
  ...[
    "cosine",
    "cos",
    "cubeRoot",
    "cbrt",
    "squareRoot",
    "sqrt",
    "hyperbolicCosine",
    "cosh",
    "hyperbolicSine",
    "sinh",
    "hyperbolicTangent",
    "tanh",
    "inverseCosine",
    "acos",
  ],
  ...[
    "inverseHyperbolicCosine",
    "acosh",
    "inverseHyperbolicSine",
    "asinh",
    "inverseHyperbolicTangent",
    "atanh",
    "inverseSine",
    "asin",
    "inverseTangent",
    "atan",
  ],
  ...[
    "sine",
    "sin",
    "tangent",
    "tan",
    "logarithm",
    "log",
    "toBinary",
    "toHexadecimal",
    "toHex",
    "toOctal",
    "toFraction",
    "toExponential",
    "clampedTo",
    "clamp",
  ],
  ...[
    "dividedToIntegerBy",
    "divToInt",
    "isPositive",
    "isPos",
    "decimalPlaces",
    "dp",
    "truncated",
    "trunc",
    "naturalExponential",
    "exp",
    "naturalLogarithm",
    "ln",
    "ceil",
  ],
  ...["precision", "sd"],
]);

/** What stays of the functions beside the methods. */
const KEPT_BESIDE = /^(?:prototype|ROUND_\w+|EUCLID|config|set|clone|isDecimal|max|min|sum)$/;

/** The source of decimal.js without those methods; what only they needed falls to the minifier. */
export function leanDecimal(source) {
  const file = ts.createSourceFile("decimal.mjs", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const cuts = [];
  const visit = (node) => {
    if (ts.isExpressionStatement(node) && isLeftOut(node.expression))
      cuts.push([node.getFullStart(), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  let [lean, at] = ["", 0];
  for (const [from, to] of cuts) {
    lean += source.slice(at, from);
    at = to;
  }
  return SHORTENED.reduce(
    (text, [part, rest]) => {
      if (!part.test(text)) throw new Error(`decimal.js has changed: nothing matches ${part}`);
      return text.replace(part, rest);
    },
    lean + source.slice(at),
  );
}

/** Parts of what stays that go as well: most digits of the logarithm of ten (160 stay, src asks for 34 and the library refuses to calculate with more than it has), reading numbers of other systems such as 0x1F, and the source of random numbers. */
const SHORTENED = [
  [/(LN10 = '[\d.]+?)(?<=LN10 = '.{160})\d+'/, "$1'"],
  [/if \(p = 'crypto', useDefaults\)[^]*?(?=\s+return this;)/, ""],
  [/if \(isHex\.test\(str\)\)[^]*?(throw Error\(invalidArgument \+ str\);)\s*\}/, "$1"],
];

/** Whether a statement such as P.cosine = P.cos = function … or Decimal.cos = cos only gives names that are left out. */
function isLeftOut(expression) {
  // The constant is trigonometry's alone.
  if (expression.getText() === "PI = new Decimal(PI)") return true;
  const verdicts = [];
  let each = expression;
  while (ts.isBinaryExpression(each) && each.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const [, owner, name] = /^(P|Decimal)\.(\w+)$/.exec(each.left.getText()) ?? [];
    verdicts.push(owner === "P" ? LEFT_OUT.has(name) : owner === "Decimal" && !KEPT_BESIDE.test(name));
    each = each.right;
  }
  return verdicts.length > 0 && verdicts.every((leftOut) => leftOut);
}

/** Webpack loader for decimal.js. */
export default function leanDecimalLoader(source) {
  return leanDecimal(source);
}
