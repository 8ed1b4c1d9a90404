/** Who is logged in, and what the marketplace has: loaded before any page of the desk is shown. */
import type { Catalogue, Me, ReasonCode } from "@assay/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { catalogueQuery, meQuery } from "./queries.ts";

export const useMe = (): Me => useSuspenseQuery(meQuery).data;
export const useCan = (permission: string): boolean => useMe().permissions.includes(permission);
export const useCatalogue = (): Catalogue => useSuspenseQuery(catalogueQuery).data;

export type Declared = Catalogue["detectors"][number];

/** A detector's declaration by id; undefined for one that this server no longer has. */
export function useDetectors(): (id: string) => Declared | undefined {
  const { detectors } = useCatalogue();
  const byId = useMemo(() => new Map(detectors.map((detector) => [detector.id, detector])), [detectors]);
  return (id) => byId.get(id);
}

export interface Reasons {
  all: ReasonCode[];
  of: (code: string) => ReasonCode | undefined;
  /** The code's text for the moderator in their language; the code itself when it has none. */
  text: (code: string) => string;
}

export function useReasons(): Reasons {
  const { reasons } = useCatalogue();
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const byCode = new Map(reasons.map((reason) => [reason.code, reason]));
    return {
      all: reasons,
      of: (code) => byCode.get(code),
      text: (code) => {
        const texts = byCode.get(code)?.moderator;
        return texts?.[language] ?? texts?.["en"] ?? code.replaceAll("_", " ");
      },
    };
  }, [reasons, language]);
}
