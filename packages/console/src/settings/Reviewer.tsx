/** The reviewing language model: what it is, what it may read and spend, what it spent, and a text to try it on. */
import type { ReviewerState } from "@assay/contract";
import { Button, Checkbox, NumberInput, Progress, Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { queryClient, reviewerQuery } from "../queries.ts";
import { useCan } from "../session.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Panel } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { ReviewerTry } from "./ReviewerTry.tsx";
import styles from "./settings.module.css";

/** Whose texts it can read. */
const readable = ["listing", "message", "question", "review", "account"] as const;

export function Reviewer() {
  const { data: state, error } = useQuery(reviewerQuery);
  const { t } = useTranslation();
  const mayWrite = useCan("policy.write");
  if (error) return <p className="dim">{problemText(t, error)}</p>;
  if (!state) return <PageLoading />;
  return (
    <div className="stack" style={{ gap: 16 }}>
      <Server state={state} />
      {state.server && <Spending state={state} />}
      {state.server && mayWrite && <Switches key={JSON.stringify(state.settings)} state={state} />}
      {state.server && mayWrite && <ReviewerTry />}
      <TextModel model={state.text_model} />
    </div>
  );
}

function Server({ state: { server, settings, last_error } }: { state: ReviewerState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const on = server !== null && settings?.enabled === true;
  return (
    <Panel
      title={t("reviewer.title")}
      aside={
        <Tag tone={on ? "approve" : undefined}>
          {t(server ? (on ? "reviewer.on" : "reviewer.off") : "reviewer.none")}
        </Tag>
      }
    >
      <p className="dim small" style={{ marginBottom: 12 }}>
        {t(server ? "reviewer.lead" : "reviewer.lead_none")}
      </p>
      {server && (
        <dl className={styles.facts}>
          <Fact name={t("reviewer.protocol")}>{t(`reviewer.protocols.${server.protocol}`)}</Fact>
          <Fact name={t("reviewer.server")}>
            <span className="mono">{server.url}</span>
          </Fact>
          <Fact name={t("reviewer.model")}>
            <span className="mono">{server.model}</span>
          </Fact>
          <Fact name={t("reviewer.key")}>{t(server.has_key ? "reviewer.key_set" : "reviewer.key_none")}</Fact>
          <Fact name={t("reviewer.time_limit")}>
            {t("reviewer.seconds", { n: format.number(server.timeout_ms / 1000) })}
          </Fact>
          <Fact name={t("reviewer.last_error")}>
            {last_error ? (
              <>
                <span className="untrusted">{last_error.reason}</span>
                <span className="dim"> · {format.dateTime(last_error.at)}</span>
              </>
            ) : (
              t("reviewer.no_error")
            )}
          </Fact>
        </dl>
      )}
      {server?.rests_until && (
        <p className={styles.error} style={{ marginTop: 10 }}>
          {t("reviewer.rests", { until: format.dateTime(server.rests_until) })}
        </p>
      )}
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Spending({ state: { limits, today, month } }: { state: ReviewerState }) {
  const { t } = useTranslation();
  if (!limits) return null;
  return (
    <Panel title={t("reviewer.spent")}>
      <div className={styles.meters}>
        <Meter label={t("reviewer.month_tokens")} spent={month.tokens} most={limits.tokens_per_month} />
        <Meter label={t("reviewer.today_tokens")} spent={today.tokens} most={limits.tokens_per_day} />
        <Meter label={t("reviewer.today_reviews")} spent={today.reviews} most={limits.reviews_per_day} />
      </div>
      <p className="dim small" style={{ marginTop: 10 }}>
        {t("reviewer.month_reviews", { count: month.reviews })} · {t("reviewer.failures", { count: month.failures })} ·{" "}
        {t("reviewer.utc")}
      </p>
    </Panel>
  );
}

/** What was spent of what may be; without a limit only the first. */
function Meter({ label, spent, most }: { label: string; spent: number; most: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = most === null ? 0 : most === 0 ? 1 : Math.min(1, spent / most);
  return (
    <div>
      <div className="row between small">
        <span>{label}</span>
        <span className="num">
          {most === null
            ? format.number(spent)
            : t("reviewer.of", { spent: format.number(spent), most: format.number(most) })}
        </span>
      </div>
      <Progress
        mt={6}
        size="sm"
        value={100 * share}
        color={share >= 0.9 ? "red" : undefined}
        aria-label={label}
        aria-valuetext={most === null ? format.number(spent) : format.percent(share)}
      />
      <p className="dim small" style={{ marginTop: 4 }}>
        {most === null ? t("reviewer.no_limit") : t("reviewer.left", { n: format.number(Math.max(0, most - spent)) })}
      </p>
    </div>
  );
}

function Switches({ state: { settings, server } }: { state: ReviewerState }) {
  const { t } = useTranslation();
  const [enabled, setEnabled] = useState(settings?.enabled ?? false);
  const [subjects, setSubjects] = useState<string[]>(settings?.subjects ?? ["listing"]);
  const [reviews, setReviews] = useState<number | string>(settings?.reviews_per_day ?? "");
  const [tokens, setTokens] = useState<number | string>(settings?.tokens_per_month ?? "");
  const save = useMutation({
    mutationFn: () =>
      api.changeMarketplace({
        reviewer: {
          enabled,
          subjects: readable.filter((kind) => subjects.includes(kind)),
          ...(typeof reviews === "number" && { reviews_per_day: reviews }),
          ...(typeof tokens === "number" && { tokens_per_month: tokens }),
        },
      }),
    onSuccess: () => {
      say({ kind: "info", text: t("reviewer.saved"), lasts: 4000 });
      return queryClient.invalidateQueries({ queryKey: reviewerQuery.queryKey });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  return (
    <Panel title={t("reviewer.settings")}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Switch
          label={t("reviewer.enabled")}
          description={t("reviewer.enabled_hint")}
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
        <Checkbox.Group label={t("reviewer.subjects")} value={subjects} onChange={setSubjects}>
          <div className="row wrap" style={{ gap: 14, marginTop: 6 }}>
            {readable.map((kind) => (
              <Checkbox key={kind} size="sm" value={kind} label={t(`kind.${kind}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <div className={styles.grid}>
          <NumberInput
            label={t("reviewer.per_day")}
            description={t("reviewer.per_day_hint", { most: server?.most_reviews_per_day })}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            value={reviews}
            onChange={setReviews}
          />
          <NumberInput
            label={t("reviewer.per_month")}
            description={t("reviewer.per_month_hint")}
            min={0}
            max={1_000_000_000_000}
            thousandSeparator=" "
            allowDecimal={false}
            value={tokens}
            onChange={setTokens}
          />
        </div>
        <Button
          type="submit"
          size="sm"
          style={{ alignSelf: "flex-end" }}
          loading={save.isPending}
          disabled={enabled && subjects.length === 0}
        >
          {t("reviewer.save")}
        </Button>
      </form>
    </Panel>
  );
}

function TextModel({ model }: { model: ReviewerState["text_model"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t("reviewer.own")} aside={model && <Tag tone="approve">{t("reviewer.on")}</Tag>}>
      {model ? (
        <dl className={styles.facts}>
          <Fact name={t("reviewer.model")}>
            <span className="mono untrusted">{model.title}</span>
          </Fact>
          <Fact name={t("reviewer.subjects")}>{model.subjects.map((kind) => t(`kind.${kind}`)).join(", ")}</Fact>
          <Fact name={t("reviewer.languages")}>{model.languages?.join(", ") ?? t("reviewer.all_languages")}</Fact>
          <Fact name={t("reviewer.labels")}>
            {model.labels.map(({ label, kind, threshold }) => (
              <div key={label} className="untrusted">
                {label} → <span className="mono">{kind}</span> ≥ {format.percent(threshold)}
              </div>
            ))}
          </Fact>
        </dl>
      ) : (
        <p className="dim small">{t("reviewer.own_none")}</p>
      )}
    </Panel>
  );
}
