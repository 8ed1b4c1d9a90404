/** Where the case stands: queue, title, priority, age, deadline, and who holds it. */

import type { CaseView } from "@assay/contract";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag, Tag } from "../shell/Outcome.tsx";
import styles from "./review.module.css";
import { KeepGolden, SampleNotice } from "./SampleNotice.tsx";
import type { CaseWork } from "./useCaseWork.ts";

export function CaseHeader({ view, work }: { view: CaseView; work: CaseWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { case: current, decision } = view;
  const overdue = current.due_at !== undefined && Date.parse(current.due_at) < Date.now();
  return (
    <header className={styles.header}>
      <div className="grow">
        <p className={styles.crumbs}>
          <TextLink to="/queues/$queue" params={{ queue: current.queue }} c="inherit">
            {current.queue}
          </TextLink>
          <span>{t(`case_type.${current.type}`)}</span>
          <span>{t(`kind.${current.subject.kind}`)}</span>
          <span className="num" title={format.dateTime(current.opened_at)}>
            {t("review.opened", { ago: format.ago(current.opened_at) })}
          </span>
          <span className="num">{t("review.priority", { priority: current.priority })}</span>
          {current.due_at && (
            <span className={overdue ? styles.overdue : "num"} title={format.dateTime(current.due_at)}>
              {t(overdue ? "review.overdue" : "review.due", { ago: format.ago(current.due_at) })}
            </span>
          )}
        </p>
        <h1 className={`${styles.title} untrusted`} dir="auto">
          {current.title || current.subject.id}
        </h1>
      </div>
      <div className="row">
        {current.state === "resolved" && <OutcomeTag outcome={decision.outcome} by={decision.by} />}
        {current.state === "snoozed" && (
          <Tag>{t("review.snoozed_until", { when: format.dateTime(current.snoozed_until) })}</Tag>
        )}
        {decision.mode !== "live" && <Tag tone="accent">{t(`mode.${decision.mode}`)}</Tag>}
        <Tooltip label={t("keys.command.previous")}>
          <ActionIcon aria-label={t("keys.command.previous")} onClick={work.previous} variant="default">
            <IconChevronLeft size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("keys.command.next")}>
          <ActionIcon aria-label={t("keys.command.next")} onClick={work.next} variant="default">
            <IconChevronRight size={17} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}

/** Why the case cannot be decided as it is shown, when it cannot. */
export function CaseNotices({ view, work }: { view: CaseView; work: CaseWork }) {
  const { t } = useTranslation();
  const { case: current } = view;
  if (work.taken)
    return (
      <p className={styles.notice} role="status">
        {work.own
          ? t("problem.own_decision")
          : work.takenBy
            ? t("review.taken_by", { who: work.takenBy })
            : t("review.taken")}
      </p>
    );
  if (view.quality && current.state !== "resolved") return <SampleNotice view={view} />;
  if (view.stale)
    return (
      <p className={styles.notice} role="status">
        {t("review.stale")}{" "}
        <TextLink
          to="/subjects/$kind/$subjectId"
          params={{ kind: current.subject.kind, subjectId: current.subject.id }}
        >
          {t("review.newest")}
        </TextLink>
      </p>
    );
  if (current.state === "resolved")
    return (
      <p className={styles.notice} role="status">
        {current.resolved_by === "rule"
          ? t("review.resolved_by_rule")
          : t("review.resolved_by", { who: current.resolved_by_name ?? "–" })}{" "}
        {current.type === "moderation" && current.resolved_by !== "rule" && <KeepGolden view={view} />}
      </p>
    );
  return null;
}
