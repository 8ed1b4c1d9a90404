/** Policies in force, their versions, what differs between two texts, and what is wrong in one. */
import {
  AssayError,
  conditionFacesSchema,
  conditionGroupSchema,
  type PolicyCheck,
  type PolicyInForce,
  type PolicyVersion,
  pageOf,
  policyCheckSchema,
  policyDiffSchema,
  policyInForceSchema,
  policySourceSchema,
  policyVersionSchema,
  type Rule,
  ruleSchema,
  stageSchema,
  vocabularySchema,
} from "@assay/contract";
import {
  checkCondition,
  diffPolicies,
  type ParsedPolicy,
  readPolicy,
  toCel,
  toForm,
  vocabularyOf,
} from "@assay/policy";
import { z } from "zod";
import { userNames } from "../access/index.ts";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import { newestVersions, openDraftCounts, type VersionRow, versionRow, versionsOf } from "../policies/index.ts";
import { keyOf, pageQuery, toPage } from "./page.ts";
import { policyQueues } from "./queues.ts";
import { type App, principalOf } from "./route.ts";

export const stageParams = z.object({ stage: stageSchema });
const versionParams = z.object({
  stage: stageSchema,
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

export function mistakesOf({ mistakes, source }: Pick<ParsedPolicy, "mistakes" | "source">): PolicyCheck["mistakes"] {
  return mistakes.map(({ file: _, ...mistake }) => ({
    ...mistake,
    shown: source.show({ ...mistake, file: source.name }),
  }));
}

export async function versionsShown(q: Querier, rows: readonly VersionRow[]): Promise<PolicyVersion[]> {
  const names = await userNames(q, [...new Set(rows.flatMap((row) => [row.author, row.approved_by ?? []].flat()))]);
  return rows.map((row) => ({
    stage: row.stage,
    version: row.version,
    author: row.author,
    ...(names.has(row.author) && { author_name: names.get(row.author)! }),
    ...(row.approved_by !== null && { approved_by: row.approved_by }),
    ...(row.approved_by !== null && names.has(row.approved_by) && { approved_by_name: names.get(row.approved_by)! }),
    comment: row.comment,
    ...(row.base !== null && { base: row.base }),
    ...(row.draft !== null && { draft: row.draft }),
    created_at: row.created_at.toISOString(),
  }));
}

function countsOf(rules: readonly Rule[]): PolicyInForce["counts"] {
  const counts = { draft: 0, shadow: 0, live: 0, retired: 0 };
  for (const { status } of rules) counts[status] += 1;
  return counts;
}

export async function policyRoutes(app: App, { db, policies }: Deps): Promise<void> {
  async function inForce(q: Querier, marketplace: string): Promise<PolicyInForce[]> {
    const [rows, drafts] = await Promise.all([newestVersions(q, marketplace), openDraftCounts(q, marketplace)]);
    const shown = await versionsShown(q, rows);
    return rows.map(({ source }, index) => {
      const version = shown[index]!;
      const { rules = [], title } = readPolicy(source) ?? {};
      const counts = countsOf(rules);
      return {
        ...version,
        ...(title && { title }),
        source,
        rules,
        counts,
        open_drafts: drafts.get(version.stage) ?? 0,
      };
    });
  }

  app.get(
    "/v1/policies",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "The policies in force, one a stage, with their rules",
        response: { 200: z.object({ data: z.array(policyInForceSchema) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: await inForce(db.for(marketplace), marketplace) };
    },
  );

  app.get(
    "/v1/policies/:stage",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "The policy of a stage in force",
        params: stageParams,
        response: { 200: policyInForceSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const all = await inForce(db.for(marketplace), marketplace);
      const one = all.find(({ stage }) => stage === request.params.stage);
      if (!one) throw new AssayError("not_found", `There is no policy for ${request.params.stage} yet.`);
      return one;
    },
  );

  app.get(
    "/v1/policies/:stage/versions",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "Versions of a stage's policy, newest first",
        params: stageParams,
        querystring: z.object(pageQuery),
        response: { 200: pageOf(policyVersionSchema) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const { cursor, limit } = request.query;
      const before = keyOf(cursor, z.tuple([z.int()]))?.[0] ?? 2 ** 31 - 1;
      const rows = await versionsOf(q, marketplace, request.params.stage, before, limit + 1);
      const page = toPage(
        rows,
        limit,
        (row) => [row.version],
        (row) => row,
      );
      return { ...page, data: await versionsShown(q, page.data) };
    },
  );

  app.get(
    "/v1/policies/:stage/versions/:version",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "One version with its text, and what it changed",
        params: versionParams,
        response: { 200: policyVersionSchema.extend({ source: z.string(), diff: policyDiffSchema.optional() }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const { stage, version } = request.params;
      const row = await versionRow(q, marketplace, stage, version);
      if (!row) throw new AssayError("not_found", `There is no policy ${stage}@${version}.`);
      const [shown] = await versionsShown(q, [row]);
      const before = version > 1 ? await versionRow(q, marketplace, stage, version - 1) : undefined;
      return { ...shown!, source: row.source, ...(before && { diff: diffPolicies(before.source, row.source) }) };
    },
  );

  app.post(
    "/v1/policies/:stage/diff",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "What differs between two texts of a stage's policy",
        params: stageParams,
        body: z.object({
          from: z
            .union([z.int().min(1), policySourceSchema])
            .optional()
            .describe("a version or a text; the version in force when absent"),
          to: z.union([z.int().min(1), policySourceSchema]).describe("a version or a text"),
        }),
        response: { 200: policyDiffSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { stage } = request.params;
      const q = db.for(marketplace);
      const textOf = async (given: number | string | undefined) => {
        if (typeof given === "string") return given;
        if (given === undefined) {
          return (await newestVersions(q, marketplace)).find((row) => row.stage === stage)?.source ?? "";
        }
        const row = await versionRow(q, marketplace, stage, given);
        if (!row) throw new AssayError("not_found", `There is no policy ${stage}@${given}.`);
        return row.source;
      };
      const { from, to } = request.body;
      return diffPolicies(await textOf(from), await textOf(to));
    },
  );

  app.post(
    "/v1/policies/:stage/check",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "What is wrong in a text, each mistake with its place and cure; nothing is saved",
        params: stageParams,
        body: z.object({ source: policySourceSchema }),
        response: { 200: policyCheckSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { source } = request.body;
      const parsed = await policies.check(marketplace, request.params.stage, source);
      const rules = readPolicy(source)?.rules;
      return { mistakes: mistakesOf(parsed), ...(rules && { rules }) };
    },
  );

  app.get(
    "/v1/policies/:stage/vocabulary",
    {
      config: { permission: "policy.read" },
      schema: {
        summary:
          "Everything that a stage's conditions may name: fields, signals, aggregates, lists, functions, with types and what each is",
        params: stageParams,
        response: { 200: vocabularySchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const [{ compiled }, vocabulary] = await Promise.all([
        policies.current(marketplace),
        policies.vocabulary(marketplace),
      ]);
      return { ...vocabularyOf(request.params.stage, vocabulary), queues: policyQueues(compiled) };
    },
  );

  app.post(
    "/v1/policies/:stage/condition",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "A condition both ways: as CEL and as a form, with what is wrong in it",
        params: stageParams,
        body: z
          .strictObject({
            when: z.string().max(10_000).optional(),
            form: conditionGroupSchema.optional(),
            subjects: ruleSchema.shape.subjects.describe("kinds that the rule is about"),
          })
          .refine(({ when, form }) => (when === undefined) !== (form === undefined), "needs either when or form"),
        response: { 200: conditionFacesSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { form, subjects } = request.body;
      const when = request.body.when ?? toCel(form!);
      const faces = toForm(when);
      const vocabulary = await policies.vocabulary(marketplace);
      return {
        when,
        ...(faces.form ? { form: faces.form } : { why_not: faces.whyNot }),
        mistakes: checkCondition(when, request.params.stage, vocabulary, subjects),
      };
    },
  );
}
