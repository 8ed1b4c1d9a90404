/** What else a value touches: every account that it was seen with. */
import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { touchesQuery } from "../queries.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { TextLink } from "../shell/links.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { AccountName, StandingTags } from "./LinksPage.tsx";
import styles from "./links.module.css";

const route = getRouteApi("/desk/touches");
const kinds = ["phone", "email", "payout", "device", "address", "ip", "email_pattern", "picture", "text"] as const;

export function TouchesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [kind, setKind] = useState(search["kind"] ?? "phone");
  const [value, setValue] = useState(search["value"] ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: "/touches", search: { kind, value: value.trim() } });
  };
  return (
    <Page title={t("touches.title")} lead={t("touches.lead")} narrow>
      <form onSubmit={submit} className={styles.join}>
        <Select
          label={t("links.kind")}
          data={kinds.map((each) => ({ value: each, label: t(`links.kinds.${each}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => setKind(chosen ?? "phone")}
        />
        <TextInput
          label={t("links.value")}
          required
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" size="sm">
          {t("touches.look")}
        </Button>
      </form>
      {search["kind"] && search["value"] && <Touched kind={search["kind"]} value={search["value"]} />}
    </Page>
  );
}

function Touched({ kind, value }: { kind: string; value: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = useInfiniteQuery(touchesQuery(kind, value));
  if (pages.isError) return <Empty title={t("touches.none")} text={problemText(t, pages.error)} />;
  if (!pages.data) return <PageLoading />;
  const accounts = pages.data.pages.flatMap((page) => page.data);
  const looked = pages.data.pages[0]?.value ?? value;
  return (
    <Panel title={<span className="mono untrusted">{looked}</span>} flush>
      {accounts.length === 0 ? (
        <Empty title={t("touches.none")} text={t("touches.none_text")} />
      ) : (
        <TableBox label={t("touches.title")}>
          <table className={tableClass}>
            <thead>
              <tr>
                <th>{t("links.other")}</th>
                <th>{t("links.standing")}</th>
                <th>{t("touches.first")}</th>
                <th>
                  <span className="visually-hidden">{t("links.accounts")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.map(({ first_at, ...account }) => (
                <tr key={account.account}>
                  <td>
                    <AccountName account={account} />
                  </td>
                  <td>
                    <StandingTags account={account} />
                  </td>
                  <td className="num">{first_at && format.dateTime(first_at)}</td>
                  <td>
                    <TextLink to="/accounts/$accountId/links" params={{ accountId: account.account }}>
                      {t("links.accounts")}
                    </TextLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {pages.hasNextPage && (
        <div className={styles.pad}>
          <Button variant="default" size="compact-sm" onClick={() => void pages.fetchNextPage()}>
            {t("touches.more")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
