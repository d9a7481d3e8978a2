import { figuresAfter, vintageOf, type KeptEstimate } from "../../analysis";
import { dataHash } from "../../hosts/textHash";
import { findScenario } from "../../model";
import { dateSerial } from "../../workbook/sheetFrame";
import type { PaneParts } from "../pane";
import { today } from "./today";

/** What the model says now in the scenario shown, as it is kept under a name. */
export function estimateNow({ model, store, evaluate }: PaneParts, name: string): KeptEstimate {
  const { table, scenario, typed } = store.get();
  const { assumptions, values } = evaluate(table, scenario);
  const { results } = vintageOf(model.data);
  return {
    name,
    scenario: findScenario(model.spec.scenarios, scenario)!.name,
    keptOn: dateSerial(today()),
    knownTo: results,
    fingerprint: dataHash([[...assumptions], [...typed]]),
    figure: figuresAfter(model.spec, values, model.spec.timeline.columnOf(results)),
  };
}
