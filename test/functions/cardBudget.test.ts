import { cardBudget } from "../../src/functions/cardBudget";

test("cards go out until 2 MB are spent, and again five seconds after the first", () => {
  let time = 1_000;
  const budget = cardBudget(() => time);
  expect(budget.hasRoom()).toBe(true);
  budget.spend(1_999_999);
  expect(budget.hasRoom()).toBe(true);
  budget.spend(600);
  expect(budget.hasRoom()).toBe(false);
  time += 5_000;
  expect(budget.hasRoom()).toBe(false);
  time += 1;
  expect(budget.hasRoom()).toBe(true);
});
