/**
 * Marks: points of a picture that are found again after a crop, a turn, a border, an overlay or a collage, each with a 256-bit hash of
 * what surrounds it. What PDQ is for a whole picture, a mark is for a part of it.
 *
 * Sources: D. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", 2004 (points, orientation, histogram; the patent ended
 * in 2020); R. Arandjelović and A. Zisserman, "Three things everyone should know to improve object retrieval", 2012 (square root);
 * M. Charikar, "Similarity estimation techniques from rounding algorithms", 2002: the signs of a vector's projections on fixed
 * directions differ in the share angle/π of the bits. 31 of 256 bits is an angle of 22°; unrelated surroundings lie near 90°, 128 bits.
 */
import { lumaOf, type Pixels, resample } from "./pixels.ts";

/** Longest side at which marks are looked for, in pixels: fine grain is what a copy loses first. */
export const markSide = 288;
/** At most so many marks a picture. */
export const maxMarks = 112;
/** So many of a stored picture, the most telling, are kept in memory to be found by; all of a new one are looked up. */
export const maxSought = 48;

/** Marks, the most telling first. Lengths are in units of the picture's longer side, so that both axes have one scale. */
export interface Marks {
  n: number;
  /** Place, 0 to 1 along the longer side. */
  x: Float32Array;
  y: Float32Array;
  /** Radius of the blob. */
  size: Float32Array;
  /** Direction of its gradient, radians. */
  angle: Float32Array;
  /** Eight 32-bit words each. */
  hashes: Uint32Array;
  /** The same surroundings in a mirror; empty where only stored. */
  mirrored: Uint32Array;
}

const scalesAnOctave = 3;
const firstSigma = 1.6;
/** Blur that a picture is taken to have already. */
const givenSigma = 0.5;
/** Weakest blob, as a difference of luma of 255 between its scale and the next. */
const minResponse = 2;
/** Edges have one strong direction only: highest ratio of curvatures. */
const maxEdge = 10;
/** The picture is looked at in so many parts a side; each gives its best first, so that one busy corner is not all that is kept. */
const parts = 4;

/**
 * Finds the marks of a picture.
 * @param aspect width by height of the picture as it is seen; `pixels` may be squeezed
 */
export function marksOf(pixels: Pixels, aspect: number): Marks {
  const width = aspect >= 1 ? markSide : Math.max(16, Math.round(markSide * aspect));
  const height = aspect >= 1 ? Math.max(16, Math.round(markSide / aspect)) : markSide;
  const luma = resample(lumaOf(pixels), pixels.width, pixels.height, width, height);
  return describe(spread(findBlobs(luma, width, height), width, height), Math.max(width, height));
}

interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

interface Blob {
  /** In pixels of its octave's plane. */
  x: number;
  y: number;
  sigma: number;
  response: number;
  plane: Plane;
  /** Pixels of the first plane for one of this. */
  step: number;
  angle: number;
}

function findBlobs(luma: Float32Array, width: number, height: number): Blob[] {
  const blobs: Blob[] = [];
  let base: Plane = { width, height, data: blur(luma, width, height, Math.sqrt(firstSigma ** 2 - givenSigma ** 2)) };
  for (let step = 1; Math.min(base.width, base.height) >= 16; step *= 2) {
    const planes = [base];
    for (let i = 1; i < scalesAnOctave + 3; i++) {
      const before = firstSigma * 2 ** ((i - 1) / scalesAnOctave);
      const by = before * Math.sqrt(2 ** (2 / scalesAnOctave) - 1);
      const last = planes[i - 1]!;
      planes.push({ ...last, data: blur(last.data, last.width, last.height, by) });
    }
    const differences = planes.slice(1).map((plane, i) => subtract(plane.data, planes[i]!.data));
    for (let i = 1; i <= scalesAnOctave; i++) {
      extrema(differences[i - 1]!, differences[i]!, differences[i + 1]!, base.width, base.height, (x, y, response) => {
        const plane = planes[i]!;
        const sigma = firstSigma * 2 ** (i / scalesAnOctave);
        for (const angle of directions(plane, x, y, sigma)) blobs.push({ x, y, sigma, response, plane, step, angle });
      });
    }
    base = half(planes[scalesAnOctave]!);
  }
  return blobs;
}

