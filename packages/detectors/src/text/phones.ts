/**
 * Telephone numbers, plain or disguised. The digits are read first (`digits.ts`), then every stretch of them that a numbering
 * plan allows is judged by how it is written and by the words around it: a number that could be called is not yet a number to call.
 */
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { type DigitRun, digitRuns } from "./digits.ts";
import type { Piece } from "./numbers.ts";
import { type TextView, wordFlags } from "./view.ts";
import { WordTable } from "./words.ts";

export interface Phone {
  /** Place in `plain`. */
  start: number;
  end: number;
  /** E.164 where a numbering plan knows it, else the digits as they stand. */
  value: string;
  /** Probability that it is there to be called, 0 to 1. */
  score: number;
  /** Written so that a plain search for digits would miss it. */
  disguised: boolean;
}

/** Mobile numbers as they are written at home, where they are believed before other numbers. */
const mobiles: Readonly<Partial<Record<CountryCode, RegExp>>> = {
  DE: /^01[567]/,
  ES: /^[67]/,
  IT: /^3\d{9}$/,
  BE: /^04/,
  FR: /^0[67]/,
  GB: /^07/,
  AT: /^06/,
  CH: /^07/,
};

/** National numbers as they are written, trunk prefix included, of the countries that are tried where nothing says which it is, in this order. */
const plans: readonly { country: CountryCode; shape: RegExp; certainty: number }[] = [
  { country: "FR", shape: /^0[1-9]\d{8}$/, certainty: 0.6 },
  { country: "US", shape: /^1?[2-9](?:[02-8]\d|1[02-9])[2-9](?:[02-9]\d|1[02-9])\d{4}$/, certainty: -0.4 },
  { country: "GB", shape: /^0(?:7[1-9]\d{8}|[12]\d{9}|20\d{8}|3[037]\d{8}|80[08]\d{7})$/, certainty: 0.5 },
  { country: "DE", shape: /^0(?:15[0-9]\d{8}|1[67]\d\d{7,8}|[2-9]\d{6,10})$/, certainty: -0.4 },
  { country: "ES", shape: /^[6789]\d{8}$/, certainty: -1 },
  { country: "IT", shape: /^(?:3\d{8,9}|0\d{6,10})$/, certainty: -0.8 },
  { country: "BE", shape: /^0(?:4[5-9]\d{7}|[1-9]\d{7})$/, certainty: -0.2 },
  { country: "CH", shape: /^0(?:[2-9][1-9])\d{7}$/, certainty: 0 },
];

const callCue = 1;
const codeCue = 2;
const unitCue = 3;
/** "number", which is said of telephones and of everything else. */
const numberCue = 4;
const cues = new WordTable([
  ...list(
    callCue,
    "call calls calling text txt sms tel tels tele phone phones cell cellphone mobile mob whatsapp wa wapp watsapp watsap whats viber signal telegram contact contacts reach ring dial msg voicemail fax landline",
    "telephone tph port portable appeler appelez appelle appel appels joindre joignable joignez contacter contactez contacte texto textos ecrire ecrivez fixe gsm natel zap",
    "telefon telefonnummer handy handynummer anrufen anruf anrufe ruf rufen mobil erreichbar festnetz rufnummer melden",
    "telefono movil llamar llamame llama llamad llamen llamada contactar contacta contactame wasap guasap celular cel escribeme fijo",
    "chiamare chiamami chiama chiamate cellulare cell contattare contattami contattatemi scrivimi recapito",
  ),
  ...list(numberCue, "number numbers num numero numeros numeri nummer no nr digits"),
  ...list(
    codeCue,
    "model modele modell modelo modello serial serie series serienummer sn vin imei isbn ean upc gtin asin sku ref reference referenz referencia riferimento item part parts pn mpn order commande bestellung pedido ordine tracking suivi colis sendung invoice facture rechnung stock stk lic license licence dre mls apn permit policy account compte konto version firmware patent barcode lot batch code sap bre calbre nmls ca puc cslb vehicle chassis engine motor id art fabr fabrikationsnummer teilenummer teilenr matricola telaio bastidor matricula article artikel articulo articolo catalog catalogue cat mfg dpci ersatzteil ersatzteile ersatzteilnummer originalteil originalersatzteil oe oem oen ricambio ricambi recambio recambios repuesto repuestos highway highways hwy freeway route interstate exit models modeles size sizes taille tailles grosse talla taglia siret siren tva vat ust rcs post posting ebay ad annonce",
  ),
  ...list(
    unitCue,
    "km kms miles mile mi mm cm m kg g lb lbs oz gb mb tb mah w kw hp cv ch l cc ml inch inches in ft feet sqft eur euro euros usd dollars dollar pounds chf px p hz mhz ghz rpm psi v volt volts watt watts year years ans jahre anos anni hours hrs h x ohm",
  ),
]);

