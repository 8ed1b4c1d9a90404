export { startWorker } from "./worker.ts";
export { measureEvent } from "./measure.ts";
