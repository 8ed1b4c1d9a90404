import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AssayError,
  actionSchema,
  decisionSchema,
  errors,
  eventExamples,
  jsonSchemas,
  parseEvent,
  stages,
  subjectKindNames,
  subjectKinds,
} from "./index.ts";

const now = Date.parse("2026-11-22T00:00:00Z");
const example = (id: string) => eventExamples.find((event) => event.id === id)!;
const mistakesOf = (body: unknown) => {
  try {
    parseEvent(body, now);
    return [];
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    return [error.code, ...(error.more.errors ?? []).map((mistake) => mistake.pointer)];
  }
};

describe("published examples", () => {
  test.each(eventExamples.map((event) => [event.type, event]))("%s fits the contract", (_type, event) => {
    const { subject } = parseEvent(event, now);
    expect(subject.owner).toBe(String(event.data[subjectKinds[subject.kind].owner]));
  });

  test("there is one for every kind of subject and every stage", () => {
    const kinds = new Set(eventExamples.map((event) => event.type.split(".")[0]));
    expect([...kinds].sort()).toEqual([...subjectKindNames].sort());
    expect(new Set(Object.values(subjectKinds).map((kind) => kind.stage))).toEqual(new Set(stages));
  });

  test("the decision of DESIGN.md, section 8, fits, and so does the action that carries it", () => {
    const decision = {
      event_id: "e2",
      decision_id: "dec_1",
      mode: "live",
      subject: { kind: "listing", id: "l1", revision: 1 },
      outcome: "review",
      visibility: "visible",
      restrictions: [],
      reasons: [{ code: "price_bait", rule: "cheap-and-new", policy: "listing@3" }],
      signals: [
        {
          detector: "text_contact_details",
          version: 1,
          state: "found",
          score: 0.98,
          evidence: [{ type: "span", field: "description", start: 40, end: 58, kind: "phone", value: "+33639980102" }],
        },
      ],
      pending: [],
      cases: ["cas_1"],
      took_ms: 3.1,
    };
    expect(decisionSchema.parse(decision)).toEqual(decision);
    const action = {
      id: "act_1",
      type: "decision.made",
      timestamp: "2026-11-21T10:00:00Z",
      marketplace: "main",
      data: decision,
    };
    expect(actionSchema.parse(action)).toEqual(action);
  });
});

describe("events that do not fit", () => {
  const listing = example("evt-listing");
  const broken = (change: object) => ({ ...listing, ...change });
  const data = (change: object) => broken({ data: { ...listing.data, ...change } });

  test.each([
    ["no object", 7, ["invalid_event", ""]],
    ["no id", broken({ id: null }), ["invalid_event", "/id"]],
    ["an id with a control character", broken({ id: "a\u0000" }), ["invalid_event", "/id"]],
    ["a type without a verb", broken({ type: "listing" }), ["invalid_event", "/type"]],
    ["an unknown kind", broken({ type: "spaceship.launched" }), ["invalid_event", "/type"]],
    ["a kind that every object has", broken({ type: "constructor.created" }), ["invalid_event", "/type"]],
    ["a date in words", broken({ time: "yesterday" }), ["invalid_event", "/time"]],
    ["a day that does not exist", broken({ time: "2026-02-30T00:00:00Z" }), ["invalid_event", "/time"]],
    ["six minutes in the future", broken({ time: "2026-11-22T00:06:00Z" }), ["event_in_future"]],
    ["no seller", data({ seller: undefined }), ["invalid_event", "/data/seller"]],
    ["a title that is a number", data({ title: 5 }), ["invalid_event", "/data/title"]],
    ["a negative price", data({ price: { amount: -1 } }), ["invalid_event", "/data/price/amount"]],
    [
      "a currency in words",
      data({ price: { amount: 1, currency: "euro" } }),
      ["invalid_event", "/data/price/currency"],
    ],
    ["pictures that are addresses", data({ pictures: ["http://x"] }), ["invalid_event", "/data/pictures/0"]],
    ["a text that is too long", data({ description: "a".repeat(200_001) }), ["invalid_event", "/data/description"]],
  ])("%s", (_name, body, mistakes) => {
    expect(mistakesOf(body)).toEqual(mistakes);
  });

  test("nesting is bounded", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(mistakesOf(data({ deep }))).toEqual(["event_too_deep"]);
  });

  test("any JSON is answered with an AssayError or accepted", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...eventExamples), fc.jsonValue(), (value, base, field) => {
        mistakesOf(value);
        mistakesOf({ ...base, data: { ...base.data, text: field, title: value, price: field } });
      }),
    );
  });
});

test("null means missing, and unknown fields are kept", () => {
  const base = example("evt-listing");
  const { subject } = parseEvent({ ...base, client: null, data: { ...base.data, brand: null, colour: "red" } }, now);
  expect(subject.data).not.toHaveProperty("brand");
  expect(subject.data["colour"]).toBe("red");
});

test("JSON Schemas come out of every word, and match what was published", async () => {
  await expect(`${JSON.stringify(jsonSchemas(), null, 2)}\n`).toMatchFileSnapshot("../schema/assay.schema.json");
});

test("docs/errors.md lists every error with its status and title", () => {
  const page = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");
  for (const [code, { status, title }] of Object.entries(errors))
    expect(page).toContain(`| \`${code}\` | ${status} | ${title}`);
  const listed = [...page.matchAll(/^\| `([a-z_]+)` \|/gm)].map((match) => match[1]);
  expect(listed.sort()).toEqual(Object.keys(errors).sort());
});
