import { useTranslation } from "react-i18next";
import { useFieldText } from "../fields.ts";
import { Readable } from "../text/Readable.tsx";
import styles from "./evidence.module.css";
import { useFinds } from "./FindsProvider.tsx";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

/** The original characters, quoted, and what they say in plain form. */
export function SpanQuote({ evidence, detector }: { evidence: EvidenceOf<"span">; detector: string }) {
  const { t } = useTranslation();
  const kindText = useKindText();
  const fieldText = useFieldText();
  const { textAt } = useFinds();
  const parts = evidence.parts?.length
    ? evidence.parts
    : [{ field: evidence.field, start: evidence.start, end: evidence.end, subject: undefined }];
  return (
    <div className={styles.quote}>
      {parts.map((part) => {
        const quoted = textAt(part)?.slice(part.start, part.end);
        return (
          <q key={`${part.subject?.id}${part.field}${part.start}`} className={`${styles.quoted} untrusted`} dir="auto">
            {quoted === undefined ? (
              <span className="dim">{t("evidence.elsewhere", { id: part.subject?.id ?? part.field })}</span>
            ) : (
              <Readable text={quoted.length > 160 ? `${quoted.slice(0, 160)}…` : quoted} everything />
            )}
          </q>
        );
      })}
      <span className="dim small">
        {kindText(detector, evidence.kind)} · {fieldText(evidence.field)}
        {evidence.value && (
          <>
            {" · "}
            <span className="mono untrusted">{evidence.value}</span>
          </>
        )}
      </span>
    </div>
  );
}
