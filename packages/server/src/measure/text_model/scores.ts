/** From what a model gives for one window to a probability for each label. */
import type { OnnxTensor } from "../onnx/index.ts";
import type { Manifest } from "./manifest.ts";

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));
/** Far enough out that nothing is lost, near enough that nothing is infinite. */
const logit = (p: number) =>
  Math.log(Math.min(1 - 1e-7, Math.max(1e-7, p)) / (1 - Math.min(1 - 1e-7, Math.max(1e-7, p))));

/**
 * Calibrated probabilities, one a label.
 * @throws Error where the model gives something else than the manifest says
 */
export function probabilitiesOf(output: OnnxTensor | undefined, { labels, scores }: Manifest): number[] {
  if (output?.type !== "float32") throw new Error("the model gives no scores of type float32");
  const given = [...output.data];
  if (given.length !== labels.length) {
    throw new Error(
      `the model gives ${given.length} scores (${output.dims.join(" × ")}), the manifest names ${labels.length} labels`,
    );
  }
  if (given.some((value) => !Number.isFinite(value))) throw new Error("the model gives a score that is no number");
  if (scores === "probabilities" && given.some((value) => value < 0 || value > 1)) {
    throw new Error("the model gives scores that are no probabilities; the manifest's `scores` is sigmoid or softmax");
  }
  const highest = Math.max(...given);
  const sum = given.reduce((total, value) => total + Math.exp(value - highest), 0);
  return given.map((value, i) => {
    const raw =
      scores === "softmax" ? logit(Math.exp(value - highest) / sum) : scores === "sigmoid" ? value : logit(value);
    const { slope, offset } = labels[i]!.calibration;
    return Math.round(sigmoid(slope * raw + offset) * 1e6) / 1e6;
  });
}
