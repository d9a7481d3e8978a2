/** The present day, e.g. "2026-11-20". */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
