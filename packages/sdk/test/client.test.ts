import { type Decision, type ErrorCode, errors, type Problem, parseEvent } from "@assay/contract";
import { expect, test } from "vitest";
import { AssayApiError, AssayClient, AssayConnectionError, event } from "../src/index.ts";
import { json, localServer } from "./local-server.ts";

const listing = event(
  "listing.created",
  { id: "l1", seller: "a1", title: "Desk lamp", price: { amount: 12, currency: "EUR" } },
  { id: "e1", time: "2026-11-21T10:00:00Z" },
);

function decisionOf(eventId: string): Decision {
  return {
    event_id: eventId,
    decision_id: `dec_${eventId}`,
    mode: "live",
    subject: { kind: "listing", id: "l1" },
    outcome: "approve",
    visibility: "visible",
    restrictions: [],
    reasons: [],
    signals: [],
    pending: [],
    cases: [],
    took_ms: 1,
  };
}

function problem(code: ErrorCode, detail?: string): Problem {
  return { type: `https://assay.dev/errors#${code}`, code, ...errors[code], detail, request_id: "req_1" };
}

const client = (url: string, retries = 3) => new AssayClient({ url, apiKey: "key", retries, backoffMs: 1 });

test("sends an event with the key and the wait, and gives the decision", async () => {
  await using server = await localServer((_, response) => json(response, 200, decisionOf("e1")));
  const decision = await client(server.url).events.send(listing, { wait: 3 });
  expect(decision.decision_id).toBe("dec_e1");
  const [request] = server.received;
  expect(request?.method).toBe("POST");
  expect(request?.path).toBe("/v1/events");
  expect(request?.headers.authorization).toBe("Bearer key");
  expect(request?.headers.prefer).toBe("wait=3");
  expect(parseEvent(JSON.parse(String(request?.body)), Date.parse("2026-11-21T10:00:00Z")).subject.owner).toBe("a1");
});

test("repeats 429 and 503 until it is answered", async () => {
  await using server = await localServer((_, response, count) => {
    if (count === 1) json(response, 503, problem("unavailable"));
    else if (count === 2) json(response, 429, problem("too_many_requests"), { "retry-after": "0" });
    else json(response, 200, decisionOf("e1"));
  });
  expect((await client(server.url).events.send(listing)).outcome).toBe("approve");
  expect(server.received.length).toBe(3);
  expect(new Set(server.received.map((one) => String(one.body))).size).toBe(1);
});

test("waits as long as Retry-After says before it repeats", async () => {
  const times: number[] = [];
  await using server = await localServer((_, response, count) => {
    times.push(performance.now());
    if (count === 1) json(response, 429, problem("too_many_requests"), { "retry-after": "1" });
    else json(response, 200, decisionOf("e1"));
  });
  await client(server.url).events.send(listing);
  expect(times[1]! - times[0]!).toBeGreaterThan(950);
});

test("repeats a dropped connection, and takes its own event in flight for what it is", async () => {
  await using server = await localServer((_, response, count) => {
    if (count === 1) response.destroy();
    else if (count === 2) json(response, 409, problem("event_in_flight"));
    else json(response, 200, decisionOf("e1"));
  });
  expect((await client(server.url).events.send(listing)).event_id).toBe("e1");
  expect(server.received.length).toBe(3);
});

test("does not repeat what would fail again", async () => {
  await using server = await localServer((_, response) =>
    json(response, 400, { ...problem("invalid_event"), errors: [{ pointer: "/time", detail: "must be a date" }] }),
  );
  const error = await client(server.url)
    .events.send(listing)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AssayApiError);
  expect(error).toMatchObject({ code: "invalid_event", status: 400, requestId: "req_1" });
  expect((error as AssayApiError).problem?.errors?.[0]?.pointer).toBe("/time");
  expect(server.received.length).toBe(1);
});

test("an event in flight that is not ours is an error at once", async () => {
  await using server = await localServer((_, response) => json(response, 409, problem("event_in_flight")));
  await expect(client(server.url).events.send(listing)).rejects.toMatchObject({ code: "event_in_flight" });
  expect(server.received.length).toBe(1);
});

