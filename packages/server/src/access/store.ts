import type { Role } from "@assay/contract";
import { type Database, newId, type Querier } from "../db/index.ts";

export interface UserRow {
  id: string;
  email: string;
  name: string;
  language: "en" | "fr";
  has_password: boolean;
  has_second_factor: boolean;
  disabled: boolean;
  created_at: Date;
  /** In the marketplace that was asked about; none where the person does not belong to it. */
  roles: Role[];
}

export interface MarketplaceRow {
  id: string;
  name: string;
  mode: "live" | "shadow";
  settings: Record<string, unknown>;
}

const userColumns = `u.id, u.email, u.name, u.language, u.password_hash is not null as has_password,
  u.totp_secret is not null as has_second_factor, u.disabled,
  u.created_at, coalesce(m.roles, '{}') as roles`;

// marketplaces

export async function marketplaceById(q: Querier, id: string): Promise<MarketplaceRow | undefined> {
  const [row] = await q.query<MarketplaceRow>("select id, name, mode, settings from marketplaces where id = $1", [id]);
  return row;
}

/** Every marketplace of this installation. */
export async function marketplaceIds(db: Database): Promise<string[]> {
  return (await db.query<{ id: string }>(null, "select id from marketplaces order by id")).map(({ id }) => id);
}

/** Makes the marketplace where it is not there yet; leaves it as it is where it is. */
export async function ensureMarketplace(q: Querier, id: string, name: string): Promise<void> {
  await q.query("insert into marketplaces (id, name) values ($1, $2) on conflict do nothing", [id, name]);
}

export async function setMode(
  q: Querier,
  id: string,
  mode: MarketplaceRow["mode"],
): Promise<MarketplaceRow | undefined> {
  const [row] = await q.query<MarketplaceRow>(
    "update marketplaces set mode = $2 where id = $1 returning id, name, mode, settings",
    [id, mode],
  );
  return row;
}

/** Settings that are given replace those of the same name; null takes one away. */
export async function changeSettings(
  q: Querier,
  id: string,
  given: Record<string, unknown>,
): Promise<MarketplaceRow | undefined> {
  const [row] = await q.query<MarketplaceRow>(
    "select id, name, mode, settings from marketplaces where id = $1 for update",
    [id],
  );
  if (!row) return undefined;
  const settings = Object.fromEntries(
    Object.entries({ ...(row.settings as Record<string, unknown>), ...given }).filter(([, value]) => value !== null),
  );
  await q.query("update marketplaces set settings = $2 where id = $1", [id, JSON.stringify(settings)]);
  return { ...row, settings };
}

// keys

export interface KeyRow {
  id: string;
  name: string;
  created_at: Date;
  /** Nothing: all that a marketplace's backend does. */
  permissions: string[] | null;
  /** Most requests and events a minute; nothing: no limit of its own. */
  per_minute: number | null;
  expires_at: Date | null;
}

export interface NewKey {
  name: string;
  /** SHA-256 of the key, in hex. */
  hash: string;
  permissions?: readonly string[] | undefined;
  perMinute?: number | undefined;
  expiresAt?: Date | undefined;
}

const keyColumns = "id, name, created_at, permissions, per_minute, expires_at";

export async function insertKey(q: Querier, marketplace: string, key: NewKey): Promise<KeyRow> {
  const [row] = await q.query<KeyRow>(
    `insert into api_keys (marketplace, id, name, hash, permissions, per_minute, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${keyColumns}`,
    [marketplace, newId("key"), key.name, key.hash, key.permissions, key.perMinute, key.expiresAt],
  );
  return row!;
}

export function listKeys(q: Querier, marketplace: string): Promise<KeyRow[]> {
  return q.query<KeyRow>(
    `select ${keyColumns} from api_keys
     where marketplace = $1 and revoked_at is null and (expires_at is null or expires_at > now()) order by created_at`,
    [marketplace],
  );
}

/** @returns the revoked key's hash; nothing where there was no such key in force */
export async function revokeKey(q: Querier, marketplace: string, id: string): Promise<string | undefined> {
  const [row] = await q.query<{ hash: string }>(
    "update api_keys set revoked_at = now() where marketplace = $1 and id = $2 and revoked_at is null returning hash",
    [marketplace, id],
  );
  return row?.hash;
}

export interface KeyOwner extends Pick<KeyRow, "id" | "name" | "permissions" | "per_minute"> {
  marketplace: string;
}

