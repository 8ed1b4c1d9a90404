/** What differs between two policies, rule by rule, and the joining of two changes to one policy. */

import { isDeepStrictEqual } from "node:util";
import { type Policy, type PolicyDiff, policySchema, type Rule } from "@assay/contract";
import { removeRule, setRule } from "./edit.ts";
import { readYaml } from "./yaml.ts";

/** The policy that a text holds, its conditions unchecked; undefined when it is none. */
export const readPolicy = (source: string): Policy | undefined =>
  readYaml<Policy>("policy", source, policySchema).value;

const nothing: Policy = { policy: "listing", rules: [] };
const rulesOf = (source: string) => new Map((readPolicy(source) ?? nothing).rules.map((rule) => [rule.id, rule]));

/** @param before and `after`: texts of policies; one that cannot be read counts as empty */
export function diffPolicies(before: string, after: string): PolicyDiff {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const [oldTitle, newTitle] = [readPolicy(before)?.title, readPolicy(after)?.title];
  const changed = [...now.values()].flatMap((rule) => {
    const was = old.get(rule.id);
    const fields = was ? fieldChanges(was, rule) : [];
    return fields.length > 0 ? [{ id: rule.id, fields }] : [];
  });
  const added = [...now.values()].filter(({ id }) => !old.has(id));
  const removed = [...old.values()].filter(({ id }) => !now.has(id));
  const sameTitle = oldTitle === newTitle;
  return {
    ...(!sameTitle && { title: { field: "title", before: oldTitle, after: newTitle } }),
    added,
    removed,
    changed,
    unchanged: now.size - added.length - changed.length,
    only_text: sameTitle && added.length + removed.length + changed.length === 0 && before !== after,
  };
}

type FieldChange = PolicyDiff["changed"][number]["fields"][number];

/** Fields that differ, those of `then` one by one. */
function fieldChanges(before: Rule, after: Rule): FieldChange[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), now.get(field)];
    return isDeepStrictEqual(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

function flat(rule: Rule): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [key, value] of Object.entries(rule)) {
    if (key === "then" && value) {
      for (const [inner, part] of Object.entries(value)) fields.set(`then.${inner}`, part);
    } else fields.set(key, value);
  }
  return fields;
}

/**
 * Joins two changes to one policy: what `mine` did to `base`, done to `theirs`. Comments of `theirs` stay; of `mine`, those of the
 * rules that it changed.
 * @returns the rules that both changed, each in its own way, instead of a text
 */
export function mergePolicies(
  base: string,
  theirs: string,
  mine: string,
): { source: string; conflicts?: undefined } | { source?: undefined; conflicts: string[] } {
  const [old, there, here] = [rulesOf(base), rulesOf(theirs), rulesOf(mine)];
  const conflicts: string[] = [];
  let source = theirs;
  for (const id of new Set([...old.keys(), ...here.keys()])) {
    const [was, other, own] = [old.get(id), there.get(id), here.get(id)];
    if (isDeepStrictEqual(was, own) || isDeepStrictEqual(other, own)) continue;
    if (!isDeepStrictEqual(was, other)) conflicts.push(id);
    else if (own) source = setRule(source, own, mine);
    else source = removeRule(source, id);
  }
  return conflicts.length > 0 ? { conflicts } : { source };
}
