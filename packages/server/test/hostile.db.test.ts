/** Whatever is sent is answered with a decision or a clear error: never a 500, a hang, or an approval because something failed. */
import { existsSync, readFileSync } from "node:fs";
import type { Decision, Problem } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const ask = await desk.asKey();

const event = (id: string, data: object, more: object = {}) => ({
  id,
  type: "listing.created",
  time: "2026-11-21T10:00:00Z",
  data: { id, seller: `of ${id}`, ...data },
  ...more,
});

/** Sends raw bytes, as a careless or hostile client would. */
async function post(
  payload: string | Buffer,
  type = "application/json",
): Promise<{ status: number; code: string | undefined }> {
  const key = await rawKey;
  const response = await desk.app.inject({
    method: "POST",
    url: "/v1/events",
    headers: { authorization: key, "content-type": type },
    payload,
  });
  return { status: response.statusCode, code: (JSON.parse(response.body) as Partial<Problem>).code };
}
const rawKey = keyHeader();
async function keyHeader(): Promise<string> {
  const { apiKeyPrefix, insertKey, newSecret, secretHash } = await import("../src/access/index.ts");
  const key = newSecret(apiKeyPrefix);
  await insertKey(desk.deps.db.for("a"), "a", "raw", secretHash(key));
  return `Bearer ${key}`;
}

test.each([
  ["nothing", "", "invalid_json"],
  ["half an object", '{"id":', "invalid_json"],
  ["two objects", "{}{}", "invalid_json"],
  ["a prototype", '{"__proto__":{"x":1}}', "invalid_json"],
  ["invalid UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), "invalid_event"],
  ["a number", "7", "invalid_event"],
  ["null", "null", "invalid_event"],
  ["a list", "[]", "invalid_event"],
  [
    "a huge exponent",
    '{"id":"x","type":"listing.created","time":"2026-11-21T10:00:00Z","data":{"id":"x","seller":"s","price":{"amount":1e999}}}',
    "invalid_event",
  ],
  ["half a million brackets", `${"[".repeat(250_000)}${"]".repeat(250_000)}`, "event_too_deep"],
  ["an empty batch", '{"events":[]}', "invalid_request"],
  ["a batch that is no list", '{"events":7}', "invalid_request"],
  ["more than 1 MB", `"${"a".repeat(1024 * 1024)}"`, "body_too_large"],
] as const)("%s is answered clearly", async (_name, payload, code) => {
  const answer = await post(payload);
  expect(answer.code).toBe(code);
  expect(answer.status).toBeLessThan(500);
});

test("a body of another type is told so", async () => {
  expect(await post("id=1", "text/plain")).toEqual({ status: 415, code: "unsupported_media_type" });
});

test("an event with the same key twice is one event", async () => {
  const answer = await post(
    '{"id":"twice","id":"twice-2","type":"listing.created","time":"2026-11-21T10:00:00Z","data":{"id":"t","seller":"s"}}',
  );
  expect(answer.status).toBe(200);
});

const data = new URL("../../../../shared/data/naughty_strings/", import.meta.url);
const written = [
  "\u0000",
  "\ud800",
  "\udfff\ud800",
  "a\u202eb",
  "𝟘𝟞",
  "\ufeff",
  "%00",
  "'; drop table events; --",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack
  "${7*7}",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "../../etc/passwd",
  "\\u0000",
  "{{constructor.constructor('x')()}}",
  "0".repeat(20_000),
  "é́".repeat(5_000),
  "a ".repeat(10_000),
];

test("every naughty string, in every place, is decided or refused clearly", async () => {
  const file = ["tune/data.jsonl", "raw/blns.txt", "raw/blns.json"]
    .map((name) => new URL(name, data))
    .find((url) => existsSync(url));
  const strings = [...written, ...(file ? stringsOf(readFileSync(file, "utf8"), file.pathname) : [])];
  const places = (text: string, index: number) => [
    event(`n-${index}`, {
      title: text,
      description: text,
      category: text,
      brand: text,
      condition: text,
      language: text,
      [text.slice(0, 50) || "x"]: text,
    }),
    {
      ...event(`m-${index}`, {}),
      type: "message.sent",
      client: { ip: text.slice(0, 2000) },
      data: { id: `m-${index}`, from: "a", to: "b", text },
    },
    event(text, { title: "Bike" }),
    event(`o-${index}`, { seller: text, pictures: [{ url: text.slice(0, 8000) }] }),
    event(`t-${index}`, {}, { type: text, time: text }),
  ];
  for (const [index, text] of strings.entries()) {
    const { status, body } = await ask<{ results: (Decision & Problem)[] }>("POST", "/v1/events", {
      events: places(text, index),
    });
    expect(status, `string ${index}`).toBe(200);
    for (const result of body.results) {
      if (result.outcome === undefined)
        expect(result.code, JSON.stringify(result)).toMatch(/^(invalid_event|event_in_future|event_id_reused)$/);
    }
  }
  // And everything that was stored can be read again.
  for (const path of ["/v1/events?limit=100", "/v1/cases?limit=100", "/v1/queues"]) {
    const person = await desk.asUser(["lead"]);
    expect((await person.ask("GET", path)).status).toBe(200);
  }
}, 300_000);

function stringsOf(text: string, path: string): string[] {
  if (path.endsWith(".json")) return JSON.parse(text) as string[];
  const lines = text.split("\n").filter((line) => line !== "");
  if (path.endsWith(".txt")) return lines.filter((line) => !line.startsWith("#"));
  return lines.map((line) =>
    String(Object.values(JSON.parse(line) as object).find((value) => typeof value === "string") ?? ""),
  );
}
