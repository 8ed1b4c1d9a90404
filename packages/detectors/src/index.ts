/** Every detector, one line each. Order is the order of signals in a decision. */
import type { Detector } from "./detector.ts";

export const detectors: readonly Detector[] = [];

export * from "./detector.ts";
