/** The same ad again. Candidates come from the history (`similar_listings`); how alike the texts are is `market/alike.ts`. */
import { type Evidence, type HistoryValues, type Price, priceSchema, type Subject } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { alike, type Likeness } from "../market/alike.ts";
import { printOf } from "../market/print.ts";

type Candidate = HistoryValues["similar_listings"][number];

/** Found at this chance that the ad is one that is there already. */
const threshold = 0.5;
/** So much of the wording in common is no coincidence, if it is long enough to say anything. */
const nearWording = 0.75;
/** Shorter texts than this are alike by chance: "iPhone 12, good condition" is written every day. */
const tellingWords = 8;
const shownText = 400;

const kinds = {
  exact: "The same text",
  near: "Nearly the same text",
  reworded: "The same thing in other words, by the same seller at the same price",
  similar_item: "An ad of the same kind that names another size, colour, model or number: not the same thing",
} as const;

interface Verdict {
  candidate: Candidate;
  kind: keyof typeof kinds;
  chance: number;
  similarity: number;
  shared: string[];
}

export const listingDuplicate = defineDetector({
  id: "listing_duplicate",
  version: 2,
  title: "The same ad again",
  summary:
    "Compares an ad with those that share words in order, its title or a picture: the same ad again, by the same seller or by another, and which came first.",
  subjects: ["listing"],
  history: ["similar_listings", "previous_revision", "account_profile"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    original: { type: "string", title: "Id of the ad that came first" },
    same_seller: { type: "bool", title: "Every ad that it repeats is by the same seller" },
    copies: { type: "double", title: "How many ads it repeats, at most 8" },
    similarity: { type: "double", title: "Share of the wording that it has in common with the most alike, 0 to 1" },
    of_refused: { type: "bool", title: "It repeats an ad that was refused" },
  },
  detect({ subject, history }) {
    const { similar_listings: candidates, previous_revision: previous, account_profile: profile } = history;
    const trader = profile.capacity === "trader" || subject.data.capacity === "trader";
    const verdicts = candidates
      .map((candidate) => compare(subject, candidate, trader))
      .filter((verdict): verdict is Verdict => verdict !== undefined)
      .sort((a, b) => b.chance - a.chance || b.candidate.age_days - a.candidate.age_days);
    if (verdicts.length === 0) return clear();
    const repeated = verdicts.filter(({ chance }) => chance >= threshold);
    const scores: Record<string, number> = {};
    for (const { kind, chance } of verdicts) scores[kind] = Math.max(scores[kind] ?? 0, chance);
    const score = kindsOfRepeat.reduce((most, kind) => Math.max(most, scores[kind] ?? 0), 0);
    // An edit that leaves the text as it was repeats nothing: it was judged when it was new.
    if (repeated.length === 0 || (previous && unchanged(previous.data, subject))) {
      return clear(repeated.length === 0 ? score : 0, { evidence: verdicts.slice(0, 3).map(evidenceOf) });
    }
    const original = repeated.reduce((oldest, one) =>
      one.candidate.age_days > oldest.candidate.age_days ? one : oldest,
    );
    return {
      state: "found",
      score,
      scores,
      values: {
        original: original.candidate.id,
        same_seller: repeated.every(({ candidate }) => candidate.seller === subject.owner),
        copies: repeated.length,
        similarity: repeated[0]!.similarity,
        of_refused: repeated.some(({ candidate }) => candidate.outcome === "refuse"),
      },
      evidence: [original, ...repeated.filter((one) => one !== original)]
        .slice(0, 5)
        .map((verdict) => evidenceOf(verdict, verdict === original)),
    };
  },
});

const kindsOfRepeat = ["exact", "near", "reworded"] as const;

