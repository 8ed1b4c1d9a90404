/**
 * Who an account belongs with. Sharing is no offence: a family has one address and one tablet, an office one IP. What counts is to be
 * tied to an account that was shut out, or to be one of many behind one payout account, phone or text.
 */
import type { Evidence, HistoryValues } from "@assay/contract";
import { linkedFrom, togetherness } from "../account/identifiers.ts";
import { clear, defineDetector } from "../detector.ts";

const kinds = {
  banned: "shares what people do not share by chance with an account that was shut out",
  refused: "the same, with an account whose ads or messages were refused",
  ring: "one of several accounts behind one payout account, phone, mailbox, text or picture",
} as const;

/** What an account with refusals within 90 days counts for, beside a banned one: one may have been a slip. */
const company = (refusals: number) => (refusals >= 2 ? 0.85 : refusals === 1 ? 0.6 : 0);
/** Other accounts in a ring; a family is smaller, and shares a device and an address rather than these. */
const ringFrom = 3;
const notFamily: ReadonlySet<string> = new Set(["payout", "phone", "email", "text", "picture"]);
/** People who share money or a phone live together, and share a network or a device too. Two who do not are enough to wonder. */
const home: ReadonlySet<string> = new Set(["ip", "device", "address"]);
const apartFrom = 2;
type Other = HistoryValues["account_links"][number];

export const accountLinks = defineDetector({
  id: "account_links",
  version: 1,
  title: "Linked accounts",
  summary:
    "Shares a phone, device, payout account, address, text or picture with other accounts, above all with banned ones.",
  subjects: ["account", "session", "payout_method", "listing"],
  history: ["account_links"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    linked: { type: "double", title: "how many accounts it is likely one with" },
    banned: { type: "double", title: "how many of them were shut out" },
    ring: { type: "double", title: "how many it shares a payout account, phone, mailbox, text or picture with" },
  },
  risk: 0.9,
  detect({ history, lists }) {
    const blocked = setOf(lists?.blocked_accounts);
    const others = history.account_links.map((other) => ({
      ...other,
      banned: other.banned || blocked.has(other.account),
      similarity: togetherness(other.shared),
    }));
    const linked = others.filter(({ similarity }) => similarity >= linkedFrom);
    const ring = linked.filter(({ shared }) => shared.some(({ kind }) => notFamily.has(kind)));
    const values = {
      linked: linked.length,
      banned: linked.filter(({ banned }) => banned).length,
      ring: ring.length,
    };
    let kind: keyof typeof kinds = "ring";
    const apart = ring.filter(({ shared }) => !shared.some((value) => home.has(value.kind)));
    let score = ring.length >= ringFrom ? Math.min(0.9, 0.6 + 0.1 * (ring.length - ringFrom)) : 0;
    if (apart.length >= apartFrom) score = Math.max(score, Math.min(0.9, 0.65 + 0.1 * (apart.length - apartFrom)));
    for (const { similarity, banned, refusals } of others) {
      const one = similarity * (banned ? 0.97 : company(refusals));
      if (one <= score) continue;
      score = one;
      kind = banned ? "banned" : "refused";
    }
    if (score < 0.5) return clear(score, { values });
    const shown = linked.toSorted((a, b) => Number(b.banned) - Number(a.banned) || b.similarity - a.similarity);
    return { state: "found", score, scores: { [kind]: score }, values, evidence: shown.slice(0, 10).map(evidenceOf) };
  },
});

const none: ReadonlySet<string> = new Set();
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The list as a set, made once: the same array is handed over while the list does not change. */
function setOf(list: readonly string[] | undefined): ReadonlySet<string> {
  if (!list) return none;
  const known = sets.get(list);
  if (known) return known;
  const made = new Set(list);
  sets.set(list, made);
  return made;
}

function evidenceOf({ account, shared, banned, refusals, similarity }: Other & { similarity: number }): Evidence {
  return {
    type: "subject",
    subject: { kind: "account", id: account },
    similarity: Math.round(similarity * 1000) / 1000,
    shared: [...new Set(shared.map(({ kind }) => kind))],
    ...(banned ? { label: "banned" } : refusals > 0 && { label: "refused" }),
  };
}
