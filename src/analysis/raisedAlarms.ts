import {
  alarms,
  balances,
  capacity,
  cluster,
  impairment,
  kingsoft,
  revolver,
  xiaomi,
} from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import type { CellReader } from "./spanValue";

/** An economic alarm that is raised: every statement balances, and an analyst would still ask. */
export interface RaisedAlarm {
  readonly line: LineItem;
  /** Quarters in which it is raised, oldest first, e.g. 2028Q3. */
  readonly quarters: readonly string[];
  /** The figure behind it, and where it is worst. */
  readonly figure: LineItem;
  readonly worst: number;
  readonly worstIn: string;
}

/** The alarms of one scenario. */
export interface ScenarioAlarms {
  readonly scope: string;
  readonly alarms: readonly RaisedAlarm[];
}

/** The figure that shows how bad an alarm is, and which direction is worse. */
const FIGURES: Readonly<Record<keyof typeof alarms, readonly [() => LineItem, "low" | "high"]>> = {
  equity: [() => balances.totalEquity, "low"],
  funding: [() => revolver.gap, "high"],
  overuse: [() => capacity.use, "high"],
  lowUse: [() => capacity.use, "low"],
  clusterReturn: [() => cluster.returnInUse, "low"],
  capXiaomi: [() => xiaomi.headroom, "low"],
  capKingsoft: [() => kingsoft.headroom, "low"],
  impairment: [() => impairment.indicated, "high"],
};

/** The alarms that calculated values raise in quarters after the opening. */
export function raisedAlarms({ data }: Pick<Model, "data">, values: CellReader): readonly RaisedAlarm[] {
  const { quarters } = data.spec.timeline;
  const after = [...quarters.keys()].filter((column) => column > data.opening);
  return (Object.keys(alarms) as (keyof typeof alarms)[]).flatMap((name): readonly RaisedAlarm[] => {
    const line = alarms[name];
    const raised = after.filter((column) => values.value(line.id, column) === 1);
    const [first] = raised;
    if (first === undefined) return [];
    const [figureOf, worse] = FIGURES[name];
    const figure = figureOf();
    const at = (column: number): number => values.value(figure.id, column);
    const worst = raised.reduce(
      (best, column) => ((worse === "low" ? at(column) < at(best) : at(column) > at(best)) ? column : best),
      first,
    );
    return [
      {
        line,
        figure,
        quarters: raised.map((column) => quarters[column]!.label),
        worst: at(worst) + 0,
        worstIn: quarters[worst]!.label,
      },
    ];
  });
}

/** The alarms of every scenario as seeded. */
export function scenarioAlarms(model: Model): readonly ScenarioAlarms[] {
  return model.spec.scenarios.map(({ id, name }) => ({
    scope: name,
    alarms: raisedAlarms(model, model.fast(model.assumptions(id))),
  }));
}

/** An alarm in words: "The plan is not funded in 2028Q3 to 2028Q4: Funding gap 123 RMB m at worst, in 2028Q4." */
export function alarmWords({ line, quarters, figure, worst, worstIn }: RaisedAlarm): string {
  const where = quarters.length === 1 ? "" : ` at worst, in ${worstIn}`;
  return `${line.label} in ${stretches(quarters)}: ${figure.label}, ${figureWords(worst, figure)}${where}.`;
}

function figureWords(value: number, { unit }: LineItem): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (unit === "%") return `${sign}${(size * 100).toLocaleString("en-US", { maximumFractionDigits: 1 })} %`;
  return `${sign}${size.toLocaleString("en-US", { maximumFractionDigits: size < 100 ? 1 : 0 })} ${unit}`;
}

/** Quarters in a row as one stretch: "2026Q3, 2027Q1 to 2027Q4". */
function stretches(quarters: readonly string[]): string {
  const place = (label: string): number => Number(label.slice(0, 4)) * 4 + Number(label.slice(5));
  const runs: string[][] = [];
  for (const quarter of quarters) {
    const run = runs[runs.length - 1];
    if (run !== undefined && place(quarter) === place(run[run.length - 1]!) + 1) run.push(quarter);
    else runs.push([quarter]);
  }
  return runs.map((run) => (run.length === 1 ? run[0]! : `${run[0]!} to ${run[run.length - 1]!}`)).join(", ");
}
