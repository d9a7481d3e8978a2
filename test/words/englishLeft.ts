/** Two English words in a row that stand in a message meant to be Chinese, outside what a person typed and calls of functions; the message itself where nothing of it is Chinese; else null. */
export function englishLeft(message: string): string | null {
  const own = message.replaceAll(/'[^']*'|"[^"]*"|“[^”]*”|KC\.\w+\(.*\)|\d+ May \d+/gs, "");
  const words = /[A-Za-z]{2,}[,;:]? [a-z]{2,}/.exec(own)?.[0];
  return words ?? (/\p{Script=Han}/u.test(message) ? null : message);
}
