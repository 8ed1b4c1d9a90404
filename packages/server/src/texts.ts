/** What is asked about a subject's texts, and of whom: from the policies in force and the marketplace's settings to measurements. */
import {
  AssayError,
  type MarketplaceSettings,
  type MeasurementResult,
  type Measurements,
  type MeasurementValue,
  type Subject,
  type SubjectKind,
  type TextMeasurementKey,
  textFields,
} from "@assay/contract";
import { detectors, languageOf, textsOf } from "@assay/detectors";
import type { Config } from "./config/index.ts";
import type { Database } from "./db/index.ts";
import type { Intake } from "./intake/index.ts";
import {
  dayOf,
  measuredTexts,
  noteReviewFailure,
  type Review,
  type ReviewedFields,
  Reviewer,
  type ReviewLimits,
  type ReviewQuestion,
  type ReviewResult,
  saveTextMeasurement,
  spendReview,
  spendTokens,
  type TextModel,
} from "./measure/index.ts";
import type { MarketplacePolicies, PolicyBook } from "./policies/index.ts";

/** One measurement that a subject's texts should have, by the name that it is kept under, and how it is had. */
interface Asked {
  measurement: TextMeasurementKey;
  content: string;
  take(): Promise<Taken>;
}
type Taken = { state: "done"; value: unknown } | { state: "failed"; reason: string };

export interface TextsOptions {
  db: Database;
  policies: PolicyBook;
  config: Pick<Config, "reviewer">;
  /** Closed by whoever opened it. */
  model?: TextModel | undefined;
}

export class Texts {
  readonly #db: Database;
  readonly #policies: PolicyBook;
  readonly #config: Config["reviewer"];
  readonly #reviewer: Reviewer | undefined;
  readonly #model: TextModel | undefined;
  readonly #questions = new WeakMap<MarketplacePolicies, Map<SubjectKind, Omit<ReviewQuestion, "fields">>>();

  constructor({ db, policies, config, model }: TextsOptions) {
    this.#db = db;
    this.#policies = policies;
    this.#config = config.reviewer;
    this.#reviewer = config.reviewer && new Reviewer(config.reviewer);
    this.#model = model;
  }

  /** The reviewing model, where one is there to be switched on. */
  get reviewer(): Reviewer | undefined {
    return this.#reviewer;
  }

  /** The operator's own text model. */
  get model(): TextModel | undefined {
    return this.#model;
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
    for (const { content, measurement, take } of asked) {
      if (!stored.has(content)) await saveTextMeasurement(q, marketplace, content, measurement, await take());
    }
  }

  /** Nothing is asked about the past. */
  #asked(intake: Intake, inForce: MarketplacePolicies): Asked[] {
    if (intake.mode === "backfill") return [];
    return [...this.#askedOfReviewer(intake, inForce), ...this.#askedOfModel(intake)];
  }

  /** Nothing about kinds that were not switched on, or where there is no text. */
  #askedOfReviewer({ marketplace, subject }: Intake, inForce: MarketplacePolicies): Asked[] {
    const reviewer = this.#reviewer;
    const { reviewer: settings } = inForce.settings;
    const { kind } = subject;
    if (!reviewer || !settings?.enabled || !(settings.subjects as readonly SubjectKind[]).includes(kind)) return [];
    const fields: ReviewedFields = Object.fromEntries(textsIn(subject));
    const question = this.#questionFor(kind, inForce);
    if (Object.keys(fields).length === 0 || question.codes.length === 0) return [];
    const whole = { ...question, fields };
    const take = async (): Promise<Taken> => {
      const result = await this.#ask(marketplace, inForce, whole);
      return result.state === "failed" ? result : { state: "done", value: kept(reviewer.model, result.value) };
    };
    return [{ measurement: "text_review", content: `text:${reviewer.nameOf(whole)}`, take }];
  }

  /** Nothing about kinds and languages that the model does not read. */
  #askedOfModel({ subject }: Intake): Asked[] {
    const model = this.#model;
    if (!model?.manifest.subjects.includes(subject.kind)) return [];
    const { languages } = model.manifest;
    const foreign = new Set<string>();
    for (const view of languages ? textsOf(subject) : []) {
      const { language, sure } = languageOf(view);
      if (sure && !languages!.includes(language)) foreign.add(view.field);
    }
    const texts = textsIn(subject).flatMap(([field, text]) => (foreign.has(field) ? [] : [text]));
    if (texts.length === 0) return [];
    return [{ measurement: "text_model", content: `text:${model.nameOf(texts)}`, take: () => model.score(texts) }];
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

  /** Asks the reviewer within the marketplace's budget; a failure is counted and kept for whoever looks after it. */
  async #ask(marketplace: string, { settings }: MarketplacePolicies, question: ReviewQuestion): Promise<ReviewResult> {
    const q = this.#db.for(marketplace);
    const day = dayOf(Date.now());
    const limits = this.limits(settings)!;
    const result = await this.#reviewer!.review(question, {
      spend: () => spendReview(q, marketplace, day, limits),
      used: (tokens) => spendTokens(q, marketplace, day, tokens),
    });
    if (result.state === "failed") await noteReviewFailure(q, marketplace, day, result.reason);
    return result;
  }

  /** What a marketplace may spend, by the installation's settings and its own; undefined without a reviewer. */
  limits({ reviewer }: MarketplaceSettings): ReviewLimits | undefined {
    if (!this.#config) return undefined;
    const { reviewsPerDay, tokensPerDay } = this.#config;
    const reviews = Math.min(reviewsPerDay, reviewer?.reviews_per_day ?? reviewsPerDay);
    return { reviews, tokens: tokensPerDay, monthTokens: reviewer?.tokens_per_month };
  }

  /**
   * Asks the reviewer about a text, as it would be asked about a subject's of that kind; counts towards the budget, keeps nothing.
   * @throws AssayError where there is no reviewer, or no live rule gives it a reason to look for
   */
  async tryReview(marketplace: string, kind: SubjectKind, fields: ReviewedFields): Promise<ReviewResult> {
    if (!this.#reviewer) throw new AssayError("invalid_request", noReviewer);
    const inForce = await this.#policies.current(marketplace);
    const question = this.#questionFor(kind, inForce);
    if (question.codes.length === 0) {
      throw new AssayError("invalid_request", `No live rule about texts of a ${kind} gives a reason to look for.`);
    }
    return this.#ask(marketplace, inForce, { ...question, fields });
  }
}

/** What is said where one is asked for and none is there. */
export const noReviewer = "This installation has no reviewer; its operator sets ASSAY_REVIEWER_URL.";

/** The fields of a subject that hold a text. */
function textsIn({ kind, data }: Subject): [string, string][] {
  return (textFields[kind] ?? []).flatMap((field): [string, string][] => {
    const text = data[field];
    return typeof text === "string" && text.trim() !== "" ? [[field, text]] : [];
  });
}

/** A review as it is kept. */
function kept(model: string, { findings, scores, instructions, cut }: Review): MeasurementValue<"text_review"> {
  const places = findings.map(({ code, probability, evidence: { field, start, end } }) => ({
    code,
    probability,
    field,
    start,
    end,
  }));
  return { model, findings: places, scores, instructions, cut };
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
