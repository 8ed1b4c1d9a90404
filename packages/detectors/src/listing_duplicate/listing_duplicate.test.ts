import type { HistoryValues } from "@assay/contract";
import { describe, expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { alike } from "../market/alike.ts";
import { printOf } from "../market/print.ts";
import { listingDuplicate } from "./listing_duplicate.ts";

const text =
  "Solid oak table for eight people, 2 m by 90 cm, oiled last spring. It was my aunt's and has two small scratches. Six chairs can be had with it. Pick-up only.";

const subjectOf = (data: Record<string, unknown>, owner = "a1") => ({
  kind: "listing" as const,
  id: "l1",
  owner,
  data: { id: "l1", seller: owner, ...data },
});

function signalOf(data: Record<string, unknown>, similar_listings: HistoryValues["similar_listings"]) {
  const account_profile = { known: true, age_days: 9, listings_total: 1, refusals_90d: 0 };
  const history = { similar_listings, account_profile, previous_revision: null };
  const input = { subject: subjectOf(data), eventType: "listing.created", at: 0, history, measurements: {} };
  return runDetector(listingDuplicate, input as unknown as DetectorInput);
}

/** A listing as it would stand in the history. */
function stored(id: string, data: Record<string, unknown>, seller: string, more: object = {}) {
  const { title, text: beginning, digest, marks, pictures } = printOf({ ...subjectOf(data, seller), id });
  const rest = { category: "", currency: "", outcome: "approve" as const, ended: false, age_days: 2 };
  return { id, seller, title, text: beginning, digest, marks, pictures, ...rest, ...more };
}

describe("the bands", () => {
  const bands = (description: string) => new Set(printOf(subjectOf({ title: "Oak table", description })).bands);
  const shared = (a: string, b: string) => [...bands(a)].filter((band) => bands(b).has(band)).length;

  it("of the same text in other clothes are the same", () => {
    expect(shared(text, text.toUpperCase().replaceAll(",", " –"))).toBe(bands(text).size);
  });

  it("of a text with two words changed meet, and those of strangers do not", () => {
    expect(shared(text, text.replace("aunt's", "uncle's").replace("last spring", "in May"))).toBeGreaterThan(0);
    const other =
      "Racing bike of 1987, steel frame, eight gears, new tyres, a little rust at the fork, to be fetched in the evening.";
    const titleOnly = [...bands(other)].filter((band) => bands(text).has(band));
    expect(titleOnly.length).toBe(1); // the same seller gave both the same title
  });
});

describe("the signal", () => {
  it("is exact for the same words, whatever stands beyond what is kept of them", () => {
    const long = `${text} ${"Ask for more. ".repeat(60)}`;
    const exact = signalOf({ title: "Oak table", description: long }, [
      stored("o", { title: "Oak table", description: long }, "b2"),
    ]);
    expect(exact.values).toMatchObject({ original: "o", same_seller: false, similarity: 1 });
    expect(exact.scores).toHaveProperty("exact");
    const other = signalOf({ title: "Oak table", description: long }, [
      stored("o", { title: "Oak table", description: `${long} It is sold.` }, "b2"),
    ]);
    expect(other.scores).toHaveProperty("near");
  });

  it("marks the original among several, in the evidence too", () => {
    const data = { title: "Oak table", description: text };
    const signal = signalOf(data, [
      stored("young", data, "b2", { age_days: 1 }),
      stored("old", data, "b3", { age_days: 30 }),
    ]);
    expect(signal.evidence.map((one) => one.type === "subject" && [one.subject.id, one.original])).toEqual([
      ["old", true],
      ["young", undefined],
    ]);
  });

  it("does not take a shop's sizes for repeats, but the same size twice", () => {
    const shirt = (size: string) => ({ title: "Linen shirt", description: text, size });
    expect(signalOf(shirt("M"), [stored("o", shirt("L"), "a1")]).state).toBe("clear");
    expect(signalOf(shirt("M"), [stored("o", shirt("M"), "a1")]).state).toBe("found");
  });
});

describe("the text part", () => {
  const thing = (a: string, b: string) => alike({ title: a, description: "" }, { title: b, description: "" }).thing;

  it("knows a thing by its model number, whatever is said around it", () => {
    expect(thing("Yamaha black sound projector YSP4000BK", "yamaha ysp-4000 digital projector")).toBeGreaterThan(0.5);
    expect(thing("Sony tripod VCT-R640", "Sony tripod VCT-80AV")).toBeLessThan(0.5);
    expect(thing("128GB 1080p", "128GB 1080p other words entirely here")).toBeLessThan(0.5);
  });
});
