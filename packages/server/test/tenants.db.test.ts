import type { Case, Decision, WebhookEndpoint } from "@assay/contract";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";
import { routesOf } from "./routes.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const { db, owner } = { db: desk.database.db, owner: desk.database.owner };
const secret = "neighbours-secret";

// One of everything at marketplace b, through the front door.
const admin = await desk.asUser(["admin"], "b");
const key = await desk.asKey("b");
const listing = {
  id: `${secret}-event`,
  type: "listing.created",
  time: new Date().toISOString(),
  data: {
    id: `${secret}-listing`,
    seller: `${secret}-seller`,
    title: `Review ${secret}`,
    category: secret,
    price: { amount: 9, currency: "EUR" },
  },
};
const decision = (await key<Decision>("POST", "/v1/events", listing)).body;
const caseId = decision.cases[0]!;
await admin.ask("POST", `/v1/cases/${caseId}/note`, { text: secret });
await admin.ask("POST", `/v1/cases/${caseId}/labels`, { about: "outcome", value: secret });
await admin.ask("POST", `/v1/cases/${caseId}/resolve`, { outcome: "approve", decision_id: decision.decision_id });
const draft = (
  await admin.ask<{ id: string }>("POST", "/v1/policy-drafts", {
    stage: "listing",
    title: secret,
    source: `# ${secret}`,
  })
).body;
await admin.ask("POST", `/v1/policy-drafts/${draft.id}/comments`, { text: secret });
await desk.deps.policies.save("b", "contact", `policy: contact\ntitle: ${secret}\nrules: []\n`, "test");
const webhook = (await admin.ask<WebhookEndpoint>("POST", "/v1/webhooks", { url: `https://${secret}.example.org/` }))
  .body;
const entry = (
  await admin.ask<{ id: string }>("POST", `/v1/banks/${secret}/entries`, { hash: "ab".repeat(32), label: secret })
).body;
await admin.ask("POST", "/v1/lists/neighbours_words/entries", { values: [secret] });
const made = (await admin.ask<{ id: string }>("POST", "/v1/keys", { name: secret })).body;
const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7919) % 256));
const png = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
  .png()
  .toBuffer();
const form = new FormData();
form.set("file", new Blob([new Uint8Array(png)], { type: "image/png" }), "x.png");
const encoded = new Response(form);
const upload = await desk.app.inject({
  method: "POST",
  url: "/v1/pictures",
  headers: { cookie: admin.cookie, "x-assay-csrf": "1", "content-type": encoded.headers.get("content-type")! },
  payload: Buffer.from(await encoded.arrayBuffer()),
});
const picture = upload.json<{ content: string }>();
const actionId = (await owner.query("select id from actions where marketplace = 'b'")).rows[0].id as string;
await desk.asUser(["admin"], "a");

