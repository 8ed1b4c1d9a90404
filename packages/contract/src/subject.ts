/** What events are about. One table says, for each kind of subject, its owner field and its journey stage. */
import { z } from "zod";

export const stages = [
  "awareness",
  "onboarding",
  "listing",
  "search",
  "selection",
  "contact",
  "payment",
  "review",
] as const;
export const stageSchema = z.enum(stages);
export type Stage = (typeof stages)[number];

/** Longest text field, in UTF-16 code units. Longer texts are refused with `invalid_event`. */
export const maxTextLength = 200_000;
const text = z.string().max(maxTextLength);
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it refuses
const idPattern = /^[^\u0000-\u001f\u007f\ud800-\udfff]+$/u;
/** An id given by the marketplace: 1 to 200 characters, no control characters. */
export const idSchema = z.string().min(1).max(200).regex(idPattern, "must not hold control characters");
const currency = z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as EUR");

/** Kinds of price. Only `fixed`, `negotiable` and `auction` are prices of the thing itself. */
export const priceTypes = ["fixed", "negotiable", "auction", "free", "swap", "per_day", "per_month"] as const;
export const priceSchema = z.looseObject({
  amount: z.number().finite().min(0).max(1e12),
  currency: currency.optional(),
  type: z.enum(priceTypes).optional(),
});
export type Price = z.infer<typeof priceSchema>;

/** Condition grades, best first, with their schema.org `OfferItemCondition`. */
export const conditionGrades = {
  new: "NewCondition",
  like_new: "UsedCondition",
  refurbished: "RefurbishedCondition",
  good: "UsedCondition",
  fair: "UsedCondition",
  for_parts: "DamagedCondition",
} as const;
export type ConditionGrade = keyof typeof conditionGrades;
export const conditionSchema = z.union([
  text,
  z.looseObject({ grade: text.optional(), schema_org: text.optional(), raw: text.optional() }),
]);

export const pictureSchema = z.looseObject({
  url: z.string().max(8192).optional(),
  /** Content hash (`sha256:…`) of a picture uploaded before. */
  content: z.string().max(100).optional(),
  /** A path relative to the checked file; `assay check` only. */
  path: z.string().max(4096).optional(),
  /** Text read from the picture by `image_text`; set by Assay. */
  text: text.optional(),
});
export type Picture = z.infer<typeof pictureSchema>;
const pictures = z.array(pictureSchema).max(100);

const common = {
  id: idSchema,
  revision: z
    .int()
    .min(0)
    .max(2 ** 31)
    .optional(),
};

export const accountSchema = z.looseObject({
  ...common,
  name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  country: text.optional(),
  description: text.optional(),
  capacity: z.enum(["private", "trader"]).optional(),
  city: text.optional(),
  /** Postal address, in one line or in parts. */
  address: z
    .union([
      text,
      z.looseObject({
        street: text.optional(),
        postal_code: text.optional(),
        city: text.optional(),
        country: text.optional(),
      }),
    ])
    .optional(),
  /** What a company says of itself: its number in the country's register, its VAT number. */
  company: z.looseObject({ name: text.optional(), number: text.optional(), vat: text.optional() }).optional(),
  /** `YYYY-MM-DD`. */
  birth_date: text.optional(),
  pictures: pictures.optional(),
  language: text.optional(),
});

export const listingSchema = z.looseObject({
  ...common,
  seller: idSchema,
  title: text.optional(),
  description: text.optional(),
  category: text.optional(),
  brand: text.optional(),
  model: text.optional(),
  gtin: text.optional(),
  mpn: text.optional(),
  serial_number: text.optional(),
  condition: conditionSchema.optional(),
  price: priceSchema.optional(),
  availability: text.optional(),
  pictures: pictures.optional(),
  language: text.optional(),
});
export type Listing = z.infer<typeof listingSchema>;

export const messageSchema = z.looseObject({
  ...common,
  conversation: idSchema.optional(),
  from: idSchema,
  to: idSchema.optional(),
  listing: idSchema.optional(),
  text: text.optional(),
  pictures: pictures.optional(),
  language: text.optional(),
});

export const questionSchema = z.looseObject({
  ...common,
  from: idSchema,
  listing: idSchema.optional(),
  text: text.optional(),
  language: text.optional(),
});

export const reviewSchema = z.looseObject({
  ...common,
  author: idSchema,
  about: idSchema.optional(),
  order: idSchema.optional(),
  listing: idSchema.optional(),
  rating: z.number().min(0).max(100).optional(),
  text: text.optional(),
  language: text.optional(),
});

/** A log-in; where from and with what stands in the event's `client`. */
export const sessionSchema = z.looseObject({ ...common, account: idSchema });

