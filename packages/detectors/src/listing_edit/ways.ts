/** Ways to reach or to pay the seller elsewhere, as far as an edit can bring them in: what is new of them in a text. */
import { compilePhrases, type TextView } from "../text/index.ts";

export interface NewWay {
  kind: "contact" | "payment";
  /** As the text has it. */
  value: string;
  chance: number;
}

const contactPhrases = compilePhrases([
  "(whatsapp|whats app|telegram|viber|snapchat|instagram|insta|wechat|messenger|signal|discord|kik|threema)",
  "(call|text|ring|phone|email|mail) me",
  "(contact|write|reach) me (at|on|by|via|directly|outside)",
  "(appel*|contact*|ecri*) moi",
  "(par|en) (sms|mp|mail|telephone)",
  "(ruf*|schreib*) mich",
  "(melde*|kontakt*) (sie sich|dich) (unter|per|bei)",
  "(llama|llamame|escribeme|contactame)",
  "(chiamami|chiamatemi|scrivimi|contattami|contattatemi)",
]);

const paymentPhrases = compilePhrases([
  "(bitcoin|btc|usdt|crypto|cryptocurrency|ethereum)",
  "(western union|moneygram|money order|ria money|mandat cash)",
  "(gift|prepaid|steam|itunes|google play) card*",
  "(pcs|neosurf|transcash|toneo|paysafecard|ukash)",
  "(zelle|venmo|cashapp|cash app|revolut|lydia|wero|bizum|satispay|paylib)",
  "paypal",
  "(friends and family|entre proches|amis et famille|freunde und familie|amigos y familia)",
  "(bank|wire) transfer",
  "(virement|uberweisung|banküberweisung|transferencia|bonifico)",
  "(iban|rib|western|coupon* de recharge)",
  "(deposit|acompte|anzahlung|caparra|senal) (required|first|demand*|obligatoire|im voraus|por adelantado|anticip*)",
  "(pay*|paid) (outside|in advance|upfront|directly)",
  "(paiement|payer|payez) (a l avance|d avance|hors)",
]);

/** Nine digits or more with what people put between them; e-mail addresses; addresses of sites. */
const patterns: readonly { pattern: RegExp; chance: number }[] = [
  { pattern: /(?<![\d.,])\+?\d(?:[ .\-/()]{0,2}\d){8,13}(?!\d)/g, chance: 0.75 },
  {
    pattern: /[a-z0-9._%+-]{1,64}(?:@| ?\(at\) ?| ?\[at\] ?)[a-z0-9-]{1,63}(?:\.| ?\(dot\) ?| dot )[a-z]{2,}/g,
    chance: 0.85,
  },
  { pattern: /\b(?:https?:\/\/|www\.)[^\s]{3,200}/g, chance: 0.6 },
];

/** What a text holds of them that none of the old texts did, once each. */
export function newWays(before: readonly TextView[], view: TextView): NewWay[] {
  const ways: NewWay[] = [];
  const known = before.map(({ plain }) => squeezed(plain)).join("\n");
  const add = (kind: NewWay["kind"], value: string, chance: number) => {
    if (!known.includes(squeezed(value)) && !ways.some((way) => way.value === value))
      ways.push({ kind, value, chance });
  };
  for (const { pattern, chance } of patterns) {
    for (const [value] of view.plain.slice(0, 20_000).matchAll(pattern)) add("contact", value, chance);
  }
  for (const { start, end } of contactPhrases.find(view)) add("contact", view.plain.slice(start, end), 0.55);
  for (const { start, end } of paymentPhrases.find(view)) add("payment", view.plain.slice(start, end), 0.6);
  return ways.slice(0, 10);
}

/** Without what stands between: `06 12 34` is no news where `06.12.34` was. */
const squeezed = (text: string) => text.replaceAll(/[^a-z0-9@]/g, "");
