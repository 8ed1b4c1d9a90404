/** Copies of what the pipeline wrote, made in SQL: as many listings as wanted, each under its own id. */
import pg from "pg";

/** How a column of a copy differs from its template's row `t`, copy number `c`; a column not named is copied as it is. */
type Overrides = Record<string, string>;

const id = (column: string) => `t.${column} || '-' || c`;
/** Sellers have twenty listings each, however many there are. */
const account = (column: string) => `t.${column} || '-' || (c / 5)`;
/** Prints differ from copy to copy, or all would be one ad again and again. */
const print = "(band # (c::bigint * 2654435761))";

/** Tables that a listing leaves rows in, with what makes each copy its own. Times are put by `$shift`. */
const tables: Record<string, Overrides> = {
  events: { id: id("id"), subject_id: id("subject_id"), owner: account("owner"), at: "$at", received_at: "$at" },
  subjects: {
    id: id("id"),
    owner: account("owner"),
    event_id: id("event_id"),
    decision_id: id("decision_id"),
    approved_event: id("approved_event"),
    at: "$at",
    created_at: "$created_at",
    approved_at: "$approved_at",
  },
  decisions: {
    id: id("id"),
    event_id: id("event_id"),
    subject_id: id("subject_id"),
    owner: account("owner"),
    at: "$at",
    decided_at: "$at",
    effective_at: "$at",
    answer: "'{}'",
    basis: "null",
  },
  comparables: { listing: id("listing"), seller: account("seller"), at: "$at" },
  comparable_keys: { listing: id("listing"), at: "$at" },
  listing_prints: {
    listing: id("listing"),
    seller: account("seller"),
    at: "$at",
    first_at: "$first_at",
    bands: `(select coalesce(array_agg(${print}), '{}') from unnest(t.bands) band)`,
  },
  listing_bands: { listing: id("listing"), band: print.replace("band", "t.band"), at: "$at" },
  listing_words: { listing: id("listing"), at: "$at" },
  trail: { account: account("account"), event_id: id("event_id"), at: "$at" },
};

/** One row for each seller, when the listings are there. */
const perSeller: Record<string, string> = {
  owner_activity: `insert into owner_activity (marketplace, owner, seq, first_at)
    select marketplace, owner, count(*), min(at) from events group by 1, 2 on conflict do nothing`,
  seller_days: `insert into seller_days (marketplace, seller, day, listings, spread)
    select marketplace, seller, (first_at at time zone 'UTC')::date, count(*), abs(hashtext(seller)::bigint) from listing_prints group by 1, 2, 3
    on conflict do nothing`,
  identifiers: `insert into identifiers (marketplace, kind, value, account, first_at)
    select o.marketplace, 'device', 'd-' || o.owner, o.owner, o.first_at from owner_activity o on conflict do nothing`,
  links: `insert into links (marketplace, a, b, weight, shared)
    select marketplace, owner, owner || '~', 0.9, '{device}' from owner_activity on conflict do nothing`,
};

/**
 * Copies everything that is stored until there are `copies` of it, each `stepMs` earlier than the one before. Indexes are made afterwards.
 * @returns seconds, rows in all tables, bytes on disk
 */
