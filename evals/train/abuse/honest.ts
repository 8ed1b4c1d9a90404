/** Honest ads and messages in five languages, written for training: ordinary ones, and those whose words look like abuse and are not. */
import { type Grammar, list } from "../grammar.ts";

/** Words of honest ads that hold a bad one. */
const inside = list(
  "assist|assistance|assistant|assigned|assignment|assorted|assortment|assembly|assembled|assets|assessment|associate|association|assurance|assault course|class|classic|classes|glass|glasses|grass|brass|pass|passenger|passport|compass|bass|massive|cassette|casserole|embassy|sassafras|chassis|harness|cockpit|cocktail|peacock|Hancock|Babcock|Dickinson|Dickens|Dixon|shiitake|titles|titan|titanium|petite|buttons|butter|buttress|butterfly|analog|analysis|analyzer|canal|cumulative|document|documents|circumference|cucumber|accumulator|vacuum|sextant|Sussex|Essex|unisex|shoes|horseshoe|hitch|stitch|stitched|pitch|pitcher|kitchen|switch|twitch|Pitchfork|snatch block|spoke|spice|spices|suspicious|therapist|grapes|drape|skyscraper|scraper|parachute|raccoon|cocoon|tycoon|pinches|pinched|raping|scraping|draping|flags|flagship|fragile|dykes and canals|transmission|transformer|translucent|transfer|trailer|hoist|hose|whole|wholesale|crappie|scrap|scrapbook|wrapping|fuchsia|Fukuoka|shirt|shirts|shift|shuttle|Hitachi|bitcoin|bits|orbit|arsenal|arsenic|parse|sparse|Marseille|Arsene|Terrier|Bernard|breed|shire horse|Rottweiler|Doberman|mastiff|bulldog|Pinscher|Staffordshire",
);