/** Where an account's money goes. `fingerprint` is the payment provider's own mark of the same account, or an IBAN or any hash of it. */
export const payoutMethodSchema = z.looseObject({
  ...common,
  account: idSchema,
  type: text.optional(),
  fingerprint: text.optional(),
  iban: text.optional(),
  holder: text.optional(),
  country: text.optional(),
});

export const orderSchema = z.looseObject({
  ...common,
  buyer: idSchema,
  seller: idSchema.optional(),
  listing: idSchema.optional(),
  amount: z.number().finite().optional(),
  currency: text.optional(),
});

/**
 * What somebody tells of a subject. `about` names it by its id (and kind), `url` by its address. `type`, `reason`: see `reportTypes`,
 * `reportReasons`; what is not known counts as a notice, as another reason.
 */
export const reportSchema = z.looseObject({
  ...common,
  by: idSchema,
  type: text.optional(),
  about: z.union([idSchema, z.looseObject({ kind: z.string().max(40), id: idSchema })]).optional(),
  url: z.string().max(2000).optional(),
  reason: text.optional(),
  text: text.optional(),
  name: text.optional(),
  email: text.optional(),
  language: text.optional(),
  /** Of an authority's order or alert: who gives it, its own number, the law, until when it has to be done (RFC 3339). */
  authority: text.optional(),
  reference: text.optional(),
  legal_basis: text.optional(),
  deadline: text.optional(),
  /** Of a rightsholder's claim: the right, as it is registered, and in whose name. */
  right: text.optional(),
  holder: text.optional(),
});

/** Kinds that nothing reads yet share this: an id, an owner (which field, the table below says), the rest kept. */
const owned = <F extends string>(owner: F) =>
  z.looseObject({ ...common, [owner]: idSchema } as typeof common & Record<F, typeof idSchema>);

/** Every kind of subject: owner field (`id` where the subject owns itself), journey stage, schema of its whole state. */
export const subjectKinds = {
  account: { owner: "id", stage: "onboarding", schema: accountSchema },
  session: { owner: "account", stage: "onboarding", schema: sessionSchema },
  payout_method: { owner: "account", stage: "onboarding", schema: payoutMethodSchema },
  document: { owner: "account", stage: "onboarding", schema: owned("account") },
  campaign: { owner: "account", stage: "awareness", schema: owned("account") },
  listing: { owner: "seller", stage: "listing", schema: listingSchema },
  search_query: { owner: "account", stage: "search", schema: owned("account") },
  saved_search: { owner: "account", stage: "search", schema: owned("account") },
  question: { owner: "from", stage: "selection", schema: questionSchema },
  offer: { owner: "from", stage: "selection", schema: owned("from") },
  message: { owner: "from", stage: "contact", schema: messageSchema },
  report: { owner: "by", stage: "contact", schema: reportSchema },
  order: { owner: "buyer", stage: "payment", schema: orderSchema },
  payment: { owner: "order", stage: "payment", schema: owned("order") },
  shipment: { owner: "order", stage: "payment", schema: owned("order") },
  review: { owner: "author", stage: "review", schema: reviewSchema },
  dispute: { owner: "by", stage: "review", schema: owned("by") },
  trade_in: { owner: "account", stage: "payment", schema: owned("account") },
  rental: { owner: "account", stage: "payment", schema: owned("account") },
} as const satisfies Record<string, { owner: string; stage: Stage; schema: z.ZodType }>;

export type SubjectKind = keyof typeof subjectKinds;
export const subjectKindNames = Object.keys(subjectKinds) as SubjectKind[];
export const subjectKindSchema = z.enum(subjectKindNames as [SubjectKind, ...SubjectKind[]]);

/** Text fields that detectors read, by kind, in reading order. Pictures' texts come after them. */
export const textFields: Partial<Record<SubjectKind, readonly string[]>> = {
  account: ["name", "description"],
  listing: ["title", "description"],
  message: ["text"],
  question: ["text"],
  review: ["text"],
};

/** What a detector, a policy and a decision are about: one revision of one subject. */
export interface Subject {
  kind: SubjectKind;
  id: string;
  /** As sent by the caller; `undefined` when it sends none. */
  revision?: number;
  /** Account (or order) that answers for it. */
  owner: string;
  /** Whole state, nulls dropped, condition normalised. Checked against the kind's schema. */
  data: Record<string, unknown>;
}

export const subjectRefSchema = z
  .object({ kind: subjectKindSchema, id: z.string(), revision: z.int().optional() })
  .meta({ id: "SubjectRef" });
export type SubjectRef = z.infer<typeof subjectRefSchema>;
