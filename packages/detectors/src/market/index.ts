/** What prices depend on: for the detectors that judge them, and for the server, which keeps and finds comparables by it. */

export { hash53 } from "../text/hash.ts";
export { type AdText, alike, type Likeness } from "./alike.ts";
export { predictCategory } from "./category.ts";
export { describe } from "./describe.ts";
export { type PriceKey, priceKeys } from "./keys.ts";
export { type Print, printOf } from "./print.ts";
export { titleWords } from "./title_words.ts";
