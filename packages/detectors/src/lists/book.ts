/** All lists of a marketplace, as of one version: compiled once, changed in small steps. */
import { isAllowList } from "@assay/contract";
import type { TextView } from "../text/index.ts";
import { ListedEntries, type ListedEntry, type ListedMatch } from "./entries.ts";

/** So many changes are kept beside the bulk before all is compiled anew: 100,000 phrases take about half a second. */
const mostChanges = 2_000;

const keyOf = ({ list, kind, value }: ListedEntry) => `${list}\n${kind}\n${value}`;

/** One half of a book: what is looked for, or what is passed over. */
export class ListSide {
  readonly #bulk: ListedEntries;
  readonly #recent: ListedEntries | undefined;
  /** Entries of the bulk and of the recent ones that are in force; undefined where all are. */
  readonly #gone: ReadonlySet<string>;
  readonly size: number;

  constructor(bulk: ListedEntries, recent: readonly ListedEntry[], gone: ReadonlySet<string>, size: number) {
    this.#bulk = bulk;
    this.#recent = recent.length > 0 ? new ListedEntries(recent) : undefined;
    this.#gone = gone;
    this.size = size;
  }

  get bulk(): ListedEntries {
    return this.#bulk;
  }

  find(view: TextView, countries: readonly string[]): ListedMatch[] {
    if (this.size === 0) return [];
    const bulk = this.#bulk.find(view, countries);
    const found = this.#gone.size > 0 ? bulk.filter(({ entry }) => !this.#gone.has(keyOf(entry))) : bulk;
    return this.#recent ? [...found, ...this.#recent.find(view, countries)] : found;
  }

  ofContact(...contact: Parameters<ListedEntries["ofContact"]>): ListedEntry[] {
    const found = this.#bulk.ofContact(...contact).filter((entry) => !this.#gone.has(keyOf(entry)));
    return [...found, ...(this.#recent?.ofContact(...contact) ?? [])];
  }
}

/** Immutable; `changed` gives the next one. */
export class ListBook {
  /** What is found where it stands in a text. */
  readonly listed: ListSide;
  /** What is passed over: no detector sees it. */
  readonly allowed: ListSide;
  readonly #entries: ReadonlyMap<string, ListedEntry>;
  /** Keys of what was compiled in bulk. */
  readonly #bulk: ReadonlySet<string>;

  /** @param entries of any lists; those of kind `value` are left out, and each counts once */
  constructor(entries: readonly ListedEntry[], before?: ListBook) {
    const all = new Map(entries.filter(({ kind }) => kind !== "value").map((entry) => [keyOf(entry), entry]));
    const recent = before ? [...all].flatMap(([key, entry]) => (before.#bulk.has(key) ? [] : [entry])) : [];
    const gone = new Set(before ? [...before.#bulk].filter((key) => !all.has(key)) : []);
    const anew = !before || recent.length + gone.size > mostChanges;
    this.#entries = all;
    this.#bulk = anew ? new Set(all.keys()) : before.#bulk;
    const side = (isAllow: boolean, bulk: ListedEntries | undefined): ListSide => {
      const own = (list: readonly ListedEntry[]) => list.filter((entry) => isAllowList(entry.list) === isAllow);
      const mine = own([...all.values()]);
      if (anew || !bulk) return new ListSide(new ListedEntries(mine), [], new Set(), mine.length);
      return new ListSide(bulk, own(recent), gone, mine.length);
    };
    this.listed = side(false, before?.listed.bulk);
    this.allowed = side(true, before?.allowed.bulk);
  }

  get size(): number {
    return this.#entries.size;
  }
}
