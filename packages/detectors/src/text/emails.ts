/** Mail addresses, plain or with `@` and the dot spelt out: `julie point martin arobase gmail point com`. */
import { parse } from "tldts";
import { marksTogether, wordsTogether } from "./beginnings.ts";
import { platformOf } from "./platforms.ts";
import { type TextView, wordFlags } from "./view.ts";
import { WordTable } from "./words.ts";

export interface Email {
  /** Place in `plain`. */
  start: number;
  end: number;
  /** `name@host`, lower-case. */
  value: string;
  host: string;
  score: number;
  disguised: boolean;
}

const maxEmails = 100;
/** Places looked at, however many at-signs a text has. */
const maxLooks = 500;

/** Mail providers by the name that people say instead of the host, with the host that is meant. */
const providers: Readonly<Record<string, string>> = {
  gmail: "gmail.com",
  googlemail: "googlemail.com",
  gmai: "gmail.com",
  gmial: "gmail.com",
  hotmail: "hotmail.com",
  hotmai: "hotmail.com",
  outlook: "outlook.com",
  yahoo: "yahoo.com",
  ymail: "ymail.com",
  icloud: "icloud.com",
  protonmail: "protonmail.com",
  proton: "proton.me",
  gmx: "gmx.de",
  aol: "aol.com",
  msn: "msn.com",
  wanadoo: "wanadoo.fr",
  laposte: "laposte.net",
  libero: "libero.it",
  tiscali: "tiscali.it",
  bluewin: "bluewin.ch",
  live: "live.com",
  free: "free.fr",
  orange: "orange.fr",
  sfr: "sfr.fr",
  web: "web.de",
  mail: "mail.com",
  yandex: "yandex.com",
  tutanota: "tutanota.com",
};
const providerNames = new WordTable(Object.keys(providers).map((name) => [name, 1] as const));
const providerBit = wordsTogether(Object.keys(providers));
/** Those that mean nothing else; the rest need an ending behind them. */
const surely = new Set(
  "gmail googlemail gmai gmial hotmail hotmai outlook yahoo ymail icloud protonmail gmx wanadoo laposte".split(" "),
);

const strongAt = 1;
const weakAt = 2;
/** `at-sign`: says `@` with the word before it. */
const namedAt = 3;
const atEntries = [
  ...[
    "arobase",
    "arobas",
    "arobaz",
    "arrobase",
    "arroba",
    "arrobita",
    "aroba",
    "chiocciola",
    "chiocciolina",
    "klammeraffe",
    "affenschwanz",
    "atsign",
    "commercial",
  ].map((word) => [word, strongAt] as const),
  ["sign", namedAt] as const,
  ["symbol", namedAt] as const,
  ...["at", "chez", "bei", "a", "en", "presso", "ad", "sur", "on"].map((word) => [word, weakAt] as const),
];
const atWords = new WordTable(atEntries);
const atBit = wordsTogether(atEntries.map(([word]) => word));
const dotNames = ["dot", "point", "punkt", "punto", "ponto", "pt", "pkt", "puntito"];
const dots = new WordTable(dotNames.map((word) => [word, 1] as const));
/** Signs of a mailbox' name by what they are called, the longest name first. */
const joins: readonly (readonly [words: string, sign: string])[] = [
  ["tiret du bas", "_"],
  ["tiret du huit", "_"],
  ["tiret du 8", "_"],
  ["tiret bas", "_"],
  ["tiret 8", "_"],
  ["barre basse", "_"],
  ["trait d union", "-"],
  ["guion bajo", "_"],
  ["guion medio", "-"],
  ["barra baja", "_"],
  ["trattino basso", "_"],
  ["lineetta bassa", "_"],
  ["under score", "_"],
  ["underscore", "_"],
  ["sottolineato", "_"],
  ["subrayado", "_"],
  ["unterstrich", "_"],
  ["bodenstrich", "_"],
  ["tiret", "-"],
  ["dash", "-"],
  ["hyphen", "-"],
  ["minus", "-"],
  ["moins", "-"],
  ["menos", "-"],
  ["meno", "-"],
  ["bindestrich", "-"],
  ["guion", "-"],
  ["trattino", "-"],
  ["plus", "+"],
  ["mas", "+"],
];
const joinsByLastWord = new Map<string, (readonly [words: readonly string[], sign: string])[]>();
for (const [words, sign] of joins) {
  const list = words.split(" ");
  const last = list.at(-1)!;
  joinsByLastWord.set(last, [...(joinsByLastWord.get(last) ?? []), [list, sign]]);
}
const addressWords = new Set([
  ...Object.keys(providers),
  ...atEntries.flatMap(([word, value]) => (value === strongAt ? [word] : [])),
  ...dotNames.slice(0, 5),
  ...["com", "net", "org", "www", "http", "https"],
]);

