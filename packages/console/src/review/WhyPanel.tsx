/** Why a decision was taken: the rules that fired with their record, and what every detector saw. */
import type { Decision, Evidence, Reason, RuleRecord, Signal } from "@assay/contract";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { EvidenceView } from "../evidence/index.tsx";
import { useFormat } from "../format.ts";
import { useDetectors, useReasons } from "../session.ts";
import { Tag } from "../shell/Outcome.tsx";
import styles from "./why.module.css";

/** Under so many judged a rule's precision is a guess, and is said to be one. */
const enough = 20;

export function WhyPanel({
  decision,
  rules = [],
  elsewhere = [],
}: {
  decision: Decision;
  rules?: readonly RuleRecord[];
  /** Types of evidence that the screen shows in their own place, beside what they are about. */
  elsewhere?: readonly Evidence["type"][];
}) {
  const { t } = useTranslation();
  const detector = useDetectors();
  const found = decision.signals.filter((signal) => signal.state === "found");
  const unknown = decision.signals.filter(
    (signal) => signal.state === "unknown" && !decision.pending.includes(signal.detector),
  );
  const clear = decision.signals.filter((signal) => signal.state === "clear");
  return (
    <div className={styles.why}>
      <Reasons decision={decision} rules={rules} />
      {found.map((signal) => (
        <SignalView key={signal.detector} signal={signal} elsewhere={elsewhere} />
      ))}
      {decision.pending.length > 0 && (
        <div className={styles.unknown} data-pending>
          <strong>{t("why.pending")}</strong>
          <span>{decision.pending.map((id) => detector(id)?.title ?? id).join(", ")}</span>
        </div>
      )}
      {unknown.map((signal) => (
        <div key={signal.detector} className={styles.unknown}>
          <strong>
            {detector(signal.detector)?.title ?? signal.detector} · {t("why.unknown")}
          </strong>
          <span className="untrusted">{signal.reason ?? t("why.no_reason")}</span>
        </div>
      ))}
      {clear.length > 0 && (
        <details className={styles.clear}>
          <summary>{t("why.clear", { count: clear.length })}</summary>
          {clear.map((signal) =>
            signal.evidence.length > 0 ? (
              <SignalView key={signal.detector} signal={signal} elsewhere={elsewhere} />
            ) : (
              <div key={signal.detector} className={styles.clearSignal}>
                <span className="grow">{detector(signal.detector)?.title ?? signal.detector}</span>
                {signal.thin && <span className="dim">{t("why.thin", { n: signal.n ?? 0 })}</span>}
                <Share signal={signal} />
              </div>
            ),
          )}
        </details>
      )}
    </div>
  );
}

