import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutant";
import { mutantsOf } from "./mutations";

const FOLDERS = [
  "src/companies/kingsoftCloud/lines",
  "src/companies/kingsoftCloud/drivers",
  "src/model",
  "src/formula",
];

/** Every mutant of the model and of the formula readers, in a fixed order. What is generated from the lines is not changed by itself. */
export function allMutants(root: string): readonly Mutant[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.ts$/.test(name) && !/\.generated\.ts$/.test(name))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return mutantsOf(new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")])));
}
