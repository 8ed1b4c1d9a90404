/** From a case to a list: a highlighted value or a selected text, where it goes, and what it would have matched. */
import { type ListKind, listKindNames } from "@assay/contract";
import { Autocomplete, Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type NewListEntries } from "../api.ts";
import { type Listable, listableText, listFor } from "../lists/listable.ts";
import { Told } from "../lists/Told.tsx";
import { untilEndOf } from "../lists/untilEndOf.ts";
import { listsQuery, queryClient } from "../queries.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import { Dialog } from "./Dialogs.tsx";
import styles from "./review.module.css";

/** How long adding can be taken back with one key, in ms. */
const undoMs = 10_000;

export function ListDialog({
  first,
  others,
  source,
  onClose,
}: {
  /** What was pointed at or selected. */
  first: Listable | undefined;
  /** Everything else that is marked here. */
  others: readonly Listable[];
  /** The case. */
  source: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const lists = useQuery(listsQuery).data?.data ?? [];
  const [value, setValue] = useState((first ?? others[0])?.value ?? "");
  const known = [first, ...others].find((each) => each?.value === value);
  const [chosenKind, setKind] = useState<ListKind>();
  const [chosenList, setList] = useState<string>();
  const [reason, setReason] = useState("");
  const [expires, setExpires] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const kind = chosenKind ?? known?.kind ?? listableText(value)?.kind ?? "phrase";
  const list = chosenList ?? listFor(kind, lists);

  const entries: NewListEntries = { values: [value.trim()], kind };
  const [asked] = useDebouncedValue(JSON.stringify({ list, entries }), 300);
  const ready = value.trim() !== "" && /^[a-z][a-z0-9_]{0,63}$/.test(list);
  const preview = useQuery({
    queryKey: ["list preview", asked],
    queryFn: () => {
      const { list: name, entries: body } = JSON.parse(asked) as { list: string; entries: NewListEntries };
      return api.previewList(name, body);
    },
    enabled: ready,
    retry: false,
  });

  async function add() {
    setBusy(true);
    try {
      const body = {
        ...entries,
        source,
        ...(reason.trim() !== "" && { reason: reason.trim() }),
        ...untilEndOf(expires),
      };
      const { changed } = await api.addToList(list, body);
      onClose();
      void queryClient.invalidateQueries({ queryKey: ["lists"] });
      if (changed === 0) say({ kind: "info", text: t("lists.there", { value: value.trim(), list }), lasts: 5000 });
      else {
        say({
          kind: "hold",
          text: t("lists.put", { value: value.trim(), list }),
          lasts: undoMs,
          undo: async () => {
            await api.removeFromList(list, entries.values);
            void queryClient.invalidateQueries({ queryKey: ["lists"] });
            return t("lists.taken_off", { value: value.trim(), list });
          },
        });
      }
    } catch (error) {
      setProblem(problemText(t, error));
      setBusy(false);
    }
  }

  return (
    <Dialog title={t("lists.put_title")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void add();
        }}
      >
        <Autocomplete
          label={t("lists.value")}
          description={others.length > 0 ? t("lists.put_hint") : undefined}
          classNames={{ input: "untrusted" }}
          data={[...new Set([first, ...others].flatMap((each) => each?.value ?? []))]}
          // All of them, whatever stands in the field: it opens with one of them.
          filter={({ options }) => options}
          value={value}
          maxLength={500}
          onChange={setValue}
          error={problem}
        />
        <div className={styles.pair}>
          <Autocomplete
            label={t("lists.list")}
            data={lists.map((each) => each.list)}
            filter={({ options }) => options}
            value={list}
            onChange={setList}
            error={!/^[a-z][a-z0-9_]{0,63}$/.test(list) && t("lists.name_hint")}
          />
          <NativeSelect
            label={t("lists.kind")}
            data={listKindNames.map((each) => ({ value: each, label: t(`lists.kinds.${each}`) }))}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as ListKind)}
          />
        </div>
        <div className={styles.pair}>
          <TextInput
            label={t("lists.reason")}
            maxLength={500}
            value={reason}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t("lists.expires")}
            value={expires}
            onChange={(event) => setExpires(event.currentTarget.value)}
          />
        </div>
        <div className={styles.preview} aria-busy={preview.isFetching}>
          {preview.isError ? (
            <p className="small dim">{problemText(t, preview.error)}</p>
          ) : preview.data ? (
            <Told told={preview.data} />
          ) : (
            <p className="small dim">{ready && t("lists.looking")}</p>
          )}
        </div>
        <Button type="submit" size="sm" disabled={!ready} loading={busy} style={{ alignSelf: "flex-end" }}>
          {t("lists.put_action")}
        </Button>
      </form>
    </Dialog>
  );
}
