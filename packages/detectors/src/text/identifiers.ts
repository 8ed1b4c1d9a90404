/**
 * Numbers that identify a person or a bank account: which shapes there are, how each proves itself, and how likely a number of
 * that shape in plain prose is one. Checks are stdnum's and ibantools'; shapes without a check need a word that names them.
 */
import { isValidIBAN } from "ibantools";
import { stdnum } from "stdnum";

export const identifierKinds = {
  iban: "an international bank account number",
  card: "a payment card number",
  bank_account: "a national bank account or routing number",
  national_id: "a national identity, social security or health insurance number",
  tax_id: "a personal tax number",
  document: "the number of a passport, identity card or driving licence",
  company_id: "a company or VAT number",
} as const;
export type IdentifierKind = keyof typeof identifierKinds;

export interface IdentifierShape {
  /** Country and name: `FR nir`. */
  name: string;
  kind: IdentifierKind;
  /** Of the number without spaces and signs, in upper case. */
  shape: RegExp;
  /** Lengths that `shape` can have. */
  lengths: readonly [number, number];
  /** Its own proof; shapes without one are only ever as good as the words around them. */
  valid?: (compact: string) => boolean;
  /**
   * Log odds that such a number is what it seems when nothing in the text says so: about +4 where shape and check leave no doubt,
   * below −2 where one nine-figure number in ten passes.
   */
  odds: number;
  /** Words, in plain form, that name it. */
  words: RegExp;
}

/** stdnum's verdict on a country's number; what it throws on is not valid. A number that stdnum lacks is a mistake here, told when this loads. */
function by(country: string, name: string): (compact: string) => boolean {
  const validator = stdnum[country]?.[name];
  if (!validator) throw new Error(`stdnum has no ${country} ${name}`);
  return (compact) => {
    try {
      return validator.validate(compact).isValid;
    } catch {
      return false;
    }
  };
}

const taxWords = "tax|steuer|impot|fiscal|fiscale|fisco|tin|nif|impuesto|tributaria";
const idWords =
  "identity|identite|identidad|identita|personal id|national id|id number|id card|carte|ausweis|dni|insurance|security|securite|seguridad|sozialversicherung|versicherung|krankenkasse|health|medicare|sante|tnin|resident|citizen|nss";
const companyWords =
  "vat|tva|iva|ust|mwst|btw|gst|company|entreprise|firma|empresa|azienda|siren|siret|registre|register|rcs|kvk|organisation|business|partita|foretag|company";
const passportWords = "passport|ausweis|passeport|pass|reisepass|pasaporte|passaporto|travel document";
const licenceWords = "licen[cs]e|permis|fuhrerschein|permiso|carnet|patente|driving|driver|dl";

const shapes: IdentifierShape[] = [];

function add(
  kind: IdentifierKind,
  name: string,
  shape: RegExp,
  lengths: readonly [number, number],
  odds: number,
  words: string,
  valid?: (compact: string) => boolean,
): void {
  shapes.push({ name, kind, shape, lengths, odds, words: new RegExp(`\\b(?:${words})`), ...(valid && { valid }) });
}

/** The card schemes' ranges of first digits, and Luhn's sum. */
function isCard(compact: string): boolean {
  if (
    !/^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17}|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5019|5020|5038|6304|6759|676[1-3])\d{8,15}|1\d{14})$/.test(
      compact,
    )
  )
    return false;
  return luhn(compact);
}

/** Luhn's sum, ISO/IEC 7812-1. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Weighted sum of the characters by the ICAO 9303 scheme (weights 7, 3, 1), against the last one. */
function icao(compact: string): boolean {
  let sum = 0;
  for (let i = 0; i < compact.length - 1; i++) {
    const code = compact.charCodeAt(i);
    sum += (code < 58 ? code - 48 : code - 55) * [7, 3, 1][i % 3]!;
  }
  return sum % 10 === Number(compact.at(-1));
}

/** Verhoeff's and others' sums are stdnum's matter; this is the one of Swedish numbers, whose ten-figure form it does not take. */
function personnummer(compact: string): boolean {
  const ten = compact.slice(-10);
  const day = Number(ten.slice(4, 6));
  const month = Number(ten.slice(2, 4));
  return month >= 1 && month <= 12 && day % 60 >= 1 && day % 60 <= 31 && luhn(ten);
}

