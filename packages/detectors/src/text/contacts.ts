/** All contact details of a text, found together, since what is a mail address is not a handle and its host not a link. */
import { addressesIn } from "./addresses.ts";
import { type Email, emailsIn } from "./emails.ts";
import { handlesIn } from "./handles.ts";
import { phonesAtLineEnds } from "./line_ends.ts";
import { type Link, linksIn } from "./links.ts";
import { phonesIn } from "./phones.ts";
import { readingsOf } from "./readings.ts";
import type { TextView } from "./view.ts";

export const contactKinds = ["phone", "email", "handle", "link", "messenger", "address"] as const;
export type ContactKind = (typeof contactKinds)[number];

/** What rules may ask of a find: each kind of contact as a value of its own. @param title of each kind */
export const contactValues = (title: (kind: ContactKind) => string) =>
  Object.fromEntries(contactKinds.map((kind) => [kind, { type: "bool", title: title(kind) }])) as Record<
    ContactKind,
    { type: "bool"; title: string }
  >;

export interface Contact {
  kind: ContactKind;
  /** Place in `plain`. */
  start: number;
  end: number;
  /** Plain form: `+33639980102`, `julie@example.com`, `instagram:julie_m`, the link's address. */
  value: string;
  /** Probability that it is one, 0 to 1. */
  score: number;
  disguised: boolean;
}

export interface ContactOptions {
  countries?: readonly string[];
  seams?: readonly number[];
}

export interface Contacts {
  all: readonly Contact[];
  links: readonly Link[];
  emails: readonly Email[];
}

/** Overlapping finds are settled by what they are, in the order of reading here, then by their score. */
export function contactsIn(view: TextView, options: ContactOptions = {}): Contacts {
  const contacts = read(view, options);
  for (const reading of readingsOf(view)) {
    const seams = options.seams && { seams: options.seams };
    const other = read(reading.view, { ...(options.countries && { countries: options.countries }), ...seams });
    const known = contacts.all.filter((contact) => contact.score >= 0.5);
    const fresh = other.all.flatMap((contact) => {
      const placed = { ...contact, ...reading.place(contact.start, contact.end), disguised: true };
      // What is plain in the text is no news; a piece of what is hidden gives way to all of it.
      return !reading.seen &&
        known.some((own) => overlap(own, placed) && own.end - own.start >= placed.end - placed.start)
        ? []
        : [placed];
    });
    if (!fresh.some((contact) => contact.score >= 0.5)) continue;
    contacts.all = [...contacts.all.filter((own) => !fresh.some((contact) => overlap(own, contact))), ...fresh].sort(
      (a, b) => a.start - b.start,
    );
  }
  return contacts;
}

function read(view: TextView, options: ContactOptions): { all: Contact[]; links: Link[]; emails: Email[] } {
  const emails = emailsIn(view);
  const links = linksIn(view).filter((link) => !emails.some((email) => overlap(email, link)));
  const all: Contact[] = [];
  for (const { start, end, value, score, disguised } of emails) {
    all.push({ kind: "email", start, end, value, score, disguised });
  }
  for (const { start, end, url, score, disguised } of links) {
    all.push({ kind: "link", start, end, value: url, score, disguised });
  }
  const rest: Contact[] = [];
  const phones = phonesIn(view, options);
  phones.push(...phonesAtLineEnds(view, options.countries ?? [], phones));
  for (const phone of phones) rest.push({ kind: "phone", ...phone });
  for (const handle of handlesIn(view, phones, options.seams)) rest.push(handle);
  for (const address of addressesIn(view)) rest.push({ kind: "address", disguised: false, ...address });
  rest.sort((a, b) => b.score - a.score);
  for (const contact of rest) if (!all.some((other) => overlap(other, contact))) all.push(contact);
  return { all: all.sort((a, b) => a.start - b.start), links, emails };
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
