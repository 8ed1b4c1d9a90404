/** A decision contested by its link, without a log-in: read, contested with pictures, decided by somebody else, reversed or upheld, told. */
import type { Action, ActionStatus, CaseView, Decision, Resolved } from "@assay/contract";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { signLink } from "../src/access/index.ts";
import { testDesk } from "./desk.ts";

// Long enough for an undo on a slow machine; what is told lies there before it goes out.
const desk = await testDesk({ undoHoldMs: 60_000 });
afterAll(() => desk.close());
const { owner } = desk.database;
const first = await desk.asUser(["moderator"]);
const second = await desk.asUser(["moderator"]);
const lead = await desk.asUser(["lead"]);

const picture = await sharp(Buffer.from(Array.from({ length: 96 * 96 * 3 }, (_, i) => (i * 7919) % 256)), {
  raw: { width: 96, height: 96, channels: 3 },
})
  .png()
  .toBuffer();

let people = 0;
/** A listing refused by the first moderator, with the path of its link. */
async function refused(title = "Review this lamp") {
  const seller = `seller${++people}`;
  const listing = `lamp${people}`;
  const sent = await desk.sendListing({ id: listing, title, seller });
  const decision = sent.cases[0] ? await resolve(first, sent.cases[0], "refuse", ["counterfeit"], sent) : sent;
  return { seller, listing, decision, path: new URL(decision.statement!.contest_url!).pathname };
}

async function resolve(
  who: typeof first,
  caseId: string,
  outcome: string,
  reasons: string[],
  shown: Decision,
  answer?: string,
): Promise<Decision> {
  const body = { outcome, reasons, decision_id: shown.decision_id, ...(answer && { answer }) };
  const { status, body: resolved } = await who.ask<Resolved>("POST", `/v1/cases/${caseId}/resolve`, body);
  expect([status, resolved]).toMatchObject([200, { case: { state: "resolved" } }]);
  return resolved.decision;
}

async function contest(path: string, text: string, files: { bytes: Buffer; name: string }[] = [], headers = {}) {
  const form = new FormData();
  form.set("text", text);
  for (const { bytes, name } of files) form.append("files", new Blob([new Uint8Array(bytes)]), name);
  const encoded = new Response(form);
  return desk.app.inject({
    method: "POST",
    url: path,
    headers: { "content-type": encoded.headers.get("content-type")!, ...headers },
    payload: Buffer.from(await encoded.arrayBuffer()),
    remoteAddress: `192.0.2.${++people % 250}`,
  });
}
const read = async (path: string, headers = {}) => (await desk.app.inject({ method: "GET", url: path, headers })).body;
const caseOfAppeal = async (listing: string) =>
  (
    await owner.query("select * from cases where type = 'appeal' and subject_id = $1 order by opened_at desc", [
      listing,
    ])
  ).rows[0];
const subject = async (id: string) =>
  (await owner.query("select * from subjects where kind = 'listing' and id = $1", [id])).rows[0];
/** The hold of a decision is over. */
const pass = (decisionId: string) =>
  owner.query(
    `update decisions set answer = jsonb_set(answer::jsonb, '{effective_at}', to_jsonb(decided_at))::json where id = $1`,
    [decisionId],
  );
const toldOf = async (decisionId: string): Promise<Action[]> => {
  const { body } = await lead.ask<{ data: ActionStatus[] }>("GET", "/v1/actions?limit=100");
  return body.data.map(({ action }) => action).filter((action) => action.data.decision_id === decisionId);
};

