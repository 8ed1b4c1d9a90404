/** Where actions are delivered, and every delivery. */
import type { WebhookEndpoint } from "@assay/contract";
import { Button, SegmentedControl, Switch, TextInput } from "@mantine/core";
import { queryOptions, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { actionsQuery, queryClient } from "../queries.ts";
import { useCan } from "../session.ts";
import { ActionText } from "../shell/ActionText.tsx";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, More, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { Confirm } from "./Confirm.tsx";
import { Secret } from "./Secret.tsx";
import styles from "./settings.module.css";

const webhooksQuery = queryOptions({ queryKey: ["webhooks"], queryFn: api.webhooks });

export function Webhooks() {
  const manage = useCan("webhook.manage");
  return (
    <div className="stack" style={{ gap: 16 }}>
      {manage && <Endpoints />}
      <Deliveries manage={manage} />
    </div>
  );
}

function Endpoints() {
  const { t } = useTranslation();
  const webhooks = useQuery(webhooksQuery);
  const [url, setUrl] = useState("");
  const [secret, setSecret] = useState<WebhookEndpoint>();
  const fail = (error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 });
  const refresh = () => queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const withSecret = (endpoint: WebhookEndpoint) => {
    setSecret(endpoint);
    void refresh();
  };
  const add = useMutation({
    mutationFn: () => api.addWebhook(url.trim()),
    onSuccess: (endpoint) => {
      setUrl("");
      withSecret(endpoint);
    },
    onError: fail,
  });
  const rotate = useMutation({ mutationFn: api.rotateWebhook, onSuccess: withSecret, onError: fail });
  const enable = useMutation({
    mutationFn: ({ id, enabled }: { id: string; enabled: boolean }) => api.enableWebhook(id, enabled),
    onSuccess: refresh,
    onError: fail,
  });
  const remove = useMutation({ mutationFn: api.removeWebhook, onSuccess: refresh, onError: fail });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Panel title={t("webhooks.endpoints")}>
      <form onSubmit={submit} className={styles.inline}>
        <TextInput
          label={t("webhooks.url")}
          placeholder="https://market.example/hooks/assay"
          type="url"
          required
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          className="grow"
        />
        <Button type="submit" size="sm" loading={add.isPending} disabled={url.trim() === ""}>
          {t("webhooks.add")}
        </Button>
      </form>
      {secret?.secret && <Secret label={t("webhooks.secret", { url: secret.url })} value={secret.secret} />}
      <ul className={styles.endpoints}>
        {webhooks.data?.data.map((endpoint) => (
          <li key={endpoint.id}>
            <span className="grow">
              <span className="mono untrusted">{endpoint.url}</span>
              {endpoint.disabled_reason && <span className={styles.error}> {endpoint.disabled_reason}</span>}
            </span>
            <Switch
              size="sm"
              aria-label={t("webhooks.enabled", { url: endpoint.url })}
              checked={endpoint.enabled}
              onChange={(event) => enable.mutate({ id: endpoint.id, enabled: event.currentTarget.checked })}
            />
            <Button variant="subtle" size="compact-xs" onClick={() => rotate.mutate(endpoint.id)}>
              {t("webhooks.rotate")}
            </Button>
            <Confirm
              label={t("remove")}
              question={t("webhooks.remove_sure", { url: endpoint.url })}
              onConfirm={() => remove.mutate(endpoint.id)}
            />
          </li>
        ))}
      </ul>
      {webhooks.data?.data.length === 0 && <p className="dim small">{t("webhooks.none")}</p>}
    </Panel>
  );
}

const states = ["all", "pending", "delivered", "dead", "cancelled"] as const;

function Deliveries({ manage }: { manage: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState<string>("all");
  const query = actionsQuery({ state: state === "all" ? undefined : state });
  const actions = useInfiniteQuery(query);
  const resend = useMutation({
    mutationFn: api.resend,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["actions"] }),
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const rows = actions.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel
      flush
      title={t("webhooks.deliveries")}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t("webhooks.state")}
          value={state}
          onChange={setState}
          data={states.map((value) => ({
            value,
            label: value === "all" ? t("webhooks.all") : t(`action_state.${value}`),
          }))}
        />
      }
    >
      {actions.isPending ? (
        <PageLoading />
      ) : rows.length === 0 ? (
        <Empty title={t("webhooks.no_deliveries")} />
      ) : (
        <TableBox label={t("webhooks.deliveries")}>
          <table className={tableClass}>
            <thead>
              <tr>
                <th scope="col">{t("webhooks.state")}</th>
                <th scope="col">{t("webhooks.about")}</th>
                <th scope="col">{t("search.outcome")}</th>
                <th scope="col">{t("webhooks.created")}</th>
                <th scope="col" data-num>
                  {t("webhooks.attempts")}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t("webhooks.resend")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Tag
                      tone={row.state === "delivered" ? "approve" : row.state === "dead" ? "refuse" : "neutral"}
                      {...(row.last_error && { title: row.last_error })}
                    >
                      {t(`action_state.${row.state}`)}
                    </Tag>
                  </td>
                  <td className="untrusted">
                    <Link to="/events/$eventId" params={{ eventId: row.action.data.event_id }} className="clip">
                      {row.action.data.subject.id}
                    </Link>
                    {row.last_error && <div className="dim small untrusted">{row.last_error}</div>}
                  </td>
                  <td>
                    <ActionText action={row.action} />
                  </td>
                  <td className="num" title={format.dateTime(row.created_at)}>
                    {format.ago(row.created_at)}
                  </td>
                  <td data-num>{row.attempts}</td>
                  <td style={{ textAlign: "right" }}>
                    {manage && (
                      <Button variant="subtle" size="compact-xs" onClick={() => resend.mutate(row.id)}>
                        {t("webhooks.resend")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <More of={actions} />
    </Panel>
  );
}
