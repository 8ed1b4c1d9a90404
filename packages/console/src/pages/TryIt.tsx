/** Type or paste something, and see what Assay would see and decide, while typing. Nothing is stored. */
import type { TryAnswer } from "@assay/contract";
import { SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { FindsProvider } from "../evidence/FindsProvider.tsx";
import { textAt } from "../evidence/finds.ts";
import { useFormat } from "../format.ts";
import { WhyPanel } from "../review/WhyPanel.tsx";
import { problemText } from "../shell/Fallback.tsx";
import { OutcomeTag } from "../shell/Outcome.tsx";
import { Page, Panel } from "../shell/Page.tsx";
import { StatementView } from "../statement/StatementView.tsx";
import { type Draft, eventOf, isBlank, tryKinds } from "./draft.ts";
import { TryForm } from "./TryForm.tsx";
import styles from "./try.module.css";

export function TryItPage() {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState<Draft>({ kind: "listing", fields: {}, pictures: [], language: i18n.language });
  const [settled] = useDebouncedValue(draft, 280);
  const blank = isBlank(settled);
  const answer = useQuery({
    queryKey: ["try", settled],
    queryFn: async ({ signal }) => {
      const event = eventOf(settled, new Date());
      return { event, answer: await api.tryEvent(event, settled.accountAge, signal) };
    },
    enabled: !blank,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
  const shown = blank ? undefined : answer.data;
  const analysed = shown?.event.data ?? {};
  return (
    <Page
      title={t("nav.try")}
      lead={t("try.lead")}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t("try.kind")}
          value={draft.kind}
          onChange={(kind) => setDraft((old) => ({ ...old, kind: kind as Draft["kind"], pictures: [] }))}
          data={tryKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      }
    >
      <FindsProvider
        signals={shown?.answer.decision.signals ?? []}
        subject={{ kind: draft.kind, id: "try" }}
        textAt={({ field }) => textAt(analysed, field)}
        pictures={shown?.answer.pictures ?? []}
      >
        <div className={styles.columns}>
          <Panel>
            <TryForm draft={draft} onDraft={setDraft} analysed={analysed} />
          </Panel>
          <div className={styles.answer} aria-live="polite" aria-busy={answer.isFetching}>
            {answer.error && !blank && (
              <p className={styles.error} role="alert">
                {problemText(t, answer.error)}
              </p>
            )}
            {shown ? (
              <Answer answer={shown.answer} />
            ) : (
              <Panel>
                <p className="dim" style={{ fontSize: 13 }}>
                  {t("try.empty")}
                </p>
              </Panel>
            )}
          </div>
        </div>
      </FindsProvider>
    </Page>
  );
}

function Answer({ answer }: { answer: TryAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decision, statement } = answer;
  return (
    <>
      <div className={styles.verdict} data-outcome={decision.outcome}>
        <OutcomeTag outcome={decision.outcome} />
        <span>{t(`try.outcome.${decision.outcome}`)}</span>
        <span className="dim num small" style={{ marginLeft: "auto" }}>
          {t(`visibility.${decision.visibility}`)} · {format.number(decision.took_ms, 1)} ms
        </span>
      </div>
      <Panel title={t("why.title")}>
        <WhyPanel decision={decision} />
      </Panel>
      {statement && (
        <Panel title={t("review.statement")}>
          <StatementView statement={statement} />
        </Panel>
      )}
    </>
  );
}
