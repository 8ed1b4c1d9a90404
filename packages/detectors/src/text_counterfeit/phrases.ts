/**
 * How counterfeits are offered: words that say so, words that hint at it beside a brand, and claims that do not fit.
 * Written for Assay. Notation as in `compilePhrases`.
 */
import type { CueTable } from "../text/cues.ts";

export const signs = {
  /** Says that the thing is a copy of a branded one. */
  replica: {
    any: [
      "(1to1|1 to 1|1a) (quality|replica|copy|mirror|rep|reps|qualität|qualité|calidad|qualità|kopie)",
      "(louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods) (rep|reps|dupe|dupes|tarocc*|pirata|bootleg)",
      "(rep|dupe|bootleg) (louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods)",
      "(g5|g6|5a|6a|7a|aaa|triple a) (imitación|imitazione|imitation|replica*|copia|copie)",
      "(calidad|qualité|qualità|quality|qualität) (g5|g6|5a|6a|7a|aaa|triple a|1 1|1:1|1a)",
      "(super fake*|superfake*|superclone*|super clone*|rep sneaker*|ua sneaker*|unauthorized authentic*)",
      "(mirror|aaa|aaaa|5a|7a) (quality|grade|copy|qualité|qualität|calidad|qualità|replica*)",
      "(1:1|1 1) (quality|replica|copy|mirror|rep|qualité|kopie|calidad|copia|réplique|replik)",
      "(qualité|quality|qualität|calidad|qualità|copy) (miroir|mirror|aaa|spiegel|espejo|specchio|1:1)",
    ],
    en: [
      "(ua|unauthorized|unauthorised) (quality|version|pair*|batch)",
      "(same|identical|best|top) (factory|batch) (as|version|quality)",
      "(not|isn'?t|aren'?t|non) (legit|authentic|og pair|retail pair)",
      "(fake|fakes|faux) (louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods)",
      "(louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods) (fake|fakes|replica*|knock off*|knockoff*|copy)",
      "(fakes|replica*|knock ?offs) but (good|great|high|top|identical|nobody|you can)",
      "(high quality|top quality|good quality|best quality|designer|luxury|quality|perfect|exact|first class|grade a) (replica*|copy|copies|knock off*|knockoff*|dupe|imitation*|fake*|clone*|reps?)",
      "(replica*|knock off*|knockoff*|imitation*|fake|clone|copy|reps) (watch*|bag*|handbag*|purse*|sneaker*|shoes|trainers|sunglasses|iphone|airpods|jersey*|designer|wallet|belt*|of the original|of (a |an |the )(rolex|gucci|chanel|louis vuitton|hermes|nike|dior))",
      "(not (the |an |a |)(original|authentic|genuine|real)|it'?s (a |)(fake|replica|copy|dupe)|(this|they|these) (is|are) (a |)(fake|fakes|replica|replicas|copies|not real|not authentic)|isn'?t (authentic|original|real))",
      "(looks|look|feels|same|identical|like|just) (like|as|to) (the |a |)(original|real one|real thing|genuine one|authentic one)",
      "(can'?t|cannot|nobody can|no one can) tell (the difference|it'?s fake|it from)",
      "(inspired by|style of|in the style of) (louis vuitton|gucci|chanel|hermes|hermès|dior|prada|rolex|cartier|van cleef|balenciaga|goyard)",
    ],
    fr: [
      "(louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods) .. (réplique*|contrefaçon*|imitation*|copie)",
      "(réplique|copie|imitation) (parfaite|exacte|conforme|aaa|haut de gamme|très fidèle|1:1|de qualité|automatique)",
      "(faux|fausse) mais (très |)(bien|beau|belle|ressemblant*|fidèle)",
      "(n'est|est) pas (un vrai|une vraie|de la marque)",
      "(réplique*|copie*|imitation*|contrefaçon*|faux|fausse*|fake*) (de |d'|du |)(louis vuitton|gucci|chanel|hermès|dior|prada|rolex|cartier|nike|adidas|balenciaga|moncler|lacoste|luxe|marque|sac|montre*|airpods|iphone|stone island|canada goose)",
      "(comme|identique à|pareil que|même qualité que|semblable à|conforme à) (l'|au |le |les |du |des )(original|originaux|vrai|vraie|vrais|authentique)",
      "(ce n'est pas|c'est pas|pas|non) (un |une |l'|du |des |)(original|originale|originaux|vrai de|authentique|vrais)",
      "(très |)(bonne|belle|haute|super) (imitation|copie|réplique|contrefaçon)",
      "(impossible|aucune) (de voir la |de faire la |)différence (avec|entre|par rapport) .. (original|vrai|vraie|authentique)",
      "(inspiré*|inspiration|style) (de |du |d'|)(louis vuitton|gucci|chanel|hermès|dior|prada|rolex|cartier|van cleef|balenciaga|goyard)",
    ],
    de: [
      "(nachgemacht*|gefälscht*|gefaked*|gefaket*) ..3 (louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods)",
      "(louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods) .. (replika*|replik*|fälschung|plagiat|fake|nachgemacht|imitat|nachbildung)",
      "(replika|replica|fake|kopie|nachbildung|imitat) (1a|1:1|aaa|top) (qualität|ware)",
      "(nachbildung|replika|imitat|fake|plagiat) (louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods)",
      "(replik*|replikat*|kopie*|imitat*|fälschung*|fake*|nachbildung*|plagiat*) (von |einer |der |)(louis vuitton|gucci|chanel|hermes|dior|prada|rolex|cartier|nike|balenciaga|moncler|markenuhr|designertasche|uhr|tasche|airpods)",
      "(louis vuitton|gucci|chanel|hermes|dior|prada|rolex|cartier|nike|balenciaga|moncler) (replik*|replica*|kopie*|imitat*|fälschung|fake|nachbildung|plagiat)",
      "(wie|sieht aus wie|identisch (mit|zum)|genau wie) (das |dem |vom |)(original|originale|echte)",
      "(kein|keine|nicht) (original|originale|echt|originalware)",
      "(gute|hochwertige|perfekte|top) (replik*|kopie|imitation|fälschung|nachbildung|replica)",
    ],
    es: [
      "(louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods) ..1 (fals*|réplica|imitación|pirata|de imitación|copia|fake)",
      "(réplica|imitación|copia) (exacta|perfecta|idéntica|aaa|1:1|de calidad|calidad)",
      "(son|es) (fals*|de imitación|una réplica|réplica|imitación|una copia) (pero|pero no|aunque|y no)",
      "falsas? pero (idéntic*|iguales|muy)",
      "(réplica*|copia*|imitación*|falsificaci*|fake*) (de |del |)(louis vuitton|gucci|chanel|hermes|dior|prada|rolex|cartier|nike|adidas|balenciaga|moncler|lujo|marca|bolso|reloj|airpods|iphone)",
      "(igual que|idéntico* (a|al)|como) (el |la |al |)(original|auténtico|auténtica|verdadero)",
      "(no es|no son) (el |)(original|originales|auténtic*|de marca)",
      "(buena|alta|excelente|perfecta) (réplica|copia|imitación)",
    ],
    it: [
      "(louis vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|cartier|omega|patek philippe|hublot|nike|jordan|jordans|yeezy|adidas|balenciaga|moncler|lacoste|ralph lauren|stone island|canada goose|burberry|fendi|goyard|airpods) ..1 (tarocc*|fals*|non originali|non originale|imitazione|replica|contraffatt*|copia|fake)",
      "(replica|imitazione|copia) (perfetta|identica|esatta|aaa|1:1|fedele)",
      "non (originale|originali|autentic*) (ma|però|ottima|perfett*)",
      "fals* ma (identic*|ugual*|perfett*|bell*)",
      "(replica|repliche|copia|copie|imitazion*|fals*|fake*|tarocc*) (di |della |)(louis vuitton|gucci|chanel|hermes|dior|prada|rolex|cartier|nike|adidas|balenciaga|moncler|lusso|marca|borsa|orologio|airpods|iphone)",
      "(come|identic* (a|all')|uguale (a|all')) (l'|)(originale|originali|autentico|vero)",
      "(non (è|sono)) (originale|originali|autentic*)",
      "(ottima|perfetta|alta|buona) (replica|copia|imitazione)",
    ],
  },
  /** Words for a copy that have honest uses too: they count beside a brand. */
  copy_word: {
    any: ["(replica*|fake|fakes|aaa|dupe|dupes|clone|ua|reps|knockoff*|knock off*)"],
    en: ["(imitation|copy|unbranded version|look alike|lookalike|custom made version)"],
    fr: ["(réplique*|imitation*|copie*|contrefaçon*|faux|fausse)"],
    de: ["(replik*|imitat*|kopie|fälschung|nachbildung|plagiat)"],
    es: ["(réplica*|imitación|copia|falso|falsa)"],
    it: ["(imitazione|copia|falso|falsa|tarocco|replica)"],
  },
  /** Without what comes with the real one. */
  no_papers: {
    en: [
      "(no|without|missing) (box|papers|receipt|invoice|certificate|proof of purchase|tags|authenticity card|dust ?bag)( (or|and|no) (box|papers|receipt|certificate|tags)|)",
    ],
    fr: [
      "(sans|pas de|ni) (facture|boîte|boite|certificat|ticket|papiers|preuve d'achat|étiquette|dustbag)( (ni|et|sans) (facture|boîte|boite|certificat|ticket|papiers)|)",
    ],
    de: ["(ohne|keine|kein) (rechnung|box|karton|zertifikat|papiere|kaufbeleg|etikett|staubbeutel)"],
    es: ["(sin|no tengo) (factura|caja|certificado|ticket|papeles|etiqueta)"],
    it: ["(senza|niente) (fattura|scatola|certificato|scontrino|garanzia|etichetta)"],
  },
  /** Sold as stock, from where copies come. */
  source: {
    en: [
      "(factory (direct|seconds|leftover|overrun)|from (china|turkey|bangkok|thailand|hong kong|istanbul|canal street)|wholesale (available|price*)|all sizes available|dm for (prices|more models|catalog*)|many (models|colors|colours) available|dhgate|weidian|taobao|yupoo|pandabuy|(fell|fallen) off (the |a )(truck|lorry)|original quality|top grade|premium grade|master copy)",
    ],
    fr: [
      "(tombé* du camion|venant de (chine|turquie|thaïlande)|ramené* de (turquie|chine|thaïlande|maroc)|toutes les tailles disponibles|plusieurs (modèles|coloris) disponibles|prix de gros|fin de série usine|arrivage)",
    ],
    de: [
      "(aus (china|der türkei|thailand|türkei)|alle größen (verfügbar|lieferbar|da)|direkt vom hersteller|großhandelspreis*|vom laster gefallen)",
    ],
    es: [
      "(de (china|turquía|tailandia)|todas las tallas disponibles|directo de fábrica|precio* de fábrica|al por mayor)",
    ],
    it: ["(dalla (cina|turchia|thailandia)|tutte le taglie disponibili|prezzi da ingrosso|diretto dalla fabbrica)"],
  },
  /** Claims and papers of the real thing. */
  authentic: {
    en: [
      "(authentic|genuine|original|real deal|100 authentic|guaranteed authentic|with (the |)(receipt|box and papers|certificate|proof of purchase|original receipt)|serial number|authenticated|entrupy|date code|authenticity card)",
    ],
    fr: [
      "(authentique|véritable|original|avec (la |sa |)(facture|ticket|certificat|preuve d'achat)|numéro de série|authentifié*|facture (à l'appui|disponible|fournie))",
    ],
    de: [
      "(authentisch|echt|original|mit (rechnung|zertifikat|kaufbeleg|originalrechnung)|seriennummer|authentifiziert|echtheitszertifikat)",
    ],
    es: ["(auténtic*|original|con (factura|ticket|certificado|caja y papeles)|número de serie|autenticad*)"],
    it: ["(autentic*|originale|con (scontrino|fattura|certificato|scatola e garanzia)|numero di serie)"],
  },
  /** Copies that are honest: furniture, toys, weapons for show, sport and film. */
  honest_copy: {
    any: [
      "(funko|lego|hot wheels|playmobil|bburago|maisto|majorette|1:18|1:43|1 18|1 43|miniature*)",
      "(eames|barcelona chair|le corbusier|tolix|wishbone|egg chair|arne jacobsen|airsoft|softair|medieval|lightsaber|sabre laser|katana|helmet|helm|casque|casco|trophy|trophée|world cup|coupe du monde|prop|cosplay|movie|film|dinosaur|titanic|ship model|maquette|model car|modellauto|coin|medal|museum|musée|fresco|fresque|painting|statue|sculpture|furniture|meuble*|möbel|chair|chaise|stuhl|lamp|lampe|sofa|table|toy*|jouet*|spielzeug|tour de france|race replica|tour replica|team replica|pro replica|supporter*|sword|épée|viking|roman|egypt*|bust|buste|antique style|fireplace|plant*|fur|fourrure|fell|piel|pelo|pelliccia|leather|cuir|leder|eyelash*|nails|ongles|teeth|grass|flower*|fleur*|tan|plafond|cils|candle*|beams|wood|bois|marble|marbre|suede|rocks|ivy)",
    ],
    en: [
      "(fake|faux|false|imitation) (fur|leather|plant*|flower*|eyelash*|lash*|nails|tan|grass|suede|pearl*|wood|stone*|christmas|snow|blood|diamond*|fireplace|ceiling|bottom|alarm|camera|wall|tree|ivy|candle*)",
      "(beware of|no|not a|never|avoid|isn'?t a|are not|spot|some cheap) (fake*|copy|copies|replica*|imitation*|knock off*|counterfeit*)",
      "(hard|soft|back ?up|security|photo|xerox|signed|digital|first|vintage|rare|nice|clean|reading|sealed|review|used|paper) (copy|copies)",
      "copy of (the (book|game|lease|title|receipt|invoice|report|magazine|dvd|keys?)|my|your|vogue)",
    ],
    fr: [
      "(faux|fausse*) (cuir|fourrure|cils|ongles|plafond|plante*|fleur*|col|suède|daim|pli*|jumeau*|bijou*|diamant*|marbre|bois|départ|contact|argument)",
      "(pas de|ce n'est pas (une |de la |du )|jamais de|aucune|attention aux) (copie*|contrefaçon*|faux|imitation*|réplique*)",
      "(photo|simple)copie",
    ],
    de: [
      "(kunst)(leder|fell|pelz|pflanze*|blume*)",
      "(keine|kein|vorsicht vor) (fälschung*|kopie*|fake*|imitat*|plagiat*|replik*)",
    ],
    es: ["(no es|ninguna|cuidado con|nada de) (copia*|imitación*|réplica*|falsificaci*|fake)", "piel sintética"],
    it: [
      "(non è|nessuna|attenzione a(i|lle)) (copia*|una copia|imitazion*|replica|fals*)",
      "(finta|ecologica) (pelle|pelliccia)",
    ],
  },
} as const satisfies CueTable;

