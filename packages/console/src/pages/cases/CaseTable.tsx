import type { CaseRow } from "@assay/contract";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format.ts";
import { useReasons } from "../../session.ts";
import { TableBox, tableClass } from "../../shell/Page.tsx";
import styles from "../lists.module.css";
import { SelectBox } from "./SelectBox.tsx";

/** @param onToggle absent where nothing can be selected */
export function CaseTable({
  rows,
  label,
  resolved,
  chosen,
  onToggle,
  onAll,
}: {
  rows: readonly CaseRow[];
  label: string;
  resolved: boolean;
  chosen: ReadonlySet<string>;
  onToggle?: ((row: CaseRow) => void) | undefined;
  onAll: (on: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const all = rows.every((row) => chosen.has(row.id));
  return (
    <TableBox label={label}>
      <table className={tableClass}>
        <thead>
          <tr>
            {onToggle && (
              <th scope="col" className={styles.check}>
                <SelectBox
                  label={t("bulk.all")}
                  checked={all}
                  some={!all && rows.some((row) => chosen.has(row.id))}
                  onChange={() => onAll(!all)}
                />
              </th>
            )}
            <th scope="col">{t("queues.case")}</th>
            <th scope="col">{t("queues.why")}</th>
            <th scope="col" data-num>
              {t("queues.priority")}
            </th>
            <th scope="col">{t("queues.opened")}</th>
            <th scope="col">{t(resolved ? "queues.resolved_by" : "queues.held_by")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-selected={chosen.has(row.id) || undefined} className={styles.caseRow}>
              {onToggle && (
                <td className={styles.check}>
                  <SelectBox
                    label={t("bulk.select", { title: row.title || row.subject.id })}
                    checked={chosen.has(row.id)}
                    onChange={() => onToggle(row)}
                  />
                </td>
              )}
              <td className={`${styles.titleCell} clip untrusted`}>
                <Link to="/cases/$caseId" params={{ caseId: row.id }} data-case={row.id}>
                  {row.title || row.subject.id}
                </Link>{" "}
                <span className="dim small">{t(`kind.${row.subject.kind}`)}</span>
              </td>
              <td className={styles.reasonCell}>
                {row.reasons.map((reason) => reasons.text(reason.code)).join(" · ")}
              </td>
              <td data-num>{row.priority}</td>
              <td className="num" title={format.dateTime(row.opened_at)}>
                {format.ago(row.opened_at)}
              </td>
              <td className="dim">
                {(resolved
                  ? row.resolved_by === "rule"
                    ? t("queues.by_rule")
                    : row.resolved_by_name
                  : row.claimed_by_name) ?? "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
