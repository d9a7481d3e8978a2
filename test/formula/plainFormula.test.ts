import { parseFormula, plainFormula } from "../../src/formula";

test.each([
  ['=KC.REVENUE("3Q25";"xiaomi")', '=KC.REVENUE("3Q25","xiaomi")'],
  ['＝KC.REVENUE（"3Q25"）', '=KC.REVENUE("3Q25")'],
  ["＝ＫＣ．ＲＥＶＥＮＵＥ（＂３Ｑ２５＂，＂eco＂）", '=KC.REVENUE("３Ｑ２５","eco")'],
  ["=KC.REVENUE(“3Q25”)", '=KC.REVENUE("3Q25")'],
  ["=KC.REVENUE(„3Q25“;“eco”)", '=KC.REVENUE("3Q25","eco")'],
  [
    '=KC.SENSITIVITY("revenue";"FY27";"capXiaomi2027";{3000\\3500})',
    '=KC.SENSITIVITY("revenue","FY27","capXiaomi2027",{3000,3500})',
  ],
  ["={0,1\\0,2;0,3\\0,4}", "={0.1,0.2;0.3,0.4}"],
  [
    "=KC.BREAKEVEN(“revenue”;“FY27”;15000,5;“capXiaomi2027”)",
    '=KC.BREAKEVEN("revenue","FY27",15000.5,"capXiaomi2027")',
  ],
  ["=SUM(1,2;3)", "=SUM(1.2,3)"],
  ['=F("a";"b","c")', '=F("a","b","c")'],
  ["=SUM(１，２)＋３％", "=SUM(1,2)+3%"],
  ["=2×3÷4−1", "=2*3/4-1"],
  ["=1≤2", "=1<=2"],
  ["=SUM(1、2)", "=SUM(1,2)"],
  ["=SUM(　1,2)", "=SUM( 1,2)"],
])("%s reads %p", (typed, plain) => {
  expect(plainFormula(typed)).toBe(plain);
});

test.each([
  '=KC.REVENUE("3Q25","xiaomi")',
  '=F("a;b","（）“”","it\'s ""so""")',
  "={1,2;3,4}",
  "=SUM({1;2},{3,4})",
  "=INDEX(KC_Inputs,3,2)",
  "='Revenue & caps'!M12+Base!$A$1:$B$2",
  "=-1%",
])("%s is in English notation already", (formula) => {
  expect(plainFormula(formula)).toBe(formula);
});

test("what can be read in two ways is refused with what to write", () => {
  expect(() => plainFormula("=F(1,5;2,3;G(a,b))")).toThrow(
    expect.objectContaining({
      at: 5,
      message:
        'Arguments are separated by "," and by ";", so that a comma between digits can be either; write "," between arguments and "." before decimals; it stands at character 5.',
    }),
  );
  expect(() => plainFormula("={1\\a,b}")).toThrow(
    '"\\" and "," both stand between columns of the array; write "," alone at character 6.',
  );
  expect(() => parseFormula(plainFormula('=F("a'))).toThrow("The text has no closing quotation mark");
});
