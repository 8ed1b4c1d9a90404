/** `manifest.json` of a model of the operator's own: what it is fed, what it says, and from when on that counts. */
import { pictureClasses } from "@assay/contract";
import { z } from "zod";

const three = z.tuple([z.number(), z.number(), z.number()]);

export const manifestSchema = z.strictObject({
  about: z.string().optional(),
  /** The model's file in the same folder. */
  model: z.string().regex(/^[\w.-]+\.onnx$/, "a file of the same folder that ends in .onnx"),
  input: z.strictObject({
    name: z.string(),
    width: z.int().min(1).max(2048),
    height: z.int().min(1).max(2048),
    /** Order of the axes: batch, channels, height, width, or channels last. */
    layout: z.enum(["nchw", "nhwc"]).default("nchw"),
    channels: z.enum(["rgb", "bgr"]).default("rgb"),
    /** How a picture of other proportions is brought there: squeezed, cut at its sides, or with margins of the mean colour. */
    fit: z.enum(["fill", "cover", "contain"]).default("fill"),
    /** Each value is (0 to 1 − mean) / std. */
    mean: three.default([0, 0, 0]),
    std: three.default([1, 1, 1]),
  }),
  output: z.strictObject({
    name: z.string(),
    /** What makes scores of the output; `none` where it holds scores. */
    activation: z.enum(["none", "sigmoid", "softmax"]).default("none"),
  }),
  /** The output's names, in its order. */
  labels: z.array(z.string().min(1).max(80)).min(1).max(10_000),
  /** Which of them count, as what, and from which score on. */
  classes: z
    .array(z.strictObject({ class: z.enum(pictureClasses), label: z.string(), threshold: z.number().min(0).max(1) }))
    .min(1),
});
export type OnnxManifest = z.infer<typeof manifestSchema>;
