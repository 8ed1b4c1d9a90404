/** What stands in the Try-it form, and the event that it makes. */

export const tryKinds = ["listing", "message", "question", "review", "account"] as const;
export type TryKind = (typeof tryKinds)[number];

export interface DraftPicture {
  content: string;
  width: number;
  height: number;
}

export interface Draft {
  kind: TryKind;
  fields: Record<string, string>;
  price?: number | undefined;
  currency?: string;
  rating?: number | undefined;
  pictures: DraftPicture[];
  /** In days; the account is unknown without it. */
  accountAge?: number | undefined;
  language: string;
}

const types: Record<TryKind, string> = {
  listing: "listing.created",
  message: "message.sent",
  question: "question.asked",
  review: "review.posted",
  account: "account.created",
};
const owners: Record<TryKind, string | undefined> = {
  listing: "seller",
  message: "from",
  question: "from",
  review: "author",
  account: undefined,
};

/** Text fields of each kind, in the form's order; the first is one line, `long` ones are many. */
export const draftFields: Record<TryKind, { field: string; long: boolean }[]> = {
  listing: [
    { field: "title", long: false },
    { field: "description", long: true },
  ],
  message: [{ field: "text", long: true }],
  question: [{ field: "text", long: true }],
  review: [{ field: "text", long: true }],
  account: [
    { field: "name", long: false },
    { field: "description", long: true },
  ],
};
/** Short fields beside the texts. */
export const extraFields: Record<TryKind, string[]> = {
  listing: ["category", "brand", "condition"],
  message: [],
  question: [],
  review: [],
  account: ["email", "phone", "country"],
};

export const withPictures: ReadonlySet<TryKind> = new Set(["listing", "message", "account"]);

/** Whether there is nothing yet to decide on. */
export function isBlank(draft: Draft): boolean {
  const used = [...draftFields[draft.kind].map(({ field }) => field), ...extraFields[draft.kind]];
  return draft.pictures.length === 0 && used.every((field) => (draft.fields[field] ?? "").trim() === "");
}

export interface TryEvent {
  id: string;
  type: string;
  time: string;
  data: Record<string, unknown>;
}

/** The event as a marketplace would send it; empty fields are left out. */
export function eventOf(draft: Draft, now: Date): TryEvent {
  const owner = owners[draft.kind];
  const data: Record<string, unknown> = {
    id: "try",
    ...(owner && { [owner]: "try-account" }),
    language: draft.language,
  };
  for (const field of [...draftFields[draft.kind].map((each) => each.field), ...extraFields[draft.kind]]) {
    const value = draft.fields[field];
    if (value !== undefined && value.trim() !== "") data[field] = value;
  }
  if (draft.kind === "listing" && draft.price !== undefined)
    data["price"] = { amount: draft.price, currency: draft.currency ?? "EUR", type: "fixed" };
  if (draft.kind === "review" && draft.rating !== undefined) data["rating"] = draft.rating;
  if (withPictures.has(draft.kind) && draft.pictures.length > 0)
    data["pictures"] = draft.pictures.map(({ content }) => ({ content }));
  return { id: "try", type: types[draft.kind], time: now.toISOString(), data };
}
