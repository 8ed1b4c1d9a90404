/** SQL over links and components: drawn anew when an account shares something, joined and parted by people. */
import { linkedFrom, togetherness } from "@assay/detectors";
import type { Querier } from "../../db/index.ts";
import { bannedSql, refusalsSql, sharesSql } from "../account_links.ts";

/** Most that are shown of one account, and most members of a component that are gone through. */
const shownShares = 100;
const walkedMembers = 2000;

export interface Share {
  account: string;
  shared: { kind: string; value: string; n: number }[];
}

/** Accounts that share a value with this one as of now, nearest first. */
export async function sharesOf(q: Querier, marketplace: string, account: string): Promise<Share[]> {
  const own = `select * from (select i.kind, i.value from identifiers i where i.marketplace = $1 and i.account = $2
    and i.kind in ('picture', 'text') order by i.first_at desc limit 40) mine`;
  const rows = await q.query<{ account: string; shared: [string, number, string][] }>(
    `select account, shared from (${sharesSql("$2", "now()", own)}) z order by best desc, account limit ${shownShares}`,
    [marketplace, account],
    "shares_of",
  );
  return rows.map(({ account, shared }) => ({
    account,
    shared: shared.filter(([kind]) => kind !== "person").map(([kind, n, value]) => ({ kind, value, n })),
  }));
}

/** What one person keeps to themselves: a shared one is no coincidence, unless very many share it. */
const ownKinds = ["phone", "device", "payout", "email"];
/** Values that more accounts than this share say nothing of one person (a library's device, a shop's number). */
const mostSharing = 20;
const shownNear = 30;

/** Accounts that are very likely of the same person: they share a phone, device, payout or e-mail, or somebody joined them; and what it is. */
export async function sameHands(q: Querier, marketplace: string, account: string): Promise<Map<string, string[]>> {
  const rows = await q.query<{ account: string; shared: string[] }>(
    `select account, array_agg(distinct kind order by kind) as shared from (
       select x.account, i.kind from identifiers i
       cross join lateral (select o.account from identifiers o where o.marketplace = $1 and o.kind = i.kind and o.value = i.value
         order by o.first_at, o.account limit ${mostSharing + 2}) x
       where i.marketplace = $1 and i.account = $2 and i.kind = any($3) and x.account <> $2
         and (select count(*) from (select 1 from identifiers n where n.marketplace = $1 and n.kind = i.kind and n.value = i.value
           limit ${mostSharing + 2}) c) <= ${mostSharing + 1}
       union all
       select case when a = $2 then b else a end, 'person' from links
       where marketplace = $1 and (a = $2 or b = $2) and state = 'joined') t
     where not exists (select from links l where l.marketplace = $1 and l.a = least($2, t.account) and l.b = greatest($2, t.account)
       and l.state = 'parted')
     group by account order by count(*) desc, account limit ${shownNear}`,
    [marketplace, account, ownKinds],
    "same_hands",
  );
  return new Map(rows.map((row) => [row.account, row.shared]));
}

export interface LinkRow {
  a: string;
  b: string;
  weight: number;
  shared: string[];
  state: "found" | "joined" | "parted";
  by: string | null;
  note: string | null;
  at: Date;
}

/** One writer of a marketplace's components at a time, until the transaction ends. */
async function lockComponents(tx: Querier, marketplace: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('components ' || $1))", [marketplace]);
}

/**
 * Draws an account's links from what it shares now. A person's word stays: what was joined or parted is not touched.
 * @returns how many accounts it is linked with
 */
export async function relink(tx: Querier, marketplace: string, account: string): Promise<number> {
  await lockComponents(tx, marketplace);
  const shares = await sharesOf(tx, marketplace, account);
  const wanted = new Map(
    shares.map((share) => [share.account, { ...share, weight: togetherness(share.shared) }] as const),
  );
  const known = await linksOf(tx, marketplace, account);
  for (const link of known.filter(({ state }) => state === "found")) {
    const other = link.a === account ? link.b : link.a;
    const weight = wanted.get(other)?.weight ?? 0;
    if (weight < linkedFrom) await removeLink(tx, marketplace, account, other);
  }
  const settled = new Set(known.filter(({ state }) => state !== "found").map(({ a, b }) => (a === account ? b : a)));
  let linked = 0;
  for (const { account: other, weight, shared } of wanted.values()) {
    if (weight < linkedFrom || settled.has(other)) continue;
    const kinds = [...new Set(shared.map(({ kind }) => kind))];
    await putLink(tx, marketplace, account, other, { weight, shared: kinds, state: "found", by: null, note: null });
    linked += 1;
  }
  return linked;
}

