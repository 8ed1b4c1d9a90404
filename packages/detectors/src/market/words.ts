/** What an ad's words say about its price: that it is none, why it is honestly low, or an excuse for its being low. */
import type { SpanEvidence, Subject } from "@assay/contract";
import { compilePhrases, type PhraseMatcher, spanOf, type TextView, textsOf } from "../text/index.ts";

export interface PriceWords {
  /** The words of a giveaway, a swap, a price by the month or day, or another price that is meant. */
  noPrice?: SpanEvidence;
  /** An honest reason for a low price: a defect, or that it is a part or an accessory only. */
  explained?: SpanEvidence;
  /** A reason that costs nothing to give: haste, stock, a small damage. */
  excuse?: SpanEvidence;
}

const matcher = (...phrases: string[]) => compilePhrases(phrases);

const giveaway = matcher(
  "(give|giving) (it |them |)away",
  "free (to|for) (collect*|pick* up|good home|anyone|whoever)",
  "(for|all|totally|completely) free",
  "free (stuff|curb*|sofa|couch|furniture|bed)",
  "(a|je|on) donne*",
  "(gratuit|gratis|gratuito|umsonst|kostenlos) (a|zum|zu|da|para|abzugeben|abholen)",
  "(contre|pour) bons soins",
  "(zu|zum) verschenken",
  "verschenke*",
  "(se|lo|la|los) regal(a|o|an)",
  "(regalo|regalasi) (a chi|perche|per|a quien)",
  "(in|da) regalo (a|per) chi",
);
const swap = matcher(
  "(swap|trade|exchange|swaps|trades) only",
  "(only|will|want to|looking to|would) (swap|trade)",
  "swap (for|with)",
  "echange* (uniquement|seulement|contre|only)",
  "(uniquement|que) (en |pour |)echange",
  "(nur|zum) tausch*",
  "tausche (gegen|nur)",
  "(solo|unicamente) (cambio|intercambio|permuta|scambio)",
  "(cambio|permuto|scambio) (por|con|per)",
);
const period = matcher(
  "(per|a|each|every) (month|week|day|night|hour)",
  "(monthly|weekly|nightly)",
  "(par|le) (mois|jour|semaine|nuit)",
  "(pro|im|je) (monat|tag|woche|nacht|stunde)",
  "(al|por|cada) (mes|dia|semana|noche)",
  "(al|per|ogni) (mese|giorno|settimana|notte)",
  "mo (lease|payment)",
  "(down payment|as low as|starting at|take over (lease|payments)|a partir de|ab nur|a partire da)",
  "(wanted|wtb|i buy|we buy|cash for|cherche|recherche|suche|busco|compro|cerco)",
);
/** What follows a price by the month: `/month`, `/mo`, `€/jour`. */
const perMonth =
  /\/ ?(?:mo|month|wk|week|day|night|hr|hour|mois|semaine|jour|nuit|monat|woche|tag|mes|dia|mese|giorno|notte)\b/g;
/** A price in a text: `$5,000`, `5000 €`, `asking 300`, `prix 300`. */
const named =
  /(?:[$€£] ?|\b(?:asking|price(?: is)?|prix|preis|vb|precio|prezzo)[ :]+(?:[a-z]+[ :.]*){0,1}[$€£]? ?)(\d{1,3}(?:[ .,]\d{3})+|\d+)(?:[.,]\d\d?)?(?![\d%])|\b(\d{1,3}(?:[ .,]\d{3})+|\d+)(?:[.,]\d\d?)? ?(?:€|eur\b|euros?\b|usd\b|dollars?\b|bucks\b)/g;
