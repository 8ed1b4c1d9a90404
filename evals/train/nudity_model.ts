/**
 * `node evals/train/nudity_model.ts FOLDER`: converts nsfwjs' default network (MobileNet V2, 224 × 224, weights of 8 bits) to
 * `packages/server/src/measure/inspect/nudity.onnx`. FOLDER holds the npm package nsfwjs 4 (`npm pack nsfwjs`, unpacked).
 * Nothing is trained here; the weights stay as they are, 8 bits each, and are spread to floats when the model is loaded.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { type OnnxConstant, type OnnxNode, writeOnnx } from "@assay/server/onnx";

interface Layer {
  name: string;
  class_name: string;
  config: Record<string, unknown>;
  inbound_nodes: [string, number, number, unknown][][];
}
interface Weight {
  name: string;
  shape: number[];
  dtype: string;
  quantization?: { min: number; scale: number; dtype: string };
}

const folder = process.argv[2];
if (!folder) throw new Error("the folder of the npm package nsfwjs is needed");
const load = createRequire(import.meta.url);
const whole = (path: string): unknown => {
  const module = load(resolve(folder, "dist/models/mobilenet_v2", path)) as { default?: unknown };
  return module.default ?? module;
};
const { modelTopology, weightsManifest } = whole("model.min.js") as {
  modelTopology: { model_config: { config: { layers: Layer[] } } };
  weightsManifest: { weights: Weight[] }[];
};
const bytes = Buffer.from(whole("group1-shard1of1.min.js") as string, "base64");

const constants: OnnxConstant[] = [];
const nodes: OnnxNode[] = [];

/** Weights by name: where their bytes stand. */
const places = new Map<string, Weight & { at: number; size: number }>();
let end = 0;
for (const weight of weightsManifest.flatMap((group) => group.weights)) {
  const size = weight.shape.reduce((product, side) => product * side, 1);
  const width = weight.quantization?.dtype === "uint8" ? 1 : weight.quantization?.dtype === "uint16" ? 2 : 4;
  if (width !== 1) throw new Error(`${weight.name}: weights of 8 bits were expected`);
  places.set(weight.name, { ...weight, at: end, size });
  end += size * width;
}
if (end !== bytes.length) throw new Error(`${bytes.length} bytes of weights where ${end} were expected`);

/** A weight as a constant of 8 bits, its axes in ONNX' order, spread to floats by three nodes; the name of the result. */
function weightOf(name: string, order?: readonly number[]): string {
  const { shape, quantization, at, size } = places.get(name)!;
  const source = bytes.subarray(at, at + size);
  const to = order ? order.map((axis) => shape[axis]!) : shape;
  const data = order ? transposed(source, shape, order) : new Uint8Array(source);
  constants.push({ name, dims: to, type: "uint8", data });
  constants.push({ name: `${name}/scale`, dims: [], type: "float32", data: new Float32Array([quantization!.scale]) });
  constants.push({ name: `${name}/min`, dims: [], type: "float32", data: new Float32Array([quantization!.min]) });
  nodes.push({ op: "Cast", inputs: [name], outputs: [`${name}/float`], attributes: { to: { i: 1 } } });
  nodes.push({ op: "Mul", inputs: [`${name}/float`, `${name}/scale`], outputs: [`${name}/scaled`] });
  nodes.push({ op: "Add", inputs: [`${name}/scaled`, `${name}/min`], outputs: [`${name}/value`] });
  return `${name}/value`;
}

function transposed(source: Uint8Array, shape: readonly number[], order: readonly number[]): Uint8Array {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, side) => product * side, 1));
  const result = new Uint8Array(source.length);
  const to = order.map((axis) => shape[axis]!);
  const place = new Array<number>(to.length).fill(0);
  for (let i = 0; i < result.length; i++) {
    result[i] = source[order.reduce((sum, axis, n) => sum + place[n]! * strides[axis]!, 0)]!;
    for (let n = to.length - 1; n >= 0; n--) {
      place[n]! += 1;
      if (place[n]! < to[n]!) break;
      place[n] = 0;
    }
  }
  return result;
}

/** Keras' `same`: what lacks is split, the odd pixel at the end; for sides that the network has, stride 1 needs (k − 1) / 2 on each side. */
function padsOf(config: Record<string, unknown>): number[] {
  if (config["padding"] === "valid") return [0, 0, 0, 0];
  const [kernel] = config["kernel_size"] as number[];
  const [stride] = config["strides"] as number[];
  if (stride !== 1) throw new Error("'same' is converted for stride 1 only");
  const half = (kernel! - 1) / 2;
  return [half, half, half, half];
}

const input = (layer: Layer, n = 0) => layer.inbound_nodes[0]![n]![0];
const ints = (config: Record<string, unknown>, key: string) => config[key] as number[];