/** Finnish codes: a date, the sign of the century (new ones since 2023), three figures, and the remainder by 31 as a letter. */
function hetu(compact: string): boolean {
  const digits = compact.slice(0, 6) + compact.slice(7, 10);
  return beginsWithDay(compact) && "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(digits) % 31] === compact[10];
}

/** `ddmm…`. */
function beginsWithDay(compact: string): boolean {
  const day = Number(compact.slice(0, 2));
  const month = Number(compact.slice(2, 4));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** ABA routing numbers: weights 3, 7, 1. */
function aba(compact: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(compact[i]) * [3, 7, 1][i % 3]!;
  return sum % 10 === 0 && /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(compact);
}

/** National provider identifier: Luhn behind the prefix 80840. */
const npi = (compact: string) => luhn(`80840${compact}`);

/** German health insurance: a letter as two figures, weights 1 and 2, cross sums. */
function kvnr(compact: string): boolean {
  const digits = String(compact.charCodeAt(0) - 64).padStart(2, "0") + compact.slice(1, 9);
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === Number(compact[9]);
}

/** Australian Medicare: weights 1, 3, 7, 9. */
function medicare(compact: string): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number(compact[i]) * [1, 3, 7, 9, 1, 3, 7, 9][i]!;
  return sum % 10 === Number(compact[8]);
}

