import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { smallPlan } from "../hosts/xlsx/smallPlan";
import { recalculate } from "./libreOffice";

test("without LibreOffice the message says how to install it", async () => {
  const path = process.env.PATH;
  process.env.PATH = "nowhere";
  try {
    await expect(recalculate(await planToXlsx(smallPlan))).rejects.toThrow(
      'soffice is not installed: run "sudo apt-get install -y libreoffice-calc"',
    );
  } finally {
    process.env.PATH = path;
  }
});

test("bytes that are no workbook are an error, not an empty answer", async () => {
  await expect(recalculate(new Uint8Array())).rejects.toThrow("0 bytes");
});
