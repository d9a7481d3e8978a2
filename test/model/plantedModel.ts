import ts from "typescript";
import {
  clockValue,
  driverVector,
  isClock,
  keptValues,
  LINE_BY_ID,
  LINES,
  openModel,
  WIDTH,
  type LineItem,
  type Model,
} from "../../src/model";
import { emitFastReading } from "../../src/model/emitFastReading";
import { knownValues } from "./readingsApart";

/** Formulas that stand in the place of a line's own, by line id. */
export type PlantedFormulas = Readonly<Record<string, Partial<Pick<LineItem, "opening" | "forecast">>>>;

type FastReading = (v: Float64Array, k: Float64Array, drivers: Float64Array, opening: number) => void;

/** Opens models whose fast reading has planted formulas; the lines themselves stay as they are. */
export function plantedOpen(planted: PlantedFormulas): typeof openModel {
  const reading = compiledWith(planted);
  return (seeds, typed) => {
    const model = openModel(seeds, typed);
    const template = knownValues(model.data).slice();
    LINES.forEach(({ id }, row) => {
      if (!isClock(id)) return;
      for (let column = 0; column < WIDTH; column++)
        template[row * WIDTH + column] = clockValue(id, column, model.data);
    });
    const flex: Model["flex"] = (vector) => {
      const all = template.slice();
      reading(all, template, vector, model.data.opening);
      return keptValues({ all });
    };
    return { ...model, flex, fast: (assumptions) => flex(driverVector(assumptions)) };
  };
}

function compiledWith(planted: PlantedFormulas): FastReading {
  const originals = Object.keys(planted).map((id) => {
    const line = LINE_BY_ID.get(id);
    if (line === undefined) throw new Error(`No line is called "${id}".`);
    return [line, { opening: line.opening, forecast: line.forecast }] as const;
  });
  try {
    for (const [line] of originals) Object.assign(line, planted[line.id]);
    const script = ts.transpileModule(emitFastReading(), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    }).outputText;
    const exports: { fastReading?: FastReading } = {};
    new Function("exports", script)(exports);
    return exports.fastReading!;
  } finally {
    for (const [line, formulas] of originals) Object.assign(line, formulas);
  }
}
