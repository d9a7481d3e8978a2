import { DEFAULT_ADDIN_URL } from "./addinUrl.mjs";
import { root, runTypeScript } from "./runTypeScript.mjs";

const { validateAddin } = await runTypeScript("scripts/addin/validateAddin.ts");
process.exitCode = (await validateAddin(root, DEFAULT_ADDIN_URL)) ? 0 : 1;
