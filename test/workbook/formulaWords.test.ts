import { formulaWords, relativeForm } from "./formulaWords";

const kinds = (formula: string): string[] => formulaWords(formula).map(({ kind, text }) => `${kind} ${text}`);

test("digits of references, sheet names and functions are no numbers", () => {
  expect(kinds("ROUND('FY2026 Q1'!$B$12*LOG10(AB3:AC4),1.5)+KC_Checks")).toEqual([
    "function ROUND",
    "sign (",
    "reference 'FY2026 Q1'!$B$12",
    "sign *",
    "function LOG10",
    "sign (",
    "reference AB3:AC4",
    "sign )",
    "sign ,",
    "number 1.5",
    "sign )",
    "sign +",
    "name KC_Checks",
  ]);
  expect(kinds('IF(A1="2 or 3",0,1e3)')).toEqual([
    "function IF",
    "sign (",
    "reference A1",
    "sign =",
    'text "2 or 3"',
    "sign ,",
    "number 0",
    "sign ,",
    "number 1e3",
    "sign )",
  ]);
});

test("sheet names are read with and without quotation marks", () => {
  expect(formulaWords("'It''s & so'!B2")).toEqual([
    { kind: "reference", text: "'It''s & so'!B2", sheet: "It's & so", quoted: true, range: "B2" },
  ]);
  expect(formulaWords("Inputs!B2")).toEqual([
    { kind: "reference", text: "Inputs!B2", sheet: "Inputs", quoted: false, range: "B2" },
  ]);
});

test("the relative form is the same for a copied formula and no other", () => {
  expect(relativeForm("M4*(1+$C$9)-L$2", 4, 14)).toBe("RC[-1]*(1+R9C3)-R2C[-2]");
  expect(relativeForm("N5*(1+$C$9)-M$2", 5, 15)).toBe("RC[-1]*(1+R9C3)-R2C[-2]");
  expect(relativeForm("N5*(1+$C$9)-L$2", 5, 15)).toBe("RC[-1]*(1+R9C3)-R2C[-3]");
  expect(relativeForm("SUM('Base'!$D4:F4)", 4, 4)).toBe("SUM('Base'!RC4:RC[2])");
});

test("a formula that cannot be read is an error", () => {
  expect(() => formulaWords("A1 ~ 2")).toThrow('Cannot read "~ 2"');
});
