/**
 * What every detector promises, checked for each entry of `index.ts`. An `<id>.examples.jsonl` holds one JSON object a line:
 *
 * `{"expect":"found","kind":"phone","values":{…},"subject":{"kind":"listing","data":{…}},"history":{…},"measurements":{…},"at":"…","note":"…"}`
 *
 * - `expect`: the signal's state, `found`, `clear` or (beside the ten of each) `unknown`;
 * - `kind` (optional, found only): a kind that the evidence or the scores must name; `spans` (optional): the texts, in their
 *   original spelling, that span evidence must mark; `values` (optional): values that the signal must give;
 * - `subject`: kind and whole state; `id` and the owner field are filled in; `language` is that of the text (default `en`);
 * - `history`, `measurements` (optional): what is known; keys that the detector declares and the line leaves out get an empty value;
 * - `listed` (optional): entries of the marketplace's lists: `[{"list":"blocked_words","kind":"phrase","value":"…"}]`;
 * - `at` (optional): the event's time, default 2026-11-21T12:00:00Z; `type` (optional): default `<kind>.created`; `client`;
 * - `note`: why it stands here.
 */
import { readdirSync, readFileSync } from "node:fs";
import {
  detectorDeclarationSchema,
  evidenceSchema,
  type HistoryKey,
  type HistoryValues,
  listKindSchema,
  type SpanEvidence,
  type Subject,
  type SubjectKind,
  subjectKinds,
  textFields,
} from "@assay/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Detector, type DetectorInput, detectors, ListBook, runDetector } from "./index.ts";

const exampleSchema = z.strictObject({
  expect: z.enum(["found", "clear", "unknown"]),
  kind: z.string().optional(),
  spans: z.array(z.string()).optional(),
  values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).optional(),
  language: z.string().default("en"),
  type: z.string().optional(),
  at: z.string().default("2026-11-21T12:00:00Z"),
  client: z.record(z.string(), z.string()).optional(),
  subject: z.object({
    kind: z.enum(Object.keys(subjectKinds) as SubjectKind[]),
    data: z.record(z.string(), z.unknown()),
  }),
  history: z.record(z.string(), z.unknown()).default({}),
  measurements: z.record(z.string(), z.unknown()).default({}),
  listed: z.array(z.strictObject({ list: z.string(), kind: listKindSchema, value: z.string() })).optional(),
  note: z.string().optional(),
});
type Example = z.infer<typeof exampleSchema>;

const blank: Omit<Example, "subject" | "history"> = {
  expect: "clear",
  language: "en",
  at: "2026-11-21T12:00:00Z",
  measurements: {},
};

const emptyHistory: HistoryValues = {
  account_profile: { known: false, age_days: 0, listings_total: 0, refusals_90d: 0 },
  approved_revision: null,
  previous_revision: null,
  comparable_prices: [],
  similar_listings: [],
  category_words: [],
  seller_batch: { habit: { days: 0, most: 0, mean: 0 }, peers: { sellers: 0, p50: 0, p95: 0, p99: 0 }, ads: [] },
  linked_batch: [],
  known_pictures: [],
  reused_pictures: [],
  conversation_before: [],
  seller_window: { listings_24h: 0, listings_1h: 0 },
  sender_window: { messages_24h: 0, recipients_24h: 0, messages_1h: 0 },
  account_trail: { points: [] },
  seller_volume: { listings_90d: 0, weeks_active: 0, new_90d: 0, same_item_90d: 0 },
  review_past: { orders_known: false, bought: 0, sold: 0, reviewed_back: [], recent: [] },
  sender_trail: [],
  account_links: [],
};

function historyFor(detector: Detector, given: Record<string, unknown>): DetectorInput["history"] {
  const history: Partial<Record<HistoryKey, unknown>> = {};
  for (const key of detector.history) history[key] = Object.hasOwn(given, key) ? given[key] : emptyHistory[key];
  return history as DetectorInput["history"];
}

function subjectOf(kind: SubjectKind, data: Record<string, unknown>): Subject {
  const { owner } = subjectKinds[kind];
  const whole: Record<string, unknown> = { id: "s1", [owner]: "a1", ...data };
  return { kind, id: String(whole.id), owner: String(whole[owner]), data: whole };
}

function inputOf(detector: Detector, example: Example): DetectorInput {
  const { kind, data } = example.subject;
  return {
    subject: subjectOf(kind, data),
    eventType: example.type ?? `${kind}.created`,
    at: Date.parse(example.at),
    client: example.client,
    history: historyFor(detector, example.history),
    measurements: example.measurements as DetectorInput["measurements"],
    listed: example.listed && new ListBook(example.listed),
  };
}

