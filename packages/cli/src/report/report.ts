/** What a check found, as one HTML page that can be sent to a colleague: no script, no address outside it. */

import { readFileSync } from "node:fs";
import type { Decision, Evidence, Outcome, SpanEvidence } from "@assay/contract";

/** A person's time for one case, in seconds: an assumption, said on the page. */
const secondsPerCase = 45;
/** Examples shown of each kind. */
const kept = 100;

interface Example {
  decision: Decision;
  data: Record<string, unknown>;
  incumbent?: { outcome?: Outcome; reason?: string };
}

const outcomeNames: Record<Outcome, string> = {
  refuse: "Refused",
  review: "For a person",
  request_changes: "Fix asked",
  approve: "Approved",
};
const outcomeOrder = Object.keys(outcomeNames) as Outcome[];

/** What becomes of an ad: its outcome, where an approval with parts of it hidden, or shown to fewer, is not simply one. */
type Fate = Outcome | "reduced";
const fateNames: Record<Fate, string> = {
  refuse: outcomeNames.refuse,
  review: outcomeNames.review,
  request_changes: outcomeNames.request_changes,
  reduced: "Published with parts hidden, or to fewer",
  approve: outcomeNames.approve,
};
const fates = Object.keys(fateNames) as Fate[];
const fateOf = ({ outcome, visibility }: Decision): Fate =>
  outcome === "approve" && visibility !== "visible" ? "reduced" : outcome;

export class Report {
  readonly #fates = new Map<Fate, number>();
  readonly #reasons = new Map<string, number>();
  readonly #detectors = new Map<string, { found: number; unknown: number }>();
  readonly #examples = new Map<string, Example[]>();
  /** Incumbent's outcome → ours → number. */
  readonly #against = new Map<Outcome, Map<Outcome, number>>();
  readonly #bad: { line: number; detail: string }[] = [];
  #badCount = 0;
  #cases = 0;
  #count = 0;