/** A person says that two accounts belong together. */
export async function joinAccounts(
  tx: Querier,
  marketplace: string,
  account: string,
  other: string,
  { by, note }: { by: string; note: string | null },
): Promise<void> {
  await lockComponents(tx, marketplace);
  await putLink(tx, marketplace, account, other, { weight: 1, shared: ["person"], state: "joined", by, note });
}

/** A person says that they do not, whatever they share. */
export async function partAccounts(
  tx: Querier,
  marketplace: string,
  account: string,
  other: string,
  { by, note }: { by: string; note: string | null },
): Promise<void> {
  await lockComponents(tx, marketplace);
  await removeLink(tx, marketplace, account, other);
  await tx.query(
    "insert into links (marketplace, a, b, weight, state, by, note) values ($1, least($2, $3), greatest($2, $3), 0, 'parted', $4, $5)",
    [marketplace, account, other, by, note],
  );
}

/** A person leaves it to what they share. */
export async function forgetVerdict(tx: Querier, marketplace: string, account: string, other: string): Promise<void> {
  await lockComponents(tx, marketplace);
  await removeLink(tx, marketplace, account, other);
  await relink(tx, marketplace, account);
}

/** Every link of an account, those that a person parted included. */
export async function linksOf(q: Querier, marketplace: string, account: string): Promise<LinkRow[]> {
  return q.query<LinkRow>(
    "select a, b, weight, shared, state, by, note, at from links where marketplace = $1 and (a = $2 or b = $2) order by weight desc, a, b limit 500",
    [marketplace, account],
    "links_of",
  );
}

async function putLink(
  tx: Querier,
  marketplace: string,
  account: string,
  other: string,
  { weight, shared, state, by, note }: Pick<LinkRow, "weight" | "shared" | "state" | "by" | "note">,
): Promise<void> {
  await tx.query(
    `insert into links (marketplace, a, b, weight, shared, state, by, note) values ($1, least($2, $3), greatest($2, $3), $4, $5, $6, $7, $8)
     on conflict (marketplace, a, b) do update set weight = excluded.weight, shared = excluded.shared, state = excluded.state,
       by = excluded.by, note = excluded.note, at = case when links.state = excluded.state then links.at else now() end`,
    [marketplace, account, other, weight, shared, state, by, note],
  );
  await unite(tx, marketplace, account, other);
}

/** Two components become one: the smaller takes the name of the larger. */
async function unite(tx: Querier, marketplace: string, a: string, b: string): Promise<void> {
  const [mine, theirs] = [await componentOf(tx, marketplace, a), await componentOf(tx, marketplace, b)];
  if (mine !== undefined && mine === theirs) return;
  const put = (account: string, component: string) =>
    tx.query("insert into components (marketplace, account, component) values ($1, $2, $3)", [
      marketplace,
      account,
      component,
    ]);
  if (mine === undefined && theirs === undefined) {
    await put(a, a);
    await put(b, a);
  } else if (mine === undefined) await put(a, theirs!);
  else if (theirs === undefined) await put(b, mine);
  else {
    const [{ more }] = (await tx.query<{ more: boolean }>(
      `select (select count(*) from components where marketplace = $1 and component = $2)
        >= (select count(*) from components where marketplace = $1 and component = $3) as more`,
      [marketplace, mine, theirs],
    )) as [{ more: boolean }];
    await tx.query("update components set component = $2 where marketplace = $1 and component = $3", [
      marketplace,
      more ? mine : theirs,
      more ? theirs : mine,
    ]);
  }
}

/** Takes a link out and splits the component where nothing else holds it together. */
async function removeLink(tx: Querier, marketplace: string, a: string, b: string): Promise<void> {
  await tx.query("delete from links where marketplace = $1 and a = least($2, $3) and b = greatest($2, $3)", [
    marketplace,
    a,
    b,
  ]);
  const component = await componentOf(tx, marketplace, a);
  if (component === undefined) return;
  const { members, edges } = await graphOf(tx, marketplace, component);
  const distances = distancesFrom([a], edges);
  if (distances.has(b)) return;
  const side = members.filter((member) => distances.has(member));
  const rest = members.filter((member) => !distances.has(member));
  // Each side takes the name of one of its own; who stands alone is in no component.
  for (const part of [side, rest]) {
    if (part.length === 1) {
      await tx.query("delete from components where marketplace = $1 and account = $2", [marketplace, part[0]]);
    } else {
      await tx.query("update components set component = $2 where marketplace = $1 and account = any($3)", [
        marketplace,
        part[0],
        part,
      ]);
    }
  }
}

