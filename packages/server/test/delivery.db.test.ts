import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Action, ActionStatus, Decision, WebhookEndpoint } from "@assay/contract";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ActionDelivery } from "../src/actions/index.ts";
import { buildApp } from "../src/http/index.ts";
import { closeGuard } from "../src/measure/index.ts";
import { testDesk } from "./desk.ts";

interface Received {
  path: string;
  body: string;
  headers: IncomingHttpHeaders;
}
const received: Received[] = [];
/** What the receiver answers, by path: a status, or nothing for as long as the test lasts. */
const answers = new Map<string, (n: number) => number | "silence">();
const receiver = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const path = request.url!;
  received.push({ path, body, headers: request.headers });
  const status = answers.get(path)?.(received.filter((one) => one.path === path).length) ?? 204;
  if (status === "silence") return;
  if (status === 302) response.setHeader("location", "/elsewhere");
  response.writeHead(status).end("x".repeat(50_000));
});
await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

const desk = await testDesk({}, { allow: [host] });
const admin = await desk.asUser(["admin"]);
beforeAll(() => desk.deps.delivery.start());
afterAll(async () => {
  await desk.close();
  await closeGuard();
  receiver.closeAllConnections();
  receiver.close();
});
afterEach(async () => {
  const { body } = await admin.ask<{ data: WebhookEndpoint[] }>("GET", "/v1/webhooks");
  for (const endpoint of body.data) await admin.ask("DELETE", `/v1/webhooks/${endpoint.id}`);
  // What was left undelivered on purpose is not the next test's.
  await desk.database.owner.query("update actions set state = 'dead' where state = 'pending'");
  received.length = 0;
  answers.clear();
});

let listings = 0;
/** A refusal that the policy takes at once, as an action that is due now. */
async function refuse(): Promise<ActionStatus> {
  const decision = await desk.sendListing({ id: `d${++listings}`, title: "Refuse this" });
  return status(decision.decision_id);
}
async function status(decisionId: string): Promise<ActionStatus> {
  const { body } = await admin.ask<{ data: ActionStatus[] }>("GET", "/v1/actions?limit=100");
  return body.data.find((one) => one.action.data.decision_id === decisionId)!;
}
const add = async (path: string) =>
  (await admin.ask<WebhookEndpoint>("POST", "/v1/webhooks", { url: `http://${host}${path}` })).body;
const until = async <T>(get: () => Promise<T>, is: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await get();
    if (is(value)) return value;
    await sleep(20);
  }
};
const settled = (action: ActionStatus, state: ActionStatus["state"]) =>
  until(
    () => status(action.action.data.decision_id),
    (one) => one.state === state,
  );
/** As if the pause had passed. */
const hurry = (action: ActionStatus) =>
  desk.database.owner.query("update actions set next_attempt_at = now() where id = $1 and state = 'pending'", [
    action.id,
  ]);

test("an action is delivered, signed after the Standard Webhooks specification", async () => {
  const endpoint = await add("/plain");
  expect(endpoint.secret).toMatch(/^whsec_/);
  const action = await refuse();
  const delivered = await settled(action, "delivered");
  expect(delivered.attempts).toBe(1);
  const [got] = received;
  const verified = new Webhook(endpoint.secret!).verify(got!.body, got!.headers as Record<string, string>) as Action;
  expect(verified).toEqual(action.action);
  expect(got!.headers["webhook-id"]).toBe(action.id);
  expect(() =>
    new Webhook(endpoint.secret!).verify(
      got!.body.replace("refuse", "approve"),
      got!.headers as Record<string, string>,
    ),
  ).toThrow();
  const listed = await admin.ask<{ data: WebhookEndpoint[] }>("GET", "/v1/webhooks");
  expect(listed.body.data[0]?.secret).toBeUndefined();
});

test("an endpoint that fails is tried again after a pause, under the same id", async () => {
  answers.set("/shaky", (n) => (n === 1 ? 500 : 200));
  await add("/shaky");
  const action = await refuse();
  const failed = await until(
    () => status(action.action.data.decision_id),
    (one) => one.last_error !== undefined,
  );
  expect(failed).toMatchObject({ state: "pending", attempts: 1, last_error: "the endpoint answered 500" });
  const pause = Date.parse(failed.next_attempt_at!) - Date.now();
  expect(pause).toBeGreaterThan(0);
  expect(pause).toBeLessThan(5_600);
  await hurry(action);
  const delivered = await settled(action, "delivered");
  expect(delivered).toMatchObject({ attempts: 2 });
  expect(delivered.last_error).toBeUndefined();
  expect(received.map((one) => one.headers["webhook-id"])).toEqual([action.id, action.id]);
});

