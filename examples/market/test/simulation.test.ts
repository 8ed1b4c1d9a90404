import { parseEvent } from "@assay/contract";
import { expect, test } from "vitest";
import { recipeOf } from "../src/pictures/recipe.ts";
import { Ledger } from "../src/simulation/ledger.ts";
import { seeded } from "../src/simulation/random.ts";
import { hidden } from "../src/simulation/scams/disguise.ts";
import { type Step, simulate } from "../src/simulation/simulate.ts";
import { scams, type Truth } from "../src/simulation/truth.ts";
import { past } from "../src/simulation/weeks.ts";
import { decide } from "./stand-in.ts";

const until = Date.parse("2026-11-22T12:00:00Z");
const weeks = (seed: string) => [...past({ seed, until })].map(({ event, truth }) => ({ event, truth }));

/** `n` steps, each decided as `answer` says. */
function lived(seed: string, n: number, answer: (step: Step) => Parameters<Step["decided"]>[0], fraud = 0.5): Step[] {
  const steps: Step[] = [];
  for (const step of simulate({ seed, from: until, people: 60, fraud })) {
    step.decided(answer(step));
    steps.push(step);
    if (steps.length === n) break;
  }
  return steps;
}

test("the same seed gives the same past, another seed another", () => {
  expect(JSON.stringify(weeks("1"))).toBe(JSON.stringify(weeks("1")));
  expect(JSON.stringify(weeks("1"))).not.toBe(JSON.stringify(weeks("2")));
});

test("only the times depend on when the past ends", () => {
  const bare = (end: number) =>
    [...past({ seed: "1", until: end, pictureDays: 99 })].map(({ event: { time, ...rest } }) => [
      end - Date.parse(time),
      rest,
    ]);
  expect(JSON.stringify(bare(until))).toBe(JSON.stringify(bare(until + 7 * 3_600_000 + 12_345)));
});

test.each(["1", "2", "3"])("the past of seed %s fits the contract, in order of time, with unique ids", (seed) => {
  const all = weeks(seed);
  expect(all.length).toBeGreaterThan(1500);
  expect(all.length).toBeLessThan(3600);
  let before = 0;
  for (const { event } of all) {
    const { at } = parseEvent(event, until);
    expect(at).toBeGreaterThanOrEqual(before);
    before = at;
  }
  expect(new Set(all.map(({ event }) => event.id)).size).toBe(all.length);
});

test("who acts has joined before, and whoever is written to exists", () => {
  const joined = new Set<string>();
  const posted = new Set<string>();
  for (const { event } of weeks("1")) {
    const { data, type } = event;
    if (type === "account.created") joined.add(data.id);
    if (type === "listing.created") posted.add(data.id);
    for (const field of ["seller", "from", "to", "author", "about", "account", "buyer"]) {
      if (data[field] !== undefined) expect(joined, `${type} ${field}`).toContain(data[field]);
    }
    if (data["listing"] !== undefined) expect(posted, type).toContain(data["listing"]);
  }
});

test("revisions of an ad count up from one", () => {
  const last = new Map<string, number>();
  for (const { event } of weeks("1")) {
    if (event.type !== "listing.created" && event.type !== "listing.updated") continue;
    const revision = event.data["revision"] as number;
    expect(revision).toBe((last.get(event.data.id) ?? 0) + 1);
    last.set(event.data.id, revision);
  }
});

test("every scam and a look-alike of most of them occur, in both languages", () => {
  const steps = lived("all", 6000, () => undefined);
  const truths = steps.map(({ truth }) => truth);
  for (const scam of scams) {
    expect(
      truths.some((t) => !t.honest && t.scam === scam && t.role === "harm"),
      scam,
    ).toBe(true);
    expect(
      truths.some((t) => t.honest && t.like === scam),
      `like ${scam}`,
    ).toBe(true);
  }
  for (const language of ["en", "fr"]) {
    const harmful = steps.filter(({ event, truth }) => !truth.honest && event.data["language"] === language);
    expect(harmful.length).toBeGreaterThan(50);
  }
});

test("fraud is as rare as asked", () => {
  const campaigns = new Set<string>();
  const steps = lived("rare", 8000, () => undefined, 0.01);
  for (const { truth } of steps) if (!truth.honest) campaigns.add(truth.campaign);
  const dishonest = steps.filter(({ truth }) => !truth.honest).length;
  expect(campaigns.size).toBeGreaterThan(5);
  expect(dishonest / steps.length).toBeLessThan(0.06);
});

test("a scammer who is refused tries again in other words; one who is let through does not", () => {
  const attempts = (steps: readonly Step[]) =>
    steps.map(({ truth }) => truth).filter((t): t is Truth & { honest: false } => !t.honest && t.role === "harm");
  const refuseScams = (step: Step) => {
    const parsed = parseEvent(step.event, Date.parse(step.event.time));
    const decision = decide(parsed);
    return step.truth.honest ? decision : { ...decision, outcome: "refuse" as const, visibility: "removed" as const };
  };
  const refused = lived("adapt", 4000, refuseScams);
  const free = lived("adapt", 4000, () => undefined);
  expect(Math.max(...attempts(refused).map((t) => t.attempt))).toBeGreaterThanOrEqual(3);
  expect(
    attempts(free)
      .filter((t) => t.scam === "counterfeit")
      .every((t) => t.attempt === 1),
  ).toBe(true);
  const texts = new Map<string, Set<string>>();
  for (const { event, truth } of refused) {
    if (truth.honest || truth.role !== "harm" || event.type !== "listing.created") continue;
    const seen = texts.get(truth.campaign) ?? new Set();
    seen.add(`${event.data["title"]}|${event.data["description"]}|${JSON.stringify(event.data["price"])}`);
    texts.set(truth.campaign, seen);
  }
  expect([...texts.values()].some((seen) => seen.size >= 2)).toBe(true);
});