test("gives up after the last attempt and says how often it tried", async () => {
  await using server = await localServer((_, response) => json(response, 503, problem("unavailable")));
  await expect(client(server.url, 2).events.send(listing)).rejects.toMatchObject({ code: "unavailable", status: 503 });
  expect(server.received.length).toBe(3);
});

test("no server at all is a connection error", async () => {
  const gone = await localServer(() => {});
  await gone[Symbol.asyncDispose]();
  const error = await client(gone.url, 1)
    .events.send(listing)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AssayConnectionError);
  expect((error as AssayConnectionError).attempts).toBe(2);
  expect((error as Error).message).toContain("ECONNREFUSED");
});

test("an answer that never comes runs out of time", async () => {
  await using server = await localServer(() => {});
  const impatient = new AssayClient({ url: server.url, apiKey: "key", retries: 0, timeoutMs: 50 });
  await expect(impatient.events.send(listing)).rejects.toBeInstanceOf(AssayConnectionError);
});

test("a proxy's page instead of an answer is readable as an error", async () => {
  await using server = await localServer((_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
  await expect(client(server.url).events.send(listing)).rejects.toMatchObject({ code: "unreadable", status: 502 });
});

test("sends many in batches that fit, and tells decisions from problems", async () => {
  await using server = await localServer((request, response) => {
    const { events } = JSON.parse(String(request.body)) as { events: { id: string }[] };
    const results = events.map(({ id }) => (id === "bad" ? problem("invalid_event") : decisionOf(id)));
    json(response, 200, { results });
  });
  const many = Array.from({ length: 250 }, (_, i) => ({ ...listing, id: i === 120 ? "bad" : `e${i}` }));
  const results = await client(server.url).events.sendMany(many);
  expect(results.length).toBe(250);
  expect(results.flatMap((result, i) => (result.ok ? [] : [[i, result.problem.code]]))).toEqual([
    [120, "invalid_event"],
  ]);
  expect(results.every((result, i) => !result.ok || result.decision.event_id === many[i]?.id)).toBe(true);
  expect(server.received.length).toBe(3);
});

test("past events can be sent to be learnt only", async () => {
  await using server = await localServer((request, response) =>
    json(response, 200, request.body.includes('"events"') ? { results: [decisionOf("e1")] } : decisionOf("e1")),
  );
  await client(server.url).events.send(listing, { mode: "backfill" });
  await client(server.url).events.sendMany([listing], { mode: "backfill" });
  expect(server.received.map((one) => one.path)).toEqual(["/v1/events?mode=backfill", "/v1/events?mode=backfill"]);
});

test("a batch stays below the body limit", async () => {
  await using server = await localServer((request, response) => {
    const { events } = JSON.parse(String(request.body)) as { events: { id: string }[] };
    json(response, 200, { results: events.map(({ id }) => decisionOf(id)) });
  });
  const long = { ...listing, data: { ...listing.data, description: "é".repeat(150_000) } };
  await client(server.url).events.sendMany(Array.from({ length: 6 }, (_, i) => ({ ...long, id: `e${i}` })));
  expect(server.received.map((one) => one.body.length).every((bytes) => bytes < 1_000_000)).toBe(true);
  expect(server.received.length).toBe(3);
});

test("reads decisions by event and by id, whatever the id holds", async () => {
  await using server = await localServer((_, response) => json(response, 200, decisionOf("a/b?c")));
  await client(server.url).events.get("a/b?c");
  await client(server.url).decisions.get("dec_1");
  expect(server.received.map((one) => one.path)).toEqual(["/v1/events/a%2Fb%3Fc", "/v1/decisions/dec_1"]);
});

test("uploads a picture as a form with its type", async () => {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const answer = { content: "sha256:abc", width: 1, height: 1, mime: "image/jpeg" };
  await using server = await localServer((_, response) => json(response, 200, answer));
  expect(await client(server.url).pictures.upload(bytes, "image/jpeg")).toEqual(answer);
  const [request] = server.received;
  const form = await new Response(new Uint8Array(request!.body), {
    headers: { "content-type": request?.headers["content-type"] ?? "" },
  }).formData();
  const file = form.get("file") as File;
  expect(file.type).toBe("image/jpeg");
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
});
