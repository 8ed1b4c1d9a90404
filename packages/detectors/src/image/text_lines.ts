/**
 * Where in a picture letters may stand: rows of marks that are alike in size, tone and spacing, at any angle, dark on light or light
 * on dark. Cheap (about 0.1 s of CPU at 1600 × 1200) next to reading, which is asked for these rows only.
 *
 * Marks are connected components of a local threshold (Niblack's, W. Niblack 1986, with integral images as F. Shafait et al. 2008),
 * taken at four sizes of the picture; rows are grown from pairs of neighbours, as in X. Chen and A. Yuille 2004, "Detecting and
 * reading text in natural scenes". Nothing is learnt: figures were set on rendered numbers over photos of clothes.
 */

/** Luma, one byte a pixel, row by row. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A row of marks. Lengths in pixels of the picture that was given. */
export interface TextLine {
  /** Centre. */
  x: number;
  y: number;
  /** Along the row and across it, marks included. */
  length: number;
  height: number;
  /** Direction of the row, radians clockwise from the x axis, −π/2 to π/2. Upside down is not told apart. */
  angle: number;
  /** Luma of the marks and of what is around them. */
  ink: number;
  paper: number;
  marks: number;
  /** Higher is more like writing: marks, less what they differ among each other. */
  score: number;
}

interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  ink: number;
  paper: number;
  used: boolean;
}

/** Heights of letters that one size of the picture is searched for, in its pixels. */
const [smallest, largest] = [7, 44];
/** Half the side of the square whose mean and deviation a pixel is compared with: more than the widest stroke. */
const reach = 24;
/** Marks of one tone beyond this are texture; reading goes by rows, so what is left out costs nothing but its row. */
const mostMarks = 4000;
const fewestMarks = 3;

/** @param most rows answered, the likeliest first */
export function findTextLines(grey: Grey, most: number): TextLine[] {
  const found: TextLine[] = [];
  let level = grey;
  for (let scale = 1; Math.min(level.width, level.height) >= 2 * smallest; scale *= 2) {
    for (const tone of marksOf(level)) {
      for (const line of rowsOf(tone)) {
        const { x, y, length, height } = line;
        found.push({ ...line, x: x * scale, y: y * scale, length: length * scale, height: height * scale });
      }
    }
    if (scale === 8) break;
    level = halved(level);
  }
  found.sort((a, b) => b.score - a.score);
  const kept: TextLine[] = [];
  for (const line of found) {
    if (kept.length === most) break;
    if (!kept.some((other) => covers(other, line))) kept.push(line);
  }
  return kept;
}

/** Whether a row says nothing that a better one does not: its centre lies in it, and it is no longer. */
function covers(better: TextLine, line: TextLine): boolean {
  const [dx, dy] = [line.x - better.x, line.y - better.y];
  const [cos, sin] = [Math.cos(better.angle), Math.sin(better.angle)];
  const along = Math.abs(dx * cos + dy * sin);
  const across = Math.abs(dy * cos - dx * sin);
  return across < better.height * 0.6 && along < better.length * 0.55 && line.length < better.length * 1.3;
}

function halved({ width, height, data }: Grey): Grey {
  const [w, h] = [width >> 1, height >> 1];
  const half = new Uint8Array(w * h);
  for (let y = 0, to = 0; y < h; y++) {
    for (let x = 0, at = 2 * y * width; x < w; x++, to++, at += 2)
      half[to] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
  }
  return { width: w, height: h, data: half };
}