function list(value: number, ...words: string[]): [string, number][] {
  return words.flatMap((line) => line.split(" ").map((word): [string, number] => [word, value]));
}

/** No text needs more looks at the numbering plans than this. */
const maxLooks = 120;

export interface PhoneOptions {
  /** ISO country codes that the number is likely to be of: the seller's country, the language's. Tried first. */
  countries?: readonly string[];
  /** Places in `plain` where one text ends and the next begins. */
  seams?: readonly number[];
}

/** All telephone numbers of a view with their probabilities; overlapping readings are settled, the likeliest wins. */
export function phonesIn(view: TextView, options: PhoneOptions = {}): Phone[] {
  const found: Phone[] = [];
  const looks = { left: maxLooks };
  for (const run of digitRuns(view, options.seams)) {
    const candidates = candidatesIn(view, run, options, looks);
    candidates.sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start));
    for (const phone of candidates) {
      if (!found.some((other) => other.start < phone.end && phone.start < other.end)) found.push(phone);
    }
  }
  found.sort((a, b) => a.start - b.start);
  // "… or 415 …": what stands beside a number is one too.
  for (const [i, phone] of found.entries()) {
    const beside = [found[i - 1], found[i + 1]].some(
      (other) =>
        other !== undefined &&
        other.score >= 0.5 &&
        /^\s?(?:or|and|&|\/|,|ou|et|oder|und|o|y|e)\s?$/.test(
          view.plain.slice(Math.min(phone.end, other.end), Math.max(phone.start, other.start)),
        ),
    );
    if (beside && phone.score < 0.5) phone.score = 1 / (1 + (1 / phone.score - 1) * Math.exp(-2));
  }
  return found;
}

function candidatesIn(view: TextView, run: DigitRun, options: PhoneOptions, looks: { left: number }): Phone[] {
  const { pieces } = run;
  const candidates: Phone[] = [];
  for (let i = 0; i < pieces.length; i++) {
    let digits = "";
    if (isLooseLetter(view, pieces[i]!)) continue;
    for (let j = i; j < pieces.length && digits.length < 16; j++) {
      digits += pieces[j]!.digits;
      if (digits.length < (run.plus[i] ? 6 : 7) || isLooseLetter(view, pieces[j]!)) continue;
      if (digits.length > 16) break;
      const prefix =
        run.plus[i]! || hasOptionalTrunk(view, pieces, i)
          ? ""
          : digits.startsWith("00")
            ? "00"
            : digits.startsWith("011")
              ? "011"
              : undefined;
      const international = prefix !== undefined;
      const known =
        (international ? internationalNumber(digits.slice(prefix.length), looks) : undefined) ??
        (run.plus[i]! ? undefined : nationalNumber(digits, options.countries ?? [], looks)) ??
        possibleNumber(view, pieces.slice(i, j + 1), digits, options.countries?.[0], looks) ??
        unknownNumber(view, pieces.slice(i, j + 1), digits);
      if (!known || !figuresBelievable(view, pieces.slice(i, j + 1), known, options.countries ?? [])) continue;
      const part: Written = { view, run, from: i, to: j, digits, international };
      const logit = known.certainty + weigh(part) + (known.mobile && isSplit(pieces, i, j, options.seams) ? 3 : 0);
      const score = 1 / (1 + Math.exp(-logit));
      if (score < 0.02) continue;
      candidates.push({
        start: startOf(view, run, i),
        end: pieces[j]!.end,
        value: known.value,
        score,
        disguised: isDisguised(part),
      });
    }
  }
  return candidates;
}

/** Whether a seam lies within: two texts whose ends make a mobile number of the country do so on purpose. */
function isSplit(pieces: readonly Piece[], from: number, to: number, seams: readonly number[] = []): boolean {
  return seams.some((seam) => seam >= pieces[from]!.end && seam <= pieces[to]!.start);
}

/**
 * Whether letters at the edges of digits, `I5` or `67B`, may be digits there: models and sizes end so too. They must be of a number of
 * this country (or a plan that is strict), and grouped like one, or stand in several of its groups.
 */
