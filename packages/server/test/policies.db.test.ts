/** Policies that people write: drafts, the second person, two editors at once, versions, what a rule's life does to decisions. */
import type {
  ConditionFaces,
  Decision,
  PolicyCheck,
  PolicyDiff,
  PolicyDraft,
  PolicyDraftView,
  PolicyInForce,
  PolicyVersion,
  Problem,
  Replay,
  Vocabulary,
} from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const writer = await desk.asUser(["policy_manager"]);
const second = await desk.asUser(["lead"]);
const listing = async () => (await writer.ask<PolicyInForce>("GET", "/v1/policies/listing")).body;

const begin = async (title: string, source?: string) =>
  (await writer.ask<PolicyDraftView>("POST", "/v1/policy-drafts", { stage: "listing", title, source })).body;
async function publish(title: string, source: string): Promise<PolicyVersion> {
  const draft = await begin(title, source);
  const { revision } = draft;
  const proposed = await writer.ask("POST", `/v1/policy-drafts/${draft.id}/propose`, { revision });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  const approved = await second.ask<PolicyVersion>("POST", `/v1/policy-drafts/${draft.id}/approve`, { revision });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  return approved.body;
}
const rule = (id: string, when: string, more = "") => `
  - id: ${id}
    when: ${when}
    then: { outcome: refuse, reason: prohibited_item }
    unknown: ignore${more}`;

test("a draft becomes a version by a second person, and both are recorded", async () => {
  const before = await listing();
  const source = `# ours\n${before.source.trimEnd()}${rule("no-cats", 'listing.title.startsWith("Cat")')}\n`;
  const draft = await begin("No cats", source);
  expect(draft).toMatchObject({
    state: "editing",
    base: before.version,
    revision: 1,
    mistakes: [],
    may_approve: false,
  });
  expect(draft.diff.added.map(({ id }) => id)).toEqual(["no-cats"]);

  const { revision } = draft;
  const path = `/v1/policy-drafts/${draft.id}`;
  expect((await second.ask("POST", `${path}/approve`, { revision })).status).toBe(409);
  await writer.ask("POST", `${path}/comments`, { rule: "no-cats", text: "Dogs too?" });
  await writer.ask("POST", `${path}/propose`, { revision });
  const own = await writer.ask<Problem>("POST", `${path}/approve`, { revision });
  expect([own.status, own.body.detail]).toEqual([403, "Somebody else than its authors has to put it in force."]);
  const seen = await second.ask<PolicyDraftView>("GET", path);
  expect(seen.body).toMatchObject({ state: "proposed", may_approve: true });
  expect(seen.body.comments[0]).toMatchObject({ rule: "no-cats", text: "Dogs too?" });

  const approved = await second.ask<PolicyVersion>("POST", `${path}/approve`, { revision, comment: "Agreed" });
  expect(approved.body).toMatchObject({
    version: before.version + 1,
    author: writer.id,
    approved_by: second.id,
    comment: "Agreed",
    base: before.version,
    draft: draft.id,
  });
  const now = await listing();
  expect(now.source).toBe(source);
  expect(now.counts).toEqual({ draft: 0, shadow: 0, live: 3, retired: 0 });
  const decision = await desk.sendListing({ id: "cat1", title: "Cat" });
  expect(decision.reasons[0]).toMatchObject({ rule: "no-cats", policy: `listing@${now.version}` });
  expect((await second.ask("POST", `${path}/approve`, { revision })).status).toBe(409);
  const { rows } = await desk.database.owner.query(
    "select what from audit_log where marketplace = 'a' and what like 'policy.%' order by seq",
  );
  expect(rows.map(({ what }) => what)).toEqual([
    "policy.draft_begun",
    "policy.commented",
    "policy.proposed",
    "policy.approved",
  ]);
});

test("whoever took part may not approve, nor whoever made the key that wrote it, nor a key", async () => {
  const draft = await begin("Both write");
  const path = `/v1/policy-drafts/${draft.id}`;
  const saved = await second.ask<PolicyDraftView>("PUT", path, { revision: 1, source: `${draft.source}# mine\n` });
  await second.ask("POST", `${path}/propose`, { revision: saved.body.revision });
  for (const one of [writer, second]) {
    expect((await one.ask("POST", `${path}/approve`, { revision: saved.body.revision })).status).toBe(403);
  }
  await writer.ask("POST", `${path}/discard`);

  const admin = await desk.asUser(["admin"]);
  const key = (await admin.ask<{ key: string }>("POST", "/v1/keys", { name: "ci" })).body.key;
  const asKey = async <T>(url: string, payload: object) =>
    (await desk.app.inject({ method: "POST", url, headers: { authorization: `Bearer ${key}` }, payload })).json<T>();
  const pushed = await asKey<PolicyDraftView>("/v1/policy-drafts", { stage: "listing", title: "From git" });
  await asKey(`/v1/policy-drafts/${pushed.id}/propose`, { revision: 1 });
  const approve = `/v1/policy-drafts/${pushed.id}/approve`;
  expect(await asKey<Problem>(approve, { revision: 1 })).toMatchObject({ status: 403 });
  const self = await admin.ask<Problem>("POST", approve, { revision: 1 });
  expect([self.status, self.body.detail]).toEqual([
    403,
    "It was written with an API key of yours: somebody else has to put it in force.",
  ]);
  expect((await second.ask("POST", approve, { revision: 1 })).status).toBe(200);
});

