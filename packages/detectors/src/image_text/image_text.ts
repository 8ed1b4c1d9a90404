/** What is written or coded in pictures and would take the deal off the marketplace. What was read is also a text field that every text detector reads. */
import type { Evidence, MeasurementValue } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";
import { type ContactKind, contactKinds, contactValues } from "../text/contacts.ts";
import { countriesOf } from "../text/countries.ts";
import { contactsOf, textsOf } from "../text/index.ts";

type PictureText = MeasurementValue<"picture_text">;

const kinds: Record<ContactKind | "code", string> = {
  phone: "A telephone number in the picture",
  email: "A mail address in the picture",
  handle: "A name on another platform in the picture",
  link: "A web address in the picture, written or in a code",
  messenger: "An invitation to a messenger in the picture",
  address: "A postal address in the picture",
  code: "A code that buyers can scan; what it holds leads nowhere that is known",
};

const operatingPoint = 0.5;
const maxEvidence = 30;

export const imageText = defineDetector({
  id: "image_text",
  version: 2,
  title: "Text in pictures",
  summary: "Reads what is written in pictures and what codes in them hold, and finds contact details among it.",
  subjects: ["listing", "account", "message", "review"],
  history: ["account_profile"],
  measurements: ["picture_text"],
  cost: "slow",
  kinds,
  values: {
    ...contactValues((kind) => `${kinds[kind].toLowerCase()} was read`),
    code: { type: "bool", title: "a code that leads nowhere that is known was read, a product's own apart" },
    scannable: {
      type: "bool",
      title: "a code that buyers can scan was read, wherever it leads, a product's own apart",
    },
    characters: { type: "double", title: "How many characters were read in all pictures" },
  },
  detect({ subject, history, measurements: { picture_text: texts = [] } }) {
    const countries = countriesOf(subject, history.account_profile);
    const views = new Map(textsOf(subject).map((view) => [view.field, view]));
    const regions: { region: Evidence; score: number; kind: ContactKind | "code" }[] = [];
    const scores: Record<string, number> = {};
    let failed: string | undefined;
    let characters = 0;
    let scannable = false;
    let best = 0;
    for (const [picture, result] of texts.entries()) {
      if (result.state === "pending") failed ??= `picture ${picture + 1} was not read yet`;
      if (result.state === "failed") failed ??= `picture ${picture + 1}: ${result.reason}`;
      if (result.state !== "done") continue;
      const { text, parts } = result.value;
      characters += text.length;
      const see = (kind: ContactKind | "code", score: number, start: number, end: number, value: string) => {
        best = Math.max(best, score);
        scores[kind] = Math.max(scores[kind] ?? 0, score);
        if (score < operatingPoint || regions.length >= maxEvidence) return;
        const box = boxOf(parts, start, end);
        regions.push({ region: { type: "region", picture, box, kind, text: value.slice(0, 200) }, score, kind });
      };
      const view = views.get(`pictures[${picture}].text`);
      const led = new Set<number>();
      for (const contact of view?.original === text ? contactsOf(view, countries).all : []) {
        const { start, end } = view!.toOriginal(contact.start, contact.end);
        for (const [part, place] of parts.entries()) if (place.start < end && start < place.end) led.add(part);
        const sureness = surenessOf(parts, start, end);
        see(contact.kind, round(contact.score * sureness), start, end, contact.value);
      }
      for (const [part, { code, start, end }] of parts.entries()) {
        if (code && (code.startsWith("QR") || led.has(part))) scannable = true;
        if (code?.startsWith("QR") && !led.has(part)) see("code", operatingPoint, start, end, text.slice(start, end));
      }
    }
    const values = { ...valuesOf(regions, characters), scannable };
    if (regions.length === 0) return failed ? unknown(failed) : clear(best, { scores, values });
    regions.sort((a, b) => b.score - a.score);
    return { state: "found", score: best, scores, values, evidence: regions.map(({ region }) => region) };
  },
});

const round = (score: number) => Math.round(score * 1000) / 1000;

function valuesOf(regions: readonly { kind: string }[], characters: number): Record<string, boolean | number> {
  const seen = (kind: string) => regions.some((found) => found.kind === kind);
  return { ...Object.fromEntries([...contactKinds, "code"].map((kind) => [kind, seen(kind)])), characters };
}

/** How surely the least sure part of a place was read; what was read badly is believed less. */
function surenessOf(parts: PictureText["parts"], start: number, end: number): number {
  const over = parts.filter((part) => part.start < end && start < part.end);
  return Math.min(1, ...over.map(({ confidence }) => 0.5 + confidence / 2));
}

/** The box around all parts of a place. */
function boxOf(parts: PictureText["parts"], start: number, end: number): [number, number, number, number] {
  const boxes = parts.filter((part) => part.start < end && start < part.end).map(({ box }) => box);
  if (boxes.length === 0) return [0, 0, 1, 1];
  const x = Math.min(...boxes.map(([left]) => left));
  const y = Math.min(...boxes.map(([, top]) => top));
  const right = Math.max(...boxes.map(([left, , width]) => left + width));
  const bottom = Math.max(...boxes.map(([, top, , height]) => top + height));
  return [x, y, right - x, bottom - y];
}
