/** A text model of the operator's own in the flow: the tiny one of `evals/train/tiny_text_model.ts`, really run. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Decision } from "@assay/contract";
import { detectors } from "@assay/detectors";
import { starterPolicies } from "@assay/policy";
import { afterAll, expect, test } from "vitest";
import { measureEvent } from "../src/jobs/index.ts";
import { replay } from "../src/replay.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const folder = join(import.meta.dirname, "text_model");
const desk = await testDesk({ textModel: { folder, timeoutMs: 20_000 } });
const closing: (() => unknown)[] = [() => desk.close()];
afterAll(async () => {
  for (const close of closing) await close();
});

const own = `policy: listing
rules:
  - id: own-model-scam
    when: signals.text_model.scores.scam >= 0.8
    then: { outcome: refuse, reason: scam }
    unknown: hold
  - id: own-model
    when: signals.text_model.found && signals.text_model.kind == "insult"
    then: { outcome: review, queue: reviewed, priority: 60, reason: reviewed_by_model }
    unknown: ignore
`;

let markets = 0;
/** A marketplace of its own, and what becomes of an ad there before and after the model has read it. */
async function market(on: TestDesk = desk, policy: string | undefined = own) {
  const name = `m${++markets}`;
  const ask = await on.asKey(name);
  if (policy) await on.deps.policies.save(name, "listing", policy, "test");
  else
    for (const { stage, source } of starterPolicies(detectors))
      await on.deps.policies.save(name, stage, source, "test");
  let n = 0;
  const decide = async (description: string, more: object = {}) => {
    const id = `l${++n}`;
    const data = { id, seller: "a1", title: "Oak table", description, ...more };
    const event = { id, type: "listing.created", time: "2026-11-21T10:00:00Z", data };
    const answer = await ask<Decision>("POST", "/v1/events", event);
    expect(answer.status).toBe(200);
    const first = answer.body;
    return { first, last: first.pending.length > 0 ? (await measureEvent(on.deps, name, id))! : first };
  };
  return { name, ask, decide };
}
const modelled = (decision: Decision) => decision.signals.find(({ detector }) => detector === "text_model");

test("from POST /v1/events to a decision by a rule on what the model scored", async () => {
  const { name, decide } = await market();
  const { first, last } = await decide("Pay a deposit to my courier first");
  expect(first.pending).toEqual(["text_model"]);
  expect(first.visibility, "held until the model has read it").toBe("held");
  expect(last.outcome).toBe("refuse");
  expect(last.reasons).toMatchObject([{ code: "scam", rule: "own-model-scam" }]);
  const signal = modelled(last)!;
  expect(signal).toMatchObject({ state: "found", values: { kind: "scam", model: "tiny@1" } });
  expect(signal.evidence).toEqual([{ type: "score", label: "scam", value: signal.scores!.scam }]);
  expect(signal.scores!.scam).toBeGreaterThan(0.8);
  expect((await replay(desk.deps.db, desk.deps.policies, name, last.decision_id)).same).toBe(true);

  expect((await decide("You are a stupid liar")).last).toMatchObject({ outcome: "review" });
  expect((await decide("A blue chair in good condition")).last).toMatchObject({
    outcome: "approve",
    visibility: "visible",
  });

  const again = await decide("Pay a deposit to my courier first");
  expect(again.first.pending, "the same text is known").toEqual([]);
  expect(again.first.outcome).toBe("refuse");
});

// No list and no model of ours says anything of these words.
test("under the starter policies what it finds goes to people", async () => {
  const { decide } = await market(desk, undefined);
  const { first, last } = await decide("Go away, what are you");
  expect(first.pending).toContain("text_model");
  expect(last.reasons.map(({ code }) => code)).toContain("reviewed_by_model");
  expect(last.outcome).toBe("review");
});

test("it is not asked about languages and subjects that it does not read, nor about the past", async () => {
  const { name, ask, decide } = await market();
  const german = await decide(
    "Der Tisch ist aus Eiche und in einem sehr guten Zustand, er wird nur abgeholt und nicht verschickt",
    {
      title: "Der Tisch und die Stühle sind aus Eiche",
    },
  );
  expect(german.first.pending).toEqual([]);
  expect(modelled(german.first), "it does not run").toBeUndefined();
  const review = { id: "r1", author: "a2", about: "a1", rating: 1, text: "you are a stupid liar" };
  const body = { id: "r1", type: "review.posted", time: "2026-11-21T10:00:00Z", data: review };
  expect((await ask<Decision>("POST", "/v1/events", body)).body.pending).toEqual([]);
  const past = { ...body, id: "old", type: "listing.created", data: { id: "old", seller: "a1", title: "stupid liar" } };
  expect((await desk.deps.pipeline.submit(past, name, "backfill")).pending).toEqual([]);
});

test("without a folder it does not run", async () => {
  const without = await testDesk();
  closing.unshift(() => without.close());
  const { last } = await (await market(without)).decide("Pay a deposit to my courier first");
  expect(last).toMatchObject({ outcome: "approve", pending: [] });
  expect(modelled(last)).toBeUndefined();
});

test.each<[string, (folder: string) => void, number, RegExp]>([
  ["broken", (broken) => writeFileSync(join(broken, "model.onnx"), "no model"), 20_000, /model\.onnx cannot be opened/],
  [
    "not of these labels",
    (other) =>
      writeFileSync(
        join(other, "model.json"),
        JSON.stringify({
          name: "other",
          version: "1",
          labels: [{ label: "x", kind: "scam", threshold: 0.5 }],
          tokenizer: { kind: "wordpiece" },
        }),
      ),
    20_000,
    /gives 3 scores.*1 labels/,
  ],
  ["too slow", () => {}, 5, /stopped after 5 ms/],
])("a model that is %s is unknown with the reason, and no approval", async (_, spoil, timeoutMs, reason) => {
  const copy = mkdtempSync(join(tmpdir(), "assay-text-model-"));
  cpSync(folder, copy, { recursive: true });
  spoil(copy);
  const spoiled = await testDesk({ textModel: { folder: copy, timeoutMs } });
  closing.unshift(() => spoiled.close());
  closing.push(() => rmSync(copy, { recursive: true }));
  const { last } = await (await market(spoiled)).decide("A blue chair in good condition");
  expect(last.pending).toEqual([]);
  expect(modelled(last)).toMatchObject({ state: "unknown", reason: expect.stringMatching(reason) });
  expect(last.visibility).toBe("held");
});
