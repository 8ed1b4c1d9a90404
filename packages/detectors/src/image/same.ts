/**
 * Whether two pictures show the same photo or a part of it, and where. Marks that are alike vote on how one picture lies in the other
 * (turned, scaled, mirrored); then both are laid over each other, and their pixels must agree too. A logo, a shop's frame or a caption
 * that two photos share brings votes but no agreement.
 */
import { bitsBetween } from "./hash_bits.ts";
import { pdqMatchBits, pdqMinQuality } from "./pdq.ts";
import { type Print, thumbSide } from "./print.ts";

/** `[x, y, width, height]` as shares of the picture. */
export type Box = [number, number, number, number];

export interface SamePicture {
  /** Share of the places that both show which look alike, 0 to 1. */
  similarity: number;
  /** How one lies in the other. `part`: one shows only a part of what the other shows, or stands within something else. */
  how: "same" | "turned" | "mirrored" | "part";
  /** What is shared, in the one picture and in the other. */
  box: Box;
  otherBox: Box;
  /** Marks that agree on the place; 0 where only the whole pictures' hashes say it. */
  marks: number;
}

/** From one picture's unit square into the other's: `u = xx·x + xy·y + x0`, `v = yx·x + yy·y + y0`. */
interface Affine {
  xx: number;
  xy: number;
  x0: number;
  yx: number;
  yy: number;
  y0: number;
}

/** Marks further apart than this are of different things: 72 of 256 bits is an angle of 51°. */
const maxMarkBits = 72;
/** Fewer votes say nothing: unrelated photos seldom have more than three by chance. */
const minVotes = 4;
/** With so many votes, or where the hashes of the whole pictures agree, less agreement of the pixels is enough: an overlay covers much. */
const manyVotes = 8;
const enoughShare = { few: 0.8, many: 0.76, whole: 0.5 };
/** What is shared must be at least this share of one of the pictures: two ads with the same logo in a corner are two pictures. */
const minCover = 0.25;
/** Fewer places with something to see do not tell. */
const minBlocks = 4;

/**
 * @param one just measured: with its mirrored marks and its eight orientations
 * @param other the stored one, as it stands
 */
export function samePicture(one: Print, other: Print): SamePicture | undefined {
  return byWhole(one, other) ?? byMarks(one, other);
}

/** One orientation to the other's, in the order of `orientations` in `pdq.ts`: where a point of the one is seen in the turned one. */
const turns: readonly Affine[] = (
  [
    [1, 0, 0, 0, 1, 0],
    [0, 1, 0, -1, 0, 1],
    [-1, 0, 1, 0, -1, 1],
    [0, -1, 1, 1, 0, 0],
    [1, 0, 0, 0, -1, 1],
    [-1, 0, 1, 0, 1, 0],
    [0, 1, 0, 1, 0, 0],
    [0, -1, 1, -1, 0, 1],
  ] as const
).map(([xx, xy, x0, yx, yy, y0]) => ({ xx, xy, x0, yx, yy, y0 }));

/** By the hashes of the whole pictures: the same but for scale, quality and a turn or mirror. */
function byWhole(one: Print, other: Print): SamePicture | undefined {
  if (!one.turned || Math.min(one.quality, other.quality) < pdqMinQuality) return undefined;
  let best = pdqMatchBits + 1;
  let turn = -1;
  for (let i = 0; i < 8; i++) {
    const bits = bitsBetween(one.turned, 8 * i, other.pdq, 0);
    if (bits < best) [best, turn] = [bits, i];
  }
  if (turn < 0) return undefined;
  const { similarity, blocks } = agreement(one, other, turns[turn]!);
  if (blocks >= minBlocks && similarity < enoughShare.whole) return undefined;
  return {
    similarity: blocks >= minBlocks ? similarity : 1 - best / 128,
    how: turn === 0 ? "same" : turn <= 3 ? "turned" : "mirrored",
    box: [0, 0, 1, 1],
    otherBox: [0, 0, 1, 1],
    marks: 0,
  };
}

