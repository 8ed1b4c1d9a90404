/** A playbook before it happens: every effect with what it falls on; the same key again runs it. */
import type { CaseView, Playbook, PlaybookEffect, PlaybookPlan } from "@assay/contract";
import { Button, CloseButton, Loader, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Caps, Key } from "../keyboard/Key.tsx";
import { useCommands } from "../keyboard/useCommands.ts";
import { useEscape } from "../keyboard/useEscape.ts";
import { planQuery } from "../queries.ts";
import { useCatalogue, useReasons } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Tag } from "../shell/Outcome.tsx";
import bar from "./bar.module.css";
import styles from "./playbook.module.css";
import { playbooksFor } from "./playbooksFor.ts";

/** Items shown of one effect before the rest is a number. */
const shownItems = 8;

export function PlaybookPanel({
  view,
  onRun,
  onClose,
}: {
  view: CaseView;
  onRun: (playbook: Playbook, plan: PlaybookPlan, reason: string) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const reasons = useReasons();
  const { playbooks } = useCatalogue();
  const offered = playbooksFor(
    playbooks,
    view.case.subject.kind,
    view.decision.reasons.map((each) => each.code),
  );
  const [chosen, setChosen] = useState(offered[0]?.id);
  const playbook = offered.find((each) => each.id === chosen);
  const [given, setGiven] = useState<string>();
  const reason = given ?? playbook?.reason ?? "";
  const plan = useQuery(planQuery(view.case.id, playbook?.id, reason));
  const title = (each: Playbook) => each.title[i18n.language === "fr" ? "fr" : "en"];
  const ready = playbook && plan.data && !plan.isFetching;
  const run = () => {
    if (ready) onRun(playbook, plan.data, reason);
  };
  useCommands(
    { playbook: run },
    {
      digits: (digit) => {
        const picked = offered[digit - 1];
        if (picked) setChosen(picked.id);
      },
    },
  );
  useEscape(onClose);

  return (
    <section className={bar.picker} aria-label={t("playbook.title")}>
      <div className={bar.pickerHead}>
        <h2>{t("playbook.title")}</h2>
        {playbook && (
          <Button color="red.9" size="sm" disabled={!ready} rightSection={<Key command="playbook" />} onClick={run}>
            {t("playbook.run", { title: title(playbook) })}
          </Button>
        )}
        <CloseButton aria-label={t("close")} onClick={onClose} />
      </div>
      <div className={`${bar.pickerBody} ${styles.body}`}>
        <div className="stack" style={{ gap: 10 }}>
          <ul className={bar.choices}>
            {offered.map((each, index) => (
              <li key={each.id}>
                <button
                  type="button"
                  className={bar.choice}
                  data-looked={each.id === chosen || undefined}
                  aria-pressed={each.id === chosen}
                  onClick={() => setChosen(each.id)}
                >
                  <span className={bar.digit}>{index < 9 && <Caps keys={String(index + 1)} />}</span>
                  <span className="grow">{title(each)}</span>
                  {each.suggested_for.some((code) => view.decision.reasons.some((fired) => fired.code === code)) && (
                    <Tag tone="accent">{t("playbook.suggested")}</Tag>
                  )}
                </button>
              </li>
            ))}
            {offered.length === 0 && <li className="dim small">{t("playbook.none")}</li>}
          </ul>
          {playbook && (
            <Select
              size="xs"
              label={t("playbook.reason")}
              data={reasons.all.map(({ code }) => ({ value: code, label: reasons.text(code) }))}
              value={reason}
              searchable
              comboboxProps={{ position: "top-start" }}
              onChange={(value) => setGiven(value ?? undefined)}
            />
          )}
          <p className="dim small">{t("playbook.undo")}</p>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
        <section className={styles.effects} tabIndex={0} aria-label={t("playbook.effects")} aria-busy={plan.isFetching}>
          {plan.error ? (
            <p role="alert">{problemText(t, plan.error)}</p>
          ) : plan.data ? (
            <Effects plan={plan.data} />
          ) : (
            <Loader size="sm" />
          )}
        </section>
      </div>
    </section>
  );
}

function Effects({ plan }: { plan: PlaybookPlan }) {
  const { i18n } = useTranslation();
  return (
    <ol className={styles.list}>
      {plan.effects.map((effect) => (
        <Effect key={effect.step} effect={effect}>
          {effect.step === "warn_contacts" && plan.warning && effect.items.length > 0 && (
            <p className={styles.warning}>{plan.warning[i18n.language === "fr" ? "fr" : "en"]}</p>
          )}
        </Effect>
      ))}
    </ol>
  );
}

function Effect({ effect, children }: { effect: PlaybookEffect; children: React.ReactNode }) {
  const { t } = useTranslation();
  const falls = effect.items.filter((item) => item.left === undefined);
  const left = effect.items.filter((item) => item.left !== undefined);
  const shown = [...falls, ...left].slice(0, shownItems);
  const rest = effect.items.length - shown.length;
  return (
    <li className={styles.effect} data-none={falls.length === 0 || undefined}>
      <span className={`${styles.count} num`}>{falls.length}</span>
      <div className="grow">
        <div className="row wrap" style={{ gap: 6 }}>
          <span>{t(`playbook.step.${effect.step}`)}</span>
          {effect.confirm && falls.length > 0 && <Tag tone="review">{t("playbook.second")}</Tag>}
        </div>
        {shown.length > 0 && (
          <ul className={styles.items}>
            {shown.map((item) => (
              <li key={item.id} className="untrusted" data-left={item.left}>
                {item.label}
                {item.left && <span className="dim"> ({t(`playbook.left.${item.left}`)})</span>}
              </li>
            ))}
            {rest > 0 && <li className="dim">{t("playbook.rest", { count: rest })}</li>}
          </ul>
        )}
        {children}
      </div>
    </li>
  );
}
