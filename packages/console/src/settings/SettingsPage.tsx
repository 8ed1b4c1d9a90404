import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { Page } from "../shell/Page.tsx";
import { Banks } from "./Banks.tsx";
import { Keys } from "./Keys.tsx";
import { Profile } from "./Profile.tsx";
import { Reviewer } from "./Reviewer.tsx";
import { Users } from "./Users.tsx";
import { Webhooks } from "./Webhooks.tsx";

const route = getRouteApi("/desk/settings");
/** What one must be allowed for each tab. */
const needed = {
  users: "user.manage",
  keys: "key.manage",
  webhooks: "action.read",
  banks: "bank.read",
  reviewer: "policy.read",
} as const;

export function SettingsPage() {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const navigate = route.useNavigate();
  const { tab = "profile" } = route.useSearch();
  const tabs = (["profile", "users", "keys", "webhooks", "banks", "reviewer"] as const).filter(
    (each) => each === "profile" || permissions.includes(needed[each]),
  );
  return (
    <Page title={t("nav.settings")} narrow>
      <Tabs
        value={tabs.find((each) => each === tab) ?? "profile"}
        onChange={(value) => void navigate({ search: { tab: value ?? "profile" } })}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`settings.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="profile" pt="md">
          <Profile />
        </Tabs.Panel>
        <Tabs.Panel value="users" pt="md">
          <Users />
        </Tabs.Panel>
        <Tabs.Panel value="keys" pt="md">
          <Keys />
        </Tabs.Panel>
        <Tabs.Panel value="webhooks" pt="md">
          <Webhooks />
        </Tabs.Panel>
        <Tabs.Panel value="banks" pt="md">
          <Banks />
        </Tabs.Panel>
        <Tabs.Panel value="reviewer" pt="md">
          <Reviewer />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
