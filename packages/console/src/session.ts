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
  /** The code's text for the moderator in their language, its first clause only: enough to tell reasons apart. */
  text: (code: string) => string;
  /** What the text goes on to say: how to judge it. */
  guidance: (code: string) => string | undefined;
}

/** The first clause of a text, without its full stop, and the rest. */
export function firstClause(text: string): [string, string | undefined] {
  const [, first = text, rest] = /^(.+?)(?:\s?[.;:]\s+(\S.*))?$/su.exec(text) ?? [];
  return [first.replace(/\.$/, ""), rest && rest.charAt(0).toUpperCase() + rest.slice(1)];
}

export function useReasons(): Reasons {
  const { reasons } = useCatalogue();
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const byCode = new Map(reasons.map((reason) => [reason.code, reason]));
    const whole = (code: string) => {
      const texts = byCode.get(code)?.moderator;
      return texts?.[language] ?? texts?.["en"] ?? code.replaceAll("_", " ");
    };
    return {
      all: reasons,
      of: (code) => byCode.get(code),
      text: (code) => firstClause(whole(code))[0],
      guidance: (code) => firstClause(whole(code))[1],
    };
  }, [reasons, language]);
}
