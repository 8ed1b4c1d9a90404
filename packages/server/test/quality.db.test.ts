/** The quality programme: samples answered blind, disagreements settled, golden items, figures. */
import type {
  AccountView,
  CaseRow,
  CaseView,
  Draw,
  EventRow,
  QualityFigures,
  QualityItem,
  Resolved,
} from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { scheduleSamples } from "../src/jobs/index.ts";
import { mixGolden } from "../src/quality/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk({ undoHoldMs: 60_000 });
afterAll(() => desk.close());
const lead = await desk.asUser(["lead"]);
const third = await desk.asUser(["lead"]);
const one = await desk.asUser(["moderator"]);
const two = await desk.asUser(["moderator"]);
type Who = typeof lead;
interface Page<T> {
  data: T[];
}

// A week: rules approve six ads (one of them wrongly) and refuse three (one of them wrongly); a moderator approves one.
for (let n = 0; n < 6; n++) await desk.sendListing({ id: `good${n}`, title: `Oak table ${n}`, seller: `g${n}` });
for (let n = 0; n < 3; n++) await desk.sendListing({ id: `bad${n}`, title: `Refuse ${n}`, seller: `b${n}` });
const worked = await desk.openCase("w1");
await one.ask("POST", `/v1/cases/${worked.caseId}/resolve`, {
  outcome: "approve",
  decision_id: worked.decision.decision_id,
});

const next = async (who: Who, queue = "quality") =>
  (await who.ask<{ case_id: string | null }>("POST", `/v1/queues/${queue}/next`, {})).body.case_id;
const view = async (who: Who, id: string) => (await who.ask<CaseView>("GET", `/v1/cases/${id}`)).body;
const answer = (who: Who, id: string, decision_id: string, outcome: string, reasons: string[] = []) =>
  who.ask<Resolved>("POST", `/v1/cases/${id}/resolve`, {
    outcome,
    reasons,
    decision_id,
    ...(outcome === "refuse" && { note: `seen by ${who.id}` }),
  });
/** What is right of each ad: `good5` is a scam, `bad2` is harmless. */
const truth = (title: string): [string, string[]] =>
  title === "Oak table 5"
    ? ["refuse", ["scam"]]
    : title.startsWith("Refuse") && title !== "Refuse 2"
      ? ["refuse", ["prohibited_item"]]
      : ["approve", []];

const drawn = await lead.ask<Draw>("POST", "/v1/quality/draws", { n: 100 });

test("a sample takes from every stratum, approvals, automatic and people's decisions, with the probability of each", async () => {
  expect(drawn.status).toBe(200);
  expect(drawn.body.strata.map(({ stratum, population, n }) => [stratum, population, n])).toEqual([
    ["listing/approve/rule", 6, 6],
    ["listing/approve/person", 1, 1],
    ["listing/refuse/rule", 3, 3],
  ]);
  const { rows } = await desk.database.owner.query(
    "select distinct stratum, population, probability from quality_items order by stratum",
  );
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => row.probability === 1)).toBe(true);
});

test("a smaller sample spreads over the strata, and says how likely each was", async () => {
  for (let n = 0; n < 16; n++) await desk.sendListing({ id: `more${n}`, title: `Pine shelf ${n}`, seller: `m${n}` });
  const { body } = await lead.ask<Draw>("POST", "/v1/quality/draws", { n: 4, reviews: 1 });
  // What is under review already is not drawn again: only the new ads are left.
  expect(body.strata.map(({ stratum, population, n }) => [stratum, population, n])).toEqual([
    ["listing/approve/rule", 16, 4],
  ]);
  const { rows } = await desk.database.owner.query("select distinct probability from quality_items where draw = $1", [
    body.id,
  ]);
  expect(rows).toEqual([{ probability: 0.25 }]);
  await desk.database.owner.query(
    "delete from cases where quality_item in (select id from quality_items where draw = $1)",
    [body.id],
  );
  await desk.database.owner.query("delete from quality_items where draw = $1", [body.id]);
  await desk.database.owner.query("delete from quality_draws where id = $1", [body.id]);
});

