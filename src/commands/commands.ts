import { excelHost } from "../hosts/officejs/excelHost";
import { ribbonCommands } from "./ribbonCommands";

// The commands must be known before Excel calls the first one, so they are named at once.
for (const [name, command] of Object.entries(
  ribbonCommands(excelHost(), () => Office.addin.showAsTaskpane()),
))
  Office.actions.associate(name, command);
