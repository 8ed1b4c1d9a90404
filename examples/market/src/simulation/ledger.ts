/** The ground truth added up as it happens: every campaign, when it began, whose accounts, what it posted, whom it reached. */
import type { AssayEvent } from "@assay/sdk";
import type { Scam, Truth } from "./truth.ts";

export interface CampaignRecord {
  campaign: string;
  scam: Scam;
  /** Times in ms since 1970: its first event of any role, and its first harmful one. */
  started: number;
  harmedFrom?: number;
  /** Its first harmful event that was stopped. */
  stoppedAt?: number;
  /** Ids of the accounts it acted through, and of the subjects of its harmful events, as `kind/id`. */
  accounts: Set<string>;
  subjects: Set<string>;
  harmful: number;
  stopped: number;
  attempts: number;
  /** Honest people who read a harmful message of it, or wrote about or ordered from an ad after it had turned harmful. */
  reached: Set<string>;
}

/** The field that says who did it, by kind of event. */
const actor: Readonly<Record<string, string>> = {
  account: "id",
  session: "account",
  payout_method: "account",
  listing: "seller",
  message: "from",
  question: "from",
  review: "author",
  order: "buyer",
  shipment: "seller",
};

export class Ledger {
  readonly #campaigns = new Map<string, CampaignRecord>();
  /** Harmful ads that are up, and whose they are. */
  readonly #harmfulAds = new Map<string, CampaignRecord>();

  /**
   * Takes one event in the order of time.
   * @param stopped whether it came to nothing, or at least not unhindered: what counts as stopped is the caller's to say
   */
  take(event: AssayEvent, truth: Truth, stopped: boolean): void {
    const { data } = event;
    const [kind = ""] = event.type.split(".");
    const who = String(data[actor[kind] ?? "account"] ?? "");
    if (truth.honest) {
      const ad = this.#harmfulAds.get(String(data["listing"] ?? ""));
      if (ad && !stopped && ["message", "question", "order"].includes(kind)) ad.reached.add(who);
      return;
    }
    const at = Date.parse(event.time);
    const record = this.#record(truth.campaign, truth.scam, at);
    if (who) record.accounts.add(who);
    if (truth.role !== "harm") return;
    record.harmedFrom ??= at;
    record.harmful++;
    record.attempts = Math.max(record.attempts, truth.attempt);
    record.subjects.add(`${kind}/${data.id}`);
    if (stopped) {
      record.stopped++;
      record.stoppedAt ??= at;
    } else if (typeof data["to"] === "string") record.reached.add(data["to"]);
    if (kind !== "listing") return;
    // an edit that was stopped leaves the harmful revision before it where it was, or takes it down: buyers no longer write then
    if (!stopped) this.#harmfulAds.set(data.id, record);
  }

  #record(campaign: string, scam: Scam, started: number): CampaignRecord {
    const known = this.#campaigns.get(campaign);
    if (known) return known;
    const record: CampaignRecord = {
      campaign,
      scam,
      started,
      accounts: new Set(),
      subjects: new Set(),
      harmful: 0,
      stopped: 0,
      attempts: 0,
      reached: new Set(),
    };
    this.#campaigns.set(campaign, record);
    return record;
  }

  campaigns(): readonly CampaignRecord[] {
    return [...this.#campaigns.values()];
  }

  /** What an account has to do with scams, by its id; honest ones are not there. One that was taken over is, from then on. */
  accounts(): ReadonlyMap<string, CampaignRecord> {
    return new Map(
      this.campaigns().flatMap((record) => [...record.accounts].map((account) => [account, record] as const)),
    );
  }
}
