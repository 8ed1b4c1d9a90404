import { Button, CloseButton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { Key } from "../keyboard/Key.tsx";
import { queryClient } from "../queries.ts";
import { problemText } from "./Fallback.tsx";
import styles from "./shell.module.css";
import { hush, latestHold, say, type Toast, useToasts } from "./toasts.ts";

/** Takes a decision back while its hold lasts, and shows the case again; or whatever else can be taken back. */
export function useUndo(): (toast?: Toast) => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const undoAll = ({ id }: Toast, cases: readonly string[]) => {
    hush(id);
    api
      .undoCases(cases)
      .then(({ results }) => {
        const late = results.filter((result) => !result.ok).length;
        if (late > 0) say({ kind: "error", text: t("bulk.late", { count: late }), lasts: 8000 });
        else say({ kind: "info", text: t("undo.done"), lasts: 3000 });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }))
      .finally(() => {
        for (const key of ["cases", "queues", "case"]) void queryClient.invalidateQueries({ queryKey: [key] });
      });
  };
  return (toast = latestHold()) => {
    if (toast?.undo) {
      hush(toast.id);
      toast
        .undo()
        .then((text) => say({ kind: "info", text, lasts: 3000 }))
        .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
      return;
    }
    if (toast?.caseIds) return undoAll(toast, toast.caseIds);
    if (!toast?.caseId) return;
    const { caseId } = toast;
    hush(toast.id);
    api
      .undo(caseId)
      .then(async () => {
        await queryClient.invalidateQueries({ queryKey: ["case", caseId] });
        void queryClient.invalidateQueries({ queryKey: ["queues"] });
        say({ kind: "info", text: t("undo.done"), lasts: 3000 });
        await navigate({ to: "/cases/$caseId", params: { caseId } });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), caseId, lasts: 8000 }));
  };
}

/** The toasts, newest at the bottom, announced to screen readers. */
export function Toasts() {
  const { t } = useTranslation();
  const toasts = useToasts();
  const undo = useUndo();
  const newestHold = toasts.findLast((toast) => toast.kind === "hold");
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={styles.toast} data-kind={toast.kind}>
          {toast.kind === "hold" && <Countdown lasts={toast.lasts} />}
          <span className={`${styles.toastText} untrusted`}>{toast.text}</span>
          {toast.kind === "hold" ? (
            <Button variant="white" color="dark" size="compact-xs" onClick={() => undo(toast)}>
              {t("undo.undo")} {toast === newestHold && <Key command="undo" />}
            </Button>
          ) : (
            <CloseButton
              size="sm"
              aria-label={t("close")}
              onClick={() => hush(toast.id)}
              className={styles.toastClose}
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** A ring that empties while the hold lasts; drawn by the style sheet, so that nothing re-renders. */
function Countdown({ lasts }: { lasts: number }) {
  return (
    <svg viewBox="0 0 20 20" className={styles.ring} aria-hidden="true">
      <circle cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="8" pathLength="100" style={{ animationDuration: `${lasts}ms` }} />
    </svg>
  );
}
