import { cardBudget } from "../../src/functions/cardBudget";

test("cards go out until 2 MB are spent, and again five seconds after the first", () => {
  let time = 1_000;
  const cardsLeft = cardBudget(() => time);
  expect(cardsLeft(0)).toBe(true);
  expect(cardsLeft(1_999_999)).toBe(true);
  expect(cardsLeft(0)).toBe(true);
  expect(cardsLeft(600)).toBe(false);
  time += 5_000;
  expect(cardsLeft(0)).toBe(false);
  time += 1;
  expect(cardsLeft(0)).toBe(true);
});