function figuresBelievable(
  view: TextView,
  pieces: readonly Piece[],
  known: Known,
  countries: readonly string[],
): boolean {
  const figures = pieces.filter((piece) => piece.as === "figures");
  if (figures.length === 0) return true;
  const home = countries.length > 0 ? countries : ["US", "GB", "FR"];
  if (
    !home.some((country) => isSupportedCountry(country) && known.value.startsWith(`+${getCountryCallingCode(country)}`))
  )
    return false;
  const { plain } = view;
  if (plain.slice(pieces[0]!.start, pieces.at(-1)!.end).includes("\n")) return false;
  // All of a mobile number in one word is no model.
  if (known.mobile && pieces.length === 1) return true;
  const groups = pieces.map((piece) => piece.digits.length).join("-");
  const models = figures.some((piece) => /[sbez]/.test(plain.slice(piece.start, piece.end)));
  if (usualGroups.has(groups) && sameSigns(plain, pieces))
    return !models || known.mobile === true || figures.length < pieces.length;
  return !models && (pieces.length === 1 || pieces.filter((piece) => piece.as !== "digits").length > 1);
}

/** `64(0)64…`: a country's code without its plus, and the trunk prefix that is left out behind it. */
function hasOptionalTrunk(view: TextView, pieces: readonly Piece[], i: number): boolean {
  const next = pieces[i + 1];
  if (next?.digits !== "0" || pieces[i]!.digits.length > 3) return false;
  return view.plain[next.start - 1] === "(" && view.plain[next.end] === ")";
}

/** A lone `i` or `l` at the edge of digits is a word or a model, not a one. */
function isLooseLetter(view: TextView, piece: Piece): boolean {
  return piece.as === "letter" && piece.digits === "1" && !/[0-9]/.test(view.plain[piece.start - 1] ?? "");
}

/** A place inside parentheses or behind a plus begins there. */
function startOf(view: TextView, run: DigitRun, i: number): number {
  const { start } = run.pieces[i]!;
  let at = start;
  while (at > 0 && at > start - 3 && (view.plain[at - 1] === "+" || view.plain[at - 1] === "(")) at -= 1;
  return at;
}

interface Known {
  value: string;
  /** Log odds that digits of this shape, written plainly and without a word about them, are a telephone number. */
  certainty: number;
  /** A mobile number of the country that the text is from. */
  mobile?: boolean;
}

function internationalNumber(written: string, looks: { left: number }): Known | undefined {
  if (looks.left <= 0 || written.length < 6) return undefined;
  // Mexico dropped the 1 of its mobile numbers in 2019; people have not.
  const digits = /^521\d{10}$/.test(written) ? `52${written.slice(3)}` : written;
  // `+33 (0)6 …`, and numbers set apart for fiction, which the plan's shape allows.
  for (const [code, country] of trusted) {
    if (!digits.startsWith(code)) continue;
    const rest = digits.slice(code.length).replace(/^0/, "");
    if (plans.find((plan) => plan.country === country)?.shape.test(`0${rest}`)) {
      return { value: `+${code}${rest}`, certainty: 2.5 };
    }
  }
  looks.left -= 1;
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (number?.isValid()) return { value: number.number, certainty: 2.5 };
  if (number?.isPossible() && digits.length >= 10) return { value: number.number, certainty: 0.8 };
  const trunk = /^(\d{1,3})0(\d{7,})$/.exec(digits);
  const without = trunk && looks.left-- > 0 ? parsePhoneNumberFromString(`+${trunk[1]}${trunk[2]}`) : undefined;
  if (without?.isValid()) return { value: without.number, certainty: 2 };
  return { value: `+${digits}`, certainty: -1 };
}

/** Countries whose plan's shape is strict enough to be trusted alone. */
const trusted: readonly (readonly [code: string, country: CountryCode])[] = [
  ["33", "FR"],
  ["44", "GB"],
];

function nationalNumber(digits: string, countries: readonly string[], looks: { left: number }): Known | undefined {
  for (const country of countries) {
    const known = numberOf(digits, country, looks);
    if (known) {
      const mobile = mobiles[country as CountryCode]?.test(digits) === true;
      return { value: known.value, certainty: known.certainty + (mobile && known.certainty < 0 ? 1 : 0.4), mobile };
    }
  }
  for (const { country } of plans) {
    const known = countries.includes(country) ? undefined : numberOf(digits, country, looks);
    // Where the country is known, a number of another one is less likely.
    if (known) return { value: known.value, certainty: known.certainty - (countries.length > 0 ? 0.6 : 0) };
  }
  return undefined;
}

