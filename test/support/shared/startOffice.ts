import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "../until";
import { officeProfile } from "./officeProfile";

/** An empty workbook: LibreOffice ends after a conversion unless something is open. */
const HELD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Held"><table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body>
</office:document>
`;

/** A running LibreOffice, which does what is asked of its profile. */
export interface RunningOffice {
  readonly profile: string;
  close(): Promise<void>;
}

/** Starts LibreOffice, whose start costs a third of what it then does with a whole workbook; ready once it has opened what it holds. */
export async function startOffice(): Promise<RunningOffice> {
  const folder = await mkdtemp(join(tmpdir(), "kc-office-"));
  const profile = await officeProfile(folder);
  await writeFile(join(folder, "held.fods"), HELD);
  const office = spawn(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--nolockcheck",
      join(folder, "held.fods"),
    ],
    // A group of its own, since the program starts others.
    { stdio: "ignore", detached: true },
  );
  let ended = false;
  const end = new Promise<void>((done) => {
    for (const event of ["exit", "error"]) office.once(event, () => done());
  }).then(() => {
    ended = true;
  });
  const stop = (): void => {
    if (!ended && office.pid !== undefined) process.kill(-office.pid, "SIGKILL");
  };
  process.once("exit", stop);
  await until(() => ended || existsSync(join(folder, ".~lock.held.fods#")), "LibreOffice has started");
  return {
    profile,
    close: async () => {
      process.off("exit", stop);
      stop();
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
