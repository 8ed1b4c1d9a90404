/**
 * A private account that sells like a business. The law asks traders to say who they are (DSA art. 30); whoever empties a wardrobe
 * sells much for a while, used, each piece once.
 */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { compileCues, logistic } from "../text/cues.ts";
import { spanOf, textsOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";

const kinds = {
  volume: "ads within 90 days",
  steady: "weeks of the last 13 with ads",
  new_goods: "new goods among the ads of 90 days",
  lots: "ads of one and the same item within 90 days",
  company_words: "words of a business",
} as const;

const reader = compileCues({
  company_words: {
    any: [
      "sarl",
      "sasu",
      "eurl",
      "gmbh",
      "siret",
      "siren",
      "tva",
      "vat",
      "rcs",
      "ust id",
      "mwst",
      "kvk",
      "p iva",
      "partita iva",
      "b2b",
      "s l u",
      "ltd",
      "llc",
    ],
    en: [
      "wholesale",
      "our shop",
      "our store",
      "our warehouse",
      "our company",
      "invoice available",
      "invoice included",
      "invoice on request",
      "with invoice",
      "in stock",
      "large stock",
      "bulk order",
      "bulk orders",
      "trade account",
      "business seller",
      "12 months warranty",
      "12 month warranty",
      "2 year warranty",
      "one year warranty",
      "our other products",
      "other colours available",
      "all sizes available",
      "several available",
      "restock",
      "(warranty|guarantee) .. (our|my) workshop",
      "returns (accepted|within)",
      "(by|per) the (pallet|box|dozen)",
      "new (arrivals|stock) (every|each|on)",
      "price (per|a|each) (piece|unit)",
      "discount(s|) (for|from|on) (two|three|five|ten|quantities|several)",
    ],
    fr: [
      "notre boutique",
      "notre magasin",
      "notre societe",
      "notre entreprise",
      "en stock",
      "gros stock",
      "grossiste",
      "destockage",
      "facture fournie",
      "avec facture",
      "facture sur demande",
      "garantie 12 mois",
      "garantie 6 mois",
      "garantie 2 ans",
      "vendeur professionnel",
      "auto entrepreneur",
      "micro entreprise",
      "plusieurs disponibles",
      "toutes les tailles disponibles",
      "autres coloris disponibles",
      "prix de gros",
      "lot revendeur",
      "prix (a l |par |)(unite|piece)",
      "prix (degressif|degressifs)",
      "degressif (des|a partir|selon)",
      "retours (acceptes|sous)",
      "(nouveaux|nouvel) (arrivages|arrivage)",
      "par (palette|carton|douzaine)",
    ],
    de: [
      "unser laden",
      "unser shop",
      "unser geschaft",
      "auf lager",
      "grosshandel",
      "mit rechnung",
      "rechnung vorhanden",
      "gewahrleistung 12 monate",
      "12 monate garantie",
      "gewerblicher verkauf",
      "mehrere verfugbar",
    ],
    es: [
      "nuestra tienda",
      "nuestra empresa",
      "en existencias",
      "al por mayor",
      "con factura",
      "factura incluida",
      "garantia de 12 meses",
      "vendedor profesional",
      "varias unidades",
      "varias disponibles",
    ],
    it: [
      "il nostro negozio",
      "la nostra azienda",
      "in magazzino",
      "ingrosso",
      "con fattura",
      "garanzia 12 mesi",
      "venditore professionale",
      "piu pezzi disponibili",
    ],
  },
});

const bias = -3.3;

export const accountTrader = defineDetector({
  id: "account_trader",
  version: 2,
  title: "Undeclared trader",
  summary: "A private account with new goods, lots of one item, steady volume or the words of a business.",
  subjects: ["listing"],
  history: ["seller_volume", "account_profile"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    listings_90d: { type: "double", title: "ads within 90 days, this one counted" },
    weeks: { type: "double", title: "weeks of the last 13 with ads" },
  },
  detect({ subject, history }) {
    const { listings_90d, weeks_active, new_90d, same_item_90d } = history.seller_volume;
    const grade = (subject.data.condition as { grade?: unknown } | undefined)?.grade;
    const ads = listings_90d + 1;
    const values = { listings_90d: ads, weeks: weeks_active };
    // A declared trader is what it says.
    if (history.account_profile.capacity === "trader") return clear(0, { values });
    const isNew = new_90d + Number(grade === "new");
    const spans = textsOf(subject).flatMap((view) =>
      reader
        .read(view)
        .filter((hit) => !isNegated(view, hit.firstToken, hit.endToken))
        .map((hit) => spanOf(view, hit.start, hit.end, "company_words")),
    );
    const words = new Set(spans.map((span) => `${span.field} ${span.start}`)).size;
    const parts: Record<keyof typeof kinds, number> = {
      volume: Math.min(2.6, 1.4 * Math.log(1 + ads / 30)),
      steady: weeks_active >= 9 ? 0.9 : weeks_active >= 6 ? 0.4 : 0,
      new_goods: ads >= 6 && isNew / ads >= 0.5 ? 1.4 * (isNew / ads) : 0,
      lots: same_item_90d >= 3 ? Math.min(1.8, 0.5 * same_item_90d) : 0,
      company_words: words === 0 ? 0 : Math.min(3, 1.3 + 0.6 * words),
    };
    const score = logistic(bias + Object.values(parts).reduce((sum, part) => sum + part, 0));
    if (score < 0.5) return clear(score, { values });
    const evidence: Evidence[] = [
      { type: "window", what: "volume", count: ads, span_s: 90 * 86_400, limit: 30 },
      ...(parts.steady > 0 ? [window("steady", weeks_active, 6)] : []),
      ...(parts.new_goods > 0 ? [window("new_goods", isNew, Math.ceil(ads / 2))] : []),
      ...(parts.lots > 0 ? [window("lots", same_item_90d, 2)] : []),
      ...spans.slice(0, 10),
    ];
    return { state: "found", score, values, evidence };
  },
});

const window = (what: keyof typeof kinds, count: number, limit: number): Evidence => ({
  type: "window",
  what,
  count,
  span_s: 90 * 86_400,
  limit,
});
