/** The pictures of a subject, always our own re-encoded copies: a large one with its regions, a strip, a zoom. */
import type { PictureView } from "@assay/contract";
import { Button, Modal, UnstyledButton } from "@mantine/core";
import { IconClockHour4, IconCopy, IconEyeOff, IconPhotoOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../api.ts";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { useKindText } from "../evidence/kinds.ts";
import { Key } from "../keyboard/Key.tsx";
import styles from "./pictures.module.css";
import { boxStyle, SharedWith, useShared } from "./SharedWith.tsx";

export function Pictures({
  pictures,
  current,
  onCurrent,
  blurred = false,
  greyscale = false,
  onBank,
}: {
  pictures: readonly PictureView[];
  current: number;
  onCurrent: (index: number) => void;
  blurred?: boolean;
  greyscale?: boolean;
  /** Puts the current picture into a bank of known ones; absent where that cannot be done. */
  onBank?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const [zoomed, setZoomed] = useState(false);
  const index = Math.min(current, pictures.length - 1);
  const picture = pictures[index];
  if (!picture) return null;
  const look = { "data-blurred": blurred || undefined, "data-greyscale": greyscale || undefined };
  return (
    <div className={styles.pictures} {...look}>
      <div className={styles.stage}>
        <UnstyledButton className={styles.large} onClick={() => setZoomed(true)} disabled={!pictureUrl(picture, 640)}>
          <span className="visually-hidden">{t("pictures.zoom")}</span>
          <Picture picture={picture} width={640} index={index} regions />
        </UnstyledButton>
        {blurred && (
          <span className={styles.veil}>
            <IconEyeOff size={16} stroke={1.6} /> {t("pictures.blurred")}
          </span>
        )}
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
                <Picture picture={each} width={160} index={n} />
                <SharedBadge index={n} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <SharedWith picture={picture} index={index} />
      <Modal
        opened={zoomed}
        onClose={() => setZoomed(false)}
        size="auto"
        title={t("pictures.nth", { n: index + 1 })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <div className={styles.zoom} {...look}>
          <Picture picture={picture} width={1600} index={index} regions />
        </div>
        <p className="small dim num">
          {picture.width && picture.height && `${picture.width} × ${picture.height}`}{" "}
          {picture.content && <span className="mono">{picture.content.slice(0, 19)}…</span>}
        </p>
      </Modal>
    </div>
  );
}

/** One picture, or why it cannot be shown. */
export function Picture({
  picture,
  width,
  index,
  regions = false,
}: {
  picture: PictureView;
  width: 160 | 640 | 1600;
  index: number;
  regions?: boolean;
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
    <span className={styles.frame}>
      <img
        src={src}
        alt={t("pictures.nth", { n: index + 1 })}
        width={picture.width}
        height={picture.height}
        decoding="async"
        onError={() => setFailed(src)}
      />
      {regions && <Regions index={index} />}
    </span>
  );
}

/** On a small picture: that it stands elsewhere too. */
function SharedBadge({ index }: { index: number }) {
  const { t } = useTranslation();
  return useShared(index).length > 0 ? (
    <span className={styles.badge} title={t("pictures.shared.badge")}>
      <IconCopy size={13} stroke={2} aria-hidden="true" />
    </span>
  ) : null;
}

function Regions({ index }: { index: number }) {
  const { finds, pointed } = useFinds();
  const kindText = useKindText();
  // What is shared is outlined here only while its reason is pointed at; below, it stands beside the other's picture.
  const shared = useShared(index)
    .filter(({ find }) => pointed.keys.includes(find))
    .map(({ key, shared: { box } }) => <span key={key} className={styles.shared} style={boxStyle(box)} />);
  const regions = [...finds.values()].map(({ key, signal, evidence }) => {
    if (evidence.type !== "region" || evidence.picture !== index) return null;
    const [x, y, width, height] = evidence.box.map((part) => `${Math.max(0, Math.min(1, part)) * 100}%`);
    return (
      <span
        key={key}
        className={styles.region}
        data-pointed={pointed.keys.includes(key) || undefined}
        style={{ left: x, top: y, width, height }}
      >
        <span className={styles.regionLabel}>{evidence.text ?? kindText(signal.detector, evidence.kind)}</span>
      </span>
    );
  });
  return [...regions, ...shared];
}