const en: Grammar = {
  opinion: list(`
    The {matter} are {judged}|The {matter} are {judged}.|{matter} are {judged} and {judged}, what a shame|Easy to use but the {matter} are {judged}.|I find that the {matter} are {judged}|Most {matter} here are {judged}|All the {matter} are {judged}|I don't like that {matter} are {judged}|I hate how {judged} the {matter} are|{matter} should be {changed}|Too many {matter} are {judged}.|Simple. {matter} are {judged}.`),
  matter: list(
    `fees|prices|sellers|buyers|people|users|delivery times|ads|filters|notifications|photos|messages|shipping costs|parcels|refunds|support agents|reviews|new rules|couriers|clothes|shoes|bikes|apartments|neighbours`,
  ),
  judged: list(
    `too high|too slow|expensive|serious|friendly|rude|dishonest|slow|unreachable|useless|great|honest|annoying|bad|terrible|not up to date|too long|cheap|dirty|damaged|late|nice|respectful|impossible to reach|quiet|clean|very good`,
  ),
  changed: list(`lower|faster|clearer|removed|checked|banned from the site|free|better`),
  inside,
  ad: list(`
    {title}. {inside} and {inside}, {detail}. {terms}.
    {thing} with {inside}, {inside}. {condition}.
    {title}. {condition}. {reason}. {terms}.
    {title} - {condition}, {detail}. {terms}.
    Selling {title}. {detail}. {condition}. {reason}. {extra} {terms}.
    {title}. {detail}. {extra}
    {trap}. {condition}. {terms}.
    {trap}. {detail}. {reason}.`),
  title: list(`{adj} {thing}|{brand} {thing}|{adj} {brand} {thing}|{thing}, {colour}|{colour} {thing} size {n}`),
  adj: list(
    `vintage|old|new|brand new|used|beautiful|cute|sexy|classic|leather|wooden|heavy duty|stunning|comfy|retro|cheap|rare|badass|sick|killer|insane|crazy|slim|fat|naked|hot`,
  ),
  brand: list(
    `IKEA|Nike|Samsung|Apple|Bosch|Zara|Toyota|Honda|Lego|Sony|Canon|Levi's|Adidas|KitchenAid|Dell|Trek|Schwinn|Ralph Lauren`,
  ),
  thing: list(
    `sofa|bike|dress|jacket|dining table|phone case|laptop|camera lens|mountain bike|pair of boots|sneakers|bed frame|mattress|coffee machine|lamp|bookshelf|stroller|car seat|watch|handbag|desk|tv stand|guitar|speaker|dumbbells|treadmill|rug|mirror|toddler bed|high heels|bikini|bra|lingerie set|winter coat|dollhouse|board game|tool box|drill|truck|sedan|apartment|room|studio`,
  ),
  colour: list(`black|white|red|brown|nude|pink|yellow|grey|navy|beige|gold|blue`),
  n: list(`2|4|6|8|10|36|38|40|42|S|M|L`),
  condition: list(
    `excellent condition|worn twice|like new|some scratches|runs great|never used|needs a little work|good shape|clean title, no accidents|a small crack in the corner|battery holds charge|smoke free home, no pets|the seat is a bit dirty|works perfectly|there is an ugly stain on the back|screen is dead but the rest works`,
  ),
  detail: list(
    `60 inches wide and 30 deep|comes with the original box|two bedrooms, one bath, close to the park|new brakes and tires|includes charger and case|130k miles, automatic|bought two years ago for 300|fits a queen mattress|17 inch wheels|made in Italy|hard to find these days|the drawers slide well`,
  ),
  reason: list(
    `we are moving|I never use it|my kids outgrew it|upgraded to a bigger one|need the space|it was a gift|too small for me|my husband hates it|my wife wants it gone|I'm sick of looking at it in the garage|we are expecting a baby girl`,
  ),
  terms: list(
    `pick up only|cash only please|price is firm|make me an offer|first come first served|text me if interested|shoot me a message|hit me up|can ship|no lowballs please|serious buyers only|must go this weekend|don't waste my time, I know what I have|sorry, no trades`,
  ),
  extra: list(
    `Killer deal!|You won't be disappointed.|Great for a dorm room.|It's a steal.|Dirt cheap!|It's a beast.|This thing kills it on the trails.|Damn good coffee.|A hell of a ride.|Perfect gift for men and women.|Looking for roses for my garden.|Red roses in a vase, 200 roses for a wedding.|Kill Bill 1 and 2 on DVD.|Escort mk2 1978, Ford Escort estate.|My dog died last year.|Bite me, says the t-shirt.|Electric bike with pedal assist, five assist levels.|Assist mode and throttle, assist on demand.|Water, trash and garbage included, gas extra.|Trash compactor and garbage disposal.|Dirty and clean settings.|Forget your dirty, polluting car.|Walk to shops, pets and dogs allowed, no aggressive breeds.|Assigned parking, assistance animals welcome.|F-150, F-250 and F 350 parts.|Ford f100 short bed.|Kids loved it.|Great toy for girls and boys aged 3 to 8.|Dead simple to use.`,
  ),
  trap: list(`
    Breast pump Medela, barely used|Cock rooster statue for the garden|Pussy willow branches, dried|Shih tzu puppies looking for a home|Bitch Planet comics 1 to 5|Dick's Sporting Goods gift card|Moby Dick, hardcover|Nude heels size 38|Nude lipstick set|Sexy black dress for parties
    House in Scunthorpe, two bedrooms|Cockburn street map, framed|Essex girl mug|Kill Bill DVD box set|Dead Kennedys vinyl|Sex Pistols t-shirt|Sex Education textbook|The Hate U Give, paperback|Call of Duty Black Ops|Grand Theft Auto|Water gun and nerf gun|Hot glue gun|Nail gun, Bosch|Staple gun|Bullet journal|Bullet blender
    Master and slave cylinder for Honda Civic|Slave flash for Canon|Blow dryer|Blow up mattress|Strip lights 5 m|Power strip|Tit for tat board game|Bird feeder for blue tits|Great tit print|Boob tube top, pink|Beaver fur hat|Hoe, rake and shovel|Garden hoe|Spade and fork|Crackers and cheese board|Ass-kicking boots|Donkey ass cart, decorative|Jackass DVD|Wet wipes and nappies|Screw set|Nuts and bolts|Ball valve|Head gasket|Shaft seal|Stud finder|Rubber ducks|Horny toad figurine|Rape seed oil, 5 litres|Violence in Islam, academic book|History of racism in America, book
    Black leather jacket|White wedding dress|Asian vase|African mask|Indian headdress replica|Chinese porcelain|Jewish cookbook|Menorah, brass|Hijab, silk|Abaya for Muslim women|Quran with stand|Gay pride flag|Lesbian romance novels|Transgender history, paperback|Feminist book bundle|Wheelchair for disabled person|Mobility scooter, blue badge|Hearing aid batteries for deaf people|Refugee by Alan Gratz|Women's boots|Girls dress age 10|Boys shoes age 13|Teen jeans age 14 years|Massage chair|Massage table, folding|Thai massage oil, unopened|Foot massager|Ford Escort 1998|Escort radar detector|Roses bouquet, silk|Adult bike|Adult size helmet|Young adult novels|Model kit|Hookah|Hooker furniture sideboard|Bastard file and rasp|Bloody Mary glasses|Facial steamer|Facial cleanser|Swallow brooch|Spanking new radiator|Bondage style strap sandals, unworn|Fetish wood carving from Congo|Fat quarter fabric bundle|Retardant foam|Flame retardant curtains|Dyke drainage pump|Faggot cooking tray|Spic and span cleaner|Chink in armour figure|Cracker Barrel mugs|Coon cheese tin, vintage|Gypsy Kings CD|Negro Modelo beer glasses|Montenegro travel guide|Nazi Germany history books|Hitler biography by Kershaw|Killing Eve season 1|Die cast cars|Die cutting machine|Hangman board game|Punch needle kit|Punching bag|Beats headphones|Shooting tripod|Shotgun shell lamp|Burn DVD drive|CD burner|Choker necklace|Strangler fig plant|Bomb cyclone jacket|Bath bombs|Attack on Titan manga|Terror on the fox farm book|Threat level midnight poster`),
  message: list(`
    Hi, is the {thing} still available?|Would you take {price} for it?|Sorry, I'm late, stuck in traffic.|Thanks, great seller!|The {thing} arrived broken, I'd like a refund.|I'm disappointed, it does not look like the pictures.|Your description was wrong, this is not leather.|Can you hold it until Friday?|Where can I pick it up?|Does it fit a girl of 10?|It's for my daughter, she is 13.|My son is 12 and plays guitar.|Is it for men or women?|What a rip off, please send it back.|You forgot to send the charger.|Don't shoot the messenger, but it's cheaper in the shop.|I'd kill for this {thing}!|My girlfriend will love it.|I hate to bother you again, any news?|No hate, but the price is high.|That's damn expensive.|You are a star, thank you!|You're awesome, thanks a lot.|You are very kind.|I'm so sorry for your loss.|Don't worry, take your time.|My grandmother is blind, is it easy to use?|I'm a woman, 165 cm, does M fit?|We are a gay couple looking for a sofa.|I'm Muslim so no deliveries on Friday noon please.|The couple from Poland bought it.|I am deaf, please text instead of calling.|The battery is dead, can you swap it?|It's stupid of me but I lost your address.|I'm an idiot, I sent the wrong size.|My bad, dumb mistake.|Beat it down to {price} and I'll take it.|I will come and kill some time at the café before.|This is a bad product, it broke in a day.|The worst purchase ever, one star.|Terrible app, it always crashes.|Very bad service, nobody answers.|I feel cheated, the seller does not answer.|The parcel stinks of smoke.|He never paid and blocked me, very rude man.|Someone called me a bad name here, please help.|Please do not send me insults.|Calling people names is wrong.|A buyer wrote that women can't drive, that's unacceptable.|Hate has no place here.|How old are you? - I'm 35.|I've been riding since I was 13 years old.|The bike is 13 years old.|I am 43 and this is too young for me.|ok|OK|No|Yes|Thanks|Great|Good|Nice|Bad|Meh|Too expensive|N/A|tbd|Sold|Still available?|Pending|Ok sir|Fine by me|Deal|A+++|AAA|Sold!!!!!!|WOW!!!!!!!!!! MUST SEE`),
  price: list(`20|35|50|80|120|250`),
};

