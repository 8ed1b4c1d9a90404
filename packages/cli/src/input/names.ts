/**
 * Names that listings go by elsewhere, and ours: schema.org `Product`/`Offer`, Google Merchant Center's product data specification,
 * and what exports of classified-ad sites call their columns in English, French, German, Spanish and Italian.
 */
export const fieldNames: Readonly<Record<string, readonly string[]>> = {
  id: ["id", "ad_id", "listing_id", "item_id", "sku", "reference", "ref", "annonce_id"],
  title: ["title", "name", "subject", "headline", "titre", "titel", "titulo", "título", "titolo"],
  description: [
    "description",
    "body",
    "text",
    "content",
    "texte",
    "beschreibung",
    "descripcion",
    "descripción",
    "descrizione",
  ],
  category: [
    "category",
    "product_type",
    "google_product_category",
    "categorie",
    "catégorie",
    "kategorie",
    "categoria",
    "categoría",
  ],
  brand: ["brand", "marque", "marke", "marca", "make"],
  model: ["model", "modele", "modèle", "modell", "modelo", "modello"],
  gtin: ["gtin", "gtin8", "gtin12", "gtin13", "gtin14", "ean", "upc", "isbn"],
  mpn: ["mpn"],
  serial_number: ["serial_number", "serialnumber", "serial"],
  condition: ["condition", "itemcondition", "item_condition", "etat", "état", "zustand", "estado", "condizione"],
  price: ["price", "amount", "prix", "preis", "precio", "prezzo"],
  currency: ["currency", "pricecurrency", "price_currency", "devise", "währung", "moneda", "valuta"],
  availability: ["availability"],
  seller: [
    "seller",
    "seller_id",
    "user",
    "user_id",
    "account",
    "account_id",
    "vendeur",
    "verkäufer",
    "vendedor",
    "venditore",
  ],
  language: ["language", "inlanguage", "lang", "locale", "langue", "sprache"],
  time: ["time", "created_at", "date", "published_at", "posted_at", "datetime", "created"],
  picture: [
    "image_link",
    "image",
    "picture",
    "photo",
    "image_url",
    "additional_image_link",
    "photos",
    "images",
    "pictures",
  ],
};

const byName = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);

/** Our field for a column's name, in whatever case and spacing it is written. */
export function fieldFor(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  return byName.get(plain) ?? byName.get(plain.replace(/[\s-]+/g, "_")) ?? byName.get(plain.replace(/[\s_-]+/g, ""));
}

/** Renames schema.org's and Merchant Center's fields of a listing event; ours win where both are there. Everything else is left alone. */
export function schemaOrgNames(body: unknown): unknown {
  const data = (body as { data?: unknown; type?: unknown } | null)?.data;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return body;
  if (!String((body as { type?: unknown }).type).startsWith("listing.")) return body;
  const given = data as Record<string, unknown>;
  const renamed: Record<string, unknown> = { ...given };
  for (const [from, to] of [
    ["itemCondition", "condition"],
    ["serialNumber", "serial_number"],
    ["name", "title"],
    ["inLanguage", "language"],
    ["gtin13", "gtin"],
    ["ean", "gtin"],
  ] as const) {
    if (given[from] !== undefined && given[to] === undefined) renamed[to] = given[from];
  }
  const links = [given.image_link, given.additional_image_link, given.image]
    .flat()
    .filter((link) => typeof link === "string");
  if (links.length > 0 && given.pictures === undefined) renamed.pictures = links.map((url) => ({ url }));
  const price = priceOf(given.price, typeof given.priceCurrency === "string" ? given.priceCurrency : undefined);
  if (price && typeof given.price !== "object") renamed.price = price;
  return { ...(body as object), data: renamed };
}

const symbols: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₽": "RUB",
  zł: "PLN",
};

/** A price as exports write it: `120`, `1 200,50 €`, `15.00 USD`, `$1,200`. Undefined where there is none. */
export function priceOf(value: unknown, currency?: string): { amount: number; currency?: string } | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) && value >= 0 ? { amount: value, ...codeOf(currency) } : undefined;
  if (typeof value !== "string") return undefined;
  const digits = /\d[\d\s.,'’\u00a0\u202f]*/.exec(value)?.[0].replace(/[\s'’\u00a0\u202f]/g, "");
  if (digits === undefined || /-\s*\d/.test(value)) return undefined;
  // The last separator is a decimal one when one or two digits follow it; every other groups thousands.
  const decimals = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimals ? digits.slice(0, decimals.index) : digits).replace(/[.,]/g, "");
  const amount = Number(decimals ? `${whole || "0"}.${decimals[1]}` : whole);
  const written =
    /\b[A-Z]{3}\b/.exec(value)?.[0] ?? Object.entries(symbols).find(([symbol]) => value.includes(symbol))?.[1];
  return Number.isFinite(amount) ? { amount, ...codeOf(currency ?? written) } : undefined;
}

function codeOf(currency: string | undefined): { currency?: string } {
  const code = currency?.trim().toUpperCase() ?? "";
  const known = symbols[code.toLowerCase()] ?? symbols[code] ?? code;
  return /^[A-Z]{3}$/.test(known) ? { currency: known } : {};
}
