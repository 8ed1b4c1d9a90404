/** What `text_prohibited_item` learns from: ads written for it, against products, product categories, messages and ordinary ads. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { honest } from "../abuse/honest.ts";
import { rowsOf } from "../corpora.ts";
import { write } from "../grammar.ts";
import { randomFrom } from "../random.ts";
import { alwaysTrained } from "../recipe.ts";
import type { TrainingRow } from "../trainer.ts";
import { goods } from "./goods.ts";

export const heads = ["drug", "medicine", "weapon"] as const;
type Head = (typeof heads)[number];
const none = { drug: 0, medicine: 0, weapon: 0 } as const;

/** Every row; those of a set that is not there are missing. A share of what was written is kept for testing. */
export function corpus(data: string, seed: number): TrainingRow[] {
  return [...products(data), ...categories(data), ...messages(data), ...written(seed)];
}

interface Pair {
  a: Record<string, string>;
  b: Record<string, string>;
  g: string;
}
function products(data: string): TrainingRow[] {
  const rows = new Map<string, TrainingRow>();
  for (const { a, b, g } of rowsOf<Pair>(data, "product_matching")) {
    for (const { title, name, description } of [a, b]) {
      const text = [title ?? name, description].filter(Boolean).join("\n").slice(0, 600);
      if (rows.size < 8000)
        rows.set(text, { text, labels: none, weight: 0.7, set: "product_matching", group: `products|${g}` });
    }
  }
  return [...rows.values()];
}

/** Google's product categories are honest goods, but for the few that the heads are about. */
const notHonest = /weapon|ammunition|gun|firearm|drug|medicine|tobacco|rifle|fireworks|ammo/i;
function categories(data: string): TrainingRow[] {
  const file = join(data, "taxonomy_google/raw/taxonomy-with-ids.en-US.txt");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/^\d+ - /, ""))
    .filter((line) => line !== "" && !notHonest.test(line))
    .map((line) => ({
      text: line.split(" > ").slice(-2).join(" "),
      labels: none,
      weight: 0.5,
      set: "taxonomy_google",
      group: `taxonomy|${line}`,
    }));
}

interface Message {
  text: string;
  text_fr: string;
  text_de: string;
  label: string;
  g: string;
}
function messages(data: string): TrainingRow[] {
  return rowsOf<Message>(data, "sms_spam_en_fr_de_hi")
    .filter((row) => row.label === "ham")
    .flatMap((row) =>
      [row.text, row.text_fr, row.text_de].map((text) => ({
        text,
        labels: none,
        weight: 0.3,
        set: "sms_spam_en_fr_de_hi",
        group: `sms|${row.g}`,
      })),
    );
}

function written(seed: number): TrainingRow[] {
  const random = randomFrom(seed);
  const rows = new Map<string, TrainingRow>();
  const add = (text: string, labels: TrainingRow["labels"], weight: number, set: string): void => {
    // Calibration needs rows of both labels that were not trained on: one in five texts, by itself.
    const group = random() < 0.2 ? `written|${text}` : alwaysTrained;
    rows.set(text, { text, labels, weight, set, group });
  };
  for (const [language, grammar] of Object.entries(goods)) {
    const set = `written_${language}`;
    const everyday = honest[language]!;
    const share = language === "en" ? 2 : 1;
    for (const head of heads) {
      const labels: Record<Head, 0 | 1> = { ...none, [head]: 1 };
      for (let i = 0; i < 250 * share; i++) add(write(grammar, head, random), labels, 0.7, set);
      for (let i = 0; i < 80; i++)
        add(`${write(everyday, "ad", random)} ${write(grammar, head, random)}`, labels, 0.5, set);
    }
    for (let i = 0; i < 400 * share; i++) add(write(grammar, "alike", random), none, 1.5, set);
    for (let i = 0; i < 1200; i++) add(write(everyday, "ad", random), none, 1, set);
  }
  return [...rows.values()];
}
