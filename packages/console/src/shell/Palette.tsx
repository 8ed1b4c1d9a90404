/** Ctrl-K: go anywhere, work any queue, do what the screen can, search for anything. */
import { Modal, TextInput } from "@mantine/core";
import { IconArrowRight, IconBolt, IconInbox, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentType, type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Command, commandNames, keyCaps, keymap } from "../keyboard/keymap.ts";
import { commandsNow } from "../keyboard/useCommands.ts";
import { queuesQuery } from "../queries.ts";
import { useStartQueue } from "../review/startQueue.ts";
import { usePreferences } from "../settings/preferences.ts";
import { usePages } from "./pages.ts";
import styles from "./shell.module.css";

/** Commands that have an entry of their own, or are the palette itself. */
const inPalette: ReadonlySet<Command> = new Set(["palette", "help", "search"]);

interface Entry {
  id: string;
  label: string;
  hint?: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  run: () => void;
}

/** Ids that name a page of their own. */
const idPattern = /^(cas|dec|evt)_[A-Za-z0-9_-]+$/;

export function Palette({ opened, onClose, onHelp }: { opened: boolean; onClose: () => void; onHelp: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useStartQueue();
  const pages = usePages();
  const { keys } = usePreferences();
  const queues = useQuery({ ...queuesQuery, enabled: opened });
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (opened) {
      setQuery("");
      setActive(0);
    }
  }, [opened]);

  const wanted = query.trim();
  const matches = (text: string) => text.toLowerCase().includes(wanted.toLowerCase());
  const entries: Entry[] = [
    ...(idPattern.test(wanted) && wanted.startsWith("cas_")
      ? [
          {
            id: "case",
            label: t("palette.open_case", { id: wanted }),
            icon: IconArrowRight,
            run: () => void navigate({ to: "/cases/$caseId", params: { caseId: wanted } }),
          },
        ]
      : []),
    ...pages
      .filter((page) => matches(page.label))
      .map(
        (page): Entry => ({
          id: page.to,
          label: page.label,
          icon: page.icon,
          run: () => void navigate({ to: page.to }),
        }),
      ),
    ...(queues.data?.data ?? [])
      .filter((queue) => queue.open > 0 && (matches(queue.id) || matches(t("palette.work", { queue: queue.id }))))
      .map(
        (queue): Entry => ({
          id: `queue:${queue.id}`,
          label: t("palette.work", { queue: queue.id }),
          hint: String(queue.open),
          icon: IconInbox,
          run: () => start(queue.id),
        }),
      ),
    // What can be done on the screen behind; only when it is asked for, since a case alone has twenty.
    ...commandNames.flatMap((command): Entry[] => {
      const act = wanted === "" || inPalette.has(command) ? undefined : commandsNow()[command];
      const label = t(`keys.command.${command}`);
      if (!act || !matches(label)) return [];
      return [{ id: `do:${command}`, label, hint: keyCaps(keymap(keys)[command]).join(" "), icon: IconBolt, run: act }];
    }),
    ...(matches(t("keys.title")) ? [{ id: "help", label: t("keys.title"), icon: IconArrowRight, run: onHelp }] : []),
    ...(wanted === ""
      ? []
      : [
          {
            id: "search",
            label: t("palette.search", { query: wanted }),
            icon: IconSearch,
            run: () => void navigate({ to: "/search", search: { q: wanted } }),
          },
        ]),
  ];
  const chosen = Math.min(active, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive((chosen + 1) % entries.length);
    else if (event.key === "ArrowUp") setActive((chosen - 1 + entries.length) % entries.length);
    else if (event.key === "Enter") run(entries[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened={opened} onClose={onClose} yOffset="12vh" size={560}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t("nav.palette")}>
        <TextInput
          variant="unstyled"
          size="md"
          className={styles.paletteInput}
          placeholder={t("palette.placeholder")}
          aria-label={t("palette.placeholder")}
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-entries"
          aria-activedescendant={entries[chosen] ? `palette-${chosen}` : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        <div id="palette-entries" role="listbox" aria-label={t("nav.palette")} className={styles.paletteList}>
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
            <div
              key={entry.id}
              id={`palette-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={styles.paletteEntry}
              onClick={() => run(entry)}
              onMouseMove={() => setActive(index)}
            >
              <entry.icon size={16} stroke={1.6} />
              <span className="clip grow">{entry.label}</span>
              {entry.hint && <span className="dim num small">{entry.hint}</span>}
            </div>
          ))}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
