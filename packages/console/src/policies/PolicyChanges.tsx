/** What differs between two policies, rule by rule, as a person reads it. */
import type { PolicyDiff } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { Tag } from "../shell/Outcome.tsx";
import { TextDifference } from "../text/TextDifference.tsx";
import styles from "./editor.module.css";

export function PolicyChanges({ diff }: { diff: PolicyDiff }) {
  const { t } = useTranslation();
  const nothing = diff.added.length + diff.removed.length + diff.changed.length === 0;
  if (nothing) return <p className="dim">{t(diff.only_text ? "policy_edit.only_text" : "policy_edit.no_change")}</p>;
  return (
    <ul className={styles.changes}>
      {diff.added.map((rule) => (
        <li key={`+${rule.id}`}>
          <p className={styles.changeHead}>
            <Tag tone="approve">{t("policy_edit.added")}</Tag> <b className="mono">{rule.id}</b> {rule.title}
          </p>
          <pre className={styles.quote}>{rule.when}</pre>
        </li>
      ))}
      {diff.removed.map((rule) => (
        <li key={`-${rule.id}`}>
          <p className={styles.changeHead}>
            <Tag tone="refuse">{t("policy_edit.removed")}</Tag> <b className="mono">{rule.id}</b> {rule.title}
          </p>
        </li>
      ))}
      {diff.changed.map(({ id, fields }) => (
        <li key={id}>
          <p className={styles.changeHead}>
            <Tag tone="review">{t("policy_edit.changed")}</Tag> <b className="mono">{id}</b>
          </p>
          <dl className={styles.fields}>
            {fields.map(({ field, before, after }) => (
              <div key={field}>
                <dt className="mono">{field}</dt>
                <dd>
                  <TextDifference before={plain(before)} after={plain(after)} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

const plain = (value: unknown) =>
  value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
