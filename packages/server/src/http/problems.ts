/** The one place where errors become problem details (RFC 9457). */
import { AssayError, type ErrorCode, errors, type Problem } from "@assay/contract";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";

/** Fastify's and PostgreSQL's own errors that callers can cause. */
const causedByCaller: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: "invalid_json",
  FST_ERR_CTP_EMPTY_JSON_BODY: "invalid_json",
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_REQ_FILE_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "invalid_request",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "unsupported_media_type",
  // A text with a NUL, a date that does not exist.
  "22021": "invalid_request",
  "22007": "invalid_request",
  "22008": "invalid_request",
};

export function problemOf(error: unknown, requestId: string): Problem {
  const known = asAssayError(error);
  const { code, more } = known;
  const { status, title } = errors[code];
  return {
    type: `https://github.com/assay-desk/assay/blob/main/docs/errors.md#${code}`,
    title,
    status,
    code,
    // What went wrong inside is for the log, not for the caller.
    ...(code !== "internal" && known.message !== title && { detail: known.message }),
    request_id: requestId,
    ...more,
  };
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500 && problem.code !== "overloaded") request.log.error({ err: error }, "request failed");
  // Spread, so that those who were refused together do not come back together.
  if (problem.status === 503) reply.header("retry-after", String(1 + Math.floor(Math.random() * 3)));
  return reply.code(problem.status).type("application/problem+json").serializer(JSON.stringify).send(problem);
}

function asAssayError(error: unknown): AssayError {
  if (error instanceof AssayError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const mistakes = error.validation.map((issue) => ({
      pointer: issue.instancePath || "/",
      detail: issue.message ?? "is not valid",
    }));
    return new AssayError("invalid_request", mistakes[0] && `${mistakes[0].pointer}: ${mistakes[0].detail}`, {
      errors: mistakes,
    });
  }
  const { code = "", statusCode = 500, message } = error as FastifyError;
  const caused = causedByCaller[code] ?? (statusCode >= 400 && statusCode < 500 ? "invalid_request" : undefined);
  return caused ? new AssayError(caused, message) : new AssayError("internal");
}
