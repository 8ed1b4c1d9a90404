/** Group commit: requests in flight at the same moment are worked in groups, a few groups at once, one marketplace a group. */

export interface Queued {
  marketplace: string;
  /** Two that share a key (an owner, a subject) are worked one after the other, in the order they came. */
  keys: readonly string[];
}

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** Most that go into one group. */
const groupSize = 64;
/** Groups of one marketplace that are worked at once. */
const laneCount = 3;
/** How far past the front of the queue a group is filled. */
const lookAhead = groupSize * 8;

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

  submit(item: T): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      let queue = this.#queues.get(item.marketplace);
      if (!queue) {
        queue = { waiting: [], busy: new Set(), running: 0 };
        this.#queues.set(item.marketplace, queue);
      }
      queue.waiting.push({ item, resolve, reject });
      this.#depth++;
      this.#pump(item.marketplace);
    });
  }

  #pump(marketplace: string): void {
    const queue = this.#queues.get(marketplace)!;
    while (queue.running < laneCount && queue.waiting.length > 0) {
      const group: Waiting<T, R>[] = [];
      const left: Waiting<T, R>[] = [];
      const blocked = new Set(queue.busy);
      let index = 0;
      for (; index < queue.waiting.length && index < lookAhead && group.length < groupSize; index++) {
        const waiting = queue.waiting[index]!;
        const free = waiting.item.keys.every((key) => !blocked.has(key));
        // What has to wait blocks its keys for those behind it, so that nobody overtakes.
        for (const key of waiting.item.keys) blocked.add(key);
        (free ? group : left).push(waiting);
      }
      if (group.length === 0) return;
      queue.waiting = [...left, ...queue.waiting.slice(index)];
      for (const { item } of group) for (const key of item.keys) queue.busy.add(key);
      queue.running++;
      void this.#run(marketplace, group);
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
