/** What is drawn over a picture: regions that detectors name, and what was read in it, with the finds in that text. */
import type { PictureView } from "@assay/contract";
import type { Find, SpanIndex } from "../evidence/finds.ts";

export type Box = [x: number, y: number, width: number, height: number];

export interface Drawn {
  key: string;
  box: Box;
  /** Finds that the box stands for; none where something was read and nothing was found in it. */
  finds: string[];
  /** What was read there. */
  text: string | undefined;
}

/** Two boxes are one place when they share so much of both together. */
const sameFrom = 0.6;

/** Boxes of one picture: named regions first, then what was read; a find in a text and a region at the same place are one box. */
export function boxesOf(
  index: number,
  read: PictureView["read"],
  finds: Iterable<Find>,
  spans: Pick<SpanIndex, "at">,
): Drawn[] {
  const drawn: Drawn[] = [];
  const put = (key: string, box: Box, keys: string[], text: string | undefined) => {
    const there = drawn.find((each) => shared(each.box, box) >= sameFrom);
    if (!there) drawn.push({ key, box, finds: keys, text });
    else {
      there.finds = [...new Set([...there.finds, ...keys])];
      there.text ??= text;
    }
  };
  for (const { key, evidence } of finds)
    if (evidence.type === "region" && evidence.picture === index) put(key, clamped(evidence.box), [key], evidence.text);
  const found = spans.at({ field: `pictures[${index}].text` });
  for (const { start, end, box } of read?.parts ?? []) {
    const keys = found.filter((span) => span.start < end && start < span.end).map((span) => span.key);
    put(`read ${start}`, clamped(box), [...new Set(keys)], read?.text.slice(start, end));
  }
  return drawn;
}

/** A box within the picture. */
function clamped([x, y, width, height]: readonly [number, number, number, number]): Box {
  const inside = (value: number) => Math.max(0, Math.min(1, value));
  const [left, top] = [inside(x), inside(y)];
  return [left, top, inside(x + width) - left, inside(y + height) - top];
}

/** What two boxes have in common, as a share of what they cover together, 0 to 1. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a[2] * a[3] + b[2] * b[3] - width * height);
}
