import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import styles from "./evidence.module.css";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

const width = 300;
const height = 56;

/** Points over time as a line, with the change point marked. */
export function TimelineChart({ evidence, detector }: { evidence: EvidenceOf<"timeline">; detector: string }) {
  const { t } = useTranslation();
  const what = useKindText()(detector, evidence.what);
  const format = useFormat();
  const points = evidence.points
    .map((point) => ({ ...point, time: Date.parse(point.at) }))
    .filter((point) => !Number.isNaN(point.time))
    .sort((a, b) => a.time - b.time);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return <span className="dim">{what}</span>;
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (time: number) => 4 + ((width - 8) * (time - first.time)) / Math.max(1, last.time - first.time);
  const y = (value: number) => height - 6 - ((height - 14) * (value - low)) / (high - low || 1);
  const change = evidence.change_point ? Date.parse(evidence.change_point) : Number.NaN;
  const summary = t("evidence.timeline", {
    what,
    from: format.date(first.at),
    to: format.date(last.at),
    n: points.length,
  });
  return (
    <figure className="stack" style={{ gap: 2 }}>
      <figcaption className="small untrusted">{what}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.timeline} role="img" aria-label={summary}>
        {!Number.isNaN(change) && (
          <line x1={x(change)} x2={x(change)} y1="0" y2={height} className={styles.changePoint} />
        )}
        <polyline points={points.map((point) => `${x(point.time)},${y(point.value)}`).join(" ")} />
        {points.map((point) => (
          <circle key={`${point.at}${point.value}`} cx={x(point.time)} cy={y(point.value)} r="2.4">
            <title>{`${point.label ?? format.number(point.value, 2)} · ${format.dateTime(point.at)}`}</title>
          </circle>
        ))}
      </svg>
      <div className="row between small dim num">
        <span>{format.date(first.at)}</span>
        {evidence.change_point && (
          <span className={styles.changeLabel}>
            {t("evidence.changed_at", { date: format.date(evidence.change_point) })}
          </span>
        )}
        <span>{format.date(last.at)}</span>
      </div>
    </figure>
  );
}
