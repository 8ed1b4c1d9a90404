/** What `text_abuse` learns from: the trainable sets, each label said for the heads that it speaks of, and texts written for it. */
import { wordClasses } from "../../../packages/detectors/src/text/model/classes.ts";
import { rowsOf } from "../corpora.ts";
import { joinNearCopies } from "../folds.ts";
import { write } from "../grammar.ts";
import { randomFrom } from "../random.ts";
import { alwaysTrained } from "../recipe.ts";
import type { TrainingRow } from "../trainer.ts";
import { honest } from "./honest.ts";
import { hostile } from "./hostile.ts";

/** A head for each kind that is learned; the other kinds of `text_abuse` are phrases and rules. */
export const heads = ["hate", "insult", "threat", "sexual"] as const;
export type Head = (typeof heads)[number];
type Labels = Partial<Record<Head, 0 | 1>>;

const none: Labels = { hate: 0, insult: 0, threat: 0, sexual: 0 };
const languages: Readonly<Record<string, string>> = { french: "fr", german: "de", spanish: "es", italian: "it" };

export interface HateCheckRow {
  text: string;
  label: "hateful" | "non-hateful";
  functionality: string;
  lang: string;
  group: string;
}

/** A HateCheck row says whether it is hate; some functionalities say more. */
function hateCheck(row: HateCheckRow): Labels {
  const { functionality } = row;
  if (row.label === "hateful") return { hate: 1, sexual: 0, threat: functionality.startsWith("threat") ? 1 : 0 };
  if (functionality === "target_indiv_nh") return { hate: 0, insult: 1, threat: 0, sexual: 0 };
  if (/^(ident|target_obj|negate)/.test(functionality)) return none;
  return { hate: 0, threat: 0, sexual: 0 };
}

interface Tweet {
  text: string;
  label: string;
  lang: string;
  g: string;
}

function mlma({ label, sentiment }: Tweet & { sentiment: string }): Labels {
  if (label === "normal") return none;
  return {
    ...(sentiment.includes("hateful") && { hate: 1 }),
    ...(/abusive|offensive|disrespectful/.test(sentiment) && { insult: 1 }),
  };
}

function davidson({ label }: Tweet): Labels {
  if (label === "neither") return none;
  return label === "hate_speech" ? { hate: 1, insult: 1 } : { insult: 1 };
}

type ModerationRow = Tweet & { labels: Partial<Record<"S" | "H" | "V" | "HR", 0 | 1>> };
function moderation({ labels: { S, H, V, HR } }: ModerationRow): Labels {
  return {
    ...(H !== undefined && { hate: H }),
    ...(HR !== undefined && { insult: HR }),
    ...(V !== undefined && { threat: V }),
    ...(S !== undefined && { sexual: S }),
  };
}

/** Every row; those of a set that is not there are missing. Groups are joined where their rows are near copies. */
export function corpus(data: string, seed: number): TrainingRow[] {
  return [
    ...grouped(rowsOf<HateCheckRow>(data, "hatecheck_en"), "hatecheck_en", hateCheck, (row) => row.group),
    ...Object.entries(languages).flatMap(([name, lang]) =>
      grouped(
        rowsOf<HateCheckRow>(data, "hatecheck_multilingual").filter((row) => row.lang === name),
        `hatecheck_${lang}`,
        hateCheck,
        (row) => row.group,
      ),
    ),
    ...["en", "fr"].flatMap((lang) =>
      tweets(
        rowsOf<Tweet & { sentiment: string }>(data, "mlma_fr_en_ar").filter(
          (row) => row.lang === lang && row.label !== "mixed_normal",
        ),
        `mlma_${lang}`,
        mlma,
        lang === "fr" ? 1 : 0.5,
      ),
    ),
    ...tweets(rowsOf<Tweet>(data, "davidson"), "davidson", davidson, 0.5),
    ...tweets(rowsOf<ModerationRow>(data, "openai_moderation"), "openai_moderation", moderation, 1),
    ...benign(data),
    ...written(seed),
  ];
}

function grouped<Row extends { text: string }>(
  rows: readonly Row[],
  set: string,
  labels: (row: Row) => Labels,
  group: (row: Row) => string,
): TrainingRow[] {
  const groups = joinNearCopies(
    rows.map((row) => row.text),
    rows.map((row) => `${set}|${group(row)}`),
    0.7,
  );
  return rows.map((row, index) => ({ text: row.text, labels: labels(row), set, group: groups[index]! }));
}

