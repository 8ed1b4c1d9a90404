import type { CountryCode } from "libphonenumber-js/min";
import type { Evaluation } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { plainPhones } from "../peers.ts";
import { kindsIn } from "./contacts.ts";

interface Case {
  text: string;
  region: string;
  label: string;
}

/** Cases that libphonenumber itself takes for telephone numbers as people write them; the others are `valid` and `possible` digits only. */
const written = new Set(["phone_context", "phone_exact_grouping", "phone_strict_grouping"]);

export const evaluation: Evaluation = {
  set: "phones_libphonenumber",
  title: "libphonenumber's matcher cases",
  source: "google/libphonenumber (GitHub), Apache-2.0; the cases of its own phone number matcher, with their region.",
  run(data) {
    const cases = data.rows<Case>("tune/matcher_cases.jsonl");
    const outcomes = (chosen: readonly Case[], find: (c: Case) => boolean) =>
      confusion(chosen.map((c) => ({ actual: c.label !== "not_phone", said: find(c) })));
    const ours = (c: Case) => kindsIn(c.text, { country: c.region }).has("phone");
    const peer = (c: Case) => plainPhones(c.text, c.region as CountryCode).length > 0;
    const row = (task: string, chosen: readonly Case[], bar?: number) => {
      const { n, precision, recall, f1 } = outcomes(chosen, ours);
      return {
        task,
        n,
        precision,
        recall,
        f1,
        ...(bar !== undefined && { bar: { of: "recall" as const, value: bar } }),
        peer: { name: "recall of libphonenumber-js", value: outcomes(chosen, peer).recall },
      };
    };
    const people = cases.filter((c) => written.has(c.label) || c.label === "not_phone");
    return [
      row("numbers as people write them, and what is none", people, 0.98),
      row("all cases, digits that are only valid or possible included", cases),
    ];
  },
};
