/** What is selected, by name, and what can be done with all of it. */
import type { CaseRow } from "@assay/contract";
import { CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Key } from "../../keyboard/Key.tsx";
import type { Command } from "../../keyboard/keymap.ts";
import bar from "../../review/bar.module.css";
import { ReasonPicker } from "../../review/ReasonPicker.tsx";
import { type Bulk, mostAtOnce } from "./useBulk.ts";

const deeds = [
  { command: "approve", outcome: "approve" },
  { command: "ask_fix", outcome: "request_changes" },
  { command: "refuse", outcome: "refuse" },
] as const satisfies { command: Command; outcome: string }[];
/** Titles that are spelt out before the rest is a number. */
const named = 4;

export function BulkBar({
  selected,
  bulk,
  onClear,
}: {
  selected: readonly CaseRow[];
  bulk: Bulk;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const fired = [...new Set(selected.flatMap((row) => row.reasons.map((reason) => reason.code)))];
  const rest = selected.length - named;
  return (
    <div className={bar.foot}>
      {bulk.open && (
        <ReasonPicker
          key={bulk.open}
          choice={bulk.open}
          fired={fired}
          statements={undefined}
          onClose={() => bulk.setOpen(undefined)}
          onPick={(code) => bulk.open && bulk.decide(bulk.open, [code])}
        />
      )}
      <section className={bar.bar} aria-label={t("bulk.selected", { count: selected.length })}>
        {deeds.map(({ command, outcome }) => (
          <button
            key={command}
            type="button"
            className={bar.decide}
            data-outcome={outcome}
            aria-expanded={outcome === "approve" ? undefined : bulk.open === outcome}
            onClick={() => (outcome === "approve" ? bulk.decide("approve", []) : bulk.setOpen(outcome))}
          >
            <span>{t(`keys.command.${command}`)}</span>
            <Key command={command} />
          </button>
        ))}
        <div className={bar.selected}>
          <strong aria-live="polite">
            {t("bulk.selected", { count: selected.length })}
            {selected.length > mostAtOnce && ` · ${t("bulk.most", { count: mostAtOnce })}`}
          </strong>
          <span className="dim small untrusted clip">
            {selected
              .slice(0, named)
              .map((row) => row.title || row.subject.id)
              .join(" · ")}
            {rest > 0 && ` ${t("playbook.rest", { count: rest })}`}
          </span>
        </div>
        <CloseButton aria-label={t("bulk.clear")} onClick={onClear} />
      </section>
    </div>
  );
}
