/**
 * An approved ad turned into another. Always against the last approved revision, so that many small edits add up;
 * against the one before only where none was ever approved.
 */
import type { Evidence, Picture, Price, Subject } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { namingWords, plainTitle } from "../market/title_words.ts";
import { countriesOf } from "../text/countries.ts";
import { textsOf, viewOf } from "../text/index.ts";
import { newWays } from "./ways.ts";
import { sameWords } from "./wording.ts";

/** Found at this chance that the edit makes it another ad. */
const threshold = 0.5;

interface Change {
  /** Chance that an edit like this one is not an honest correction. */
  chance: number;
  evidence: Extract<Evidence, { type: "change" }>;
}

type State = Readonly<Record<string, unknown>>;

export const listingEdit = defineDetector({
  id: "listing_edit",
  version: 2,
  title: "Edited into another ad",
  summary:
    "Compares an edited ad with its last approved revision: another product, new contact or payment words, swapped pictures, a price that jumps.",
  subjects: ["listing"],
  history: ["approved_revision", "previous_revision", "account_profile"],
  measurements: [],
  cost: "micro",
  kinds: {
    item: "Title, brand or model name another product",
    contact: "A phone number, an address, a link or a messenger that was not there",
    payment: "A way of paying that was not there",
    pictures: "Pictures were replaced by others",
    price: "The price jumped",
    category: "The ad moved to another category",
    wording: "The text changed, the product did not",
  },
  values: {
    title_kept: { type: "double", title: "Share of the approved title's words that are still there, 0 to 1" },
    price_ratio: { type: "double", title: "New price over the approved one" },
    pictures_replaced: { type: "double", title: "Share of the approved pictures that gave way to others, 0 to 1" },
    against: { type: "string", title: "What it was compared with: approved or previous" },
  },
  detect({ subject, history }) {
    const { approved_revision: approved, previous_revision: previous, account_profile: profile } = history;
    const base = approved ?? previous;
    if (!base) return clear();
    const before = base.data;
    const after = subject.data;
    const item = itemChange(before, after);
    const pictures = pictureChange(before, after);
    const price = priceChange(before.price as Price | undefined, after.price as Price | undefined);
    const changes = [
      ...item.changes,
      ...categoryChange(before, after),
      ...wayChanges(before, subject, countriesOf(subject, profile)),
      ...price.changes,
      ...pictures.changes,
    ].sort((a, b) => b.chance - a.chance);
    const score = 1 - changes.reduce((left, { chance }) => left * (1 - chance), 1);
    const scores: Record<string, number> = {};
    for (const { chance, evidence } of changes) {
      const kind = evidence.kind ?? "wording";
      scores[kind] = Math.max(scores[kind] ?? 0, chance);
    }
    return {
      state: score >= threshold ? "found" : "clear",
      score,
      scores,
      values: {
        title_kept: item.kept,
        ...(price.ratio !== undefined && { price_ratio: price.ratio }),
        pictures_replaced: pictures.replaced,
        against: approved ? "approved" : "previous",
      },
      evidence: changes.map(({ evidence }) => evidence).slice(0, 20),
    };
  },
});

/** Another product: the words of the title turned over, and neither the description nor brand and model speak for the old one. */
function itemChange(before: State, after: State): { changes: Change[]; kept: number } {
  const changes: Change[] = [];
  const title = sameWords(textOf(before.title), textOf(after.title));
  const description = sameWords(textOf(before.description), textOf(after.description));
  if (textOf(before.title) !== textOf(after.title)) {
    // A title may be shortened or grow; what counts is that the product it named is gone.
    const turned = 1 - Math.max(title.alike, title.kept, 0.9 * title.known);
    const otherModel = title.otherNumbers ? 0.55 : 0;
    const renamed = Math.max(otherModel, 0.95 * turned ** 1.5) * (description.alike > 0.7 && !otherModel ? 0.55 : 1);
    const chance = Math.max(renamed, joined(before, after));
    changes.push(change("title", before.title, after.title, chance >= 0.3 ? "item" : "wording", chance));
  }
  if (textOf(before.description) !== textOf(after.description)) {
    const turned = 1 - Math.max(description.alike, description.kept, description.known);
    const chance = 0.4 * turned ** 2;
    changes.push(
      change("description", before.description, after.description, chance >= 0.2 ? "item" : "wording", chance),
    );
  }
  for (const field of ["brand", "model", "gtin", "serial_number"]) {
    const old = textOf(before[field]).trim();
    const now = textOf(after[field]).trim();
    if (old === "" || old.toLowerCase() === now.toLowerCase()) continue;
    const repaired = sameWords(old, now).alike > 0.5;
    changes.push(change(field, old, now, "item", now === "" || repaired ? 0.05 : field === "brand" ? 0.5 : 0.4));
  }
  return { changes, kept: title.kept };
}

