import { isValidIBAN } from "ibantools";
import { identifierShapes, luhn } from "../../packages/detectors/src/text/identifiers.ts";
import type { Evaluation } from "../evaluation.ts";
import { confusion } from "../measure.ts";

interface Vector {
  module: string;
  fn: string;
  args: unknown[];
  label: "valid" | "invalid" | "fn";
}

/** Names of python-stdnum that are ours under another. */
const renamed: Readonly<Record<string, string>> = {
  "es dni": "es nif",
  "es nie": "es nif",
  "be ssn": "be nn",
  "it codicefiscale": "it codice fiscale",
  "ch vat": "ch uid",
  "sg uen": "sg uen",
  "se orgnr": "se orgnr",
  "nl btw": "nl btw",
  "th idnr": "th id",
  "th pin": "th id",
  "tr tckimlik": "tr id",
  "za idnr": "za id",
};

/** `stdnum.fr.siren` and `tests.fr_siren` are `fr siren`. */
function nameOf(module: string): string {
  const plain = module
    .replace(/^(?:stdnum|tests)\./, "")
    .replace(/[._]/g, " ")
    .trim();
  return renamed[plain] ?? plain;
}

const compact = (value: string) => value.toUpperCase().replace(/[\s./:-]/g, "");
/** Where the sign between the parts says the century. */
const signed = (value: string) => value.toUpperCase().replace(/[\s.]/g, "");

export const evaluation: Evaluation = {
  set: "stdnum_vectors",
  title: "Checksums: python-stdnum's vectors",
  source: "arthurdejong/python-stdnum (GitHub), LGPL-2.1; calls of its doctests, those of numbers that we know.",
  run(data) {
    const shapes = identifierShapes();
    const vatShapes = shapes.filter(({ kind }) => kind === "company_id");
    const asked = data.rows<Vector>().flatMap((v) => {
      const [value] = v.args;
      if (v.label === "fn" || !/^(?:is_valid|validate)$/.test(v.fn) || v.args.length !== 1 || typeof value !== "string")
        return [];
      const name = nameOf(v.module);
      const actual = v.label === "valid";
      if (name.endsWith("iban")) return [{ group: "IBAN", actual, said: isValidIBAN(compact(value)) }];
      if (name === "luhn") return [{ group: "Luhn", actual, said: /^\d+$/.test(value) && luhn(value) }];
      if (name === "eu vat" || name === "vatin") {
        const number = compact(value);
        const prefix = number.slice(0, 2);
        const of = vatShapes.filter((s) => s.name.startsWith(`${prefix} `));
        if (of.length === 0) return [];
        return [{ group: "VAT", actual, said: of.some((s) => s.shape.test(number) && (s.valid?.(number) ?? true)) }];
      }
      const shape = shapes.filter((s) => s.name.toLowerCase() === name && s.valid);
      if (shape.length === 0) return [];
      // VAT numbers stand in a text with their country's letters, and are judged so.
      const letters = /^(?:fr tva|bg vat)$/.test(name) ? name.slice(0, 2).toUpperCase() : "";
      const bare = compact(value).replace(/^PT(?=\d{9}$)/, "");
      const number = name === "fi hetu" ? signed(value) : letters && !bare.startsWith(letters) ? letters + bare : bare;
      return [
        {
          group: name.startsWith("fr ") ? "France" : "others",
          actual,
          said: shape.some((s) => s.shape.test(number) && s.valid!(number)),
        },
      ];
    });
    const row = (task: string, chosen: typeof asked, bar?: number) => {
      const right = chosen.filter((v) => v.actual === v.said).length / chosen.length;
      const { precision, recall } = confusion(chosen);
      return {
        task,
        n: chosen.length,
        precision,
        recall,
        other: { name: "right", value: right },
        ...(bar !== undefined && { bar: { of: "other" as const, value: bar } }),
      };
    };
    const groups = [...new Set(asked.map((v) => v.group))].sort();
    return [
      row("every vector of a number that we know", asked, 0.99),
      ...groups.map((group) =>
        row(
          group,
          asked.filter((v) => v.group === group),
        ),
      ),
    ];
  },
};
