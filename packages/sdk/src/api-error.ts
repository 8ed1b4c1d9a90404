/** What the client throws when Assay answers with an error, or with something that is not an answer. */
import type { ErrorCode, Problem } from "@assay/contract";

/** Codes of the contract; `unreadable` where the answer was no problem-details body (a proxy's page, say). */
export type ApiErrorCode = ErrorCode | "unreadable";

/** An answer that is an error: its stable `code`, HTTP `status`, and what Assay said of it. */
export class AssayApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  /** Quote it when you ask for help: it is in Assay's log. */
  readonly requestId: string | undefined;
  /** The whole problem-details body (RFC 9457), with a JSON pointer for each mistake. */
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined, requestId: string | undefined) {
    const more = problem?.detail !== undefined && problem.detail !== problem.title ? `: ${problem.detail}` : "";
    super(problem ? `${problem.title}${more}` : `HTTP ${status}`);
    this.name = "AssayApiError";
    this.code = (problem?.code as ErrorCode | undefined) ?? "unreadable";
    this.status = status;
    this.requestId = problem?.request_id ?? requestId;
    this.problem = problem;
  }
}

/** No answer came, after all attempts: the connection failed or the time ran out. `cause` says how. */
export class AssayConnectionError extends Error {
  readonly attempts: number;

  constructor(attempts: number, cause: unknown) {
    super(`Assay did not answer (${attempts} ${attempts === 1 ? "attempt" : "attempts"}): ${messageOf(cause)}`, {
      cause,
    });
    this.name = "AssayConnectionError";
    this.attempts = attempts;
  }
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // fetch says only "fetch failed"; what happened is one level down
  return cause.cause instanceof Error ? `${cause.message} (${cause.cause.message})` : cause.message;
}

/** Whether a value is a problem-details body. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Problem).code === "string" &&
    typeof (value as Problem).status === "number" &&
    !("decision_id" in value)
  );
}