/** 1 where a pixel is darker than its neighbourhood by more than it varies, 2 where it is lighter, else 0; and the means. */
function tones({ width, height, data }: Grey): { tone: Uint8Array; mean: Uint8Array } {
  const tone = new Uint8Array(width * height);
  const mean = new Uint8Array(width * height);
  // Sums over the square are kept a column, so that each pixel costs two additions.
  const sums = new Float64Array(width + 1);
  const squares = new Float64Array(width + 1);
  const column = new Int32Array(width);
  const columnSquares = new Int32Array(width);
  const take = (y: number, sign: number) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = data[at]!;
      column[x] = column[x]! + sign * value;
      columnSquares[x] = columnSquares[x]! + sign * value * value;
    }
  };
  for (let y = 0; y < Math.min(reach, height); y++) take(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + reach < height) take(y + reach, 1);
    if (y - reach - 1 >= 0) take(y - reach - 1, -1);
    for (let x = 0; x < width; x++) {
      sums[x + 1] = sums[x]! + column[x]!;
      squares[x + 1] = squares[x]! + columnSquares[x]!;
    }
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const from = x > reach ? x - reach : 0;
      const to = x + reach < width ? x + reach + 1 : width;
      const n = rows * (to - from);
      const average = (sums[to]! - sums[from]!) / n;
      const variance = (squares[to]! - squares[from]!) / n - average * average;
      const off = data[at]! - average;
      mean[at] = average;
      // Compared squared, for a root costs more than the rest.
      if (off * off > 200 && off * off > 0.3 * variance) tone[at] = off < 0 ? 1 : 2;
    }
  }
  return { tone, mean };
}

