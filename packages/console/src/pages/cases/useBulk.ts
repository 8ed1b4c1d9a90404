/** One decision for several cases: told at once, taken back as one while the hold lasts. */
import type { CaseRow } from "@assay/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api.ts";
import { queryClient } from "../../queries.ts";
import type { Choice } from "../../review/offered.ts";
import { useReasons } from "../../session.ts";
import { problemText } from "../../shell/Fallback.tsx";
import { say } from "../../shell/toasts.ts";

export interface Bulk {
  /** The choice whose reasons are shown. */
  open: Choice | undefined;
  setOpen: (choice: Choice | undefined) => void;
  decide: (outcome: Choice | "approve", reasons: string[]) => void;
}

/** Most that are decided at once. */
export const mostAtOnce = 100;

export function useBulk(selected: readonly CaseRow[], done: () => void): Bulk {
  const { t } = useTranslation();
  const reasons = useReasons();
  const [open, setOpen] = useState<Choice>();
  return {
    open,
    setOpen,
    decide: (outcome, codes) => {
      setOpen(undefined);
      const cases = selected.slice(0, mostAtOnce).map(({ id, decision_id }) => ({ id, decision_id }));
      done();
      const sent = Date.now();
      api
        .resolveCases({ cases, outcome, reasons: codes })
        .then(({ results, undo_until }) => {
          const ok = results.filter((result) => result.ok).map((result) => result.id);
          const failed = results.length - ok.length;
          // The hold of the last one, less what passed since the first: the first to go out ends it.
          const lasts = undo_until ? Date.parse(undo_until) - Date.now() - (Date.now() - sent) : 0;
          const words = [t(`outcome.${outcome}`), ...codes.map(reasons.text)].join(": ");
          if (ok.length > 0 && lasts > 0) {
            const text = `${words} · ${t("bulk.n", { count: ok.length })}`;
            say({ kind: "hold", text, caseIds: ok, lasts });
          }
          if (failed > 0) {
            const codes = [...new Set(results.flatMap((result) => result.code ?? []))];
            const why = codes.map((code) => t(`problem.${code as "internal"}`, { defaultValue: code })).join(" ");
            say({ kind: "error", text: `${t("bulk.failed", { count: failed })} ${why}`, lasts: 10_000 });
          }
        })
        .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 10_000 }))
        .finally(() => {
          for (const key of ["cases", "queues", "case"]) void queryClient.invalidateQueries({ queryKey: [key] });
        });
    },
  };
}
