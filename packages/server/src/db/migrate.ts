/** Brings a database to the newest schema. Runs as the owner; forward only; safe when several processes start at once. */
import { readdirSync, readFileSync } from "node:fs";
import { runMigrations } from "graphile-worker";
import pg from "pg";

const folder = new URL("./migrations/", import.meta.url);
/** Any constant: two processes that migrate at once take turns. */
const lockKey = 7_240_211;

/** @returns the versions that were applied now, such as `0001_initial` */
export async function migrate(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const known = await client.query<{ exists: boolean }>(
      "select to_regclass('assay.migrations') is not null as exists",
    );
    const done = known.rows[0]?.exists
      ? (await client.query<{ version: string }>("select version from assay.migrations")).rows.map((row) => row.version)
      : [];
    const all = readdirSync(folder)
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => file.slice(0, -4));
    const missing = all.filter((version) => !done.includes(version));
    if (missing.length === 0) return [];
    const pool = new pg.Pool({ ...connection, max: 2 });
    pool.on("error", () => {});
    pool.on("connect", (made) => made.on("error", () => {}));
    await runMigrations({ pgPool: pool }).finally(() => pool.end());
    await client.query(`
      create schema if not exists assay;
      create table if not exists assay.migrations (version text primary key, at timestamptz not null default now());
      do $$ begin
        if not exists (select from pg_roles where rolname = 'assay_app') then
          create role assay_app nologin nosuperuser nobypassrls;
        end if;
        if not pg_has_role(current_user, 'assay_app', 'member') then
          execute format('grant assay_app to %I', current_user);
        end if;
      exception when duplicate_object or unique_violation then null; end $$;
      set search_path = assay;`);
    for (const version of missing) {
      await client.query("begin");
      await client.query(readFileSync(new URL(`${version}.sql`, folder), "utf8"));
      await client.query("insert into assay.migrations (version) values ($1)", [version]);
      await client.query("commit");
    }
    return missing;
  } finally {
    await client.end();
  }
}
