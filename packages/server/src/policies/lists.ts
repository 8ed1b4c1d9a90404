/** A marketplace's lists as of one version: values for conditions, compiled entries for detectors. */
import { ListBook } from "@assay/detectors";
import { starterLists } from "@assay/policy";
import type { Querier } from "../db/index.ts";
import { type EntryState, listChanges } from "./store/lists.ts";

export type Lists = Readonly<Record<string, readonly string[]>>;

const keyOf = ({ kind, value }: EntryState) => `${kind}\n${value}`;
type Entries = ReadonlyMap<string, ReadonlyMap<string, EntryState>>;

/** Immutable. The next version is made from this one and what changed, so that a change costs what changed. */
export class ListsInForce {
  readonly version: number;
  /** The moment as of which entries have expired or not, RFC 3339. */
  readonly at: string;
  readonly values: Lists;
  readonly book: ListBook;
  /** In ms since 1970: when the next entry expires; infinity when none does. */
  readonly expiresAt: number;
  readonly #entries: Entries;

  private constructor(version: number, at: Date, entries: Entries, before?: ListsInForce) {
    const stands = ({ expires_at: end }: EntryState) => end === null || end > at;
    const now = at.getTime();
    let expiresAt = Number.POSITIVE_INFINITY;
    let same = before !== undefined;
    const values: Record<string, readonly string[]> = Object.fromEntries(starterLists.map((name) => [name, none]));
    for (const [list, own] of entries) {
      for (const { expires_at: end } of own.values()) {
        if (end !== null && end.getTime() > now) expiresAt = Math.min(expiresAt, end.getTime());
      }
      // A list that did not change keeps its array: detectors and conditions remember what they made of it.
      const unchanged = before !== undefined && before.#entries.get(list) === own && before.expiresAt > now;
      same &&= unchanged;
      values[list] = unchanged
        ? before.values[list]!
        : [...new Set([...own.values()].filter(stands).map(({ value }) => value))].sort();
    }
    this.version = version;
    this.at = at.toISOString();
    this.values = values;
    this.expiresAt = expiresAt;
    this.#entries = entries;
    this.book = same
      ? before!.book
      : new ListBook(
          [...entries.values()].flatMap((own) => [...own.values()].filter(stands)),
          before?.book,
        );
  }

  /** @param before of an older version; without it every entry is read */
  static async read(
    q: Querier,
    marketplace: string,
    version: number,
    at: Date,
    before?: ListsInForce,
  ): Promise<ListsInForce> {
    const since = before?.version ?? -1;
    const changes = version === since ? [] : await listChanges(q, marketplace, since, version);
    const entries = new Map(before ? before.#entries : []);
    for (const [list, changed] of Map.groupBy(changes, (change) => change.list)) {
      const own = new Map(entries.get(list));
      for (const { live, ...entry } of changed) {
        if (live) own.set(keyOf(entry), entry);
        else own.delete(keyOf(entry));
      }
      entries.set(list, own);
    }
    return new ListsInForce(version, at, entries, before);
  }
}

const none: readonly string[] = [];
