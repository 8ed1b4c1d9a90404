/** Decoded pixels, their luma, and luma at another size. */

/** Decoded pixels, row by row. One channel is luma; of three or four, the first three are red, green, blue. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array;
}

/** 0 to 255, by the weights of ITU-R BT.601, as PDQ's reference takes them. */
export function lumaOf({ width, height, channels, data }: Pixels): Float32Array {
  const luma = new Float32Array(width * height);
  if (channels === 1) {
    luma.set(data.subarray(0, luma.length));
    return luma;
  }
  for (let to = 0, from = 0; to < luma.length; to++, from += channels) {
    luma[to] = 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!;
  }
  return luma;
}

/** Brings one plane to another size: a tent as wide as a new pixel where it shrinks, linear between pixels where it grows. */
export function resample(
  from: Float32Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
): Float32Array {
  if (width === toWidth && height === toHeight) return from.slice();
  const columns = tents(width, toWidth);
  const rows = tents(height, toHeight);
  const narrow = new Float32Array(toWidth * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (const { first, weights } of columns) {
      let value = 0;
      for (let i = 0, at = y * width + first; i < weights.length; i++, at++) value += weights[i]! * from[at]!;
      narrow[to++] = value;
    }
  }
  const result = new Float32Array(toWidth * toHeight);
  for (const [y, { first, weights }] of rows.entries()) {
    for (const [i, weight] of weights.entries()) {
      const start = (first + i) * toWidth;
      for (let x = 0; x < toWidth; x++) result[y * toWidth + x]! += weight * narrow[start + x]!;
    }
  }
  return result;
}

function tents(length: number, toLength: number): { first: number; weights: Float32Array }[] {
  const scale = length / toLength;
  const reach = Math.max(1, scale);
  return Array.from({ length: toLength }, (_, to) => {
    const centre = (to + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(length - 1, Math.floor(centre + reach));
    const weights = Float32Array.from({ length: last - first + 1 }, (_, i) => 1 - Math.abs(first + i - centre) / reach);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return sum > 0
      ? { first, weights: weights.map((weight) => weight / sum) }
      : { first: Math.round(centre), weights: new Float32Array([1]) };
  });
}
