/**
 * The text core: what detectors that read text may rely on. Nothing else in this folder is guaranteed.
 *
 * ```ts
 * for (const view of textsOf(input.subject)) {            // title, description, …, pictures[0].text
 *   for (const match of matcher.find(view)) {             // compilePhrases([...]) once, when the module loads
 *     evidence.push(spanOf(view, match.start, match.end, "crypto", "bitcoin"));
 *   }
 * }
 * ```
 */
import { type SpanEvidence, type Subject, textFields } from "@assay/contract";
import { type Contacts, contactsIn } from "./contacts.ts";
import { type Identifier, identifiersIn } from "./personal.ts";
import { onceAView, type TextView, viewOf } from "./view.ts";

export type { Contact, ContactKind, Contacts } from "./contacts.ts";
export type { PhraseMatch, PhraseMatcher } from "./matcher.ts";
export { compilePhrases, type PhraseOptions } from "./phrases.ts";
export { type TextView, type Tokens, viewOf } from "./view.ts";

const memo = new WeakMap<Subject, readonly TextView[]>();
const none: readonly TextView[] = [];

/**
 * All texts of a subject, in reading order: its kind's text fields, then what was read in its pictures. Empty and missing
 * fields, and fields that are not strings, are left out. Normalised once a subject object and shared by all detectors,
 * so a subject must not be changed after it was given to one.
 */
export function textsOf(subject: Subject): readonly TextView[] {
  const known = memo.get(subject);
  if (known) return known;
  const views: TextView[] = [];
  for (const field of textFields[subject.kind] ?? []) {
    const text = subject.data[field];
    if (typeof text === "string" && text !== "") views.push(viewOf(field, text));
  }
  const { pictures } = subject.data;
  if (Array.isArray(pictures)) {
    for (const [index, picture] of pictures.entries()) {
      const text = (picture as { text?: unknown } | null | undefined)?.text;
      if (typeof text === "string" && text !== "") views.push(viewOf(`pictures[${index}].text`, text));
    }
  }
  const texts = views.length > 0 ? views : none;
  memo.set(subject, texts);
  return texts;
}

/** From now on these are a subject's texts: what its marketplace allows is covered up in them (`lists/`). */
export function replaceTexts(subject: Subject, views: readonly TextView[]): void {
  memo.set(subject, views);
}

const contacts = onceAView((): { found: Contacts | undefined } => ({ found: undefined }));

/**
 * Contact details of a view: phones, mail addresses, handles, links, messengers, addresses. Looked for once and shared.
 * @param countries ISO codes whose national numbers are likely; those of the first call count
 */
export function contactsOf(view: TextView, countries: readonly string[] = []): Contacts {
  const known = contacts(view);
  known.found ??= contactsIn(view, { countries });
  return known.found;
}

/** Numbers of a view that identify a person or an account, with their probabilities. Looked for once and shared. */
export const identifiersOf: (view: TextView) => readonly Identifier[] = onceAView(identifiersIn);

/** Span evidence for `view.plain.slice(start, end)`, mapped back to the original field. */
export function spanOf(view: TextView, start: number, end: number, kind: string, value?: string): SpanEvidence {
  return {
    type: "span",
    field: view.field,
    ...view.toOriginal(start, end),
    kind,
    ...(value !== undefined && { value }),
  };
}
