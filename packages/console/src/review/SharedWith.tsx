/** Where else the current picture stands: the other's picture beside ours, with what both show outlined in each. */
import type { PictureView } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../api.ts";
import { useFinds } from "../evidence/FindsProvider.tsx";
import type { EvidenceOf } from "../evidence/finds.ts";
import { useKindText } from "../evidence/kinds.ts";
import { useFormat } from "../format.ts";
import { TextLink } from "../shell/links.tsx";
import styles from "./pictures.module.css";
import type { Shown } from "./sensitive.ts";
import { useLooks, veil } from "./useLooks.ts";

type Shared = NonNullable<EvidenceOf<"subject">["pictures"]>[number];
type Box = Shared["box"];

/** What the decision says that this picture shares with others'. */
export function useShared(index: number) {
  const { finds } = useFinds();
  return [...finds.values()].flatMap(({ key, signal, evidence }) =>
    evidence.type === "subject"
      ? (evidence.pictures ?? [])
          .filter(({ picture }) => picture === index)
          .map((shared) => ({
            key: `${key} ${shared.other_content}`,
            find: key,
            detector: signal.detector,
            evidence,
            shared,
          }))
      : [],
  );
}

/** At most so many beside each other; the reasons list them all. */
const shown = 3;

export function SharedWith({
  picture,
  index,
  apart,
}: {
  picture: PictureView;
  index: number;
  /** Ids of ads that stand beside this one in full already. */
  apart: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindText = useKindText();
  const all = useShared(index).filter(({ evidence }) => !apart.has(evidence.subject.id));
  const look = useLooks().of(index);
  const ours = pictureUrl(picture, 640);
  if (all.length === 0 || !ours) return null;
  return (
    <ul className={styles.twins} aria-label={t("pictures.shared.label")}>
      {all.slice(0, shown).map(({ key, detector, evidence, shared }) => {
        const theirs = pictureUrl({ content: shared.other_content, pending: false }, 640);
        const { kind, id } = evidence.subject;
        return (
          <li key={key} className={styles.twin}>
            <div className={styles.pair}>
              <Outlined src={ours} box={shared.box} alt={t("pictures.nth", { n: index + 1 })} look={look} />
              {theirs && (
                <Outlined
                  src={theirs}
                  box={shared.other_box}
                  alt={t("pictures.shared.theirs", { n: shared.other_picture + 1, id })}
                  look={look}
                />
              )}
            </div>
            {evidence.kind && (
              <p className="small" style={{ fontWeight: 600 }}>
                {kindText(detector, evidence.kind)}
              </p>
            )}
            <p className="small dim">
              {t(`pictures.shared.how.${shared.how}`)} ·{" "}
              {t("evidence.alike", { share: format.percent(evidence.similarity) })}
            </p>
            <p className="small dim">
              <TextLink to="/subjects/$kind/$subjectId" params={{ kind, subjectId: id }} className="untrusted">
                {evidence.label ?? id}
              </TextLink>
              {evidence.account && (
                <>
                  {" · "}
                  <TextLink to="/accounts/$accountId" params={{ accountId: evidence.account }} className="untrusted">
                    {evidence.account}
                  </TextLink>
                </>
              )}
              {evidence.at && ` · ${t("pictures.shared.since", { date: format.date(evidence.at) })}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** A picture with a box drawn on it. */
export function Outlined({ src, box, alt, look }: { src: string; box: Box; alt: string; look: Shown }) {
  return (
    <span className={styles.outlined}>
      <img src={src} alt={alt} loading="lazy" decoding="async" {...veil(look)} />
      <span className={styles.shared} style={boxStyle(box)} />
    </span>
  );
}

/** A box as shares of the picture, in CSS. */
export function boxStyle(box: Box) {
  const [left, top, width, height] = box.map((part) => `${Math.max(0, Math.min(1, part)) * 100}%`);
  return { left, top, width, height };
}
