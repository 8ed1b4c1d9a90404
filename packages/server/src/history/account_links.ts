import type { HistoryValues } from "@assay/contract";
import { type AccountIdentifier, type IdentifierKind, normalIdentifier, strengths } from "@assay/detectors";
import type { Intake } from "../intake/index.ts";
import { dayMs, entry, historyValue, type PastEvent } from "./value.ts";

/** Values of each kind that an account is known by; newest first. Pictures, texts and addresses on the net come from the event alone. */
const remembered = ["email", "payout", "phone", "device", "address", "email_pattern", "ip"] as const;
const keptValues = 4;
/** Other accounts looked at for one value. */
const countedAccounts = 30;
const keptOthers = 12;
const countedRefusals = 10;

/** What an event ties its owner to: its own identifiers, and the phones and mailboxes that were read in the texts of an ad or a profile. */
export function identifiersOf({ intake, signals }: Pick<PastEvent, "intake" | "signals">): AccountIdentifier[] {
  const found = new Map(intake.identifiers.map((one) => [`${one.kind} ${one.value}`, one]));
  if (intake.subject.kind === "listing" || intake.subject.kind === "account") {
    for (const evidence of signals.flatMap((signal) => signal.evidence)) {
      if (evidence.type !== "span" || (evidence.kind !== "phone" && evidence.kind !== "email")) continue;
      const value = normalIdentifier(evidence.kind, evidence.value);
      if (value !== undefined) found.set(`${evidence.kind} ${value}`, { kind: evidence.kind, value });
    }
  }
  return [...found.values()].slice(0, 30);
}

const strengthRows = Object.entries(strengths)
  .map(([kind, strength]) => `('${kind}', ${strength}::float8)`)
  .join(", ");

/** The verdict is looked up pair by pair: as an anti-join it may be planned as a read of the whole table. SQL of `account, shared (json of [kind, n, value]), best` of the accounts that share with `owner`, nearest first. */
export function sharesSql(owner: string, at: string, own: string): string {
  return `select o.account, max(s.strength / sqrt(o.n)) as best, json_agg(json_build_array(o.kind, o.n, o.value) order by o.kind collate "C", o.value collate "C") as shared
    from (select m.kind, m.value, x.account, count(*) over (partition by m.kind, m.value) as n
      from (${own}
        union
        select k.kind, k.value from (values ${remembered.map((kind) => `('${kind}')`).join(", ")}) kinds(kind)
          cross join lateral (select i.kind, i.value from identifiers i where i.marketplace = $1 and i.account = ${owner} and i.kind = kinds.kind
            and i.first_at <= ${at} order by i.first_at desc, i.value collate "C" limit ${keptValues}) k) m
      cross join lateral (select i.account from identifiers i where i.marketplace = $1 and i.kind = m.kind and i.value = m.value
        and i.account <> ${owner} and i.first_at <= ${at} order by i.account limit ${countedAccounts}) x
      union all
      select 'person', '', l.b, 1 from links l where l.marketplace = $1 and l.a = ${owner} and l.state = 'joined'
      union all
      select 'person', '', l.a, 1 from links l where l.marketplace = $1 and l.b = ${owner} and l.state = 'joined') o
    join (values ${strengthRows}) s(kind, strength) on s.kind = o.kind
    where (select p.state from links p where p.marketplace = $1 and p.a = least(${owner}, o.account) and p.b = greatest(${owner}, o.account) limit 1)
      is distinct from 'parted'
    group by o.account`;
}

/** SQL: whether the last decision on an account itself is a refusal. */
export const bannedSql = (account: string, at: string) =>
  `coalesce((select d.outcome = 'refuse' from decisions d where d.marketplace = $1 and d.kind = 'account' and d.subject_id = ${account}
    and d.standing and d.at <= ${at} order by d.at desc limit 1), false)`;

/** SQL: refusals of all that an account sent within 90 days, up to 10. */
export const refusalsSql = (account: string, at: string) =>
  `(select count(*)::int from (select 1 from decisions d where d.marketplace = $1 and d.owner = ${account} and d.outcome = 'refuse' and d.standing
    and d.at <= ${at} and d.at > ${at} - interval '90 days' limit ${countedRefusals}) r)`;

interface State {
  /** kind and value → account → when first. */
  values: Map<string, Map<string, number>>;
  /** account → its values. */
  accounts: Map<string, (AccountIdentifier & { at: number })[]>;
  refusals: Map<string, number[]>;
  /** Decisions on accounts themselves. */
  bans: Map<string, { at: number; banned: boolean }[]>;
  firstAt: Map<string, number>;
}

