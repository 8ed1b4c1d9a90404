/** The deeds that need a word more: when, where to, why. */
import { Autocomplete, Button, Modal, Textarea, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { Caps } from "../keyboard/Key.tsx";
import { banksQuery } from "../queries.ts";
import { useCatalogue } from "../session.ts";
import styles from "./review.module.css";
import { snoozeTimes } from "./snoozeTimes.ts";

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      {children}
    </Modal>
  );
}

/** A list of choices, each under a digit. */
function Choices<T>({
  items,
  onPick,
}: {
  items: { value: T; label: string; hint?: string }[];
  onPick: (value: T) => void;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest("input, textarea")) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const item = digit && items[Number(digit) - 1];
      if (item) onPick(item.value);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [items, onPick]);
  return (
    <ul>
      {items.map((item, index) => (
        <li key={item.label}>
          <UnstyledButton
            className={styles.pick}
            onClick={() => onPick(item.value)}
            data-autofocus={index === 0 || undefined}
          >
            {index < 9 && <Caps keys={String(index + 1)} />}
            <span className="grow">{item.label}</span>
            {item.hint && <span className="dim small num">{item.hint}</span>}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

export function SnoozeDialog({ onClose, onSnooze }: { onClose: () => void; onSnooze: (until: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const items = snoozeTimes(new Date()).map(({ key, at }) => ({
    value: at.toISOString(),
    label: t(`snooze.${key}`),
    hint: format.dateTime(at.toISOString()),
  }));
  return (
    <Dialog title={t("snooze.title")} onClose={onClose}>
      <Choices items={items} onPick={onSnooze} />
    </Dialog>
  );
}

export function MoveDialog({
  from,
  onClose,
  onMove,
}: {
  from: string;
  onClose: () => void;
  onMove: (queue: string, note?: string) => void;
}) {
  const { t } = useTranslation();
  const { queues } = useCatalogue();
  const [note, setNote] = useState("");
  const items = queues.filter((queue) => queue !== from).map((queue) => ({ value: queue, label: queue }));
  return (
    <Dialog title={t("move.title")} onClose={onClose}>
      {items.length === 0 && <p className="dim small">{t("move.nowhere")}</p>}
      <Choices items={items} onPick={(queue) => onMove(queue, note.trim() || undefined)} />
      <TextInput
        mt="sm"
        label={t("move.note")}
        value={note}
        maxLength={5000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}

/** Asks for a text; sent by the button or by Ctrl-Enter. */
export function TextDialog({
  title,
  label,
  action,
  onClose,
  onText,
}: {
  title: string;
  label: string;
  action: string;
  onClose: () => void;
  onText: (text: string) => void;
}) {
  const [text, setText] = useState("");
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== "") onText(text.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} className="stack">
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={5000}
          value={text}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <Caps keys="mod+Enter" />
          <Button type="submit" size="sm" disabled={text.trim() === ""}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Puts the current picture into a bank of known pictures, so that it is recognised from now on. */
export function BankDialog({ onClose, onAdd }: { onClose: () => void; onAdd: (bank: string, label: string) => void }) {
  const { t } = useTranslation();
  const banks = useQuery(banksQuery).data?.data ?? [];
  const [typed, setTyped] = useState<string>();
  const [label, setLabel] = useState("");
  const bank = typed ?? banks[0]?.bank ?? "";
  const ready = /^[a-z0-9][a-z0-9_-]{0,79}$/.test(bank) && label.trim() !== "";
  return (
    <Dialog title={t("bank.title")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onAdd(bank, label.trim());
        }}
      >
        <Autocomplete
          label={t("bank.bank")}
          description={t("bank.bank_hint")}
          data={banks.map((each) => each.bank)}
          value={bank}
          onChange={setTyped}
        />
        <TextInput
          label={t("bank.label")}
          description={t("bank.label_hint")}
          value={label}
          maxLength={200}
          data-autofocus
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" disabled={!ready} style={{ alignSelf: "flex-end" }}>
          {t("bank.add")}
        </Button>
      </form>
    </Dialog>
  );
}
