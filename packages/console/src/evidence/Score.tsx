import { useFormat } from "../format.ts";
import styles from "./evidence.module.css";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

/** One named value; drawn as a share when it is one. */
export function Score({ evidence, detector }: { evidence: EvidenceOf<"score">; detector: string }) {
  const format = useFormat();
  const kindText = useKindText();
  const isShare = evidence.value >= 0 && evidence.value <= 1;
  return (
    <div className="row">
      <span className="grow untrusted">{kindText(detector, evidence.label)}</span>
      {isShare && (
        <span className={styles.gauge} style={{ width: 72 }} aria-hidden="true">
          <span style={{ width: `${evidence.value * 100}%` }} />
        </span>
      )}
      <span className="num">{format.number(evidence.value, 2)}</span>
    </div>
  );
}
