export { measureEvent, takeMeasurements } from "./measure.ts";
export { type RunDeps, workRun } from "./policy_runs.ts";
export { tendQueues } from "./queues.ts";
export { scheduleSamples } from "./samples.ts";
export { startWorker } from "./worker.ts";