/** `yymmdd`, century left open. */
function beginsWithDate(compact: string): boolean {
  const month = Number(compact.slice(2, 4));
  const day = Number(compact.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

add(
  "iban",
  "IBAN",
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/,
  [15, 34],
  5,
  "iban|account|compte|konto|cuenta|conto|rib",
  isValidIBAN,
);
add(
  "card",
  "card",
  /^\d{13,19}$/,
  [13, 19],
  1.8,
  "card|carte|karte|tarjeta|carta|visa|mastercard|amex|cb|credit|debit",
  isCard,
);
add("bank_account", "US routing", /^\d{9}$/, [9, 9], -3.4, "routing|aba|bank", aba);
add("bank_account", "GB sort code and account", /^\d{14}$/, [14, 14], -6, "sort code");

// French
add(
  "national_id",
  "FR nir",
  /^[1-478]\d{4}(?:\d\d|2[AB])\d{8}$/,
  [15, 15],
  3.5,
  `secu|nir|${idWords}`,
  by("FR", "nir"),
);
add("tax_id", "FR nif", /^[0-3]\d{12}$/, [13, 13], -2.5, `spi|${taxWords}`, by("FR", "nif"));
add("company_id", "FR siren", /^\d{9}$/, [9, 9], -3.4, companyWords, by("FR", "siren"));
add(
  "company_id",
  "FR siret",
  /^\d{14}$/,
  [14, 14],
  -1.5,
  companyWords,
  (c) => by("FR", "siret")(c) || (c.startsWith("356000000") && [...c].reduce((sum, d) => sum + Number(d), 0) % 5 === 0),
);
add("company_id", "FR tva", /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/, [13, 13], 4, companyWords, by("FR", "tva"));
// Belgium, Luxembourg, Switzerland, Austria
add(
  "national_id",
  "BE nn",
  /^\d{11}$/,
  [11, 11],
  -0.5,
  `niss|insz|registre|rijksregister|${idWords}`,
  (c) => by("BE", "nn")(c) || by("BE", "bis")(c),
);
add("company_id", "BE vat", /^(?:(?:BE)?[01]|BE)\d{9}$/, [10, 12], -1.5, companyWords, by("BE", "vat"));
add("company_id", "LU tva", /^LU\d{8}$/, [10, 10], 3, companyWords, by("LU", "tva"));
add("national_id", "CH ssn", /^756\d{10}$/, [13, 13], 2.5, `ahv|avs|${idWords}`, by("CH", "ssn"));
add("company_id", "CH uid", /^CHE\d{9}(?:MWST|TVA|IVA|TPV)?$/, [12, 16], 4, companyWords, (c) =>
  by("CH", "uid")(c.slice(0, 12)),
);
add("company_id", "AT uid", /^(?:AT)?U\d{8}$/, [9, 11], 3, companyWords, by("AT", "uid"));
add("national_id", "AT vnr", /^\d{10}$/, [10, 10], -3.2, `svnr|${idWords}`, by("AT", "vnr"));
// German
add("tax_id", "DE idnr", /^[1-9]\d{10}$/, [11, 11], -0.8, `idnr|identifikationsnummer|${taxWords}`, by("DE", "idnr"));
add("tax_id", "DE stnr", /^\d{10,11}$|^\d{13}$/, [10, 13], -3.9, taxWords);
add(
  "national_id",
  "DE svnr",
  /^\d{8}[A-Z]\d{3}$/,
  [12, 12],
  2.5,
  `rentenversicherung|svnr|${idWords}`,
  by("DE", "svnr"),
);
add("national_id", "DE kvnr", /^[A-Z]\d{9}$/, [10, 10], 0.5, `kvnr|krankenversicherung|${idWords}`, kvnr);
add("company_id", "DE vat", /^DE[1-9]\d{8}$/, [11, 11], 3, companyWords, by("DE", "vat"));
add(
  "document",
  "DE id card",
  /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}$/,
  [9, 9],
  -1.2,
  `ausweis|${passportWords}|${idWords}`,
  (c) => /\d/.test(c.slice(1)) && icao(c),
);
add(
  "document",
  "DE id card",
  /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d$/,
  [10, 10],
  -0.5,
  `ausweis|${passportWords}|${idWords}`,
  icao,
);
add("document", "DE licence", /^(?!DE|AT)[A-Z]{2}\d{8}[A-Z0-9]$/, [11, 11], -3, licenceWords);
add("company_id", "DE register", /^HR[AB]\d{1,6}$/, [4, 9], 2.5, companyWords);
// Spanish, Italian, Portuguese
add(
  "national_id",
  "ES nif",
  /^(?:\d{7,8}|[XYZ]\d{7})[A-Z]$/,
  [8, 9],
  1.2,
  `nie|nif|dni|${idWords}|${taxWords}`,
  (c) => by("ES", "dni")(c.padStart(9, "0")) || by("ES", "nie")(c) || by("ES", "nif")(c),
);
add("company_id", "ES cif", /^[A-HJNP-SUVW]\d{7}[A-J0-9]$/, [9, 9], -0.5, `cif|nif|${companyWords}`, by("ES", "cif"));
add(
  "tax_id",
  "IT codice fiscale",
  /^[A-Z]{6}[0-9L-V]{2}[A-EHLMPR-T][0-9L-V]{2}[A-Z][0-9L-V]{3}[A-Z]$/,
  [16, 16],
  5,
  `codice|${taxWords}`,
  by("IT", "codicefiscale"),
);
add(
  "tax_id",
  "IT codice fiscale by shape",
  /^[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]$/,
  [16, 16],
  3,
  `codice|${taxWords}`,
);
add(
  "company_id",
  "IT iva",
  /^(?:IT)?\d{11}$/,
  [11, 13],
  -3.2,
  `partita|p iva|${companyWords}`,
  (c) => !/^(?:IT)?0{7}/.test(c) && by("IT", "iva")(c),
);
add("document", "IT licence", /^(?:[A-Z]{2}\d{7}[A-Z]|U1[A-Z0-9]{8})$/, [10, 10], -2.8, licenceWords);
add(
  "document",
  "IT identity card",
  /^(?:[A-Z]{2}\d{5}[A-Z]{2}|\d{7}[A-Z]{2}|[A-Z]{2}\d{7})$/,
  [9, 9],
  -3,
  `carta|${idWords}`,
);
add("tax_id", "PT nif", /^[1-9]\d{8}$/, [9, 9], -3.4, taxWords, by("PT", "nif"));
add("document", "PT citizen card", /^\d{9}[A-Z]{2}\d$/, [12, 12], 3, idWords, by("PT", "cc"));
// Great Britain and Ireland
add(
  "national_id",
  "GB nino",
  /^(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$/,
  [9, 9],
  -0.3,
  `nino|${idWords}`,
);
add("national_id", "GB nhs", /^\d{10}$/, [10, 10], -3.4, "nhs", nhs);
add("tax_id", "GB utr", /^\d{10}K?$/, [10, 11], -4, `utr|${taxWords}`, by("GB", "utr"));
add("company_id", "GB vat", /^GB\d{9}(?:\d{3})?$/, [11, 14], 3, companyWords, by("GB", "vat"));
add(
  "document",
  "GB licence",
  /^[A-Z9]{5}\d[0156]\d(?:[0-2]\d|3[01])\d[A-Z9]{2}[A-Z0-9]{3}$/,
  [16, 16],
  3.5,
  licenceWords,
  (c) => gbLicence(c),
);
add("document", "GB passport", /^[A-Z]{2}\d{7}$/, [9, 9], -3.2, passportWords);
add("national_id", "IE pps", /^\d{7}[A-W][A-IW]?$/, [8, 9], 0.5, `pps|${idWords}`, by("IE", "pps"));
// Netherlands, the North, Poland and the rest of the Union
add("national_id", "NL bsn", /^\d{9}$/, [9, 9], -3.4, `bsn|sofi|burgerservice|${idWords}`, by("NL", "bsn"));
add("company_id", "NL btw", /^(?:NL)?\d{9}B\d{2}$/, [12, 14], 3.5, companyWords, by("NL", "btw"));
add("national_id", "SE personnummer", /^(?:19|20)?\d{10}$/, [10, 12], -2.8, `personnummer|${idWords}`, personnummer);
add("company_id", "SE orgnr", /^\d{10}$/, [10, 10], -3.2, `org|${companyWords}`, by("SE", "orgnr"));
add(
  "national_id",
  "FI hetu",
  /^\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]$/,
  [10, 11],
  2.5,
  `hetu|henkilotunnus|${idWords}`,
  hetu,
);
add("national_id", "DK cpr", /^\d{10}$/, [10, 10], -3.4, `cpr|${idWords}`, by("DK", "cpr"));
add(
  "national_id",
  "NO fodselsnummer",
  /^\d{11}$/,
  [11, 11],
  0,
  `fodselsnummer|personnummer|${idWords}`,
  by("NO", "fodselsnummer"),
);
add("national_id", "PL pesel", /^\d{11}$/, [11, 11], -0.8, `pesel|${idWords}`, by("PL", "pesel"));
add("tax_id", "PL nip", /^\d{10}$/, [10, 10], -3.6, `nip|${taxWords}`, by("PL", "nip"));
// Elsewhere
add(
  "national_id",
  "US ssn",
  /^\d{9}$/,
  [9, 9],
  -2.6,
  `ssn|social|${idWords}`,
  (c) => /^(?!000|666|9\d\d)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(c) && !/^(\d)\1+$/.test(c),
);
add("tax_id", "US itin", /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\d{4}$/, [9, 9], -3, `itin|${taxWords}`);
add(
  "national_id",
  "US mbi",
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d\d$/,
  [11, 11],
  2,
  `medicare|mbi|${idWords}`,
);
add("document", "US passport", /^[A-Z]\d{8}$/, [9, 9], -3.3, passportWords);
add("national_id", "US npi", /^[12]\d{9}$/, [10, 10], -3.2, "npi|provider", npi);
add(
  "document",
  "US DEA",
  /^[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}$/,
  [9, 9],
  -1,
  "dea",
  (c) =>
    (Number(c[2]) + Number(c[4]) + Number(c[6]) + 2 * (Number(c[3]) + Number(c[5]) + Number(c[7]))) % 10 ===
    Number(c[8]),
);
add("national_id", "CA sin", /^[1-79]\d{8}$/, [9, 9], -2.8, `sin|${idWords}`, (c) => luhn(c));
add("tax_id", "AU tfn", /^\d{8,9}$/, [8, 9], -3.2, `tfn|${taxWords}`, by("AU", "tfn"));
add("company_id", "AU abn", /^\d{11}$/, [11, 11], -1, `abn|${companyWords}`, by("AU", "abn"));
add("company_id", "AU acn", /^\d{9}$/, [9, 9], -3.2, `acn|${companyWords}`, by("AU", "acn"));
add("national_id", "AU medicare", /^[2-6]\d{9,10}$/, [10, 11], -3, `medicare|${idWords}`, medicare);
add("national_id", "IN aadhaar", /^[2-9]\d{11}$/, [12, 12], -2, `aadhaar|aadhar|${idWords}`, by("IN", "aadhaar"));
add("tax_id", "IN pan", /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/, [10, 10], 1.2, `pan|${taxWords}`);
add(
  "company_id",
  "IN gstin",
  /^(?:0[1-9]|[12]\d|3[0-7])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/,
  [15, 15],
  3,
  companyWords,
);
add("document", "IN voter", /^[A-Z]{3}\d{7}$/, [10, 10], -3.2, `voter|epic|${idWords}`);
add("national_id", "SG nric", /^[STFGM]\d{7}[A-Z]$/, [9, 9], 1.5, `nric|fin|${idWords}`);
add(
  "company_id",
  "SG uen",
  /^(?:\d{8}[A-Z]|\d{9}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z])$/,
  [9, 10],
  -0.5,
  `uen|${companyWords}`,
  by("SG", "uen"),
);
add("national_id", "KR rrn", /^\d{13}$/, [13, 13], -1.6, `rrn|frn|${idWords}`, beginsWithDate);
add("company_id", "KR brn", /^\d{10}$/, [10, 10], -3.4, companyWords, by("KR", "brn"));
add("document", "KR passport", /^[A-Z]\d{3}[A-Z]\d{4}$/, [9, 9], -1, passportWords, (c) => /^[MSRODG]/.test(c));
add("national_id", "TH id", /^[1-8]\d{12}$/, [13, 13], -1.6, idWords, by("TH", "idnr"));
add("national_id", "TR id", /^[1-9]\d{10}$/, [11, 11], 0, `kimlik|tckn|${idWords}`, by("TR", "tckimlik"));
add("national_id", "ZA id", /^\d{13}$/, [13, 13], -0.5, `rsa|${idWords}`, by("ZA", "idnr"));
add("tax_id", "BR cpf", /^\d{11}$/, [11, 11], -0.5, `cpf|${taxWords}`, by("BR", "cpf"));
add("company_id", "BR cnpj", /^\d{14}$/, [14, 14], 0.5, `cnpj|${companyWords}`, by("BR", "cnpj"));
add(
  "national_id",
  "MX curp",
  /^[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d$/,
  [18, 18],
  5,
  `curp|${idWords}`,
  by("MX", "curp"),
);
add("tax_id", "PH tin", /^\d{9}(?:\d{3,5})?$/, [9, 14], -3.9, "tin|bir");
add("document", "ES passport", /^[A-Z]{3}\d{6}$/, [9, 9], -3.3, passportWords);
add("document", "IN passport", /^[A-Z]\d{7}$/, [8, 8], -3.5, passportWords);

/** VAT numbers of the other member states, with their country's letters. */
const otherVat: readonly (readonly [prefix: string, valid: (compact: string) => boolean])[] = [
  ["BG", by("BG", "vat")],
  ["CY", by("CY", "vat")],
  ["CZ", by("CZ", "dic")],
  ["DK", by("DK", "cvr")],
  ["EE", by("EE", "kmkr")],
  ["EL", by("GR", "vat")],
  ["ES", by("ES", "nif")],
  ["FI", by("FI", "alv")],
  ["HR", by("HR", "oib")],
  ["HU", by("HU", "anum")],
  ["IE", by("IE", "vat")],
  ["LT", by("LT", "pvm")],
  ["LV", by("LV", "pvn")],
  ["MT", by("MT", "vat")],
  ["PL", by("PL", "nip")],
  ["PT", by("PT", "nif")],
  ["RO", by("RO", "cif")],
  ["SE", by("SE", "vat")],
  ["SI", by("SI", "ddv")],
  ["SK", by("SK", "dph")],
];
for (const [prefix, valid] of otherVat) {
  add(
    "company_id",
    `${prefix} vat`,
    new RegExp(`^${prefix}[A-Z0-9+*]{2,13}$`),
    [7, 15],
    2,
    companyWords,
    (c) => valid(c) || valid(c.slice(2)),
  );
}

function nhs(compact: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(compact[i]) * (10 - i);
  return (11 - (sum % 11)) % 11 === Number(compact[9]);
}

/** Month and day of a British licence; the second figure of the month is raised by five for women. */
function gbLicence(compact: string): boolean {
  const month = Number(compact.slice(6, 8)) % 50;
  const day = Number(compact.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const byLength: (readonly IdentifierShape[])[] = [];
for (let length = 0; length <= 34; length++) {
  byLength[length] = shapes.filter(({ lengths }) => lengths[0] <= length && length <= lengths[1]);
}

export const longestIdentifier = 34;

/** Every identifier that a compact number (no spaces or signs, upper case) may be, checks passed. */
export function identify(compact: string): IdentifierShape[] {
  if (/^(.)\1*$/.test(compact)) return [];
  // `stdnum` answers with an error object, whose stack trace costs more than all of the check.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return (byLength[compact.length] ?? []).filter(
      ({ shape, valid }) => shape.test(compact) && (!valid || valid(compact)),
    );
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The shape of a name such as `FR siren`; for measuring. */
export function identifierShapes(): readonly IdentifierShape[] {
  return shapes;
}
