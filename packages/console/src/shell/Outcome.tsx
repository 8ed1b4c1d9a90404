/** Small words with a colour: an outcome, a state, a number. The colour never stands alone. */
import type { Outcome } from "@assay/contract";
import { useTranslation } from "react-i18next";
import styles from "./outcome.module.css";

export function OutcomeTag({ outcome, by }: { outcome: Outcome | undefined; by?: string | undefined }) {
  const { t } = useTranslation();
  if (!outcome) return <span className="dim">–</span>;
  return (
    <span className={styles.tag} data-outcome={outcome}>
      <i className={styles.dot} aria-hidden="true" />
      {t(`outcome.${outcome}`)}
      {by === "person" && <span className={styles.by}>{t("outcome_by_person")}</span>}
    </span>
  );
}

type Tone = Outcome | "neutral" | "accent";

export function Tag({ tone = "neutral", children, title }: { tone?: Tone; children: React.ReactNode; title?: string }) {
  return (
    <span className={styles.tag} data-outcome={tone} title={title}>
      {children}
    </span>
  );
}

/** A label over a number. */
export function Figure({
  label,
  value,
  hint,
  tone,
}: {
  label: string;
  value: React.ReactNode;
  hint?: React.ReactNode;
  tone?: Tone;
}) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd data-outcome={tone}>
        {value}
        {hint && <span className={styles.hint}>{hint}</span>}
      </dd>
    </div>
  );
}

export function Figures({ children }: { children: React.ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
