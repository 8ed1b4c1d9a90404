import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, api } from "../api.ts";
import { meQuery, queryClient } from "../queries.ts";
import { CodeInput } from "../settings/SecondFactor.tsx";
import { problemText } from "../shell/Fallback.tsx";
import { useDocumentTitle } from "../shell/Page.tsx";
import styles from "./login.module.css";

const route = getRouteApi("/login");
/** Shortest password that is taken, in characters; the server has the last word. */
export const shortest = 12;

export function Login() {
  const { t } = useTranslation();
  const router = useRouter();
  const { to, failed } = route.useSearch();
  const ways = useQuery({ queryKey: ["ways-in"], queryFn: api.waysIn, staleTime: Number.POSITIVE_INFINITY });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const login = useMutation({
    mutationFn: () => api.login(email, password, code.trim() || undefined),
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      // Only ever an address of this desk: `//elsewhere` is another site.
      router.history.push(to?.startsWith("/") && !to.startsWith("//") ? to : "/");
    },
  });
  const asked = login.error instanceof ApiError && login.error.code === "second_factor_required";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate();
  };
  return (
    <LoginFrame title={t("login.title")}>
      {failed && !login.error && (
        <p className={styles.error} role="alert">
          {t(failed === "unknown" ? "login.oidc_unknown" : "login.oidc_refused")}
        </p>
      )}
      {ways.data?.oidc && (
        <Button
          component="a"
          href="/v1/login/oidc"
          variant={ways.data.password ? "default" : "filled"}
          size="sm"
          fullWidth
        >
          {t("login.by", { name: ways.data.oidc })}
        </Button>
      )}
      {ways.data?.password !== false && (
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
          {(asked || code) && <CodeInput label={t("second_factor.code")} value={code} onChange={setCode} />}
          {login.error && (
            <p className={styles.error} role="alert">
              {problemText(t, login.error)}
            </p>
          )}
          <Button type="submit" size="sm" loading={login.isPending} fullWidth>
            {t("login.in")}
          </Button>
        </form>
      )}
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
