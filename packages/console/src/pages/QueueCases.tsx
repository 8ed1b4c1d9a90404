/** The cases of one queue, by state. */
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { casesQuery } from "../queries.ts";
import { useStartQueue } from "../review/startQueue.ts";
import { useReasons } from "../session.ts";
import { PageLoading } from "../shell/Fallback.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import styles from "./lists.module.css";

const route = getRouteApi("/desk/queues/$queue");
const states = ["open", "snoozed", "resolved"] as const;

export function QueueCasesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const start = useStartQueue();
  const { queue } = route.useParams();
  const navigate = route.useNavigate();
  const { state = "open" } = route.useSearch();
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text.trim(), 250);
  const cases = useInfiniteQuery(casesQuery({ queue, state, q }));
  const rows = cases.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Page
      title={queue}
      actions={
        <>
          <TextInput
            size="xs"
            placeholder={t("queues.find")}
            aria-label={t("queues.find")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("queues.state")}
            value={state}
            onChange={(value) => void navigate({ search: { state: value } })}
            data={states.map((value) => ({ value, label: t(`queues.states.${value}`) }))}
          />
          <Button onClick={() => start(queue)}>{t("queues.work")}</Button>
        </>
      }
    >
      <Panel flush>
        {cases.isPending ? (
          <PageLoading />
        ) : rows.length === 0 ? (
          <Empty title={t("queues.no_cases")} />
        ) : (
          <TableBox label={queue}>
            <table className={tableClass}>
              <thead>
                <tr>
                  <th scope="col">{t("queues.case")}</th>
                  <th scope="col">{t("queues.why")}</th>
                  <th scope="col" data-num>
                    {t("queues.priority")}
                  </th>
                  <th scope="col">{t("queues.opened")}</th>
                  <th scope="col">{t(state === "resolved" ? "queues.resolved_by" : "queues.held_by")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td className={`${styles.titleCell} clip untrusted`}>
                      <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                        {row.title || row.subject.id}
                      </Link>{" "}
                      <span className="dim small">{t(`kind.${row.subject.kind}`)}</span>
                    </td>
                    <td className={styles.reasonCell}>
                      {row.reasons.map((reason) => reasons.text(reason.code)).join(" · ")}
                    </td>
                    <td data-num>{row.priority}</td>
                    <td className="num" title={format.dateTime(row.opened_at)}>
                      {format.ago(row.opened_at)}
                    </td>
                    <td className="dim">
                      {(state !== "resolved"
                        ? row.claimed_by_name
                        : row.resolved_by === "rule"
                          ? t("queues.by_rule")
                          : row.resolved_by_name) ?? "–"}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
        {cases.hasNextPage && (
          <div className={styles.foot}>
            <Button variant="default" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
              {t("more")}
            </Button>
          </div>
        )}
      </Panel>
    </Page>
  );
}