/** Whether a word, read otherwise than it is written, is one that mail and web addresses are said with. */
export function isAddressWord(word: string): boolean {
  return addressWords.has(word);
}

/** Whether a word says `@`, perhaps if it is the last, or a mailbox's provider. */
export function isAtWord(view: TextView, token: number): boolean {
  const kind = atWords.at(view, token);
  return (
    kind === strongAt || (kind === weakAt && token === view.tokens.count - 1) || providerNames.at(view, token) !== 0
  );
}

/** All mail addresses of a view, in order. Linear. */
export function emailsIn(view: TextView): Email[] {
  const emails = plainEmails(view);
  for (const email of speltEmails(view)) {
    if (emails.length < maxEmails && !emails.some((e) => e.start < email.end && email.start < e.end))
      emails.push(email);
  }
  return emails.sort((a, b) => a.start - b.start);
}

function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 46 ||
    code === 95 ||
    code === 43 ||
    code === 45 ||
    code === 37
  );
}

function plainEmails(view: TextView): Email[] {
  const { plain } = view;
  const emails: Email[] = [];
  let last = 0;
  let looks = 0;
  for (
    let at = plain.indexOf("@");
    at >= 0 && emails.length < maxEmails && looks++ < maxLooks;
    at = plain.indexOf("@", at + 1)
  ) {
    let left = at;
    const apart = lettersApart(view, at);
    if (apart) {
      emails.push(apart);
      last = apart.end;
      continue;
    }
    // A space on one side or both is a disguise, and so are brackets: `julie @ gmail . com`, `julie [@] gmail.com`.
    while (left > last && at - left < 3 && /[ \n[({]/.test(plain[left - 1]!)) left -= 1;
    let start = left;
    while (start > last && left - start < 64 && isNameCode(plain.charCodeAt(start - 1))) start -= 1;
    while (start < left && plain[start] === ".") start += 1;
    let right = at + 1;
    while (right < plain.length && right - at < 4 && /[ \])}]/.test(plain[right]!)) right += 1;
    const spaced = left < at || right > at + 1;
    // `http://name@host` is a link that hides its host.
    if (start === left || plain.startsWith("://", start - 3)) continue;
    const rest =
      /^[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9])| ?[.,] ?(?=[a-z]{2,6}\b)| ?[[({] ?(?:\.|dot|point) ?[\])}] ?| (?:dot|point|punkt|punto) (?=[a-z]{2,6}\b)){0,253}/.exec(
        plain.slice(right, right + 260),
      );
    if (!rest) continue;
    const host = rest[0]
      .replace(/ ?[[({]? ?(?:\b(?:dot|point|punkt|punto)\b|[.,]) ?[\])}]? ?/g, ".")
      .replace(/[-.]+$/, "");
    const parsed = parse(host, { validateHostname: false });
    const provider = providers[host];
    const known = parsed.isIcann === true && parsed.domain !== null;
    if ((!known && !(provider && surely.has(host))) || host.startsWith("www.")) continue;
    // `bike @ craigslist.org` names a place to look, not a person.
    if (spaced && !provider && !surely.has(parsed.domainWithoutSuffix ?? "")) {
      if (!(left === at || right === at + 1)) continue;
      // `Instagram @shop.bcn` is a name there: of a mailbox the usual endings are believed.
      if (right === at + 1 && !/^(?:com|net|org|info|eu|[a-z]{2}|co\.[a-z]{2})$/.test(parsed.publicSuffix ?? ""))
        continue;
    }
    if (spaced && platformOf(plain.slice(start, left)) !== undefined) continue;
    const end = right + rest[0].replace(/[-. ]+$/, "").length;
    const name = plain.slice(start, left);
    const place = view.toOriginal(start, end);
    const value = `${name}@${known ? host : provider}`;
    const disguised = view.original.slice(place.start, place.end).toLowerCase() !== value;
    emails.push({ start, end, value, host: known ? host : provider!, score: spaced ? 0.9 : 0.98, disguised });
    last = end;
  }
  return emails;
}

