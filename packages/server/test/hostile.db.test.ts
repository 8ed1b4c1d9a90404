import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";
import { routesOf } from "./routes.ts";

const desk = await testDesk();
afterAll(() => desk.close());

/** What forms, scripts and scanners put where a name should be. */
const values: unknown[] = [
  "\u0000",
  "\ud800",
  "a\u0000b",
  "x".repeat(20_000),
  "' or 1=1 --",
  "../../etc/passwd",
  "{{7*7}}",
  "\u202egnp.exe",
  "",
  null,
  -1,
  1e308,
  [],
  {},
  { $ne: null },
  ["a", ["b", ["c"]]],
  true,
];

/** Those that get past a schema if they stand alone in an otherwise good request. */
const alone: unknown[] = ["\u0000", "\ud800", 1e308];

test("no route answers 500 or hangs, whatever stands in its path, its query and its body", async () => {
  const { caseId, decision } = await desk.openCase();
  const admin = await desk.asUser(["admin"]);
  const fields = [
    ...["queue", "note", "text", "until", "about", "value", "outcome", "reasons", "visibility", "decision_id", "after"],
    ...[
      "url",
      "enabled",
      "name",
      "roles",
      "email",
      "disabled",
      "label",
      "hash",
      "content",
      "language",
      "event",
      "token",
    ],
  ];
  const wrong: string[] = [];
  let asked = 0;
  const ask = async (method: string, path: string, body?: unknown) => {
    asked++;
    const { status, body: told } = await admin.ask<{ code?: string }>(method, path, body);
    const shown = `${method} ${path.slice(0, 120)} ${JSON.stringify(body)?.slice(0, 80)} → ${status} ${told.code}`;
    if (status >= 500) wrong.push(shown);
  };
  for (const { method, url } of await routesOf(desk.deps)) {
    // They end this person's session, change who they are, or wait.
    if (["/v1/logout", "/v1/password", "/v1/actions/feed", "/v1/login", "/v1/login/link"].includes(url)) continue;
    const known = url.replace("/cases/:id", `/cases/${caseId}`).replace(/:\w+/g, "x");
    for (const value of values) {
      if (url.includes(":") && typeof value === "string" && value.length < 1000) {
        await ask(
          method,
          url.replace(/:\w+/g, encodeURIComponent(value.toWellFormed()) || "%20"),
          method === "GET" ? undefined : {},
        );
      }
      if (method === "GET") {
        const text = encodeURIComponent(String(value).toWellFormed().slice(0, 3000));
        const query = ["q", "cursor", "limit", "from", "kind", "state", "account", "type", "after", "w", "queue"].map(
          (name) => `${name}=${text}`,
        );
        await ask(method, `${known}?${query.join("&")}`);
        if (alone.includes(value)) for (const one of query) await ask(method, `${known}?${one}`);
      } else if (method !== "DELETE") {
        await ask(method, known, Object.fromEntries(fields.map((field) => [field, value])));
        const valid = { outcome: "approve", decision_id: decision.decision_id, queue: "q", text: "t", note: "n" };
        if (alone.includes(value)) for (const field of fields) await ask(method, known, { ...valid, [field]: value });
        await ask(method, known, value ?? undefined);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1500);
}, 120_000);
