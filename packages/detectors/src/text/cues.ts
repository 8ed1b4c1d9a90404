/**
 * Cues: phrases grouped by what they are a sign of, read in one pass. Detectors weigh cues against each other, so one reader
 * answers which cues stand in a text, where, and how far apart.
 */
import { compilePhrases, type PhraseOptions } from "./phrases.ts";
import { type TextView, wordFlags } from "./view.ts";

/** Languages that phrase data is grouped by; `any` for names that are the same in all of them. All are read in every text. */
export type PhraseLanguage = "any" | "en" | "fr" | "de" | "es" | "it";
export type LanguagePhrases = Readonly<Partial<Record<PhraseLanguage, readonly string[]>>>;
/** Name of a cue → language → phrases, in the notation of `compilePhrases`, with `#` for a word that begins with a digit. */
export type CueTable = Readonly<Record<string, LanguagePhrases>>;

/** One cue in a view; places as in `PhraseMatch`. */
export interface CueHit<Name extends string = string> {
  cue: Name;
  start: number;
  end: number;
  firstToken: number;
  endToken: number;
}

export interface CueReader<Name extends string> {
  /** All cues of a view in reading order; of hits of one cue that overlap, the longest. */
  read(view: TextView): CueHit<Name>[];
}

const anyNumber = `(${Array.from({ length: 10 }, (_, digit) => `${digit}*`).join("|")})`;

/** Compiles a table once, when the module loads. */
export function compileCues<Name extends string>(
  table: Readonly<Record<Name, LanguagePhrases>>,
  options?: PhraseOptions,
): CueReader<Name> {
  const names: Name[] = [];
  const phrases: string[] = [];
  for (const [name, byLanguage] of Object.entries(table) as [Name, LanguagePhrases][]) {
    for (const phrase of Object.values(byLanguage).flat()) {
      names.push(name);
      phrases.push(phrase.replaceAll("#", anyNumber));
    }
  }
  const matcher = compilePhrases(phrases, options);
  return {
    read(view) {
      const hits: CueHit<Name>[] = [];
      const matches = matcher.find(view);
      if (matches.length === 0) return hits;
      const last = new Map<Name, CueHit<Name>>();
      for (const { phrase, start, end, firstToken, endToken } of matches) {
        const cue = names[phrase]!;
        const before = last.get(cue);
        if (before && firstToken < before.endToken) {
          // Matches come in the order of their first word: an overlapping later one can only add to the end.
          if (endToken > before.endToken && firstToken === before.firstToken) {
            before.end = end;
            before.endToken = endToken;
          }
          continue;
        }
        const hit = { cue, start, end, firstToken, endToken };
        last.set(cue, hit);
        hits.push(hit);
      }
      return hits;
    },
  };
}

/** Whether a sentence, a paragraph or a list item ends before a word. */
export function startsSentence(view: TextView, token: number): boolean {
  return (view.tokens.flags[token]! & wordFlags.breaks) !== 0;
}

/** First word of the sentence that a word stands in, and the word after its last. */
export function sentenceOf(view: TextView, token: number): { from: number; to: number } {
  let from = token;
  while (from > 0 && !startsSentence(view, from)) from -= 1;
  let to = token + 1;
  while (to < view.tokens.count && !startsSentence(view, to)) to += 1;
  return { from, to };
}

/** Words between two hits; 0 when they touch or overlap. */
export function wordsBetween(a: CueHit, b: CueHit): number {
  if (a.endToken <= b.firstToken) return b.firstToken - a.endToken;
  if (b.endToken <= a.firstToken) return a.firstToken - b.endToken;
  return 0;
}

/** Whether two hits share a word. */
export function overlap(a: CueHit, b: CueHit): boolean {
  return a.firstToken < b.endToken && b.firstToken < a.endToken;
}

/** Probability from log-odds. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
