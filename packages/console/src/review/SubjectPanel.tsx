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
  onBank,
  apart,
}: {
  kind: string;
  data: Record<string, unknown>;
  pictures: readonly PictureView[];
  current: number;
  onCurrent: (index: number) => void;
  onBank?: (() => void) | undefined;
  apart?: ReadonlySet<string> | undefined;
}) {
  const { t } = useTranslation();
  const { finds } = useFinds();
  const layout = layoutOf(kind, data);
  const heading =
    layout.heading && typeof data[layout.heading] === "string" ? (data[layout.heading] as string) : undefined;
  const band = [...finds.values()].map((find) => find.evidence).find((evidence) => evidence.type === "distribution");
  const rating = typeof data["rating"] === "number" ? data["rating"] : undefined;
  return (
    <div className={styles.subject} data-pictures={pictures.length > 0 || undefined}>
      {pictures.length > 0 && (
        <Pictures
          pictures={pictures}
          texts={pictureTexts(data)}
          current={current}
          onCurrent={onCurrent}
          onBank={onBank}
          apart={apart}
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

/** What was read in each picture; the detectors were given it as a text of the subject. */
function pictureTexts(data: Record<string, unknown>): (string | undefined)[] {
  if (!Array.isArray(data["pictures"])) return [];
  return data["pictures"].map((picture: unknown) =>
    isRecord(picture) && typeof picture["text"] === "string" ? picture["text"] : undefined,
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