const tables = (
  await owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c where c.table_schema = 'assay' and c.column_name = 'marketplace' order by 1`,
  )
).rows.map((row) => row.name);

/** A row of a marketplace in any table, from the catalogue: each column that must be given gets something of its type. */
async function put(table: string, marketplace: string): Promise<{ columns: string[]; values: unknown[] }> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'assay' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const values = rows.map(({ name, type }) => {
    if (name === "marketplace") return marketplace;
    if (type.startsWith("timestamp") || type === "date") return new Date();
    if (type === "json") return "{}";
    if (type === "bit") return "0".repeat(256);
    if (type === "ARRAY") return [];
    if (type === "boolean") return true;
    if (/int|double|real/.test(type)) return 987_654;
    return `generated ${marketplace} ${name}`;
  });
  return { columns: rows.map((row) => row.name), values };
}

test("there are tables to go over, and the neighbour has something in each", async () => {
  expect(tables.length).toBeGreaterThanOrEqual(20);
  for (const table of tables) {
    const { columns, values } = await put(table, "b");
    const places = columns.map((_, index) => `$${index + 1}`).join(", ");
    await owner.query(`insert into ${table} (${columns.join(", ")}) values (${places}) on conflict do nothing`, values);
    const { rows } = await owner.query(`select count(*)::int as n from ${table} where marketplace = 'b'`);
    expect(rows[0].n, table).toBeGreaterThan(0);
  }
});

/** What the server itself can only add to. */
const appendOnly = ["audit_log", "audit_heads"];

test.each(tables)("%s: no row of a neighbour is seen, changed, deleted or added", async (table) => {
  const before = (await owner.query(`select count(*)::int as n from ${table} where marketplace = 'b'`)).rows[0].n;
  expect(await db.query("a", `select 1 from ${table} where marketplace <> 'a'`)).toEqual([]);
  expect(await db.query("b", `select 1 from ${table} where marketplace <> 'b'`)).toEqual([]);
  expect(await db.query(null, `select 1 from ${table}`)).toEqual([]);
  if (!appendOnly.includes(table)) {
    expect(await db.query("a", `update ${table} set marketplace = 'a' where marketplace = 'b' returning 1`)).toEqual(
      [],
    );
    expect(await db.query("a", `delete from ${table} where marketplace = 'b' returning 1`)).toEqual([]);
  }
  const { columns, values } = await put(table, "b");
  const places = columns.map((_, index) => `$${index + 1}`).join(", ");
  const add = db.query("a", `insert into ${table} (${columns.join(", ")}) values (${places})`, values);
  await expect(add).rejects.toThrow(/row-level security/);
  expect((await owner.query(`select count(*)::int as n from ${table} where marketplace = 'b'`)).rows[0].n).toBe(before);
});

test("no route shows or changes what is a neighbour's, whatever ids it is asked with", async () => {
  const stranger = await desk.asUser(["admin"], "a");
  const state = async () => {
    const sums: string[] = [];
    for (const table of tables) {
      const { rows } = await owner.query(
        `select md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t where marketplace = 'b'`,
      );
      sums.push(`${table} ${rows[0].sum}`);
    }
    return sums;
  };
  const ids: Record<string, string[]> = {
    id: [
      caseId,
      decision.decision_id,
      listing.id,
      listing.data.id,
      listing.data.seller,
      webhook.id,
      actionId,
      entry.id,
      made.id,
      draft.id,
      admin.id,
    ],
    content: [picture.content],
    queue: ["pricing", "all"],
    bank: [secret],
    list: ["neighbours_words"],
    playbook: ["scammer"],
    kind: ["listing", "account"],
    stage: ["listing", "contact"],
    version: ["1"],
    rule: [secret],
  };
  const bodies: Record<string, object> = {
    "/v1/cases/:id/resolve": { outcome: "refuse", reasons: ["scam"], decision_id: decision.decision_id },
    "/v1/cases/:id/note": { text: "x" },
    "/v1/cases/:id/snooze": { until: new Date(Date.now() + 60_000).toISOString() },
    "/v1/cases/:id/move": { queue: "other" },
    "/v1/cases/:id/escalate": { note: "x" },
    "/v1/cases/:id/labels": { about: "outcome", value: "x" },
    "/v1/cases/:id/playbooks/:playbook": { fingerprint: "x" },
    "/v1/users/:id": { disabled: true },
    "/v1/webhooks/:id": { enabled: false },
    "/v1/policy-drafts/:id/approve": { revision: 1 },
    "/v1/policy-drafts/:id/discard": { comment: "x" },
    "/v1/policies/:stage/diff": { to: 1 },
    "/v1/backtests": { stage: "listing", from: "2020-01-01T00:00:00Z", try: { draft: draft.id } },
  };
  const before = await state();
  let asked = 0;
  for (const { method, url, permission } of await routesOf(desk.deps)) {
    if (
      permission === "public" ||
      url === "/v1/logout" ||
      url === "/v1/actions/feed" ||
      (url.endsWith("/entries") && method !== "GET")
    )
      continue;
    const paths = [...url.matchAll(/:(\w+)/g)].reduce<string[]>(
      (made, [place, name]) =>
        made.flatMap((path) => ids[name!]!.map((id) => path.replace(place, encodeURIComponent(id)))),
      [url],
    );
    for (const path of paths) {
      const body = method === "POST" || method === "PATCH" ? (bodies[url] ?? {}) : undefined;
      const answer = await stranger.ask<object>(method, path, body);
      asked++;
      // A refusal repeats what was asked for.
      const told = JSON.stringify({ ...answer.body, detail: undefined });
      expect(told, `${method} ${path}`).not.toContain(secret);
      const nothing = answer.status === 404 || answer.status === 400 || isEmptyPage(answer.body);
      if (url.includes(":") && !/:(queue|stage)\b/.test(url))
        expect(nothing, `${method} ${path} ${answer.status}`).toBe(true);
    }
  }
  expect(asked).toBeGreaterThan(150);
  expect(await state()).toEqual(before);
  const list = await stranger.ask<{ data: Case[] }>("GET", "/v1/cases?state=resolved");
  expect(list.body.data).toEqual([]);
});

/** A list with nothing in it is as good as nothing there. */
function isEmptyPage(body: unknown): boolean {
  return (
    typeof body === "object" && body !== null && "data" in body && Array.isArray(body.data) && body.data.length === 0
  );
}
