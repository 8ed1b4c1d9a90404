/** What is counted of the server itself, for Prometheus. */
import type { Decision } from "@assay/contract";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export class Metrics {
  readonly registry = new Registry();
  readonly #decisions = new Counter({
    name: "assay_decisions_total",
    help: "Decisions committed, by subject kind, outcome and mode",
    labelNames: ["kind", "outcome", "mode"],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: "assay_decision_seconds",
    help: "From the event's arrival to its durable decision",
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });
  readonly #unknown = new Counter({
    name: "assay_unknown_signals_total",
    help: "Signals that were unknown, by detector",
    labelNames: ["detector"],
    registers: [this.registry],
  });
  readonly #errors = new Counter({
    name: "assay_detector_errors_total",
    help: "Detectors that threw; their signal is unknown and the flow went on",
    labelNames: ["detector"],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  decided({ subject, outcome, mode, signals, took_ms }: Decision): void {
    this.#decisions.inc({ kind: subject.kind, outcome, mode });
    this.#seconds.observe(took_ms / 1000);
    for (const signal of signals) if (signal.state === "unknown") this.#unknown.inc({ detector: signal.detector });
  }

  detectorFailed(detector: string): void {
    this.#errors.inc({ detector });
  }
}
