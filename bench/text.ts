/**
 * `node bench/text.ts [--data DIR]`: what the text detectors cost on the Craigslist ads, beside obscenity and libphonenumber-js used
 * naively on the same ads (A-B-A-B, five rounds or more, ratio with minimum and maximum), and what hostile texts and long lists cost.
 * Totals are CPU time of the thread; an ad's time is the least of several passes. What other processes took counts in neither, but what they
 * push out of the processor's caches does. Writes `docs/measured/text-speed.md`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Detector, type DetectorInput, detectors, runDetector } from "@assay/detectors";
import { ListBook } from "../packages/detectors/src/lists/index.ts";
import { compilePhrases, type PhraseMatcher, viewOf } from "../packages/detectors/src/text/index.ts";
import { ours as oursSame, peers as peersSame, qualityOf } from "./text_same_tasks.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { data: { type: "string" } } });
const folder = values.data ? resolve(values.data) : resolve(root, "../shared/data");
const file = resolve(folder, "craigslist_listings/tune/data.jsonl");
if (!existsSync(file)) {
  console.error(`${file} is not there; nothing to measure on`);
  process.exit(2);
}

interface Ad {
  id: string;
  title: string;
  text: string;
}
type Work = (ad: Ad) => void;
const everyAd = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Ad);
const ads = everyAd.slice(0, 2000);
const bytes = ads.reduce((sum, ad) => sum + Buffer.byteLength(ad.text), 0);
const readsText = detectors.filter(({ id }) => id.startsWith("text_") || id === "review_authenticity");

function inputOf(kind: "listing" | "message", data: Record<string, unknown>): DetectorInput {
  return {
    subject: { kind, id: "s", owner: "a", data: { id: "s", [kind === "listing" ? "seller" : "from"]: "a", ...data } },
    eventType: `${kind}.created`,
    at: Date.UTC(2026, 10, 21),
    history: {
      account_profile: { known: false, age_days: 0, listings_total: 0, refusals_90d: 0 },
      approved_revision: null,
      previous_revision: null,
      conversation_before: [],
      comparable_prices: [],
      similar_listings: [],
      category_words: [],
      seller_batch: { habit: { days: 0, most: 0, mean: 0 }, peers: { sellers: 0, p50: 0, p95: 0, p99: 0 }, ads: [] },
      linked_batch: [],
      known_pictures: [],
      reused_pictures: [],
      seller_window: { listings_24h: 0, listings_1h: 0 },
      sender_window: { messages_24h: 0, recipients_24h: 0, messages_1h: 0 },
      account_trail: { points: [] },
      seller_volume: { listings_90d: 0, weeks_active: 0, new_90d: 0, same_item_90d: 0 },
      review_past: { orders_known: false, bought: 0, sold: 0, reviewed_back: [], recent: [] },
      sender_trail: [],
      account_links: [],
    },
    measurements: {},
  };
}

/** All text detectors on one subject; a detector that fails is a mistake of the measurement. */
function look(input: DetectorInput, chosen: readonly Detector[]): void {
  for (const detector of chosen) {
    if (!detector.subjects.includes(input.subject.kind)) continue;
    runDetector(detector, input, (error) => {
      throw error;
    });
  }
}

const microseconds = () => Number(process.hrtime.bigint()) / 1000;

function time(work: () => void): number {
  const start = microseconds();
  work();
  return microseconds() - start;
}

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;

/** Least of several passes for each ad, in µs, sorted. */
function perAd(work: (ad: Ad) => void, passes: number): number[] {
  const least = new Float64Array(ads.length).fill(Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < passes; pass++) {
    for (const [i, ad] of ads.entries())
      least[i] = Math.min(
        least[i]!,
        time(() => work(ad)),
      );
  }
  return [...least].sort((a, b) => a - b);
}