test("nobody begins to write about an ad that was refused", () => {
  const refused = new Set<string>();
  const begun = new Set<unknown>();
  const late: unknown[] = [];
  lived("hidden", 3000, (step) => {
    const decision = decide(parseEvent(step.event, Date.parse(step.event.time)));
    const { conversation, listing } = step.event.data;
    if (step.truth.honest && step.event.type === "message.sent") {
      // an ad that was up before may be refused while people talk about it
      if (!begun.has(conversation) && refused.has(String(listing))) late.push(step.event.data);
      begun.add(conversation);
    }
    if (step.truth.honest || !step.event.type.startsWith("listing.")) return decision;
    refused.add(step.event.data.id);
    return { ...decision, outcome: "refuse", visibility: "removed" };
  });
  expect(refused.size).toBeGreaterThan(10);
  expect(begun.size).toBeGreaterThan(50);
  expect(late).toEqual([]);
});

test("every picture that is named can be drawn", () => {
  let n = 0;
  for (const { event } of weeks("1")) {
    for (const { url } of (event.data["pictures"] ?? []) as { url: string }[]) {
      expect(recipeOf(url), url).toBeDefined();
      n++;
    }
  }
  expect(n).toBeGreaterThan(100);
});

test("contact details belong to nobody: numbers kept for fiction, example domains, documentation addresses", () => {
  for (const { event } of lived("nobody", 3000, () => undefined)) {
    const { client, data } = event;
    expect(client?.ip).toMatch(/^2001:db8:/);
    if (event.type === "account.created") {
      expect(data["email"]).toMatch(/@example\.(com|net|org)$/);
      if (data["phone"] !== undefined) expect(data["phone"]).toMatch(/^\+(3363998\d{4}|447700900\d{3})$/);
    }
  }
});

test("honest people share neither telephone nor device by accident", () => {
  const joined = weeks("1").filter(({ event, truth }) => event.type === "account.created" && truth.honest);
  const phones = joined.flatMap(({ event }) => event.data["phone"] ?? []);
  expect(phones.length).toBeGreaterThan(200);
  expect(new Set(phones).size).toBe(phones.length);
  expect(new Set(joined.map(({ event }) => event.client?.device)).size).toBe(joined.length);
});

test("sessions and payouts are honest people's too, and every event says from where", () => {
  const steps = lived("clients", 4000, () => undefined, 0.05);
  const honestly = (type: string) => steps.filter(({ event, truth }) => truth.honest && event.type === type);
  for (const type of ["session.started", "payout_method.added", "payout_method.changed", "account.updated"]) {
    expect(honestly(type).length, type).toBeGreaterThan(5);
  }
  for (const { event } of steps) {
    expect(event.client?.ip, event.type).toBeTruthy();
    expect(event.client?.device, event.type).toBeTruthy();
    expect(event.client?.session, event.type).toBeTruthy();
  }
});

test("who is refused comes back under another name on the same device", () => {
  const steps = lived("faces", 5000, ({ event, truth }) => {
    const decision = decide(parseEvent(event, Date.parse(event.time)));
    return truth.honest ? decision : { ...decision, outcome: "refuse" as const, visibility: "removed" as const };
  });
  const accounts = Map.groupBy(
    steps.filter(({ event, truth }) => !truth.honest && event.type === "account.created"),
    ({ event, truth }) => `${truth.honest ? "" : truth.campaign} ${event.client?.device}`,
  );
  expect([...accounts.values()].filter((some) => some.length > 1).length).toBeGreaterThan(10);
});

test("the ledger knows each campaign's accounts, beginning and reach, and a stopped one reaches fewer", () => {
  const kept = (stop: boolean) => {
    const ledger = new Ledger();
    const steps = lived("ledger", 5000, (step) => {
      const decision = decide(parseEvent(step.event, Date.parse(step.event.time)));
      const refused = stop && !step.truth.honest && step.truth.role === "harm";
      ledger.take(step.event, step.truth, refused);
      return { ...decision, outcome: refused ? "refuse" : "approve", visibility: refused ? "removed" : "visible" };
    });
    return { steps, ledger, all: ledger.campaigns() };
  };
  const free = kept(false);
  const stopped = kept(true);
  const reach = ({ all }: typeof free) => all.reduce((sum, { reached }) => sum + reached.size, 0) / all.length;
  expect(reach(free)).toBeGreaterThan(0.4);
  expect(reach(stopped)).toBeLessThan(reach(free) / 4);
  const accounts = free.ledger.accounts();
  for (const { event, truth } of free.steps) {
    if (truth.honest) continue;
    const record = free.all.find(({ campaign }) => campaign === truth.campaign)!;
    expect(record.started).toBeLessThanOrEqual(Date.parse(event.time));
    if (event.type === "listing.created") expect(accounts.has(String(event.data["seller"]))).toBe(true);
  }
  for (const { harmful, stopped: n } of stopped.all) expect(n).toBe(harmful);
});

test("a hidden telephone number keeps a sign for each of its digits", () => {
  const random = seeded("hidden");
  const signs = /\d|zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|[ol]/g;
  for (let i = 0; i < 400; i++) {
    const plain = `063998${random.string(4, "0123456789")}`;
    const text = hidden(random, "phone", plain, "fr", i % 4).normalize("NFKC");
    expect(text.match(signs)?.length, text).toBeGreaterThanOrEqual(plain.length);
  }
});
