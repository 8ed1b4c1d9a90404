/** Measured quality: what the last `npm run evals` found on real data, a table a set. */
import type { Measured } from "@assay/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format.ts";
import { measuredQuery } from "../../queries.ts";
import { Tag } from "../../shell/Outcome.tsx";
import { Empty, Panel, TableBox, tableClass } from "../../shell/Page.tsx";

type Row = Measured["sections"][number]["rows"][number];

const figures = ["precision", "recall", "f1", "auc", "other", "benign", "floor", "peer"] as const;

export function MeasuredTab() {
  const { t } = useTranslation();
  const { data } = useQuery(measuredQuery);
  if (!data) return <Empty title={t("quality.not_measured")} text={t("quality.not_measured_text")} />;
  const barred = data.sections.flatMap((section) => section.rows).filter((row) => row.bar);
  const met = barred.filter((row) => row.met).length;
  return (
    <>
      <p className="dim small">{t("quality.lead", { date: data.date, commit: data.commit, met, of: barred.length })}</p>
      {data.sections.map(({ set, title, source, rows }) => (
        <Panel key={`${set} ${title}`} title={title} flush>
          <Section label={title} rows={rows} source={source} />
        </Panel>
      ))}
    </>
  );
}

function Section({ label, rows, source }: { label: string; rows: readonly Row[]; source: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  // Only what some row of the set has.
  const shown = figures.filter((figure) => rows.some((row) => row[figure] !== undefined && row[figure] !== null));
  const told = (value: Row[(typeof figures)[number]]) => {
    if (value === undefined || value === null) return "–";
    if (typeof value === "number") return format.number(value, 3);
    return `${value.value === null ? "–" : format.number(value.value, 3)} (${value.name})`;
  };
  return (
    <TableBox label={label}>
      <table className={tableClass}>
        <caption className="visually-hidden">{source}</caption>
        <thead>
          <tr>
            <th scope="col">{t("quality.task")}</th>
            <th scope="col" data-num>
              n
            </th>
            {shown.map((figure) => (
              <th key={figure} scope="col" data-num>
                {t(`quality.${figure}`)}
              </th>
            ))}
            <th scope="col">{t("quality.bar")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.task}>
              <td title={row.note}>{row.task}</td>
              <td data-num>{format.number(row.n)}</td>
              {shown.map((figure) => (
                <td key={figure} data-num>
                  {told(row[figure])}
                </td>
              ))}
              <td>
                {row.bar && (
                  <Tag tone={row.met ? "approve" : "refuse"}>
                    {`${row.bar.of === "benign" ? "≤" : "≥"} ${row.bar.value} ${t(row.met ? "quality.met" : "quality.missed")}`}
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
