/** What is masked or closed, and the way to it: a purpose, which is kept in the audit log. */
import type { Reveal as RevealBody } from "@assay/contract";
import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { queryClient } from "../queries.ts";
import { useCan } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import { TextDialog } from "./Dialogs.tsx";
import styles from "./review.module.css";

export function Reveal({ what, target }: Omit<RevealBody, "purpose">) {
  const { t } = useTranslation();
  const may = useCan("personal.reveal");
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (purpose: string) => api.reveal({ what, target, purpose }),
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({
        predicate: ({ queryKey: [first] }) => ["case", "account", "subject", "event"].includes(String(first)),
      });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  return (
    <p className={styles.sealed}>
      <IconLock size={14} stroke={1.7} aria-hidden="true" />
      <span className="grow">{t(`reveal.${what}`)}</span>
      {may && (
        <Button variant="default" size="compact-xs" onClick={() => setAsking(true)}>
          {t("reveal.show")}
        </Button>
      )}
      {asking && (
        <TextDialog
          title={t("reveal.title")}
          label={t("reveal.purpose")}
          action={t("reveal.show")}
          onClose={() => setAsking(false)}
          onText={(purpose) => reveal.mutate(purpose)}
        />
      )}
    </p>
  );
}
