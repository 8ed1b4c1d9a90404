export { accept, type Intake, pictureRef, storable } from "./accept.ts";
export * from "./store/desk.ts";
export * from "./store/reach.ts";
export * from "./store.ts";
