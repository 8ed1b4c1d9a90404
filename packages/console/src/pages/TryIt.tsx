/** Type or paste something, and see what Assay would see and decide, while typing. Nothing is stored. */
import type { PictureView, TryAnswer } from "@assay/contract";
import { SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { FindCard } from "../evidence/FindCard.tsx";
import { FindsProvider } from "../evidence/FindsProvider.tsx";
import { textAt } from "../evidence/finds.ts";
import { useFormat } from "../format.ts";
import { Pictures } from "../review/Pictures.tsx";
import { WhyPanel } from "../review/WhyPanel.tsx";
import { problemText } from "../shell/Fallback.tsx";
import { OutcomeTag } from "../shell/Outcome.tsx";
import { Page, Panel } from "../shell/Page.tsx";
import { StatementView } from "../statement/StatementView.tsx";
import { type Draft, eventOf, isBlank, tryKinds } from "./draft.ts";
import { TryForm } from "./TryForm.tsx";
import styles from "./try.module.css";

const noPictures: readonly PictureView[] = [];

export function TryItPage() {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState<Draft>({ kind: "listing", fields: {}, pictures: [], language: i18n.language });
  const [picture, setPicture] = useState(0);
  const [settled] = useDebouncedValue(draft, 280);
  const blank = isBlank(settled);
  const answer = useQuery({
    queryKey: ["try", settled],
    queryFn: async ({ signal }) => {
      const event = eventOf(settled, new Date());
      return { event, answer: await api.tryEvent(event, settled.accountAge, signal) };
    },
    enabled: !blank,
    // What pictures show is read after the answer.
    refetchInterval: (query) => (query.state.data?.answer.reading ? 700 : false),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
  const shown = blank ? undefined : answer.data;
  const pictures = shown?.answer.pictures ?? noPictures;
  const analysed = withTexts(shown?.event.data ?? {}, pictures);
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
        pictures={pictures}
        showPicture={setPicture}
        reasons={shown?.answer.decision.reasons ?? []}
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
              <Answer answer={shown.answer}>
                {pictures.length > 0 && (
                  <Panel title={t("try.pictures")} aside={shown.answer.reading && t("try.reading")}>
                    <Pictures
                      pictures={pictures}
                      texts={pictures.map((each) => each.read?.text)}
                      current={picture}
                      onCurrent={setPicture}
                    />
                  </Panel>
                )}
              </Answer>
            ) : (
              <Panel>
                <p className="dim" style={{ fontSize: 13 }}>
                  {t("try.empty")}
                </p>
              </Panel>
            )}
          </div>
        </div>
        <FindCard />
      </FindsProvider>
    </Page>
  );
}

/** The state with what was read in its pictures, where the highlights point. */
function withTexts(data: Record<string, unknown>, pictures: readonly PictureView[]): Record<string, unknown> {
  return pictures.some((each) => each.read)
    ? { ...data, pictures: pictures.map((each) => ({ text: each.read?.text })) }
    : data;
}

function Answer({ answer, children }: { answer: TryAnswer; children: ReactNode }) {
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
      {children}
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