test("whoever reviews is handed a sample and is told nowhere what was decided, until it is settled", async () => {
  const list = await one.ask<Page<CaseRow>>("GET", "/v1/cases?queue=quality");
  expect(list.body.data).toEqual([]);
  const all = await lead.ask<Page<CaseRow>>("GET", "/v1/cases?queue=quality");
  expect(all.body.data).toHaveLength(10);
  const bad = all.body.data.find((row) => row.title === "Refuse 0")!;
  expect(bad.reasons).toEqual([]);

  const shown = await view(one, bad.id);
  expect(shown.decision).toMatchObject({
    outcome: "review",
    visibility: "held",
    reasons: [],
    restrictions: [],
    cases: [],
  });
  expect(shown.decision).not.toHaveProperty("by");
  expect(shown.decision).not.toHaveProperty("statement");
  expect([shown.rules, shown.labels, shown.view.decisions]).toEqual([[], [], []]);
  expect(shown.account.life).toEqual([]);
  expect(shown.account.counts.refused).toBe(0);
  expect(JSON.stringify(shown)).not.toContain('"prohibited_item"}');
  expect(shown.quality).toMatchObject({ role: "review", answers: 0, of: 2 });

  // Nor elsewhere, once it was seen.
  expect((await one.ask("GET", "/v1/subjects/listing/bad0")).status).toBe(403);
  expect((await one.ask("GET", `/v1/events/${shown.decision.event_id}/view`)).status).toBe(403);
  expect((await one.ask("GET", `/v1/decisions/${shown.decision.decision_id}`)).status).toBe(403);
  expect((await one.ask<Page<EventRow>>("GET", "/v1/events?account=b0")).body.data).toEqual([]);
  expect((await one.ask<AccountView>("GET", "/v1/accounts/b0")).body.life[0]).not.toHaveProperty("outcome");
  // Who has not seen it goes on as ever.
  expect((await two.ask("GET", "/v1/subjects/listing/bad0")).status).toBe(200);
  // Not even a lead reads the answers of an open item.
  const items = await lead.ask<Page<QualityItem>>("GET", "/v1/quality/items?state=open");
  expect(items.body.data).toHaveLength(10);
  expect(items.body.data.some((item) => item.decided || item.reviews || item.truth)).toBe(false);
  expect((await lead.ask<Page<QualityItem>>("GET", "/v1/quality/items?rule=listing/never")).body.data).toEqual([]);
});

test("nobody reviews what they decided, twice the same, or in another's hands", async () => {
  const own = (await lead.ask<Page<CaseRow>>("GET", "/v1/cases?queue=quality")).body.data.find(
    (row) => row.owner === "w1",
  )!;
  expect((await answer(one, own.id, own.decision_id, "approve")).status).toBe(403);
  // Nor does the case in which it was decided tell, once the sample was seen.
  expect((await two.ask("GET", `/v1/cases/${worked.caseId}`)).status).toBe(200);
  await view(two, own.id);
  expect((await two.ask("GET", `/v1/cases/${worked.caseId}`)).status).toBe(403);
  const first = await answer(two, own.id, own.decision_id, "approve");
  expect(first.status).toBe(200);
  expect(first.body.case.state).toBe("open");
  expect((await answer(two, own.id, own.decision_id, "approve")).status).toBe(403);
  expect((await two.ask("POST", `/v1/cases/${own.id}/claim`)).status).toBe(403);
});

test("an answer can be taken back while its hold lasts and nobody has answered since", async () => {
  const id = (await next(one))!;
  const shown = await view(one, id);
  await answer(one, id, shown.decision.decision_id, "refuse", ["scam"]);
  const back = await one.ask("POST", `/v1/cases/${id}/undo`);
  expect(back.status).toBe(200);
  expect((await one.ask<CaseView>("GET", `/v1/cases/${id}`)).body.quality).toMatchObject({ answers: 0 });
  const wrong = await answer(one, id, "dec_other", "approve");
  expect([wrong.status, (wrong.body as unknown as { code: string }).code]).toEqual([409, "revision_changed"]);
  await one.ask("POST", `/v1/cases/${id}/release`);
});

