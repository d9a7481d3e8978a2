import { say } from "../words";
import { namesIn } from "../functions";
import { shippedModel } from "../functions/shippedModel";
import type { Message, WorkbookHost, WriteReport } from "../hosts/port";
import { SCENARIOS, SHIPPED_NAMES } from "../companies/kingsoftCloud";
import { baseOf, findNamed, ownHeads, type Scenario, type ScenarioNames } from "../model";
import { dataVintage } from "../seeds";
import { buildPlan } from "../workbook/buildPlan";
import type { WorkbookPlan } from "../workbook/plan";

/** Version of the program, which the page carries. */
function version(): string {
  return document.documentElement.dataset["version"] ?? "";
}

/** The names of the scenarios in the workbook; the shipped ones where its inputs can't be read. */
async function namesInUse(host: WorkbookHost): Promise<ScenarioNames> {
  try {
    const [inputs] = await host.read(["KC_Inputs"]);
    return inputs === undefined ? SHIPPED_NAMES : namesIn(inputs.values.map((row) => [...row]));
  } catch {
    return SHIPPED_NAMES;
  }
}

async function planFor(host: WorkbookHost, hasModel: boolean): Promise<WorkbookPlan> {
  const model = await shippedModel();
  const [reading] = hasModel ? await host.read(["KC_Scenario"]) : [];
  const names = hasModel ? await namesInUse(host) : SHIPPED_NAMES;
  const shown = findNamed(SCENARIOS, String(reading?.values[0]?.[0] ?? ""), names) ?? baseOf(SCENARIOS);
  return buildPlan(model, {
    scenario: shown.id,
    heads: ownHeads(SCENARIOS, names),
    overrides: new Map(),
    created: `${dataVintage(model.seeds)}T00:00:00Z`,
    version: version(),
  });
}

/** Builds the model where there is none or an unfinished one; where there is one, says what an update would change and leaves the decision to the pane. */
export async function buildOrUpdate(host: WorkbookHost): Promise<Message> {
  const { kind, faults } = await host.inspect();
  if (kind === "none" || kind === "unfinished") return wordsOf(await host.write(await planFor(host, false)));
  const changes = await host.preview(await planFor(host, kind === "complete"));
  const [applying, staying] = [
    changes.filter(({ applies }) => applies).length,
    changes.filter(({ applies }) => !applies).length,
  ];
  if (applying === 0)
    return {
      kind: "done",
      title: "The model is up to date.",
      wayOut: staying === 0 ? "" : say`${staying} of your own changes stay as they are.`,
    };
  const what = say`${applying} ${applying === 1 ? "place" : "places"} would change${staying === 0 ? "" : say`, ${staying} of your own would stay`}.`;
  return {
    kind: "warning",
    title: say`An update is due: ${what} ${faults.join(" ")}`.trim(),
    wayOut: "Look at the list on the Build tab of the pane and confirm it there.",
  };
}

function wordsOf({ outcome, sheets, problem, remains }: WriteReport): Message {
  if (problem !== null)
    return { kind: "error", title: problem.title, wayOut: [problem.wayOut, ...remains].join(" ") };
  return {
    kind: "done",
    title:
      outcome === "unchanged"
        ? "The model is up to date."
        : say`The model is in the workbook: ${sheets} sheets.`,
    wayOut: "",
  };
}

/** Puts a scenario into the selector of the model. */
export async function chooseScenario(host: WorkbookHost, { id, isOwn }: Scenario): Promise<Message> {
  const { kind } = await host.inspect();
  if (kind === "none")
    return {
      kind: "warning",
      title: "There is no model in this workbook.",
      wayOut: "Press Build or update first, then choose a scenario.",
    };
  const name = isOwn ? (await namesInUse(host)).get(id)! : SHIPPED_NAMES.get(id)!;
  // A name that was given is a text, whatever it looks like.
  await host.edit([{ address: "KC_Scenario", contents: name === SHIPPED_NAMES.get(id) ? name : `'${name}` }]);
  return { kind: "done", title: say`The statements and charts show ${name}.`, wayOut: "" };
}
