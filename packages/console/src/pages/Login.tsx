import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { meQuery, queryClient } from "../queries.ts";
import { problemText } from "../shell/Fallback.tsx";
import { useDocumentTitle } from "../shell/Page.tsx";
import styles from "./login.module.css";

const route = getRouteApi("/login");
/** Shortest password that is taken, in characters; the server has the last word. */
export const shortest = 12;

export function Login() {
  const { t } = useTranslation();
  const router = useRouter();
  const { to } = route.useSearch();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const login = useMutation({
    mutationFn: () => api.login(email, password),
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      // Only ever an address of this desk: `//elsewhere` is another site.
      router.history.push(to?.startsWith("/") && !to.startsWith("//") ? to : "/");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate();
  };
  return (
    <LoginFrame title={t("login.title")}>
      <form onSubmit={submit} className="stack" style={{ gap: 12 }}>
        <TextInput
          label={t("login.email")}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("login.password")}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {login.error && (
          <p className={styles.error} role="alert">
            {problemText(t, login.error)}
          </p>
        )}
        <Button type="submit" size="sm" loading={login.isPending} fullWidth>
          {t("login.in")}
        </Button>
      </form>
      <p className="small dim">{t("login.first")}</p>
    </LoginFrame>
  );
}

export function LoginFrame({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(title);
  return (
    <main className={styles.frame}>
      <div className={styles.box}>
        <div className={styles.brand}>
          <img src="/assay.svg" alt="" width={34} height={34} />
          <span>Assay</span>
        </div>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