export async function componentOf(q: Querier, marketplace: string, account: string): Promise<string | undefined> {
  const [row] = await q.query<{ component: string }>(
    "select component from components where marketplace = $1 and account = $2",
    [marketplace, account],
    "component_of",
  );
  return row?.component;
}

export interface Graph {
  members: string[];
  edges: LinkRow[];
  /** More members than were read. */
  truncated: boolean;
}

/** The members of a component and the links among them; at most 2,000 members. */
export async function graphOf(q: Querier, marketplace: string, component: string): Promise<Graph> {
  const rows = await q.query<{ account: string }>(
    `select account from components where marketplace = $1 and component = $2 order by account limit ${walkedMembers + 1}`,
    [marketplace, component],
    "component_members",
  );
  const members = rows.slice(0, walkedMembers).map(({ account }) => account);
  const edges = await q.query<LinkRow>(
    "select a, b, weight, shared, state, by, note, at from links where marketplace = $1 and a = any($2) and state <> 'parted' order by weight desc, a, b limit 20000",
    [marketplace, members],
    "component_links",
  );
  return { members, edges, truncated: rows.length > walkedMembers };
}

/** Steps from any of `from` along the edges, by breadth-first search. */
export function distancesFrom(
  from: readonly string[],
  edges: readonly Pick<LinkRow, "a" | "b">[],
): Map<string, number> {
  const neighbours = new Map<string, string[]>();
  for (const { a, b } of edges) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const distances = new Map(from.map((account) => [account, 0]));
  const queue = [...from];
  for (let i = 0; i < queue.length; i++) {
    for (const next of neighbours.get(queue[i]!) ?? []) {
      if (distances.has(next)) continue;
      distances.set(next, distances.get(queue[i]!)! + 1);
      queue.push(next);
    }
  }
  return distances;
}

export interface Standing {
  account: string;
  name: string;
  known: boolean;
  banned: boolean;
  refusals: number;
  first_at: Date | null;
}

/** What a person needs to know of accounts in a list: name, whether it was shut out, refusals, since when. */
export async function standingsOf(
  q: Querier,
  marketplace: string,
  accounts: readonly string[],
): Promise<Map<string, Standing>> {
  const rows = await q.query<Standing>(
    `select x.account, coalesce(s.title, '') as name, s.id is not null as known, ${bannedSql("x.account", "now()")} as banned,
       ${refusalsSql("x.account", "now()")} as refusals, o.first_at
     from unnest($2::text[]) x(account)
     left join subjects s on s.marketplace = $1 and s.kind = 'account' and s.id = x.account
     left join owner_activity o on o.marketplace = $1 and o.owner = x.account`,
    [marketplace, accounts],
    "standings_of",
  );
  return new Map(rows.map((row) => [row.account, row]));
}

/** Accounts that a value was seen with, first to last, after a key. */
export async function touchedBy(
  q: Querier,
  marketplace: string,
  kind: string,
  value: string,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<{ account: string; first_at: Date; key_at: string }[]> {
  return q.query(
    `select account, first_at, to_json(first_at) #>> '{}' as key_at from identifiers
     where marketplace = $1 and kind = $2 and value = $3
       and ($4::timestamptz is null or (first_at, account) > ($4::timestamptz, $5::text))
     order by first_at, account limit $6`,
    [marketplace, kind, value, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    "touched_by",
  );
}

/** Values that an account is known by, newest first. */
export async function identifiersOfAccount(
  q: Querier,
  marketplace: string,
  account: string,
): Promise<{ kind: string; value: string; first_at: Date; others: number }[]> {
  return q.query(
    `select i.kind, i.value, i.first_at, (select count(*)::int from (select 1 from identifiers x
        where x.marketplace = $1 and x.kind = i.kind and x.value = i.value and x.account <> $2 limit 100) n) as others
     from (select kind, value, first_at from identifiers where marketplace = $1 and account = $2
       order by kind in ('picture', 'text'), first_at desc, kind, value limit 100) i`,
    [marketplace, account],
    "identifiers_of_account",
  );
}
