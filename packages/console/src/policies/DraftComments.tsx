/** What people say about a draft, or about one of its rules. */
import type { PolicyDraftView } from "@assay/contract";
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { queryClient } from "../queries.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./editor.module.css";

export function DraftComments({ draft, rule }: { draft: PolicyDraftView; rule: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState("");
  const add = useMutation({
    mutationFn: () => api.commentOnDraft(draft.id, { text: text.trim(), ...(rule && { rule }) }),
    onSuccess: () => {
      setText("");
      void queryClient.invalidateQueries({ queryKey: ["policy-draft", draft.id] });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  return (
    <div className="stack" style={{ gap: 10 }}>
      {draft.comments.length === 0 && <p className="dim small">{t("policy_edit.no_comments")}</p>}
      <ul className={styles.comments}>
        {draft.comments.map((comment) => (
          <li key={comment.id}>
            <p className="small dim">
              <b>{comment.author_name ?? comment.author}</b> · {format.ago(comment.at)}
              {comment.rule && <span className="mono"> · {comment.rule}</span>}
            </p>
            <p className="untrusted">{comment.text}</p>
          </li>
        ))}
      </ul>
      <form
        className="stack"
        style={{ gap: 6 }}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Textarea
          label={rule ? t("policy_edit.comment_on", { rule }) : t("policy_edit.comment")}
          autosize
          minRows={2}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="compact-sm"
          variant="default"
          loading={add.isPending}
          disabled={text.trim() === ""}
          style={{ alignSelf: "flex-start" }}
        >
          {t("policy_edit.say")}
        </Button>
      </form>
    </div>
  );
}