const fr: Grammar = {
  opinion: list(`
    Les {matter} sont {judged}|Les {matter} sont {judged}.|{matter} {judged}, dommage|Simple d'utilisation mais je trouve que les {matter} sont {judged}.|Je trouve que les {matter} sont {judged}|La plupart des {matter} sont {judged}|Tous les {matter} sont {judged}|Je n'aime pas que les {matter} soient {judged}|Je déteste ces {matter} {judged}|Les {matter} devraient être {changed}|Trop de {matter} sont {judged}.|Mais les {matter} sont {judged} !`),
  matter: list(
    `frais|prix|vendeurs|acheteurs|gens|utilisateurs|délais|annonces|filtres|photos|messages|frais de port|colis|remboursements|conseillers|avis|nouvelles règles|livreurs|vêtements|chaussures|vélos|voisins`,
  ),
  judged: list(
    `trop élevés|trop lents|chers|sérieux|sympas|malpolis|malhonnêtes|lents|injoignables|inutiles|super|honnêtes|pénibles|mauvais|nuls|pas à jour|trop longs|bon marché|sales|abîmés|en retard|gentils|respectueux|calmes|propres|très bien`,
  ),
  changed: list(`baissés|plus rapides|plus clairs|supprimés|vérifiés|bannis du site|gratuits|mieux`),
  inside: list(
    "salopette|salopettes|concert|console|condition|conditions|connecteur|confort|cuisine|cuillère|culotte de cheval|culture|culbuto|bureau|débit|habit|habits|orbite|arbitre|Bitche|bitume|putois|dispute|députée|pédalier|pédale|pédales de vélo|chienne de race|châtelaine|chatière|baiser de paix|bisexe|unisexe|sexage|pénistone|péniche|transat|transport|transpalette|tapette à souris|négatif|nègrepelisse|niquel|nickel|communiquer|pique-nique|salle|salés|salon|sale gosse DVD|enculturation|gueuleton|gargouille|affût|R.A.S|RAS|ras du cou",
  ),
  ad: list(`
    {title}. {inside} et {inside}, {detail}. {terms}.
    {thing} avec {inside}, {inside}. {condition}.
    {title}. {condition}. {reason}. {terms}.
    {title} - {condition}, {detail}. {terms}.
    Vends {title}. {detail}. {condition}. {reason}. {extra} {terms}.
    {title}. {detail}. {extra}
    {trap}. {condition}. {terms}.
    {trap}. {detail}. {reason}.`),
  title: list(`{thing} {adj}|{thing} {brand}|{thing} {brand} {adj}|{thing} {colour}|{thing} {colour} taille {n}`),
  adj: list(
    `vintage|neuf|neuve|ancien|en cuir|en bois|très sexy|rétro|pas cher|rare|magnifique|d'occasion|pour femme|pour homme|pour fille|pour garçon`,
  ),
  brand: list(
    `IKEA|Zara|Nike|Samsung|Apple|Bosch|Peugeot|Renault|Lego|Sony|Decathlon|Petit Bateau|Sézane|Maje|Moulinex`,
  ),
  thing: list(
    `canapé|vélo|robe|veste|table basse|housse de téléphone|ordinateur portable|objectif photo|paire de bottes|baskets|cadre de lit|matelas|machine à café|lampe|bibliothèque|poussette|siège auto|montre|sac à main|bureau|meuble télé|guitare|haltères|tapis|miroir|talons|maillot de bain|soutien-gorge|ensemble de lingerie|manteau|maison de poupée|jeu de société|perceuse|voiture|appartement|chambre|studio|salopette|jupe|pull`,
  ),
  colour: list(`noir|noire|blanc|blanche|rouge|marron|nude|rose|jaune|gris|bleu|beige`),
  n: list(`34|36|38|40|42|S|M|L|6 ans|10 ans|14 ans`),
  condition: list(
    `très bon état|porté deux fois|comme neuf|quelques rayures|roule très bien|jamais servi|petite réparation à prévoir|bon état général|contrôle technique ok|une petite tache moche au dos|batterie ok|maison non fumeur|fonctionne parfaitement|un peu sale mais se nettoie`,
  ),
  detail: list(
    `160 cm de large|avec la boîte d'origine|deux chambres, proche du parc|pneus et freins neufs|chargeur inclus|130 000 km, boîte automatique|acheté 300 € il y a deux ans|pour lit de 140|fabriqué en Italie|difficile à trouver|les tiroirs coulissent bien`,
  ),
  reason: list(
    `nous déménageons|je ne m'en sers pas|trop petit pour ma fille|trop petit pour moi|besoin de place|c'était un cadeau|mon mari le déteste|mon fils a 12 ans et n'y joue plus|ma fille de 13 ans ne le met plus|on attend un bébé`,
  ),
  terms: list(
    `à venir chercher|espèces uniquement|prix ferme|faire offre|premier arrivé premier servi|contactez-moi|envoi possible|curieux s'abstenir|négociable|pas sérieux s'abstenir|merci de ne pas me faire perdre mon temps`,
  ),
  extra: list(
    `Une tuerie !|Rosiers et roses du jardin.|Bouquet de 50 roses pour un mariage.|Mon chien est mort l'an dernier.|Vous ne serez pas déçus.|Prix cassé.|Une bombe.|À mourir de rire.|Idéal pour un cadeau.|Convient aux hommes et aux femmes.|Ça déchire.|Parfait pour petites filles.|Faut pas être bête, à ce prix !`,
  ),
  trap: list(`
    Tire-lait Medela|Coq en céramique|Chatte et ses chatons à donner|Chatons à adopter|Chienne labrador LOF|Chien croisé|Bite d'amarrage, déco marine|Cul de lampe|Cul-de-poule inox|Bouteille cul plat|Salopette en jean|Vélo unisexe|Parfum unisexe|Cockpit de simulateur|Le Deuxième Sexe, Simone de Beauvoir|Sexe des anges, livre|Sac en forme de cochon|Porc en porcelaine|Vache à lait, tirelire|Cochon d'Inde avec cage|Robe noire|Jupe blanche|Masque africain|Vase chinois|Tapis arabe|Livre de cuisine juive|Ménorah en laiton|Voile et hijab|Abaya pour femme musulmane|Coran relié|Drapeau gay pride|Romans lesbiens|Livres féministes|Fauteuil roulant pour handicapé|Scooter PMR|Livre sur les réfugiés|Les Misérables|L'Idiot de Dostoïevski|La Bête humaine|Le dîner de cons DVD|Les Bronzés DVD|Tueur à gages, thriller|Pistolet à colle|Pistolet à peinture|Pistolet à eau|Agrafeuse|Tire-bouchon|Balles de tennis|Boules de pétanque|Queue de billard|Table de massage|Fauteuil massant|Huile de massage|Ford Escort|Bouquet de roses|Rose des sables|Vélo adulte|Talons escarpins nude|Rouge à lèvres nude|Collant couleur chair|Fouet de cuisine|Bombe de peinture|Bombe d'équitation|Mort sur le Nil, Agatha Christie|Tête de mort, bague|Sucette pour bébé|Branle-bas de combat, jeu|Garce, roman de poche|Bâtarde, baguette en déco|Vierge à l'enfant, statue|Fille d'honneur, robe|Garçon de café, tablier|Livre sur le racisme|Histoire du nazisme|Mein Kampf, édition critique Historiciser le mal`),
  message: list(`
    Bonjour, le {thing} est-il toujours disponible ?|Vous le laissez à {price} € ?|Désolé, je suis en retard.|Merci, vendeur au top !|Le {thing} est arrivé cassé, je veux un remboursement.|Je suis déçue, ce n'est pas comme sur les photos.|Votre description est fausse.|Vous pouvez le garder jusqu'à vendredi ?|C'est pour ma fille, elle a 13 ans.|Mon fils a 12 ans.|C'est pour homme ou femme ?|Quelle arnaque, reprenez-le.|Vous avez oublié le chargeur.|Je tuerais pour ce {thing} !|Ma copine va adorer.|Je déteste insister, des nouvelles ?|C'est super cher quand même.|Vous êtes adorable, merci.|Tu es géniale, merci !|Ma grand-mère est aveugle, c'est simple à utiliser ?|Je suis une femme d'1m65, le M va ?|Nous sommes un couple gay et cherchons un canapé.|Je suis musulmane, pas de livraison vendredi midi svp.|Je suis sourde, merci d'écrire.|La batterie est morte.|C'est bête, j'ai perdu votre adresse.|Je suis bête, je me suis trompée de taille.|Application nulle, elle plante tout le temps.|Très mauvais service, personne ne répond.|Je me sens arnaquée, le vendeur ne répond pas.|Le colis pue la cigarette.|Un acheteur m'a insultée, aidez-moi svp.|Merci de ne pas m'insulter.|Traiter les gens de tous les noms est inacceptable.|Le vélo a 13 ans.|J'ai 43 ans, c'est trop jeune pour moi.|J'ai 13 ans d'expérience.|Ça fait chier mais je ne peux pas venir.|Site de voleurs, à fuir.|Zéro étoile, une honte.|C'est une catastrophe cette appli.|Plateforme incompétente.|J'adore cette application, je recommande.|Parfait, rapide et sérieux.|R.A.S|RAS|R.A.S.|Rien à dire|Rien à signaler|Nickel|Top|Super|Très bien|Bof|Nul|OK|Correct|Au top|Parfait|Impeccable|Merci|Génial|À éviter|Décevant|Simple et efficace`),
  price: en.price!,
};

