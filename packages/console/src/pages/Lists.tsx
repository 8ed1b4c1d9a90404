/** The marketplace's own lists: what stands in each, and adding to it with a look at what would have matched. */
import { type ListPreview, listKindNames } from "@assay/contract";
import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery, useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type NewListEntries } from "../api.ts";
import { useFormat } from "../format.ts";
import { Told } from "../lists/Told.tsx";
import { untilEndOf } from "../lists/untilEndOf.ts";
import { listsQuery, queryClient } from "../queries.ts";
import { useCan } from "../session.ts";
import { Confirm } from "../settings/Confirm.tsx";
import { problemText } from "../shell/Fallback.tsx";
import { Empty, More, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./lists.module.css";

const route = getRouteApi("/desk/lists");

export function ListsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = route.useNavigate();
  const { list: asked } = route.useSearch();
  const { data } = useSuspenseQuery(listsQuery);
  const mayWrite = useCan("list.write");
  const list = asked ?? data.data.find(({ entries }) => entries > 0)?.list ?? data.data[0]?.list ?? "blocked_words";
  const summary = data.data.find((each) => each.list === list);
  const options = data.data.map((each) => ({
    value: each.list,
    label: `${each.list} (${format.number(each.entries)})`,
  }));
  return (
    <Page title={t("nav.lists")} lead={t("lists.lead")}>
      <div className={styles.filters}>
        <NativeSelect
          label={t("lists.list")}
          data={summary ? options : [...options, { value: list, label: list }]}
          value={list}
          onChange={(event) => void navigate({ search: { list: event.currentTarget.value } })}
        />
        {mayWrite && <NewList onOpen={(name) => void navigate({ search: { list: name } })} />}
      </div>
      <p className="dim small" style={{ margin: "8px 0 12px" }}>
        {t(
          list.startsWith("blocked_")
            ? "lists.means_blocked"
            : summary?.allow
              ? "lists.means_allowed"
              : "lists.means_other",
        )}
      </p>
      <Entries key={list} list={list} mayWrite={mayWrite} />
      {mayWrite && <AddEntries key={`add ${list}`} list={list} kind={summary?.kind} />}
    </Page>
  );
}

function NewList({ onOpen }: { onOpen: (name: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const valid = /^[a-z][a-z0-9_]{0,63}$/.test(name);
  return (
    <form
      className="row"
      style={{ alignItems: "end" }}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onOpen(name);
      }}
    >
      <TextInput
        className="grow"
        miw={120}
        label={t("lists.new")}
        placeholder="watched_brands"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name !== "" && !valid && t("lists.name_hint")}
      />
      <Button type="submit" variant="default" disabled={!valid}>
        {t("lists.open")}
      </Button>
    </form>
  );
}

function Entries({ list, mayWrite }: { list: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useState("");
  const [q] = useDebouncedValue(search, 200);
  const entries = useInfiniteQuery({
    queryKey: ["lists", list, q],
    queryFn: ({ pageParam }) => api.listEntries(list, q, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
  });
  const remove = useMutation({
    mutationFn: (value: string) => api.removeFromList(list, [value]),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["lists"] }),
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const rows = entries.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel
      flush
      title={<span className="mono">{list}</span>}
      aside={
        <TextInput
          size="xs"
          aria-label={t("lists.search")}
          placeholder={t("lists.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      }
    >
      {rows.length === 0 ? (
        <Empty title={t(q === "" ? "lists.empty" : "lists.nothing")} />
      ) : (
        <TableBox label={list}>
          <table className={tableClass} style={{ minWidth: 720 }}>
            <thead>
              <tr>
                <th scope="col">{t("lists.value")}</th>
                <th scope="col">{t("lists.kind")}</th>
                <th scope="col">{t("lists.why")}</th>
                <th scope="col">{t("lists.expires")}</th>
                <th scope="col">{t("bank.added_at")}</th>
                <th scope="col">
                  <span className="visually-hidden">{t("remove")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((entry) => (
                <tr key={`${entry.kind} ${entry.value}`}>
                  <td className="untrusted mono">{entry.value}</td>
                  <td>{t(`lists.kinds.${entry.kind}`)}</td>
                  <td className="untrusted">
                    {[entry.reason, entry.note, entry.source].filter(Boolean).join(" · ") || "–"}
                  </td>
                  <td className="num">{entry.expires_at ? format.date(entry.expires_at) : "–"}</td>
                  <td className="num">{format.dateTime(entry.added_at)}</td>
                  <td className={styles.act}>
                    {mayWrite && (
                      <Confirm
                        label={t("remove")}
                        question={t("lists.remove_sure", { value: entry.value, list })}
                        onConfirm={() => remove.mutate(entry.value)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <More of={entries} />
    </Panel>
  );
}

function AddEntries({ list, kind: usual = "value" }: { list: string; kind?: NewListEntries["kind"] | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<string>(usual);
  const [reason, setReason] = useState("");
  const [expires, setExpires] = useState("");
  const [told, setTold] = useState<ListPreview>();
  const values = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const body: NewListEntries = {
    values,
    kind: kind as NonNullable<NewListEntries["kind"]>,
    source: "desk",
    ...(reason.trim() !== "" && { reason: reason.trim() }),
    ...untilEndOf(expires),
  };
  const onError = (error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 });
  const preview = useMutation({ mutationFn: () => api.previewList(list, body), onSuccess: setTold, onError });
  const add = useMutation({
    mutationFn: () => api.addToList(list, body),
    onSuccess: ({ changed }) => {
      say({ kind: "info", text: t("lists.added", { count: changed, list }), lasts: 4000 });
      setText("");
      setTold(undefined);
      return queryClient.invalidateQueries({ queryKey: ["lists"] });
    },
    onError,
  });
  const none = values.length === 0 || values.length > 10_000;
  return (
    <Panel title={t("lists.add_title")}>
      <Textarea
        label={t("lists.values")}
        description={t("lists.values_hint")}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTold(undefined);
        }}
      />
      <div className={styles.filters} style={{ marginTop: 10 }}>
        <TextInput
          label={t("lists.reason")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("lists.kind")}
          data={listKindNames.map((value) => ({ value, label: t(`lists.kinds.${value}`) }))}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value);
            setTold(undefined);
          }}
        />
        <TextInput
          type="date"
          label={t("lists.expires")}
          value={expires}
          onChange={(event) => setExpires(event.currentTarget.value)}
        />
      </div>
      <div className="row wrap" style={{ marginTop: 12 }}>
        <Button variant="default" disabled={none} loading={preview.isPending} onClick={() => preview.mutate()}>
          {t("lists.preview")}
        </Button>
        <Button disabled={none} loading={add.isPending} onClick={() => add.mutate()}>
          {t("lists.add", { count: values.length })}
        </Button>
      </div>
      {told && <Told told={told} />}
    </Panel>
  );
}
