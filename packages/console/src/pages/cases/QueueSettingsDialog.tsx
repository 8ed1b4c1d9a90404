/** How a queue is worked: pause, deadline, people, overflow, who sees it, guidelines. */
import type { QueueSettings } from "@assay/contract";
import { Button, Modal, MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api.ts";
import { queryClient, usersQuery } from "../../queries.ts";
import { useCan, useCatalogue } from "../../session.ts";
import { problemText } from "../../shell/Fallback.tsx";
import { say } from "../../shell/toasts.ts";

const numberOrNull = (value: string | number) => (typeof value === "number" && value >= 1 ? Math.round(value) : null);

export function QueueSettingsDialog({
  queue,
  settings,
  onClose,
}: {
  queue: string;
  settings: QueueSettings;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { queues } = useCatalogue();
  const users = useQuery({ ...usersQuery, enabled: useCan("user.manage") });
  const [next, setNext] = useState(settings);
  const set = (change: Partial<QueueSettings>) => setNext((before) => ({ ...before, ...change }));
  const people = (users.data?.data ?? []).map((user) => ({ value: user.id, label: user.name || user.email }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    api
      .saveQueue(queue, next)
      .then(() => {
        for (const key of ["queues", "cases", "case"]) void queryClient.invalidateQueries({ queryKey: [key] });
        onClose();
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("queues.settings_of", { queue })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form className="stack" style={{ gap: 12 }} onSubmit={save}>
        <Switch
          label={t("queues.paused")}
          description={t("queues.paused_hint")}
          checked={next.paused}
          onChange={(event) => set({ paused: event.currentTarget.checked })}
        />
        <NumberInput
          label={t("queues.due_minutes")}
          min={1}
          max={525_600}
          value={next.due_minutes ?? ""}
          onChange={(value) => set({ due_minutes: numberOrNull(value) })}
        />
        {people.length > 0 && (
          <MultiSelect
            label={t("queues.people")}
            description={t("queues.people_hint")}
            data={people}
            value={next.people}
            searchable
            onChange={(value) => set({ people: value })}
          />
        )}
        <Switch
          label={t("queues.restricted")}
          description={t("queues.restricted_hint")}
          checked={next.restricted}
          onChange={(event) => set({ restricted: event.currentTarget.checked })}
        />
        <div className="row wrap" style={{ gap: 8, alignItems: "end" }}>
          <NumberInput
            label={t("queues.overflow_at")}
            min={1}
            style={{ flex: 1 }}
            value={next.overflow_at ?? ""}
            onChange={(value) => set({ overflow_at: numberOrNull(value) })}
          />
          <Select
            label={t("queues.overflow_to")}
            clearable
            style={{ flex: 1 }}
            data={queues.filter((each) => each !== queue)}
            value={next.overflow_to}
            onChange={(value) => set({ overflow_to: value })}
          />
        </div>
        <TagsInput
          label={t("well.skills")}
          description={t("queues.skills_hint")}
          value={next.skills}
          onChange={(skills) => set({ skills })}
        />
        <Select
          label={t("queues.hand_out")}
          allowDeselect={false}
          data={(["pull", "round_robin"] as const).map((value) => ({ value, label: t(`queues.hand_outs.${value}`) }))}
          value={next.hand_out}
          onChange={(value) => set({ hand_out: value === "round_robin" ? value : "pull" })}
        />
        <div className="row wrap" style={{ gap: 8, alignItems: "end" }}>
          <NumberInput
            label={t("queues.certify")}
            suffix=" %"
            min={0}
            max={100}
            style={{ flex: 1 }}
            value={next.certify_accuracy === null ? "" : Math.round(100 * next.certify_accuracy)}
            onChange={(value) => set({ certify_accuracy: typeof value === "number" ? value / 100 : null })}
          />
          <NumberInput
            label={t("queues.certify_n")}
            min={1}
            max={1000}
            style={{ flex: 1 }}
            value={next.certify_n}
            onChange={(value) => set({ certify_n: numberOrNull(value) ?? 10 })}
          />
        </div>
        <Textarea
          label={t("queues.guidelines")}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={next.guidelines}
          onChange={(event) => set({ guidelines: event.currentTarget.value })}
        />
        <Button type="submit">{t("queues.save")}</Button>
      </form>
    </Modal>
  );
}
