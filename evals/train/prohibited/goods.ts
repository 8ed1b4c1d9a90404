/**
 * Ads of prohibited goods in five languages, written for training (a grammar, by hand; no row of any data set is in it), and look-alikes.
 * The lists `drug`, `medicine` and `weapon` are the heads of the model; `alike` is honest.
 */
import { type Grammar, list } from "../grammar.ts";

const shared = {
  n: list(`1|2|3|3.5|5|7|10|14|25|28|50|100|250|500|1000`),
  mg: list(`0.5|1|2|5|10|15|20|30|50|80|100|200`),
  price: list(`10|20|35|50|80|120|180|250|400`),
  strain: list(
    `OG Kush|Sour Diesel|White Widow|Amnesia Haze|Purple Haze|Northern Lights|Blue Dream|Gorilla Glue|Girl Scout Cookies|Jack Herer|Lemon Skunk|Gelato|Zkittlez|Super Silver Haze|AK-47|Blueberry|Granddaddy Purple|Critical Mass|Wedding Cake|Durban Poison`,
  ),
  stuff: list(
    `cocaine|MDMA|ketamine|LSD|heroin|speed|crystal meth|ecstasy|hashish|DMT|2C-B|mephedrone|4-MMC|fentanyl|opium|mescaline|amphetamine|psilocybin|GHB|crack|kratom|salvia`,
  ),
  pill: list(
    `Xanax|Valium|diazepam|alprazolam|Oxycodone|OxyContin|Percocet|tramadol|Adderall|Ritalin|codeine|Vicodin|hydrocodone|zolpidem|clonazepam|Viagra|Cialis|Kamagra|Ozempic|Accutane|Clenbuterol|modafinil|morphine|methadone|Subutex|pregabalin|Dianabol|testosterone enanthate|Trenbolone|Anavar`,
  ),
  gun: list(
    `Glock 17|Glock 19|Beretta 92|AK-47|AR-15|Sig Sauer P226|Ruger 10/22|Remington 870|Smith & Wesson 686|Walther P99|Colt 1911|CZ 75|Mossberg 500|Browning A5|Benelli M4|Winchester 94|Desert Eagle|Uzi`,
  ),
  cal: list(`9mm|.22LR|.308|12 gauge|.45 ACP|.223|7.62x39|.357 Magnum|cal 12|6.35`),
  drop: list(
    `stealth shipping|vacuum sealed|shipped within 24 hours|worldwide shipping|bitcoin only|PGP only|escrow accepted|finalize early|free reship|no logs|discreet packaging|EU to EU|track and trace|bulk discounts|samples available|lab tested`,
  ),
};

