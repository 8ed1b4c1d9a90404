export { caseOf, requireWorkable } from "./case.ts";
export { forecast } from "./forecast.ts";
export { type Given, givenTo } from "./giving.ts";
export { appealsQueue, type Lanes, laneFor, lanesFor } from "./lanes.ts";
export * from "./store/cases.ts";
export * from "./store/claims.ts";
export * from "./store/clock.ts";
export * from "./store/filters.ts";
export * from "./store/notes.ts";
export { openCaseFragment, writeFragments } from "./store/opening.ts";
export * from "./store/people.ts";
export * from "./store/playbooks.ts";
export * from "./store/queues.ts";
export * from "./store/reveals.ts";
export * from "./store/samples.ts";
export {
  escalateCase,
  escalationQueue,
  labelCase,
  moveCase,
  noteOnCase,
  releaseCase,
  snoozeCase,
  takeCase,
  takeNext,
  waitedFor,
} from "./work.ts";
