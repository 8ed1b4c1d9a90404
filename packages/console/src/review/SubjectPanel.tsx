/** What is judged, laid out by its kind: pictures, heading, price, texts with highlights, and every other field. */
import type { PictureView } from "@assay/contract";
import { Rating } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Distribution } from "../evidence/Distribution.tsx";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { MarkedText } from "../evidence/MarkedText.tsx";
import { layoutOf, useFieldText } from "../fields.ts";
import { useFormat } from "../format.ts";
import { leaves } from "../text/difference.ts";
import { Pictures } from "./Pictures.tsx";
import styles from "./review.module.css";

/** Fields that are shown elsewhere on the screen, or that only machines need. */
const apart = new Set(["id", "title_before", "from", "to", "seller", "author", "account", "conversation"]);

interface Price {
  amount?: number;
  currency?: string;
  type?: string;
}

export function SubjectPanel({
  kind,
  data,
  pictures,
  current,
  onCurrent,
  blurred = false,
  greyscale = false,
  onBank,
}: {
  kind: string;
  data: Record<string, unknown>;
  pictures: readonly PictureView[];
  current: number;
  onCurrent: (index: number) => void;
  blurred?: boolean;
  greyscale?: boolean;
  onBank?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { finds } = useFinds();
  const layout = layoutOf(kind, data);
  const heading =
    layout.heading && typeof data[layout.heading] === "string" ? (data[layout.heading] as string) : undefined;
  const band = [...finds.values()].map((find) => find.evidence).find((evidence) => evidence.type === "distribution");
  const rating = typeof data["rating"] === "number" ? data["rating"] : undefined;
  const pictureTexts = Array.isArray(data["pictures"])
    ? data["pictures"].flatMap((picture, index) => {
        const text = typeof picture === "object" && picture !== null && "text" in picture ? picture.text : undefined;
        return typeof text === "string" && text.trim() !== "" ? [{ text, field: `pictures[${index}].text` }] : [];
      })
    : [];
  return (
    <div className={styles.subject} data-pictures={pictures.length > 0 || undefined}>
      {pictures.length > 0 && (
        <Pictures
          pictures={pictures}
          current={current}
          onCurrent={onCurrent}
          blurred={blurred}
          greyscale={greyscale}
          onBank={onBank}
        />
      )}
      <div className={styles.words}>
        {layout.heading &&
          (heading ? (
            <p className={styles.heading}>
              <MarkedText text={heading} place={{ field: layout.heading }} multiline={false} />
            </p>
          ) : (
            <p className={`${styles.heading} dim`}>{t("review.no_heading")}</p>
          ))}
        {isRecord(data["price"]) && <PriceLine price={data["price"]} />}
        {rating !== undefined && rating <= 5 && (
          <Rating value={rating} readOnly fractions={2} aria-label={t("review.rating", { rating })} />
        )}
        {band?.type === "distribution" && <Distribution evidence={band} />}
        {layout.body.map((field) => (
          <div key={field} className={styles.body}>
            <MarkedText text={String(data[field])} place={{ field }} />
          </div>
        ))}
        {pictureTexts.map(({ text, field }) => (
          <FieldText key={field} field={field} text={text} />
        ))}
        <Attributes data={data} without={new Set([layout.heading, ...layout.body, "price", "pictures", "rating"])} />
      </div>
    </div>
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function PriceLine({ price }: { price: Price }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={styles.price}>
      {price.amount === undefined ? "–" : format.money(price.amount, price.currency)}
      {price.type && price.type !== "fixed" && (
        <span className={styles.priceType}>
          {t(`price.type.${price.type as "free"}`, { defaultValue: price.type })}
        </span>
      )}
    </p>
  );
}

function FieldText({ field, text }: { field: string; text: string }) {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  return (
    <div className={styles.read}>
      <span className="dim small">
        {fieldText(field)} · {t("pictures.read")}
      </span>
      <MarkedText text={text} place={{ field }} />
    </div>
  );
}

function Attributes({ data, without }: { data: Record<string, unknown>; without: ReadonlySet<string | undefined> }) {
  const fieldText = useFieldText();
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !without.has(key) && !apart.has(key)));
  const shown = leaves(rest).filter(([, value]) => value !== "");
  if (shown.length === 0) return null;
  return (
    <dl className={styles.attributes}>
      {shown.map(([field, value]) => (
        <div key={field}>
          <dt className="capital">{fieldText(field)}</dt>
          <dd>
            <MarkedText text={value} place={{ field }} multiline={false} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
