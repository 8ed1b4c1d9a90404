/** Covers up what a marketplace allows, in the texts that all detectors share. */
import type { HistoryValues, Subject } from "@assay/contract";
import { countriesOf } from "../text/countries.ts";
import { replaceTexts, type TextView, textsOf } from "../text/index.ts";
import { coveredView } from "./allowed.ts";
import type { ListBook } from "./book.ts";

/** A subject's texts as they were before anything was covered, and for which lists they are covered now. */
const covered = new WeakMap<Subject, { book: ListBook; plain: readonly TextView[] }>();

/** Once a subject and version of the lists; costs nothing where there is no allow-list. */
export function coverAllowed(subject: Subject, book: ListBook, owner?: HistoryValues["account_profile"]): void {
  const known = covered.get(subject);
  if (known?.book === book || (!known && book.allowed.size === 0)) return;
  const plain = known?.plain ?? textsOf(subject);
  const countries = countriesOf(subject, owner);
  replaceTexts(
    subject,
    plain.map((view) => coveredView(view, book.allowed.find(view, countries))),
  );
  covered.set(subject, { book, plain });
}
