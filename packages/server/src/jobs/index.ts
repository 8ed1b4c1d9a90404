export { measureEvent } from "./measure.ts";
export { startWorker } from "./worker.ts";
