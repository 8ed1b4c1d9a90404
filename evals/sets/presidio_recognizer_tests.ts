import { identifiersOf, viewOf } from "../../packages/detectors/src/text/index.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { signalOf, textInput } from "../screen.ts";

interface Vector {
  recognizer: string;
  text: string;
  expected_len: number | null;
  label: "positive" | "negative" | "see_params";
}

/** What is no personal number: dates, addresses of machines and places, plates, and Presidio's own machinery. Telephones, mail and links are contact details. */
const elsewhere =
  /^(?:date|mac|ip|url|pattern|email|phone|ph_mobile_number|tr_phone_number|crypto|de_kfz|de_plz|uk_postcode|.*vehicle_registration|tr_license_plate)_recognizer$/;

/** Whether a number's name is one that the recogniser under test is about: its country's, an account or a card. */
function isAbout(recognizer: string, name: string): boolean {
  const plain = name.toLowerCase();
  if (recognizer === "iban_recognizer") return plain === "iban";
  if (recognizer === "credit_card_recognizer") return plain === "card";
  if (recognizer === "aba_routing_recognizer") return plain === "us routing";
  if (recognizer === "certificate_number_recognizer") return plain === "us dea";
  return plain.startsWith(`${recognizer.slice(0, 2).replace("uk", "gb")} `);
}

export const evaluation: Evaluation = {
  set: "presidio_recognizer_tests",
  title: "Personal numbers: Presidio's recogniser tests",
  source: "microsoft/presidio (GitHub), MIT; the vectors of its parametrised tests.",
  run(data) {
    const vectors = data.rows<Vector>().filter((v) => v.label !== "see_params" && !elsewhere.test(v.recognizer));
    const said = (v: Vector) => signalOf("text_personal_data", textInput("message", v.text)).state === "found";
    const names = (v: Vector) =>
      identifiersOf(viewOf("text", v.text)).flatMap((found) => (found.score >= 0.5 ? [found.name] : []));
    const row = (task: string, chosen: readonly Vector[], bar?: number): Row => {
      const figures = confusion(
        chosen.map((v) => ({
          actual: v.label === "positive",
          // A vector that is not this country's number may truly be another's.
          said: v.label === "positive" ? said(v) : names(v).some((name) => isAbout(v.recognizer, name)),
        })),
      );
      const { n, precision, recall, f1 } = figures;
      return { task, n, precision, recall, f1, ...(bar !== undefined && { bar: { of: "f1" as const, value: bar } }) };
    };
    const strict = confusion(vectors.map((v) => ({ actual: v.label === "positive", said: said(v) })));
    const contacts = data
      .rows<Vector>()
      .filter(
        (v) =>
          v.label !== "see_params" &&
          /^(?:email|phone|url|ph_mobile_number|tr_phone_number)_recognizer$/.test(v.recognizer),
      );
    const contact = confusion(
      contacts.map((v) => {
        const country = v.recognizer.startsWith("ph")
          ? v.recognizer.startsWith("ph_")
            ? "PH"
            : "US"
          : v.recognizer.startsWith("tr")
            ? "TR"
            : "US";
        const input = textInput("message", v.text);
        Object.assign(input.subject.data, { country });
        return { actual: v.label === "positive", said: signalOf("text_contact_details", input).state === "found" };
      }),
    );
    return [
      row("all personal numbers; a negative counts against the number it is a negative of", vectors, 0.95),
      {
        task: "the same, any find on a negative counted as wrong",
        n: strict.n,
        precision: strict.precision,
        recall: strict.recall,
        f1: strict.f1,
      },
      row(
        "IBAN",
        vectors.filter((v) => v.recognizer === "iban_recognizer"),
      ),
      row(
        "payment cards",
        vectors.filter((v) => v.recognizer === "credit_card_recognizer"),
      ),
      row(
        "Germany, Spain, Italy, Great Britain, United States",
        vectors.filter((v) => /^(?:de|es|it|uk|us)_/.test(v.recognizer)),
      ),
      {
        task: "telephones, mail and links, by text_contact_details",
        n: contact.n,
        precision: contact.precision,
        recall: contact.recall,
        f1: contact.f1,
      },
    ];
  },
};
