/** What the server says to PostgreSQL, seen from outside: how many statements, and how many pages each touches. */
import pg from "pg";

export interface Statement {
  name: "read" | "write" | "other";
  /** Shared pages hit and read, by EXPLAIN (ANALYZE, BUFFERS) of the same statement just before it. */
  pages?: number;
}

export interface Watch {
  /** @param examine whether each statement is explained first, in a transaction that is rolled back; its time is then no measure */
  start(examine: boolean): void;
  stop(): Promise<Statement[]>;
  end(): void;
}

interface Query {
  text: string;
  values?: unknown[];
  name?: string;
}
type Run = (query: Query) => Promise<pg.QueryResult>;

/** Every statement of every connection of this process that is run as an object, which is how `db/` runs them. */
export function watch(): Watch {
  const prototype = pg.Client.prototype as unknown as { query: Run };
  const original = prototype.query;
  let seen: Statement[] | undefined;
  let examining = false;

  async function examined(client: unknown, query: Query, statement: Statement): Promise<pg.QueryResult> {
    const say = (text: string) => original.call(client, { text });
    await say("begin");
    const plan = await original.call(client, {
      text: `explain (analyze, buffers, timing off, format json) ${query.text}`,
      values: query.values ?? [],
    });
    await say("rollback");
    const top = (plan.rows[0] as { "QUERY PLAN": [{ Plan: Record<string, number> }] })["QUERY PLAN"][0].Plan;
    statement.pages = top["Shared Hit Blocks"]! + top["Shared Read Blocks"]!;
    return original.call(client, query);
  }

  prototype.query = function (this: unknown, ...all: unknown[]) {
    const query = all[0] as Query;
    const plain = all.length > 1 || typeof query?.text !== "string" || query.name === "become";
    if (!seen || plain) return (original as (...all: unknown[]) => Promise<pg.QueryResult>).apply(this, all);
    const name = query.name?.startsWith("gather ") ? "read" : query.name === "commit" ? "write" : "other";
    const statement: Statement = { name };
    seen.push(statement);
    return examining && name !== "other" ? examined(this, query, statement) : original.call(this, query);
  };
  return {
    start(examine) {
      seen = [];
      examining = examine;
    },
    async stop() {
      const all = seen ?? [];
      seen = undefined;
      return all;
    },
    end() {
      prototype.query = original;
    },
  };
}
