/** Whom an account belongs with: the table first, the graph on demand, and a person's word on each pair. */
import type { AccountLinks } from "@assay/contract";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { linksQuery, queryClient } from "../queries.ts";
import { useCan } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { TextLink } from "../shell/links.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { LinkGraph } from "./LinkGraph.tsx";
import styles from "./links.module.css";

const route = getRouteApi("/desk/accounts/$accountId/links");
type Share = AccountLinks["shares"][number];
export type Linked = Share["other"];

export function LinksPage() {
  const { t } = useTranslation();
  const { accountId } = route.useParams();
  const { data: links } = useSuspenseQuery(linksQuery(accountId));
  const [graph, setGraph] = useState(false);
  const mayWrite = useCan("link.write");
  const settle = useMutation({
    mutationFn: (verdict: { account: string; state: "joined" | "parted" | "found"; note?: string }) =>
      api.settleLink(accountId, verdict),
    onSuccess: (view) => {
      queryClient.setQueryData(linksQuery(accountId).queryKey, view);
      void queryClient.invalidateQueries({ queryKey: ["links"], refetchType: "none" });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const { component, shares, identifiers } = links;
  const near = shares.filter((share) => share.state !== "none" || share.likelihood >= 0.2);
  const far = shares.filter((share) => !near.includes(share));
  const name = links.account.name || accountId;
  return (
    <Page
      title={t("links.title", { name })}
      lead={component ? t("links.lead", { count: component.size - 1 }) : t("links.lead_none")}
      actions={
        <TextLink to="/accounts/$accountId" params={{ accountId }} fz={13}>
          {t("links.account")}
        </TextLink>
      }
    >
      {component && component.banned > 0 && (
        <p className={styles.warning}>
          {component.distance_to_banned === 0
            ? t("links.itself_banned")
            : t("links.banned", { count: component.banned, steps: component.distance_to_banned ?? 0 })}
        </p>
      )}
      <Panel
        title={t("links.accounts")}
        flush
        aside={
          component &&
          component.members.length > 1 && (
            <Button variant="subtle" size="compact-xs" aria-expanded={graph} onClick={() => setGraph(!graph)}>
              {graph ? t("links.hide_graph") : t("links.show_graph")}
            </Button>
          )
        }
      >
        {graph && component && <LinkGraph component={component} from={accountId} />}
        {near.length === 0 ? (
          <Empty title={t("links.none")} text={t("links.none_text")} />
        ) : (
          <Shares shares={near} label={t("links.accounts")} onSettle={mayWrite ? settle.mutate : undefined} />
        )}
        {far.length > 0 && (
          <details className={styles.far}>
            <summary>{t("links.weak", { count: far.length })}</summary>
            <Shares
              shares={far}
              label={t("links.weak", { count: far.length })}
              onSettle={mayWrite ? settle.mutate : undefined}
            />
          </details>
        )}
        {mayWrite && <JoinForm onJoin={(account, note) => settle.mutate({ account, state: "joined", note })} />}
      </Panel>
      <Panel title={t("links.identifiers")} flush>
        {identifiers.length === 0 ? (
          <p className={`dim ${styles.pad}`}>{t("links.no_identifiers")}</p>
        ) : (
          <TableBox label={t("links.identifiers")}>
            <table className={tableClass}>
              <thead>
                <tr>
                  <th>{t("links.kind")}</th>
                  <th>{t("links.value")}</th>
                  <th className="num">{t("links.others")}</th>
                </tr>
              </thead>
              <tbody>
                {identifiers.map(({ kind, value, n }) => (
                  <tr key={`${kind} ${value}`}>
                    <td>{t(`links.kinds.${kind as "phone"}`)}</td>
                    <td className={styles.value}>
                      <TextLink to="/touches" search={{ kind, value }} className="mono untrusted">
                        {value}
                      </TextLink>
                    </td>
                    <td className="num">{n}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </Panel>
    </Page>
  );
}

type Settle = (verdict: { account: string; state: "joined" | "parted" | "found" }) => void;

function Shares({ shares, label, onSettle }: { shares: Share[]; label: string; onSettle: Settle | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TableBox label={label}>
      <table className={tableClass}>
        <thead>
          <tr>
            <th>{t("links.other")}</th>
            <th>{t("links.standing")}</th>
            <th>{t("links.shared")}</th>
            <th className="num">{t("links.likelihood")}</th>
            <th>{t("links.verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ other, shared, likelihood, state, by, note }) => (
            <tr key={other.account}>
              <td>
                <AccountName account={other} />
              </td>
              <td>
                <StandingTags account={other} />
              </td>
              <td className={styles.shared}>
                {shared.map(({ kind, value, n }) => (
                  <TextLink
                    key={`${kind} ${value}`}
                    to="/touches"
                    search={{ kind, value }}
                    className={styles.chip}
                    title={`${value}${n > 1 ? ` · ${t("links.of_accounts", { count: n + 1 })}` : ""}`}
                  >
                    {t(`links.kinds.${kind as "phone"}`)}
                    {n > 1 && <span className="num dim"> ×{n + 1}</span>}
                  </TextLink>
                ))}
              </td>
              <td className="num">{format.percent(likelihood)}</td>
              <td>
                <div className="row wrap" style={{ gap: 4 }}>
                  <span title={note}>
                    {t(`links.state.${state}`)}
                    {by && <span className="dim small"> · {by}</span>}
                  </span>
                  {onSettle && (
                    <>
                      {state !== "joined" && (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() => onSettle({ account: other.account, state: "joined" })}
                        >
                          {t("links.join")}
                        </Button>
                      )}
                      {state !== "parted" && (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() => onSettle({ account: other.account, state: "parted" })}
                        >
                          {t("links.part")}
                        </Button>
                      )}
                      {(state === "joined" || state === "parted") && (
                        <Button
                          variant="subtle"
                          size="compact-xs"
                          onClick={() => onSettle({ account: other.account, state: "found" })}
                        >
                          {t("links.withdraw")}
                        </Button>
                      )}
                    </>
                  )}
                </div>
                {note && <p className="dim small untrusted">{note}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function AccountName({ account }: { account: Linked }) {
  return (
    <>
      <TextLink to="/accounts/$accountId" params={{ accountId: account.account }} className="untrusted">
        {account.name || account.account}
      </TextLink>
      {account.name && <div className="mono dim small untrusted">{account.account}</div>}
    </>
  );
}

export function StandingTags({ account }: { account: Linked }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="row wrap" style={{ gap: 4 }}>
      {account.banned && <Tag tone="refuse">{t("links.is_banned")}</Tag>}
      {account.refusals > 0 && <Tag tone="request_changes">{t("links.refusals", { count: account.refusals })}</Tag>}
      {account.first_at && (
        <span className="dim small">{t("links.since", { date: format.date(account.first_at) })}</span>
      )}
    </div>
  );
}

function JoinForm({ onJoin }: { onJoin: (account: string, note: string) => void }) {
  const { t } = useTranslation();
  const [account, setAccount] = useState("");
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onJoin(account.trim(), note.trim());
    setAccount("");
    setNote("");
  };
  return (
    <form onSubmit={submit} className={styles.join}>
      <TextInput
        label={t("links.join_with")}
        required
        value={account}
        onChange={(event) => setAccount(event.currentTarget.value)}
      />
      <TextInput label={t("links.why")} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Button type="submit" size="sm" variant="default" disabled={account.trim() === ""}>
        {t("links.join")}
      </Button>
    </form>
  );
}
