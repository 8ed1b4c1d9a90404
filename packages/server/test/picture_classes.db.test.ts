/** What pictures show, in the flow: a real HTTP server answers as a provider would, or as it should not. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Decision } from "@assay/contract";
import { detectors } from "@assay/detectors";
import { starterPolicies } from "@assay/policy";
import sharp from "sharp";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { ClassSourceConfig } from "../src/config/index.ts";
import { measureEvent } from "../src/jobs/index.ts";
import { PictureClasses } from "../src/measure/index.ts";
import { replay } from "../src/replay.ts";
import { testDesk } from "./desk.ts";

const nothing = { weapon: 0.01, undressed: 0.01, minor: [] as number[] };
let said: Partial<typeof nothing> & { status?: number };
let asked = 0;
let largest = 0;
const server: Server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { picture } = JSON.parse(Buffer.concat(chunks).toString()) as { picture: string };
  const { width = 0, height = 0, exif, format } = await sharp(Buffer.from(picture, "base64")).metadata();
  expect([format, exif], "a copy without metadata").toEqual(["webp", undefined]);
  largest = Math.max(largest, width, height);
  asked++;
  response.writeHead(said.status ?? 200, { "content-type": "application/json" });
  response.end(JSON.stringify({ ...nothing, ...said }));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

const source = (more: object = {}): ClassSourceConfig => ({
  name: "provider",
  type: "http",
  question: "provider 1",
  timeout_ms: 1000,
  per_day: 100,
  marketplaces: undefined,
  request: {
    method: "POST",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/look`,
    headers: {},
    json: { picture: "{base64}" },
  },
  succeeds_when: [],
  labels: [
    { class: "weapons", at: "/weapon", out_of: 1, threshold: 0.6 },
    { class: "minor_nudity", label: "child", at: "/undressed", and: "/minor/*", out_of: 1, threshold: 0.5 },
  ],
  ...more,
});
const desk = await testDesk({ pictureClasses: [source(), source({ name: "other", marketplaces: ["elsewhere"] })] });
const { deps } = desk;
afterAll(async () => {
  await desk.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  said = {};
  asked = 0;
});

/** Another photo each time: what was looked at is not looked at again. */
async function photo(): Promise<string> {
  const noise = { type: "gaussian", mean: 120, sigma: 60 } as const;
  // Soft blots, drawn anew each time.
  const blots = await sharp({ create: { width: 9, height: 7, channels: 3, background: "#888", noise } })
    .png()
    .toBuffer();
  const bytes = await sharp(blots)
    .resize(900, 700, { kernel: "cubic" })
    .withExif({ IFD0: { Artist: "the seller" } })
    .jpeg()
    .toBuffer();
  return deps.pictures.keep(bytes);
}

let made = 0;
async function market() {
  const name = `p${++made}`;
  const { ask } = await desk.asUser(["admin"], name);
  for (const { stage, source } of starterPolicies(detectors)) await deps.policies.save(name, stage, source, "test");
  let n = 0;
  const decide = async (contents: string[], more: object = {}, mode?: "backfill") => {
    const id = `l${++n}`;
    const pictures = contents.map((content) => ({ content }));
    const data = { id, seller: `a${n}`, title: "Oak table", description: "Solid, with four chairs", pictures, ...more };
    const body = { id: `e${n}`, type: "listing.created", time: "2026-11-21T10:00:00Z", data };
    const first = await deps.pipeline.submit(body, name, mode);
    return { first, last: (await measureEvent(deps, name, body.id)) ?? first };
  };
  return { name, ask, decide };
}
const seen = (decision: Decision) => decision.signals.find(({ detector }) => detector === "image_classes");

test("held until the provider has answered, then up; asked once a picture, with a small copy without metadata", async () => {
  const { decide } = await market();
  const content = await photo();
  const { first, last } = await decide([content]);
  expect(first.pending).toContain("image_classes");
  expect(first.outcome).not.toBe("approve");
  expect(seen(last)).toMatchObject({ state: "clear", scores: { weapons: 0.008, minor_nudity: 0 } });
  expect(last.outcome).toBe("approve");
  expect([asked, largest]).toEqual([1, 640]);
  // Another seller with the same picture would be a case of reuse; here only what was asked counts.
  const again = await decide([content]);
  expect(seen(again.first)).toMatchObject({ state: "clear" });
  expect(asked).toBe(1);
});

test("a weapon goes to a person with the provider's name for it, and a replay says the same", async () => {
  const { name, decide } = await market();
  said = { weapon: 0.97 };
  const { last } = await decide([await photo()]);
  expect(last.outcome).toBe("review");
  expect(last.reasons.map(({ code }) => code)).toContain("prohibited_item");
  expect(seen(last)).toMatchObject({
    state: "found",
    evidence: [
      { type: "region", picture: 0, kind: "weapons", text: "provider: weapon" },
      { type: "score", label: "weapons", value: 0.97 },
    ],
  });
  expect((await replay(deps.db, deps.policies, name, last.decision_id)).same).toBe(true);
  expect(asked).toBe(1);
});

