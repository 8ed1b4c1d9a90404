/** Reports by API and by the public form: one case a subject, the reliable first, the outcome told to both sides, complaints. */
import type { Action, ActionStatus, CaseView, Decision, Resolved } from "@assay/contract";
import type { InjectOptions } from "fastify";
import { afterAll, expect, test } from "vitest";
import { workReport } from "../src/reporting.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk({ undoHoldMs: 0 });
afterAll(() => desk.close());
const { owner } = desk.database;
const first = await desk.asUser(["moderator"]);
const second = await desk.asUser(["moderator"]);
const admin = await desk.asUser(["admin"]);
const key = await desk.asKey();

let made = 0;
async function ad(title = "Bicycle") {
  const id = `ad${++made}`;
  await desk.sendListing({ id, title, seller: `seller${made}` });
  return id;
}
/** As a marketplace sends it, and worked as the job does. */
async function report(data: Record<string, unknown>, work = true) {
  const id = `r${++made}`;
  const event = {
    id: `e-${id}`,
    type: "report.created",
    time: new Date().toISOString(),
    data: { id, by: "buyer", ...data },
  };
  expect((await key<Decision>("POST", "/v1/events", event)).status).toBe(200);
  if (work) await workReport(desk.deps, "a", event.id);
  return id;
}
const row = async (id: string) => (await owner.query("select * from reports where id = $1", [id])).rows[0];
const caseRow = async (id: string) => (await owner.query("select * from cases where id = $1", [id])).rows[0];
async function resolve(who: typeof first, caseId: string, outcome: string, reasons: string[] = [], answer?: string) {
  const { body: view } = await who.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  const body = { outcome, reasons, decision_id: view.decision.decision_id, ...(answer && { answer }) };
  const resolved = await who.ask<Resolved>("POST", `/v1/cases/${caseId}/resolve`, body);
  expect([resolved.status, resolved.body]).toMatchObject([200, {}]);
  return resolved.body.decision;
}
const toldOf = async (decisionId: string): Promise<Action[]> => {
  const { body } = await admin.ask<{ data: ActionStatus[] }>("GET", "/v1/actions?limit=100");
  return body.data.map(({ action }) => action).filter((action) => action.data.decision_id === decisionId);
};

test("a stored report is worked by a job that stands in the same transaction", async () => {
  const id = await report({ about: await ad(), reason: "scam" }, false);
  const { rows } = await owner.query("select key from graphile_worker.jobs where key = $1", [`report a e-${id}`]);
  expect(rows).toHaveLength(1);
  // Tried twice at once it is one report.
  await Promise.all([workReport(desk.deps, "a", `e-${id}`), workReport(desk.deps, "a", `e-${id}`)]);
  expect((await row(id)).case_id).not.toBeNull();
});

test("reports of one subject are one case: by id, by kind and id, by address", async () => {
  const listing = await ad();
  const ids = [
    await report({ about: listing, reason: "scam", text: "He asked for a deposit" }),
    await report({ about: { kind: "listing", id: listing }, reason: "not_as_described", by: "other" }),
    await report({
      url: `https://market.example/fr/annonces/velo-rouge-${listing}.html`,
      reason: "nonsense",
      by: "third",
    }),
  ];
  const rows = await Promise.all(ids.map(row));
  expect(new Set(rows.map(({ case_id }) => case_id)).size).toBe(1);
  expect(rows.map(({ reason }) => reason)).toEqual(["scam", "not_as_described", "other"]);
  const { body } = await first.ask<CaseView>("GET", `/v1/cases/${rows[0].case_id}`);
  expect(body.case).toMatchObject({ type: "report", queue: "reports", subject: { kind: "listing", id: listing } });
  expect(body.reports.map(({ text }) => text)).toContain("He asked for a deposit");
  expect(body.case.due_at).toBeDefined();
});

test("what is at no known address is a case of its own, for a person to find out", async () => {
  const id = await report({ url: "https://elsewhere.example/x", reason: "scam", text: "Look here" });
  expect(await row(id)).toMatchObject({ subject_kind: "report", subject_id: id });
});

