/** Events and their decisions: found by words and filters, page after page; thousands of rows, but only those in sight are drawn. */
import type { EventRow } from "@assay/contract";
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { outcomesShown } from "../outcomes.ts";
import { eventsQuery } from "../queries.ts";
import { useReasons } from "../session.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { OutcomeTag, Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, tableClass } from "../shell/Page.tsx";
import styles from "./lists.module.css";
import { PictureButton, PictureUses } from "./PictureSearch.tsx";

const route = getRouteApi("/desk/search");
const kinds = ["listing", "message", "question", "review", "account", "offer", "report", "order", "session"] as const;
const rowHeight = 35;

export function SearchPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const router = useRouter();
  const set = (change: Record<string, string | undefined>) => {
    // What was typed settles after a pause; if the page was left meanwhile, it must not bring the page back.
    if (router.latestLocation.pathname !== "/search") return;
    void navigate({ search: (old: Record<string, string | undefined>) => clean({ ...old, ...change }), replace: true });
  };
  const { q, kind, outcome, account, from, to, picture, by, from_time, to_time } = search;
  const events = useInfiniteQuery(
    // A link from the dashboard names moments: its days are the marketplace's, not the person's.
    eventsQuery(clean({ q, kind, outcome, account, by, from: dayStart(from) ?? from_time, to: dayEnd(to) ?? to_time })),
  );
  const rows = events.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Page
      title={t("nav.search")}
      lead={t("search.lead")}
      actions={<PictureButton onPicture={(content) => set({ picture: content })} />}
    >
      {picture && <PictureUses content={picture} onClose={() => set({ picture: undefined })} />}
      <search className={styles.filters}>
        <Words value={q ?? ""} onChange={(value) => set({ q: value })} />
        <Select
          label={t("search.kind")}
          placeholder={t("search.any")}
          clearable
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => set({ kind: value ?? undefined })}
        />
        <Select
          label={t("search.outcome")}
          placeholder={t("search.any")}
          clearable
          data={outcomesShown.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          value={outcome ?? null}
          onChange={(value) => set({ outcome: value ?? undefined })}
        />
        <Delayed label={t("search.account")} value={account ?? ""} onChange={(value) => set({ account: value })} />
        <TextInput
          type="date"
          label={t("search.from")}
          value={from ?? ""}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("search.to")}
          value={to ?? ""}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      </search>
      <Panel flush>
        {events.isPending ? (
          <PageLoading />
        ) : events.error ? (
          <Empty title={t("failed.title")} text={problemText(t, events.error)} />
        ) : rows.length === 0 ? (
          <Empty title={t("search.none")} text={t("search.none_text")} />
        ) : (
          <Rows rows={rows} />
        )}
        {events.hasNextPage && (
          <div className={styles.foot}>
            <Button variant="default" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
              {t("search.more", { count: rows.length })}
            </Button>
          </div>
        )}
      </Panel>
    </Page>
  );
}

const clean = (filters: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== "")) as Record<
    string,
    string
  >;
/** Days are the person's own, in their time zone. */
const day = (value: string | undefined, time: string) => {
  const at = value ? new Date(`${value}T${time}`) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
};
const dayStart = (value: string | undefined) => day(value, "00:00:00");
const dayEnd = (value: string | undefined) => day(value, "23:59:59.999");

function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <Delayed
      label={t("search.words")}
      placeholder={t("search.words_hint")}
      value={value}
      onChange={onChange}
      focus
      icon
    />
  );
}

/** A text field that tells its value once the typing pauses. */
function Delayed({
  label,
  placeholder,
  value,
  onChange,
  focus = false,
  icon = false,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  focus?: boolean;
  icon?: boolean;
}) {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 250);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      autoFocus={focus}
      leftSection={icon && <IconSearch size={15} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}

function Rows({ rows }: { rows: readonly EventRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className={styles.rows} ref={box} tabIndex={0} aria-label={t("search.results")}>
      <table className={tableClass} aria-rowcount={rows.length}>
        <thead>
          <tr>
            <th scope="col">{t("search.time")}</th>
            <th scope="col">{t("search.what")}</th>
            <th scope="col">{t("search.account")}</th>
            <th scope="col">{t("search.outcome")}</th>
            <th scope="col">{t("search.reasons")}</th>
            <th scope="col" data-num>
              ms
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = rows[index]!;
            return (
              <tr key={row.event_id} aria-rowindex={index + 1} style={{ height: rowHeight }}>
                <td className="num" title={format.dateTime(row.time)} style={{ whiteSpace: "nowrap" }}>
                  {format.ago(row.time)}
                </td>
                <td className={`${styles.titleCell} clip untrusted`}>
                  <Link to="/events/$eventId" params={{ eventId: row.event_id }}>
                    {row.title || row.subject.id}
                  </Link>{" "}
                  <span className="dim small">{row.type}</span>
                </td>
                <td className={`${styles.ownerCell} clip untrusted`}>{row.owner}</td>
                <td>
                  <span className="row" style={{ gap: 4 }}>
                    <OutcomeTag outcome={row.outcome} by={row.by} />
                    {row.mode !== "live" && <Tag>{t(`mode.${row.mode as "shadow"}`, { defaultValue: row.mode })}</Tag>}
                  </span>
                </td>
                <td className={`${styles.reasonCell} clip`}>{row.reasons.map(reasons.text).join(" · ")}</td>
                <td data-num className="dim">
                  {row.took_ms === undefined ? "" : format.number(row.took_ms, 1)}
                </td>
              </tr>
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}
