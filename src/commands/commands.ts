import { excelHost } from "../hosts/officejs/excelHost";
import { hostInWords } from "../hosts/hostInWords";
import { languageOf, loadCatalogue } from "../words";
import { ribbonCommands } from "./ribbonCommands";

const host = hostInWords(excelHost(), () => loadCatalogue(languageOf(Office.context.displayLanguage)));

// The commands must be known before Excel calls the first one, so they are named at once.
for (const [name, command] of Object.entries(ribbonCommands(host, () => Office.addin.showAsTaskpane())))
  Office.actions.associate(name, command);
