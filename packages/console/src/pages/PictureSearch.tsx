/** Search by picture: one that is given, and everything that used it or a picture of the same photo. */
import type { PictureUse } from "@assay/contract";
import { Button, FileButton } from "@mantine/core";
import { IconPhotoSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, pictureUrl } from "../api.ts";
import { useFormat } from "../format.ts";
import { pictureUsesQuery } from "../queries.ts";
import { useCan } from "../session.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { TextLink } from "../shell/links.tsx";
import { OutcomeTag } from "../shell/Outcome.tsx";
import { Empty, Panel } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./cases/grid.module.css";

const accepted = "image/jpeg,image/png,image/webp";

export function PictureButton({ onPicture }: { onPicture: (content: string) => void }) {
  const { t } = useTranslation();
  const may = useCan("picture.send");
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const look = (file: File | null) => {
    if (!file) return;
    setBusy(true);
    api
      .upload(file)
      .then(({ content }) => onPicture(content))
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }))
      .finally(() => setBusy(false));
  };
  return (
    <FileButton onChange={look} accept={accepted}>
      {(props) => (
        <Button {...props} variant="default" loading={busy} leftSection={<IconPhotoSearch size={16} />}>
          {t("search.by_picture")}
        </Button>
      )}
    </FileButton>
  );
}

export function PictureUses({ content, onClose }: { content: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery(pictureUsesQuery(content));
  const src = pictureUrl({ pending: false, content }, 160);
  return (
    <Panel
      title={
        <span className="row" style={{ gap: 10 }}>
          {src && <img src={src} alt={t("search.picture")} height={48} style={{ borderRadius: 6 }} />}
          {t("search.picture_uses", { count: data?.data.length ?? 0 })}
        </span>
      }
      aside={
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t("search.picture_close")}
        </Button>
      }
    >
      {isPending ? (
        <PageLoading />
      ) : error ? (
        <Empty title={t("failed.title")} text={problemText(t, error)} />
      ) : data.data.length === 0 ? (
        <Empty title={t("search.none")} text={t("search.picture_none")} />
      ) : (
        <ul className={styles.grid}>
          {data.data.map((use) => (
            <Use key={`${use.subject.kind} ${use.subject.id}`} use={use} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Use({ use }: { use: PictureUse }) {
  const { t } = useTranslation();
  const format = useFormat();
  const src = pictureUrl(use.picture, 160);
  return (
    <li className={styles.card}>
      <div className={styles.picture}>{src && <img src={src} alt="" loading="lazy" />}</div>
      <TextLink
        to="/subjects/$kind/$subjectId"
        params={{ kind: use.subject.kind, subjectId: use.subject.id }}
        className={`${styles.title} untrusted`}
      >
        {use.title || use.subject.id}
      </TextLink>
      <TextLink to="/accounts/$accountId" params={{ accountId: use.owner }} fz={12} className="clip untrusted">
        {use.owner}
      </TextLink>
      <p className="dim small num">
        {use.how === "same" ? t("search.same_file") : t("search.alike", { share: format.percent(use.similarity) })} ·{" "}
        {format.ago(use.at)}
      </p>
      {use.outcome && (
        <p>
          <OutcomeTag outcome={use.outcome} />
        </p>
      )}
    </li>
  );
}
