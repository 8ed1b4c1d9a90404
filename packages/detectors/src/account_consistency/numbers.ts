/** Company and VAT numbers by country: the checks are stdnum's; registers without a check digit have a shape. */
import { stdnum } from "stdnum";

/** Validators of stdnum, any of which is enough. */
const companyChecks: Readonly<Record<string, readonly string[]>> = {
  AT: ["uid"],
  AU: ["abn", "acn"],
  BE: ["vat"],
  BG: ["vat"],
  BR: ["cnpj"],
  CA: ["bn"],
  CH: ["uid"],
  CZ: ["dic"],
  DK: ["cvr"],
  EE: ["registrikood", "kmkr"],
  ES: ["cif", "nif", "dni", "nie"],
  FI: ["ytunnus"],
  FR: ["siren", "siret"],
  HR: ["oib"],
  IT: ["iva"],
  LU: ["tva"],
  LV: ["pvn"],
  NO: ["orgnr"],
  PL: ["nip", "regon"],
  PT: ["nif", "nipc"],
  RO: ["cui"],
  SE: ["orgnr"],
  SI: ["ddv"],
  SK: ["dph"],
  TR: ["vkn"],
  US: ["ein"],
};
const companyShapes: Readonly<Record<string, RegExp>> = {
  DE: /^(?:HR[AB]\d{1,6}[A-Z]{0,3}|DE\d{9}|\d{10,13})$/,
  GB: /^(?:\d{8}|(?:SC|NI|OC|SO|NC|R0)\d{6})$/,
  IE: /^\d{5,6}$/,
  NL: /^\d{8}(?:\d{4})?$/,
  AT: /^(?:FN)?\d{1,6}[A-Z]$/,
  LU: /^[A-J]\d{1,6}$/,
};
const vatChecks: Readonly<Record<string, string>> = {
  AT: "uid",
  BE: "vat",
  BG: "vat",
  CH: "vat",
  CY: "vat",
  CZ: "dic",
  DE: "vat",
  DK: "cvr",
  EE: "kmkr",
  EL: "vat",
  ES: "nif",
  FI: "alv",
  FR: "tva",
  GB: "vat",
  GR: "vat",
  HR: "oib",
  HU: "anum",
  IE: "vat",
  IT: "iva",
  LT: "pvm",
  LU: "tva",
  LV: "pvn",
  MT: "vat",
  NL: "btw",
  NO: "mva",
  PL: "nip",
  PT: "nif",
  RO: "cif",
  SE: "vat",
  SI: "ddv",
  SK: "dph",
};

const compact = (value: string) =>
  value
    .slice(0, 40)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");

function passes(country: string, name: string, value: string): boolean {
  try {
    return stdnum[country]?.[name]?.validate(value).isValid === true;
  } catch {
    return false;
  }
}

/** @returns whether it can be a company of that country; undefined for a country whose numbers are not known here */
export function companyNumberFits(country: string, value: string): boolean | undefined {
  const number = compact(value);
  const checks = companyChecks[country] ?? [];
  const shape = companyShapes[country];
  if (checks.length === 0 && !shape) return undefined;
  if (shape?.test(number)) return true;
  // A VAT number is often given in its place.
  const rest = number.startsWith(country) ? number.slice(2) : number;
  return (
    checks.some((name) => passes(country, name, number) || passes(country, name, rest)) || vatFits(number) === country
  );
}

/** @returns the country that a VAT number is of, `false` where its check fails, undefined where it names no country that is known here */
export function vatFits(value: string): string | false | undefined {
  const number = compact(value);
  const prefix = number.startsWith("CHE") ? "CH" : number.slice(0, 2);
  const name = Object.hasOwn(vatChecks, prefix) ? vatChecks[prefix]! : undefined;
  if (!name) return undefined;
  const country = prefix === "EL" ? "GR" : prefix;
  return passes(country, name, number) || passes(country, name, number.slice(2)) ? country : false;
}
