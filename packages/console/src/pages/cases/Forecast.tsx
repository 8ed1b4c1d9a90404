/** The backlog of a queue: what came and went in the last two days, and where it will be in the next one at the same rates. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format.ts";
import { forecastQuery } from "../../queries.ts";
import { Panel } from "../../shell/Page.tsx";
import { niceTop } from "../niceTop.ts";
import styles from "./forecast.module.css";

const hourMs = 3_600_000;
const pastHours = 48;
const width = 720;
const height = 120;

export function Forecast({ queue }: { queue: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(forecastQuery(queue));
  if (!data || data.next.length === 0) return null;
  const now = Math.floor(Date.now() / hourMs) * hourMs;
  // Backwards from what is open now; before the first hour that is known it stays.
  const change = new Map(data.past.map((hour) => [Date.parse(hour.hour), hour.arrived - hour.handled]));
  const before: number[] = [data.open];
  for (let n = 0; n < pastHours; n++) before.unshift(Math.max(0, before[0]! - (change.get(now - n * hourMs) ?? 0)));
  const all = [...before, ...data.next.map((hour) => hour.backlog)];
  const top = niceTop(Math.max(1, ...all));
  const x = (index: number) => (index / (all.length - 1)) * width;
  const y = (value: number) => height - (value / top) * height;
  const line = (values: readonly number[], from: number) =>
    values.map((value, index) => `${index ? "L" : "M"}${x(from + index).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const later = [data.open, ...data.next.map((hour) => hour.backlog)];
  const last = data.next.at(-1)!;
  const arrivals = data.next.reduce((sum, hour) => sum + hour.arrived, 0);
  const handled = data.next.reduce((sum, hour) => sum + hour.handled, 0);
  const words = t("queues.forecast_words", {
    open: format.number(data.open),
    later: format.number(Math.round(last.backlog)),
    arrived: format.number(Math.round(arrivals)),
    handled: format.number(Math.round(handled)),
    count: data.days,
  });
  return (
    <Panel title={t("queues.forecast")}>
      <figure className={styles.figure}>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
          <line x1={x(before.length - 1)} x2={x(before.length - 1)} y1={0} y2={height} className={styles.now} />
          <path d={line(before, 0)} className={styles.past} vectorEffect="non-scaling-stroke" />
          <path d={line(later, before.length - 1)} className={styles.next} vectorEffect="non-scaling-stroke" />
        </svg>
        <div className={styles.axis} aria-hidden="true">
          <span>{t("queues.hours_ago", { count: pastHours })}</span>
          <span style={{ left: `${(100 * (before.length - 1)) / (all.length - 1)}%` }}>{t("queues.now")}</span>
          <span>+24 h</span>
        </div>
        <span className={`${styles.top} dim small num`} aria-hidden="true">
          {format.number(top)}
        </span>
        <figcaption className="dim small">{words}</figcaption>
      </figure>
    </Panel>
  );
}
