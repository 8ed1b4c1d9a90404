/** What providers and models that the operator set up see in pictures. Whom to ask and from when on it counts is configuration. */
import type { Evidence, MeasurementValue, PictureClass } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";
import { scaled } from "../image/scaled.ts";

const kinds: Record<PictureClass, string> = {
  symbols: "A symbol of hate or terror",
  weapons: "A weapon; toys and kitchen knives may look like one",
  drugs: "Drugs, or what they are taken with",
  violence: "Violence against people or animals",
  gore: "Blood, wounds or a dead body",
  sexual: "Nudity or a sexual act, as a provider sees it",
  minor_nudity: "Perhaps a minor, undressed or in a sexual pose: only for those who may see the quarantine",
};
const classes = Object.keys(kinds) as PictureClass[];

type Look = MeasurementValue<"picture_classes">["looks"][number];

const maxEvidence = 30;

export const imageClasses = defineDetector({
  id: "image_classes",
  version: 1,
  title: "What pictures show",
  summary:
    "Asks the providers and models that are set up whether pictures show symbols, weapons, drugs, violence, gore, nudity or perhaps an undressed minor.",
  subjects: ["listing", "account", "message", "review"],
  history: [],
  measurements: ["picture_classes"],
  cost: "slow",
  kinds,
  sensitive: { violence: "violence", gore: "gore", sexual: "nudity", minor_nudity: "minors" },
  values: Object.fromEntries(
    classes.map((kind) => [
      kind,
      { type: "double" as const, title: `Highest score for: ${kinds[kind].toLowerCase()}; 0.5 at the threshold` },
    ]),
  ),
  detect({ measurements: { picture_classes: pictures = [] } }) {
    const scores = Object.fromEntries(classes.map((kind) => [kind, 0])) as Record<PictureClass, number>;
    const found: { score: number; evidence: Evidence[] }[] = [];
    let failed: string | undefined;
    for (const [picture, result] of pictures.entries()) {
      if (result.state === "pending") failed ??= `picture ${picture + 1} was not looked at yet`;
      if (result.state === "failed") failed ??= `picture ${picture + 1}: ${result.reason}`;
      if (result.state !== "done") continue;
      const [missing] = result.value.failed;
      if (missing) failed ??= `picture ${picture + 1}: ${missing.reason}`;
      for (const look of result.value.looks) {
        const score = Math.round(scaled(look.value, look.threshold) * 1000) / 1000;
        scores[look.class] = Math.max(scores[look.class], score);
        if (look.value >= look.threshold) found.push({ score, evidence: evidenceOf(picture, look) });
      }
    }
    const score = Math.max(...Object.values(scores));
    const values = { ...scores };
    if (found.length === 0) return failed ? unknown(failed) : clear(Math.min(score, 0.499), { scores, values });
    found.sort((a, b) => b.score - a.score);
    const evidence = found.flatMap((one) => one.evidence).slice(0, maxEvidence);
    return { state: "found", score, scores, values, evidence };
  },
});

function evidenceOf(picture: number, { source, class: kind, label, value }: Look): Evidence[] {
  return [
    { type: "region", picture, box: [0, 0, 1, 1], kind, text: `${source}: ${label}` },
    { type: "score", label: kind, value },
  ];
}
