/** The life of a change to a policy: written, proposed, put in force by a second person. Each step is one transaction with its audit entry. */
import { AssayError, type RuleStand, type Stage } from "@assay/contract";
import { diffPolicies, mergePolicies, readPolicy, setRule } from "@assay/policy";
import type { Principal } from "../access/index.ts";
import { appendAudit, firstActor } from "../audit/index.ts";
import type { Database, Querier } from "../db/index.ts";
import type { PolicyBook } from "./policies.ts";
import {
  type CommentRow,
  changeDraft,
  type DraftRow,
  draftRow,
  insertComment,
  insertDraft,
  newestVersion,
  publishVersion,
  setDraftState,
  type VersionRow,
  versionRow,
} from "./store/drafts.ts";

export interface DraftDeps {
  db: Database;
  policies: PolicyBook;
}

/** The text of a version; version 0 is the policy that says nothing. */
async function sourceOf(q: Querier, marketplace: string, stage: Stage, version: number): Promise<string> {
  if (version === 0) return `policy: ${stage}\nrules: []\n`;
  const row = await versionRow(q, marketplace, stage, version);
  if (!row) throw new AssayError("not_found", `There is no policy ${stage}@${version}.`);
  return row.source;
}

/**
 * @param given without `source` it begins as what is in force
 * @throws AssayError `not_found` for a base that is no version
 */
export async function beginDraft(
  { db }: DraftDeps,
  who: Principal,
  given: { stage: Stage; title: string; source?: string | undefined; base?: number | undefined },
): Promise<DraftRow> {
  const { marketplace, id: by } = who;
  return db.transaction(marketplace, async (tx) => {
    const base = given.base ?? (await newestVersion(tx, marketplace, given.stage));
    const standing = await sourceOf(tx, marketplace, given.stage, base);
    const source = given.source ?? standing;
    const draft = await insertDraft(tx, marketplace, { stage: given.stage, title: given.title, source, base, by });
    const details = { stage: draft.stage, title: draft.title, base };
    await appendAudit(tx, marketplace, { actor: by, what: "policy.draft_begun", subject: draft.id, details });
    return draft;
  });
}

/**
 * Saves what one person wrote, if nobody saved anything else since they read it.
 * @param given `revision` that was read
 * @throws AssayError `draft_changed` with both texts, `draft_closed`
 */
export async function saveDraft(
  { db }: DraftDeps,
  who: Principal,
  id: string,
  given: { revision: number; source: string; title?: string | undefined },
): Promise<DraftRow> {
  const { marketplace, id: by } = who;
  return db.transaction(marketplace, async (tx) => {
    const draft = await lockOpen(tx, marketplace, id);
    requireRevision(draft, given.revision, given.source);
    const { source } = given;
    const title = given.title ?? draft.title;
    const changed = await changeDraft(tx, marketplace, id, { title, source, base: draft.base, by });
    const { revision } = changed;
    await appendAudit(tx, marketplace, {
      actor: by,
      what: "policy.draft_saved",
      subject: id,
      details: { revision, ...summaryOf(draft.source, source) },
    });
    return changed;
  });
}

/**
 * Brings a draft up to date with the version in force: what was changed in it is done to that.
 * @throws AssayError `policy_changed` where both changed the same rule
 */
export async function rebaseDraft({ db }: DraftDeps, who: Principal, id: string, revision: number): Promise<DraftRow> {
  const { marketplace, id: by } = who;
  return db.transaction(marketplace, async (tx) => {
    const draft = await lockOpen(tx, marketplace, id);
    requireRevision(draft, revision, draft.source);
    const base = await newestVersion(tx, marketplace, draft.stage);
    if (base === draft.base) return draft;
    const begun = await sourceOf(tx, marketplace, draft.stage, draft.base);
    const theirs = await sourceOf(tx, marketplace, draft.stage, base);
    const merged = mergePolicies(begun, theirs, draft.source);
    if (merged.conflicts) {
      const both = merged.conflicts.join(", ");
      const version = (await versionRow(tx, marketplace, draft.stage, base))!;
      throw new AssayError(
        "policy_changed",
        `${draft.stage}@${base} changed ${both} too: look at both, and write the draft anew.`,
        {
          errors: merged.conflicts.map((rule) => ({
            detail: `${rule} was changed in both`,
            pointer: `/rules/${rule}`,
          })),
          conflict: {
            current: {
              revision: base,
              changed_by: version.author,
              changed_at: version.created_at.toISOString(),
              source: theirs,
            },
            given: { revision: draft.revision, source: draft.source },
          },
        },
      );
    }
    const { title } = draft;
    // A merge is nobody's own writing, but whoever asked for it answers for it.
    const changed = await changeDraft(tx, marketplace, id, { title, source: merged.source, base, by });
    await appendAudit(tx, marketplace, {
      actor: by,
      what: "policy.draft_rebased",
      subject: id,
      details: { from: draft.base, to: base, revision: changed.revision },
    });
    return changed;
  });
}

