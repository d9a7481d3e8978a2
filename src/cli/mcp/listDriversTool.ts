import { z } from "zod";
import { driverMeaning, DRIVER_GROUPS, SCENARIOS } from "../../companies/kingsoftCloud";
import { domainOf, type DriverRow } from "../../model";
import { pageInputs, pageOf, pageWords, scenarioInput } from "./inputs";
import { proofOfFacts } from "./proof";
import { chosenBy, tool } from "./tool";

const groupOf = ({ driver }: DriverRow): string =>
  DRIVER_GROUPS.find(({ drivers }) => drivers.includes(driver))!.title;

/** Drivers of the model: value in a scenario, allowed range, source or reason. */
export const listDriversTool = tool({
  name: "list_drivers",
  title: "List drivers",
  description: `Lists the assumptions that can be flexed, each with its value in a scenario, allowed range, meaning, tier and reason. Groups: ${DRIVER_GROUPS.map(({ title }) => title).join("; ")}. Scenarios: ${SCENARIOS.map(({ name, meaning }) => `${name} (${meaning})`).join(" ")}`,
  input: z.object({ ...pageInputs, scenario: scenarioInput }),
  run(asked, desk) {
    const chosen = chosenBy(desk, asked.scenario, undefined);
    const { model, scenario } = chosen;
    const values = model.assumptions(scenario.id);
    const page = pageOf(
      model.rows,
      (row) => `${row.driver.id} ${row.driver.label} ${groupOf(row)} ${driverMeaning(row.driver)}`,
      asked,
    );
    const drivers = page.entries.map((row) => ({
      id: row.driver.id,
      label: row.driver.label,
      unit: row.driver.unit,
      group: groupOf(row),
      value: Number(values.get(row.driver.id)),
      shown: domainOf(row).shown(values.get(row.driver.id)!),
      allowed: domainOf(row).words,
      meaning: driverMeaning(row.driver),
      tier: row.assumption.tier,
      reason: row.assumption.reason,
      facts: row.assumption.facts,
    }));
    const facts = drivers.flatMap((each) => each.facts.flatMap((id) => model.seeds.fact(id) ?? []));
    return {
      text: [
        `${scenario.name}: ${pageWords(page, "drivers")}`,
        ...drivers.map(({ id, label, shown, allowed }) => `${id}: ${label} = ${shown}; ${allowed}`),
      ].join("\n"),
      data: { scenario: scenario.name, drivers, total: page.total, next: page.next },
      proof: proofOfFacts(chosen, facts),
    };
  },
});
