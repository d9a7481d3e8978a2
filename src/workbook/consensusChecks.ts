import { estimateState } from "../analysis";
import type { Model } from "../model";
import { absolute, onSheet } from "./address";
import { axisOf } from "./axis";
import { formula, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, FIRST, flagOf } from "./checkCells";
import { consensusTable, FURTHER_PERIOD, SINCE, type ConsensusInputs } from "./consensusInputs";
import { consensusPlaces, ESTIMATE_STATES } from "./consensusPlaces";
import { stateRow } from "./countedCells";
import { periodLabels } from "./estimateRows";
import { guidanceCheck } from "./guidanceRows";
import type { RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";

/** Flags on the table of estimates: a row that can't be read, and a choice that means nothing, are counted. */
export function consensusChecks(model: Model, typed: ConsensusInputs = new Map()): readonly RowPlan[] {
  const places = consensusPlaces(model);
  const table = consensusTable(model, typed);
  const faults = ["unknownLine", "unknownPeriod", "noNumber"] as const;
  const [first, last] = [faults[0], faults[2]].map((state) =>
    stateRow(places, ESTIMATE_STATES.indexOf(state)),
  );
  const unread = table.rows.some((row) => {
    const state = estimateState(model.spec, row, table.since);
    return faults.some((fault) => fault === state);
  });
  const [since, period] = [SINCE, FURTHER_PERIOD].map((cell) => onSheet(SHEETS.consensus, absolute(cell)));
  const known =
    (table.since === "" || typeof table.since === "number") &&
    (table.period === "" ||
      model.spec.timeline.periods.some(
        ({ label }) => label.toLowerCase() === String(table.period).toLowerCase(),
      ));
  return [
    rowOf({
      1: text("Consensus: every row has a known line, a known period and numbers"),
      2: text("Rows of the Consensus sheet that can't be read; the sheet says why", "unit"),
      [FIRST]: formula(
        flagOf(`SUM(${onSheet(SHEETS.consensus, `$B$${first}:$B$${last}`)})=0`),
        unread ? 1 : 0,
        CROSS_FLAG_STYLE,
      ),
    }),
    rowOf({
      1: text("Consensus: the day and the period chosen at its top are known"),
      2: text("A date or nothing, and a period of the model or nothing", "unit"),
      [FIRST]: formula(
        flagOf(
          `AND(OR(${since}="",ISNUMBER(${since})),OR(${period}="",SUMPRODUCT((${periodLabels(axisOf(model.spec.timeline))}=${period})+0)=1))`,
        ),
        known ? 0 : 1,
        CROSS_FLAG_STYLE,
      ),
    }),
    guidanceCheck(model, typed),
  ];
}
