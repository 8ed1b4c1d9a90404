/** Changes to policies: drafts, comments, the second person. */
import {
  AssayError,
  type PolicyDraft,
  type PolicyDraftView,
  pageOf,
  policyCommentSchema,
  policyDraftSchema,
  policyDraftViewSchema,
  policySourceSchema,
  policyVersionSchema,
  ruleSchema,
  ruleStandSchema,
  stageSchema,
} from "@assay/contract";
import { diffPolicies, readPolicy, removeRule, setRule } from "@assay/policy";
import { z } from "zod";
import { type Principal, userNames } from "../access/index.ts";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import {
  approveDraft,
  beginDraft,
  type CommentRow,
  closeDraft,
  commentOnDraft,
  commentsOf,
  type DraftRow,
  draftRow,
  draftsOf,
  newestVersions,
  proposeDraft,
  proposeStand,
  rebaseDraft,
  saveDraft,
  whyNotApprove,
} from "../policies/index.ts";
import { keyOf, keyTime, pageQuery, toPage } from "./page.ts";
import { mistakesOf, versionsShown } from "./policies.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string().max(100) });
const title = z.string().trim().min(1).max(200);
const comment = z.string().trim().min(1).max(5000);
const revision = z.int().min(1).describe("the one that was read");

async function shownDrafts(q: Querier, rows: readonly DraftRow[]): Promise<PolicyDraft[]> {
  const ids = rows.flatMap((row) => [...row.authors, row.decided_by ?? []].flat());
  const names = await userNames(q, [...new Set(ids)]);
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    title: row.title,
    state: row.state,
    base: row.base,
    revision: row.revision,
    authors: row.authors.map((id) => ({ id, ...(names.has(id) && { name: names.get(id)! }) })),
    created_at: row.created_at.toISOString(),
    changed_by: row.changed_by,
    changed_at: row.changed_at.toISOString(),
    ...(row.decided_by !== null && { decided_by: row.decided_by }),
    ...(row.decided_by !== null && names.has(row.decided_by) && { decided_by_name: names.get(row.decided_by)! }),
    ...(row.decided_at !== null && { decided_at: row.decided_at.toISOString() }),
    ...(row.version !== null && { version: row.version }),
  }));
}

async function shownComments(q: Querier, rows: readonly CommentRow[]): Promise<PolicyDraftView["comments"]> {
  const names = await userNames(q, [...new Set(rows.map((row) => row.author))]);
  return rows.map(({ id, rule, author, at, text }) => ({
    id,
    ...(rule !== null && { rule }),
    author,
    ...(names.has(author) && { author_name: names.get(author)! }),
    at: at.toISOString(),
    text,
  }));
}

