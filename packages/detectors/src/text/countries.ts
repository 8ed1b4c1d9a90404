/** Which countries a text's national numbers are likely to be of. */
import type { HistoryValues, Subject } from "@assay/contract";

const ofLanguage: Readonly<Record<string, readonly string[]>> = {
  fr: ["FR", "BE", "CH"],
  de: ["DE", "AT", "CH"],
  es: ["ES"],
  it: ["IT", "CH"],
  en: ["US", "GB"],
  nl: ["NL", "BE"],
  pt: ["PT"],
  pl: ["PL"],
};

/** ISO 3166 codes, likeliest first: the text's country, its owner's, its language's and its currency's. */
export function countriesOf(subject: Subject, owner?: HistoryValues["account_profile"]): readonly string[] {
  const countries = new Set<string>();
  const add = (country: unknown) => {
    if (typeof country === "string" && /^[A-Za-z]{2}$/.test(country)) countries.add(country.toUpperCase());
  };
  add(subject.data.country);
  add(owner?.country);
  const { language, price } = subject.data;
  if (typeof language === "string") {
    const [code, region] = language.split(/[-_]/);
    add(region);
    for (const country of ofLanguage[code?.toLowerCase() ?? ""] ?? []) add(country);
  }
  const currency = (price as { currency?: unknown } | undefined)?.currency;
  if (currency === "GBP") add("GB");
  else if (currency === "USD") add("US");
  else if (currency === "CHF") add("CH");
  return [...countries];
}
