export * from "./expression";
export * from "./toA1";
export * from "./toDecimal";
export * from "./toScript";
export * from "./toWords";
export * from "./precedents";
export * from "./precedence";
export * from "./formulaText";
export { parseFormula } from "./parseFormula";
