import { Workbook } from "exceljs";

/** The workbook as the library ExcelJS saves it, without the values of its formulas, as libraries do that do not calculate. */
export async function savedByExcelJs(xlsx: Uint8Array): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(xlsx) as unknown as Parameters<typeof book.xlsx.load>[0]);
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula } as typeof cell.value;
      }),
    ),
  );
  return new Uint8Array(await book.xlsx.writeBuffer());
}
