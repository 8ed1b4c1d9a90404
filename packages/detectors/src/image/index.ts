/** Picture arithmetic over decoded pixels. No decoder here: that is the server's `measure/`, where it can be killed. */

export * from "./figures.ts";
export * from "./hash_bits.ts";
export * from "./marks.ts";
export * from "./pdq.ts";
export * from "./pixels.ts";
export * from "./print.ts";
export * from "./same.ts";
export * from "./text_lines.ts";
