/** One account: its panel as on the review screen, with its whole history. */

import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FindsProvider } from "../evidence/FindsProvider.tsx";
import { textAt } from "../evidence/finds.ts";
import { accountQuery } from "../queries.ts";
import { AccountPanel } from "../review/AccountPanel.tsx";
import { SubjectPanel } from "../review/SubjectPanel.tsx";
import { TextLink } from "../shell/links.tsx";
import { Page, Panel } from "../shell/Page.tsx";

const route = getRouteApi("/desk/accounts/$accountId");

export function AccountPage() {
  const { t } = useTranslation();
  const { accountId } = route.useParams();
  const { data: account } = useSuspenseQuery(accountQuery(accountId));
  const [history, setHistory] = useState(true);
  const name = typeof account.data["name"] === "string" ? account.data["name"] : accountId;
  return (
    <Page
      narrow
      title={name || accountId}
      lead={<span className="mono untrusted">{accountId}</span>}
      actions={
        <TextLink to="/search" search={{ account: accountId }} fz={13}>
          {t("account.search")}
        </TextLink>
      }
    >
      {account.known && (
        <FindsProvider
          signals={[]}
          subject={{ kind: "account", id: accountId }}
          textAt={({ field }) => textAt(account.data, field)}
        >
          <Panel title={t("account.profile")}>
            <SubjectPanel kind="account" data={account.data} pictures={[]} current={0} onCurrent={() => undefined} />
          </Panel>
        </FindsProvider>
      )}
      <Panel title={t("account.life")}>
        <AccountPanel account={account} history={history} onHistory={setHistory} />
      </Panel>
    </Page>
  );
}
