/** Samples: drawing one by hand, what is drawn by itself, and how far each is. */
import type { Draw, SampleRequest } from "@assay/contract";
import { Button, NumberInput, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { drawsQuery, qualitySettingsQuery, queryClient } from "../../queries.ts";
import { PageLoading, problemText } from "../../shell/Fallback.tsx";
import { TextLink } from "../../shell/links.tsx";
import { Tag } from "../../shell/Outcome.tsx";
import { Empty, Panel, TableBox, tableClass } from "../../shell/Page.tsx";
import { say } from "../../shell/toasts.ts";
import styles from "./interval.module.css";

const dayMs = 24 * 3_600_000;
const whole = (value: string | number, fallback: number) => (typeof value === "number" ? Math.round(value) : fallback);

export function SamplesTab() {
  const { t } = useTranslation();
  const { data, error } = useQuery(drawsQuery);
  return (
    <>
      <DrawForm />
      <Schedule />
      <Panel title={t("qa.tabs.samples")} flush>
        {error ? (
          <Empty title={t("failed.title")} text={problemText(t, error)} />
        ) : !data ? (
          <PageLoading />
        ) : data.data.length === 0 ? (
          <Empty title={t("qa.no_draws")} text={t("qa.no_draws_text")} />
        ) : (
          <Draws draws={data.data} />
        )}
      </Panel>
    </>
  );
}

function DrawForm() {
  const { t } = useTranslation();
  const [n, setN] = useState(100);
  const [frame, setFrame] = useState<SampleRequest["frame"]>("decisions");
  const [days, setDays] = useState("7");
  const [reviews, setReviews] = useState("2");
  const [busy, setBusy] = useState(false);
  const draw = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const from = new Date(Date.now() - Number(days) * dayMs).toISOString();
    api
      .draw({ frame, n, reviews: Number(reviews), ...(frame === "decisions" && { from }) })
      .then((made) => {
        for (const key of ["quality", "queues", "cases"]) void queryClient.invalidateQueries({ queryKey: [key] });
        say({ kind: "info", text: t("qa.drawn_now", { count: made.n }), lasts: 5000 });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }))
      .finally(() => setBusy(false));
  };
  return (
    <Panel title={t("qa.draw")}>
      <form className={styles.form} onSubmit={draw}>
        <NumberInput
          label={t("qa.how_many")}
          min={1}
          max={1000}
          value={n}
          onChange={(value) => setN(whole(value, 100))}
        />
        <Select
          label={t("qa.of")}
          allowDeselect={false}
          data={(["decisions", "live"] as const).map((value) => ({ value, label: t(`qa.frames.${value}`) }))}
          value={frame}
          onChange={(value) => setFrame(value === "live" ? "live" : "decisions")}
        />
        {frame === "decisions" && (
          <Select
            label={t("qa.from")}
            allowDeselect={false}
            data={["1", "7", "28"].map((value) => ({ value, label: t("qa.last_days", { count: Number(value) }) }))}
            value={days}
            onChange={(value) => setDays(value ?? "7")}
          />
        )}
        <Reviews value={reviews} onChange={setReviews} />
        <Button type="submit" loading={busy}>
          {t("qa.draw_now")}
        </Button>
      </form>
    </Panel>
  );
}

function Reviews({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("qa.looked_at")}
      allowDeselect={false}
      data={["2", "1"].map((each) => ({ value: each, label: t("qa.by_people", { count: Number(each) }) }))}
      value={value}
      onChange={(next) => onChange(next ?? "2")}
    />
  );
}

function Schedule() {
  const { t } = useTranslation();
  const { data } = useQuery(qualitySettingsQuery);
  if (!data) return null;
  const { schedule, golden_share } = data;
  const save = (change: Partial<typeof data>) =>
    api
      .saveQualitySettings({ ...data, ...change })
      .then((saved) => queryClient.setQueryData(qualitySettingsQuery.queryKey, saved))
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
  return (
    <Panel title={t("qa.by_itself")}>
      <div className={styles.form}>
        <Select
          label={t("qa.every")}
          allowDeselect={false}
          data={(["never", "day", "week"] as const).map((value) => ({ value, label: t(`qa.periods.${value}`) }))}
          value={schedule?.every ?? "never"}
          onChange={(value) =>
            void save({
              schedule: value === "day" || value === "week" ? { n: 50, reviews: 2, ...schedule, every: value } : null,
            })
          }
        />
        {schedule && (
          <>
            <NumberInput
              label={t("qa.how_many")}
              min={1}
              max={1000}
              defaultValue={schedule.n}
              onBlur={(event) => {
                const n = Math.round(Number(event.currentTarget.value));
                if (n >= 1 && n <= 1000 && n !== schedule.n) void save({ schedule: { ...schedule, n } });
              }}
            />
            <Reviews
              value={String(schedule.reviews)}
              onChange={(value) => void save({ schedule: { ...schedule, reviews: Number(value) } })}
            />
          </>
        )}
        <NumberInput
          label={t("qa.golden_share")}
          suffix=" %"
          min={0}
          max={20}
          decimalScale={1}
          defaultValue={Math.round(golden_share * 1000) / 10}
          onBlur={(event) => {
            const share = Number.parseFloat(event.currentTarget.value.replace(",", ".")) / 100;
            if (share >= 0 && share <= 0.2 && share !== golden_share) void save({ golden_share: share });
          }}
        />
      </div>
    </Panel>
  );
}

function Draws({ draws }: { draws: readonly Draw[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TableBox label={t("qa.tabs.samples")}>
      <table className={tableClass}>
        <thead>
          <tr>
            {[t("qa.drawn"), t("qa.of"), "n", t("qa.done"), t("qa.disputed"), t("qa.strata")].map((name, index) => (
              <th key={name} scope="col" data-num={index === 2 || index === 4 || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draws.map((draw) => (
            <tr key={draw.id}>
              <td>
                <TextLink to="/quality" search={{ tab: "items", draw: draw.id }} fw={600} c="inherit">
                  {format.dateTime(draw.at)}
                </TextLink>
                <br />
                <span className="dim small untrusted">{draw.by === "schedule" ? t("qa.by_itself") : draw.by}</span>
              </td>
              <td>
                {t(`qa.frames.${draw.frame}`)}
                {draw.frame === "decisions" && (
                  <span className="dim small"> {`${format.date(draw.from)} – ${format.date(draw.to)}`}</span>
                )}
              </td>
              <td data-num>{format.number(draw.n)}</td>
              <td>
                <span className={styles.progress} aria-hidden="true">
                  <i data-part="done" style={{ width: `${(100 * draw.done) / Math.max(1, draw.n)}%` }} />
                  <i data-part="disputed" style={{ width: `${(100 * draw.disputed) / Math.max(1, draw.n)}%` }} />
                </span>
                <span className="num small">{`${format.number(draw.done)} / ${format.number(draw.n)}`}</span>
              </td>
              <td data-num>{draw.disputed > 0 ? <Tag tone="refuse">{draw.disputed}</Tag> : 0}</td>
              <td className="dim small">
                <details>
                  <summary>{t("qa.n_strata", { count: draw.strata.length })}</summary>
                  {draw.strata.map((stratum) => (
                    <div key={stratum.stratum} className="num">
                      {t("qa.stratum", {
                        kind: t(`kind.${stratum.kind as "listing"}`),
                        outcome: t(`outcome.${stratum.outcome}`),
                        by: t(`qa.by.${stratum.by}`),
                        n: format.number(stratum.n),
                        population: format.number(stratum.population),
                      })}
                    </div>
                  ))}
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
