/** From a request body to what the pipeline works on: checked, normalised, hashed. */
import { createHash } from "node:crypto";
import {
  type AssayEvent,
  type ConditionGrade,
  conditionGrades,
  type Mode,
  type Picture,
  parseEvent,
  type Subject,
  textFields,
} from "@assay/contract";
import { type AccountIdentifier, accountIdentifiers } from "@assay/detectors";
import { canonicalJson } from "../audit/index.ts";

/** One event on its way through the pipeline. */
export interface Intake {
  marketplace: string;
  mode: Mode;
  event: AssayEvent;
  subject: Subject;
  /** The event's time in ms since 1970. */
  at: number;
  /** SHA-256 of the body in canonical form, so that the order of keys does not matter. */
  bodyHash: string;
  /** To recognise the subject by; at most 500 UTF-16 units, unpaired surrogates and NULs replaced one for one. */
  title: string;
  /** Messages belong to a conversation: the one they name, or that of their two people and listing. */
  conversation: string | null;
  /** The other person: who a message goes to, whom a review is about, who sells what is ordered. */
  counterpart: string | null;
  /** Address or content hash of each picture, in order. */
  pictureRefs: string[];
  /** What ties its account to others, in normal form. */
  identifiers: AccountIdentifier[];
}

/** @throws AssayError when the event does not fit the contract */
export function accept(body: unknown, marketplace: string, mode: Mode, now: number): Intake {
  const { event, subject, at } = parseEvent(body, now);
  const { data } = subject;
  const condition = normaliseCondition(data.condition);
  if (condition) data.condition = condition;
  const texts = [...(textFields[subject.kind] ?? []), "title", "text", "name"].map((field) => data[field]);
  const title = String(texts.find((text) => typeof text === "string" && text.trim() !== "") ?? "");
  const to = data.to ?? data.about ?? (subject.kind === "order" ? data.seller : undefined) ?? null;
  const pictureRefs = ((data.pictures as Picture[] | undefined) ?? []).map(pictureRef);
  return {
    marketplace,
    mode,
    event,
    subject,
    at,
    bodyHash: createHash("sha256").update(canonicalJson(body)).digest("hex"),
    title: storable(title.slice(0, 500)),
    conversation: subject.kind === "message" ? conversationOf(data) : null,
    counterpart: typeof to === "string" ? to : null,
    pictureRefs,
    identifiers: accountIdentifiers(subject, event.client, pictureRefs),
  };
}

/** What a picture is known by before its content is: the content hash of an upload, else its address. */
export function pictureRef(picture: Picture): string {
  return storable(picture.content ?? picture.url ?? (picture.path === undefined ? "" : `path:${picture.path}`));
}

/** Text that PostgreSQL's `text` can hold, of the same length: NULs and unpaired surrogates become U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}

function conversationOf(data: Record<string, unknown>): string {
  if (typeof data.conversation === "string") return data.conversation;
  return [...[data.from, data.to ?? ""].map(String).sort(), data.listing ?? ""].join(" ");
}

const conditionWords: readonly (readonly [RegExp, ConditionGrade])[] = [
  [/parts|pieces|pièces|defect|défectueux|broken|damaged|hs\b/i, "for_parts"],
  [/refurb|reconditionn|renewed/i, "refurbished"],
  [/like.?new|as.?new|comme.?neuf|mint|excellent|très bon|very.?good/i, "like_new"],
  [/^(https?:\/\/schema\.org\/)?new|^neuf|brand.?new|^nuovo|^nuevo|^neu\b/i, "new"],
  [/fair|acceptable|satisf|poor|usé|worn/i, "fair"],
  [/good|bon|used|occasion|usado|usato|gebraucht/i, "good"],
];

/** Conditions are stored as grade, schema.org type and what was said (ANCHORS.md). */
function normaliseCondition(given: unknown): { grade?: string; schema_org?: string; raw?: string } | undefined {
  if (typeof given === "string") {
    const grade = Object.hasOwn(conditionGrades, given)
      ? (given as ConditionGrade)
      : conditionWords.find(([words]) => words.test(given.slice(0, 200)))?.[1];
    return { ...(grade && { grade, schema_org: conditionGrades[grade] }), raw: given };
  }
  if (typeof given !== "object" || given === null) return undefined;
  const { grade, schema_org, raw } = given as Record<string, string | undefined>;
  const known = grade !== undefined && Object.hasOwn(conditionGrades, grade) ? (grade as ConditionGrade) : undefined;
  return {
    ...given,
    ...(known && !schema_org && { schema_org: conditionGrades[known] }),
    ...(raw !== undefined && { raw }),
  };
}