test("two people answer; where they agree it is settled, where not a third settles it", async () => {
  const work = async (who: Who, says = truth) => {
    for (let id = await next(who); id; id = await next(who)) {
      const shown = await view(who, id);
      const [outcome, reasons] = says(shown.case.title);
      expect((await answer(who, id, shown.decision.decision_id, outcome, reasons)).status).toBe(200);
    }
  };
  await work(one);
  // The second misses the scam.
  await work(two, (title) => (title === "Oak table 5" ? ["approve", []] : truth(title)));
  // Who decided the moderator's case cannot review it: a third person does, and finds that it was wrong.
  await work(third, () => ["refuse", ["price_bait"]]);
  const { body } = await lead.ask<{ data: Draw[] }>("GET", "/v1/quality/draws");
  expect(body.data[0]).toMatchObject({ n: 10, open: 0, disputed: 2, done: 8 });

  // Moderators do not settle; both answers are shown to who does, and no names.
  expect(await next(one, "adjudication")).toBeNull();
  const waiting = (await lead.ask<Page<CaseRow>>("GET", "/v1/cases?queue=adjudication")).body.data;
  for (const { id, decision_id } of waiting) expect((await answer(one, id, decision_id, "approve")).status).toBe(403);
  let settled = 0;
  for (let id = await next(lead, "adjudication"); id; id = await next(lead, "adjudication")) {
    const shown = await view(lead, id);
    expect(shown.quality).toMatchObject({ role: "adjudication", answers: 2 });
    expect(shown.quality!.disputed!.answers.map((said) => said.outcome).sort()).toEqual(["approve", "refuse"]);
    expect(shown.quality!.disputed!.decided.outcome).toBe("approve");
    expect(JSON.stringify(shown.quality!.disputed!.answers)).not.toContain('"by"');
    const [outcome, reasons] = truth(shown.case.title);
    const done = await answer(lead, id, shown.decision.decision_id, outcome, reasons);
    expect(done.body.case.state).toBe("resolved");
    settled++;
  }
  expect(settled).toBe(2);
  // Settled, everything is told again, and nothing happened to the ads.
  expect((await one.ask("GET", "/v1/subjects/listing/bad0")).status).toBe(200);
  const { rows } = await desk.database.owner.query("select outcome from subjects where id = 'good5'");
  expect(rows).toEqual([{ outcome: "approve" }]);
});

test("the figures: errors by type, precision and recall of rules and people, agreement, drift", async () => {
  const { body } = await lead.ask<QualityFigures>("GET", "/v1/quality/figures?days=7");
  expect([body.done, body.waiting, body.covered]).toEqual([10, 0, 1]);
  // Of all ten that were decided two were wrong: it is no estimate, for all were looked at.
  expect(body.error_rate).toEqual({ n: 10, value: 0.2, low: 0.2, high: 0.2 });
  expect(body.errors.map(({ type, n }) => [type, n]).sort()).toEqual([
    ["missed_violation", 1],
    ["wrongly_stopped", 1],
  ]);
  // Three were stopped, two of them rightly; three were bad, two of them stopped.
  expect(body.overall.precision.value).toBeCloseTo(2 / 3);
  expect(body.overall.recall.value).toBeCloseTo(2 / 3);
  const rule = body.rules.find(({ name }) => name === "listing/never")!;
  expect([rule.precision.n, rule.precision.value]).toEqual([3, 2 / 3]);
  expect(rule.recall.value).toBeCloseTo(2 / 3);
  const { all } = body.agreement;
  expect(all.n).toBe(10);
  expect(all.raw.value).toBeCloseTo(0.8);
  expect(all.kappa.value!).toBeLessThan(all.ac1.value!);
  expect(all.ac1.low!).toBeLessThan(all.ac1.value!);
  expect(body.drift.now.value).toBeCloseTo(0.2);
  expect(body.drift.before.n).toBe(0);
  const first = body.people.find(({ id }) => id === one.id)!;
  expect([first.right.n, first.right.value]).toEqual([1, 1]);
  expect([first.as_reviewer.n, first.as_reviewer.value]).toEqual([9, 1]);
  // Known from ten answers; before, no speed is told.
  expect(
    body.people.every(
      (person) => person.minutes === null || person.golden.n + person.right.n + person.as_reviewer.n >= 10,
    ),
  ).toBe(true);
  // A moderator reads their own, nobody else's.
  const own = await one.ask<QualityFigures>("GET", "/v1/quality/figures?days=7");
  expect(own.body.people.map(({ id }) => id)).toEqual([one.id]);
  for (const path of ["items", "draws", "export"])
    expect((await one.ask("GET", `/v1/quality/${path}`)).status).toBe(403);
});

