/** Ages that writers give as their own: "I'm 13", "j'ai 13 ans", "ich bin 13", "tengo 13 años", "ho 13 anni". Texts are folded. */

const youngest = 7;
const adult = 18;

/** Spelt-out ages under 18 by language; the index of a word is not its age. */
const spelt =
  "seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|" +
  "sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix[- ]sept|" +
  "sieben|acht|neun|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|" +
  "siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|" +
  "sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette";
const age = `(\\d{1,2}|${spelt})`;
/** After an age without a unit, the clause must end, or go on about the writer: "I'm 13 miles away" does not. */
const end = "(?=\\s*(?:$|[.!?;)\\n]|,(?!\\d)| and | so | but | btw| lol| und | aber | [fmw]\\b))";

/** Each pattern, and what a text must hold for it to be worth a look. */
const patterns: readonly { holds: readonly string[]; pattern: RegExp }[] = [
  {
    holds: ["i'm ", "im ", "i am "],
    pattern: new RegExp(
      `\\bi(?: a|'|)m (?:only |just |almost |nearly |turning |about to be )*${age}(?:\\s?(?:years? old|yrs? old|yo\\b|y\\/o)|${end})`,
      "g",
    ),
  },
  {
    holds: ["ai "],
    pattern: new RegExp(
      `\\bj'?ai (?:que |seulement |juste |tout juste |bientot |presque )*${age} ans\\b(?! d'| de | que | a | sur | dans )`,
      "g",
    ),
  },
  {
    holds: ["ich bin "],
    pattern: new RegExp(`\\bich bin (?:erst |gerade |noch |bald |fast )*${age}(?: jahre alt| jahre jung|${end})`, "g"),
  },
  {
    holds: ["tengo "],
    pattern: new RegExp(
      `\\btengo (?:solo |apenas |casi |ya )*${age} an(?:os|itos)\\b(?! de | en | con | sin | trabajando| siendo)`,
      "g",
    ),
  },
  {
    holds: ["ho "],
    pattern: new RegExp(`\\bho (?:solo |appena |quasi |gia )*${age} anni\\b(?! di | d'| in | che | da )`, "g"),
  },
];

/** Places in folded text where the writer says to be under 18. Linear: each pattern is anchored on its first words. */
export function agesUnder18(plain: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { holds, pattern } of patterns) {
    if (!holds.some((part) => plain.includes(part))) continue;
    for (const match of plain.matchAll(pattern)) {
      const years = Number(match[1]);
      if (Number.isNaN(years) || (years >= youngest && years < adult))
        found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