function byMarks(one: Print, other: Print): SamePicture | undefined {
  const votes = [false, true].map((mirrored) => vote(one, other, mirrored));
  const best = votes.reduce((a, b) => (b.votes > a.votes ? b : a));
  if (best.votes < minVotes || !best.placement) return undefined;
  const to = inSquares(best.placement, one.aspect, other.aspect);
  const back = inverse(to);
  if (!back) return undefined;
  const { similarity, blocks } = agreement(one, other, to);
  if (blocks < minBlocks || similarity < (best.votes >= manyVotes ? enoughShare.many : enoughShare.few))
    return undefined;
  const box = shared(back);
  const otherBox = shared(to);
  const cover = Math.max(box[2] * box[3], otherBox[2] * otherBox[3]);
  if (cover < minCover) return undefined;
  const turned = Math.abs(Math.atan2(best.placement.im, best.placement.re)) > Math.PI / 8;
  const whole = Math.min(box[2] * box[3], otherBox[2] * otherBox[3]) > 0.9;
  return {
    similarity,
    how: !whole ? "part" : best.placement.mirrored ? "mirrored" : turned ? "turned" : "same",
    box,
    otherBox,
    marks: best.votes,
  };
}

/** Mirrored first or not, then turned and scaled (`re`, `im` as a complex number), then moved. In units of the longer sides. */
interface Placement {
  mirrored: boolean;
  re: number;
  im: number;
  x: number;
  y: number;
}

/** Two marks that are alike, as points: where it is in the one picture and in the other. */
interface Pair {
  x: number;
  y: number;
  size: number;
  angle: number;
  u: number;
  v: number;
  otherSize: number;
  otherAngle: number;
}

function vote(one: Print, other: Print, mirrored: boolean): { votes: number; placement?: Placement } {
  const pairs = pairsOf(one, other, mirrored);
  let agreed: Pair[] = [];
  let placement: Placement | undefined;
  for (const pair of pairs) {
    const scale = pair.otherSize / pair.size;
    const turn = pair.otherAngle - pair.angle;
    const [re, im] = [scale * Math.cos(turn), scale * Math.sin(turn)];
    const guess: Placement = {
      mirrored,
      re,
      im,
      x: pair.u - (re * pair.x - im * pair.y),
      y: pair.v - (im * pair.x + re * pair.y),
    };
    const agree = agreeing(pairs, guess);
    if (agree.length > agreed.length) [agreed, placement] = [agree, guess];
  }
  for (let pass = 0; pass < 3 && agreed.length >= 2; pass++) {
    const better = fit(agreed, mirrored);
    const agree = better ? agreeing(pairs, better) : [];
    if (agree.length < agreed.length) break;
    [agreed, placement] = [agree, better];
  }
  return { votes: agreed.length, ...(placement && { placement }) };
}

/** Each mark of the one with the most alike of the other. */
function pairsOf(one: Print, other: Print, mirrored: boolean): Pair[] {
  const [a, b] = [one.marks, other.marks];
  const hashes = mirrored ? a.mirrored : a.hashes;
  if (hashes.length < 8 * a.n) return [];
  const width = Math.min(1, one.aspect);
  const pairs: Pair[] = [];
  for (let i = 0; i < a.n; i++) {
    let best = maxMarkBits + 1;
    let j = -1;
    for (let k = 0; k < b.n; k++) {
      const bits = bitsBetween(hashes, 8 * i, b.hashes, 8 * k);
      if (bits < best) [best, j] = [bits, k];
    }
    if (j < 0) continue;
    pairs.push({
      x: mirrored ? width - a.x[i]! : a.x[i]!,
      y: a.y[i]!,
      size: a.size[i]!,
      angle: mirrored ? Math.PI - a.angle[i]! : a.angle[i]!,
      u: b.x[j]!,
      v: b.y[j]!,
      otherSize: b.size[j]!,
      otherAngle: b.angle[j]!,
    });
  }
  return pairs;
}

/** Pairs that lie as the placement says; of several at one spot, one. */
function agreeing(pairs: readonly Pair[], { re, im, x, y }: Placement): Pair[] {
  const scale = Math.hypot(re, im);
  const turn = Math.atan2(im, re);
  const reach = 0.01 + 0.008 * scale;
  const spots = new Set<number>();
  return pairs.filter((pair) => {
    if (Math.abs(re * pair.x - im * pair.y + x - pair.u) > reach) return false;
    if (Math.abs(im * pair.x + re * pair.y + y - pair.v) > reach) return false;
    const ratio = pair.otherSize / pair.size / scale;
    if (ratio > 1.4 || ratio < 1 / 1.4) return false;
    if (Math.cos(pair.otherAngle - pair.angle - turn) < 0.9) return false;
    const [here, there] = [spot(pair.x, pair.y), -1 - spot(pair.u, pair.v)];
    if (spots.has(here) || spots.has(there)) return false;
    spots.add(here).add(there);
    return true;
  });
}

