/**
 * Goods that may not be sold, by class. A phrase that names the thing itself is enough; a word that also means other things counts
 * only beside what says that the thing is sold. Look-alikes (glue guns, ivory dresses, weed whackers) and toys, books and posters do not count.
 */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { type CueHit, compileCues, type LanguagePhrases, logistic, overlap, wordsBetween } from "../text/cues.ts";
import { spanOf, type TextView, textsOf } from "../text/index.ts";
import { type HeadScore, readModel, scoreText, wordsThatTell } from "../text/model/linear.ts";
import { isNegated } from "../text/negation.ts";
import type { ClassTable, ProhibitedClass } from "./classes.ts";
import { drugs } from "./drugs.ts";
import { hints } from "./hints.ts";
import { living } from "./living.ts";
import { lookAlikes, toys } from "./look_alikes.ts";
import { papers } from "./papers.ts";
import weights from "./text_prohibited_item.weights.json" with { type: "json" };
import { weapons } from "./weapons.ts";

const model = readModel(weights);

const classes = { ...weapons, ...drugs, ...living, ...papers } as const satisfies ClassTable;
type ClassName = keyof typeof classes;
const classNames = Object.keys(classes) as ClassName[];
const classOf: Readonly<Record<ClassName, ProhibitedClass>> = classes;

type Part = "strong" | "weak" | "sells" | "except";
function tableOf<P extends Part>(...parts: P[]): Record<`${ClassName}.${P}`, LanguagePhrases> {
  const table: Record<string, LanguagePhrases> = {};
  for (const name of classNames) {
    for (const part of parts) table[`${name}.${part}`] = classOf[name][part] ?? {};
  }
  return table;
}

/** What names a thing is read in every text; what decides about it only where there is such a name. */
const nameReader = compileCues({ ...tableOf("strong", "weak"), hint: hints }, { together: true });
const aroundReader = compileCues({ ...tableOf("sells", "except"), look_alike: lookAlikes, toy: toys });

/** Heads of the model, which bear the names of their classes. */
const heads: ReadonlySet<ClassName> = new Set(["drug", "medicine", "weapon"]);
/** From this probability, a word that may mean such goods has one sign more. */
const leaning = 0.9;
/** The most that the model alone says: it has read few kinds of ads. */
const mostByModel = 0.85;
/** Fewer words than this tell the model nothing: a single one would decide. */
const fewWords = 6;

/** Log-odds of a phrase that names the thing itself, and of a word that may. */
const base = { strong: 2, weak: -2.4 };
/** What each sign beside a weak word adds, the first three of them. */
const perSign = 1.5;
/** Farthest that a sign stands from what it is a sign of, in words. */
const signReach = 10;
const exceptReach = 2;
const lookAlikeReach = 6;
/** Of another text of the same ad, so many words at its beginning say what the ad is about. */
const opening = 40;
const lookAlike = -3;
const allowedThere = -3;
const prohibitedThere = 0.8;
/** Classes that are sold freely in much of the world count for less where the country is not known. */
const unknownCountry = -2.2;

