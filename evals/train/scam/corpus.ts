/** What `text_scam` learns from: the trainable text messages, and messages written for it; products and ordinary ads as honest. */
import { honest } from "../abuse/honest.ts";
import { rowsOf } from "../corpora.ts";
import { joinNearCopies } from "../folds.ts";
import { write } from "../grammar.ts";
import { randomFrom } from "../random.ts";
import { alwaysTrained } from "../recipe.ts";
import type { TrainingRow } from "../trainer.ts";
import { honestDeals } from "./honest.ts";
import { scams } from "./scams.ts";

/** One head: a scam or unsolicited advertising. */
export const heads = ["unsolicited"] as const;

interface Message {
  text: string;
  text_fr: string;
  text_de: string;
  label: "ham" | "spam";
  g: string;
}
interface Pair {
  a: Record<string, string>;
  b: Record<string, string>;
  g: string;
}

/** Every row; those of a set that is not there are missing. */
export function corpus(data: string, seed: number): TrainingRow[] {
  return [...messages(data), ...products(data), ...written(seed)];
}

/** The English messages, and their machine translations at less weight. */
function messages(data: string): TrainingRow[] {
  const rows = rowsOf<Message>(data, "sms_spam_en_fr_de_hi");
  const groups = joinNearCopies(
    rows.map((row) => row.text),
    rows.map((row) => `sms|${row.g}`),
  );
  return rows.flatMap((row, index) =>
    [row.text, row.text_fr, row.text_de].map((text, language) => ({
      text,
      labels: { unsolicited: row.label === "spam" ? (1 as const) : (0 as const) },
      weight: language === 0 ? 1 : 0.4,
      set: "sms_spam_en_fr_de_hi",
      group: groups[index]!,
    })),
  );
}

function products(data: string): TrainingRow[] {
  const rows = new Map<string, TrainingRow>();
  for (const { a, b, g } of rowsOf<Pair>(data, "product_matching")) {
    for (const { title, name, description } of [a, b]) {
      const text = [title ?? name, description].filter(Boolean).join("\n").slice(0, 600);
      if (rows.size < 5000)
        rows.set(text, {
          text,
          labels: { unsolicited: 0 },
          weight: 0.5,
          set: "product_matching",
          group: `products|${g}`,
        });
    }
  }
  return [...rows.values()];
}

/** So many scams a language, and more honest texts, since they are the usual case. Half of the scams stand inside other sentences. */
function written(seed: number): TrainingRow[] {
  const random = randomFrom(seed);
  const rows = new Map<string, TrainingRow>();
  const add = (text: string, unsolicited: 0 | 1, weight: number, set: string): void => {
    rows.set(text, { text, labels: { unsolicited }, weight, set, group: alwaysTrained });
  };
  for (const [language, grammar] of Object.entries(scams)) {
    const set = `written_${language}`;
    const deals = honestDeals[language]!;
    const everyday = honest[language]!;
    for (let i = 0; i < 700; i++) add(write(grammar, "story", random), 1, 0.7, set);
    for (let i = 0; i < 200; i++)
      add(`${write(deals, "message", random)}. ${write(grammar, "story", random)}`, 1, 0.4, set);
    for (let i = 0; i < 500; i++) add(write(deals, "message", random), 0, 1.5, set);
    for (let i = 0; i < 200; i++)
      add(`${write(deals, "message", random)}. ${write(deals, "message", random)}`, 0, 1, set);
    for (let i = 0; i < 300; i++) add(write(everyday, "message", random), 0, 1, set);
    for (let i = 0; i < 800; i++) add(write(everyday, "ad", random), 0, 1, set);
  }
  return [...rows.values()];
}
