/** One picture, or why it cannot be shown. */
import type { PictureView } from "@assay/contract";
import { IconClockHour4, IconPhotoOff } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../api.ts";
import styles from "./pictures.module.css";
import type { Shown } from "./sensitive.ts";
import { veil } from "./useLooks.ts";

export function Picture({
  picture,
  width,
  index,
  look,
  scale,
  children,
}: {
  picture: PictureView;
  width: 160 | 640 | 1600;
  index: number;
  look: Shown;
  /** How many times as wide as what it stands in; as large as fits where absent. */
  scale?: number | undefined;
  /** What lies over it. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const src = pictureUrl(picture, width);
  const [failed, setFailed] = useState<string>();
  const problem = picture.problem ?? (src && failed === src ? t("pictures.not_loaded") : undefined);
  if (!src || problem) {
    const Icon = picture.pending && !problem ? IconClockHour4 : IconPhotoOff;
    return (
      <span className={styles.missing} data-small={width === 160 || undefined}>
        <Icon size={width === 160 ? 18 : 26} stroke={1.4} aria-hidden="true" />
        <span>
          {problem
            ? t(`pictures.problem.${problem as "truncated"}`, { defaultValue: problem })
            : picture.pending
              ? t("pictures.pending")
              : t("pictures.none")}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.frame} {...(scale && { style: { width: `${scale * 100}%` }, "data-scaled": true })}>
      <img
        src={src}
        alt={t("pictures.nth", { n: index + 1 })}
        width={picture.width}
        height={picture.height}
        decoding="async"
        onError={() => setFailed(src)}
        {...veil(look)}
      />
      {children}
    </span>
  );
}
