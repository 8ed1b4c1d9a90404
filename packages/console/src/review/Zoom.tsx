/** A picture as large as the screen, or larger: what was found in it stays where it is. */
import type { PictureView } from "@assay/contract";
import { ActionIcon, Modal } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { Boxes } from "./Boxes.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./pictures.module.css";
import { useLooks } from "./useLooks.ts";
import { Veil } from "./Veil.tsx";

/** As large as fits, then so many times as wide as the window. */
const scales = [undefined, 1, 1.5, 2, 3] as const;

export function Zoom({ picture, index, onClose }: { picture: PictureView; index: number; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useLooks();
  const [step, setStep] = useState(0);
  const scale = scales[step];
  const go = (by: number) => setStep((at) => Math.max(0, Math.min(scales.length - 1, at + by)));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "+" || event.key === "=") go(1);
    else if (event.key === "-") go(-1);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={t("pictures.nth", { n: index + 1 })}
      closeButtonProps={{ "aria-label": t("close") }}
      onKeyDown={onKey}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.zoom} tabIndex={0} aria-label={t("pictures.nth", { n: index + 1 })}>
        <Picture picture={picture} width={1600} index={index} look={looks.of(index)} scale={scale}>
          <Boxes picture={picture} index={index} />
        </Picture>
      </section>
      <div className="row wrap small dim num" style={{ marginTop: 8 }}>
        <ActionIcon
          size="sm"
          variant="default"
          aria-label={t("pictures.smaller")}
          disabled={step === 0}
          onClick={() => go(-1)}
        >
          <IconMinus size={14} />
        </ActionIcon>
        <span aria-live="polite">{scale === undefined ? t("pictures.fits") : format.percent(scale)}</span>
        <ActionIcon
          size="sm"
          variant="default"
          aria-label={t("pictures.larger")}
          disabled={step === scales.length - 1}
          onClick={() => go(1)}
        >
          <IconPlus size={14} />
        </ActionIcon>
        <span className="grow">
          {picture.width && picture.height && `${picture.width} × ${picture.height}`}{" "}
          {picture.content && <span className="mono">{picture.content.slice(0, 19)}…</span>}
        </span>
        <span className={styles.zoomVeil}>
          <Veil index={index} />
        </span>
      </div>
    </Modal>
  );
}
