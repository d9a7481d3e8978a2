import ts from "typescript";
import { kingsoftCloud, LINE_BY_ID } from "../../src/companies/kingsoftCloud";
import {
  modelSpec,
  openModel,
  type FastReading,
  type LineItem,
  type Model,
  type ModelSpec,
  type TypedFigures,
} from "../../src/model";
import { emitFastReading } from "../../src/model/emitFastReading";
import type { Seeds } from "../../src/seeds";

/** Formulas that stand in the place of a line's own, by line id. */
export type PlantedFormulas = Readonly<Record<string, Partial<Pick<LineItem, "opening" | "forecast">>>>;

/** Opens a model over seeds and typed figures. */
export type Open = (seeds: Seeds, typed?: TypedFigures) => Model;

/** Opens the model as it is. */
export const openShipped: Open = (seeds, typed) => openModel(kingsoftCloud, seeds, typed);

/** Opens models with planted formulas; the lines themselves stay as they are. */
export function plantedOpen(planted: PlantedFormulas): Open {
  const spec = plantedSpec(planted);
  return (seeds, typed) => openModel(spec, seeds, typed);
}

function plantedSpec(planted: PlantedFormulas): ModelSpec {
  const unknown = Object.keys(planted).find((id) => !LINE_BY_ID.has(id));
  if (unknown !== undefined) throw new Error(`No line is called "${unknown}".`);
  const sections = kingsoftCloud.sections.map(({ title, lines }) => ({
    title,
    lines: lines.map((line) => ({ ...line, ...planted[line.id] })),
  }));
  const spec = modelSpec({ ...kingsoftCloud, sections, reading: () => reading });
  const reading = compiled(spec);
  return spec;
}

/** The emitted script of a model, compiled. */
function compiled(spec: ModelSpec): FastReading {
  const script = ts.transpileModule(emitFastReading(spec), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const exports: { fastReading?: FastReading } = {};
  new Function("exports", script)(exports);
  return exports.fastReading!;
}
