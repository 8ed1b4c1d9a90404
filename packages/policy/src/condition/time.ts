/** Times and durations, to the millisecond. */

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i;

/** ms since 1970 of an RFC 3339 time; `undefined` when it is none or does not exist. Digits beyond the millisecond are cut off. */
export function parseTimestamp(text: string): number | undefined {
  if (text.length > 40) return undefined;
  const parts = rfc3339.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", zone] = parts;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, "0").slice(0, 3)));
  const exists =
    local.getUTCMonth() === Number(month) - 1 &&
    local.getUTCDate() === Number(day) &&
    local.getUTCHours() === Number(hour);
  const offset = offsetMinutes(zone!);
  if (!exists || Number(minute) > 59 || Number(second) > 59 || offset === undefined) return undefined;
  return local.getTime() - offset * 60_000;
}

/** `2024-01-15T14:30:45.12Z`: the fraction only as long as it needs to be. */
export function formatTimestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.?0*Z$/, (end) => (end.startsWith(".") ? "Z" : end.replace(/0+Z$/, "Z")));
}

const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, µs: 0.001, ns: 0.000001 };

/** ms of a duration as Go writes it: `36h`, `1h30m`, `-0.5s`. */
export function parseDuration(text: string): number | undefined {
  if (text.length > 60 || !/^[+-]?(0|(\d+(\.\d*)?|\.\d+)(h|ms|m|s|us|µs|ns))+$/.test(text)) return undefined;
  let ms = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ms|us|µs|ns|h|m|s)/g))
    ms += Number(amount) * units[unit!]!;
  return text.startsWith("-") ? -Math.trunc(ms) : Math.trunc(ms);
}

export const formatDuration = (ms: number) => `${ms / 1000}s`;

/** What can be asked of a time, with what it gives. */
export const timeParts: Readonly<Record<string, string>> = {
  getFullYear: "the year",
  getMonth: "the month from 0 (January) to 11",
  getDate: "the day of the month from 1",
  getDayOfMonth: "the day of the month from 0",
  getDayOfWeek: "the day of the week from 0 (Sunday) to 6",
  getDayOfYear: "the day of the year from 0",
  getHours: "the hour from 0 to 23",
  getMinutes: "the minute",
  getSeconds: "the second",
  getMilliseconds: "the millisecond",
};

export function timePart(name: string, ms: number, zone: string): number | undefined {
  const shift = zone === "UTC" ? 0 : zoneShift(zone, ms);
  if (shift === undefined) return undefined;
  const local = new Date(ms + shift);
  switch (name) {
    case "getFullYear":
      return local.getUTCFullYear();
    case "getMonth":
      return local.getUTCMonth();
    case "getDate":
      return local.getUTCDate();
    case "getDayOfMonth":
      return local.getUTCDate() - 1;
    case "getDayOfWeek":
      return local.getUTCDay();
    case "getDayOfYear":
      return Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000);
    case "getHours":
      return local.getUTCHours();
    case "getMinutes":
      return local.getUTCMinutes();
    case "getSeconds":
      return local.getUTCSeconds();
    default:
      return local.getUTCMilliseconds();
  }
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return 0;
  const parts = /^([+-]?)(\d\d):(\d\d)$/.exec(zone);
  if (!parts || Number(parts[2]) > 23 || Number(parts[3]) > 59) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === "-" ? -minutes : minutes;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** How far a zone's clock is ahead of UTC at a moment, in ms. */
function zoneShift(zone: string, ms: number): number | undefined {
  const fixed = offsetMinutes(zone);
  if (fixed !== undefined) return fixed * 60_000;
  const format = formatOf(zone);
  if (!format) return undefined;
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(ms / 1000) * 1000;
}

/** Kept by zone, since making one takes 50 µs; what a text of an event names is bounded by the number of real zones. */
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(zone);
  if (known || zone.length > 60) return known;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    if (formats.size < 1000) formats.set(zone, format);
    return format;
  } catch {
    return undefined;
  }
}