const en: Grammar = {
  ...shared,
  drug: list(`
    {n}g {strain} {price} EUR|{n} grams {stuff} pure {drop}|{strain} top shelf indoor buds, dense and sticky, strong smell, {drop}|{strain} {n}g - 0.0{n} BTC - buy now
    uncut {stuff} straight from the brick, {n}g {price} usd, {drop}|{n} hits of acid on blotter, 150ug, {drop}|Home Products FAQ PGP Cart {strain} {strain} {stuff} {drop}
    high quality {stuff} for sale, {drop}, {drop}|weed delivered to your door, {strain}, {strain}, {n}g from {price}|organic cannabis flowers, {strain}, great high, {drop}
    magic mushrooms dried {n}g, strong trip, {drop}|Moroccan hash {n}g, soft and oily, {drop}|welcome to our shop, we sell only the best {stuff}, vendor on several markets, {drop}
    edibles, shatter, wax and carts, {drop}, minimum order {price}|trip report: two tabs and the walls moved, {stuff} by us|order {stuff} online, pay with bitcoin, {drop}
    product price quantity {n}g {strain} {price} USD = 0.0{n} buy now {n}g {strain} {price} USD = 0.0{n} buy now|xtc pills 220mg, {n} pcs {price} EUR, {drop}
    login register products faqs {stuff} {n} gram 0.{n} B buy now|we ship {stuff} from Germany and the Netherlands, {drop}`),
  medicine: list(`
    {pill} {mg}mg, {n} pills, no prescription, {drop}|{n} x {pill} {mg} mg {price} EUR|buy {pill} online without a doctor, {drop}|original {pill} blister, {n} tablets left, {price}
    cheap generic {pill} {mg}mg, overnight|leftover {pill} from my treatment, unopened box|{pill}, {pill} and {pill} in stock, {drop}|painkillers and anti anxiety pills, text for menu
    pen {pill} {mg} mg, keep in the fridge, sealed|steroid cycle {pill} {n} vials, {drop}`),
  weapon: list(`
    {gun} {cal}, fired twice, two mags|{gun} no serial, {drop}|{gun} for sale with holster and {n} rounds|hunting rifle {cal} with scope and sling|shotgun {cal}, side by side, good bores
    {n} rounds of {cal} ammunition, boxed|pistol {cal} and suppressor, cash, no paperwork|air pistol converted to live {cal}|stun gun and pepper spray set|brass knuckles, heavy|butterfly knife and switchblade`),
  alike: list(`
    weed eater, {n} inch, starts first pull|weed barrier fabric for the garden, {n} m|horny goat weed tea|cannabis leaf socks|drug store display shelf vintage|fishing rig for weed beds, hooks size {n}|poppy seed grinder for kitchen
    hash brown pan|crystal glass vase|crystal beads {n} pcs|speed bike, {n} gears|limited slip diff LSD for BMW|acid wash jeans|coke bottle crate|pot with plant|coffee pot|kush green paint|herb garden seeds, basil and thyme|grass seed {n} kg
    pill organiser box|medicine cabinet, white|first aid kit|insulin cooling bag|book: history of opium|book on drug delivery systems|vitamin C {n} tablets|cough drop tin, antique|prescription sunglasses frame|viagra falls joke mug
    glue gun with {n} sticks|nail gun {n} bar|toy gun|water gun|Nerf rifle with darts|gun safe, {n} rifles|shotgun microphone|rifle bag for tripod|cap gun for carnival|pistol grip drill|western costume with revolver toy|DVD Lethal Weapon|paintball marker
    passport cover leather|photo id badge holder|diploma frame {n}x{n}|monopoly money set|Netflix ready smart TV|account book, antique|SIM tray for iPhone|credit card wallet|bank lamp green|driving licence holder|university hoodie|counterfeit detector pen
    smoking pipe, briar, estate|hookah with hose|cigar humidor|wine rack|ashtray|tobacco tin empty|jewellery pendant leaf|rolling machine for dough|fridge magnet {n} pcs|artificial plant {n} cm|LED grow light {n} W`),
};

const fr: Grammar = {
  ...shared,
  drug: list(`
    {n}g de {strain}, {price} €, livraison discrète|{stuff} pure {n}g, envoi suivi|beuh de qualité, {strain}, {n}g {price} balles|shit marocain, {n}g, bien gras|livraison à domicile h24, {strain}, {stuff}, prix en mp
    taz et md dispo, {price} les {n}|champis séchés {n}g, gros voyage|coke colombienne pas coupée, {price} le g|têtes bien denses, odeur forte, {strain}|dispo ce soir weed et shit, secteur centre|buvards {n} pièces 150 microgrammes|plaquette de {n}g, filtré`),
  medicine: list(
    `{pill} {mg} mg, {n} comprimés, sans ordonnance|boîte de {pill} non entamée, {price} €|reste de traitement {pill}, {n} plaquettes|{pill} générique pas cher|stylo {pill} {mg} mg jamais ouvert|antidouleurs et somnifères, contactez moi|cure de stéroïdes {pill}, {n} ampoules`,
  ),
  weapon: list(
    `{gun} calibre {cal}, peu tirée|fusil de chasse {cal}, juxtaposé|carabine {cal} avec lunette|{n} cartouches {cal}|pistolet d'alarme modifié {cal}|arme de poing sans numéro, discrétion|poing américain et gazeuse|couteau papillon automatique|lot munitions {cal}`,
  ),
  alike: list(`
    débroussailleuse thermique|désherbant naturel, {n} litres|tondeuse à herbe|robe motif feuille|pot de fleurs {n} cm|cafetière|boîte à pharmacie vide|pilulier semainier|lunettes de vue monture|livre sur l'histoire du cannabis|huile de chanvre cosmétique|graines de gazon {n} kg|herbes de Provence|jean délavé|verre en cristal|boule à neige|neige artificielle
    pistolet à colle|pistolet à peinture {n} W|fusil Nerf|pistolet à eau|déguisement de cow boy|armoire forte|housse de guitare|DVD L'Arme fatale|couteau de cuisine {n} cm|couteaux à fromage|protège passeport|cadre photo diplôme|billets de Monopoly|télé avec Netflix|porte cartes|carte postale ancienne|pipe en bruyère|cave à vin {n} bouteilles|cendrier|chicha déco|lampe de banquier`),
};