test("two editors at once lose nothing: the second gets both texts", async () => {
  const draft = await begin("At once");
  const path = `/v1/policy-drafts/${draft.id}`;
  const texts = ["# one\n", "# two\n"].map((comment) => comment + draft.source);
  const answers = await Promise.all(
    [writer, second].map((one, index) => one.ask<Problem>("PUT", path, { revision: 1, source: texts[index] })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.findIndex(({ status }) => status === 409);
  expect(answers[lost]!.body).toMatchObject({
    code: "draft_changed",
    conflict: { current: { revision: 2, source: texts[1 - lost] }, given: { revision: 1, source: texts[lost] } },
  });
});

test("of two drafts the later is brought up to date; where both changed one rule it says which", async () => {
  const base = (await listing()).source;
  const change = (from: string, to: string) => base.replace(from, to);
  const one = await begin("Priority", change("priority: 70", "priority: 71"));
  const other = await begin("Another rule", `${base.trimEnd()}${rule("no-dogs", 'listing.title == "Dog"')}\n`);
  const clash = await begin("Priority too", change("priority: 70", "priority: 72"));
  await publish("Priority", one.source);
  const late = await writer.ask<Problem>("POST", `/v1/policy-drafts/${other.id}/propose`, { revision: 1 });
  expect([late.status, late.body.code]).toEqual([409, "policy_changed"]);
  const merged = await writer.ask<PolicyDraftView>("POST", `/v1/policy-drafts/${other.id}/rebase`, { revision: 1 });
  expect(merged.body.diff.added.map(({ id }) => id)).toEqual(["no-dogs"]);
  expect(merged.body.source).toContain("priority: 71");
  const both = await writer.ask<Problem>("POST", `/v1/policy-drafts/${clash.id}/rebase`, { revision: 1 });
  expect(both.body).toMatchObject({ code: "policy_changed", errors: [{ pointer: "/rules/look-at-it" }] });
  expect(both.body.conflict!.current.source).toContain("priority: 71");
  expect(both.body.conflict!.given.source).toContain("priority: 72");
});

test("mistakes are kept in a draft and told with their place; it cannot be proposed", async () => {
  const source =
    "policy: listing\nrules:\n  - id: odd\n    when: listing.titel == 'x'\n    then: { outcome: refuse, reason: scam }\n";
  const draft = await begin("Odd", source);
  expect(draft.mistakes[0]).toMatchObject({ line: 4, column: 19, pointer: "/rules/0/when" });
  expect(draft.mistakes[0]!.shown).toContain('did you mean "title"?');
  const refused = await writer.ask<Problem>("POST", `/v1/policy-drafts/${draft.id}/propose`, { revision: 1 });
  expect([refused.status, refused.body.code]).toEqual([400, "invalid_policy"]);
  const checked = await writer.ask<PolicyCheck>("POST", "/v1/policies/onboarding/check", {
    source: source.replace("titel", "title"),
  });
  expect(checked.body.mistakes.map(({ kind }) => kind)).toContain("wrong_stage");
  const empty = await begin("No YAML", ": : [");
  expect(empty.mistakes.length).toBeGreaterThan(0);
  const single = await writer.ask<Problem>("PUT", `/v1/policy-drafts/${empty.id}/rules/x`, {
    revision: 1,
    rule: { id: "x", when: "true", then: { reason: "scam" } },
  });
  expect(single.status).toBe(400);
});

test("one rule is put into a draft, and taken out, without touching the rest of the text", async () => {
  const draft = await begin("One rule");
  const path = `/v1/policy-drafts/${draft.id}`;
  const made = {
    id: "birds",
    when: 'listing.title == "Bird"',
    then: { outcome: "refuse", reason: "scam" },
    unknown: "ignore",
  };
  const put = await writer.ask<PolicyDraftView>("PUT", `${path}/rules/birds`, { revision: 1, rule: made });
  expect(put.body.diff.added).toMatchObject([made]);
  expect(put.body.source.startsWith(draft.source.trimEnd())).toBe(true);
  const gone = await writer.ask<PolicyDraftView>("DELETE", `${path}/rules/birds?revision=2`);
  expect(gone.body.source.trimEnd()).toBe(draft.source.trimEnd());
});

test("a rule's life: shadow changes nothing, a share is stable and grows, what has expired is not run", async () => {
  await publish(
    "Life",
    `policy: listing\nrules:${rule("old-cars", 'listing.title.startsWith("Car")', "\n    status: draft")}\n`,
  );
  async function stand(body: object): Promise<void> {
    const proposed = await writer.ask<PolicyDraftView>("POST", "/v1/policies/listing/rules/old-cars/stand", body);
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
    const { id, revision } = proposed.body;
    const approved = await second.ask("POST", `/v1/policy-drafts/${id}/approve`, { revision });
    expect(approved.status).toBe(200);
  }
  const ids = Array.from({ length: 60 }, (_, i) => `car${i}`);
  const refused = async () => {
    revision += 1;
    // Of one seller each: they are decided together.
    const decisions: Decision[] = await Promise.all(
      ids.map((id) => desk.sendListing({ id, title: "Car", seller: `of ${id}`, revision })),
    );
    return new Set(decisions.filter(({ outcome }) => outcome === "refuse").map(({ subject }) => subject.id));
  };
  let revision = 10;
  expect((await refused()).size).toBe(0);
  await stand({ status: "shadow" });
  expect((await refused()).size).toBe(0);
  await stand({ status: "live", rollout: 25 });
  const quarter = await refused();
  expect(quarter.size).toBeGreaterThan(4);
  expect(quarter.size).toBeLessThan(30);
  expect(await refused()).toEqual(quarter);
  await stand({ status: "live", rollout: 60 });
  const more = await refused();
  expect(quarter.isSubsetOf(more)).toBe(true);
  expect(more.size).toBeGreaterThan(quarter.size);
  await stand({ status: "live", expires: new Date(Date.now() - 1000).toISOString() });
  expect((await refused()).size).toBe(0);
  await stand({ status: "live", expires: null });
  expect((await refused()).size).toBe(ids.length);
  await stand({ status: "retired" });
  expect((await refused()).size).toBe(0);
  const unknown = await writer.ask("POST", "/v1/policies/listing/rules/nothing/stand", { status: "shadow" });
  expect(unknown.status).toBe(404);
});

test("a replay after a change gives the old decision for the old version", async () => {
  await publish("Boats", `policy: listing\nrules:${rule("boats", 'listing.title == "Boat"')}\n`);
  const first = await desk.sendListing({ id: "boat1", title: "Boat" });
  expect(first.outcome).toBe("refuse");
  await publish("Boats are fine", "policy: listing\nrules: []\n");
  const then = await desk.sendListing({ id: "boat2", title: "Boat" });
  expect(then.outcome).toBe("approve");
  for (const { decision_id } of [first, then]) {
    const replayed = await writer.ask<Replay>("POST", `/v1/decisions/${decision_id}/replay`);
    expect(replayed.body).toMatchObject({ same: true, differences: [] });
  }
});

test("versions, their differences, and drafts are listed page by page", async () => {
  const page = await writer.ask<{ data: PolicyVersion[]; next_cursor: string }>(
    "GET",
    "/v1/policies/listing/versions?limit=2",
  );
  expect(page.body.data[0]!.approved_by_name).toMatch(/^Person/);
  const next = await writer.ask<{ data: PolicyVersion[] }>(
    "GET",
    `/v1/policies/listing/versions?limit=2&cursor=${page.body.next_cursor}`,
  );
  expect(next.body.data[0]!.version).toBe(page.body.data[1]!.version - 1);
  const newest = page.body.data[0]!.version;
  const one = await writer.ask<{ diff: PolicyDiff }>("GET", `/v1/policies/listing/versions/${newest}`);
  expect(one.body.diff.removed.map(({ id }) => id)).toEqual(["boats"]);
  const diff = await writer.ask<PolicyDiff>("POST", "/v1/policies/listing/diff", { from: newest, to: newest - 1 });
  expect(diff.body.added.map(({ id }) => id)).toEqual(["boats"]);
  const drafts = await writer.ask<{ data: PolicyDraft[] }>(
    "GET",
    "/v1/policy-drafts?open=false&stage=listing&limit=100",
  );
  expect(new Set(drafts.body.data.map(({ state }) => state))).toEqual(new Set(["published", "discarded"]));
});

test("a condition is answered both ways, with what is wrong in it, and the vocabulary says what it may name", async () => {
  const when = 'listing.price.amount < 5 && (account.known || listing.title.contains("x"))';
  const faces = await writer.ask<ConditionFaces>("POST", "/v1/policies/listing/condition", { when });
  expect(faces.body).toMatchObject({
    when,
    mistakes: [],
    form: { match: "all", items: [{ value: 5 }, { match: "any" }] },
  });
  const back = await writer.ask<ConditionFaces>("POST", "/v1/policies/listing/condition", { form: faces.body.form });
  expect(back.body).toEqual(faces.body);
  const wrong = await writer.ask<ConditionFaces>("POST", "/v1/policies/listing/condition", {
    when: "listing.titel + 1",
  });
  expect(wrong.body.mistakes[0]!.message).toContain('did you mean "title"');
  expect(wrong.body.why_not!.message).toContain("it calculates");
  expect((await writer.ask("POST", "/v1/policies/listing/condition", {})).status).toBe(400);
  const { body } = await writer.ask<Vocabulary>("GET", "/v1/policies/listing/vocabulary");
  expect(body.names.find(({ path }) => path === "history.seller_window.listings_24h")).toMatchObject({
    group: "aggregate",
  });
  expect(body.lists).toContain("trusted_sellers");
});
