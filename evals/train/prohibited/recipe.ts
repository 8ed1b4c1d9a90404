import type { Recipe } from "../recipe.ts";
import { corpus, heads } from "./corpus.ts";

const seed = 13;

export const prohibited: Recipe = {
  id: "text_prohibited_item",
  options: { heads, seed, epochs: 5, rate: 0.12, decay: 1e-4 },
  rows: (data) => corpus(data, seed),
  operating: { drug: 0.7, medicine: 0.7, weapon: 0.7 },
};
