export {
  languagesFor,
  type StatementBasis,
  type StatementSource,
  spokenOf,
  statementOf,
  type Voice,
} from "./statement.ts";
export { statementTexts } from "./statement_texts.ts";
export * from "./store/desk.ts";
export * from "./store/past.ts";
export * from "./store.ts";
