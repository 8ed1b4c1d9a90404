/** Look-up of 256-bit hashes among many: ours against reading all of them, in the same run, and whether both find the same. */
import { bitsBetween } from "@assay/detectors/image";
import { HashIndex } from "@assay/server/measure";

const radii = [31, 20] as const;
const lookups = 2000;
const brutes = 12;

/** @param n how many hashes */
export function benchHashes(n: number, say: (text: string) => void): string {
  const words = new Uint32Array(8 * n);
  let state = 0x2545f491;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let at = 0; at < words.length; at++) words[at] = next();
  // A thousandth lie near others, at every distance, as copies of pictures do.
  const near = (from: number, to: number, bits: number) => {
    words.copyWithin(8 * to, 8 * from, 8 * from + 8);
    for (let i = 0; i < bits; i++) words[8 * to + (next() & 7)]! ^= 1 << (next() & 31);
  };
  for (let i = 0; i < n / 1000; i++) near(i, n - 1 - i, i % 48);

  say(`hashes: building ${n}`);
  const before = process.memoryUsage().rss;
  const index = new HashIndex();
  const building = process.cpuUsage();
  index.reserve(n);
  for (let i = 0; i < n; i++) index.add(words.subarray(8 * i, 8 * i + 8), i);
  const built = seconds(process.cpuUsage(building));
  const resident = process.memoryUsage().rss - before;

  /** Near one of the copies, or of any other. */
  const sought = () => {
    const from = next() % 2 === 0 ? next() % Math.max(1, Math.floor(n / 1000)) : next() % n;
    const hash = words.slice(8 * from, 8 * from + 8);
    for (let i = next() % 32; i > 0; i--) hash[next() & 7]! ^= 1 << (next() & 31);
    return hash;
  };
  const rows = ["| what | figure |", "| --- | ---: |"];
  rows.push(`| hashes | ${n.toLocaleString("en")} |`);
  rows.push(`| built in, CPU | ${built.toFixed(1)} s |`);
  rows.push(`| held in | ${Math.round(index.bytes / 1e6)} MB of arrays, ${Math.round(resident / 1e6)} MB resident |`);
  for (const radius of radii) {
    say(`hashes: looking up within ${radius} bits`);
    for (let i = 0; i < 200; i++) index.search(sought(), 0, radius);
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < lookups; i++) {
      const hash = sought();
      const from = performance.now();
      const hits = index.search(hash, 0, radius);
      times.push(performance.now() - from);
      found += hits.length;
    }
    const slow: number[] = [];
    let differ = 0;
    for (let i = 0; i < brutes; i++) {
      const hash = sought();
      const from = performance.now();
      const all = brute(words, hash, radius);
      slow.push(performance.now() - from);
      const mine = index.search(hash, 0, radius).map(({ id, bits }) => `${id} ${bits}`);
      if (mine.sort().join() !== all.sort().join()) differ++;
    }
    const median = quantile(times, 0.5);
    rows.push(`| within ${radius} bits, median of ${lookups} | ${median.toFixed(3)} ms |`);
    rows.push(`| 99th percentile | ${quantile(times, 0.99).toFixed(3)} ms |`);
    rows.push(`| found on average | ${(found / lookups).toFixed(2)} |`);
    rows.push(
      `| reading all of them, median of ${brutes} | ${quantile(slow, 0.5).toFixed(1)} ms, ${Math.round(quantile(slow, 0.5) / median)} times as long |`,
    );
    rows.push(`| look-ups that found anything else than reading all did | ${differ} of ${brutes} |`);
  }
  rows.push(
    "",
    "Hashes are random, and one in a thousand lies within 0 to 47 bits of another. 31 bits is the limit for whole pictures (PDQ), 20 that for marks. On a machine that others used at the same time: the 99th percentile tells of them.",
  );
  return rows.join("\n");
}

function brute(words: Uint32Array, hash: Uint32Array, radius: number): string[] {
  const found: string[] = [];
  for (let id = 0, at = 0; at < words.length; id++, at += 8) {
    const bits = bitsBetween(words, at, hash, 0);
    if (bits <= radius) found.push(`${id} ${bits}`);
  }
  return found;
}

const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
const quantile = (values: number[], share: number) =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
