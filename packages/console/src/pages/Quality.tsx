/** Measured quality: the tables that `npm run evals` and `npm run bench` wrote, as the server gives them. */
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { measuredQuery } from "../queries.ts";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { tablesOf } from "./measured.ts";

export function QualityPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSuspenseQuery(measuredQuery);
  const { tables, facts } = tablesOf(data);
  return (
    <Page title={t("nav.quality")} lead={[t("quality.lead"), ...facts].join(" · ")}>
      {tables.length === 0 && (
        <Panel>
          <Empty title={t("quality.none")} />
        </Panel>
      )}
      {tables.map((table) => (
        <Panel key={table.title} title={table.title.replaceAll("_", " ")} flush>
          <TableBox label={table.title}>
            <table className={tableClass}>
              <thead>
                <tr>
                  {table.columns.map((column) => (
                    <th key={column} scope="col" data-num={table.numeric.has(column) || undefined}>
                      {column.replaceAll("_", " ")}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={JSON.stringify(row)}>
                    {table.columns.map((column) => {
                      const value = row[column];
                      return (
                        <td key={column} data-num={table.numeric.has(column) || undefined}>
                          {typeof value === "number" ? format.number(value, 3) : (value ?? "–")}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </Panel>
      ))}
    </Page>
  );
}
