/** Events, typed by what they are about. */
import { randomUUID } from "node:crypto";
import type { AssayEvent, Client, SubjectKind, subjectKinds } from "@assay/contract";

/** The whole state of a kind of subject, as sent. Extra fields of your own may stand beside the known ones. */
export type StateOf<K extends SubjectKind> = (typeof subjectKinds)[K]["schema"]["_zod"]["input"];

/** Event types that Assay's starter policies and detectors read; any other `kind.past_tense` is kept as well. */
export type KnownEventType =
  | "account.created"
  | "account.updated"
  | "session.started"
  | "payout_method.added"
  | "payout_method.changed"
  | "listing.created"
  | "listing.updated"
  | "listing.removed"
  | "question.asked"
  | "offer.made"
  | "message.sent"
  | "report.made"
  | "order.placed"
  | "payment.made"
  | "shipment.sent"
  | "review.posted";

type EventType = KnownEventType | `${SubjectKind}.${string}`;
type KindOf<T extends EventType> = T extends `${infer K extends SubjectKind}.${string}` ? K : never;

export interface EventOptions {
  /** Yours and unique; keep it when you send the event again. Random by default. */
  id?: string;
  /** When it happened; now by default. */
  time?: Date | string;
  client?: Client;
  marketplace?: string;
}

/**
 * Builds an event whose `data` is checked by the compiler against the kind that its type begins with.
 * @example event("listing.created", { id: "l1", seller: "a1", title: "Desk lamp", price: { amount: 12, currency: "EUR" } })
 */
export function event<T extends EventType>(type: T, data: StateOf<KindOf<T>>, options: EventOptions = {}): AssayEvent {
  const { id = randomUUID(), time = new Date(), client, marketplace } = options;
  return {
    id,
    type,
    time: typeof time === "string" ? time : time.toISOString(),
    ...(marketplace !== undefined && { marketplace }),
    ...(client !== undefined && { client }),
    data: data as AssayEvent["data"],
  };
}