test("it is given up after ten attempts over 75 hours, and can be sent again by hand", async () => {
  answers.set("/down", (n) => (n > 10 ? 200 : 503));
  await add("/down");
  const action = await refuse();
  const pauses: number[] = [];
  for (let attempt = 1; attempt < 10; attempt++) {
    const pauseMs = (one: ActionStatus) => Date.parse(one.next_attempt_at!) - Date.now();
    // While it is being sent the next attempt lies a lease of one minute ahead; no pause is that long.
    const failed = await until(
      () => status(action.action.data.decision_id),
      (one) => one.attempts === attempt && (pauseMs(one) < 10_000 || pauseMs(one) > 61_000),
    );
    pauses.push(pauseMs(failed));
    await hurry(action);
  }
  const dead = await settled(action, "dead");
  expect(dead.attempts).toBe(10);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(75);
  expect(hours).toBeLessThan(84);
  expect((await admin.ask("POST", `/v1/actions/${action.id}/resend`)).status).toBe(200);
  await settled(action, "delivered");
});

test("410 switches the endpoint off and says why; the others go on", async () => {
  answers.set("/gone", () => 410);
  const gone = await add("/gone");
  const stays = await add("/stays");
  const first = await refuse();
  await until(
    async () => received.length,
    (n) => n === 2,
  );
  const listed = await until(
    async () => (await admin.ask<{ data: WebhookEndpoint[] }>("GET", "/v1/webhooks")).body.data,
    (all) => all.some((endpoint) => !endpoint.enabled),
  );
  expect(listed.find((one) => one.id === gone.id)).toMatchObject({
    enabled: false,
    disabled_reason: "The endpoint answered 410 Gone.",
  });
  expect(listed.find((one) => one.id === stays.id)).toMatchObject({ enabled: true });
  await until(
    () => status(first.action.data.decision_id),
    (one) => one.last_error !== undefined,
  );
  await hurry(first);
  await settled(first, "delivered");
  const second = await refuse();
  await settled(second, "delivered");
  expect(received.map((one) => one.path)).toEqual(expect.arrayContaining(["/gone", "/stays", "/stays"]));
  expect(received.filter((one) => one.path === "/gone")).toHaveLength(1);
});

test("with several endpoints only those that have not answered are tried again", async () => {
  answers.set("/slow-start", (n) => (n === 1 ? 500 : 200));
  await add("/steady");
  await add("/slow-start");
  const action = await refuse();
  await until(
    () => status(action.action.data.decision_id),
    (one) => one.last_error !== undefined,
  );
  await hurry(action);
  await settled(action, "delivered");
  expect(received.map((one) => one.path).sort()).toEqual(["/slow-start", "/slow-start", "/steady"]);
});

