/** The marketplace's own lists: accounts, words, numbers, domains that policies and detectors read. Changes are in force within a second. */
import {
  AssayError,
  isAllowList,
  kindOfList,
  type ListEntry,
  type ListKind,
  listEntrySchema,
  listKindSchema,
  listNameSchema,
  listPreviewSchema,
  listSummarySchema,
  pageOf,
} from "@assay/contract";
import { canonicalEntry } from "@assay/detectors";
import { z } from "zod";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { newestEvents } from "../intake/index.ts";
import {
  addToList,
  type EntryRow,
  entriesOf,
  knownOf,
  listSummaries,
  type NewEntry,
  previewEntries,
  removeFromList,
} from "../policies/index.ts";
import { keyOf, keyTime, pageQuery, toPage } from "./page.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ list: listNameSchema });
const values = z.array(z.string().max(2000)).min(1).max(10_000);
const details = {
  kind: listKindSchema.optional().describe("what the values are; by the list's name when it is not said"),
  reason: z.string().max(500).optional(),
  note: z.string().max(2000).optional(),
  expires_at: z.iso.datetime({ offset: true }).optional(),
};
const entriesBody = {
  values: values.optional(),
  entries: z
    .array(z.strictObject({ value: z.string().max(2000), ...details }))
    .min(1)
    .max(10_000)
    .optional()
    .describe("instead of values: each with its own details, which win over those beside it"),
  ...details,
  source: z.string().max(200).optional().describe("where they come from"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "an ISO 3166 code such as FR")
    .optional()
    .describe("whose national telephone numbers they are"),
};
type EntriesBody = z.infer<z.ZodObject<typeof entriesBody>>;
const oneOf = (body: { values?: unknown; entries?: unknown }) =>
  (body.values === undefined) !== (body.entries === undefined);
const changed = z.object({ list: z.string(), changed: z.int() });
const entryKey = z.tuple([keyTime, z.string(), z.string()]);

interface Refused {
  index: number;
  value: string;
  reason: string;
}

/** Entries in canonical form, each once, and what could not be read. */
function read(list: string, body: EntriesBody): { entries: NewEntry[]; refused: Refused[] } {
  const entries = new Map<string, NewEntry>();
  const refused: Refused[] = [];
  const all = body.entries ?? body.values!.map((value) => ({ value }));
  for (const [index, given] of all.entries()) {
    const entry: NewEntry & { kind?: ListKind } = { ...body, ...given } as NewEntry;
    const kind = entry.kind ?? kindOfList(list);
    const canonical = entry.value.isWellFormed()
      ? canonicalEntry(kind, entry.value, body.country)
      : { problem: "it holds half a character" };
    if ("problem" in canonical)
      refused.push({ index, value: entry.value.toWellFormed().slice(0, 200), reason: canonical.problem });
    else {
      const { reason, note, expires_at, source } = entry;
      entries.set(`${kind} ${canonical.value}`, { kind, value: canonical.value, reason, note, expires_at, source });
    }
  }
  return { entries: [...entries.values()], refused };
}

const shown = ({ key_at: _, added_at, expires_at, ...row }: EntryRow): ListEntry => ({
  ...row,
  added_at: added_at.toISOString(),
  expires_at: expires_at?.toISOString() ?? null,
});

