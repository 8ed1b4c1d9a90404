/** One decision's finds, and which one is pointed at: shared by the highlights and the list of reasons. */
import type { PictureView, Reason, Signal } from "@assay/contract";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Find, findsOf, type Place, SpanIndex } from "./finds.ts";

export type Verdict = "wrong" | "right";

interface Pointed {
  keys: readonly string[];
  /** The highlight that is pointed at; null when a reason is. */
  anchor: HTMLElement | null;
}

interface Finds {
  finds: ReadonlyMap<string, Find>;
  spans: SpanIndex;
  pointed: Pointed;
  point: (keys: readonly string[], anchor?: HTMLElement | null) => void;
  textAt: (place: Place) => string | undefined;
  pictures: readonly PictureView[];
  showPicture: ((index: number) => void) | undefined;
  /** What this person said of each detector's signal here; absent where nothing can be said. */
  verdicts: Readonly<Record<string, Verdict>>;
  say: ((detector: string, verdict: Verdict) => void) | undefined;
  /** Reason codes of the decision: some mean pictures that are veiled. */
  reasons: readonly string[];
  /** Whether veiled pictures are shown as they are, while the person asks for it. */
  revealed: boolean;
  reveal: (shown: boolean) => void;
}

const nothing: Pointed = { keys: [], anchor: null };
const none: readonly Reason[] = [];
const Context = createContext<Finds | undefined>(undefined);

export function useFinds(): Finds {
  const finds = useContext(Context);
  if (!finds) throw new Error("useFinds stands outside of a FindsProvider");
  return finds;
}

export function FindsProvider({
  signals,
  subject,
  textAt,
  pictures = [],
  showPicture,
  verdicts = {},
  say,
  reasons = none,
  children,
}: {
  signals: readonly Signal[];
  subject: { kind: string; id: string };
  textAt: (place: Place) => string | undefined;
  pictures?: readonly PictureView[];
  showPicture?: (index: number) => void;
  verdicts?: Readonly<Record<string, Verdict>>;
  say?: ((detector: string, verdict: Verdict) => void) | undefined;
  reasons?: readonly Reason[];
  children: ReactNode;
}) {
  const [pointed, setPointed] = useState(nothing);
  const [revealed, reveal] = useState(false);
  // A key that is let go of in another window is never heard of here.
  useEffect(() => {
    if (!revealed) return;
    const hide = () => reveal(false);
    window.addEventListener("blur", hide);
    return () => window.removeEventListener("blur", hide);
  }, [revealed]);
  const { kind, id } = subject;
  const index = useMemo(() => {
    const finds = findsOf(signals);
    return { finds: new Map(finds.map((find) => [find.key, find])), spans: new SpanIndex(finds, { kind, id }) };
  }, [signals, kind, id]);
  const value = useMemo<Finds>(
    () => ({
      ...index,
      pointed,
      point: (keys, anchor = null) => setPointed(keys.length === 0 ? nothing : { keys, anchor }),
      textAt,
      pictures,
      showPicture,
      verdicts,
      say,
      reasons: reasons.map((reason) => reason.code),
      revealed,
      reveal,
    }),
    [index, pointed, textAt, pictures, showPicture, verdicts, say, reasons, revealed],
  );
  return <Context value={value}>{children}</Context>;
}
