import type { FastifyReply } from "fastify";
import { expect, test } from "vitest";
import type { Principal } from "../access/index.ts";
import { Rates } from "./rate.ts";

function meter(perMinute?: number) {
  let now = 1_000_000;
  const rates = new Rates(() => now);
  const principal = { id: "key_1", perMinute } as Principal;
  return {
    pass: (ms: number) => {
      now += ms;
    },
    take: (cost = 1, id = "key_1") => {
      const headers: Record<string, string> = {};
      const reply = { header: (name: string, value: string) => Object.assign(headers, { [name]: value }) };
      try {
        rates.take({ ...principal, id }, cost, reply as unknown as FastifyReply);
        return { passed: true, headers };
      } catch (error) {
        return { passed: false, headers, error: error as Error };
      }
    },
  };
}

test("a key without a limit passes, and is told of none", () => {
  const { take } = meter();
  for (let n = 0; n < 1000; n++) expect(take()).toEqual({ passed: true, headers: {} });
});

test("sixty a minute: sixty at once, then one a second", () => {
  const { take, pass } = meter(60);
  for (let n = 0; n < 60; n++) expect(take().passed).toBe(true);
  const refused = take();
  expect(refused).toMatchObject({
    passed: false,
    error: { code: "too_many_requests" },
    headers: { "retry-after": "1", "ratelimit-policy": '"key";q=60;w=60', ratelimit: '"key";r=0;t=60' },
  });
  pass(1000);
  expect(take().passed).toBe(true);
  expect(take().passed).toBe(false);
});

test("refusals cost nothing, and the time told is enough", () => {
  const { take, pass } = meter(60);
  take(60);
  for (let n = 0; n < 100; n++) take(30);
  const wait = Number(take(30).headers["retry-after"]);
  expect(wait).toBe(30);
  pass(wait * 1000);
  expect(take(30).passed).toBe(true);
});

test("a batch larger than the limit passes when nothing is owed, and is paid for", () => {
  const { take, pass } = meter(60);
  expect(take(180).passed).toBe(true);
  pass(60_000);
  expect(take().passed).toBe(false);
  pass(120_000);
  expect(take().passed).toBe(true);
});

test("keys do not share a limit", () => {
  const { take } = meter(1);
  expect(take(1, "key_1").passed).toBe(true);
  expect(take(1, "key_2").passed).toBe(true);
  expect(take(1, "key_1").passed).toBe(false);
});
