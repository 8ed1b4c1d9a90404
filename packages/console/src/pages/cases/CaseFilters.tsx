/** What narrows a queue, and the filters that are kept. */
import type { CaseFilter, SavedFilter } from "@assay/contract";
import { ActionIcon, Button, Menu, Popover, SegmentedControl, Select, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconBookmark, IconBookmarkPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api.ts";
import { filtersQuery, queryClient } from "../../queries.ts";
import { useCan, useReasons } from "../../session.ts";
import { problemText } from "../../shell/Fallback.tsx";
import { say } from "../../shell/toasts.ts";
import styles from "../lists.module.css";
import { filterOf, type Search } from "./filter.ts";

const states = ["open", "snoozed", "resolved"] as const;
const kinds = ["listing", "message", "question", "review", "account", "offer", "report", "order"] as const;
const holders = ["me", "nobody", "others"] as const;

export function CaseFilters({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const filter = filterOf(search);
  const set = (change: Search) => onSearch({ ...filterOf({ ...filter, ...change }) });
  return (
    <search className={styles.caseFilters}>
      <SegmentedControl
        size="xs"
        aria-label={t("queues.state")}
        value={filter["state"] ?? "open"}
        onChange={(value) => set({ state: value === "open" ? undefined : value })}
        data={states.map((value) => ({ value, label: t(`queues.states.${value}`) }))}
      />
      <Words value={filter["q"] ?? ""} onChange={(q) => set({ q })} />
      <Choice
        label={t("search.kind")}
        values={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        chosen={filter["kind"]}
        onChoose={(kind) => set({ kind })}
      />
      <Choice
        label={t("queues.why")}
        searchable
        values={reasons.all.map(({ code }) => ({ value: code, label: reasons.text(code) }))}
        chosen={filter["reason"]}
        onChoose={(reason) => set({ reason })}
      />
      <Choice
        label={t("queues.held_by")}
        values={holders.map((value) => ({ value, label: t(`queues.held.${value}`) }))}
        chosen={filter["held"]}
        onChoose={(held) => set({ held })}
      />
      <Kept filter={filter} onSearch={onSearch} />
    </search>
  );
}

/** One thing to filter by; nothing chosen is everything. */
function Choice({
  label,
  values,
  chosen,
  onChoose,
  searchable = false,
}: {
  label: string;
  values: { value: string; label: string }[];
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
  searchable?: boolean;
}) {
  return (
    <Select
      size="xs"
      className={styles.filter}
      aria-label={label}
      placeholder={label}
      clearable
      searchable={searchable}
      data={values}
      value={chosen ?? null}
      onChange={(value) => onChoose(value ?? undefined)}
    />
  );
}

function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 250);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      size="xs"
      placeholder={t("queues.find")}
      aria-label={t("queues.find")}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}

function Kept({ filter, onSearch }: { filter: Record<string, string>; onSearch: (search: Search) => void }) {
  const { t } = useTranslation();
  const may = useCan("case.resolve");
  const { data } = useQuery(filtersQuery);
  const kept = data?.data ?? [];
  const failed = (error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 });
  const forget = (one: SavedFilter) =>
    api
      .deleteFilter(one.id)
      .then(() => queryClient.invalidateQueries({ queryKey: ["filters"] }))
      .catch(failed);
  return (
    <span className="row" style={{ gap: 4 }}>
      {kept.length > 0 && (
        <Menu shadow="md" position="bottom-end" width={260}>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconBookmark size={14} />}>
              {t("filters.kept", { count: kept.length })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kept.map((one) => (
              <Menu.Item
                key={one.id}
                component="div"
                onClick={() => onSearch(asText(one.filter))}
                rightSection={
                  one.own && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t("filters.forget", { name: one.name })}
                      onClick={(event) => {
                        event.stopPropagation();
                        void forget(one);
                      }}
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  )
                }
              >
                <span className="clip untrusted">{one.name}</span>
                {one.shared && <span className="dim small"> · {t("filters.shared")}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {may && Object.keys(filter).length > 0 && <Keep filter={filter} onFail={failed} />}
    </span>
  );
}

function Keep({ filter, onFail }: { filter: Record<string, string>; onFail: (error: unknown) => void }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = () => {
    if (name.trim() === "") return;
    close();
    api
      .saveFilter({ name: name.trim(), shared, filter: filter as unknown as CaseFilter })
      .then(() => {
        setName("");
        return queryClient.invalidateQueries({ queryKey: ["filters"] });
      })
      .catch(onFail);
  };
  return (
    <Popover opened={opened} onClose={close} position="bottom-end" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button size="xs" variant="subtle" leftSection={<IconBookmarkPlus size={14} />} onClick={toggle}>
          {t("filters.keep")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filters.keep")}>
        <form
          className="stack"
          style={{ gap: 8, width: 220 }}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput
            size="xs"
            label={t("filters.name")}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Switch
            size="xs"
            label={t("filters.share")}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Button size="xs" type="submit" disabled={name.trim() === ""}>
            {t("filters.keep")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

const asText = (filter: CaseFilter): Search =>
  Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)]));