test("orders, alerts, claims and what endangers people go to their own queues with their deadlines", async () => {
  const listing = await ad();
  const plain = await report({ about: listing, reason: "spam" });
  const { case_id } = await row(plain);
  expect((await caseRow(case_id)).queue).toBe("reports");
  await report({ about: listing, type: "rights_claim", right: "EU 017 654 321", holder: "Maker SA", by: "maker" });
  expect((await caseRow(case_id)).queue).toBe("rightsholders");
  const deadline = new Date(Date.now() + 3_600_000).toISOString();
  const order = {
    type: "authority_order",
    authority: "Tribunal de Lyon",
    reference: "26/123",
    legal_basis: "art. 6",
    deadline,
  };
  await report({ about: listing, ...order, by: "court" });
  const ordered = await caseRow(case_id);
  expect(ordered).toMatchObject({ queue: "authority_orders", priority: 95, due_at: new Date(deadline) });
  const { body } = await first.ask<CaseView>("GET", `/v1/cases/${case_id}`);
  expect(body.reports[0]!.details).toMatchObject({ authority: "Tribunal de Lyon", reference: "26/123" });
  const alert = await row(await report({ about: await ad(), type: "product_safety_alert", by: "gate" }));
  expect((await caseRow(alert.case_id)).queue).toBe("product_safety");

  const grave = await row(await report({ about: listing, reason: "child_abuse" }));
  expect((await caseRow(grave.case_id)).queue).toBe("quarantine");
  expect((await first.ask("GET", `/v1/cases/${grave.case_id}`)).status).toBe(404);
  const decision = await resolve(admin, case_id, "refuse", ["ordered_by_authority"]);
  expect(decision.statement!.details).toMatchObject({ ground: "illegal" });
  expect(decision.statement!.details!.facts).toContain("ordered to act by an authority");
});

test("whoever was right before comes first, trusted flaggers before all, and false reports sink", async () => {
  const priorityOf = async (by: string) => {
    const { case_id } = await row(await report({ about: await ad(), reason: "scam", by }));
    return (await caseRow(case_id)).priority as number;
  };
  const newcomer = await priorityOf("newcomer");
  for (let n = 0; n < 6; n++) {
    for (const [by, outcome] of [
      ["careful", "refuse"],
      ["careless", "approve"],
    ] as const) {
      const { case_id } = await row(await report({ about: await ad(), reason: "scam", by }));
      await resolve(first, case_id, outcome, outcome === "refuse" ? ["scam"] : []);
    }
  }
  expect(await priorityOf("careful")).toBeGreaterThan(newcomer);
  expect(await priorityOf("careless")).toBeLessThan(newcomer);
  await admin.ask("POST", "/v1/lists/trusted_flaggers/entries", { values: ["watchdog"] });
  expect(await priorityOf("watchdog")).toBeGreaterThanOrEqual(90);
});

test("upheld and rejected: every reporter is told, the person concerned by their statement", async () => {
  const listing = await ad();
  const one = await row(await report({ about: listing, reason: "scam", by: "anna", language: "fr" }));
  const two = await row(await report({ about: listing, reason: "counterfeit", by: "ben" }));
  const decision = await resolve(first, one.case_id, "refuse", ["scam"], "Merci, bien vu.");
  const told = await toldOf(decision.decision_id);
  expect(told.map(({ type }) => type).sort()).toEqual(["decision.made", "report.decided", "report.decided"]);
  const toAnna = told.find(({ data }) => "report_id" in data && data.report_id === one.id)!.data;
  expect(toAnna).toMatchObject({ by: "anna", outcome: "upheld", language: "fr" });
  expect("text" in toAnna && toAnna.text).toMatch(/nous avons agi\. Merci, bien vu\.$/);
  expect(toAnna).not.toHaveProperty("contact");
  expect(decision.statement!.details!.facts).toContain("because somebody reported it");
  expect(JSON.stringify(decision)).not.toContain("anna");
  expect((await row(two.id)).outcome).toBe("upheld");
});