test("an error is named, and can be decided again", async () => {
  const { body } = await lead.ask<Page<QualityItem>>("GET", "/v1/quality/items?wrong=1");
  expect(body.data.map(({ title, error_type }) => [title, error_type]).sort()).toEqual([
    ["Oak table 5", "missed_violation"],
    ["Refuse 2", "wrongly_stopped"],
  ]);
  const missed = body.data.find((item) => item.title === "Oak table 5")!;
  expect(missed.reviews!.map(({ role, outcome }) => `${role} ${outcome}`).sort()).toEqual([
    "adjudication refuse",
    "review approve",
    "review refuse",
  ]);
  await lead.ask("POST", `/v1/quality/items/${missed.id}/error`, {
    error_type: "policy_unclear",
    note: "The guideline says nothing of it.",
  });
  const named = await lead.ask<Page<QualityItem>>("GET", "/v1/quality/items?error_type=policy_unclear");
  expect(named.body.data.map((item) => item.note)).toEqual(["The guideline says nothing of it."]);
  const opened = await lead.ask<{ case_id: string }>("POST", `/v1/quality/items/${missed.id}/case`, { queue: "scams" });
  const row = await one.ask<CaseView>("GET", `/v1/cases/${opened.body.case_id}`);
  expect(row.body.case).toMatchObject({ type: "moderation", queue: "scams", subject: { id: "good5" } });
  expect(
    (await lead.ask<{ case_id: null }>("POST", `/v1/quality/items/${missed.id}/case`, { queue: "scams" })).body.case_id,
  ).toBeNull();
  await answer(one, opened.body.case_id, row.body.decision.decision_id, "refuse", ["scam"]);
});

