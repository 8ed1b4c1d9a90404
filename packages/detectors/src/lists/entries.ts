/** Entries of an operator's lists, compiled, and their finding in a text. */
import type { ListKind } from "@assay/contract";
import { RE2JS } from "re2js";
import type { Contact } from "../text/contacts.ts";
import { compilePhrases, contactsOf, type PhraseMatcher, type TextView, viewOf } from "../text/index.ts";
import { foldedPattern, mailbox, nationalPart } from "./canonical.ts";
import { Literals } from "./literals.ts";
import { requiredLiterals } from "./required.ts";

export interface ListedEntry {
  list: string;
  kind: ListKind;
  /** In canonical form. */
  value: string;
}

export interface ListedMatch {
  /** Place in `plain`. */
  start: number;
  end: number;
  entry: ListedEntry;
}

/** Patterns read this much of a text, in characters of `plain`; RE2 in JavaScript costs about 0.1 µs a character. */
const patternReach = 20_000;
const maxMatches = 200;
const maxMatchesOfPattern = 20;

/**
 * Entries of any kinds, compiled once: phrases into one trie, addresses and numbers into one map, patterns behind a table of what
 * they need. Finding costs the same however many entries there are; only patterns that may match are run. Immutable.
 */
export class ListedEntries {
  readonly #phrases: PhraseMatcher | undefined;
  readonly #phraseEntries: readonly ListedEntry[];
  /** Phrases without a letter or digit (emoji, signs), found as they stand. */
  readonly #signs: Literals;
  readonly #signEntries: readonly ListedEntry[];
  /** By `kind value`; a phone under its national part too. */
  readonly #exact = new Map<string, ListedEntry[]>();
  readonly #patterns: readonly { entry: ListedEntry; expression: RE2JS }[];
  /** What a text must hold for a pattern to be run; those without stand in `#always`. */
  readonly #needed: Literals;
  readonly #always: readonly number[];

  constructor(entries: readonly ListedEntry[]) {
    const phrases = entries.filter(({ kind }) => kind === "phrase");
    const isWord = (entry: ListedEntry) => /[\p{L}\p{N}]/u.test(entry.value);
    this.#phraseEntries = phrases.filter(isWord);
    this.#phrases =
      this.#phraseEntries.length > 0
        ? compilePhrases(
            this.#phraseEntries.map(({ value }) => value),
            { literal: true },
          )
        : undefined;
    this.#signEntries = phrases.filter((entry) => !isWord(entry));
    this.#signs = new Literals(this.#signEntries.map(({ value }, i) => [viewOf("", value).plain.trim(), i]));
    for (const entry of entries) {
      if (entry.kind === "phrase" || entry.kind === "pattern" || entry.kind === "value") continue;
      this.#put(`${entry.kind} ${entry.value}`, entry);
      const national = entry.kind === "phone" ? nationalPart(entry.value) : undefined;
      if (national !== undefined) this.#put(`national ${national}`, entry);
    }
    this.#patterns = entries
      .filter(({ kind }) => kind === "pattern")
      .map((entry) => ({ entry, expression: RE2JS.compile(foldedPattern(entry.value), RE2JS.CASE_INSENSITIVE) }));
    const literals = this.#patterns.map(({ entry }) => requiredLiterals(foldedPattern(entry.value)));
    this.#needed = new Literals(literals.flatMap((all, i) => (all ?? []).map((literal) => [literal, i] as const)));
    this.#always = literals.flatMap((all, i) => (all ? [] : [i]));
  }

