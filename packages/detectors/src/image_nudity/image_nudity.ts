/** Nudity, by the scores of a small network: a hint for people to look, never a reason by itself. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";
import { scaled } from "../image/scaled.ts";

const kinds = {
  porn: "A photo of sexual acts or bare genitals",
  hentai: "A drawing of the same",
  sexy: "Much skin, underwear or a provocative pose; swimwear and lingerie on sale look like this too",
} as const;
type Kind = keyof typeof kinds;

/** From which score on a class counts. `sexy` is high: shops sell swimwear. What it catches was not measured. */
const thresholds: Record<Kind, number> = { porn: 0.6, hentai: 0.6, sexy: 0.8 };

export const imageNudity = defineDetector({
  id: "image_nudity",
  version: 1,
  title: "Nudity",
  summary: "Finds pictures that a network takes for nudity; a triage hint that blurs the picture and asks a person.",
  subjects: ["listing", "account", "message", "review"],
  history: [],
  measurements: ["picture_nudity"],
  cost: "slow",
  kinds,
  sensitive: { porn: "nudity", hentai: "nudity", sexy: "nudity" },
  values: {
    porn: { type: "double", title: "Highest score of a picture for sexual photos" },
    hentai: { type: "double", title: "Highest score of a picture for sexual drawings" },
    sexy: { type: "double", title: "Highest score of a picture for much skin" },
    neutral: { type: "double", title: "Lowest score of a picture for none of it" },
    drawing: { type: "double", title: "Highest score of a picture for harmless drawings" },
  },
  detect({ measurements: { picture_nudity: pictures = [] } }) {
    const values = { porn: 0, hentai: 0, sexy: 0, neutral: 1, drawing: 0 };
    const regions: { evidence: Evidence[]; score: number }[] = [];
    let failed: string | undefined;
    let best = 0;
    for (const [picture, result] of pictures.entries()) {
      if (result.state === "pending") failed ??= `picture ${picture + 1} was not looked at yet`;
      if (result.state === "failed") failed ??= `picture ${picture + 1}: ${result.reason}`;
      if (result.state !== "done") continue;
      const { porn, hentai, sexy, neutral, drawing } = result.value;
      values.porn = Math.max(values.porn, porn);
      values.hentai = Math.max(values.hentai, hentai);
      values.sexy = Math.max(values.sexy, sexy);
      values.drawing = Math.max(values.drawing, drawing);
      values.neutral = Math.min(values.neutral, neutral);
      // Half where the threshold lies, so that found and score agree.
      const scored = (Object.keys(kinds) as Kind[]).map((kind) => ({
        kind,
        share: result.value[kind],
        score: scaled(result.value[kind], thresholds[kind]),
      }));
      const [top] = scored.toSorted((a, b) => b.score - a.score);
      best = Math.max(best, top!.score);
      if (top!.score < 0.5) continue;
      const { kind, share } = top!;
      regions.push({
        score: top!.score,
        evidence: [
          { type: "region", picture, box: [0, 0, 1, 1], kind },
          { type: "score", label: kind, value: share },
        ],
      });
    }
    const score = Math.round(best * 1000) / 1000;
    const scores = { porn: values.porn, hentai: values.hentai, sexy: values.sexy };
    if (regions.length === 0) return failed ? unknown(failed) : clear(score, { scores, values });
    regions.sort((a, b) => b.score - a.score);
    return {
      state: "found",
      score,
      scores,
      values,
      evidence: regions.slice(0, 10).flatMap(({ evidence }) => evidence),
    };
  },
});
