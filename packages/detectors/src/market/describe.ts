/** A listing as its price depends on it: what the detector compares, and what is kept of it for the next. */
import type { Subject } from "@assay/contract";
import type { Described } from "./likeness.ts";
import { kindOfListing } from "./words.ts";

/** Fields under which marketplaces send what the price depends on, at the top or in `attributes`, and how a title would say it. */
const attributes: readonly { names: readonly string[]; unit: string }[] = [
  { names: ["model", "modele", "modell", "modelo"], unit: "" },
  { names: ["year", "release_year", "model_year", "annee", "baujahr", "ano", "anno"], unit: "" },
  { names: ["mileage", "mileage_km", "km", "kilometers", "kilometres", "kilometrage", "kilometerstand"], unit: " km" },
  { names: ["storage", "storage_gb", "capacity_gb", "internal_memory", "stockage", "speicher"], unit: " GB" },
  { names: ["ram", "ram_gb"], unit: " RAM" },
  { names: ["quantity", "lot_size", "pieces", "quantite", "stuckzahl"], unit: " pcs" },
];
const longestTitle = 80;
const longest = 120;

/** Title, cut at 80 characters, and after it the attributes that it does not name; brand, condition grade and what is sold. */
export function describe(subject: Subject): Required<Pick<Described, "title" | "kind">> & Described {
  const { data } = subject;
  let title = text(data.title).slice(0, longestTitle);
  const extra = typeof data.attributes === "object" && data.attributes !== null ? data.attributes : {};
  for (const { names, unit } of attributes) {
    const value = names
      .map((name) => shown(data[name]) || shown((extra as Record<string, unknown>)[name]))
      .find(Boolean);
    if (!value || (unit === " pcs" && !(Number(value) > 1))) continue;
    const said = /^\d+(?:\.\d+)?$/.test(value) ? `${value}${unit}` : value;
    if (!title.toLowerCase().includes(value.toLowerCase())) title = `${title} ${said}`.slice(0, longest);
  }
  return {
    title: title.trim(),
    brand: text(data.brand).slice(0, 60),
    condition: gradeOf(data.condition),
    kind: kindOfListing(subject),
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const shown = (value: unknown): string =>
  typeof value === "string" ? value.trim().slice(0, 40) : typeof value === "number" ? String(value) : "";

function gradeOf(condition: unknown): string {
  if (typeof condition === "object" && condition !== null && "grade" in condition) return text(condition.grade);
  return text(condition);
}
