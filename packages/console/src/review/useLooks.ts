/** How each picture of what is on screen is shown to this person now. */
import type { SensitiveClass } from "@assay/contract";
import { useMemo } from "react";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { useDetectors, useMe, useReasons } from "../session.ts";
import { usePreferences } from "../settings/preferences.ts";
import { classesOf, classesSeen, classOfReason, type Shown, shownAs } from "./sensitive.ts";

export interface Looks {
  /** @param index of the case's own picture; none for another's that is shown beside them */
  of: (index?: number) => Shown;
  classes: (index?: number) => SensitiveClass[];
}

export function useLooks(): Looks {
  const { finds, reasons: codes, revealed } = useFinds();
  const detector = useDetectors();
  const reasons = useReasons();
  const { marketplace } = useMe();
  const { looks } = usePreferences();
  const seen = useMemo(
    () => classesSeen(finds.values(), (id, kind) => detector(id)?.sensitive?.[kind]),
    [finds, detector],
  );
  const ofReasons = codes.flatMap((code) => classOfReason(reasons.of(code)) ?? []);
  const classes = (index?: number) => classesOf(index, seen, ofReasons);
  const of = (index?: number) =>
    revealed ? { blur: false, grey: false } : shownAs(classes(index), marketplace.pictures, looks);
  return { of, classes };
}

/** The attributes by which the style sheet veils a picture. */
export const veil = ({ blur, grey }: Shown) => ({
  "data-blur": blur || undefined,
  "data-grey": grey || undefined,
});
