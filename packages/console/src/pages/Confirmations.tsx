/** Bans and payout holds that wait for a second person, and what became of the others. */
import type { Confirmation } from "@assay/contract";
import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { confirmationsQuery, queryClient } from "../queries.ts";
import { useCan, useCatalogue, useMe, useReasons } from "../session.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { TextLink } from "../shell/links.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./lists.module.css";

const route = getRouteApi("/desk/confirmations");
const states = ["pending", "closed"] as const;

export function ConfirmationsPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const state = search["state"] === "closed" ? "closed" : "pending";
  const { data, error, isPending } = useQuery(confirmationsQuery(state));
  return (
    <Page
      title={t("nav.confirmations")}
      lead={t("confirm.lead")}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t("queues.state")}
          value={state}
          onChange={(value) => void navigate({ search: value === "pending" ? {} : { state: value } })}
          data={states.map((value) => ({ value, label: t(`confirm.states.${value}`) }))}
        />
      }
    >
      <Panel flush>
        {isPending ? (
          <PageLoading />
        ) : error ? (
          <Empty title={t("failed.title")} text={problemText(t, error)} />
        ) : data.data.length === 0 ? (
          <Empty title={t("confirm.none")} text={t("confirm.none_text")} />
        ) : (
          <TableBox label={t("nav.confirmations")}>
            <table className={tableClass}>
              <thead>
                <tr>
                  <th scope="col">{t("confirm.what")}</th>
                  <th scope="col">{t("confirm.account")}</th>
                  <th scope="col">{t("queues.why")}</th>
                  <th scope="col">{t("confirm.asked")}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t("confirm.decide")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.data.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </Panel>
    </Page>
  );
}

function Row({ row }: { row: Confirmation }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const { playbooks } = useCatalogue();
  const playbook = playbooks.find((each) => each.id === row.playbook);
  return (
    <tr>
      <td style={{ fontWeight: 600 }}>{t(`playbook.step.${row.step}`)}</td>
      <td className={`${styles.ownerCell} clip untrusted`}>
        <TextLink to="/accounts/$accountId" params={{ accountId: row.account }}>
          {row.account_name ?? row.account}
        </TextLink>
      </td>
      <td className={styles.reasonCell}>
        {reasons.text(row.reason)}
        <div className="small">
          <TextLink to="/cases/$caseId" params={{ caseId: row.case_id }} fz={12}>
            {playbook?.title[i18n.language === "fr" ? "fr" : "en"] ?? row.playbook}
          </TextLink>
        </div>
      </td>
      <td>
        <span className="untrusted">{row.asked_by_name ?? row.asked_by}</span>
        <div className="dim small num" title={format.dateTime(row.asked_at)}>
          {format.ago(row.asked_at)}
        </div>
      </td>
      <td className={styles.act}>
        {row.state === "pending" ? (
          <Decide row={row} />
        ) : (
          <>
            <Tag tone={row.state === "confirmed" ? "refuse" : "neutral"}>{t(`confirm.state.${row.state}`)}</Tag>
            <div className="dim small untrusted">{row.decided_by_name ?? row.decided_by}</div>
          </>
        )}
      </td>
    </tr>
  );
}

function Decide({ row }: { row: Confirmation }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useCan("case.confirm");
  const [busy, setBusy] = useState(false);
  if (row.asked_by === me.user.id) return <span className="dim small">{t("confirm.own")}</span>;
  if (!may) return <span className="dim small">{t("confirm.may_not")}</span>;
  const decide = (verb: "confirm" | "decline") => {
    setBusy(true);
    api
      .decideConfirmation(row.id, verb)
      .then(() => {
        const name = row.account_name ?? row.account;
        say({ kind: "info", text: t(`confirm.done.${verb}`, { name }), lasts: 5000 });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }))
      .finally(() => {
        setBusy(false);
        void queryClient.invalidateQueries({ queryKey: ["confirmations"] });
      });
  };
  return (
    <span className="row" style={{ justifyContent: "flex-end" }}>
      <Button variant="default" size="compact-sm" disabled={busy} onClick={() => decide("decline")}>
        {t("confirm.decline")}
      </Button>
      <Button color="red.9" size="compact-sm" loading={busy} onClick={() => decide("confirm")}>
        {t("confirm.confirm")}
      </Button>
    </span>
  );
}
