/** An event: something that happened at the marketplace, with the subject's whole new state. */
import { z } from "zod";
import { outcomes } from "./decision.ts";
import { AssayError } from "./errors.ts";
import { idSchema, type Subject, type SubjectKind, subjectKinds } from "./subject.ts";

const short = z.string().max(2000);
export const clientSchema = z
  .looseObject({
    ip: short.optional(),
    device: short.optional(),
    user_agent: short.optional(),
    session: short.optional(),
    locale: short.optional(),
    /** ISO 3166 code of the country that the address lies in, where the caller knows it. */
    country: short.optional(),
  })
  .meta({ id: "Client" });
export type Client = z.infer<typeof clientSchema>;

/** What another system decided of the same event, for comparison in shadow mode and in `assay check`. */
export const incumbentSchema = z
  .looseObject({
    outcome: z.enum(outcomes).optional(),
    reason: short.optional(),
    score: z.number().optional(),
  })
  .meta({ id: "IncumbentDecision" });
export type Incumbent = z.infer<typeof incumbentSchema>;

/** `object.past_tense`; the object is a kind of subject: `listing.created`, `message.sent`. */
export const eventTypePattern = /^([a-z_]{1,40})\.([a-z_]{1,40})$/;

export const eventSchema = z
  .looseObject({
    id: idSchema,
    type: z.string().regex(eventTypePattern, "must be kind.past_tense, such as listing.created"),
    time: z.iso.datetime({
      offset: true,
      error: "must be an RFC 3339 date and time with an offset, such as 2026-11-21T10:00:00Z",
    }),
    marketplace: idSchema.optional(),
    client: clientSchema.optional(),
    incumbent: incumbentSchema.optional(),
    data: z.looseObject({ id: idSchema }),
  })
  .meta({ id: "Event" });
export type AssayEvent = z.infer<typeof eventSchema>;

/** Verbs after which the subject is no longer offered: its state is kept, it leaves duplicates, prices and live counts. */
export const endingVerbs: ReadonlySet<string> = new Set(["removed", "deleted", "closed", "cancelled", "expired"]);

/** How deep an event may nest, in levels of objects and arrays. */
export const maxEventDepth = 32;
/** How far in the future an event's time may lie, in ms. */
export const maxFutureMs = 5 * 60_000;

export interface ParsedEvent {
  event: AssayEvent;
  subject: Subject;
  /** The event's time in ms since 1970. */
  at: number;
}

/**
 * Checks one event against the contract.
 * @param input parsed JSON
 * @param now ms since 1970, against which future dates are judged
 * @throws AssayError `invalid_event`, `event_too_deep` or `event_in_future`, with a JSON pointer for each mistake
 */
export function parseEvent(input: unknown, now: number): ParsedEvent {
  if (depthOver(input, maxEventDepth)) {
    throw new AssayError("event_too_deep", `An event may nest at most ${maxEventDepth} levels.`);
  }
  const event = check(eventSchema, dropNulls(input), "");
  const kind = event.type.slice(0, event.type.indexOf(".")) as SubjectKind;
  const declared = Object.hasOwn(subjectKinds, kind) ? subjectKinds[kind] : undefined;
  if (!declared) {
    throw invalid([
      { pointer: "/type", detail: `unknown subject kind "${kind}"; known: ${Object.keys(subjectKinds).join(", ")}` },
    ]);
  }
  const data = check(declared.schema, event.data, "/data") as Record<string, unknown>;
  const at = Date.parse(event.time);
  if (!(at >= 0)) throw invalid([{ pointer: "/time", detail: "is not a date that exists, after 1970" }]);
  if (at > now + maxFutureMs) {
    throw new AssayError("event_in_future", `time is ${event.time}, the server's is ${new Date(now).toISOString()}.`);
  }
  return {
    event,
    at,
    subject: {
      kind,
      id: event.data.id,
      ...(typeof data.revision === "number" && { revision: data.revision }),
      owner: String(data[declared.owner]),
      data,
    },
  };
}

function check<T>(schema: z.ZodType<T>, value: unknown, base: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.slice(0, 20).map((issue) => ({
      pointer: `${base}${issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`,
      detail: issue.message,
    })),
  );
}

function invalid(mistakes: { pointer: string; detail: string }[]): AssayError {
  const first = mistakes[0];
  return new AssayError("invalid_event", first && `${first.pointer || "/"}: ${first.detail}`, { errors: mistakes });
}

/** Whether JSON nests deeper than `limit` levels; itself bounded by `limit`. */
function depthOver(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    if (depthOver(child, limit - 1)) return true;
  }
  return false;
}

/** `null` means missing (DESIGN.md, section 8): a copy without it. Array places are kept. */
function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) if (child !== null) copy[key] = dropNulls(child);
  return copy;
}