/**
 * Asks for a second person.
 * @throws AssayError `invalid_policy` with every mistake, `policy_changed` where another version came into force meanwhile
 */
export async function proposeDraft(
  { db, policies }: DraftDeps,
  who: Principal,
  id: string,
  revision: number,
): Promise<DraftRow> {
  const { marketplace, id: by } = who;
  return db.transaction(marketplace, async (tx) => {
    const draft = await lockOpen(tx, marketplace, id);
    requireRevision(draft, revision, draft.source);
    await requireUpToDate(tx, marketplace, draft);
    await policies.require(marketplace, draft.stage, draft.source);
    const proposed = await setDraftState(tx, marketplace, id, "proposed");
    const details = { revision, ...summaryOf(await sourceOf(tx, marketplace, draft.stage, draft.base), draft.source) };
    await appendAudit(tx, marketplace, { actor: by, what: "policy.proposed", subject: id, details });
    return proposed;
  });
}

/**
 * Why somebody may not put a draft in force; undefined when they may. Whoever wrote any of it may not, nor whoever made the key
 * that did, nor a key.
 */
export async function whyNotApprove(q: Querier, who: Principal, draft: DraftRow): Promise<string | undefined> {
  if (!who.permissions.has("policy.approve")) return "This needs the permission policy.approve.";
  if (who.kind !== "user") return "Only a person can put a policy in force.";
  if (draft.authors.includes(who.id)) return "Somebody else than its authors has to put it in force.";
  for (const author of draft.authors) {
    if (author.startsWith("key_") && (await firstActor(q, who.marketplace, "key.made", author)) === who.id) {
      return "It was written with an API key of yours: somebody else has to put it in force.";
    }
  }
  return undefined;
}

/**
 * Puts a proposed draft in force as the next version.
 * @param revision that was looked at
 * @throws AssayError `forbidden` for its authors, `draft_changed`, `draft_closed`, `policy_changed`, `invalid_policy`
 */
export async function approveDraft(
  { db, policies }: DraftDeps,
  who: Principal,
  id: string,
  { revision, comment }: { revision: number; comment?: string | undefined },
): Promise<VersionRow> {
  const { marketplace, id: by } = who;
  const version = await db.transaction(marketplace, async (tx) => {
    const draft = await lockOpen(tx, marketplace, id);
    requireRevision(draft, revision, draft.source);
    const why = await whyNotApprove(tx, who, draft);
    if (why !== undefined) throw new AssayError("forbidden", why);
    if (draft.state !== "proposed")
      throw new AssayError("draft_changed", "It is being written again: it has to be proposed first.");
    await policies.require(marketplace, draft.stage, draft.source);
    const made = await publishVersion(tx, marketplace, {
      stage: draft.stage,
      base: draft.base,
      source: draft.source,
      author: draft.changed_by,
      approvedBy: by,
      comment: comment ?? draft.title,
      draft: id,
    });
    if (!made) throw await outOfDate(tx, marketplace, draft);
    await setDraftState(tx, marketplace, id, "published", { by, version: made.version });
    const before = await sourceOf(tx, marketplace, draft.stage, draft.base);
    await appendAudit(tx, marketplace, {
      actor: by,
      what: "policy.approved",
      subject: `${draft.stage}@${made.version}`,
      details: { draft: id, authors: draft.authors, revision, ...summaryOf(before, draft.source) },
    });
    return made;
  });
  policies.forget(marketplace);
  return version;
}

