/**
 * The closed catalogue of history values: what detectors and policies may know of the past, as of the event's time.
 * Values, not rows: bounded to a few kB, stored with the decision, so that it can be replayed.
 * Each has one file in `server/src/history/` that computes it from the database and folds it from raw events.
 */
import { z } from "zod";
import { subjectRefSchema } from "./subject.ts";

const stateBefore = z.object({ revision: z.int().optional(), at: z.string(), data: z.record(z.string(), z.unknown()) });

/** One ad of a batch; `origin` is the host of its first picture, `age_hours` since it was created. */
const batchAd = z.object({
  id: z.string(),
  seller: z.string(),
  title: z.string(),
  category: z.string(),
  currency: z.string(),
  amount: z.number().optional(),
  origin: z.string(),
  pictures: z.int(),
  outcome: z.enum(["approve", "request_changes", "review", "refuse"]),
  age_hours: z.number(),
});

export const historyValues = {
  /** The owner's account: age in days, counts of its listings, refusals in the last 90 days. `known` is false when it was never seen. */
  account_profile: z.object({
    known: z.boolean(),
    age_days: z.number(),
    country: z.string().optional(),
    capacity: z.string().optional(),
    name: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    listings_total: z.int(),
    refusals_90d: z.int(),
    /** Risk of the account in [0, 1], and each reason's part in it, faded by half each 30 days; absent in decisions from before it was kept. */
    risk: z.number().optional(),
    risk_parts: z.record(z.string(), z.number()).optional(),
  }),
  /** Last approved state of the same subject before this event; null when none was approved. */
  approved_revision: stateBefore.nullable(),
  /** State of the same subject before this event, approved or not; null for a first revision. */
  previous_revision: stateBefore.nullable(),
  /**
   * Approved and sold listings that a price is compared with, at most 56, closest first: those that share most of brand, model words,
   * year and storage within category and currency, then the newest of the category. `age_days` as of the event.
   */
  comparable_prices: z.array(
    z.object({
      id: z.string(),
      seller: z.string(),
      title: z.string(),
      brand: z.string().optional(),
      condition: z.string().optional(),
      /** What is sold where it is not one whole thing. */
      kind: z.enum(["whole", "lot", "part_only", "defect"]).optional(),
      amount: z.number(),
      sold: z.boolean().optional(),
      age_days: z.number(),
    }),
  ),
  /** Candidates for being the same ad: at most 8 listings that share words in order, the title or a picture, the most alike first. */
  similar_listings: z.array(
    z.object({
      id: z.string(),
      seller: z.string(),
      title: z.string(),
      /** The first 400 characters of the description. */
      text: z.string(),
      /** Of the whole text, normalised: equal for equal texts. */
      digest: z.number(),
      category: z.string(),
      currency: z.string(),
      amount: z.number().optional(),
      /** What tells two of a kind apart: `brand=…; size=…`. */
      marks: z.string(),
      /** Hashes of picture references. */
      pictures: z.array(z.number()),
      outcome: z.enum(["approve", "request_changes", "review", "refuse"]),
      ended: z.boolean(),
      /** Since it was first created. */
      age_days: z.number(),
    }),
  ),
  /** For each naming word of the title, the categories of the 12 newest approved listings that have it, with counts. */
  category_words: z.array(z.object({ word: z.string(), counts: z.array(z.tuple([z.string(), z.int()])) })),
  /** The owner's pace: ads a day on the days of the last 28 on which it created any, those of a sample of sellers yesterday, and its ads of the last 24 h. */
  seller_batch: z.object({
    habit: z.object({ days: z.int(), most: z.int(), mean: z.number() }),
    peers: z.object({ sellers: z.int(), p50: z.int(), p95: z.int(), p99: z.int() }),
    ads: z.array(batchAd),
  }),
  /** The last 24 hours' ads of accounts that are linked to the owner; at most 20. */
  linked_batch: z.array(batchAd),
  /** Matches of this subject's picture hashes in the marketplace's banks of known pictures. `distance` in bits, 0 to 31. */
  known_pictures: z.array(
    z.object({ picture: z.int(), bank: z.string(), entry: z.string(), label: z.string(), distance: z.int() }),
  ),
  /**
   * Other subjects that this one's pictures, or parts of them, stood in before: at most 20, other accounts' first, then the earliest.
   * `at` is when the other used it first; `how` is how ours relates to theirs; boxes are left, top, width, height as shares of each.
   */
  reused_pictures: z.array(
    z.object({
      picture: z.int(),
      subject: subjectRefSchema,
      account: z.string(),
      at: z.string(),
      similarity: z.number(),
      how: z.enum(["same", "turned", "mirrored", "part"]),
      content: z.string(),
      other_picture: z.int(),
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      other_box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
  ),
  /** Earlier messages of the same conversation, oldest first: the last 20 within 48 h, each cut to 500 characters. */
  conversation_before: z.array(z.object({ id: z.string(), from: z.string(), at: z.string(), text: z.string() })),
  /** The owner's listings created in the last 24 h, this one not counted. */
  seller_window: z.object({ listings_24h: z.int(), listings_1h: z.int() }),
  /** Messages and questions of the owner in the last 24 h, this one not counted, and to how many people. */
  sender_window: z.object({ messages_24h: z.int(), recipients_24h: z.int(), messages_1h: z.int() }),
  /**
   * Messages and questions of the owner within seven days before, oldest first, the last 60: to whom (an account, or `ad` and its id),
   * a sketch of the text, its length, how much it pulls away from the site, and whether the other person had written before it.
   */
  sender_trail: z.array(
    z.object({
      at: z.number(),
      to: z.string(),
      sketch: z.string(),
      length: z.int(),
      pull: z.number(),
      answered: z.boolean(),
    }),
  ),
  /**
   * Around a review: whether this marketplace sends orders at all, orders between the author (buyer) and the one reviewed and the other way
   * (counted up to 5), reviews that the author got from them within 14 days, and the newest 40 reviews about them within 30 days, newest first.
   */
  review_past: z.object({
    orders_known: z.boolean(),
    bought: z.int(),
    sold: z.int(),
    reviewed_back: z.array(z.object({ rating: z.number().optional(), order: z.boolean() })),
    recent: z.array(z.object({ at: z.number(), rating: z.number().optional(), order: z.boolean() })),
  }),
  /** Ads that the owner put up within 90 days, counted up to 200: how many, in how many of the 13 weeks, new goods among them, most under one title. */
  seller_volume: z.object({
    listings_90d: z.int(),
    weeks_active: z.int(),
    new_90d: z.int(),
    same_item_90d: z.int(),
  }),
  /**
   * Other accounts that share a value with this one or with this event, the closest 12: what kinds of value, and how many other accounts
   * have each (counted up to 30). `banned`: the last decision on the account itself is a refusal. `refusals`: of all it sent, within 90 days, up to 10.
   */
  account_links: z.array(
    z.object({
      account: z.string(),
      shared: z.array(z.object({ kind: z.string(), n: z.int() })),
      banned: z.boolean(),
      refusals: z.int(),
      /** Days since the other account was first seen; absent in decisions from before it was kept. */
      age_days: z.number().optional(),
    }),
  ),
  /**
   * Traces of the person behind an account (for a review: behind the account that it is about), oldest first: the newest 16 log-ins, ads
   * and reviews, 4 payout methods and 4 states of the account, before this event. `at` in ms since 1970.
   */
  account_trail: z.object({
    points: z.array(
      z.object({
        at: z.number(),
        kind: z.enum(["session", "payout_method", "account", "listing", "review"]),
        device: z.string().optional(),
        place: z.string().optional(),
        verb: z.string().optional(),
        payout: z.string().optional(),
        name: z.string().optional(),
        email: z.string().optional(),
        phone: z.string().optional(),
        country: z.string().optional(),
        category: z.string().optional(),
        amount: z.number().optional(),
        currency: z.string().optional(),
        grade: z.string().optional(),
        /** Sketch of the title. */
        title: z.string().optional(),
        by: z.string().optional(),
        order: z.boolean().optional(),
        rating: z.number().optional(),
        language: z.string().optional(),
        style: z.array(z.number()).optional(),
      }),
    ),
  }),
} as const satisfies Record<string, z.ZodType>;

export type HistoryKey = keyof typeof historyValues;
export type HistoryValues = { [K in HistoryKey]: z.infer<(typeof historyValues)[K]> };
/** What one decision was given; keys that no detector and no policy asked for are absent. */
export type History = Partial<HistoryValues>;