/** CPU time of this thread for all ads, in µs: the least of several passes. */
function cpu(work: (ad: Ad) => void, passes = 2): number {
  let least = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass++) {
    const before = process.threadCpuUsage();
    for (const ad of ads) work(ad);
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const ours = (ad: Ad) => look(inputOf("listing", { title: ad.title, description: ad.text }), readsText);
const whole = readsText.filter(({ id }) => id === "text_abuse" || id === "text_contact_details");
const oursWhole = (ad: Ad) => look(inputOf("listing", { description: ad.text }), whole);
const peer = (ad: Ad) => void peersSame(ad.text, "US");

const lines: string[] = [];
const say = (line = "") => {
  lines.push(line);
  console.log(line);
};
const round = (value: number, digits = 1) => value.toFixed(digits);

// 1. Ours and the peer, in turns.
const rounds: { same: number; whole: number; peer: number }[] = [];
perAd(ours, 2);
for (let i = 0; i < 6; i++) {
  const same = cpu((ad) => void oursSame(ad.text, "US"));
  const peerTotal = cpu(peer);
  const wholeTotal = cpu(oursWhole);
  // The first round is for warming up.
  if (i > 0) rounds.push({ same, whole: wholeTotal, peer: peerTotal });
}
const megabytes = (total: number) => bytes / total;
const best = (of: (round: (typeof rounds)[number]) => number) => Math.min(...rounds.map(of));
const ratioOf = (of: (round: (typeof rounds)[number]) => number) => {
  const sorted = rounds.map((r) => r.peer / of(r)).sort((a, b) => a - b);
  return `${round(quantile(sorted, 0.5))} (${round(sorted[0]!)} – ${round(sorted.at(-1)!)})`;
};
const spread = Math.max(...rounds.map((r) => r.peer)) / best((r) => r.peer) - 1;
const all = perAd(ours, 7);

say(`# Speed of the text detectors`);
say();
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8", cwd: root }).trim();
say(
  `Written by \`node bench/text.ts\` on ${new Date().toISOString().slice(0, 10)} at commit \`${commit}\`, Node ${process.version}, ${ads.length} Craigslist ads, ${Math.round(bytes / ads.length)} bytes each on average. Ratios mean something, absolute times only on a quiet machine.`,
);
say();
say("| what | figure |");
say("| --- | ---: |");
say(`| all ${readsText.length} text detectors, an ad, median | ${round(quantile(all, 0.5))} µs |`);
say(`| the same, 99th percentile | ${round(quantile(all, 0.99))} µs |`);
say();
const [oursQuality, peersQuality] = [oursSame, peersSame].map((find) => qualityOf(find, everyAd, root)) as [
  ReturnType<typeof qualityOf>,
  ReturnType<typeof qualityOf>,
];
const percent = (share: number) => `${round(100 * share, 2)} %`;
say(
  "| the same ads, the same run | MB/s | times the peers, median of rounds (least – most) | disguised numbers found | ads without a number hit |",
);
say("| --- | ---: | ---: | ---: | ---: |");
say(
  `| numbers and words of abuse, by libphonenumber-js and obscenity | ${round(megabytes(best((r) => r.peer)), 2)} | 1 | ${round(peersQuality.recall, 3)} | ${percent(peersQuality.falseRate)} |`,
);
say(
  `| the same tasks, by the number recogniser and the phrases of our detectors, normalisation included | ${round(megabytes(best((r) => r.same)), 2)} | ${ratioOf((r) => r.same)} | ${round(oursQuality.recall, 3)} | ${percent(oursQuality.falseRate)} |`,
);
say(
  `| text_contact_details and text_abuse whole: every kind of contact, five languages, the model | ${round(megabytes(best((r) => r.whole)), 2)} | ${ratioOf((r) => r.whole)} | | |`,
);
say();
say(
  `Disguised numbers: the ${oursQuality.disguised} of \`evals/texts/disguised_contacts.jsonl\` that stand in one text. Ads without a number: the ${oursQuality.honest} in which nobody read one. CPU time of one thread.`,
);
if (spread > 0.3) {
  say();
  say(`The peers themselves spread by ${Math.round(spread * 100)} %: judge again on a quieter machine.`);
}

// 2. Each detector alone, views made anew for the first.
say();
say("| detector | µs an ad, median, its own share |");
say("| --- | ---: |");
const alone = new Map(readsText.map(({ id }) => [id, new Float64Array(ads.length).fill(Number.POSITIVE_INFINITY)]));
for (let pass = 0; pass < 5; pass++) {
  for (const [i, ad] of ads.entries()) {
    const input = inputOf("listing", { title: ad.title, description: ad.text });
    for (const detector of readsText) {
      if (!detector.subjects.includes("listing")) continue;
      const least = alone.get(detector.id)!;
      least[i] = Math.min(
        least[i]!,
        time(() => runDetector(detector, input)),
      );
    }
  }
}
for (const [id, least] of alone) {
  const sorted = [...least].filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length > 0) say(`| ${id} | ${round(quantile(sorted, 0.5))} |`);
}
say();
say("The first of them pays for the normalisation that all share.");

