/** A text from outside with its highlights over the original characters. Nothing in it becomes markup or a link. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Readable } from "../text/Readable.tsx";
import { type Segment, type Span, segments } from "../text/segments.ts";
import styles from "./evidence.module.css";
import { useFinds } from "./FindsProvider.tsx";
import type { Place } from "./finds.ts";

/** A text longer than this, in UTF-16 units, is shown in part first. */
const firstPart = 6000;

export function MarkedText({ text, place, multiline = true }: { text: string; place: Place; multiline?: boolean }) {
  const { spans } = useFinds();
  return <Marked text={text} spans={spans.at(place)} multiline={multiline} />;
}

function Marked({ text, spans, multiline }: { text: string; spans: readonly Span[]; multiline: boolean }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const end = whole || text.length <= firstPart * 1.2 ? text.length : firstPart;
  const hidden = spans.filter((span) => span.start >= end).length;
  const seen = new Set<string>();
  return (
    <>
      <span className={`${styles.text} untrusted`} dir="auto" data-multiline={multiline}>
        {segments(text, spans, 0, end).map((segment) => {
          const first = segment.keys.some((key) => !seen.has(key));
          for (const key of segment.keys) seen.add(key);
          return <Piece key={segment.start} text={text} segment={segment} first={first} />;
        })}
        {end < text.length && "…"}
      </span>
      {end < text.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)} mt={4}>
          {t("text.rest", { count: text.length - end })}
          {hidden > 0 && ` · ${t("text.highlights", { count: hidden })}`}
        </Button>
      )}
    </>
  );
}

/** One segment: plain, or a mark that points at its finds. Only the first segment of a find takes the focus. */
function Piece({ text, segment, first }: { text: string; segment: Segment; first: boolean }) {
  const { pointed, point, finds, verdicts } = useFinds();
  const inside = text.slice(segment.start, segment.end);
  if (segment.keys.length === 0) return <Readable text={inside} everything={false} />;
  const isPointed = segment.keys.some((key) => pointed.keys.includes(key));
  const signals = segment.keys.flatMap((key) => finds.get(key)?.signal ?? []);
  const found = signals.some((signal) => signal.state === "found");
  const wrong = signals.length > 0 && signals.every((signal) => verdicts[signal.detector] === "wrong");
  return (
    <mark
      className={styles.mark}
      data-keys={segment.keys.join(" ")}
      data-pointed={isPointed || undefined}
      data-overlap={segment.keys.length > 1 || undefined}
      data-state={wrong ? "wrong" : found ? "found" : "clear"}
      tabIndex={first ? 0 : -1}
      onMouseEnter={(event) => point(segment.keys, event.currentTarget)}
      onFocus={(event) => point(segment.keys, event.currentTarget)}
      onMouseLeave={() => point([])}
      onBlur={() => point([])}
    >
      <Readable text={inside} everything />
    </mark>
  );
}
