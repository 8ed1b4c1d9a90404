/** Choosing a reason by its digit, with the statement as the person concerned would read it. */
import type { Case, Statement } from "@assay/contract";
import { CloseButton, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Caps } from "../keyboard/Key.tsx";
import { useCommands } from "../keyboard/useCommands.ts";
import { useEscape } from "../keyboard/useEscape.ts";
import { useReasons } from "../session.ts";
import { Tag } from "../shell/Outcome.tsx";
import styles from "./bar.module.css";
import { type Choice, offered } from "./offered.ts";

export function ReasonPicker({
  choice,
  fired,
  statements,
  others = [],
  children,
  onPick,
  onClose,
}: {
  choice: Choice;
  /** Reason codes that rules gave. */
  fired: readonly string[];
  /** By reason code; undefined where each person reads their own. */
  statements: Record<string, Statement> | undefined;
  /** Other cases that get the same decision. */
  others?: readonly Case[];
  children?: ReactNode;
  onPick: (code: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const all = offered(reasons.all, fired, choice);
  const [filter, setFilter] = useState("");
  const shown = all.filter((reason) => reasons.text(reason.code).toLowerCase().includes(filter.trim().toLowerCase()));
  const [looked, setLooked] = useState<string>();
  const previewed = shown.find((reason) => reason.code === looked) ?? shown[0];
  const statement = previewed && statements?.[previewed.code];

  useCommands(
    {},
    {
      digits: (digit) => {
        const reason = shown[digit - 1];
        if (reason) onPick(reason.code);
      },
    },
  );
  useEscape(onClose);

  return (
    <section className={styles.picker} aria-label={t(`review.pick_${choice}`)}>
      <div className={styles.pickerHead}>
        <h2>{t(`review.pick_${choice}`)}</h2>
        <TextInput
          size="xs"
          placeholder={t("review.filter_reasons")}
          aria-label={t("review.filter_reasons")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && shown[0]) onPick(shown[0].code);
          }}
          w={190}
        />
        <CloseButton aria-label={t("close")} onClick={onClose} />
      </div>
      {children}
      {others.length > 0 && (
        <p className={`${styles.together} small untrusted`}>
          {t("review.with_others", { count: others.length })}:{" "}
          {others.map((each) => each.title || each.subject.id).join(" · ")}
        </p>
      )}
      <div className={styles.pickerBody}>
        <ul className={styles.choices}>
          {shown.map((reason, index) => (
            <li key={reason.code}>
              <button
                type="button"
                className={styles.choice}
                data-looked={reason === previewed || undefined}
                onClick={() => onPick(reason.code)}
                onMouseEnter={() => setLooked(reason.code)}
                onFocus={() => setLooked(reason.code)}
              >
                <span className={styles.digit}>{index < 9 && <Caps keys={String(index + 1)} />}</span>
                <span className="grow">{reasons.text(reason.code)}</span>
                {fired.includes(reason.code) && <Tag tone="accent">{t("review.suggested")}</Tag>}
              </button>
            </li>
          ))}
          {shown.length === 0 && <li className="dim small">{t("review.no_reasons")}</li>}
        </ul>
        <div className={styles.statement}>
          <h3>
            {t("review.statement")}
            {statement && <span className="dim"> · {languageName(statement.language, t("review.no_language"))}</span>}
          </h3>
          {statement ? (
            <p lang={statement.language} dir="auto" className="untrusted">
              {statement.text}
            </p>
          ) : (
            <p className="dim">{t(statements ? "review.no_statement" : "bulk.statements")}</p>
          )}
          {statement && (
            <p className="small dim">
              {statement.fixable ? t("review.statement_fixable") : t("review.statement_final")}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

function languageName(code: string, fallback: string): string {
  try {
    return new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" }).of(code) ?? code;
  } catch {
    return fallback;
  }
}
