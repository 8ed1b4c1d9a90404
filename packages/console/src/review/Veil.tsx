/** What a veiled picture may show, and the button that shows it for as long as it is held. */
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { Key } from "../keyboard/Key.tsx";
import styles from "./pictures.module.css";
import { useLooks } from "./useLooks.ts";

export function Veil({ index }: { index: number }) {
  const { t } = useTranslation();
  const { revealed, reveal } = useFinds();
  const looks = useLooks();
  const { blur, grey } = looks.of(index);
  if (!blur && !grey && !revealed) return null;
  const classes = looks.classes(index).map((each) => t(`pictures.class.${each}`));
  const held = (event: KeyboardEvent) => event.key === " " || event.key === "Enter";
  return (
    <button
      type="button"
      className={styles.veil}
      aria-pressed={revealed}
      onPointerDown={() => reveal(true)}
      onPointerUp={() => reveal(false)}
      onPointerLeave={() => reveal(false)}
      onPointerCancel={() => reveal(false)}
      onContextMenu={(event) => event.preventDefault()}
      onBlur={() => reveal(false)}
      onKeyDown={(event) => {
        if (held(event) && !event.repeat) reveal(true);
      }}
      onKeyUp={(event) => {
        if (held(event)) reveal(false);
      }}
    >
      {revealed ? <IconEye size={16} stroke={1.6} /> : <IconEyeOff size={16} stroke={1.6} />}
      {classes.length > 0 && <strong>{classes.join(", ")}</strong>}
      {t("pictures.hold")} <Key command="reveal" />
    </button>
  );
}
