/** What new entries of a list would have matched among the newest texts. */
import type { ListPreview } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { TableBox, tableClass } from "../shell/Page.tsx";

export function Told({ told }: { told: ListPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status" style={{ marginTop: 14 }}>
      <p>
        {t("lists.told", {
          entries: format.number(told.entries),
          fresh: format.number(told.new),
          n: format.number(told.looked_at),
          matched: format.number(told.matched),
        })}
      </p>
      {told.refused.length > 0 && (
        <ul className="small" style={{ marginTop: 6 }}>
          {told.refused.map(({ value, reason }) => (
            <li key={value}>
              <strong className="untrusted mono">{value}</strong> {reason}
            </li>
          ))}
        </ul>
      )}
      {told.by_entry.length > 0 && (
        <TableBox label={t("lists.preview")}>
          <table className={tableClass}>
            <thead>
              <tr>
                <th scope="col">{t("lists.value")}</th>
                <th scope="col" data-num>
                  {t("lists.matches")}
                </th>
                <th scope="col">{t("lists.example")}</th>
              </tr>
            </thead>
            <tbody>
              {told.by_entry.map(({ value, kind, n }) => {
                const example = told.examples.find((each) => each.value === value);
                return (
                  <tr key={`${kind} ${value}`}>
                    <td className="untrusted mono">{value}</td>
                    <td data-num>{format.number(n)}</td>
                    <td className="untrusted dim">{example?.text ?? ""}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableBox>
      )}
    </div>
  );
}
