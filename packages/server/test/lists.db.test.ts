import { afterAll, expect, test } from "vitest";
import { replay } from "../src/replay.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const { pipeline, policies, db } = desk.deps;

let count = 0;
const decide = async (data: object = {}) => {
  const id = `l${++count}`;
  const event = {
    id,
    type: "listing.created",
    time: "2026-11-21T10:00:00Z",
    data: { id, seller: "mallory", title: "Bike", ...data },
  };
  return pipeline.submit(event, "lists");
};

test("a list is changed by API, in force at once, kept for replays, and written to the audit log", async () => {
  const { ask } = await desk.asUser(["policy_manager", "auditor"], "lists");
  await policies.save(
    "lists",
    "listing",
    "policy: listing\nrules:\n  - id: blocked\n    when: account.id in lists.blocked_accounts\n    then: { outcome: refuse, reason: blocked_account }\n    unknown: review\n",
    "test",
  );
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

  const lists = (await ask<{ data: { list: string; values: string[] }[] }>("GET", "/v1/lists")).body.data;
  expect(lists.find(({ list }) => list === "blocked_accounts")?.values).toEqual(["eve"]);
  const { body } = await ask<{ data: { what: string }[] }>("GET", "/v1/audit");
  expect(body.data.map((entry) => entry.what)).toEqual(expect.arrayContaining(["list.added_to", "list.removed_from"]));
});

test("domains that the marketplace knows as bad are found in links, and its good ones are not", async () => {
  const { ask } = await desk.asUser(["policy_manager"], "lists");
  await ask("POST", "/v1/lists/bad_domains/entries", { values: ["pay-safe.example"] });
  const found = (await decide({ description: "Pay at https://pay-safe.example/order" })).signals.find(
    (signal) => signal.detector === "text_link",
  );
  expect(found).toMatchObject({
    state: "found",
    evidence: [{ type: "span", field: "description", kind: "known_bad" }],
  });
});
