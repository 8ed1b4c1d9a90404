/** The queues: how much waits, for how long, and a button to start. */

import type { Queue } from "@assay/contract";
import { Button } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { queuesQuery } from "../queries.ts";
import { useStartQueue } from "../review/startQueue.ts";
import { TextLink } from "../shell/links.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import styles from "./lists.module.css";

export function QueuesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(queuesQuery);
  const start = useStartQueue();
  return (
    <Page
      title={t("nav.queues")}
      lead={t("queues.lead")}
      actions={
        <Button size="sm" disabled={data.data.every((queue) => queue.open === 0)} onClick={() => start("all")}>
          {t("queues.all")}
        </Button>
      }
    >
      <Panel flush>
        <QueueTable queues={data.data} />
      </Panel>
    </Page>
  );
}

export function QueueTable({ queues }: { queues: readonly Queue[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const start = useStartQueue();
  if (queues.length === 0) return <Empty title={t("queues.none")} text={t("queues.none_text")} />;
  return (
    <TableBox label={t("nav.queues")}>
      <table className={tableClass}>
        <thead>
          <tr>
            <th scope="col">{t("queues.queue")}</th>
            <th scope="col" data-num>
              {t("queues.open")}
            </th>
            <th scope="col" data-num>
              {t("queues.claimed")}
            </th>
            <th scope="col" data-num>
              {t("queues.overdue")}
            </th>
            <th scope="col">{t("queues.oldest")}</th>
            <th scope="col" data-num>
              {t("queues.resolved")}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t("queues.work")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.id}>
              <td>
                <TextLink to="/queues/$queue" params={{ queue: queue.id }} fw={600} c="inherit">
                  {queue.id}
                </TextLink>{" "}
                {queue.settings.paused && <Tag tone="request_changes">{t("queues.is_paused")}</Tag>}{" "}
                {queue.settings.restricted && <Tag tone="review">{t("queues.is_restricted")}</Tag>}
                {queue.settings.due_minutes !== null && (
                  <span className="dim small">
                    {" "}
                    {t("queues.due_within", { length: format.length(queue.settings.due_minutes * 60) })}
                  </span>
                )}
              </td>
              <td data-num>{format.number(queue.open)}</td>
              <td data-num className="dim">
                {format.number(queue.claimed)}
              </td>
              <td data-num className={queue.overdue > 0 ? styles.late : "dim"}>
                {format.number(queue.overdue)}
              </td>
              <td className="num">{queue.oldest_opened_at ? format.ago(queue.oldest_opened_at) : "–"}</td>
              <td data-num className="dim">
                {format.number(queue.resolved_24h)}
              </td>
              <td className={styles.act}>
                <Button
                  variant="light"
                  disabled={queue.open === 0 || queue.settings.paused}
                  leftSection={<IconPlayerPlayFilled size={11} aria-hidden="true" />}
                  onClick={() => start(queue.id)}
                  aria-label={t("queues.start", { queue: queue.id })}
                >
                  {t("queues.work")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