test("perhaps an undressed minor: into the quarantine, also from a case that somebody has, and nowhere else to be seen", async () => {
  const { name, ask } = await market();
  const moderator = await desk.asUser(["moderator"], name);
  const content = await photo();
  said = { undressed: 0.9, minor: [0.2, 0.8] };
  // The words alone open a case, which a moderator takes before the picture was looked at.
  const id = "l1";
  const data = { id, seller: "a9", title: "Replica watch, AAA quality", pictures: [{ content }] };
  const body = { id: "e1", type: "listing.created", time: "2026-11-21T10:00:00Z", data };
  const first = await deps.pipeline.submit(body, name);
  const [caseId] = first.cases;
  expect((await moderator.ask("POST", `/v1/cases/${caseId}/claim`)).status).toBe(200);
  const last = (await measureEvent(deps, name, "e1"))!;
  expect(last.reasons.map(({ code }) => code)).toContain("minor_nudity");
  expect(last.visibility).toBe("held");
  const view = (
    await ask<{ case: { queue: string; claimed_by: unknown; due_at: string; opened_at: string } }>(
      "GET",
      `/v1/cases/${caseId}`,
    )
  ).body.case;
  expect([view.queue, view.claimed_by ?? null]).toEqual(["quarantine", null]);
  expect(Date.parse(view.due_at) - Date.parse(view.opened_at)).toBeLessThan(61 * 60_000);
  const ofModerator = async (path: string) => (await moderator.ask("GET", path)).status;
  expect(await ofModerator(`/v1/cases/${caseId}`)).toBe(404);
  expect(await ofModerator(`/v1/subjects/listing/${id}`)).toBe(404);
  expect(await ofModerator(`/v1/pictures/${content}`)).toBe(404);
  expect((await ask("GET", `/v1/pictures/${content}`)).status).toBe(200);

  // The seller takes the picture out: the ad may go up, the case stays for those who may see it.
  const clean = {
    ...body,
    id: "e1b",
    type: "listing.updated",
    data: { id, seller: "a9", title: "Watch", pictures: [] },
  };
  await deps.pipeline.submit(clean, name);
  const after = (await ask<{ case: { queue: string; state: string } }>("GET", `/v1/cases/${caseId}`)).body.case;
  expect([after.queue, after.state]).toEqual(["quarantine", "open"]);
});

test("a provider that is down is unknown and never an approval, and does not fill the quarantine", async () => {
  const { ask, decide } = await market();
  said = { status: 503 };
  const { last } = await decide([await photo()]);
  expect(seen(last)).toMatchObject({ state: "unknown", reason: "picture 1: provider answered 503" });
  expect([last.outcome, last.visibility]).toEqual(["review", "held"]);
  const found = await ask<{ case: { queue: string } }>("GET", `/v1/cases/${last.cases[0]}`);
  expect(found.body.case.queue).not.toBe("quarantine");
});

test("a file that is no picture is not shown to anybody; the past is not either", async () => {
  const { decide } = await market();
  const broken = await deps.pictures.keep(Buffer.from("no picture at all"));
  expect(seen((await decide([broken])).last)).toMatchObject({
    state: "unknown",
    reason: expect.stringContaining("not looked at: not_a_picture"),
  });
  const past = await decide([await photo()], {}, "backfill");
  expect(seen(past.last)).toBeUndefined();
  expect(past.last.pending).not.toContain("image_classes");
  expect(asked).toBe(0);
});

test("the day's budget holds, another threshold asks nobody again, and another question does", async () => {
  const { name } = await market();
  const content = await photo();
  await deps.db.for(name).query("select 1");
  const copy = deps.pictures.copy.bind(deps.pictures);
  const take = async (more: object) => {
    const classes = new PictureClasses({ db: deps.db, sources: [source(more)], copy });
    await classes.take(name, content);
    const rows = await deps.db
      .for(name)
      .query<{ measurement: string; version: number; value: unknown; reason: string }>(
        "select measurement, version, value, reason from measurements where marketplace = $1 and content = $2",
        [name, content],
      );
    const measured = Object.fromEntries(rows.map(({ measurement, ...row }) => [measurement, row]));
    return classes.known(name, [{ content, problem: null, measured }])![0]!;
  };
  const [strict] = [
    { labels: [{ class: "weapons", at: "/weapon", out_of: 1, threshold: 0.001 }], question: "provider 1" },
  ];
  expect(await take({ per_day: 1 })).toMatchObject({ state: "done" });
  expect(await take(strict)).toMatchObject({ value: { looks: [{ class: "weapons", value: 0.01, threshold: 0.001 }] } });
  expect(asked).toBe(1);
  expect(await take({ per_day: 1, question: "provider 2" })).toEqual({
    state: "failed",
    reason: "the budget of 1 pictures a day for provider is spent",
  });
  expect(await take({ per_day: 2, question: "provider 3" })).toMatchObject({ state: "done" });
  expect(asked).toBe(2);
});
