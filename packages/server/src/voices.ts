/** How each marketplace speaks to people: its language and terms, and the links that it signs. */
import { type LinkPurpose, linkKey, marketplaceById, newSecret, signLink } from "./access/index.ts";
import type { Database } from "./db/index.ts";
import type { Voice } from "./decisions/index.ts";
import type { PolicyBook } from "./policies/index.ts";

const dayMs = 86_400_000;
/** How long a decision can be contested, in ms: six months (Digital Services Act, article 20(1)). */
export const contestMs = 183 * dayMs;
/** How long after that the same link still shows what became of it, in ms. */
const afterMs = 183 * dayMs;

export interface MarketplaceVoice extends Voice {
  /** A link that opens one thing without a log-in; undefined where people cannot reach this installation. */
  link(purpose: LinkPurpose, id: string, from: Date): string | undefined;
}

export class Voices {
  /** Where people reach this installation; known once it listens. */
  address: string | undefined;
  readonly #db: Database;
  readonly #policies: PolicyBook;
  readonly #keys = new Map<string, Promise<string>>();

  constructor({ db, policies, address }: { db: Database; policies: PolicyBook; address?: string | undefined }) {
    this.#db = db;
    this.#policies = policies;
    this.address = address;
  }

  /** What the marketplace's links are signed with. */
  key(marketplace: string): Promise<string> {
    let key = this.#keys.get(marketplace);
    if (!key) {
      key = linkKey(this.#db.for(marketplace), marketplace, newSecret("")).catch((error: unknown) => {
        this.#keys.delete(marketplace);
        throw error;
      });
      this.#keys.set(marketplace, key);
    }
    return key;
  }

  /** The same where there is such a marketplace, whoever names it. */
  async keyOf(marketplace: string): Promise<string | undefined> {
    const there = this.#keys.has(marketplace) || (await marketplaceById(this.#db.for(marketplace), marketplace));
    return there ? this.key(marketplace) : undefined;
  }

  async of(marketplace: string): Promise<MarketplaceVoice> {
    const [key, { settings }] = await Promise.all([this.key(marketplace), this.#policies.current(marketplace)]);
    const { language, terms_name: name, terms_url: url } = settings.statements ?? {};
    const link: MarketplaceVoice["link"] = (purpose, id, from) => {
      if (this.address === undefined) return undefined;
      const token = signLink(key, { purpose, marketplace, id, expires: from.getTime() + contestMs + afterMs });
      return `${this.address}/${pages[purpose]}/${token}`;
    };
    const reachable = this.address !== undefined;
    return {
      language,
      terms: { name, url },
      link,
      contest: reachable
        ? (id, from) => ({ url: link("decision", id, from)!, until: new Date(from.getTime() + contestMs) })
        : undefined,
    };
  }
}

/** The page that each link opens. */
const pages: Record<LinkPurpose, string> = { decision: "statement", report: "notice-status" };
