import { usePreferences } from "../settings/preferences.ts";
import styles from "./key.module.css";
import { type Command, keyCaps, keymap } from "./keymap.ts";

/** The key that runs a command, as drawn caps; nothing when the keyboard is switched off. */
export function Key({ command }: { command: Command }) {
  const { keyboard, keys } = usePreferences();
  if (!keyboard) return null;
  return <Caps keys={keymap(keys)[command]} />;
}

export function Caps({ keys }: { keys: string }) {
  return (
    <span className={styles.caps} aria-hidden="true">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