/** Marks that may be letters: the dark ones, and the light ones. */
function marksOf(grey: Grey): [Mark[], Mark[]] {
  const { width, height, data } = grey;
  const { tone, mean } = tones(grey);
  const parents: number[] = [];
  const find = (run: number) => {
    let root = run;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  // One entry a run of equal tone in a row; those that touch a run above, corners too, are joined with it.
  const [fromX, toX, rowOf, tones_, inks, papers]: number[][] = [[], [], [], [], [], []];
  let above = 0;
  for (let y = 0; y < height; y++) {
    const begin = parents.length;
    let candidate = above;
    for (let x = 0, at = y * width; x < width; ) {
      const value = tone[at]!;
      if (value === 0) {
        x++;
        at++;
        continue;
      }
      const from = x;
      let [ink, paper] = [0, 0];
      while (x < width && tone[at] === value) {
        ink += data[at]!;
        paper += mean[at]!;
        x++;
        at++;
      }
      const run = parents.length;
      parents.push(run);
      fromX!.push(from);
      toX!.push(x);
      rowOf!.push(y);
      tones_!.push(value);
      inks!.push(ink);
      papers!.push(paper);
      while (candidate < begin && toX![candidate]! < from) candidate++;
      for (let other = candidate; other < begin && fromX![other]! <= x; other++) {
        if (tones_![other] === value) parents[find(other)] = find(run);
      }
    }
    above = begin;
  }
  const runs = parents.length;
  const left = new Int32Array(runs).fill(width);
  const right = new Int32Array(runs);
  const top = new Int32Array(runs).fill(height);
  const bottom = new Int32Array(runs);
  const area = new Int32Array(runs);
  const ink = new Float64Array(runs);
  const paper = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    const root = find(run);
    left[root] = Math.min(left[root]!, fromX![run]!);
    right[root] = Math.max(right[root]!, toX![run]!);
    top[root] = Math.min(top[root]!, rowOf![run]!);
    bottom[root] = Math.max(bottom[root]!, rowOf![run]! + 1);
    area[root] = area[root]! + toX![run]! - fromX![run]!;
    ink[root] = ink[root]! + inks![run]!;
    paper[root] = paper[root]! + papers![run]!;
  }
  const marks: [Mark[], Mark[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    if (parents[run] !== run) continue;
    const w = right[run]! - left[run]!;
    const h = bottom[run]! - top[run]!;
    const size = Math.max(w, h);
    if (size < smallest || size > largest * 1.5 || Math.min(w, h) > largest) continue;
    const n = area[run]!;
    if (n < 0.1 * w * h || n < 1.2 * size) continue;
    marks[tones_![run] === 1 ? 0 : 1].push({
      x: (left[run]! + right[run]!) / 2,
      y: (top[run]! + bottom[run]!) / 2,
      width: w,
      height: h,
      size,
      ink: ink[run]! / n,
      paper: paper[run]! / n,
      used: false,
    });
  }
  const contrast = (mark: Mark) => Math.abs(mark.ink - mark.paper);
  return marks.map((tone) =>
    tone.length <= mostMarks ? tone : tone.sort((a, b) => contrast(b) - contrast(a)).slice(0, mostMarks),
  ) as [Mark[], Mark[]];
}

/** Rows of one tone, each mark in one of them. */
function rowsOf(marks: Mark[]): TextLine[] {
  const cell = 64;
  const grid = new Map<number, Mark[]>();
  const keyOf = (x: number, y: number) => Math.floor(y / cell) * 4096 + Math.floor(x / cell);
  for (const mark of marks) {
    const key = keyOf(mark.x, mark.y);
    const there = grid.get(key);
    if (there) there.push(mark);
    else grid.set(key, [mark]);
  }
  const near = (x: number, y: number, distance: number, each: (mark: Mark) => void) => {
    for (let cy = Math.floor((y - distance) / cell); cy <= Math.floor((y + distance) / cell); cy++) {
      for (let cx = Math.floor((x - distance) / cell); cx <= Math.floor((x + distance) / cell); cx++) {
        for (const mark of grid.get(cy * 4096 + cx) ?? []) each(mark);
      }
    }
  };
  const rows: Mark[][] = [];
  for (const seed of marks) {
    const neighbours: { mark: Mark; distance: number }[] = [];
    near(seed.x, seed.y, 2 * seed.size, (mark) => {
      if (mark === seed || !alike(seed, mark)) return;
      const distance = Math.hypot(mark.x - seed.x, mark.y - seed.y);
      if (distance < 1.8 * Math.max(seed.size, mark.size)) neighbours.push({ mark, distance });
    });
    neighbours.sort((a, b) => a.distance - b.distance);
    for (const { mark, distance } of neighbours.slice(0, 3)) {
      // Each pair once, from its first.
      if (mark.x < seed.x || (mark.x === seed.x && mark.y < seed.y)) continue;
      const [ux, uy] = [(mark.x - seed.x) / distance, (mark.y - seed.y) / distance];
      const row = [seed, mark];
      for (const forward of [true, false]) grow(row, forward, ux, uy, near);
      if (row.length >= fewestMarks) rows.push(row);
    }
  }
  rows.sort((a, b) => b.length - a.length);
  const lines: TextLine[] = [];
  for (const row of rows) {
    const free = row.filter((mark) => !mark.used);
    if (free.length < 0.7 * row.length) continue;
    const line = lineOf(row);
    if (!line) continue;
    for (const mark of row) mark.used = true;
    lines.push(line);
  }
  return lines;
}

function alike(a: Mark, b: Mark): boolean {
  const [big, small] = a.size > b.size ? [a.size, b.size] : [b.size, a.size];
  return big < 2.1 * small && Math.abs(a.ink - b.ink) < 60;
}

/** Adds marks to one end of a row while the next one stands where the next letter would. The direction follows what was found. */
function grow(
  row: Mark[],
  forward: boolean,
  startX: number,
  startY: number,
  near: (x: number, y: number, distance: number, each: (mark: Mark) => void) => void,
): void {
  let [ux, uy] = forward ? [startX, startY] : [-startX, -startY];
  while (row.length < 120) {
    const end = forward ? row.at(-1)! : row[0]!;
    let best: Mark | undefined;
    let bestAt = Number.POSITIVE_INFINITY;
    near(end.x, end.y, 3.2 * end.size, (mark) => {
      const [dx, dy] = [mark.x - end.x, mark.y - end.y];
      const along = dx * ux + dy * uy;
      if (along <= 0.15 * end.size || along > 2.6 * Math.max(end.size, mark.size) || along >= bestAt) return;
      if (Math.abs(dy * ux - dx * uy) > 0.3 * Math.max(end.size, mark.size) + 0.12 * along) return;
      if (!alike(end, mark) || row.includes(mark)) return;
      best = mark;
      bestAt = along;
    });
    if (!best) return;
    if (forward) row.push(best);
    else row.unshift(best);
    // From six marks back, so that one low letter does not turn the row.
    const from = forward ? row[Math.max(0, row.length - 7)]! : row[Math.min(row.length - 1, 6)]!;
    const length = Math.hypot(best.x - from.x, best.y - from.y);
    if (length > 0) [ux, uy] = [(best.x - from.x) / length, (best.y - from.y) / length];
  }
}

/** The straight line through a row; undefined where it is none. */
function lineOf(row: readonly Mark[]): TextLine | undefined {
  const n = row.length;
  const mean = (value: (mark: Mark) => number) => row.reduce((sum, mark) => sum + value(mark), 0) / n;
  const deviation = (value: (mark: Mark) => number) => {
    const middle = mean(value);
    return Math.sqrt(mean((mark) => (value(mark) - middle) ** 2));
  };
  const [mx, my] = [mean((mark) => mark.x), mean((mark) => mark.y)];
  const xx = mean((mark) => (mark.x - mx) ** 2);
  const yy = mean((mark) => (mark.y - my) ** 2);
  const xy = mean((mark) => (mark.x - mx) * (mark.y - my));
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const size = mean((mark) => mark.size);
  let [from, to, squares] = [Infinity, -Infinity, 0];
  const [tops, bottoms]: [number[], number[]] = [[], []];
  for (const mark of row) {
    const along = (mark.x - mx) * cos + (mark.y - my) * sin;
    const across = (mark.y - my) * cos - (mark.x - mx) * sin;
    const halfAlong = (Math.abs(mark.width * cos) + Math.abs(mark.height * sin)) / 2;
    const halfAcross = (Math.abs(mark.width * sin) + Math.abs(mark.height * cos)) / 2;
    from = Math.min(from, along - halfAlong);
    to = Math.max(to, along + halfAlong);
    tops.push(across - halfAcross);
    bottoms.push(across + halfAcross);
    squares += across * across;
  }
  const length = to - from;
  // Not the outermost: one mark that does not belong would make the letters half as high in what is read.
  const over = tops.sort((a, b) => a - b)[Math.floor(0.15 * n)]!;
  const under = bottoms.sort((a, b) => b - a)[Math.floor(0.15 * n)]!;
  const height = Math.max(under - over, size * 0.8);
  const wobble = Math.sqrt(squares / n) / size;
  // Letters stand side by side: a row is longer than high, and marks neither overlap nor lie far apart.
  if (wobble > 0.3 || length < 1.2 * height || length > 3 * n * size) return undefined;
  const unlike = deviation((mark) => mark.size) / size + deviation((mark) => mark.ink) / 40 + wobble;
  const contrast = Math.min(1, Math.abs(mean((mark) => mark.ink - mark.paper)) / 50);
  const [along, across] = [(from + to) / 2, (over + under) / 2];
  return {
    x: mx + along * cos - across * sin,
    y: my + along * sin + across * cos,
    length,
    height,
    angle,
    ink: mean((mark) => mark.ink),
    paper: mean((mark) => mark.paper),
    marks: n,
    score: n * contrast * Math.max(0.1, 1 - unlike / 2),
  };
}

/**
 * A row as a picture of its own: turned level, letters `letters` pixels high, its tones stretched so that ink is black and paper white.
 * @param turned upside down
 */
export function lineCrop(grey: Grey, line: TextLine, letters: number, turned = false): Grey {
  const scale = line.height / letters;
  // A third of a letter above and below, for more takes in other rows; a whole one at the ends, where a letter may have been missed.
  const width = Math.max(1, Math.min(4000, Math.round((line.length + 2 * line.height) / scale)));
  const height = Math.max(1, Math.round((line.height * 5) / 3 / scale));
  const data = new Uint8Array(width * height).fill(255);
  const angle = turned ? line.angle + Math.PI : line.angle;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const span = line.paper - line.ink || 1;
  // Where the picture is made smaller, each pixel is the mean of several, or thin strokes break.
  const samples = Math.max(1, Math.min(4, Math.round(scale)));
  for (let v = 0, to = 0; v < height; v++) {
    for (let u = 0; u < width; u++, to++) {
      let sum = 0;
      for (let s = 0; s < samples * samples; s++) {
        const du = u - width / 2 + ((s % samples) + 0.5) / samples;
        const dv = v - height / 2 + (Math.floor(s / samples) + 0.5) / samples;
        sum += valueAt(grey, line.x + du * cos - dv * sin - 0.5, line.y + du * sin + dv * cos - 0.5);
      }
      data[to] = Math.max(0, Math.min(255, Math.round(((sum / samples ** 2 - line.ink) / span) * 255)));
    }
  }
  return { width, height, data };
}

/**
 * A level crop with nothing but letters: black where it is inked, less what hangs on the edge of the crop (a background of the ink's own
 * tone, the picture below), specks, and dots inside a letter (the zero of fonts for programmers, which is read as an eight).
 * @param below what is taken for ink, where ink is 0 and paper 255
 */
export function lettersOnly({ width, height, data }: Grey, below: number): Grey {
  const ink = new Uint8Array(width * height);
  for (let at = 0; at < ink.length; at++) ink[at] = data[at]! < below ? 1 : 0;
  const letters: { pixels: number[]; left: number; right: number; top: number; bottom: number }[] = [];
  const stack: number[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1) continue;
    const pixels: number[] = [];
    let [left, right, top, bottom] = [width, 0, height, 0];
    stack.push(start);
    ink[start] = 2;
    while (stack.length > 0) {
      const at = stack.pop()!;
      pixels.push(at);
      const x = at % width;
      const y = (at - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      for (let dy = -width; dy <= width; dy += width) {
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy + dx;
          if (next < 0 || next >= ink.length || x + dx < 0 || x + dx >= width || ink[next] !== 1) continue;
          ink[next] = 2;
          stack.push(next);
        }
      }
    }
    const atEdge = left === 0 || top === 0 || right === width - 1 || bottom === height - 1;
    if (!atEdge && pixels.length >= 5) letters.push({ pixels, left, right, top, bottom });
  }
  const out = new Uint8Array(width * height).fill(255);
  // From left to right, so that a letter stands at most a few places from a dot in it.
  letters.sort((a, b) => a.left - b.left);
  for (const [i, dot] of letters.entries()) {
    const within = letters
      .slice(Math.max(0, i - 4), i)
      .some(
        (letter) =>
          letter.right > dot.right &&
          letter.top < dot.top &&
          letter.bottom > dot.bottom &&
          letter.pixels.length > 2 * dot.pixels.length,
      );
    if (!within) for (const at of dot.pixels) out[at] = 0;
  }
  return { width, height, data: out };
}

