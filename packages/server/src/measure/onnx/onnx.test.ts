import { describe, expect, it } from "vitest";
import { OnnxModel, writeOnnx } from "./index.ts";

/** Softmax over `x · weights + bias`, three numbers to two. */
const linear = writeOnnx({
  name: "linear",
  inputs: { x: [-1, 3] },
  outputs: { y: [-1, 2] },
  constants: [
    { name: "w", dims: [3, 2], type: "float32", data: new Float32Array([1, 0, 0, 1, 0.5, -0.5]) },
    { name: "b", dims: [2], type: "float32", data: new Float32Array([0, 1]) },
  ],
  nodes: [
    { op: "MatMul", inputs: ["x", "w"], outputs: ["m"] },
    { op: "Add", inputs: ["m", "b"], outputs: ["s"] },
    { op: "Softmax", inputs: ["s"], outputs: ["y"], attributes: { axis: { i: 1 } } },
  ],
});

describe("ONNX", () => {
  it("runs what we write, and gives what the arithmetic gives", async () => {
    const model = await OnnxModel.open(linear);
    expect([model.inputs, model.outputs]).toEqual([["x"], ["y"]]);
    const { y } = await model.run({ x: { type: "float32", dims: [1, 3], data: new Float32Array([2, 1, 4]) } });
    // 2 + 2 = 4 against 1 − 2 + 1 = 0.
    expect(Number(y!.data[0])).toBeCloseTo(1 / (1 + Math.exp(-4)), 5);
    expect(y!.dims).toEqual([1, 2]);
    await model.close();
  });

  it("says what is wrong with bytes that are no model, and with inputs of another shape", async () => {
    await expect(OnnxModel.open(new Uint8Array([1, 2, 3]))).rejects.toThrow();
    const model = await OnnxModel.open(linear);
    const x = { type: "float32", dims: [1, 2], data: new Float32Array(2) } as const;
    await expect(model.run({ x })).rejects.toThrow();
    await model.close();
  });
});
