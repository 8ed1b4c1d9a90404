import type { ListEntry, ListPreview, ListSummary } from "@assay/contract";
import { detectors } from "@assay/detectors";
import { starterPolicies } from "@assay/policy";
import { afterAll, expect, test } from "vitest";
import { Pipeline } from "../src/pipeline.ts";
import { PolicyBook } from "../src/policies/index.ts";
import { replay } from "../src/replay.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const { pipeline, policies, db } = desk.deps;
const { ask } = await desk.asUser(["policy_manager", "auditor"], "lists");
for (const { stage, source } of starterPolicies(detectors)) await policies.save("lists", stage, source, "starter");

let count = 0;
/** Another thing each time: an ad that comes back after it was refused is a find of its own. */
const things = ["Bike", "Lamp", "Oak table", "Piano stool", "Rain coat", "Cactus"];
const event = (data: object = {}, type = "listing.created") => {
  const id = `l${++count}`;
  return {
    id,
    type,
    time: "2026-11-21T10:00:00Z",
    data: { id, seller: "mallory", from: "mallory", title: things[count % things.length], ...data },
  };
};
const decide = (data: object = {}, by = pipeline) => by.submit(event(data), "lists");
const listed = (decision: Awaited<ReturnType<typeof decide>>) =>
  decision.signals.find((signal) => signal.detector === "text_listed")!;

test("a list is changed by API, in force at once, kept for replays, and written to the audit log", async () => {
  expect((await decide()).outcome).toBe("approve");
  expect(
    (await ask("POST", "/v1/lists/blocked_accounts/entries", { values: ["mallory", "eve"], reason: "ban" })).body,
  ).toEqual({ list: "blocked_accounts", changed: 2 });
  expect((await ask("POST", "/v1/lists/blocked_accounts/entries", { values: ["mallory"] })).body).toMatchObject({
    changed: 0,
  });
  const refused = await decide();
  expect(refused.outcome).toBe("refuse");

  expect((await ask("DELETE", "/v1/lists/blocked_accounts/entries", { values: ["mallory"] })).body).toMatchObject({
    changed: 1,
  });
  expect((await decide()).outcome).toBe("approve");
  expect((await replay(db, policies, "lists", refused.decision_id)).same).toBe(true);

  const lists = (await ask<{ data: ListSummary[] }>("GET", "/v1/lists")).body.data;
  expect(lists.find(({ list }) => list === "blocked_accounts")).toMatchObject({
    kind: "value",
    allow: false,
    entries: 1,
  });
  const entries = (await ask<{ data: ListEntry[] }>("GET", "/v1/lists/blocked_accounts/entries")).body.data;
  expect(entries).toMatchObject([{ kind: "value", value: "eve", reason: "ban" }]);
  const { body } = await ask<{ data: { what: string }[] }>("GET", "/v1/audit");
  expect(body.data.map((entry) => entry.what)).toEqual(expect.arrayContaining(["list.added_to", "list.removed_from"]));
});

test("domains that the marketplace knows as bad are found in links, and its good ones are not", async () => {
  await ask("POST", "/v1/lists/bad_domains/entries", { values: ["pay-safe.example"] });
  const found = (await decide({ description: "Pay at https://pay-safe.example/order" })).signals.find(
    (signal) => signal.detector === "text_link",
  );
  expect(found).toMatchObject({
    state: "found",
    evidence: [{ type: "span", field: "description", kind: "known_bad" }],
  });
});

test("a blocked number is refused however it is written, a listed word goes to a person, an allowed one is passed over", async () => {
  await ask("POST", "/v1/lists/blocked_phones/entries", { values: ["06 39 98 01 02"], country: "FR", note: "case 7" });
  const description = "Appelle zéro six trente-neuf quatre-vingt-dix-huit zéro un zéro deux";
  const refused = await decide({ description, language: "fr" });
  expect(refused).toMatchObject({ outcome: "refuse" });
  expect(refused.reasons.map(({ code }) => code)).toContain("blocked_contact");
  expect(listed(refused).evidence).toMatchObject([
    { type: "span", field: "description", kind: "phone", value: "blocked_phones: +33639980102" },
  ]);
  expect((await replay(db, policies, "lists", refused.decision_id)).same).toBe(true);

  await ask("POST", "/v1/lists/blocked_words/entries", { values: ["hydra vape", "🍄"] });
  expect(await decide({ description: "my h y d r a v4pe" })).toMatchObject({ outcome: "review" });
  await ask("POST", "/v1/lists/allowed_words/entries", { values: ["hydra vape poster"] });
  const allowed = await decide({ description: "A Hydra Vape poster" });
  expect(allowed).toMatchObject({ outcome: "approve" });
  expect((await replay(db, policies, "lists", allowed.decision_id)).same).toBe(true);
});

