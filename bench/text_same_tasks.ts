/**
 * Two tasks done twice on the same texts: telephone numbers and words of abuse. By what text_contact_details and text_abuse do them with
 * (normalisation, number recogniser, phrases and their innocent uses; no model, no other contact), and by libphonenumber-js with obscenity.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type CountryCode, findPhoneNumbersInText } from "libphonenumber-js/min";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { viewOf } from "../packages/detectors/src/text/index.ts";
import { phonesIn } from "../packages/detectors/src/text/phones.ts";
import { saidIn } from "../packages/detectors/src/text_abuse/said.ts";

export interface Found {
  /** National or international digits of each number. */
  phones: string[];
  abuse: boolean;
}
export type Finder = (text: string, country: CountryCode) => Found;

/** From which probability on a number counts, as in text_contact_details. */
const operatingPoint = 0.5;

export const ours: Finder = (text, country) => {
  const view = viewOf("text", text);
  const phones = phonesIn(view, { countries: [country] }).filter(({ score }) => score >= operatingPoint);
  return { phones: phones.map(({ value }) => value.replace(/\D/g, "")), abuse: saidIn(view).length > 0 };
};

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

export const peers: Finder = (text, country) => ({
  phones: findPhoneNumbersInText(text, country).map(({ number }) => number.number.replace(/\D/g, "")),
  abuse: matcher.hasMatch(text),
});

interface Line {
  language: keyof typeof countryOf;
  disguise: string;
  texts?: { title?: string; description?: string };
  contacts: { kind: string; value: string }[];
}
const countryOf = { en: "GB", fr: "FR", de: "DE", es: "ES", it: "IT" } as const;

export interface Quality {
  /** Disguised numbers in single texts, and the share that is found. */
  disguised: number;
  recall: number;
  /** Ads in which a person saw no number, and the share in which one is found. */
  honest: number;
  falseRate: number;
}

/** @param root the project's folder */
export function qualityOf(find: Finder, ads: readonly { id: string; text: string }[], root: string): Quality {
  const lines = readFileSync(resolve(root, "evals/texts/disguised_contacts.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
  let disguised = 0;
  let found = 0;
  for (const { texts, contacts, disguise, language } of lines) {
    if (!texts?.description || texts.title !== undefined || disguise === "plain") continue;
    const said = find(texts.description, countryOf[language]).phones;
    for (const { kind, value } of contacts) {
      if (kind !== "phone") continue;
      disguised += 1;
      if (said.some((digits) => digits.endsWith(value.replace(/\D/g, "").replace(/^0+/, "")))) found += 1;
    }
  }
  const read = JSON.parse(readFileSync(resolve(root, "evals/sets/craigslist_read.json"), "utf8")) as {
    phone: string[];
  };
  const withNumber = new Set(read.phone);
  const honest = ads.filter(({ id }) => !withNumber.has(id));
  const wrong = honest.filter(({ text }) => find(text, "US").phones.length > 0).length;
  return { disguised, recall: found / disguised, honest: honest.length, falseRate: wrong / honest.length };
}
