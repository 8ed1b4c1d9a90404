/** Who works here, and what they may do. A new person gets a one-time link, shown once. */
import type { Role, User } from "@assay/contract";
import { Button, MultiSelect, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { marketplaceQuery, queryClient, usersQuery } from "../queries.ts";
import { useMe } from "../session.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { Confirm } from "./Confirm.tsx";
import { Secret } from "./Secret.tsx";
import styles from "./settings.module.css";

const roles = ["moderator", "lead", "policy_manager", "analyst", "admin", "auditor"] as const satisfies readonly Role[];

export function Users() {
  const { t } = useTranslation();
  const users = useQuery(usersQuery);
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [given, setGiven] = useState<Role[]>(["moderator"]);
  const fail = (error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 });
  const refresh = () => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });
  const add = useMutation({
    mutationFn: () => api.addUser({ email: email.trim(), name: name.trim(), roles: given }),
    onSuccess: () => {
      setEmail("");
      setName("");
      void refresh();
    },
    onError: fail,
  });
  const change = useMutation({
    mutationFn: ({ id, ...part }: { id: string; roles?: Role[]; disabled?: boolean; second_factor?: false }) =>
      api.changeUser(id, part),
    onSuccess: refresh,
    onError: fail,
  });
  const marketplace = useQuery(marketplaceQuery);
  const demand = useMutation({
    mutationFn: (second_factor_required: boolean) => api.changeMarketplace({ second_factor_required }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: marketplaceQuery.queryKey }),
    onError: fail,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const options = roles.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <div className="stack" style={{ gap: 16 }}>
      <Panel title={t("users.add")}>
        <form onSubmit={submit} className={styles.grid}>
          <TextInput
            label={t("login.email")}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={t("profile.name")}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MultiSelect
            label={t("profile.roles")}
            data={options}
            value={given}
            onChange={(value) => setGiven(value as Role[])}
          />
          <Button
            type="submit"
            size="sm"
            loading={add.isPending}
            disabled={given.length === 0}
            style={{ alignSelf: "end" }}
          >
            {t("users.invite")}
          </Button>
        </form>
        {add.data && <Secret label={t("users.link", { email: add.data.user.email })} value={add.data.link} />}
      </Panel>
      <Panel
        flush
        title={t("settings.users")}
        aside={
          <Switch
            size="sm"
            label={t("second_factor.required")}
            title={t("second_factor.required_hint")}
            checked={marketplace.data?.settings.second_factor_required ?? false}
            onChange={(event) => demand.mutate(event.currentTarget.checked)}
          />
        }
      >
        {users.isPending ? (
          <PageLoading />
        ) : (
          <TableBox label={t("settings.users")}>
            <table className={tableClass}>
              <thead>
                <tr>
                  <th scope="col">{t("users.person")}</th>
                  <th scope="col">{t("profile.roles")}</th>
                  <th scope="col">{t("second_factor.title")}</th>
                  <th scope="col">{t("users.active")}</th>
                </tr>
              </thead>
              <tbody>
                {users.data?.data.map((user) => (
                  <UserRow
                    key={user.id}
                    user={user}
                    options={options}
                    onChange={(part) => change.mutate({ id: user.id, ...part })}
                  />
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </Panel>
    </div>
  );
}

function UserRow({
  user,
  options,
  onChange,
}: {
  user: User;
  options: { value: string; label: string }[];
  onChange: (part: { roles?: Role[]; disabled?: boolean; second_factor?: false }) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const own = me.user.id === user.id;
  return (
    <tr>
      <td style={{ minWidth: 200 }}>
        <span className="untrusted">{user.name}</span>
        <div className="dim small untrusted">{user.email}</div>
      </td>
      <td style={{ minWidth: 240 }}>
        <MultiSelect
          size="xs"
          aria-label={t("users.roles_of", { name: user.name })}
          data={options}
          value={user.roles}
          disabled={own}
          onChange={(value) => value.length > 0 && onChange({ roles: value as Role[] })}
        />
      </td>
      <td>
        {user.second_factor && !own ? (
          <Confirm
            label={t("second_factor.reset")}
            question={t("second_factor.reset_sure", { name: user.name })}
            onConfirm={() => onChange({ second_factor: false })}
          />
        ) : (
          <span className="dim small">{t(user.second_factor ? "yes" : "no")}</span>
        )}
      </td>
      <td>
        <Switch
          size="sm"
          aria-label={t("users.active_of", { name: user.name })}
          checked={!user.disabled}
          disabled={own}
          onChange={(event) => onChange({ disabled: !event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
}
