/** Fields of a subject as people name them; a field that we do not know keeps the marketplace's own name. */
import { useTranslation } from "react-i18next";

export function useFieldText(): (path: string) => string {
  const { t } = useTranslation();
  return (path) => {
    const picture = /^pictures\[(\d+)\](?:\.text)?$/.exec(path);
    if (picture) return t("pictures.nth", { n: Number(picture[1]) + 1 });
    const known = path.replaceAll(".", "_");
    return t(`field.${known as "title"}`, { defaultValue: path.replaceAll("_", " ") });
  };
}

/** Texts that a person reads as texts, by kind, in reading order; all else is an attribute. The first one is the heading. */
const texts: Readonly<Record<string, readonly string[]>> = {
  listing: ["title", "description"],
  account: ["name", "description"],
  message: ["text"],
  question: ["text"],
  review: ["text"],
  report: ["text", "description"],
  dispute: ["text", "description"],
};
const heading: Readonly<Record<string, string>> = { listing: "title", account: "name" };

export interface Layout {
  heading: string | undefined;
  body: string[];
}

/** Which fields of this subject are its heading and its texts. A kind that has no layout shows every long text. */
export function layoutOf(kind: string, data: Record<string, unknown>): Layout {
  const fields =
    texts[kind] ??
    Object.keys(data).filter((key) => typeof data[key] === "string" && (data[key] as string).length > 80);
  const top = heading[kind];
  return { heading: top, body: fields.filter((field) => field !== top && typeof data[field] === "string") };
}
