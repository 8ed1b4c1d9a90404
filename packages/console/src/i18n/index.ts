/** The desk's languages. English comes with the first load; French when it is asked for. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "desk";
    resources: { desk: typeof en };
  }
}

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];
const place = "assay.language";

export async function setLanguage(language: Language): Promise<void> {
  // Every page asks; telling i18next what it knows already would draw everything anew.
  if (i18next.language === language && document.documentElement.lang === language) return;
  if (language === "fr" && !i18next.hasResourceBundle("fr", "desk")) {
    const { fr } = await import("./fr.ts");
    i18next.addResourceBundle("fr", "desk", fr);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(place, language);
  } catch {
    // Without storage the log-in page speaks the browser's language.
  }
}

/** The language before anybody is logged in: the last one used here, else the browser's. */
export function firstLanguage(): Language {
  const stored = (() => {
    try {
      return localStorage.getItem(place);
    } catch {
      return null;
    }
  })();
  const wanted = stored ?? navigator.language;
  return wanted.startsWith("fr") ? "fr" : "en";
}

export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    defaultNS: "desk",
    resources: { en: { desk: en } },
    interpolation: { escapeValue: false },
  });
  await setLanguage(firstLanguage());
}
