/** Animals, wildlife, the human body and sex. Written for Assay. */
import type { ClassTable } from "./classes.ts";

export const living = {
  live_animal: {
    title: "live animals",
    strong: {
      any: [
        "(ball python*|python royal|royal python|corn snake*|bearded dragon*|leopard gecko*|pogona*|boa constrictor*|tortue hermann|mygale*|axolotl*)",
      ],
      en: [
        "# weeks old ..2 (no papers|without papers|ready to (go|leave))",
        "(puppies|kittens) ..4 (# weeks|no papers|without papers|ready to (go|leave))",
        "(african grey|grey parrot|amazon parrot|cockatoo*|macaw*|lovebird*|ringneck*) ..5 (years old|year old|months old|talks|talking|hand reared|hand tame|with cage)",
        "(puppy|puppies|kitten|kittens|parrot|parrots|hamster*|rabbit*|bunny|bunnies|chinchilla*|ferret*|tortoise*|gecko*|python|snake|iguana|chameleon|hedgehog|budgie*|cockatiel*|macaw*|guinea pig*|pomeranian*|bulldog*|chihuahua*|dachshund*|labrador*|retriever*|poodle*|husky|yorkie*|cockapoo*|ragdoll*|bengal|maine coon*) (for sale|for adoption|for rehoming|need* a home|looking for (a |)(new |loving |forever |)home*|to (a |)(good|loving|new|forever) home|available now|ready (to go|now|for)|# weeks old)",
        "(litter of|selling my|rehoming my|rehome my|rehoming) .. (puppies|kittens|puppy|kitten|dog|cat|parrot|snake|rabbit|hamster|tortoise|bird)",
        "(akc|kc) registered (pup*|litter|dog*)",
        "# week(s|) old (puppy|puppies|kitten|kittens|pups)",
        "(adorable|cute|purebred|pedigree|vaccinated|vet checked) .. (puppy|puppies|kitten|kittens|pups)",
      ],
      fr: [
        "(chiot*|chaton*) ..4 (# semaines|# mois|non pucé*|pas pucé*|sans (papiers|puce|vaccin*))",
        "(tortue*|perroquet*|gris du gabon|ara|cacatoès|python|iguane|caméléon|fennec|singe|ouistiti) ..3 sans (papiers|cites|puce|certificat)",
        "gris du gabon",
        "(chiot*|chaton*|chien|chienne|chat|perroquet*|lapin*|lapereau*|hamster*|furet*|tortue*|python|serpent|gecko|canari*|perruche*|cochon d'inde|poney) ..1 (à vendre|à adopter|à donner|disponible*|cherche* (une |)(famille|maison|foyer)|à réserver|lof|pucé*|vacciné*|sevré*|non lof|à céder)",
        "(vends|donne|cède|portée de) .. (chiot*|chaton*|lapin*|chien|chat|perroquet|tortue*|furet*|hamster*)",
      ],
      de: [
        "(welpe*|kitten|katzenbabys|hundebabys) ..3 (# wochen|ohne (impfung|papiere|chip)|ungeimpft)",
        "(landschildkröte*|schildkröte*|papagei*|graupapagei*|ara|kakadu|python|leguan|chamäleon|affe) ..3 ohne (papiere|cites|chip|nachweis)",
        "graupapagei*",
        "(welpe*|hundewelpe*|kätzchen|katzenbaby*|kitten|hund|kater|katze|papagei*|kaninchen|hamster|schildkröte*|python|schlange|gecko|wellensittich*|meerschweinchen|frettchen) (zu verkaufen|abzugeben|zu vergeben|sucht (ein |)(neues |)zuhause|suchen (ein |)(neues |)zuhause|geimpft|gechippt|entwurmt|abgabebereit|in gute hände)",
        "(verkaufe|gebe) .. (welpe*|kätzchen|kitten|hund|katze|kaninchen|schildkröte*|hamster) (ab|)",
      ],
      es: [
        "(cachorro*|gatito*) ..3 (# semanas|# meses|sin (chip|papeles|vacun*))",
        "(tortuga*|loro|yaco|guacamayo|cacatúa|pitón|iguana|camaleón|mono|tití) ..3 sin (papeles|cites|chip|anilla)",
        "(cachorro*|gatito*|perro|perrito*|loro*|conejo*|hámster|hurón|tortuga*|serpiente|pitón|gecko|canario*|periquito*|cobaya*) (en venta|a la venta|en adopción|disponible*|busca* (hogar|familia|casa)|vacunad*|con pedigr*|desparasitad*|con chip)",
        "(vendo|regalo|camada de) .. (cachorro*|gatito*|perrit*|loro|conejo*|tortuga*|hurón)",
      ],
      it: [
        "(cucciol*|gattin*) ..3 (# settimane|# mesi|senza (microchip|chip|documenti|vaccin*))",
        "(tartarug*|pappagallo|cenerino|ara|cacatua|pitone|iguana|camaleonte|scimmia) ..3 senza (documenti|cites|microchip|anello)",
        "(cucciol*|gattin*|cane|pappagall*|conigli*|criceto|furetto|tartarug*|serpente|pitone|geco|canarin*|cocorit*|porcellino d'india) (in vendita|in regalo|in adozione|disponibil*|cerca* (casa|famiglia)|vaccinat*|con pedigree|sverminat*|microchip*|da regalare)",
        "(vendo|regalo|cucciolata di) .. (cucciol*|gattin*|cagnolin*|conigli*|tartarug*|pappagall*|furetto)",
      ],
    },
    except: {
      any: [
        "(peluche*|plush*|plüsch*|jouet*|toy*|lego|playmobil|pokemon|figurine*|figur*|schleich|sylvanian|puzzle*|statue*|porcelain|porcelaine|ty beanie)",
        "(volkswagen|vw|hush puppies|snoop|snake skin|snakeskin)",
      ],
      en: [
        "(puppy|kitten|dog|cat|rabbit|hamster|parrot|bird|snake|tortoise) (pad|pads|food|bed|beds|crate|cage|carrier|coat|heels|heel|toy|toys|gate|pen|house|hutch|collar|print|statue|ears|eyes|love|friendly|bowl|costume|training|bag|bow|stroller|door|proof)",
      ],
      fr: [
        "(panier|niche|cage|litière|croquettes|laisse|collier|manteau|gamelle|harnais|clapier|jouet|caisse|transport) .. (chien*|chat*|chiot*|chaton*|lapin*|hamster*|furet*|perroquet)",
      ],
      de: ["(hunde|katzen|kaninchen|hamster|vogel)(bett|leine|käfig|futter|stall|körbchen|halsband|box|transportbox)"],
      es: ["(cama|jaula|transportín|correa|comedero|arnés|ropa) .. (perro*|gato*|cachorro*|conejo*|hámster)"],
      it: [
        "(cuccia|gabbia|trasportino|guinzaglio|ciotola|lettiera) .. (cane|cani|gatto|gatti|cucciol*|conigli*|criceto)",
      ],
    },
  },
  wildlife: {
    title: "protected species and what is made of them",
    strong: {
      en: [
        "(elephant|real|genuine|antique|african|carved|mammoth|walrus|whale|hippo|pre ban|old) (ivory|tusk|tusks)",
        "ivory (carving*|tusk*|netsuke*|figurine*|statue*|carved|bangle*|billiard*|chess set|piano keys|handle*|sculpture*|okimono*|crucifix|brooch|inlay*)",
        "(rhino|rhinoceros|saiga) horn*",
        "(elephant|tiger|leopard|bear|lion|polar bear|cheetah|jaguar|zebra) (skin rug|skin|pelt*|claw*|tooth|teeth|bone*|bile|skull*|tusk*|hide|ivory|foot stool)",
        "(real|genuine|antique|natural) (tortoise( |)shell|turtle shell|leopard fur|ocelot|tiger|crocodile skull|coral branch)",
        "(sea turtle|hawksbill|pangolin|shahtoosh|seahorse dried|dried seahorse*|bear bile|tiger bone wine|shark fin*|stuffed (owl|eagle|hawk|tiger|bear|turtle|crocodile)|taxidermy (owl|eagle|hawk|tiger|bear|lion|wolf|turtle|leopard|crocodile))",
        "(ocelot|leopard|jaguar|cheetah|seal) fur (coat|jacket|stole)",
      ],
      fr: [
        "(défense*|dent*|corne*) (d'|de |en )(éléphant*|ivoire|rhinocéros|narval|morse|hippopotame|mammouth)",
        "(ivoire) (véritable|ancien|sculpté|massif|d'éléphant|d'afrique|africain|naturel|de mammouth)",
        "(statuette*|sculpture*|bracelet*|bijou*|netsuke*|crucifix|objet*|figurine*|collier|éventail|okimono*) (en |d'|de |ancien* en |)(ivoire)",
        "(peau*|crâne*|griffe*|dent*|os|patte*) (de |d')(tigre|léopard|panthère|ours|lion|jaguar|éléphant|crocodile|zèbre|loup)( naturalisé*|)",
        "(écaille (de tortue|véritable|naturelle)|carapace de tortue|manteau* (de |en )(léopard|ocelot|panthère|phoque|jaguar|guépard)|corail rouge brut|hippocampe* séché*|pangolin*|(hibou|chouette|aigle|rapace|tigre|ours|tortue|faucon|buse|crocodile) (naturalisé*|empaillé*))",
      ],
      de: [
        "(elfenbein) (echt*|antik*|geschnitzt*|schnitzerei*|figur*|kette|armreif|statue|stoßzahn*|afrikanisch*|alt)",
        "(echtes|antikes|geschnitztes|altes) elfenbein*",
        "(elfenbeinschnitzerei*|elfenbeinfigur*|stoßzahn|stoßzähne|nashornhorn|rhinohorn|schildpatt (echt|kamm|antik)|echtes schildpatt|tigerfell echt|echtes (tiger|leoparden|bären|wolfs)fell|leopardenmantel echt*|ozelotmantel|bärenfell mit kopf|(eule|adler|bussard|tiger|bär|wolf|schildkröte) (präpariert|ausgestopft)|schildkrötenpanzer)",
      ],
      es: [
        "(marfil) (auténtico|tallado|antiguo|de elefante|africano|real|natural)",
        "(defensa*|colmillo*) de elefante",
        "(figura*|talla*|colmillo*|pulsera*|estatua*|cuerno*|crucifijo) (de |en )(marfil|elefante|rinoceronte)",
        "(piel|cráneo|garra*|diente*|hueso*) de (tigre|leopardo|oso|león|jaguar|elefante|lince|lobo)",
        "(carey auténtico|caparazón de tortuga|abrigo de (ocelote|leopardo|foca|jaguar)|(búho|águila|tigre|lobo|tortuga) disecad*)",
      ],
      it: [
        "(avorio) (vero|antico|scolpito|di elefante|africano|autentico|naturale|intagliato)",
        "(statu*|zann*|bracciale|figur*|corn*|crocifisso|netsuke) (di |in )(avorio|elefante|rinoceronte)",
        "(pelle|teschio|artigl*|dent*|oss*) di (tigre|leopardo|orso|leone|giaguaro|elefante|lupo)",
        "(tartaruga vera pettine|guscio di tartaruga|pelliccia di (ocelot|leopardo|foca|giaguaro)|(gufo|aquila|tigre|lupo|civetta) (imbalsamat*|impagliat*))",
      ],
    },
    except: {
      any: [
        "(faux|fake|imitation|synthetic|resin|résine|resina|harz|kunst*|plastic|plastique|imitación|finta|finto|ecológic*|ecologic*|acetate|acétate|bone china|peluche|plush|tagua|végétal*|vegetal*|vegan|print|imprimé|stampa|estampad*|muster|optik|style|look|color*|couleur|colour*|farbe*|printed|replica|jeans|lego|jouet|toy)",
      ],
      en: [
        "(ivory) (dress|wedding|lace|silk|satin|coast|white|color*|colour*|soap|sofa|couch|leather|blouse|shirt|skirt|sweater|cushion|rug|curtain*|paint|black|game*|ella)",
      ],
      fr: [
        "(robe*|blouse*|dentelle|couleur|coloris|teinte|ton|pull|jupe|chemis*|soie|satin|canapé|noir|blanc) (\\. |)ivoire",
        "côte d'ivoire",
        "fausse fourrure",
      ],
      de: ["(elfenbein)(farben*|weiß|küste)"],
      es: ["(vestido|color|blusa|encaje|raso|blanco) (color |)marfil", "costa de marfil"],
      it: ["(abito|vestito|color|colore|pizzo|seta|raso) (color |)avorio", "costa d'avorio"],
    },
  },
  human_body: {
    title: "human organs and remains",
    strong: {
      en: [
        "(human|real) (skull|skulls|bone|bones|skeleton|organ|organs|remains|teeth|fetus|foetus|kidney)",
        "(kidney|liver|organ|blood plasma|sperm|egg donor) (for sale|donor (paid|needed urgently|for money)|donation for money)",
        "(sell|selling|buy|buying) (a |my |your |)(kidney|liver|organ|organs|blood plasma|breast milk|eggs)",
        "(breast milk|breastmilk) (for sale|fresh|frozen|per ounce)",
        "(surrogate|surrogacy) .. (for sale|paid|cash)",
      ],
      fr: [
        "(crâne|os|squelette|ossements|fœtus|dents) (humain*|véritable humain)",
        "(vends|vendre|acheter|achat) .. (rein|foie|organe*|sperme|ovocyte*)",
        "lait maternel( frais| congelé|) (à vendre|vends|tiré)",
        "mère porteuse",
      ],
      de: [
        "(menschlich*|echt* menschen)( |)(schädel|knochen|skelett|organ*)",
        "(niere|leber|organ) (zu verkaufen|verkaufen|gesucht gegen geld)",
        "(muttermilch|sperma) (zu verkaufen|verkaufe)",
      ],
      es: [
        "(cráneo|huesos|esqueleto|órgano*) human*",
        "(vendo|comprar) .. (riñón|hígado|órgano*|óvulos|leche materna)",
        "vientre de alquiler",
      ],
      it: [
        "(teschio|ossa|scheletro|organi) (uman*|ver* uman*)",
        "(vendo|comprare) .. (rene|fegato|organi|latte materno|ovuli)",
        "utero in affitto",
      ],
    },
    except: {
      any: [
        "(anatomical model|modèle anatomique|model|modell|modelo|modello|plastic|plastique|kunststoff|plastik|resin|résine|resina|replica|halloween|decor*|lego|poster|medical school|3d|jouet|costume|t shirt|design|hair|cheveux|figure|ear ring*)",
      ],
    },
  },
  adult: {
    title: "adult services and material",
    strong: {
      any: [
        "(onlyfans|only fans|mym fans|fansly) (account|content|leak*|link|subscription|vidéo*|contenu)",
        "(sex( |)toy|sextoy|dildo|vibrator|vibromasseur|godemichet|fleshlight|butt plug|plug anal|womanizer premium|satisfyer)",
      ],
      en: [
        "(escort|escorts|call girl*|massage) (service*|agency|available (now|tonight|24)|incall|outcall|girl*|with happy ending|in (your|my) (hotel|room))",
        "(erotic|sensual|nuru|tantric|happy ending|body to body) massage*",
        "(used|worn|dirty|unwashed) (panties|underwear|knickers|thong*|socks for (men|fetish)|lingerie with scent)",
        "(nudes|nude (pics|photos|videos|content)|porn (dvd*|magazine*|collection|videos)|hustler magazine*|xxx (dvd*|movies|videos)|sexcam|cam girl|sugar (daddy|baby) (wanted|needed)|companionship (incall|for gentlemen))",
        "(feet|foot) (pics|pictures) for sale",
      ],
      fr: [
        "(escort*) (girl*|dispo*|de luxe|discrète|reçoit|se déplace)",
        "massage* (érotique*|naturiste*|tantrique*|coquin*|avec finition*|sensuel*|body body|nuru)",
        "(culotte*|string*|lingerie|chaussettes|collants|petite culotte) (sale*|portée* (et odorante|longtemps|non lavée*)|non lavé*|odorant*|usagé*)",
        "(photos|vidéos|contenu) (nue|nues|coquin*|hot|intimes|x|osé*)",
        "(dvd|film(s|)|magazine*|revue(s|)|vhs) (porno*|x|érotique*|pour adulte*)",
      ],
      de: [
        "(escort|begleitservice|callgirl|hostess service|hobbyhure|hausbesuche diskret)( |)(service|dame*|girl|diskret|)( diskret| besuche|)",
        "(erotische|sinnliche|tantra|nuru) massage*",
        "(getragene|benutzte|ungewaschene) (slip(s|)|höschen|unterwäsche|tanga*|unterhose*|socken|strumpfhose*)",
        "(nacktbilder|nacktfotos|porno(s|)|porno dvd(s|)|erotikfilm*|pornohefte|taschengeld treffen|tg treffen)",
      ],
      es: [
        "(escort|acompañante|señorita de compañía|prepago) (de lujo|disponible|a domicilio|24|discreta)",
        "masaje* (erótico*|tántrico*|sensual*|con final feliz|relajante completo)",
        "(bragas|tanga*|ropa interior|braguitas) (usad*|sucias|sin lavar)",
        "(fotos|vídeos|videos|contenido) (desnuda|íntim*|hot|caliente*|porno*|xxx|erótic*)",
        "(dvd|película(s|)|revista(s|)) porno*",
      ],
      it: [
        "(escort|accompagnatrice) (di lusso|disponibile|a domicilio|discreta|riceve)",
        "massagg* (erotic*|tantric*|sensual*|con finale|body)",
        "(mutandine|perizoma|slip|intimo|calze) (usat*|sporch*|non lavat*)",
        "(foto|video|contenuti) (nuda|intim*|hot|porno*|osé|piccant*)",
        "(dvd|film|riviste) porno*",
      ],
    },
    except: {
      any: [
        "ford escort*",
        "escort (radar|passport|9500*|8500*|max|redline|solo|mk( |)#|cosworth|rs|xr3i|van|wagon|lx|gt|ghia|turbo|focus|mexico|zx2)",
        "(detector|radar) escort",
        "(massage) (chair|gun|table|pillow|mat|oil|cushion|bed|boots|roller|machine)",
        "x box",
        "(unused|new|neu*|neuf|neuve|jamais porté*|ungetragen)",
      ],
    },
  },
} as const satisfies ClassTable;
