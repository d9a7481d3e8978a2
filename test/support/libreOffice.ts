import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { sharedPlace } from "./shared/browser";
import { officeProfile } from "./shared/officeProfile";

const run = promisify(execFile);

/** Longest time one LibreOffice run may take, in milliseconds. */
const TIMEOUT = 600_000;

/** Every value of a workbook after LibreOffice has recalculated all of its formulas. */
export async function recalculate(xlsx: Uint8Array): Promise<ReadWorkbook> {
  const [workbook] = await recalculateAll([xlsx]);
  return workbook as ReadWorkbook;
}

/** The same for several workbooks in one LibreOffice run, which saves its start-up time; answers in the same order. */
export async function recalculateAll(files: readonly Uint8Array[]): Promise<ReadWorkbook[]> {
  const given = files.map(sheetNames);
  const outputs = await convert(files, "xlsx:Calc MS Excel 2007 XML");
  const answers = await Promise.all(outputs.map(readWorkbook));
  answers.forEach(({ sheets }, index) => {
    const [before, after] = [given[index], sheets.map(({ name }) => name).join(", ")];
    if (before !== after)
      throw new Error(`LibreOffice read the sheets ${after} instead of ${String(before)}`);
  });
  return answers;
}

/** Names of the sheets of a file in tab order; bytes that are no workbook are an error. */
function sheetNames(xlsx: Uint8Array): string {
  if (xlsx.length === 0) throw new Error("No workbook can be read from 0 bytes.");
  const { "xl/workbook.xml": list } = unzipSync(xlsx, { filter: ({ name }) => name === "xl/workbook.xml" });
  if (list === undefined) throw new Error("The file is no workbook: it has no list of sheets.");
  return [...strFromU8(list).matchAll(/<sheet [^>]*?\bname="([^"]*)"/g)]
    .map(([, name]) => name!.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&"))
    .join(", ");
}

/** The bytes of a workbook as LibreOffice saves it after it has recalculated every formula. */
export async function savedByLibreOffice(xlsx: Uint8Array): Promise<Uint8Array> {
  const [saved] = await allSavedByLibreOffice([xlsx]);
  return saved as Uint8Array;
}

/** The same for several workbooks in one LibreOffice run; answers in the same order. */
export function allSavedByLibreOffice(files: readonly Uint8Array[]): Promise<Uint8Array[]> {
  return convert(files, "xlsx:Calc MS Excel 2007 XML");
}

/** The workbook as printed by LibreOffice: print areas, titles, scaling and footers as set. */
export async function toPdf(xlsx: Uint8Array): Promise<Uint8Array> {
  const [pdf] = await convert([xlsx], "pdf:calc_pdf_Export");
  return pdf as Uint8Array;
}

/** Draws every printed page as a PNG into `outDir`; answers the paths in page order. */
export async function renderPages(xlsx: Uint8Array, outDir: string): Promise<string[]> {
  await mkdir(outDir, { recursive: true });
  const pdf = join(outDir, "workbook.pdf");
  await writeFile(pdf, await toPdf(xlsx));
  await runTool("pdftoppm", ["-r", "80", "-png", pdf, join(outDir, "page")], "poppler-utils");
  const pages = (await readdir(outDir)).filter((file) => /^page-\d+\.png$/.test(file));
  return pages.sort().map((file) => join(outDir, file));
}

/** Converts by the LibreOffice of this run of the tests, or by one of its own outside a run or where that one has ended. */
async function convert(files: readonly Uint8Array[], format: string): Promise<Uint8Array[]> {
  const dir = await mkdtemp(join(tmpdir(), "kc-office-"));
  try {
    const shared = process.env["KC_SHARED"];
    const profile =
      shared === undefined ? await officeProfile(dir) : await sharedPlace(`${shared}/libreOffice`);
    const names = files.map((_, index) => `workbook${String(index + 1)}`);
    const inputs = names.map((name) => join(dir, `${name}.xlsx`));
    await Promise.all(files.map((bytes, index) => writeFile(inputs[index] as string, bytes)));
    const outDir = join(dir, "out");
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--nolockcheck",
    ];
    const said = await runTool(
      "soffice",
      [...args, "--convert-to", format, "--outdir", outDir, ...inputs],
      "libreoffice-calc",
    );
    const ending = format.slice(0, format.indexOf(":"));
    return await Promise.all(
      names.map((name) =>
        readFile(join(outDir, `${name}.${ending}`)).catch(() => {
          throw new Error(`LibreOffice could not convert ${name}.xlsx; it said: ${said}`);
        }),
      ),
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function runTool(tool: string, args: readonly string[], debianPackage: string): Promise<string> {
  try {
    const { stdout, stderr } = await run(tool, [...args], {
      timeout: TIMEOUT,
      killSignal: "SIGKILL",
      env: process.env,
    });
    return stdout + stderr;
  } catch (cause) {
    const { code, killed } = cause as { code?: unknown; killed?: boolean };
    if (code === "ENOENT") {
      throw new Error(
        `${tool} is not installed: run "sudo apt-get install -y ${debianPackage}" or bash scripts/installTools.sh`,
      );
    }
    if (killed === true) throw new Error(`${tool} was stopped after ${String(TIMEOUT / 1000)} s`, { cause });
    throw new Error(`${tool} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
