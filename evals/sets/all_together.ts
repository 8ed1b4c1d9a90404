import type { HistoryValues, Signal, SubjectKind } from "@assay/contract";
import { detectors, runDetector } from "@assay/detectors";
import { compilePolicies, starterLists, starterPolicies, starterReasons } from "@assay/policy";
import type { Evaluation, Row } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { inputOf, textDetectors } from "../screen.ts";
import { wasRead } from "./contacts.ts";

interface Text {
  id?: string;
  title?: string;
  text: string;
  label?: string;
}

const starter = compilePolicies(starterPolicies(detectors), {
  detectors,
  reasons: starterReasons(),
  lists: [...starterLists],
});
/** What is asked of an account that has been there for a year; newer ones are looked at more closely. */
const account: HistoryValues["account_profile"] = { known: true, age_days: 400, listings_total: 12, refusals_90d: 0 };

/** What the starter policies do with a text of which only the text detectors saw anything: nothing (approved as it stands), or the outcome and its reasons. */
function interventionOn(input: ReturnType<typeof inputOf>, signals: readonly Signal[]) {
  const { kind } = input.subject;
  const others = detectors
    .filter(({ id, subjects }) => subjects.includes(kind) && !signals.some(({ detector }) => detector === id))
    .map(({ id, version }): Signal => ({ detector: id, version, state: "clear", score: 0, evidence: [] }));
  const { outcome, visibility, restrictions, reasons } = starter.decide({
    subject: input.subject,
    eventId: "e1",
    eventType: input.eventType,
    at: input.at,
    signals: [...signals, ...others],
    pending: [],
    history: { ...input.history, account_profile: account },
    lists: Object.fromEntries(starterLists.map((name) => [name, []])),
  });
  if (outcome === "approve" && visibility === "visible" && restrictions.length === 0) return undefined;
  return { outcome, reasons: reasons.map(({ code }) => code) };
}

/** Hits of each detector on honest texts, and of any of them. A hit of nothing but links, or of where the thing is to be had, counts apart. */
function hits(name: string, kind: SubjectKind, texts: readonly Text[], bar?: number, most?: number): Row[] {
  const count = new Map<string, number>();
  const done = new Map<string, number>();
  let any = 0;
  let interventions = 0;
  for (const { title, text } of texts) {
    const data = kind === "listing" ? { title: title ?? "", description: text } : { text };
    const input = inputOf(kind, data);
    let hit = false;
    const signals: Signal[] = [];
    for (const detector of textDetectors(kind)) {
      const signal = runDetector(detector, input, (error) => {
        throw error;
      });
      signals.push(signal);
      if (signal.state !== "found") continue;
      const only = (...kinds: string[]) =>
        detector.id === "text_contact_details" &&
        signal.evidence.every((e) => e.type === "span" && kinds.includes(e.kind));
      const apart = only("link") ? "links only" : only("link", "address") ? "addresses only" : undefined;
      const id = apart ? `text_contact_details, ${apart}` : detector.id;
      count.set(id, (count.get(id) ?? 0) + 1);
      // What says how a text is written, not what is wrong with it, is not an accusation.
      if (!apart && id !== "text_quality" && id !== "text_language") hit = true;
    }
    if (hit) any += 1;
    const intervention = interventionOn(input, signals);
    if (!intervention) continue;
    interventions += 1;
    for (const reason of new Set(intervention.reasons)) {
      const task = `${name}: ${intervention.outcome}, ${reason}`;
      done.set(task, (done.get(task) ?? 0) + 1);
    }
  }
  const n = texts.length;
  const rows: Row[] = [
    {
      task: `${name}: any detector; links, addresses and writing quality apart`,
      n,
      benign: perThousand(any, n),
      ...(bar !== undefined && { bar: { of: "benign" as const, value: bar } }),
    },
    {
      task: `${name}: the starter policies do not let it through as it stands, account of 400 days`,
      n,
      benign: perThousand(interventions, n),
      ...(most !== undefined && { bar: { of: "benign" as const, value: most } }),
    },
  ];
  for (const [task, of] of [...done].sort((a, b) => b[1] - a[1])) rows.push({ task, n, benign: perThousand(of, n) });
  for (const [id, of] of [...count].sort((a, b) => b[1] - a[1])) {
    rows.push({ task: `${name}: ${id}`, n, benign: perThousand(of, n) });
  }
  return rows;
}

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  also: ["vinted_app_reviews_fr", "sms_smishing", "sms_spam_en_fr_de_hi"],
  title: "All text detectors together on honest texts",
  source: "the ads of stanfordnlp/cocoa, French reviews of the Vinted app, and the ham of two SMS collections.",
  run(data) {
    const ham = (file: string) => data.rows<Text>(file).filter((text) => text.label === "ham");
    const ads = data.rows<Text>();
    // The site stripped plain contacts; what was left disguised is a contact all the same, not an honest ad.
    const kinds = ["phone", "email", "messenger", "handle"];
    const honest = ads.filter((ad) => !kinds.some((kind) => wasRead(kind, ad.id ?? "")));
    return [
      ...hits("Craigslist ads without a contact that a person read", "listing", honest, 25, 12).slice(0, 2),
      ...hits("Craigslist ads", "listing", ads),
      ...hits("Vinted reviews, French", "review", data.rows<Text>("../vinted_app_reviews_fr/tune/data.jsonl"), 25, 12),
      ...hits("SMS ham, English", "message", ham("../sms_smishing/tune/data.jsonl"), 25, 12),
    ];
  },
};
