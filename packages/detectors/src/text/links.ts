/** Web addresses, plain (`https://…`, `example.com/x`) or with the dot spelt out (`example dot com`). */
import { parse } from "tldts";
import { marksTogether, wordsTogether } from "./beginnings.ts";
import type { TextView } from "./view.ts";
import { WordTable } from "./words.ts";

export interface Link {
  /** Place in `plain`. */
  start: number;
  end: number;
  /** Host in plain form, without `www.` and port. */
  host: string;
  /** The address as it would be typed, scheme added if there was none. */
  url: string;
  /** Probability that it is an address and not a missing space after a full stop. */
  score: number;
  disguised: boolean;
}

/** Endings that are also words, so that `the box.it works` is a missing space; they need a scheme, a path or `www`. */
const wordEndings = new Set(
  "it in is at to me no so be do my us as am an by de la es se si ma mi ai al pm pa tv st ad ac la na ne nu re sa su ms il ga tk fm gs im io id ie info".split(
    " ",
  ),
);
/** Short hosts under such endings that everybody means as addresses. */
const knownHosts = new Set(
  "t.me wa.me goo.gl bit.ly redd.it youtu.be amzn.to fb.me m.me ow.ly is.gd cutt.ly linktr.ee line.me kik.me discord.gg instagr.am ebay.us lnkd.in".split(
    " ",
  ),
);
/** Endings that are taken without more. Others must be known to the public suffix list. */
const maxLinks = 200;
const maxHost = 253;
/** Places looked at, however many full stops a text has. */
const maxLooks = 600;

/** All links of a view, in order, not overlapping. Linear. Mail addresses are not links. */
export function linksIn(view: TextView): Link[] {
  const { plain } = view;
  const links: Link[] = [];
  let last = 0;
  let looks = 0;
  for (let dot = plain.indexOf("."); dot >= 0 && links.length < maxLinks; dot = plain.indexOf(".", dot + 1)) {
    if (dot < last || !isHostCode(plain.charCodeAt(dot - 1)) || !isHostCode(plain.charCodeAt(dot + 1))) continue;
    looks += 1;
    if (looks > maxLooks) break;
    const link = linkAt(view, dot, last);
    if (!link) continue;
    links.push(link);
    last = link.end;
  }
  for (const link of spelt(view)) {
    if (!links.some((other) => other.start < link.end && link.start < other.end)) links.push(link);
  }
  for (const link of localLinks(view)) {
    if (!links.some((other) => other.start < link.end && link.start < other.end)) links.push(link);
  }
  return links.sort((a, b) => a.start - b.start);
}

/** Letters, digits, hyphen, and letters beyond ASCII. */
function isHostCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || (code >= 0xc0 && code < 0xd800);
}

function linkAt(view: TextView, dot: number, from: number): Link | undefined {
  const { plain } = view;
  let start = dot;
  while (start > from && dot - start < 64 && (isHostCode(plain.charCodeAt(start - 1)) || plain[start - 1] === "."))
    start -= 1;
  let end = dot + 1;
  while (end < plain.length && end - start < maxHost && (isHostCode(plain.charCodeAt(end)) || plain[end] === "."))
    end += 1;
  while (plain[end - 1] === "." || plain[end - 1] === "-") end -= 1;
  while (plain[start] === "." || plain[start] === "-") start += 1;
  if (plain[end] === "@") return undefined;
  // `user.name@host` when the dot is in the name: the next sign that cannot stand in a name decides.
  if (/^[\w.+-]{0,64}@/.test(plain.slice(end, end + 66))) return undefined;
  const scheme = /(?:https?|hxxps?|ftp):\/\/(?:[^\s/@]{1,60}@)?$/.exec(plain.slice(Math.max(0, start - 80), start));
  if (!scheme && plain[start - 1] === "@") return undefined;
  const host = plain.slice(start, end);
  if (host.includes("..")) return undefined;
  const parsed = parse(host, { allowPrivateDomains: false });
  const isIp = parsed.isIp === true;
  if (!scheme && isIp) return undefined;
  if (!isIp && (!parsed.isIcann || !parsed.domain))
    return scheme ? withPath(view, start, end, host, scheme[0]!.length, 0.9) : undefined;
  if (/^\d+$/.test(parsed.domainWithoutSuffix ?? "x") && !scheme && !host.startsWith("www.")) return undefined;
  let score = 0.95;
  if (!scheme && !host.startsWith("www.") && plain[end] !== "/") {
    score = plausibleBare(view, start, end, host, parsed.publicSuffix ?? "");
    if (score < 0.3) return undefined;
  }
  return withPath(view, start, end, host, scheme?.[0].length ?? 0, score);
}

