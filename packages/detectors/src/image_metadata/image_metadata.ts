/** What a picture's file says of itself that matters: where the seller lives, that it is old, that a model made it. All of it can be taken away. */
import type { Evidence, MeasurementValue } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";

const kinds = {
  location: "The file tells where it was taken: mostly where the seller lives",
  old: "The camera's date lies two years or more before the event",
  generated: "It says that a model made it (C2PA, IPTC, the generator's own words); signatures are not checked",
  screenshot: "It says that it is a screenshot",
  edited: "Software that edits pictures wrote it last",
} as const;
type Kind = keyof typeof kinds;

/** Chance that what the file says is so: people seldom forge it, cameras often have the wrong date. */
const sureness: Record<Kind, number> = { location: 0.98, old: 0.7, generated: 0.97, screenshot: 0.95, edited: 0.4 };
const operatingPoint = 0.5;
const oldMs = 2 * 365.25 * 86_400_000;
const maxEvidence = 30;

export const imageMetadata = defineDetector({
  id: "image_metadata",
  version: 1,
  title: "Picture metadata",
  summary: "Finds files that say where they were taken, that they are old, screenshots, or made by a model.",
  subjects: ["listing", "account", "message", "review"],
  history: [],
  measurements: ["picture_metadata"],
  cost: "slow",
  kinds,
  values: {
    ...(Object.fromEntries(Object.entries(kinds).map(([kind, title]) => [kind, { type: "bool", title }])) as Record<
      Kind,
      { type: "bool"; title: string }
    >),
    age_days: { type: "double", title: "Days from the oldest camera date to the event; 0 where there is none" },
  },
  detect({ at, measurements: { picture_metadata: files = [] } }) {
    const evidence: Evidence[] = [];
    const scores: Partial<Record<Kind, number>> = {};
    let failed: string | undefined;
    let age = 0;
    for (const [picture, file] of files.entries()) {
      if (file.state === "pending") failed ??= `picture ${picture + 1} was not looked at yet`;
      if (file.state === "failed") failed ??= `picture ${picture + 1}: ${file.reason}`;
      if (file.state !== "done") continue;
      const taken = Date.parse(file.value.taken_at ?? "");
      if (taken < at) age = Math.max(age, at - taken);
      for (const [kind, text] of said(file.value, at)) {
        scores[kind] = sureness[kind];
        if (sureness[kind] < operatingPoint || evidence.length >= maxEvidence) continue;
        evidence.push({ type: "region", picture, box: [0, 0, 1, 1], kind, ...(text && { text }) });
      }
    }
    const score = Math.max(0, ...Object.values(scores));
    const values = {
      ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, kind in scores])),
      age_days: Math.round(age / 86_400_000),
    };
    if (evidence.length === 0) return failed ? unknown(failed) : clear(score, { scores, values });
    return { state: "found", score, scores, values, evidence };
  },
});

/** What one file says, with the words for the moderator. The place is told to a hundredth of a degree: a town, not a door. */
function said(file: MeasurementValue<"picture_metadata">, at: number): [Kind, string | undefined][] {
  const { location, taken_at, software, edited, screenshot, generated, claimed_by } = file;
  const found: [Kind, string | undefined][] = [];
  if (location) found.push(["location", `${location.latitude.toFixed(2)}, ${location.longitude.toFixed(2)}`]);
  if (generated) found.push(["generated", [generated, claimed_by ?? software].filter(Boolean).join(": ")]);
  if (taken_at && at - Date.parse(taken_at) > oldMs) found.push(["old", taken_at.slice(0, 10)]);
  if (screenshot) found.push(["screenshot", software]);
  if (edited) found.push(["edited", software]);
  return found;
}
