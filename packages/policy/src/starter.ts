/** The policies and reason codes that a new marketplace begins with: files in `packages/policy/starter/`. */
import { readdirSync, readFileSync } from "node:fs";
import { AssayError, type ReasonCode, type Stage, stages } from "@assay/contract";
import type { PolicySource } from "./decision.ts";
import { parseReasons } from "./reasons.ts";

const folder = new URL("../starter/", import.meta.url);

/** One source for each stage that has a starter policy, in journey order, as version 1. */
export function starterPolicies(): (PolicySource & { stage: Stage })[] {
  const files = new Set(readdirSync(folder));
  return stages
    .filter((stage) => files.has(`${stage}.yaml`))
    .map((stage) => ({ stage, version: 1, name: `${stage}.yaml`, source: read(`${stage}.yaml`) }));
}

export function starterReasons(): ReasonCode[] {
  const { reasons, mistakes, source } = parseReasons(read("reasons.yaml"), "reasons.yaml");
  if (mistakes.length > 0)
    throw new AssayError("internal", mistakes.map((mistake) => source.show(mistake)).join("\n\n"));
  return reasons;
}

/** Lists that the starter policies name; a new marketplace has them, empty. */
export const starterLists = ["trusted_sellers", "blocked_accounts"] as const;

const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
