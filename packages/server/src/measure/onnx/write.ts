/**
 * Writes ONNX models: for the small ones that this repository trains or converts itself. Protocol buffers by hand, since the part of
 * the format that is needed is small: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (field numbers are from there).
 */

/** A constant of the graph. */
export type OnnxConstant =
  | { name: string; dims: readonly number[]; type: "float32"; data: Float32Array }
  | { name: string; dims: readonly number[]; type: "uint8"; data: Uint8Array }
  | { name: string; dims: readonly number[]; type: "int64"; data: BigInt64Array };

export interface OnnxNode {
  op: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** Whole numbers are `i`, fractions `f`: `axis: { i: 1 }`. */
  attributes?: Readonly<Record<string, { i: number } | { f: number } | { ints: readonly number[] }>>;
}

export interface OnnxGraph {
  name: string;
  /** Shapes; −1 is any size. All are float32, but those that `integers` names are int64. */
  inputs: Readonly<Record<string, readonly number[]>>;
  integers?: readonly string[];
  outputs: Readonly<Record<string, readonly number[]>>;
  constants: readonly OnnxConstant[];
  nodes: readonly OnnxNode[];
}

const elementTypes = { float32: 1, uint8: 2, int64: 7 } as const;
const attributeTypes = { f: 1, i: 2, ints: 7 } as const;
/** Operator set 13 and format 7 are read by every runtime since 2021. */
const [operatorSet, formatVersion] = [13, 7];

export function writeOnnx(graph: OnnxGraph): Uint8Array {
  const body = Buffer.concat([
    ...graph.nodes.map((node) => field(1, nodeOf(node))),
    text(2, graph.name),
    ...graph.constants.map((constant) => field(5, tensorOf(constant))),
    ...Object.entries(graph.inputs).map(([name, shape]) =>
      field(11, interfaceOf(name, shape, graph.integers?.includes(name) ? "int64" : "float32")),
    ),
    ...Object.entries(graph.outputs).map(([name, shape]) => field(12, interfaceOf(name, shape))),
  ]);
  return Buffer.concat([
    number(1, formatVersion),
    text(2, "assay"),
    field(7, body),
    field(8, Buffer.concat([text(1, ""), number(2, operatorSet)])),
  ]);
}

function nodeOf({ op, inputs, outputs, attributes = {} }: OnnxNode): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => {
      const [kind] = Object.keys(value) as [keyof typeof attributeTypes];
      const content =
        "i" in value
          ? number(3, value.i)
          : "f" in value
            ? Buffer.concat([tag(2, 5), float(value.f)])
            : Buffer.concat(value.ints.map((each) => number(8, each)));
      return field(5, Buffer.concat([text(1, name), content, number(20, attributeTypes[kind])]));
    }),
  ]);
}

function tensorOf({ name, dims, type, data }: OnnxConstant): Buffer {
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([
    ...dims.map((size) => number(1, size)),
    number(2, elementTypes[type]),
    text(8, name),
    field(9, raw),
  ]);
}

function interfaceOf(name: string, shape: readonly number[], type: keyof typeof elementTypes = "float32"): Buffer {
  const dimensions = shape.map((size) => field(1, size < 0 ? text(2, "n") : number(1, size)));
  const tensor = Buffer.concat([number(1, elementTypes[type]), field(2, Buffer.concat(dimensions))]);
  return Buffer.concat([text(1, name), field(2, field(1, tensor))]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const more = rest > 127n ? 128 : 0;
    bytes.push(Number(rest & 127n) | more);
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

const tag = (at: number, wire: number) => varint((at << 3) | wire);
const number = (at: number, value: number) => Buffer.concat([tag(at, 0), varint(value)]);
const field = (at: number, content: Uint8Array) => Buffer.concat([tag(at, 2), varint(content.length), content]);
const text = (at: number, value: string) => field(at, Buffer.from(value));

function float(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
