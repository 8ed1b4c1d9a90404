import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CountryCode } from "libphonenumber-js/min";
import type { Evaluation, Row } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { plainPhones } from "../peers.ts";
import { inputOf, signalOf } from "../screen.ts";
import type { Kind } from "./contacts.ts";

interface Contact {
  kind: Kind;
  /** A phone's national digits; an e-mail's address; else how one would write it plainly. */
  value: string;
}

interface Line {
  language: "en" | "fr" | "de" | "es" | "it";
  /** How it is hidden, or what an honest line looks like. */
  disguise: string;
  /** An ad, or consecutive messages of one person in one conversation. */
  texts?: { title?: string; description?: string };
  messages?: string[];
  /** Empty in honest lines. */
  contacts: Contact[];
}

type Found = Pick<Contact, "value"> & { kind: string };

const country = { en: "GB", fr: "FR", de: "DE", es: "ES", it: "IT" } as const satisfies Record<string, CountryCode>;

/** Every contact that text_contact_details claims, message after message with those before it. */
function found({ language, texts, messages }: Line): Found[] {
  const inputs = texts
    ? [inputOf("listing", { ...texts, language })]
    : messages!.map((text, i) =>
        inputOf(
          "message",
          { text, language, conversation: "c1" },
          {
            conversation_before: messages!.slice(0, i).map((before, j) => ({
              id: `m${j}`,
              from: "a1",
              at: new Date(Date.UTC(2026, 10, 21, 11, 50 + j)).toISOString(),
              text: before,
            })),
          },
        ),
      );
  return inputs.flatMap((input) =>
    signalOf("text_contact_details", input).evidence.flatMap((e) =>
      e.type === "span" ? [{ kind: e.kind, value: e.value ?? "" }] : [],
    ),
  );
}

/** A handle is often given by its link, and an invitation by the handle: either says how to reach the person. */
const reach = new Set<string>(["handle", "messenger", "link"]);
const leet: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a" };
/**
 * Without its ending, which is often left to the reader ("at gmail"); digits for letters and repeated letters either as
 * they were written or as they were meant.
 */
const mailbox = (value: string) => {
  const [name = "", domain = ""] = value
    .toLowerCase()
    .replace(/[0134]/g, (digit) => leet[digit]!)
    .replace(/(.)\1+/g, "$1")
    .split("@");
  return `${name.replace(/[^\p{L}\p{N}]/gu, "")}@${domain.split(".")[0]}`;
};

/** Phones and e-mails must be read as they are, but for a country's code and an address' ending; of the rest the kind counts. */
function same(contact: Contact, claim: Found): boolean {
  if (contact.kind === "phone") {
    const national = contact.value.replace(/^0+/, "");
    return ["phone", "messenger"].includes(claim.kind) && claim.value.replace(/\D/g, "").endsWith(national);
  }
  if (contact.kind === "email") return claim.kind === "email" && mailbox(contact.value) === mailbox(claim.value);
  return contact.kind === "address" ? claim.kind === "address" : reach.has(contact.kind) && reach.has(claim.kind);
}

interface Judged {
  line: Line;
  claims: Found[];
  /** Contacts of the line that no claim says. */
  missed: Contact[];
}

/** The lines by somebody who had not read the detectors; with `more`, those that their author wrote before mending them. */
export function lines(more = false): Line[] {
  return readFileSync(join(import.meta.dirname, `../texts/disguised_contacts${more ? "_more" : ""}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

export function judge(line: Line): Judged {
  const claims = found(line);
  return { line, claims, missed: line.contacts.filter((contact) => !claims.some((claim) => same(contact, claim))) };
}

const textOf = ({ texts, messages }: Line) =>
  (messages ?? [texts?.title, texts?.description]).filter(Boolean).join("\n");

/** Recall over lines with every contact found, precision over lines where anything is claimed. */
function row(task: string, judged: readonly Judged[], withPeer = false): Row {
  const { n, precision, falseRate } = confusion(
    judged.map(({ line, claims }) => ({ actual: line.contacts.length > 0, said: claims.length > 0 })),
  );
  const hidden = judged.filter(({ line }) => line.contacts.length > 0);
  const whole = hidden.filter(({ missed }) => missed.length === 0).length;
  const phones = judged.filter(({ line }) => line.contacts.some(({ kind }) => kind === "phone"));
  const peer = phones.filter(({ line }) => {
    const all = plainPhones(textOf(line), country[line.language]);
    return line.contacts.every(
      (one) => one.kind !== "phone" || all.some((found) => same(one, { kind: "phone", value: found })),
    );
  });
  return {
    task,
    n,
    ...(hidden.length > 0 && { recall: whole / hidden.length }),
    ...(hidden.length < n && hidden.length > 0 && { precision }),
    ...(hidden.length < n && { benign: falseRate * 1000 }),
    ...(withPeer &&
      phones.length > 0 && {
        peer: { name: "lines with a phone, libphonenumber-js", value: peer.length / phones.length },
      }),
  };
}

export const evaluation: Evaluation = {
  set: "disguised_contacts",
  title: "Disguised contacts in five languages",
  source:
    "`evals/texts/disguised_contacts.jsonl`, in this repository, CC0: written for Assay by somebody who had not read the detectors; numbers are invented, many of ranges kept for fiction.",
  own: true,
  run() {
    const judged = lines().map(judge);
    const all = row("all lines", judged, true);
    const honest = judged.filter(({ line }) => line.contacts.length === 0);
    const read = judged.flatMap(({ line, claims }) =>
      claims.filter(({ kind }) => kind === "phone" || kind === "email").map((claim) => ({ line, claim })),
    );
    return [
      { ...all, bar: { of: "recall", value: 0.97 } },
      {
        task: "the same",
        n: all.n,
        ...(all.precision !== undefined && { precision: all.precision }),
        bar: { of: "precision", value: 0.97 },
      },
      ...Object.entries(Object.groupBy(judged, ({ line }) => line.language)).map(([language, some]) =>
        row(`language: ${language}`, some!, true),
      ),
      ...Object.entries(
        Object.groupBy(
          judged.filter(({ line }) => line.contacts.length > 0),
          ({ line }) => line.disguise,
        ),
      ).map(([disguise, some]) => row(`disguise: ${disguise.replaceAll("_", " ")}`, some!, true)),
      ...Object.entries(
        Object.groupBy(
          judged.flatMap(({ line, missed }) => line.contacts.map((contact) => ({ contact, missed }))),
          ({ contact }) => contact.kind,
        ),
      ).map(([kind, some]) => ({
        task: `contacts of kind ${kind}`,
        n: some!.length,
        recall: some!.filter(({ contact, missed }) => !missed.includes(contact)).length / some!.length,
      })),
      {
        task: "numbers and e-mails claimed, share that is there and read right",
        n: read.length,
        precision:
          read.filter(({ line, claim }) => line.contacts.some((contact) => same(contact, claim))).length / read.length,
      },
      row("honest look-alikes", honest),
      row("further lines, by the detectors' author: not a test, but a guard", lines(true).map(judge)),
    ];
  },
};

/** `node evals/sets/disguised_contacts.ts` prints every line that was misjudged. */
if (import.meta.main) {
  for (const { line, claims, missed } of lines().map(judge)) {
    if (missed.length === 0 && (line.contacts.length > 0 || claims.length === 0)) continue;
    const what = missed.length > 0 ? `missed ${JSON.stringify(missed)}` : "honest";
    console.log(
      `${line.language} ${line.disguise}: ${what}, claimed ${JSON.stringify(claims)} in ${JSON.stringify(textOf(line))}`,
    );
  }
}