function Reasons({ decision, rules }: { decision: Decision; rules: readonly RuleRecord[] }) {
  const { t } = useTranslation();
  const reasons = useReasons();
  if (decision.reasons.length === 0) return <p className="dim small">{t("why.no_rule")}</p>;
  return (
    <ul className={styles.reasons}>
      {byCode(decision.reasons).map(([first, ...more]) => (
        <li key={`${first.code}${first.outcome}`} className={styles.reason}>
          <span className={styles.reasonHead}>
            <span className={styles.reasonText}>{reasons.text(first.code)}</span>
            {first.outcome && <Tag tone={first.outcome}>{t(`asks.${first.outcome}`)}</Tag>}
          </span>
          {reasons.guidance(first.code) && <span className={styles.guidance}>{reasons.guidance(first.code)}</span>}
          {[first, ...more].map((reason) => (
            <RuleLine key={`${reason.policy}${reason.rule}`} reason={reason} rules={rules} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Reasons that say and ask the same, from several rules, stand together. */
function byCode(reasons: readonly Reason[]): [Reason, ...Reason[]][] {
  const groups = new Map<string, [Reason, ...Reason[]]>();
  for (const reason of reasons) {
    const key = `${reason.code}/${reason.outcome}`;
    const group = groups.get(key);
    if (group) group.push(reason);
    else groups.set(key, [reason]);
  }
  return [...groups.values()];
}

function RuleLine({ reason, rules }: { reason: Reason; rules: readonly RuleRecord[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stage = reason.policy?.split("@")[0];
  const record =
    rules.find((each) => each.rule === reason.rule && each.policy === reason.policy) ??
    rules.find((each) => each.rule === reason.rule);
  const judged = record ? record.upheld + record.overturned : 0;
  return (
    <>
      <span className={styles.reasonRule}>
        {reason.rule && stage ? (
          <>
            <Link to="/policies" search={{ stage, rule: reason.rule }} className="mono">
              {reason.rule}
            </Link>{" "}
            {reason.policy}
          </>
        ) : (
          t("why.by_person")
        )}
      </span>
      {record && (
        <span className={styles.record}>
          {record.precision && (
            <i className={styles.precision} aria-hidden="true">
              <i style={{ width: `${100 * record.precision.value}%` }} />
            </i>
          )}
          {record.precision
            ? t(judged < enough ? "why.record_few" : "why.record", {
                share: format.percent(record.precision.value),
                low: format.percent(record.precision.low),
                high: format.percent(record.precision.high),
                judged: format.number(judged),
                fired: format.number(record.fired),
              })
            : t("why.record_none", { fired: format.number(record.fired) })}
        </span>
      )}
    </>
  );
}

function Share({ signal }: { signal: Signal }) {
  const format = useFormat();
  return <span className="num dim">{signal.score === undefined ? "" : format.percent(signal.score)}</span>;
}

/** Scrolls the highlight of a find into view; one in a picture once that picture is shown. */
function showMark(key: string, evidence: Evidence, showPicture: ((index: number) => void) | undefined): void {
  const place = evidence.type === "span" ? /^pictures\[(\d+)\]/.exec(evidence.field)?.[1] : undefined;
  if (place !== undefined) showPicture?.(Number(place));
  if (evidence.type === "region") showPicture?.(evidence.picture);
  requestAnimationFrame(() =>
    document.querySelector(`[data-keys~="${key}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" }),
  );
}

function SignalView({ signal, elsewhere }: { signal: Signal; elsewhere: readonly Evidence["type"][] }) {
  const { t } = useTranslation();
  const detector = useDetectors();
  const { pointed, point, verdicts, say, showPicture } = useFinds();
  const format = useFormat();
  const verdict = verdicts[signal.detector];
  const title = detector(signal.detector)?.title ?? signal.detector;
  const scores = Object.entries(signal.scores ?? {}).filter(([, score]) => score >= 0.05);
  return (
    <article className={styles.signal} data-verdict={verdict}>
      <div className={styles.signalHead}>
        <h3 title={detector(signal.detector)?.summary}>{title}</h3>
        {signal.thin && <Tag>{t("why.thin", { n: signal.n ?? 0 })}</Tag>}
        <Share signal={signal} />
        {say && (
          <span className={styles.verdict}>
            {(["right", "wrong"] as const).map((value) => {
              const Icon = value === "right" ? IconThumbUp : IconThumbDown;
              return (
                <Tooltip key={value} label={t(`why.${value}`)}>
                  <ActionIcon
                    size="sm"
                    aria-label={t(`why.${value}_about`, { title })}
                    aria-pressed={verdict === value}
                    variant={verdict === value ? "light" : "subtle"}
                    onClick={() => say(signal.detector, value)}
                  >
                    <Icon size={14} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              );
            })}
          </span>
        )}
      </div>
      <ul className={styles.evidence}>
        {signal.evidence.map((evidence, index) => {
          const key = `${signal.detector}#${index}`;
          if (elsewhere.includes(evidence.type))
            return (
              <li key={key} className="dim small">
                {t("why.beside")}
              </li>
            );
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the highlights themselves take the focus
            <li
              key={key}
              data-pointed={pointed.keys.includes(key) || undefined}
              onMouseEnter={() => point([key])}
              onMouseLeave={() => point([])}
              onClick={() => showMark(key, evidence, showPicture)}
            >
              <EvidenceView find={{ key, signal, evidence }} />
            </li>
          );
        })}
      </ul>
      {scores.length > 1 && (
        <p className="dim small num">
          {scores
            .map(([kind, score]) => `${detector(signal.detector)?.kinds[kind] ?? kind} ${format.percent(score)}`)
            .join(" · ")}
        </p>
      )}
    </article>
  );
}
