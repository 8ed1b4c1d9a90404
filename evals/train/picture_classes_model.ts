/**
 * `node evals/train/picture_classes_model.ts`: trains the exercise in `examples/picture-classes/colour-exercise/model.onnx`, by which the
 * slot for models is tested. Drawn pictures with red blots, green leaves or neither; a soft histogram of colours (a convolution of one
 * pixel, rectified, averaged), and a softmax over it. The same seed gives the same file. Of use for nothing but the exercise.
 */
import { writeFileSync } from "node:fs";
import { writeOnnx } from "@assay/server/onnx";
import { randomFrom } from "./random.ts";

const seed = 17;
const side = 32;
const pixels = side * side;
const colours = 24;
const labels = ["neither", "red_blots", "green_leaves"] as const;
const [pictures, tested, epochs, rate] = [1800, 600, 60, 0.5];

const random = randomFrom(seed);
const between = (least: number, most: number) => least + (most - least) * random();

type Colour = [number, number, number];
/** Of a blot of each label; those of `neither` are blue, yellow, brown, white or black. */
function colourOf(label: number): Colour {
  if (label === 1) return [between(0.5, 0.8), between(0, 0.12), between(0, 0.15)];
  if (label === 2) return [between(0.1, 0.35), between(0.45, 0.75), between(0.05, 0.25)];
  const others: Colour[] = [
    [0.1, 0.2, 0.7],
    [0.9, 0.8, 0.2],
    [0.45, 0.3, 0.2],
    [0.95, 0.95, 0.95],
    [0.1, 0.1, 0.1],
  ];
  return others[Math.floor(random() * others.length)]!.map((value) => value + between(-0.08, 0.08)) as Colour;
}

/** Red, green, blue planes, 0 to 1: a plain ground with grain, and up to five ellipses. */
function draw(label: number): Float32Array {
  const grey = between(0.3, 0.95);
  const ground = [grey + between(-0.1, 0.1), grey + between(-0.1, 0.1), grey + between(-0.1, 0.1)];
  const data = Float32Array.from({ length: 3 * pixels }, (_, i) => ground[Math.floor(i / pixels)]!);
  const blots = label === 0 ? Math.floor(between(0, 5)) : Math.ceil(between(1, 5));
  for (let blot = 0; blot < blots; blot++) {
    const colour = colourOf(label);
    const [x, y, wide, high] = [between(4, 28), between(4, 28), between(3, 9), between(3, 9)];
    for (let i = 0; i < pixels; i++) {
      if (((i % side) - x) ** 2 / wide ** 2 + (Math.floor(i / side) - y) ** 2 / high ** 2 > 1) continue;
      for (let plane = 0; plane < 3; plane++) data[plane * pixels + i] = colour[plane]!;
    }
  }
  return data.map((value) => Math.min(1, Math.max(0, value + between(-0.04, 0.04))));
}

// Directions in the space of colours, and where each begins to count: drawn, not trained.
const directions = Float32Array.from({ length: 3 * colours }, () => between(-4, 4));
const offsets = Float32Array.from({ length: colours }, () => between(-2, 1));

function histogram(picture: Float32Array): Float64Array {
  const sums = new Float64Array(colours);
  for (let i = 0; i < pixels; i++) {
    for (let colour = 0; colour < colours; colour++) {
      let value = offsets[colour]!;
      for (let plane = 0; plane < 3; plane++) value += directions[3 * colour + plane]! * picture[plane * pixels + i]!;
      if (value > 0) sums[colour]! += value / pixels;
    }
  }
  return sums;
}

const weights = new Float64Array(colours * labels.length);
const bias = new Float64Array(labels.length);

function scores(seen: Float64Array): number[] {
  const logits = labels.map((_, label) =>
    seen.reduce((sum, value, colour) => sum + value * weights[colour * labels.length + label]!, bias[label]!),
  );
  const highest = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - highest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

const drawn = Array.from({ length: pictures + tested }, (_, i) => {
  const label = i % labels.length;
  return { label, seen: histogram(draw(label)) };
});
for (let epoch = 0; epoch < epochs; epoch++) {
  for (const { label, seen } of drawn.slice(0, pictures)) {
    const said = scores(seen);
    for (let at = 0; at < labels.length; at++) {
      const wrong = said[at]! - (at === label ? 1 : 0);
      const step = (rate * wrong) / (1 + epoch / 10);
      for (let colour = 0; colour < colours; colour++) weights[colour * labels.length + at]! -= step * seen[colour]!;
      bias[at]! -= step;
    }
  }
}
const right = drawn.slice(pictures).filter(({ label, seen }) => {
  const said = scores(seen);
  return said[label] === Math.max(...said);
}).length;

// The softmax stays outside: the manifest asks for it, so that this is exercised too.
const model = writeOnnx({
  name: "colour exercise",
  inputs: { picture: [1, 3, side, side] },
  outputs: { scores: [1, labels.length] },
  constants: [
    { name: "directions", dims: [colours, 3, 1, 1], type: "float32", data: directions },
    { name: "offsets", dims: [colours], type: "float32", data: offsets },
    { name: "weights", dims: [colours, labels.length], type: "float32", data: Float32Array.from(weights) },
    { name: "bias", dims: [labels.length], type: "float32", data: Float32Array.from(bias) },
  ],
  nodes: [
    {
      op: "Conv",
      inputs: ["picture", "directions", "offsets"],
      outputs: ["lit"],
      attributes: { kernel_shape: { ints: [1, 1] } },
    },
    { op: "Relu", inputs: ["lit"], outputs: ["rectified"] },
    { op: "GlobalAveragePool", inputs: ["rectified"], outputs: ["averaged"] },
    { op: "Flatten", inputs: ["averaged"], outputs: ["histogram"], attributes: { axis: { i: 1 } } },
    { op: "MatMul", inputs: ["histogram", "weights"], outputs: ["product"] },
    { op: "Add", inputs: ["product", "bias"], outputs: ["scores"] },
  ],
});
writeFileSync(new URL("../../examples/picture-classes/colour-exercise/model.onnx", import.meta.url), model);
console.log(`${model.length} bytes; of ${tested} drawn pictures that it was not trained on, ${right} named rightly`);
