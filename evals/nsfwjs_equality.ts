/**
 * `node evals/nsfwjs_equality.ts [PHOTOS]`: whether `picture_nudity` says what nsfwjs itself says of the same pixels. Installs nsfwjs 4 and
 * TensorFlow.js into a folder of its own for the run (about 300 MB), for they are too heavy for the workspace, and takes them away again.
 * Prints a table, and writes it to `docs/measured/nudity-equality.md`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Inspector } from "@assay/server/measure";
import sharp from "sharp";
import { filesUnder } from "./pictures.ts";
import { commit } from "./report.ts";

const classes = ["drawing", "hentai", "neutral", "porn", "sexy"] as const;
const root = resolve(import.meta.dirname, "..");
const photos = Number(process.argv[2] ?? 60);
const folder = mkdtempSync(join(tmpdir(), "assay-nsfwjs-"));
try {
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  const packages = ["nsfwjs@4", "@tensorflow/tfjs@4", "@tensorflow/tfjs-backend-wasm@4", "buffer"];
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", ...packages], {
    cwd: folder,
    stdio: "inherit",
  });
  const all = filesUnder(resolve(root, "../shared/data/clothing_photos/tune/images"));
  const chosen = Array.from({ length: photos }, (_, i) => all[Math.floor((i * all.length) / photos)]!);
  // The same decoder and the same size as the product reads at, so that only the networks are compared.
  const pixels = await Promise.all(
    chosen.map(async (file, i) => {
      const { data, info } = await sharp(file)
        .autoOrient()
        .resize(1600, 1600, { fit: "inside", withoutEnlargement: true })
        .flatten({ background: "white" })
        .toColourspace("srgb")
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raw = join(folder, `${i}.rgb`);
      writeFileSync(raw, data);
      return { raw, width: info.width, height: info.height };
    }),
  );
  writeFileSync(join(folder, "pictures.json"), JSON.stringify(pixels));
  writeFileSync(
    join(folder, "run.cjs"),
    `const fs = require("node:fs");
const tf = require("@tensorflow/tfjs");
const wasm = require("@tensorflow/tfjs-backend-wasm");
wasm.setWasmPaths(require("node:path").join(${JSON.stringify(folder)}, "node_modules/@tensorflow/tfjs-backend-wasm/dist/"));
(async () => {
  await tf.setBackend("wasm");
  await tf.ready();
  const nsfwjs = require("nsfwjs");
  const model = await nsfwjs.load("MobileNetV2");
  const answers = [];
  for (const { raw, width, height } of JSON.parse(fs.readFileSync("pictures.json", "utf8"))) {
    const picture = tf.tensor3d(new Int32Array(fs.readFileSync(raw)), [height, width, 3], "int32");
    const said = await model.classify(picture);
    answers.push(Object.fromEntries(said.map(({ className, probability }) => [className.toLowerCase(), probability])));
    picture.dispose();
  }
  fs.writeFileSync("answers.json", JSON.stringify({ backend: tf.getBackend(), answers }));
})().catch((error) => { console.error(error); process.exit(1); });`,
  );
  execFileSync(process.execPath, ["run.cjs"], { cwd: folder, stdio: "inherit" });
  const { backend, answers } = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8")) as {
    backend: string;
    answers: Record<string, number>[];
  };
  const inspector = new Inspector();
  const apart: number[] = [];
  let sameClass = 0;
  for (const [i, file] of chosen.entries()) {
    const outcome = await inspector.inspect(readFileSync(file), ["picture_nudity"]);
    const ours = outcome.ok ? outcome.value.picture_nudity : undefined;
    if (ours?.state !== "done") throw new Error(`${file} was not looked at`);
    const theirs = answers[i]!;
    apart.push(...classes.map((name) => Math.abs(ours.value[name] - theirs[name]!)));
    const top = (scores: Record<string, number>) => classes.toSorted((a, b) => scores[b]! - scores[a]!)[0];
    if (top(ours.value) === top(theirs)) sameClass++;
  }
  inspector.close();
  const table = [
    "| what | figure |",
    "| --- | ---: |",
    `| photos, scores | ${photos}, ${apart.length} |`,
    `| scores apart at most | ${Math.max(...apart).toFixed(6)} |`,
    `| scores apart on average | ${(apart.reduce((sum, one) => sum + one, 0) / apart.length).toFixed(6)} |`,
    `| the same class first | ${sameClass} of ${photos} |`,
    "",
    `nsfwjs 4 with its own MobileNet V2 on TensorFlow.js 4 (${backend}), the same decoded pixels of \`clothing_photos\`.`,
  ].join("\n");
  console.log(table);
  writeFileSync(
    join(root, "docs/measured/nudity-equality.md"),
    `# nudity: the same scores as nsfwjs\n\nMeasured ${new Date().toISOString().slice(0, 10)} at commit ${commit()}, by \`node evals/nsfwjs_equality.ts ${photos}\`.\n\n${table}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