/** Brands that are copied most. */
export const brands = {
  brand: {
    any: [
      "(louis vuitton|lv|vuitton|gucci|chanel|hermes|birkin|kelly bag|christian dior|dior|prada|fendi|celine|saint laurent|ysl|balenciaga|bottega veneta|givenchy|valentino garavani|goyard|burberry|loewe|miu miu|off white|moncler|canada goose|stone island|golden goose|amiri|palm angels)",
      "(rolex|omega speedmaster|omega seamaster|audemars piguet|patek philippe|cartier|hublot|breitling|tag heuer|richard mille|tudor black bay|panerai|iwc|van cleef|bulgari|bvlgari|tiffany|pandora)",
      "(nike|jordan 1|jordan 4|air jordan*|jordans|yeezy|yeezys|adidas|new balance|dunk low|air force 1|travis scott|supreme|bape|the north face|patagonia|ugg|uggs|birkenstock|lacoste|ralph lauren|tommy hilfiger|ray ban|oakley)",
      "(apple|iphone|airpods|airpod|apple watch|macbook|samsung galaxy|galaxy note|dyson|beats by dre|beats|bose|jbl|ghd|playstation|dualsense)",
    ],
  },
  /** The ones that are never cheap. */
  luxury: {
    any: [
      "(louis vuitton|lv|vuitton|gucci|chanel|hermes|birkin|kelly bag|christian dior|dior|prada|fendi|celine|saint laurent|balenciaga|bottega veneta|givenchy|goyard|loewe|moncler|canada goose)",
      "(rolex|audemars piguet|patek philippe|cartier|hublot|breitling|richard mille|panerai|van cleef|omega speedmaster|omega seamaster|bulgari|bvlgari)",
    ],
  },
} as const satisfies CueTable;

/** Under this price, in euros or dollars, a bag, a watch or a coat of a luxury brand raises doubt. Cards, scarves and perfumes cost less: `small_things`. */
export const luxuryFloor = 90;

export const smallThings = {
  small: {
    any: [
      "(parfum*|perfume*|profumo|eau de (toilette|parfum)|edt|edp|dustbag*|dust bag*|shopping bag*|box|boîte|boite|schachtel|caja|scatola|ribbon|ruban|catalogue|book|livre|buch|poster|makeup|maquillage|lipstick|rouge à lèvres|nail polish|sample*|échantillon*|miniature*|sticker*|button*|bouton*|charm*|keychain|porte clé*|sunglasses case|étui|card holder|porte carte*|bow|socks|chaussettes|strap|bracelet cuir|link|maillon|paper bag|sac papier|papiertüte|mug|plate|candle|bougie|savon|soap|lotion|crème|foulard|twilly|scarf|cravate|tie|belt|ceinture)",
    ],
  },
} as const satisfies CueTable;
