/** What of a text can be put on a list: what detectors marked, or a person selected, with the list that it belongs on. */
import type { ListKind, ListSummary } from "@assay/contract";
import type { Find, Place } from "../evidence/finds.ts";

export interface Listable {
  value: string;
  kind: ListKind;
}

/** What a mark of a kind is as an entry; other kinds are words. */
const kindOfMark: Readonly<Record<string, ListKind>> = {
  phone: "phone",
  email: "email",
  handle: "handle",
  link: "domain",
  domain: "domain",
};

/** Longest value that is taken as it stands; a phrase of more words is nobody's to find again. */
const longest = 200;

/** Of a web address its host, without `www`; what is none is left as it is. */
function hostOf(address: string): string {
  const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : address;
}

/** What a person selected, by what it looks like. */
export function listableText(text: string): Listable | undefined {
  const value = text.trim().replaceAll(/\s+/g, " ").slice(0, longest);
  if (value === "") return undefined;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { value, kind: "email" };
  if (/^[+(]?\d[\d\s().\-/]*$/.test(value) && value.replaceAll(/\D/g, "").length >= 7) return { value, kind: "phone" };
  if (/^@[\w.]+$/.test(value)) return { value, kind: "handle" };
  if (/^(?:https?:\/\/\S+|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/\S*)?)$/iu.test(value))
    return { value: hostOf(value), kind: "domain" };
  return { value, kind: "phrase" };
}

/** What marks say, each value once: in plain form where the detector gives one, else as it is written. */
export function listableFinds(finds: Iterable<Find>, textAt: (place: Place) => string | undefined): Listable[] {
  const all = new Map<string, Listable>();
  for (const { evidence } of finds) {
    if (evidence.type !== "span") continue;
    const written = evidence.parts?.length ? undefined : textAt(evidence)?.slice(evidence.start, evidence.end);
    const kind = kindOfMark[evidence.kind] ?? "phrase";
    // Of words the value is often the name of what they mean.
    const value = (kind === "phrase" ? written : (evidence.value ?? written))?.trim().replaceAll(/\s+/g, " ");
    if (!value || value.length > longest) continue;
    const found = { kind, value: kind === "domain" ? hostOf(value) : value };
    all.set(`${found.kind} ${found.value}`, found);
  }
  return [...all.values()];
}

/** The list that an entry of a kind is most often put on: the fullest that blocks its kind. */
export function listFor(kind: ListKind, lists: readonly ListSummary[]): string {
  const blocking = lists.filter((each) => each.kind === kind && each.list.startsWith("blocked_"));
  const fullest = blocking.toSorted((a, b) => b.entries - a.entries)[0];
  return fullest?.list ?? (kind === "phrase" ? "blocked_words" : `blocked_${kind}s`);
}