/** Whose key this is, before any marketplace is known. */
export async function keyOwner(q: Querier, hash: string): Promise<KeyOwner | undefined> {
  const [row] = await q.query<KeyOwner>(
    "select marketplace, id, name, permissions, per_minute from key_owner($1)",
    [hash],
    "key_owner",
  );
  return row;
}

// users

export async function userById(q: Querier, marketplace: string, id: string): Promise<UserRow | undefined> {
  const [row] = await q.query<UserRow>(
    `select ${userColumns} from users u left join memberships m on m.marketplace = $1 and m.user_id = u.id
     where u.id = $2`,
    [marketplace, id],
    "user_by_id",
  );
  return row;
}

export function listUsers(q: Querier, marketplace: string): Promise<UserRow[]> {
  return q.query<UserRow>(
    `select ${userColumns} from memberships m join users u on u.id = m.user_id
     where m.marketplace = $1 order by u.created_at, u.id`,
    [marketplace],
  );
}

/** Names by id, for notes and claims. Ids of keys and unknown ids are absent. */
export async function userNames(q: Querier, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await q.query<{ id: string; name: string }>("select id, name from users where id = any($1)", [ids]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface Credentials {
  id: string;
  email: string;
  password_hash: string | null;
  disabled: boolean;
  /** Sealed. */
  totp_secret: string | null;
  totp_pending: string | null;
  recovery_hashes: string[];
}

const credentialColumns = "id, email, password_hash, disabled, totp_secret, totp_pending, recovery_hashes";

export async function credentialsByEmail(q: Querier, email: string): Promise<Credentials | undefined> {
  const [row] = await q.query<Credentials>(`select ${credentialColumns} from users where email = $1`, [email]);
  return row;
}

export async function credentialsById(q: Querier, id: string): Promise<Credentials | undefined> {
  const [row] = await q.query<Credentials>(`select ${credentialColumns} from users where id = $1`, [id]);
  return row;
}

/** @param sealed a secret that is in force once a code of it was given; null forgets it */
export async function setPendingTotp(q: Querier, id: string, sealed: string | null): Promise<void> {
  await q.query("update users set totp_pending = $2 where id = $1", [id, sealed]);
}

export async function setTotp(
  q: Querier,
  id: string,
  totp: { sealed: string; step: number; recoveryHashes: readonly string[] } | null,
): Promise<void> {
  await q.query(
    "update users set totp_pending = null, totp_secret = $2, totp_step = $3, recovery_hashes = $4 where id = $1",
    [id, totp?.sealed, totp?.step ?? 0, totp?.recoveryHashes ?? []],
  );
}

/** @returns false when this step's code, or a later one's, was used before */
export async function useTotpStep(q: Querier, id: string, step: number): Promise<boolean> {
  const rows = await q.query("update users set totp_step = $2 where id = $1 and totp_step < $2 returning 1", [
    id,
    step,
  ]);
  return rows.length > 0;
}

/** @returns false when it was used before */
export async function useRecoveryHash(q: Querier, id: string, hash: string): Promise<boolean> {
  const rows = await q.query(
    "update users set recovery_hashes = array_remove(recovery_hashes, $2) where id = $1 and $2 = any(recovery_hashes) returning 1",
    [id, hash],
  );
  return rows.length > 0;
}

/** The person that an identity provider means: known by its subject, or invited under an address that it has verified, and bound now. */
export async function bindOidc(
  q: Querier,
  subject: string,
  verifiedEmail: string | undefined,
): Promise<string | undefined> {
  const [known] = await q.query<{ id: string }>("select id from users where oidc_subject = $1 and not disabled", [
    subject,
  ]);
  if (known || verifiedEmail === undefined) return known?.id;
  const [bound] = await q.query<{ id: string }>(
    "update users set oidc_subject = $1 where email = $2 and oidc_subject is null and not disabled returning id",
    [subject, verifiedEmail],
  );
  return bound?.id;
}

/** @param email in lower case, as all are stored */
export async function insertUser(q: Querier, email: string, name: string): Promise<string> {
  const [row] = await q.query<{ id: string }>(
    "insert into users (id, email, name) values ($1, $2, $3) on conflict (email) do update set email = users.email returning id",
    [newId("usr"), email, name],
  );
  return row!.id;
}

export async function updateUser(
  q: Querier,
  id: string,
  change: { name?: string | undefined; language?: string | undefined; disabled?: boolean | undefined },
): Promise<void> {
  await q.query(
    `update users set name = coalesce($2, name), language = coalesce($3, language), disabled = coalesce($4, disabled)
     where id = $1`,
    [id, change.name ?? null, change.language ?? null, change.disabled ?? null],
  );
}

export async function setPasswordHash(q: Querier, id: string, hash: string | null): Promise<void> {
  await q.query("update users set password_hash = $2 where id = $1", [id, hash]);
}

export async function setRoles(q: Querier, marketplace: string, user: string, roles: readonly Role[]): Promise<void> {
  await q.query(
    `insert into memberships (marketplace, user_id, roles) values ($1, $2, $3)
     on conflict (marketplace, user_id) do update set roles = excluded.roles`,
    [marketplace, user, roles],
  );
}

export async function isMember(q: Querier, marketplace: string, user: string): Promise<boolean> {
  const rows = await q.query("select 1 from memberships where marketplace = $1 and user_id = $2", [marketplace, user]);
  return rows.length > 0;
}

/** Every marketplace that a person works for. */
export async function marketplacesOf(q: Querier, user: string): Promise<string[]> {
  return (await q.query<{ marketplace: string }>("select marketplace from marketplaces_of($1)", [user])).map(
    (row) => row.marketplace,
  );
}

/** People who can give others their roles; the last of them must not be lost. Locks them until the transaction ends. */
export async function activeAdmins(tx: Querier, marketplace: string): Promise<string[]> {
  const rows = await tx.query<{ user_id: string }>(
    `select m.user_id from memberships m join users u on u.id = m.user_id
     where m.marketplace = $1 and 'admin' = any(m.roles) and not u.disabled order by 1 for update of m`,
    [marketplace],
  );
  return rows.map((row) => row.user_id);
}

// sessions and one-time links

export async function insertSession(
  q: Querier,
  session: { hash: string; marketplace: string; user: string; ttlMs: number; by: OpenedBy },
): Promise<void> {
  await q.query("delete from sessions where marketplace = $1 and expires_at < now()", [session.marketplace]);
  await q.query(
    `insert into sessions (hash, marketplace, user_id, expires_at, opened_by)
     values ($1, $2, $3, now() + $4 * interval '1 millisecond', $5)`,
    [session.hash, session.marketplace, session.user, session.ttlMs, session.by],
  );
}

/** How a session was opened. A second factor is asked for by whoever checked the first: here, or at the identity provider. */
export type OpenedBy = "password" | "link" | "oidc";

export async function sessionOwner(
  q: Querier,
  hash: string,
): Promise<{ marketplace: string; user_id: string; opened_by: OpenedBy } | undefined> {
  const [row] = await q.query<{ marketplace: string; user_id: string; opened_by: OpenedBy }>(
    "select marketplace, user_id, opened_by from session_owner($1)",
    [hash],
    "session_owner",
  );
  return row;
}

export async function deleteSession(q: Querier, marketplace: string, hash: string): Promise<void> {
  await q.query("delete from sessions where marketplace = $1 and hash = $2", [marketplace, hash]);
}

/** @param except the session that stays, by its hash */
export async function deleteSessionsOf(q: Querier, marketplace: string, user: string, except = ""): Promise<void> {
  await q.query("delete from sessions where marketplace = $1 and user_id = $2 and hash <> $3", [
    marketplace,
    user,
    except,
  ]);
}

/** Earlier links of the same person stop working. */
export async function insertLoginLink(
  q: Querier,
  link: { hash: string; marketplace: string; user: string; ttlMs: number },
): Promise<void> {
  await q.query("delete from login_links where marketplace = $1 and user_id = $2 and used_at is null", [
    link.marketplace,
    link.user,
  ]);
  await q.query(
    `insert into login_links (hash, marketplace, user_id, expires_at)
     values ($1, $2, $3, now() + $4 * interval '1 millisecond')`,
    [link.hash, link.marketplace, link.user, link.ttlMs],
  );
}

/** Uses a link up. @returns nothing where it was used, has lapsed, or never was */
export async function useLoginLink(
  q: Querier,
  hash: string,
): Promise<{ marketplace: string; user_id: string } | undefined> {
  const [row] = await q.query<{ marketplace: string; user_id: string }>(
    "select marketplace, user_id from use_login_link($1)",
    [hash],
  );
  return row;
}

// signed links

/** What the marketplace's signed links are signed with; made where there is none yet. */
export async function linkKey(q: Querier, marketplace: string, made: string): Promise<string> {
  await q.query("insert into link_keys (marketplace, key) values ($1, $2) on conflict do nothing", [marketplace, made]);
  const [row] = await q.query<{ key: string }>("select key from link_keys where marketplace = $1", [marketplace]);
  return row!.key;
}
