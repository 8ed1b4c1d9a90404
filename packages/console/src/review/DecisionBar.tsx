/** What can be done with the case, each with its key; always at the bottom of the screen. */
import { Button, Menu } from "@mantine/core";
import {
  IconArrowUp,
  IconBolt,
  IconCheck,
  IconClock,
  IconDotsVertical,
  IconFolderShare,
  IconNote,
  IconPencilQuestion,
  IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Key } from "../keyboard/Key.tsx";
import type { Command } from "../keyboard/keymap.ts";
import styles from "./bar.module.css";

export type Deed = "approve" | "ask_fix" | "refuse" | "escalate" | "snooze" | "move" | "note" | "playbook";

const main = [
  { deed: "approve", outcome: "approve", icon: IconCheck },
  { deed: "ask_fix", outcome: "request_changes", icon: IconPencilQuestion },
  { deed: "refuse", outcome: "refuse", icon: IconX },
] as const;
const more = [
  { deed: "playbook", icon: IconBolt },
  { deed: "escalate", icon: IconArrowUp },
  { deed: "snooze", icon: IconClock },
  { deed: "move", icon: IconFolderShare },
  { deed: "note", icon: IconNote },
] as const;

export function DecisionBar({
  disabled,
  open,
  others,
  onDeed,
}: {
  disabled: boolean;
  /** How many other cases get the same decision. */
  others: number;
  /** The deed whose choice is open. */
  open: Deed | undefined;
  onDeed: (deed: Deed) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t("review.decide")}>
      {main.map(({ deed, outcome, icon: Icon }) => (
        <button
          key={deed}
          type="button"
          className={styles.decide}
          data-outcome={outcome}
          disabled={disabled}
          aria-expanded={deed === "approve" ? undefined : open === deed}
          onClick={() => onDeed(deed)}
        >
          <Icon size={17} stroke={2} aria-hidden="true" />
          <span>{t(`keys.command.${deed}`)}</span>
          <Key command={deed as Command} />
        </button>
      ))}
      {others > 0 && (
        <span className={styles.others} role="status">
          {t("review.with_others", { count: others })}
        </span>
      )}
      <span className={styles.more}>
        {more.map(({ deed, icon: Icon }) => (
          <Button
            key={deed}
            variant="subtle"
            color="gray"
            size="sm"
            px={10}
            disabled={disabled && deed !== "note"}
            leftSection={<Icon size={15} stroke={1.7} aria-hidden="true" />}
            rightSection={<Key command={deed as Command} />}
            onClick={() => onDeed(deed)}
          >
            {t(`keys.command.${deed}`)}
          </Button>
        ))}
      </span>
      <Menu position="top-end" shadow="md">
        <Menu.Target>
          <Button className={styles.menu} variant="subtle" color="gray" size="sm" px={8} aria-label={t("review.more")}>
            <IconDotsVertical size={18} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(({ deed, icon: Icon }) => (
            <Menu.Item
              key={deed}
              leftSection={<Icon size={15} />}
              disabled={disabled && deed !== "note"}
              onClick={() => onDeed(deed)}
            >
              {t(`keys.command.${deed}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
