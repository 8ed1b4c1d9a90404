import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import styles from "./evidence.module.css";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

/** How many within how long, beside the limit. */
export function WindowCount({ evidence, detector }: { evidence: EvidenceOf<"window">; detector: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindText = useKindText();
  const most = Math.max(evidence.count, evidence.limit, 1);
  const over = evidence.count > evidence.limit;
  return (
    <div className="stack" style={{ gap: 3 }}>
      <span>
        <span className="untrusted">{kindText(detector, evidence.what)}</span>:{" "}
        <strong className="num">{format.number(evidence.count)}</strong>{" "}
        <span className="dim">
          {t("evidence.within", { length: format.length(evidence.span_s), limit: format.number(evidence.limit) })}
        </span>
      </span>
      <span className={styles.gauge} aria-hidden="true">
        <span data-over={over || undefined} style={{ width: `${(evidence.count / most) * 100}%` }} />
        <i style={{ left: `${(evidence.limit / most) * 100}%` }} />
      </span>
    </div>
  );
}
