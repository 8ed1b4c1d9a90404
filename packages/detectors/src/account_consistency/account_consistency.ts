/** What an account says of itself does not fit together. Each thing alone is weak: people move, marry and share mailboxes. */
import type { Evidence } from "@assay/contract";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { clear, defineDetector } from "../detector.ts";
import { isDisposable } from "../text/disposable.ts";
import { companyNumberFits, vatFits } from "./numbers.ts";

const kinds = {
  company_number: "no company of that country can have this number",
  vat: "the VAT number is none, or of another country",
  phone_country: "the phone is of another country than the account",
  client_country: "signed up from another country than the account's",
  disposable_mail: "a mailbox that is thrown away",
  name_email: "the mail address names somebody else",
  age: "too young, or born at a time that cannot be",
} as const;
type Kind = keyof typeof kinds;

/** Chance that such a thing is more than a coincidence or a slip. */
const weights: Readonly<Record<Kind, number>> = {
  company_number: 0.75,
  vat: 0.75,
  phone_country: 0.3,
  client_country: 0.2,
  disposable_mail: 0.7,
  name_email: 0.3,
  age: 0.9,
};
const yearMs = 365.2425 * 86_400_000;
/** Years below which nobody may sell, and above which nobody is. */
const ages = { least: 18, most: 110 };
const common: ReadonlySet<string> = new Set(
  "info contact hello bonjour shop store boutique vente ventes sales mail email admin office service support team club family famille home maison vinted leboncoin".split(
    " ",
  ),
);

export const accountConsistency = defineDetector({
  id: "account_consistency",
  version: 1,
  title: "Account that does not fit",
  summary: "Company and VAT number by country, phone country, throw-away mail, name against mail address, age.",
  subjects: ["account"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds,
  values: { kind: { type: "string", title: "what fits least" } },
  risk: 0.25,
  detect({ subject: { data }, client, at }) {
    const found: { kind: Kind; evidence: Evidence }[] = [];
    const see = (kind: Kind, field: string, before: string | null, after: string) =>
      found.push({ kind, evidence: { type: "change", field, before, after: after.slice(0, 200), kind } });
    const country = countryOf(data.country);
    const company = (data.company ?? {}) as { number?: unknown; vat?: unknown };
    if (typeof company.number === "string" && company.number.trim() !== "" && country) {
      if (companyNumberFits(country, company.number) === false)
        see("company_number", "company.number", country, company.number);
    }
    if (typeof company.vat === "string" && company.vat.trim() !== "") {
      const of = vatFits(company.vat);
      if (of === false || (typeof of === "string" && country && of !== country)) {
        see("vat", "company.vat", country ?? null, company.vat);
      }
    }
    const phone = typeof data.phone === "string" ? phoneCountry(data.phone, country) : undefined;
    if (phone && country && phone !== country) see("phone_country", "phone", country, `${phone} ${data.phone}`);
    const from = countryOf(client?.country);
    if (from && country && from !== country) see("client_country", "country", country, from);
    const email = typeof data.email === "string" ? data.email.slice(0, 320).toLowerCase() : "";
    const host = email.slice(email.lastIndexOf("@") + 1);
    if (email.includes("@") && isDisposable(host)) see("disposable_mail", "email", null, host);
    const other = namesOther(data.name, email);
    if (other) see("name_email", "email", String(data.name).slice(0, 100), other);
    const age = typeof data.birth_date === "string" ? ageAt(data.birth_date, at) : undefined;
    if (age !== undefined && (age < ages.least || age > ages.most))
      see("age", "birth_date", null, data.birth_date as string);

    let fits = 1;
    const scores: Partial<Record<Kind, number>> = {};
    for (const { kind } of found) {
      fits *= 1 - weights[kind];
      scores[kind] = weights[kind];
    }
    const score = Math.round((1 - fits) * 1000) / 1000;
    if (score < 0.5) return clear(score, { scores });
    const worst = found.reduce((a, b) => (weights[b.kind] > weights[a.kind] ? b : a));
    const values = { kind: worst.kind };
    return { state: "found", score, scores, values, evidence: found.map(({ evidence }) => evidence) };
  },
});

function countryOf(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined;
}

function phoneCountry(phone: string, home: string | undefined): string | undefined {
  const parsed = parsePhoneNumberFromString(phone.slice(0, 60), home as "FR" | undefined);
  // Some codes are shared by countries (+1, +44, +7): then the metadata does not say which, and nothing is said.
  return parsed?.isPossible() ? parsed.country : undefined;
}

/** The words of a `first.last` mailbox that have nothing in common with the name; undefined where it may well be theirs. */
function namesOther(name: unknown, email: string): string | undefined {
  if (typeof name !== "string") return undefined;
  const local = email.slice(0, Math.max(0, email.lastIndexOf("@"))).replace(/\+.*$/, "");
  const mailWords = wordsOf(local).filter((word) => word.length >= 3 && !common.has(word));
  const nameWords = wordsOf(name);
  if (mailWords.length < 2 || nameWords.length < 2 || nameWords.some((word) => !/^[a-z]+$/.test(word)))
    return undefined;
  const joined = nameWords.join("");
  const shares = mailWords.some(
    (word) =>
      joined.includes(word) ||
      nameWords.some((own) => own.length >= 3 && (word.includes(own) || own.startsWith(word.slice(0, 4)))),
  );
  return shares ? undefined : mailWords.join(" ");
}

const wordsOf = (text: string) =>
  text
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

/** Whole and broken years; undefined where it is no date. A date in the future is below any age. */
function ageAt(date: string, at: number): number | undefined {
  const born = /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date.slice(0, 10)) : Number.NaN;
  return Number.isNaN(born) ? undefined : (at - born) / yearMs;
}
