/**
 * Every error the API can answer with, declared once: stable `code`, HTTP `status`, `title`.
 * Presented as problem details (RFC 9457) by `server/src/http/problems.ts`; listed in `docs/errors.md` by a test.
 */
import { z } from "zod";
import { draftConflictSchema } from "./policy_draft.ts";

export const errors = {
  invalid_json: { status: 400, title: "The body is not valid JSON" },
  invalid_event: { status: 400, title: "The event does not fit the contract" },
  invalid_request: { status: 400, title: "The request does not fit the contract" },
  event_too_deep: { status: 400, title: "The event is nested too deeply" },
  event_in_future: { status: 400, title: "The event's time is more than five minutes in the future" },
  invalid_picture: { status: 400, title: "The file is not a picture that can be accepted" },
  invalid_policy: { status: 400, title: "The policy has mistakes" },
  unauthenticated: { status: 401, title: "No valid API key or session was given" },
  second_factor_required: { status: 401, title: "A code of the second factor is needed" },
  forbidden: { status: 403, title: "This key or role may not do that" },
  not_found: { status: 404, title: "There is nothing under this address" },
  event_in_flight: { status: 409, title: "An event with this id is being decided right now" },
  case_taken: { status: 409, title: "Another person holds this case" },
  case_resolved: { status: 409, title: "The case has been resolved already" },
  revision_changed: { status: 409, title: "The subject has changed since it was shown" },
  own_decision: { status: 403, title: "Somebody else than whoever took the contested decision has to decide" },
  already_contested: { status: 409, title: "This has been contested already; there is one appeal" },
  plan_changed: { status: 409, title: "What the playbook would do has changed since it was shown" },
  confirmation_closed: { status: 409, title: "This confirmation is not open" },
  draft_changed: { status: 409, title: "Somebody else changed the draft since it was shown" },
  draft_closed: { status: 409, title: "The draft was published or discarded" },
  policy_changed: { status: 409, title: "Another version of the policy came into force since the draft was begun" },
  undo_expired: { status: 409, title: "The undo hold has passed; the decision is in force" },
  not_contestable: { status: 409, title: "There is nothing here to contest (any more)" },
  link_invalid: { status: 404, title: "This link is not valid, or has lapsed" },
  contest_over: { status: 410, title: "The time in which this could be contested has passed" },
  link_used: { status: 410, title: "This one-time link was used or has expired" },
  body_too_large: { status: 413, title: "The body is larger than 1 MB" },
  unsupported_media_type: { status: 415, title: "The body's media type is not understood" },
  event_id_reused: { status: 422, title: "This event id was used before with another body" },
  too_many_requests: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Assay failed; the request was not carried out" },
  overloaded: {
    status: 503,
    title: "Assay has more to do than it can; nothing was stored. Try again after Retry-After",
  },
  unavailable: { status: 503, title: "Assay cannot answer right now; nothing was stored" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errors;

/** A problem-details body (RFC 9457), `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string().describe("URI of the error's documentation"),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    request_id: z.string().optional(),
    errors: z.array(z.object({ detail: z.string(), pointer: z.string() })).optional(),
    /** SHA-256 of the stored and of the given body, with `event_id_reused`. */
    stored_hash: z.string().optional(),
    given_hash: z.string().optional(),
    /** What stands and what was sent, with `draft_changed` and `policy_changed`. */
    conflict: draftConflictSchema.optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;

/** The one error class thrown on purpose; everything else that is thrown is `internal`. */
export class AssayError extends Error {
  readonly code: ErrorCode;
  readonly more: Pick<Problem, "errors" | "stored_hash" | "given_hash" | "conflict">;
  constructor(code: ErrorCode, detail?: string, more: AssayError["more"] = {}) {
    super(detail ?? errors[code].title);
    this.name = "AssayError";
    this.code = code;
    this.more = more;
  }
}
