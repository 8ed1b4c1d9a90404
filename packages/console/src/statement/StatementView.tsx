/** A statement as the person concerned reads it: in short, and whole on demand. Headings in the desk's language, the rest in theirs. */
import type { Statement } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import styles from "./statement.module.css";

export function StatementView({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { details, language } = statement;
  const parts = details && {
    restrictions: [...details.restrictions, details.scope].join(" "),
    facts: details.facts,
    grounds: details.grounds,
    automated: details.automated.text,
    redress: details.redress,
  };
  return (
    <div className={styles.statement}>
      <p lang={language} dir="auto" className={`${styles.text} untrusted`}>
        {statement.text}
      </p>
      {parts && (
        <details>
          <summary>{t("statement.whole")}</summary>
          <dl>
            {Object.entries(parts)
              .filter(([, text]) => text !== "")
              .map(([part, text]) => (
                <div key={part}>
                  <dt>{t(`statement.${part as "facts"}`)}</dt>
                  <dd lang={language} className="untrusted">
                    {text}
                  </dd>
                </div>
              ))}
          </dl>
        </details>
      )}
      {statement.contest_until && (
        <p className="dim small">{t("statement.contest_until", { date: format.date(statement.contest_until) })}</p>
      )}
    </div>
  );
}