export const textProhibitedItem = defineDetector({
  id: "text_prohibited_item",
  version: 2,
  title: "Prohibited item",
  summary:
    "Sees goods that may not be sold: weapons, drugs, medicines, wildlife, papers, accounts and others, by class and country.",
  subjects: ["listing", "message", "question", "account"],
  history: ["account_profile"],
  measurements: [],
  cost: "micro",
  kinds: Object.fromEntries(classNames.map((name) => [name, classOf[name].title])),
  values: { class: { type: "string", title: "Class of the goods" } },
  detect({ subject, history }) {
    const country = countryOf(subject.data, history.account_profile?.country);
    const scores: Partial<Record<ClassName, number>> = {};
    const evidence: SpanEvidence[] = [];
    const views = textsOf(subject);
    for (const view of views) {
      const read = nameReader.read(view);
      if (read.length === 0) continue;
      const learned = scoreText(model, view);
      const names = read.filter(({ cue }) => cue !== "hint");
      const around = names.length > 0 ? aroundReader.read(view) : [];
      const elsewhere = names.length > 0 ? openingsOf(views.filter((other) => other !== view)) : new Set<string>();
      const found = new Map<ClassName, { logit: number; hits: CueHit[] }>();
      for (const hit of names) {
        const [name, part] = hit.cue.split(".") as [ClassName, "strong" | "weak"];
        if (isNegated(view, hit.firstToken, hit.endToken)) continue;
        const leans = learned.some((head) => head.kind === name && head.probability >= leaning);
        const logit = weigh(name, part, hit, around, elsewhere, leans);
        if (logit === undefined) continue;
        const sofar = found.get(name);
        if (!sofar) found.set(name, { logit, hits: [hit] });
        else {
          // Each further name of the same class makes chance less likely.
          sofar.logit = Math.max(sofar.logit, logit) + (sameWords(view, hit, sofar.hits) ? 0 : 0.4);
          sofar.hits.push(hit);
        }
      }
      for (const [name, { logit, hits }] of found) {
        const probability = logistic(logit + lawThere(classOf[name], country));
        if (probability > (scores[name] ?? 0.05)) scores[name] = probability;
        if (probability >= 0.5) for (const hit of hits) evidence.push(spanOf(view, hit.start, hit.end, name));
      }
      for (const head of learned) {
        if (!head.found || head.to - head.from < fewWords || !isClass(head.kind) || (scores[head.kind] ?? 0) >= 0.5)
          continue;
        scores[head.kind] = Math.min(mostByModel, head.probability);
        evidence.push(...modelSpans(view, head));
      }
    }
    const [name, score] = Object.entries(scores).reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
    if (score < 0.5) return clear(score, { scores });
    return { state: "found", score, scores, values: { class: name }, evidence };
  },
});

/** Log-odds that a name is meant as goods for sale; undefined for a look-alike. */
function weigh(
  name: ClassName,
  part: "strong" | "weak",
  hit: CueHit,
  around: readonly CueHit[],
  elsewhere: ReadonlySet<string>,
  leans: boolean,
): number | undefined {
  let logit = base[part];
  let signs = (leans ? 1 : 0) + (elsewhere.has(`${name}.sells`) ? 1 : 0);
  let alike = elsewhere.has("toy");
  for (const other of around) {
    const distance = wordsBetween(hit, other);
    if (other.cue === `${name}.except` && (overlap(hit, other) || distance <= exceptReach)) return undefined;
    if (other.cue === "look_alike" && distance <= lookAlikeReach) alike = true;
    else if (other.cue === `${name}.sells` && distance <= signReach && !overlap(hit, other)) signs += 1;
  }
  if (part === "weak") logit += perSign * Math.min(3, signs);
  return alike && !classOf[name].abstract ? logit + lookAlike : logit;
}

/** What the openings of an ad's other texts say: of a title all, of a description only what holds for the whole ad. */
function openingsOf(views: readonly TextView[]): Set<string> {
  const cues = new Set<string>();
  for (const view of views) {
    for (const { cue, firstToken } of aroundReader.read(view)) {
      if (firstToken >= opening) break;
      cues.add(cue === "look_alike" && view.field === "title" ? "toy" : cue);
    }
  }
  return cues;
}

function isClass(kind: string): kind is ClassName {
  return heads.has(kind as ClassName);
}

function modelSpans(view: TextView, head: HeadScore): SpanEvidence[] {
  return wordsThatTell(model, view, head).map(({ start, end }) => spanOf(view, start, end, head.kind));
}

function sameWords(view: TextView, hit: CueHit, others: readonly CueHit[]): boolean {
  const words = view.plain.slice(hit.start, hit.end);
  return others.some((other) => view.plain.slice(other.start, other.end) === words);
}

function lawThere({ countries }: ProhibitedClass, country: string | undefined): number {
  if (!countries) return 0;
  if (country === undefined) return unknownCountry;
  if (countries.allowed?.includes(country)) return allowedThere;
  return countries.prohibited?.includes(country) ? prohibitedThere : 0;
}

/** The marketplace's own word on where it is, else the account's country; upper case. */
function countryOf(data: Record<string, unknown>, account: string | undefined): string | undefined {
  const { country } = data;
  return (typeof country === "string" ? country : account)?.toUpperCase();
}
