/**
 * Personal data is masked for people at the desk, and private conversations are closed to them, unless the case needs them or a purpose was
 * given. A marketplace's own backend, which sent them, is shown all.
 */
import type { Decision, SubjectView } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { hadCase, revealsOf } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { conversationOf } from "../intake/index.ts";

/** Fields of accounts, payout methods and documents that tell who or where somebody is, beyond a name and a town. */
export const personalFields = [
  "email",
  "phone",
  "address",
  "birth_date",
  "iban",
  "holder",
  "fingerprint",
  "number",
  "tax_number",
] as const;
const kindsWithPersonalData: ReadonlySet<string> = new Set(["account", "payout_method", "document"]);

type State = Record<string, unknown>;

/** What is revealed to somebody now, by what they have given a purpose for. */
export interface Sight {
  all: boolean;
  account(id: string): boolean;
  conversation(id: string): boolean;
}

export async function sightOf(q: Querier, person: Principal): Promise<Sight> {
  const all = person.kind === "key";
  const revealed = all ? new Set<string>() : await revealsOf(q, person.marketplace, person.id);
  return {
    all,
    account: (id) => all || revealed.has(`account ${id}`),
    conversation: (id) => all || revealed.has(`conversation ${id}`),
  };
}

/**
 * The fields that a decision is about: what it found of that kind in a text or a picture, what changed, or what is shared with another
 * account has to be compared by whoever judges it.
 */
export function neededFields({ signals }: Pick<Decision, "signals">): Set<string> {
  const needed = new Set<string>();
  for (const { state, evidence } of signals) {
    if (state !== "found") continue;
    for (const each of evidence) {
      if (each.type === "span" || each.type === "region") needed.add(each.kind);
      else if (each.type === "change") needed.add(each.field.split(".")[0]!);
      else if (each.type === "subject") for (const shared of each.shared) needed.add(shared);
    }
  }
  return needed;
}

/** @param needed fields that stay as they are @returns the state, and which of its fields were masked */
export function masked(
  kind: string,
  state: State,
  needed: ReadonlySet<string> = new Set(),
): { data: State; masked: string[] } {
  if (!kindsWithPersonalData.has(kind)) return { data: state, masked: [] };
  const hidden = personalFields.filter(
    (field) => state[field] !== undefined && state[field] !== "" && !needed.has(field),
  );
  if (hidden.length === 0) return { data: state, masked: [] };
  return {
    data: { ...state, ...Object.fromEntries(hidden.map((field) => [field, maskedValue(field, state[field])])) },
    masked: hidden,
  };
}

/** An event with its subject's personal data masked, and where it was sent from cut to the network. */
export function maskedEvent<E extends { data: State; client?: { ip?: string | undefined } | undefined }>(
  kind: string,
  event: E,
): { event: E; masked: boolean } {
  const { data, masked: fields } = masked(kind, event.data);
  const ip = event.client?.ip;
  if (fields.length === 0 && ip === undefined) return { event, masked: false };
  const client = event.client && ip !== undefined ? { ...event.client, ip: networkOf(ip) } : event.client;
  return { event: { ...event, data, ...(client && { client }) }, masked: true };
}

/** The first half of an address: where about, not who. */
function networkOf(ip: string): string {
  const mark = ip.includes(":") ? ":" : ".";
  return `${ip.split(mark).slice(0, 2).join(mark)}${mark}•••`;
}

/** Enough to tell two apart, too little to reach or find somebody. */
function maskedValue(field: string, value: unknown): string {
  const text = typeof value === "string" ? value : "";
  if (field === "email") return text.includes("@") ? `${text.slice(0, 1)}•••@•••` : "•••";
  if (field === "birth_date") return /^\d{4}/.test(text) ? `${text.slice(0, 4)}-••-••` : "•••";
  if (field === "phone" || field === "iban") return `••• ${text.replaceAll(/\W/g, "").slice(-2)}`;
  return "•••";
}

/** Whether a message may be read without a purpose: something was found in it, or a rule or a person said something of it. */
export function isSignalled({ signals, reasons }: Pick<Decision, "signals" | "reasons">): boolean {
  return reasons.length > 0 || signals.some((signal) => signal.state === "found");
}

/** The conversation of a message, where it is closed to this person: nothing points at it, and no purpose was given. */
export async function sealedOf(
  q: Querier,
  person: Principal,
  { subject, event_id: eventId }: { subject: { kind: string; id: string }; event_id: string },
  decision: Pick<Decision, "signals" | "reasons"> | undefined,
): Promise<string | undefined> {
  if (subject.kind !== "message" || person.kind === "key") return undefined;
  if (decision && isSignalled(decision)) return undefined;
  const [sight, conversation, brought] = await Promise.all([
    sightOf(q, person),
    conversationOf(q, person.marketplace, eventId),
    hadCase(q, person.marketplace, subject),
  ]);
  const named = conversation ?? `message ${subject.id}`;
  return brought || sight.conversation(named) ? undefined : named;
}

/** A subject as this person may see it. */
export function seenAs(view: SubjectView, sight: Sight, needed?: ReadonlySet<string>): SubjectView {
  if (sight.account(view.owner)) return view;
  const { kind } = view.subject;
  const { approved } = view;
  return {
    ...view,
    data: masked(kind, view.data, needed).data,
    ...(approved && { approved: { ...approved, data: masked(kind, approved.data, needed).data } }),
  };
}

/** A message's state without what it says. */
export function withoutText(state: State): State {
  const { text: _text, pictures: _pictures, ...rest } = state;
  return rest;
}
