/** What is counted of the server itself, for Prometheus; docs/observability.md names each and what to do when it is wrong. */
import type { Decision } from "@assay/contract";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What stands in the database, read when it is asked for. */
export interface Backlog {
  marketplace: string;
  /** Open cases by queue, and how long the oldest has waited, in seconds. */
  queues: { queue: string; open: number; overdue: number; oldestSeconds: number }[];
  /** Actions that have not been delivered yet. */
  pendingActions: number;
}

/** How long an answer of the database about the backlog is good enough, in ms: whoever scrapes often does not ask often. */
const backlogMs = 15_000;

export class Metrics {
  readonly registry = new Registry();
  readonly #decisions = this.#counter("assay_decisions_total", "Decisions committed", ["kind", "outcome", "mode"]);
  readonly #signals = this.#counter("assay_signals_total", "Signals of committed decisions", ["detector", "state"]);
  readonly #errors = this.#counter(
    "assay_detector_errors_total",
    "Detectors that threw; their signal is unknown and the flow went on",
    ["detector"],
  );
  readonly #seconds = this.#histogram(
    "assay_decision_seconds",
    "From the event's arrival to its durable decision",
    [],
    [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
  );
  readonly #stages = this.#histogram(
    "assay_stage_seconds",
    "What a group of events took in each stage of the flow",
    ["stage"],
    [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
  );
  readonly #detectors = this.#histogram(
    "assay_detector_seconds",
    "What one look of a detector took in the process",
    ["detector"],
    [0.00001, 0.0001, 0.001, 0.01, 0.1, 1],
  );
  readonly #requests = this.#histogram(
    "assay_http_request_seconds",
    "Requests by route and status",
    ["method", "route", "status"],
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  decided({ subject, outcome, mode, signals, took_ms }: Decision): void {
    this.#decisions.inc({ kind: subject.kind, outcome, mode });
    this.#seconds.observe(took_ms / 1000);
    for (const { detector, state } of signals) this.#signals.inc({ detector, state });
  }

  detectorFailed(detector: string): void {
    this.#errors.inc({ detector });
  }

  /** @param ms what it took */
  stageTook(stage: "gather" | "detect" | "commit", ms: number): void {
    this.#stages.observe({ stage }, ms / 1000);
  }

  /** @param ms what it took */
  detectorTook(detector: string, ms: number): void {
    this.#detectors.observe({ detector }, ms / 1000);
  }

  /** @param ms what it took */
  answered(method: string, route: string, status: number, ms: number): void {
    this.#requests.observe({ method, route, status: String(status) }, ms / 1000);
  }

  /**
   * Gauges of what is waiting, read when somebody scrapes.
   * @param waiting events that wait or are worked in this process
   * @param backlog what stands in the database
   */
  watch(waiting: () => number, backlog: () => Promise<Backlog[]>): void {
    let known: Promise<Backlog[]> | undefined;
    let readAt = 0;
    const recent = () => {
      if (!known || Date.now() - readAt > backlogMs) {
        readAt = Date.now();
        // A database that is away must not hide the other numbers.
        known = backlog().catch(() => []);
      }
      return known;
    };
    const gauge = (name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => unknown) =>
      new Gauge({
        name,
        help,
        labelNames,
        registers: [this.registry],
        async collect() {
          this.reset();
          await collect(this);
        },
      });
    gauge("assay_waiting_events", "Events that wait or are worked in this process", [], (own) => own.set(waiting()));
    gauge("assay_open_cases", "Open cases", ["marketplace", "queue"], async (own) => {
      for (const { marketplace, queues } of await recent())
        for (const { queue, open } of queues) own.set({ marketplace, queue }, open);
    });
    gauge("assay_overdue_cases", "Open cases past their deadline", ["marketplace", "queue"], async (own) => {
      for (const { marketplace, queues } of await recent())
        for (const { queue, overdue } of queues) own.set({ marketplace, queue }, overdue);
    });
    gauge(
      "assay_oldest_case_seconds",
      "How long the oldest open case has waited",
      ["marketplace", "queue"],
      async (own) => {
        for (const { marketplace, queues } of await recent())
          for (const { queue, oldestSeconds } of queues) own.set({ marketplace, queue }, oldestSeconds);
      },
    );
    gauge("assay_pending_actions", "Actions that have not been delivered yet", ["marketplace"], async (own) => {
      for (const { marketplace, pendingActions } of await recent()) own.set({ marketplace }, pendingActions);
    });
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  #histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }
}