const form = (body: Record<string, string>, headers = {}, address = `203.0.113.${++made % 250}`): InjectOptions => ({
  method: "POST",
  url: "/notice/a",
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  payload: new URLSearchParams(body).toString(),
  remoteAddress: address,
});
/** The hidden and typed values of a page's form. */
const valuesOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
const begin = async (url: string) =>
  valuesOf((await desk.app.inject({ method: "GET", url: `/notice/a?url=${encodeURIComponent(url)}` })).body);

/** Through the three steps, at a person's pace. */
async function notice(url: string, given: Record<string, string>, address?: string) {
  const one = await begin(url);
  const two = await desk.app.inject(form({ ...one, url, website: "" }, {}, address));
  expect(two.body).toContain("Step 2 of 3");
  const three = await desk.app.inject(
    form({ ...valuesOf(two.body), reason: given.reason!, text: given.text! }, {}, address),
  );
  expect(three.body).toContain("Step 3 of 3");
  const late = Date.now;
  Date.now = () => late() + 10_000;
  try {
    return await desk.app.inject(
      form({ ...valuesOf(three.body), ...given, website: given.website ?? "" }, {}, address),
    );
  } finally {
    Date.now = late;
  }
}
const anna = { name: "Anna B", email: "Anna@Mail.example", faith: "yes" };
const scam = { reason: "scam", text: "The seller wants gift cards.", ...anna };

test("notice to outcome, refused, and complained of: three steps without a log-in, decided by somebody else the second time", async () => {
  const listing = await ad();
  const sent = await notice(`https://market.example/ads/${listing}`, scam);
  expect(sent.statusCode).toBe(200);
  expect(sent.body).toContain("Thank you, we have your report");
  const link = /href="(\/notice-status\/[^"]+)"/.exec(sent.body)![1]!;
  const { rows } = await owner.query("select * from reports where subject_id = $1", [listing]);
  expect(rows[0]).toMatchObject({ by: expect.stringMatching(/^form_[0-9a-f]{16}$/), reason: "scam", type: "notice" });
  const status = async () => (await desk.app.inject({ method: "GET", url: link })).body;
  expect(await status()).toContain("Nobody has decided this yet");

  const rejected = await resolve(first, rows[0].case_id, "approve");
  const told = (await toldOf(rejected.decision_id)).find(({ type }) => type === "report.decided")!.data;
  expect(told).toMatchObject({ outcome: "rejected", contact: { name: "Anna B", email: "Anna@Mail.example" } });
  expect("status_url" in told && new URL(told.status_url!).pathname.startsWith("/notice-status/")).toBe(true);
  const page = await status();
  expect(page).toContain("found nothing that goes against");
  expect(page).toContain("Complain about this");

  const complaint = new FormData();
  complaint.set("text", "Here are the messages in which they ask for cards.");
  const encoded = new Response(complaint);
  const answer = await desk.app.inject({
    method: "POST",
    url: link,
    headers: { "content-type": encoded.headers.get("content-type")! },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(answer.statusCode).toBe(303);
  const { rows: cases } = await owner.query("select * from cases where type = 'appeal' and subject_id = $1", [listing]);
  expect(cases[0]).toMatchObject({ queue: "appeals", not_for: [first.id] });
  expect((await first.ask("POST", `/v1/cases/${cases[0].id}/claim`)).body).toMatchObject({ code: "own_decision" });
  const { body: view } = await second.ask<CaseView>("GET", `/v1/cases/${cases[0].id}`);
  expect(view.appeals[0]).toMatchObject({ kind: "complaint", decision: { outcome: "approve" } });
  const upheld = await resolve(second, cases[0].id, "refuse", ["scam"]);
  // The seller has not been heard yet: this one they may contest.
  expect(upheld.statement!.contest_url).toBeDefined();
  const after = await toldOf(upheld.decision_id);
  expect(after.map(({ type }) => type).sort()).toEqual(["appeal.decided", "decision.made", "report.decided"]);
  expect(after.find(({ type }) => type === "report.decided")!.data).toMatchObject({
    outcome: "upheld",
    reversed: true,
  });
  expect(await status()).toContain("You were right");
});