const defect = matcher(
  "(for|as) (parts|spares|spare parts|repair)",
  "(parts|spares) only",
  "(need*|requires) (a |some |new |)(repair*|fix*|work|screen|battery|engine|motor|transmission|service)",
  "(not|isn t|doesn t|does not|won t|wont|dont|don t|no longer|never) (working|work|works|turn|start|run|running|power|boot|charge|charging|fully working)",
  "(broken|cracked|smashed|shattered|faulty|defective|bricked|blown|totaled|inoperable|nonworking)",
  "(crack|cracks|dent|rip|tear|hole) (in|on|across) (the |one |both |)(screen|glass|back|display|corner|lens|frame|seat|door|bumper|hood)",
  "(water|liquid|fire|flood|frame|smoke|motor|engine) damage*",
  "(icloud|account|carrier|google|activation|blacklist*|bad imei) (locked|lock|blocked|imei)",
  "(salvage|branded|rebuilt) title",
  "title (salvage|branded|rebuilt)",
  "mechanic* special",
  "pour (pieces|piece|bricoleur*|reparation)",
  "(est hs|completement hs|en panne|epave|accidente*|defectueux|defectueuse|gage|non roulant*)",
  "(ecran|vitre|dalle|carte mere|batterie|moteur|boite|afficheur) (casse*|fissure*|brise*|hs|morte*|fele*|cass*)",
  "(ne |)(fonctionne|marche|demarre|allume|charge) (plus|pas)",
  "a (reparer|restaurer|retaper|renover)",
  "(defekt|kaputt|kaputte*|defekte*|bastler*|ersatzteil*|ersatzteilspender|unfallwagen|motorschaden|getriebeschaden|wasserschaden|displayschaden|displaybruch|gebrochen*|gerissen*)",
  "(funktioniert|geht|startet|ladt) (nicht|nicht mehr)",
  "(display|glas|scheibe|bildschirm) (gesprungen|gebrochen|kaputt|defekt)",
  "para (piezas|repuestos|despiece|reparar|recambios)",
  "(no|ya no) (funciona|enciende|arranca|carga)",
  "(averiado|averiada|estropeado|estropeada|siniestro|inservible)",
  "(pantalla|cristal|bateria|placa|motor) (rota|roto|rajada|rajado|averiad*|estropead*|gripado)",
  "(per|da) (pezzi|ricambi|riparare|restaurare|sistemare)",
  "(non|non si) (funziona|funzionante|accende|parte|carica)",
  "(guasto|guasta|rotto|rotta|incidentata|incidentato)",
  "(schermo|vetro|display|batteria|motore) (rotto|rotta|crepato|scheggiato|fuso|guasto)",
);
const partOnly = matcher(
  "(case|cases|cover|covers|bumper|holster|sleeve|charger|chargers|cable|cables|adapter|adaptor|strap|mount|dock|screen protector|tempered glass|decal|decals|stickers)",
  "(rims|tires|tyres|hubcaps|spare parts|part out|parting out)",
  "(box|manual|packaging|empty box|charger|frame|remote|lid|stand|legs|case|cushion*) only",
  "(empty|original) box",
  "(coque|coques|etui|etuis|housse|chargeur|cable|adaptateur|bracelet|verre trempe|film de protection)",
  "boite (vide|seule)",
  "(jantes|pneus|enjoliveurs|pieces detachees|stickers|autocollants)",
  "(hulle|huelle|handyhulle|schutzhulle|ladekabel|ladegerat|ladegeraet|netzteil|panzerglas|schutzfolie)",
  "(felgen|reifen|radkappen|ersatzteile|aufkleber)",
  "(nur|leere) (verpackung|karton|ovp|hulle)",
  "(funda|fundas|carcasa|cargador|correa|protector|caja vacia)",
  "(llantas|neumaticos|tapacubos|recambios|pegatinas)",
  "solo (caja|funda|cargador|scatola|custodia)",
  "(cerchi|cerchioni|pneumatici|ricambi|adesivi)",
  "(custodia|caricatore|cinturino|pellicola|scatola vuota)",
);
const excuse = matcher(
  "must (go|sell|be gone|be sold) (today|asap|now|this week*|soon|quick*|fast|)",
  "(need*|has|have) (it |this |them |)(gone|sold) (today|asap|now|this week*|soon|)",
  "(quick|fast|urgent) sale",
  "(over|excess|surplus|bankrupt*|warehouse|liquidation) (stock|clearance|sale)",
  "(surplus|overstock|liquidation|clearance (sale|price*|item*|stock))",
  "(moving|leaving|going|relocating) (out|abroad|overseas|away|country)",
  "(small|minor|tiny|slight|little|light) (damage|defect|scratch*|dent|fault|flaw)",
  "(unwanted|double) (gift|present)",
  "(urgent|vite|rapide) (cause|depart|demenagement|vente)",
  "(vente|depart) (urgent*|rapide|precipite*)",
  "cause (depart|double emploi|demenagement|divorce|deces|urgent*)",
  "(doit|faut) (partir|que ca parte) (vite|aujourd hui|rapidement|)",
  "(destockage|fin de stock|fins de stock|surstock|liquidation|lot de stock|tombe du camion)",
  "(petit*|leger|legere|minime) (defaut*|rayure*|dommage*|accroc*|choc*)",
  "(muss|mussen) (heute|schnell|sofort|weg|dringend) (weg|raus|verkauft|)",
  "(notverkauf|schnellverkauf|lagerraumung|restposten|lagerauflosung|umzugshalber|haushaltsauflosung)",
  "(kleiner|leichte*|minimale*) (schaden|mangel|kratzer|defekt)",
  "(urge|urgente) (vender|venta|vendere|vendita)",
  "(liquidacion|fin de stock|excedente de stock|por mudanza|me mudo)",
  "(pequen*|leve|ligero) (dano|defecto|golpe|rasguno|aranazo)",
  "(svendo|svendita|fine serie|fondo di magazzino|rimanenze|causa trasloco|per trasloco|vendita veloce)",
  "(piccolo|lieve|leggero) (danno|difetto|graffio)",
);

