/** What stands beside a highlight while it is pointed at: who saw it, what it says in plain form, and "wrong?". */
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { Key } from "../keyboard/Key.tsx";
import { useDetectors } from "../session.ts";
import styles from "./evidence.module.css";
import { useFinds } from "./FindsProvider.tsx";
import { useKindText } from "./kinds.ts";

export function FindCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const detector = useDetectors();
  const kindText = useKindText();
  const { finds, pointed, verdicts, say } = useFinds();
  const { anchor, keys } = pointed;
  // "You said that this is wrong" makes the card taller, so it is placed anew.
  const said = keys.map((key) => verdicts[finds.get(key)?.signal.detector ?? ""]).join();
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said changes the card's height
  useLayoutEffect(() => {
    if (!anchor || !card.current) return setPlace(undefined);
    // The line that the highlight begins on; a highlight over several lines has one box a line.
    const line = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    const { width, height } = card.current.getBoundingClientRect();
    const left = Math.max(8, Math.min(line.left, window.innerWidth - width - 8));
    const above = line.top - height - 8;
    setPlace({ left, top: above > 56 ? above : line.bottom + 8 });
  }, [anchor, said]);

  if (!anchor) return null;
  return (
    <div
      ref={card}
      className={styles.card}
      role="tooltip"
      style={{ left: place?.left ?? 0, top: place?.top ?? 0, visibility: place ? "visible" : "hidden" }}
    >
      {keys.map((key) => {
        const find = finds.get(key);
        if (find?.evidence.type !== "span" && find?.evidence.type !== "region") return null;
        const { signal, evidence } = find;
        const value = evidence.type === "span" ? evidence.value : evidence.text;
        return (
          <div key={key} className={styles.cardFind}>
            <div className="row between">
              <strong>{detector(signal.detector)?.title ?? signal.detector}</strong>
              {signal.score !== undefined && <span className="dim num">{format.percent(signal.score)}</span>}
            </div>
            <div className="dim">{kindText(signal.detector, evidence.kind)}</div>
            {value && (
              <div className="untrusted">
                {t("evidence.says")} <span className="mono">{value}</span>
              </div>
            )}
            {verdicts[signal.detector] === "wrong" && <div className={styles.said}>{t("evidence.said_wrong")}</div>}
          </div>
        );
      })}
      {say && (
        <div className={styles.cardFoot}>
          <Key command="wrong" /> {t("evidence.wrong_hint")}
        </div>
      )}
    </div>
  );
}
