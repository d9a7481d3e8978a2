import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Longest time one run may take, in milliseconds. */
const TIMEOUT = 180_000;

const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Edits"/>
</library:library>
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A module of LibreOffice Basic: loads the workbook, carries out the statements on it, saves it. */
const moduleOf = (statements: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escaped(`
Sub Edit(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim book, sheets, sheet, cell, range, file
  On Error GoTo Failed
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  sheets = book.Sheets
${statements}
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, filter())
Done:
  book.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  file = FreeFile
  Open target For Output As #file
  Print #file, "LibreOffice Basic: " & Error$ & " in line " & Erl
  Close #file
  GoTo Done
End Sub
`)}</script:module>
`;

/** Starts LibreOffice with a profile and waits for its end. */
const start = (profile: string, ...args: readonly string[]): Promise<unknown> =>
  run(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--nolockcheck",
      ...args,
    ],
    { timeout: TIMEOUT, killSignal: "SIGKILL" },
  );

let laidOut: Promise<string> | undefined;

/** A folder with a profile as the first start lays it out; that start would overwrite a library that is there already. */
async function laidOutProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kc-profile-"));
  await start(join(folder, "p"), "--terminate_after_init");
  return join(folder, "p");
}

/** Takes the profile away, for a suite that has edited: the next one in the same context lays out its own. */
export async function endEdits(): Promise<void> {
  if (laidOut === undefined) return;
  const folder = dirname(await laidOut);
  laidOut = undefined;
  await rm(folder, { recursive: true, force: true });
}

/** The workbook after LibreOffice has carried out statements of its Basic on it (`book`, `sheets`, `sheet`, `cell` and `range` are declared) and saved it as .xlsx. */
export async function editedInLibreOffice(xlsx: Uint8Array, statements: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "kc-edits-"));
  try {
    const [given, saved, profile] = [
      join(folder, "given.xlsx"),
      join(folder, "saved.xlsx"),
      join(folder, "p"),
    ];
    await writeFile(given, xlsx);
    await cp(await (laidOut ??= laidOutProfile()), profile, { recursive: true });
    const basic = join(profile, "user", "basic", "Standard");
    await writeFile(join(basic, "script.xlb"), LIBRARY);
    await writeFile(join(basic, "Edits.xba"), moduleOf(statements));
    await start(
      profile,
      `macro:///Standard.Edits.Edit("${pathToFileURL(given).href}","${pathToFileURL(saved).href}")`,
    );
    const bytes = await readFile(saved);
    const said = bytes.subarray(0, 200).toString();
    if (said.startsWith("LibreOffice Basic:")) throw new Error(said.trim());
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
