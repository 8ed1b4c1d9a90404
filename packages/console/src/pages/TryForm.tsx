import { Autocomplete, Button, FileButton, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPhotoPlus } from "@tabler/icons-react";
import { type DragEvent, type SetStateAction, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, pictureUrl } from "../api.ts";
import { useFieldText } from "../fields.ts";
import { useCatalogue } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { type Draft, draftFields, extraFields, withPictures } from "./draft.ts";
import { MarkedField } from "./MarkedField.tsx";
import { samples } from "./samples.ts";
import styles from "./try.module.css";

const accepted = "image/jpeg,image/png,image/webp,image/gif,image/avif";
const conditions = ["new", "like_new", "refurbished", "good", "fair", "for_parts"] as const;

export function TryForm({
  draft,
  onDraft,
  analysed,
}: {
  draft: Draft;
  onDraft: (next: SetStateAction<Draft>) => void;
  /** The state that the last answer is about; highlights belong to its texts. */
  analysed: Record<string, unknown>;
}) {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  const { categories } = useCatalogue();
  const [problem, setProblem] = useState<string>();
  const [uploading, setUploading] = useState(0);
  const [over, setOver] = useState(false);
  const change = (part: Partial<Draft>) => onDraft((old) => ({ ...old, ...part }));
  const setField = (field: string, value: string) =>
    onDraft((old) => ({ ...old, fields: { ...old.fields, [field]: value } }));
  const text = (field: string) => {
    const value = analysed[field];
    return typeof value === "string" ? value : "";
  };

  const upload = async (files: readonly File[]) => {
    setProblem(undefined);
    setUploading((n) => n + files.length);
    for (const file of files) {
      try {
        const { content, width, height } = await api.upload(file);
        onDraft((old) => ({ ...old, pictures: [...old.pictures, { content, width, height }] }));
      } catch (error) {
        setProblem(problemText(t, error));
      } finally {
        setUploading((n) => n - 1);
      }
    }
  };
  const takesPictures = withPictures.has(draft.kind);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (takesPictures) void upload([...event.dataTransfer.files]);
  };
  return (
    <fieldset
      className={styles.form}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(takesPictures);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      aria-label={t("try.form")}
    >
      <div className="row wrap">
        <span className="dim small">{t("try.samples")}</span>
        {samples[draft.kind].map((sample) => (
          <Button
            key={sample.name}
            variant="default"
            size="compact-xs"
            onClick={() => onDraft((old) => ({ ...old, ...sample.draft, pictures: [] }))}
          >
            {t(`try.sample.${sample.name}`)}
          </Button>
        ))}
      </div>
      {draftFields[draft.kind].map(({ field, long }) => (
        <MarkedField
          key={field}
          field={field}
          label={fieldText(field)}
          long={long}
          value={draft.fields[field] ?? ""}
          analysed={text(field)}
          onChange={(value) => setField(field, value)}
        />
      ))}
      <div className={styles.extras}>
        {draft.kind === "listing" && (
          <>
            <NumberInput
              label={t("field.price")}
              min={0}
              max={1e12}
              decimalScale={2}
              hideControls
              value={draft.price ?? ""}
              onChange={(value) => change({ price: typeof value === "number" ? value : undefined })}
            />
            <Select
              label={t("field.price_currency")}
              data={["EUR", "USD", "GBP", "CHF"]}
              allowDeselect={false}
              value={draft.currency ?? "EUR"}
              onChange={(value) => change({ currency: value ?? "EUR" })}
            />
          </>
        )}
        {extraFields[draft.kind].map((field) =>
          field === "category" ? (
            <Autocomplete
              key={field}
              label={fieldText(field)}
              data={categories}
              value={draft.fields[field] ?? ""}
              onChange={(value) => setField(field, value)}
              limit={8}
            />
          ) : field === "condition" ? (
            <Select
              key={field}
              label={fieldText(field)}
              clearable
              data={conditions.map((value) => ({ value, label: t(`condition.${value}`) }))}
              value={draft.fields[field] || null}
              onChange={(value) => setField(field, value ?? "")}
            />
          ) : (
            <TextInput
              key={field}
              label={fieldText(field)}
              value={draft.fields[field] ?? ""}
              onChange={(event) => setField(field, event.currentTarget.value)}
            />
          ),
        )}
        {draft.kind === "review" && (
          <NumberInput
            label={t("field.rating")}
            min={1}
            max={5}
            value={draft.rating ?? ""}
            onChange={(value) => change({ rating: typeof value === "number" ? value : undefined })}
          />
        )}
        <NumberInput
          label={t("try.age")}
          placeholder={t("try.age_unknown")}
          min={0}
          max={20_000}
          value={draft.accountAge ?? ""}
          onChange={(value) => change({ accountAge: typeof value === "number" ? value : undefined })}
        />
      </div>
      {takesPictures && (
        <div className={styles.pictures}>
          {draft.pictures.map((picture, index) => (
            <figure key={picture.content} className={styles.picture}>
              <img
                src={pictureUrl({ content: picture.content, pending: false }, 160)}
                alt={t("pictures.nth", { n: index + 1 })}
              />
              <button
                type="button"
                aria-label={t("try.remove_picture", { n: index + 1 })}
                onClick={() => change({ pictures: draft.pictures.filter((other) => other !== picture) })}
              >
                ×
              </button>
            </figure>
          ))}
          <FileButton onChange={(files) => void upload(files)} accept={accepted} multiple>
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="sm"
                loading={uploading > 0}
                leftSection={<IconPhotoPlus size={16} stroke={1.6} />}
              >
                {t("try.add_picture")}
              </Button>
            )}
          </FileButton>
          <span className="dim small">{t("try.drop")}</span>
        </div>
      )}
      {problem && (
        <p className={styles.error} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