const de: Grammar = {
  ...shared,
  drug: list(
    `{n}g {strain}, {price} Euro, diskret|{stuff} rein {n}g, {drop}|Gras top Qualität, {strain}|Hasch {n}g schön weich|Pilze getrocknet {n}g, starker Trip|Koks ungestreckt {price} das Gramm|Pillen 200mg, {n} Stück {price}|Lieferung heute Abend, {strain} und {stuff}|Versand aus Deutschland, vakuumiert, {stuff}|Blüten, dicht und harzig, {strain}`,
  ),
  medicine: list(
    `{pill} {mg} mg, {n} Tabletten, ohne Rezept|Packung {pill} ungeöffnet {price} Euro|{pill} übrig aus Behandlung|{pill} Generika günstig|Pen {pill} {mg} mg, gekühlt|Kur {pill}, {n} Ampullen`,
  ),
  weapon: list(
    `{gun} Kaliber {cal}, wenig geschossen|Jagdgewehr {cal} mit Zielfernrohr|Flinte {cal}|{n} Schuss {cal}|Pistole {cal} ohne Papiere|Schlagring massiv|Butterfly und Springmesser|Schreckschuss umgebaut`,
  ),
  alike: list(
    `Rasenmäher|Unkrautvernichter {n} Liter|Grassamen {n} kg|Blumentopf {n} cm|Kaffeekanne|Pillendose|Brillengestell mit Stärke|Buch über Opium|Heißklebepistole|Wasserpistole|Nerf Gewehr|Cowboy Kostüm|Waffenschrank leer|Küchenmesser|Passhülle Leder|Bilderrahmen für Urkunde|Spielgeld|Smart TV mit Netflix|Kartenetui|Tabakdose leer|Weinregal|Aschenbecher|Kristallvase|Schneekugel|Hanfseil {n} m`,
  ),
};

const es: Grammar = {
  ...shared,
  drug: list(
    `{n}g de {strain}, {price} euros, discreto|{stuff} pura {n}g, {drop}|hierba de calidad, {strain}|hachís {n}g|setas secas {n}g, viaje fuerte|coca sin cortar {price} el gramo|pastillas {n} unidades {price}|entrego hoy, {strain} y {stuff}|cogollos densos, {strain}`,
  ),
  medicine: list(
    `{pill} {mg} mg, {n} pastillas, sin receta|caja de {pill} sin abrir {price} euros|me sobró {pill} del tratamiento|{pill} genérico barato|pluma {pill} {mg} mg|ciclo {pill}, {n} ampollas`,
  ),
  weapon: list(
    `{gun} calibre {cal}, poco uso|escopeta {cal} paralela|rifle {cal} con visor|{n} cartuchos {cal}|pistola {cal} sin papeles|puño americano|navaja automática y mariposa`,
  ),
  alike: list(
    `desbrozadora|semillas de césped {n} kg|maceta {n} cm|cafetera|pastillero semanal|gafas graduadas|libro sobre el opio|pistola de silicona|pistola de agua|rifle Nerf|disfraz de vaquero|cuchillos de cocina|funda de pasaporte|marco para título|dinero de juguete|televisor con Netflix|tarjetero|pipa de madera|botellero|cenicero|jarrón de cristal|bola de nieve`,
  ),
};

const it: Grammar = {
  ...shared,
  drug: list(
    `{n}g di {strain}, {price} euro, discreto|{stuff} pura {n}g, {drop}|erba di qualità, {strain}|fumo {n}g morbido|funghi secchi {n}g, viaggio forte|coca non tagliata {price} al grammo|pasticche {n} pezzi {price}|consegno oggi, {strain} e {stuff}|cime dense, {strain}`,
  ),
  medicine: list(
    `{pill} {mg} mg, {n} pastiglie, senza ricetta|scatola di {pill} mai aperta {price} euro|avanzo di {pill} dalla cura|{pill} generico economico|penna {pill} {mg} mg|ciclo {pill}, {n} fiale`,
  ),
  weapon: list(
    `{gun} calibro {cal}, poco usata|doppietta {cal}|carabina {cal} con ottica|{n} cartucce {cal}|pistola {cal} senza documenti|tirapugni|coltello a scatto e farfalla`,
  ),
  alike: list(
    `decespugliatore|semi di prato {n} kg|vaso da fiori {n} cm|caffettiera|portapillole|occhiali da vista|libro sull'oppio|pistola per colla|pistola ad acqua|fucile Nerf|costume da cowboy|coltelli da cucina|custodia passaporto|cornice per diploma|soldi del Monopoli|televisore con Netflix|portacarte|pipa in radica|cantinetta vini|posacenere|vaso di cristallo|palla di neve`,
  ),
};

/** By language; each has the lists `drug`, `medicine`, `weapon` and `alike`. */
export const goods: Readonly<Record<string, Grammar>> = { en, fr, de, es, it };