/** Probability that a host without scheme and path is one: against it speak a word as ending, a capital after the dot, one-letter names. */
function plausibleBare(view: TextView, start: number, end: number, host: string, suffix: string): number {
  if (knownHosts.has(host)) return 0.95;
  const place = view.toOriginal(start, end);
  const original = view.original.slice(place.start, place.end);
  const labels = host.split(".");
  const name = labels.at(-2 - (suffix.split(".").length - 1)) ?? "";
  if (name.length < 2) return 0.1;
  if (/^[a-zà-ÿ-]+\.[A-Z][a-z]+$/.test(original)) return 0.1;
  if (wordEndings.has(suffix)) return /\d|-/.test(name) || labels.length > 2 ? 0.4 : 0.2;
  if (/^(?:com|net|org|fr|de|eu|uk|co\.uk|ch|biz|shop|store|site|online|xyz|club|app|dev|top|ru|cn)$/.test(suffix))
    return 0.93;
  // `great.condition`, `call.now`: the newer endings are words; a listing is more often a missing space.
  return suffix.length > 3 ? 0.2 : 0.6;
}

function withPath(view: TextView, start: number, end: number, host: string, scheme: number, score: number): Link {
  const { plain } = view;
  let stop = end;
  const rest = /^(?::\d{1,5})?(?:[/?#][^\s<>"'`{}|\\^]{0,2000})?/.exec(plain.slice(end, end + 2100));
  stop += rest?.[0].length ?? 0;
  while (stop > end && /[.,;:!?)\]*]/.test(plain[stop - 1]!)) stop -= 1;
  const from = start - scheme;
  const typed = plain.slice(from, stop);
  const place = view.toOriginal(start, end);
  // The path keeps its case; the scheme and host are read in plain form.
  const path = view.original.slice(place.end, view.toOriginal(from, stop).end);
  return {
    start: from,
    end: stop,
    host: host.replace(/^www\./, ""),
    url: `${scheme > 0 ? typed.slice(0, scheme).replace("hxxp", "http") : "https://"}${host}${path}`,
    score,
    disguised: view.original.slice(place.start, place.end).toLowerCase() !== host || typed.startsWith("hxxp"),
  };
}

const dotWords = new WordTable(
  "dot point punkt punto ponto dotcom pointcom".split(" ").map((word) => [word, 1] as const),
);
const speltEndings = new WordTable(
  "com net org fr de es it eu uk ch be nl info biz io co me shop store online xyz ru"
    .split(" ")
    .map((word) => [word, 1] as const),
);

const dotBit = wordsTogether(["dot", "point", "punkt", "punto", "ponto", "dotcom", "pointcom", "com", "net", "org"]);

/** Endings that are words of the language that calls the dot so, and what may not stand around them: "un punto es que". */
const languageEnding: Readonly<Record<string, string>> = {
  punkt: "de",
  punto: "es it",
  dot: "de it es me be co",
  point: "be it es",
};
const plainWords = new Set(
  "el un il al del este ese cierto certo que mi primer ultimo unico otro punto otto questo quel ogni alcun nessun the one this that sore good bullet talking selling starting match a en y e o au bon ce mise".split(
    " ",
  ),
);

