import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { planToXlsx } from "../src/hosts/xlsx/writeXlsx";
import type { WorkbookPlan } from "../src/workbook/plan";
import type { EngineTimes } from "./engines";

const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Bench"/>
</library:library>
`;

/** Loads the workbook once, recalculates all of it some times with the clock around each, and prints what the cell then holds. */
const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic">
Sub Measure(source As String, target As String, sheet As String, cell As String, rounds As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  Dim book, began, round, file
  began = GetSystemTicks()
  book = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, hidden())
  file = FreeFile
  Open target For Output As #file
  Print #file, &quot;load &quot; &amp; CStr(GetSystemTicks() - began)
  For round = 1 To rounds
    began = GetSystemTicks()
    book.calculateAll()
    Print #file, &quot;calculation &quot; &amp; CStr(GetSystemTicks() - began)
  Next round
  Print #file, &quot;value &quot; &amp; Str(book.Sheets.getByName(sheet).getCellRangeByName(cell).Value)
  Close #file
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
`;

/** Recalculates the workbook in LibreOffice without a window: its own clock runs inside, so that start-up is not in the figures. Throws when LibreOffice is not there or says nothing. */
export async function calculateInLibreOffice(
  plan: WorkbookPlan,
  sheet: string,
  cell: string,
  rounds: number,
): Promise<EngineTimes> {
  const folder = mkdtempSync(join(tmpdir(), "kc-bench-office-"));
  try {
    const [workbook, answer, profile] = ["model.xlsx", "answer.txt", "profile"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(workbook, await planToXlsx(plan));
    const start = (...args: readonly string[]): void =>
      run([
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--nolockcheck",
        ...args,
      ]);
    // The first start lays out the profile and would overwrite a library that is there already.
    start("--terminate_after_init");
    const basic = join(profile, "user", "basic", "Standard");
    writeFileSync(join(basic, "script.xlb"), LIBRARY);
    writeFileSync(join(basic, "Bench.xba"), MODULE);
    start(
      `macro:///Standard.Bench.Measure("${pathToFileURL(workbook).href}","${answer}","${sheet}","${cell}",${rounds})`,
    );
    const lines = readFileSync(answer, "utf8")
      .trim()
      .split("\n")
      .map((line) => /^(\w+)\s+(\S+)$/.exec(line.trim())!);
    const of = (name: string): number[] =>
      lines.filter((line) => line[1] === name).map((line) => Number(line[2]));
    return { load: of("load")[0]!, calculations: of("calculation"), value: of("value")[0]! };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): void {
  const { error, status, stderr } = spawnSync("soffice", args, {
    encoding: "utf8",
    timeout: 180_000,
    killSignal: "SIGKILL",
  });
  if (error !== undefined)
    throw new Error(
      (error as NodeJS.ErrnoException).code === "ENOENT"
        ? "soffice is not installed"
        : `soffice: ${error.message}`,
    );
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr.trim().slice(0, 300)}`);
}