function tweets<Row extends Tweet>(
  rows: readonly Row[],
  set: string,
  labels: (row: Row) => Labels,
  weight: number,
): TrainingRow[] {
  return rows.map((row) => ({
    text: plainTweet(row.text),
    labels: labels(row),
    weight,
    set,
    group: `${set}|${row.g}`,
  }));
}

/** Without what only tweets have: names, addresses and HTML entities would tell the set and not the meaning. */
export function plainTweet(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replace(/&#\d+;/g, " ")
    .replace(/\bRT\b|@\w+:?|https?:\/\/\S+|@?\b(url|URL)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

type Message = { text: string; text_fr: string; text_de: string; label: string; g: string };
type Pair = { a: Record<string, string>; b: Record<string, string>; g: string };

/** Honest texts of the trainable sets: messages between people, and titles of products. */
function benign(data: string): TrainingRow[] {
  const messages = rowsOf<Message>(data, "sms_spam_en_fr_de_hi")
    .filter((row) => row.label === "ham")
    .flatMap((row) =>
      [row.text, row.text_fr, row.text_de].map((text, index) => ({
        text,
        labels: none,
        weight: index === 0 ? 0.5 : 0.3,
        set: "sms_ham",
        group: `sms_ham|${row.g}`,
      })),
    );
  const products = new Map<string, TrainingRow>();
  for (const { a, b, g } of rowsOf<Pair>(data, "product_matching")) {
    for (const { title, name, description } of [a, b]) {
      const text = [title ?? name, description].filter(Boolean).join("\n").slice(0, 600);
      if (!products.has(text) && products.size < 8000)
        products.set(text, { text, labels: none, weight: 0.5, set: "products", group: `products|${g}` });
    }
  }
  return [...messages, ...products.values()];
}

const labelsOf: Readonly<Record<string, Labels>> = {
  insult: { insult: 1, hate: 0, threat: 0 },
  threat: { threat: 1, hate: 0 },
  sexual: { sexual: 1, hate: 0, threat: 0 },
  prostitution: { sexual: 1, hate: 0, threat: 0, insult: 0 },
  hate: { hate: 1, sexual: 0 },
  counter: { hate: 0, threat: 0, sexual: 0 },
  opinion: { hate: 0, sexual: 0 },
};

/** Words that stand beside a group's name and say nothing of it. */
const neutral = ["people", "person", "community", "personnes", "communaute", "Menschen", "personas", "persone", "&"];

/** Texts written for training: so many of each kind a language, and as many honest ads and messages as needed to be the usual case. */
function written(seed: number): TrainingRow[] {
  const random = randomFrom(seed);
  const rows = new Map<string, TrainingRow>();
  const add = (text: string, labels: Labels, weight: number, set: string): void => {
    rows.set(text, { text, labels, weight, set, group: alwaysTrained });
  };
  for (const [lang, grammar] of Object.entries(hostile)) {
    for (const [kind, labels] of Object.entries(labelsOf)) {
      for (let i = 0; i < 250; i++) add(write(grammar, kind, random), labels, 0.5, `written_${lang}`);
    }
    const everyday = honest[lang]!;
    for (let i = 0; i < 1200; i++) add(write(everyday, "ad", random), none, 1, `written_${lang}`);
    for (let i = 0; i < 300; i++) add(write(everyday, "message", random), none, 1, `written_${lang}`);
    for (let i = 0; i < 400; i++) add(write(everyday, "opinion", random), none, 0.7, `written_${lang}`);
    // Abuse inside an honest ad is abuse still.
    for (let i = 0; i < 150; i++) {
      const kind = ["insult", "threat", "sexual", "hate"][i % 4]!;
      add(`${write(everyday, "ad", random)} ${write(grammar, kind, random)}`, labelsOf[kind]!, 0.5, `written_${lang}`);
    }
  }
  // A group named and nothing said of it: the commonest case, and the one that must never be hate.
  const groups = wordClasses.group.trim().split(/\s+/);
  for (const [index, group] of groups.entries()) {
    const other = groups[(index * 7 + 3) % groups.length]!;
    const more = neutral.map((noun) => (index % 2 === 0 ? `${group} ${noun}` : `${noun} ${group}`));
    for (const text of [group, `${group} ${other}`, `${group}, ${other}`, `${group}!`, `"${group}"`, ...more]) {
      add(text, none, 0.5, "written_groups");
    }
  }
  return [...rows.values()];
}
