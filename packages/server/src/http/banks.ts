/** Banks of known pictures. */
import { AssayError, bankEntrySchema, bankImportSchema, pageOf } from "@assay/contract";
import { z } from "zod";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import {
  addManyToBank,
  addToBank,
  type BankRow,
  bankEntries,
  banks,
  readBankFile,
  removeFromBank,
  storedPictures,
  writeBankFile,
} from "../measure/index.ts";
import { keyOf, pageQuery, toPage } from "./page.ts";
import { type App, principalOf } from "./route.ts";

const bankName = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, "lower-case letters, digits, hyphens");
const params = z.object({ bank: bankName });
const entryBody = z
  .object({
    content: z.string().optional().describe("content hash of a picture that Assay holds"),
    hash: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, "64 hex digits")
      .optional()
      .describe("a PDQ hash"),
    label: z.string().trim().min(1).max(200),
  })
  .refine((body) => (body.content === undefined) !== (body.hash === undefined), "needs either content or hash");

/** Entries read at once for an export. */
const exportPage = 5000;
/** A file of some 150,000 lines. */
const importBytes = 16 * 1024 * 1024;

const entryOf = (row: BankRow) => ({ ...row, added_at: row.added_at.toISOString() });

export async function bankRoutes(app: App, { db, pictures }: Deps): Promise<void> {
  app.get(
    "/v1/banks",
    {
      config: { permission: "bank.read" },
      schema: {
        summary: "Banks and how many pictures each holds",
        response: { 200: z.object({ data: z.array(z.object({ bank: z.string(), entries: z.int() })) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: await banks(db.for(marketplace), marketplace) };
    },
  );

  app.get(
    "/v1/banks/:bank",
    {
      config: { permission: "bank.read" },
      schema: {
        summary: "Entries of a bank, newest first",
        params,
        querystring: z.object(pageQuery),
        response: { 200: pageOf(bankEntrySchema) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { cursor, limit } = request.query;
      const before = keyOf(cursor, z.tuple([z.string()]))?.[0];
      const rows = await bankEntries(db.for(marketplace), marketplace, request.params.bank, before, limit + 1);
      return toPage(rows, limit, (row) => [row.id], entryOf);
    },
  );

  app.post(
    "/v1/banks/:bank/entries",
    {
      config: { permission: "bank.write" },
      schema: {
        summary: "Add a picture that Assay holds, or a PDQ hash, to a bank",
        params,
        body: entryBody,
        response: { 200: bankEntrySchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { content, label } = request.body;
      const hash = request.body.hash?.toLowerCase() ?? (await hashOf(marketplace, content!));
      return db.transaction(marketplace, async (tx) => {
        const row = await addToBank(tx, marketplace, { bank: request.params.bank, label, hash, addedBy: id });
        const details = { bank: row.bank };
        await appendAudit(tx, marketplace, { actor: id, what: "bank.entry_added", subject: row.id, details });
        return entryOf(row);
      });
    },
  );

  app.get(
    "/v1/banks/:bank/export",
    {
      config: { permission: "bank.read" },
      schema: {
        summary: "A bank as a text file, as it can be imported: CSV with hash and label",
        params,
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const { marketplace } = principalOf(request);
      const { bank } = request.params;
      const rows: BankRow[] = [];
      for (let before: string | undefined; ; before = rows.at(-1)!.id) {
        const page = await bankEntries(db.for(marketplace), marketplace, bank, before, exportPage);
        rows.push(...page);
        if (page.length < exportPage) break;
      }
      if (rows.length === 0) throw new AssayError("not_found", `There is no bank ${bank}.`);
      // The oldest first, as they were added.
      const text = writeBankFile(rows.reverse());
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${bank}.csv"`)
        .send(text);
    },
  );

  app.post(
    "/v1/banks/:bank/import",
    {
      bodyLimit: importBytes,
      config: { permission: "bank.write" },
      schema: {
        summary: "Add what a text file names: CSV with the columns hash (PDQ, 64 hex digits) and label",
        description: "Lines that cannot be read are named; the others are added. A hash that is there takes the label.",
        params,
        body: z.object({ text: z.string().min(1) }),
        response: { 200: bankImportSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { bank } = request.params;
      const { entries, bad } = readBankFile(request.body.text, `imported into ${bank}`);
      const added = await db.transaction(marketplace, async (tx) => {
        if (entries.length === 0) return 0;
        const count = await addManyToBank(tx, marketplace, bank, entries, id);
        const details = { bank, read: entries.length, added: count };
        await appendAudit(tx, marketplace, { actor: id, what: "bank.imported", subject: bank, details });
        return count;
      });
      return { read: entries.length, added, bad: bad.length, bad_lines: bad.slice(0, 20) };
    },
  );

  app.delete(
    "/v1/banks/:bank/entries/:id",
    {
      config: { permission: "bank.write" },
      schema: {
        summary: "Remove an entry from a bank",
        params: params.extend({ id: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { marketplace, id } = principalOf(request);
      const { bank, id: entry } = request.params;
      await db.transaction(marketplace, async (tx) => {
        if (!(await removeFromBank(tx, marketplace, bank, entry))) throw new AssayError("not_found");
        await appendAudit(tx, marketplace, {
          actor: id,
          what: "bank.entry_removed",
          subject: entry,
          details: { bank },
        });
      });
      return reply.code(204).send(null);
    },
  );

  /** The PDQ hash of a picture of this marketplace. */
  async function hashOf(marketplace: string, content: string): Promise<string> {
    const known = await storedPictures(db.for(marketplace), marketplace, [content]);
    const bytes = known.has(content) ? await pictures.original(content) : undefined;
    if (!bytes) throw new AssayError("not_found", "There is no such picture here.");
    const { picture_hashes: hashes } = await pictures.measure(bytes);
    if (hashes.state !== "done") throw new AssayError("invalid_picture", "The picture cannot be hashed.");
    return hashes.value.pdq[0]!;
  }
}
