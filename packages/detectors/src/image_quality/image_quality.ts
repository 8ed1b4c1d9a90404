/** Pictures that show too little to sell or to check by: out of focus, dark, tiny, empty, framed, taken off a screen. */
import type { Evidence, MeasurementValue } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";

const kinds = {
  blurred: "Out of focus or enlarged from something much smaller",
  dark: "Too dark to see the thing",
  tiny: "Too few pixels to look closer",
  blank: "Nothing to see: one colour, or nearly",
  framed: "A broad frame or bars around the picture",
  screenshot: "A screenshot or a drawing rather than a photo",
} as const;
type Kind = keyof typeof kinds;

/** Found from here on. */
const threshold = 0.5;

export const imageQuality = defineDetector({
  id: "image_quality",
  version: 1,
  title: "Picture quality",
  summary: "Finds pictures that are blurred, dark, tiny, blank, framed or screenshots.",
  subjects: ["listing"],
  history: [],
  measurements: ["picture_file", "picture_figures"],
  cost: "slow",
  kinds,
  values: {
    poor: { type: "double", title: "How many of the pictures are poor" },
    all_poor: { type: "bool", title: "No picture of the ad is better" },
  },
  detect({ measurements: { picture_file: files = [], picture_figures: figures = [] } }) {
    const scores: Record<string, number> = {};
    const evidence: Evidence[] = [];
    const poor = new Set<number>();
    let failed: string | undefined;
    for (const [picture, figure] of figures.entries()) {
      const file = files[picture];
      if (figure.state === "pending" || file?.state === "pending")
        failed ??= `picture ${picture + 1} was not looked at yet`;
      else if (figure.state === "failed") failed ??= `picture ${picture + 1}: ${figure.reason}`;
      else {
        const size = file?.state === "done" ? file.value : undefined;
        for (const [kind, score] of Object.entries(judge(figure.value, size))) {
          scores[kind] = Math.max(scores[kind] ?? 0, score);
          if (score < threshold) continue;
          poor.add(picture);
          evidence.push({ type: "region", picture, box: [0, 0, 1, 1], kind });
        }
      }
    }
    const score = Math.max(0, ...Object.values(scores));
    if (evidence.length === 0) return failed ? unknown(failed) : clear(score, { scores });
    const values = { poor: poor.size, all_poor: poor.size === figures.length };
    return { state: "found", score, scores, values, evidence: evidence.slice(0, 20) };
  },
});

/** A score for each kind. The places of the slopes are from phone photos of clothes and the same ones spoilt (`evals/sets/clothing_photos.ts`). */
function judge(
  { sharpness, brightness, contrast, frame, flat }: MeasurementValue<"picture_figures">,
  size: { width: number; height: number } | undefined,
): Record<Kind, number> {
  const blank = slope(0.06 - contrast, 0.01);
  return {
    blank,
    // A plain wall has no edges that could be sharp.
    blurred: slope(0.22 - sharpness, 0.02) * (1 - blank),
    dark: slope(0.16 - brightness, 0.02) * slope(0.4 - contrast, 0.05),
    tiny: size ? slope(240 - Math.min(size.width, size.height), 20) : 0,
    framed: slope(frame - 0.25, 0.04) * (1 - blank),
    screenshot: slope(flat - 0.55, 0.04) * (1 - blank),
  };
}

/** A half at 0, 0.88 at twice the width above it. */
const slope = (x: number, width: number) => 1 / (1 + Math.exp(-x / width));
