import { actionSchema } from "@assay/contract";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { verifyWebhook, WebhookVerificationError } from "../src/index.ts";

const secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const other = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const body = JSON.stringify({
  id: "act_1",
  type: "decision.made",
  timestamp: "2026-11-21T10:00:00Z",
  marketplace: "brocante",
  data: {
    event_id: "e1",
    decision_id: "dec_1",
    mode: "live",
    subject: { kind: "listing", id: "l1" },
    outcome: "refuse",
    visibility: "removed",
    restrictions: [],
    reasons: [{ code: "off_platform_payment" }],
    signals: [],
    pending: [],
    cases: [],
    took_ms: 2,
  },
});

function signed(text: string, key: string, at = new Date()) {
  return {
    "Webhook-Id": "act_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(key).sign("act_1", at, text),
  };
}

test("gives the action that was signed, from text, bytes and any kind of headers", () => {
  const action = verifyWebhook(body, signed(body, secret), secret);
  expect(actionSchema.parse(action)).toEqual(action);
  expect(action).toMatchObject({ type: "decision.made", data: { outcome: "refuse" } });
  expect(verifyWebhook(Buffer.from(body), new Headers(signed(body, secret)), secret)).toEqual(action);
  const asArrays = Object.fromEntries(Object.entries(signed(body, secret)).map(([name, value]) => [name, [value]]));
  expect(verifyWebhook(body, asArrays, secret)).toEqual(action);
});

test("accepts either secret while one replaces the other", () => {
  expect(verifyWebhook(body, signed(body, secret), [other, secret]).id).toBe("act_1");
  const old = signed(body, secret);
  const both = {
    ...old,
    "webhook-signature": `${signed(body, other)["webhook-signature"]} ${old["webhook-signature"]}`,
  };
  expect(verifyWebhook(body, both, secret).id).toBe("act_1");
});

test.each([
  ["another secret", body, signed(body, other), secret],
  ["another body", body.replace("refuse", "approve"), signed(body, secret), secret],
  ["an old message", body, signed(body, secret, new Date(Date.now() - 10 * 60_000)), secret],
  ["no headers", body, {}, secret],
  ["no secret", body, signed(body, secret), []],
  ["a body that is no action", "[1]", signed("[1]", secret), secret],
  ["a body that is not JSON", "{", signed("{", secret), secret],
] as const)("refuses %s", (_, text, headers, secrets) => {
  expect(() => verifyWebhook(text, headers, secrets)).toThrow(WebhookVerificationError);
});