/** A mobile number of one of the countries, as E.164; undefined if the digits are none. */
export function homeMobile(digits: string, countries: readonly string[]): string | undefined {
  const country = countries.find((one) => mobiles[one as CountryCode]?.test(digits));
  return country === undefined ? undefined : numberOf(digits, country, { left: 1 })?.value;
}

/** A number whose length is right at home and whose digits are in no range there, where the text leaves little else for it to be. */
function possibleNumber(
  view: TextView,
  pieces: readonly Piece[],
  digits: string,
  home: string | undefined,
  looks: { left: number },
): Known | undefined {
  if (!home || digits.length < 9 || looks.left <= 0 || !isSupportedCountry(home)) return undefined;
  const start = pieces[0]!.start;
  if (!onlyContent(view.plain, start, pieces.at(-1)!.end) && cueBefore(view, start, 3) !== callCue) return undefined;
  looks.left -= 1;
  const number = parsePhoneNumberFromString(digits, home);
  return number?.isPossible() ? { value: number.number, certainty: -1.6 } : undefined;
}

function numberOf(digits: string, country: string, looks: { left: number }): Known | undefined {
  if (looks.left <= 0 || !isSupportedCountry(country)) return undefined;
  const plan = plans.find((p) => p.country === country);
  if (plan && !plan.shape.test(digits)) return undefined;
  const code = trusted.find(([, of]) => of === country)?.[0];
  if (plan && code) return { value: `+${code}${digits.slice(1)}`, certainty: plan.certainty };
  looks.left -= 1;
  const number = parsePhoneNumberFromString(digits, country);
  if (!number?.isValid()) return undefined;
  return { value: number.number, certainty: plan?.certainty ?? -1 };
}

/** Digits of no plan that we know are a number all the same where they are grouped like one, or the text says so right before. */
function unknownNumber(view: TextView, pieces: readonly Piece[], digits: string): Known | undefined {
  const groups = pieces.map((piece) => piece.digits.length).join("-");
  if (groups === "3-3-4" && sameSigns(view.plain, pieces)) return { value: digits, certainty: -0.6 };
  if (digits.length < 9 || digits.length > 12) return undefined;
  return cueBefore(view, pieces[0]!.start, 3) === callCue ? { value: digits, certainty: -1.2 } : undefined;
}

function sameSigns(plain: string, pieces: readonly Piece[]): boolean {
  const signs = pieces.slice(1).map((piece, i) => plain.slice(pieces[i]!.end, piece.start).trim() || " ");
  return signs.every((sign) => sign === signs[0]);
}

interface Written {
  view: TextView;
  run: DigitRun;
  from: number;
  to: number;
  digits: string;
  international: boolean;
}

