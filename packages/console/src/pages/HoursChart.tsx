/** Decisions by hour, stacked by outcome. Drawn here: one chart does not carry the weight of a chart library. */
import type { Overview } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { outcomesShown } from "../outcomes.ts";
import { niceTop } from "./niceTop.ts";
import styles from "./overview.module.css";

export function HoursChart({
  hours,
  label: given,
  every = 6,
}: {
  hours: Overview["hours"];
  /** How a column is named; the clock where it is not said. */
  label?: (hour: string) => string;
  /** How many columns stand between two names. */
  every?: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = hours.map((hour) => Object.values(hour.outcomes).reduce((sum, n) => sum + n, 0));
  const most = niceTop(Math.max(1, ...totals));
  const label = given ?? format.clock;
  return (
    <figure className={styles.chart}>
      <div className={styles.scale} aria-hidden="true">
        <span>{format.number(most)}</span>
        <span>{format.number(most / 2)}</span>
        <span>0</span>
      </div>
      <ol className={styles.columns}>
        {hours.map((hour, index) => {
          const parts = outcomesShown.filter((outcome) => (hour.outcomes[outcome] ?? 0) > 0);
          const words = parts.map((outcome) => `${t(`outcome.${outcome}`)} ${hour.outcomes[outcome]}`).join(", ");
          return (
            <li key={hour.hour} className={styles.column} title={`${label(hour.hour)} · ${words || 0}`}>
              <span className="visually-hidden">{`${label(hour.hour)}: ${words || 0}`}</span>
              <span className={styles.stack} aria-hidden="true">
                {parts.toReversed().map((outcome) => (
                  <i
                    key={outcome}
                    data-outcome={outcome}
                    style={{ height: `${(100 * (hour.outcomes[outcome] ?? 0)) / most}%` }}
                  />
                ))}
              </span>
              <span className={styles.hour} aria-hidden="true">
                {(hours.length - 1 - index) % every === 0 && <bdi>{label(hour.hour)}</bdi>}
              </span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
