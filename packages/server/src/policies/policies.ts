/** The compiled policies of each marketplace, kept as long as they do not change. */
import { AssayError, type Mode, type ReasonCode, type Stage } from "@assay/contract";
import { detectors } from "@assay/detectors";
import {
  compilePolicies,
  type Policies,
  type PolicySource,
  starterLists,
  starterPolicies,
  starterReasons,
} from "@assay/policy";
import { LRUCache } from "lru-cache";
import type { Database, Querier } from "../db/index.ts";
import { listEntries, marketplaceMode, newestPolicies, policiesRevision, policyVersion, savePolicy } from "./store.ts";

export type Lists = Readonly<Record<string, readonly string[]>>;

/** What is in force at a marketplace. */
export interface MarketplacePolicies {
  mode: Mode;
  compiled: Policies;
  lists: Lists;
  /** When the lists were read, RFC 3339; a replay reads them as of then. */
  listsAt: string;
  sources: readonly PolicySource[];
}

/** How long a change may stay unseen, in ms. */
const freshMs = 1000;

export class PolicyBook {
  readonly reasons: readonly ReasonCode[] = starterReasons();
  readonly #db: Database;
  readonly #current = new Map<
    string,
    { checkedAt: number; revision: string; policies: Promise<MarketplacePolicies> }
  >();
  readonly #past = new LRUCache<string, Policies>({ max: 50 });

  constructor(db: Database) {
    this.#db = db;
  }

  /** The policies in force; at most a second old. */
  async current(marketplace: string): Promise<MarketplacePolicies> {
    const known = this.#current.get(marketplace);
    if (known && Date.now() - known.checkedAt < freshMs) return known.policies;
    if (known) known.checkedAt = Date.now();
    const db = this.#db.for(marketplace);
    const revision = await policiesRevision(db, marketplace);
    const latest = this.#current.get(marketplace);
    if (latest?.revision === revision) return latest.policies;
    const policies = this.#load(marketplace).catch((error: unknown) => {
      this.#current.delete(marketplace);
      // Not the sender's mistake: they were checked when they were saved, so a detector or a list is gone since.
      if (!(error instanceof AssayError) || error.code !== "invalid_policy") throw error;
      throw new AssayError("unavailable", `The policies in force no longer fit what is installed. ${error.message}`);
    });
    this.#current.set(marketplace, { checkedAt: Date.now(), revision, policies });
    return policies;
  }

  /** What is in force is read anew: it was changed in this process. */
  forget(marketplace: string): void {
    this.#current.delete(marketplace);
  }

  /** The policies as they were at given versions (`listing@3`), for replay. */
  async at(
    marketplace: string,
    versions: readonly string[],
    listsAt: string,
  ): Promise<Pick<MarketplacePolicies, "compiled" | "lists">> {
    const db = this.#db.for(marketplace);
    const lists = withStarters(await listEntries(db, marketplace, new Date(listsAt)));
    const key = `${marketplace} ${versions.join(" ")} ${Object.keys(lists).join(" ")}`;
    const known = this.#past.get(key);
    if (known) return { compiled: known, lists };
    const sources = await Promise.all(
      versions.map(async (name) => {
        const [stage = "", version] = name.split("@");
        const source = await policyVersion(db, marketplace, stage, Number(version));
        if (!source) throw new AssayError("not_found", `There is no policy ${name}.`);
        return source;
      }),
    );
    const compiled = this.#compile(sources, Object.keys(lists));
    this.#past.set(key, compiled);
    return { compiled, lists };
  }

  /**
   * Checks a policy and saves it as the next version.
   * @throws AssayError `invalid_policy` with line and column of every mistake
   */
  async save(marketplace: string, stage: Stage, source: string, author: string): Promise<number> {
    const db = this.#db.for(marketplace);
    const others = (await newestPolicies(db, marketplace)).filter((policy) => policy.stage !== stage);
    const lists = withStarters(await listEntries(db, marketplace, new Date()));
    this.#compile([...others, { stage, version: 0, source }], Object.keys(lists));
    const version = await savePolicy(db, marketplace, stage, source, author);
    this.#current.delete(marketplace);
    return version;
  }

  /** Gives a new marketplace the starter policies. Stages that it has already are left alone. */
  async start(marketplace: string): Promise<void> {
    const db = this.#db.for(marketplace);
    const known = new Set((await newestPolicies(db, marketplace)).map((policy) => policy.stage));
    for (const { stage, source } of starterPolicies(detectors)) {
      if (!known.has(stage)) await savePolicy(db, marketplace, stage, source, "starter");
    }
    this.#current.delete(marketplace);
  }

  async #load(marketplace: string): Promise<MarketplacePolicies> {
    const db = this.#db.for(marketplace);
    const now = new Date();
    const [sources, entries] = await Promise.all([newestPolicies(db, marketplace), listEntries(db, marketplace, now)]);
    const lists = withStarters(entries);
    const mode = await marketplaceMode(db, marketplace);
    return { mode, compiled: this.#compile(sources, Object.keys(lists)), lists, listsAt: now.toISOString(), sources };
  }

  #compile(sources: readonly PolicySource[], lists: readonly string[]): Policies {
    return compilePolicies(sources, {
      detectors,
      lists,
      reasons: this.reasons,
    });
  }
}

function withStarters(lists: Record<string, string[]>): Record<string, string[]> {
  return { ...Object.fromEntries(starterLists.map((name) => [name, []])), ...lists };
}

/** Every list with its values in force, those that starter policies and detectors name included. */
export async function listsOf(q: Querier, marketplace: string): Promise<Lists> {
  return withStarters(await listEntries(q, marketplace, new Date()));
}
