import type { Recipe } from "../recipe.ts";
import { corpus, heads } from "./corpus.ts";

const seed = 7;

export const abuse: Recipe = {
  id: "text_abuse",
  options: { heads, seed, epochs: 6, rate: 0.1, decay: 1e-4 },
  rows: (data) => corpus(data, seed),
  operating: { hate: 0.15, insult: 0.7, threat: -0.2, sexual: -0.1 },
};
