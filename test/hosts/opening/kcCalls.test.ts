import { repairedCalls } from "../../../src/hosts/opening/kcCalls";
import { filedFormula, typedFormula } from "../../../src/hosts/xlsx/newFunctions";

test.each([
  ['_xldudf_KC_REVENUE("3Q25")', 'KC.REVENUE("3Q25")', null],
  ['_xll.KC.REVENUE("3Q25")', 'KC.REVENUE("3Q25")', null],
  ['_xlfn.SINGLE(KC.REVENUE("3Q25"))', 'KC.REVENUE("3Q25")', /one cell of its answer by SINGLE/],
  ['_xlfn.SINGLE( _xldudf_KC_REVENUE("3Q25") )*2', 'KC.REVENUE("3Q25")*2', /by SINGLE/],
  ['@KC.REVENUE("3Q25")', 'KC.REVENUE("3Q25")', /by @/],
  ['BloombergUI.xla!_xldudf_KC_REVENUE("3Q25")', 'KC.REVENUE("3Q25")', /was tied to BloombergUI\.xla/],
  ['1+[2]!_xldudf_KC_REVENUE("3Q25")', '1+KC.REVENUE("3Q25")', /was tied to \[2\]/],
  ["'C:\\a b\\[x.xla]'!_xldudf_KC_CAP(1)", "KC.CAP(1)", /was tied to 'C:/],
  ['_xlfn.SINGLE(KC.SERIES("revenue","1Q25"))', 'INDEX(KC.SERIES("revenue","1Q25"),1,1)', /by SINGLE/],
  ['IF(@KC.CAP(")")>0,_xlfn.SINGLE(KC.CAP(2)),3)', 'IF(KC.CAP(")")>0,KC.CAP(2),3)', /by @.*by SINGLE/],
  ['"KC.REVENUE("&A1', '"KC.REVENUE("&A1', null],
  ['"@KC."&KC.REVENUE(A1)', '"@KC."&KC.REVENUE(A1)', null],
  ["Mine!A1+KC.REVENUE(Mine!A2)", "Mine!A1+KC.REVENUE(Mine!A2)", null],
  ["SUM([1]Sheet1!A1)", "SUM([1]Sheet1!A1)", null],
])("%s is read as %s", (given, formula, repair) => {
  const repaired = repairedCalls(given);
  expect(repaired.formula).toBe(formula);
  if (repair === null) expect(repaired.repair).toBeNull();
  else expect(repaired.repair).toMatch(repair);
});

test("new functions stand in a file under long names and are typed under short ones", () => {
  const typed =
    "XLOOKUP(A1,B:B,C:C)+SUM(FILTER(A1:A9,B1:B9>0))&\"XLOOKUP(\"&'IFS('!A1&MYIFS(1)&STDEV.S(A1:A9)";
  const filed =
    "_xlfn.XLOOKUP(A1,B:B,C:C)+SUM(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))&\"XLOOKUP(\"&'IFS('!A1&MYIFS(1)&_xlfn.STDEV.S(A1:A9)";
  expect(filedFormula(typed)).toBe(filed);
  expect(typedFormula(filed)).toBe(typed);
  expect(typedFormula('"_xlfn.A"&_xlfn.LET(_xlpm.x,1,_xlpm.x)')).toBe('"_xlfn.A"&LET(x,1,x)');
});