export async function cloneMarket(
  connection: pg.ClientConfig,
  copies: number,
  stepMs: number,
  say: (text: string) => void,
): Promise<{ seconds: number; rows: number; bytes: number }> {
  const client = new pg.Client(connection);
  await client.connect();
  const began = performance.now();
  try {
    await client.query(
      "set search_path = assay; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set max_parallel_maintenance_workers = 0",
    );
    // What would run at its own time would run in the middle of a measurement.
    await client.query("alter system set autovacuum = off");
    await client.query("select pg_reload_conf()");
    for (const [table, overrides] of Object.entries(tables)) {
      await client.query(`alter table ${table} set unlogged`);
      const dropped = await withoutIndexes(client, table);
      // The oldest first, as they would have come: what is read together lies together.
      await copy(client, table, overrides, `generate_series(1, ${copies - 1})`, `(${copies} - c)`, stepMs);
      for (const made of dropped) await client.query(made);
      say(`market: ${table} after ${Math.round((performance.now() - began) / 1000)} s`);
    }
    for (const statement of Object.values(perSeller)) await client.query(statement);
    // Look-ups by key read the index alone, as they do where autovacuum has been.
    await client.query("vacuum (parallel 0) comparable_keys, listing_bands, listing_words");
    await client.query("analyze");
    const { rows } = await client.query<{ rows: number; bytes: number }>(
      `select sum(greatest(reltuples, 0))::float8 as rows, sum(pg_total_relation_size(oid))::float8 as bytes
       from pg_class where relnamespace = 'assay'::regnamespace and relkind = 'r'`,
    );
    return { seconds: (performance.now() - began) / 1000, rows: Math.round(rows[0]!.rows), bytes: rows[0]!.bytes };
  } finally {
    await client.end();
  }
}

/** Copies all that an account did, under the same account, spread evenly over the 40 days before now. */
export async function cloneAccount(connection: pg.ClientConfig, owner: string, copies: number): Promise<void> {
  if (copies <= 1) return;
  const client = new pg.Client(connection);
  await client.connect();
  const stepMs = (39 * 86_400_000) / copies;
  const same = { owner: "t.owner", seller: "t.seller", account: "t.account" };
  try {
    await client.query("set search_path = assay; set work_mem = '256MB'");
    const listings = `select listing from listing_prints where seller = '${owner}'`;
    const whose: Record<string, string> = {
      events: `t.owner = '${owner}'`,
      subjects: `t.owner = '${owner}'`,
      decisions: `t.owner = '${owner}'`,
      trail: `t.account = '${owner}' or t.event_id in (select id from events where owner = '${owner}')`,
      listing_prints: `t.seller = '${owner}'`,
      comparables: `t.seller = '${owner}'`,
      comparable_keys: `t.listing in (${listings})`,
      listing_bands: `t.listing in (${listings})`,
      listing_words: `t.listing in (${listings})`,
    };
    // The dependent tables first: they are found by the account's own listings and events, which are then still few.
    for (const table of Object.keys(whose).toSorted(
      (a, b) => Number(a === "events" || a === "listing_prints") - Number(b === "events" || b === "listing_prints"),
    )) {
      await copy(
        client,
        table,
        { ...tables[table]!, ...same },
        `generate_series(1, ${copies - 1})`,
        "(-c)",
        stepMs,
        whose[table],
      );
    }
    await client.query(
      `update owner_activity set seq = (select count(*) from events where owner = $1) where owner = $1`,
      [owner],
    );
    await client.query("vacuum (parallel 0) comparable_keys, listing_bands, listing_words");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

/** @param back how many steps before its template a copy is */
async function copy(
  client: pg.Client,
  table: string,
  overrides: Overrides,
  series: string,
  back: string,
  stepMs: number,
  where = "true",
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'assay' and table_name = $1 order by ordinal_position",
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const shown = (name: string) => {
    const how = overrides[name] ?? `t.${name}`;
    return how.startsWith("$") ? `t.${how.slice(1)} - ${back} * interval '${stepMs} milliseconds'` : how;
  };
  await client.query(`insert into ${table} (${columns.join(", ")}) select ${columns.map(shown).join(", ")}
    from ${series} c cross join (select * from ${table} t where ${where}) t`);
}

/** Drops a table's indexes. @returns the statements that make them again */
async function withoutIndexes(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ index: string; made: string; key: string | null }>(
    `select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid) as made, c.conname as key
     from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'p'
     where i.indrelid = ('assay.' || $1)::regclass`,
    [table],
  );
  for (const { index, key } of rows)
    await client.query(key ? `alter table ${table} drop constraint ${key}` : `drop index ${index}`);
  return rows.map(({ index, made, key }) =>
    key
      ? `${made}; alter table ${table} add constraint ${key} primary key using index ${index.replace("assay.", "")}`
      : made,
  );
}
