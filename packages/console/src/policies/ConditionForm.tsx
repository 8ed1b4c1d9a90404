/** A condition as a form: comparisons under all, any, none. */
import type { Comparison, ComparisonOperator, ConditionGroup, ConditionName, Vocabulary } from "@assay/contract";
import { ActionIcon, Button, NumberInput, SegmentedControl, Select, TagsInput, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import styles from "./editor.module.css";

const wordless: readonly ComparisonOperator[] = ["is_true", "is_false", "is_there", "is_missing"];
const several: readonly ComparisonOperator[] = ["in", "not_in"];
const listed: readonly ComparisonOperator[] = ["in_list", "not_in_list"];
const groups = ["signal", "subject", "account", "aggregate", "history", "event", "client"] as const;
/** Most entries that a list of fields shows at once; typing narrows it. */
const shownAtOnce = 60;

export function ConditionForm({
  form,
  vocabulary,
  onChange,
  onRemove,
}: {
  form: ConditionGroup;
  vocabulary: Vocabulary;
  onChange: (form: ConditionGroup) => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const put = (index: number, item: Comparison | ConditionGroup) =>
    onChange({ ...form, items: form.items.with(index, item) });
  const drop = (index: number) => onChange({ ...form, items: form.items.toSpliced(index, 1) });
  const add = (item: Comparison | ConditionGroup) => onChange({ ...form, items: [...form.items, item] });
  const first = newComparison(vocabulary);
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{t(`policy_edit.match.${form.match}`)}</legend>
      <div className="row wrap between">
        <SegmentedControl
          size="xs"
          value={form.match}
          onChange={(match) => onChange({ ...form, match: match as ConditionGroup["match"] })}
          aria-label={t("policy_edit.match.label")}
          data={(["all", "any", "none"] as const).map((value) => ({ value, label: t(`policy_edit.match.${value}`) }))}
        />
        {onRemove && <Remove label={t("policy_edit.remove_group")} onClick={onRemove} />}
      </div>
      <ul className={styles.items}>
        {form.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison has nothing else to be known by
          <li key={index}>
            {"match" in item ? (
              <ConditionForm
                form={item}
                vocabulary={vocabulary}
                onChange={(group) => put(index, group)}
                onRemove={() => drop(index)}
              />
            ) : (
              <ComparisonRow
                comparison={item}
                vocabulary={vocabulary}
                onChange={(comparison) => put(index, comparison)}
                onRemove={form.items.length > 1 || onRemove ? () => drop(index) : undefined}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="row wrap" style={{ gap: 6 }}>
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} />} onClick={() => add(first)}>
          {t("policy_edit.add_comparison")}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => add({ match: form.match === "all" ? "any" : "all", items: [first] })}
        >
          {t("policy_edit.add_group")}
        </Button>
      </div>
    </fieldset>
  );
}

/** What a new line begins with: the first signal. */
export function newComparison({ names }: Vocabulary): Comparison {
  const signal = names.find(({ group, operators }) => group === "signal" && operators.includes("is_true")) ?? names[0]!;
  return { field: signal.path, is: signal.operators[0] ?? "is_there" };
}

function ComparisonRow({
  comparison,
  vocabulary,
  onChange,
  onRemove,
}: {
  comparison: Comparison;
  vocabulary: Vocabulary;
  onChange: (comparison: Comparison) => void;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const name = vocabulary.names.find(({ path }) => path === comparison.field);
  const fields = useFields(vocabulary, name ? undefined : comparison.field);
  const operators = name?.operators.length ? name.operators : [comparison.is];
  const pick = (path: string | null) => {
    const next = vocabulary.names.find((each) => each.path === path);
    if (!next) return;
    const is = next.operators.includes(comparison.is) ? comparison.is : (next.operators[0] ?? "is_there");
    onChange(withOperator({ field: next.path, is }, is, next));
  };
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <Select
          size="xs"
          searchable
          limit={shownAtOnce}
          aria-label={t("policy_edit.field")}
          data={fields}
          value={comparison.field}
          allowDeselect={false}
          onChange={pick}
          nothingFoundMessage={t("policy_edit.no_field")}
        />
        <p className={styles.what}>
          {comparison.of && `${t(`policy_edit.measured.${comparison.of}`)} `}
          {name?.title}
        </p>
      </div>
      <Select
        size="xs"
        aria-label={t("policy_edit.operator")}
        data={[...new Set([...operators, comparison.is])].map((value) => ({
          value,
          label: t(`policy_edit.is.${value}`),
        }))}
        value={comparison.is}
        allowDeselect={false}
        onChange={(is) => is && onChange(withOperator(comparison, is as ComparisonOperator, name))}
      />
      <Value comparison={comparison} name={name} vocabulary={vocabulary} onChange={onChange} />
      {onRemove && <Remove label={t("policy_edit.remove_comparison")} onClick={onRemove} />}
    </div>
  );
}

/** Fields by group; one that the vocabulary does not list, as written, on top. */
function useFields(vocabulary: Vocabulary, unlisted: string | undefined) {
  const { t } = useTranslation();
  return useMemo(() => {
    const listed = groups.flatMap((group) => {
      const items = vocabulary.names
        .filter((name) => name.group === group && name.operators.length > 0)
        .map(({ path }) => ({ value: path, label: path }));
      return items.length > 0 ? [{ group: t(`policy_edit.group.${group}`), items }] : [];
    });
    return unlisted ? [{ group: "…", items: [{ value: unlisted, label: unlisted }] }, ...listed] : listed;
  }, [vocabulary, unlisted, t]);
}

/** The value that an operator takes, kept where it still fits. */
function withOperator(comparison: Comparison, is: ComparisonOperator, name: ConditionName | undefined): Comparison {
  const { value: _, ...bare } = comparison;
  const old = comparison.value;
  if (wordless.includes(is)) return { ...bare, is };
  if (several.includes(is)) return { ...bare, is, value: Array.isArray(old) ? old : [] };
  if (listed.includes(is)) return { ...bare, is, value: typeof old === "string" ? old : "" };
  const isPlain = old !== undefined && !Array.isArray(old);
  return { ...bare, is, value: isPlain ? old : name?.type === "number" || comparison.of === "size" ? 0 : "" };
}

function Value({
  comparison,
  name,
  vocabulary,
  onChange,
}: {
  comparison: Comparison;
  name: ConditionName | undefined;
  vocabulary: Vocabulary;
  onChange: (comparison: Comparison) => void;
}) {
  const { t } = useTranslation();
  const { value, is } = comparison;
  const label = t("policy_edit.value");
  const put = (next: Comparison["value"]) => onChange({ ...comparison, value: next });
  if (wordless.includes(is)) return null;
  if (listed.includes(is)) {
    const data = vocabulary.lists.map((list) => ({ value: list, label: list.replaceAll("_", " ") }));
    return (
      <Select
        size="xs"
        aria-label={label}
        data={data}
        value={String(value ?? "")}
        onChange={(list) => list && put(list)}
      />
    );
  }
  if (several.includes(is)) {
    const isNumber = name?.type === "number";
    return (
      <TagsInput
        size="xs"
        aria-label={label}
        data={name?.values ?? []}
        value={(Array.isArray(value) ? value : []).map(String)}
        onChange={(values) => put(isNumber ? values.map(Number).filter(Number.isFinite) : values)}
      />
    );
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const others = vocabulary.names.filter((each) => each.type === name?.type && each.operators.length > 0);
    return (
      <div className="row" style={{ gap: 6 }}>
        <NumberInput
          size="xs"
          w={70}
          aria-label={t("policy_edit.times")}
          value={value.times ?? 1}
          onChange={(times) => put({ ...value, times: Number(times) })}
        />
        <span className="dim">×</span>
        <Select
          size="xs"
          searchable
          limit={shownAtOnce}
          aria-label={label}
          data={[...new Set([value.field, ...others.map(({ path }) => path)])]}
          value={value.field}
          onChange={(field) => field && put({ ...value, field })}
        />
      </div>
    );
  }
  if (name?.values) {
    return (
      <Select
        size="xs"
        aria-label={label}
        data={name.values}
        value={String(value ?? "")}
        onChange={(one) => one && put(one)}
      />
    );
  }
  if (typeof value === "number") {
    return <NumberInput size="xs" aria-label={label} value={value} onChange={(number) => put(Number(number) || 0)} />;
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      value={value === null ? "null" : String(value ?? "")}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label} onClick={onClick}>
      <IconX size={15} />
    </ActionIcon>
  );
}
