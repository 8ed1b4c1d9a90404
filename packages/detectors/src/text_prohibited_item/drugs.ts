/** Drugs, medicines, tobacco and alcohol. Written for Assay. */
import type { ClassTable } from "./classes.ts";

export const drugs = {
  drug: {
    title: "drugs",
    strong: {
      any: [
        "(cocaine|cocaïne|kokain|cocaína|cocaina|heroin|heroïne|héroïne|heroína|eroina) (#|for sale|pure|hq|uncut|grams|gram|colombian|bolivian|peruvian|flake|a vendre|zu verkaufen|en venta|in vendita|delivery|purity|no 4|number 4|brown)",
        "(buy|order|pure|uncut|sell|selling|our|clean|colombian|peruvian|quality|hq|vends|kaufen|verkaufe|vendo|compra|livraison) (cocaine|cocaïne|kokain|cocaína|cocaina|heroin|héroïne|heroína|eroina|mdma|lsd|weed|cannabis|marijuana|hash|hashish|ketamine|lsd|meth|xtc|ecstasy)",
        "(xtc|dmt) (pill*|tab*|pillen|crystals|powder|cart*|vape*)",
        "(mdma|ecstasy|ketamine|mescaline|methamphetamine|crystal meth|amphetamine|amphetamin|mephedrone|4 mmc|3 mmc|2c b|2cb|nbome|fentanyl|carfentanil|psilocybin|psilocybe|ayahuasca|ghb)",
        "(kétamine|métamphétamine|amphétamine*|ketamina|metanfetamina|anfetamina|anfetaminas|methamphetamin|ketamin|éxtasis)",
        "(og|purple|bubba|master|hindu|granddaddy|pineapple|blueberry|orange|cookies) kush",
        "(sour diesel|white widow|northern lights weed|super lemon haze|amnesia haze|girl scout cookies (weed|strain)|green crack|gorilla glue (4|weed|strain)|blue dream weed|ak 47 weed|skunk (1|weed|strain)|super silver haze)",
        "(thc|hhc|thcp|delta 8|delta 9) (cart|carts|cartridge*|vape*|gummies|oil|edible*|distillate|liquid|carrello|resina|pods|e liquid)",
        "(kush|haze|indica|sativa) (bud*|strain|weed|flower*|cannabis|#)",
        "(420 friendly (delivery|dealer)|magic mushroom*|shroom* (for sale|bar|bars|chocolate|oz|grams)|lean syrup|purple drank|whippet* (cream|nitrous)|poppers)",
      ],
      en: [
        "(weed|marijuana|cannabis|hash|hashish|ganja|buds|edibles|shrooms|molly|meth|shatter|dabs) (for sale|#|by the (gram|ounce)|delivery|dealer|available discreet*)",
        "(weed|hash|pot|coke|speed|acid|crack|dope|molly|wax) per (gram|ounce|oz)",
        "(#|gram|grams|ounce|ounces|kilo|quarter|eighth|half oz|oz) (of |)(weed|marijuana|cannabis|hashish|ganja|cocaine|mdma|molly|heroin|meth|ketamine|lsd|shrooms|ecstasy|kush)",
        "(weed|cannabis|marijuana|thc) (edibles|brownies|gummies|vapes|vape|oil|carts|concentrate*|flower|buds|clones|strains)",
        "(magic |psychedelic |psilocybin )(mushrooms|truffles)",
        "(crack cocaine|crack rock*|black tar|china white|lsd (tabs|blotter*)|acid (tabs|blotter*)|ecstasy (pills|tablets)|mdma (pills|crystals|crystal|powder)|nitrous oxide (canister*|tank*|charger*)|research chemicals|synthetic cannabinoid*|spice (k2|incense)|k2 spice|bath salts drug)",
        "(medical|medicinal|homegrown|home grown|organic) (marijuana|weed|cannabis)",
        "(hash|hashish|weed|cannabis|cocaine|mdma|lsd|dmt) (seller|vendor|vendors|shop|store|market|order|ordering)",
        "(indoor|cannabis|weed) strains",
        "(got|have|selling) ..2 (weed|hash|molly|shrooms|coke|xanax) .. (gram|grams|sale|#|want)",
        "(ketama|moroccan|afghan|lebanese) (hash|pollen|hashish)",
      ],
      fr: [
        "(vends|vend|livraison|livre|dispo|commande|achat|gramme|grammes|barrette*|pochon*|plaquette*|savonnette*) (de |du |d'|)(shit|beuh|weed|cannabis|résine|herbe|haschich|hash|coke|cocaïne|taz|ecsta*|mdma|kétamine|ket|héro|coco|zipette|teuch|hasch)",
        "(shit|beuh|weed|cannabis|haschich|coke|cocaïne|taz|mdma|3mmc|ket) (dispo|livraison|à vendre|#|le gramme|au gramme|de qualité|top qualité)",
        "(champignon*|truffe*) (hallucinogène*|magique*|psilocybe*)",
        "(beuh|héroïne|haschich|teushi|protoxyde d'azote|gaz hilarant|bonbonne* (de proto*|protoxyde))",
        "(fleurs|résine|pollen) (de |)(thc|cannabis|hhc|thcp)",
      ],
      de: [
        "(verkaufe|biete|gramm|#|kaufen) (gras|weed|marihuana|haschisch|hasch|koks|kokain|mdma|ecstasy|lsd|ketamin|heroin)",
        "(verkaufe|gramm) (speed|pep|dope)",
        "(gras|weed|hasch|koks) # (zu verkaufen|gramm|abzugeben)",
        "(gras|weed|marihuana|haschisch|hasch|koks|kokain) (zu verkaufen|# gramm|pro gramm|lieferung)",
        "(zauberpilze|magic mushrooms|marihuana|haschisch|kokain|lachgas (flasche*|tank)|cannabisblüten|thc (öl|vape*|blüten)|drogen (kaufen|bestellen))",
      ],
      es: [
        "(vendo|venta de|gramos de|gramo de) (maría|marihuana|hachís|costo|cocaína|coca|farlopa|perico|speed|cristal|tripis|setas alucinógenas|pastillas de éxtasis|hierba)",
        "(marihuana|hachís|cocaína|cogollos|farlopa|tusi|burundanga|setas (alucinógenas|mágicas)|bombona* de óxido nitroso)",
        "(cogollos|flores) (de |)(cbd|thc|marihuana|cannabis)",
      ],
      it: [
        "(erba|fumo|maria|hashish) # (gramm*|g)",
        "# (grammi|g) ..1 (erba|hashish|marijuana)",
        "(vendo|vendita|grammi di|grammo di) (erba|fumo|marijuana|hashish|cocaina|coca|bamba|md|ketamina|maria|eroina|pasticche)",
        "(marijuana|hashish|cocaina|funghi (allucinogeni|magici)|bombol* (di |)protossido)",
        "(infiorescenze|cime) (di |)(cannabis|marijuana|thc)",
      ],
    },
    weak: {
      any: [
        "(weed|cannabis|marijuana|hashish|cocaine|cocaïne|kokain|heroin|lsd|opium|peyote|kratom|kanna|salvia divinorum|mescaline|khat|coca leaf|hemp flower*|cbd (flower*|hash|resin))",
      ],
      en: ["(drugs|stoned|psychedelics|psychedelic|opiates|opioids|stimulants|benzos)"],
      fr: ["(drogue*|stupéfiants|psychotropes|résine de)"],
      de: ["(drogen|rauschgift|betäubungsmittel)"],
      es: ["(drogas|estupefacientes|psicotrópicos)"],
      it: ["(droga|droghe|stupefacenti|psicotropi)"],
    },
    sells: {
      any: [
        "(bitcoin|btc|pgp|onion|tor|escrow|stealth|wickr|vacuum sealed|reship|finalize early|fe|darknet|dark net|dark web|discreet|uncut|purity|potent|telegram|per gram|gram|grams|gramm|gramme|grammes|grammi|gramos|ounce|oz|kilo|tabs|pills|bulk)",
      ],
      en: [
        "(buds|strain|strains|joint*|smoke|smoking|high|dose|doses|trip|edible*|wholesale|vendor|in stock|shipping worldwide|dealers|pure|crystal(s|)|quality product)",
      ],
      fr: ["(livraison discrète|pochon|dose*|pur|pure|pureté|qualité|dispo)"],
      de: ["(diskret*|reinheit|versand|blüten|qualität|rein)"],
      es: ["(discret*|pureza|dosis|calidad|pura)"],
      it: ["(discret*|purezza|dosi|qualità|pura)"],
    },
    except: {
      any: [
        "(coca cola|coke zero|diet coke|coke bottle*|coke can*|coke machine|speed (metal|test|bag|bike|dating|queen|triple|xl)|acid (jazz|wash|house|rock|reflux)|battery acid|lsd (film|book|differential|limited)|limited slip|jenkem|opium (perfume|eau|parfum|ysl|black|yves|edp|edt|lamp|bed|table|den)|black opium|cannabis (eau|parfum|candle)|marijuana (leaf|blanket)|crack (screen|in|on)|ice (cream|maker|skate*|box))",
      ],
      en: [
        "(mushroom*|shroom*) (lamp|light|decor|stool|ornament|print|poster|plush*|cushion|rug|house|figurine|candle|costume|jewel*|earring*|necklace|embroider*|kids|house)",
        "(kids|children) ..3 mushroom*",
        "(weed|weeds) (eater|eaters|whacker|wacker|killer|whip|trimmer|control|barrier|puller|pulling|free|burner|membrane|fabric|pest|guard|line|rig|rigs|combi|mat|torch|seed|season|hook(s|)|slot|spray|removal|brush|cutter|abatement)",
        "(milk|butterfly|chick|sea|blanket|horny goat|jimson|joe pye|bind|pond|colombo|soap|tumble|duck|knot|water|rag|pig|seed)( |)weed*",
        "(weed|weeds|marijuana|cannabis|hemp|pot|coke|cocaine|drug|drugs) (leaf|leaves|print|shirt|t shirt|tee|socks|hat|hoodie|sticker*|poster|magnet|necklace|earring*|bracelet*|sunglasses|cake topper|tapestry|grinder|grinders|tray|stash|box|ashtray|book|bag|bags|store|free|test*|delivery system*|misuse|management|documentary|movie|dvd|series|interaction*|card|bear|seed(s|) (bank|ornament*)|leaf)",
        "(no|without|not|anti|war on|drug) (drug|drugs|weed|marijuana|smoking|pets)",
        "(pot) (plant*|holder*|rack|luck|belly|bellied|roast|pie|lid|set|stand|light*|filler|rack)",
        "(plant|flower|tea|coffee|crock|cooking|instant|stock|chamber|honey|jack|clay|melting|pepper|stew|lobster|neti) (pot|pots)",
        "(quasi|third|second|first|designated #|#) (drug|drugs)",
        "(harm reduction|drug (free|store|class|stores))",
      ],
      fr: [
        "(mauvaise*|fine*|haute*|coupe|tondeuse*|botte(s|)|table|petit(s|)) herbe*",
        "herbe* (de provence|aromatiques|folles|fraîches|synthétique|artificielle|à chat|de la pampa|pampa|fines)",
        "(drogue*) (info|prévention|livre|addict)",
        "(feuille|motif|imprimé|t shirt|tee shirt|poster) (de |)(cannabis|weed|marijuana)",
      ],
      de: [
        "(unkraut|gras) (samen|schneider|schere|vernichter|trimmer|fangkorb|fläche)",
        "(gras(schere|samen|schneider|grün)|ziergras)",
      ],
      es: ["(mala*) (hierba*)", "(hierba*) (aromáticas|artificial|buena|mala*|luisa)"],
      it: ["(erba) (sintetica|artificiale|cipollina|medica|gatta)", "(taglia|tosa)( |)erba"],
    },
  },
  drug_paraphernalia: {
    title: "things for taking drugs",
    strong: {
      en: [
        "(crack|meth|freebase|oil burner) (pipe|pipes) (glass|new|for sale|smok*)",
        "glass (crack|meth) pipe*",
        "(cocaine|coke|snuff) (straw|spoon|bullet|kit|mirror)",
        "(synthetic|fake|clean) (urine|pee)",
        "(pill|tablet) press machine",
      ],
      fr: ["(pipe*|doseur*) à crack", "(paille|kit) (à |de )(sniff|coke|cocaïne)", "urine (synthétique|propre)"],
      de: ["(crackpfeife*|crack pfeife*|koksröhrchen|ziehröhrchen set|synthetischer urin)"],
      es: ["(pipa*) (de |para )crack", "orina sintética"],
      it: ["(pipa) (da|per) crack", "urina sintetica"],
    },
    weak: {
      any: ["(bong*|dab rig*|water pipe*|chillum|hash pipe*|weed pipe*|grinder weed|weed grinder*|rolling tray*)"],
    },
    sells: { en: ["(dab|420|percolator|stoner|smoke weed|thc)"] },
    except: { any: ["(didgeri|bong(o|os))", "billabong"] },
  },
  medicine: {
    title: "prescription medicines and doping",
    strong: {
      any: [
        "(viagra|cialis|kamagra|sildenafil|tadalafil|vardenafil|levitra) (#|pills|tablets|generic|générique|generika|genérico|generico|online|gel|oral jelly|for sale|à vendre|100|50|20|sans ordonnance|ohne rezept|sin receta|senza ricetta)",
        "(buy|cheap|generic|original|acheter|kaufen|comprar|vends|vendo|verkaufe|comprare) (viagra|cialis|kamagra|levitra|xanax|valium|tramadol|ozempic|oxycontin|adderall|ritalin|ritaline|oxycodone|wegovy|mounjaro|lyrica)",
        "(xanax|alprazolam|diazepam|valium|lorazepam|clonazepam|zolpidem|tramadol|oxycodone|oxycontin|hydrocodone|percocet|vicodin|dihydrocodeine|subutex|suboxone|buprenorphine|methadone|adderall|vyvanse|ritalin|ritaline|concerta|modafinil|pregabalin|gabapentin|rivotril|ambien|roxicodone|quetiapine|lyrica|dilaudid|opana|fentanyl patch*)",
        "(morphine|codeine|codéine) (#|tablets|pills|patches|syrup|sulfate|comprimés)",
        "(ozempic|wegovy|semaglutide|mounjaro|tirzepatide|saxenda|liraglutide|retatrutide|trulicity)",
        "(dianabol|trenbolone|anavar|winstrol|stanozolol|clenbuterol|deca durabolin|sustanon|oxandrolone|testosterone (enanthate|cypionate|propionate|undecanoate)|somatropin|hgh (pen|kit|iu)|melanotan|sarms|rad 140|ostarine|bpc 157|anabolic steroid*|stéroïde* anabolisant*|anabolika|esteroides anabolizantes|anabolizzanti|anabolisants)",
        "(accutane|roaccutane|roaccutan|isotretinoin|misoprostol|cytotec|mifepristone|ivermectin|hydroxychloroquine|botox (vial*|injection*|100)|hyaluron(ic|) (pen|acid filler*)|dermal filler*|lip filler*)",
        "(amoxicillin*|azithromycin|doxycycline|augmentin|penicillin|ciprofloxacin|levothyrox|ventolin|ventoline|insulin (pens|vials)|lantus|novorapid|epipen)",
      ],
      en: [
        "(hgh|somatropin|growth hormone|testosterone|trt) (pen|pens|vial*|injection*|kit|ampoule*|cypionate|gel packs)",
        "(hgh|growth hormone) ..3 (vial*|pens|testosterone)",
        "(without|no|prescription free|non) (a |any |)(prescription|prescriptions|rx)( needed| required|)",
        "prescription (medication*|medicine*|drugs|pills|drug) (for sale|cheap|left|unused|leftover|available|online)",
        "(unused|leftover|sealed|spare) (medication|medicines|antibiotics|painkillers|pills)",
        "(sleeping|abortion|diet|weight loss) pills",
      ],
      fr: [
        "sans (ordonnance|prescription)",
        "(vends|donne|boîte*|boite*|lot) (de |d'|)(médicament*|antibiotique*|antidouleur*|doliprane|somnifère*|antidépresseur*|pilule(s|) (abortive*|amincissante*))",
        "(médicament*) (non utilisé*|à vendre|neuf*|sur ordonnance)",
      ],
      de: [
        "(ohne rezept|rezeptfrei kaufen|verschreibungspflichtig*)",
        "(verkaufe|biete) (medikamente|antibiotika|tabletten|schmerzmittel|schlaftabletten)",
        "(abnehmspritze*|abtreibungspille*)",
      ],
      es: [
        "sin receta( médica|)",
        "(vendo|caja de|lote de) (medicament*|antibiótic*|pastillas (para dormir|abortivas|adelgazar))",
      ],
      it: [
        "senza (ricetta|prescrizione)( medica|)",
        "(vendo|scatola di|lotto di) (farmac*|antibiotic*|pillol* (abortiv*|dimagrant*)|sonnifer*)",
      ],
    },
    except: {
      any: [
        "(botox) (shampoo|hair|capilar|capillaire|mask|effect|effet|like|cream|crème|serum)",
        "(hair|cheveux|capilar|capillaire) botox",
        "(lyrica|valium|codeine|morphine|concerta) (vinyl|lp|cd|okano|album|anderson|song|crazy)",
        "insulin* (cooler|case|box|bag|travel|pouch|wallet|pump (case|belt))",
        "(epipen) (case|holder|pouch|bag|carrier)",
        "(ventolin*) (case|holder)",
      ],
      en: [
        "(prescription|rx) (glasses|sunglasses|lens|lenses|goggles|frames|eyewear|swim|insert*|safety)",
        "(glasses|sunglasses|lenses|frames|goggles) .. (without|no|non) (a |)prescription",
        "(non|without|no) prescription (glasses|sunglasses|lenses|lens|frames|contact*)",
        "(pill|pills) (box|boxes|case|organizer|organiser|bottle|cutter|bug)",
      ],
      fr: [
        "(lunettes|verres|lentilles|monture) .. sans (ordonnance|prescription|correction)",
        "boîte à médicaments",
        "(trousse|armoire|pilulier)( à| pour|) (médicaments|pharmacie)",
      ],
      es: ["(gafas|lentes) .. sin receta"],
      it: ["(occhiali|lenti) .. senza (ricetta|prescrizione)"],
    },
  },
  tobacco: {
    title: "tobacco and e-cigarettes",
    strong: {
      any: [
        "(elf( |)bar*|elfbar*|lost mary*|puff bar*|randm|jnr puff*|vozol|crystal bar*|juul (pod*|kit|starter|device)|myblu|vuse (pod(s|)|go|epod)|geek bar*|snus|velo (pouch*|snus|nicotine)|zyn (pouch*|can*)|killa snus|pablo snus|iqos (iluma|duo|device|3|2|kit|originals|heets)|heets|terea (stick(s|)|pack(s|)))",
        "(disposable|jetable*|einweg|desechable*|usa e getta|nicotine|refillable) (vape*|puff*|e cig*|e zigarette*|cigarette électronique|sigaretta elettronica|salt*)",
        "(puff|puffs|vape|vapes) (#|9000|9k|10000|15000|12000)( |)(puffs|taffs|bouffées|züge|caladas|tiri|)",
        "(marlboro|camel|winston|newport|lucky strike|gauloises|chesterfield|l&m|pall mall|dunhill|philip morris|benson (&|and) hedges|lambert butler|amber leaf|golden virginia|drum tobacco) (carton*|cigarette(s|)|pack*|red #|gold #|zigaretten|sigarette|cigarrillos|cartouche*|stange*|stecca|sleeve*|200|400|pouch*|#|light* carton*)",
      ],
      en: [
        "(carton*|sleeve*|pack|packs) of (cigarettes|fags|smokes|marlboro|newport*|camel*)",
        "(cigarettes|rolling tobacco|loose tobacco|pipe tobacco|duty free cigarettes|cuban cigars|chewing tobacco|shisha tobacco|hookah tobacco) (for sale|cheap|duty free|#|pouch*|carton*|box of)",
        "(box|boxes) of (cuban |)cigars",
        "(e liquid|vape juice|nic salt*|vape mod|vape kit|vape pen|box mod vape|vapes) (for sale|#|#|nicotine|kit|bundle|with|and)",
        "(vape|vaping) (kit|mod|pen|starter|bundle|juice|device|tank|pod(s|))",
        "cuban cigars",
      ],
      fr: [
        "(cartouche*|paquet*|pot*) de (cigarette*|tabac*|clope*|marlboro|camel|winston)",
        "(tabac|cigarettes) (à rouler|d'espagne|d'andorre|de belgique|du luxembourg|pas cher*|duty free|détaxé*|#|belge|espagnol*)",
        "(cigarette* électronique*|vapoteuse*|puff* (jetable*|neuve*|à vendre)|e liquide* (nicotine|#)|liquide* (pour |)(vapoteuse|cigarette électronique)|tabac à (chicha|narguilé|priser|chiquer)|goût chicha|boîte de cigares|cigares cubains)",
      ],
      de: [
        "(stange*|schachtel*|packung*) (zigaretten|marlboro|tabak|camel|kippen)",
        "(zigaretten|drehtabak|stopftabak|shishatabak|shisha tabak|kautabak|kubanische zigarren|kippen) (aus polen|zu verkaufen|günstig|unverzollt|#|stange*|duty free|verkaufe)",
        "(verkaufe|biete) (zigaretten|tabak|vape(s|)|liquid(s|)|e zigarette*)",
        "(e zigarette*|elektrische zigarette|e liquid*|liquid #|vape (set|kit|mod))",
      ],
      es: [
        "(cartón|cartones|paquete*) de (tabaco|cigarrillos|marlboro|winston|camel|ducados)",
        "(tabaco) (de liar|de contrabando|barato|andorra|de gibraltar|duty free|de cachimba|para cachimba)",
        "(cigarrillo* electrónico*|vapeador*|vaper*|líquido (de |para )(vapear|vapeo|vaper)|puros (cubanos|habanos))",
      ],
      it: [
        "(stecca|stecche|pacchetto|pacchetti) di (sigarette|marlboro|tabacco|camel)",
        "(sigarette|tabacco) (di contrabando|contrabbando|duty free|da rollare|trinciato|scontat*)",
        "(sigaretta elettronica|sigarette elettroniche|svapo (kit|box|completo)|liquid* (per |da )(svapo|sigaretta elettronica)|sigari cubani)",
      ],
    },
    except: {
      any: [
        "(vintage|old|antique|retro|ancien*|alt*|antigu*|antic*) (tobacco|tabac|tabak|cigarette|cigar|zigaretten|tabaco)",
        "tobacco (vanille|oud|absolute|intense|leaf parfum|parfum|candle)",
        "(tom ford) tobacco*",
        "(camel) (coat|color*|colour*|couleur|leather|boots|active|toe|sweater|jacket|bag|farbe|mantel)",
        "(winston) (churchill|chair|table|salem|bishop)",
      ],
      en: [
        "(cigarette*|cigar|tobacco|vape|smoke) (lighter*|case|cases|box|boxes|holder*|card|cards|tin|tins|ad|ads|adapter*|plug|socket|jar|jars|pants|jeans|table|cutter*|humidor|pouch|ashtray*|smoke|burn*|outlet|brown|color*|colour*|girl|roller*|rolling machine|making machine|barn|advert*|pipe|pipes|sign|stand|free|smoking|smell)",
        "(no|non|smoke free|never) (smoking|smoker*|cigarette*|vaping|smoke)",
      ],
      fr: [
        "(étui|boîte|coffret|briquet|fume|allume|pot|présentoir|boite|cave|rouleuse|machine|tubeuse) (à |de |pour |)(cigarette*|cigare*|tabac)( vide*|)",
        "(allume cigare*|pantalon cigarette|jean cigarette|coupe cigarette|couleur tabac|cuir tabac|non fumeur*|sans tabac)",
        "(boîte*|boite*|paquet*) de (tabac|cigarette*|cigare*) (vide*|ancien*|vintage|en (bois|métal|fer))",
      ],
      de: [
        "(zigaretten|zigarren|tabak)(etui|anzünder|kiste|dose|schachtel leer|schneider|kasten)",
        "(nichtraucher*|rauchfrei*|raucherfrei*)",
      ],
      es: [
        "(encendedor|mechero|pitillera|caja|estuche|pipa) (de |para |)(cigarrillo*|tabaco|puros)( vacía|)",
        "(no fumador*|color tabaco|libre de humo)",
      ],
      it: [
        "(accendisigari|porta (sigarette|tabacco)|portasigarette|scatola (porta |di latta )sigari|pantaloni a sigaretta|color tabacco|non fumator*)",
      ],
    },
  },
  alcohol: {
    title: "alcohol",
    countries: {
      allowed: ["FR", "DE", "IT", "ES", "BE", "CH", "AT"],
      prohibited: ["US", "CA", "GB", "IN", "AE", "SA"],
    },
    strong: {
      any: [
        "(jack daniel*|johnnie walker|macallan|glenfiddich|hennessy|rémy martin|remy martin|smirnoff|grey goose|absolut vodka|bacardi|captain morgan|chivas regal|jägermeister|jagermeister|ricard|pastis 51|moët|moet chandon|dom perignon|dom pérignon|veuve clicquot|pappy van winkle|yamazaki|hibiki) (#|bottle*|bouteille*|flasche*|botella*|bottiglia|sealed|unopened|vsop|xo|70cl|750ml|1l|magnum|brut)",
      ],
      en: [
        "(bottle|bottles|case|cases|crate|sealed|unopened) (of )..1 (wine|whisky|whiskey|vodka|gin|rum|tequila|champagne|beer|bourbon|cognac|scotch|spirits|liquor|alcohol|moonshine)",
        "(homemade|home made|unopened|sealed|vintage|aged|rare|duty free) (wine|whisky|whiskey|vodka|bourbon|scotch|moonshine|beer|liquor|champagne|cognac|port)( bottle*|)",
      ],
      fr: [
        "(bouteille*|caisse*|magnum*|carton*|lot) (de |d'|du |)(vin*|whisky|whiskey|rhum*|vodka|champagne*|bière*|pastis|armagnac|cognac|eau de vie|alcool*|bordeaux|bourgogne|grand* cru*|calvados)",
        "(château|chateau|domaine) ..1 (19*|20*)",
      ],
      de: [
        "(flasche|flaschen|kiste|kisten|kasten) (wein|whisky|whiskey|wodka|bier|schnaps|rum|gin|champagner|sekt|rotwein|weißwein|likör)",
        "(selbstgebrannt*|hausgebrannt*) (schnaps|obstler)",
      ],
      es: [
        "(botella*|caja*|lote) (de )(vino*|whisky|vodka|ron|ginebra|champán|cava|cerveza*|tequila|orujo|brandy|alcohol)",
      ],
      it: [
        "(bottigli*|cassa|casse|lotto|cartone) (di )(vino|vini|whisky|vodka|rum|champagne|birra|grappa|spumante|liquore|brunello|barolo|amarone|alcolici)",
      ],
    },
    except: {
      any: [
        "(empty|vide*|leer*|vacía*|vuot*) ..1 (bottle*|bouteille*|flasche*|botella*|bottigli*)",
        "(bottle*|bouteille*|flasche*|botella*|bottigli*) (de |of |di |)..1 (empty|vide*|leer*|vacía*|vuot*)",
      ],
      en: [
        "(wine|beer|champagne|whisky|whiskey|liquor) (rack|racks|cabinet|fridge|cooler|glass|glasses|bucket|opener|stopper|holder|cellar|country|bar|tap|sign|barrel|barrels|crate|crates|decanter|tumbler|set|label(s|)|bottle (rack|holder|opener|lamp|cutter)|tote|bag|carrier|stand|storage|stone*)",
        "bottle(s|) of ..1 (wine) (rack|storage|fridge|cooler)",
        "(hold|holds|holding|stores|store|storing|fits|storage|capacity|rack|fridge|cooler|up to|over) .. (bottles|cases) of ..1 (wine|beer|champagne)",
      ],
      fr: [
        "(cave|casier*|range|rangement|armoire|porte|support|seau*|verre*|carafe*|étagère|caisse* (en bois|vide*)|capsule*|muselet*|bouchon*|étiquette*|tire) (à |de |pour |d'|)(vin*|bouteille*|champagne|whisky|bière)",
        "(porte|range|sac|casier|étagère à|support) bouteille*",
      ],
      de: [
        "(wein|sekt|bier|whisky|champagner)(regal|kühlschrank|glas|gläser|kühler|kiste leer|schrank|ständer|krug|flaschenhalter|kisten holz)",
      ],
      es: [
        "(nevera|vinoteca|botellero|copa(s|)|cubitera|estantería|mueble) (de |para |)(vino*|botellas|champán|cerveza|whisky)",
      ],
      it: [
        "(cantinetta|portabottiglie|bicchier*|calic*|secchiello|scaffale|frigo) (per |da |)(vino|vini|bottiglie|champagne|birra|whisky)",
      ],
    },
  },
} as const satisfies ClassTable;
