/** A condition with its two faces: a form, and a line of CEL. Each is made from the other by the server; where the form cannot say it, it says why. */
import type { ConditionFaces, ConditionGroup, Stage, Vocabulary } from "@assay/contract";
import { Button, SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { CelEditor } from "./CelEditor.tsx";
import { ConditionForm, newComparison } from "./ConditionForm.tsx";
import styles from "./editor.module.css";

/** How long to wait for the next key before the server is asked, in ms. */
const pauseMs = 250;
const none: ConditionFaces["mistakes"] = [];

export function ConditionEditor({
  stage,
  subjects,
  when,
  vocabulary,
  onChange,
}: {
  stage: Stage;
  subjects: string[] | undefined;
  when: string;
  vocabulary: Vocabulary;
  onChange: (when: string) => void;
}) {
  const { t } = useTranslation();
  const [face, setFace] = useState<"form" | "cel">("form");
  // While the form is worked on it leads, and the line follows; otherwise the other way round.
  const [form, setForm] = useState<ConditionGroup>();
  const asked = useMemo(() => (form ? { form } : { when }), [form, when]);
  const [settled] = useDebouncedValue(asked, pauseMs);
  const faces = useQuery({
    queryKey: ["condition", stage, subjects, settled],
    queryFn: () => api.condition(stage, { ...settled, ...(subjects && { subjects }) }),
    enabled: form !== undefined || when.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const written = form && !faces.isPlaceholderData ? faces.data?.when : undefined;
  useEffect(() => {
    if (written !== undefined && written !== when) onChange(written);
  }, [written, when, onChange]);
  const isEmpty = when.trim() === "" && !form;
  const shown = form ?? faces.data?.form;
  const mistakes = isEmpty ? none : (faces.data?.mistakes ?? none);
  const whyNot = isEmpty ? undefined : faces.data?.why_not;
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="row wrap between">
        <SegmentedControl
          size="xs"
          value={face}
          onChange={(value) => {
            setForm(undefined);
            setFace(value as "form" | "cel");
          }}
          aria-label={t("policy_edit.face")}
          data={[
            { value: "form", label: t("policy_edit.form") },
            { value: "cel", label: t("policy_edit.cel") },
          ]}
        />
        <span className="dim small" aria-live="polite">
          {mistakes.length > 0
            ? t("policy_edit.mistakes", { count: mistakes.length })
            : !isEmpty && faces.data && t("policy_edit.sound")}
        </span>
      </div>
      {face === "cel" ? (
        <CelEditor
          value={when}
          onChange={onChange}
          vocabulary={vocabulary}
          mistakes={mistakes}
          label={t("policy_edit.condition")}
        />
      ) : whyNot ? (
        <div className={styles.whyNot}>
          <p>
            {t("policy_edit.no_form")} {whyNot.message}
          </p>
          <pre className={styles.quote}>
            {when.slice(0, whyNot.start)}
            <mark>{when.slice(whyNot.start, whyNot.end)}</mark>
            {when.slice(whyNot.end)}
          </pre>
          <Button size="compact-sm" variant="default" onClick={() => setFace("cel")}>
            {t("policy_edit.as_cel")}
          </Button>
        </div>
      ) : shown ? (
        <ConditionForm form={shown} vocabulary={vocabulary} onChange={setForm} />
      ) : (
        isEmpty && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setForm({ match: "all", items: [newComparison(vocabulary)] })}
          >
            {t("policy_edit.add_comparison")}
          </Button>
        )
      )}
      {mistakes.length > 0 && (
        <ul className={styles.mistakes} role="alert">
          {mistakes.map((mistake) => (
            <li key={`${mistake.start} ${mistake.message}`}>
              {when.slice(mistake.start, mistake.end).trim() && <code>{when.slice(mistake.start, mistake.end)}</code>}{" "}
              {mistake.message}
            </li>
          ))}
        </ul>
      )}
      {face === "form" && !isEmpty && <pre className={styles.asLine}>{when}</pre>}
    </div>
  );
}
