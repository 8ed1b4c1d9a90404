/** The compiled policies of each marketplace, kept as long as they do not change. */
import {
  AssayError,
  type MarketplaceSettings,
  type Mode,
  type Playbook,
  type ReasonCode,
  type Stage,
} from "@assay/contract";
import { detectors } from "@assay/detectors";
import {
  checkStage,
  compilePolicies,
  type ParsedPolicy,
  type Policies,
  type PolicySource,
  type PolicyVocabulary,
  parsePolicy,
  starterPlaybooks,
  starterPolicies,
  starterReasons,
} from "@assay/policy";
import { LRUCache } from "lru-cache";
import type { Database } from "../db/index.ts";
import { ListsInForce } from "./lists.ts";
import { listsVersion } from "./store/lists.ts";
import { openSwitches } from "./store/switches.ts";
import { marketplaceSettings, newestPolicies, policiesRevision, policyVersion, savePolicy } from "./store.ts";

/** What was stopped at once, by kind: rules as `stage/rule`, detectors by id. */
export interface Stopped {
  rules: readonly string[];
  detectors: readonly string[];
}

/** What is in force at a marketplace. */
export interface MarketplacePolicies {
  mode: Mode;
  settings: MarketplaceSettings;
  compiled: Policies;
  /** A replay reads them as of their version and time. */
  lists: ListsInForce;
  sources: readonly PolicySource[];
  stopped: Stopped;
}

/** How long a change may stay unseen, in ms: half of the second that is promised, for it has to be read and compiled too. */
const freshMs = 500;

export class PolicyBook {
  readonly reasons: readonly ReasonCode[] = starterReasons();
  readonly playbooks: readonly Playbook[] = starterPlaybooks();
  readonly #db: Database;
  readonly #current = new Map<
    string,
    { checkedAt: number; revision: string; expiresAt: number; policies: Promise<MarketplacePolicies> }
  >();
  readonly #past = new LRUCache<string, Policies>({ max: 50 });
  /** Kept when the policies are forgotten: the next lists are made from them. */
  readonly #lists = new Map<string, ListsInForce>();
  readonly #pastLists = new LRUCache<string, ListsInForce>({ max: 4 });

  constructor(db: Database) {
    this.#db = db;
  }

  /** The policies in force; at most half a second old. */
  async current(marketplace: string): Promise<MarketplacePolicies> {
    const known = this.#current.get(marketplace);
    if (known && Date.now() - known.checkedAt < freshMs && Date.now() < known.expiresAt) return known.policies;
    if (known) known.checkedAt = Date.now();
    const db = this.#db.for(marketplace);
    const revision = await policiesRevision(db, marketplace);
    const latest = this.#current.get(marketplace);
    if (latest?.revision === revision && Date.now() < latest.expiresAt) return latest.policies;
    const policies = this.#load(marketplace).catch((error: unknown) => {
      this.#current.delete(marketplace);
      // Not the sender's mistake: they were checked when they were saved, so a detector or a list is gone since.
      if (!(error instanceof AssayError) || error.code !== "invalid_policy") throw error;
      throw new AssayError("unavailable", `The policies in force no longer fit what is installed. ${error.message}`);
    });
    const entry = { checkedAt: Date.now(), revision, expiresAt: Number.POSITIVE_INFINITY, policies };
    this.#current.set(marketplace, entry);
    entry.expiresAt = (await policies).lists.expiresAt;
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
    listsVersion: number,
  ): Promise<Pick<MarketplacePolicies, "compiled" | "lists">> {
    const db = this.#db.for(marketplace);
    const listsKey = `${marketplace} ${listsVersion} ${listsAt}`;
    const lists =
      this.#pastLists.get(listsKey) ?? (await ListsInForce.read(db, marketplace, listsVersion, new Date(listsAt)));
    this.#pastLists.set(listsKey, lists);
    const key = `${marketplace} ${versions.join(" ")} ${Object.keys(lists.values).join(" ")}`;
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
    const compiled = this.#compile(sources, Object.keys(lists.values));
    this.#past.set(key, compiled);
    return { compiled, lists };
  }

  /** What conditions may name at a marketplace now. */
  async vocabulary(marketplace: string): Promise<PolicyVocabulary> {
    return this.#vocabulary(Object.keys((await this.lists(marketplace)).values));
  }

  /** Reads a stage's policy against everything that it may name here: its rules, and every mistake with its place. */
  async check(marketplace: string, stage: Stage, source: string): Promise<ParsedPolicy> {
    return checkStage(parsePolicy(source, `${stage}.yaml`, await this.vocabulary(marketplace)), stage);
  }

  /** @throws AssayError `invalid_policy` with line and column of every mistake */
  async require(marketplace: string, stage: Stage, source: string): Promise<void> {
    const lists = Object.keys((await this.lists(marketplace)).values);
    this.#compile([{ stage, version: 0, source }], lists);
  }

  /** The lists as they stood at a version and moment; `before` is what is known of an earlier one. */
  listsAt(marketplace: string, version: number, at: Date, before?: ListsInForce): Promise<ListsInForce> {
    const earlier = before && before.version <= version ? before : undefined;
    return ListsInForce.read(this.#db.for(marketplace), marketplace, version, at, earlier);
  }

  /**
   * Checks a policy and saves it as the next version.
   * @throws AssayError `invalid_policy` with line and column of every mistake
   */
  async save(marketplace: string, stage: Stage, source: string, author: string): Promise<number> {
    const db = this.#db.for(marketplace);
    await this.require(marketplace, stage, source);
    const version = await savePolicy(db, marketplace, stage, source, author);
    this.#current.delete(marketplace);
    return version;
  }

  /** The lists as they stand now. */
  async lists(marketplace: string): Promise<ListsInForce> {
    const db = this.#db.for(marketplace);
    const version = await listsVersion(db, marketplace);
    const known = this.#lists.get(marketplace);
    const now = new Date();
    if (known?.version === version && now.getTime() < known.expiresAt) return known;
    // Two at once may pass each other; then each reads from what it knew, and the newer one is kept.
    const lists = await ListsInForce.read(
      db,
      marketplace,
      version,
      now,
      known && known.version <= version ? known : undefined,
    );
    if ((this.#lists.get(marketplace)?.version ?? -1) <= version) this.#lists.set(marketplace, lists);
    return lists;
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
    const [sources, lists, switches] = await Promise.all([
      newestPolicies(db, marketplace),
      this.lists(marketplace),
      openSwitches(db, marketplace),
    ]);
    const targets = (kind: string) => switches.filter((one) => one.kind === kind).map(({ target }) => target);
    const stopped = { rules: targets("rule"), detectors: targets("detector") };
    const { mode: set, settings } = await marketplaceSettings(db, marketplace);
    // What is decided while enforcement is stopped is decided as in shadow: kept, and told to nobody.
    const mode = switches.some(({ kind }) => kind === "enforcement") ? "shadow" : set;
    const compiled = this.#compile(sources, Object.keys(lists.values));
    return { mode, settings, compiled, lists, sources, stopped };
  }

  #compile(sources: readonly PolicySource[], lists: readonly string[]): Policies {
    return compilePolicies(sources, this.#vocabulary(lists));
  }

  #vocabulary(lists: readonly string[]): PolicyVocabulary {
    return { detectors, lists, reasons: this.reasons };
  }
}
