/** Who makes a request: API keys and sessions looked up by their hash, log-in by password or one-time link. */
import { AssayError, type Me, marketplaceSettingsSchema, picturesShownSchema } from "@assay/contract";
import { LRUCache } from "lru-cache";
import type { Database, Querier } from "../db/index.ts";
import { Lockout } from "./lockout.ts";
import { hashPassword, minPasswordLength, verifyPassword } from "./passwords.ts";
import { permissionsOf, permissionsOfKey } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import type { Sealer } from "./sealing.ts";
import { newRecoveryCodes, newTotpSecret, recoveryHash, recoveryMatch, totpStep, totpUri } from "./second_factor.ts";
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

interface LoginOptions {
  marketplace?: string | undefined;
  code?: string | undefined;
}

export interface OpenedSession {
  token: string;
  principal: Principal;
}

export class Access {
  readonly #db: Database;
  readonly #sealer: Sealer;
  readonly #now: () => number;
  readonly #lockout: Lockout;
  readonly #marketplaces = new LRUCache<string, boolean>({ max: 1000, ttl: keyCacheMs });
  readonly #keys = new LRUCache<string, Principal>({ max: 1000, ttl: keyCacheMs });

  /** Marketplaces whose people need a second factor. */
  readonly #demanding = new LRUCache<string, boolean>({ max: 1000, ttl: keyCacheMs });

