import { gzipSync } from "node:zlib";
import { packSeeds, unpackSeeds } from "../../src/seeds/packedSeeds";
import { unpackFigures } from "../../src/seeds/packedFigures";
import { packTable } from "../../src/seeds/packedTable";
import { loadSeeds } from "../../src/seeds";
import { SCENARIOS, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel } from "../../src/model";
import { realSeedTexts } from "../model/realModel";

const seeds = loadSeeds(realSeedTexts());
const shipped = JSON.parse(JSON.stringify(packSeeds(seeds))) as ReturnType<typeof packSeeds>;

test("what ships is the seeds, cell for cell, after a trip through JSON", () => {
  const { fact, chosen, ...whole } = unpackSeeds(shipped);
  const { fact: _fact, chosen: _chosen, ...loaded } = seeds;
  expect(whole).toStrictEqual(loaded);
  for (const each of seeds.facts) {
    expect(fact(each.id)?.id).toBe(each.id);
    expect(chosen(each.metric, each.period, each.basis)?.id).toBe(
      seeds.chosen(each.metric, each.period, each.basis)?.id,
    );
    expect(chosen(each.metric, each.period)?.id).toBe(seeds.chosen(each.metric, each.period)?.id);
  }
});

test("the figures alone give every value of the model in every scenario", () => {
  const [whole, figures] = [
    openModel(kingsoftCloud, seeds),
    openModel(kingsoftCloud, unpackFigures(shipped.figures)),
  ];
  for (const { id } of SCENARIOS) {
    const values = whole.fast(whole.assumptions(id)).all.slice();
    expect(figures.fast(figures.assumptions(id)).all).toEqual(values);
  }
});

test("the figures are small, because they load before the first cell is calculated", () => {
  const size = (part: unknown): number => gzipSync(JSON.stringify(part), { level: 9 }).length;
  expect(size(shipped.figures)).toBeLessThan(14_000);
  expect(size(shipped.texts)).toBeLessThan(60_000);
});

test("a cell with the separating sign is refused, because it would shift the rows below", () => {
  expect(() => packTable(["note"], [{ note: "2^3" }])).toThrow('the column "note" has a ^');
});
