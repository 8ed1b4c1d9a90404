/** API keys of the marketplace's own servers. */
import { Button, TextInput } from "@mantine/core";
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { queryClient } from "../queries.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { Empty, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { Confirm } from "./Confirm.tsx";
import { Secret } from "./Secret.tsx";
import styles from "./settings.module.css";

const keysQuery = queryOptions({ queryKey: ["keys"], queryFn: api.keys });

export function Keys() {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = useQuery(keysQuery);
  const [name, setName] = useState("");
  const fail = (error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 });
  const refresh = () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey });
  const add = useMutation({
    mutationFn: () => api.addKey(name.trim()),
    onSuccess: () => {
      setName("");
      void refresh();
    },
    onError: fail,
  });
  const remove = useMutation({ mutationFn: api.removeKey, onSuccess: refresh, onError: fail });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <div className="stack" style={{ gap: 16 }}>
      <Panel title={t("api_keys.add")}>
        <form onSubmit={submit} className={styles.inline}>
          <TextInput
            label={t("api_keys.name")}
            placeholder={t("api_keys.name_hint")}
            value={name}
            required
            onChange={(event) => setName(event.currentTarget.value)}
            w={260}
          />
          <Button type="submit" size="sm" loading={add.isPending} disabled={name.trim() === ""}>
            {t("api_keys.create")}
          </Button>
        </form>
        {add.data && <Secret label={add.data.name} value={add.data.key} />}
      </Panel>
      <Panel flush title={t("settings.keys")}>
        {keys.isPending ? (
          <PageLoading />
        ) : keys.data?.data.length ? (
          <TableBox label={t("settings.keys")}>
            <table className={tableClass}>
              <thead>
                <tr>
                  <th scope="col">{t("api_keys.name")}</th>
                  <th scope="col">{t("api_keys.created")}</th>
                  <th scope="col">{t("api_keys.used")}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t("remove")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {keys.data.data.map((key) => (
                  <tr key={key.id}>
                    <td>
                      {key.name} <span className="mono dim">{key.id}</span>
                    </td>
                    <td className="num">{format.dateTime(key.created_at)}</td>
                    <td className="num">{key.last_used_at ? format.ago(key.last_used_at) : "–"}</td>
                    <td style={{ textAlign: "right" }}>
                      <Confirm
                        label={t("api_keys.revoke")}
                        question={t("api_keys.revoke_sure", { name: key.name })}
                        onConfirm={() => remove.mutate(key.id)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        ) : (
          <Empty title={t("api_keys.none")} />
        )}
      </Panel>
    </div>
  );
}
