/** What a draft's rule would have done: tried on what is stored, followed while it runs, with a sample to open. */
import { type BacktestRule, type BacktestView, matchTruths, type Stage } from "@assay/contract";
import { Button, Progress, SegmentedControl } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Figure, OutcomeTag } from "../shell/Outcome.tsx";
import { TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./editor.module.css";

const spans = [7, 30, 90] as const;
const dayMs = 86_400_000;
/** How often a running backtest is asked how far it is, in ms. */
const pollMs = 1000;
const isOver = (view: BacktestView | undefined) => view && view.state !== "queued" && view.state !== "running";

/** @param rules those to look at; without it, all that the draft changes */
export function Backtest({ stage, draft, rules }: { stage: Stage; draft: string; rules?: string[] | undefined }) {
  const { t } = useTranslation();
  const [days, setDays] = useState<number>(30);
  const start = useMutation({
    mutationFn: () =>
      api.startBacktest({
        stage,
        try: { draft },
        from: new Date(Date.now() - days * dayMs).toISOString(),
        ...(rules && { rules }),
      }),
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 12_000 }),
  });
  const id = start.data?.id;
  const run = useQuery({
    queryKey: ["backtest", id],
    queryFn: () => api.backtest(id!),
    enabled: id !== undefined,
    refetchInterval: (query) => (isOver(query.state.data) ? false : pollMs),
  });
  const stop = useMutation({ mutationFn: () => api.cancelRun(id!) });
  const view = run.data ?? start.data;
  const runs = view && !isOver(view);
  return (
    <div className="stack" style={{ gap: 12 }}>
      <div className="row wrap" style={{ gap: 8 }}>
        <SegmentedControl
          size="xs"
          aria-label={t("backtest.span")}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={spans.map((n) => ({ value: String(n), label: t("backtest.days", { count: n }) }))}
        />
        <Button
          size="compact-sm"
          variant="default"
          loading={start.isPending}
          disabled={runs}
          onClick={() => start.mutate()}
        >
          {t("backtest.start")}
        </Button>
        {runs && (
          <Button size="compact-sm" variant="subtle" color="red" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t("backtest.stop")}
          </Button>
        )}
      </div>
      {view && <State view={view} />}
      {view?.result?.rules.map((rule) => (
        <RuleResult key={rule.rule} rule={rule} />
      ))}
      {view?.result && view.state === "done" && view.result.rules.length === 0 && (
        <p className="dim small">{t("backtest.nothing")}</p>
      )}
    </div>
  );
}

function State({ view }: { view: BacktestView }) {
  const { t } = useTranslation();
  const share = view.total ? Math.min(100, (view.done / view.total) * 100) : 0;
  return (
    <div aria-live="polite">
      {!isOver(view) && (
        <Progress
          value={view.total ? share : 100}
          animated={!view.total}
          size="sm"
          mb={4}
          aria-label={t("backtest.progress")}
        />
      )}
      <p className="dim small">
        {t(`backtest.state.${view.state}`, { done: view.done, total: view.total ?? "…" })}
        {view.problem && `: ${view.problem}`}
      </p>
    </div>
  );
}

function RuleResult({ rule }: { rule: BacktestRule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? "–" : format.percent(value));
  const most = Math.max(1, ...rule.by_day.map(({ n }) => n));
  return (
    <section className={styles.result} aria-label={rule.rule}>
      <h3 className="mono small">{rule.rule}</h3>
      <dl className={styles.figures}>
        <Figure label={t("backtest.matched")} value={format.number(rule.matched)} />
        <Figure
          label={t("backtest.precision")}
          value={percent(rule.precision.value)}
          hint={
            rule.precision.n > 0
              ? `${percent(rule.precision.low)}–${percent(rule.precision.high)}, n = ${rule.precision.n}`
              : t("backtest.unjudged")
          }
        />
        <Figure label={t("backtest.adds")} value={format.number(rule.adds)} />
        <Figure label={t("backtest.delayed")} value={format.number(rule.delayed)} />
        <Figure
          label={t("backtest.cases")}
          value={format.number(rule.cases)}
          hint={t("backtest.hours", { hours: format.number(Math.round(rule.hours * 10) / 10) })}
        />
      </dl>
      <p className="small">
        {matchTruths.map((truth) => (
          <span key={truth} className={styles.truth}>
            {t(`backtest.truth.${truth}`)} <b className="num">{format.number(rule.split[truth])}</b>
          </span>
        ))}
      </p>
      {rule.by_day.length > 1 && (
        <div className={styles.days} role="img" aria-label={t("backtest.by_day")}>
          {rule.by_day.map(({ day, n }) => (
            <i key={day} title={`${day}: ${n}`} style={{ height: `${(n / most) * 100}%` }} />
          ))}
        </div>
      )}
      {rule.sample.length > 0 && (
        <details>
          <summary className="small">{t("backtest.sample", { count: rule.sample.length })}</summary>
          <TableBox label={t("backtest.sample", { count: rule.sample.length })}>
            <table className={tableClass}>
              <tbody>
                {rule.sample.map((match) => (
                  <tr key={match.event_id}>
                    <td>
                      <Link to="/events/$eventId" params={{ eventId: match.event_id }} className="untrusted">
                        {match.title || match.subject.id}
                      </Link>
                    </td>
                    <td>
                      <OutcomeTag outcome={match.outcome} />
                    </td>
                    <td className="small dim">{t(`backtest.truth.${match.truth}`)}</td>
                    <td className="num small dim">{format.dateTime(match.at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </details>
      )}
    </section>
  );
}
