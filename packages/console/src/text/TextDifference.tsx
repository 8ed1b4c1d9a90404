import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { textDifference } from "./difference.ts";
import { Readable } from "./Readable.tsx";
import styles from "./text.module.css";

/** Two texts as one, with what went struck through and what came underlined; read out as deletions and insertions. */
export function TextDifference({
  before,
  after,
  none,
}: {
  before: string;
  after: string;
  none?: { before?: string | undefined; after?: string | undefined };
}) {
  const { t } = useTranslation();
  const pieces = useMemo(() => textDifference(before, after), [before, after]);
  const replaced = pieces.every((piece) => piece.kind !== "same") && before.length + after.length > 60;
  return (
    <span className={`${styles.difference} ${replaced ? styles.replaced : ""} untrusted`} dir="auto">
      {none?.before && <del className={styles.removed}>{none.before}</del>}
      {pieces.map((piece) => {
        const key = `${piece.kind}${piece.at}`;
        if (piece.kind === "same")
          return (
            <span key={key}>
              <Readable text={piece.text} everything={false} />
            </span>
          );
        if (piece.kind === "added") {
          return (
            <ins key={key} className={styles.added} title={t("diff.added")}>
              <Readable text={piece.text} everything />
            </ins>
          );
        }
        return (
          <del key={key} className={styles.removed} title={t("diff.removed")}>
            <Readable text={piece.text} everything />
          </del>
        );
      })}
      {none?.after && <ins className={styles.added}>{none.after}</ins>}
    </span>
  );
}
