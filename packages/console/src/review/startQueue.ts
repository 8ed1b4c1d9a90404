/** Starts working a queue: the server hands out the next case, claimed for this person. */
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import { setWorkedQueue } from "../workedQueue.ts";

/** Opens the next free case of the queue, after the given one; says so when there is none. */
export function useStartQueue(): (queue: string, after?: string) => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (queue, after) => {
    setWorkedQueue(queue);
    api
      .nextCase(queue, after)
      .then(async ({ case_id }) => {
        if (case_id) await navigate({ to: "/cases/$caseId", params: { caseId: case_id } });
        else {
          say({ kind: "info", text: t("queues.empty_now", { queue }), lasts: 5000 });
          await navigate({ to: "/queues" });
        }
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
  };
}
