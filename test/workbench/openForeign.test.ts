/** Workbooks that other programs have saved: they open with inputs and own parts, and nothing is said to be lost that is not. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { openWorkbook, type OpenedFile } from "../../src/workbench/openWorkbook";
import { cellAddress } from "../../src/workbook/address";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";
import { withParts } from "../hostile/changedFile";
import { savedByExcelJs } from "../support/excelJs";
import { reportFigure } from "../support/figure";
import { PROVES } from "../support/runs";
import { savedByGnumeric } from "../support/gnumeric";
import { savedByLibreOffice } from "../support/libreOffice";
import { seededModel } from "../support/seededModel";
import { typed } from "../workbook/recalculatedCells";
import { enginePlan } from "./comparePlan";
import { ownSheet } from "./smallFile";

const model = seededModel();
const shipped = enginePlan(model, "base");
const changed = enginePlan(model, "upside", {
  base: { capXiaomi2026: 3200 },
  upside: { capXiaomi2027: 4100.5 },
});
const style = Object.entries(shipped.styles).find(([, { fill }]) => fill !== undefined)![0];
const cell = (value: CellPlan["value"], formula?: string): CellPlan => ({
  value,
  style,
  ...(formula !== undefined && { formula }),
});
const mine = {
  ...ownSheet("Mine & more", [
    [cell("Item"), cell("金山云"), cell(true)],
    [cell(12.5), cell(25, "A2*2"), cell(12_261.5, "'Income statement'!J12")],
    [cell(0.1 + 0.2), cell("=text"), cell("line\none")],
  ]),
  notes: [{ cell: "B2", text: "A note\nof two lines" }],
  validations: [
    {
      range: "A5:A9",
      rule: { kind: "list" as const, values: ["Low", "High"] },
      promptTitle: "",
      prompt: "",
      errorTitle: "",
      error: "",
    },
  ],
  conditionalFormats: [{ range: "A2:A4", formula: "$A2>10", colour: "9C0006", fill: "FFC7CE" }],
};

/** The workbook with inputs, own cells, a typed fact and a sheet of a person's own. */
function workbook(): WorkbookPlan {
  const fact = typed(changed, "Facts", "G12", 4321.5);
  const over = typed(fact, "Summary", "J12", 15_000);
  return {
    ...over,
    names: [...over.names, { name: "MyShare", sheet: mine.name, range: "A2", comment: "" }],
    sheets: [
      ...over.sheets.map((sheet) => {
        if (sheet.name !== "Summary") return sheet;
        const rows = [
          ...sheet.rows,
          ...Array.from({ length: 4 }, () => ({ cells: [] })),
          { cells: [cell("own text"), cell(7, "B5*2")] },
        ];
        return { ...sheet, rows };
      }),
      mine,
    ],
  };
}

/** What LibreOffice and Gnumeric save is opened, and taken back to what it was, by roundTrips.test.ts in every run. */
const programs: readonly (readonly [string, (xlsx: Uint8Array) => Promise<Uint8Array>])[] = [
  ["the workbench itself", (xlsx) => Promise.resolve(xlsx)],
  ...(PROVES
    ? ([
        ["LibreOffice", savedByLibreOffice],
        ["Gnumeric", savedByGnumeric],
      ] as const)
    : []),
  ["ExcelJS, without values", savedByExcelJs],
  ["a library that writes empty values", emptyValues],
];

/** Formulas with an empty value behind them, as openpyxl writes them. */
function emptyValues(xlsx: Uint8Array): Promise<Uint8Array> {
  const empty = (xml: string): string =>
    xml.replaceAll(
      /<c ([^>]*?)(?: t="\w+")?([^>]*)>(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v><\/c>/g,
      "<c $1$2>$3<v /></c>",
    );
  const sheets = shipped.sheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, empty] as const);
  return Promise.resolve(withParts(xlsx, Object.fromEntries(sheets.slice(1))));
}

