export { measureEvent, takeMeasurements } from "./measure.ts";
export { startWorker } from "./worker.ts";
