/** One rule of a draft: what it is about, when it matches, what it asks for, and where it is in its life. */
import {
  outcomes,
  type Rule,
  restrictionTypes,
  ruleStatuses,
  type Stage,
  unknownClauses,
  type Vocabulary,
  visibilities,
} from "@assay/contract";
import {
  Autocomplete,
  Button,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReasons } from "../session.ts";
import { Confirm } from "../settings/Confirm.tsx";
import { TextDifference } from "../text/TextDifference.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";
import styles from "./editor.module.css";

/** The steps in which a rule goes live, in percent of its subjects. */
const steps = [5, 25, 100] as const;
/** What a browser's field for dates takes of a time. */
const dayLength = 10;

export function RuleEditor({
  rule: given,
  stage,
  vocabulary,
  others,
  pending,
  onSave,
  onRemove,
}: {
  rule: Rule;
  stage: Stage;
  vocabulary: Vocabulary;
  /** Ids of the draft's other rules. */
  others: readonly string[];
  pending: boolean;
  onSave: (rule: Rule) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const [rule, setRule] = useState(given);
  // The rule as it was when the changes here were begun; another one since is somebody else's work.
  const [base, setBase] = useState(given);
  const changed = !same(rule, base);
  const meanwhile = !same(given, base);
  if (meanwhile && (!changed || same(rule, given))) {
    setBase(given);
    setRule(given);
  }
  const set = (part: Partial<Rule>) => setRule((old) => ({ ...old, ...part }));
  const then: Partial<NonNullable<Rule["then"]>> = rule.then ?? {};
  const ask = (part: Partial<NonNullable<Rule["then"]>>) =>
    setRule((old) => ({ ...old, then: without({ ...old.then, ...part }) as NonNullable<Rule["then"]> }));
  const share = rule.rollout ?? 100;
  return (
    <form
      className={styles.rule}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(without(rule) as Rule);
      }}
    >
      {meanwhile && changed && (
        <div className={styles.whyNot} role="alert">
          <p>{t("policy_edit.meanwhile")}</p>
          <pre className={styles.quote}>
            <TextDifference before={asText(rule)} after={asText(given)} />
          </pre>
          <div className="row wrap" style={{ gap: 8 }}>
            <Button size="compact-sm" variant="default" onClick={() => setBase(given)}>
              {t("policy_edit.keep_mine")}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setBase(given);
                setRule(given);
              }}
            >
              {t("policy_edit.take_theirs")}
            </Button>
          </div>
        </div>
      )}
      <div className={styles.pair}>
        <TextInput
          label={t("policy_edit.id")}
          description={t("policy_edit.id_hint")}
          value={rule.id}
          required
          pattern="[a-z0-9][a-z0-9\-]*"
          error={others.includes(rule.id) ? t("policy_edit.id_taken") : undefined}
          onChange={(event) => set({ id: event.currentTarget.value })}
        />
        <TextInput
          label={t("policy_edit.title")}
          description={t("policy_edit.title_hint")}
          value={rule.title ?? ""}
          maxLength={200}
          onChange={(event) => set({ title: event.currentTarget.value || undefined })}
        />
      </div>
      <Textarea
        label={t("policy_edit.purpose")}
        autosize
        minRows={1}
        maxLength={2000}
        value={rule.purpose ?? ""}
        onChange={(event) => set({ purpose: event.currentTarget.value || undefined })}
      />
      <section aria-label={t("policy_edit.condition")}>
        <h3 className={styles.head}>{t("policy_edit.condition")}</h3>
        {vocabulary.kinds.length > 1 && (
          <MultiSelect
            size="xs"
            mb={8}
            label={t("policy_edit.subjects")}
            placeholder={rule.subjects?.length ? "" : t("policy_edit.subjects_all")}
            data={vocabulary.kinds}
            value={rule.subjects ?? []}
            onChange={(subjects) => set({ subjects: subjects.length > 0 ? subjects : undefined })}
          />
        )}
        <ConditionEditor
          stage={stage}
          subjects={rule.subjects}
          when={rule.when}
          vocabulary={vocabulary}
          onChange={(when) => setRule((old) => (old.when === when ? old : { ...old, when }))}
        />
      </section>
      <section aria-label={t("policy_edit.asks")}>
        <h3 className={styles.head}>{t("policy_edit.asks")}</h3>
        <div className={styles.three}>
          <Select
            label={t("policy_edit.outcome")}
            data={outcomes.map((value) => ({ value, label: t(`asks.${value}`) }))}
            value={then.outcome ?? null}
            placeholder={t("policy_edit.nothing")}
            clearable
            onChange={(outcome) => ask({ outcome: (outcome as (typeof outcomes)[number]) ?? undefined })}
          />
          <Select
            label={t("policy_edit.visibility")}
            data={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
            value={then.visibility ?? null}
            placeholder={t("policy_edit.by_outcome")}
            clearable
            onChange={(visibility) => ask({ visibility: (visibility as (typeof visibilities)[number]) ?? undefined })}
          />
          <Select
            label={t("policies.reason")}
            data={vocabulary.reasons.map((code) => ({ value: code, label: reasons.text(code) }))}
            value={then.reason || null}
            searchable
            required={!rule.exempt}
            onChange={(reason) => reason && ask({ reason })}
          />
          {then.outcome === "review" && (
            <>
              <Autocomplete
                label={t("policy_edit.queue")}
                data={vocabulary.queues}
                value={then.queue ?? ""}
                onChange={(queue) => ask({ queue: queue || undefined })}
              />
              <NumberInput
                label={t("policy_edit.priority")}
                min={0}
                max={100}
                value={then.priority ?? ""}
                placeholder="50"
                onChange={(priority) => ask({ priority: priority === "" ? undefined : Number(priority) })}
              />
            </>
          )}
          <MultiSelect
            label={t("policy_edit.restrict")}
            data={restrictionTypes.map((value) => ({ value, label: t(`restriction.${value}`) }))}
            value={then.restrict ?? []}
            onChange={(restrict) =>
              ask({ restrict: restrict.length > 0 ? (restrict as NonNullable<typeof then.restrict>) : undefined })
            }
          />
          <Select
            label={t("policy_edit.unknown")}
            description={t("policy_edit.unknown_hint")}
            data={unknownClauses.map((value) => ({ value, label: t(`unknown_clause.${value}`) }))}
            value={rule.unknown}
            allowDeselect={false}
            onChange={(unknown) => unknown && set({ unknown: unknown as Rule["unknown"] })}
          />
          <MultiSelect
            label={t("policy_edit.exempt")}
            description={t("policy_edit.exempt_hint")}
            data={[...others]}
            value={rule.exempt ?? []}
            searchable
            onChange={(exempt) => set({ exempt: exempt.length > 0 ? exempt : undefined })}
          />
        </div>
      </section>
      <section aria-label={t("policy_edit.life")}>
        <h3 className={styles.head}>{t("policy_edit.life")}</h3>
        <div className="row wrap" style={{ gap: 12, alignItems: "flex-end" }}>
          <SegmentedControl
            size="xs"
            aria-label={t("policy_edit.life")}
            value={rule.status}
            onChange={(status) => set({ status: status as Rule["status"] })}
            data={ruleStatuses.map((value) => ({ value, label: t(`rule_status.${value}`) }))}
          />
          {rule.status === "live" && (
            <SegmentedControl
              size="xs"
              aria-label={t("policy_edit.share")}
              value={String(share)}
              onChange={(value) => set({ rollout: Number(value) === 100 ? undefined : Number(value) })}
              data={[...new Set([...steps, share])]
                .sort((a, b) => a - b)
                .map((n) => ({ value: String(n), label: `${n} %` }))}
            />
          )}
          <TextInput
            size="xs"
            type="date"
            label={t("policy_edit.expires")}
            value={rule.expires?.slice(0, dayLength) ?? ""}
            onChange={(event) => {
              const day = event.currentTarget.value;
              set({ expires: day ? `${day}T00:00:00Z` : undefined });
            }}
          />
        </div>
        <p className="dim small" style={{ marginTop: 6 }}>
          {t(`policy_edit.status_means.${rule.status}`, { share })}
        </p>
      </section>
      <div className={styles.foot}>
        <Button
          type="submit"
          size="sm"
          loading={pending}
          disabled={!changed || meanwhile || others.includes(rule.id) || !rule.when.trim()}
        >
          {t("policy_edit.save_rule")}
        </Button>
        {changed && (
          <Button variant="default" size="sm" onClick={() => setRule(base)}>
            {t("policy_edit.revert")}
          </Button>
        )}
        <span className="grow" />
        <Confirm
          label={t("policy_edit.remove_rule")}
          question={t("policy_edit.remove_rule_sure", { rule: given.id })}
          onConfirm={onRemove}
        />
      </div>
    </form>
  );
}

const same = (a: Rule, b: Rule) => JSON.stringify(a) === JSON.stringify(b);
const asText = (rule: Rule) => JSON.stringify(rule, null, 1);

/** Without what is not there: a field that is undefined would be sent as null. */
const without = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