/** One layer of Keras as nodes; its output has the layer's name. Pictures are channels first here, channels last there. */
const layers: Record<string, (layer: Layer) => void> = {
  InputLayer: () => {},
  Dropout: (layer) => nodes.push({ op: "Identity", inputs: [input(layer)], outputs: [layer.name] }),
  ZeroPadding2D(layer) {
    const [[top, bottom], [left, right]] = layer.config["padding"] as [[number, number], [number, number]];
    const pads = [0, 0, top, left, 0, 0, bottom, right].map(BigInt);
    constants.push({ name: `${layer.name}/pads`, dims: [8], type: "int64", data: new BigInt64Array(pads) });
    nodes.push({ op: "Pad", inputs: [input(layer), `${layer.name}/pads`], outputs: [layer.name] });
  },
  Conv2D(layer) {
    const kernel = weightOf(`${layer.name}/kernel`, [3, 2, 0, 1]);
    const bias = layer.config["use_bias"] ? [weightOf(`${layer.name}/bias`)] : [];
    convolution(layer, [input(layer), kernel, ...bias], 1);
  },
  DepthwiseConv2D(layer) {
    const kernel = weightOf(`${layer.name}/depthwise_kernel`, [2, 3, 0, 1]);
    const channels = places.get(`${layer.name}/depthwise_kernel`)!.shape[2]!;
    convolution(layer, [input(layer), kernel], channels);
  },
  BatchNormalization(layer) {
    const parts = ["gamma", "beta", "moving_mean", "moving_variance"].map((part) => weightOf(`${layer.name}/${part}`));
    const attributes = { epsilon: { f: layer.config["epsilon"] as number } };
    nodes.push({ op: "BatchNormalization", inputs: [input(layer), ...parts], outputs: [layer.name], attributes });
  },
  ReLU(layer) {
    constants.push({ name: `${layer.name}/0`, dims: [], type: "float32", data: new Float32Array([0]) });
    const most = layer.config["max_value"] as number | null;
    const top = most === null ? [] : [`${layer.name}/most`];
    if (most !== null)
      constants.push({ name: `${layer.name}/most`, dims: [], type: "float32", data: new Float32Array([most]) });
    nodes.push({ op: "Clip", inputs: [input(layer), `${layer.name}/0`, ...top], outputs: [layer.name] });
  },
  Add: (layer) => nodes.push({ op: "Add", inputs: [input(layer, 0), input(layer, 1)], outputs: [layer.name] }),
  AveragePooling2D(layer) {
    const attributes = {
      kernel_shape: { ints: ints(layer.config, "pool_size") },
      strides: { ints: ints(layer.config, "strides") },
    };
    nodes.push({ op: "AveragePool", inputs: [input(layer)], outputs: [layer.name], attributes });
  },
  Flatten(layer) {
    // One pixel is left, so the order of axes does not matter.
    nodes.push({ op: "Flatten", inputs: [input(layer)], outputs: [layer.name], attributes: { axis: { i: 1 } } });
  },
  Dense(layer) {
    const { name } = layer;
    nodes.push({ op: "MatMul", inputs: [input(layer), weightOf(`${name}/kernel`)], outputs: [`${name}/product`] });
    const last = layer.config["activation"] === "linear" ? name : `${name}/sum`;
    nodes.push({ op: "Add", inputs: [`${name}/product`, weightOf(`${name}/bias`)], outputs: [last] });
    if (layer.config["activation"] === "relu") nodes.push({ op: "Relu", inputs: [last], outputs: [name] });
    if (layer.config["activation"] === "softmax")
      nodes.push({ op: "Softmax", inputs: [last], outputs: [name], attributes: { axis: { i: 1 } } });
  },
};

function convolution(layer: Layer, inputs: string[], group: number): void {
  const attributes = {
    kernel_shape: { ints: ints(layer.config, "kernel_size") },
    strides: { ints: ints(layer.config, "strides") },
    pads: { ints: padsOf(layer.config) },
    group: { i: group },
  };
  nodes.push({ op: "Conv", inputs, outputs: [layer.name], attributes });
}

const all = modelTopology.model_config.config.layers;
for (const layer of all) {
  const convert = layers[layer.class_name];
  if (!convert) throw new Error(`a layer of class ${layer.class_name} is not converted`);
  convert(layer);
}
const [first, last] = [all[0]!.name, all.at(-1)!.name];
// The graph's own names, whatever the layers are called.
const renamed = (name: string) => (name === first ? "picture" : name === last ? "scores" : name);
const model = writeOnnx({
  name: "nsfwjs 4 MobileNetV2",
  inputs: { picture: [1, 3, 224, 224] },
  outputs: { scores: [1, 5] },
  constants,
  nodes: nodes.map((node) => ({ ...node, inputs: node.inputs.map(renamed), outputs: node.outputs.map(renamed) })),
});
const target = new URL("../../packages/server/src/measure/inspect/nudity.onnx", import.meta.url);
writeFileSync(target, model);
console.log(`${model.length} bytes`);
