/** Ways to reach or to pay the seller elsewhere, as far as an edit can bring them in: what is new of them in a text. */
import { type ContactKind, compilePhrases, contactsOf, type TextView } from "../text/index.ts";

export interface NewWay {
  kind: "contact" | "payment";
  /** In plain form: the number, the address, the words. */
  value: string;
  chance: number;
}

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

/** An address is mostly where the thing is; a link may be to its maker. */
const chances: Record<ContactKind, number> = {
  phone: 0.8,
  email: 0.85,
  handle: 0.75,
  messenger: 0.65,
  link: 0.6,
  address: 0.2,
};

/** What a text holds of them that none of the old texts did, once each. Contacts as `text_contact_details` sees them, hidden ones too. */
export function newWays(before: readonly TextView[], view: TextView, countries: readonly string[]): NewWay[] {
  const ways: NewWay[] = [];
  const add = (kind: NewWay["kind"], value: string, chance: number) => {
    if (!ways.some((way) => way.value === value)) ways.push({ kind, value, chance });
  };
  const known = new Set(before.flatMap((old) => contactsOf(old, countries).all.map(({ value }) => value)));
  const read = before.map(({ plain }) => squeezed(plain)).join("\n");
  for (const { kind, value, score, start, end } of contactsOf(view, countries).all) {
    // What stood there before may only now be read as a contact, since the words around it changed.
    const stood = known.has(value) || read.includes(squeezed(view.plain.slice(start, end)));
    if (score >= 0.5 && !stood) add("contact", value, chances[kind] * score);
  }
  const paid = new Set(before.flatMap((old) => paymentPhrases.find(old).map(({ phrase }) => phrase)));
  for (const { start, end, phrase } of paymentPhrases.find(view)) {
    if (!paid.has(phrase)) add("payment", view.plain.slice(start, end), 0.6);
  }
  return ways.slice(0, 10);
}

/** Without what stands between: `06 12 34` is no news where `06.12.34` was. */
const squeezed = (text: string) => text.replaceAll(/[^\p{L}\p{N}@]/gu, "");
