/** What comes in, what is decided by whom, how long it takes, what got through and what it costs; every figure leads to what is behind it. */
import type { Dashboard } from "@assay/contract";
import { NumberInput, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { dashboardQuery, qualitySettingsQuery, queryClient } from "../../queries.ts";
import { useCan } from "../../session.ts";
import { PageLoading, problemText } from "../../shell/Fallback.tsx";
import { TextLink } from "../../shell/links.tsx";
import { Figure, Figures } from "../../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../../shell/Page.tsx";
import { say } from "../../shell/toasts.ts";
import { HoursChart } from "../HoursChart.tsx";
import styles from "../quality/interval.module.css";
import { ShareBar } from "../quality/ShareBar.tsx";

const route = getRouteApi("/desk/dashboard");
const spans = ["7", "14", "28", "90"] as const;

export function DashboardPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const days = spans.find((each) => each === search["days"]) ?? "14";
  const { data, error } = useQuery(dashboardQuery(Number(days)));
  return (
    <Page
      title={t("nav.dashboard")}
      lead={data && t("dash.lead", { zone: data.time_zone })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t("qa.days")}
          value={days}
          onChange={(value) => void navigate({ search: { days: value }, replace: true })}
          data={spans.map((value) => ({ value, label: t("qa.last_days", { count: Number(value) }) }))}
        />
      }
    >
      {error ? (
        <Empty title={t("failed.title")} text={problemText(t, error)} />
      ) : !data ? (
        <PageLoading />
      ) : (
        <Shown data={data} />
      )}
    </Page>
  );
}

/** A local day as its name says it: no clock moves it. */
function useDay(): (day: string) => string {
  const { language } = useTranslation().i18n;
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return (day) => format.format(new Date(day));
}

