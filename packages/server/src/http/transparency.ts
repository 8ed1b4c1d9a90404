/** Statements in the Commission's format, sending them, and the tables of the transparency report. */
import { z } from "zod";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { exportStatements, pushStatements } from "../statements_push.ts";
import { transparencyCounts } from "../transparency/index.ts";
import { cursorOf, keyOf, keyTime } from "./page.ts";
import { type App, principalOf } from "./route.ts";

const moment = z.iso.datetime({ offset: true });
const between = { from: moment.optional(), to: moment.optional() };
/** A year back unless said otherwise. */
const spanOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: from ? new Date(from) : new Date(Date.now() - 365 * 86_400_000),
  to: to ? new Date(to) : new Date(),
});
const fieldErrors = z.record(z.string(), z.array(z.string()));
const key = z.tuple([keyTime, z.string()]);

export async function transparencyRoutes(app: App, { db, voices, policies, config }: Deps): Promise<void> {
  const deps = { db, voices, reasons: policies.reasons };

  app.get(
    "/v1/statements",
    {
      config: { permission: "quality.read" },
      schema: {
        summary:
          "Statements of reasons as the DSA transparency database takes them, oldest first, each checked against its rules",
        querystring: z.object({
          ...between,
          cursor: z.string().max(500).optional(),
          limit: z.coerce.number().int().min(1).max(1000).default(100),
        }),
        response: {
          200: z.object({
            data: z.array(
              z.object({
                decision_id: z.string(),
                statement: z.record(z.string(), z.unknown()),
                problems: fieldErrors,
              }),
            ),
            has_more: z.boolean(),
            next_cursor: z.string().optional(),
          }),
        },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { cursor, limit, ...span } = request.query;
      const after = keyOf(cursor, key);
      const page = await exportStatements(deps, marketplace, { ...spanOf(span), after, limit });
      return {
        data: page.data.map(({ statement, ...more }) => ({ ...more, statement: { ...statement } })),
        has_more: page.next !== undefined,
        ...(page.next && { next_cursor: cursorOf([...page.next]) }),
      };
    },
  );

  app.post(
    "/v1/statements/push",
    {
      config: { permission: "statement.push" },
      schema: {
        summary:
          "Send the next hundred statements to the DSA transparency database; each decision once, never what was undone",
        body: z.strictObject(between),
        response: {
          200: z.object({
            sent: z.int(),
            refused: z.array(z.object({ decision_id: z.string(), errors: fieldErrors })),
            failed: z.array(z.object({ decision_id: z.string(), reason: z.string() })),
            passed_over: z.int(),
            has_more: z.boolean(),
          }),
        },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const summary = await pushStatements(deps, marketplace, config.dsa, spanOf(request.body));
      const { sent, refused, failed } = summary;
      await db.transaction(marketplace, (tx) =>
        appendAudit(tx, marketplace, {
          actor: id,
          what: "statements.pushed",
          subject: marketplace,
          details: { sent, refused: refused.length, failed: failed.length },
        }),
      );
      return summary;
    },
  );

  app.get(
    "/v1/transparency",
    {
      config: { permission: "quality.read" },
      schema: {
        summary: "The tables of a transparency report (Digital Services Act, articles 15 and 24), as JSON or CSV",
        querystring: z.object({ ...between, format: z.enum(["json", "csv"]).default("json") }),
        response: {
          200: z.union([
            z.string(),
            z.object({
              from: z.string(),
              to: z.string(),
              data: z.array(
                z.object({
                  table: z.string(),
                  by: z.string(),
                  value: z.string(),
                  n: z.int(),
                  median_hours: z.number().nullable().describe("from receipt to decision, of those that were decided"),
                }),
              ),
            }),
          ]),
        },
      },
    },
    async (request, reply) => {
      const { marketplace } = principalOf(request);
      const { from, to } = spanOf(request.query);
      const data = await transparencyCounts(db.for(marketplace), marketplace, from, to);
      if (request.query.format === "json") return { from: from.toISOString(), to: to.toISOString(), data };
      const lines = data.map(({ table, by, value, n, median_hours }) =>
        [table, by, cell(value), n, median_hours?.toFixed(2) ?? ""].join(","),
      );
      reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="transparency.csv"');
      return `${["table,by,value,n,median_hours", ...lines].join("\r\n")}\r\n`;
    },
  );
}

/** Codes of ours mostly; what a spreadsheet would compute is defused all the same. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
