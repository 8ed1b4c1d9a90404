/** Who makes a request: API keys and sessions looked up by their hash, log-in by password or one-time link. */
import { AssayError, type Me } from "@assay/contract";
import { LRUCache } from "lru-cache";
import type { Database } from "../db/index.ts";
import { Lockout } from "./lockout.ts";
import { hashPassword, minPasswordLength, verifyPassword } from "./passwords.ts";
import { permissionsOf, permissionsOfKey } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { apiKeyPrefix, newSecret, secretHash } from "./secrets.ts";
import * as store from "./store.ts";
import { normalEmail, userOf } from "./user.ts";

export const sessionCookie = "assay_session";
/** Sent by the desk with every change: another site's page cannot add a header of its own to a form. */
export const csrfHeader = "x-assay-csrf";

/** How long a session lasts, in ms: one working day. */
export const sessionMs = 12 * 3_600_000;
/** How long a revoked key may go on working in other processes than the one that revoked it, in ms. */
const keyCacheMs = 5_000;

interface Credentials {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  cookies: Readonly<Record<string, string | undefined>>;
}

export class Access {
  readonly #db: Database;
  readonly #lockout: Lockout;
  readonly #marketplaces = new LRUCache<string, boolean>({ max: 1000, ttl: keyCacheMs });
  readonly #keys = new LRUCache<string, Principal>({ max: 1000, ttl: keyCacheMs });

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db;
    this.#lockout = new Lockout(now);
  }

  /**
   * @returns nobody where there is no credential or it is not (or no longer) good
   * @throws AssayError `forbidden` for a change by session without the CSRF header
   */
  async authenticate({ method, headers, cookies }: Credentials): Promise<Principal | null> {
    const authorization = headers["authorization"];
    if (typeof authorization === "string") {
      const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      return token?.startsWith(apiKeyPrefix) ? this.#byKey(secretHash(token)) : null;
    }
    const token = cookies[sessionCookie];
    if (!token) return null;
    const principal = await this.#bySession(secretHash(token));
    if (principal && method !== "GET" && method !== "HEAD" && headers[csrfHeader] !== "1") {
      throw new AssayError("forbidden", `A change by session needs the header ${csrfHeader}: 1.`);
    }
    return principal;
  }

  /**
   * Opens a session for the first marketplace that the person works for, or the one named.
   * @returns the session's token, for the cookie
   * @throws AssayError `unauthenticated`, the same for every reason; `too_many_requests` after repeated failures
   */
  async login(email: string, password: string, marketplace?: string): Promise<{ token: string; principal: Principal }> {
    const address = normalEmail(email);
    const wait = this.#lockout.wait(address);
    if (wait > 0) throw new AssayError("too_many_requests", `Too many failed attempts; try again in ${wait} s.`);
    // Counted before the slow check, so that attempts made at once count as well.
    this.#lockout.failed(address);
    const q = this.#db.for(nowhere);
    const user = await store.credentialsByEmail(q, address);
    const matches = await verifyPassword(user?.password_hash ?? null, password);
    const works = user && matches && !user.disabled ? await store.marketplacesOf(q, user.id) : [];
    const where = marketplace === undefined ? works[0] : works.find((id) => id === marketplace);
    if (!user || where === undefined) throw new AssayError("unauthenticated", "E-mail or password is wrong.");
    this.#lockout.succeeded(address);
    return this.#open(where, user.id);
  }

  /** @throws AssayError `link_used` */
  async loginByLink(link: string): Promise<{ token: string; principal: Principal }> {
    const used = await store.useLoginLink(this.#db.for(nowhere), secretHash(link));
    if (!used) throw new AssayError("link_used");
    return this.#open(used.marketplace, used.user_id);
  }

  /** Whether there is a marketplace of this name; asked where no key or session vouches for it. */
  async isMarketplace(id: string): Promise<boolean> {
    let known = this.#marketplaces.get(id);
    if (known === undefined) {
      known = (await store.marketplaceById(this.#db.for(id), id)) !== undefined;
      this.#marketplaces.set(id, known);
    }
    return known;
  }

  async logout(principal: Principal, token: string | undefined): Promise<void> {
    if (token) {
      await store.deleteSession(this.#db.for(principal.marketplace), principal.marketplace, secretHash(token));
    }
  }

  /**
   * Sets a person's own password and ends their other sessions here.
   * @throws AssayError `invalid_request` when it is too short
   */
  async setPassword(principal: Principal, password: string, token: string | undefined): Promise<void> {
    if ([...password].length < minPasswordLength) {
      throw new AssayError("invalid_request", `A password has at least ${minPasswordLength} characters.`);
    }
    const hash = await hashPassword(password);
    await this.#db.transaction(principal.marketplace, async (tx) => {
      await store.setPasswordHash(tx, principal.id, hash);
      await store.deleteSessionsOf(tx, principal.marketplace, principal.id, token && secretHash(token));
    });
  }

  async me(principal: Principal): Promise<Me> {
    const q = this.#db.for(principal.marketplace);
    const [user, marketplace] = await Promise.all([
      store.userById(q, principal.marketplace, principal.id),
      store.marketplaceById(q, principal.marketplace),
    ]);
    if (!user || !marketplace) throw new AssayError("unauthenticated");
    return {
      user: userOf(user),
      marketplace: { id: marketplace.id, name: marketplace.name, mode: marketplace.mode },
      permissions: [...principal.permissions].sort(),
      must_set_password: !user.has_password,
    };
  }

  /** A revoked key stops working in this process at once. */
  forgetKey(hash: string): void {
    this.#keys.delete(hash);
  }

  async #byKey(hash: string): Promise<Principal | null> {
    const known = this.#keys.get(hash);
    if (known) return known;
    const owner = await store.keyOwner(this.#db.for(nowhere), hash);
    if (!owner) return null;
    const { marketplace, id, name, per_minute } = owner;
    const principal: Principal = {
      marketplace,
      kind: "key",
      id,
      name,
      permissions: permissionsOfKey(owner.permissions),
      ...(per_minute !== null && { perMinute: per_minute }),
    };
    this.#keys.set(hash, principal);
    return principal;
  }

  async #bySession(hash: string): Promise<Principal | null> {
    const session = await store.sessionOf(this.#db.for(nowhere), hash);
    return session ? this.#person(session.marketplace, session.user_id) : null;
  }

  /** Read each time: roles that were taken away are gone at once. */
  async #person(marketplace: string, id: string): Promise<Principal | null> {
    const user = await store.userById(this.#db.for(marketplace), marketplace, id);
    if (!user || user.disabled || user.roles.length === 0) return null;
    return { marketplace, kind: "user", id, name: user.name, permissions: permissionsOf(user.roles) };
  }

  async #open(marketplace: string, user: string): Promise<{ token: string; principal: Principal }> {
    const principal = await this.#person(marketplace, user);
    if (!principal) throw new AssayError("unauthenticated", "This account has no access.");
    const token = newSecret("");
    await store.insertSession(this.#db.for(marketplace), {
      hash: secretHash(token),
      marketplace,
      user,
      ttlMs: sessionMs,
    });
    return { token, principal };
  }
}

/** Before the marketplace is known only the functions that answer by a secret's hash see anything. */
const nowhere = "";
