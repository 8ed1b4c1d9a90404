import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { pictureUrl } from "../api.ts";
import { useLooks, veil } from "../review/useLooks.ts";
import styles from "./evidence.module.css";
import { useFinds } from "./FindsProvider.tsx";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

/** The picture, small, with the region drawn; choosing it shows the picture large. */
export function Region({ evidence, detector }: { evidence: EvidenceOf<"region">; detector: string }) {
  const { t } = useTranslation();
  const kindText = useKindText();
  const { pictures, showPicture } = useFinds();
  const looks = useLooks();
  const picture = pictures[evidence.picture];
  const src = picture && pictureUrl(picture, 160);
  const [x, y, width, height] = evidence.box.map((part) => `${Math.max(0, Math.min(1, part)) * 100}%`);
  return (
    <div className="row">
      {src && (
        <UnstyledButton
          className={styles.thumb}
          onClick={() => showPicture?.(evidence.picture)}
          aria-label={t("pictures.show", { n: evidence.picture + 1 })}
        >
          <img src={src} alt="" loading="lazy" {...veil(looks.of(evidence.picture))} />
          <span className={styles.box} style={{ left: x, top: y, width, height }} />
        </UnstyledButton>
      )}
      <div className="stack" style={{ gap: 0 }}>
        <span>{kindText(detector, evidence.kind)}</span>
        <span className="dim small">{t("pictures.nth", { n: evidence.picture + 1 })}</span>
        {evidence.text && <q className="untrusted small">{evidence.text}</q>}
      </div>
    </div>
  );
}
