/** The cases of one queue as a list or a grid: filtered, several decided at once, filters kept. The address holds all of it. */
import type { CaseRow } from "@assay/contract";
import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../keyboard/useCommands.ts";
import { casesQuery, queuesQuery } from "../queries.ts";
import { useStartQueue } from "../review/startQueue.ts";
import { useCan } from "../session.ts";
import { setPreferences, usePreferences } from "../settings/preferences.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { Empty, More, Page, Panel } from "../shell/Page.tsx";
import { BulkBar } from "./cases/BulkBar.tsx";
import { CaseFilters } from "./cases/CaseFilters.tsx";
import { CaseGrid } from "./cases/CaseGrid.tsx";
import { CaseTable } from "./cases/CaseTable.tsx";
import { Forecast } from "./cases/Forecast.tsx";
import { filterOf } from "./cases/filter.ts";
import { QueueSettingsDialog } from "./cases/QueueSettingsDialog.tsx";
import { useBulk } from "./cases/useBulk.ts";
import styles from "./lists.module.css";

const route = getRouteApi("/desk/queues/$queue");
const modes = ["list", "grid"] as const;

export function QueueCasesPage() {
  const { t } = useTranslation();
  const start = useStartQueue();
  const { queue } = route.useParams();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const preferences = usePreferences();
  const mode = modes.find((each) => each === search["mode"]) ?? preferences.queueMode;
  const filter = filterOf(search);
  const cases = useInfiniteQuery(casesQuery({ ...filter, queue, ...(mode === "grid" && { pictures: "1" }) }));
  const rows = cases.data?.pages.flatMap((page) => page.data) ?? [];
  const settings = useQuery(queuesQuery).data?.data.find((each) => each.id === queue)?.settings;
  const mayChange = useCan("case.assign");
  const [settingsOpen, setSettingsOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What is not on the page any more is not decided either.
  const selected = rows.filter((row) => chosen.has(row.id));
  const bulk = useBulk(selected, () => setChosen(new Set()));
  const open = filter["state"] === undefined || filter["state"] === "open";

  const toggle = (row: CaseRow, on = !chosen.has(row.id)) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(row.id);
      else after.delete(row.id);
      return after;
    });
  const links = () => [...(box.current?.querySelectorAll<HTMLElement>("[data-case]") ?? [])];
  const step = (by: number) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.max(0, Math.min(all.length - 1, at === -1 ? 0 : at + by))]?.focus();
  };
  useCommands({
    next: () => step(1),
    previous: () => step(-1),
    ...(open && {
      select: () => {
        const id = (document.activeElement as HTMLElement | null)?.dataset["case"];
        const row = rows.find((each) => each.id === id);
        if (row) toggle(row);
        else step(0);
      },
    }),
    ...(selected.length > 0 && {
      approve: () => bulk.decide("approve", []),
      ask_fix: () => bulk.setOpen("request_changes"),
      refuse: () => bulk.setOpen("refuse"),
    }),
  });

  return (
    <Page
      title={queue === "all" ? t("queues.every") : queue}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t("queues.mode")}
            value={mode}
            onChange={(value) => {
              setPreferences({ queueMode: value as (typeof modes)[number] });
              void navigate({ search: ({ mode: _, ...rest }) => rest, replace: true });
            }}
            data={modes.map((value) => ({ value, label: t(`queues.modes.${value}`) }))}
          />
          {mayChange && settings && (
            <Button variant="default" onClick={() => setSettingsOpen(true)}>
              {t("queues.settings")}
            </Button>
          )}
          <Button disabled={settings?.paused} onClick={() => start(queue)}>
            {t(settings?.paused ? "queues.is_paused" : "queues.work")}
          </Button>
        </>
      }
    >
      <CaseFilters search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
      <div ref={box} className={selected.length > 0 ? styles.aboveBar : undefined}>
        <Panel flush>
          {cases.isPending ? (
            <PageLoading />
          ) : cases.error ? (
            <Empty title={t("failed.title")} text={problemText(t, cases.error)} />
          ) : rows.length === 0 ? (
            <Empty title={t("queues.no_cases")} />
          ) : mode === "grid" ? (
            <CaseGrid rows={rows} chosen={chosen} onToggle={open ? toggle : undefined} />
          ) : (
            <CaseTable
              rows={rows}
              label={queue}
              resolved={filter["state"] === "resolved"}
              chosen={chosen}
              onToggle={open ? toggle : undefined}
              onAll={(on) => setChosen(on ? new Set(rows.map((row) => row.id)) : new Set())}
            />
          )}
          <More of={cases} />
        </Panel>
      </div>
      {queue !== "all" && selected.length === 0 && <Forecast queue={queue} />}
      {settingsOpen && settings && (
        <QueueSettingsDialog queue={queue} settings={settings} onClose={() => setSettingsOpen(false)} />
      )}
      {selected.length > 0 && <BulkBar selected={selected} bulk={bulk} onClear={() => setChosen(new Set())} />}
    </Page>
  );
}