interface OtherRow {
  account: string;
  shared: [string, number, string][];
  banned: boolean;
  refusals: number;
  age_s: number | null;
}

/** In hundredths, so that both ways of counting come to the same. */
const daysOf = (seconds: number) => Math.max(0, Math.round(seconds / 864) / 100);

/** Accounts that share a value with the owner or with this event, nearest first. */
export const accountLinks = historyValue<"account_links", State>({
  key: "account_links",
  sql: `(select coalesce(json_agg(json_build_object('account', y.account, 'shared', y.shared,
      'banned', ${bannedSql("y.account", "q.at")}, 'refusals', ${refusalsSql("y.account", "q.at")},
      'age_s', (select extract(epoch from q.at - o.first_at)::float8 from owner_activity o where o.marketplace = $1 and o.owner = y.account)) order by y.best desc, y.account collate "C"), '[]')
    from (select * from (${sharesSql("q.owner", "q.at", "select i.kind, i.value from json_to_recordset(q.identifiers) i(kind text, value text)")}) z
      order by z.best desc, z.account collate "C" limit ${keptOthers}) y)`,
  fromRow: (rows: OtherRow[]) =>
    rows.map(({ shared, age_s, ...other }) => ({
      ...other,
      shared: shared.map(([kind, n]) => ({ kind, n })),
      ...(age_s !== null && { age_days: daysOf(age_s) }),
    })),
  fold: {
    start: () => ({ values: new Map(), accounts: new Map(), refusals: new Map(), bans: new Map(), firstAt: new Map() }),
    add(state, past) {
      const { subject, at } = past.intake;
      state.firstAt.set(subject.owner, Math.min(state.firstAt.get(subject.owner) ?? at, at));
      for (const { kind, value } of identifiersOf(past)) {
        const holders = entry(state.values, `${kind} ${value}`, () => new Map<string, number>());
        const known = holders.get(subject.owner);
        holders.set(subject.owner, Math.min(known ?? at, at));
        const own = entry(state.accounts, subject.owner, () => []);
        const mine = own.find((one) => one.kind === kind && one.value === value);
        if (mine) mine.at = Math.min(mine.at, at);
        else own.push({ kind, value, at });
      }
      if (past.outcome === "refuse") entry(state.refusals, subject.owner, () => []).push(at);
      if (subject.kind === "account") {
        entry(state.bans, subject.id, () => []).push({ at, banned: past.outcome === "refuse" });
      }
    },
    read: readLinks,
  },
});

function readLinks(state: State, { subject, at, identifiers }: Intake): HistoryValues["account_links"] {
  const mine = new Map(
    identifiers.map((one) => [`${one.kind} ${one.value}`, one as { kind: IdentifierKind; value: string }]),
  );
  const own = (state.accounts.get(subject.owner) ?? []).filter((one) => one.at <= at);
  for (const kind of remembered) {
    const newest = own
      .filter((one) => one.kind === kind)
      .sort((a, b) => b.at - a.at || order(a.value, b.value))
      .slice(0, keptValues);
    for (const one of newest) mine.set(`${kind} ${one.value}`, one);
  }
  const others = new Map<string, { best: number; shared: { kind: string; n: number; value: string }[] }>();
  for (const { kind, value } of mine.values()) {
    const holders = [...(state.values.get(`${kind} ${value}`) ?? [])]
      .filter(([account, first]) => account !== subject.owner && first <= at)
      .map(([account]) => account)
      .sort()
      .slice(0, countedAccounts);
    for (const account of holders) {
      const other = entry(others, account, () => ({ best: 0, shared: [] }));
      other.best = Math.max(other.best, strengths[kind] / Math.sqrt(holders.length));
      other.shared.push({ kind, value, n: holders.length });
    }
  }
  return [...others]
    .sort((a, b) => b[1].best - a[1].best || order(a[0], b[0]))
    .slice(0, keptOthers)
    .map(([account, { shared }]) => ({
      account,
      shared: shared
        .sort((a, b) => order(a.kind, b.kind) || order(a.value, b.value))
        .map(({ kind, n }) => ({ kind, n })),
      banned:
        (state.bans.get(account) ?? [])
          .filter((past) => past.at <= at)
          .sort((a, b) => a.at - b.at)
          .at(-1)?.banned ?? false,
      refusals: Math.min(
        countedRefusals,
        (state.refusals.get(account) ?? []).filter((past) => past <= at && past > at - 90 * dayMs).length,
      ),
      ...(state.firstAt.has(account) && { age_days: daysOf((at - state.firstAt.get(account)!) / 1000) }),
    }));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