/** Sends a proposed draft back to its authors, or puts it away. */
export async function closeDraft(
  { db }: DraftDeps,
  who: Principal,
  id: string,
  { to, comment }: { to: "editing" | "discarded"; comment?: string | undefined },
): Promise<DraftRow> {
  const { marketplace, id: by } = who;
  return db.transaction(marketplace, async (tx) => {
    await lockOpen(tx, marketplace, id);
    if (comment !== undefined)
      await insertComment(tx, marketplace, { draft: id, rule: null, author: by, text: comment });
    const closed = await setDraftState(tx, marketplace, id, to, to === "discarded" ? { by } : undefined);
    const what = to === "discarded" ? "policy.draft_discarded" : "policy.sent_back";
    await appendAudit(tx, marketplace, {
      actor: by,
      what,
      subject: id,
      details: comment === undefined ? {} : { comment },
    });
    return closed;
  });
}

export async function commentOnDraft(
  { db }: DraftDeps,
  who: Principal,
  id: string,
  { rule, text }: { rule?: string | undefined; text: string },
): Promise<CommentRow> {
  const { marketplace, id: author } = who;
  return db.transaction(marketplace, async (tx) => {
    if (!(await draftRow(tx, marketplace, id))) throw new AssayError("not_found", `There is no draft ${id}.`);
    const comment = await insertComment(tx, marketplace, { draft: id, rule: rule ?? null, author, text });
    const details = { ...(rule !== undefined && { rule }), text: text.slice(0, 500) };
    await appendAudit(tx, marketplace, { actor: author, what: "policy.commented", subject: id, details });
    return comment;
  });
}

/**
 * A draft that moves one rule in its life and is proposed at once.
 * @throws AssayError `not_found` for a rule that is not in force
 */
export async function proposeStand(
  deps: DraftDeps,
  who: Principal,
  { stage, rule, stand, title }: { stage: Stage; rule: string; stand: RuleStand; title?: string | undefined },
): Promise<DraftRow> {
  const { marketplace } = who;
  const q = deps.db.for(marketplace);
  const base = await newestVersion(q, marketplace, stage);
  const source = await sourceOf(q, marketplace, stage, base);
  const known = readPolicy(source)?.rules.find(({ id }) => id === rule);
  if (!known) throw new AssayError("not_found", `There is no rule ${rule} in ${stage}@${base}.`);
  const { rollout: _, expires: until, ...rest } = known;
  const { status, rollout, expires = until } = stand;
  const moved = {
    ...rest,
    status,
    ...(rollout !== undefined && rollout < 100 && { rollout }),
    ...(expires && { expires }),
  };
  const share = status === "live" ? ` at ${rollout ?? 100} %` : "";
  const draft = await beginDraft(deps, who, {
    stage,
    base,
    source: setRule(source, moved),
    title: title ?? `${rule}: ${known.status} → ${status}${share}`,
  });
  return proposeDraft(deps, who, draft.id, draft.revision);
}

async function lockOpen(tx: Querier, marketplace: string, id: string): Promise<DraftRow> {
  const draft = await draftRow(tx, marketplace, id, true);
  if (!draft) throw new AssayError("not_found", `There is no draft ${id}.`);
  if (draft.state === "published" || draft.state === "discarded") throw new AssayError("draft_closed");
  return draft;
}

function requireRevision(draft: DraftRow, revision: number, given: string): void {
  if (draft.revision === revision) return;
  const { changed_by, changed_at, source } = draft;
  throw new AssayError("draft_changed", `Revision ${revision} was read, ${draft.revision} stands.`, {
    conflict: {
      current: { revision: draft.revision, changed_by, changed_at: changed_at.toISOString(), source },
      given: { revision, source: given },
    },
  });
}

async function requireUpToDate(tx: Querier, marketplace: string, draft: DraftRow): Promise<void> {
  if ((await newestVersion(tx, marketplace, draft.stage)) !== draft.base) throw await outOfDate(tx, marketplace, draft);
}

async function outOfDate(tx: Querier, marketplace: string, draft: DraftRow): Promise<AssayError> {
  const version = await newestVersion(tx, marketplace, draft.stage);
  return new AssayError(
    "policy_changed",
    `It was begun from ${draft.stage}@${draft.base}; ${draft.stage}@${version} is in force.`,
  );
}

/** What a change is about, for the audit log. */
function summaryOf(before: string, after: string) {
  const { added, removed, changed } = diffPolicies(before, after);
  return {
    added: added.map(({ id }) => id),
    removed: removed.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
  };
}
