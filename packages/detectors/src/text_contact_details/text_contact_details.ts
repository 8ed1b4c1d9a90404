/**
 * Contact details that would take the deal off the marketplace, plain or hidden, in one text or split over several. In an ad an address is
 * mostly where the thing is to be had: it is said, and what it means is a policy's question (the starter policies let it pass).
 */
import type { SpanEvidence, Subject } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { type ContactKind, contactKinds, contactValues } from "../text/contacts.ts";
import { countriesOf } from "../text/countries.ts";
import { contactsOf, textsOf } from "../text/index.ts";
import { earlierParts, fieldParts, findAcross } from "../text/seams.ts";

const kinds: Record<ContactKind, string> = {
  phone: "a telephone number",
  email: "a mail address",
  handle: "a name on another platform",
  link: "a web address",
  messenger: "an invitation to a messenger, or a request for a number or an address",
  address: "a postal address",
};

/** From which probability on a find counts: one half is where a wrong hit and a miss cost the same. */
const operatingPoint = 0.5;
const maxEvidence = 50;

export const textContactDetails = defineDetector({
  id: "text_contact_details",
  version: 3,
  title: "Contact details",
  summary:
    "Telephone numbers, mail addresses, names on other platforms, links, messengers and postal addresses, however they are hidden or split.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: ["conversation_before", "account_profile"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    ...contactValues((kind) => `holds ${kinds[kind]}`),
    disguised: { type: "bool", title: "what it holds was written so that it would not be seen" },
  },
  detect({ subject, history }) {
    const countries = countriesOf(subject, history.account_profile);
    const spans: { span: SpanEvidence; score: number; disguised: boolean }[] = [];
    let best = 0;
    const scores: Partial<Record<ContactKind, number>> = {};
    const see = (kind: ContactKind, score: number, disguised: boolean, span: SpanEvidence) => {
      best = Math.max(best, score);
      scores[kind] = Math.max(scores[kind] ?? 0, score);
      if (score >= operatingPoint && spans.length < maxEvidence) spans.push({ span, score, disguised });
    };
    for (const view of textsOf(subject)) {
      for (const contact of contactsOf(view, countries).all) {
        const place = view.toOriginal(contact.start, contact.end);
        const { kind, value } = contact;
        see(kind, contact.score, contact.disguised, { type: "span", field: view.field, ...place, kind, value });
      }
    }
    for (const parts of seamsOf(subject, history.conversation_before)) {
      for (const found of findAcross(parts, countries))
        see(found.span.kind as ContactKind, found.score, true, found.span);
    }
    const round = (score: number) => Math.round(score * 1000) / 1000;
    const rounded = Object.fromEntries(Object.entries(scores).map(([kind, score]) => [kind, round(score)]));
    if (spans.length === 0) return clear(round(best), { scores: rounded, values: valuesOf([]) });
    return {
      state: "found",
      score: round(best),
      scores: rounded,
      values: valuesOf(spans),
      evidence: spans.map(({ span }) => span),
    };
  },
});

function valuesOf(spans: readonly { span: SpanEvidence; disguised: boolean }[]): Record<string, boolean> {
  const values: Record<string, boolean> = { disguised: spans.some((found) => found.disguised) };
  for (const kind of contactKinds) values[kind] = spans.some((found) => found.span.kind === kind);
  return values;
}

/** The texts that are read as one: a subject's fields, and a sender's consecutive messages. */
function seamsOf(subject: Subject, before: readonly { id: string; from: string; text: string }[]) {
  const texts = textsOf(subject);
  const groups = [fieldParts(texts)];
  if (subject.kind === "message") groups.push(earlierParts(before, subject.owner, texts));
  return groups.filter((parts) => parts.length > 1);
}
