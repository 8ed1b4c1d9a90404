import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { axis } from "./axis.ts";
import styles from "./evidence.module.css";
import type { EvidenceOf } from "./finds.ts";

/** Under this many comparables a band says more than it knows, and is not drawn. */
const enough = 20;

/** The value as a dot on the band of its comparables (5th to 95th percentile, median marked), with n and examples. */
export function Distribution({ evidence }: { evidence: EvidenceOf<"distribution"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, band, n, unit, examples } = evidence;
  const amount = (number: number) => format.money(number, unit);
  const where = axis([value, band.p5, band.p50, band.p95, ...examples.map((example) => example.value)]);
  const outside = value < band.p5 || value > band.p95;
  const summary = t("price.summary", {
    value: amount(value),
    low: amount(band.p5),
    high: amount(band.p95),
    median: amount(band.p50),
    n: format.number(n),
  });
  return (
    <div className={styles.distribution}>
      <div className="row between wrap small">
        <span>
          <strong className="num">{amount(value)}</strong>{" "}
          <span className="dim">
            {evidence.quantile < 0.5
              ? t("price.cheaper", { share: format.percent(1 - evidence.quantile) })
              : t("price.dearer", { share: format.percent(evidence.quantile) })}
          </span>
        </span>
        <span className="dim num">
          {evidence.group && <span className="untrusted">{evidence.group} · </span>}n = {format.number(n)}
        </span>
      </div>
      {n < enough ? (
        <p className="dim small">{t("price.thin", { n, enough })}</p>
      ) : (
        <>
          <div className={styles.band} role="img" aria-label={summary}>
            <span
              className={styles.bandRange}
              style={{ left: `${where(band.p5)}%`, right: `${100 - where(band.p95)}%` }}
            />
            <span className={styles.bandMedian} style={{ left: `${where(band.p50)}%` }} />
            {examples.map((example) => (
              <span
                key={example.id}
                className={styles.bandExample}
                style={{ left: `${where(example.value)}%` }}
                title={`${example.title ?? example.id} · ${amount(example.value)}`}
              />
            ))}
            <span className={styles.bandDot} data-outside={outside || undefined} style={{ left: `${where(value)}%` }} />
          </div>
          <div className={styles.bandLabels} aria-hidden="true">
            <span style={labelAt(where(band.p5))}>{amount(band.p5)}</span>
            {where(band.p50) - where(band.p5) > 16 && where(band.p95) - where(band.p50) > 16 && (
              <span style={labelAt(where(band.p50))}>{amount(band.p50)}</span>
            )}
            <span style={labelAt(where(band.p95))}>{amount(band.p95)}</span>
          </div>
        </>
      )}
      {examples.length > 0 && (
        <details className={styles.examples}>
          <summary>{t("price.examples", { count: examples.length })}</summary>
          <ul>
            {examples.map((example) => (
              <li key={example.id} className="row between">
                <span className="clip untrusted">{example.title ?? example.id}</span>
                <span className="num">{amount(example.value)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A label stands in the middle under its value, but not beyond the ends of the band. */
const labelAt = (place: number) => ({
  left: `${place}%`,
  transform: `translateX(${place > 86 ? -80 : place < 14 ? -20 : -50}%)`,
});
