/** A person's own settings: language and name on the server; look, blur and keys in this browser. */
import {
  Button,
  PasswordInput,
  SegmentedControl,
  Select,
  Switch,
  TextInput,
  useMantineColorScheme,
} from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { type Language, setLanguage } from "../i18n/index.ts";
import { shortest } from "../pages/Login.tsx";
import { meQuery, queryClient } from "../queries.ts";
import { useMe } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Panel } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { KeyEditor } from "./KeyEditor.tsx";
import { PicturesShown } from "./PicturesShown.tsx";
import { setPreferences, usePreferences } from "./preferences.ts";
import { SecondFactor } from "./SecondFactor.tsx";
import styles from "./settings.module.css";

export function Profile() {
  const { t } = useTranslation();
  const me = useMe();
  const preferences = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(me.user.name);
  const change = useMutation({
    mutationFn: api.changeMe,
    onSuccess: async (changed) => {
      queryClient.setQueryData(meQuery.queryKey, changed);
      await setLanguage(changed.user.language);
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  return (
    <div className="stack" style={{ gap: 16 }}>
      <Panel title={t("profile.you")}>
        <div className={styles.grid}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ name: name.trim() });
            }}
            className={styles.inline}
          >
            <TextInput
              label={t("profile.name")}
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              size="sm"
              disabled={name.trim() === me.user.name || name.trim() === ""}
            >
              {t("save")}
            </Button>
          </form>
          <TextInput label={t("login.email")} value={me.user.email} readOnly />
          <Select
            label={t("profile.language")}
            allowDeselect={false}
            data={[
              { value: "en", label: "English" },
              { value: "fr", label: "Français" },
            ]}
            value={me.user.language}
            onChange={(language) => language && change.mutate({ language: language as Language })}
          />
          <div>
            <p className={styles.label}>{t("profile.roles")}</p>
            <p style={{ fontSize: 13 }}>{me.user.roles.map((role) => t(`role.${role}`)).join(", ")}</p>
          </div>
        </div>
      </Panel>
      <Panel title={t("profile.look")}>
        <div className="stack" style={{ gap: 14 }}>
          <Labelled label={t("profile.theme")}>
            <SegmentedControl
              size="xs"
              value={colorScheme}
              onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
              aria-label={t("profile.theme")}
              data={(["auto", "light", "dark"] as const).map((value) => ({
                value,
                label: t(`profile.themes.${value}`),
              }))}
            />
          </Labelled>
          <PicturesShown />
        </div>
      </Panel>
      <Panel
        title={t("keys.title")}
        aside={
          <Switch
            size="sm"
            label={t("profile.keyboard")}
            checked={preferences.keyboard}
            onChange={(event) => setPreferences({ keyboard: event.currentTarget.checked })}
          />
        }
      >
        <KeyEditor />
      </Panel>
      <PasswordPanel />
      <Panel title={t("second_factor.title")}>
        <SecondFactor />
      </Panel>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      {children}
    </div>
  );
}

function PasswordPanel() {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: () => api.setPassword(password),
    onSuccess: () => {
      setPassword("");
      say({ kind: "info", text: t("profile.password_saved"), lasts: 4000 });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Panel title={t("login.password")}>
      <form onSubmit={submit} className={styles.inline}>
        <PasswordInput
          label={t("login.new_password")}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          w={260}
        />
        <Button
          type="submit"
          variant="default"
          size="sm"
          disabled={password.length < shortest}
          loading={save.isPending}
        >
          {t("save")}
        </Button>
      </form>
    </Panel>
  );
}