function compare(subject: Subject, candidate: Candidate, trader: boolean): Verdict | undefined {
  const own = printOf(subject);
  const text = { title: own.title, description: own.text.slice(0, shownText) };
  const like = alike(text, { title: candidate.title, description: candidate.text });
  const exact = own.digest === candidate.digest && like.words > 0;
  const similarity = exact ? 1 : like.wording;
  const sameSeller = candidate.seller === subject.owner;
  const samePictures = own.pictures.some((picture) => candidate.pictures.includes(picture));
  const otherPictures = !samePictures && own.pictures.length > 0 && candidate.pictures.length > 0;
  const price = priceRatio(subject.data.price, candidate);
  const found = (kind: Verdict["kind"], chance: number): Verdict => ({
    candidate,
    kind,
    chance,
    similarity,
    shared: sharedOf(own.title, candidate, { exact, like, samePictures, sameSeller, price }),
  });
  const marksApart = otherMarks(own.marks, candidate.marks);
  // A frame of words that is filled in anew for each flat or car: another price, and another title, other numbers, or a difference
  // that lies beyond what is kept of the text.
  const cut = Math.min(own.text.length, candidate.text.length) >= shownText;
  const otherPrice = !exact && !samePictures && price !== undefined;
  const template = otherPrice && ((price > 1.005 && like.title < 0.5) || (price > 1.05 && (like.otherNumbers || cut)));
  const variant =
    marksApart || template || (!exact && like.apart.length > 0 && titlesDiffer(own.title, candidate.title));

  // A seller who lists ten of a kind names what tells them apart, or at least photographs each.
  if (sameSeller) {
    // An ad that has ended and is put up again is a renewal.
    if (candidate.ended) return undefined;
    if (variant) return similarity >= nearWording ? found("similar_item", 0.2) : undefined;
    if (exact) return found("exact", otherPictures ? (trader ? 0.2 : 0.6) : like.words < 3 ? 0.6 : 0.95);
    if (similarity >= nearWording) return found("near", otherPictures ? (trader ? 0.15 : 0.45) : 0.85);
    const reworded = like.thing >= 0.75 && (samePictures || (price !== undefined && price < 1.02 && !otherPictures));
    return reworded ? found("reworded", samePictures ? 0.75 : 0.4) : undefined;
  }
  // Others' words: what is short is written by many.
  const telling = like.words >= 3 * tellingWords ? 1 : like.words >= tellingWords ? 0.75 : samePictures ? 0.75 : 0.25;
  // Two shops may both use the maker's description of one product.
  const catalogue = sameGtin(own.marks, candidate.marks) && !samePictures ? 0.5 : 1;
  if (marksApart && !samePictures) return similarity >= nearWording ? found("similar_item", 0.2) : undefined;
  if (exact) return found("exact", 0.97 * telling * catalogue);
  if (similarity >= nearWording && variant) return found("similar_item", 0.3 * telling);
  if (similarity >= nearWording) {
    // Nearly the same words: the nearer, the less by chance.
    const nearness = Math.min(1, 0.6 + (similarity - nearWording) / 0.3);
    return found("near", (samePictures ? 0.95 : 0.9 * nearness) * telling * catalogue);
  }
  if (samePictures && like.thing >= 0.6) return found("reworded", 0.7);
  return undefined;
}

function unchanged(before: Readonly<Record<string, unknown>>, subject: Subject): boolean {
  return ["title", "description"].every((field) => (before[field] ?? "") === (subject.data[field] ?? ""));
}

const titlesDiffer = (a: string, b: string) => a.trim().toLowerCase() !== b.trim().toLowerCase();

/** One names a size, a colour, a serial number … and the other another. */
function otherMarks(a: string, b: string): boolean {
  const left = marksOf(a);
  return [...marksOf(b)].some(([name, value]) => left.has(name) && left.get(name) !== value);
}

function sameGtin(a: string, b: string): boolean {
  const gtin = marksOf(a).get("gtin");
  return gtin !== undefined && gtin === marksOf(b).get("gtin");
}

function marksOf(marks: string): Map<string, string> {
  return new Map(
    marks
      .split("; ")
      .flatMap((mark) =>
        mark.includes("=") ? [[mark.slice(0, mark.indexOf("=")), mark.slice(mark.indexOf("=") + 1)] as const] : [],
      ),
  );
}

/** The dearer over the cheaper, 1 and more; undefined where one has no price or the currencies differ. */
function priceRatio(given: unknown, { amount, currency }: Candidate): number | undefined {
  const price = priceSchema.safeParse(given);
  if (!price.success || !amount || !price.data.amount || ((price.data as Price).currency ?? "") !== currency)
    return undefined;
  return Math.max(price.data.amount / amount, amount / price.data.amount);
}

function sharedOf(
  title: string,
  candidate: Candidate,
  {
    exact,
    like,
    samePictures,
    sameSeller,
    price,
  }: { exact: boolean; like: Likeness; samePictures: boolean; sameSeller: boolean; price: number | undefined },
): string[] {
  return [
    ...(titlesDiffer(title, candidate.title) ? [] : ["title"]),
    ...(exact || like.wording >= nearWording ? ["description"] : []),
    ...(price === 1 ? ["price"] : []),
    ...(samePictures ? ["pictures"] : []),
    ...(sameSeller ? ["seller"] : []),
  ];
}

function evidenceOf({ candidate, similarity, shared }: Verdict, original?: boolean | number): Evidence {
  return {
    type: "subject",
    subject: { kind: "listing", id: candidate.id },
    similarity: Math.round(similarity * 1000) / 1000,
    shared,
    label: candidate.title || candidate.id,
    ...(original === true && { original }),
  };
}
