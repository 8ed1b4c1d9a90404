/** An account's life on one line: every event a dot at its time, coloured by outcome, piled up where they are close. */
import type { LifeItem } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import styles from "./life.module.css";
import { pile } from "./pile.ts";

const width = 320;
const step = 7;

export function LifeLine({
  items,
  changePoint,
  current,
}: {
  items: readonly LifeItem[];
  changePoint?: string | undefined;
  current?: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dots, from, to, tallest } = pile(items, Math.floor(width / step), 6);
  if (dots.length === 0) return <p className="dim small">{t("life.none")}</p>;
  const height = Math.max(2, tallest) * step + 6;
  const change = changePoint ? Date.parse(changePoint) : Number.NaN;
  const changeAt = to > from ? ((change - from) / (to - from)) * width : Number.NaN;
  const refused = items.filter((item) => item.outcome === "refuse").length;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${height + 2}`}
        className={styles.line}
        role="img"
        aria-label={t("life.summary", {
          count: items.length,
          refused,
          from: format.date(items[0]?.at),
          to: format.date(items.at(-1)?.at),
        })}
      >
        <line x1="0" x2={width} y1={height} y2={height} className={styles.axis} />
        {!Number.isNaN(changeAt) && <line x1={changeAt} x2={changeAt} y1="0" y2={height} className={styles.change} />}
        {dots.map(({ item, column, row, more }) => (
          <circle
            key={item.event_id}
            cx={column * step + step / 2}
            cy={height - row * step - step / 2 - 1}
            r={item.event_id === current ? 3.4 : 2.6}
            data-outcome={item.outcome ?? "none"}
            data-current={item.event_id === current || undefined}
          >
            <title>{`${format.dateTime(item.at)} · ${item.title}${item.outcome ? ` · ${t(`outcome.${item.outcome}`)}` : ""}${more > 0 ? ` · +${more}` : ""}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="row between small dim num">
        <span>{format.date(new Date(from).toISOString())}</span>
        <span>{format.date(new Date(to).toISOString())}</span>
      </figcaption>
    </figure>
  );
}
