/** Pictures found again. */
export { HashIndex } from "./hash_index.ts";
export type { PictureMatch } from "./hash_protocol.ts";
export { PictureHashes } from "./picture_hashes.ts";
export { comparedPictures, PictureMatcher } from "./picture_matcher.ts";