/** `j u l i e @ g m a i l . c o m`: every letter on its own. */
function lettersApart(view: TextView, at: number): Email | undefined {
  const { plain } = view;
  if (plain[at - 1] !== " " || plain[at + 1] !== " ") return undefined;
  const name = /(?:[a-z0-9._-] ){2,40}$/.exec(plain.slice(Math.max(0, at - 80), at));
  const rest = /^(?: [a-z0-9.-]){5,40}(?![a-z0-9])/.exec(plain.slice(at + 1, at + 82));
  if (!name || !rest) return undefined;
  const host = rest[0].replaceAll(" ", "");
  const parsed = parse(host, { validateHostname: false });
  if (!parsed.isIcann || !parsed.domain) return undefined;
  const value = `${name[0].replaceAll(" ", "")}@${host}`;
  return { start: at - name[0].length, end: at + 1 + rest[0].length, value, host, score: 0.95, disguised: true };
}

function speltEmails(view: TextView): Email[] {
  const { plain, tokens } = view;
  const emails: Email[] = [];
  const marks = marksTogether(view);
  const hasSign = plain.includes("@");
  if ((marks.any & atBit) === 0 && !hasSign) return emails;
  let looks = 0;
  for (let t = 1; t + 1 < tokens.count && emails.length < maxEmails && looks < maxLooks; t++) {
    const kind = (marks.at[t]! & atBit) === 0 ? 0 : atWords.at(view, t);
    if (kind === 0 && !(hasSign && plain.slice(tokens.end[t - 1]!, tokens.start[t]!).includes("@"))) continue;
    const sign = kind === 0;
    const named = kind === namedAt;
    if (named && (t < 2 || view.word(t - 1) !== "at")) continue;
    // Most of all: "at" and "a" in a sentence, and behind them no provider's name.
    if (
      kind === weakAt &&
      ((marks.at[t + 1]! & providerBit) | (tokens.flags[t + 1]! & wordFlags.single)) === 0 &&
      amongWords(view, t)
    )
      continue;
    looks += 1;
    const bracketed =
      /[[({<*] ?$/.test(plain.slice(tokens.end[t - 1]!, tokens.start[t]!)) &&
      /^ ?[\])}>*]/.test(plain.slice(tokens.end[t]!, tokens.start[t + 1]!));
    const host = hostFrom(view, sign ? t : t + 1);
    if (!host) continue;
    // `ät` is no word of any language, and a line of its own that says "at" is no sentence.
    const alone = kind === weakAt && saysOnlyAt(view, t);
    const strong = sign || alone || named || kind === strongAt || (bracketed && /^(?:at|a)$/.test(view.word(t)));
    // `at gmail` and `at yahoo dot com` name a mailbox; `look at mysite.com` does not.
    if (!strong && !(host.provider && (host.spelt || surely.has(host.provider)))) continue;
    const name = nameBefore(view, named ? t - 2 : t - 1);
    if (!name) continue;
    if ((!strong && common.has(name.value)) || (sign && platformOf(name.value) !== undefined)) continue;
    // "mes mails chez gmail": without an ending, only "at" is sure to be part of an address.
    if (!strong && !host.spelt && host.undotted && !/[\d._-]/.test(name.value) && view.word(t) !== "at") continue;
    emails.push({
      start: name.start,
      end: host.end,
      value: `${name.value}@${host.value}`,
      host: host.value,
      score: strong ? 0.93 : 0.85,
      disguised: true,
    });
    t = host.to - 1;
  }
  return emails;
}

/** Whether one space stands before a word and one behind it, and its letters are plain ones. */
function amongWords(view: TextView, token: number): boolean {
  const { plain, tokens, original } = view;
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  if (start - tokens.end[token - 1]! !== 1 || tokens.start[token + 1]! - end !== 1) return false;
  if (plain.charCodeAt(start - 1) !== 32 || plain.charCodeAt(end) !== 32) return false;
  const place = view.toOriginal(start, end);
  return place.end - place.start === end - start && original.charCodeAt(place.start) < 0x80;
}

function saysOnlyAt(view: TextView, token: number): boolean {
  const { plain, tokens } = view;
  if (view.word(token) !== "at") return false;
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  const place = view.toOriginal(start, end);
  if (/[äÄ]/.test(view.original.slice(place.start, place.end).normalize("NFC"))) return true;
  return plain[start - 1] === "\n" && plain[end] === "\n";
}

/** Words before "at gmail" that are no name: `contact me at gmail`, `mail at yahoo`. */
const common = new Set(
  "me us is mail email account address not only look find reach write sale and or the my your moi compte adresse mail schreib mich escribeme correo scrivimi posta est arrive available apps app store play service".split(
    " ",
  ),
);

interface Host {
  value: string;
  provider: string | undefined;
  /** Whether its dot is a word or stands apart. */
  spelt: boolean;
  /** Nothing but a provider's name. */
  undotted?: boolean;
  end: number;
  to: number;
}

