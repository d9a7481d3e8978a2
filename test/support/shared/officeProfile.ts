import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Settings that make LibreOffice recalculate every formula on load (0 = always) instead of trusting cached values. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${setting("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0")}
${setting("/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "0")}
${setting("/org.openoffice.Office.Common/Misc", "FirstRun", "false")}
${setting("/org.openoffice.Setup/L10N", "ooLocale", "en-US")}
</oor:items>
`;

function setting(path: string, name: string, value: string): string {
  return `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}

/** Lays out a profile of LibreOffice in a folder, with which it recalculates whatever it loads; the result is its place. */
export async function officeProfile(folder: string): Promise<string> {
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user", "registrymodifications.xcu"), SETTINGS);
  return profile;
}
