export { measureEvent, takeMeasurements } from "./measure.ts";
export { scheduleSamples } from "./samples.ts";
export { startWorker } from "./worker.ts";
