import {
  NEGATION_PRECEDENCE,
  PRECEDENCE,
  type Expression,
  type toA1,
  type toDecimal,
  type toScript,
} from "../../src/formula";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { recalculateAll } from "../support/libreOffice";
import { partOf } from "../support/runs";
import { mutatedReader, type Mutation } from "./mutatedReader";
import {
  a1Texts,
  byDecimal,
  byScript,
  disagreements,
  readingsOf,
  workbookOf,
  type Reading,
} from "./readings";
import { childrenOf, evenTrees, gappyTrees, someNode, soundTrees, treesWithErrors } from "./treeSample";

const trees = [...evenTrees(), ...soundTrees(Math.max(2000, partOf(6000)))];
const faulty = treesWithErrors(400);
const gappy = gappyTrees(200);
const fewer = trees.slice(0, trees.length / 4);
/** Trees of a shape that the sample has at least, of so many in 6,000. */
const share = (of: number): number => (of * trees.length) / 6000;

/** Faults of the printer: wrong brackets, wrong signs, wrong ranges. */
const PRINTER_FAULTS: readonly Mutation[] = [
  {
    name: "no brackets on the right of the same level",
    find: "bracketed(node.right, at, precedence + 1)",
    replace: "bracketed(node.right, at, precedence)",
  },
  {
    name: "no brackets on the left",
    find: "bracketed(node.left, at, precedence)",
    replace: "bracketed(node.left, at, 0)",
  },
  { name: "power binds tighter than negation", find: /"\^": \d+/, replace: '"^": 90' },
  {
    name: "negation without brackets",
    find: "bracketed(node.operand, at, NEGATION_PRECEDENCE)",
    replace: "bracketed(node.operand, at, 0)",
  },
  { name: "times looser than plus", find: /"\*": \d+/, replace: '"*": 0' },
  {
    name: "minus printed as plus",
    find: "${left}${node.operator}${right}",
    replace: '${left}${node.operator === "-" ? "+" : node.operator}${right}',
  },
  {
    name: "less than printed as less or equal",
    find: "${left}${node.operator}${right}",
    replace: '${left}${node.operator === "<" ? "<=" : node.operator}${right}',
  },
  { name: "oldest vintage left out", find: '["<", ">="]', replace: '["<", ">"]' },
  { name: "current quarter taken into the vintages", find: '["<", ">="]', replace: '["<=", ">="]' },
  { name: "current quarter left out of the vintages", find: '["<=", ">"]', replace: '["<", ">"]' },
  {
    name: "a calculated value for the known figure",
    find: "atom(at.fact(node.series))",
    replace: "atom(at.series(node.series, 0))",
  },
  {
    name: "every figure known",
    find: "atom(at.known(node.series))",
    replace: 'atom("TRUE")',
  },
  {
    name: "all quarters in place of the year's",
    find: "SUM(${at.quartersOfYear(node.series)})",
    replace: "SUM(${at.allQuarters(node.series)})",
  },
  {
    name: "shift the wrong way",
    find: "at.series(node.series, node.shift)",
    replace: "at.series(node.series, -node.shift)",
  },
];

const SCRIPT_FAULTS: readonly Mutation[] = [
  {
    name: "power the wrong way round",
    find: "`pow(${left}, ${right})",
    replace: "`pow(${right}, ${left})",
  },
  { name: "whole part towards zero", find: "`floor(${args[0]})", replace: "`Math.trunc(${args[0]})" },
  {
    name: "branches swapped",
    find: "? ${read(args[1]!)} : ${read(args[2]!)}",
    replace: "? ${read(args[2]!)} : ${read(args[1]!)}",
  },
  { name: "smallest for largest", find: "`max(", replace: "`min(" },
  {
    name: "every figure known",
    find: "`${scope.fact(node.series)} === ${scope.fact(node.series)}`",
    replace: '"true"',
  },
  { name: "the vintages end alike", find: ", node.from)", replace: ', "next")' },
  {
    name: "a rate of the wrong way round",
    find: "rateOfReturn(${args",
    replace: "rateOfReturn(${args.toReversed()",
  },
  { name: "last quarter for the first", find: "quarters[quarters.length - 1]!", replace: "quarters[0]!" },
];

const DECIMAL_FAULTS: readonly Mutation[] = [
  { name: "ties to even", find: "Decimal.ROUND_HALF_UP", replace: "Decimal.ROUND_HALF_EVEN" },
  { name: "minus for plus", find: "left.plus(right)", replace: "left.minus(right)" },
  {
    name: "or for and",
    find: "truth(!args.map(read).some(isFalse))",
    replace: "truth(!args.map(read).every(isFalse))",
  },
  { name: "position one off", find: "Math.trunc(position) - 1", replace: "Math.trunc(position) % 2" },
  { name: "oldest vintage left out", find: "clock.gte(oldest)", replace: "clock.gt(oldest)" },
  { name: "known where there is no figure", find: "truth(!scope", replace: "truth(scope" },
  {
    name: "a payment less",
    find: "payment.times(annuity).plus(amount)",
    replace: "payment.times(annuity).plus(amount).plus(payment)",
  },
];

let spreadsheet: readonly Reading[];
let spreadsheetOfFaulty: readonly Reading[];
let spreadsheetOfGappy: readonly Reading[];
let spreadsheetOfMutants: readonly (readonly Reading[])[];

