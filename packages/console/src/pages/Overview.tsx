/** What is going on: the last day in figures, by hour, by outcome and by reason. */

import type { Overview } from "@assay/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { outcomesShown } from "../outcomes.ts";
import { overviewQuery, queuesQuery } from "../queries.ts";
import { useMe, useReasons } from "../session.ts";
import { TextLink } from "../shell/links.tsx";
import { Figure, Figures, OutcomeTag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel } from "../shell/Page.tsx";
import { HoursChart } from "./HoursChart.tsx";
import styles from "./overview.module.css";
import { QueueTable } from "./Queues.tsx";

export function OverviewPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { data } = useSuspenseQuery(overviewQuery);
  const queues = useSuspenseQuery(queuesQuery).data.data;
  const { took_ms: took, actions } = data;
  return (
    <Page
      title={me.marketplace.name}
      lead={`${t("overview.lead")} ${me.marketplace.mode === "live" ? "" : t("overview.mode", { mode: t(`mode.${me.marketplace.mode as "shadow"}`) })}`}
    >
      <Figures>
        <Figure label={t("overview.events")} value={format.number(data.events)} />
        <Figure label={t("overview.automated")} value={data.events === 0 ? "–" : format.percent(data.automated, 1)} />
        <Figure
          label={t("overview.open_cases")}
          value={format.number(data.open_cases)}
          tone={data.open_cases > 0 ? "review" : "neutral"}
        />
        <Figure
          label={t("overview.p50")}
          value={`${format.number(took.p50, 1)} ms`}
          hint={`p99 ${format.number(took.p99, 1)}`}
        />
        <Figure
          label={t("overview.actions")}
          value={format.number(actions.delivered)}
          hint={`${t("overview.pending", { count: actions.pending })}${actions.dead > 0 ? ` · ${t("overview.dead", { count: actions.dead })}` : ""}`}
        />
      </Figures>
      {data.events === 0 ? (
        <Panel>
          <Empty title={t("overview.empty")} text={t("overview.empty_text")} />
        </Panel>
      ) : (
        <>
          <Panel title={t("overview.hours")} aside={<Legend />}>
            <HoursChart hours={data.hours} />
          </Panel>
          <div className={styles.pair}>
            <Panel title={t("overview.outcomes")}>
              <Outcomes data={data} />
            </Panel>
            <Panel title={t("overview.reasons")}>
              <TopReasons data={data} />
            </Panel>
          </div>
        </>
      )}
      <Panel
        title={t("nav.queues")}
        flush
        aside={
          <TextLink to="/queues" fz={12}>
            {t("overview.all_queues")}
          </TextLink>
        }
      >
        <QueueTable queues={queues} />
      </Panel>
    </Page>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {outcomesShown.map((outcome) => (
        <li key={outcome} data-outcome={outcome}>
          <i aria-hidden="true" />
          {t(`outcome.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}

function Outcomes({ data }: { data: Overview }) {
  const format = useFormat();
  const total = Object.values(data.outcomes).reduce((sum, n) => sum + n, 0);
  return (
    <table className={styles.bars}>
      <tbody>
        {outcomesShown.map((outcome) => {
          const n = data.outcomes[outcome] ?? 0;
          return (
            <tr key={outcome}>
              <th scope="row">
                <Link to="/search" search={{ outcome }} className={styles.plain}>
                  <OutcomeTag outcome={outcome} />
                </Link>
              </th>
              <td className={styles.barCell}>
                <span
                  className={styles.bar}
                  data-outcome={outcome}
                  style={{ width: `${total === 0 ? 0 : (100 * n) / total}%` }}
                />
              </td>
              <td className="num">{format.number(n)}</td>
              <td className="num dim">{total === 0 ? "–" : format.percent(n / total, 1)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function TopReasons({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const most = Math.max(1, ...data.reasons.map((reason) => reason.n));
  if (data.reasons.length === 0) return <p className="dim small">{t("overview.no_reasons")}</p>;
  return (
    <table className={styles.bars}>
      <tbody>
        {data.reasons.slice(0, 8).map((reason) => (
          <tr key={reason.code}>
            <th scope="row" className={styles.reason}>
              {reasons.text(reason.code)}
            </th>
            <td className={styles.barCell}>
              <span className={styles.bar} style={{ width: `${(100 * reason.n) / most}%` }} />
            </td>
            <td className="num">{format.number(reason.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