describe.each(programs)("a workbook saved by %s", (_, save) => {
  let opened: OpenedFile;
  beforeAll(async () => {
    opened = await openWorkbook(model, await save(await planToXlsx(workbook())), shipped);
  }, 300_000);

  test("has its inputs and its scenario", () => {
    const wanted = new Map([
      ["capXiaomi2026", { base: "3200", upside: null }],
      ["capXiaomi2027", { base: undefined, upside: "4100.5" }],
    ]);
    expect(opened.inputs.scenario).toBe("upside");
    for (const row of opened.inputs.rows) {
      const was = model.rows.find(({ driver }) => driver.id === row.driver.id)!;
      const want = wanted.get(row.driver.id);
      expect([row.driver.id, row.base, row.own.upside, row.own.downside]).toEqual([
        row.driver.id,
        want?.base ?? was.base,
        want?.upside ?? was.own.upside,
        was.own.downside,
      ]);
    }
  });

  test("has the cells that were typed over and added, and no others", () => {
    const contents = opened.parts.onModel.flatMap(({ sheet, contents: all }) =>
      all.map(({ row, column, content }) => [`${sheet}!${cellAddress(row + 1, column + 1)}`, content]),
    );
    const last = shipped.sheets.find(({ name: each }) => each === "Summary")!.rows.length + 5;
    expect(new Map(contents as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        ["Facts!G12", 4321.5],
        ["Summary!J12", 15_000],
        [`Summary!A${last}`, "own text"],
        [`Summary!B${last}`, "=B5*2"],
      ]),
    );
  });

  test("has the sheet of one's own with formulas, values, looks, note, rules and name", () => {
    const [sheet] = opened.parts.sheets;
    expect(opened.parts.sheets.map((each) => each.name)).toEqual([mine.name]);
    expect(
      sheet!.rows
        .slice(0, 3)
        .map(({ cells }) =>
          cells
            .slice(0, 3)
            .map((each) =>
              each?.formula === undefined ? each?.value : `=${each.formula.replaceAll("$", "")}`,
            ),
        ),
    ).toEqual([
      ["Item", "金山云", true],
      [12.5, "=A2*2", expect.stringMatching(/^='?Income statement'?!J12$/) as string],
      [expect.closeTo(0.3, 15) as number, "=text", "line\none"],
    ]);
    const fill = (at: { readonly style: string } | null | undefined): string | undefined =>
      opened.parts.styles[at?.style ?? ""]?.fill;
    expect(fill(sheet!.rows[1]!.cells[0])).toBe(shipped.styles[style]!.fill);
    expect(sheet!.notes).toEqual([
      { cell: "B2", text: expect.stringMatching(/A note\nof two lines$/) as string },
    ]);
    expect(sheet!.validations.map(({ range, rule }) => [range, rule])).toEqual([
      ["A5:A9", { kind: "list", values: ["Low", "High"] }],
    ]);
    expect(
      sheet!.conditionalFormats.map(({ range, formula, fill: colour }) => [range, formula, colour]),
    ).toEqual([["A2:A4", "$A2>10", "FFC7CE"]]);
    expect(opened.parts.names).toEqual([{ name: "MyShare", sheet: mine.name, range: "A2", comment: "" }]);
  });

  test("has nothing said to be lost", () => {
    expect([opened.left, opened.told]).toEqual([[], []]);
    const last = shipped.sheets.find(({ name }) => name === "Summary")!.rows.length + 4;
    expect(
      opened.parts.onModel.flatMap(({ sheet, looks, widths, heights }) => [
        ...looks.map(({ row, column }) => [sheet, row, column]),
        ...[...widths, ...heights].map((size) => [sheet, size]),
      ]),
    ).toEqual([0, 1].map((column) => ["Summary", last, column]));
    reportFigure(
      "Workbooks that other programs saved open with inputs and own parts",
      `${programs.length - 1} ways, through LibreOffice, Gnumeric, ExcelJS and a library without values: same inputs, cells, sheet, looks, notes, rules and names; nothing said to be lost`,
    );
  });
});
