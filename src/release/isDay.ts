/** Whether a text is a day of the calendar, written like 2026-08-20. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // The calendar takes 31 February for 3 March.
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