const de: Grammar = {
  opinion: list(`
    Die {matter} sind {judged}|Die {matter} sind {judged}.|{matter} {judged}, schade|Einfach, aber die {matter} sind {judged}.|Ich finde die {matter} {judged}|Die meisten {matter} sind {judged}|Alle {matter} sind {judged}|Ich hasse es, dass die {matter} {judged} sind|Die {matter} sollten {changed} werden|Zu viele {matter} sind {judged}.`),
  matter: list(
    `Gebühren|Preise|Verkäufer|Käufer|Leute|Nutzer|Lieferzeiten|Anzeigen|Filter|Fotos|Nachrichten|Versandkosten|Pakete|Mitarbeiter|Bewertungen|neuen Regeln|Boten|Kleider|Schuhe|Räder|Nachbarn`,
  ),
  judged: list(
    `zu hoch|zu langsam|teuer|seriös|freundlich|unhöflich|unehrlich|langsam|nicht erreichbar|nutzlos|toll|ehrlich|nervig|schlecht|schrecklich|nicht aktuell|zu lang|billig|schmutzig|beschädigt|spät|nett|respektvoll|ruhig|sauber|sehr gut`,
  ),
  changed: list(`gesenkt|verbessert|erklärt|entfernt|geprüft|gesperrt`),
  ad: list(`
    {title}. {condition}. {reason}. {terms}.
    {title} - {condition}, {detail}. {terms}.
    Verkaufe {title}. {detail}. {condition}. {reason}. {extra} {terms}.
    {trap}. {condition}. {terms}.
    {trap}. {detail}. {reason}.`),
  title: list(`{adj} {thing}|{brand} {thing}|{thing} {colour}|{thing} Größe {n}`),
  adj: list(`alte|neue|schöne|gebrauchte|sexy|seltene|günstige|tolle|geile|süße|kleine`),
  brand: list(`IKEA|Nike|Samsung|Apple|Bosch|Zara|VW|Opel|Lego|Sony|Esprit|Miele`),
  thing: list(
    `Couch|Fahrrad|Kleid|Jacke|Tisch|Handyhülle|Laptop|Objektiv|Stiefel|Turnschuhe|Bett|Matratze|Kaffeemaschine|Lampe|Regal|Kinderwagen|Kindersitz|Uhr|Handtasche|Schreibtisch|Gitarre|Hanteln|Teppich|Spiegel|Pumps|Bikini|BH|Dessous|Mantel|Puppenhaus|Brettspiel|Bohrmaschine|Auto|Wohnung|Zimmer`,
  ),
  colour: list(`schwarz|weiß|rot|braun|nude|rosa|gelb|grau|blau|beige`),
  n: list(`34|36|38|40|42|S|M|L|128|140`),
  condition: list(
    `sehr guter Zustand|zweimal getragen|wie neu|ein paar Kratzer|läuft super|nie benutzt|kleiner Riss|guter Zustand|TÜV neu|Akku hält|Nichtraucherhaushalt|funktioniert einwandfrei|hinten ein hässlicher Fleck|etwas schmutzig`,
  ),
  detail: list(
    `160 cm breit|mit Originalverpackung|zwei Zimmer, nahe am Park|neue Reifen und Bremsen|mit Ladekabel|130.000 km, Automatik|vor zwei Jahren für 300 € gekauft|in Italien hergestellt|schwer zu finden`,
  ),
  reason: list(
    `wir ziehen um|benutze ich nie|meiner Tochter zu klein|mir zu klein|brauche Platz|war ein Geschenk|mein Mann hasst es|mein Sohn ist 12 und spielt nicht mehr damit|wir bekommen ein Baby`,
  ),
  terms: list(
    `nur Abholung|nur Barzahlung|Festpreis|VB|bei Interesse melden|Versand möglich|Privatverkauf, keine Rücknahme|Spaßbieter zwecklos|bitte nur ernst gemeinte Anfragen`,
  ),
  extra: list(
    `Mörderpreis!|Sieht geil aus.|Saubillig.|Wahnsinnig bequem.|Für Männer und Frauen.|Ideal als Geschenk.|Für Mädchen ab 6 Jahren.|Hammer!|Verdammt gut.`,
  ),
  trap: list(`
    Milchpumpe Medela|Hahn aus Keramik|Gockel Deko|Muschi heißt unsere Katze, Kratzbaum|Kätzchen abzugeben|Hündin Labrador|Dackel Welpen|Schwanzflosse Meerjungfrau Kostüm|Pferdeschwanz Haargummi|Sau Porzellan|Sparschwein|Arschbombe Brettspiel|Arsch der Welt, Reisebuch|Wichsbürste für Schuhe|Schuhwichse|Schwarze Jacke|Weißes Kleid|Afrikanische Maske|Chinesische Vase|Jüdisches Kochbuch|Menora aus Messing|Kopftuch Seide|Abaya für Musliminnen|Koran gebunden|Regenbogenfahne Gay Pride|Lesbische Romane|Feministische Bücher|Rollstuhl für Behinderte|Buch über Flüchtlinge|Der Idiot, Dostojewski|Mörder ahoi DVD|Heißklebepistole|Wasserpistole|Schlagbohrmaschine|Schlagzeug|Schlagsahne Maschine|Boxsack|Massageliege|Massagestuhl|Massageöl|Ford Escort|Rosenstrauß|Erwachsenenfahrrad|Nude Pumps|Lippenstift nude|Badebombe|Totenkopf Ring|Mord im Orientexpress|Geschichte des Nationalsozialismus|Buch über Rassismus|Jungfrau Maria Statue|Mädchenkleid Größe 140|Jungenjacke 12 Jahre`),
  message: list(`
    Hallo, ist {thing} noch da?|Geht auch {price} €?|Sorry, ich komme zu spät.|Danke, super Verkäufer!|Die Ware kam kaputt an, ich möchte mein Geld zurück.|Ich bin enttäuscht, sieht anders aus als auf den Fotos.|Ihre Beschreibung ist falsch.|Können Sie es bis Freitag zurücklegen?|Für meine Tochter, sie ist 13.|Mein Sohn ist 12 Jahre alt.|Ist das für Männer oder Frauen?|So ein Mist, Ladekabel vergessen.|Dafür würde ich töten!|Meine Freundin wird es lieben.|Ich hasse es zu drängeln, aber gibt es Neues?|Das ist verdammt teuer.|Sie sind ein Schatz, danke.|Du bist super, danke!|Meine Oma ist blind, ist es einfach zu bedienen?|Ich bin eine Frau, 165 cm, passt M?|Wir sind ein schwules Paar und suchen eine Couch.|Ich bin Muslimin, bitte nicht Freitagmittag.|Ich bin gehörlos, bitte schreiben.|Der Akku ist tot.|Wie dumm von mir, ich habe die Adresse verloren.|Schlechte App, stürzt dauernd ab.|Sehr schlechter Service.|Ein Käufer hat mich beleidigt, bitte helfen.|Bitte keine Beleidigungen.|Das Fahrrad ist 13 Jahre alt.|Ich bin 43, das ist zu jung für mich.`),
  price: en.price!,
};

