/** Many ads at once, with the odd one among them. Volume alone is never found: who empties a cellar lists thirty things in an evening. */
import { type Evidence, type HistoryValues, type Price, priceSchema, type Subject } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { titleWords } from "../market/title_words.ts";

type Ad = HistoryValues["linked_batch"][number];

/** So many ads of a day are a batch, whatever the seller's habit. */
const smallest = 5;
/** A batch is a burst from this many times the seller's busiest day, or its peers' 99th percentile. */
const timesHabit = 2;
const threshold = 0.5;

export const listingBurst = defineDetector({
  id: "listing_burst",
  version: 2,
  title: "The odd one of many ads at once",
  summary:
    "Compares the day's ads of a seller and of accounts linked to it with its habit and its peers, and finds the one that differs from the rest in category, price, picture origin and words.",
  subjects: ["listing"],
  history: ["seller_batch", "linked_batch"],
  measurements: [],
  cost: "micro",
  kinds: {
    volume: "More ads in a day than this seller and its peers create",
    category: "Another category than the rest of the batch",
    price: "A price far from the rest of the batch",
    origin: "Its picture comes from another place than the rest's",
    words: "Its title shares no word with the rest, which share theirs",
  },
  values: {
    ads: {
      type: "double",
      title: "Ads of the last 24 hours, this one and those of linked accounts counted; at most 41",
    },
    limit: { type: "double", title: "How many would have been usual" },
    accounts: { type: "double", title: "How many accounts the batch is spread over" },
    burst: { type: "bool", title: "There are more than usual, odd or not" },
  },
  detect({ subject, eventType, history: { seller_batch: own, linked_batch: linked } }) {
    if (eventType !== "listing.created" && eventType !== "listing.updated") return clear();
    const others = [...own.ads, ...linked];
    const count = others.length + 1;
    const limit = usual(own);
    const burst = count > limit;
    const accounts = new Set([subject.owner, ...others.map(({ seller }) => seller)]).size;
    const values = { ads: count, limit, accounts, burst };
    // With a few neighbours nothing is odd.
    if (!burst || others.length < smallest - 1) return clear(0, { values });
    const odd = oddities(subject, others);
    const volume = Math.min(0.4, 0.2 * Math.log2(count / limit + 1));
    const left = Object.values(odd).reduce((rest, chance) => rest * (1 - chance), 1);
    const score = Object.keys(odd).length === 0 ? 0 : 1 - left * (1 - volume / 2);
    const window: Evidence = { type: "window", what: "listings", count, span_s: 86_400, limit };
    return {
      state: score >= threshold ? "found" : "clear",
      score,
      scores: { volume, ...odd },
      values,
      evidence: [window, ...others.slice(0, 4).map((ad) => neighbour(ad, subject))],
    };
  },
});

/** A trader's usual day is its busiest so far; a newcomer's is what nearly all sellers keep to. */
function usual({ habit, peers }: HistoryValues["seller_batch"]): number {
  const ofPeers = peers.sellers >= 20 ? Math.min(peers.p99, 20) : 0;
  return Math.max(smallest, timesHabit * habit.most, ofPeers);
}

/** In what it differs from the others of the batch, each with its chance of being no accident. */
function oddities(subject: Subject, others: readonly Ad[]): Record<string, number> {
  const odd: Record<string, number> = {};
  const { data } = subject;
  const category = text(data.category);
  const [common, share] = most(others.map((ad) => ad.category));
  if (category !== "" && common !== "" && share >= 0.8 && !others.some((ad) => ad.category === category)) {
    // The only one outside the one category that all the rest are in.
    odd.category = share === 1 ? 0.45 : 0.35;
  }

  const price = priceSchema.safeParse(data.price);
  const { amount = 0, currency = "" } = price.success ? (price.data as Price) : {};
  const amounts = others.flatMap((ad) => (ad.amount && ad.currency === currency ? [Math.log(ad.amount)] : []));
  if (amount > 1 && amounts.length >= smallest - 1) {
    const sorted = amounts.toSorted((a, b) => a - b);
    const centre = sorted[sorted.length >> 1]!;
    const spread = Math.max(
      0.35,
      1.4826 * sorted.map((one) => Math.abs(one - centre)).sort((a, b) => a - b)[sorted.length >> 1]!,
    );
    const z = Math.abs(Math.log(amount) - centre) / spread;
    // An expensive thing among cheap ones is what a flood hides; by the price alone it has to be far out.
    if (z > 3) odd.price = Math.min(0.6, 0.08 * z);
  }

  const origin = originOf(data.pictures);
  const [from, together] = most(others.map((ad) => ad.origin));
  if (origin !== "" && from !== "" && together >= 0.8 && !others.some((ad) => ad.origin === origin)) odd.origin = 0.3;

  const words = new Set(titleWords(text(data.title), text(data.brand)));
  const theirs = others.map((ad) => titleWords(ad.title, ""));
  const [, frame] = most(theirs.flat(), others.length);
  if (words.size > 0 && frame >= 0.6 && !theirs.some((all) => all.some((word) => words.has(word)))) odd.words = 0.25;
  return odd;
}

/** The most frequent value and its share. */
function most(values: readonly string[], of = values.length): [string, number] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best ? [best[0], best[1] / of] : ["", 0];
}

function originOf(pictures: unknown): string {
  const first = Array.isArray(pictures) ? (pictures[0] as { url?: unknown } | null | undefined) : undefined;
  return typeof first?.url === "string" && URL.canParse(first.url) ? new URL(first.url).host.slice(0, 100) : "";
}

function neighbour(ad: Ad, subject: Subject): Evidence {
  const shared = [
    ...(ad.category !== "" && ad.category === subject.data.category ? ["category"] : []),
    ...(ad.seller === subject.owner ? ["seller"] : []),
  ];
  return { type: "subject", subject: { kind: "listing", id: ad.id }, similarity: 0, shared, label: ad.title || ad.id };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
