/** What every key does, with a way to change them. */

import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Caps } from "../keyboard/Key.tsx";
import { type Command, keymap } from "../keyboard/keymap.ts";
import { usePreferences } from "../settings/preferences.ts";
import { TextLink } from "./links.tsx";
import styles from "./shell.module.css";

export const commandGroups = {
  decide: ["approve", "ask_fix", "refuse", "playbook", "escalate", "snooze", "move", "undo"],
  look: ["next", "previous", "picture_next", "picture_previous", "reveal", "diff", "links", "history", "policy"],
  write: ["note", "wrong", "bank", "list", "select"],
  everywhere: ["search", "palette", "help"],
} as const satisfies Record<string, readonly Command[]>;

export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { keys, keyboard } = usePreferences();
  const map = keymap(keys);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("keys.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {!keyboard && <p className={styles.notice}>{t("keys.off")}</p>}
      <div className={styles.keyGroups}>
        {Object.entries(commandGroups).map(([group, commands]) => (
          <section key={group}>
            <h3 className={styles.keyGroup}>{t(`keys.group.${group as keyof typeof commandGroups}`)}</h3>
            <dl className={styles.keyList}>
              {commands.map((command) => (
                <div key={command} className={styles.keyRow}>
                  <dt>
                    {t(`keys.command.${command}`)}
                    {command === "refuse" && <span className="dim"> {t("keys.then_digit")}</span>}
                  </dt>
                  <dd>
                    <Caps keys={map[command]} spoken />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="small dim" style={{ marginTop: 12 }}>
        {t("keys.silent")}{" "}
        <TextLink to="/settings" search={{ tab: "profile" }} onClick={onClose} fz={12}>
          {t("keys.change")}
        </TextLink>
      </p>
    </Modal>
  );
}
