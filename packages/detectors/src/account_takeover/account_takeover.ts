/**
 * The person behind an account changed: sold, or broken into. Every trace since a moment is weighed against every trace before it,
 * for each moment of the last weeks. One group of traces never decides: who moves house logs in from elsewhere, and who opens
 * a shop sells other things, but both remain in all the rest who they were.
 */
import type { Evidence } from "@assay/contract";
import { type TrailPoint, trailAccount, traitOf } from "../account/trail.ts";
import { clear, defineDetector } from "../detector.ts";
import { logistic } from "../text/cues.ts";
import { changeAt, type Group, type Series, seriesOf } from "./series.ts";

const kinds = {
  device: "another device",
  place: "another country or network",
  hour: "another time of day",
  sleep: "woken after a long sleep",
  payout: "the money goes elsewhere",
  email: "another e-mail address",
  phone: "another phone",
  name: "another name",
  haste: "payout or contact changed within two days of a new device or place",
  category: "sells other things",
  price: "sells at other prices",
  language: "writes in another language",
  capitals: "writes capitals otherwise",
  punctuation: "punctuates otherwise",
  exclamations: "exclaims otherwise",
  line_breaks: "breaks lines otherwise",
  length: "writes shorter or longer",
  pace: "puts up ads at another pace",
  rating: "is rated otherwise",
  review_language: "is reviewed in another language",
  review_length: "is reviewed shorter or longer",
  review_pace: "is reviewed at another pace",
} as const satisfies Record<string, string>;
type Kind = keyof typeof kinds;

const dayMs = 86_400_000;
/** A change longer ago is the account's present. */
const lookBackMs = 45 * dayMs;
/** Traces before a change without which there is no habit to change. */
const fewest = 4;
/** Log odds that an account that just did something has changed hands in the last weeks. */
const prior = -5;
/** Most that a group can add: no group alone outweighs the prior. */
const caps: Readonly<Record<Group, number>> = { access: 3.5, identity: 3.5, behaviour: 3.5, reputation: 3 };
/** What an earlier finding adds, while nobody has cleared it: a thief who then behaves is still a thief. */
const stands = { from: 0.6, adds: 1.5 };
/** Least that a group must say to count as one of the two that are needed. */
const says = 0.8;
/** Who takes an account over wants its money or its name: where neither payout nor contact nor name moved, it is less likely one. */
const sameIdentity = 1.2;
/** Series of one group lean on each other. */
const damping = 0.75;

interface Mark {
  kind: Kind;
  group: Group;
  weight: number;
  before?: string | undefined;
  after?: string | undefined;
}

interface Change {
  at: number;
  logit: number;
  groups: number;
  series: { series: Series; weight: number }[];
  marks: Mark[];
}

export const accountTakeover = defineDetector({
  id: "account_takeover",
  version: 2,
  title: "Account in other hands",
  summary: "The person behind an account changed: device, place, payout, what is sold and how, what reviews say.",
  subjects: ["account", "session", "payout_method", "listing", "review"],
  history: ["account_trail", "account_profile"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    account: { type: "string", title: "the account that changed" },
    changed_at: { type: "string", title: "when (RFC 3339)" },
    groups: { type: "double", title: "how many of access, identity, behaviour and reputation speak for it" },
  },
  risk: 0.9,
  detect({ subject, eventType, at, client, history }) {
    const account = trailAccount(subject);
    const trait = account === undefined ? undefined : traitOf(subject, eventType, client);
    if (account === undefined || trait === undefined) return clear();
    const now: TrailPoint = { at, kind: subject.kind as TrailPoint["kind"], ...trait };
    const points = [...history.account_trail.points, now];
    const series = seriesOf(points);
    let best: Change | undefined;
    const moments = [...new Set(points.map((point) => point.at))].filter((moment) => moment > at - lookBackMs);
    for (const moment of moments) {
      if (points.filter((point) => point.at < moment).length < fewest) continue;
      const change = weigh(points, series, moment);
      if (!best || change.logit > best.logit) best = change;
    }
    if (!best) return clear(0, { thin: true, n: points.length - 1 });
    // Reviews are about another account than the profile is of.
    const before = subject.kind === "review" ? 0 : (history.account_profile.risk_parts?.account_takeover ?? 0);
    const logit = best.logit + (before >= stands.from ? stands.adds : 0);
    const score = logistic(logit);
    if (logit < 0 || best.groups < 2) return clear(Math.min(score, 0.49));
    const values = { account, changed_at: new Date(best.at).toISOString(), groups: best.groups };
    return { state: "found", score, values, evidence: evidenceOf(best) };
  },
});

