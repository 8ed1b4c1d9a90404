/** Picture arithmetic over decoded pixels. No decoder here: that is the server's `measure/`, where it can be killed. */

export * from "./figures.ts";
export * from "./pdq.ts";
