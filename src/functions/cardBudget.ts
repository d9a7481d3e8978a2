/** Most characters of cards within the time below. */
const MOST = 2_000_000;
const WITHIN_MILLISECONDS = 5_000;

/**
 * Keeps the cards of one recalculation to 2 MB, after which numbers go out plain: the function counts the characters of a
 * card (0 to ask only) and says whether another one may follow. The library sends all results that are ready in one
 * message, Excel on the web takes messages of at most 5 MB, and one that is too large is sent again and again until its
 * results are a minute old and are dropped: every cell in it would stay busy.
 */
export function cardBudget(now: () => number): (characters: number) => boolean {
  let [since, spent] = [-Infinity, 0];
  return (characters) => {
    if (now() - since > WITHIN_MILLISECONDS) [since, spent] = [now(), 0];
    spent += characters;
    return spent < MOST;
  };
}
