/** The events-and-decisions search, and one event with all that became of it. */
import { AssayError, eventRowSchema, eventViewSchema, outcomeSchema, pageOf } from "@assay/contract";
import { normalIdentifier, phoneOf } from "@assay/detectors";
import { z } from "zod";
import { actionsOf } from "../actions/index.ts";
import { lanesFor } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { eventDecisions, searchEvents } from "../decisions/index.ts";
import type { Deps } from "../deps.ts";
import { touchedBy } from "../history/index.ts";
import { loadEvent } from "../intake/index.ts";
import { keyOf, keyTime, pageQuery, timeQuery, toPage } from "./page.ts";
import { isSignalled, maskedEvent, sealedOf, sightOf, withoutText } from "./personal.ts";
import { requireSeen } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

/** Most accounts of one telephone number whose events are found. */
const mostByPhone = 50;
const eventKey = z.tuple([keyTime, z.string()]);

export async function searchRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    "/v1/events",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "Events with the decision that stands, newest first",
        querystring: z.object({
          ...pageQuery,
          q: z
            .string()
            .max(200)
            .optional()
            .describe("words of the title, the id of an event, subject or account, or a phone number in any notation"),
          type: z.string().max(100).optional(),
          kind: z.string().max(40).optional(),
          outcome: outcomeSchema.optional(),
          by: z.enum(["rule", "person"]).optional().describe("who decided"),
          account: z.string().max(200).optional(),
          from: timeQuery.optional().describe("received at or after"),
          to: timeQuery.optional().describe("received before"),
        }),
        response: { 200: pageOf(eventRowSchema) },
      },
    },
    async (request) => {
      const { marketplace, id: person, kind: by } = principalOf(request);
      const isKey = by === "key";
      const { cursor, limit, ...filter } = request.query;
      const q = db.for(marketplace);
      const { hidden } = await lanesFor(q, principalOf(request));
      const owners = filter.q === undefined ? [] : await accountsByPhone(q, marketplace, filter.q);
      const found = await searchEvents(
        q,
        marketplace,
        { ...filter, owners, hidden, person },
        keyOf(cursor, eventKey),
        limit,
      );
      return toPage(
        found,
        limit,
        (row) => [row.key_at, row.id],
        ({ answer, ...row }) => ({
          event_id: row.id,
          type: row.type,
          time: row.at.toISOString(),
          received_at: row.received_at.toISOString(),
          subject: { kind: row.kind, id: row.subject_id, ...(row.revision !== null && { revision: row.revision }) },
          owner: row.owner,
          // What people write to each other is not for whoever happens to search.
          title: row.kind === "message" && !isKey && !(answer && isSignalled(answer)) ? "" : row.title,
          mode: row.mode,
          ...(answer && {
            decision_id: answer.decision_id,
            outcome: answer.outcome,
            visibility: answer.visibility,
            by: answer.by,
            took_ms: answer.took_ms,
          }),
          reasons: [...new Set(answer?.reasons.map((reason) => reason.code))],
          cases: answer?.cases ?? [],
        }),
      );
    },
  );

  app.get(
    "/v1/events/:id/view",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "One event with its decisions and actions",
        params: z.object({ id: z.string() }),
        response: { 200: eventViewSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const { id } = request.params;
      const [stored, decisions] = await Promise.all([
        loadEvent(q, marketplace, id),
        eventDecisions(q, marketplace, id),
      ]);
      if (stored) await requireSeen(q, principalOf(request), stored.subject);
      if (!stored) throw new AssayError("not_found", `There is no event ${id}.`);
      const decisionIds = decisions.map((decision) => decision.decision_id);
      const person = principalOf(request);
      const sight = await sightOf(q, person);
      const { kind, owner } = stored.subject;
      const sealed = await sealedOf(q, person, { subject: stored.subject, event_id: id }, decisions[0]);
      const shown = sight.account(owner) ? { event: stored.event, masked: false } : maskedEvent(kind, stored.event);
      return {
        event: sealed === undefined ? shown.event : { ...shown.event, data: withoutText(shown.event.data) },
        ...(sealed !== undefined && { sealed_conversation: sealed }),
        ...(shown.masked && { masked_account: owner }),
        received_at: new Date(stored.receivedAt).toISOString(),
        decisions,
        actions: await actionsOf(q, marketplace, decisionIds),
      };
    },
  );
}

/** Accounts that a telephone number was seen with, however it is written; none for what is no number. */
async function accountsByPhone(q: Querier, marketplace: string, words: string): Promise<string[]> {
  if ((words.match(/[0-9]/g)?.length ?? 0) < 6) return [];
  const written = phoneOf(words, []);
  const phone = written && normalIdentifier("phone", written);
  if (phone === undefined) return [];
  const rows = await touchedBy(q, marketplace, "phone", phone, undefined, mostByPhone);
  return rows.map(({ account }) => account);
}
