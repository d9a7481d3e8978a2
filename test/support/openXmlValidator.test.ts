import { editZipParts } from "../../src/hosts/xlsx/zipParts";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { smallPlan } from "../hosts/xlsx/smallPlan";
import { validateOpenXml } from "./openXmlValidator";

test("the validator names a planted fault and its place", async () => {
  const part = "xl/worksheets/sheet2.xml";
  const faulty = editZipParts(
    await planToXlsx(smallPlan),
    new Map([[part, (xml: string) => xml.replace("<sheetData>", "<sheetDatum/><sheetData>")]]),
  );
  const errors = await validateOpenXml(faulty);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({
    errorType: "Schema",
    path: `/${part}`,
    description: expect.stringContaining("sheetDatum") as string,
  });
});

test("bytes that are no workbook are an error, not a pass", async () => {
  expect((await validateOpenXml(new TextEncoder().encode("no workbook")))[0]?.errorType).toBe("Exception");
});
