/** Before and after: an edit against the last approved revision, field by field and picture by picture. */
import type { SubjectView } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { layoutOf, useFieldText } from "../fields.ts";
import { useFormat } from "../format.ts";
import { fieldChanges, pictureChanges } from "../text/difference.ts";
import { TextDifference } from "../text/TextDifference.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./review.module.css";
import { useLooks } from "./useLooks.ts";

export function Compare({ view }: { view: SubjectView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldText = useFieldText();
  const looks = useLooks();
  const { approved } = view;
  if (!approved) return null;
  const { heading, body } = layoutOf(view.subject.kind, { ...approved.data, ...view.data });
  const order = [heading, ...body, "price.amount"];
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  const changes = fieldChanges(approved.data, view.data).sort((a, b) => rank(a.field) - rank(b.field));
  const pictures = pictureChanges(approved.pictures, view.pictures);
  const picturesChanged = pictures.some((picture) => picture.kind !== "same");
  return (
    <div className="stack" style={{ gap: 12 }}>
      <p className="dim small">
        {t("diff.against", { when: format.dateTime(approved.at), revision: approved.revision ?? "–" })}
      </p>
      {changes.length === 0 && !picturesChanged && <p>{t("diff.none")}</p>}
      {changes.length > 0 && (
        <dl className={styles.changes}>
          {changes.map((change) => (
            <div key={change.field}>
              <dt className="capital">{fieldText(change.field)}</dt>
              <dd>
                <TextDifference before={change.before ?? ""} after={change.after ?? ""} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {picturesChanged && (
        <ul className={styles.pictureChanges} aria-label={t("diff.pictures")}>
          {pictures.map((change) => {
            const picture = (change.kind === "removed" ? approved.pictures : view.pictures)[change.index];
            return (
              picture && (
                <li key={`${change.kind}${change.index}`} data-kind={change.kind}>
                  <Picture
                    picture={picture}
                    width={160}
                    index={change.index}
                    look={looks.of(change.kind === "removed" ? undefined : change.index)}
                  />
                  <span className="small">{t(`diff.picture_${change.kind}`)}</span>
                </li>
              )
            );
          })}
        </ul>
      )}
    </div>
  );
}