// 3. Hostile texts, the worst of all text detectors together.
const fill = (piece: string, size = 200_000) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const hostile: Record<string, string> = {
  "200 kB of digits": fill("0123456789"),
  "200 kB of digits, spaced": fill("0 1 2 3 4 5 6 7 8 9 "),
  "near telephones": fill("06 12 34 56 7 "),
  "near American telephones": fill("415-555-01 "),
  "near cards": fill("4111 1111 1111 1112 "),
  "near mail addresses": fill("a.b-c@d "),
  "near links": fill("a.b.c."),
  "number words": fill("zéro six quatre vingt dix "),
  "letters set apart": fill("p a y p a l "),
  "letters held down": fill("aaaabbbb"),
  "one letter": fill("a"),
  "combining marks": `a${fill("\u0301")}`,
  emoji: fill("😀"),
  "near phrases": fill("send me your send me your "),
  "at signs": fill("@"),
  dots: fill("."),
  "one-letter hosts": fill("a.a "),
  streets: fill("12 rue des lilas "),
  leet: fill("p4yp4l "),
};
const blns = resolve(folder, "naughty_strings/raw/blns.json");
if (existsSync(blns)) {
  const strings = (JSON.parse(readFileSync(blns, "utf8")) as string[]).filter((text) => text !== "");
  for (const text of strings) hostile[`naughty: ${JSON.stringify(text).slice(0, 30)}`] = fill(`${text} `, 20_000);
}
say();
const worst = Object.entries(hostile)
  .map(([name, text]) => {
    // Fresh input for each of the passes: nothing remembered.
    const runs = Array.from({ length: name.startsWith("naughty") ? 1 : 3 }, () =>
      time(() => look(inputOf("message", { text }), readsText)),
    );
    return { name, ms: Math.min(...runs) / 1000 };
  })
  .sort((a, b) => b.ms - a.ms);
say(
  `Hostile texts (crafted ones of 200,000 characters, each naughty string repeated to 20,000; ${worst.length} in all), the slowest ten of all text detectors together:`,
);
say();
say("| text | ms |");
say("| --- | ---: |");
for (const { name, ms } of worst.slice(0, 10))
  say(`| ${name.replaceAll("|", "\\|").replaceAll("`", "'")} | ${round(ms)} |`);

// 4. Long lists of an operator's phrases.
const vocabulary = [...new Set(ads.flatMap((ad) => ad.text.toLowerCase().match(/[a-z]{3,}/g) ?? []))];
let seed = 7;
const random = (n: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % n;
};
const phrases = (n: number) =>
  Array.from({ length: n }, () =>
    Array.from({ length: 2 + random(2) }, () => vocabulary[random(vocabulary.length)]).join(" "),
  );
/** What a long list costs against a short one, in turns: the middle of five ratios, least and most. */
function grown(few: (ad: Ad) => void, many: (ad: Ad) => void): string {
  const sorted = Array.from({ length: 5 }, () => {
    const short = cpu(few, 3);
    return cpu(many, 3) / short;
  }).sort((a, b) => a - b);
  return `${round(sorted[2]!, 2)} times (${round(sorted[0]!, 2)} – ${round(sorted[4]!, 2)})`;
}
const [short, long] = [phrases(1000), phrases(100_000)];
const matchers = [short, long].map((list) => compilePhrases(list, { literal: true })) as [PhraseMatcher, PhraseMatcher];
const [few, many] = matchers.map((one) => (ad: Ad) => void one.find(viewOf("text", ad.text))) as [Work, Work];
say();
say(
  `An operator's list of 100,000 phrases of two or three words costs ${grown(few, many)} what 1,000 cost, normalisation included, on words that the ads themselves are made of.`,
);
// As the server serves them: in a book of lists, read by text_listed and by the look for what is allowed.
const textListed = readsText.filter(({ id }) => id === "text_listed");
const books = [short, long].map((list) => {
  const listed = new ListBook(list.map((value) => ({ list: "blocked_phrases", kind: "phrase", value })));
  return (ad: Ad) => look({ ...inputOf("listing", { title: ad.title, description: ad.text }), listed }, textListed);
}) as [Work, Work];
const everything = [short, long].map((list) => {
  const listed = new ListBook(list.map((value) => ({ list: "blocked_phrases", kind: "phrase", value })));
  return (ad: Ad) => look({ ...inputOf("listing", { title: ad.title, description: ad.text }), listed }, readsText);
}) as [Work, Work];
say();
say(
  `Through the book of lists, as the server serves it: text_listed with 100,000 phrases costs ${grown(...books)} what it costs with 1,000; all text detectors together ${grown(...everything)}.`,
);

mkdirSync(resolve(root, "docs/measured"), { recursive: true });
writeFileSync(resolve(root, "docs/measured/text-speed.md"), `${lines.join("\n")}\n`);
