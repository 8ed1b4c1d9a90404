/** What a case of the quality programme asks for; and keeping a resolved case as one whose answer is known. */
import { type AnswerOutcome, answerOutcomes, type CaseView } from "@assay/contract";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { queryClient } from "../queries.ts";
import { useCan, useReasons } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./review.module.css";

export function SampleNotice({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const { quality } = view;
  if (!quality) return null;
  const told = (said: { outcome: CaseView["decision"]["outcome"]; reasons: readonly string[] }) =>
    [t(`outcome.${said.outcome}`), said.reasons.map(reasons.text).join(", ")].filter(Boolean).join(": ");
  return (
    <div className={styles.notice} role="status">
      {quality.role === "golden"
        ? t("qa.is_golden")
        : quality.role === "adjudication"
          ? t("qa.is_disputed")
          : `${t("qa.is_sample")} ${t("qa.answered", { n: quality.answers, of: quality.of })}`}
      {quality.disputed && (
        <ul>
          <li>
            {t("qa.was_decided", {
              by: t(`qa.by.${quality.disputed.decided.by_person ? "person" : "rule"}`),
              outcome: told(quality.disputed.decided),
            })}
          </li>
          {quality.disputed.answers.map((answer, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: answers have no names, and none moves
            <li key={index} className="untrusted">
              {t("qa.one_said", { outcome: told(answer) })}
              {answer.note && ` (${answer.note})`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function KeepGolden({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const leads = useCan("quality.manage");
  const { decision, case: current } = view;
  const outcome = answerOutcomes.find((each): each is AnswerOutcome => each === decision.outcome);
  if (!leads || !outcome) return null;
  const keep = () =>
    api
      .addGolden({
        decision_id: decision.decision_id,
        queue: current.queue,
        outcome,
        reasons: decision.reasons.map((reason) => reason.code),
      })
      .then(() => {
        void queryClient.invalidateQueries({ queryKey: ["quality"] });
        say({ kind: "info", text: t("qa.kept_golden", { queue: current.queue }), lasts: 5000 });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
  return (
    <Button size="compact-xs" variant="light" onClick={() => void keep()}>
      {t("qa.keep_golden")}
    </Button>
  );
}
