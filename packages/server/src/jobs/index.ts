export { measureEvent, takeMeasurements } from "./measure.ts";
export { tendQueues } from "./queues.ts";
export { scheduleSamples } from "./samples.ts";
export { startWorker } from "./worker.ts";
