/** Pictures that stood in another's ad before, whole or in part. Finding them is the server's; this weighs what it found. */
import type { Evidence, HistoryValues } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";

type Reused = HistoryValues["reused_pictures"][number];

/** A picture that so many accounts use is a shop's or a maker's, not one seller's own photo. */
const stockFrom = 5;
const dayMs = 86_400_000;

const kinds = {
  other_account: "The picture stood in another account's ad before",
  own_repost: "The seller's own picture, from another of their ads",
  stock_picture: `The same picture is used by ${stockFrom} accounts or more: a shop's or a maker's picture`,
};

export const imageReused = defineDetector({
  id: "image_reused",
  version: 1,
  title: "Reused picture",
  summary:
    "Finds pictures that another account used before, also cropped, mirrored, turned, framed, written over or as a part of a collage.",
  subjects: ["listing", "account"],
  history: ["reused_pictures"],
  measurements: ["picture_hashes"],
  cost: "slow",
  kinds,
  values: {
    kind: { type: "string", title: "Whose it was: other_account, own_repost or stock_picture" },
    similarity: {
      type: "double",
      title: "Share of what both pictures show that looks alike, 0 to 1, of the clearest match",
    },
    accounts: { type: "double", title: "Other accounts that used it before" },
    days: { type: "double", title: "Days since another account used it first" },
  },
  detect({ subject, at, history: { reused_pictures: reused }, measurements: { picture_hashes: hashes = [] } }) {
    const own = reused.filter(({ account }) => account === subject.owner);
    const others = reused.filter(({ account }) => account !== subject.owner);
    const byPicture = Map.groupBy(others, ({ picture }) => picture);
    const isStock = ({ picture }: Reused) =>
      new Set(byPicture.get(picture)?.map(({ account }) => account)).size >= stockFrom;
    // Who used it before everybody else is no thief, however many copied it since.
    const ownFirst = (picture: number) =>
      Math.min(...own.filter((match) => match.picture === picture).map((match) => Date.parse(match.at)));
    const before = others.filter((match) => Date.parse(match.at) < ownFirst(match.picture));
    const accounts = new Set(before.map(({ account }) => account)).size;
    const taken = before.filter((match) => !isStock(match));
    const stock = others.filter(isStock);
    // What says most comes first; the rest is shown below it.
    const [kind, matches] =
      taken.length > 0
        ? (["other_account", taken] as const)
        : stock.length > 0
          ? (["stock_picture", stock] as const)
          : (["own_repost", own] as const);
    const [clearest] = matches.toSorted((a, b) => b.similarity - a.similarity);
    if (!clearest) {
      const failed = hashes.findIndex((hash) => hash.state === "failed");
      const result = hashes[failed];
      return result?.state === "failed" ? unknown(`picture ${failed + 1}: ${result.reason}`) : clear();
    }
    const score = sameAt(clearest);
    const first = Math.min(...matches.map((match) => Date.parse(match.at)));
    const found = {
      scores: { [kind]: score },
      values: {
        kind,
        similarity: clearest.similarity,
        accounts,
        days: Math.max(0, Math.round((at - first) / dayMs)),
      },
      evidence: evidenceOf(matches, kind),
    };
    // A seller may post their own photo again, and everybody may show the maker's: said, and not held against anyone.
    return kind === "other_account"
      ? { state: "found", score, ...found }
      : { ...clear(kind === "stock_picture" ? 0.2 : 0.05), ...found };
  },
});

/** One for each other subject, with all pictures that the two share; ten at most. */
function evidenceOf(matches: readonly Reused[], kind: keyof typeof kinds): Evidence[] {
  const bySubject = Map.groupBy(matches, ({ subject }) => `${subject.kind} ${subject.id}`);
  return [...bySubject.values()].slice(0, 10).map((shared): Evidence => {
    const [first] = shared as [Reused, ...Reused[]];
    return {
      type: "subject",
      subject: first.subject,
      similarity: Math.max(...shared.map(({ similarity }) => similarity)),
      shared: shared.map(({ picture }) => `pictures[${picture}]`),
      kind,
      account: first.account,
      at: first.at,
      pictures: shared.map(({ picture, box, how, content, other_picture, other_box }) => ({
        picture,
        box,
        how,
        other_content: content,
        other_picture,
        other_box,
      })),
    };
  });
}

/**
 * Chance that two pictures are of one photo, by how much of what both show looks alike. Matches below 0.55 are not handed over; of those
 * that are, `docs/measured/pictures.md` has how many were wrong.
 */
function sameAt({ similarity, how }: Reused): number {
  const sure = how === "part" ? 0.98 : 0.995;
  return Math.round((sure - 0.35 * Math.max(0, 0.8 - similarity)) * 1000) / 1000;
}