function examplesOf(id: string): Example[] {
  const file = new URL(`./${id}/${id}.examples.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      const parsed = exampleSchema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${id}.examples.jsonl, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

/** The text of a field path such as `description` or `pictures[0].text`. */
function textAt(data: Record<string, unknown>, field: string): unknown {
  let value: unknown = data;
  for (const part of field.replace(/\[(\d+)\]/g, ".$1").split(".")) value = (value as Record<string, unknown>)?.[part];
  return value;
}

function spanText(input: DetectorInput, span: { field: string; start: number; end: number }): string {
  const text = textAt(input.subject.data, span.field);
  expect(text, `field ${span.field} is a text`).toBeTypeOf("string");
  expect(span.end, `${span.field} ends inside the text`).toBeLessThanOrEqual((text as string).length);
  expect(span.start, "a span is not empty").toBeLessThan(span.end);
  return (text as string).slice(span.start, span.end);
}

/** Everything that a signal must be, whatever the input. Returns it. */
function checkedSignal(detector: Detector, input: DetectorInput, thrown: (error: unknown) => void) {
  const signal = runDetector(detector, input, thrown);
  if (signal.state === "unknown") expect(signal.reason).toBeTruthy();
  else expect(signal.score).toBeTypeOf("number");
  for (const score of [signal.score ?? 0, ...Object.values(signal.scores ?? {})]) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  for (const name of Object.keys(signal.scores ?? {})) expect(Object.keys(detector.kinds)).toContain(name);
  const types = { double: "number", string: "string", bool: "boolean" } as const;
  for (const [name, value] of Object.entries(signal.values ?? {})) {
    expect(Object.keys(detector.values), `value ${name} is declared`).toContain(name);
    expect(typeof value).toBe(types[detector.values[name]!.type]);
  }
  for (const evidence of signal.evidence) {
    expect(evidenceSchema.safeParse(evidence).success, JSON.stringify(evidence)).toBe(true);
    if (evidence.type !== "span") continue;
    expect(Object.keys(detector.kinds), "the span's kind is declared").toContain(evidence.kind);
    spanText(input, evidence);
    for (const part of evidence.parts ?? []) {
      if (!part.subject) spanText(input, part);
      else expect(part.end).toBeGreaterThan(part.start);
    }
  }
  return signal;
}

const hostileText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  // Any code units at all: lone surrogates, NULs, controls.
  fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    "\ud83d",
    "\udc00a\ud800",
    "\u0000\u0001\u0002",
    "\u202e0612345678\u202c",
    "e\u0301".repeat(500),
    `a${"\u0301".repeat(5000)}`,
    "\ufdfa".repeat(200),
    "0".repeat(5000),
    "0 ".repeat(3000),
    "1.2.3.4.".repeat(800),
    "a@".repeat(2000),
    "http://".repeat(800),
    "(".repeat(3000),
    "p a y p a l ".repeat(300),
    "zero one two trois quatre vingt dix ".repeat(100),
    "__proto__ constructor toString hasOwnProperty",
    "<script>alert(1)</script>",
    "🇫🇷🏳️‍🌈👨‍👩‍👧‍👦".repeat(50),
    "\t\r\n\u2028\u2029\u00a0\ufeff",
    "½⅓⁷₆Ⅷ㍿﷽",
  ),
);
const mixedText = fc
  .array(fc.oneof(hostileText, fc.constantFrom("call", "06 12", "@", "paypal", "IBAN FR76", "zéro six")), {
    maxLength: 6,
  })
  .map((parts) => parts.join(" "));
const anyValue = fc.anything({ maxDepth: 2 });

function hostileData(kind: SubjectKind): fc.Arbitrary<Record<string, unknown>> {
  const { schema } = subjectKinds[kind];
  const fields = Object.fromEntries((textFields[kind] ?? []).map((field) => [field, mixedText]));
  return fc
    .record(
      {
        ...fields,
        category: mixedText,
        brand: mixedText,
        price: fc.record({ amount: fc.double({ min: 0, max: 1e12, noNaN: true }) }, { requiredKeys: [] }),
        pictures: fc.array(fc.record({ text: mixedText, url: mixedText }, { requiredKeys: [] }), { maxLength: 3 }),
        language: mixedText,
        extra: anyValue,
        constructor: anyValue,
      },
      { requiredKeys: [] },
    )
    .filter((data) => schema.safeParse(subjectOf(kind, data).data).success);
}

describe("the list of detectors", () => {
  it("has one folder for each, of the same name", () => {
    const ids = detectors.map((detector) => detector.id);
    expect(new Set(ids).size).toBe(ids.length);
    const folders = readdirSync(new URL(".", import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !["text", "image", "account", "lists"].includes(entry.name))
      .map((entry) => entry.name);
    // A folder that is being written may wait for its line; a line without its folder may not stand.
    expect(folders).toEqual(expect.arrayContaining(ids));
  });
});

describe.each(detectors.map((detector) => [detector.id, detector] as const))("%s", (id, detector) => {
  const examples = examplesOf(id);

  it("declares itself", () => {
    const { detect: _, ...declaration } = detector;
    expect(detectorDeclarationSchema.safeParse(declaration).error?.issues).toBeUndefined();
    for (const key of detector.history) expect(Object.keys(emptyHistory)).toContain(key);
  });

  it("has ten examples of each, in English and French where it reads text", () => {
    const states = (state: string) => examples.filter((example) => example.expect === state).length;
    expect(states("found")).toBeGreaterThanOrEqual(10);
    expect(states("clear")).toBeGreaterThanOrEqual(10);
    if (!id.startsWith("text_")) return;
    for (const language of ["en", "fr"]) {
      for (const state of ["found", "clear"] as const) {
        const there = examples.filter((example) => example.language === language && example.expect === state);
        expect(there.length, `${state} in ${language}`).toBeGreaterThan(0);
      }
    }
  });

  it.each(examples.map((example, index) => [index + 1, example.note ?? "", example] as const))(
    "example %i %s",
    (_, __, example) => {
      const input = inputOf(detector, example);
      const { kind, data } = input.subject;
      expect(detector.subjects, "reads this kind").toContain(kind);
      expect(subjectKinds[kind].schema.safeParse(data).error?.issues, "the subject fits the contract").toBeUndefined();
      const signal = checkedSignal(detector, input, (error) => {
        throw error;
      });
      expect({ state: signal.state, evidence: signal.evidence }).toMatchObject({ state: example.expect });
      if (example.expect === "found") {
        expect(signal.evidence.length + Object.keys(signal.scores ?? {}).length).toBeGreaterThan(0);
      }
      const named = [
        ...signal.evidence.map((e) => ("kind" in e ? e.kind : "label" in e ? e.label : "")),
        ...Object.keys(signal.scores ?? {}),
      ];
      if (example.kind) expect(named).toContain(example.kind);
      const spans = signal.evidence.filter((e): e is SpanEvidence => e.type === "span");
      for (const text of example.spans ?? []) expect(spans.map((span) => spanText(input, span))).toContain(text);
      if (example.values) expect(signal.values).toMatchObject(example.values);
      expect(runDetector(detector, inputOf(detector, example)), "same input, same output").toEqual(signal);
    },
  );

  it("survives hostile input", () => {
    for (const kind of detector.subjects) {
      fc.assert(
        fc.property(hostileData(kind), mixedText, (data, earlier) => {
          const history = {
            conversation_before: [{ id: "m0", from: "a1", at: "2026-11-21T11:00:00Z", text: earlier }],
            previous_revision: { at: "2026-11-21T11:00:00Z", data },
            approved_revision: { at: "2026-11-21T11:00:00Z", data },
          };
          const input = inputOf(detector, { ...blank, subject: { kind, data }, history });
          const signal = checkedSignal(detector, input, (error) => {
            throw error;
          });
          // Another subject object, so that nothing remembered by identity answers.
          expect(runDetector(detector, { ...input, subject: { ...input.subject } })).toEqual(signal);
        }),
        { numRuns: 60, seed: 7 },
      );
    }
  });

  it("bears the longest text that the contract lets through", () => {
    const long = ["0123456789 ", "a@b.c ", "x", "é", "zéro six ", "pay pal ", "😀"].map((piece) =>
      piece.repeat(Math.floor(200_000 / piece.length)),
    );
    for (const kind of detector.subjects) {
      for (const text of long) {
        const data = Object.fromEntries((textFields[kind] ?? ["text"]).map((field) => [field, text]));
        checkedSignal(detector, inputOf(detector, { ...blank, subject: { kind, data }, history: {} }), (error) => {
          throw error;
        });
      }
    }
  });
});