test("each step says what is missing, keeps what was typed, and hidden fields are checked again at the end", async () => {
  const start = await begin("");
  const empty = await desk.app.inject(form({ ...start, url: " " }));
  expect([empty.statusCode, empty.body.includes("Please give the exact address")]).toEqual([422, true]);
  const two = { ...start, step: "2", url: "https://market.example/x" };
  expect((await desk.app.inject(form({ ...two, text: "long enough text" }))).body).toContain(
    "Please choose what fits best",
  );
  const short = await desk.app.inject(form({ ...two, reason: "scam", text: "<b>bad" }));
  expect(short.body).toContain("Please explain in a few words");
  expect(short.body).toContain("&lt;b&gt;bad");
  const three = { ...two, step: "3", reason: "scam", text: "long enough text", faith: "yes" };
  expect((await desk.app.inject(form(three))).body).toContain("Please give your name");
  expect((await desk.app.inject(form({ ...three, name: "A", email: "no" }))).body).toContain(
    "does not look like an e-mail",
  );
  expect((await desk.app.inject(form({ ...three, ...anna, faith: "" }))).body).toContain("Please confirm");
  expect((await desk.app.inject(form({ ...three, ...anna, reason: "intellectual_property" }))).body).toContain(
    "name the right",
  );
  expect((await desk.app.inject(form({ ...three, ...anna, reason: "no such" }))).body).toContain("Step 2 of 3");
  const back = await desk.app.inject(form({ ...three, go: "back", name: "A" }));
  expect(back.body).toContain("Step 2 of 3");
  expect(back.body).toContain('name="name" value="A"');
});

test("what is no person is kept out: too fast, a forged start, a filled trap; an address sends ten an hour", async () => {
  const listing = await ad();
  const count = async () => (await owner.query("select 1 from reports where subject_id = $1", [listing])).rowCount;
  const url = `https://market.example/ads/${listing}`;
  const three = { ...(await begin(url)), step: "3", url, ...scam };
  expect((await desk.app.inject(form(three))).body).toContain("quicker than people type");
  const forged = await desk.app.inject(form({ ...three, began: `${Date.now() - 60_000}.x` }));
  expect(forged.statusCode).toBe(422);
  const trapped = await notice(url, { ...scam, website: "https://spam.example" });
  expect(trapped.body).toContain("Thank you");
  expect(await count()).toBe(0);
  const answers: number[] = [];
  for (let n = 0; n < 12; n++) answers.push((await notice(url, scam, "198.51.100.9")).statusCode);
  expect(answers).toEqual([...Array(10).fill(200), 429, 429]);
  expect(await count()).toBe(10);
});

test("abuse of minors can be told without a name; a right's holder makes a claim; a site may close the form", async () => {
  const listing = await ad();
  const grave = { reason: "child_abuse", text: "Pictures of a child.", faith: "yes" };
  expect((await notice(`https://m.example/${listing}`, grave)).statusCode).toBe(200);
  const { rows } = await owner.query("select * from reports where subject_id = $1", [listing]);
  expect(rows[0]).toMatchObject({ by: "form_anonymous" });
  const other = await ad();
  const claim = {
    reason: "intellectual_property",
    text: "Copies of my design.",
    right: "RCD 1234",
    holder: "Me",
    ...anna,
  };
  await notice(`https://m.example/${other}`, claim);
  const { rows: claims } = await owner.query("select * from reports where subject_id = $1", [other]);
  expect(claims[0]).toMatchObject({ type: "rights_claim" });
  expect((await caseRow(claims[0].case_id)).queue).toBe("rightsholders");
  expect((await admin.ask("PATCH", "/v1/marketplace", { notices: { form: false } })).status).toBe(200);
  await expect
    .poll(async () => (await desk.app.inject({ method: "GET", url: "/notice/a" })).statusCode, { timeout: 5000 })
    .toBe(404);
  expect((await desk.app.inject({ method: "GET", url: "/notice/nowhere" })).statusCode).toBe(404);
});
