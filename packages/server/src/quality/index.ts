export { type AnsweringDeps, answerSample, blindDecision, roleIn, undoAnswer } from "./answer.ts";
export { drawSample, drawScheduled, drawsOf } from "./draw.ts";
export { qualityFigures } from "./figures.ts";
export { addGolden, askedDecision, mixGolden, usualGoldenShare, withdrawGolden } from "./golden.ts";
export { exportCsv, itemsOf } from "./items.ts";
export { overview } from "./overview.ts";
export { RuleRecords } from "./rules.ts";
export { type ItemRow, itemById, reviewsOf, setError } from "./store/items.ts";
export { compareWithIncumbent } from "./store/overview.ts";