  constructor(db: Database, sealer: Sealer, now: () => number = Date.now) {
    this.#db = db;
    this.#sealer = sealer;
    this.#now = now;
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
   * @param code of the second factor, or a recovery code; asked for once the password was right
   * @returns the session's token, for the cookie
   * @throws AssayError `unauthenticated`, the same for every reason; `second_factor_required`; `too_many_requests` after repeated failures
   */
  async login(email: string, password: string, { marketplace, code }: LoginOptions = {}): Promise<OpenedSession> {
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
    await this.#checkCode(q, user, code);
    this.#lockout.succeeded(address);
    return this.#open(where, user.id, "password");
  }

  /** @throws AssayError `link_used`; `second_factor_required`, after which the link still works */
  loginByLink(link: string, code?: string): Promise<OpenedSession> {
    return this.#db
      .transaction(nowhere, async (tx) => {
        const used = await store.useLoginLink(tx, secretHash(link));
        if (!used) throw new AssayError("link_used");
        const user = await store.credentialsById(tx, used.user_id);
        const wait = this.#lockout.wait(`link ${used.user_id}`);
        if (wait > 0) throw new AssayError("too_many_requests", `Too many failed attempts; try again in ${wait} s.`);
        if (user && code !== undefined) this.#lockout.failed(`link ${used.user_id}`);
        if (user) await this.#checkCode(tx, user, code);
        return used;
      })
      .then((used) => this.#open(used.marketplace, used.user_id, "link"));
  }

  /**
   * Opens a session for whom an identity provider vouches for.
   * @param subject issuer and subject, as one text
   * @param verifiedEmail address that the provider has verified; binds an invited person the first time
   * @throws AssayError `unauthenticated` where nobody was invited
   */
  async loginByOidc(subject: string, verifiedEmail: string | undefined): Promise<OpenedSession> {
    const q = this.#db.for(nowhere);
    const id = await store.bindOidc(q, subject, verifiedEmail && normalEmail(verifiedEmail));
    const [where] = id ? await store.marketplacesOf(q, id) : [];
    if (!id || where === undefined) {
      throw new AssayError("unauthenticated", "Nobody was invited under this address: ask an administrator.");
    }
    return this.#open(where, id, "oidc");
  }

  /**
   * Begins a second factor: it is in force once a code of it was given.
   * @returns the secret in base32, and the address that an authenticator app reads
   */
  async beginSecondFactor(principal: Principal): Promise<{ secret: string; uri: string }> {
    const q = this.#db.for(principal.marketplace);
    const user = await store.credentialsById(q, principal.id);
    if (!user) throw new AssayError("unauthenticated");
    if (user.totp_secret) throw new AssayError("invalid_request", "There is a second factor: end it first.");
    const secret = newTotpSecret();
    await store.setPendingTotp(q, user.id, this.#sealer.seal(secret, totpPurpose(user.id)));
    return { secret, uri: totpUri(secret, user.email) };
  }

  /**
   * Puts the begun second factor in force, and ends the person's other sessions here.
   * @returns ten recovery codes, shown this once
   * @throws AssayError `invalid_request` when none was begun or the code is not of it
   */
  async confirmSecondFactor(principal: Principal, code: string, token: string | undefined): Promise<string[]> {
    const q = this.#db.for(principal.marketplace);
    const user = await store.credentialsById(q, principal.id);
    if (!user?.totp_pending) throw new AssayError("invalid_request", "No second factor was begun.");
    const step = totpStep(this.#sealer.open(user.totp_pending, totpPurpose(user.id)), code, this.#now());
    if (step === undefined) {
      throw new AssayError(
        "invalid_request",
        "This is not the app's code. Check the clock of the device that shows it.",
      );
    }
    const codes = newRecoveryCodes();
    await this.#db.transaction(principal.marketplace, async (tx) => {
      await store.setTotp(tx, user.id, { sealed: user.totp_pending!, step, recoveryHashes: codes.map(recoveryHash) });
      await store.deleteSessionsOf(tx, principal.marketplace, user.id, token && secretHash(token));
    });
    return codes;
  }

  /** Ends one's own second factor. @throws AssayError `unauthenticated` when the code is wrong; `too_many_requests` */
  async endSecondFactor(principal: Principal, code: string): Promise<void> {
    const q = this.#db.for(principal.marketplace);
    const user = await store.credentialsById(q, principal.id);
    if (!user?.totp_secret) throw new AssayError("not_found", "There is no second factor.");
    const name = `end ${user.id}`;
    const wait = this.#lockout.wait(name);
    if (wait > 0) throw new AssayError("too_many_requests", `Too many failed attempts; try again in ${wait} s.`);
    this.#lockout.failed(name);
    await this.#checkCode(q, user, code);
    this.#lockout.succeeded(name);
    await store.setTotp(q, user.id, null);
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
      marketplace: {
        id: marketplace.id,
        name: marketplace.name,
        mode: marketplace.mode,
        pictures: picturesShownSchema.parse(marketplace.settings.pictures ?? {}),
      },
      permissions: [...principal.permissions].sort(),
      must_set_password: !user.has_password,
      must_set_second_factor: principal.mustSetSecondFactor ?? false,
    };
  }

  /** A revoked key stops working in this process at once. */
  forgetKey(hash: string): void {
    this.#keys.delete(hash);
  }

  /** What a marketplace demands is read anew in this process at once. */
  forgetSettings(marketplace: string): void {
    this.#demanding.delete(marketplace);
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
    const session = await store.sessionOwner(this.#db.for(nowhere), hash);
    return session ? this.#person(session.marketplace, session.user_id, session.opened_by) : null;
  }

  /** Read each time: roles that were taken away are gone at once. */
  async #person(marketplace: string, id: string, openedBy: store.OpenedBy): Promise<Principal | null> {
    const user = await store.userById(this.#db.for(marketplace), marketplace, id);
    if (!user || user.disabled || user.roles.length === 0) return null;
    const person = { marketplace, kind: "user", id, name: user.name } as const;
    // Until it is set, nothing but setting it: who came by an identity provider has theirs there.
    if (openedBy !== "oidc" && !user.has_second_factor && (await this.#demandsSecondFactor(marketplace))) {
      return { ...person, permissions: new Set(["desk.use"]), mustSetSecondFactor: true };
    }
    return { ...person, permissions: permissionsOf(user.roles) };
  }

  async #demandsSecondFactor(marketplace: string): Promise<boolean> {
    let known = this.#demanding.get(marketplace);
    if (known === undefined) {
      const row = await store.marketplaceById(this.#db.for(marketplace), marketplace);
      known = marketplaceSettingsSchema.parse(row?.settings ?? {}).second_factor_required ?? false;
      this.#demanding.set(marketplace, known);
    }
    return known;
  }

  /** Takes a code once. @throws AssayError `second_factor_required` without one, `unauthenticated` when it is wrong or was used */
  async #checkCode(q: Querier, user: store.Credentials, code: string | undefined): Promise<void> {
    if (!user.totp_secret) return;
    if (code === undefined) throw new AssayError("second_factor_required");
    const step = totpStep(this.#sealer.open(user.totp_secret, totpPurpose(user.id)), code, this.#now());
    if (step !== undefined && (await store.useTotpStep(q, user.id, step))) return;
    const recovery = recoveryMatch(user.recovery_hashes, code);
    if (recovery !== undefined && (await store.useRecoveryHash(q, user.id, recovery))) return;
    throw new AssayError("unauthenticated", "This code is wrong, or was used already.");
  }

  async #open(marketplace: string, user: string, by: store.OpenedBy): Promise<OpenedSession> {
    const principal = await this.#person(marketplace, user, by);
    if (!principal) throw new AssayError("unauthenticated", "This account has no access.");
    const token = newSecret("");
    await store.insertSession(this.#db.for(marketplace), {
      hash: secretHash(token),
      marketplace,
      user,
      ttlMs: sessionMs,
      by,
    });
    return { token, principal };
  }
}

const totpPurpose = (user: string) => `totp ${user}`;

/** Before the marketplace is known only the functions that answer by a secret's hash see anything. */
const nowhere = "";