/** Log odds from how the digits are written and from the words around them. */
function weigh(part: Written): number {
  const { view, run, from, to, digits } = part;
  const { plain } = view;
  const pieces = run.pieces.slice(from, to + 1);
  const start = pieces[0]!.start;
  const end = pieces.at(-1)!.end;
  let logit = 0;
  const groups = pieces.map((piece) => piece.digits.length).join("-");
  const between = pieces.slice(1).map((piece, i) => plain.slice(pieces[i]!.end, piece.start));
  if (isDisguised(part)) logit += 2.2;
  if (pieces.length === 1) {
    if (digits.length === 10 && digits.startsWith("0")) logit += 0.6;
  } else if (usualGroups.has(groups) || pieces.every((piece) => piece.digits.length === 1)) {
    logit += sameSigns(plain, pieces) ? 1.4 : 0.9;
    if (/[(][0-9]/.test(plain.slice(Math.max(0, start - 1), start + 1))) logit += 1;
  } else if (pieces.every((piece) => piece.as === "digits")) {
    // `0176.040.690.51`: not how numbers are grouped, but not a list either.
    logit -= sameSigns(plain, pieces) && pieces.length > 2 && /^[./*-]$/.test(between[0]!) ? 0.2 : 0.9;
  }
  // Several lines, decimal signs and ranges speak against.
  if (between.some((sign) => sign.includes("\n"))) logit -= 1;
  if (between.some((sign) => /[$€£%=]|,\S/.test(sign))) logit -= 1.5;
  if (between.some((sign) => /[+]/.test(sign))) logit -= 4;
  if (pieces.every((piece) => piece.as === "digits")) {
    // Lists: highways, sizes, models. Decimals and inches.
    const commas = between.filter((sign) => /, /.test(sign)).length;
    if (commas >= 2 || (commas === 1 && between.length <= 3)) logit -= 2;
    if (commas > 0 && between.includes(".")) logit -= 2.5;
    if (
      between.some(
        (sign) =>
          /[a-z]/.test(sign) &&
          !/dash|dot|point|tiret|punt|hyphen|slash|space|espace|guion|barra|barre|schragstrich|virg|\bkomma\b|\bcomma\b|\bcoma\b|then|puis|ensuite|dann|danach|luego|despues|\bpoi\b|\bdopo\b|finir|enfin|finally|schluss|infine|finalmente/.test(
            sign,
          ),
      )
    )
      logit -= 2.5;
    if (between.some((sign) => /^["'] ?[;,x]/.test(sign))) logit -= 3;
  }
  if (holdsDate(plain.slice(start, end)) || results.test(plain.slice(start, end))) logit -= 4;
  if (isSequence(pieces.map((piece) => piece.digits))) logit -= 4;
  if (/^(\d)\1+$/.test(digits.slice(-7)) || /(\d)\1{6}/.test(digits)) logit -= 2;
  // Something else of the same run right before or after: a longer number, a list.
  const last = run.pieces[from - 1];
  const next = run.pieces[to + 1];
  if (last && continues(plain.slice(last.end, start), between)) logit -= 2.5;
  if (next && continues(plain.slice(end, next.start), between)) logit -= 2.5;
  if (last && leftOut(last, pieces[0]!)) logit -= 1.5;
  if (next && leftOut(pieces.at(-1)!, next)) logit -= 1.5;
  logit += attached(plain, start, end) + lettered(view, start, end);
  const cue = cueBefore(view, start, 6);
  if (cue === callCue) logit += 2.6;
  else if (cue === codeCue) logit -= 3.2;
  else if (cue === numberCue) logit += 1;
  const after = cueAfter(view, end);
  if (after === unitCue && !part.international && pieces.at(-1)!.digits.length <= 3) logit -= 2.5;
  else if (after === callCue) logit += 1.2;
  if (extension.test(plain.slice(end, end + 16))) logit += 1.5;
  if (onlyContent(plain, start, end)) logit += 2;
  return logit;
}

/** An extension behind a number. */
const extension = /^ {0,2}[,;]? {0,2}(?:x|ext|extension|poste|int|durchwahl|#)[ .:]{0,3}\d{1,7}(?!\d)/;

/** How numbers are grouped on paper in the usual countries. */
const usualGroups = new Set(
  "2-7 1-7 2-6 2-2-2-2-2 4-2-2-2 4-3-3 3-3-4 1-3-3-4 3-7 3-4 5-6 5-3-3 3-3-3 3-2-2-2 3-6 4-6 4-7 4-8 3-8 2-4-4 3-4-4 3-4-3 2-3-4 2-2-3-4 2-1-2-2-2-2 2-3-2-2-2 2-3-3-3 3-3-2-2 2-8 4-2-2-3 4-3-2-2 4-3-4 2-10 2-9 1-2-2-2-2 2-3-3-4 1-9 1-8 6-4 4-2-2-2-2 1-3-2-2-2-2"
    .split(" ")
    .concat("1-1-1-1-1-1-1-1-1-1", "1-1-1-1-1-1-1-1-1"),
);

function isDisguised(part: Written): boolean {
  const pieces = part.run.pieces.slice(part.from, part.to + 1);
  const original = part.view.original;
  if (pieces.some((piece) => piece.as !== "digits")) return true;
  for (let i = 0; i < pieces.length; i++) {
    const { start, end } = part.view.toOriginal(pieces[i]!.start, pieces[i]!.end);
    if (original.slice(start, end) !== pieces[i]!.digits) return true;
    const next = pieces[i + 1];
    if (next && /[*_~|#^"'•·;:!]|[\ud800-\udfff]|[a-z]/.test(part.view.plain.slice(pieces[i]!.end, next.start)))
      return true;
  }
  return false;
}

/** Whether of two neighbours that are said, one after the other, only one is taken. */
function leftOut(a: Piece, b: Piece): boolean {
  return a.as === "word" && b.as === "word" && b.start - a.end <= 2;
}

/** Whether more digits stand there as if they belonged to the same number: behind a sign like those inside it, or glued on. */
function continues(sign: string, inside: readonly string[]): boolean {
  if (/^ ?[,;]? ?(?:x|ext|extension|poste|int|#)/.test(sign) || /[a-z\n]/.test(sign)) return false;
  return sign.length <= 1 && (sign.trim() !== "" || inside.length === 0 || inside.includes(sign));
}

/** `2:1 3:0 1:1`: what games ended with, and odds. */
const results = /(?<!\d)\d{1,2}:\d{1,2}(?:[ ,;]{1,2}\d{1,2}:\d{1,2}){2}/;

/** `05/13/2017`, `2017-05-13`, `13.5.17 @ 3:00`. */
function holdsDate(text: string): boolean {
  return /(?<!\d|\d[/.-])(?:(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:19|20)?\d\d|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}:\d\d)(?!\d|[/.-]\d)/.test(
    text,
  );
}

/** Ranks of sizes, years and the like: 38 39 40 41 42. */
function isSequence(groups: readonly string[]): boolean {
  if (groups.length < 4) return false;
  const steps = groups.slice(1).map((group, i) => Number(group) - Number(groups[i]));
  return steps.every((step) => step === steps[0]) || groups.every((group) => /^(?:19|20)\d\d$/.test(group));
}

/** Letters, signs and money that touch the digits make them a code, a price or a measure. */
function attached(plain: string, start: number, end: number): number {
  const before = plain.slice(Math.max(0, start - 3), start);
  const after = plain.slice(end, end + 2);
  let logit = 0;
  if (/[$€£¥]\s?$/.test(before)) logit -= 4;
  if (/^\s?[$€£¥%°]/.test(after)) logit -= 4;
  if (/[a-z]{3}$/.test(before)) logit -= 0.6;
  else if (/[a-z][-_/]?$/.test(before)) logit -= 1.5;
  if (/^[-_]?[a-z]/.test(after)) logit -= 1.2;
  if (/#\s?$/.test(before)) logit -= 2.5;
  if (/[.,]$/.test(before) && /\d/.test(before)) logit -= 2;
  if (/^[.,]\d/.test(after)) logit -= 2;
  if (/[=/?&]$/.test(before)) logit -= 2;
  return logit;
}

/** One or two capitals behind the last group, `1K0 615 301 AA`, are how the numbers of parts end. Where everything is in capitals they say nothing. */
function lettered(view: TextView, start: number, end: number): number {
  if (!/^[ -][a-z]{1,2}(?![a-z0-9'.])/.test(view.plain.slice(end, end + 5))) return 0;
  const letters = view.toOriginal(end + 1, end + 3);
  const written = view.original.slice(letters.start, letters.end).trim();
  const before = view.original.slice(Math.max(0, view.toOriginal(start, end).start - 40), letters.start);
  return /^\p{Lu}{1,2}$/u.test(written) && /\p{Ll}{2}/u.test(before) ? -1.8 : 0;
}

/** Kind of the nearest cue among the words before, in the same sentence. A code's name wins over "call" only right before. */
function cueBefore(view: TextView, at: number, words: number): number {
  const { start, end, flags } = view.tokens;
  let found = 0;
  let after = firstFrom(view, at);
  for (let token = after - 1, seen = 0; token >= 0 && seen < words && at - end[token]! < 45; token--, seen++) {
    const cue = cues.at(view, token);
    if (cue === callCue || (cue === codeCue && seen < 3)) return cue;
    if (cue === numberCue) found = numberCue;
    // Another number in between takes the words before it for itself.
    const code = view.plain.charCodeAt(start[token]!);
    if (code >= 48 && code <= 57) return found;
    if ((flags[after]! & wordFlags.breaks) !== 0 && seen > 0) return found;
    after = token;
  }
  return found;
}

function cueAfter(view: TextView, at: number): number {
  const { start, count } = view.tokens;
  const token = firstFrom(view, at);
  if (token >= count || start[token]! - at > 3) return 0;
  return cues.at(view, token);
}

/** First word that begins at or after a place; binary search. */
function firstFrom(view: TextView, at: number): number {
  const { start, count } = view.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the text says nothing else. */
function onlyContent(plain: string, start: number, end: number): boolean {
  if (plain.length > 60) return false;
  const rest = plain.slice(0, start) + plain.slice(end).replace(extension, "");
  return !/[a-z0-9]{2}/.test(rest) && rest.length < 12;
}
