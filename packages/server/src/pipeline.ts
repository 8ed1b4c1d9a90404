/** The flow: accept → gather → detect → judge → commit → answer. */
import { EventEmitter } from "node:events";
import { setImmediate as breath, setTimeout as sleep } from "node:timers/promises";
import { AssayError, type Decision, type Measurements, type Mode } from "@assay/contract";
import { commit, type Write } from "./commit.ts";
import { type Database, isConnectionError } from "./db/index.ts";
import { decisionOf, type Judged, writeOf } from "./decide.ts";
import { decisionsOf } from "./decisions/index.ts";
import { type Gathered, gather, measurementsFor } from "./gather.ts";
import { accept, type Intake, loadEvent } from "./intake/index.ts";
import { Lanes, type Urgency } from "./lanes.ts";
import { look, type Watch } from "./look.ts";
import { type Arrival, LookOrder } from "./look_order.ts";
import { measurementsOf, type PictureClasses } from "./measure/index.ts";
import type { MarketplacePolicies, PolicyBook } from "./policies/index.ts";
import type { Texts } from "./texts.ts";
import type { Voices } from "./voices.ts";

/** Told of detectors that threw (their signal is `unknown`, and the flow goes on), and of what each took. */
export interface PipelineOptions extends Watch {
  db: Database;
  policies: PolicyBook;
  /** Without it nothing is asked about texts. */
  texts?: Texts;
  /** Without it nobody is asked what pictures show. */
  classes?: PictureClasses;
  /** Without them statements have no links. */
  voices?: Voices;
  /** Told what a group of events took in each stage of the flow, in ms. */
  onStage?: (stage: "gather" | "detect" | "commit", ms: number) => void;
  /** Told of each decision that was committed and of how long it took, in ms. */
  onDecision?: (decision: Decision) => void;
}

/** Events of one batch that are under way at once: two groups, so that one is decided while the other is written. */
const batchWindow = 128;
/** How long detectors may hold the event loop, in ms, before others are served: refusals and health checks are among them. */
const sliceMs = 5;

interface Job {
  marketplace: string;
  keys: readonly string[];
  urgency: Urgency;
  intake: Intake;
  first: boolean;
  arrival: Arrival;
  receivedAt: number;
  started: number;
}

