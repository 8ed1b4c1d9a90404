import type { SubjectKind } from "@assay/contract";
import { runDetector } from "@assay/detectors";
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

/** Hits of each detector on honest texts, and of any of them. A hit of nothing but links, or of where the thing is to be had, counts apart. */
function hits(name: string, kind: SubjectKind, texts: readonly Text[], bar?: number): Row[] {
  const count = new Map<string, number>();
  let any = 0;
  for (const { title, text } of texts) {
    const data = kind === "listing" ? { title: title ?? "", description: text } : { text };
    const input = inputOf(kind, data);
    let hit = false;
    for (const detector of textDetectors(kind)) {
      const signal = runDetector(detector, input, (error) => {
        throw error;
      });
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
  }
  const n = texts.length;
  const rows: Row[] = [
    {
      task: `${name}: any detector; links, addresses and writing quality apart`,
      n,
      benign: perThousand(any, n),
      ...(bar !== undefined && { bar: { of: "benign" as const, value: bar } }),
    },
  ];
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
      ...hits("Craigslist ads without a contact that a person read", "listing", honest, 25).slice(0, 1),
      ...hits("Craigslist ads", "listing", ads),
      ...hits("Vinted reviews, French", "review", data.rows<Text>("../vinted_app_reviews_fr/tune/data.jsonl"), 25),
      ...hits("SMS ham, English", "message", ham("../sms_smishing/tune/data.jsonl"), 25),
    ];
  },
};
