/** What somebody says against a decision, with what they sent, what they contest, and the answer that they will read. */
import type { AppealView } from "@assay/contract";
import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { useReasons } from "../session.ts";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag, Tag } from "../shell/Outcome.tsx";
import { Panel } from "../shell/Page.tsx";
import { StatementView } from "../statement/StatementView.tsx";
import styles from "./appeal.module.css";

export function AppealPanel({
  appeal,
  answer,
  onAnswer,
}: {
  appeal: AppealView;
  answer: string;
  /** Absent where it is decided. */
  onAnswer: ((text: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const { decision, decided_by_name: name } = appeal;
  const complaint = appeal.kind === "complaint";
  return (
    <Panel
      title={t(complaint ? "appeal.complaint" : "appeal.title")}
      aside={
        <>
          {appeal.outcome && <Tag>{t(`appeal.outcome.${appeal.outcome}`)}</Tag>}
          <span className="num" title={format.dateTime(appeal.submitted_at)}>
            {t("appeal.sent", { ago: format.ago(appeal.submitted_at) })}
          </span>
        </>
      }
    >
      <div className={styles.appeal}>
        <p className={`${styles.words} untrusted`} lang={appeal.language} dir="auto">
          {appeal.text}
        </p>
        {appeal.files.length > 0 && (
          <ul className={styles.files} aria-label={t("appeal.files")}>
            {appeal.files.map(({ src, content }, index) => (
              <li key={content}>
                <a href={`${src}?w=1600`} target="_blank" rel="noreferrer">
                  <img src={`${src}?w=160`} alt={t("appeal.file", { n: index + 1 })} loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.contested}>
          <p className="row wrap">
            <strong>{t("appeal.contested")}</strong>
            <OutcomeTag outcome={decision.outcome} by={decision.by} />
            <span>{[...new Set(decision.reasons.map(({ code }) => reasons.text(code)))].join(" · ")}</span>
            <span className="dim">
              {decision.by !== "person"
                ? t("appeal.by_rule")
                : name
                  ? t("appeal.by_person", { name })
                  : t("appeal.by_other")}
            </span>
            <TextLink to="/events/$eventId" params={{ eventId: decision.event_id }}>
              <span className="num">{format.dateTime(decision.decided_at)}</span>
            </TextLink>
          </p>
          {decision.statement && !complaint && <StatementView statement={decision.statement} />}
        </div>
        {appeal.answer && (
          <p className={`${styles.words} untrusted`} dir="auto">
            {appeal.answer}
          </p>
        )}
        {onAnswer && (
          <>
            <p className="dim small">{t(complaint ? "appeal.guide_complaint" : "appeal.guide")}</p>
            <Textarea
              label={t("appeal.answer", { language: appeal.language })}
              description={t("appeal.answer_hint")}
              value={answer}
              maxLength={2000}
              autosize
              minRows={2}
              lang={appeal.language}
              onChange={(event) => onAnswer(event.currentTarget.value)}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