test("an entry ends when it expires", async () => {
  const soon = new Date(Date.now() + 1500).toISOString();
  await ask("POST", "/v1/lists/blocked_words/entries", { values: ["zyptron"], expires_at: soon });
  expect(listed(await decide({ description: "a zyptron" })).state).toBe("found");
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(listed(await decide({ description: "a zyptron" })).state).toBe("clear");
});

test("another process on the same database takes a change over within a second", async () => {
  const otherBook = new PolicyBook(db);
  const other = new Pipeline({ db, policies: otherBook });
  expect(listed(await decide({ description: "a quorvex lamp" }, other)).state).toBe("clear");
  await ask("POST", "/v1/lists/blocked_words/entries", { values: ["quorvex"] });
  const added = performance.now();
  let state = "clear";
  while (state === "clear" && performance.now() - added < 5000) {
    state = listed(await decide({ description: "a quorvex lamp" }, other)).state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(state).toBe("found");
  expect(performance.now() - added).toBeLessThan(1000);
});

test("what cannot be read is refused with the reason, and nothing is added", async () => {
  const body = { values: ["+33639980103", "no number"] };
  const answer = await ask<{ detail: string }>("POST", "/v1/lists/blocked_phones/entries", body);
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toContain('"no number": it is not a telephone number');
  const entries = await ask<{ data: ListEntry[] }>("GET", "/v1/lists/blocked_phones/entries");
  expect(entries.body.data.map(({ value }) => value)).toEqual(["+33639980102"]);
  expect((await ask("POST", "/v1/lists/x_patterns/entries", { values: ["(["] })).status).toBe(400);
  expect((await ask("POST", "/v1/lists/blocked_words/entries", { values: ["a\u0000b"] })).status).toBe(400);
  expect((await ask("POST", "/v1/lists/blocked_words/entries", {})).status).toBe(400);
});

test("a preview says what entries would have matched, and adds nothing", async () => {
  await decide({ title: "Brass telescope", description: "with tripod" });
  const { body } = await ask<ListPreview>("POST", "/v1/lists/blocked_words/preview", {
    entries: [
      { value: "brass telescope" },
      { value: "hydra vape" },
      { value: "\u200b" },
      { value: "06 39 98 01 02", kind: "phone" },
    ],
  });
  expect(body).toMatchObject({ entries: 3, new: 2, refused: [{ reason: "it holds nothing that can be read" }] });
  expect(body.by_entry).toContainEqual({ kind: "phrase", value: "brass telescope", n: 1 });
  expect(body.by_entry).toContainEqual({ kind: "phone", value: "+33639980102", n: 1 });
  expect(body.examples.find(({ value }) => value === "brass telescope")).toMatchObject({ title: "Brass telescope" });
  expect(listed(await decide({ title: "Brass telescope" })).state).toBe("clear");
});

test("a long list is read page by page, each entry once", async () => {
  const values = Array.from({ length: 250 }, (_, i) => `word${i}`);
  await ask("POST", "/v1/lists/long_words/entries", { values });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor && { cursor }) });
    const { body } = await ask<{ data: ListEntry[]; next_cursor?: string }>(
      "GET",
      `/v1/lists/long_words/entries?${query}`,
    );
    seen.push(...body.data.map(({ value }) => value));
    cursor = body.next_cursor;
  } while (cursor);
  expect(seen.toSorted()).toEqual(values.toSorted());
  const found = await ask<{ data: ListEntry[] }>("GET", "/v1/lists/long_words/entries?q=WORD249");
  expect(found.body.data).toHaveLength(1);
});
