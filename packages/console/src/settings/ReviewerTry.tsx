/** One text, really put to the reviewing model, and what it says of it. */
import type { ReviewTry } from "@assay/contract";
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { queryClient, reviewerQuery } from "../queries.ts";
import { useReasons } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Panel } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { Readable } from "../text/Readable.tsx";
import styles from "./settings.module.css";

export function ReviewerTry() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const ask = useMutation({
    mutationFn: (asked: string) => api.tryReviewer(asked),
    // It was counted, and may have failed: what stands above is no longer so.
    onSettled: () => queryClient.invalidateQueries({ queryKey: reviewerQuery.queryKey }),
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  return (
    <Panel title={t("reviewer.try")}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(text.trim());
        }}
      >
        <Textarea
          label={t("reviewer.try_text")}
          description={t("reviewer.try_hint")}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={8000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="sm"
          style={{ alignSelf: "flex-end" }}
          loading={ask.isPending}
          disabled={text.trim() === ""}
        >
          {t("reviewer.try_action")}
        </Button>
      </form>
      <div role="status">{ask.data && <Said said={ask.data} text={ask.variables} />}</div>
    </Panel>
  );
}

function Said({ said, text }: { said: ReviewTry; text: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const took = t("reviewer.took", { ms: format.number(said.took_ms) });
  if (said.state === "failed") {
    return (
      <p className="small">
        <Tag tone="refuse">{t("reviewer.failed")}</Tag> <span className="untrusted">{said.reason}</span>{" "}
        <span className="dim">{took}</span>
      </p>
    );
  }
  const scores = Object.entries(said.scores).sort(([, a], [, b]) => b - a);
  const nothing = said.findings.length === 0 && scores.length === 0 && !said.instructions;
  return (
    <div className="stack small" style={{ gap: 8 }}>
      <p className="dim">
        {t(nothing ? "reviewer.nothing" : "reviewer.answered")} {took}
        {said.tokens > 0 && ` · ${t("reviewer.tokens", { count: said.tokens })}`}
      </p>
      {said.findings.length > 0 && (
        <ul className={styles.said}>
          {said.findings.map(({ code, probability, start, end }) => (
            <li key={`${code} ${start}`}>
              <strong>{reasons.text(code)}</strong> <span className="num dim">{format.percent(probability)}</span>
              <q className="untrusted" dir="auto">
                <Readable text={text.slice(start, end)} everything />
              </q>
            </li>
          ))}
        </ul>
      )}
      {scores.length > 0 && (
        <ul className={styles.said}>
          {scores.slice(0, 12).map(([name, score]) => (
            <li key={name}>
              <span className="mono untrusted">{name}</span> <span className="num dim">{format.percent(score)}</span>
            </li>
          ))}
        </ul>
      )}
      {said.instructions && <p>{t("reviewer.instructed")}</p>}
      {said.unfounded > 0 && <p className="dim">{t("reviewer.unfounded", { count: said.unfounded })}</p>}
    </div>
  );
}
