import { usePreferences } from "../settings/preferences.ts";
import styles from "./key.module.css";
import { type Command, keyCaps, keymap } from "./keymap.ts";

/** The key that runs a command, as drawn caps; nothing when the keyboard is switched off. */
export function Key({ command }: { command: Command }) {
  const { keyboard, keys } = usePreferences();
  if (!keyboard) return null;
  return <Caps keys={keymap(keys)[command]} />;
}

/** @param spoken whether screen readers read the caps; they do not where the key is only a hint */
export function Caps({ keys, spoken = false }: { keys: string; spoken?: boolean }) {
  return (
    <span className={styles.caps} aria-hidden={!spoken}>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
