/**
 * What names a way of paying that the site does not see, and what tells a pull towards it from a neutral mention.
 * Written for Assay. `(a|b|)` are alternatives; accents, apostrophes and hyphens are folded when the table is compiled.
 */
import type { CueTable } from "../text/cues.ts";

/** Ways of paying, by the kind of evidence that they give. */
export const methods = {
  crypto: {
    any: [
      "bitcoin(s|)",
      "(btc|usdt|xmr|usdc)",
      "ethereum",
      "litecoin",
      "dogecoin",
      "monero",
      "tether",
      "(trust wallet|metamask|coinbase|binance|crypto com)",
      "crypto",
    ],
    en: ["cryptocurrenc(y|ies)", "crypto (wallet|payment|transfer)", "stablecoin(s|)"],
    fr: ["cryptomonnaie(s|)", "crypto monnaie(s|)", "cryptos"],
    de: ["kryptowährung(en|)", "krypto"],
    es: ["criptomoneda(s|)", "cripto"],
    it: ["criptovalut(a|e)", "cripto valut(a|e)"],
  },
  gift_card: {
    any: [
      "paysafe(card| card| carte|)",
      "(trans|tran)cash",
      "toneo( first|)",
      "neosurf",
      "cashlib",
      "flexepin",
      "ukash",
      "razer gold",
      "(steam|itunes|apple|google play|amazon|xbox|playstation|psn|razer|nintendo|vanilla|ebay|walmart|target|visa|amex) (gift |)card(s|)",
      "carte(s|) (steam|itunes|google play|amazon|xbox|psn|neosurf|transcash|toneo|pcs|paysafecard)",
      "(steam|itunes|amazon|google play|apple) (guthaben|gutschein|karte|karten|guthabenkarte)",
      "tarjeta(s|) (steam|itunes|google play|amazon|apple|paysafecard)",
      "(carta|carte|buono|buoni) (steam|itunes|google play|amazon|apple|paysafecard)",
      "(recharge|recharges|coupon|coupons|ticket|tickets|code|codes|carte|cartes) pcs",
      "pcs (mastercard|master card|recharge|coupon)",
    ],
    en: [
      "gift (card|cards|voucher|vouchers)",
      "giftcard(s|)",
      "prepaid (card|cards|debit card|visa)",
      "(top up|recharge) (card|voucher|code)(s|)",
    ],
    fr: [
      "carte(s|) cadeau(x|)",
      "carte(s|) prépayée(s|)",
      "(code|codes|coupon|coupons|ticket|tickets) (de |)(recharge|prépayé|prépayés|neosurf|transcash|toneo|paysafecard)",
      "bon(s|) d'achat",
    ],
    de: [
      "geschenkkarte(n|)",
      "guthabenkarte(n|)",
      "gutscheinkarte(n|)",
      "gutscheincode(s|)",
      "prepaid( |)karte(n|)",
      "guthabencode(s|)",
    ],
    es: ["tarjeta(s|) (de |)regalo", "tarjeta(s|) (de |)prepago", "tarjeta(s|) prepagada(s|)", "código(s|) de recarga"],
    it: [
      "(carta|carte|card) regalo",
      "buon(o|i) regalo",
      "(carta|carte) prepagat(a|e)",
      "codic(e|i) (di |)ricarica",
      "ricarica (postepay|paypal|paysafecard)",
      "gift card",
    ],
  },
  money_order: {
    any: [
      "western(| )union",
      "money(| )gram",
      "ria money( transfer|)",
      "world(| )remit",
      "wafacash",
      "remitly",
      "taptap send",
      "wari",
    ],
    en: ["money order(s|)", "postal order(s|)", "money transfer (service|agent|office)"],
    fr: [
      "mandat(s|) cash( urgent|)",
      "mandat(s|) (postal|postaux|international|minute|compte|facteur|poste|orange|western union)",
    ],
    de: ["postanweisung", "(bargeldtransfer|bargeld transfer)", "zahlungsanweisung"],
    es: ["giro(s|) posta(l|les)", "giro(s|) (por|de) correos", "envío de dinero"],
    it: ["vaglia( postale| postali|)", "(trasferimento|invio) (di |)denaro"],
  },
  bank_transfer: {
    any: ["iban", "rib", "sepa", "ach transfer", "interac( e transfer|)", "e transfer", "bank deposit"],
    en: [
      "(bank|wire|direct|instant) transfer",
      "bank (to bank|wire)",
      "wire (me |us |it |)(the |)(money|funds|payment|transfer)",
      "wire transfers",
      "(bank|account) details",
      "sort code",
      "bacs",
    ],
    fr: [
      "virement(s|)( bancaire| bancaires| instantané| instantanés| sepa|)",
      "(relevé d'identité bancaire|coordonnées bancaires)",
    ],
    de: [
      "überweis(ung|en|e|t|ungen)",
      "banküberweisung",
      "sofortüberweisung",
      "echtzeitüberweisung",
      "(bankverbindung|kontodaten|bankdaten)",
    ],
    es: [
      "transferencia(s|)( bancaria| bancarias| inmediata|)",
      "(número de cuenta|cuenta bancaria)",
      "ingreso (bancario|en cuenta)",
    ],
    it: ["bonific(o|i)( bancario| istantaneo|)", "(coordinate bancarie|conto corrente)"],
  },
  wallet: {
    any: [
      "paypal(l|)",
      "pay pal",
      "venmo",
      "zelle",
      "cash(| )app",
      "google (pay|wallet)",
      "apple pay",
      "paylib",
      "bizum",
      "revolut",
      "mbway",
      "satispay",
      "post(e|)pay",
      "poste pay",
      "twint",
      "skrill",
      "neteller",
      "payoneer",
      "swish",
      "wero",
      "orange money",
      "(via|by|with|on|through|using|par|avec|sur|per|über|mit|por|con|tramite|a) wise",
      "(transfer)(| )wise",
      "wise (transfer|account|payment)",
      "(via|par|avec|sur|un|mon|en|fais|faire) lydia",
      "lydia (app|ou|or|only|uniquement|possible)",
      "(sumeria|n26|pyypl|cash plus)",
      "lyf pay",
    ],
  },
  wallet_friends: {
    any: [
      "f(&|n| and | & )f",
      "paypal f(&|n| and | & | |)f",
      "fnf",
      "paypal (freunde|friends|amis|amigos|amici|proches|family|familie|ami)",
    ],
    en: [
      "(friend|friends) (and|&|or|n|\\/|) (family|relatives)",
      "family (and|&|or|n) (friend|friends)",
      "(as|to) (a |)(friend|friends)( payment|)",
      "paypal gift",
      "send as (a |)gift",
    ],
    fr: [
      "(paypal |)entre (proches|amis|particuliers)",
      "amis (et|ou|&) (la |)(famille|proches)",
      "(à|en|pour) (un |des |)(proche|proches)",
      "(famille|proches) (et|ou|&) amis",
      "(envoi|envoyer|option|mode|paiement) (à |a |en |)(un |)(proche|proches|ami|amis)",
    ],
    de: [
      "(an |als |per |mit |über |paypal |)freunde( und | & | u | u\\. |\\/)(familie|bekannte)",
      "familie (und|&|u) freunde",
      "(an|als|für) freunde",
      "(paypal |)freunde funktion",
      "freundschaftszahlung",
    ],
    es: [
      "amigos (y|o|&) (familia|familiares)",
      "(familia|familiares) (y|o|&) amigos",
      "(como|a|entre) amigo(s|)",
      "a un (amigo|familiar)",
    ],
    it: [
      "amici (e|o|&) (famiglia|familiari|parenti)",
      "(famiglia|familiari|parenti) (e|o|&) amici",
      "(tra|come|ad|a) (un |)amic(o|i)",
    ],
  },
  cash_by_post: {
    en: [
      "cash (by|in|through|via) (the |)(post|mail|letter|an envelope|envelope)",
      "(send|mail|post) (me |us |the |)cash",
      "cash in an envelope",
    ],
    fr: [
      "(espèces|liquide|cash|argent|billets) (par|dans|sous) (la |une |un |)(poste|courrier|enveloppe|lettre|pli|colis)",
      "(envoyer|envoyez|envoie|envoies) (moi |)(les |des |du |le |l'|)(espèces|liquide|cash|argent liquide)",
    ],
    de: [
      "(bargeld|geld|scheine) (per|im|in einem|mit der|in) (post|brief|umschlag|kuvert|einschreiben)",
      "(schick|schicke|schicken|sende|senden) (mir |sie |uns |)(das |)bargeld",
    ],
    es: [
      "(efectivo|dinero|billetes) (por|en|dentro de) (un |el |)(correo|sobre|carta|paquete)",
      "(envía|envíe|envíame|mandar|manda|mándame) (el |)efectivo",
    ],
    it: [
      "(contanti|soldi|denaro|banconote) (per|via|in|tramite|dentro) (una |la |)(posta|busta|lettera|raccomandata)",
      "(spedisci|invia|inviami|manda|mandami) (i |)contanti",
    ],
  },
  cheque_by_post: {
    en: [
      "(send|mail|post|mailing|sending|issue|fedex|overnight) .. (certified |(cashier's|cashiers) |cashiers |bank |company |)(check|cheque)",
      "(check|cheque) (by|in|through) (the |)(mail|post)",
    ],
    fr: [
      "chèque(s|)( de banque| certifié|) par (la poste|courrier|voie postale)",
      "(envoie|envoyer|enverrai|envoyez|poste|posterai|adresser|adresserai) (un |le |mon |votre |ton |)chèque",
    ],
    de: [
      "scheck (per|mit der) post",
      "(schicke|sende|schicken|senden) (ihnen |dir |einen |den |)(einen |den |)(scheck|bankscheck|verrechnungsscheck)",
    ],
    es: ["cheque(s|) por correo", "(enviaré|envío|enviar|mando|mandaré) (un |el |)(cheque|talón)"],
    it: ["assegn(o|i) (per|via|tramite) posta", "(spedirò|spedisco|invierò|invio|manderò) (un |l'|)assegno"],
  },
  courier: {
    en: [
      "(my|our|a|the) (courier|agent|mover|movers|shipper|carrier|pick up agent|pickup agent|shipping agent|shipping company|freight agent|driver|transporter|delivery company|logistics company)",
      "(fedex|ups|dhl|evri|royal mail|dpd|usps) (agent|driver|courier|man|guy|representative|employee)",
      "(courier|shipping agent|delivery agent|pick up agent|pickup agent|escrow agent)",
      "escrow( service| services| company| account| agent|)",
      "escrow\\.com",
    ],
    fr: [
      "(mon|ma|notre|le|un|une|la) (transporteur|coursier|livreur|agent|agence de transport|société de transport|compagnie de transport|transitaire|déménageur|chauffeur|convoyeur)",
      "(ups|dhl|fedex|mondial relay|chronopost|colissimo|la poste|relais colis) (viendra|va venir|passera|vous|te|t'|s'occupe|se charge|livreur|agent)",
      "(agent|livreur|coursier|facteur|service|compte) (ups|dhl|fedex|chronopost|mondial relay|la poste)",
      "(compte|tiers|service) séquestre",
    ],
    de: [
      "(mein|unser|der|ein|die|meine|eine) (kurier|spediteur|spedition|fahrer|agent|transporteur|transportunternehmen|abholer|logistikunternehmen|umzugsfirma|versandfirma)",
      "(ups|dhl|fedex|hermes|dpd|gls) (kurier|fahrer|mitarbeiter|agent|bote)",
      "(treuhand|treuhänder|treuhandservice|treuhandkonto|treuhanddienst)",
    ],
    es: [
      "(mi|nuestro|el|un|la|una) (transportista|mensajero|agente|repartidor|empresa de transporte|agencia de transporte|conductor|empresa de mudanzas)",
      "(ups|dhl|fedex|seur|correos|mrw|gls) (agente|repartidor|mensajero|pasará|vendrá|recogerá)",
      "(agente|repartidor|mensajero) de (ups|dhl|fedex|seur|correos)",
      "(cuenta|servicio|depósito) (de |en )(garantía|custodia|escrow)",
    ],
    it: [
      "(mio|nostro|il|un) (corriere|spedizioniere|agente|trasportatore|autista|vettore)",
      "(la mia |una |)(ditta|agenzia|società|azienda) di (trasporti|spedizioni)",
      "(agente|corriere|fattorino|incaricato) (ups|dhl|fedex|bartolini|brt|gls|sda)",
      "(conto|servizio|deposito) (di garanzia|escrow|fiduciario)",
    ],
  },
  outside: {
    en: [
      "(pay|paying|payment|deal|buy|sell|transaction|complete|settle|do it|arrange|arranged|handle|sort) .. (outside|off) .. (site|app|platform|system|website|vinted|ebay|leboncoin|wallapop|depop|etsy|marketplace|mercari|poshmark)",
      "(outside|off) (of |)(the |this |)(site|app|platform|vinted|ebay|leboncoin|wallapop|depop|etsy|mercari|poshmark)",
      "without (using |going through |)(the |)(site|app|platform|vinted|ebay|buy now|fees|service fee|commission)",
      "(avoid|avoids|avoiding|save|saves|skip|dodge|bypass|escape) .. (fee|fees|commission|buyer protection)",
      "cancel (the |your |this |)(order|purchase) and (pay|buy|send|i)",
      "(pay|paying) (me |)direct(ly|)",
      "private (deal|payment)",
    ],
    fr: [
      "(en dehors|hors|hors du|en dehors de|en dehors du|sans passer par|sans) (du |de |le |la |l'|)(site|appli|application|plateforme|plate forme|vinted|leboncoin|le bon coin|ebay|wallapop|lbc)",
      "(éviter|évite|évitera|évites|évitons|économiser|contourner) (de payer |)(les |des |la |)(frais|commission|commissions|protection acheteur|protection acheteurs)",
      "(annule|annuler|annulez) (la commande|l'achat|la vente|la transaction) et (paie|paye|payer|payez|je|envoie|fais|on)",
      "(payer|paie|paye|paies|payez|régler|règle|virer) (moi |)(en |)direct(ement|)",
      "(de |en |)(main à main|particulier à particulier) (sans|hors)",
    ],
    de: [
      "(außerhalb|ausserhalb) (von |der |des |)(plattform|seite|app|ebay|kleinanzeigen|vinted|portals|website|webseite)",
      "(ohne|an) (über |)(die |der |)(plattform|app|ebay|vinted|kleinanzeigen|gebühren|käuferschutz) (vorbei|zu nutzen|zu gehen|)",
      "an (ebay|vinted|der plattform|kleinanzeigen|der app) vorbei",
      "(gebühren|provision|käuferschutzgebühr|verkaufsgebühren) (sparen|spart|umgehen|vermeiden|sparst)",
      "(spart|sparen|umgehen|vermeiden|sparst) (wir |du |uns |dir |)(die |)(gebühren|provision|käuferschutzgebühr)",
      "(direkt|privat) (an mich |)(zahlen|bezahlen|überweisen)",
      "storniere(n|) (die bestellung|den kauf) und",
      "am käuferschutz vorbei",
    ],
    es: [
      "(fuera|por fuera) de (la |)(app|aplicación|plataforma|página|web|wallapop|vinted|milanuncios|ebay)",
      "sin (usar |pasar por |utilizar |)(la |)(app|aplicación|plataforma|wallapop|vinted|comisión|comisiones|gastos de gestión)",
      "(evitar|evitamos|ahorrar|ahorramos|ahorrarnos|nos ahorramos|saltarnos|ahorras) (la |las |los |pagar |)(comisión|comisiones|gastos|tarifas|protección)",
      "(cancela|cancele|anula) (el pedido|la compra|la venta) y",
      "(paga|págame|pagar|pagas|pagarme) (me |)direct(o|amente)",
    ],
    it: [
      "(fuori|al di fuori|fuori da|esternamente) (da |dal |dall'|dalla |del |della |di |)(sito|app|piattaforma|vinted|subito|ebay|wallapop|annuncio)",
      "senza (passare (per|da|dal|dalla) |usare |utilizzare |)(il |la |l'|)(sito|app|piattaforma|vinted|subito|ebay|commissioni)",
      "(evitare|evitiamo|risparmiare|risparmiamo|saltare|eviti|risparmi) (di pagare |)(le |la |sulle |)(commissioni|commissione|tariffe|spese del sito|protezione acquisti)",
      "(annulla|annulli|cancella) (l'ordine|l'acquisto|la vendita) e",
      "(paga|pagami|pagare|paghi|pagarmi) direttamente",
    ],
  },
} as const satisfies CueTable;

