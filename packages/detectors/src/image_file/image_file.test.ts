import { measurementValues } from "@assay/contract";
import { expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { imageFile } from "./image_file.ts";

type Results = NonNullable<DetectorInput<never, "picture_file">["measurements"]["picture_file"]>;

function signalOf(picture_file: Results | undefined) {
  const subject = { kind: "listing" as const, id: "l1", owner: "a1", data: { id: "l1", seller: "a1" } };
  const input = { subject, eventType: "listing.created", at: 0, history: {}, measurements: { picture_file } };
  return runDetector(imageFile, input as unknown as DetectorInput);
}

it("has a kind for every problem that can be measured", () => {
  const problems = measurementValues.picture_file.shape.problem.unwrap().options;
  expect(Object.keys(imageFile.kinds).sort()).toEqual([...problems].sort());
});

it("names the picture, the problem and its detail", () => {
  const file = { mime: "image/jpeg", width: 9, height: 9, bytes: 99, frames: 1 };
  const signal = signalOf([
    { state: "done", value: file },
    { state: "done", value: { ...file, problem: "hostile", detail: "it holds a script beside the picture" } },
  ]);
  expect(signal.evidence).toEqual([
    { type: "region", picture: 1, box: [0, 0, 1, 1], kind: "hostile", text: "it holds a script beside the picture" },
  ]);
});

it("never takes a failed or missing look for a clear one", () => {
  expect(signalOf([{ state: "failed", reason: "timeout" }])).toMatchObject({
    state: "unknown",
    reason: "picture 1: timeout",
  });
  expect(signalOf([{ state: "pending" }]).state).toBe("unknown");
  expect(signalOf(undefined).state).toBe("clear");
});
