/** Times to come back at: in an hour, in four, tomorrow at nine, Monday at nine, in a week; in the person's own time zone. */
export function snoozeTimes(now: Date): { key: "hour" | "hours" | "tomorrow" | "monday" | "week"; at: Date }[] {
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
  const nine = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
  return [
    { key: "hour", at: hours(1) },
    { key: "hours", at: hours(4) },
    { key: "tomorrow", at: nine(1) },
    { key: "monday", at: nine((8 - now.getDay()) % 7 || 7) },
    { key: "week", at: nine(7) },
  ];
}
