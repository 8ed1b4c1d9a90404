/** The pictures of a subject, always our own re-encoded copies: a large one with what was found in it, a strip, a zoom. */
import type { PictureView } from "@assay/contract";
import { Button, UnstyledButton } from "@mantine/core";
import { IconCopy, IconLetterCase } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../api.ts";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { MarkedText } from "../evidence/MarkedText.tsx";
import { Key } from "../keyboard/Key.tsx";
import { Boxes } from "./Boxes.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./pictures.module.css";
import { SharedWith, useShared } from "./SharedWith.tsx";
import { useLooks } from "./useLooks.ts";
import { Veil } from "./Veil.tsx";
import { Zoom } from "./Zoom.tsx";

const nothing: ReadonlySet<string> = new Set();

export function Pictures({
  pictures,
  texts,
  current,
  onCurrent,
  onBank,
  apart = nothing,
}: {
  pictures: readonly PictureView[];
  /** What stands in each as text, as the detectors were given it. */
  texts: readonly (string | undefined)[];
  current: number;
  onCurrent: (index: number) => void;
  /** Puts the current picture into a bank of known ones; absent where that cannot be done. */
  onBank?: (() => void) | undefined;
  /** Ids of ads that stand beside this one in full, and need not be shown under its pictures. */
  apart?: ReadonlySet<string> | undefined;
}) {
  const { t } = useTranslation();
  const looks = useLooks();
  const [zoomed, setZoomed] = useState(false);
  const index = Math.min(current, pictures.length - 1);
  const picture = pictures[index];
  if (!picture) return null;
  const text = texts[index];
  return (
    <div className={styles.pictures}>
      <div className={styles.stage}>
        <div className={styles.large}>
          <Picture picture={picture} width={640} index={index} look={looks.of(index)}>
            {pictureUrl(picture, 640) && (
              <UnstyledButton
                className={styles.enlarge}
                onClick={() => setZoomed(true)}
                aria-label={t("pictures.zoom")}
              />
            )}
            <Boxes picture={picture} index={index} />
          </Picture>
        </div>
        <Veil index={index} />
      </div>
      {onBank && picture.content && (
        <Button
          variant="default"
          size="compact-xs"
          className={styles.bank}
          onClick={onBank}
          leftSection={<Key command="bank" />}
        >
          {t("bank.this_picture")}
        </Button>
      )}
      {pictures.length > 1 && (
        <ul className={styles.strip} aria-label={t("pictures.all", { count: pictures.length })}>
          {pictures.map((each, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pictures are known by their place
            <li key={n}>
              <UnstyledButton
                className={styles.small}
                onClick={() => onCurrent(n)}
                aria-current={n === index}
                aria-label={t("pictures.show", { n: n + 1 })}
              >
                <Picture picture={each} width={160} index={n} look={looks.of(n)} />
                <Badges index={n} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {text !== undefined && text.trim() !== "" && (
        <section className={styles.read} aria-label={t("pictures.read_in", { n: index + 1 })}>
          <h3 className="dim small">{t("pictures.read_in", { n: index + 1 })}</h3>
          <MarkedText text={text} place={{ field: `pictures[${index}].text` }} />
        </section>
      )}
      <SharedWith picture={picture} index={index} apart={apart} />
      {zoomed && <Zoom picture={picture} index={index} onClose={() => setZoomed(false)} />}
    </div>
  );
}

/** On a small picture: that it stands elsewhere too, or that something was found in what was read in it. */
function Badges({ index }: { index: number }) {
  const { t } = useTranslation();
  const { spans } = useFinds();
  const elsewhere = useShared(index).length > 0;
  const written = spans.at({ field: `pictures[${index}].text` }).length > 0;
  if (!elsewhere && !written) return null;
  return (
    <span className={styles.badge}>
      {elsewhere && (
        <span title={t("pictures.shared.badge")}>
          <IconCopy size={13} stroke={2} aria-hidden="true" />
        </span>
      )}
      {written && (
        <span title={t("pictures.text_badge")}>
          <IconLetterCase size={13} stroke={2} aria-hidden="true" />
        </span>
      )}
    </span>
  );
}