/** What turns a mention into a pull, or takes it back. */
export const contexts = {
  /** Somebody is told to pay, send or buy. */
  directive: {
    en: [
      "(pay|send|transfer|deposit|wire|zelle|venmo|paypal|forward|top up|load) (me|it|us|him|her|the|to|by|via|with|through|using|in|your|my|over|half|first|now|a|on)",
      "(payment|payments|paid|pay|settle|deal) .. (by|via|through|with|in|using|on|to|per|only)",
      "(you|can you|could you|please|just|must|need to|have to|want you to) (pay|send|transfer|buy|purchase|get|use|do)",
      "(buy|purchase|get|grab|pick up) (me |)(a|an|some|two|three|the|your) ",
      "(send|give|text|email|tell) (me |us |over |)(the |your |a |)(code|codes|pin|numbers|picture of the)",
      "(i can|i could|i will|i'll|let me|happy to|i'd|can i|could i|i want to|i would like to) (pay|send|transfer|settle|paypal|zelle)",
      "only (accept|take|taking|accepting|do|deal in|want)",
      "(your|my) (paypal|zelle|venmo|cash app|cashapp|iban|bank account|bank details|account number|wallet address)",
    ],
    fr: [
      "(payer|payez|paie|paye|paies|paiement|paiements|payable|règlement|régler|réglez|règle|réglable) (par|en|via|avec|moi|sur|à|d'avance|se fera|se fait|uniquement|seulement|possible|de|sera|doit|direct|directement|demandé|exigé|:|)",
      "(envoyer|envoyez|envoie|envoies|envoi|envoyé|transmettre|transmettez|donne|donnez|donner) (moi|le|les|l'|la|un|une|par|via|sur|de|votre|ton|ta|tes|vos)",
      "(faire|fais|faites|ferez|feras|effectuer|effectuez|effectue) (un|le|une|la|moi|votre|ton|par|via)",
      "(achète|achetez|acheter|achètes|prends|prenez|prendre) (moi |)(un|une|des|la|le|les|deux|trois)",
      "(peux|pouvez|pourrais|pourriez|peut|dois|devez|faut|suffit|veuillez|merci de) (tu |vous |me |m'|donc |d'|de |)(payer|régler|envoyer|faire|virer|acheter|passer|verser|effectuer)",
      "(je peux|je pourrais|je vais|je te|je vous|puis je|est ce que je peux|possible de|possibilité de|j'aimerais|je souhaite|je préfère|je veux) (te |vous |t'|m'|)(payer|régler|faire|virer|envoyer|envoie|paye|fais|le virement)",
      "(mon|ton|votre|le) (rib|iban|paypal|lydia|compte bancaire|numéro de compte|compte)",
      "(verser|versez|verse|virer|virez|vire|versement) (moi |)(sur|à|le|la|l'|les|un|)",
    ],
    de: [
      "(zahl|zahle|zahlen|zahlst|bezahl|bezahle|bezahlen|bezahlst|zahlung|bezahlung|zahlbar|gezahlt) .. (per|mit|via|über|an|auf|in|nur|bitte|mir|vorab|im voraus|direkt)",
      "(schick|schicke|schicken|sende|senden|überweis|überweise|überweisen|überweist) .. (mir|das|den|die|einen|eine|per|an|auf|bitte|es|vorab)",
      "(bitte|nur|einfach|gerne|musst du|müssen sie|kannst du|können sie|könnten sie|sie müssen) (mir |das |den |die |per |den betrag |das geld |)(zahlen|bezahlen|überweisen|senden|schicken|kaufen|per)",
      "(kauf|kaufe|kaufen|besorg|besorge|besorgen) (mir |sie |bitte |)(eine|einen|zwei|drei|die|den|das)",
      "(ich kann|ich könnte|ich würde|kann ich|könnte ich|ich möchte|ich will|ich werde) .. (per|mit|via|über|zahlen|bezahlen|überweisen|senden)",
      "(meine|deine|ihre|mein|dein|ihr) (iban|kontodaten|bankverbindung|paypal|bankdaten|konto)",
      "(akzeptiere|nehme|möchte|will) (ich |)(nur|ausschließlich|bitte)",
    ],
    es: [
      "(pagar|paga|pague|pagas|págame|págueme|pago|pagos|abonar|abona) .. (por|con|en|mediante|a través|vía|via|al|a|solo|únicamente|adelantado|directo)",
      "(envía|envíe|envíame|envíeme|enviar|enviarme|manda|mándame|mande|mandar|transfiere|transfiéreme|ingresa|ingrese|haz|hazme|haga|hacer|hágame) (me |)(el|la|los|un|una|por|a|al|tu|su|código|bizum)",
      "(compra|compre|cómprame|comprar|consigue) (me |)(una|un|dos|tres|la|las|el)",
      "(puedes|puede|podrías|podría|tienes que|tiene que|debes|debe|hay que|necesito que) (me |)(pagar|pagarme|enviar|enviarme|hacer|hacerme|comprar|ingresar|pagues|hagas)",
      "(puedo|te puedo|le puedo|podría|quiero|te|le|prefiero) (pagar|pagarte|pagarle|hacer|hacerte|hago|envío|pago|hacerle)",
      "(mi|tu|su) (iban|cuenta|paypal|bizum|número de cuenta)",
    ],
    it: [
      "(pagare|paga|pagami|paghi|pagamento|pagamenti|pagarmi|pagate|saldo|versare|versa) .. (con|per|tramite|via|in|mediante|su|a|al|solo|anticipato|attraverso)",
      "(invia|inviami|inviare|inviarmi|manda|mandami|mandare|mandarmi|fai|fammi|fare|farmi|effettua|effettuare|ricarica|ricaricami|ricaricare|spedisci) (il|lo|la|i|un|una|per|tramite|mi|su|al|a|l'|codice|bonifico)",
      "(compra|comprami|comprare|acquista|acquistare|compri) (mi |)(una|un|due|tre|la|le|il)",
      "(puoi|può|potresti|potrebbe|devi|deve|dovresti|basta|bisogna) (mi |)(pagare|pagarmi|inviare|inviarmi|fare|farmi|comprare|versare|ricaricare|mandare)",
      "(posso|ti posso|le posso|potrei|vorrei|preferisco|ti|le) (pagare|pagarti|pagarla|fare|farti|faccio|mando|invio|farle)",
      "(mio|tuo|suo|vostro) (iban|conto|paypal|postepay|conto corrente)",
    ],
  },
  exclusive: {
    en: ["only", "exclusively", "no other (way|payment|method|option)", "nothing else", "must be (paid|by)"],
    fr: [
      "uniquement",
      "seulement",
      "exclusivement",
      "(n'accepte|prends|accepte|accepté|acceptons) que",
      "rien d'autre",
      "seul (moyen|mode)",
      "obligatoirement",
    ],
    de: ["nur", "ausschließlich", "ausschliesslich", "lediglich", "nichts anderes"],
    es: ["solo", "solamente", "únicamente", "exclusivamente", "unicamente"],
    it: ["solo", "solamente", "soltanto", "esclusivamente", "unicamente"],
  },
  /** The money is wanted before the thing is sent or shown. */
  before_shipping: {
    en: [
      "(then|and|before|once|after|as soon as) (i'll|i will|i|we|we'll|you get the|it's) (ship|send|post|mail|dispatch|post it|reserve|hold)",
      "(ship|send|post|dispatch|reserve|hold) .. (once|after|when|as soon as|upon|on) (i get |i receive |you |the money|payment|received|receipt|paid|it's paid)",
      "(before|prior to) (shipping|posting|sending|viewing|pickup|pick up|collection|delivery)",
      "(in advance|up front|upfront|advance payment|deposit first|money first)",
    ],
    fr: [
      "(dès|une fois|après) (réception|que|le|virement|paiement|reçu|encaissement)",
      "(j'envoie|je l'envoie|j'expédie|je t'envoie|je vous envoie|j'enverrai|je l'expédie|envoi|expédition) (le colis |l'article |tout |de suite |aussitôt |)(dès|après|une fois|quand|aussitôt)",
      "(d'avance|à l'avance|avant (l'envoi|expédition|l'expédition|la visite|envoi|la remise))",
      "pour (réserver|bloquer|confirmer)",
    ],
    de: [
      "(dann|danach|sobald|nach|sofort nach) (verschicke|versende|schicke|sende|zahlungseingang|geldeingang|eingang|zahlung|das geld)",
      "(vorkasse|im voraus|vorab|anzahlung)",
      "vor (dem versand|versand|der besichtigung|der abholung)",
    ],
    es: [
      "(en cuanto|cuando|después de|tras|una vez) (reciba|recibir|recibido|llegue|me|el pago|hagas|pagues)",
      "(por adelantado|antes de (enviar|enviarlo|verlo|la visita|el envío))",
      "y (te lo |se lo |lo )(envío|mando|reservo)",
    ],
    it: [
      "(appena|dopo|una volta|quando) (ricevo|ricevuto|arriva|il pagamento|ricevuti|hai pagato|paghi|il bonifico)",
      "(in anticipo|anticipato|prima (di spedire|della spedizione|della visita|dell'invio))",
      "e (ti |te |glielo |te lo |lo )(spedisco|mando|invio|riservo)",
    ],
  },
  /** Money, a link or an envelope comes with the courier. */
  courier_money: {
    en: [
      "(with|bring|brings|bringing|hand|hands|give|gives|deliver|delivers|carry|have|has|leave) .. (cash|money|payment|envelope|check|cheque)",
      "(pay|pays|paid|payment|cash|check|cheque|funds|money|insurance|deposit|fee|fees|refund|reimburse|western union|envelope)",
    ],
    fr: [
      "(argent|espèces|enveloppe|paiement|payer|paie|paye|règlement|régler|frais|assurance|fonds|liquide|rembours(er|é|ement)|montant|lien|virement|chèque)",
    ],
    de: [
      "(geld|bargeld|umschlag|zahlung|bezahlen|zahlt|bezahlt|gebühr|gebühren|versicherung|betrag|link|überweisung|scheck|kaution)",
    ],
    es: ["(dinero|efectivo|sobre|pago|pagar|paga|pagará|tasa|tasas|seguro|fondos|importe|enlace|reembolso|cheque)"],
    it: [
      "(soldi|denaro|contanti|busta|pagamento|pagare|paga|pagherà|spese|assicurazione|fondi|importo|link|rimborso|assegno)",
    ],
  },
  courier_collects: {
    en: [
      "(will|would|can|to|gonna|going to|is going to|ll) .. (collect|pick|pick up|pickup|picking up|come|handle|arrive|fetch|inspect|deliver|bring)",
      "(collect|pick|picks) (it |the item |the |them |)(up|from)",
      "come (and|to|for)",
    ],
    fr: [
      "(viendra|va venir|passera|va passer|se présentera|récupérera|enlèvera|se chargera|s'occupera|viendront|passeront|se déplacera)",
      "(vient|vienne|venir|passe|passer|doit) (le |la |les |vous |te |chez |)(récupérer|chercher|enlever|prendre|vous|chez)",
    ],
    de: ["(holt|abholen|abgeholt|kommt|kommen|vorbeikommen|abholt|wird|übernimmt)"],
    es: ["(pasará|vendrá|recogerá|irá|pasara|vendra|recogera|recoge|recoger|se encargará|viene)"],
    it: ["(ritirerà|passerà|verrà|ritira|ritirare|passera|verra|si occuperà|viene)"],
  },
  /** Cash from hand to hand: what the site's rules allow. */
  in_person: {
    en: [
      "(cash|in person|pick up|pickup|picked up|collection|collect|collected|meet|meet up|local|locally|face to face|on delivery|cod|at pick up|in hand)",
    ],
    fr: [
      "(espèces|main propre|mains propres|en main|sur place|à la remise|au retrait|retrait|en personne|à l'enlèvement|venir chercher|cash|liquide|à la livraison)",
    ],
    de: ["(bar|barzahlung|bargeld|abholung|selbstabholung|selbstabholer|persönlich|vor ort|übergabe|bei abholung)"],
    es: [
      "(efectivo|en mano|en persona|metálico|recogida|al recoger|a la entrega|entrega en mano|contrareembolso|contra reembolso)",
    ],
    it: ["(contanti|di persona|a mano|brevi manu|ritiro|al ritiro|alla consegna|contrassegno|consegna a mano)"],
  },
  /** Said as one of several ways: "PayPal accepted", "cash or Zelle". */
  neutral: {
    en: [
      "(accepted|accept|accepts|welcome|ok|okay|fine|also|or|either|available|work|works|taken|happy with|options|possible)",
    ],
    fr: [
      "(accepté|acceptée|acceptés|acceptées|j'accepte|accepte|ou|possible|possibles|aussi|également|au choix|bienvenu|me va|ok)",
    ],
    de: ["(akzeptiert|akzeptiere|möglich|oder|auch|gerne|ok|geht|wahlweise|okay)"],
    es: ["(aceptado|acepto|aceptamos|se acepta|o|también|posible|vale|ok|sin problema)"],
    it: ["(accettato|accetto|accettiamo|accetta|o|oppure|anche|possibile|va bene|ok)"],
  },
  /** The site's own payment: what follows is inside it. */
  inside: {
    en: [
      "(through|via|on|inside|within|using|with|by) (the |this |)(site|app|platform|website|checkout|buy now|buyer protection|vinted|ebay|depop|etsy)",
      "(buyer protection|secure payment|secured payment|purchase protection|goods and services|g(&|n| and )s)",
    ],
    fr: [
      "(via|par|sur|avec|dans) (le |la |l'|)(site|appli|application|plateforme|vinted|leboncoin|paiement sécurisé)",
      "(paiement sécurisé|protection acheteur|biens et services|bien et service)",
    ],
    de: [
      "(über|via|auf|mit|in) (die |der |das |)(plattform|app|seite|ebay|vinted|kleinanzeigen|sicher bezahlen)",
      "(sicher bezahlen|käuferschutz|waren und dienstleistungen)",
    ],
    es: [
      "(por|a través de|mediante|en|con) (la |)(app|aplicación|plataforma|web|wallapop|vinted|pago seguro|wallapop envíos|wallapop envios)",
      "(pago seguro|protección al comprador|bienes y servicios)",
    ],
    it: [
      "(tramite|con|su|sul|via|attraverso|dal|dall'|nell'|sull') (il |la |l'|)(sito|app|piattaforma|vinted|subito|tuttosubito|ebay)",
      "(pagamento sicuro|protezione acquisti|beni e servizi)",
    ],
  },
  /** It was paid so in the past, and there is a paper for it. */
  past: {
    en: [
      "(i|we|was|were|had|have|already|originally|been) (paid|bought|purchased|transferred|ordered)",
      "(paid|bought|purchased) (for |it |this |them |by |with |via |in |on |from |new |at |through )",
      "(invoice|receipt|proof of purchase|bank statement|with the bill)",
    ],
    fr: [
      "(j'ai|nous avons|on a|avait|avais|avons|été|déjà) (payé|acheté|réglé|payée|achetée|réglée|fait un virement)",
      "(payé|achetée|acheté|réglé|payée|réglée) (en|le|par|chez|neuf|neuve|avec|sur|à)",
      "(facture|ticket de caisse|preuve d'achat|justificatif d'achat|reçu de)",
    ],
    de: [
      "(habe|hatte|haben) (ich|wir) ",
      "(gekauft|bezahlt|überwiesen|erworben|gezahlt) (am|im|bei|für|worden|und|per|mit|,|)",
      "(rechnung|kaufbeleg|quittung|kassenbon|originalrechnung)",
    ],
    es: [
      "(pagué|compré|pagado|comprado|pagamos|compramos|pagada|comprada|aboné|hice la transferencia)",
      "(factura|ticket de compra|recibo|comprobante)",
    ],
    it: [
      "(pagato|comprato|acquistato|pagai|pagata|acquistata|ho fatto un bonifico|saldato)",
      "(fattura|scontrino|ricevuta|prova d'acquisto)",
    ],
  },
  /** A scam told of, warned of, or asked about. */
  warning: {
    en: [
      "scam(s|mer|mers|ming|med|)",
      "fraud(s|sters|ster|)",
      "beware",
      "be careful",
      "careful with",
      "watch out",
      "warning",
      "report(ed|ing|)",
      "(asked|asks|asking|wants|wanted|told|tried to get|insisted|demanded) (me |us |for |that i |)(to |i |)",
      "suspicious",
      "waste (my|your) time",
      "will be (ignored|deleted|blocked|reported)",
      "legit",
    ],
    fr: [
      "arnaque(s|ur|urs|r|)",
      "escro(c|cs|querie|queries)",
      "méfi(ez|ance|ez vous|e toi)",
      "(attention|gare) (aux|à|au)",
      "frauduleu(x|se|ses)",
      "fraude(s|)",
      "signal(er|é|ez|ement)",
      "(m'a|me|nous a|lui a|demande|demandait|voulait|veut) (demandé|demande|demandait|que je|un virement|de payer|me faire)",
      "suspect",
      "refus(é|és|ée|ées|e|ons)",
    ],
    de: [
      "betrug",
      "betrüger(n|)",
      "betrügerisch",
      "abzocke",
      "vorsicht",
      "achtung",
      "(wollte|wollen|verlangt|verlangte|fordert|bat|forderte) (dass |mich |von mir |)",
      "gemeldet",
      "melden",
      "verdächtig",
      "unseriös",
    ],
    es: [
      "estafa(s|dor|dores|n|r|)",
      "timo(s|)",
      "timador(es|)",
      "fraude(s|)",
      "cuidado con",
      "ojo con",
      "(me pidió|me pide|me pidieron|quería que|me dijo que)",
      "denunci(ar|ado|é)",
      "sospechos(o|a)",
    ],
    it: [
      "truff(a|e|atore|atori|are)",
      "frod(e|i)",
      "attenzione (a|ai|alle|al)",
      "attenti (a|ai|alle)",
      "diffid(a|ate|are)",
      "(mi ha chiesto|mi chiede|voleva che|mi hanno chiesto)",
      "segnal(ato|are|o|ata)",
      "sospett(o|a)",
    ],
  },
} as const satisfies CueTable;
