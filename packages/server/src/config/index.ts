export * from "./config.ts";
export * from "./picture_classes.ts";
