import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { DRIVERS, LINES, SCENARIOS } from "../../src/model";

/** One entry of a completion list. */
interface Choice {
  readonly name: string;
  readonly stringValue: string;
  readonly tooltip: string;
}

/** Completion lists that come from the model, so that they name what there is. */
const LISTS: Readonly<Record<string, readonly Choice[]>> = {
  Scenario: SCENARIOS.map(({ id, name, meaning }) => ({ name: id, stringValue: name, tooltip: meaning })),
  Line: LINES.map(({ id, label, unit }) => ({ name: id, stringValue: id, tooltip: `${label}, ${unit}` })),
  Driver: DRIVERS.map(({ id, label, unit }) => ({ name: id, stringValue: id, tooltip: `${label}, ${unit}` })),
};

/** The text of functions.json, made from the comments in src/functions/functions.ts and the lists of the model. */
export async function functionsMetadata(projectFolder: string): Promise<string> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(
    join(projectFolder, "src/functions/functions.ts"),
  );
  if (errors.length > 0) throw new Error(`src/functions/functions.ts:\n${errors.join("\n")}`);
  const metadata = JSON.parse(metadataJson) as {
    enums: { readonly id: string; readonly values: readonly Choice[] }[];
  };
  const enums = metadata.enums.map((each) => ({ ...each, values: LISTS[each.id] ?? each.values }));
  return `${JSON.stringify({ ...metadata, enums }, null, 2)}\n`;
}
