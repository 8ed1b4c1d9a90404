/** How a queue's backlog will grow or shrink in the next day, from what came and went at the same hours before. */

export interface Hour {
  /** Start of the hour, ms since 1970. */
  at: number;
  arrived: number;
  handled: number;
}

export interface ForecastHour extends Hour {
  /** Open cases at the end of the hour. */
  backlog: number;
}

const hourMs = 3_600_000;

/**
 * @param past hours with anything in them; an hour that is missing had nothing
 * @param open cases that are open now
 * @param now ms since 1970
 * @returns the next 24 hours: of each hour of the day the mean over the whole days since the first past hour, at most seven; nothing
 *   where less than a day is known
 */
export function forecast(past: readonly Hour[], open: number, now: number): { days: number; hours: ForecastHour[] } {
  const first = Math.min(...past.map(({ at }) => at));
  const days = past.length === 0 ? 0 : Math.min(7, Math.floor((now - first) / (24 * hourMs)));
  if (days < 1) return { days, hours: [] };
  const next = Math.floor(now / hourMs) * hourMs + hourMs;
  const from = next - days * 24 * hourMs;
  const byHour = new Map<number, { arrived: number; handled: number }>();
  for (const { at, arrived, handled } of past) {
    if (at < from) continue;
    const hour = (at / hourMs) % 24;
    const sum = byHour.get(hour) ?? { arrived: 0, handled: 0 };
    byHour.set(hour, { arrived: sum.arrived + arrived, handled: sum.handled + handled });
  }
  let backlog = open;
  const hours = Array.from({ length: 24 }, (_, n) => {
    const at = next + n * hourMs;
    const sum = byHour.get((at / hourMs) % 24) ?? { arrived: 0, handled: 0 };
    const arrived = sum.arrived / days;
    // Nobody resolves what is not there.
    const handled = Math.min(sum.handled / days, backlog + arrived);
    backlog += arrived - handled;
    return { at, arrived, handled, backlog };
  });
  return { days, hours };
}
