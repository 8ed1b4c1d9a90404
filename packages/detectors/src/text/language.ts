/** The language of a text: by its function words where they settle it, which is cheap, else by eld's n-grams. */
import { eld } from "eld/extrasmall";
import type { TextView } from "./view.ts";
import { WordTable } from "./words.ts";

/** Words that hardly any sentence of a language does without, those that another of these languages has too left out. */
const functionWords: Readonly<Record<string, string>> = {
  en: "the and of is are was with this that for you it have has not or be will at by from they my your would can all please but if its so great good very new",
  fr: "le et est les des du une pour dans avec qui pas sur plus vous ce cette je au aux ou mais tres bien nous ont sont etait tout bon fait avoir etre ete mon ma votre c l d j n bonjour merci",
  de: "der die und das ist ein nicht mit zu von den dem auch auf eine einen wird sich ich sie wie oder bei noch aus wurde nur sehr fur uber hat sind kann im zum zur",
  es: "el los las que del una con por para se esta muy lo como su al pero mas y este todo tambien hay son fue ser tiene sin sobre ya nada solo",
  it: "il che di un per non con sono una del della dei gli delle anche ma come piu alla nel ho ha questo molto tutto da al mi si ed e ottimo stato",
  nl: "het een van en niet dat met zijn voor ik je ook maar aan nog naar bij te wat wordt deze heeft",
  pt: "os uma com nao para do da em por mais foi muito dos das ao pelo isso voce tem esta bom",
  pl: "nie jest sie na do ze to jak za ale po od bardzo dla oraz jestem mam",
};
const languages = Object.keys(functionWords);
const table = new WordTable(
  (() => {
    // A word of several languages counts for each of them: one bit a language.
    const bits = new Map<string, number>();
    for (const [i, language] of languages.entries()) {
      for (const word of functionWords[language]!.split(" ")) bits.set(word, (bits.get(word) ?? 0) | (1 << i));
    }
    return bits;
  })(),
);

const maxWords = 150;
const enough = 4;
/** Fewer letters than this are not judged by n-grams: "iPhone 13 Pro Max" is in no language. */
const minLetters = 40;
const readByNgrams = 300;

export interface Language {
  /** ISO 639-1; empty when it cannot be told. */
  language: string;
  /** Whether it may be acted on. */
  sure: boolean;
}

/** The language of a view. At most 150 words of it are read. */
export function languageOf(view: TextView): Language {
  const { count } = view.tokens;
  const counts = new Int32Array(languages.length);
  const read = Math.min(count, maxWords);
  for (let t = 0; t < read; t++) {
    const bits = table.at(view, t);
    if (bits === 0) continue;
    for (let i = 0; i < counts.length; i++) if ((bits & (1 << i)) !== 0) counts[i]! += 1;
  }
  let first = 0;
  let second = 0;
  let winner = 0;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > first) {
      second = first;
      first = counts[i]!;
      winner = i;
    } else if (counts[i]! > second) second = counts[i]!;
  }
  if (first >= enough && first >= 2 * second && first >= read * 0.05)
    return { language: languages[winner]!, sure: true };
  if (view.plain.length < minLetters || view.original.replace(/[^\p{L}]/gu, "").length < minLetters) {
    return { language: first > second ? languages[winner]! : "", sure: false };
  }
  const guess = eld.detect(view.original.slice(0, readByNgrams));
  // Two ways that agree, or n-grams that leave no doubt over a text without function words of another language.
  const sure = guess.isReliable() && (guess.language === languages[winner] || first <= 1) && count >= 8;
  return { language: guess.language, sure };
}
