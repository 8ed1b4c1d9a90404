/** The reasons as the person concerned reads them: in short, and whole where something is restricted (Digital Services Act, article 17). */
import type { Decision, ReasonCode, Statement } from "@assay/contract";
import { type StatementTexts, statementTexts } from "./statement_texts.ts";

/** What made us look. */
export type StatementSource = keyof StatementTexts["source"];

/** What a marketplace's statements need beside the decision. */
export interface Voice {
  /** Spoken where the person's own language is not known. */
  language?: string | undefined;
  terms?: { name?: string | undefined; url?: string | undefined } | undefined;
  /** Where a decision is contested, and until when; without it there is nowhere. */
  contest?: ((decisionId: string, from: Date) => { url: string; until: Date }) | undefined;
}

type Decided = Pick<
  Decision,
  "outcome" | "visibility" | "restrictions" | "reasons" | "by" | "mode" | "decision_id" | "effective_at" | "signals"
>;

export interface StatementBasis {
  codes: readonly ReasonCode[];
  voice: Voice;
  /** That the person is likely to read, the likeliest first. */
  languages: readonly (string | undefined)[];
  source?: StatementSource;
  /** It answers an appeal: that is not contested again. */
  final?: boolean;
  /** What is said beside the reasons' own texts. */
  explanation?: string | undefined;
}

/** @returns undefined where nothing is restricted */
export function statementOf(decision: Decided, basis: StatementBasis): Statement | undefined {
  const { outcome, reasons, restrictions, visibility } = decision;
  const restricted = outcome !== "approve" || visibility !== "visible" || restrictions.length > 0;
  if (!restricted) return undefined;
  const { codes, voice, explanation } = basis;
  const language = spokenOf([...basis.languages, voice.language]);
  const texts = statementTexts[language]!;
  const asked = reasons.filter((reason) => reason.outcome === undefined || reason.outcome === outcome);
  // A restriction on what is approved has its reasons too.
  const told = asked.length > 0 ? asked : reasons;
  const named = [...new Set(told.map((reason) => reason.code))].flatMap(
    (code) => codes.find((known) => known.code === code) ?? [],
  );
  // While a person is still to look, saying what was seen would teach; a refusal or a fix must say it (DSA, article 17).
  const why = named.flatMap((code) => {
    const text = code.person[language] ?? code.person.en;
    return (outcome === "review" ? text?.short : text?.text) ?? [];
  });
  if (explanation) why.push(explanation);
  const from = new Date(decision.effective_at ?? Date.now());
  const contest =
    outcome !== "review" && decision.mode === "live" && !basis.final
      ? voice.contest?.(decision.decision_id, from)
      : undefined;
  const details = detailsOf(decision, basis, { texts, language, named, why, until: contest?.until });
  return {
    language,
    text: [texts.openings[outcome], ...why].join(" "),
    fixable: outcome !== "review" && named.length > 0 && named.every((code) => code.fixable),
    ...(contest && { contest_url: contest.url, contest_until: contest.until.toISOString() }),
    ...(details.restrictions.length > 0 && { details }),
  };
}

function detailsOf(
  { visibility, restrictions, by, signals, outcome }: Decided,
  { voice, source = "own", final }: StatementBasis,
  said: {
    texts: StatementTexts;
    language: string;
    named: readonly ReasonCode[];
    why: string[];
    until: Date | undefined;
  },
): NonNullable<Statement["details"]> {
  const { texts, language, named, why } = said;
  const illegal = named.find((code) => code.dsa.ground === "DECISION_GROUND_ILLEGAL_CONTENT");
  const law = illegal && (illegal.dsa.legal_ground?.[language] ?? illegal.dsa.legal_ground?.en);
  const detection = source === "own" && signals.some((signal) => signal.state === "found");
  const decided = by !== "person";
  return {
    restrictions: [
      ...(visibility === "visible" ? [] : [texts.visibility[visibility]]),
      ...restrictions.map(({ type, expires_at }) =>
        [texts.restrictions[type], ...(expires_at ? [texts.until(texts.date(new Date(expires_at)))] : [])].join(" "),
      ),
    ],
    scope: texts.scope,
    facts: [texts.source[source], ...why].join(" "),
    ground: illegal ? "illegal" : "contract",
    grounds: illegal
      ? [texts.ground.illegal, ...(law ? [texts.law(law)] : [])].join(" ")
      : [texts.ground.contract, texts.terms(voice.terms?.name, voice.terms?.url)].join(" "),
    automated: {
      detection: detection || decided,
      decision: decided,
      text: texts.automated[decided ? "both" : detection ? "found" : "neither"],
    },
    redress: [
      ...(said.until ? [texts.redress.appeal(texts.date(said.until))] : []),
      ...(final ? [texts.redress.asked] : []),
      ...(outcome === "review" ? [] : [texts.redress.others]),
    ].join(" "),
  };
}

/** The first of these languages that we speak, else English. */
export function spokenOf(languages: readonly (string | undefined)[]): string {
  const named = languages.map((language) => language?.slice(0, 2).toLowerCase());
  return named.find((language) => language !== undefined && Object.hasOwn(statementTexts, language)) ?? "en";
}

/** What a person is likely to read: the language of what they wrote, then that of their client. */
export function languagesFor(data: Record<string, unknown>, locale: string | undefined): (string | undefined)[] {
  return [typeof data.language === "string" ? data.language : undefined, locale];
}