const es: Grammar = {
  opinion: list(`
    Los {matter} son {judged}|Los {matter} son {judged}.|{matter} {judged}, una pena|Fácil de usar pero los {matter} son {judged}.|Creo que los {matter} son {judged}|La mayoría de los {matter} son {judged}|Todos los {matter} son {judged}|No me gusta que los {matter} sean {judged}|Odio que los {matter} sean {judged}|Los {matter} deberían ser {changed}|Demasiados {matter} son {judged}.`),
  matter: list(
    `gastos|precios|vendedores|compradores|usuarios|plazos|anuncios|filtros|mensajes|gastos de envío|paquetes|reembolsos|empleados|comentarios|repartidores|vestidos|zapatos|vecinos`,
  ),
  judged: list(
    `demasiado altos|muy lentos|caros|serios|simpáticos|maleducados|deshonestos|lentos|ilocalizables|inútiles|geniales|honestos|pesados|malos|pésimos|demasiado largos|baratos|sucios|amables|respetuosos|tranquilos|muy buenos`,
  ),
  changed: list(`más bajos|más rápidos|más claros|eliminados|revisados|gratis|mejores`),
  ad: list(`
    {title}. {condition}. {reason}. {terms}.
    {title} - {condition}, {detail}. {terms}.
    Vendo {title}. {detail}. {condition}. {reason}. {extra} {terms}.
    {trap}. {condition}. {terms}.
    {trap}. {detail}. {reason}.`),
  title: list(`{thing} {adj}|{thing} {brand}|{thing} {colour}|{thing} {colour} talla {n}`),
  adj: list(`antiguo|nuevo|nueva|precioso|usado|sexy|raro|barato|de cuero|de madera|de mujer|de hombre|de niña`),
  brand: list(`IKEA|Nike|Samsung|Apple|Bosch|Zara|Seat|Renault|Lego|Sony|Mango`),
  thing: list(
    `sofá|bicicleta|vestido|chaqueta|mesa|funda de móvil|portátil|objetivo|botas|zapatillas|cama|colchón|cafetera|lámpara|estantería|cochecito|silla de coche|reloj|bolso|escritorio|guitarra|mancuernas|alfombra|espejo|tacones|bikini|sujetador|lencería|abrigo|casa de muñecas|juego de mesa|taladro|coche|piso|habitación`,
  ),
  colour: list(`negro|negra|blanco|blanca|rojo|marrón|nude|rosa|amarillo|gris|azul|beige`),
  n: list(`34|36|38|40|42|S|M|L|10 años|14 años`),
  condition: list(
    `muy buen estado|usado dos veces|como nuevo|algunos arañazos|funciona genial|sin estrenar|necesita un arreglo|buen estado|ITV pasada|batería bien|una mancha fea detrás|un poco sucio`,
  ),
  detail: list(
    `160 cm de ancho|con su caja original|dos habitaciones, cerca del parque|ruedas y frenos nuevos|con cargador|130.000 km, automático|lo compré por 300 € hace dos años|hecho en Italia|difícil de encontrar`,
  ),
  reason: list(
    `nos mudamos|no lo uso|le queda pequeño a mi hija|me queda pequeño|necesito espacio|fue un regalo|mi marido lo odia|mi hijo tiene 12 años y ya no juega|esperamos un bebé`,
  ),
  terms: list(
    `recogida en mano|solo efectivo|precio fijo|acepto ofertas|escríbeme si te interesa|hago envíos|abstenerse curiosos|no pierdan el tiempo`,
  ),
  extra: list(
    `¡Una bomba!|Matador.|De muerte.|Ideal para regalo.|Para hombres y mujeres.|Para niñas de 6 años.|Una pasada.|Está cojonudo de precio.`,
  ),
  trap: list(`
    Sacaleches Medela|Gallo de cerámica|Gallina y pollas jóvenes? pollitas ponedoras|Perra labrador|Zorra y zorro, figura|Cachorros|Gatitos en adopción|Concha marina|Conejo enano con jaula|Cola de sirena|Cerdo hucha|Chaqueta negra|Vestido blanco|Máscara africana|Jarrón chino|Libro de cocina judía|Menorá de latón|Hiyab de seda|Abaya para mujer musulmana|Corán encuadernado|Bandera orgullo gay|Novelas lesbianas|Libros feministas|Silla de ruedas para discapacitado|Libro sobre refugiados|El idiota, Dostoievski|Asesinato en el Orient Express|Pistola de silicona|Pistola de agua|Saco de boxeo|Camilla de masaje|Sillón de masaje|Aceite de masaje|Ford Escort|Ramo de rosas|Bicicleta de adulto|Tacones nude|Pintalabios nude|Bombas de baño|Calavera anillo|Historia del nazismo|Libro sobre el racismo|Virgen María figura|El segundo sexo|Mierda de artista, póster|Judías verdes, semillas|Mona de Pascua|Moros y cristianos, disfraz`),
  message: list(`
    Hola, ¿sigue disponible {thing}?|¿Lo dejas en {price} €?|Perdona, llego tarde.|Gracias, ¡gran vendedor!|Ha llegado roto, quiero el reembolso.|Estoy decepcionada, no es como en las fotos.|La descripción es falsa.|¿Me lo guardas hasta el viernes?|Es para mi hija, tiene 13 años.|Mi hijo tiene 12 años.|¿Es de hombre o de mujer?|Menudo timo, devuélveme el dinero.|Se te olvidó el cargador.|¡Mataría por ese bolso!|A mi novia le encantará.|Odio insistir, ¿hay noticias?|Es muy caro.|Eres un sol, gracias.|Eres genial, gracias.|Mi abuela es ciega, ¿es fácil de usar?|Soy mujer, 1,65, ¿me vale la M?|Somos una pareja gay y buscamos sofá.|Soy musulmana, el viernes al mediodía no puedo.|Soy sorda, escríbeme mejor.|La batería está muerta.|Qué tonta, perdí la dirección.|Mala aplicación, se cierra siempre.|Muy mal servicio.|Un comprador me ha insultado, ayuda por favor.|Sin insultos, por favor.|La bici tiene 13 años.|Tengo 43 años, es muy juvenil para mí.|Tengo 13 años de experiencia.`),
  price: en.price!,
};