  /** Everything that stands in a view, in no order; at most 200 of each sort. Linear in the text. */
  find(view: TextView, countries: readonly string[]): ListedMatch[] {
    const found: ListedMatch[] = [];
    for (const { phrase, start, end } of this.#phrases?.find(view, maxMatches) ?? []) {
      found.push({ start, end, entry: this.#phraseEntries[phrase]! });
    }
    if (this.#signs.size > 0) {
      this.#signs.find(view.plain, (index, start, end) => {
        if (found.length < 2 * maxMatches) found.push({ start, end, entry: this.#signEntries[index]! });
      });
    }
    if (this.#exact.size > 0) {
      for (const contact of contactsOf(view, countries).all) {
        const { start, end } = contact;
        for (const entry of this.ofContact(contact, isInternational(view, start))) found.push({ start, end, entry });
      }
    }
    if (this.#patterns.length > 0) this.#matchPatterns(view, found);
    return found;
  }

  /** Entries that a contact is; also for a whole field such as an account's phone. */
  ofContact({ kind, value }: Pick<Contact, "kind" | "value">, international: boolean): readonly ListedEntry[] {
    switch (kind) {
      case "phone":
        return this.#ofPhone(value, international);
      case "email":
        return [...this.#get(`email ${mailbox(value)}`), ...this.#ofHost(value.slice(value.lastIndexOf("@") + 1))];
      case "link":
        return this.#ofLink(value);
      case "handle": {
        const name = value.slice(value.indexOf(":") + 1).replace(/^@/, "");
        return [...new Set([...this.#get(`handle ${value}`), ...this.#get(`handle ${name}`)])];
      }
      default:
        return [];
    }
  }

  #put(key: string, entry: ListedEntry): void {
    const known = this.#exact.get(key);
    if (known) known.push(entry);
    else this.#exact.set(key, [entry]);
  }

  #get(key: string): readonly ListedEntry[] {
    return this.#exact.get(key) ?? [];
  }

  /** A number written without its country may be of any: then the part that is dialled at home decides. */
  #ofPhone(value: string, international: boolean): readonly ListedEntry[] {
    const same = this.#get(`phone ${value}`);
    if (same.length > 0 || international) return same;
    const national = nationalPart(value);
    return national === undefined ? [] : this.#get(`national ${national}`);
  }

  /** A link's host, and the number or the name that it leads to. */
  #ofLink(url: string): readonly ListedEntry[] {
    const { hostname, pathname, search } = URL.canParse(url)
      ? new URL(url)
      : { hostname: "", pathname: "", search: "" };
    const host = hostname.replace(/^www\./, "");
    const found = [...this.#ofHost(host)];
    const number = /^(?:wa\.me|api\.whatsapp\.com|signal\.me)$/.test(host) && /\d{8,15}/.exec(pathname + search);
    if (number) found.push(...this.#get(`phone +${number[0]}`));
    const name = /^\/@?([^/]{2,})\/?$/.exec(pathname)?.[1];
    if (name) found.push(...this.#get(`handle ${host.split(".").at(-2)}:${name}`), ...this.#get(`handle ${name}`));
    return found;
  }

  /** A host, and every domain that it is under. */
  #ofHost(host: string): readonly ListedEntry[] {
    const labels = host.split(".");
    return labels.length > 12 ? [] : labels.flatMap((_, i) => this.#get(`domain ${labels.slice(i).join(".")}`));
  }

  #matchPatterns(view: TextView, found: ListedMatch[]): void {
    const text = view.plain.slice(0, patternReach);
    const candidates = new Set(this.#always);
    this.#needed.find(text, (index) => candidates.add(index));
    for (const index of candidates) {
      const { entry, expression } = this.#patterns[index]!;
      const matcher = expression.matcher(text);
      for (let n = 0; n < maxMatchesOfPattern && matcher.find(); n++) {
        if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end(), entry });
      }
    }
  }
}

/** Whether a number is written with its country: behind a plus or two noughts. */
function isInternational(view: TextView, start: number): boolean {
  return (
    /(?:\+|\b00)\s?\(?$/.test(view.plain.slice(Math.max(0, start - 4), start)) ||
    /^(?:\+|00[1-9])/.test(view.plain.slice(start, start + 3))
  );
}
