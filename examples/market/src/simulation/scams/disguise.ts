/** How people hide what must not be read by a machine and must be read by a person. */
import type { Language } from "../catalogue.ts";
import type { Random } from "../random.ts";

const numberWords: Record<Language, readonly string[]> = {
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  fr: ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
};
const twins: Record<string, string> = { a: "а", e: "е", o: "о", p: "р", c: "с", x: "х", i: "і", s: "ѕ", y: "у" };
const leet: Record<string, string> = { a: "@", e: "3", i: "1", o: "0", s: "$", l: "|" };
const styled = "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗";

export type Channel = "phone" | "mail" | "handle" | "link";

/** A way to reach somebody, which belongs to nobody: fiction phone ranges, example domains. */
export function contact(random: Random, channel: Channel, language: Language): string {
  const name =
    random.pick(["lolo", "nath", "deals", "mika", "jess", "alex", "marko", "vinci", "sam"]) +
    random.pick([".", "_", ""]) +
    random.pick(["shop", "75", "vente", "sell", "pro", "93"]) +
    random.int(2, 99);
  if (channel === "phone")
    return language === "fr" ? `063998${random.string(4, "0123456789")}` : `07700900${random.string(3, "0123456789")}`;
  if (channel === "mail") return `${name.replace(".", "")}@example.${random.pick(["com", "net", "org"])}`;
  if (channel === "handle") return `@${name}`;
  return `https://${random.pick(["brocante-secure", "livraison-colis", "pay-safe", "annonce-suite"])}.example.${random.pick(["com", "net"])}/${random.string(6)}`;
}

type Hide = (random: Random, plain: string, language: Language) => string;

const groups = (digits: string, by: string) => (digits.match(/.{1,2}/g) ?? []).join(by);
const words = (text: string, language: Language, by: string) =>
  [...text].map((d) => numberWords[language][Number(d)] ?? d).join(by);

const forPhones: readonly (readonly Hide[])[] = [
  [(_, p) => p, (_, p) => groups(p, " "), (_, p) => groups(p, ".")],
  [
    (r, p) => groups(p, r.pick([" - ", "/", " _ ", "*"])),
    (_, p, l) => `${words(p.slice(0, 2), l, " ")} ${groups(p.slice(2), " ")}`,
    (_, p) => [...p].join(" "),
    (_, p) => p.replaceAll("0", "o").replaceAll("1", "l"),
  ],
  [
    (_, p, l) => words(p, l, " "),
    (_, p) => [...p].map((d) => [...styled][Number(d)]).join(""),
    (_, p) => [...p].map((d) => String.fromCharCode(0xff10 + Number(d))).join(""),
    (_, p) => [...p].map((d) => `${d}️⃣`).join(""),
    (_, p) => [...p].join("​"),
    (r, p) => groups(p, r.pick(["\n", " ~ ", " 🍀 "])),
  ],
  [
    (_, p, l) =>
      l === "fr"
        ? `commence par ${p.slice(0, 2)} puis ${groups(p.slice(2, 6), " ")} et la fin ${groups(p.slice(6), " ")}`
        : `starts with ${p.slice(0, 3)}, then ${p.slice(3, 7)}, and ends in ${p.slice(7)}`,
    (_, p, l) =>
      l === "fr" ? `à l'envers : ${[...p].reverse().join("")}` : `read it backwards: ${[...p].reverse().join("")}`,
    (r, p, l) => [...p].map((d) => (r.chance(0.5) ? numberWords[l][Number(d)] : d)).join(r.pick([" ", ". ", ", "])),
    (_, p) => [...p].map((d, i) => d + "abcdefghijk"[i]).join(""),
  ],
];

const forNames: readonly (readonly Hide[])[] = [
  [(_, n) => n],
  [
    (_, n, l) => n.replace("@", l === "fr" ? " arobase " : " at ").replaceAll(".", l === "fr" ? " point " : " dot "),
    (_, n) => n.replace("@", "(a)").replace(/\.(?=[a-z]+$)/, " . "),
    (_, n) => n.replace("@", " [at] "),
  ],
  [
    (_, n) => [...n].map((c) => twins[c] ?? c).join(""),
    (_, n) => [...n].join(" "),
    (_, n) => n.replace(/[aeiosl]/g, (c) => leet[c] ?? c),
    (_, n) => [...n].join("​"),
  ],
  [
    (_, n, l) =>
      l === "fr"
        ? `mon pseudo là où on poste des photos carrées : ${[...n.replace("@", "")].join("-")}`
        : `same place as everybody's holiday pictures, name ${[...n.replace("@", "")].join("-")}`,
    (_, n) => n.replace("@", "🅰️").replaceAll(".", "•"),
    (_, n) => n.toUpperCase().replace(/[AEIOSL]/g, (c) => leet[c.toLowerCase()] ?? c),
  ],
];

/** A contact as it is written at a level of caution: 0 plainly, 3 so that only a person can read it. */
export function hidden(random: Random, channel: Channel, plain: string, language: Language, level: number): string {
  const ways = (channel === "phone" ? forPhones : forNames)[Math.min(level, 3)]!;
  return random.pick(ways)(random, plain, language);
}

/** A telling word made unlike itself: spaced, leet, with twins from another alphabet, or with something invisible inside. */
export function bent(random: Random, word: string, level: number): string {
  if (level <= 0) return word;
  const ways: Hide[] =
    level === 1
      ? [
          (_, w) => w.replace(/[aeo]/, (c) => leet[c] ?? c),
          (_, w) => `${w[0]}.${w.slice(1)}`,
          (_, w) => w.replace(/(.)(.)$/, "$2$1"),
        ]
      : [
          (_, w) => [...w].join(" "),
          (_, w) => [...w].map((c) => twins[c] ?? c).join(""),
          (_, w) => [...w].join("​"),
          (_, w) => w.replace(/[aeiosl]/g, (c) => leet[c] ?? c),
        ];
  return random.pick(ways)(random, word, "en");
}