export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #lanes = new Lanes<Job, Decision>((marketplace, jobs) => this.#work(marketplace, jobs));
  readonly #order = new LookOrder();
  readonly #inFlight = new Set<string>();
  readonly #decided = new EventEmitter().setMaxListeners(0);

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /** Number of events that wait or are worked in this process. */
  get depth(): number {
    return this.#lanes.depth;
  }

  /**
   * Decides one event, durably.
   * @param mode `backfill`, or what the marketplace is set to
   * @param waitMs how long to wait for slow detectors before answering with `pending`
   * @throws AssayError where the event is refused, or Assay has more to do than it can; then nothing was stored
   */
  async submit(body: unknown, marketplace: string, mode?: Mode, waitMs = 0): Promise<Decision> {
    const started = performance.now();
    // By what it says it is, before anything is checked: refusing has to cost next to nothing.
    const { type } = (body ?? {}) as { type?: unknown };
    this.#admit(marketplace, urgencyOf(mode, typeof type === "string" ? type.slice(0, type.indexOf(".")) : ""));
    const arrival = waitMs > 0 ? "waited_for" : "alone";
    return this.#decide(await this.#accept(body, marketplace, mode), started, waitMs, arrival);
  }

  /**
   * Decides a batch: taken or refused as a whole, then worked a few groups at a time, so that others come between.
   * @throws AssayError `overloaded`; what is wrong with one event rejects that one only
   */
  async submitAll(
    bodies: readonly unknown[],
    marketplace: string,
    mode?: Mode,
    waitMs = 0,
  ): Promise<PromiseSettledResult<Decision>[]> {
    const started = performance.now();
    this.#admit(marketplace, mode === "backfill" ? "whenever" : "soon");
    const results = new Array<PromiseSettledResult<Decision>>(bodies.length);
    let next = 0;
    const work = async () => {
      for (let index = next++; index < bodies.length; index = next++) {
        const decided = this.#accept(bodies[index], marketplace, mode).then((intake) =>
          this.#decide(intake, started, waitMs, "batch"),
        );
        results[index] = await settle(decided);
      }
    };
    await Promise.all(Array.from({ length: Math.min(batchWindow, bodies.length) }, work));
    return results;
  }

  /** Whether anything at all of a marketplace would be taken now; asked before a request's body is read. */
  admitsAny(marketplace: string): boolean {
    return this.#lanes.admits(marketplace, "now");
  }

  #admit(marketplace: string, urgency: Urgency): void {
    if (!this.#lanes.admits(marketplace, urgency)) throw new AssayError("overloaded");
  }

  async #accept(body: unknown, marketplace: string, mode?: Mode): Promise<Intake> {
    const inForce = await this.#options.policies.current(marketplace);
    return accept(body, marketplace, mode ?? inForce.mode, Date.now());
  }

  async #decide(intake: Intake, started: number, waitMs: number, arrival: Arrival): Promise<Decision> {
    const { marketplace } = intake;
    const name = `${marketplace} ${intake.event.id}`;
    if (this.#inFlight.has(name)) throw new AssayError("event_in_flight");
    this.#inFlight.add(name);
    try {
      const decision = await this.#queue(intake, true, Date.now(), started, arrival);
      return decision.pending.length > 0 && waitMs > 0 ? await this.#settled(decision, marketplace, waitMs) : decision;
    } finally {
      this.#inFlight.delete(name);
    }
  }

  /** Decides a stored event again, because a measurement arrived or its owner's past changed. A person's decision stays. */
  async redecide(marketplace: string, eventId: string): Promise<Decision> {
    const stored = await loadEvent(this.#options.db.for(marketplace), marketplace, eventId);
    if (!stored) throw new AssayError("not_found", `There is no event ${eventId}.`);
    const { receivedAt, ...intake } = stored;
    return this.#queue(intake, false, receivedAt, performance.now(), "alone");
  }

  /** What would be decided of an event now; nothing is stored. */
  async preview(body: unknown, marketplace: string, accountAgeDays?: number): Promise<Decision> {
    const started = performance.now();
    const inForce = await this.#options.policies.current(marketplace);
    const intake = accept(body, marketplace, "shadow", Date.now());
    const [gathered] = await gather(this.#options.db, marketplace, [intake], inForce.compiled, true);
    const profile = gathered!.history.account_profile;
    if (profile && accountAgeDays !== undefined) {
      gathered!.history.account_profile = { ...profile, known: true, age_days: accountAgeDays };
    }
    const [texts] = await this.#textsOf(marketplace, [intake], inForce);
    const judged = this.#judge(intake, gathered!, texts!, inForce, Date.now());
    const decision = decisionOf(judged, this.#options.policies.reasons, inForce.settings.statements ?? {}, Date.now());
    return { ...decision, took_ms: performance.now() - started };
  }

  #queue(intake: Intake, first: boolean, receivedAt: number, started: number, arrival: Arrival): Promise<Decision> {
    const { marketplace, subject } = intake;
    const keys = [`owner ${subject.owner}`, `${subject.kind} ${subject.id}`];
    return this.#lanes.submit({
      marketplace,
      keys,
      urgency: urgencyOf(intake.mode, subject.kind),
      intake,
      first,
      arrival,
      receivedAt,
      started,
    });
  }

  /** One group. What breaks it is found by halving, so that one bad event harms no other. */
  async #work(marketplace: string, jobs: Job[], attempt = 1): Promise<PromiseSettledResult<Decision>[]> {
    try {
      const [first, again] = [jobs.filter((job) => job.first), jobs.filter((job) => !job.first)];
      const results = new Map<Job, PromiseSettledResult<Decision>>();
      for (const group of [first, again]) {
        if (group.length > 0) await this.#decideGroup(marketplace, group, results);
      }
      return jobs.map((job) => results.get(job)!);
    } catch (error) {
      // A database that restarts, or a deadlock: the whole group was rolled back, or stands and is found by its ids.
      if ((isConnectionError(error) || isRetryable(error)) && attempt < 4) {
        await sleep(50 * 4 ** attempt * (0.5 + Math.random()));
        return this.#work(marketplace, jobs, attempt + 1);
      }
      if (isConnectionError(error)) {
        return jobs.map(() => ({
          status: "rejected",
          reason: new AssayError("unavailable", "The database cannot be reached."),
        }));
      }
      if (jobs.length === 1) return [{ status: "rejected", reason: error }];
      const middle = jobs.length >> 1;
      return [
        ...(await this.#work(marketplace, jobs.slice(0, middle))),
        ...(await this.#work(marketplace, jobs.slice(middle))),
      ];
    }
  }

  async #decideGroup(
    marketplace: string,
    jobs: Job[],
    results: Map<Job, PromiseSettledResult<Decision>>,
  ): Promise<void> {
    const { db, policies } = this.#options;
    const inForce = await policies.current(marketplace);
    const intakes = jobs.map((job) => job.intake);
    const begun = performance.now();
    const [gathered, texts, voice] = await Promise.all([
      gather(db, marketplace, intakes, inForce.compiled, jobs[0]!.first),
      this.#textsOf(marketplace, intakes, inForce),
      this.#options.voices?.of(marketplace) ?? {},
    ]);

    const gatheredAt = performance.now();
    this.#options.onStage?.("gather", gatheredAt - begun);
    const decided: { job: Job; known: Gathered; decision: Decision; write: Write }[] = [];
    let since = performance.now();
    for (const [index, job] of jobs.entries()) {
      const known = gathered[index]!;
      const answer = this.#known(job, known);
      if (answer) {
        results.set(job, answer);
        continue;
      }
      if (performance.now() - since > sliceMs) {
        await breath();
        since = performance.now();
      }
      const judged = this.#judge(job.intake, known, texts[index]!, inForce, job.receivedAt);
      const decision = decisionOf(judged, policies.reasons, voice, Date.now());
      decision.took_ms = Math.round((performance.now() - job.started) * 100) / 100;
      const write = writeOf(judged, decision, inForce, policies.reasons, job.first);
      if (write.measure) write.measure_priority = this.#order.of(job.intake, job.arrival, Date.now());
      decided.push({ job, known, decision, write });
    }
    if (decided.length === 0) return;

    const detectedAt = performance.now();
    this.#options.onStage?.("detect", detectedAt - gatheredAt);
    const seqs = await commit(
      db,
      marketplace,
      decided.map(({ write }) => write),
    );
    this.#options.onStage?.("commit", performance.now() - detectedAt);
    for (const { job, known, decision } of decided) {
      const seq = seqs.get(decision.event_id);
      // Stored by another process, or decided by a person, between our read and our write: that answer is the answer.
      if (seq === undefined) results.set(job, await this.#answerOfOther(job));
      // Another process decided something of this owner meanwhile: look again at what is known now.
      else if (job.first && seq !== known.seq + 1) results.set(job, await settle(this.#redecideNow(job)));
      else results.set(job, { status: "fulfilled", value: decision });
      const result = results.get(job)!;
      if (result.status === "fulfilled") {
        this.#options.onDecision?.(result.value);
        this.#decided.emit(`${marketplace} ${decision.event_id}`, result.value);
      }
    }
  }

  /** What is answered without deciding: the id is known, or a person has decided meanwhile. */
  #known({ intake, first }: Job, known: Gathered): PromiseSettledResult<Decision> | undefined {
    if (!first) return known.byPerson ? { status: "fulfilled", value: known.standing! } : undefined;
    if (known.storedHash === null) return undefined;
    if (known.storedHash === intake.bodyHash && known.firstAnswer)
      return { status: "fulfilled", value: known.firstAnswer };
    const hashes = { stored_hash: known.storedHash, given_hash: intake.bodyHash };
    const detail = `Event ${intake.event.id} is stored with another body.`;
    return { status: "rejected", reason: new AssayError("event_id_reused", detail, hashes) };
  }

  /** What is known of the subjects' texts. Asks the database only where a marketplace has its texts measured. */
  async #textsOf(
    marketplace: string,
    intakes: readonly Intake[],
    inForce: MarketplacePolicies,
  ): Promise<Measurements[]> {
    return this.#options.texts?.known(marketplace, intakes, inForce) ?? intakes.map(() => ({}));
  }

  #judge(
    intake: Intake,
    gathered: Gathered,
    texts: Measurements,
    inForce: MarketplacePolicies,
    receivedAt: number,
  ): Judged {
    const pictures = measurementsOf(gathered.pictures, measurementsFor(intake.subject.kind));
    // Nobody is shown the past.
    const seen =
      intake.mode === "backfill" ? undefined : this.#options.classes?.known(intake.marketplace, gathered.pictures);
    const measurements = { ...pictures, ...(seen && { picture_classes: seen }), ...texts };
    const looked = look(
      intake,
      gathered.history,
      measurements,
      inForce.lists,
      this.#options,
      (id) => !inForce.stopped.detectors.includes(id),
    );
    const judged = inForce.compiled.decide({
      subject: looked.subject,
      eventId: intake.event.id,
      eventType: intake.event.type,
      at: intake.at,
      client: intake.event.client,
      signals: looked.signals,
      pending: looked.pending,
      history: gathered.history,
      lists: inForce.lists.values,
      silent: inForce.stopped.rules,
    });
    return { intake, gathered, measurements, looked, judged, receivedAt };
  }

  async #answerOfOther({ intake, first }: Job): Promise<PromiseSettledResult<Decision>> {
    const q = this.#options.db.for(intake.marketplace);
    const stored = await loadEvent(q, intake.marketplace, intake.event.id);
    const all = await decisionsOf(q, intake.marketplace, intake.event.id);
    // Whoever sent the event gets its first answer; whoever decided again, what stands.
    const other = first ? all[0] : all.findLast((decision) => decision.undone_at === null);
    if (stored && other && stored.bodyHash === intake.bodyHash) return { status: "fulfilled", value: other.answer };
    return { status: "rejected", reason: new AssayError("event_id_reused") };
  }

  /** Within the group that holds the owner's keys, so past the queue. */
  async #redecideNow(job: Job): Promise<Decision> {
    const [again] = await this.#work(job.marketplace, [{ ...job, first: false }]);
    if (again!.status === "rejected") throw again!.reason;
    return again!.value;
  }

  /** Waits until nothing is pending, or the time is up; other processes' decisions are found by asking the database. */
  async #settled(decision: Decision, marketplace: string, waitMs: number): Promise<Decision> {
    const until = performance.now() + waitMs;
    let latest = decision;
    while (latest.pending.length > 0 && performance.now() < until) {
      const abort = new AbortController();
      const pause = sleep(Math.min(500, until - performance.now()), undefined, { signal: abort.signal }).catch(
        () => {},
      );
      const name = `${marketplace} ${decision.event_id}`;
      const wake = () => abort.abort();
      this.#decided.once(name, wake);
      await pause;
      this.#decided.off(name, wake);
      const all = await decisionsOf(this.#options.db.for(marketplace), marketplace, decision.event_id);
      latest = all.at(-1)?.answer ?? latest;
    }
    return latest;
  }
}

/** Chat, log-ins and money cannot wait for ads; the past can wait for everything. */
function urgencyOf(mode: Mode | undefined, kind: string): Urgency {
  if (mode === "backfill") return "whenever";
  return urgentKinds.has(kind) ? "now" : "soon";
}
const urgentKinds: ReadonlySet<string> = new Set([
  "message",
  "question",
  "offer",
  "session",
  "payout_method",
  "order",
  "payment",
]);

/** Deadlock and serialization failure. */
function isRetryable(error: unknown): boolean {
  return /^40/.test((error as { code?: string }).code ?? "");
}

async function settle<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result!;
}
