/** Tells the Commission's transparency database of what was decided: each decision once, checked before, in batches. */
import { AssayError, type ReasonCode } from "@assay/contract";
import type { Database } from "./db/index.ts";
import {
  type DecidedRow,
  DsaClient,
  type DsaStatement,
  dsaBatch,
  dsaProblems,
  dsaStatementOf,
  markOutcome,
  markSending,
  publicKinds,
  restrictingDecisions,
} from "./transparency/index.ts";
import type { MarketplaceVoice, Voices } from "./voices.ts";

export interface StatementsDeps {
  db: Database;
  voices: Voices;
  reasons: readonly ReasonCode[];
}

export interface ExportedStatement {
  decision_id: string;
  /** Absent where nothing is restricted that the database knows. */
  statement?: DsaStatement;
  /** What the database would say is wrong with it. */
  problems: Record<string, string[]>;
}

export interface PushSummary {
  sent: number;
  refused: { decision_id: string; errors: Record<string, string[]> }[];
  failed: { decision_id: string; reason: string }[];
  /** Restrict nothing that the database knows. */
  passed_over: number;
  has_more: boolean;
}

const exportedOf = (row: DecidedRow, codes: readonly ReasonCode[], voice: MarketplaceVoice): ExportedStatement => {
  const { answer: decision, ...more } = row;
  const statement = dsaStatementOf({ decision, ...more }, codes, voice);
  return {
    decision_id: decision.decision_id,
    ...(statement && { statement }),
    problems: statement ? dsaProblems(statement) : {},
  };
};

/** A page of statements, oldest first. @param after of the page before. @returns also where the next page goes on */
export async function exportStatements(
  { db, voices, reasons }: StatementsDeps,
  marketplace: string,
  between: { from: Date; to: Date; after?: readonly [string, string] | undefined; limit: number },
): Promise<{ data: ExportedStatement[]; next?: readonly [string, string] }> {
  const voice = await voices.of(marketplace);
  const q = db.for(marketplace);
  const rows = await restrictingDecisions(q, marketplace, publicKinds, { ...between, unsent: false });
  const last = rows.length === between.limit ? rows.at(-1) : undefined;
  return {
    data: rows.map((row) => exportedOf(row, reasons, voice)).filter(({ statement }) => statement !== undefined),
    ...(last && { next: [last.key_at, last.answer.decision_id] as const }),
  };
}

/** Two pushes at once in this process would send the same. */
const pushing = new Set<string>();

/**
 * Sends the next batch that was not sent.
 * @throws AssayError `invalid_request` where a push is under way, or none is set up
 */
export async function pushStatements(
  { db, voices, reasons }: StatementsDeps,
  marketplace: string,
  target: { url: string; token: string } | undefined,
  between: { from: Date; to: Date },
): Promise<PushSummary> {
  if (!target) {
    throw new AssayError(
      "invalid_request",
      "This installation has no token of the transparency database; its operator sets ASSAY_DSA_TOKEN.",
    );
  }
  if (pushing.has(marketplace)) throw new AssayError("invalid_request", "Statements are being sent already.");
  pushing.add(marketplace);
  try {
    const voice = await voices.of(marketplace);
    const q = db.for(marketplace);
    const rows = await restrictingDecisions(q, marketplace, publicKinds, { ...between, limit: dsaBatch, unsent: true });
    const all = rows.map((row) => exportedOf(row, reasons, voice));
    const summary: PushSummary = {
      sent: 0,
      refused: [],
      failed: [],
      passed_over: 0,
      has_more: rows.length === dsaBatch,
    };
    const fine: { decision: string; puid: string; statement: DsaStatement }[] = [];
    for (const { decision_id: decision, statement, problems } of all) {
      const puid = statement?.puid ?? decision;
      if (statement && Object.keys(problems).length === 0) {
        fine.push({ decision, puid, statement });
        continue;
      }
      // Kept as settled, so that the next batch goes on behind it.
      const errors = statement ? problems : { decision: ["restricts nothing that the database knows"] };
      await markSending(q, marketplace, [{ decision, puid }]);
      await markOutcome(q, marketplace, puid, { state: "refused", errors });
      if (statement) summary.refused.push({ decision_id: decision, errors });
      else summary.passed_over++;
    }
    await markSending(q, marketplace, fine);
    const results = fine.length > 0 ? await new DsaClient(target).push(fine.map(({ statement }) => statement)) : [];
    for (const [index, result] of results.entries()) {
      const { decision } = fine[index]!;
      if (result.state === "failed") {
        summary.failed.push({ decision_id: decision, reason: result.reason });
        continue;
      }
      await markOutcome(q, marketplace, result.puid, result);
      if (result.state === "sent") summary.sent++;
      else summary.refused.push({ decision_id: decision, errors: result.errors });
    }
    return summary;
  } finally {
    pushing.delete(marketplace);
  }
}