export async function listRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/lists",
    {
      config: { permission: "policy.read" },
      schema: { summary: "Every list at a glance", response: { 200: z.object({ data: z.array(listSummarySchema) }) } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const [{ values: inForce }, stored] = await Promise.all([
        policies.lists(marketplace),
        listSummaries(db.for(marketplace), marketplace),
      ]);
      const known = new Map(stored.map((row) => [row.list, row]));
      const names = [...new Set([...Object.keys(inForce), ...known.keys()])].sort();
      const data = names.map((list) => ({
        list,
        kind: kindOfList(list),
        allow: isAllowList(list),
        entries: known.get(list)?.entries ?? 0,
        changed_at: known.get(list)?.changed_at ?? null,
      }));
      return { data };
    },
  );

  app.get(
    "/v1/lists/:list/entries",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "Entries of a list in force, newest first",
        params,
        querystring: z.object({
          ...pageQuery,
          limit: z.coerce.number().int().min(1).max(1000).default(50),
          q: z.string().max(200).optional().describe("part of a value, a reason or a note"),
        }),
        response: { 200: pageOf(listEntrySchema) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { cursor, limit, q } = request.query;
      const before = keyOf(cursor, entryKey);
      const rows = await entriesOf(db.for(marketplace), marketplace, request.params.list, q, before, limit + 1);
      return toPage(rows, limit, (row) => [row.key_at, row.kind, row.value], shown);
    },
  );

  app.post(
    "/v1/lists/:list/entries",
    {
      config: { permission: "list.write" },
      schema: {
        summary: "Add entries to a list, which is made when it is new; those that stand in it already are left alone",
        params,
        body: z.object(entriesBody).refine(oneOf, "needs either values or entries"),
        response: { 200: changed },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { list } = request.params;
      const { entries, refused } = read(list, request.body);
      if (refused.length > 0) {
        const told = refused.slice(0, 5).map(({ value, reason }) => `"${value}": ${reason}`);
        const field = request.body.entries ? "entries" : "values";
        throw new AssayError("invalid_request", `${refused.length} cannot be read. ${told.join("; ")}`, {
          errors: refused.slice(0, 100).map(({ index, reason }) => ({ detail: reason, pointer: `/${field}/${index}` })),
        });
      }
      const added = await db.transaction(marketplace, async (tx) => {
        const n = await addToList(tx, marketplace, list, entries, id);
        await appendAudit(tx, marketplace, {
          actor: id,
          what: "list.added_to",
          subject: list,
          details: {
            values: entries.slice(0, 100).map(({ value }) => value),
            n,
            ...(request.body.source !== undefined && { source: request.body.source }),
          },
        });
        return n;
      });
      policies.forget(marketplace);
      return { list, changed: added };
    },
  );

  app.post(
    "/v1/lists/:list/preview",
    {
      config: { permission: "list.write" },
      schema: {
        summary: "What entries would have matched among what is stored, before they are added",
        params,
        body: z
          .object({
            ...entriesBody,
            last: z.int().min(1).max(5000).default(1000).describe("how many of the newest to look at"),
          })
          .refine(oneOf, "needs either values or entries"),
        response: { 200: listPreviewSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { list } = request.params;
      const { entries, refused } = read(list, request.body);
      const q = db.for(marketplace);
      const known = await knownOf(
        q,
        marketplace,
        list,
        entries.map(({ value }) => value),
      );
      const recent = await newestEvents(q, marketplace, request.body.last);
      const preview = await previewEntries(
        list,
        entries.map(({ kind, value }) => ({ list, kind, value })),
        recent,
      );
      const isNew = ({ kind, value }: NewEntry) => !known.has(`${kind} ${value}`);
      return { entries: entries.length, new: entries.filter(isNew).length, refused: refused.slice(0, 100), ...preview };
    },
  );

  app.delete(
    "/v1/lists/:list/entries",
    {
      config: { permission: "list.write" },
      schema: {
        summary: "Take values out of a list, as they stand in it or as they would be written",
        params,
        body: z.object({ values }),
        response: { 200: changed },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { list } = request.params;
      const { entries } = read(list, request.body);
      const asked = [
        ...new Set([...request.body.values.map((value) => value.trim()), ...entries.map(({ value }) => value)]),
      ];
      if (asked.some((value) => value.includes("\0") || !value.isWellFormed()))
        throw new AssayError("invalid_request", "A value holds what no entry can.");
      const removed = await db.transaction(marketplace, async (tx) => {
        const gone = await removeFromList(tx, marketplace, list, asked, id);
        await appendAudit(tx, marketplace, {
          actor: id,
          what: "list.removed_from",
          subject: list,
          details: { values: gone.slice(0, 100).map(({ value }) => value), n: gone.length },
        });
        return gone.length;
      });
      policies.forget(marketplace);
      return { list, changed: removed };
    },
  );
}
