/** Files given as pictures that are none, that harm, or that nobody can look at. What the file is was measured; this says which are not to be taken. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";

const kinds = {
  not_a_picture: "The file is not a picture at all",
  type_not_accepted: "A picture of a type that is not taken (SVG, TIFF, BMP, HEIC)",
  too_large: "The file has too many bytes",
  too_many_pixels: "The picture has too many pixels, or its header claims so",
  animated: "It moves: what is checked in the first frame may not be what people see",
  truncated: "The file ends before the picture does",
  damaged: "The file does not decode",
  hostile: "It holds a page, a script, an archive or a program beside the picture",
  mismatch: "It begins as one type and holds another",
} as const;

export const imageFile = defineDetector({
  id: "image_file",
  version: 1,
  title: "Picture file",
  summary: "Finds files that are not acceptable pictures: other types, hostile, damaged, animated or too large ones.",
  subjects: ["listing", "account", "message", "review"],
  history: [],
  measurements: ["picture_file"],
  cost: "slow",
  kinds,
  values: { problem: { type: "string", title: "What is wrong with the first picture that has a problem" } },
  detect({ measurements: { picture_file: files = [] } }) {
    const evidence: Evidence[] = [];
    let failed: string | undefined;
    for (const [picture, file] of files.entries()) {
      if (file.state === "pending") failed ??= `picture ${picture + 1} was not looked at yet`;
      else if (file.state === "failed") failed ??= `picture ${picture + 1}: ${file.reason}`;
      else if (file.value.problem) {
        const { problem, detail } = file.value;
        evidence.push({ type: "region", picture, box: [0, 0, 1, 1], kind: problem, ...(detail && { text: detail }) });
      }
    }
    const first = evidence[0];
    if (first?.type === "region") return { state: "found", score: 1, values: { problem: first.kind }, evidence };
    return failed ? unknown(failed) : clear();
  },
});
