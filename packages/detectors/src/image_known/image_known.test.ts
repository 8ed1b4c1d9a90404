import type { HistoryValues } from "@assay/contract";
import { expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { imageKnown } from "./image_known.ts";

type Match = HistoryValues["known_pictures"][number];

function signalOf(known_pictures: Partial<Match>[], quality = 100) {
  const matches = known_pictures.map((match) => ({
    picture: 0,
    bank: "stolen",
    entry: "e1",
    label: "a sofa",
    distance: 0,
    ...match,
  }));
  const subject = { kind: "listing" as const, id: "l1", owner: "a1", data: { id: "l1", seller: "a1" } };
  const picture_hashes = [{ state: "done", value: { pdq: ["0".repeat(64)], quality } }];
  const input = { subject, eventType: "listing.created", at: 0, history: { known_pictures: matches } };
  return runDetector(imageKnown, { ...input, measurements: { picture_hashes } } as unknown as DetectorInput);
}

it("is the less sure the further apart the hashes are", () => {
  const scores = [0, 10, 20, 31].map((distance) => signalOf([{ distance }]).score ?? 0);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores[0]).toBeGreaterThan(0.99);
  expect(scores[3]).toBeGreaterThan(0.5);
});

it("counts nothing beyond PDQ's threshold, nor blank pictures", () => {
  expect(signalOf([{ distance: 32 }]).state).toBe("clear");
  expect(signalOf([{ distance: 0 }], 20).state).toBe("clear");
});

it("shows the closest first, and twenty at most", () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ distance: 31 - (i % 32), entry: `e${i}` }));
  const signal = signalOf(many);
  expect(signal.evidence).toHaveLength(20);
  expect(signal.evidence[0]).toMatchObject({ type: "region", kind: "known_picture", text: "stolen: a sofa (e31)" });
  expect(signal.values).toEqual({ bank: "stolen", label: "a sofa", distance: 0 });
});