function subtract(a: Float32Array, b: Float32Array): Float32Array {
  const difference = new Float32Array(a.length);
  for (let at = 0; at < a.length; at++) difference[at] = a[at]! - b[at]!;
  return difference;
}

/** Every second pixel: the plane was blurred to twice the first sigma. */
function half({ width, height, data }: Plane): Plane {
  const small = { width: width >> 1, height: height >> 1, data: new Float32Array((width >> 1) * (height >> 1)) };
  for (let y = 0, to = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) small.data[to++] = data[2 * y * width + 2 * x]!;
  }
  return small;
}

/** Gaussian, rows then columns; at the edges the outermost pixel goes on. */
function blur(from: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const kernel = Float32Array.from({ length: radius + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
  const sum = kernel.reduce((all, weight, i) => all + (i === 0 ? weight : 2 * weight), 0);
  for (let i = 0; i <= radius; i++) kernel[i]! /= sum;
  const rows = new Float32Array(from.length);
  const line = new Float32Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    line.fill(from[start]!, 0, radius);
    line.set(from.subarray(start, start + width), radius);
    line.fill(from[start + width - 1]!, radius + width);
    for (let x = 0; x < width; x++) {
      const at = x + radius;
      let value = kernel[0]! * line[at]!;
      for (let i = 1; i <= radius; i++) value += kernel[i]! * (line[at - i]! + line[at + i]!);
      rows[start + x] = value;
    }
  }
  const blurred = new Float32Array(from.length);
  for (let y = 0; y < height; y++) {
    const to = y * width;
    const centre = kernel[0]!;
    for (let x = 0; x < width; x++) blurred[to + x] = centre * rows[to + x]!;
    for (let i = 1; i <= radius; i++) {
      const weight = kernel[i]!;
      const above = Math.max(0, y - i) * width;
      const below = Math.min(height - 1, y + i) * width;
      for (let x = 0; x < width; x++) blurred[to + x]! += weight * (rows[above + x]! + rows[below + x]!);
    }
  }
  return blurred;
}

/** Places that stand out among their 26 neighbours in place and scale, to a part of a pixel. */
function extrema(
  below: Float32Array,
  here: Float32Array,
  above: Float32Array,
  width: number,
  height: number,
  found: (x: number, y: number, response: number) => void,
): void {
  const border = 4;
  for (let y = border; y < height - border; y++) {
    for (let x = border; x < width - border; x++) {
      const at = y * width + x;
      const value = here[at]!;
      if (Math.abs(value) < minResponse * 0.8 || !standsOut(below, here, above, at, width, value)) continue;
      const dx = (here[at + 1]! - here[at - 1]!) / 2;
      const dy = (here[at + width]! - here[at - width]!) / 2;
      const dxx = here[at + 1]! + here[at - 1]! - 2 * value;
      const dyy = here[at + width]! + here[at - width]! - 2 * value;
      const dxy = (here[at + width + 1]! + here[at - width - 1]! - here[at + width - 1]! - here[at - width + 1]!) / 4;
      const determinant = dxx * dyy - dxy * dxy;
      const trace = dxx + dyy;
      if (determinant <= 0 || trace * trace * maxEdge >= (maxEdge + 1) ** 2 * determinant) continue;
      const ox = (dxy * dy - dyy * dx) / determinant;
      const oy = (dxy * dx - dxx * dy) / determinant;
      if (Math.abs(ox) > 1 || Math.abs(oy) > 1) continue;
      const response = Math.abs(value + (dx * ox + dy * oy) / 2);
      if (response >= minResponse) found(x + ox, y + oy, response);
    }
  }
}

function standsOut(
  below: Float32Array,
  here: Float32Array,
  above: Float32Array,
  at: number,
  width: number,
  value: number,
): boolean {
  const sign = value > 0 ? 1 : -1;
  const size = value * sign;
  for (let dy = -width; dy <= width; dy += width) {
    for (let dx = -1; dx <= 1; dx++) {
      const other = at + dy + dx;
      if (sign * below[other]! >= size || sign * above[other]! >= size) return false;
      if (other !== at && sign * here[other]! >= size) return false;
    }
  }
  return true;
}

const directionBins = 36;

/** The strongest direction of the gradients around a blob, and a second one of at least four fifths of it. */
function directions({ width, height, data }: Plane, cx: number, cy: number, sigma: number): number[] {
  const spreadOf = 1.5 * sigma;
  const radius = Math.round(3 * spreadOf);
  const bins = new Float32Array(directionBins);
  const [x0, y0] = [Math.round(cx), Math.round(cy)];
  for (let y = Math.max(1, y0 - radius); y <= Math.min(height - 2, y0 + radius); y++) {
    for (let x = Math.max(1, x0 - radius); x <= Math.min(width - 2, x0 + radius); x++) {
      const far = (x - cx) ** 2 + (y - cy) ** 2;
      if (far > radius * radius) continue;
      const at = y * width + x;
      const dx = data[at + 1]! - data[at - 1]!;
      const dy = data[at + width]! - data[at - width]!;
      const bin = ((Math.atan2(dy, dx) / (2 * Math.PI)) * directionBins + directionBins) % directionBins;
      const low = Math.floor(bin);
      const weight = Math.hypot(dx, dy) * Math.exp(-far / (2 * spreadOf * spreadOf));
      bins[low % directionBins]! += weight * (1 - (bin - low));
      bins[(low + 1) % directionBins]! += weight * (bin - low);
    }
  }
  let smooth: Float32Array = bins;
  for (let pass = 0; pass < 2; pass++) {
    smooth = smooth.map(
      (value, i) =>
        (2 * value + smooth[(i + 1) % directionBins]! + smooth[(i + directionBins - 1) % directionBins]!) / 4,
    );
  }
  const peaks = [...smooth.keys()]
    .filter((i) => {
      const [left, right] = [smooth[(i + directionBins - 1) % directionBins]!, smooth[(i + 1) % directionBins]!];
      return smooth[i]! > left && smooth[i]! >= right;
    })
    .sort((a, b) => smooth[b]! - smooth[a]!);
  return peaks
    .filter((i) => smooth[i]! >= 0.8 * smooth[peaks[0]!]!)
    .slice(0, 2)
    .map((i) => {
      const [left, right] = [smooth[(i + directionBins - 1) % directionBins]!, smooth[(i + 1) % directionBins]!];
      const off = (left - right) / (2 * (left + right - 2 * smooth[i]!) || 1);
      return ((i + off) / directionBins) * 2 * Math.PI;
    });
}

/** The best of every part of the picture in turn; of equal strength, the larger blob is found again more surely. */
function spread(blobs: Blob[], width: number, height: number): Blob[] {
  const worth = (blob: Blob) => blob.response * Math.sqrt(blob.sigma * blob.step);
  const piles = new Map<number, Blob[]>();
  for (const blob of blobs.toSorted((a, b) => worth(b) - worth(a))) {
    const part =
      Math.floor((blob.x * blob.step * parts) / width) + parts * Math.floor((blob.y * blob.step * parts) / height);
    const pile = piles.get(part);
    if (pile) pile.push(blob);
    else piles.set(part, [blob]);
  }
  const chosen: Blob[] = [];
  for (let round = 0; chosen.length < maxMarks; round++) {
    const next = [...piles.values()].flatMap((pile) => pile[round] ?? []);
    if (next.length === 0) break;
    chosen.push(...next.sort((a, b) => worth(b) - worth(a)));
  }
  return chosen.slice(0, maxMarks);
}

const cells = 4;
const cellBins = 8;
const samples = 16;
const histogramSize = cells * cells * cellBins;

function describe(blobs: readonly Blob[], longer: number): Marks {
  const n = blobs.length;
  const marks: Marks = {
    n,
    x: new Float32Array(n),
    y: new Float32Array(n),
    size: new Float32Array(n),
    angle: new Float32Array(n),
    hashes: new Uint32Array(8 * n),
    mirrored: new Uint32Array(8 * n),
  };
  for (const [i, { x, y, sigma, step, plane, angle }] of blobs.entries()) {
    marks.x[i] = ((x + 0.5) * step) / longer;
    marks.y[i] = ((y + 0.5) * step) / longer;
    marks.size[i] = (sigma * step) / longer;
    marks.angle[i] = angle;
    const histogram = histogramAt(plane, x, y, sigma, angle);
    project(histogram, marks.hashes, 8 * i);
    project(inMirror(histogram), marks.mirrored, 8 * i);
  }
  return marks;
}

/** Gradients around a mark, seen along its direction: 4 × 4 cells of 8 directions, each of unit length together, square roots. */
function histogramAt(plane: Plane, cx: number, cy: number, sigma: number, angle: number): Float32Array {
  const { width, height, data } = plane;
  const histogram = new Float32Array(histogramSize);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const spacing = (3 * sigma * cells) / samples;
  for (let j = 0; j < samples; j++) {
    for (let i = 0; i < samples; i++) {
      const u = i - (samples - 1) / 2;
      const v = j - (samples - 1) / 2;
      const x = Math.round(cx + spacing * (u * cos - v * sin));
      const y = Math.round(cy + spacing * (u * sin + v * cos));
      if (x < 1 || y < 1 || x > width - 2 || y > height - 2) continue;
      const at = y * width + x;
      const dx = data[at + 1]! - data[at - 1]!;
      const dy = data[at + width]! - data[at - width]!;
      const weight = Math.hypot(dx, dy) * Math.exp(-(u * u + v * v) / (2 * (samples / 2) ** 2));
      const turned = (Math.atan2(dy, dx) - angle) / (2 * Math.PI);
      const bin = (turned - Math.floor(turned)) * cellBins;
      share(histogram, (i + 0.5) / cells - 0.5, (j + 0.5) / cells - 0.5, bin, weight);
    }
  }
  let length = 0;
  for (let pass = 0; pass < 2; pass++) {
    length = Math.sqrt(histogram.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let at = 0; at < histogramSize; at++) {
      histogram[at] = pass === 0 ? Math.min(0.2, histogram[at]! / length) : histogram[at]! / length;
    }
  }
  return histogram.map(Math.sqrt);
}

/** One gradient goes to the two nearest columns, rows and directions, in parts. */
function share(histogram: Float32Array, column: number, row: number, bin: number, weight: number): void {
  const [c0, r0, b0] = [Math.floor(column), Math.floor(row), Math.floor(bin)];
  for (let r = r0; r <= r0 + 1; r++) {
    if (r < 0 || r >= cells) continue;
    const inRow = weight * (1 - Math.abs(row - r));
    for (let c = c0; c <= c0 + 1; c++) {
      if (c < 0 || c >= cells) continue;
      const inCell = inRow * (1 - Math.abs(column - c));
      const at = (r * cells + c) * cellBins;
      histogram[at + (b0 % cellBins)]! += inCell * (1 - (bin - b0));
      histogram[at + ((b0 + 1) % cellBins)]! += inCell * (bin - b0);
    }
  }
}

/** What the histogram would be in a mirror: rows across the direction change places, directions change sign. */
function inMirror(histogram: Float32Array): Float32Array {
  const mirrored = new Float32Array(histogramSize);
  for (let r = 0; r < cells; r++) {
    for (let c = 0; c < cells; c++) {
      for (let b = 0; b < cellBins; b++) {
        mirrored[((cells - 1 - r) * cells + c) * cellBins + ((cellBins - b) % cellBins)] =
          histogram[(r * cells + c) * cellBins + b]!;
      }
    }
  }
  return mirrored;
}

/** Fixed signs, the same on every machine: xorshift32. */
const signs = (() => {
  let state = 0x9e3779b9;
  return Float32Array.from({ length: 3 * 256 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 1 ? 1 : -1;
  });
})();

/**
 * 256 signs of the histogram turned at random: three rounds of fixed signs and a Walsh–Hadamard transform act as random directions do
 * (N. Ailon and B. Chazelle, "The fast Johnson–Lindenstrauss transform", 2009) at a thirtieth of the cost.
 */
function project(histogram: Float32Array, to: Uint32Array, start: number): void {
  const values = new Float32Array(256);
  const mean = histogram.reduce((sum, value) => sum + value, 0) / histogramSize;
  for (let at = 0; at < histogramSize; at++) values[at] = histogram[at]! - mean;
  for (let round = 0; round < 3; round++) {
    for (let at = 0; at < 256; at++) values[at]! *= signs[256 * round + at]!;
    for (let span = 1; span < 256; span *= 2) {
      for (let block = 0; block < 256; block += 2 * span) {
        for (let at = block; at < block + span; at++) {
          const [a, b] = [values[at]!, values[at + span]!];
          values[at] = a + b;
          values[at + span] = a - b;
        }
      }
    }
  }
  for (let at = 0; at < 256; at++) if (values[at]! > 0) to[start + (at >> 5)]! |= 1 << (at & 31);
}
