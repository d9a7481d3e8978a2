/** An amount to a tenth, as tables print it. */
export function tenths(value: number): string {
  return (Math.round(value * 10) / 10 + 0).toLocaleString("en-US", { minimumFractionDigits: 1 });
}
