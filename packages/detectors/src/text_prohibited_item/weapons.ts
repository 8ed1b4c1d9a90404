/** Weapons, ammunition, explosives, devices and substances that hurt or spy. Written for Assay. */
import type { ClassTable } from "./classes.ts";

export const weapons = {
  weapon: {
    title: "firearms, and weapons that may not be sold freely",
    strong: {
      any: [
        "glock (17|18|19|20|21|22|23|26|30|34|42|43|45|43x|pistol|gen|9mm|switch)",
        "(ak|akm)( |)(47|74|47s)",
        "ak47",
        "ar( |)15 (rifle|lower|upper|pistol|build|for)",
        "(beretta|sig sauer|walther|cz) (92|92fs|m9|px4|p226|p229|p320|p365|ppk|pp|p22|p99|75|m92|pistol*)",
        "(smith|s) (&|and|et|und|y|e|)( |)(wesson|w) (revolver|pistol|m&p|mp|model|686|38|357|shield|sd9)",
        "(mossberg|remington|benelli|winchester) (500|590|870|700|1100|m4|m2|supernova|shotgun|rifle|sxp)",
        "(ruger|taurus|kimber|springfield) (10 22|lcp|sr9|1911|g2c|g3c|pistol|revolver|rifle|p85|p89|mini 14|xd)",
        "(desert eagle|uzi|mac 10|mp5|kalashnikov|kalachnikov|kalaschnikow|kalasnikov|tokarev|makarov|colt 1911|colt python|1911 pistol)",
        "(calibre|kaliber|calibro|caliber) (22lr|22 lr|38 special|357|45 acp|9 mm|9mm|7 62|5 56|308|30 06|12 76)",
        "(brass|iron) knuckle* ",
        "(nunchaku|nunchucks|shuriken|balisong)",
      ],
      en: [
        "(hand|shot)gun* for sale",
        "(real|live|loaded|unregistered|untraceable|used|semi automatic|semi auto|full auto|automatic|hunting|bolt action|lever action|sniper|assault|antique|deer|elk) (gun|guns|rifle|rifles|pistol|pistols|handgun|handguns|shotgun|shotguns|revolver|firearm|firearms|weapon|weapons)",
        "(gun|guns|rifle|rifles|pistol|pistols|handgun|shotgun|firearm|firearms|revolver) (for sale|with ammo|with ammunition|and ammo|with (one|two|three|2|3) magazines|no paperwork|no background check|no serial|unregistered|and holster|with holster|with scope|with bipod)",
        "(ghost gun|80 lower|80 percent lower|glock switch|auto sear|bump stock|gun silencer|rifle suppressor|solvent trap suppressor|sawn off|sawed off)",
        "(12|20|16|410) gauge (shotgun|pump|side by side|over under|over and under|semi)",
        "(stun gun|taser|tazer|pepper spray|mace spray|switchblade|switch blade|flick knife|butterfly knife|zombie knife|knuckle duster|knuckleduster|brass knuckles|throwing (star|stars|knife|knives)|telescopic baton|extendable baton|sword cane|push dagger)",
      ],
      fr: [
        "(fusil*|carabine*|pistolet*|revolver*|arme*) (de chasse|à pompe|à verrou|automatique*|semi automatique*|à feu|de poing|22 lr|22lr|9mm|9 mm|calibre*|superposé|juxtaposé|sniper|de guerre|cat b|catégorie b|catégorie c|catégorie d|non déclaré*|de tir)",
        "(poing américain|bombe lacrymogène|gazeuse lacrymogène|gaz lacrymogène|spray lacrymogène|matraque télescopique|couteau papillon|couteau à cran d'arrêt|cran d'arrêt automatique|taser|shocker électrique|pistolet à impulsion|pistolet d'alarme|étoile de ninja|silencieux (pour|calibre|22lr|9mm))",
      ],
      de: [
        "(schusswaffe*|schreckschuss*|gaspistole*|jagdgewehr*|jagdwaffe*|scharfe (waffe|pistole)|sturmgewehr*|maschinenpistole*|repetierbüchse*|bockflinte*|flinte kaliber|repetierer|selbstladebüchse|kleinkalibergewehr)",
        "(pistole|gewehr|revolver|flinte|büchse) (kaliber|kal|9mm|9 mm|scharf|zu verkaufen|ohne waffenschein|mit munition)",
        "(schlagring*|butterflymesser|butterfly messer|springmesser|fallmesser|teleskopschlagstock|elektroschocker|wurfstern*|würgeholz|pfefferspray|schalldämpfer (kaliber|für (gewehr|büchse)))",
      ],
      es: [
        "(escopeta*|rifle*|carabina*|pistola*|revólver|arma*) (de caza|de fuego|calibre*|semiautomátic*|automátic*|9mm|9 mm|superpuesta|paralela|de cerrojo|22 lr|real|sin papeles|con munición|repetidora)",
        "(puño americano|navaja automática|navaja mariposa|porra extensible|defensa extensible|spray (de |)pimienta|gas pimienta|pistola eléctrica|táser|estrella* ninja)",
      ],
      it: [
        "(fucile|fucili|carabina|pistola|pistole|revolver|arma|armi) (da caccia|da fuoco|calibro*|semiautomatic*|automatic*|9mm|9 mm|sovrapposto|a pompa|doppietta|a salve|22 lr|vera|clandestin*|con munizioni|da tiro|senza porto d'armi)",
        "(tirapugni|coltello a scatto|coltello a farfalla|manganello telescopico|spray al peperoncino|storditore elettrico|pistola elettrica|stelle ninja|scacciacani)",
      ],
    },
    weak: {
      en: [
        "(gun|guns|handgun*|rifle|rifles|pistol|pistols|shotgun*|revolver*|firearm*|crossbow*|machete*|dagger*|switchblades)",
      ],
      fr: ["(fusil*|carabine*|pistolet*|revolver*|arbalète*|machette*|poignard*|armes)"],
      de: ["(pistole*|gewehr*|revolver|flinte*|armbrust|machete|dolch|waffe|waffen)"],
      es: ["(pistola*|escopeta*|rifle*|fusil*|revólver*|ballesta*|machete*|arma|armas)"],
      it: ["(pistola|pistole|fucile|fucili|revolver|balestra|machete|pugnale|arma|armi)"],
    },
    sells: {
      any: [
        "(calibre*|kaliber|calibro|caliber|cal|9mm|22lr|7 62|5 56|308|winchester|remington|browning|beretta|ruger|benelli|verney carron|sauer|blaser)",
      ],
      en: [
        "(ammo|ammunition|rounds|magazine|magazines|holster|barrel|bolt action|scope|unfired|ffl|concealed|licen(s|c)e required|no licen(s|c)e|shoots|firing)",
      ],
      fr: ["(munitions|chargeur|canon|lunette de (tir|visée)|permis de chasse|port d'arme|chasse|tir)"],
      de: ["(munition|magazin|lauf|zielfernrohr|waffenschein|jagdschein|waffenbesitzkarte|wbk|jagd)"],
      es: ["(munición|cargador|cañón|visor|licencia de armas|caza|guía)"],
      it: ["(munizioni|caricatore|canna|ottica|porto d'armi|caccia|denuncia)"],
    },
    except: {
      any: [
        "(guns n roses|guns and roses|top gun|rifle paper( co|)|revolver (beatles|lp|vinyl)|sex pistols|gunmetal|gun metal|shotgun (mic|microphone)|gears of war|call of duty|borderlands|laser( |)gun|nintendo zapper|guncon)",
      ],
      en: [
        "(rifle|gun|pistol|scope) (scope cleaning|cleaning cloth*|lens cloth|lens paper)",
        "(scope|lens) (cleaning|cleaner)",
        "(glue|nail|heat|hot glue|massage|caulk|caulking|spray|paint|staple|grease|squirt|water|nerf|toy|cap|bb|airsoft|paintball|price|tag|label|tattoo|soldering|foam|radar|speed|light|laser|bubble|ray|t shirt|rivet|brad|pop|potato|pellet|welding|sealant|silicone|air|blow|ear|piercing|heating|lego|plastic|wooden|cork|vaccum|needle|steam|foam|wii|salt|flocking|tufting|embroidery) (gun|guns|pistol|pistols|rifle|rifles)",
        "(gun|rifle|pistol|shotgun) (safe|safes|cabinet|rack|case|cases|bag|bags|sling|grip|grips|locker|metal|grey|gray|blue|show|cleaning|scope mount|stock|mount|range|oil|attachment|attachments|style|print|vault|stool|boat|house|seat|turret|flap|emoji|microphone|control*|holder|mat)",
        "(stick|jump|great|big|young|hired|son of a|under the|smoking|gatling|machine|ride|riding|jumped the) (gun|guns|shotgun)",
        "(no|without) (gun|guns|weapon|weapons|firearms)",
      ],
      fr: [
        "(pistolet*|fusil*|arme*|carabine*|revolver*) (à colle|à eau|à peinture|nerf|jouet|à silicone|à cartouche*|à mousse|à bulles|à air chaud|thermique|à clous|à souder|à étiquettes|laser|de massage|en bois|en plastique|lego|d'arrosage|pulvérisateur|factice|à bouchon|playmobil|à fléchettes|à billes|pour enfant|à aiguiser|de lavage|haute pression|à pétards|graisseur|photo|de star wars|de cow boy|de cowboy|de pirate)",
        "(aiguiser|aiguisoir|affûtage|tatouage) (fusil|pistolet)",
        "(armoire|coffre|housse|étui|fourreau|râtelier|ratelier|vitrine) (à|pour|de) (fusil*|arme*|carabine*)",
      ],
      de: [
        "konfetti(| )(kanone*|pistole*)",
        "(heißklebe|heiss klebe|klebe|wasser|spielzeug|farbspritz|lack|nerf|massage|druckluft|spritz|kartuschen|silikon|etikettier|schaum|seifenblasen|zapf|tacker|nagel|knall)( |)(pistole*|gewehr*)",
        "(heißklebepistole*|klebepistole*|wasserpistole*|spielzeugpistole*|farbsprühpistole*|lackierpistole*|massagepistole*|spritzpistole*|kartuschenpistole*|heißluftpistole*|zapfpistole*|tackerpistole|sprühpistole*)",
        "(waffenschrank|waffenkoffer|gewehrkoffer|waffentasche)",
      ],
      es: [
        "(pistola*|rifle*|escopeta*|arma*) (de (agua|silicona|juguete|calor|pintura|pintar|masaje|clavos|pegamento|aire|burbujas|nerf|etiquetas|impacto|riego|soldar|bolas)|nerf|juguete|lego|termofusible|masajeadora|percutora)",
        "(armero|funda|maletín|vitrina) (para |de |)(escopeta*|rifle*|armas|pistola)",
      ],
      it: [
        "(pistola|pistole|fucile|fucili|arma|armi) (ad acqua|d'acqua|giocattolo|per (colla|verniciare|massaggi|silicone|schiuma|irrigazione|verniciatura)|a (caldo|spruzzo|colla|bolle|elastici)|nerf|termica|lego|massaggiante|termocollante|a gommini|di plastica)",
        "(armadio|custodia|fodero|fodera|valigetta) (per |porta |)(fucil*|pistol*|armi|blindato)",
      ],
    },
  },
  ammunition: {
    title: "ammunition",
    strong: {
      en: [
        "(#|box of|boxes of|live|hollow point) (rounds|bullets|shells|ammo|ammunition)( of (9mm|223|22|ammo)|)",
        "(9mm|223|5 56|7 62|45 acp|308|12 gauge|22lr|40 cal|22) (ammo|ammunition|rounds|bullets|shells)",
        "(ammo|ammunition|bullets) for sale",
      ],
      fr: [
        "(boîte|boite|lot|boîtes) de (munitions|cartouches (calibre|de chasse|22|12|9mm)|balles (9mm|22lr|réelles))",
        "(munitions|cartouches) (calibre*|de chasse|9mm|9 mm|22lr|22 lr|12 70|12 76|308|de guerre|réelles)",
      ],
      de: [
        "(scharfe |)(munition|patronen) (kaliber|9mm|9 mm|22lr|zu verkaufen|308|12 70)",
        "(schrotpatronen|büchsenpatronen|platzpatronen|schachtel munition)",
      ],
      es: [
        "(cartuchos|munición|balas) (de caza|calibre*|9mm|9 mm|del 12|22|reales|de escopeta)",
        "caja(s|) de (munición|cartuchos|balas)",
      ],
      it: [
        "(cartucce|munizioni|proiettili) (da caccia|calibro*|cal|9mm|9x21|22|vere|inesplosi)",
        "scatol(a|e) di (munizioni|cartucce|proiettili)",
      ],
    },
    except: {
      en: [
        "(ammo|ammunition) (box|boxes|can|cans|crate|case|pouch|belt|tin|bag)",
        "(nerf|toy|dart|foam|paintball|airsoft|rubber|lego|silver|magic|water) (ammo|bullets|rounds|darts)",
        "(inert|dummy|empty|spent|deactivated|snap caps) (rounds|shells|bullets|ammo|ammunition|cartridges)",
        "# rounds (of (golf|boxing|chemo|sparring)|each)",
      ],
      fr: [
        "(cartouche*|munitions) (d'encre|d'imprimante|de gaz|nerf|de jeu|laser|neutralisé*|inerte*|vide*)",
        "caisse(s|) (à|de) munitions( vide*|)",
      ],
      de: ["(munitionskiste*|patronengurt leer|druckerpatronen|tintenpatronen|nerf (munition|pfeile|darts))"],
      es: ["cartucho* de (tinta|impresora|gas)", "caja de munición vacía"],
      it: ["cartucc* (inchiostro|stampante|d'inchiostro|gas)", "cassa munizioni vuota"],
    },
  },
  explosive: {
    title: "fireworks and explosives",
    strong: {
      any: ["(dynamite stick*|tnt block|c4 explosive*|semtex|petn|nitroglycerin*|cobra 6|pyrotechnie f4)"],
      en: [
        "fireworks (category|cat|class) (f2|f3|f4|4|3)",
        "(professional|display|pro) (fireworks|mortars|mortar shells)",
        "(fireworks|firecrackers) ..2 (mortar*|f4|f3)",
        "(fireworks|firecrackers|roman candles|cherry bombs|m80s|m 80s|bottle rockets) (for sale|cheap|left|leftover|available|box|pack|bundle|cake|in stock)",
        "(box|boxes|pack|packs|lot|case|loads|selection) of (fireworks|firecrackers|roman candles|sparklers|bangers)",
        "(live|real|working) (grenade*|hand grenade*)",
        "(pipe bomb*|blasting cap*|detonator*|gunpowder|smokeless powder)",
        "(black|gun) powder (for (muzzleloader*|sale|guns)|rifle|pistol|explosive|keg|lb|pound)",
      ],
      fr: [
        "(lot|boîte|boite|carton|vends|batterie|paquet*|pack) (de |d'|)(feux d'artifice*|pétards|petards|mortiers d'artifice|fumigènes|chandelles romaines)",
        "(feu|feux) d'artifice* (f2|f3|f4|neuf*|à vendre|pas cher|professionnel*)",
        "(mortiers|chandelle) (d'artifice|pyrotechnique*|romaine*)",
        "(pétards|petards) (mammouth|bison|f3|f4|à vendre|puissants)",
        "(poudre noire|détonateur*|explosif*)",
      ],
      de: [
        "(feuerwerk|böller|polenböller|raketen) (kategorie|klasse|kat) (f2|f3|f4|4|3|p1)",
        "(polenböller|dumbum|viper böller|kugelbomben)",
        "(feuerwerk*|böller|polenböller|silvesterraketen|raketen und böller|feuerwerksbatterie*|feuerwerksraketen) (zu verkaufen|verkaufe|aus polen|kategorie|restbestand|günstig|f3|f4|paket|batterie)",
        "(verkaufe|biete) (feuerwerk*|böller|polenböller)",
        "(polenböller|sprengstoff|schwarzpulver|la bomba böller|dum bum böller|zünder sprengkapsel*)",
      ],
      es: [
        "(petardos|fuegos artificiales|pirotecnia) ..2 (categoría (3|4|f3|f4)|profesional*|caja|lote)",
        "(petardos|fuegos artificiales|bengalas|tracas|cohetes) (en venta|baratos|potentes|nuevos|para fiestas|de fiestas|f3)",
        "(caja|lote|pack|vendo) (de |)(petardos|fuegos artificiales|tracas)",
        "(pólvora|dinamita|detonador*|explosivo*)",
      ],
      it: [
        "(petardi|fuochi d'artificio|botti|bombe carta) ..2 (categoria (f3|f4|3|4)|professional*|lotto|illegali)",
        "(fuochi d'artificio|petardi|botti|fuochi artificiali|razzi pirotecnici|batteria pirotecnica) (in vendita|di capodanno|potenti|nuovi|f3|illegali|professionali)",
        "(scatola|lotto|vendo|confezione) (di |)(petardi|fuochi d'artificio|botti)",
        "(polvere da sparo|dinamite|detonator*|esplosiv*)",
      ],
    },
    except: {
      en: [
        "(gunpowder|gun powder|black powder|fireworks) (tea|grey|gray|blue|black|green|coffee|print|dress|pattern|t shirt|shirt|poster|vape|photo*|app|display|night|scarf)",
        "(deactivated|inert|dummy|replica|toy|pineapple|practice) (grenade*|hand grenade*|detonator)",
        "(view|views|watch|see) (of |the |)fireworks",
      ],
      fr: ["(succès|cheveux|tempérament|caractère|potentiel|mélange|duo|parfum|cocktail) explosif*"],
      es: ["(cóctel|mezcla|atmósfera) explosiv*"],
      it: ["(mix|cocktail|effetto|atmosfer*) esplosiv*"],
    },
  },
  jammer: {
    title: "jammers, spying and break-in devices",
    strong: {
      any: [
        "imsi catcher",
        "(keyless|relay|rolling code|key fob) (repeater|grabber|attack|code grabber|theft device)",
        "(gsm|gps|wifi|signal|phone|bluetooth|drone) jammer*",
      ],
      en: [
        "(cell phone|cellphone|mobile|frequency|radio|speed camera|radar|laser) (jammer|jammers|blocker device|jamming)",
        "(hidden|spy|covert|secret) (camera*|cam|cams|microphone*|listening device*|recorder*|audio bug*)",
        "(spy|tracking|monitoring) (app|software) (to|for) (read|spy|your (wife|husband|girlfriend|partner)|someone)",
        "(license plate|number plate) (flipper|obscurer|hider)",
      ],
      fr: [
        "brouilleur* (gps|gsm|wifi|de (téléphone|portable|radar|signal|ondes|fréquence*)|d'ondes|bluetooth|4g|radio|anti)",
        "(caméra*|camera*|micro*|stylo*|montre*|réveil*) (espion*|espionnage|cachée*|caché*)",
        "(retourneur de plaque|plaque* escamotable*)",
      ],
      de: [
        "(störsender|handyblocker|gps (störer|blocker)|wlan störer|jammer)",
        "(spionagekamera|spycam|spionkamera|minikamera versteckt|versteckte kamera|abhörgerät|wanze abhör*|stealer keyless)",
      ],
      es: [
        "(inhibidor* (de |)(frecuencia*|señal*|gps|gsm|móvil*|radar*|wifi)|perturbador de señal)",
        "(cámara*|micrófono*|bolígrafo*) (espía*|oculta*)",
      ],
      it: [
        "(disturbatore (di |)(frequenze|segnale|gps|gsm)|inibitore (di |)(segnale|frequenze))",
        "(telecamera|telecamere|microspia|microspie|penna|cimice) (spia|nascost*|ambientale|gsm)",
      ],
    },
    except: {
      en: [
        "hidden (camera) (holes|lens)",
        "(jammer) (short*|shorts|swim*|swimsuit|skate*)",
        "(speedo|arena|tyr|swim) jammer*",
      ],
    },
  },
  radar_detector: {
    title: "radar detectors",
    countries: { allowed: ["US", "GB"], prohibited: ["FR", "DE", "ES", "CH", "BE", "AT"] },
    strong: {
      en: ["radar detector*"],
      fr: ["(détecteur*|avertisseur*) (de |)radar*"],
      de: ["(radarwarner|blitzerwarner|radarwarngerät)"],
      es: ["(detector*|avisador*) (de |)radar*"],
      it: ["(rilevatore|rilevatori|rilevatore di) autovelox", "rilevatore radar"],
    },
  },
  hazardous: {
    title: "poisons, radioactive and other dangerous substances",
    strong: {
      any: [
        "(potassium|sodium) cyanide",
        "cyanide (potassium|sodium|#)",
        "(strychnine|ricin|polonium|thallium sulfate|red mercury|chloropicrin|paraquat|nembutal|pentobarbital)",
        "(gbl|gamma butyrolactone) (cleaner|wheel|for sale|99)",
      ],
      en: [
        "(liquid|metallic|elemental|pure) mercury",
        "mercury (metal|liquid|#)",
        "(uranium|radioactive) (ore|source|material|sample)",
        "(concentrated|fuming) (sulfuric|sulphuric|nitric) acid",
        "(asbestos) (sheets|tiles|panels) for sale",
        "chloroform (bottle|#)",
      ],
      fr: [
        "mercure (liquide|métal|pur|métallique)",
        "(cyanure|strychnine|mort aux rats (interdite|puissante)|acide (sulfurique|nitrique) (concentré|98|96|fumant))",
        "(plaques|tôles|ardoises|fibrociment) (en |d'|de |avec |)amiante",
        "(minerai|échantillon) d'uranium",
      ],
      de: [
        "(flüssiges|metallisches) quecksilber",
        "quecksilber (#|zu verkaufen|flüssig)",
        "(zyankali|strychnin|uranerz|asbestplatten|salpetersäure (konzentriert|rauchend)|schwefelsäure (konzentriert|96|98))",
      ],
      es: [
        "mercurio (líquido|metálico|puro)",
        "(cianuro|estricnina|ácido (sulfúrico|nítrico) (concentrado|98)|placas de (amianto|uralita)|mineral de uranio)",
      ],
      it: [
        "mercurio (liquido|metallico|puro)",
        "(cianuro|stricnina|acido (solforico|nitrico) (concentrato|98)|lastre (di |in )(amianto|eternit)|minerale di uranio)",
      ],
    },
  },
} as const satisfies ClassTable;
