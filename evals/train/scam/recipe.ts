import type { Recipe } from "../recipe.ts";
import { corpus, heads } from "./corpus.ts";

const seed = 11;

export const scam: Recipe = {
  id: "text_scam",
  options: { heads, seed, epochs: 8, rate: 0.12, decay: 1e-4 },
  rows: (data) => corpus(data, seed),
  operating: { unsolicited: -0.65 },
};