export async function policyDraftRoutes(app: App, deps: Deps): Promise<void> {
  const { db, policies } = deps;

  async function viewOf(who: Principal, draft: DraftRow): Promise<PolicyDraftView> {
    const { marketplace } = who;
    const q = db.for(marketplace);
    const { stage, source } = draft;
    const [[shown], newest, checked, comments, why] = await Promise.all([
      shownDrafts(q, [draft]),
      newestVersions(q, marketplace),
      policies.check(marketplace, stage, source),
      commentsOf(q, marketplace, draft.id),
      whyNotApprove(q, who, draft),
    ]);
    const inForce = newest.find((row) => row.stage === stage);
    const mayNot = why ?? (draft.state === "proposed" ? undefined : "It has not been proposed.");
    return {
      ...shown!,
      source,
      mistakes: mistakesOf(checked),
      rules: readPolicy(source)?.rules ?? [],
      diff: diffPolicies(inForce?.source ?? "", source),
      comments: await shownComments(q, comments),
      in_force: inForce?.version ?? 0,
      may_approve: mayNot === undefined,
      ...(mayNot !== undefined && { may_not_because: mayNot }),
    };
  }
  const known = async (who: Principal, id: string) => {
    const row = await draftRow(db.for(who.marketplace), who.marketplace, id);
    if (!row) throw new AssayError("not_found", `There is no draft ${id}.`);
    return row;
  };

  app.get(
    "/v1/policy-drafts",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "Drafts, those changed last first",
        querystring: z.object({
          ...pageQuery,
          stage: stageSchema.optional(),
          open: z.stringbool().optional().describe("only those that are written or wait, or only the others"),
        }),
        response: { 200: pageOf(policyDraftSchema) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { cursor, limit, stage, open } = request.query;
      const q = db.for(marketplace);
      const before = keyOf(cursor, z.tuple([keyTime, z.string()]));
      const rows = await draftsOf(q, marketplace, { stage, open }, before, limit + 1);
      const page = toPage(
        rows,
        limit,
        (row) => [row.key_at, row.id],
        (row) => row,
      );
      return { ...page, data: await shownDrafts(q, page.data) };
    },
  );

  app.post(
    "/v1/policy-drafts",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Begin a draft: from a text, or from what is in force",
        body: z.strictObject({
          stage: stageSchema,
          title,
          source: policySourceSchema.optional(),
          base: z.int().min(0).optional().describe("the version that it was written from; the newest when absent"),
        }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await beginDraft(deps, who, request.body));
    },
  );

  app.get(
    "/v1/policy-drafts/:id",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "A draft with its text, mistakes, comments, and what it changes",
        params,
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await known(who, request.params.id));
    },
  );

  app.put(
    "/v1/policy-drafts/:id",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Save a draft's text; mistakes may stand in it until it is proposed",
        params,
        body: z.strictObject({ revision, source: policySourceSchema, title: title.optional() }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await saveDraft(deps, who, request.params.id, request.body));
    },
  );

  app.put(
    "/v1/policy-drafts/:id/rules/:rule",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary:
          "Put one rule into a draft's text, in the place of the one with its id; the rest of the text stays as it is",
        params: params.extend({ rule: z.string().max(100) }),
        body: z.strictObject({ revision, rule: ruleSchema }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const { id, rule } = request.params;
      const draft = await known(who, id);
      const { revision } = request.body;
      // A rule that is given another name stays where it is.
      const renamed = request.body.rule.id === rule ? draft.source : removeRule(draft.source, rule);
      return viewOf(who, await saveDraft(deps, who, id, { revision, source: setRule(renamed, request.body.rule) }));
    },
  );

  app.delete(
    "/v1/policy-drafts/:id/rules/:rule",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Take one rule out of a draft's text",
        params: params.extend({ rule: z.string().max(100) }),
        querystring: z.object({ revision: z.coerce.number().int().min(1) }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const { id, rule } = request.params;
      const draft = await known(who, id);
      const { revision } = request.query;
      return viewOf(who, await saveDraft(deps, who, id, { revision, source: removeRule(draft.source, rule) }));
    },
  );

  app.post(
    "/v1/policy-drafts/:id/rebase",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Bring a draft up to date with the version in force",
        params,
        body: z.strictObject({ revision }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await rebaseDraft(deps, who, request.params.id, request.body.revision));
    },
  );

  app.post(
    "/v1/policy-drafts/:id/propose",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Ask for a second person; the text has to be free of mistakes",
        params,
        body: z.strictObject({ revision }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await proposeDraft(deps, who, request.params.id, request.body.revision));
    },
  );

  app.post(
    "/v1/policy-drafts/:id/approve",
    {
      config: { permission: "policy.approve" },
      schema: {
        summary: "Put a proposed draft in force; never by one of its authors, seen within a second",
        params,
        body: z.strictObject({ revision, comment: comment.optional() }),
        response: { 200: policyVersionSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const version = await approveDraft(deps, who, request.params.id, request.body);
      return (await versionsShown(db.for(who.marketplace), [version]))[0]!;
    },
  );

  app.post(
    "/v1/policy-drafts/:id/return",
    {
      config: { permission: "policy.approve" },
      schema: {
        summary: "Send a proposed draft back to its authors, with the reason",
        params,
        body: z.strictObject({ comment }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await closeDraft(deps, who, request.params.id, { to: "editing", ...request.body }));
    },
  );

  app.post(
    "/v1/policy-drafts/:id/discard",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Put a draft away",
        params,
        body: z.strictObject({ comment: comment.optional() }).nullish(),
        response: { 200: policyDraftSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const closed = await closeDraft(deps, who, request.params.id, { to: "discarded", ...request.body });
      return (await shownDrafts(db.for(who.marketplace), [closed]))[0]!;
    },
  );

  app.post(
    "/v1/policy-drafts/:id/comments",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Say something about a draft, or about one of its rules",
        params,
        body: z.strictObject({ rule: z.string().max(100).optional(), text: comment }),
        response: { 200: policyCommentSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const made = await commentOnDraft(deps, who, request.params.id, request.body);
      return (await shownComments(db.for(who.marketplace), [made]))[0]!;
    },
  );

  app.post(
    "/v1/policies/:stage/rules/:rule/stand",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Propose where a rule is to be in its life: shadow, live for a share of subjects, retired",
        params: z.object({ stage: stageSchema, rule: z.string().max(100) }),
        body: ruleStandSchema.extend({ title: title.optional() }),
        response: { 200: policyDraftViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const { title, ...stand } = request.body;
      return viewOf(who, await proposeStand(deps, who, { ...request.params, stand, title }));
    },
  );
}
