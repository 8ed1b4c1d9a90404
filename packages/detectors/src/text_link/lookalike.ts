/** Hosts that pretend to be another: letters of other scripts, a figure for a letter, a brand in front of somebody else's domain. */
import { domainToUnicode } from "node:url";
import { parse } from "tldts";

/** Brands that are imitated where people sell to people: marketplaces, payment, parcels, mail and log-in. Domain labels. */
const brands =
  "paypal vinted leboncoin ebay amazon wallapop kleinanzeigen ebaykleinanzeigen subito depop vestiairecollective backmarket rakuten cdiscount zalando etsy craigslist gumtree marktplaats 2ememain 2dehands milanuncios tutti ricardo anibis facebook instagram whatsapp telegram mondialrelay laposte colissimo chronopost relaiscolis dhl fedex dpd royalmail usps correos poste posteitaliane swisspost postnl bpost sendcloud stripe klarna revolut westernunion moneygram venmo zelle cashapp bnpparibas creditagricole societegenerale labanquepostale sparkasse commerzbank santander bbva unicredit intesasanpaolo postfinance netflix apple icloud microsoft google outlook".split(
    " ",
  );
const known = new Set(brands);
/** Too short or too much like a word to be looked for inside another name. */
const whole = new Set(
  "apple google amazon poste dpd dhl tutti subito ricardo etsy bpost zelle usps stripe outlook fedex ebay bbva".split(
    " ",
  ),
);
/** Words that fraud puts beside a brand. */
const bait =
  /(?:secur|sicher|safe|pay|pai|pag|zahl|livr|liefer|versand|deliver|ship|envoi|colis|parcel|paket|login|log-in|signin|verif|confirm|support|help|aide|service|order|command|bestell|pedido|ordine|suivi|track|account|compte|konto|cuenta|conto|client|kunde|refund|rembours|recei|recev|recib|checkout|transfer|virement|wallet|bonus|gift|promo|info|online|id\d*|\d{2,})/;
/** Endings under which whole domains are cheap and brands are seldom at home. */
const cheap =
  /(?:^|\.)(?:xyz|top|info|online|site|shop|store|club|live|vip|icu|click|link|pw|tk|ml|ga|cf|gq|buzz|rest|cyou|cfd|sbs|fun|space|website|pro|biz|su|cc|ws|life|world|today|digital|support|delivery|pay)$/;

const figures: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
};

export interface LookAlike {
  kind: "lookalike" | "punycode";
  /** What it pretends to be, when that is a brand known here. */
  brand?: string;
  score: number;
}

/**
 * Judges a host.
 * @param host in plain form, look-alikes folded to ASCII
 * @param written the host as it stands in the text
 */
export function lookAlike(host: string, written: string): LookAlike | undefined {
  const shown = written.includes("xn--") ? domainToUnicode(written.toLowerCase()) : written;
  if (/[\u0370-\u03ff\u0400-\u04ff\u0530-\u058f\u13a0-\u13ff]/.test(shown) && /[a-z]/i.test(host)) {
    // A host wholly in another script is somebody's language; one that folds to Latin letters is a disguise.
    const mixed = /[a-z]/i.test(shown.replace(/\.[a-z]+$/i, "")) || foldsToBrand(host);
    if (mixed) return { kind: "lookalike", ...brandOf(host), score: 0.95 };
  }
  const parsed = parse(host, { validateHostname: false });
  const label = parsed.domainWithoutSuffix;
  const suffix = parsed.publicSuffix ?? "";
  if (label) {
    const plainLabel = label.replace(/-/g, "");
    if (known.has(label)) return cheap.test(suffix) ? { kind: "lookalike", brand: label, score: 0.8 } : undefined;
    const spelt = plainLabel.replace(/[0134578]/g, (figure) => figures[figure]!);
    if (spelt !== plainLabel && known.has(spelt)) return { kind: "lookalike", brand: spelt, score: 0.95 };
    for (const brand of brands) {
      if (brand.length >= 7 && label.length >= 6 && oneSlip(label, brand))
        return { kind: "lookalike", brand, score: 0.85 };
      const inside = whole.has(brand)
        ? new RegExp(`(?:^|-)${brand}(?:-|$)`).test(label)
        : label.includes(brand) || spelt.includes(brand);
      if (inside && bait.test(label.replace(brand, ""))) return { kind: "lookalike", brand, score: 0.92 };
      const before = (parsed.subdomain ?? "").split(/[.-]/);
      if (before.includes(brand) && (bait.test(host.replace(brand, "")) || cheap.test(suffix))) {
        return { kind: "lookalike", brand, score: 0.93 };
      }
    }
  }
  return written.includes("xn--") ? { kind: "punycode", score: 0.6 } : undefined;
}

function foldsToBrand(host: string): boolean {
  return brandOf(host).brand !== undefined;
}

function brandOf(host: string): { brand?: string } {
  const brand = brands.find((name) => host.includes(name));
  return brand ? { brand } : {};
}

/** Whether two names differ by one letter put in, left out, replaced, or by two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
