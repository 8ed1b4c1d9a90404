/** What the contact evaluations share: the kinds found in a text, and the ads that a person has read. */
import { signalOf, textInput } from "../screen.ts";
import read from "./craigslist_read.json" with { type: "json" };

export type Kind = "phone" | "email" | "messenger" | "handle" | "link" | "address";

/** Kinds of contact that text_contact_details finds in a text sent as a listing. */
export function kindsIn(text: string, more: Record<string, unknown> = {}): Set<string> {
  const input = textInput("listing", text);
  Object.assign(input.subject.data, more);
  const signal = signalOf("text_contact_details", input);
  return new Set(signal.evidence.flatMap((e) => (e.type === "span" ? [e.kind] : [])));
}

const readIds: Readonly<Record<string, ReadonlySet<string>>> = {
  phone: new Set(read.phone),
  email: new Set(read.email),
  messenger: new Set(read.messenger),
  handle: new Set(read.handle),
};

/** Whether a person saw a real contact of this kind in the ad; ids of `phone_hard_negatives` are those of the same ads. */
export function wasRead(kind: string, id: string): boolean {
  return readIds[kind]?.has(id.replace(/^pn-/, "")) ?? false;
}
