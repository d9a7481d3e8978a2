import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";

const run = promisify(execFile);

/** Longest time one conversion may take, in milliseconds. */
const TIMEOUT = 600_000;

/** The bytes of a workbook as Gnumeric saves it after it has recalculated every formula. */
export async function savedByGnumeric(xlsx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "kc-gnumeric-"));
  try {
    const [given, saved] = [join(folder, "given.xlsx"), join(folder, "saved.xlsx")];
    await writeFile(given, xlsx);
    await run("ssconvert", ["--recalc", given, saved], { timeout: TIMEOUT, killSignal: "SIGKILL" }).catch(
      (cause: unknown) => {
        if ((cause as { code?: unknown }).code !== "ENOENT") throw cause;
        throw new Error(
          'ssconvert is not installed: run "sudo apt-get install -y gnumeric" or bash scripts/installTools.sh',
        );
      },
    );
    return await readFile(saved);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every value of a workbook after Gnumeric has recalculated all of its formulas. */
export async function recalculateByGnumeric(xlsx: Uint8Array): Promise<ReadWorkbook> {
  return readWorkbook(await savedByGnumeric(xlsx));
}
