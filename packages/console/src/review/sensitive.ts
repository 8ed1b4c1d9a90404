/** Which pictures should not meet the eye unasked, and how they are shown instead. */
import {
  type PictureLook,
  type PicturesShown,
  type ReasonCode,
  type SensitiveClass,
  sensitiveClasses,
} from "@assay/contract";
import type { Find } from "../evidence/finds.ts";

/** By a reason's place in the Digital Services Act's vocabulary. */
const byKeyword: Readonly<Record<string, SensitiveClass>> = {
  KEYWORD_ADULT_SEXUAL_MATERIAL: "nudity",
  KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL: "minors",
  KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE: "minors",
};
const byCategory: Readonly<Record<string, SensitiveClass>> = {
  STATEMENT_CATEGORY_ANIMAL_WELFARE: "gore",
  STATEMENT_CATEGORY_CYBER_VIOLENCE: "violence",
  STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN: "violence",
  STATEMENT_CATEGORY_PROTECTION_OF_MINORS: "minors",
  STATEMENT_CATEGORY_SELF_HARM: "gore",
  STATEMENT_CATEGORY_VIOLENCE: "violence",
};

/** What pictures under this reason may show; undefined where nothing needs to be veiled. */
export function classOfReason(reason: ReasonCode | undefined): SensitiveClass | undefined {
  if (!reason) return undefined;
  const keyword = reason.dsa.keywords?.find((each) => Object.hasOwn(byKeyword, each));
  return keyword === undefined ? byCategory[reason.dsa.category] : byKeyword[keyword];
}

/** What was seen in each picture, by its index: from the kinds that detectors declare as sensitive. */
export function classesSeen(
  finds: Iterable<Find>,
  sensitive: (detector: string, kind: string) => SensitiveClass | undefined,
): Map<number, Set<SensitiveClass>> {
  const seen = new Map<number, Set<SensitiveClass>>();
  for (const { signal, evidence } of finds) {
    if (evidence.type !== "region" || signal.state !== "found") continue;
    const found = sensitive(signal.detector, evidence.kind);
    if (found) seen.set(evidence.picture, (seen.get(evidence.picture) ?? new Set()).add(found));
  }
  return seen;
}

/**
 * What one picture of a case may show. A reason speaks of the case as a whole: where a detector has named the pictures of its class, of
 * those, and of all pictures else.
 * @param index undefined for a picture that is not among the case's own
 */
export function classesOf(
  index: number | undefined,
  seen: ReadonlyMap<number, ReadonlySet<SensitiveClass>>,
  ofReasons: readonly SensitiveClass[],
): SensitiveClass[] {
  const own = index === undefined ? undefined : seen.get(index);
  const named = (each: SensitiveClass) => [...seen.values()].some((classes) => classes.has(each));
  return sensitiveClasses.filter((each) => own?.has(each) || (ofReasons.includes(each) && !named(each)));
}

export interface Shown {
  blur: boolean;
  grey: boolean;
}

/** @param chosen what the person chose for themselves; where they chose nothing, the marketplace's own. Minors are blurred whatever was chosen */
export function shownAs(
  classes: readonly SensitiveClass[],
  usual: PicturesShown,
  chosen: Partial<Record<keyof PicturesShown, PictureLook>>,
): Shown {
  const looks = (classes.length > 0 ? classes : (["other"] as const)).map((each) => chosen[each] ?? usual[each]);
  return {
    blur: looks.some((look) => look.startsWith("blur")) || classes.includes("minors"),
    grey: looks.some((look) => look.endsWith("grey")),
  };
}
