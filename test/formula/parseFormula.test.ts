import { CellError, parseFormula, type FormulaText } from "../../src/formula";

/** The tree in prefix notation: (+ 1 (* 2 3)). */
function prefix(node: FormulaText): string {
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "boolean":
      return String(node.value).toUpperCase();
    case "text":
      return JSON.stringify(node.value);
    case "omitted":
      return "_";
    case "array":
      return `{${node.rows.map((row) => row.join(",")).join(";")}}`;
    case "call":
      return `${node.name}(${node.args.map(prefix).join(" ")})`;
    case "sign":
      return `(${node.operator === "-" ? "neg" : "pos"} ${prefix(node.operand)})`;
    case "percent":
      return `(% ${prefix(node.operand)})`;
    case "binary":
      return `(${node.operator} ${prefix(node.left)} ${prefix(node.right)})`;
  }
}

test.each([
  ["=1", "1"],
  ["  = 1.5e3", "1500"],
  [".5", "0.5"],
  ['"a ""b"" c"', String.raw`"a \"b\" c"`],
  ["TRUE", "TRUE"],
  ["1+2*3", "(+ 1 (* 2 3))"],
  ["1-2-3", "(- (- 1 2) 3)"],
  ["2^3^2", "(^ (^ 2 3) 2)"],
  ["-2^2", "(^ (neg 2) 2)"],
  ["2^-1", "(^ 2 (neg 1))"],
  ["--1", "(neg (neg 1))"],
  ["-2%", "(% (neg 2))"],
  ["2^10%", "(^ 2 (% 10))"],
  ["50%%*2", "(* (% (% 50)) 2)"],
  ["1+2&3*4", "(& (+ 1 2) (* 3 4))"],
  ["1=2<3", "(< (= 1 2) 3)"],
  ['"a"&"b"="ab"', '(= (& "a" "b") "ab")'],
  ["1<>2", "(<> 1 2)"],
  ["1>=2", "(>= 1 2)"],
  ["(1+2)*3", "(* (+ 1 2) 3)"],
  ["kc.revenue()", "KC.REVENUE()"],
  ['KC.REVENUE("3Q25",,"Upside")', 'KC.REVENUE("3Q25" _ "Upside")'],
  ["F(,)", "F(_ _)"],
  ["F(1,)", "F(1 _)"],
  ["F(G(1), -2)", "F(G(1) (neg 2))"],
  ["{1,2;3,-4}", "{1,2;3,-4}"],
  ['{"a",TRUE,5%}', "{a,true,0.05}"],
  ["{+1,-2%,false}", "{1,-0.02,false}"],
  ["false", "FALSE"],
  ["+1", "(pos 1)"],
  ["1e3", "1000"],
  [" \t=\n 1 + 2 ", "(+ 1 2)"],
])("%s", (text, expected) => {
  expect(prefix(parseFormula(text))).toBe(expected);
});

test.each([
  ["", "There is no formula at character 1.", 1],
  ["=", "There is no formula at character 2.", 2],
  [
    "=1+",
    "Expected a number, a text, a function or a parenthesis, found the end of the formula at character 4.",
    4,
  ],
  ["=(1", '")" is missing for the one opened at character 2; expected at character 4.', 4],
  ['=F("a', "The text has no closing quotation mark; it starts at character 4.", 4],
  ["=F(1;2)", 'Arguments are separated by ",", not ";" at character 5.', 5],
  ["=1 2", 'Expected an operator or the end of the formula, found "2" at character 4.', 4],
  ["=F(1))", 'Expected an operator or the end of the formula, found ")" at character 6.', 6],
  ["={1,2;3}", "Rows of the array constant have different lengths; it starts at character 2.", 2],
  [
    "=A1+1",
    '"A1" is a cell or a name, which has no value outside a workbook (texts stand in quotation marks), at character 2.',
    2,
  ],
  ["=$A$1", '"$" belongs to a cell reference, which has no value outside a workbook, at character 2.', 2],
  ["=F(“a”)", 'A curly quotation mark “ does not quote; write " at character 4.', 4],
  ['={-"a"}', 'Expected a number or a text of the array constant, found "a" at character 4.', 4],
  ["={-TRUE}", 'Expected a number or a text of the array constant, found "TRUE" at character 4.', 4],
  ["={A}", 'Expected a number or a text of the array constant, found "A" at character 3.', 3],
  ["={1", '"}" is missing for the one opened at character 2; expected at character 4.', 4],
  ["=F(1", '")" is missing for the one opened at character 3; expected at character 5.', 5],
  ["=(1;2)", 'Expected ")" or an operator, found ";" at character 4.', 4],
  ["=#REF!", '"#" belongs to a cell reference, which has no value outside a workbook, at character 2.', 2],
  ["=1?2", '"?" has no meaning in a formula at character 3.', 3],
])("%s is refused with its place", (text, message, at) => {
  const attempt = (): unknown => parseFormula(text);
  expect(attempt).toThrow(CellError);
  expect(attempt).toThrow(expect.objectContaining({ message, at }));
});

test("a formula nested beyond all reason is refused, not a crash", () => {
  expect(() => parseFormula("(".repeat(5000))).toThrow("More than 200 levels of parentheses");
  expect(() => parseFormula("-".repeat(5000))).toThrow("More than 200 signs in a row");
  expect(() => parseFormula(`${"1+".repeat(5000)}1`)).not.toThrow();
});