function weigh(points: readonly TrailPoint[], all: readonly Series[], moment: number): Change {
  const sums: Record<Group, number> = { access: 0, identity: 0, behaviour: 0, reputation: 0 };
  const series = all
    .map((one) => ({ series: one, weight: changeAt(one, moment) * damping }))
    .filter(({ weight }) => Math.abs(weight) > 0.1);
  for (const { series: one, weight } of series) sums[one.group] += weight;
  const marks = marksAt(points, moment);
  for (const { group, weight } of marks) sums[group] += weight;
  let logit = prior;
  let groups = 0;
  for (const group of Object.keys(sums) as Group[]) {
    // That a habit goes on speaks against a change, but a thief may keep some of it.
    logit += Math.max(-1.5, Math.min(caps[group], sums[group]));
    if (sums[group] >= says) groups += 1;
  }
  if (sums.identity < says) logit -= sameIdentity;
  return { at: moment, logit, groups, series: series.sort((a, b) => b.weight - a.weight), marks };
}

/** Single events that speak by themselves: a long sleep, another payout account, address or name. */
function marksAt(points: readonly TrailPoint[], moment: number): Mark[] {
  const own = points.filter((point) => point.kind !== "review");
  const before = own.filter((point) => point.at < moment);
  const after = own.filter((point) => point.at >= moment);
  const marks: Mark[] = [];
  const last = before.at(-1);
  if (last && after.length > 0) {
    const slept = (after[0]!.at - last.at) / dayMs;
    const gaps = before.slice(1).map((point, i) => (point.at - before[i]!.at) / dayMs);
    const usual = Math.max(1, ...gaps);
    if (slept > 60 && slept > 2 * usual) {
      const weight = Math.min(1.5, 0.5 + Math.log(slept / Math.max(60, 2 * usual)));
      marks.push({
        kind: "sleep",
        group: "access",
        weight,
        before: `${Math.round(usual)} d`,
        after: `${Math.round(slept)} d`,
      });
    }
  }
  const changed = (
    kind: Kind,
    of: readonly TrailPoint["kind"][],
    weight: number,
    read: (p: TrailPoint) => string | undefined,
  ) => {
    const had = before.filter((point) => of.includes(point.kind)).flatMap((point) => read(point) ?? []);
    const got = after
      .filter((point) => of.includes(point.kind))
      .find((point) => {
        const value = read(point);
        return value !== undefined && !had.includes(value);
      });
    if (!got) return undefined;
    const replaces = had.length > 0 || (kind === "payout" && /^(?:changed|updated|replaced)$/.test(got.verb ?? ""));
    if (replaces) marks.push({ kind, group: "identity", weight, before: had.at(-1), after: read(got) });
    return replaces ? got : undefined;
  };
  const moved = [
    changed("payout", ["payout_method"], 2, (point) => point.payout),
    changed("email", ["account"], 1.2, (point) => point.email),
    changed("phone", ["account"], 0.9, (point) => point.phone),
    changed("name", ["account", "payout_method"], 1.2, (point) => nameKey(point.name)),
  ].flatMap((point) => point ?? []);
  const fresh = after.find(
    (point) =>
      (point.device !== undefined && before.length > 0 && !before.some((past) => past.device === point.device)) ||
      (point.place !== undefined &&
        before.some((past) => past.place) &&
        !before.some((past) => past.place === point.place)),
  );
  if (fresh && moved.some((point) => point.at >= fresh.at && point.at - fresh.at < 2 * dayMs)) {
    marks.push({ kind: "haste", group: "identity", weight: 1 });
  }
  return marks;
}

/** Words of a name in any order, without case and accents: "DUPONT Anna" is "Anna Dupont". */
function nameKey(name: string | undefined): string | undefined {
  const words = name
    ?.normalize("NFKD")
    .toLowerCase()
    .match(/\p{L}+/gu);
  return words ? [...words].sort().join(" ") : undefined;
}

const shownSeries = 4;

function evidenceOf({ at, series, marks }: Change): Evidence[] {
  const moment = new Date(at).toISOString();
  const timelines = series.slice(0, shownSeries).flatMap<Evidence>(({ series: one, weight }) => {
    if (weight < 0.4) return [];
    const seen = new Set(one.items.filter((item) => item.at < at).map((item) => item.token));
    const points = one.items.slice(-24).map((item) => ({
      at: new Date(item.at).toISOString(),
      // What is new to the account stands above what was known.
      value: item.value === undefined ? Number(!seen.has(item.token)) : Math.round(item.value * 100) / 100,
      ...(one.name === "price" && { label: String(Math.round(Math.exp(item.value!) * 100) / 100) }),
      ...(item.token !== undefined && { label: item.token }),
    }));
    return [{ type: "timeline", what: one.name, points, change_point: moment }];
  });
  const changes = marks.map<Evidence>(({ kind, before, after }) => ({
    type: "change",
    field: kind,
    before: before ?? null,
    after: after ?? null,
    kind,
  }));
  return [...timelines, ...changes];
}