/** Of a grid of 256 a side. */
const spot = (x: number, y: number) => Math.round(x * 256) * 1024 + Math.round(y * 256);

/** Least squares over complex numbers. */
function fit(pairs: readonly Pair[], mirrored: boolean): Placement | undefined {
  const n = pairs.length;
  const mean = { x: 0, y: 0, u: 0, v: 0 };
  for (const { x, y, u, v } of pairs) {
    mean.x += x / n;
    mean.y += y / n;
    mean.u += u / n;
    mean.v += v / n;
  }
  let [real, imaginary, length] = [0, 0, 0];
  for (const pair of pairs) {
    const [x, y, u, v] = [pair.x - mean.x, pair.y - mean.y, pair.u - mean.u, pair.v - mean.v];
    real += x * u + y * v;
    imaginary += x * v - y * u;
    length += x * x + y * y;
  }
  if (length < 1e-6) return undefined;
  const [re, im] = [real / length, imaginary / length];
  return {
    mirrored,
    re,
    im,
    x: mean.u - (re * mean.x - im * mean.y),
    y: mean.v - (im * mean.x + re * mean.y),
  };
}

/** The placement between unit squares. */
function inSquares({ mirrored, re, im, x, y }: Placement, aspect: number, otherAspect: number): Affine {
  const [w, h] = [Math.min(1, aspect), Math.min(1, 1 / aspect)];
  const [ow, oh] = [Math.min(1, otherAspect), Math.min(1, 1 / otherAspect)];
  const flip = mirrored ? -1 : 1;
  const from = mirrored ? w : 0;
  return {
    xx: (re * flip * w) / ow,
    xy: (-im * h) / ow,
    x0: (re * from + x) / ow,
    yx: (im * flip * w) / oh,
    yy: (re * h) / oh,
    y0: (im * from + y) / oh,
  };
}

function inverse({ xx, xy, x0, yx, yy, y0 }: Affine): Affine | undefined {
  const determinant = xx * yy - xy * yx;
  if (Math.abs(determinant) < 1e-6) return undefined;
  const [ixx, ixy, iyx, iyy] = [yy / determinant, -xy / determinant, -yx / determinant, xx / determinant];
  return { xx: ixx, xy: ixy, x0: -(ixx * x0 + ixy * y0), yx: iyx, yy: iyy, y0: -(iyx * x0 + iyy * y0) };
}

/** What of the target's square the source's covers. */
function shared(to: Affine): Box {
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([x, y]) => [to.xx * x! + to.xy * y! + to.x0, to.yx * x! + to.yy * y! + to.y0] as const);
  const within = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
  const [left, right] = [Math.min(...corners.map(([u]) => u)), Math.max(...corners.map(([u]) => u))].map(within);
  const [top, bottom] = [Math.min(...corners.map(([, v]) => v)), Math.max(...corners.map(([, v]) => v))].map(within);
  return [left!, top!, Math.round((right! - left!) * 1000) / 1000, Math.round((bottom! - top!) * 1000) / 1000];
}

const blockSide = 6;
const blocksAside = thumbSide / blockSide;
/** Blocks that vary less than this in luma squared are plain: they are alike when they are as bright as they should be. */
const plainVariance = 16;
const alikeCorrelation = 0.7;
/** Furthest that a block's brightness may be from what the rest of the picture says, in luma of 255. */
const alikeLuma = 14;

/** Lays one thumb over the other and compares block by block. One copy may be brighter or flatter than the other, but all over. */
function agreement(one: Print, other: Print, to: Affine): { similarity: number; blocks: number } {
  // Compared at the pixels of the coarser, each of them over as many of the finer.
  const ratio = Math.sqrt(Math.abs(to.xx * to.yy - to.xy * to.yx));
  if (ratio >= 1) return compare(one.thumb, other.thumb, to, ratio);
  const back = inverse(to);
  return back ? compare(other.thumb, one.thumb, back, 1 / ratio) : { similarity: 0, blocks: 0 };
}

interface Block {
  meanA: number;
  meanB: number;
  varianceA: number;
  varianceB: number;
  covariance: number;
}

