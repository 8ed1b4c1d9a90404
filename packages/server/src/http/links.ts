/** Linked accounts: whom an account belongs with, what else a value touches, and what a person says of it. */
import { type AccountLinks, AssayError, accountLinksSchema, linkedAccountSchema, pageOf } from "@assay/contract";
import { type IdentifierKind, identifierKinds, normalIdentifier, togetherness } from "@assay/detectors";
import { z } from "zod";
import { type Principal, userNames } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import {
  componentOf,
  distancesFrom,
  forgetVerdict,
  graphOf,
  identifiersOfAccount,
  joinAccounts,
  linksOf,
  partAccounts,
  type Standing,
  sharesOf,
  standingsOf as standingsBy,
  touchedBy,
} from "../history/index.ts";
import { firstSeen, subjectRow } from "../intake/index.ts";
import type { PolicyBook } from "../policies/index.ts";
import { keyOf, keyTime, pageQuery, toPage } from "./page.ts";
import { hiddenSubjects, requireSeen } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

/** Members of a component that are shown. */
const shownMembers = 60;

export async function linkRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/accounts/:id/links",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "Accounts that belong with this one, with what they share, and the component that it stands in",
        params: z.object({ id: z.string() }),
        response: { 200: accountLinksSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const q = db.for(person.marketplace);
      await requireAccount(q, person, request.params.id);
      return linksView(q, policies, person, request.params.id);
    },
  );

  app.post(
    "/v1/accounts/:id/links",
    {
      config: { permission: "link.write" },
      schema: {
        summary:
          "Say that two accounts belong together (joined) or do not (parted), or leave it to what they share (found)",
        params: z.object({ id: z.string() }),
        body: z.strictObject({
          account: z.string().min(1).max(200),
          state: z.enum(["joined", "parted", "found"]),
          note: z.string().trim().max(2000).optional(),
        }),
        response: { 200: accountLinksSchema },
      },
    },
    async (request) => {
      const asking = principalOf(request);
      const { marketplace, id: person } = asking;
      const { id } = request.params;
      const { account, state, note } = request.body;
      if (account === id) throw new AssayError("invalid_request", "account: is the account itself.");
      return db.transaction(marketplace, async (tx) => {
        await requireAccount(tx, asking, id);
        await requireAccount(tx, asking, account);
        const said = { by: person, note: note ?? null };
        if (state === "joined") await joinAccounts(tx, marketplace, id, account, said);
        else if (state === "parted") await partAccounts(tx, marketplace, id, account, said);
        else await forgetVerdict(tx, marketplace, id, account);
        await appendAudit(tx, marketplace, {
          actor: person,
          what: `accounts.${state === "found" ? "verdict_withdrawn" : state}`,
          subject: id,
          details: { account, ...(note && { note }) },
        });
        return linksView(tx, policies, asking, id);
      });
    },
  );

  app.get(
    "/v1/touches",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "What else a value touches: the accounts that it was seen with, first to last",
        querystring: z.object({
          ...pageQuery,
          kind: z.enum(identifierKinds as [IdentifierKind, ...IdentifierKind[]]),
          value: z.string().min(1).max(2000),
          country: z.string().length(2).optional().describe("that a national phone number is of"),
        }),
        response: { 200: pageOf(linkedAccountSchema).extend({ kind: z.string(), value: z.string() }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { kind, value: given, country, cursor, limit } = request.query;
      // A pattern is stored as one already.
      const value = kind === "email_pattern" && given.includes("#") ? given : normalIdentifier(kind, given, country);
      if (value === undefined) throw new AssayError("invalid_request", `value: is no ${kind} that can be looked up.`);
      const q = db.for(marketplace);
      const after = keyOf(cursor, z.tuple([keyTime, z.string()]));
      const away = await hiddenSubjects(q, principalOf(request));
      const rows = await touchedBy(q, marketplace, kind, value, after, limit);
      const standings = await standingsOf(
        q,
        policies,
        marketplace,
        rows.map(({ account }) => account),
      );
      const page = toPage(
        rows,
        limit,
        (row) => [row.key_at, row.account],
        ({ account, first_at }) => ({ ...shown(standings.get(account), account), first_at: first_at.toISOString() }),
      );
      return { kind, value, ...page, data: page.data.filter(({ account }) => !away.has(`account ${account}`)) };
    },
  );
}

