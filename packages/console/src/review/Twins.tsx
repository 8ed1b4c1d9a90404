/** An ad and one that is like it, next to each other: what they share outlined, who came first, whose each is, what was decided. */
import type { SubjectView, Twin } from "@assay/contract";
import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../api.ts";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { textAt } from "../evidence/finds.ts";
import { useKindText } from "../evidence/kinds.ts";
import { useFormat } from "../format.ts";
import { Key } from "../keyboard/Key.tsx";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag, Tag } from "../shell/Outcome.tsx";
import { SharedText } from "../text/SharedText.tsx";
import { type PicturePair, pairsOf } from "./pairs.ts";
import { Outlined } from "./SharedWith.tsx";
import styles from "./twins.module.css";
import { useLooks } from "./useLooks.ts";

export function Twins({
  view,
  name,
  twins,
  chosen,
  onChoose,
}: {
  view: SubjectView;
  /** The name of the account that this ad is of. */
  name: string;
  twins: readonly Twin[];
  /** Ids of the cases that get the same decision as this one. */
  chosen: ReadonlySet<string>;
  /** Absent where nothing can be decided. */
  onChoose: ((caseIds: readonly string[]) => void) | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindText = useKindText();
  const { finds } = useFinds();
  const [shown, setShown] = useState(twins[0]?.view.subject.id);
  const twin = twins.find((each) => each.view.subject.id === shown) ?? twins[0];
  if (!twin) return null;
  const first = [view, ...twins.map((each) => each.view)].reduce((oldest, each) =>
    each.first_at < oldest.first_at ? each : oldest,
  );
  const about = [...finds.values()].filter(
    ({ evidence }) => evidence.type === "subject" && evidence.subject.id === twin.view.subject.id,
  );
  const pairs = pairsOf(view, twin.view, about);
  const waiting = twins.flatMap((each) => (each.case ? [each.case] : []));
  return (
    <div className="stack" style={{ gap: 12 }}>
      {twins.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t("twins.which")}
          value={twin.view.subject.id}
          onChange={setShown}
          data={twins.map((each) => ({
            value: each.view.subject.id,
            label: `${(each.owner_name ?? each.view.owner).slice(0, 24)} · ${format.date(each.view.first_at)}`,
          }))}
        />
      )}
      <ul className={styles.why}>
        {about.map(({ key, signal, evidence }) =>
          evidence.type === "subject" ? (
            <li key={key}>
              {evidence.kind ? kindText(signal.detector, evidence.kind) : t("twins.alike")}{" "}
              <span className="dim num">{t("evidence.alike", { share: format.percent(evidence.similarity) })}</span>
            </li>
          ) : null,
        )}
      </ul>
      <div className={styles.pair}>
        <Side view={view} name={name} other={twin.view} first={first === view} title={t("twins.this")} />
        <Side
          view={twin.view}
          name={twin.owner_name ?? twin.view.owner}
          other={view}
          first={first === twin.view}
          title={t("twins.other")}
        />
        {pairs.map((pair) => (
          <Pair key={`${pair.ours} ${pair.theirs}`} pair={pair} view={view} other={twin.view} />
        ))}
      </div>
      {pairs.length === 0 && view.pictures.length + twin.view.pictures.length > 0 && (
        <p className="dim small">{t("twins.no_pictures")}</p>
      )}
      {waiting.length > 0 && onChoose && (
        <fieldset className={styles.together}>
          <legend className="small">
            {t("twins.together")} <Key command="select" />
          </legend>
          {waiting.map((each) => {
            const of = twins.find((one) => one.case === each)!;
            return (
              <label key={each.id} className="row">
                <input type="checkbox" checked={chosen.has(each.id)} onChange={() => onChoose([each.id])} />
                <span className="untrusted">
                  {each.title || each.subject.id} · {of.owner_name ?? each.owner}
                </span>
              </label>
            );
          })}
        </fieldset>
      )}
    </div>
  );
}

function Side({
  view,
  name,
  other,
  first,
  title,
}: {
  view: SubjectView;
  name: string;
  other: SubjectView;
  first: boolean;
  title: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, id } = view.subject;
  const latest = view.decisions[0];
  const amount = Number(textAt(view.data, "price.amount"));
  const [heading, description] = ["title", "description"].map((field) => ({
    text: textAt(view.data, field) ?? "",
    other: textAt(other.data, field) ?? "",
  })) as [Compared, Compared];
  return (
    <section className={styles.side} aria-label={title}>
      <div className="row wrap" style={{ gap: 6 }}>
        <strong className="small">{title}</strong>
        {first && <Tag tone="approve">{t("twins.first")}</Tag>}
        {latest && <OutcomeTag outcome={latest.outcome} by={latest.by} />}
      </div>
      <p className="small dim">
        <TextLink to="/accounts/$accountId" params={{ accountId: view.owner }} className="untrusted">
          {name}
        </TextLink>{" "}
        · <span className="num">{t("twins.since", { when: format.dateTime(view.first_at) })}</span>
      </p>
      <p className={styles.heading}>
        <TextLink to="/subjects/$kind/$subjectId" params={{ kind, subjectId: id }} c="inherit">
          <SharedText {...heading} />
        </TextLink>
      </p>
      <p className="num">{Number.isFinite(amount) ? format.money(amount, textAt(view.data, "price.currency")) : "–"}</p>
      <div className={styles.text}>
        <SharedText {...description} />
      </div>
    </section>
  );
}

interface Compared {
  text: string;
  other: string;
}

function Pair({ pair, view, other }: { pair: PicturePair; view: SubjectView; other: SubjectView }) {
  const { t } = useTranslation();
  const looks = useLooks();
  const sources = useMemo(
    () => [view.pictures[pair.ours], other.pictures[pair.theirs]].map((each) => each && pictureUrl(each, 640)),
    [pair, view, other],
  );
  const [ours, theirs] = sources;
  if (!ours || !theirs) return null;
  return (
    <>
      <Outlined src={ours} box={pair.box} alt={t("pictures.nth", { n: pair.ours + 1 })} look={looks.of(pair.ours)} />
      <Outlined
        src={theirs}
        box={pair.otherBox}
        alt={t("pictures.shared.theirs", { n: pair.theirs + 1, id: other.subject.id })}
        look={looks.of(pair.ours)}
      />
    </>
  );
}
