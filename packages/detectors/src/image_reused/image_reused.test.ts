import type { HistoryValues } from "@assay/contract";
import { expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { imageReused } from "./image_reused.ts";

type Reused = HistoryValues["reused_pictures"][number];

function signalOf(reused_pictures: Partial<Reused>[]) {
  const matches = reused_pictures.map((match, i) => ({
    picture: 0,
    subject: { kind: "listing", id: `other${i}` },
    account: "a2",
    at: "2026-11-01T00:00:00.000Z",
    similarity: 0.9,
    how: "same",
    content: `sha256:${"0".repeat(64)}`,
    other_picture: 0,
    box: [0, 0, 1, 1],
    other_box: [0, 0, 1, 1],
    ...match,
  }));
  const subject = { kind: "listing" as const, id: "l1", owner: "a1", data: { id: "l1", seller: "a1" } };
  const picture_hashes = [0, 1].map(() => ({ state: "done", value: { pdq: ["0".repeat(64)], quality: 100 } }));
  const at = Date.parse("2026-11-11T00:00:00Z");
  const input = { subject, eventType: "listing.created", at, history: { reused_pictures: matches } };
  return runDetector(imageReused, { ...input, measurements: { picture_hashes } } as unknown as DetectorInput);
}

it("says whose it was, since when, and where what both show lies", () => {
  const signal = signalOf([
    { how: "part", box: [0.5, 0, 0.5, 1], other_box: [0, 0, 1, 1], other_picture: 2 },
    { picture: 1, subject: { kind: "listing", id: "other0" } },
  ]);
  expect(signal.values).toMatchObject({ kind: "other_account", accounts: 1, days: 10 });
  expect(signal.evidence).toHaveLength(1);
  expect(signal.evidence[0]).toMatchObject({
    type: "subject",
    subject: { kind: "listing", id: "other0" },
    account: "a2",
    at: "2026-11-01T00:00:00.000Z",
    shared: ["pictures[0]", "pictures[1]"],
    pictures: [{ how: "part", box: [0.5, 0, 0.5, 1], other_picture: 2 }, { picture: 1 }],
  });
});

it("is the less sure the less the two look alike, and never unsure of what was handed over", () => {
  const scores = [1, 0.9, 0.7, 0.6].map((similarity) => signalOf([{ similarity }]).score!);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.at(-1)).toBeGreaterThan(0.9);
});

it("does not hold a picture against who used it before everybody else", () => {
  const copied = signalOf([
    { account: "a1", at: "2026-10-01T00:00:00.000Z" },
    { account: "a2", at: "2026-10-05T00:00:00.000Z" },
  ]);
  expect(copied).toMatchObject({ state: "clear", values: { kind: "own_repost", accounts: 0 } });
  const copier = signalOf([
    { account: "a1", at: "2026-10-09T00:00:00.000Z" },
    { account: "a2", at: "2026-10-05T00:00:00.000Z" },
  ]);
  expect(copier).toMatchObject({ state: "found", values: { kind: "other_account", accounts: 1 } });
});

it("holds neither their own nor the maker's picture against anyone, and shows them", () => {
  const own = signalOf([{ account: "a1" }]);
  expect(own).toMatchObject({ state: "clear", values: { kind: "own_repost" } });
  expect(own.evidence[0]).toMatchObject({ kind: "own_repost" });
  const many = signalOf(Array.from({ length: 12 }, (_, i) => ({ account: `b${i}` })));
  expect(many).toMatchObject({ state: "clear", values: { kind: "stock_picture", accounts: 12 } });
  expect(many.evidence).toHaveLength(10);
});
