import { useMemo } from "react";
import { Readable } from "./Readable.tsx";
import { segments } from "./segments.ts";
import { sharedSpans } from "./shared.ts";
import styles from "./text.module.css";

/** A text from outside, with what stands in another one too outlined. */
export function SharedText({ text, other }: { text: string; other: string }) {
  const pieces = useMemo(() => segments(text, sharedSpans(text, other).a), [text, other]);
  return (
    <span className={`${styles.difference} untrusted`} dir="auto">
      {pieces.map(({ start, end, keys }) =>
        keys.length > 0 ? (
          <mark key={start} className={styles.shared}>
            <Readable text={text.slice(start, end)} everything={false} />
          </mark>
        ) : (
          <span key={start}>
            <Readable text={text.slice(start, end)} everything={false} />
          </span>
        ),
      )}
    </span>
  );
}
