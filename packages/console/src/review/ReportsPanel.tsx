/** What was reported of a subject, by whom, and how far they were right before. */
import { type ReportView, reportReasonOf } from "@assay/contract";
import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { Tag } from "../shell/Outcome.tsx";
import { Panel } from "../shell/Page.tsx";
import styles from "./appeal.module.css";

export function ReportsPanel({
  reports,
  answer,
  onAnswer,
}: {
  reports: readonly ReportView[];
  answer: string;
  /** Absent where the case is not about them, or decided. */
  onAnswer: ((text: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t("reports.title", { count: reports.length })}>
      <ul className={styles.reports}>
        {reports.map((report) => (
          <li key={report.id}>
            <Report report={report} />
          </li>
        ))}
      </ul>
      {onAnswer && (
        <div className={styles.answer}>
          <p className="dim small">{t("reports.guide")}</p>
          <Textarea
            label={t("reports.answer")}
            description={t("appeal.answer_hint")}
            value={answer}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => onAnswer(event.currentTarget.value)}
          />
        </div>
      )}
    </Panel>
  );
}

function Report({ report }: { report: ReportView }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const language = i18n.language === "fr" ? "fr" : "en";
  const details = Object.entries(report.details);
  return (
    <article className={styles.report}>
      <p className="row wrap">
        <strong>{reportReasonOf(report.reason).title[language]}</strong>
        {report.type !== "notice" && <Tag tone="accent">{t(`reports.type.${report.type}`)}</Tag>}
        {report.trusted && <Tag tone="approve">{t("reports.trusted")}</Tag>}
        {report.outcome && (
          <Tag>
            {t(`reports.outcome.${report.outcome}`)}
            {report.reversed && ` · ${t("reports.reversed")}`}
          </Tag>
        )}
        <span className="dim num" title={format.dateTime(report.received_at)}>
          {format.ago(report.received_at)}
        </span>
      </p>
      {report.text && (
        <p className={`${styles.words} untrusted`} dir="auto">
          {report.text}
        </p>
      )}
      {report.url && <p className="mono small untrusted">{report.url}</p>}
      {details.length > 0 && (
        <dl className={styles.details}>
          {details.map(([field, value]) => (
            <div key={field}>
              <dt>{t(`reports.field.${field as "right"}`)}</dt>
              <dd className="untrusted">{field === "deadline" ? format.dateTime(value) : value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="dim small untrusted">
        {report.by.startsWith("form_") ? t("reports.form") : report.by} ·{" "}
        {report.earlier > 0
          ? t("reports.reliability", { share: format.percent(report.reliability), count: report.earlier })
          : t("reports.newcomer")}
      </p>
    </article>
  );
}
