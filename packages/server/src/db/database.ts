/** Connections to PostgreSQL. Every statement runs for one marketplace, as a role that row-level security binds. */
import pg from "pg";

// Numbers stay numbers: bigint counters and sums are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Runs one statement. With a `name` the statement is prepared once per connection. */
export interface Querier {
  query<T = Record<string, unknown>>(text: string, values?: unknown[], name?: string): Promise<T[]>;
}

export class Database {
  readonly #pool: pg.Pool;
  /** What `assay.marketplace` is set to on each connection; set again only when it differs. */
  readonly #tenant = new WeakMap<pg.PoolClient, string>();

  /**
   * @param size connections
   * @param byIndex for the hot path, whose statements find a few rows each for a group of events: join by index, and plan anew each time.
   *   A plan kept from when the tables were small takes any index for any other, and then reads more with every event.
   */
  constructor(connection: pg.PoolConfig, size: number, byIndex = false) {
    const planner = byIndex
      ? "; set enable_hashjoin = off; set enable_mergejoin = off; set enable_seqscan = off; set enable_bitmapscan = off; set enable_material = off; set plan_cache_mode = force_custom_plan"
      : "";
    this.#pool = new pg.Pool({
      ...connection,
      max: size,
      // Before a connection is handed out: tables are found, and the role is one that policies bind.
      onConnect: async (client) => {
        await client.query(`set search_path = assay; set role assay_app; set jit = off${planner}`);
      },
    });
    // An idle connection that breaks is replaced by the pool; the error has nobody else to go to.
    this.#pool.on("error", () => {});
  }

  /**
   * One statement, in a transaction of its own.
   * @param marketplace whose rows it may see; `null` sees the tenant-free functions only
   */
  async query<T = Record<string, unknown>>(
    marketplace: string | null,
    text: string,
    values: unknown[] = [],
    name?: string,
  ): Promise<T[]> {
    const client = await this.#pool.connect();
    let broken = false;
    try {
      await this.#become(client, marketplace);
      return (await client.query({ text, values, ...(name && { name }) })).rows as T[];
    } catch (error) {
      broken = isConnectionError(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Several statements that all happen or none does. */
  async transaction<T>(marketplace: string, run: (tx: Querier) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken = false;
    try {
      await this.#become(client, marketplace);
      await client.query("begin");
      const result = await run({
        query: async <R>(text: string, values: unknown[] = [], name?: string) =>
          (await client.query({ text, values, ...(name && { name }) })).rows as R[],
      });
      await client.query("commit");
      return result;
    } catch (error) {
      broken = isConnectionError(error);
      if (!broken) await client.query("rollback").catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** A querier for one marketplace, for functions that do not care whether they are in a transaction. */
  for(marketplace: string): Querier {
    return { query: (text, values, name) => this.query(marketplace, text, values, name) };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #become(client: pg.PoolClient, marketplace: string | null): Promise<void> {
    const tenant = marketplace ?? "";
    if (this.#tenant.get(client) === tenant) return;
    await client.query({
      name: "become",
      text: "select set_config('assay.marketplace', $1, false)",
      values: [tenant],
    });
    this.#tenant.set(client, tenant);
  }
}

/** PostgreSQL's class 08 and 57P, and sockets that broke: the connection is of no more use. */
export function isConnectionError(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  if (/^(08|57P)/.test(code) || /^E(PIPE|CONN)/.test(code)) return true;
  return (
    error instanceof Error && /Connection terminated|Client has encountered a connection error/.test(error.message)
  );
}