test("the export holds no formula and keeps every field whole", async () => {
  await desk.sendListing({ id: "evil", title: '=HYPERLINK("http://evil.example";"x")', seller: "e1" });
  const { body: draw } = await lead.ask<Draw>("POST", "/v1/quality/draws", { n: 100, reviews: 1 });
  const csv = (await lead.ask<string>("GET", `/v1/quality/export?draw=${draw.id}`)).body as unknown as string;
  expect(csv.startsWith("\uFEFFitem,draw,")).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`);
  expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
});

test("a golden case looks like any other to who works it, is answered without effect, and counts for them", async () => {
  const made = await desk.openCase("gold");
  await two.ask("POST", `/v1/cases/${made.caseId}/resolve`, {
    outcome: "refuse",
    reasons: ["scam"],
    decision_id: made.decision.decision_id,
  });
  const decided = (
    await lead.ask<{ decisions: { decision_id: string }[] }>("GET", `/v1/subjects/listing/${made.listing}`)
  ).body.decisions[0]!;
  const golden = await lead.ask<{ id: string }>("POST", "/v1/quality/golden", {
    decision_id: decided.decision_id,
    queue: "pricing",
    outcome: "refuse",
    reasons: ["scam"],
  });
  expect(golden.status).toBe(200);
  const other = await desk.openCase("gold2");
  const { db } = desk.deps;
  const after = { id: other.caseId, queue: "pricing", priority: 70, opened_at: new Date() };
  const mix = (who: Who, dice: number) => db.transaction("a", (tx) => mixGolden(tx, "a", who.id, after, 0.02, dice));
  expect(await mix(one, 0.5)).toBeUndefined();
  // Who decided it knows the answer.
  expect(await mix(two, 0)).toBeUndefined();
  const id = (await mix(one, 0))!;
  const [plain, shown] = [await view(one, other.caseId), await view(one, id)];
  expect(shown.case).toMatchObject({ type: "moderation", queue: "pricing", state: "open", title: "Review this desk" });
  expect(shown.quality).toBeUndefined();
  expect(Object.keys(shown).sort()).toEqual(Object.keys(plain).sort());
  expect(shown.decision.reasons).toEqual(plain.decision.reasons);
  expect((await view(lead, id)).quality).toMatchObject({ role: "golden" });
  expect((await two.ask("POST", `/v1/cases/${id}/claim`)).status).toBe(403);
  const before = (await desk.database.owner.query("select count(*)::int as n from decisions")).rows[0].n;
  expect((await answer(one, id, shown.decision.decision_id, "approve")).status).toBe(200);
  expect((await desk.database.owner.query("select count(*)::int as n from decisions")).rows[0].n).toBe(before);
  const figures = await lead.ask<QualityFigures>("GET", "/v1/quality/figures");
  expect(figures.body.people.find((person) => person.id === one.id)!.golden).toMatchObject({ n: 1, value: 0 });
  const listed = await lead.ask<Page<QualityItem>>("GET", "/v1/quality/items?draw=golden");
  expect(listed.body.data[0]!.reviews![0]).toMatchObject({ role: "golden", correct: false });
  // Each is asked once.
  expect(await mix(one, 0)).toBeUndefined();
  expect((await lead.ask("DELETE", `/v1/quality/golden/${golden.body.id}`)).status).toBe(204);
});

test("what is live is drawn for prevalence", async () => {
  await desk.sendListing({ id: "seen", title: "Seen by all", seller: "v1" });
  const { body } = await lead.ask<Draw>("POST", "/v1/quality/draws", { frame: "live", n: 5, reviews: 1 });
  expect(body.strata.every((stratum) => stratum.outcome === "approve")).toBe(true);
});

test("the schedule draws by itself, once a period", async () => {
  expect(await scheduleSamples(desk.deps)).toEqual([]);
  await lead.ask("PUT", "/v1/quality/settings", { schedule: { every: "day", n: 5, reviews: 2 }, golden_share: 0.02 });
  await desk.sendListing({ id: "fresh", title: "Fresh lamp", seller: "f1" });
  expect(await scheduleSamples(desk.deps)).toHaveLength(1);
  expect(await scheduleSamples(desk.deps)).toEqual([]);
  const { body } = await lead.ask<{ data: Draw[] }>("GET", "/v1/quality/draws");
  expect(body.data[0]!.by).toBe("schedule");
  expect((await one.ask("PUT", "/v1/quality/settings", { schedule: null, golden_share: 0 })).status).toBe(403);
});

test("what few may see is in no sample", async () => {
  const hidden = await desk.openCase("hush");
  await lead.ask("POST", `/v1/cases/${hidden.caseId}/resolve`, {
    outcome: "approve",
    decision_id: hidden.decision.decision_id,
  });
  await desk.database.owner.query("update cases set queue = 'quarantine' where id = $1", [hidden.caseId]);
  const { rows: before } = await desk.database.owner.query(
    "select count(*)::int as n from quality_items where owner = 'hush'",
  );
  await lead.ask("POST", "/v1/quality/draws", { n: 1000 });
  const { rows } = await desk.database.owner.query("select count(*)::int as n from quality_items where owner = 'hush'");
  expect([before[0].n, rows[0].n]).toEqual([0, 0]);
});
