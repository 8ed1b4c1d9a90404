/** Statements of what was decided, told to a transparency database over HTTP: each once, never what was undone; and the report's tables. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Resolved } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { dsaProblems } from "../src/transparency/index.ts";
import { testDesk } from "./desk.ts";

const taken: Record<string, unknown>[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { statements } = JSON.parse(body) as { statements: Record<string, unknown>[] };
  const errors = Object.fromEntries(
    statements.flatMap((one, n) => {
      const problems = dsaProblems(one);
      return Object.keys(problems).length > 0 || statements.length > 100 ? [[`statement_${n}`, problems]] : [];
    }),
  );
  const bad = request.headers.authorization !== "Bearer token-1";
  const status = bad ? 401 : Object.keys(errors).length > 0 ? 422 : 201;
  if (status === 201) taken.push(...statements);
  const answer =
    status === 201 ? { statements: statements.map((one) => ({ ...one, uuid: `u-${one.puid}` })) } : { errors };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`;

const desk = await testDesk({ dsa: { url, token: "token-1" }, undoHoldMs: 60_000 });
afterAll(async () => {
  await desk.close();
  server.close();
});
const admin = await desk.asUser(["admin"]);
const moderator = await desk.asUser(["moderator"]);
interface Pushed {
  sent: number;
  refused: unknown[];
  failed: unknown[];
  passed_over: number;
  has_more: boolean;
}
const push = async () => (await admin.ask<Pushed>("POST", "/v1/statements/push", {})).body;

test("what a rule decided is told once; what a person decided when its hold has passed; what was undone never", async () => {
  const ruled = await desk.sendListing({ id: "k1", title: "Refuse this knife, call jo@mail.example" });
  const { caseId, decision } = await desk.openCase();
  const body = { outcome: "refuse", reasons: ["scam"], decision_id: decision.decision_id };
  const { body: held } = await moderator.ask<Resolved>("POST", `/v1/cases/${caseId}/resolve`, body);
  const other = await desk.openCase();
  await moderator.ask("POST", `/v1/cases/${other.caseId}/resolve`, {
    ...body,
    decision_id: other.decision.decision_id,
  });
  expect((await moderator.ask("POST", `/v1/cases/${other.caseId}/undo`)).status).toBe(200);

  expect(await push()).toEqual({ sent: 1, refused: [], failed: [], passed_over: 0, has_more: false });
  expect(taken.map(({ puid }) => puid)).toEqual([ruled.decision_id]);
  expect(JSON.stringify(taken)).not.toContain("jo@mail.example");
  await desk.database.owner.query("update decisions set effective_at = decided_at where id = $1", [
    held.decision.decision_id,
  ]);
  expect((await push()).sent).toBe(1);
  expect(taken[1]).toMatchObject({
    puid: held.decision.decision_id,
    automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
  });
  expect(await push()).toMatchObject({ sent: 0, has_more: false });
  expect(taken).toHaveLength(2);
});

test("a hundred and fifty go in two batches", async () => {
  for (let n = 0; n < 150; n++)
    await desk.sendListing({ id: `many${n}`, title: `Refuse number ${n}`, seller: `m${n}` });
  const before = taken.length;
  expect(await push()).toMatchObject({ sent: 100, has_more: true });
  expect(await push()).toMatchObject({ sent: 50, has_more: false });
  const puids = taken.slice(before).map(({ puid }) => puid);
  expect(new Set(puids).size).toBe(150);
}, 120_000);

test("the export pages through all of it, every statement as the database takes it", async () => {
  let cursor: string | undefined;
  let n = 0;
  do {
    const { body } = await admin.ask<{ data: { statement: object; problems: object }[]; next_cursor?: string }>(
      "GET",
      `/v1/statements?limit=60${cursor ? `&cursor=${cursor}` : ""}`,
    );
    for (const { statement, problems } of body.data) expect([dsaProblems(statement), problems]).toEqual([{}, {}]);
    n += body.data.length;
    cursor = body.next_cursor;
  } while (cursor);
  expect(n).toBe(152);
});

test("the tables count what was decided, as JSON and as CSV", async () => {
  const { body } = await admin.ask<{ data: { table: string; by: string; value: string; n: number }[] }>(
    "GET",
    "/v1/transparency",
  );
  const find = (table: string, by: string, value: string) =>
    body.data.find((row) => row.table === table && row.by === by && row.value === value)?.n;
  expect(find("restrictions", "decided_by", "automated")).toBe(151);
  expect(find("restrictions", "decided_by", "person")).toBe(1);
  expect(find("statements", "transparency_database", "sent")).toBe(152);
  const csv = await admin.ask<string>("GET", "/v1/transparency?format=csv");
  expect(csv.headers["content-type"]).toContain("text/csv");
  expect(csv.body.split("\r\n")[0]).toBe("table,by,value,n,median_hours");
  expect(csv.body).toContain("restrictions,decided_by,automated,151,");
});

test("a moderator may not send", async () => {
  expect((await moderator.ask("POST", "/v1/statements/push", {})).status).toBe(403);
});
