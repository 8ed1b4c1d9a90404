/** Names of messengers and social networks, as people write them. */
export const platforms: Readonly<Record<string, string>> = {
  instagram: "instagram insta ig instagr instgram",
  snapchat: "snapchat snap snapchap sc",
  telegram: "telegram telegramm tg telegr telegran",
  whatsapp:
    "whatsapp whatsap watsapp watsap whatapp wapp whatsup wsp wasap guasap wpp wazzap wasapp wassap wassapp wattsapp wattsap wotsapp wotsap whastapp whattsapp wathsapp watzap whatzap whatsaap whatssap uasap uatsap uatsapp uozzap uazzap wazap wtsp wtsap watssap whatapps guatsapp vatsap votsap ouatsap ouatsapp",
  wechat: "wechat weixin vx",
  facebook: "facebook fb messenger",
  signal: "signal",
  viber: "viber",
  skype: "skype",
  discord: "discord",
  tiktok: "tiktok",
  kik: "kik",
  line: "line",
  twitter: "twitter",
  threema: "threema",
  venmo: "venmo",
  linkedin: "linkedin",
};
const byWord = new Map(
  Object.entries(platforms).flatMap(([name, words]) => words.split(" ").map((word) => [word, name] as const)),
);

/** The platform that a plain word names. */
export function platformOf(word: string): string | undefined {
  return byWord.get(word);
}

/** Platform words that mean something else too: they count only with a name or a phrase right there. */
export const ambiguous = new Set(
  "snap sc line signal messenger ig tg vx fb kik skype twitter venmo insta discord whatsup".split(" "),
);
