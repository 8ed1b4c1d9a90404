/** What looking at a photo costs, in CPU milliseconds, and PDQ beside the reference's way of computing it in C, in the same run. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { encodePrint, type Pixels, pdqDistance, pdqHashes, pictureFigures, printOf } from "@assay/detectors/image";
import sharp from "sharp";

/** What Meta's C++ reference took on the machine of STACK.md, with decoding, in ms. */
const sizes = [
  { name: "0.3 MP", width: 640, height: 480, stated: 9.4 },
  { name: "1.2 MP", width: 1280, height: 960, stated: 20.6 },
  { name: "1600 × 1200", width: 1600, height: 1200, stated: undefined },
  { name: "3.1 MP", width: 2048, height: 1536, stated: 34.5 },
  { name: "12 MP", width: 4000, height: 3000, stated: 124 },
] as const;
const photos = 5;
const rounds = 6;
const hashSide = 512;

interface Costs {
  pdq: number[];
  peer: number[];
  decode: number[];
  figures: number[];
  print: number[];
}

/** @param data the folder of data sets; photos of `clothing_photos`, brought to each size and made grainy as cameras do */
export async function benchPictures(data: string, say: (text: string) => void): Promise<string> {
  const files = photoFiles(data);
  const scratch = mkdtempSync(join(tmpdir(), "assay-bench-"));
  sharp.concurrency(1);
  sharp.cache(false);
  const peer = buildPeer(scratch);
  const rows = [
    "| photo | PDQ with decoding, all 8 orientations | the reference's way in C, one orientation | ratio (least – most) | stated for the reference | marks and thumb (`image_reused`) | figures (`image_quality`) |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
  ];
  let furthest = 0;
  const decodes: string[] = [];
  try {
    for (const { name, width, height, stated } of sizes) {
      say(`pictures: ${name}`);
      const costs: Costs = { pdq: [], peer: [], decode: [], figures: [], print: [] };
      for (let i = 0; i < photos; i++) {
        const bytes = await grainyPhoto(files[Math.floor((i * files.length) / photos)]!, width, height);
        const file = join(scratch, "photo.jpg");
        writeFileSync(file, bytes);
        for (let round = 0; round < rounds; round++) {
          const [pixels, decoding] = await cpu(() => decoded(bytes));
          const [hashes, hashing] = await cpu(async () => pdqHashes(pixels)!);
          const [, figuring] = await cpu(async () => pictureFigures(pixels));
          const [, printing] = await cpu(async () => encodePrint(printOf(pixels, width / height, hashes)));
          if (peer) {
            const [hash, ms] = execFileSync(peer, [file, "3"], { encoding: "utf8" }).trim().split(" ");
            costs.peer.push(Number(ms));
            furthest = Math.max(furthest, pdqDistance(hash!, hashes.hashes[0]!));
          }
          // The first rounds compile.
          if (i === 0 && round < 2) continue;
          costs.decode.push(decoding);
          costs.pdq.push(decoding + hashing);
          costs.figures.push(figuring);
          costs.print.push(printing);
        }
      }
      const ours = median(costs.pdq);
      const theirs = peer ? median(costs.peer) : Number.NaN;
      const ratios = costs.pdq.map((ms) => ms / theirs);
      rows.push(
        `| ${name} | ${ours.toFixed(1)} ms | ${peer ? `${theirs.toFixed(1)} ms` : "no compiler here"} | ${peer ? `${(ours / theirs).toFixed(2)} (${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)})` : ""} | ${stated === undefined ? "" : `${stated} ms`} | ${median(costs.print).toFixed(1)} ms | ${median(costs.figures).toFixed(1)} ms |`,
      );
      decodes.push(`${name} ${median(costs.decode).toFixed(1)} ms`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return [
    ...rows,
    "",
    `Medians of ${photos} photos, ${rounds} rounds each, CPU time of one core (user and system), JPEG quality 88 with grain. Of ours, decoding and bringing to ${hashSide} × ${hashSide} is: ${decodes.join("; ")}. From 2 MP on, the JPEG is decoded at a half or a quarter of its size, which the reference does not.`,
    "",
    `The peer (\`bench/pdq.c\`) is the reference's algorithm on libjpeg, compiled with \`-O2\` in this run, without CImg's copies between layouts, so faster than the reference itself; its hashes are at most ${furthest} of 256 bits from ours. *Stated* are the figures of the C++ reference from the project's brief, measured on another machine. How the two machines differ: there, PDQ in JavaScript after sharp took 29, 31 and 58 ms at 1.2, 3.1 and 12 MP; what the same way of doing it takes here stands in the first column. The ratio to the peer does not depend on the machine.`,
    "",
    "All of it runs in a process of its own, at most one picture at a time.",
  ].join("\n");
}

/** @throws Error where the set is not there */
export function photoFiles(data: string): string[] {
  const folder = resolve(data, "clothing_photos/tune/images");
  if (!existsSync(folder)) throw new Error(`${folder} is not there; nothing to measure on`);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A seller's photo at a size, with the grain of a camera: smooth pictures decode too fast. */
export async function grainyPhoto(file: string, width: number, height: number): Promise<Buffer> {
  const grain = await sharp({
    create: { width, height, channels: 3, background: "#808080", noise: { type: "gaussian", mean: 128, sigma: 14 } },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(file)
    .resize(width, height, { fit: "cover" })
    .composite([{ input: grain, blend: "soft-light" }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** As `measure/look.ts` decodes. */
async function decoded(bytes: Buffer): Promise<Pixels> {
  const { width, height } = await sharp(bytes).metadata();
  const picture = sharp(bytes, { failOn: "error", sequentialRead: true }).autoOrient();
  const large = Math.max(width, height) > hashSide;
  const { data, info } = await (large ? picture.resize(hashSide, hashSide, { fit: "fill", kernel: "linear" }) : picture)
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 };
}

async function cpu<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(from);
  return [result, (user + system) / 1000];
}

function buildPeer(folder: string): string | undefined {
  const program = join(folder, "pdq");
  try {
    execFileSync("gcc", ["-O2", "-o", program, join(import.meta.dirname, "pdq.c"), "-ljpeg", "-lm"], { stdio: "pipe" });
    return program;
  } catch {
    return undefined;
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
