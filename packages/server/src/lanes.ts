/**
 * Group commit with admission: requests in flight at the same moment are worked in groups, a few groups at once, one marketplace a group.
 * What is urgent goes first, and what would wait too long is refused at once instead of late.
 */

/** What waits for people's next word (chat, log-ins), what they see a moment later, and what nobody waits for. */
export const urgencies = ["now", "soon", "whenever"] as const;
export type Urgency = (typeof urgencies)[number];

export interface Queued {
  marketplace: string;
  /** Two that share a key (an owner, a subject) are worked one after the other, in the order they came. */
  keys: readonly string[];
  urgency: Urgency;
}

interface Waiting<T, R> {
  item: T;
  since: number;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** Most that go into one group. */
const groupSize = 64;
/** Groups of one marketplace that are worked at once. */
const laneCount = 3;
/** How far past the front of the queue a group is filled. */
const lookAhead = groupSize * 8;
/**
 * How long the front of the queue may have waited, in ms, before what is of this urgency is refused: the longest wait that still tells of
 * a burst and not of overload. Admission by time waited, not by number waiting, needs no tuning to a machine's speed (as in CoDel,
 * Nichols and Jacobson 2012).
 */
const patienceMs: Readonly<Record<Urgency, number>> = { now: 1000, soon: 400, whenever: 100 };
/** Most that may wait in all, whatever the time: a bound on memory. */
const mostWaiting = 4096;

export class Lanes<T extends Queued, R> {
  readonly #work: (marketplace: string, items: T[]) => Promise<PromiseSettledResult<R>[]>;
  readonly #queues = new Map<string, { waiting: Waiting<T, R>[]; busy: Set<string>; running: number }>();
  #depth = 0;

  /** @param work settles each item of a group; may not reject */
  constructor(work: (marketplace: string, items: T[]) => Promise<PromiseSettledResult<R>[]>) {
    this.#work = work;
  }

  /** Number of items that wait or are worked. */
  get depth(): number {
    return this.#depth;
  }

  /** How long the front of a marketplace's queue has waited, in ms; 0 when nothing waits. */
  waited(marketplace: string): number {
    const front = this.#queues.get(marketplace)?.waiting[0];
    return front ? performance.now() - front.since : 0;
  }

  /** Whether something of this urgency may still join; where it may not, it should be refused before anything is done for it. */
  admits(marketplace: string, urgency: Urgency): boolean {
    return this.#depth < mostWaiting && this.waited(marketplace) < patienceMs[urgency];
  }

  submit(item: T): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      let queue = this.#queues.get(item.marketplace);
      if (!queue) {
        queue = { waiting: [], busy: new Set(), running: 0 };
        this.#queues.set(item.marketplace, queue);
      }
      queue.waiting.push({ item, since: performance.now(), resolve, reject });
      this.#depth++;
      this.#pump(item.marketplace);
    });
  }

  #pump(marketplace: string): void {
    const queue = this.#queues.get(marketplace)!;
    while (queue.running < laneCount && queue.waiting.length > 0) {
      const group = pick(queue.waiting, queue.busy);
      if (group.size === 0) return;
      queue.waiting = queue.waiting.filter((waiting) => !group.has(waiting));
      for (const { item } of group) for (const key of item.keys) queue.busy.add(key);
      queue.running++;
      void this.#run(marketplace, [...group]);
    }
  }

  async #run(marketplace: string, group: Waiting<T, R>[]): Promise<void> {
    const results = await this.#work(
      marketplace,
      group.map((waiting) => waiting.item),
    );
    const queue = this.#queues.get(marketplace)!;
    queue.running--;
    this.#depth -= group.length;
    for (const [index, waiting] of group.entries()) {
      for (const key of waiting.item.keys) queue.busy.delete(key);
      const result = results[index]!;
      if (result.status === "fulfilled") waiting.resolve(result.value);
      else waiting.reject(result.reason);
    }
    this.#pump(marketplace);
  }
}

/** The next group: the most urgent first, each in the order it came. */
function pick<T extends Queued, R>(waiting: readonly Waiting<T, R>[], busy: ReadonlySet<string>): Set<Waiting<T, R>> {
  const group = new Set<Waiting<T, R>>();
  const taken = new Set(busy);
  for (const urgency of urgencies) {
    // What has to wait blocks its keys for those behind it, so that nobody overtakes within an owner.
    const blocked = new Set(taken);
    let seen = 0;
    for (const candidate of waiting) {
      if (group.size >= groupSize) return group;
      if (group.has(candidate)) continue;
      const { item } = candidate;
      if (item.urgency === urgency) {
        if (seen++ >= lookAhead) break;
        if (item.keys.every((key) => !blocked.has(key))) {
          group.add(candidate);
          for (const key of item.keys) taken.add(key);
        }
      }
      for (const key of item.keys) blocked.add(key);
    }
  }
  return group;
}
