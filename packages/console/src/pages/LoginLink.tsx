/** Where a one-time link lands: it logs in, then asks for a password so that the link is not needed again. */

import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, api } from "../api.ts";
import { meQuery, queryClient } from "../queries.ts";
import { CodeInput } from "../settings/SecondFactor.tsx";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { ButtonLink } from "../shell/links.tsx";
import { LoginFrame, shortest } from "./Login.tsx";
import styles from "./login.module.css";

/** Whether the link works once a code is given. */
const isAboutCode = (error: unknown) =>
  error instanceof ApiError && (error.code === "second_factor_required" || error.code === "unauthenticated");

const route = getRouteApi("/login/$token");
export function LoginLink() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { token } = route.useParams();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [given, setGiven] = useState<string>();
  // A query, not an effect: the link works once, and a second try under React's strict mode would refuse the first.
  const me = useQuery({
    queryKey: ["login-link", token, given],
    queryFn: () => api.loginByLink(token, given),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const enter = async () => {
    if (me.data) queryClient.setQueryData(meQuery.queryKey, { ...me.data, must_set_password: false });
    await navigate({ to: "/" });
  };
  const save = useMutation({ mutationFn: () => api.setPassword(password), onSuccess: enter });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  if (me.isPending) return <PageLoading />;
  if (isAboutCode(me.error))
    return (
      <LoginFrame title={t("login.title")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setGiven(code.trim());
          }}
          className="stack"
          style={{ gap: 12 }}
        >
          <CodeInput label={t("second_factor.code")} value={code} onChange={setCode} />
          <p className={styles.error} role="alert">
            {problemText(t, me.error)}
          </p>
          <Button type="submit" size="sm" disabled={code.trim().length < 6}>
            {t("login.in")}
          </Button>
        </form>
      </LoginFrame>
    );
  if (me.error)
    return (
      <LoginFrame title={t("login.link_failed")}>
        <p className={styles.error} role="alert">
          {problemText(t, me.error)}
        </p>
        <ButtonLink to="/login" variant="default">
          {t("login.with_password")}
        </ButtonLink>
      </LoginFrame>
    );
  return (
    <LoginFrame title={t("login.welcome", { name: me.data.user.name || me.data.user.email })}>
      <p className="dim" style={{ fontSize: 13 }}>
        {t("login.set_password")}
      </p>
      <form onSubmit={submit} className="stack" style={{ gap: 12 }}>
        <input type="text" name="username" autoComplete="username" value={me.data.user.email} readOnly hidden />
        <PasswordInput
          label={t("login.new_password")}
          description={t("login.password_rule", { shortest })}
          autoComplete="new-password"
          minLength={shortest}
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {save.error && (
          <p className={styles.error} role="alert">
            {problemText(t, save.error)}
          </p>
        )}
        <Button type="submit" size="sm" loading={save.isPending} disabled={password.length < shortest}>
          {t("login.save_password")}
        </Button>
        <Button variant="subtle" size="sm" onClick={() => void enter()}>
          {t("login.later")}
        </Button>
      </form>
    </LoginFrame>
  );
}