function compare(
  coarse: Uint8Array,
  fine: Uint8Array,
  to: Affine,
  ratio: number,
): { similarity: number; blocks: number } {
  const within = Math.min(4, Math.max(1, Math.round(ratio)));
  // At its edge, a pixel of the coarser is mixed with what lies around the photo.
  const edge = ratio / thumbSide;
  const blocks: Block[] = [];
  for (let at = 0; at < blocksAside * blocksAside; at++) {
    const block = blockAt(
      coarse,
      fine,
      to,
      within,
      edge,
      (at % blocksAside) * blockSide,
      Math.floor(at / blocksAside) * blockSide,
    );
    if (block) blocks.push(block);
  }
  const telling = blocks.filter(({ varianceA, varianceB }) => Math.max(varianceA, varianceB) >= plainVariance);
  const alike = telling.filter(({ varianceA, varianceB, covariance }) => {
    const floor = plainVariance / 4;
    return covariance > alikeCorrelation * Math.sqrt(Math.max(varianceA, floor) * Math.max(varianceB, floor));
  });
  if (alike.length < minBlocks) return { similarity: 0, blocks: telling.length };
  const light = lightBetween(alike);
  const plain = blocks.filter((block) => !telling.includes(block));
  const lit = ({ meanA, meanB }: Block) =>
    Math.abs(light.gain * meanA + light.offset - meanB) < alikeLuma * Math.max(1, light.gain);
  const good = alike.filter(lit).length + plain.filter(lit).length;
  return { similarity: good / blocks.length, blocks: telling.length };
}

/** Sums over one block of the coarse thumb and the same place of the fine one; undefined where half of it lies outside. */
function blockAt(
  coarse: Uint8Array,
  fine: Uint8Array,
  to: Affine,
  within: number,
  edge: number,
  left: number,
  top: number,
): Block | undefined {
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let y = top; y < top + blockSide; y++) {
    for (let x = left; x < left + blockSide; x++) {
      const b = seen(fine, to, x, y, within, edge);
      if (b < 0) continue;
      const a = coarse[y * thumbSide + x]!;
      n++;
      sumA += a;
      sumB += b;
      sumAA += a * a;
      sumBB += b * b;
      sumAB += a * b;
    }
  }
  if (n < (blockSide * blockSide) / 2) return undefined;
  const [meanA, meanB] = [sumA / n, sumB / n];
  return {
    meanA,
    meanB,
    varianceA: sumAA / n - meanA * meanA,
    varianceB: sumBB / n - meanB * meanB,
    covariance: sumAB / n - meanA * meanB,
  };
}

/** How the one's brightness becomes the other's: the median gain of the blocks that look alike, then the median offset. */
function lightBetween(blocks: readonly Block[]): { gain: number; offset: number } {
  const gain = Math.max(
    0.5,
    Math.min(2, median(blocks.map(({ varianceA, varianceB }) => Math.sqrt(varianceB / Math.max(varianceA, 1))))),
  );
  return { gain, offset: median(blocks.map(({ meanA, meanB }) => meanB - gain * meanA)) };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Luma of a thumb where a pixel of the other thumb lies, between its pixels; negative where that is outside or at the edge. */
function seen(thumb: Uint8Array, to: Affine, x: number, y: number, within: number, edge: number): number {
  let sum = 0;
  for (let j = 0; j < within; j++) {
    for (let i = 0; i < within; i++) {
      const px = (x + (i + 0.5) / within) / thumbSide;
      const py = (y + (j + 0.5) / within) / thumbSide;
      const u = to.xx * px + to.xy * py + to.x0;
      const v = to.yx * px + to.yy * py + to.y0;
      if (u < edge || v < edge || u > 1 - edge || v > 1 - edge) return -1;
      const [cu, cv] = [inThumb(u), inThumb(v)];
      const at = Math.floor(cv) * thumbSide + Math.floor(cu);
      const [du, dv] = [cu % 1, cv % 1];
      const above = thumb[at]! * (1 - du) + thumb[at + 1]! * du;
      const below = thumb[at + thumbSide]! * (1 - du) + thumb[at + thumbSide + 1]! * du;
      sum += above * (1 - dv) + below * dv;
    }
  }
  return sum / (within * within);
}

/** A pixel coordinate that has a next one. */
const inThumb = (share: number) => Math.max(0, Math.min(thumbSide - 1.001, share * thumbSide - 0.5));
