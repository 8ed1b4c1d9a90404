/** `assay policies …`: the policies in git and those of a running Assay are the same texts. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PolicyCheck, PolicyDiff, PolicyDraftView, PolicyInForce, Rule, Stage } from "@assay/contract";
import { type PolicyFile, stageOfFile, starterFiles, testPolicies } from "@assay/server";
import { ask, type Remote, type RemoteFlags, remoteOf } from "./remote.ts";

export interface PullFlags extends RemoteFlags {
  force?: boolean;
}
export interface PushFlags extends RemoteFlags {
  message?: string;
  draft?: boolean;
}

const post = (body: object): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

/** @returns the exit status: 1 when a file here differs and was left alone */
export async function pull(folder: string, flags: PullFlags): Promise<number> {
  const remote = remoteOf(flags);
  const { data } = await ask<{ data: PolicyInForce[] }>(remote, "/v1/policies");
  mkdirSync(folder, { recursive: true });
  let left = 0;
  for (const { stage, version, source } of data) {
    const file = join(folder, `${stage}.yaml`);
    const here = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    if (here === source) console.error(`assay: ${file} is ${stage}@${version} already`);
    else if (here !== undefined && !flags.force) {
      left += 1;
      console.error(`assay: ${file} differs from ${stage}@${version} and was left alone; --force overwrites it`);
    } else {
      writeFileSync(file, source);
      console.error(`assay: ${file} written: ${stage}@${version}`);
    }
  }
  return left > 0 ? 1 : 0;
}

/** @returns the exit status: 1 when something differs, as `diff` has it */
export async function diff(paths: string[], flags: RemoteFlags): Promise<number> {
  const remote = remoteOf(flags);
  let differing = 0;
  for (const { stage, source, file } of filesIn(paths)) {
    const difference = await differenceOf(remote, stage, source);
    if (isNone(difference)) continue;
    differing += 1;
    console.log(`${file} against the ${stage} policy in force`);
    for (const line of linesOf(difference)) console.log(`  ${line}`);
  }
  if (differing === 0) console.error("assay: no differences");
  return differing > 0 ? 1 : 0;
}

/** @returns the exit status: 1 when a file has mistakes; then nothing is sent of any */
export async function push(paths: string[], flags: PushFlags): Promise<number> {
  const remote = remoteOf(flags);
  const files = filesIn(paths);
  let wrong = 0;
  for (const { stage, source } of files) {
    const { mistakes } = await ask<PolicyCheck>(remote, `/v1/policies/${stage}/check`, post({ source }));
    for (const { shown } of mistakes) console.error(`${shown}\n`);
    wrong += mistakes.length;
  }
  if (wrong > 0) {
    console.error(`assay: ${wrong} mistakes; nothing was sent`);
    return 1;
  }
  for (const { stage, source, file } of files) {
    const difference = await differenceOf(remote, stage, source);
    if (isNone(difference)) {
      console.error(`assay: ${file} is in force already`);
      continue;
    }
    const title = flags.message ?? `${basename(file)}: ${linesOf(difference).slice(0, 3).join("; ")}`.slice(0, 200);
    const draft = await ask<PolicyDraftView>(remote, "/v1/policy-drafts", post({ stage, title, source }));
    if (!flags.draft) await ask(remote, `/v1/policy-drafts/${draft.id}/propose`, post({ revision: draft.revision }));
    console.log(draft.id);
    const next = flags.draft ? "a draft" : "proposed; a second person puts it in force";
    console.error(`assay: ${file} is ${next}: ${new URL(`/policies/drafts/${draft.id}`, remote.url)}`);
  }
  return 0;
}

/** @returns the exit status: 1 when an example does not come out, or a rule has none */
export function test(paths: string[]): number {
  const files: PolicyFile[] = paths.length === 0 ? starterFiles() : filesIn(paths).map(withExamples);
  let problems = 0;
  for (const result of testPolicies(files)) {
    for (const problem of result.problems) console.log(problem);
    problems += result.problems.length;
    console.error(
      `assay: ${result.stage}: ${result.hits} hits, ${result.misses} misses, ${result.problems.length} problems`,
    );
  }
  return problems > 0 ? 1 : 0;
}

interface LocalFile extends PolicyFile {
  file: string;
}

/** @throws Error for what is no policy file */
function filesIn(paths: readonly string[]): LocalFile[] {
  const found = paths.flatMap((path): LocalFile[] => {
    const stage = stageOfFile(basename(path));
    if (stage) return [{ stage, source: readFileSync(path, "utf8"), file: path }];
    if (/\.ya?ml$/.test(path)) throw new Error(`${path}: a policy file is named after its stage, such as listing.yaml`);
    return readdirSync(path).flatMap((name) => (stageOfFile(name) ? filesIn([join(path, name)]) : []));
  });
  if (found.length === 0) throw new Error(`no policy files (listing.yaml and the like) in ${paths.join(", ")}`);
  return found;
}

function withExamples(one: LocalFile): PolicyFile {
  const examples = one.file.replace(/\.yaml$/, ".tests.yaml");
  return { ...one, ...(existsSync(examples) && { examples: readFileSync(examples, "utf8") }) };
}

const differenceOf = (remote: Remote, stage: Stage, source: string) =>
  ask<PolicyDiff>(remote, `/v1/policies/${stage}/diff`, post({ to: source }));

const isNone = ({ title, added, removed, changed, only_text }: PolicyDiff) =>
  !title && added.length + removed.length + changed.length === 0 && !only_text;

function linesOf({ title, added, removed, changed, only_text }: PolicyDiff): string[] {
  const said = (value: unknown) =>
    value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
  const stand = ({ status, rollout }: Rule) => (rollout === undefined ? status : `${status} at ${rollout} %`);
  return [
    ...(title ? [`title: ${said(title.before)} → ${said(title.after)}`] : []),
    ...added.map((rule) => `+ ${rule.id} (${stand(rule)}): ${rule.when}`),
    ...removed.map((rule) => `- ${rule.id}`),
    ...changed.flatMap(({ id, fields }) =>
      fields.map(({ field, before, after }) => `~ ${id}: ${field}: ${said(before)} → ${said(after)}`),
    ),
    ...(only_text ? ["comments or layout only"] : []),
  ];
}
