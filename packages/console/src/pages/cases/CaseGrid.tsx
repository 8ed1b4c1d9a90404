/** Cases as cards with their first picture, for going over many that look alike. */
import type { CaseRow } from "@assay/contract";
import { IconPhotoOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { classOfReason, shownAs } from "../../review/sensitive.ts";
import { veil } from "../../review/useLooks.ts";
import { useMe, useReasons } from "../../session.ts";
import { usePreferences } from "../../settings/preferences.ts";
import styles from "./grid.module.css";
import { SelectBox } from "./SelectBox.tsx";

export function CaseGrid({
  rows,
  chosen,
  onToggle,
}: {
  rows: readonly CaseRow[];
  chosen: ReadonlySet<string>;
  onToggle?: ((row: CaseRow) => void) | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const { looks } = usePreferences();
  const usual = useMe().marketplace.pictures;
  return (
    <ul className={styles.grid}>
      {rows.map((row) => {
        const src = row.picture && pictureUrl(row.picture, 160);
        const classes = row.reasons.flatMap((reason) => classOfReason(reasons.of(reason.code)) ?? []);
        const title = row.title || row.subject.id;
        return (
          <li key={row.id} className={styles.card} data-selected={chosen.has(row.id) || undefined}>
            <div className={styles.picture}>
              {src ? (
                <img src={src} alt="" loading="lazy" {...veil(shownAs(classes, usual, looks))} />
              ) : row.picture ? (
                <IconPhotoOff size={22} aria-hidden="true" />
              ) : (
                <span className={styles.kind}>{t(`kind.${row.subject.kind}`)}</span>
              )}
              {onToggle && (
                <span className={styles.check}>
                  <SelectBox
                    label={t("bulk.select", { title })}
                    checked={chosen.has(row.id)}
                    onChange={() => onToggle(row)}
                  />
                </span>
              )}
            </div>
            <Link
              to="/cases/$caseId"
              params={{ caseId: row.id }}
              data-case={row.id}
              className={`${styles.title} untrusted`}
            >
              {title}
            </Link>
            <p className={`${styles.why} dim small`}>
              {row.reasons.map((reason) => reasons.text(reason.code)).join(" · ")}
            </p>
            <p className="dim small num">
              {row.priority} · {format.ago(row.opened_at)}
              {row.claimed_by_name && ` · ${row.claimed_by_name}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