/**
 * The row with the direction at which its letters stand on one line best: marks that do not belong turn the fitted line by some degrees.
 * Sharpest profile of inked pixels across the row, as in D. Postl 1986.
 */
export function levelled(grey: Grey, line: TextLine): TextLine {
  const crop = lettersOnly(lineCrop(grey, line, 18), 90);
  const { width, height, data } = crop;
  let [best, bestTilt] = [-1, 0];
  for (let degrees = -7; degrees <= 7; degrees += 1) {
    const tilt = Math.tan((degrees * Math.PI) / 180);
    const rows = new Int32Array(3 * height);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        if (data[at] !== 0) continue;
        const row = Math.round(y - tilt * (x - width / 2)) + height;
        if (row >= 0 && row < rows.length) rows[row]! += 1;
      }
    }
    let sharpness = 0;
    for (let row = 1; row < rows.length; row++) sharpness += (rows[row]! - rows[row - 1]!) ** 2;
    // As it is unless another is clearly better.
    if (sharpness * (degrees === 0 ? 1.05 : 1) > best) [best, bestTilt] = [sharpness, degrees];
  }
  return { ...line, angle: line.angle + (bestTilt * Math.PI) / 180 };
}

/** Between four pixels; the nearest one outside. */
function valueAt({ width, height, data }: Grey, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1.001, x));
  const cy = Math.max(0, Math.min(height - 1.001, y));
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - x0, cy - y0];
  const at = y0 * width + x0;
  const right = x0 + 1 < width ? 1 : 0;
  const down = y0 + 1 < height ? width : 0;
  return (
    (data[at]! * (1 - fx) + data[at + right]! * fx) * (1 - fy) +
    (data[at + down]! * (1 - fx) + data[at + down + right]! * fx) * fy
  );
}

/** Smallest upright box around a row, as fractions of the picture: x, y, width, height. */
export function lineBox(line: TextLine, width: number, height: number): [number, number, number, number] {
  const [cos, sin] = [Math.abs(Math.cos(line.angle)), Math.abs(Math.sin(line.angle))];
  const w = line.length * cos + line.height * sin;
  const h = line.length * sin + line.height * cos;
  const [x0, y0] = [Math.max(0, line.x - w / 2) / width, Math.max(0, line.y - h / 2) / height];
  const [x1, y1] = [Math.min(width, line.x + w / 2) / width, Math.min(height, line.y + h / 2) / height];
  return [x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0)];
}
