/** The ad that a message, a question or a review is about, in short. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { textAt } from "../evidence/finds.ts";
import { useFormat } from "../format.ts";
import { subjectQuery } from "../queries.ts";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag } from "../shell/Outcome.tsx";
import { Panel } from "../shell/Page.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./review.module.css";
import { useLooks } from "./useLooks.ts";

export function AboutAd({ listing }: { listing: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useLooks();
  const { data: ad } = useQuery({ ...subjectQuery("listing", listing), retry: false });
  if (!ad) return null;
  const amount = Number(textAt(ad.data, "price.amount"));
  const latest = ad.decisions[0];
  const picture = ad.pictures[0];
  return (
    <Panel title={t("review.about_ad")} aside={latest && <OutcomeTag outcome={latest.outcome} by={latest.by} />}>
      <div className={styles.ad}>
        {picture && (
          <span className={styles.adPicture}>
            <Picture picture={picture} width={160} index={0} look={looks.of()} />
          </span>
        )}
        <div className="grow">
          <TextLink
            to="/subjects/$kind/$subjectId"
            params={{ kind: "listing", subjectId: listing }}
            className="untrusted"
          >
            {textAt(ad.data, "title") ?? listing}
          </TextLink>
          <p className="num">{Number.isFinite(amount) && format.money(amount, textAt(ad.data, "price.currency"))}</p>
          <p className={`${styles.adText} untrusted dim`} dir="auto">
            {textAt(ad.data, "description")?.slice(0, 300)}
          </p>
        </div>
      </div>
    </Panel>
  );
}
