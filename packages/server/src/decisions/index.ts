export { languageFor, statementOf } from "./statement.ts";
export * from "./store/desk.ts";
export * from "./store.ts";
