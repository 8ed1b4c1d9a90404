/** Evidence is a closed union; this table has one renderer for each member, and does not compile without one. */
import type { Evidence } from "@assay/contract";
import type { ComponentType } from "react";
import { Change } from "./Change.tsx";
import { Distribution } from "./Distribution.tsx";
import type { EvidenceOf, Find } from "./finds.ts";
import { OtherSubject } from "./OtherSubject.tsx";
import { Region } from "./Region.tsx";
import { Score } from "./Score.tsx";
import { SpanQuote } from "./SpanQuote.tsx";
import { TimelineChart } from "./TimelineChart.tsx";
import { WindowCount } from "./WindowCount.tsx";

const renderers: { [K in Evidence["type"]]: ComponentType<{ evidence: EvidenceOf<K>; detector: string }> } = {
  span: SpanQuote,
  region: Region,
  subject: OtherSubject,
  change: Change,
  distribution: Distribution,
  timeline: TimelineChart,
  window: WindowCount,
  score: Score,
};

export function EvidenceView({ find }: { find: Find }) {
  const Renderer = renderers[find.evidence.type] as ComponentType<{ evidence: Evidence; detector: string }>;
  return <Renderer evidence={find.evidence} detector={find.signal.detector} />;
}
