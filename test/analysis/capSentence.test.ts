import { capAnswer, capAnswers, type CapParty } from "../../src/analysis";
import { LINE_BY_ID, periodIndex, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";

const model = modelOf();

/** Answer of a party and year in Base with some assumptions changed. */
function answer(party: CapParty, year: number, changed: Readonly<Record<string, string>> = {}) {
  const assumptions = new Map([...model.assumptions("base"), ...Object.entries(changed)]);
  const values = model.fast(assumptions);
  return { ...capAnswer(party, year, { values, assumptions, data: model.data }), values };
}
const percent = (share: number): string =>
  `${(share * 100).toLocaleString("en-US", { maximumFractionDigits: 1 })} %`;

test("a cap with room says what demand needs and what is left", () => {
  const kingsoft = answer("kingsoft", 2027, { capKingsoft2027: "5000" });
  expect(kingsoft.bindsIn).toEqual([]);
  expect(kingsoft.sentence).toBe(
    `The 2027 cap does not bind: demand needs no uplift; ${percent(1 - kingsoft.utilisation)} of the cap is left.`,
  );
  const uplifted = answer("xiaomi", 2027, { capXiaomi2027: "4000", upliftXiaomi2027: "0.5" });
  expect(uplifted.stopsBinding).toBeGreaterThan(0);
  expect(uplifted.sentence).toBe(
    `The 2027 cap does not bind: demand needs +${percent(uplifted.stopsBinding)} on the filed cap, +50 % is assumed; ${percent(1 - uplifted.utilisation)} of the cap is left.`,
  );
});

test("a cap that binds names the quarters of its flags, what stays out and what the next step brings", () => {
  const tight = answer("xiaomi", 2027, { capXiaomi2027: "3000", upliftXiaomi2027: "0" });
  const flags = [1, 2, 3, 4]
    .map((quarter) => `2027Q${quarter}`)
    .filter((label) => tight.values.value("capBindsXiaomi", periodIndex(label)) === 1);
  expect(tight.bindsIn).toEqual(flags);
  expect(flags.length).toBeGreaterThan(0);
  expect(tight.sentence).toContain(`The 2027 cap binds in ${flags.slice(0, -1).join(", ")}`);
  expect(tight.sentence).toContain(
    `demand needs +${percent(tight.stopsBinding)} on the filed cap, 0 % is assumed`,
  );
  expect(tight.sentence).toContain(
    `RMB ${Math.round(tight.lost).toLocaleString("en-US")} m of demand stays out`,
  );
  expect(tight.sentence).toContain(`the next 1 % of cap brings RMB ${Math.round(tight.marginalValue)} m`);
});

test("the uplift in the sentence is the one at which the cap stops binding", () => {
  const { stopsBinding } = answer("xiaomi", 2027, { capXiaomi2027: "3000", upliftXiaomi2027: "0" });
  const given = (uplift: number) =>
    answer("xiaomi", 2027, { capXiaomi2027: "3000", upliftXiaomi2027: String(uplift) }).bindsIn;
  expect(given(stopsBinding + 1e-9)).toEqual([]);
  expect(given(stopsBinding - 0.001)).not.toEqual([]);
});

test("first come, the quarters at the year's end bind", () => {
  const { bindsIn, sentence } = answer("xiaomi", 2028, { renewalXiaomi: "0.9", capPacing: "2" });
  expect(bindsIn).toEqual(["2028Q4"]);
  expect(sentence).toMatch(/^The 2028 cap binds in 2028Q4: demand needs a cap [\d.]+ % higher; RMB /);
});

test("a late renewal, a lapse, a cap filed again and a year that is over each have their words", () => {
  expect(answer("xiaomi", 2028, { renewalDelay: "2" }).sentence).toMatch(
    /^The 2028 cap binds in 2028Q1 and 2028Q2: the renewed cap is not yet in force then; RMB [\d,]+ m of demand stays out\.$/,
  );
  expect(answer("xiaomi", 2028, { renewalInForce: "0" }).sentence).toMatch(
    /^No cap is in force in 2028: the framework ended with 2027, and demand of RMB [\d,]+ m stays out\.$/,
  );
  const again = { capXiaomi2027: "2500", upliftXiaomi2027: "0", capPacing: "3" };
  expect(answer("xiaomi", 2027, again).sentence).toContain("It is filed again in the year.");
  expect(answer("xiaomi", 2025).sentence).toMatch(
    /^Of the 2025 cap of RMB 2,310 m, RMB [\d,]+ m was used, [\d.]+ %/,
  );
  expect(answer("xiaomi", 2022).sentence).toBe("What the 2022 cap left is not disclosed.");
});

test("in every scenario and year the sentence agrees with the flags", () => {
  for (const { id } of SCENARIOS) {
    const assumptions = model.assumptions(id);
    const values = model.fast(assumptions);
    for (const each of capAnswers({ values, assumptions, data: model.data }, [2026, 2027, 2028])) {
      const name = each.party === "xiaomi" ? "Xiaomi" : "Kingsoft";
      const binds = values.value(`capBinds${name}`, periodIndex(`FY${each.year}`));
      expect([id, each.party, each.year, each.bindsIn.length]).toEqual([id, each.party, each.year, binds]);
      expect(/ binds in |No cap is in force/.test(each.sentence)).toBe(binds > 0);
      for (const quarter of each.bindsIn) if (each.cap > 0) expect(each.sentence).toContain(quarter);
      expect(LINE_BY_ID.get(`capBinds${name}`)!.unit).toBe("flag");
    }
  }
});
