/** Inviting people and changing what they may do. The caller's transaction also writes the audit entry. */
import { AssayError, type Role, type User } from "@assay/contract";
import type { Querier } from "../db/index.ts";
import { newSecret, secretHash } from "./secrets.ts";
import * as store from "./store.ts";
import { normalEmail, userOf } from "./user.ts";

/** How long a one-time link can be used, in ms: a week. */
const loginLinkMs = 7 * 24 * 3_600_000;

interface Invitation {
  email: string;
  name: string;
  roles: readonly Role[];
}

/**
 * Gives a person roles here. Inviting again makes a new one-time link and forgets the password.
 * @returns the token of a one-time link; none for a person who works for other marketplaces too: they have their own way in,
 *   and a link from here would let this marketplace's administrator set a password that opens the others
 */
export async function inviteUser(
  tx: Querier,
  marketplace: string,
  { email, name, roles }: Invitation,
): Promise<{ user: User; token?: string }> {
  const id = await store.insertUser(tx, normalEmail(email), name);
  await store.setRoles(tx, marketplace, id, roles);
  const elsewhere = (await store.marketplacesOf(tx, id)).some((other) => other !== marketplace);
  let token: string | undefined;
  if (!elsewhere) {
    token = newSecret("");
    await store.setPasswordHash(tx, id, null);
    await store.deleteSessionsOf(tx, marketplace, id);
    await store.insertLoginLink(tx, { hash: secretHash(token), marketplace, user: id, ttlMs: loginLinkMs });
  }
  return { user: userOf((await store.userById(tx, marketplace, id))!), ...(token !== undefined && { token }) };
}

/**
 * Changes a person's roles here, name, or whether they can log in at all; ends a lost second factor.
 * @throws AssayError `not_found`; `forbidden` for what would touch other marketplaces or leave this one without an administrator
 */
export async function changeUser(
  tx: Querier,
  marketplace: string,
  id: string,
  change: {
    name?: string | undefined;
    roles?: readonly Role[] | undefined;
    disabled?: boolean | undefined;
    second_factor?: false | undefined;
  },
): Promise<User> {
  if (!(await store.isMember(tx, marketplace, id))) throw new AssayError("not_found");
  const admins = await store.activeAdmins(tx, marketplace);
  if (change.name !== undefined || change.disabled !== undefined || change.second_factor !== undefined) {
    if ((await store.marketplacesOf(tx, id)).some((other) => other !== marketplace)) {
      throw new AssayError(
        "forbidden",
        "This person works for other marketplaces too: change their roles here instead.",
      );
    }
    await store.updateUser(tx, id, change);
    if (change.second_factor === false) await store.setTotp(tx, id, null);
  }
  if (change.roles) await store.setRoles(tx, marketplace, id, change.roles);
  if (admins.length > 0 && (await store.activeAdmins(tx, marketplace)).length === 0) {
    throw new AssayError("forbidden", "A marketplace needs an administrator: make somebody else one first.");
  }
  if (change.disabled || change.roles?.length === 0) await store.deleteSessionsOf(tx, marketplace, id);
  return userOf((await store.userById(tx, marketplace, id))!);
}

export async function listUsers(q: Querier, marketplace: string): Promise<User[]> {
  return (await store.listUsers(q, marketplace)).map(userOf);
}

/**
 * Whoever starts the server is its first administrator: made at the first start, and given a one-time link at each.
 * @returns the link's token
 */
export async function ensureAdmin(tx: Querier, marketplace: string): Promise<string> {
  const [known] = await store.activeAdmins(tx, marketplace);
  const id = known ?? (await store.insertUser(tx, "admin@localhost", "Administrator"));
  if (!known) await store.setRoles(tx, marketplace, id, ["admin"]);
  const token = newSecret("");
  await store.insertLoginLink(tx, { hash: secretHash(token), marketplace, user: id, ttlMs: loginLinkMs });
  return token;
}
