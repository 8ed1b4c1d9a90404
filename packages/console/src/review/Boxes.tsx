/** What lies over a picture: regions and the letters read in it, each pointing at its reason as a highlight in a text does. */
import type { PictureView } from "@assay/contract";
import { useMemo } from "react";
import { useFinds } from "../evidence/FindsProvider.tsx";
import { useKindText } from "../evidence/kinds.ts";
import { boxesOf, type Drawn } from "./boxes.ts";
import styles from "./pictures.module.css";
import { boxStyle, useShared } from "./SharedWith.tsx";

/** A box that covers nearly everything is drawn as the picture's frame: its label stands inside. */
const whole = 0.95;

export function Boxes({ picture, index }: { picture: PictureView; index: number }) {
  const { finds, spans, pointed } = useFinds();
  const drawn = useMemo(() => boxesOf(index, picture.read, finds.values(), spans), [index, picture.read, finds, spans]);
  // What is shared is outlined here only while its reason is pointed at; below, it stands beside the other's picture.
  const shared = useShared(index).filter(({ find }) => pointed.keys.includes(find));
  return (
    <>
      {drawn.map((each) =>
        each.finds.length > 0 ? <Found key={each.key} drawn={each} /> : <Read key={each.key} drawn={each} />,
      )}
      {shared.map(({ key, shared: { box } }) => (
        <span key={key} className={styles.shared} style={boxStyle(box)} />
      ))}
    </>
  );
}

const Read = ({ drawn }: { drawn: Drawn }) => <span className={styles.readBox} style={boxStyle(drawn.box)} />;

function Found({ drawn }: { drawn: Drawn }) {
  const { finds, pointed, point, verdicts } = useFinds();
  const kindText = useKindText();
  const found = drawn.finds.flatMap((key) => finds.get(key) ?? []);
  const first = found[0];
  if (!first) return null;
  const { signal, evidence } = first;
  const kind = evidence.type === "region" || evidence.type === "span" ? kindText(signal.detector, evidence.kind) : "";
  const value = evidence.type === "region" ? evidence.text : evidence.type === "span" ? evidence.value : undefined;
  const label = value ?? kind;
  const state = found.every((each) => verdicts[each.signal.detector] === "wrong")
    ? "wrong"
    : found.some((each) => each.signal.state === "found")
      ? "found"
      : "clear";
  return (
    <button
      type="button"
      className={styles.region}
      data-keys={drawn.finds.join(" ")}
      data-state={state}
      data-pointed={drawn.finds.some((key) => pointed.keys.includes(key)) || undefined}
      data-whole={drawn.box[2] * drawn.box[3] >= whole || undefined}
      style={boxStyle(drawn.box)}
      aria-label={value && value !== kind ? `${kind}: ${value}` : label}
      onMouseEnter={(event) => point(drawn.finds, event.currentTarget)}
      onFocus={(event) => point(drawn.finds, event.currentTarget)}
      onMouseLeave={() => point([])}
      onBlur={() => point([])}
    >
      <span className={`${styles.regionLabel} untrusted`}>{label}</span>
    </button>
  );
}
