/** Pictures that stand in a bank of known ones. The look-up by hash is the server's; this weighs what it found. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";
import { pdqMatchBits, pdqMinQuality } from "../image/index.ts";

export const imageKnown = defineDetector({
  id: "image_known",
  version: 1,
  title: "Known picture",
  summary:
    "Finds pictures that are in one of the marketplace's banks, also when resized, recompressed, turned or mirrored.",
  subjects: ["listing", "account", "message", "review"],
  history: ["known_pictures"],
  measurements: ["picture_hashes"],
  cost: "slow",
  kinds: { known_picture: "The picture matches one in a bank; the text says which" },
  values: {
    bank: { type: "string", title: "Bank of the closest match" },
    label: { type: "string", title: "Label of the closest match in its bank" },
    distance: { type: "double", title: "Bits in which the hashes differ, 0 to 31" },
  },
  detect({ history: { known_pictures: known }, measurements: { picture_hashes: hashes = [] } }) {
    let failed: string | undefined;
    for (const [picture, hash] of hashes.entries()) {
      if (hash.state === "pending") failed ??= `picture ${picture + 1} was not hashed yet`;
      if (hash.state === "failed") failed ??= `picture ${picture + 1}: ${hash.reason}`;
    }
    const matches = known
      .filter(({ picture, distance }) => {
        const hash = hashes[picture];
        // A plain wall matches every plain wall.
        return distance <= pdqMatchBits && !(hash?.state === "done" && hash.value.quality < pdqMinQuality);
      })
      .sort((a, b) => a.distance - b.distance || a.picture - b.picture);
    const [closest] = matches;
    if (!closest) return failed ? unknown(failed) : clear();
    const { bank, label, distance } = closest;
    const evidence = matches.slice(0, 20).map(
      (match): Evidence => ({
        type: "region",
        picture: match.picture,
        box: [0, 0, 1, 1],
        kind: "known_picture",
        text: `${match.bank}: ${match.label} (${match.entry})`,
      }),
    );
    return { state: "found", score: sameAt(distance), values: { bank, label, distance }, evidence };
  },
});

/**
 * Chance that two hashes so far apart are of one picture. Unrelated photos lie near 128 bits, sd 8 or more in practice;
 * at the threshold, look-alikes (the same shop's backdrop, the same packaging) are the main risk.
 */
function sameAt(distance: number): number {
  return Math.min(0.995, 0.995 - 0.3 * Math.max(0, (distance - 8) / (pdqMatchBits - 8)) ** 2);
}