function Shown({ data }: { data: Dashboard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = useDay();
  const { automation, escaped, cost } = data;
  const sum = (of: (one: Dashboard["days"][number]) => number) =>
    data.days.reduce((total, each) => total + of(each), 0);
  const names = new Map(data.days.map((each) => [each.from, day(each.day)]));
  const money = (amount: number | null) => (amount === null ? "–" : format.money(amount, cost.currency));
  const overdue = data.queues.reduce((total, queue) => total + queue.overdue, 0);
  return (
    <>
      <Figures>
        <Figure label={t("dash.events")} value={format.number(sum((each) => each.events))} />
        <Figure
          label={t("dash.automated")}
          value={automation.share === null ? "–" : format.percent(automation.share, 1)}
          hint={t("dash.wrong", {
            share: automation.error_rate.value === null ? "–" : format.percent(automation.error_rate.value, 1),
            n: format.number(automation.error_rate.n),
          })}
        />
        <Figure
          label={t("dash.backlog")}
          value={
            <TextLink to="/queues/$queue" params={{ queue: "all" }} c="inherit">
              {format.number(data.days.at(-1)?.backlog ?? 0)}
            </TextLink>
          }
        />
        <Figure
          label={t("dash.overdue")}
          tone={overdue > 0 ? "refuse" : "neutral"}
          value={
            <TextLink to="/queues/$queue" params={{ queue: "all" }} search={{ due: "missed" }} c="inherit">
              {format.number(overdue)}
            </TextLink>
          }
        />
        <Figure
          label={t("dash.reached")}
          value={format.number(escaped.reached)}
          hint={t("dash.reached_hint", { count: escaped.seen_before })}
        />
        <Figure
          label={t("dash.cost")}
          value={money(cost.per_decision)}
          hint={t("dash.cost_hint", { minutes: format.number(cost.minutes), cases: format.number(cost.cases) })}
        />
      </Figures>
      <Panel title={t("dash.by_day")}>
        <HoursChart
          hours={data.days.map((each) => ({ hour: each.from, outcomes: byOutcome(each.decided) }))}
          label={(from) => names.get(from) ?? ""}
          every={Math.ceil(data.days.length / 5)}
        />
      </Panel>
      <Days data={data} day={day} />
      <Queues data={data} />
      <Panel title={t("dash.automation")} flush>
        <TableBox label={t("dash.automation")}>
          <table className={tableClass}>
            <thead>
              <tr>
                <th scope="col">{t("qa.decided")}</th>
                <th scope="col" data-num>
                  {t("dash.decisions")}
                </th>
                <th scope="col">{t("dash.of_them_wrong")}</th>
              </tr>
            </thead>
            <tbody>
              {(["rule", "person"] as const).map((by) => {
                const n = by === "rule" ? automation.by_rule : automation.decisions - automation.by_rule;
                const rate = by === "rule" ? automation.error_rate : automation.person_error_rate;
                return (
                  <tr key={by}>
                    <td>{t(`qa.by.${by}`)}</td>
                    <td data-num>
                      <TextLink to="/search" search={{ by, from_time: data.from, to_time: data.to }} c="inherit">
                        {format.number(n)}
                      </TextLink>
                    </td>
                    <td>
                      <ShareBar share={rate} n={rate.n} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableBox>
      </Panel>
      <Escaped data={escaped} />
      <CostSettings />
    </>
  );
}

function byOutcome(decided: Record<string, number>): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [key, n] of Object.entries(decided)) {
    const outcome = key.split("/")[1] ?? key;
    all[outcome] = (all[outcome] ?? 0) + n;
  }
  return all;
}

const dayColumns = ["events", "by_rules", "by_people", "opened", "resolved", "waiting"] as const;
const queueColumns = ["open", "oldest", "resolved", "p50", "p90", "late", "overdue", "near"] as const;

function Head({ first, columns }: { first: string; columns: typeof dayColumns | typeof queueColumns }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map((name) => (
          <th key={name} scope="col" data-num>
            {t(`dash.columns.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Days({ data, day }: { data: Dashboard; day: (day: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const decided = (each: Dashboard["days"][number], by: string) =>
    Object.entries(each.decided).reduce((sum, [key, n]) => (key.startsWith(`${by}/`) ? sum + n : sum), 0);
  return (
    <Panel title={t("dash.days")} flush>
      <TableBox label={t("dash.days")}>
        <table className={tableClass}>
          <Head first={t("dash.day")} columns={dayColumns} />
          <tbody>
            {data.days.toReversed().map((each) => {
              const time = { from_time: each.from, to_time: each.to };
              const search = (n: number, more: Record<string, string> = {}) => (
                <td data-num>
                  <TextLink to="/search" search={{ ...time, ...more }} c="inherit">
                    {format.number(n)}
                  </TextLink>
                </td>
              );
              const cases = (n: number, filter: Record<string, string>) => (
                <td data-num>
                  <TextLink to="/queues/$queue" params={{ queue: "all" }} search={filter} c="inherit">
                    {format.number(n)}
                  </TextLink>
                </td>
              );
              return (
                <tr key={each.day}>
                  <td className="num" style={{ whiteSpace: "nowrap" }}>
                    {day(each.day)}
                  </td>
                  {search(each.events)}
                  {search(decided(each, "rule"), { by: "rule" })}
                  {search(decided(each, "person"), { by: "person" })}
                  {cases(each.opened, { opened_from: each.from, opened_to: each.to })}
                  {cases(each.resolved, { state: "resolved", resolved_from: each.from, resolved_to: each.to })}
                  <td data-num className="dim">
                    {format.number(each.backlog)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}

function Queues({ data }: { data: Dashboard }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (data.queues.length === 0) return null;
  const length = (seconds: number | null) => (seconds === null ? "–" : format.length(seconds));
  return (
    <Panel title={t("dash.queues")} flush>
      <TableBox label={t("dash.queues")}>
        <table className={tableClass}>
          <Head first={t("queues.queue")} columns={queueColumns} />
          <tbody>
            {data.queues.map((row) => {
              const link = (n: number, search: Record<string, string>) => (
                <td data-num>
                  <TextLink to="/queues/$queue" params={{ queue: row.queue }} search={search} c="inherit">
                    {format.number(n)}
                  </TextLink>
                </td>
              );
              const time = { state: "resolved", by: "person", resolved_from: data.from, resolved_to: data.to };
              return (
                <tr key={row.queue}>
                  <td>{row.queue}</td>
                  {link(row.open, {})}
                  <td data-num>{length(row.oldest_seconds)}</td>
                  {link(row.resolved, time)}
                  <td data-num>{length(row.p50_seconds)}</td>
                  <td data-num>{length(row.p90_seconds)}</td>
                  {link(row.late, { ...time, due: "missed" })}
                  {link(row.overdue, { due: "missed" })}
                  {link(row.near, { due: "near" })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}

function Escaped({ data }: { data: Dashboard["escaped"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t("dash.escaped")}
      flush
      aside={
        data.seen_before > 0 &&
        t("dash.escaped_note", {
          seen: format.number(data.seen_before),
          refused: format.number(data.refused),
          median: data.median_minutes === null ? "–" : format.length(data.median_minutes * 60),
        })
      }
    >
      {data.worst.length === 0 ? (
        <Empty title={t("dash.none_escaped")} />
      ) : (
        <TableBox label={t("dash.escaped")}>
          <table className={tableClass}>
            <thead>
              <tr>
                <th scope="col">{t("qa.item")}</th>
                <th scope="col" data-num>
                  {t("dash.visible_for")}
                </th>
                <th scope="col" data-num>
                  {t("dash.reached")}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.worst.map((each) => (
                <tr key={`${each.subject.kind} ${each.subject.id}`}>
                  <td>
                    <TextLink
                      to="/subjects/$kind/$subjectId"
                      params={{ kind: each.subject.kind, subjectId: each.subject.id }}
                      className="untrusted"
                    >
                      {each.title || each.subject.id}
                    </TextLink>
                  </td>
                  <td data-num>{format.length(each.minutes * 60)}</td>
                  <td data-num>{format.number(each.reached)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Panel>
  );
}

function CostSettings() {
  const { t } = useTranslation();
  const { data } = useQuery(qualitySettingsQuery);
  if (!useCan("quality.manage") || !data) return null;
  const save = (change: Partial<typeof data>) =>
    api
      .saveQualitySettings({ ...data, ...change })
      .then((saved) => {
        queryClient.setQueryData(qualitySettingsQuery.queryKey, saved);
        void queryClient.invalidateQueries({ queryKey: ["dashboard"] });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
  const zones = [...new Set(["UTC", data.time_zone, ...Intl.supportedValuesOf("timeZone")])];
  return (
    <Panel title={t("dash.settings")}>
      <div className={styles.form}>
        <Select
          label={t("dash.zone")}
          searchable
          allowDeselect={false}
          limit={50}
          data={zones}
          value={data.time_zone}
          onChange={(value) => value && void save({ time_zone: value })}
        />
        <NumberInput
          label={t("dash.per_hour", { currency: data.currency })}
          min={0}
          max={10_000}
          defaultValue={data.cost_per_hour ?? ""}
          onBlur={(event) => {
            const given = event.currentTarget.value.replace(",", ".");
            const cost = given === "" ? null : Number.parseFloat(given);
            if (cost === null || cost >= 0) void save({ cost_per_hour: cost });
          }}
        />
      </div>
    </Panel>
  );
}