beforeAll(async () => {
  const mutants = PRINTER_FAULTS.map((fault) => a1Texts(fewer, mutatedReader<typeof toA1>("toA1", fault)));
  const plans = [
    workbookOf(trees, a1Texts(trees)),
    workbookOf(faulty, a1Texts(faulty)),
    workbookOf(gappy, a1Texts(gappy)),
    ...mutants.map((texts) => workbookOf(fewer, texts)),
  ];
  const [first, second, third, ...others] = await recalculateAll(await Promise.all(plans.map(planToXlsx)));
  spreadsheet = readingsOf(trees, first!);
  spreadsheetOfFaulty = readingsOf(faulty, second!);
  spreadsheetOfGappy = readingsOf(gappy, third!);
  spreadsheetOfMutants = others.map((workbook) => readingsOf(fewer, workbook));
});

test(`${trees.length} random trees have one value as worksheet formula, exact decimal and double`, () => {
  const readings = { spreadsheet, decimal: byDecimal()(trees), doubles: byScript()(trees) };
  expect(disagreements(trees, readings)).toEqual([]);
});

test("where the worksheet shows an error, the decimal reader throws the same code", () => {
  const decimal = byDecimal()(faulty);
  expect(disagreements(faulty, { spreadsheet: spreadsheetOfFaulty, decimal })).toEqual([]);
  expect(new Set(decimal.filter((reading) => typeof reading === "string"))).toEqual(
    new Set(["#DIV/0!", "#NUM!"]),
  );
  const fine = faulty.filter((_, index) => typeof decimal[index] === "number");
  expect(fine.length).toBeGreaterThan(20);
  expect(disagreements(fine, { decimal: byDecimal()(fine), doubles: byScript()(fine) })).toEqual([]);
});

test("where a figure is missing, the worksheet shows #N/A, decimals and doubles are not a number", () => {
  const readings = {
    spreadsheet: spreadsheetOfGappy,
    decimal: byDecimal()(gappy),
    doubles: byScript()(gappy),
  };
  expect(disagreements(gappy, readings)).toEqual([]);
  for (const wanted of [true, false])
    expect(readings.doubles.filter((value) => Number.isNaN(value) === wanted).length).toBeGreaterThan(30);
});

test.each(PRINTER_FAULTS.map((fault, index) => [fault.name, index] as const))(
  "a printer with a planted fault is caught: %s",
  (_, index) => {
    expect(
      disagreements(fewer, { mutant: spreadsheetOfMutants[index]!, decimal: byDecimal()(fewer) }).length,
    ).toBeGreaterThan(0);
  },
);

test.each(SCRIPT_FAULTS.map((fault) => [fault.name, fault] as const))(
  "doubles with a planted fault are caught: %s",
  (_, fault) => {
    const mutant = byScript(mutatedReader<typeof toScript>("toScript", fault))(fewer);
    expect(
      disagreements(fewer, { spreadsheet: spreadsheet.slice(0, fewer.length), mutant }).length,
    ).toBeGreaterThan(0);
  },
);

test.each(DECIMAL_FAULTS.map((fault) => [fault.name, fault] as const))(
  "decimals with a planted fault are caught: %s",
  (_, fault) => {
    const mutant = byDecimal(mutatedReader<typeof toDecimal>("toDecimal", fault))(trees);
    expect(disagreements(trees, { spreadsheet, mutant }).length).toBeGreaterThan(0);
  },
);

test("the sample is rich in what printers get wrong", () => {
  const count = (shape: (node: Expression) => boolean): number =>
    trees.filter(({ expression }) => someNode(expression, shape)).length;
  const level = (node: Expression): number =>
    node.kind === "binary"
      ? PRECEDENCE[node.operator]
      : node.kind === "negate"
        ? NEGATION_PRECEDENCE
        : Infinity;
  const nested =
    (operators: string) =>
    (node: Expression): boolean =>
      node.kind === "binary" && operators.includes(node.operator) && level(node.right) === level(node);
  const shapes = {
    minus: nested("-"),
    divide: nested("/"),
    power: nested("^"),
    negatedPower: (node: Expression) => node.kind === "negate" && level(node.operand) === PRECEDENCE["^"],
    powerOfNegated: (node: Expression) =>
      node.kind === "binary" && node.operator === "^" && level(node.left) === NEGATION_PRECEDENCE,
  };
  for (const shape of Object.values(shapes)) expect(count(shape)).toBeGreaterThan(share(100));
  const kinds = [
    "series",
    "scalar",
    "known",
    "fact",
    "seriesAt",
    "scalarAt",
    "vintages",
    "quarters",
    "call",
    "binary",
    "negate",
  ];
  for (const kind of kinds) expect(count((node) => node.kind === kind)).toBeGreaterThan(share(100));
  for (const name of ["MIN", "MAX", "IF", "ABS", "ROUND", "AND", "OR", "INT", "SUM", "RATE"]) {
    expect(count((node) => node.kind === "call" && node.name === name)).toBeGreaterThan(share(50));
  }
  for (const operator of ["=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "^"])
    expect(count((node) => node.kind === "binary" && node.operator === operator)).toBeGreaterThan(share(50));
  expect(count((node) => childrenOf(node).length > 2)).toBeGreaterThan(share(100));
});
