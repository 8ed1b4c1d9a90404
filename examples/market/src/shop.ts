/**
 * What the marketplace knows: accounts, ads, messages, orders and reviews, each with its revisions and what Assay decided
 * of them. In memory; `snapshot` and `restore` make it a JSON file, which is enough for a demo and for nothing more.
 */
import type { AssayEvent, Decision, Warning } from "@assay/sdk";

export type Data = Record<string, unknown> & { id: string };

/** What became of a revision. `unsent` when Assay could not be reached: nobody sees it until it was checked. */
export type Fate = Pick<Decision, "visibility" | "outcome" | "decided_at" | "statement"> | "unsent";

export interface Revision {
  event: string;
  time: string;
  data: Data;
  fate: Fate;
  /** Spans to hide where the decision says `masked`: field, start, end (UTF-16 units). */
  hidden: { field: string; start: number; end: number }[];
}

export interface Entry {
  kind: string;
  id: string;
  owner: string;
  revisions: Revision[];
  /** Sold or taken down by its owner. */
  closed?: boolean;
}

/** Which field says who answers for it. */
const ownerFields: Record<string, string> = {
  account: "id",
  listing: "seller",
  message: "from",
  question: "from",
  offer: "from",
  order: "buyer",
  shipment: "order",
  review: "author",
};

const endings = new Set(["removed", "closed"]);

/** The past has no answers yet; the simulation takes it as let through. */
const unjudged: Fate = { visibility: "visible", outcome: "approve" };

export class Shop {
  readonly #entries = new Map<string, Entry>();
  readonly #byKind = new Map<string, Entry[]>();
  readonly #byEvent = new Map<string, Revision>();
  readonly #suspended = new Set<string>();
  readonly #warnings = new Map<string, Record<string, string>>();

  /** Keeps what happened, with what Assay answered; the same event again replaces its answer. */
  record(event: AssayEvent, answer?: Decision | "unsent"): Entry {
    const [kind = "", verb = ""] = event.type.split(".");
    const known = this.#byEvent.get(event.id);
    const data = event.data as Data;
    const entry = this.#entries.get(`${kind}/${data.id}`) ?? this.#add(kind, data);
    if (!known) {
      const revision: Revision = { event: event.id, time: event.time, data, fate: unjudged, hidden: [] };
      entry.revisions.push(revision);
      this.#byEvent.set(event.id, revision);
    }
    if (endings.has(verb)) entry.closed = true;
    if (answer === "unsent") this.#byEvent.get(event.id)!.fate = "unsent";
    else if (answer) this.apply(answer);
    return entry;
  }

  #add(kind: string, data: Data): Entry {
    const entry: Entry = { kind, id: data.id, owner: String(data[ownerFields[kind] ?? "account"]), revisions: [] };
    this.#entries.set(`${kind}/${data.id}`, entry);
    const list = this.#byKind.get(kind);
    if (list) list.push(entry);
    else this.#byKind.set(kind, [entry]);
    return entry;
  }

  /** Obeys a decision, first or later, unless a newer one of the same revision is in force. False for unknown events. */
  apply(decision: Decision): boolean {
    const revision = this.#byEvent.get(decision.event_id);
    if (!revision) return false;
    const before = revision.fate;
    if (before !== "unsent" && (before.decided_at ?? "") > (decision.decided_at ?? "￿")) return true;
    revision.fate = {
      visibility: decision.visibility,
      outcome: decision.outcome,
      ...(decision.decided_at !== undefined && { decided_at: decision.decided_at }),
      ...(decision.statement && { statement: decision.statement }),
    };
    revision.hidden = decision.visibility === "masked" ? foundSpans(decision) : [];
    for (const { type, scope } of decision.restrictions) {
      if (type === "suspend" && scope.kind === "account") this.#suspended.add(scope.id);
    }
    return true;
  }

  /** Keeps what people are told of an account that wrote to them. */
  warn({ about, accounts, texts }: Warning): boolean {
    for (const account of accounts) this.#warnings.set(`${account} ${about}`, texts);
    return true;
  }

  /** What an account is told of another one that wrote to it, by language. */
  warning(account: string, about: string): Record<string, string> | undefined {
    return this.#warnings.get(`${account} ${about}`);
  }

  entry(kind: string, id: string): Entry | undefined {
    return this.#entries.get(`${kind}/${id}`);
  }

  /** Everything of one kind, oldest first. */
  all(kind: string): readonly Entry[] {
    return this.#byKind.get(kind) ?? [];
  }

  suspended(account: string): boolean {
    return this.#suspended.has(account);
  }

  /** The revision that others may see now, if any. */
  shown(entry: Entry): Revision | undefined {
    if (entry.closed || this.#suspended.has(entry.owner)) return undefined;
    for (const revision of entry.revisions.toReversed()) {
      if (revision.fate === "unsent") return undefined;
      const { visibility } = revision.fate;
      if (visibility === "visible" || visibility === "limited" || visibility === "masked") return revision;
      if (visibility !== "previous_revision") return undefined;
    }
    return undefined;
  }

  snapshot(): string {
    return JSON.stringify({ entries: [...this.#entries.values()], suspended: [...this.#suspended] });
  }

  static restore(json: string): Shop {
    const shop = new Shop();
    const { entries, suspended } = JSON.parse(json) as { entries: Entry[]; suspended: string[] };
    for (const entry of entries) {
      Object.assign(shop.#add(entry.kind, { id: entry.id }), entry);
      for (const revision of entry.revisions) shop.#byEvent.set(revision.event, revision);
    }
    for (const account of suspended) shop.#suspended.add(account);
    return shop;
  }
}

/** Where the signals found something in the subject's own text. */
function foundSpans(decision: Decision): Revision["hidden"] {
  const spans: Revision["hidden"] = [];
  for (const { state, evidence } of decision.signals) {
    if (state !== "found") continue;
    for (const one of evidence) {
      if (one.type !== "span") continue;
      for (const part of one.parts ?? [one]) {
        if (!("subject" in part && part.subject)) spans.push({ field: part.field, start: part.start, end: part.end });
      }
    }
  }
  return spans;
}

/** A text with what must not be read blacked out. */
export function masked(revision: Revision, field: string): string {
  const text = String(revision.data[field] ?? "");
  const units = text.split("");
  for (const { field: where, start, end } of revision.hidden) {
    if (where === field) units.fill("•", start, Math.min(end, units.length));
  }
  return units.join("");
}
