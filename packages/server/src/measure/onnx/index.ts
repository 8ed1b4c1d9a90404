/** ONNX models: read by the runtime's WebAssembly build, written by hand. */
export { OnnxModel, type OnnxTensor } from "./runtime.ts";
export { type OnnxConstant, type OnnxGraph, type OnnxNode, writeOnnx } from "./write.ts";
