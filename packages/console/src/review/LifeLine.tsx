/** An account's life on one line: every event a dot at its time, coloured by outcome, piled up where they are close. */
import type { LifeItem, Note } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import styles from "./life.module.css";
import { pile } from "./pile.ts";

const width = 320;
const step = 7;
const flagHeight = 9;

export function LifeLine({
  items,
  changePoints = [],
  notes = [],
  refused: strikes = 0,
  current,
}: {
  items: readonly LifeItem[];
  /** When the account changed, as the decision sees it. */
  changePoints?: readonly string[];
  notes?: readonly Note[];
  /** How many of its things stand refused. */
  refused?: number;
  current?: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dots, from, to, tallest } = pile(items, Math.floor(width / step), 6);
  if (dots.length === 0) return <p className="dim small">{t("life.none")}</p>;
  const flags = notes.length > 0 ? flagHeight : 0;
  const height = Math.max(2, tallest) * step + 6 + flags;
  /** What lies before the first event stands at the left end, what came after the last at the right one. */
  const placeOf = (at: string) =>
    to > from ? Math.max(2, Math.min(width - 2, ((Date.parse(at) - from) / (to - from)) * width)) : width - 2;
  const changes = [...new Set(changePoints)].filter((at) => !Number.isNaN(Date.parse(at)));
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
        {changes.map((at) => (
          <line key={at} x1={placeOf(at)} x2={placeOf(at)} y1="0" y2={height} className={styles.change}>
            <title>{t("life.change", { when: format.dateTime(at) })}</title>
          </line>
        ))}
        {notes.map((note) => (
          <path key={note.id} d={`M${placeOf(note.at)} ${height} V1 l6 3 l-6 3`} className={styles.flag}>
            <title>{`${format.dateTime(note.at)} · ${note.author}: ${note.text.slice(0, 200)}`}</title>
          </path>
        ))}
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
        <span className={styles.legend}>
          {strikes > 0 && <b>{t("life.strikes", { count: strikes })}</b>}
          {notes.length > 0 && <span>{t("life.notes", { count: notes.length })}</span>}
          {changes.length > 0 && <span>{t("life.changes", { count: changes.length })}</span>}
        </span>
        <span>{format.date(new Date(to).toISOString())}</span>
      </figcaption>
    </figure>
  );
}