test("from link to reversal: nothing of it is left, and both sides are told", async () => {
  const { seller, listing, decision, path } = await refused();
  const { rows: before } = await owner.query("select * from trail where account = $1 and kind = 'mark'", [seller]);
  expect(before.length).toBeGreaterThan(0);

  const page = await desk.app.inject({ method: "GET", url: path });
  expect(page.statusCode).toBe(200);
  expect(page.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(page.body).not.toContain("<script");
  for (const part of Object.values(decision.statement!.details!).filter((one) => typeof one === "string")) {
    if (part !== "contract") expect(page.body).toContain(part.replaceAll("'", "&#39;"));
  }

  const sent = await contest(path, "It is genuine:\r\nhere is <b>the receipt</b>.", [
    { bytes: picture, name: "r.png" },
  ]);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}?sent=1&lang=en`]);
  const waiting = await read(path);
  expect(waiting).toContain("Somebody who did not take the decision will look at it");
  expect(waiting).toContain("here is &lt;b&gt;the receipt&lt;/b&gt;.");
  expect(waiting).not.toContain("<form");

  const opened = await caseOfAppeal(listing);
  expect(opened).toMatchObject({ queue: "appeals", state: "open", not_for: [first.id] });
  expect(opened.due_at).not.toBeNull();
  const view = await second.ask<CaseView>("GET", `/v1/cases/${opened.id}`);
  const [appeal] = view.body.appeals;
  expect(appeal).toMatchObject({ kind: "appeal", text: "It is genuine:\nhere is <b>the receipt</b>." });
  expect(appeal!.decision.decision_id).toBe(decision.decision_id);
  expect(appeal!.decided_by_name).toMatch(/^Person/);
  const shown = await desk.app.inject({
    method: "GET",
    url: appeal!.files[0]!.src,
    headers: { cookie: second.cookie },
  });
  expect([shown.statusCode, shown.headers["content-type"]]).toEqual([200, "image/webp"]);

  const reversed = await resolve(second, opened.id, "approve", [], decision, "The receipt says it all.");
  expect(await subject(listing)).toMatchObject({ outcome: "approve", visibility: "visible" });
  expect((await owner.query("select * from trail where account = $1 and kind = 'mark'", [seller])).rows).toEqual([]);
  const strikes = "select * from decisions where owner = $1 and outcome = 'refuse' and standing";
  expect((await owner.query(strikes, [seller])).rows).toEqual([]);
  const told = await toldOf(reversed.decision_id);
  expect(told.map(({ type }) => type).sort()).toEqual(["appeal.decided", "decision.made"]);
  expect(told.find(({ type }) => type === "appeal.decided")!.data).toMatchObject({
    kind: "appeal",
    by: seller,
    outcome: "upheld",
    contested: decision.decision_id,
    text: expect.stringMatching(/you were right.*The receipt says it all\.$/),
    status_url: decision.statement!.contest_url,
  });
  expect(await read(path)).toContain("Somebody who did not take the decision"); // it may still be undone
  await pass(reversed.decision_id);
  const after = await read(path);
  expect(after).toContain("You were right");
  expect(after).toContain("The receipt says it all.");
});

test("whoever took the decision is not given the appeal, may not claim it, and cannot decide it", async () => {
  const { listing, decision, path } = await refused();
  await contest(path, "Please look again");
  const { id } = await caseOfAppeal(listing);
  const next = await first.ask<{ case_id: string | null }>("POST", "/v1/queues/appeals/next");
  expect(next.body).not.toMatchObject({ case_id: id });
  expect((await first.ask("POST", `/v1/cases/${id}/claim`)).body).toMatchObject({ status: 403, code: "own_decision" });
  const body = { outcome: "refuse", reasons: ["counterfeit"], decision_id: decision.decision_id };
  expect((await first.ask("POST", `/v1/cases/${id}/resolve`, body)).body).toMatchObject({ code: "own_decision" });
  // Not by the way of several at once either.
  const bulk = { cases: [{ id, decision_id: decision.decision_id }], outcome: "approve" };
  const { body: several } = await first.ask<{ results: unknown[] }>("POST", "/v1/cases/resolve", bulk);
  expect(several.results).toEqual([{ id, ok: false, code: "own_decision" }]);
  expect((await subject(listing)).outcome).toBe("refuse");
});

test("rejected: they are told why, it is not contested again, and a second appeal is refused", async () => {
  const { listing, decision, path } = await refused();
  await contest(path, "I do not agree");
  const { id } = await caseOfAppeal(listing);
  const stands = await resolve(second, id, "refuse", ["counterfeit"], decision, "The logo is misspelt.");
  expect(stands.statement!.contest_url).toBeUndefined();
  expect(stands.statement!.details!.redress).toContain("article 21");
  const told = (await toldOf(stands.decision_id)).find(({ type }) => type === "appeal.decided")!;
  expect(told.data).toMatchObject({ outcome: "rejected", text: expect.stringContaining("The logo is misspelt.") });
  await pass(stands.decision_id);
  expect(await read(path)).toContain("the decision stands");
  const again = await contest(path, "Once more");
  expect(again.statusCode).toBe(409);
  expect(again.body).toContain("There is one appeal");
  expect((await owner.query("select * from appeals where subject_id = $1", [listing])).rowCount).toBe(1);
});

test("a fix in place of a refusal is a part of what was asked for", async () => {
  const { listing, decision, path } = await refused();
  await contest(path, "I can change it");
  const eased = await resolve(second, (await caseOfAppeal(listing)).id, "request_changes", ["poor_pictures"], decision);
  const told = (await toldOf(eased.decision_id)).find(({ type }) => type === "appeal.decided")!;
  expect(told.data).toMatchObject({ outcome: "partly_upheld" });
});

test("sent twice at once it is one appeal", async () => {
  const { listing, path } = await refused();
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => contest(path, `Attempt ${n}`)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409, 409, 409, 409]);
  expect((await owner.query("select * from appeals where subject_id = $1", [listing])).rowCount).toBe(1);
  expect((await owner.query("select * from cases where type = 'appeal' and subject_id = $1", [listing])).rowCount).toBe(
    1,
  );
});

test("a rule's refusal is contested too; an older revision's strike goes when that one is upheld", async () => {
  const { seller, listing, decision, path } = await refused("Refuse this knife");
  expect(decision.by).toBe("rule");
  await desk.sendListing({ id: listing, title: "Review this spoon", seller, revision: 2 });
  await contest(path, "It was a bread knife");
  const { id } = await caseOfAppeal(listing);
  const { body: view } = await second.ask<CaseView>("GET", `/v1/cases/${id}`);
  const upheld = await resolve(second, id, "approve", [], view.decision);
  expect(upheld.event_id).not.toBe(decision.event_id);
  const strikes = "select * from decisions where owner = $1 and outcome = 'refuse' and standing";
  expect((await owner.query(strikes, [seller])).rows).toEqual([]);
});

test("what is no link, was changed, lapsed, or is another marketplace's opens nothing", async () => {
  const { decision, path } = await refused();
  const token = path.split("/").at(-1)!;
  const key = await desk.deps.voices.key("a");
  const target = {
    purpose: "decision",
    marketplace: "a",
    id: decision.decision_id,
    expires: Date.now() + 1e6,
  } as const;
  const bad = [
    "nothing",
    `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
    signLink(key, { ...target, expires: Date.now() - 1 }),
    signLink(key, { ...target, purpose: "report" }),
    signLink(key, { ...target, id: "dec_none" }),
    signLink(key, { ...target, marketplace: "b" }),
    signLink(key, { ...target, marketplace: "nowhere" }),
    signLink("another key", target),
  ];
  for (const one of bad) {
    const answer = await desk.app.inject({ method: "GET", url: `/statement/${one}` });
    expect([answer.statusCode, answer.body.includes("link is not valid")]).toEqual([404, true]);
    expect((await contest(`/statement/${one}`, "x")).statusCode).toBe(404);
  }
  expect((await owner.query("select * from link_keys where marketplace = 'nowhere'")).rowCount).toBe(0);
});

