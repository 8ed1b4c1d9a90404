/** What others would do with the same texts, run beside ours: plain libphonenumber-js, obscenity, and naive Bayes trained in the run. */
import { type CountryCode, findPhoneNumbersInText } from "libphonenumber-js/min";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

/** Phone numbers by libphonenumber-js alone, E.164. */
export function plainPhones(text: string, country: CountryCode = "US"): string[] {
  return findPhoneNumbersInText(text, country).map((found) => found.number.number);
}

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Whether obscenity's English word list, with its own transformers, finds anything. */
export function obscene(text: string): boolean {
  return matcher.hasMatch(text);
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Multinomial naive Bayes over words, add-one smoothed: the floor that every trained model is compared with. Returns the log odds of `true`. */
export function naiveBayes(examples: readonly { text: string; actual: boolean }[]): (text: string) => number {
  const counts = new Map<string, [number, number]>();
  const totals: [number, number] = [0, 0];
  const classes: [number, number] = [0, 0];
  for (const { text, actual } of examples) {
    const side = actual ? 1 : 0;
    classes[side] += 1;
    for (const word of wordsOf(text)) {
      const count = counts.get(word) ?? [0, 0];
      count[side] += 1;
      counts.set(word, count);
      totals[side] += 1;
    }
  }
  const size = counts.size;
  return (text) => {
    let odds = Math.log(classes[1] / classes[0]);
    for (const word of wordsOf(text)) {
      const count = counts.get(word);
      if (count) odds += Math.log((count[1] + 1) / (totals[1] + size)) - Math.log((count[0] + 1) / (totals[0] + size));
    }
    return odds;
  };
}
