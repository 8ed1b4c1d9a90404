/** Ages that writers give as their own: "I'm 13", "j'ai 13 ans", "ich bin 13", "tengo 13 años", "ho 13 anni". */
import { marksTogether, wordsTogether } from "../text/beginnings.ts";
import type { TextView } from "../text/index.ts";

const youngest = 7;
const adult = 18;

/** Ages under 18 in words. */
const spelt =
  "seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|" +
  "sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix[- ]sept|" +
  "sieben|acht|neun|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|" +
  "siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|" +
  "sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette";
const age = `(\\d{1,2}|${spelt})`;
/** After an age without a unit, the clause must end, or go on about the writer: "I'm 13 miles away" does not. */
const end = "(?=\\s*(?:$|[.!?;)\\n]|,(?!\\d)| and | so | but | btw| lol| und | aber | [fmw]\\b))";
const sticky = (pattern: string): RegExp => new RegExp(pattern, "y");

const english = sticky(
  `i(?: a|'|)m (?:only |just |almost |nearly |turning |about to be )*${age}(?:\\s?(?:years? old|yrs? old|yo\\b|y\\/o)|${end})`,
);
const french = sticky(
  `j'?ai (?:que |seulement |juste |tout juste |bientot |presque )*${age} ans\\b(?! d'| de | que | a | sur | dans )`,
);
const german = sticky(`ich bin (?:erst |gerade |noch |bald |fast )*${age}(?: jahre alt| jahre jung|${end})`);
const spanish = sticky(
  `tengo (?:solo |apenas |casi |ya )*${age} an(?:os|itos)\\b(?! de | en | con | sin | trabajando| siendo)`,
);
const italian = sticky(`ho (?:solo |appena |quasi |gia )*${age} anni\\b(?! di | d'| in | che | da )`);

/** By the word that a pattern begins with, in folded text. */
const patterns: ReadonlyMap<string, RegExp> = new Map([
  ["i", english],
  ["im", english],
  ["j", french],
  ["jai", french],
  ["ich", german],
  ["tengo", spanish],
  ["ho", italian],
]);
/** Where one of those words may stand. */
const firstBit = wordsTogether(patterns.keys());

/** Places in `view.plain` where the writer says to be under 18. Looks only where a word begins a pattern. */
export function agesUnder18(view: TextView): { start: number; end: number }[] {
  const { plain, tokens } = view;
  const found: { start: number; end: number }[] = [];
  const marks = marksTogether(view);
  if ((marks.any & firstBit) === 0) return found;
  for (let token = 0; token < tokens.count; token++) {
    if ((marks.at[token]! & firstBit) === 0) continue;
    const start = tokens.start[token]!;
    const pattern = patterns.get(view.word(token));
    if (!pattern) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(plain);
    if (!match) continue;
    const years = Number(match[1]);
    if (Number.isNaN(years) || (years >= youngest && years < adult)) {
      found.push({ start, end: start + match[0].length });
    }
  }
  return found;
}