test("while secrets rotate, the old and the new one both verify; the old lapses after a day", async () => {
  const old = await add("/rotating");
  const rotated = await admin.ask<WebhookEndpoint>("POST", `/v1/webhooks/${old.id}/rotate`);
  expect(rotated.body.secret).not.toBe(old.secret);
  await settled(await refuse(), "delivered");
  const both = received[0]!;
  expect(String(both.headers["webhook-signature"]).split(" ")).toHaveLength(2);
  for (const secret of [old.secret!, rotated.body.secret!]) {
    new Webhook(secret).verify(both.body, both.headers as Record<string, string>);
  }
  const { rows } = await desk.database.owner.query("select secrets from webhook_endpoints where id = $1", [old.id]);
  const [newest, oldest] = rows[0].secrets;
  expect(newest.lapses_at).toBeUndefined();
  expect(Date.parse(oldest.lapses_at) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
  oldest.lapses_at = new Date(Date.now() - 1000).toISOString();
  await desk.database.owner.query("update webhook_endpoints set secrets = $2 where id = $1", [
    old.id,
    JSON.stringify([newest, oldest]),
  ]);
  received.length = 0;
  await settled(await refuse(), "delivered");
  expect(() =>
    new Webhook(old.secret!).verify(received[0]!.body, received[0]!.headers as Record<string, string>),
  ).toThrow();
  new Webhook(rotated.body.secret!).verify(received[0]!.body, received[0]!.headers as Record<string, string>);
});

/** In place of the desk's own loop, for one test. */
async function deliverWith(loops: ActionDelivery[], run: () => Promise<void>): Promise<void> {
  await desk.deps.delivery.stop();
  for (const loop of loops) loop.start();
  await run();
  for (const loop of loops) await loop.stop();
  desk.deps.delivery.start();
}

test("a receiver that does not answer is cut off", async () => {
  answers.set("/silent", () => "silence");
  await add("/silent");
  const impatient = new ActionDelivery({ ...desk.deps, allow: [host], pollMs: 20, timeoutMs: 300 });
  await deliverWith([impatient], async () => {
    const action = await refuse();
    const failed = await until(
      () => status(action.action.data.decision_id),
      (one) => one.last_error !== undefined,
    );
    expect(failed.last_error).toBe("no answer within 0.3 s");
  });
});

test("redirects are not followed", async () => {
  answers.set("/moved", () => 302);
  await add("/moved");
  const action = await refuse();
  const failed = await until(
    () => status(action.action.data.decision_id),
    (one) => one.last_error !== undefined,
  );
  expect(failed.last_error).toBe("the endpoint answered 302");
  expect(received.map((one) => one.path)).toEqual(["/moved"]);
});

test("a private address that was not allowed is refused where the connection is made", async () => {
  const other = createServer((_request, response) => response.writeHead(200).end());
  let connections = 0;
  other.on("connection", () => connections++);
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address() as AddressInfo;
  for (const name of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"]) {
    const added = await admin.ask<WebhookEndpoint>("POST", "/v1/webhooks", { url: `http://${name}:${port}/` });
    const action = await refuse();
    const failed = await until(
      () => status(action.action.data.decision_id),
      (one) => one.last_error !== undefined,
    );
    expect(failed.last_error).toMatch(/not a public address/);
    await admin.ask("DELETE", `/v1/webhooks/${added.body.id}`);
  }
  expect(connections).toBe(0);
  other.close();
});

test("what is no address for a webhook is refused when it is added", async () => {
  for (const url of ["ftp://example.org/x", "javascript:alert(1)", "not a url", "https://me:secret@example.org/"]) {
    expect((await admin.ask("POST", "/v1/webhooks", { url })).status, url).toBe(400);
  }
});

test("without an endpoint actions wait, and go to the first that is added", async () => {
  const action = await refuse();
  const waiting = await until(
    () => status(action.action.data.decision_id),
    (one) => one.last_error !== undefined,
  );
  expect(waiting).toMatchObject({ state: "pending", attempts: 0, last_error: "no webhook endpoint is enabled" });
  await add("/late");
  await settled(action, "delivered");
});

test("a delivery whose process died is taken up again when its lease has passed", async () => {
  await desk.deps.delivery.stop();
  await add("/crash");
  const action = await refuse();
  // What a process does before it sends, and then dies.
  await desk.database.owner.query(
    "update actions set attempts = 1, next_attempt_at = now() + interval '1500 milliseconds' where id = $1",
    [action.id],
  );
  desk.deps.delivery.start();
  await sleep(100);
  expect(received).toHaveLength(0);
  await settled(action, "delivered");
});

test("two processes deliver the same outbox without sending twice", async () => {
  await add("/shared");
  const loops = [5, 7].map((pollMs) => new ActionDelivery({ ...desk.deps, allow: [host], pollMs }));
  await deliverWith(loops, async () => {
    const actions = await Promise.all(Array.from({ length: 40 }, () => refuse()));
    for (const action of actions) await settled(action, "delivered");
    const ids = received.map((one) => one.headers["webhook-id"]);
    expect(ids).toHaveLength(40);
    expect(new Set(ids)).toEqual(new Set(actions.map((action) => action.id)));
  });
});

test("the feed gives each action once, in order, as it takes effect", async () => {
  const key = await desk.asKey();
  type Feed = { data: ActionStatus[]; next_cursor: string };
  const from = new Date(Date.now() - 1).toISOString();
  const start = Buffer.from(JSON.stringify([from, ""])).toString("base64url");
  const decisions: Decision[] = [];
  for (let i = 0; i < 5; i++) decisions.push(await desk.sendListing({ id: `f${i}`, title: "Refuse this" }));
  const seen: string[] = [];
  let after = start;
  while (seen.length < 5) {
    const { body } = await key<Feed>("GET", `/v1/actions/feed?after=${after}`);
    seen.push(...body.data.map(({ action }) => action.data.decision_id));
    after = body.next_cursor;
  }
  expect(seen).toEqual(decisions.map((decision) => decision.decision_id));
  // Nothing new: it waits. Something comes: it answers.
  const waiting = key<Feed>("GET", `/v1/actions/feed?after=${after}`);
  await sleep(300);
  const late = await desk.sendListing({ id: "f-late", title: "Refuse this" });
  expect((await waiting).body.data.map(({ action }) => action.data.decision_id)).toEqual([late.decision_id]);
});

test("a feed that waits is answered when the server shuts down", async () => {
  const app = await buildApp(desk.deps);
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const headers = { cookie: admin.cookie };
  // Without a place to begin it answers at once where now is.
  const begun = (await (await fetch(`${url}/v1/actions/feed`, { headers })).json()) as { next_cursor: string };
  const waiting = fetch(`${url}/v1/actions/feed?after=${begun.next_cursor}`, { headers });
  await sleep(300);
  await app.close();
  const answer = await waiting;
  expect([answer.status, await answer.json()]).toMatchObject([200, { data: [] }]);
  // Kept open for another request, it would have held up the shutdown.
  expect(answer.headers.get("connection")).toBe("close");
});
