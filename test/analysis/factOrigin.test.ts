import { documentOf, factOrigin } from "../../src/analysis";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const origins = model.seeds.facts.map((fact) => [fact, factOrigin(model, fact)] as const);

test("every fact names its document and either a place in it or the arithmetic behind it", () => {
  for (const [fact, { document, place, formula, stated }] of origins) {
    expect([fact.id, document, stated]).toEqual([
      fact.id,
      documentOf(model.seeds, fact),
      `${fact.value} ${fact.unit}`,
    ]);
    expect(document).not.toBe("");
    expect([fact.id, place === ""]).toEqual([fact.id, fact.tier === "derived"]);
    expect([fact.id, formula !== ""]).toEqual([fact.id, fact.tier === "derived"]);
  }
});

test("a fact that was chosen against another says how", () => {
  const settled = origins.filter(([fact]) => fact.resolution !== null);
  expect(settled.length).toBeGreaterThan(10);
  for (const [fact, { conflict }] of settled)
    expect(conflict).toContain(model.seeds.conflicts.find(({ id }) => id === fact.resolution)!.explanation);
});