/** A word of denial shortly before takes a defect back: "no cracks", "sans écran cassé". */
const denied =
  /\b(?:no|not|non|never|without|zero|free of|isn t|isnt|isn't|sans|aucun|aucune|ni|pas|jamais|kein|keine|keinen|ohne|nicht|nie|sin|ningun|ninguna|nunca|senza|nessun|nessuna|mai) (?:\S+ ){0,2}$/;
/** What comes with the thing is not the thing: "phone with case". */
const withIt = /(?:\b(?:with|and|plus|has|incl\w*|avec|et|mit|und|inkl\w*|con|y|e)|[+&,/]) ?(?:\S+ ){0,2}$/;
/** These deny themselves, which is what they say. */
const selfDenying = /^(?:no|not|non|ne|isn|doesn|won|don|ya no|never|funktioniert|geht|startet|ladt)/;

/** What is sold: the whole thing, several at once, a part or an accessory of it, or a broken one. */
export const kinds = ["whole", "lot", "part_only", "defect"] as const;
export type Kind = (typeof kinds)[number];

export function kindOfTitle(title: TextView): Kind {
  if (firstOf(defect, title, denied)) return "defect";
  if (firstOf(partOnly, title, withIt)) return "part_only";
  return lotOf.test(title.plain) ? "lot" : "whole";
}

/** Several of a kind for one price: "lot of 5", "lot de 10", "set of 4", "5x", "x 3". Screws and stamps aside, they are not sold as one. */
const lotOf =
  /\b(?:(?:lot|set|pack|bundle|box|case|pallet|palette|konvolut|lote|lotto) (?:of|de|d'|da|von|di|con|mit)? ?\d+|joblot|job lot|(?:[2-9]|[1-9]\d) ?(?:x|pcs|pieces|stuck|pezzi|piezas|units|unites)\b|x ?(?:[2-9]|[1-9]\d)(?=$|\s))/;

/** The same, where the title says nothing of a defect but the description does: it "needs work", it is "for parts". */
export function kindOfListing(subject: Subject): Kind {
  const views = textsOf(subject).filter(({ original }) => original.length <= longest);
  const title = views.find(({ field }) => field === "title");
  const kind = title ? kindOfTitle(title) : "whole";
  if (kind !== "whole") return kind;
  return views.some((view) => view !== title && firstOf(defect, view, denied)) ? "defect" : "whole";
}

/** Reads the texts of an ad. Where there are several of one kind, the first in reading order counts. */
export function priceWords(subject: Subject, amount: number): PriceWords {
  const views = textsOf(subject).filter(({ original }) => original.length <= longest);
  const titles = views.filter(({ field }) => field === "title");
  const first = (matcher: PhraseMatcher, kind: string, among = views, unless?: RegExp): SpanEvidence | undefined => {
    for (const view of among) {
      const found = firstOf(matcher, view, unless);
      if (found) return spanOf(view, found.start, found.end, kind, view.plain.slice(found.start, found.end));
    }
    return undefined;
  };
  return {
    noPrice:
      first(giveaway, "giveaway", titles) ??
      first(swap, "swap", titles) ??
      first(period, "per_period", titles) ??
      perMonthIn(titles) ??
      otherPrice(views, amount),
    explained: first(defect, "defect", views, denied) ?? first(partOnly, "part_only", titles, withIt),
    excuse: first(excuse, "excuse"),
  };
}

function perMonthIn(titles: readonly TextView[]): SpanEvidence | undefined {
  for (const view of titles) {
    for (const { 0: text, index } of view.plain.matchAll(perMonth))
      return spanOf(view, index, index + text.length, "per_period", text);
  }
  return undefined;
}

/**
 * A price in the text that makes the one given a placeholder: `$5000 firm` where 5 was given. At least twenty times as much, for ten times is a slip
 * of the finger, which is to be seen; and the text names none near the one given. (Who writes the true price beside a bait has spoilt the bait.)
 */
function otherPrice(views: readonly TextView[], amount: number): SpanEvidence | undefined {
  const prices = views.flatMap((view) =>
    [...view.plain.matchAll(named)].slice(0, 10).map((match) => ({
      view,
      start: match.index,
      end: match.index + match[0].length,
      value: Number((match[1] ?? match[2])!.replaceAll(/[ .,]/g, "")),
    })),
  );
  if (prices.some(({ value }) => value > 0 && value < 2.5 * amount)) return undefined;
  // "New it costs $5000" is a comparison, not the price.
  const meant = prices.filter(
    ({ view, start, end, value }) =>
      value >= 20 * amount &&
      !compared.test(view.plain.slice(Math.max(0, start - 40), start)) &&
      !compared.test(view.plain.slice(end, end + 25)),
  );
  const [one] = meant;
  return one && spanOf(one.view, one.start, one.end, "other_price", String(one.value));
}
const compared =
  /\b(?:new|retail\w*|msrp|worth|value\w*|paid|cost\w*|original\w*|spent|invest\w*|bought|neuf|neuve|valeur|paye|achete\w*|neupreis|np|uvp|wert|gekauft|valor|nuevo|costo|pagato|pagado|deposit|fee\w*|rent|each|off|save|caution|over|up)\b/;

/** Longer texts are not read for this. */
const longest = 20_000;

/** The first match that the words before it do not take back, at its longest. */
function firstOf(matcher: PhraseMatcher, view: TextView, unless?: RegExp): { start: number; end: number } | undefined {
  const matches = matcher.find(view, 20).filter(({ start, end }) => {
    const refuted = unless?.test(view.plain.slice(Math.max(0, start - 40), start));
    return !refuted || selfDenying.test(view.plain.slice(start, end));
  });
  const [match] = matches;
  if (!match) return undefined;
  const ends = matches.filter(({ start }) => start === match.start).map(({ end }) => end);
  return { start: match.start, end: Math.max(...ends) };
}