/** A host said in words from a word on: `gmail point com`, `gmail . com`, `gmail com`, `gmail`. */
function hostFrom(view: TextView, from: number): Host | undefined {
  const { plain, tokens } = view;
  let t = from;
  if (t >= tokens.count || tokens.start[t]! - tokens.end[Math.max(0, t - 1)]! > 4) return undefined;
  let value = view.word(t);
  let provider = Object.hasOwn(providers, value) ? value : undefined;
  let spelt = false;
  let dotted = false;
  t += 1;
  // `g mail`, `google mail`
  const two =
    !provider && t < tokens.count && plain[tokens.end[t - 1]!] === " " && tokens.start[t]! - tokens.end[t - 1]! === 1
      ? value + view.word(t)
      : "";
  if (surely.has(two)) {
    value = two;
    provider = two;
    t += 1;
  }
  for (let labels = 0; t < tokens.count && labels < 6; labels++) {
    const gap = plain.slice(tokens.end[t - 1]!, tokens.start[t]!).replace(/^\n/, " ");
    if (
      dots.at(view, t) !== 0 &&
      gap.length <= 3 &&
      t + 1 < tokens.count &&
      tokens.start[t + 1]! - tokens.end[t]! <= 3
    ) {
      value += `.${view.word(t + 1)}`;
      spelt = true;
      dotted = true;
      t += 2;
    } else if (/^ ?[[({]? ?[.,] ?[\])}]? ?$/.test(gap) && /^[a-z]{2,4}$/.test(view.word(t))) {
      if (gap !== "." && !/^(?:com|fr|de|net|org|es|it|ch|be|uk|co)$/.test(view.word(t))) break;
      value += `.${view.word(t)}`;
      spelt ||= gap !== ".";
      dotted = true;
      t += 1;
    } else if (gap === "-") {
      value += `-${view.word(t)}`;
      t += 1;
    } else if (
      !dotted &&
      gap === " " &&
      t + 1 < tokens.count &&
      joinEndingAt(view, t)?.sign === "-" &&
      tokens.start[t + 1]! - tokens.end[t]! === 1
    ) {
      value += `-${view.word(t + 1)}`;
      t += 2;
    } else if (provider && !dotted && gap === " " && /^(?:com|fr|de|es|it|net|org|ch|be)$/.test(view.word(t))) {
      value += `.${view.word(t)}`;
      spelt = true;
      dotted = true;
      t += 1;
    } else break;
  }
  const end = tokens.end[t - 1]!;
  if (!dotted) {
    return provider && surely.has(provider)
      ? { value: providers[provider]!, provider, spelt: false, undotted: true, end, to: t }
      : undefined;
  }
  const parsed = parse(value, { validateHostname: false });
  return parsed.isIcann && parsed.domain ? { value, provider, spelt, end, to: t } : undefined;
}

/** The name of a sign that ends at a word, `tiret du bas`, and how many words it has. */
function joinEndingAt(view: TextView, token: number): { sign: string; words: number } | undefined {
  const list = joinsByLastWord.get(view.word(token));
  const found = list?.find(([words]) =>
    words.every((word, i) => token - words.length + 1 + i >= 0 && view.word(token - words.length + 1 + i) === word),
  );
  return found && { sign: found[1], words: found[0].length };
}

/** A mailbox name that ends at a word, its dots and hyphens as signs or words; letters set apart are joined. */
function nameBefore(view: TextView, last: number): { value: string; start: number } | undefined {
  const { plain, tokens } = view;
  let t = last;
  let value = view.word(t);
  if (value.length > 40) return undefined;
  for (let steps = 0; t > 0 && steps < 12; steps++) {
    const gap = plain.slice(tokens.end[t - 1]!, tokens.start[t]!);
    const before = view.word(t - 1);
    const join = dots.at(view, t - 1) !== 0 ? { sign: ".", words: 1 } : joinEndingAt(view, t - 1);
    const named = t - 1 - (join?.words ?? 0);
    if (join && gap.length <= 3 && named >= 0 && tokens.start[named + 1]! - tokens.end[named]! <= 3) {
      value = view.word(named) + join.sign + value;
      t = named;
    } else if (/^ ?[._+-] ?$/.test(gap) && gap.trim().length === 1 && !/^\. /.test(gap)) {
      value = before + gap.trim() + value;
      t -= 1;
    } else if (gap === " " && value.length < 40 && before.length === 1 && tokens.end[t]! - tokens.start[t]! === 1) {
      value = before + value;
      t -= 1;
    } else break;
  }
  return value.length >= 2 && /[a-z]/.test(value) ? { value, start: tokens.start[t]! } : undefined;
}