  add(answer: Decision | { line: number; error: { detail: string } }, body: unknown): void {
    this.#count++;
    if ("error" in answer) {
      this.#badCount++;
      if (this.#bad.length < kept) this.#bad.push({ line: answer.line, detail: answer.error.detail });
      return;
    }
    const { data = {}, incumbent } = body as { data?: Record<string, unknown>; incumbent?: Example["incumbent"] };
    const fate = fateOf(answer);
    bump(this.#fates, fate);
    for (const code of new Set(answer.reasons.map((reason) => reason.code))) bump(this.#reasons, code);
    for (const signal of answer.signals) {
      const seen = this.#detectors.get(signal.detector) ?? { found: 0, unknown: 0 };
      if (signal.state !== "clear") seen[signal.state]++;
      this.#detectors.set(signal.detector, seen);
    }
    if (answer.cases.length > 0) this.#cases++;
    const example: Example = { decision: answer, data, ...(incumbent && { incumbent }) };
    if (fate !== "approve") this.#keep(fate, example);
    if (!incumbent?.outcome) return;
    const row = this.#against.get(incumbent.outcome) ?? new Map<Outcome, number>();
    bump(row, answer.outcome);
    this.#against.set(incumbent.outcome, row);
    if (incumbent.outcome === "approve" && answer.outcome !== "approve") this.#keep("stopped", example);
    if (incumbent.outcome === "refuse" && answer.outcome === "approve") this.#keep("missed", example);
  }

  html({ file, assumptions }: { file: string; assumptions: readonly string[] }): string {
    const decided = this.#count - this.#badCount;
    const touched = decided - (this.#fates.get("approve") ?? 0);
    const hours = (this.#cases * secondsPerCase) / 3600;
    return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Assay: what would be decided of ${escaped(file)}</title>
<style>${readFileSync(new URL("./report.css", import.meta.url), "utf8")}</style>
<body><header><p class="brand">Assay</p><h1>What would be decided of ${escaped(file)}</h1>
<p>${number(this.#count)} lines, ${new Date().toISOString().slice(0, 10)}. Starter policies, nothing tuned, nothing kept.</p></header>
<section class="figures">
${figure(number(decided), "decided")}${figure(percent(touched, decided), "not simply approved")}
${figure(number(this.#cases), "cases for people")}${figure(hours.toFixed(1), `hours of moderation, at ${secondsPerCase} s a case`)}
</section>
${this.#bar(decided)}
${this.#comparison()}
<section><h2>Why</h2>${table(
      ["Reason", "Ads", "Share"],
      sorted(this.#reasons).map(([code, n]) => [escaped(code.replaceAll("_", " ")), number(n), percent(n, decided)]),
    )}</section>
<section><h2>What the detectors saw</h2>${table(
      ["Detector", "Found", "Per 1,000", "Unknown"],
      [...this.#detectors].map(([id, seen]) => [
        escaped(id),
        number(seen.found),
        ((seen.found / Math.max(1, decided)) * 1000).toFixed(1),
        number(seen.unknown),
      ]),
    )}</section>
${fates
  .filter((fate) => fate !== "approve")
  .map((fate) => this.#section(fate, fateNames[fate], this.#fates.get(fate) ?? 0))
  .join("")}
${
  this.#badCount > 0
    ? `<section><h2>Lines that could not be read (${number(this.#badCount)})</h2>${table(
        ["Line", "Why"],
        this.#bad.map(({ line, detail }) => [number(line), escaped(detail)]),
      )}</section>`
    : ""
}
<footer>${assumptions.length > 0 ? `<h2>What was assumed</h2><ul>${assumptions.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>` : ""}
<p>Made by <code>assay check</code>. Ads were decided in the order of the file, each with the ones before it as its history.</p></footer></body></html>
`;
  }

  #keep(kind: string, example: Example): void {
    const list = this.#examples.get(kind) ?? [];
    if (list.length < kept) list.push(example);
    this.#examples.set(kind, list);
  }

  #bar(decided: number): string {
    const parts = fates.map((fate) => ({ fate, n: this.#fates.get(fate) ?? 0 })).filter(({ n }) => n > 0);
    const label = parts.map(({ fate, n }) => `${fateNames[fate]} ${percent(n, decided)}`).join(", ");
    return `<section><div class="bar" role="img" aria-label="${label}">
${parts.map(({ fate, n }) => `<span class="${fate}" style="flex-grow:${n}"></span>`).join("")}</div>
<p class="key">${parts.map(({ fate, n }) => `<span><i class="${fate}"></i>${fateNames[fate]} ${number(n)} (${percent(n, decided)})</span>`).join("")}</p></section>`;
  }

  #comparison(): string {
    if (this.#against.size === 0) return "";
    const rows = outcomeOrder
      .filter((outcome) => this.#against.has(outcome))
      .map((outcome) => [
        outcomeNames[outcome],
        ...outcomeOrder.map((ours) => number(this.#against.get(outcome)!.get(ours) ?? 0)),
      ]);
    return `<section><h2>Beside what was decided</h2><p>Rows: what your system decided. Columns: what Assay would have.</p>
${table(["Decided", ...outcomeOrder.map((outcome) => outcomeNames[outcome])], rows)}</section>
${this.#section("stopped", "Published then, stopped by Assay: either it was missed, or Assay would have hurt someone. Read them.")}
${this.#section("missed", "Refused then, approved by Assay: what it would have let through, or what was refused wrongly")}`;
  }

  #section(kind: string, title: string, total?: number): string {
    const examples = this.#examples.get(kind) ?? [];
    if (examples.length === 0) return "";
    const of =
      total !== undefined && total > examples.length
        ? `, the first ${examples.length} of ${number(total)}`
        : ` (${examples.length})`;
    return `<section><h2>${escaped(title)}${of}</h2>${examples.map(card).join("")}</section>`;
  }
}

function card({ decision, data, incumbent }: Example): string {
  const spans = decision.signals
    .filter((signal) => signal.state === "found")
    .flatMap((signal) => signal.evidence)
    .filter((evidence) => evidence.type === "span");
  const text = (field: string) => {
    const value = data[field];
    return typeof value === "string"
      ? marked(
          value,
          spans.filter((span) => span.field === field),
        )
      : "";
  };
  const price = data.price as { amount?: number; currency?: string } | undefined;
  const others = decision.signals
    .filter((signal) => signal.state !== "clear")
    .flatMap((signal) => [
      ...(signal.state === "unknown" ? [`${signal.detector}: unknown, ${signal.reason ?? ""}`] : []),
      ...signal.evidence.flatMap((evidence) => told(evidence)),
    ]);
  return `<article class="${fateOf(decision)}"><h3>${text("title") || escaped(decision.subject.id)}${price?.amount === undefined ? "" : ` <small>${number(price.amount)} ${escaped(price.currency ?? "")}</small>`}</h3>
<p class="reasons">${[...new Set(decision.reasons.map((reason) => reason.code))].map((code) => `<b>${escaped(code.replaceAll("_", " "))}</b>`).join(" ")}
${incumbent?.reason ? `<em>decided then: ${escaped(incumbent.reason)}</em>` : ""}<small>${escaped(decision.subject.id)}</small></p>
<p class="text">${text("description") || text("text")}</p>
${
  others.length > 0
    ? `<ul>${others
        .slice(0, 8)
        .map((line) => `<li>${escaped(line)}</li>`)
        .join("")}</ul>`
    : ""
}</article>`;
}

/** Evidence that is no span, in one line. */
function told(evidence: Evidence): string[] {
  switch (evidence.type) {
    case "distribution":
      return [
        `price ${number(evidence.value)} among ${evidence.n} comparables, which lie between ${number(evidence.band.p5)} and ${number(evidence.band.p95)}`,
      ];
    case "change":
      return [`${evidence.field}: “${evidence.before ?? "nothing"}” became “${evidence.after ?? "nothing"}”`];
    case "window":
      return [
        `${evidence.what}: ${evidence.count} in ${Math.round(evidence.span_s / 3600)} h, limit ${evidence.limit}`,
      ];
    case "subject":
      return [
        `${evidence.label ?? "like"} ${evidence.subject.kind} ${evidence.subject.id}: ${evidence.shared.join(", ")}`,
      ];
    case "region":
      return [`picture ${evidence.picture + 1}: ${evidence.kind}${evidence.text ? ` “${evidence.text}”` : ""}`];
    default:
      return [];
  }
}

/** The text with its spans marked, cut to what is around them when it is long. Overlapping spans share a mark. */
function marked(text: string, spans: readonly SpanEvidence[]): string {
  const parts = spans.flatMap((span) => [
    span,
    ...(span.parts ?? []).filter((part) => !part.subject && part.field === span.field),
  ]);
  const ranges = parts
    .map(({ start, end }) => ({
      start,
      end: Math.min(end, text.length),
      title: spans
        .filter((span) => span.start < end && span.end > start)
        .map((span) => `${span.kind}${span.value ? `: ${span.value}` : ""}`)
        .join("; "),
    }))
    .sort((a, b) => a.start - b.start);
  let html = "";
  let at = 0;
  const room = 160;
  for (const { start, end, title } of ranges) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    const before = text.slice(at, from);
    html +=
      before.length > room * 2
        ? `${escaped(before.slice(0, at === 0 ? room / 2 : room))} … ${escaped(before.slice(-room))}`
        : escaped(before);
    html += `<mark title="${escaped(title)}">${escaped(text.slice(from, end))}</mark>`;
    at = end;
  }
  const rest = text.slice(at);
  return html + escaped(rest.length > room * 2 ? `${rest.slice(0, room * 2)} …` : rest);
}

const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that a page may not hold
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, "\ufffd");
const number = (value: number) => value.toLocaleString("en");
const percent = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`;
const figure = (value: string, label: string) => `<p><strong>${value}</strong>${label}</p>`;
const sorted = (map: Map<string, number>) => [...map].sort((a, b) => b[1] - a[1]);

function bump<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "<p>Nothing.</p>";
  return `<div class="scroll"><table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table></div>`;
}
