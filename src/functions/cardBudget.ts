/** Most characters of cards within the time below. */
const MOST = 2_000_000;
const WITHIN_MILLISECONDS = 5_000;

/** How many cards may still go out. */
export interface CardBudget {
  /** Whether there is room for another card at present. */
  hasRoom(): boolean;
  /** Counts a card that goes out, by its characters. */
  spend(characters: number): void;
}

/**
 * Keeps the cards of one recalculation to 2 MB; the numbers after that go out plain. The library sends all results that
 * are ready in one message, Excel on the web takes messages of at most 5 MB, and one that is too large is sent again and
 * again until its results are a minute old and are dropped: every cell in it would stay busy.
 */
export function cardBudget(now: () => number): CardBudget {
  let since = Number.NEGATIVE_INFINITY;
  let spent = 0;
  return {
    hasRoom: () => {
      const time = now();
      if (time - since > WITHIN_MILLISECONDS) [since, spent] = [time, 0];
      return spent < MOST;
    },
    spend: (characters) => {
      spent += characters;
    },
  };
}
