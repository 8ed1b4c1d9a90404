/** The policies and reason codes that a new marketplace begins with: files in `packages/policy/starter/`. */
import { readdirSync, readFileSync } from "node:fs";
import {
  AssayError,
  type DetectorDeclaration,
  type Playbook,
  playbookSchema,
  type ReasonCode,
  type Stage,
  stages,
} from "@assay/contract";
import { isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import { z } from "zod";
import type { PolicySource } from "./decision.ts";
import { parseReasons } from "./reasons.ts";
import { readYaml } from "./yaml.ts";

const folder = new URL("../starter/", import.meta.url);

/**
 * One source for each stage that has a starter policy, in journey order, as version 1.
 * @param detectors what is registered: rules that read another detector are left out, so that a detector can be removed
 */
export function starterPolicies(detectors: readonly Pick<DetectorDeclaration, "id">[]): PolicySource[] {
  const files = new Set(readdirSync(folder));
  const registered = new Set(detectors.map(({ id }) => id));
  return stages
    .filter((stage) => files.has(`${stage}.yaml`))
    .map((stage) => {
      const name = `${stage}.yaml`;
      return { stage, version: 1, name, source: withoutOthers(read(name), registered) };
    });
}

/** The examples of a stage's starter policy (`<stage>.tests.yaml`). */
export const starterExamples = (stage: Stage): string => read(`${stage}.tests.yaml`);

export function starterReasons(): ReasonCode[] {
  const { reasons, mistakes, source } = parseReasons(read("reasons.yaml"), "reasons.yaml");
  if (mistakes.length === 0) return reasons;
  throw new AssayError("internal", mistakes.map((mistake) => source.show(mistake)).join("\n\n"));
}

/** The playbooks that a new marketplace begins with. */
export function starterPlaybooks(): Playbook[] {
  const { value, mistakes, source } = readYaml("playbooks.yaml", read("playbooks.yaml"), playbooksFile);
  if (value) return value.playbooks;
  throw new AssayError("internal", mistakes.map((mistake) => source.show(mistake)).join("\n\n"));
}
const playbooksFile = z.strictObject({ playbooks: z.array(playbookSchema) });

/** Lists that the starter policies, the detectors and the playbooks name; a new marketplace has them, empty. */
export const starterLists = [
  "trusted_sellers",
  "blocked_accounts",
  "blocked_words",
  "blocked_phones",
  "blocked_devices",
  "blocked_payouts",
  "blocked_emails",
  "blocked_handles",
  "blocked_domains",
  "allowed_words",
  "allowed_phones",
  "allowed_domains",
  "bad_domains",
  "good_domains",
] as const;

const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

/** The file without rules that read detectors which are not registered, and without exemptions from those. */
function withoutOthers(source: string, registered: ReadonlySet<string>): string {
  const document = parseDocument(source);
  const rules = document.get("rules");
  if (!isSeq<YAMLMap<string, unknown>>(rules)) return source;
  const gone = new Set<unknown>();
  rules.items = rules.items.filter((rule) => {
    const reads = String(rule.get("when")).matchAll(/\bsignals\.([a-z_]+)/g);
    const stays = [...reads].every(([, id]) => registered.has(id!));
    if (!stays) gone.add(rule.get("id"));
    return stays;
  });
  if (gone.size === 0) return source;
  rules.items = rules.items.filter((rule) => {
    const exempt = rule.get("exempt", true);
    if (!isSeq<{ value: unknown }>(exempt)) return true;
    exempt.items = exempt.items.filter(({ value }) => !gone.has(value));
    if (exempt.items.length === 0) rule.delete("exempt");
    return isMap(rule) && (rule.has("then") || rule.has("exempt"));
  });
  return document.toString({ lineWidth: 0 });
}
