/** A text field that shows highlights under what is typed: the marks lie behind a see-through field of the same letters. */
import { useId } from "react";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { carrySpans, segments } from "../text/segments.ts";
import styles from "./try.module.css";

export function MarkedField({
  field,
  label,
  long,
  value,
  analysed,
  onChange,
}: {
  field: string;
  label: string;
  long: boolean;
  value: string;
  /** The text that the highlights were found in; they are carried along to what is typed now. */
  analysed: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { spans, finds, pointed } = useFinds();
  const found = spans.at({ field }).filter((span) => finds.get(span.key)?.signal.state === "found");
  const marks = segments(value, carrySpans(analysed, value, found));
  return (
    <div className={styles.field}>
      <label htmlFor={id} className="capital">
        {label}
      </label>
      <div className={styles.marked} data-long={long || undefined}>
        <div className={styles.backdrop} aria-hidden="true" dir="auto">
          {marks.map((segment) =>
            segment.keys.length === 0 ? (
              <span key={segment.start}>{value.slice(segment.start, segment.end)}</span>
            ) : (
              <mark
                key={segment.start}
                data-pointed={segment.keys.some((key) => pointed.keys.includes(key)) || undefined}
              >
                {value.slice(segment.start, segment.end)}
              </mark>
            ),
          )}
          {"\u200b\n"}
        </div>
        <textarea
          id={id}
          dir="auto"
          rows={1}
          spellCheck={false}
          maxLength={200_000}
          value={value}
          onChange={(event) =>
            onChange(long ? event.currentTarget.value : event.currentTarget.value.replaceAll("\n", " "))
          }
        />
      </div>
    </div>
  );
}
