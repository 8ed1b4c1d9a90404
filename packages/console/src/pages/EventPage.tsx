/** One event: what was sent, every decision taken of it with its signals, what the marketplace was told, and a replay. */

import type { Decision, EventView, Replay, SubjectRef } from "@assay/contract";
import { Button, Code } from "@mantine/core";
import { useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { FindCard } from "../evidence/FindCard.tsx";
import { FindsProvider } from "../evidence/FindsProvider.tsx";
import { type Place, textAt } from "../evidence/finds.ts";
import { useFormat } from "../format.ts";
import { eventQuery, subjectQuery } from "../queries.ts";
import { Reveal } from "../review/Reveal.tsx";
import { SubjectPanel } from "../review/SubjectPanel.tsx";
import { WhyPanel } from "../review/WhyPanel.tsx";
import { ActionText } from "../shell/ActionText.tsx";
import { problemText } from "../shell/Fallback.tsx";
import { ButtonLink, TextLink } from "../shell/links.tsx";
import { OutcomeTag, Tag } from "../shell/Outcome.tsx";
import { Page, Panel } from "../shell/Page.tsx";
import { StatementView } from "../statement/StatementView.tsx";
import styles from "./event.module.css";

const route = getRouteApi("/desk/events/$eventId");

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function EventPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { eventId } = route.useParams();
  const { data: view } = useSuspenseQuery(eventQuery(eventId));
  const [chosen, setChosen] = useState(0);
  const data = record(view.event["data"]);
  const type = text(view.event["type"]);
  const decision = view.decisions[chosen] ?? view.decisions[0];
  const subject = decision?.subject ?? ({ kind: type.split(".")[0], id: text(data["id"]) } as SubjectRef);
  return (
    <Page
      title={text(data["title"]) || text(data["name"]) || text(data["text"]).slice(0, 80) || subject.id}
      lead={
        <span className="untrusted">
          {type} · {format.dateTime(text(view.event["time"]))} · <span className="mono">{eventId}</span>
        </span>
      }
      actions={
        <ButtonLink
          to="/subjects/$kind/$subjectId"
          params={{ kind: subject.kind, subjectId: subject.id }}
          variant="default"
        >
          {t("event.subject", { kind: t(`kind.${subject.kind}`) })}
        </ButtonLink>
      }
    >
      {decision ? (
        <Decided key={decision.decision_id} decision={decision} data={data} subject={subject}>
          {view.decisions.length > 1 && (
            <Panel title={t("event.decisions", { count: view.decisions.length })}>
              <ul className="stack" style={{ gap: 4 }}>
                {view.decisions.map((each, index) => (
                  <li key={each.decision_id}>
                    <button
                      type="button"
                      className={styles.pick}
                      aria-pressed={index === chosen}
                      onClick={() => setChosen(index)}
                    >
                      <OutcomeTag outcome={each.outcome} by={each.by} />
                      <span className="dim num">{format.dateTime(each.decided_at)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </Decided>
      ) : (
        <Panel>
          <p className="dim">{t("event.undecided")}</p>
        </Panel>
      )}
      {view.sealed_conversation !== undefined && <Reveal what="conversation" target={view.sealed_conversation} />}
      {view.masked_account !== undefined && <Reveal what="account" target={view.masked_account} />}
      <Deliveries view={view} />
      <Panel title={t("event.raw")}>
        <Code block className={styles.raw} tabIndex={0} aria-label={t("event.raw")}>
          {JSON.stringify(view.event, null, 2)}
        </Code>
      </Panel>
    </Page>
  );
}

function Decided({
  decision,
  data,
  subject,
  children,
}: {
  decision: Decision;
  data: Record<string, unknown>;
  subject: SubjectRef;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const [picture, setPicture] = useState(0);
  const pictures = usePictures(subject);
  const place = ({ subject: other, field }: Place) =>
    other && other.id !== subject.id ? undefined : textAt(data, field);
  return (
    <FindsProvider
      signals={decision.signals}
      subject={subject}
      textAt={place}
      pictures={pictures}
      showPicture={setPicture}
      reasons={decision.reasons}
    >
      <div className={styles.columns}>
        <div className="stack" style={{ gap: 16 }}>
          <Panel title={t(`kind.${subject.kind}`)}>
            <SubjectPanel
              kind={subject.kind}
              data={data}
              pictures={pictures}
              current={picture}
              onCurrent={setPicture}
            />
          </Panel>
          {decision.statement && (
            <Panel title={t("review.statement")}>
              <StatementView statement={decision.statement} />
            </Panel>
          )}
        </div>
        <div className="stack" style={{ gap: 16 }}>
          <Panel
            title={t("event.decision")}
            aside={
              <>
                {decision.mode !== "live" && <Tag>{t(`mode.${decision.mode}`)}</Tag>}
                <OutcomeTag outcome={decision.outcome} by={decision.by} />
              </>
            }
          >
            <Facts decision={decision} />
            <WhyPanel decision={decision} />
          </Panel>
          {children}
          {/* A person cannot be computed again. */}
          {decision.by !== "person" && <ReplayPanel decision={decision} />}
        </div>
      </div>
      <FindCard />
    </FindsProvider>
  );
}

/** The pictures as Assay holds them now; none while they load. */
function usePictures(subject: SubjectRef) {
  const { data } = useQuery({ ...subjectQuery(subject.kind, subject.id), retry: false });
  return data?.pictures ?? [];
}

function Facts({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("event.visibility")}</dt>
        <dd>{t(`visibility.${decision.visibility}`)}</dd>
      </div>
      <div>
        <dt>{t("event.decided_at")}</dt>
        <dd>{format.dateTime(decision.decided_at)}</dd>
      </div>
      <div>
        <dt>{t("event.took")}</dt>
        <dd>{format.number(decision.took_ms, 1)} ms</dd>
      </div>
      {decision.restrictions.length > 0 && (
        <div>
          <dt>{t("event.restrictions")}</dt>
          <dd>{decision.restrictions.map((each) => t(`restriction.${each.type}`)).join(", ")}</dd>
        </div>
      )}
      {decision.cases.length > 0 && (
        <div>
          <dt>{t("event.cases")}</dt>
          <dd>
            {decision.cases.map((caseId) => (
              <TextLink key={caseId} to="/cases/$caseId" params={{ caseId }} mr={6}>
                {caseId}
              </TextLink>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function ReplayPanel({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const replay = useMutation({ mutationFn: () => api.replay(decision.decision_id) });
  return (
    <Panel
      title={t("replay.title")}
      aside={
        <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t("replay.run")}
        </Button>
      }
    >
      {replay.error ? (
        <p role="alert" className={styles.error}>
          {problemText(t, replay.error)}
        </p>
      ) : replay.data ? (
        <ReplayResult replay={replay.data} />
      ) : (
        <p className="dim small">{t("replay.what")}</p>
      )}
    </Panel>
  );
}

function ReplayResult({ replay }: { replay: Replay }) {
  const { t } = useTranslation();
  if (replay.same)
    return (
      <p role="status">
        <Tag tone="approve">{t("replay.same")}</Tag>
      </p>
    );
  return (
    <div role="status" className="stack">
      <Tag tone="refuse">{t("replay.differs", { count: replay.differences.length })}</Tag>
      <dl className={styles.differences}>
        {replay.differences.map((difference) => (
          <div key={difference.path}>
            <dt className="mono">{difference.path}</dt>
            <dd>
              <del>{JSON.stringify(difference.stored)}</del>
              <ins>{JSON.stringify(difference.recomputed)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Deliveries({ view }: { view: EventView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (view.actions.length === 0) return null;
  return (
    <Panel title={t("event.actions")}>
      <ul className={styles.actions}>
        {view.actions.map((action) => (
          <li key={action.id} className="row wrap">
            <Tag tone={action.state === "delivered" ? "approve" : action.state === "dead" ? "refuse" : "neutral"}>
              {t(`action_state.${action.state}`)}
            </Tag>
            <span className="mono">{action.action.type}</span>
            <span>
              <ActionText action={action.action} />
            </span>
            <span className="dim num">
              {format.dateTime(action.created_at)} · {t("event.attempts", { count: action.attempts })}
            </span>
            {action.last_error && <span className="dim untrusted">{action.last_error}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