/** What is known of accounts; on the marketplace's own list is banned too. */
async function standingsOf(q: Querier, policies: PolicyBook, marketplace: string, accounts: readonly string[]) {
  const [standings, { lists }] = [await standingsBy(q, marketplace, accounts), await policies.current(marketplace)];
  for (const blocked of lists.values.blocked_accounts ?? []) {
    const standing = standings.get(blocked);
    if (standing) standing.banned = true;
  }
  return standings;
}

/** @throws AssayError `not_found` for an account that is not there, or that this person may not see */
async function requireAccount(q: Querier, person: Principal, id: string): Promise<void> {
  const { marketplace } = person;
  await requireSeen(q, person, { kind: "account", id });
  if (await subjectRow(q, marketplace, "account", id)) return;
  if (!(await firstSeen(q, marketplace, id))) throw new AssayError("not_found", `There is no account ${id}.`);
}

async function linksView(q: Querier, policies: PolicyBook, person: Principal, id: string): Promise<AccountLinks> {
  const { marketplace } = person;
  const away = await hiddenSubjects(q, person);
  const [shares, links, identifiers, component] = [
    await sharesOf(q, marketplace, id),
    await linksOf(q, marketplace, id),
    await identifiersOfAccount(q, marketplace, id),
    await componentOf(q, marketplace, id),
  ];
  const graph = component === undefined ? undefined : await graphOf(q, marketplace, component);
  const byOther = new Map(links.map((link) => [link.a === id ? link.b : link.a, link]));
  const sharing = new Map(shares.map((share) => [share.account, share.shared]));
  const others = [...new Set([...sharing.keys(), ...byOther.keys()])].filter((other) => !away.has(`account ${other}`));
  const standings = await standingsOf(q, policies, marketplace, [
    ...new Set([id, ...others, ...(graph?.members ?? [])]),
  ]);
  const names = await userNames(q, [...new Set(links.flatMap(({ by }) => by ?? []))]);
  return {
    account: shown(standings.get(id), id),
    identifiers: identifiers.map(({ kind, value, others: n }) => ({ kind, value, n })),
    shares: others
      .map((other) => {
        const link = byOther.get(other);
        const shared = sharing.get(other) ?? [];
        return {
          other: shown(standings.get(other), other),
          likelihood: Math.round(togetherness(shared) * 1000) / 1000,
          shared,
          state: link?.state ?? ("none" as const),
          ...(link?.by && { by: names.get(link.by) ?? link.by }),
          ...(link?.note && { note: link.note }),
        };
      })
      .sort((a, b) => Number(b.state === "joined") - Number(a.state === "joined") || b.likelihood - a.likelihood),
    ...(graph && { component: componentView(id, graph, standings, away) }),
  };
}

function componentView(
  id: string,
  { members, edges, truncated }: Awaited<ReturnType<typeof graphOf>>,
  standings: ReadonlyMap<string, Standing>,
  away: ReadonlySet<string>,
): NonNullable<AccountLinks["component"]> {
  const distances = distancesFrom([id], edges);
  const banned = members.filter((member) => standings.get(member)?.banned);
  const nearest = banned.flatMap((member) => distances.get(member) ?? []);
  const near = members
    .filter((member) => distances.has(member) && !away.has(`account ${member}`))
    .sort((a, b) => distances.get(a)! - distances.get(b)!)
    .slice(0, shownMembers);
  const among = new Set(near);
  return {
    size: members.length,
    truncated,
    banned: banned.length,
    ...(nearest.length > 0 && { distance_to_banned: Math.min(...nearest) }),
    members: near.map((member) => ({ ...shown(standings.get(member), member), distance: distances.get(member)! })),
    links: edges
      .filter(({ a, b }) => among.has(a) && among.has(b))
      .map(({ a, b, weight, shared, state }) => ({ a, b, weight, shared, state })),
  };
}

function shown(standing: Standing | undefined, account: string) {
  return {
    account,
    name: standing?.name ?? "",
    banned: standing?.banned ?? false,
    refusals: standing?.refusals ?? 0,
    ...(standing?.first_at && { first_at: standing.first_at.toISOString() }),
  };
}