/** A second product put beside the first in the title ("… + …"): of its words, two and more that the approved ad did not hold. */
function joined(before: State, after: State): number {
  const [, ...others] = partsOf(after.title);
  if (others.length < partsOf(before.title).length) return 0;
  const approved = ["title", "description", "brand"]
    .map((field) => viewOf(field, textOf(before[field])).plain)
    .join(" ");
  const known = new Set(approved.match(/[\p{L}\p{N}]+/gu));
  const news = others.map((other) => namingWords(plainTitle(other)).filter((word) => !known.has(word)).length);
  const most = Math.max(...news);
  return most >= 3 ? 0.6 : most === 2 ? 0.5 : 0;
}

const partsOf = (title: unknown) => textOf(title).split(/\s[+&]\s|\s(?:and|et|und|y|e|plus)\s/i);

function categoryChange(before: State, after: State): Change[] {
  const old = textOf(before.category);
  const now = textOf(after.category);
  return old === "" || old === now ? [] : [change("category", old, now, "category", 0.55)];
}

/** Ways to reach or pay the seller elsewhere that the approved texts did not hold. */
function wayChanges(before: State, subject: Subject, countries: readonly string[]): Change[] {
  const old = ["title", "description"].map((field) => viewOf(field, textOf(before[field])));
  return textsOf(subject).flatMap((view) =>
    newWays(old, view, countries).map(({ kind, value, chance }) => change(view.field, null, value, kind, chance)),
  );
}

function priceChange(before: Price | undefined, after: Price | undefined): { changes: Change[]; ratio?: number } {
  if (!before || !after) return { changes: [] };
  const shown = ({ amount, currency = "", type }: Price) => `${amount} ${currency}${type ? ` (${type})` : ""}`.trim();
  const same = before.amount === after.amount && before.currency === after.currency && before.type === after.type;
  if (same) return { changes: [] };
  const at = (chance: number) => [change("price", shown(before), shown(after), "price", chance)];
  const sold = (price: Price) => ["fixed", "negotiable", "auction"].includes(price.type ?? "fixed");
  if (sold(before) !== sold(after)) return { changes: at(0.4) };
  if (before.currency !== after.currency) return { changes: at(0.3) };
  // One euro is "ask me": naming the price at last is no jump.
  if (before.amount <= 1) return { changes: at(0.05) };
  const ratio = after.amount / before.amount;
  const up = Math.log2(Math.max(ratio, 1));
  const down = Math.log2(1 / Math.min(1, Math.max(ratio, 1e-6)));
  // Down by a half is a sale, down by four fifths is bait; up by a half is rare, doubled is another ad.
  const chance = Math.max(logistic(4 * (up - 0.95)), logistic(2.5 * (down - 2.3)));
  return { ratio, changes: at(chance) };
}

function pictureChange(before: State, after: State): { changes: Change[]; replaced: number } {
  const old = pictureIds(before.pictures);
  const now = pictureIds(after.pictures);
  const gone = old.filter((id) => !now.includes(id)).length;
  const added = now.filter((id) => !old.includes(id)).length;
  if (old.length === 0 || (gone === 0 && added === 0)) return { changes: [], replaced: 0 };
  const replaced = Math.min(gone, added) / old.length;
  const chance = added === 0 ? 0.02 : Math.max(0.04, 0.75 * Math.min(1, replaced) ** 1.2);
  const told = `${now.length} pictures, ${now.length - added} of them as before`;
  return { replaced, changes: [change("pictures", `${old.length} pictures`, told, "pictures", chance)] };
}

/** What tells two pictures apart: their content where known, else the address without what signs or sizes it. */
function pictureIds(pictures: unknown): string[] {
  if (!Array.isArray(pictures)) return [];
  return (pictures as (Picture | null)[]).map(
    (one) => one?.content ?? one?.path ?? one?.url?.replace(/[?#].*$/s, "") ?? "",
  );
}

function change(field: string, before: unknown, after: unknown, kind: string, chance: number): Change {
  const shown = (value: unknown) => (value === null ? null : textOf(value).slice(0, 500));
  return { chance, evidence: { type: "change", field, before: shown(before), after: shown(after), kind } };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const logistic = (x: number) => 1 / (1 + Math.exp(-x));
