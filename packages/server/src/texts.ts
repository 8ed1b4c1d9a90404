/** What is asked about a subject's texts, and of whom: from the policies in force and the marketplace's settings to measurements. */
import {
  type MeasurementResult,
  type Measurements,
  type SubjectKind,
  type TextMeasurementKey,
  textFields,
} from "@assay/contract";
import { detectors } from "@assay/detectors";
import type { Config } from "./config/index.ts";
import type { Database } from "./db/index.ts";
import type { Intake } from "./intake/index.ts";
import {
  measuredTexts,
  type ReviewBudget,
  type ReviewedFields,
  Reviewer,
  type ReviewQuestion,
  saveTextMeasurement,
  spendReview,
  spendTokens,
} from "./measure/index.ts";
import type { MarketplacePolicies, PolicyBook } from "./policies/index.ts";

/** One measurement that a subject's texts should have, by the name that it is kept under. */
interface Asked {
  measurement: TextMeasurementKey;
  content: string;
  question: ReviewQuestion;
}

const dayMs = 86_400_000;

export class Texts {
  readonly #db: Database;
  readonly #policies: PolicyBook;
  readonly #config: Config["reviewer"];
  readonly #reviewer: Reviewer | undefined;
  readonly #questions = new WeakMap<MarketplacePolicies, Map<SubjectKind, Omit<ReviewQuestion, "fields">>>();

  constructor({ db, policies, config }: { db: Database; policies: PolicyBook; config: Pick<Config, "reviewer"> }) {
    this.#db = db;
    this.#policies = policies;
    this.#config = config.reviewer;
    this.#reviewer = config.reviewer && new Reviewer(config.reviewer);
  }

  /** Whether a reviewer is there to be switched on. */
  get canReview(): boolean {
    return this.#reviewer !== undefined;
  }

  /** What is known of each subject's texts: taken, not taken yet, or why it cannot be had; nothing where nothing is asked. */
  async known(marketplace: string, intakes: readonly Intake[], inForce: MarketplacePolicies): Promise<Measurements[]> {
    const asked = intakes.map((intake) => this.#asked(intake, inForce));
    const contents = asked.flatMap((all) => all.map(({ content }) => content));
    if (contents.length === 0) return asked.map(() => ({}));
    const stored = await measuredTexts(this.#db.for(marketplace), marketplace, contents);
    const result = ({ content }: Asked): MeasurementResult<unknown> => stored.get(content) ?? { state: "pending" };
    return asked.map((all) => Object.fromEntries(all.map((one) => [one.measurement, [result(one)]])) as Measurements);
  }

  /** Takes what is missing. A failure is a result too, with its reason. */
  async take(intake: Intake): Promise<void> {
    const { marketplace } = intake;
    const inForce = await this.#policies.current(marketplace);
    const asked = this.#asked(intake, inForce);
    if (asked.length === 0) return;
    const q = this.#db.for(marketplace);
    const stored = await measuredTexts(
      q,
      marketplace,
      asked.map(({ content }) => content),
    );
    for (const { content, measurement, question } of asked) {
      if (stored.has(content)) continue;
      const result = await this.#reviewer!.review(question, this.#budget(marketplace, inForce));
      if (result.state === "failed") {
        await saveTextMeasurement(q, marketplace, content, measurement, result);
        continue;
      }
      const { findings, scores, instructions, cut } = result.value;
      const value = {
        model: this.#reviewer!.model,
        findings: findings.map(({ code, probability, evidence: { field, start, end } }) => ({
          code,
          probability,
          field,
          start,
          end,
        })),
        scores,
        instructions,
        cut,
      };
      await saveTextMeasurement(q, marketplace, content, measurement, { state: "done", value });
    }
  }

  /** Nothing is asked about the past, about kinds that were not switched on, or where there is no text. */
  #asked(intake: Intake, inForce: MarketplacePolicies): Asked[] {
    const { reviewer } = inForce.settings;
    const { kind, data } = intake.subject;
    if (!this.#reviewer || !reviewer?.enabled || intake.mode === "backfill") return [];
    if (!(reviewer.subjects as readonly SubjectKind[]).includes(kind)) return [];
    const texts = (textFields[kind] ?? []).flatMap((field): [string, string][] => {
      const text = data[field];
      return typeof text === "string" && text.trim() !== "" ? [[field, text]] : [];
    });
    const question = this.#questionFor(kind, inForce);
    if (texts.length === 0 || question.codes.length === 0) return [];
    const whole = { ...question, fields: Object.fromEntries(texts) as ReviewedFields };
    return [{ measurement: "text_review", content: `text:${this.#reviewer.nameOf(whole)}`, question: whole }];
  }

  /** The policy's own words about a kind of subject: each reason that its rules give, as moderators read it. */
  #questionFor(kind: SubjectKind, inForce: MarketplacePolicies): Omit<ReviewQuestion, "fields"> {
    let known = this.#questions.get(inForce);
    if (!known) {
      known = new Map();
      this.#questions.set(inForce, known);
    }
    let question = known.get(kind);
    if (!question) {
      question = questionOf(kind, inForce, this.#policies);
      known.set(kind, question);
    }
    return question;
  }

  #budget(marketplace: string, { settings }: MarketplacePolicies): ReviewBudget {
    const q = this.#db.for(marketplace);
    const day = Math.floor(Date.now() / dayMs);
    const { reviewsPerDay, tokensPerDay } = this.#config!;
    const reviews = Math.min(reviewsPerDay, settings.reviewer?.reviews_per_day ?? reviewsPerDay);
    return {
      spend: () => spendReview(q, marketplace, day, { reviews, tokens: tokensPerDay }),
      used: (tokens) => spendTokens(q, marketplace, day, tokens),
    };
  }
}

/** Rules over what detectors saw without a model or a picture are about what the texts say. */
const readsText = new Set(
  detectors.filter(({ measurements, cost }) => measurements.length === 0 && cost === "micro").map(({ id }) => id),
);

function questionOf(
  kind: SubjectKind,
  { compiled }: MarketplacePolicies,
  { reasons }: PolicyBook,
): Omit<ReviewQuestion, "fields"> {
  const titles = new Map<string, string[]>();
  for (const { rule, reads } of compiled.rulesFor(kind)) {
    if (rule.status !== "live" || !rule.then || !reads.detectors.some((id) => readsText.has(id))) continue;
    const known = titles.get(rule.then.reason) ?? [];
    titles.set(rule.then.reason, rule.title ? [...known, rule.title] : known);
  }
  const lines = [...titles].sort().map(([code, rules]) => {
    const text = reasons.find((reason) => reason.code === code)?.moderator.en ?? "";
    return `- ${code}: ${text}${rules.length > 0 ? ` (${rules.join("; ")})` : ""}`;
  });
  return { policy: lines.join("\n"), codes: [...titles.keys()].sort() };
}
