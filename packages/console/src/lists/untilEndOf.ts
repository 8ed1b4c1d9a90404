/** Until when an entry stands: to the end of the day that was named (`2026-12-31`), in the person's time; for good where none was. */
export const untilEndOf = (day: string): { expires_at?: string } =>
  day === "" ? {} : { expires_at: new Date(`${day}T23:59:59`).toISOString() };