const it: Grammar = {
  opinion: list(`
    I {matter} sono {judged}|I {matter} sono {judged}.|{matter} {judged}, peccato|Facile da usare ma i {matter} sono {judged}.|Trovo che i {matter} siano {judged}|La maggior parte dei {matter} sono {judged}|Tutti i {matter} sono {judged}|Non mi piace che i {matter} siano {judged}|Odio che i {matter} siano {judged}|I {matter} dovrebbero essere {changed}|Troppi {matter} sono {judged}.`),
  matter: list(
    `costi|prezzi|venditori|acquirenti|utenti|tempi|annunci|filtri|messaggi|costi di spedizione|pacchi|rimborsi|operatori|commenti|corrieri|vestiti|vicini`,
  ),
  judged: list(
    `troppo alti|troppo lenti|cari|seri|simpatici|maleducati|disonesti|lenti|irraggiungibili|inutili|ottimi|onesti|fastidiosi|brutti|pessimi|troppo lunghi|economici|sporchi|gentili|rispettosi|tranquilli|molto buoni`,
  ),
  changed: list(`più bassi|più veloci|più chiari|rimossi|controllati|gratis|migliori`),
  ad: list(`
    {title}. {condition}. {reason}. {terms}.
    {title} - {condition}, {detail}. {terms}.
    Vendo {title}. {detail}. {condition}. {reason}. {extra} {terms}.
    {trap}. {condition}. {terms}.
    {trap}. {detail}. {reason}.`),
  title: list(`{thing} {adj}|{thing} {brand}|{thing} {colour}|{thing} {colour} taglia {n}`),
  adj: list(`vintage|nuovo|nuova|bellissimo|usato|sexy|raro|economico|in pelle|in legno|da donna|da uomo|da bambina`),
  brand: list(`IKEA|Nike|Samsung|Apple|Bosch|Zara|Fiat|Lego|Sony|Benetton`),
  thing: list(
    `divano|bicicletta|vestito|giacca|tavolo|cover|portatile|obiettivo|stivali|scarpe|letto|materasso|macchina del caffè|lampada|libreria|passeggino|seggiolino|orologio|borsa|scrivania|chitarra|manubri|tappeto|specchio|tacchi|bikini|reggiseno|intimo|cappotto|casa delle bambole|gioco da tavolo|trapano|auto|appartamento|stanza`,
  ),
  colour: list(`nero|nera|bianco|bianca|rosso|marrone|nude|rosa|giallo|grigio|blu|beige`),
  n: list(`38|40|42|44|S|M|L|10 anni|14 anni`),
  condition: list(
    `ottime condizioni|messo due volte|come nuovo|qualche graffio|va benissimo|mai usato|piccola riparazione|buone condizioni|revisione fatta|batteria ok|una brutta macchia dietro|un po' sporco`,
  ),
  detail: list(
    `largo 160 cm|con scatola originale|due camere, vicino al parco|gomme e freni nuovi|con caricatore|130.000 km, automatica|pagato 300 € due anni fa|fatto in Italia|difficile da trovare`,
  ),
  reason: list(
    `ci trasferiamo|non lo uso|piccolo per mia figlia|mi sta piccolo|mi serve spazio|era un regalo|mio marito lo odia|mio figlio ha 12 anni e non ci gioca più|aspettiamo un bambino`,
  ),
  terms: list(
    `ritiro a mano|solo contanti|prezzo fisso|accetto offerte|scrivetemi se interessati|spedisco|no perditempo|astenersi perditempo`,
  ),
  extra: list(
    `Una bomba!|Da morire.|Ideale come regalo.|Per uomo e donna.|Per bambine di 6 anni.|Spacca!|Prezzo stracciato.`,
  ),
  trap: list(`
    Tiralatte Medela|Gallo in ceramica|Cagna labrador|Gattini da adottare|Cuccioli|Maiale salvadanaio|Porcellino d'India|Coda da sirena|Giacca nera|Vestito bianco|Maschera africana|Vaso cinese|Libro di cucina ebraica|Menorah in ottone|Hijab di seta|Abaya per donna musulmana|Corano rilegato|Bandiera gay pride|Romanzi lesbici|Libri femministi|Sedia a rotelle per disabile|Libro sui rifugiati|L'idiota, Dostoevskij|Assassinio sull'Orient Express|Pistola per colla|Pistola ad acqua|Sacco da boxe|Lettino da massaggio|Poltrona massaggiante|Olio da massaggio|Ford Escort|Mazzo di rose|Bici da adulto|Tacchi nude|Rossetto nude|Bombe da bagno|Anello teschio|Storia del nazismo|Libro sul razzismo|Madonna statua|Il secondo sesso|Fichi secchi|Finocchi, semi|Pentola per finocchi|Palle di Natale|Scopa elettrica|Scopa e paletta|Trombone|Pompa dell'acqua`),
  message: list(`
    Ciao, {thing} è ancora disponibile?|Lo lasci a {price} €?|Scusa, sono in ritardo.|Grazie, ottimo venditore!|È arrivato rotto, voglio il rimborso.|Sono delusa, non è come in foto.|La descrizione è falsa.|Me lo tieni fino a venerdì?|È per mia figlia, ha 13 anni.|Mio figlio ha 12 anni.|È da uomo o da donna?|Che fregatura, ridammi i soldi.|Hai dimenticato il caricatore.|Ucciderei per quella borsa!|Alla mia ragazza piacerà.|Odio insistere, ci sono novità?|È carissimo.|Sei un tesoro, grazie.|Sei fantastica, grazie!|Mia nonna è cieca, è facile da usare?|Sono una donna, 1,65, va bene la M?|Siamo una coppia gay e cerchiamo un divano.|Sono musulmana, venerdì a mezzogiorno non posso.|Sono sorda, scrivimi pure.|La batteria è morta.|Che stupida, ho perso l'indirizzo.|Brutta app, si blocca sempre.|Pessimo servizio.|Un acquirente mi ha insultata, aiuto.|Niente insulti, per favore.|La bici ha 13 anni.|Ho 43 anni, è troppo giovanile per me.|Ho 13 anni di esperienza.`),
  price: en.price!,
};

export const honest: Readonly<Record<string, Grammar>> = { en, fr, de, es, it };
