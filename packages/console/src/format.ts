/** Numbers, money and times in the person's language and time zone. */
import { useTranslation } from "react-i18next";

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** Lengths are told in days up to two years: how many days an account is old says more than how many weeks. */
const lengths: typeof units = [
  ["year", 2 * 31_557_600],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

export interface Format {
  number: (value: number, digits?: number) => string;
  percent: (share: number, digits?: number) => string;
  money: (amount: number, currency?: string) => string;
  /** `3 min ago`, `in 2 h`. */
  ago: (iso: string | undefined) => string;
  /** Hour and minute. */
  clock: (iso: string) => string;
  /** Length of time in seconds: `4 min`, `2 h`. */
  length: (seconds: number) => string;
  dateTime: (iso: string | undefined) => string;
  date: (iso: string | undefined) => string;
}

function build(chosen: string): Format {
  // The desk's English is written for Europe: 24 hours, day before month.
  const language = chosen === "en" ? "en-GB" : chosen;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" });
  const now = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "second");
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
  const when = (iso: string | undefined, format: Intl.DateTimeFormat) => {
    const at = Date.parse(iso ?? "");
    return Number.isNaN(at) ? "–" : format.format(at);
  };
  return {
    number: (value, digits = 0) => value.toLocaleString(language, { maximumFractionDigits: digits }),
    percent: (share, digits = 0) => share.toLocaleString(language, { style: "percent", maximumFractionDigits: digits }),
    money: (amount, currency) =>
      currency && /^[A-Z]{3}$/.test(currency)
        ? amount.toLocaleString(language, {
            style: "currency",
            currency,
            minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
            maximumFractionDigits: 2,
          })
        : amount.toLocaleString(language, { maximumFractionDigits: 2 }),
    ago: (iso) => {
      const at = Date.parse(iso ?? "");
      if (Number.isNaN(at)) return "–";
      const seconds = (at - Date.now()) / 1000;
      const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
      if (Math.abs(seconds) < 1) return now;
      return relative.format(Math.trunc(seconds / size), unit);
    },
    clock: (iso) => when(iso, clock),
    length: (seconds) => {
      const [unit] = lengths.find(([, least]) => seconds >= least) ?? ["second"];
      const size = units.find(([name]) => name === unit)?.[1] ?? 1;
      const count = seconds / size;
      return (count < 10 ? Math.round(count * 10) / 10 : Math.round(count)).toLocaleString(language, {
        style: "unit",
        unit,
        unitDisplay: "short",
        maximumFractionDigits: 1,
      });
    },
    dateTime: (iso) => when(iso, dateTime),
    date: (iso) => when(iso, date),
  };
}

const built = new Map<string, Format>();

export function formatFor(language: string): Format {
  const known = built.get(language) ?? build(language);
  built.set(language, known);
  return known;
}

export function useFormat(): Format {
  return formatFor(useTranslation().i18n.language);
}
