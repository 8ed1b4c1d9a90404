/** Which category a title belongs to, by the words of titles whose category is known. */
import type { HistoryValues } from "@assay/contract";

/** What a word that no category has used counts: the share of a category is never taken for certain. */
const smoothing = 0.5;

/**
 * Categories with their chances, the likeliest first: naive Bayes over the title's words, each from the newest approved ads that have it
 * (`category_words`), the prior from all of them together. Linear in logarithms, and learnt with every approval.
 * @returns `n`: approved ads that were counted, one that shares two words twice
 */
export function predictCategory(words: HistoryValues["category_words"]): {
  n: number;
  categories: { category: string; share: number }[];
} {
  const totals = new Map<string, number>();
  let n = 0;
  for (const { counts } of words) {
    for (const [category, count] of counts) {
      totals.set(category, (totals.get(category) ?? 0) + count);
      n += count;
    }
  }
  const all = [...totals.keys()];
  const logs = all.map((category) => {
    const prior = (totals.get(category)! + smoothing) / (n + smoothing * all.length);
    return words.reduce((sum, { counts }) => {
      const seen = counts.reduce((total, [, count]) => total + count, 0);
      const here = counts.find(([name]) => name === category)?.[1] ?? 0;
      return sum + Math.log((here + smoothing * prior * 2) / (seen + smoothing * 2) / prior);
    }, Math.log(prior));
  });
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const categories = all
    .map((category, i) => ({ category, share: weights[i]! / sum }))
    .sort((a, b) => b.share - a.share || (a.category < b.category ? -1 : 1));
  return { n, categories };
}