/** Whether an ending that is said is rather a word: French "point de", Spanish "el punto es". */
function wordAsEnding(view: TextView, ending: number, first: number, label: string): boolean {
  const word = view.word(ending);
  if (!/^(?:de|it|es|me|be|co|is|in|no)$/.test(word)) return false;
  const said = languageEnding[view.word(ending - 1)];
  if (!said?.split(" ").includes(word)) return true;
  if (/[.-]/.test(label)) return false;
  const { plain, tokens } = view;
  // A name, and then nothing that goes on with the sentence.
  if (
    plainWords.has(label) ||
    (first > 0 && /^(?:el|un|il|the|this|that|one|au|le|la|mi|su|tu)$/.test(view.word(first - 1)))
  )
    return true;
  return (
    label.length < 5 || !/^(?:$|[\s]*[\n,;.!?)/]|\s*$)/.test(plain.slice(tokens.end[ending]!, tokens.end[ending]! + 4))
  );
}

/** `mysite dot com`, `mysite (dot) com`, `mysite point fr`, `mysite . com`. */
function spelt(view: TextView): Link[] {
  const { plain, tokens } = view;
  const links: Link[] = [];
  // A dot that stands apart or in brackets comes before "com", "net" or "org" alone: dot words and those are looked for.
  const marks = marksTogether(view);
  if ((marks.any & dotBit) === 0) return links;
  for (let t = 1; t < tokens.count && links.length < maxLinks; t++) {
    if (((marks.at[t - 1]! | marks.at[t]!) & dotBit) === 0 || speltEndings.at(view, t) === 0) continue;
    const gap = plain.slice(tokens.end[t - 1]!, tokens.start[t]!);
    const byWord = dotWords.at(view, t - 1) !== 0 && t > 1;
    const bySign =
      !byWord && /^(?: ?[[({] ?\. ?[\])}] ?| \. ?|\. {1,2})$/.test(gap) && /^(?:com|net|org)$/.test(view.word(t));
    if (!byWord && !bySign) continue;
    const name = byWord ? t - 2 : t - 1;
    if (byWord && plain.slice(tokens.end[name]!, tokens.start[t - 1]!).length > 3) continue;
    let first = name;
    // `shop punto example punto es`, `shop dot co dot uk`
    while (
      byWord &&
      first > 1 &&
      dotWords.at(view, first - 1) !== 0 &&
      t - first < 6 &&
      tokens.start[first]! - tokens.end[first - 2]! < 12
    )
      first -= 2;
    while (first > 0 && /^[-.]$/.test(plain.slice(tokens.end[first - 1]!, tokens.start[first]!)) && t - first < 6)
      first -= 1;
    const start = tokens.start[first]!;
    const label = plain.slice(start, tokens.end[name]!).replace(/ (?:dot|point|punkt|punto|ponto) /g, ".");
    if (label.length < 3 || (byWord && wordAsEnding(view, t, first, label))) continue;
    // A full stop and `com` after an ordinary word is no address.
    if (bySign && gap.startsWith(".") && !/[\d-]/.test(label)) continue;
    if (first > 0 && /[@]$/.test(plain.slice(0, start))) continue;
    const host = `${label}.${view.word(t)}`;
    links.push({ start, end: tokens.end[t]!, host, url: `https://${host}`, score: 0.8, disguised: true });
  }
  return links;
}

/** `http://localhost`, `http://host/path`, `http://[::1]`, `http://2130706433`: a scheme makes a link of anything. */
function localLinks(view: TextView): Link[] {
  const { plain } = view;
  const links: Link[] = [];
  for (let at = plain.indexOf("://"); at >= 0 && links.length < maxLinks; at = plain.indexOf("://", at + 3)) {
    const scheme = /(?:https?|hxxps?|ftp)$/.exec(plain.slice(Math.max(0, at - 5), at));
    const rest =
      /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9-]{1,63})(?::\d{1,5})?(?=[/?#\s]|$)(?:[/?#][^\s<>"'`{}|\\^]{0,2000})?/.exec(
        plain.slice(at + 3, at + 2100),
      );
    if (!scheme || !rest) continue;
    const start = at - scheme[0].length;
    const end = at + 3 + rest[0].length;
    links.push({ start, end, host: rest[1]!, url: plain.slice(start, end), score: 0.9, disguised: false });
  }
  return links;
}
