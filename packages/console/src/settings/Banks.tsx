/** Banks of known pictures: what new pictures are compared with. Entries are added from a case. */
import { Button, FileButton, Select } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bankFileUrl } from "../api.ts";
import { useFormat } from "../format.ts";
import { banksQuery, queryClient } from "../queries.ts";
import { useCan } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Empty, More, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { Confirm } from "./Confirm.tsx";

export function Banks() {
  const { t } = useTranslation();
  const format = useFormat();
  const write = useCan("bank.write");
  const banks = useQuery(banksQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const bank = chosen ?? banks.data?.data[0]?.bank;
  const entries = useInfiniteQuery({
    queryKey: ["banks", bank],
    queryFn: ({ pageParam }) => api.bank(bank ?? "", pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    enabled: bank !== undefined,
  });
  const remove = useMutation({
    mutationFn: (entry: string) => api.removeFromBank(bank ?? "", entry),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["banks"] }),
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const read = useMutation({
    // A file goes into the bank of its name, unless it is one that is open.
    mutationFn: async (file: File) => {
      const name = bank ?? bankName(file.name);
      return { name, told: await api.importBank(name, await file.text()) };
    },
    onSuccess: ({ name, told }) => {
      void queryClient.invalidateQueries({ queryKey: ["banks"] });
      setChosen(name);
      const [first] = told.bad_lines;
      const text = t("bank.imported", { bank: name, read: told.read, added: told.added });
      if (first) {
        const bad = t("bank.bad_lines", { count: told.bad, line: first.line, problem: first.problem });
        say({ kind: "error", text: `${text} ${bad}`, lasts: 12_000 });
      } else say({ kind: "info", text, lasts: 6000 });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const rows = entries.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel
      flush
      title={t("settings.banks")}
      aside={
        <div className="row wrap">
          {bank !== undefined && (
            <Button
              component="a"
              href={bankFileUrl(bank)}
              download={`${bank}.csv`}
              variant="default"
              size="compact-xs"
              style={{ flexShrink: 0 }}
              leftSection={<IconDownload size={14} stroke={1.6} />}
            >
              {t("bank.export")}
            </Button>
          )}
          {write && (
            <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => file && read.mutate(file)}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  size="compact-xs"
                  style={{ flexShrink: 0 }}
                  loading={read.isPending}
                  leftSection={<IconUpload size={14} stroke={1.6} />}
                >
                  {t("bank.import")}
                </Button>
              )}
            </FileButton>
          )}
          {bank !== undefined && (
            <Select
              size="xs"
              aria-label={t("bank.bank")}
              allowDeselect={false}
              data={
                banks.data?.data.map((each) => ({ value: each.bank, label: `${each.bank} (${each.entries})` })) ?? []
              }
              value={bank}
              onChange={setChosen}
            />
          )}
        </div>
      }
    >
      {rows.length === 0 ? (
        <Empty title={t("bank.empty")} text={t("bank.empty_text")} />
      ) : (
        <TableBox label={t("settings.banks")}>
          <table className={tableClass}>
            <thead>
              <tr>
                <th scope="col">{t("bank.label")}</th>
                <th scope="col">{t("bank.hash")}</th>
                <th scope="col">{t("bank.added_by")}</th>
                <th scope="col">{t("bank.added_at")}</th>
                <th scope="col">
                  <span className="visually-hidden">{t("remove")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((entry) => (
                <tr key={entry.id}>
                  <td className="untrusted">{entry.label}</td>
                  <td className="mono dim">{entry.hash.slice(0, 16)}…</td>
                  <td>{entry.added_by}</td>
                  <td className="num">{format.dateTime(entry.added_at)}</td>
                  <td style={{ textAlign: "right" }}>
                    {write && (
                      <Confirm
                        label={t("remove")}
                        question={t("bank.remove_sure", { label: entry.label })}
                        onConfirm={() => remove.mutate(entry.id)}
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

/** A bank's name made from a file's: `Stolen sofas.csv` is `stolen-sofas`. */
function bankName(file: string): string {
  const name = file
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+/, "")
    .slice(0, 80);
  return name || "imported";
}
