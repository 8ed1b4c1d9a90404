/** JSON Schema (draft 2020-12) of every word that crosses the API, by name. */
import { z } from "zod";
import { actionSchema } from "./action.ts";
import { caseSchema, labelSchema, resolutionSchema } from "./case.ts";
import { decisionSchema, statementSchema } from "./decision.ts";
import { detectorDeclarationSchema } from "./detector.ts";
import { problemSchema } from "./errors.ts";
import { eventSchema } from "./event.ts";
import { historyValues } from "./history.ts";
import { measurementValues } from "./measurement.ts";
import { policySchema, reasonCodeSchema } from "./policy.ts";
import { evidenceSchema, signalSchema } from "./signal.ts";
import { subjectKinds } from "./subject.ts";

const words: Record<string, z.ZodType> = {
  event: eventSchema,
  ...Object.fromEntries(Object.entries(subjectKinds).map(([kind, { schema }]) => [`subject.${kind}`, schema])),
  evidence: evidenceSchema,
  signal: signalSchema,
  decision: decisionSchema,
  statement: statementSchema,
  case: caseSchema,
  resolution: resolutionSchema,
  label: labelSchema,
  action: actionSchema,
  policy: policySchema,
  reason_code: reasonCodeSchema,
  detector: detectorDeclarationSchema,
  problem: problemSchema,
  history: z.object(historyValues),
  measurements: z.object(measurementValues),
};

/** One schema for each word: `event`, `subject.listing`, `decision`, `action` … as callers send and receive them. */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(words).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
    ]),
  );
}
