/** One subject as it stands now: its state, its last approved one, and every decision of it. */

import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FindCard } from "../evidence/FindCard.tsx";
import { FindsProvider } from "../evidence/FindsProvider.tsx";
import { textAt } from "../evidence/finds.ts";
import { useFormat } from "../format.ts";
import { subjectQuery } from "../queries.ts";
import { Compare } from "../review/Compare.tsx";
import { Reveal } from "../review/Reveal.tsx";
import { SubjectPanel } from "../review/SubjectPanel.tsx";
import { WhyPanel } from "../review/WhyPanel.tsx";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag } from "../shell/Outcome.tsx";
import { Page, Panel } from "../shell/Page.tsx";
import styles from "./event.module.css";

const route = getRouteApi("/desk/subjects/$kind/$subjectId");

export function SubjectPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, subjectId } = route.useParams();
  const { data: view } = useSuspenseQuery(subjectQuery(kind, subjectId));
  const [picture, setPicture] = useState(0);
  const latest = view.decisions[0];
  const title = ["title", "name", "text"].map((field) => textAt(view.data, field)).find((text) => text) ?? subjectId;
  return (
    <Page
      title={title.slice(0, 120)}
      lead={
        <span className="untrusted">
          {t(`kind.${view.subject.kind}`)} · <span className="mono">{subjectId}</span>
        </span>
      }
      actions={
        <TextLink to="/accounts/$accountId" params={{ accountId: view.owner }} fz={13} className="untrusted">
          {t("subject.owner", { owner: view.owner })}
        </TextLink>
      }
    >
      {view.sealed_conversation !== undefined && <Reveal what="conversation" target={view.sealed_conversation} />}
      <FindsProvider
        signals={latest?.signals ?? []}
        subject={view.subject}
        textAt={({ subject, field }) => (subject && subject.id !== subjectId ? undefined : textAt(view.data, field))}
        pictures={view.pictures}
        showPicture={setPicture}
        reasons={latest?.reasons ?? []}
      >
        <div className={styles.columns}>
          <div className="stack" style={{ gap: 16 }}>
            <Panel title={t("subject.now")} aside={<span className="num">{format.dateTime(view.at)}</span>}>
              <SubjectPanel
                kind={view.subject.kind}
                data={view.data}
                pictures={view.pictures}
                current={picture}
                onCurrent={setPicture}
              />
            </Panel>
            {view.approved && (
              <Panel title={t("diff.compare")}>
                <Compare view={view} />
              </Panel>
            )}
          </div>
          <div className="stack" style={{ gap: 16 }}>
            {latest && (
              <Panel title={t("event.decision")} aside={<OutcomeTag outcome={latest.outcome} by={latest.by} />}>
                <WhyPanel decision={latest} />
              </Panel>
            )}
            <Panel title={t("event.decisions", { count: view.decisions.length })}>
              <ul className={styles.revisions}>
                {view.decisions.map((decision) => (
                  <li key={decision.decision_id} className="row">
                    <OutcomeTag outcome={decision.outcome} by={decision.by} />
                    <TextLink to="/events/$eventId" params={{ eventId: decision.event_id }} className="clip grow">
                      {decision.subject.revision === undefined
                        ? decision.event_id
                        : t("review.revision", { revision: decision.subject.revision })}
                    </TextLink>
                    <span className="dim num">{format.dateTime(decision.decided_at)}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
        </div>
        <FindCard />
      </FindsProvider>
    </Page>
  );
}
