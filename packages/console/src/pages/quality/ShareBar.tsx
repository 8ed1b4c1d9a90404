/** A share with how sure it is: the number, the interval as a band, the point in it. */
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format.ts";
import styles from "./interval.module.css";

interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** @param n what it was counted from; without it, only the interval is told */
export function ShareBar({ share, n, signed = false }: { share: Interval; n?: number; signed?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, low, high } = share;
  if (value === null) return <span className="dim">–</span>;
  // Agreement and differences go from −1 to 1, shares from 0.
  const place = (at: number) => `${100 * (signed ? (at + 1) / 2 : at)}%`;
  const number = (at: number) => (signed ? format.number(at, 2) : format.percent(at, 1));
  const words =
    low === null || high === null
      ? number(value)
      : t("qa.interval", { value: number(value), low: number(low), high: number(high) });
  const told = n === undefined ? words : `${words} · n = ${format.number(n)}`;
  return (
    <span className={styles.share} title={told}>
      <span className="num" aria-hidden="true">
        {number(value)}
      </span>
      <span className={styles.track} aria-hidden="true">
        {signed && <i className={styles.zero} />}
        {low !== null && high !== null && (
          <i className={styles.band} style={{ left: place(low), right: `calc(100% - ${place(high)})` }} />
        )}
        <i className={styles.point} style={{ left: place(value) }} />
      </span>
      <span className="visually-hidden">{told}</span>
    </span>
  );
}
