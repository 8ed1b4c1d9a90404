/** Changing what key does what: choose a command, press the key. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Caps } from "../keyboard/Key.tsx";
import { type Command, commandNames, commands, conflict, keymap, pressed } from "../keyboard/keymap.ts";
import { setPreferences, usePreferences } from "./preferences.ts";
import styles from "./settings.module.css";

export function KeyEditor() {
  const { t } = useTranslation();
  const { keys } = usePreferences();
  const map = keymap(keys);
  const [recording, setRecording] = useState<Command>();
  const [problem, setProblem] = useState<string>();
  const record = (command: Command) => (event: KeyboardEvent) => {
    if (recording !== command) return;
    if (event.key === "Tab") return setRecording(undefined);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return setRecording(undefined);
    const key = pressed(event);
    if (!key) return;
    const taken = conflict(map, command, key);
    if (taken) {
      setProblem(taken === "reserved" ? t("keys.reserved") : t("keys.taken", { command: t(`keys.command.${taken}`) }));
      return;
    }
    setProblem(undefined);
    setRecording(undefined);
    setPreferences({ keys: { ...keys, [command]: key } });
  };
  return (
    <>
      <p className="dim small">{t("keys.how")}</p>
      <ul className={styles.keys}>
        {commandNames.map((command) => (
          <li key={command}>
            <span className="grow">{t(`keys.command.${command}`)}</span>
            <button
              type="button"
              className={styles.key}
              data-changed={map[command] !== commands[command] || undefined}
              onClick={() => {
                setProblem(undefined);
                setRecording(command);
              }}
              onKeyDown={record(command)}
              onBlur={() => setRecording(undefined)}
            >
              <span className="visually-hidden">
                {t("keys.change_one", { command: t(`keys.command.${command}`) })}{" "}
              </span>
              {recording === command ? t("keys.press") : <Caps keys={map[command]} spoken />}
            </button>
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        disabled={Object.keys(keys).length === 0}
        onClick={() => setPreferences({ keys: {} })}
      >
        {t("keys.reset")}
      </Button>
    </>
  );
}
