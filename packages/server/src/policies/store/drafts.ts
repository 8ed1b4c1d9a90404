/** SQL over versions, drafts and comments. */
import type { draftStates, Stage } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface VersionRow {
  stage: Stage;
  version: number;
  author: string;
  approved_by: string | null;
  comment: string;
  base: number | null;
  draft: string | null;
  created_at: Date;
}
const versionColumns = "stage, version, author, approved_by, comment, base, draft, created_at";

export interface DraftRow {
  id: string;
  stage: Stage;
  title: string;
  state: (typeof draftStates)[number];
  source: string;
  base: number;
  revision: number;
  authors: string[];
  created_at: Date;
  changed_by: string;
  changed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  version: number | null;
}
const draftColumns =
  "id, stage, title, state, source, base, revision, authors, created_at, changed_by, changed_at, decided_by, decided_at, version";

export interface CommentRow {
  id: string;
  rule: string | null;
  author: string;
  at: Date;
  text: string;
}

/** Who made the versions of a stage, newest first. */
export function versionsOf(q: Querier, marketplace: string, stage: string, before: number, limit: number) {
  return q.query<VersionRow>(
    `select ${versionColumns} from policies where marketplace = $1 and stage = $2 and version < $3 order by version desc limit $4`,
    [marketplace, stage, before, limit],
  );
}

export async function versionRow(
  q: Querier,
  marketplace: string,
  stage: string,
  version: number,
): Promise<(VersionRow & { source: string }) | undefined> {
  const [row] = await q.query<VersionRow & { source: string }>(
    `select ${versionColumns}, source from policies where marketplace = $1 and stage = $2 and version = $3`,
    [marketplace, stage, version],
  );
  return row;
}

/** The newest version of each stage, with who made it. */
export function newestVersions(q: Querier, marketplace: string): Promise<(VersionRow & { source: string })[]> {
  return q.query(
    `select distinct on (stage) ${versionColumns}, source from policies where marketplace = $1 order by stage, version desc`,
    [marketplace],
  );
}

/** Adds the next version of a stage, if `base` is still the newest. @returns undefined when it is not */
export async function publishVersion(
  tx: Querier,
  marketplace: string,
  made: {
    stage: Stage;
    base: number;
    source: string;
    author: string;
    approvedBy: string | null;
    comment: string;
    draft: string | null;
  },
): Promise<VersionRow | undefined> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('policy ' || $1 || ' ' || $2, 0))", [
    marketplace,
    made.stage,
  ]);
  const [row] = await tx.query<VersionRow>(
    `insert into policies (marketplace, stage, version, source, author, approved_by, comment, base, draft)
     select $1, $2, $3::int + 1, $4, $5, $6, $7, $3, $8
     where $3 = (select coalesce(max(version), 0) from policies where marketplace = $1 and stage = $2)
     returning ${versionColumns}`,
    [marketplace, made.stage, made.base, made.source, made.author, made.approvedBy, made.comment, made.draft],
  );
  return row;
}

export async function newestVersion(q: Querier, marketplace: string, stage: string): Promise<number> {
  const [row] = await q.query<{ version: number }>(
    "select coalesce(max(version), 0)::int as version from policies where marketplace = $1 and stage = $2",
    [marketplace, stage],
  );
  return row!.version;
}

export async function insertDraft(
  tx: Querier,
  marketplace: string,
  { stage, title, source, base, by }: { stage: Stage; title: string; source: string; base: number; by: string },
): Promise<DraftRow> {
  const [row] = await tx.query<DraftRow>(
    `insert into policy_drafts (marketplace, id, stage, title, source, base, authors, changed_by)
     values ($1, $2, $3, $4, $5, $6, array[$7], $7) returning ${draftColumns}`,
    [marketplace, newId("dra"), stage, title, source, base, by],
  );
  return row!;
}

export async function draftRow(
  q: Querier,
  marketplace: string,
  id: string,
  lock = false,
): Promise<DraftRow | undefined> {
  const [row] = await q.query<DraftRow>(
    `select ${draftColumns} from policy_drafts where marketplace = $1 and id = $2${lock ? " for update" : ""}`,
    [marketplace, id],
  );
  return row;
}

/** Drafts without their texts, those changed last first. */
export function draftsOf(
  q: Querier,
  marketplace: string,
  filter: { stage?: string | undefined; open?: boolean | undefined },
  before: readonly [string, string] | undefined,
  limit: number,
): Promise<(DraftRow & { key_at: string })[]> {
  return q.query(
    `select ${draftColumns.replace("source, ", "'' as source, ")}, changed_at::text as key_at from policy_drafts
     where marketplace = $1 and ($2::text is null or stage = $2)
       and ($3::boolean is null or (state in ('editing', 'proposed')) = $3)
       and ($4::timestamptz is null or (changed_at, id) < ($4::timestamptz, $5))
     order by changed_at desc, id desc limit $6`,
    [marketplace, filter.stage ?? null, filter.open ?? null, before?.[0] ?? null, before?.[1] ?? "", limit],
  );
}

export async function openDraftCounts(q: Querier, marketplace: string): Promise<Map<string, number>> {
  const rows = await q.query<{ stage: string; n: number }>(
    "select stage, count(*)::int as n from policy_drafts where marketplace = $1 and state in ('editing', 'proposed') group by 1",
    [marketplace],
  );
  return new Map(rows.map(({ stage, n }) => [stage, n]));
}

/** A change of its text or title: it is being written again, and the author is one more of its authors. */
export async function changeDraft(
  tx: Querier,
  marketplace: string,
  id: string,
  { title, source, base, by }: { title: string; source: string; base: number; by: string },
): Promise<DraftRow> {
  const [row] = await tx.query<DraftRow>(
    `update policy_drafts set title = $3, source = $4, base = $5, revision = revision + 1, state = 'editing', changed_by = $6, changed_at = now(),
       authors = case when $6 = any(authors) then authors else authors || $6::text end
     where marketplace = $1 and id = $2 returning ${draftColumns}`,
    [marketplace, id, title, source, base, by],
  );
  return row!;
}

export async function setDraftState(
  tx: Querier,
  marketplace: string,
  id: string,
  state: DraftRow["state"],
  decided?: { by: string; version?: number },
): Promise<DraftRow> {
  const [row] = await tx.query<DraftRow>(
    `update policy_drafts set state = $3, decided_by = $4, decided_at = case when $4::text is null then null else now() end, version = $5
     where marketplace = $1 and id = $2 returning ${draftColumns}`,
    [marketplace, id, state, decided?.by ?? null, decided?.version ?? null],
  );
  return row!;
}

export function commentsOf(q: Querier, marketplace: string, draft: string): Promise<CommentRow[]> {
  return q.query<CommentRow>(
    "select id, rule, author, at, text from policy_comments where marketplace = $1 and draft = $2 order by at, id",
    [marketplace, draft],
  );
}

export async function insertComment(
  tx: Querier,
  marketplace: string,
  { draft, rule, author, text }: { draft: string; rule: string | null; author: string; text: string },
): Promise<CommentRow> {
  const [row] = await tx.query<CommentRow>(
    `insert into policy_comments (marketplace, id, draft, rule, author, text) values ($1, $2, $3, $4, $5, $6)
     returning id, rule, author, at, text`,
    [marketplace, newId("com"), draft, rule, author, text],
  );
  return row!;
}
