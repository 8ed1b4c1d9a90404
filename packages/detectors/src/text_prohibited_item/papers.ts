/** Papers, money, accounts, data, stolen and recalled goods, gambling and money products. Written for Assay. */
import type { ClassTable } from "./classes.ts";

export const papers = {
  identity_document: {
    title: "identity papers, certificates and degrees",
    strong: {
      en: [
        "(passport|driving licence|driver'?s license|id card|residence permit|visa) ..2 (real database|database registered|registered in|undetectable|no test|without exam|without test)",
        "(blank|fake|signed|forged) ..1 (vaccination|vaccine|covid|medical|birth|marriage|residence) (certificate*|card*|record*|permit*)",
        "(vaccination|vaccine|covid) (certificate|card|pass) (for sale|without|registered)",
        "(fake|forged|novelty|replica|counterfeit|scannable|registered|genuine|real|blank|stolen|unused|duplicate|camouflage) (passport*|id|ids|id card*|identity card*|(driver's|drivers) licen(s|c)e*|driving licen(s|c)e*|birth certificate*|visa*|ssn|social security card*|green card*|degree*|diploma*|vaccine card*|residence permit*|work permit*|utility bill*|bank statement*|payslip*|(doctor's|doctors) note*|marriage certificate*|ielts certificate*|toefl certificate*)",
        "(buy|purchase|sell|selling|order|get) .. (passport*|(driver's|drivers) licen(s|c)e*|driving licen(s|c)e*|id card*|fake id*|ielts certificate*|toefl|degree* online|diploma* online|residence permit*|vaccine card*|ssn)",
        "(driving|driver's) licen(s|c)e ..2 without (test|exam|a test)",
        "(passport*|driving licen(s|c)e*|id card*|diploma*|degree*|ielts) (for sale|without (test|exam)|no exam|in (3|5|7) days)",
      ],
      fr: [
        "(faux |)(pass|certificat*|carnet) (vaccinal|sanitaire|de vaccination|médical) (vierge|sans|enregistré|à vendre|tamponné)",
        "(faux|fausse|fausses|vrai faux|vrais faux) (papier*|passeport*|permis|carte* d'identité|diplôme*|pièce d'identité|titre de séjour|certificat*|bulletin* de (salaire|paie)|fiche* de paie|pass sanitaire|ordonnance*|document*|visa*|arrêt* maladie|justificatif*)",
        "(vends|vente|acheter|achat|obtenir|obtenez|achetez|commander) .. (passeport*|permis de conduire|carte d'identité|diplôme*|titre de séjour|pass sanitaire|points de permis|tcf|delf)",
        "(diplôme*|permis|passeport*|papiers|billets|certificat*) ..1 (faux|fausse*|falsifié*|contrefait*)",
        "permis de conduire (sans (examen|passer)|enregistré*|à vendre|en (3|5|7) jours)",
      ],
      de: [
        "(impfpass|impfausweis|attest|meldebescheinigung) (blanko|gefälscht|gestempelt|kaufen|ohne impfung)",
        "(blanko|gefälschte*|gestempelte*) (impfpass|impfausweis|atteste|krankschreibung)",
        "(falsche*|gefälschte*|gefälschter|registrierte*|echte*|gefälschten) (pass|reisepass|reisepässe|ausweis|ausweise|personalausweis*|führerschein*|diplom*|zeugnis*|abitur*|impfpass|impfausweis|gehaltsabrechnung*|papiere|krankschreibung*|dokumente)",
        "(führerschein|reisepass|personalausweis|ausweis|diplom|zeugnis|doktortitel|impfpass|sprachzertifikat|aufenthaltstitel) .. (kaufen|zu verkaufen|ohne prüfung|bestellen|online kaufen)",
      ],
      es: [
        "(falso*|falsa*|falsificad*) (pasaporte*|dni|carnet*|permiso*|título*|documento*|nie|certificado*|nómina*|licencia*|diploma*|pcr)",
        "(pasaporte*|dni|carnet|permiso*|título*|documento*|nie|certificado*|nómina*|diploma*) (falso*|falsa*|falsificad*)",
        "(comprar|vendo|venta de|obtener) .. (pasaporte*|carnet de conducir|permiso de conducir|título universitario|dni|certificado covid|nie)",
        "carnet de conducir sin examen*",
      ],
      it: [
        "(fals*|contraffatt*) (passaport*|patent*|documento*|documenti|carta d'identità|diplom*|laurea|laure|permess*|certificat*|busta paga|green pass)",
        "(passaport*|patent*|document*|carta d'identità|diplom*|laurea|permess*|certificat*|green pass) fals*",
        "(comprare|vendo|acquistare|ottenere|compra) .. (passaport*|patente (di guida|registrata|senza)|carta d'identità|diploma|laurea|permesso di soggiorno)",
        "patente (senza esame|registrata|b senza)",
      ],
    },
    except: {
      any: [
        "(passport|passeport|pasaporte|passaporto|id|licen(s|c)e|diploma|degree|license) (cover*|holder*|wallet*|case*|frame*|plate*|size photo*|photo*|radar|bag|clutch)",
        "(étui|protège|pochette|porte|housse) passeport*",
        "(funda|cartera|porta) pasaporte",
        "porta (passaporto|documenti)",
        "(dodge|honda|nissan) passport",
        "(genuine|real) (id|degree) *(leather)",
        "(honorary|360) degree*",
      ],
    },
  },
  counterfeit_money: {
    title: "counterfeit money",
    strong: {
      en: [
        "(counterfeit|fake|prop|undetectable|super|forged|grade a) (money|cash|bills|banknote*|notes|currency|euro*|dollar*|pounds|coins)( for sale|)",
        "(undetectable|indistinguishable) .. (notes|bills|banknote*)",
        "(bank|atm) note* (printing|undetected)",
        "ssd (chemical*|solution)",
      ],
      fr: [
        "(faux|fausse|fausses) (billet*|monnaie|argent|coupures)",
        "billet* (contrefait*|indétectable*|de cinéma|factice* (euro|20|50|100))",
        "solution ssd",
      ],
      de: [
        "(falschgeld|blüten geld|gefälschte* (scheine|banknoten|euro*|geldscheine)|filmgeld|spielgeld echt aussehend)",
      ],
      es: ["(billete*|dinero|moneda*) (falso*|falsa*|falsificad*|indetectable*)"],
      it: ["(banconot*|soldi|denaro|monet*) (fals*|contraffatt*|indistinguibil*)"],
    },
    except: {
      any: [
        "(counterfeit|fake|faux|false|falso*) (money|bill|billet*|note|currency|banknote) (detector*|pen|tester*|checker*|counter)",
        "(détecteur*|stylo|detector*|rilevatore|prüfgerät*|prüfer) (de |di |)(faux|billet*|banconot*|falschgeld|money|fals*)",
        "(monopoly|play|toy|board game|casino night|jouet|jeu|marchande) .. (money|billet*|cash)",
      ],
    },
  },
  account: {
    title: "accounts, subscriptions and SIM cards",
    abstract: true,
    strong: {
      any: [
        "(cuenta|account|compte|konto|profilo|abonnement|suscripción|abbonamento) (de |di |)(netflix|spotify|disney|hbo|prime|crunchyroll|dazn|canal|youtube premium|chatgpt|iptv) ..1 (a vita|à vie|de por vida|lebenslang|lifetime|illimité*|ilimitad*)",
        "(netflix|spotify|disney|hbo|crunchyroll|dazn|iptv) ..1 (a vita|à vie|de por vida|lebenslang|lifetime)",
        "(netflix|spotify|disney|disney plus|hbo|hbo max|prime video|amazon prime|canal|crunchyroll|youtube premium|deezer|dazn|nordvpn|molotov|paramount|apple tv|chatgpt plus|office 365|canva pro) (premium |plus |)(account*|compte*|konto|cuenta*|account a vita|à vie|lifetime|lebenslang|a vida|profil|upgrade|abo (günstig|lebenslang))",
        "(compte*|account*|konto|cuenta*|profil) (netflix|spotify|disney|hbo|prime|canal|crunchyroll|youtube premium|deezer|dazn|fortnite|valorant|roblox|steam|league of legends|lol|clash of clans|clash royale|brawl stars|psn|gta|minecraft|genshin|fifa|pokemon go) (premium|#|à vendre|avec|mit|con|full|vends|lifetime|rare*|niveau|level|lvl|account|partagé|pas cher|skins?|à vie)",
        "(fortnite|valorant|roblox|steam|league of legends|clash of clans|clash royale|brawl stars|psn|gta 5|gta v|minecraft|genshin|instagram|tiktok|pokemon go|fifa|ea fc|warzone|apex|rocket league|world of warcraft|wow|runescape|osrs|steam) (account*|compte*|konto|cuenta*|accounts)",
        "(cuenta*|account*|compte*|konto|profilo) (de |di |von |)(netflix|spotify|disney|hbo|psn|steam|fortnite|dazn|crunchyroll) ..1 (compartid*|con|mit|avec|condivis*|partag*|premium|à vendre|in vendita|zu verkaufen)",
        "sim (card*|karte*|) (registered|activated|anonymous|anonym*|activée*|registrada*|attiv*)",
        "(iptv|ip tv|cccam|oscam) (subscription*|abonnement*|abo|suscripción|abbonamento|premium|# (mois|months|monate|meses|mesi)|12|liste|lista|channels|chaines|code*)",
        "(abonnement|subscription|abo|suscripción|abbonamento) (iptv|ip tv)",
      ],
      en: [
        "(verified|aged|bulk|business) (paypal|bank|cash app|coinbase|binance|stripe|ebay|amazon seller|facebook|gmail|google voice|twitter|revolut) account*",
        "(bank|paypal) account* (for sale|for rent|with balance|with debit card|verified)",
        "(pre|already|fully) (activated|registered|verified) sim*( card*|)",
        "(instagram|tiktok|youtube|facebook) (page|channel|followers|account) (for sale|with # followers|# followers|monetized|# subscribers)",
        "(followers|likes|views) for sale",
      ],
      fr: [
        "(vends|vend|location|louer|achat) .. compte* (bancaire*|paypal|fortnite|instagram|nickel|steam|netflix|vérifié*)",
        "(carte* sim) (activée*|enregistrée*|anonyme*|déjà)",
        "(compte*) (bancaire* (à vendre|à louer|vérifié*)|nickel à vendre|premium à vie)",
      ],
      de: [
        "(verkaufe|biete|vermiete) .. (bankkonto|paypal konto|netflix account|fortnite account|instagram account|steam account|spotify)",
        "(registrierte|aktivierte|anonyme) sim( |)karte*",
      ],
      es: [
        "(vendo|alquilo|venta de) .. cuenta* (bancaria*|de (netflix|fortnite|instagram|spotify|paypal|hbo|steam)|verificada*|premium|compartida)",
        "(tarjeta* sim) (activada*|registrada*|anónima*)",
      ],
      it: [
        "(vendo|affitto) .. (conto (corrente|bancario)|account (netflix|fortnite|instagram|spotify|steam|verificato)|profilo)",
        "(sim|scheda sim) (attiv*|registrat*|anonim*|intestat*)",
      ],
    },
    except: {
      any: [
        "(removed from|son|sa|ses|mon|votre|ton|leur|his|her|their|dein|mein|ihr|tu|mi|su|tuo|mio|suo|linked to|signed out of|free of|no|any|your|my|own|need a|needs a|requires|with your|sign in|signed in|create|log in|from my|to your|psn or|apple|icloud|itunes|not|without|reset|logged out) .. (account*|compte*|konto|cuenta*)",
        "account* (required|needed|not included|manager|balance|removed|setup)",
        "(smart tv|roku|firestick|fire stick|chromecast|apps|stream*) .. netflix",
      ],
    },
  },
  illicit_data: {
    title: "stolen data, hacking and carding",
    abstract: true,
    strong: {
      any: [
        "(cvv|cvv2|fullz|dumps|track 1|track 2|cc fullz|non vbv|bins|carding|carded|cashout method|bank log*|banklog*|paypal log*) (shop|fresh|for sale|with pin|dumps|fullz|track|method*|tutorial|guide|seller|vendor|balance|cards|cloned|transfer|2024|2025|2026|bank|cc)",
        "(fullz|carding|cvv dumps|dumps with pin|clone card(s|)|cloned (card*|atm|credit)|bank drops|rdp logs|stealer logs|combolist*|ransomware|botnet|keylogger*|phishing kit*|scampage*|scam page*|sim swap*)",
      ],
      en: [
        "(hack|hacking|hacked|hacker*|spy on) (any |into |your |a |(someone's|someones) |)(facebook|instagram|whatsapp|snapchat|account*|phone*|bank|email|iphone|wifi|grades|for hire|service*|paypal|gmail)",
        "(hacker* for hire|hire a hacker|ddos service|booter|stresser)",
        "(credit card|personal|identity|customer|email|phone) (data|number*|list*|database*|leads|records) (for sale|leak*|dump*|fresh|with (ssn|dob|cvv))",
        "(gift card|card|atm) (skimmer*|cloner|reader writer|generator hack)",
        "(msr( |)606|msr( |)605|card encoder|emv software)",
      ],
      fr: [
        "(pirater|piratage|hacker|espionner) (un |une |votre |le |la |de |)(compte*|facebook|instagram|whatsapp|snapchat|téléphone|carte*|boîte mail|conjoint)",
        "(base*|fichier*|liste*) (de données|clients|d'emails|de numéros|de rib|de cartes) (à vendre|vends|volé*|piraté*|fraîche*)",
        "(carte* (bancaire* |bleue* |)(clonée*|piratée*|volée*)|fiche(s|) cc|cc fraîches)",
      ],
      de: [
        "(hacken|hacker|hacke) (sie |wir |jeden |)(account*|konto|facebook|instagram|whatsapp|handy|mieten|service)",
        "(gestohlene|geklonte) (kreditkarten|kartendaten|daten|accounts)",
        "(kundendaten|datenbank|adressdaten|kreditkartendaten) (zu verkaufen|kaufen|geleakt)",
      ],
      es: [
        "(hackear|hackeo|hacker|espiar) (de |un |una |cuenta*|)(cuenta*|facebook|instagram|whatsapp|móvil|wifi)",
        "(tarjeta*) (clonada*|robada*|hackeada*)",
        "base* de datos (de clientes |)(en venta|robad*|filtrad*)",
      ],
      it: [
        "(hackerare|hacker|spiare) (un |account|profilo|)(account|profilo|facebook|instagram|whatsapp|telefono|cellulare)",
        "(cart*) (clonat*|rubat*|hackerat*)",
        "(database|dati) (clienti|rubati|trafugati) (in vendita|)",
      ],
    },
    except: {
      any: [
        "(watch dogs|hacker news|hack squat*|ikea hack*|life hack*|hacksaw*|fork bins|storage bins|rv dumps|dump(s|) truck*|book|livre|poster|t shirt)",
        "(wifi|usb|security|white hat|ethical) (hacking) (book|course|manual)",
      ],
    },
  },
  stolen: {
    title: "stolen or found goods",
    abstract: true,
    strong: {
      en: [
        "(fell|fallen) off (the |a |)(back of |)(a |the |)(truck|lorry|van)",
        "(hot goods|stolen goods|(it's|its) stolen|slightly stolen|probably stolen|was stolen so|boosted goods|five finger discount)",
        "(no questions asked|ask no questions) .. (cheap|price|cash|deal|papers)",
        "(found|picked up) .. (phone|iphone|wallet|airpods) .. (locked|selling|icloud)",
      ],
      fr: [
        "tombé* du camion",
        "(marchandise*|objet*|téléphone*|vélo*) (volé*|chouré*|de vol) (pas cher*|à vendre|)",
        "(sans (papiers ni questions|poser de questions)|provenance douteuse)",
        "(iphone|téléphone|airpods) (trouvé*|volé*) (bloqué*|à vendre)",
      ],
      de: [
        "(vom (laster|lkw|lastwagen) gefallen|heiße ware|geklaut* (ware|handy|fahrrad)|diebesgut|keine fragen .. (preis|günstig|herkunft)|gefundenes (handy|iphone))",
      ],
      es: [
        "(caído|cayó|se cayó) del camión",
        "(mercancía|móvil|bici|objeto*) robad* (barat*|en venta|)",
        "(iphone|móvil) encontrado (bloqueado|en la calle)",
      ],
      it: [
        "(caduto|cadut*) dal camion",
        "(merce|telefono|bici|oggett*) rubat*",
        "(iphone|cellulare|telefono) trovato (bloccato|per strada)",
      ],
    },
    except: {
      any: [
        "(not|never|isn't|no|was|been|got|jamais|pas|non|nicht|nie|no es|mai) .. (stolen|volé*|gestohlen|geklaut*|robad*|rubat*)",
        "(stolen|volé*|robad*|rubat*|gestohlen) .. (reward|récompense|belohnung|recompensa|ricompensa|vigilant|alert|help|aide|police|please)",
      ],
    },
  },
  recalled: {
    title: "recalled goods",
    strong: {
      any: [
        "(rock n play|rock and play|rock 'n play) (sleeper|fisher|soother|bassinet|newborn)",
        "(galaxy) note( |)7( |)(n930|phone|64gb|smartphone|edge|black|blue)",
        "(fisher price) (rock|snuga swing*|sleeper)",
        "(ikea) (malm recalled|hemnes recalled)",
        "(buckyballs|zen magnets|nanodots|neocube) ",
        "(boppy newborn lounger|4moms mamaroo recall*|tread plus peloton|peloton tread\\+|takata (airbag|inflator))",
        "(philips) (dreamstation 1|dreamstation cpap recall*|system one cpap)",
      ],
      en: [
        "(drop side|dropside) (crib|cot|cribs)",
        "(inclined (sleeper|bassinet)|crib bumper*|infant sleep positioner|lawn darts|jarts metal|baby walker recalled|self balancing hoverboard no ul)",
        "(recalled (product|item|crib|stroller|toy|model|lot|batch|sleeper|charger)|under recall|subject to (a |)recall)",
      ],
      fr: [
        "(produit|article|lot|siège*|jouet*|appareil) (rappelé*|faisant l'objet d'un rappel|sous rappel)",
        "rappel (produit|conso)",
      ],
      de: ["(produktrückruf|zurückgerufen* (produkt*|artikel|ware|charge)|rückrufaktion betroffen*)"],
      es: ["(producto|artículo|lote) retirado del mercado", "alerta de retirada"],
      it: ["(prodotto|articolo|lotto) (richiamato|ritirato dal mercato)"],
    },
    except: {
      en: [
        "(recall|recalls|recalled) .. (done|completed|performed|fixed|taken care|replaced|repaired|serviced|work|open|dealer|no)",
        "(no|all|any|open|completed|airbag|safety|factory|without) .. (recall|recalls|recalled)",
        "total recall",
      ],
    },
  },
  gambling: {
    title: "lottery tickets and gambling",
    strong: {
      en: [
        "(winning|unscratched|unused|lottery|lotto|scratch|powerball|euromillions) (lottery |lotto |scratch |)(ticket*|card*|scratch card*|scratchers) (for sale|unused|winning|cheap|lot|bundle|jackpot|)",
        "(fixed|sure) (match*|bets|odds|tips|wins) (today|for sale|vip|guaranteed|100)",
        "(slot|poker|gambling|fruit) machine (real money|jackpot|for sale working|coin operated|casino)",
        "(betting|casino) (tips vip|account for sale|bonus code)",
        "raffle (my|ticket*) .. (car|house|iphone|ps5|console)",
      ],
      fr: [
        "(ticket*|billet*|grille*) (de |à |)(loto|loterie|gratter|euromillions|tombola|fdj) (gagnant*|à vendre|non gratté*|neuf*|)",
        "(pronostic*|match*) (truqué*|sûr* vip|garanti*|fixe*)",
        "machine* à sous (casino|à pièces|de bar|à vendre|jackpot)",
        "(tombola|concours payant) .. (iphone|voiture|ps5|sac)",
      ],
      de: [
        "(lottoschein*|rubbellos*|lotterielos*|gewinnlos*) (zu verkaufen|verkaufe|ungeöffnet|unbenutzt|gewinn*|)",
        "(spielautomat|geldspielautomat|glücksspielautomat|einarmiger bandit)( |)(echt|casino|geld|merkur|)",
        "(fixe|sichere) (wetten|spiele|tipps)",
      ],
      es: [
        "(décimo*|boleto*|billete*|rasca*|participación) (de |)(lotería|once|primitiva|euromillones|navidad|rasca) (premiad*|a la venta|en venta|ganador*|)",
        "(partidos amañados|apuestas seguras|tragaperras|máquina tragaperras)",
      ],
      it: [
        "(bigliett*|gratta e vinci|schedin*) (della |di |)(lotteria|gratta|vincent*|non grattat*|vincent*)",
        "gratta e vinci (vincent*|nuovi|non|in vendita|vendo)",
        "(partite truccate|scommesse sicure|slot machine (vera|casino|da bar|funzionante|monete))",
      ],
    },
    except: {
      any: [
        "(toy|jouet|spielzeug|juguete|giocattolo|game|bank|tirelire|mini|piggy|miniature|nintendo|ps4|app|board|housing|apartment*|results|affordable|applic*|bmr|unit*)",
      ],
    },
  },
  financial: {
    title: "money products and investments",
    abstract: true,
    strong: {
      en: [
        "(tradeline*|cpn number*|credit repair guaranteed|credit sweep|ppp loan*|sblc|bank guarantee* (bg|sblc|lease)|mt103|swift mt|prime bank note*)",
        "(presale|ico|pre ipo) (token*|coin*|shares) (for sale|available|invest)",
        "(shares|stocks|bonds) (in my company |of my company |)(for sale|to sell) (guaranteed|return*|investor(s|))",
        "(crypto|bitcoin|metamask|trust) wallet (with (balance|funds)|seed phrase|for sale)",
        "(insurance polic(y|ies)|annuit(y|ies)|settlement*) for sale",
      ],
      fr: [
        "(vente|vends|achat) .. (actions (de ma société|non cotées)|parts sociales (rendement|garanti)|créances|assurance vie)",
        "(rachat de crédit*|regroupement de crédits|placement garanti|livret (rémunéré|épargne) à #)",
      ],
      de: [
        "(verkaufe|biete) .. (aktien (meiner|vorbörslich)|anleihen|firmenanteile mit rendite|lebensversicherung)",
        "(festgeld|tagesgeld) (garantiert|mit # prozent)",
      ],
      es: [
        "(vendo|venta de) .. (acciones (de mi empresa|preferentes)|bonos|participaciones con rentabilidad)",
        "reunificación de deudas",
      ],
      it: [
        "(vendo|vendita) .. (azioni (della mia|non quotate)|quote societarie (rendimento|garantito)|obbligazioni)",
        "cessione del quinto",
      ],
    },
  },
} as const satisfies ClassTable;
