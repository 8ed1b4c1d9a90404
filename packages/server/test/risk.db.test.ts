/** The risk of an account: what weighs on it, in decisions and on the desk, and what a person takes off again. */
import type { AccountView } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const lead = await desk.asUser(["lead"]);
const risk = async (id: string) => (await lead.ask<AccountView>("GET", `/v1/accounts/${id}`)).body.risk;
const profileOf = async (decision: string) => {
  const [row] = await desk.deps.db.query<{ basis: { history: { account_profile: Record<string, unknown> } } }>(
    "a",
    "select basis from decisions where id = $1",
    [decision],
  );
  return row!.basis.history.account_profile;
};

test("a refusal weighs, with its part named, and the next decision knows it", async () => {
  await desk.sendListing({ id: "r1", title: "Refuse this", seller: "s-risk" });
  const after = await risk("s-risk");
  expect(after.score).toBeGreaterThan(0.3);
  expect(after.parts.map(({ part }) => part)).toEqual(["refuse"]);
  const next = await desk.sendListing({ id: "r2", title: "A lamp", seller: "s-risk" });
  expect(await profileOf(next.decision_id)).toMatchObject({
    risk: expect.closeTo(after.score, 2),
    risk_parts: { refuse: expect.closeTo(0.6, 2) },
  });
});

test("what a person finds to be in order is forgotten", async () => {
  const { decision, caseId } = await desk.openCase("s-cleared");
  expect((await risk("s-cleared")).parts.map(({ part }) => part)).toEqual(["review"]);
  await lead.ask("POST", `/v1/cases/${caseId}/resolve`, { outcome: "approve", decision_id: decision.decision_id });
  expect(await risk("s-cleared")).toEqual({ score: 0, parts: [] });
});