test("after six months it can be read, and not contested any more", async () => {
  const { decision, path } = await refused();
  const late = structuredClone(decision);
  late.statement!.contest_until = new Date(Date.now() - 1000).toISOString();
  await owner.query("update decisions set answer = $2 where id = $1", [decision.decision_id, JSON.stringify(late)]);
  expect(await read(path)).toContain("time in which this could be contested has passed");
  const answer = await contest(path, "x");
  expect([answer.statusCode, answer.body.includes("contest_over")]).toEqual([410, true]);
});

test("what is wrong with a form is said, and the text is kept", async () => {
  const { listing, path } = await refused();
  const empty = await contest(path, "   ");
  expect([empty.statusCode, empty.body.includes("Please say why")]).toEqual([422, true]);
  const svg = { bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), name: "x.svg" };
  const bad = await contest(path, "My words </textarea><script>", [svg]);
  expect(bad.statusCode).toBe(422);
  expect(bad.body).toContain("“x.svg” cannot be taken");
  expect(bad.body).toContain("My words &lt;/textarea&gt;&lt;script&gt;");
  const many = Array.from({ length: 6 }, (_, n) => ({ bytes: picture, name: `${n}.png` }));
  expect((await contest(path, "x", many)).body).toContain("At most five");
  const large = await contest(path, "x", [{ bytes: Buffer.alloc(10 * 1024 * 1024 + 1), name: "large.png" }]);
  expect(large.statusCode).toBe(413);
  expect((await contest(path, "a".repeat(5001))).statusCode).toBe(422);
  expect((await owner.query("select * from appeals where subject_id = $1", [listing])).rowCount).toBe(0);
  // NUL and lone surrogates are not kept.
  expect((await contest(path, "ok \u0000 \ud800 end")).statusCode).toBe(303);
});

test("in French where the person or their browser is", async () => {
  const { path } = await refused();
  expect(await read(`${path}?lang=fr`)).toContain("Pourquoi nous avons pris cette décision");
  expect(await read(path)).toContain('lang="en"');
});

test("one address is slowed down", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const attempts: number[] = [];
  for (let n = 0; n < 22; n++) {
    const answer = await desk.app.inject({
      method: "POST",
      url: "/statement/none",
      headers,
      remoteAddress: "198.51.100.7",
    });
    attempts.push(answer.statusCode);
  }
  expect(attempts.slice(0, 20)).toEqual(Array(20).fill(404));
  expect(attempts.slice(20)).toEqual([429, 429]);
});

test("an undo within the hold puts all of it back, and tells nobody", async () => {
  const { seller, listing, decision, path } = await refused();
  await contest(path, "Please look again");
  const { id } = await caseOfAppeal(listing);
  const marks = "select * from trail where account = $1 and kind = 'mark'";
  const before = (await owner.query(marks, [seller])).rows;
  const { body } = await second.ask<Resolved>("POST", `/v1/cases/${id}/resolve`, {
    outcome: "approve",
    decision_id: decision.decision_id,
  });
  if (!body.decision) throw new Error(JSON.stringify(body));
  expect((await owner.query(marks, [seller])).rows).toEqual([]);
  expect((await second.ask("POST", `/v1/cases/${id}/undo`)).status).toBe(200);
  expect((await owner.query(marks, [seller])).rows).toEqual(before);
  expect(
    (await owner.query("select outcome, result, answer from appeals where subject_id = $1", [listing])).rows,
  ).toEqual([{ outcome: null, result: null, answer: null }]);
  const { rows } = await owner.query("select state from actions where decision_id = $1", [body.decision.decision_id]);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["cancelled"]));
  expect(await read(path)).toContain("Somebody who did not take the decision");
});
