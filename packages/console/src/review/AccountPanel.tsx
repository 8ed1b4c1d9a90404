/** The person behind the subject: who, counts, life, open cases, notes. */

import type { AccountView, Note } from "@assay/contract";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { useDetectors } from "../session.ts";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag, Tag } from "../shell/Outcome.tsx";
import { LifeLine } from "./LifeLine.tsx";
import life from "./life.module.css";
import { Reveal } from "./Reveal.tsx";
import styles from "./review.module.css";

export function AccountPanel({
  account,
  changePoints = [],
  currentEvent,
  currentCase,
  history,
  onHistory,
}: {
  account: AccountView;
  /** When the account changed, as the decision sees it. */
  changePoints?: readonly string[];
  currentEvent?: string;
  currentCase?: string;
  /** Whether the whole history is shown, or the last few events only. */
  history: boolean;
  onHistory: (shown: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, counts } = account;
  const text = (field: string) =>
    typeof data[field] === "string" && data[field] !== "" ? (data[field] as string) : undefined;
  const others = account.open_cases.filter((each) => each.id !== currentCase);
  const newestFirst = account.life.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <div className="stack" style={{ gap: 12, fontSize: 13 }}>
      <div>
        <div className="row wrap" style={{ gap: 6 }}>
          <TextLink to="/accounts/$accountId" params={{ accountId: account.id }} fw={600} fz={14} className="untrusted">
            {text("name") ?? account.id}
          </TextLink>
          {text("capacity") && (
            <Tag>{t(`capacity.${text("capacity") as "private"}`, { defaultValue: text("capacity")! })}</Tag>
          )}
          {!account.known && <Tag tone="request_changes">{t("account.unknown")}</Tag>}
          {account.known && (
            <TextLink to="/accounts/$accountId/links" params={{ accountId: account.id }} fz={12}>
              {t("account.links")}
            </TextLink>
          )}
        </div>
        <p className="dim small untrusted">
          {[
            account.age_days === undefined
              ? undefined
              : account.age_days < 1
                ? t("account.new")
                : t("account.age", { length: format.length(account.age_days * 86_400) }),
            text("country"),
            text("email"),
            text("phone"),
          ]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </p>
      </div>
      {account.masked.length > 0 && <Reveal what="account" target={account.id} />}
      <dl className={life.counts}>
        {(["listings", "live", "refused", "review", "messages"] as const).map((count) => (
          <div key={count}>
            <dt title={t(`account.count.${count}`)}>{t(`account.count.${count}`)}</dt>
            <dd data-bad={(count === "refused" && counts.refused > 0) || undefined}>{format.number(counts[count])}</dd>
          </div>
        ))}
      </dl>
      <Risk risk={account.risk} />
      <LifeLine
        items={account.life}
        changePoints={changePoints}
        notes={account.notes}
        refused={counts.refused}
        {...(currentEvent && { current: currentEvent })}
      />
      {newestFirst.length > 0 && (
        <div>
          <ul className={life.list}>
            {newestFirst.slice(0, history ? 200 : 4).map((item) => (
              <li key={item.event_id}>
                <span className="dim num" title={format.dateTime(item.at)}>
                  {format.ago(item.at)}
                </span>
                <TextLink
                  to="/events/$eventId"
                  params={{ eventId: item.event_id }}
                  c="inherit"
                  className="clip untrusted"
                >
                  {item.title || item.type}
                </TextLink>
                {item.outcome && <OutcomeTag outcome={item.outcome} />}
              </li>
            ))}
          </ul>
          {newestFirst.length > 4 && (
            <Button variant="subtle" size="compact-xs" onClick={() => onHistory(!history)}>
              {history ? t("less") : t("account.all", { count: newestFirst.length })}
            </Button>
          )}
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.others}>
          <h3>{t("account.open_cases", { count: others.length })}</h3>
          <ul>
            {others.slice(0, history ? 100 : 5).map((each) => (
              <li key={each.id} className="row">
                <TextLink to="/cases/$caseId" params={{ caseId: each.id }} c="inherit" className="clip grow untrusted">
                  {each.title}
                </TextLink>
                <span className="dim small">{each.queue}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Notes notes={account.notes} title={t("account.notes", { count: account.notes.length })} />
    </div>
  );
}

/** One number and what it is made of. It weighs in queues and rules; it decides nothing. */
function Risk({ risk }: { risk: AccountView["risk"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const detector = useDetectors();
  if (risk.score === 0) return null;
  const name = (part: string) =>
    detector(part)?.title ?? t(`outcome.${part as "refuse"}`, { defaultValue: part.replaceAll("_", " ") });
  return (
    <details className={styles.risk}>
      <summary>
        {t("account.risk")} <strong className="num">{format.percent(risk.score)}</strong>
      </summary>
      <ul>
        {risk.parts.map(({ part, weight }) => (
          <li key={part} className="row between">
            <span className="clip">{name(part)}</span>
            <span className="num dim">{format.number(weight, 2)}</span>
          </li>
        ))}
      </ul>
      <p className="dim small">{t("account.risk_hint")}</p>
    </details>
  );
}

function Notes({ notes, title }: { notes: readonly Note[]; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <div className={styles.others}>
      <h3>{title}</h3>
      <ul className="stack" style={{ gap: 6 }}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <span className="small dim">
              {note.author} · {format.ago(note.at)}
              {note.from && (
                <>
                  {" · "}
                  <TextLink to="/accounts/$accountId" params={{ accountId: note.from.account }} className="untrusted">
                    {note.from.name}
                  </TextLink>{" "}
                  (
                  {note.from.shared
                    .map((kind) => t(`links.kinds.${kind as "phone"}`, { defaultValue: kind }))
                    .join(", ")}
                  )
                </>
              )}
            </span>
            <span className="untrusted" style={{ whiteSpace: "pre-wrap" }}>
              {note.text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
