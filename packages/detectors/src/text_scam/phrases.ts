/**
 * Cues of the scams that reach people on marketplaces, and the patterns that they make together.
 * One cue alone is seldom a scam; a pattern names those that have to stand together, in one text or over the messages of one conversation.
 * Written for Assay. `(a|b|)` are alternatives; accents, apostrophes and hyphens are folded when the table is compiled.
 */
import type { CueTable } from "../text/cues.ts";

export const cues = {
  /** An account, parcel or payment is said to be in danger. */
  account_threat: {
    en: [
      "your .. (membership|subscription|plan|card|insurance) (has |is |will |)(expired|expires|expiring|lapsed|about to expire|been cancelled)",
      "(parcel|package|shipment) (is |has been |was |)(held|stuck|waiting|on hold|detained|returned) (at|in|by|to|for) (customs|our|the) ",
      "(final|last) (reminder|notice|warning) .. (fine|toll|parcel|invoice|payment|penalty)",
      "(parcel|package|delivery|order) (could not|couldn't|cannot) be delivered",
      "your (account|listing|profile|card|bank account|access|apple id|paypal|parcel|package|payment|order) (has been|have been|was|is|will be|is being|could not be|cannot be) ..2 (suspend*|limited|lock*|blocked|restricted|disabled|deactivated|closed|on hold|held|frozen|expired|returned|delivered|flagged|terminated)",
      "(account|identity|card) (verification|validation) (is |)(required|needed|failed|pending)",
      "(unusual|suspicious|unauthori(s|z)ed) (activity|login|sign in|transaction|payment|access)",
      "to avoid (suspension|account closure|being blocked|deactivation|cancellation|interruption)",
      "(unpaid|outstanding) (customs|shipping|delivery|postage|toll) (fee|charge|duty)",
    ],
    fr: [
      "(votre|ton) .. (abonnement|carte|forfait|assurance|carte vitale|compte cpf) (a expiré|est expiré*|expire|arrive à expiration|est disponible|est arrivé* à échéance)",
      "(colis|paquet|envoi) (est |reste |)(bloqué|retenu|en attente|en instance) (à|en|au|dans) (la |)(douane|dépôt|centre|notre|nos)",
      "(nouvelle|votre) carte vitale",
      "(amende|contravention|péage) (impayé*|non réglé*|n'est pas (payé*|réglé*)|en attente)",
      "(colis|livraison|paquet) n'a pas pu être (livré*|effectué*)",
      "(votre|ton|vos) (compte|annonce|profil|carte|colis|paiement|accès|commande) (a été|est|sera|va être|n'a pu être|ont été) ..2 (suspendu*|limité*|bloqué*|restreint*|désactivé*|fermé*|en attente|retenu*|livré*|expiré*|supprimé*)",
      "(activité|connexion|transaction|opération) (inhabituelle|suspecte|non autorisée|frauduleuse)",
      "(éviter|sous peine de) (la |)(suspension|fermeture|suppression|le blocage|blocage)",
      "frais de (douane|dédouanement|livraison|affranchissement) (impayés|non réglés|en attente)",
    ],
    de: [
      "(ihre|deine) .. (bankkarte|karte|mitgliedschaft|pushtan|versicherung|registrierung|abonnement) (läuft|ist abgelaufen|läuft ab|wurde|endet)",
      "(pushtan|photo tan|sparkasse|volksbank|postbank|n26|ing) ..3 (verfahren|registrierung|gerät|zugang) ..3 (aktualisier*|erneuer*|abgelaufen|läuft)",
      "(paket|sendung) (liegt|wartet|hängt|steckt|ist) ..2 (zoll|zollamt|depot|lager)",
      "(paket|sendung) konnte nicht ..1 (zugestellt|geliefert)",
      "(ihr|dein|ihre|deine) (konto|kundenkonto|anzeige|karte|paket|zahlung|sendung|profil|zugang|bankkonto) (wurde|wird|ist|konnte) ..2 (gesperrt|eingeschränkt|blockiert|deaktiviert|gelöscht|zugestellt|zurückgehalten|abgelaufen|limitiert)",
      "(ungewöhnliche|verdächtige|unbefugte) (aktivität|aktivitäten|anmeldung|transaktion)",
      "(offene|ausstehende) (zollgebühr|zollgebühren|versandkosten)",
    ],
    es: [
      "(su|tu) .. (suscripción|tarjeta|membresía|seguro|clave) (ha caducado|ha expirado|caduca|expira|vence|está a punto de)",
      "(paquete|envío|pedido) (está |ha sido |queda |)(retenid*|bloquead*|detenid*) (en|por) (la |)(aduana|aduanas|almacén|nuestro)",
      "(multa|dgt|peaje) (pendiente|sin pagar|impagad*)",
      "(paquete|envío|pedido) no (se pudo|pudo|ha podido|se ha podido) (ser |)(entregar|entregado)",
      "(su|tu) (cuenta|anuncio|perfil|tarjeta|paquete|pago|envío|pedido) (ha sido|fue|está|será|no pudo ser|no ha podido ser|se encuentra) .. (suspendid|bloquead|limitad|desactivad|restringid|retenid|entregad|cancelad)(o|a)",
      "(actividad|acceso|inicio de sesión|transacción) (inusual|sospechos(o|a)|no autorizad(o|a))",
      "(gastos|tasas) de (aduana|aduanas|envío) (pendientes|impagados)",
    ],
    it: [
      "(suo|tuo|sua|tua) .. (abbonamento|carta|iscrizione|assicurazione|spid) (è scadut*|sta per scadere|scade|in scadenza)",
      "(pacco|spedizione|ordine) (è |risulta |)(in giacenza|bloccat*|ferm*|trattenut*) (in|alla|presso|per)",
      "pacco ..1 (in giacenza|in dogana|bloccato)",
      "(multa|pedaggio) (non pagat*|in sospeso|pendente)",
      "(pacco|spedizione|ordine) non (è stat*|può essere|poteva essere) consegnat*",
      "(suo|tuo|vostro|sua|tua) (account|conto|annuncio|profilo|carta|pacco|pagamento|utenza) (è stato|è stata|sarà|è|verrà) ..2 (sospes*|bloccat*|limitat*|disattivat*|consegnat*|trattenut*)",
      "(attività|accesso|transazione) (insolit|sospett|non autorizzat)(o|a)",
      "(spese|tasse) (doganali|di dogana|di spedizione) (non pagate|in sospeso|arretrate)",
    ],
  },
  /** Go to a link, a form or a page. */
  follow_link: {
    en: [
      "(update|renew|confirm|pay|verify) ..4 (here|below|at http|now at|via http)",
      "(on|via|at|under|using|through) (this|the following|our|my) (link|page|website|site|form)",
      "form on (this|the|our) (website|page|site)",
      "(click*|tap|press|open|visit|follow*|use|go to|log in|login|sign in|check) .. (link|url|page|website|form|button)",
      "(link|page|form|website) (below|i sent|i send|above|in your email|to (receive|confirm|get|verify|claim|collect|accept))",
      "click (here|below)",
      "(fill|complete|fill in|fill out) (in |out |)(the |this |a |your )(form|details|card details|information)",
      "scan (the|this|my) qr( code|)",
    ],
    fr: [
      "(remplissez|remplir|complétez) ..2 (formulaire|fiche)",
      "lien (reçu|suivant|ci dessous|ci après)",
      "(sur|via|avec|par) (ce|notre|mon) (lien|site|formulaire)",
      "(cliquez|clique|cliquer|appuyez|ouvrez|ouvre|suivez|suis|rendez vous|connectez vous|connecte toi|va|allez) .. (ici|le lien|ce lien|le bouton|cette page|mon lien|la page|le site suivant|ci dessous|notre lien)",
      "(lien|page|formulaire|site) (ci dessous|ci joint|suivant|que je vous|que je t'|de paiement|de réception|pour (recevoir|confirmer|valider|récupérer|accepter))",
      "(remplissez|remplir|remplis|complétez|compléter) (le |ce |votre |vos |)(formulaire|coordonnées|informations)",
      "(scannez|scanne|scanner) (le|ce|mon) (qr|qr code|code qr)",
    ],
    de: [
      "(folgenden|diesen|untenstehenden|beigefügten) link",
      "link (aus der|in der) (sms|nachricht|e mail|mail)",
      "(unter|über|auf) (diesem|diesen|folgendem|den) (link|formular|button)",
      "auf (der|dieser|unserer) seite (ein|einzugeben|eingeben)",
      "(klick|klicke|klicken|öffne|öffnen|folge|folgen|besuche|besuchen|gehe|gehen) .. (den|diesen|dem|meinen|hier|unten|folgenden|diesem) (link|button|formular|seite|)",
      "(link|seite|formular) (unten|um .|um das geld|zum (bestätigen|empfang|empfangen)|den ich)",
      "über (den|diesen|folgenden) link",
      "(scanne|scannen|scann) (sie |)(den|diesen) qr( code|)",
    ],
    es: [
      "(entrar|entra|entres|acceder|abrir|abras|pulsar) ..1 (en |al |el )(enlace|link|página)",
      "(siguiente|este) (enlace|link)",
      "(en|por|desde) (este|nuestro|mi) (enlace|link|formulario)",
      "(haz|haga|hacer|hagan|pulsa|pulse|pincha|pinche|entra|entre|accede|acceda|sigue|siga|abre|abra) .. (el|este|aquí|mi|siguiente|nuestro) (enlace|link|página|botón|formulario|siguiente enlace|)",
      "(enlace|link|página|formulario) (siguiente|de abajo|que te|que le|para (recibir|confirmar|cobrar|verificar|aceptar))",
      "(rellena|rellene|completa|complete) (el|tus|sus|este) (formulario|datos)",
      "(escanea|escanee) (el|este) (qr|código qr)",
    ],
    it: [
      "(aprire|apri|apra|entrare|accedere|pagare) ..1 (il|al|nel|sul|tramite) (link|pagina)",
      "(al|il|dal) seguente link",
      "(a|su|da|tramite|con) questo (link|modulo|sito)",
      "nel modulo",
      "(clicca|cliccare|clicchi|premi|apri|apra|segui|segua|vai|vada|accedi|acceda) (sul|su|qui|il|questo|al|nel|sotto|sul seguente) (link|pulsante|modulo|pagina|seguente link|)",
      "(link|pagina|modulo) (qui sotto|seguente|che ti|che le|per (ricevere|confermare|verificare|accettare|incassare))",
      "(compila|compili|compilare) (il|i|questo) (modulo|dati|form)",
      "(scansiona|inquadra|scansioni) (il|questo) (qr|codice qr|qr code)",
    ],
  },
  /** Money is said to be waiting, or already paid. */
  receive_money: {
    en: [
      "(receive|get|collect|claim|accept|withdraw|release|confirm) (your|the|ur) (money|payment|funds|refund|payout|cash|transfer|compensation)",
      "(i've|i have|i|we've|we have|have) .. (paid|made the payment|sent the payment|sent the money|transferred (it|the money|you)|(purchased|ordered) your item)",
      "(payment|money|funds|transfer) (is|are|has been|have been|was) (pending|on hold|held|waiting|reserved|received|credited|secured|frozen)",
      "(your|the) item (has been|is|was) (sold|paid|purchased)",
      "(eligible|entitled|due) (for |to |)(a |an |)(refund|rebate|grant|compensation|tax refund)",
    ],
    fr: [
      "(recevoir|récupérer|encaisser|toucher|débloquer|obtenir|accepter|confirmer) (votre|ton|l'|le|les|vos|la) (argent|paiement|fonds|virement|somme|remboursement|indemnisation)",
      "(j'ai|nous avons|on a) (déjà |bien |)(payé|réglé|effectué le paiement|fait le paiement|fait le virement|acheté|commandé)",
      "(paiement|argent|virement|fonds|somme) (est|a été|sont|ont été) (en attente|bloqué|bloqués|reçu|validé|sécurisé|crédité|effectué|retenu|réservé)",
      "votre (article|annonce) (a été|est) (vendu|vendue|payé|payée|acheté|achetée)",
      "(bénéficier|droit) (d'un|à un) (remboursement|dédommagement|aide)",
    ],
    de: [
      "(ihr|dein|das|den|die|ihre) (geld|zahlung|betrag|erstattung|auszahlung|rückerstattung) .. (erhalten|empfangen|bestätigen|bekommen|freigeben|abholen|anfordern)",
      "(ich habe|habe|wir haben) (bereits |schon |)(bezahlt|überwiesen|die zahlung|das geld|gezahlt)",
      "(zahlung|geld|betrag) (ist|wurde|wird|steht) (ausstehend|eingefroren|reserviert|zurückgehalten|eingegangen|bereit|hinterlegt)",
      "(dein|ihr) artikel (wurde|ist) (verkauft|bezahlt|gekauft)",
    ],
    es: [
      "(recibir|cobrar|retirar|aceptar|confirmar|liberar) (tu|su|el|los|la) (dinero|pago|fondos|reembolso|transferencia|importe)",
      "(ya |)(he|hemos) (pagado|realizado el pago|hecho el pago|hecho la transferencia|comprado|enviado el dinero)",
      "(pago|dinero|transferencia) (está|ha sido|fue|queda) (pendiente|retenid|recibid|realizad|reservad|bloquead|confirmad)(o|a|e|)",
      "(tu|su) (artículo|producto) (ha sido|está|fue) (vendido|pagado|comprado)",
    ],
    it: [
      "(ricevere|incassare|riscuotere|sbloccare|confermare|accettare) .. (denaro|soldi|pagamento|fondi|rimborso|bonifico)",
      "(ho|abbiamo) (già |appena |)(pagato|effettuato il pagamento|fatto il bonifico|inviato il pagamento|acquistato|ordinato)",
      "(pagamento|denaro|bonifico|soldi) (è|è stato|sono) (in sospeso|in attesa|trattenut|ricevut|bloccat|confermat|effettuat)(o|i|a|)",
      "(il |)(tuo|suo) (articolo|oggetto) (è stato|è) (venduto|pagato|acquistato)",
    ],
  },
  /** Card, bank or identity data are asked for. */
  give_data: {
    en: [
      "(update|renew|re ?enter) ..1 (payment|billing|card|bank) (details|information|info|method|data)",
      "(enter|provide|confirm|verify|update|submit|give|send|fill in|validate|share) ..2 (your|the) (bank|card|credit card|debit card|payment|billing|personal|account|banking|paypal|login|identity) (details|info|information|data|number|credentials)",
      "(card number|cvv|cvc|expiry date|pin code|online banking|bank login|password|social security number|ssn|security code)",
      "(photo|picture|copy|scan|selfie) (of |with )(your|ur) (id|passport|driving licen(s|c)e|(driver's|drivers) licen(s|c)e|bank card|credit card|card)",
      "verify (your|ur) (identity|account|card|email|number|payment)",
      "confirm (your|ur) (identity|account|details|card|bank)",
    ],
    fr: [
      "(entrer|entrez|saisir|saisissez|confirmer|confirmez|vérifier|vérifiez|renseigner|renseignez|mettre à jour|fournir|fournissez|communiquer|donner|donnez|donne|envoyer|envoyez|envoie) .. (vos|votre|tes|ton|ta|les|la) (coordonnées|informations|données|carte|numéro de carte|identifiants|compte)",
      "(numéro de carte|cryptogramme|cvv|date d'expiration|mot de passe|code secret|codes d'accès|code confidentiel|3 chiffres au dos)",
      "(photo|copie|scan|selfie) (de |avec )(ta|votre|la|ton) (carte d'identité|pièce d'identité|passeport|permis|carte bancaire|cni)",
      "(vérifier|vérifiez|confirmer|confirmez|valider|validez) (votre|ton) (identité|compte|profil|carte|numéro)",
    ],
    de: [
      "(aktualisieren|erneuern|bestätigen) ..3 (pushtan|tan verfahren|zugang|kartendaten|bankverbindung)",
      "(geben|gib|bestätigen|bestätige|verifizieren|verifiziere|aktualisieren|aktualisiere|senden|sende|schicken|schick|eingeben) .. (ihre|deine|die) (bankdaten|kartendaten|kreditkartendaten|daten|kontodaten|zahlungsdaten|zugangsdaten|anmeldedaten|kartennummer|identität|zahlungsinformationen)",
      "(kartennummer|prüfziffer|cvv|tan nummer|pin nummer|passwort|online banking|onlinebanking|sicherheitscode|ablaufdatum)",
      "(foto|kopie|bild|scan|selfie) (von |vom |mit )(deinem|ihrem|dem|deiner|ihrer) (ausweis|personalausweis|reisepass|führerschein|karte|bankkarte)",
      "(konto|identität|karte) (verifizieren|bestätigen|zu verifizieren|zu bestätigen)",
    ],
    es: [
      "(poner|pon|ponga|pongas|meter|meta|meterás|introducir|rellenar|completar) ..2 datos de (tu|su|la) (tarjeta|cuenta)",
      "(introduce|introduzca|ingresa|ingrese|confirma|confirme|verifica|verifique|actualiza|actualice|envía|envíe|facilita|facilite|dame|deme|completar) .. (tus|sus|los|tu|su|el) (datos|información|tarjeta|cuenta|número de tarjeta|datos bancarios|datos de la tarjeta|identidad)",
      "(número de (la |)tarjeta|cvv|fecha de caducidad|contraseña|clave|pin|código de seguridad|banca online)",
      "(foto|copia|escaneo|selfie) (de |con )(tu|su) (dni|pasaporte|carnet|documento|tarjeta)",
      "(verificar|confirmar|validar) (tu|su) (identidad|cuenta|tarjeta|número)",
    ],
    it: [
      "(inserire|mettere|metti|inserisci|compilare|immettere) ..2 dati (della|del|di) (tua|tuo|sua|suo|carta|conto)",
      "(inserisci|inserisca|inserire|confermare|conferma|verifica|verificare|aggiorna|aggiorni|invia|fornisci|fornire) ..3 (dati|informazioni|numero) (bancari|della carta|personali|della sua|della tua|di accesso|del conto)",
      "(numero (di|della) carta|cvv|data di scadenza|password|codice pin|codice di sicurezza|home banking|parola d'ordine)",
      "(foto|copia|scansione|selfie) (del |della |con )(tuo|suo|tua|sua|)( |)(documento|carta d'identità|passaporto|patente|carta)",
    ],
  },
  /** A one-time code. */
  code: {
    en: [
      "(6|six) (digit|digits) (code|pin|)",
      "(receive|get|got|gets|sent) ..2 (code|pin|digits)",
      "(6|six|4|5|four) digit(s|) (code|number|pin)",
      "(verification|confirmation|security|google|google voice|whatsapp|sms|otp|login|one time|activation|access) (code|pin|passcode|password)",
      "(the|a|that|your) code (you|i|that|which|we|was|by|from|sent|just)",
      "(otp|2fa code)",
    ],
    fr: [
      "(vas|allez|va) recevoir ..2 code",
      "code (à |de |a |)(6|six|4|5|quatre) chiffres",
      "code (de vérification|de confirmation|de sécurité|de validation|par sms|google|whatsapp|sms|reçu|que (tu|vous|je|j')|d'activation|d'authentification|secret reçu)",
      "(le|un|ce) code (reçu|que|qui|envoyé)",
    ],
    de: [
      "(bekommst|bekommen|erhalten|erhältst|bekommt) ..3 code",
      "(6|sechs|4|vier) stellige(n|r|) (code|zahl|nummer|pin)",
      "(bestätigungscode|verifizierungscode|sicherheitscode|sms code|whatsapp code|aktivierungscode|google code|prüfcode)",
      "(den|der|einen) code (den|der|aus|per|von)",
    ],
    es: [
      "(llegará|llega|llegado|recibirás|recibes|recibir) ..2 código",
      "código de (6|seis|4|cuatro|5) (dígitos|cifras|números)",
      "código (de verificación|de confirmación|de seguridad|que|por sms|de whatsapp|de google|sms|de activación|recibido)",
    ],
    it: [
      "(arriverà|arriva|arrivato|riceverai|ricevi) ..2 codice",
      "codice (a|di) (6|sei|4|cinque|5|quattro) cifre",
      "codice (di verifica|di conferma|di sicurezza|che|via sms|whatsapp|google|sms|otp|di attivazione|ricevuto)",
    ],
  },
  /** ... is to be told to the other person. */
  tell_code: {
    en: [
      "read (it|the code|that|them) (out |back |)to me",
      "(what are|what is|what's|tell me) the (numbers|digits|six numbers|pin)",
      "(send|tell|give|forward|text|share|read|message|drop|whatsapp|provide|reply with|dm) .. (me|it|the|that|back|with|your|to|us)",
      "(what is|what's|whats|need|want) (the|that|your) code",
      "let me (know|have) (the|that|it|your)",
      "(text|send|sent) (you|u) (a|the) (code|verification)",
    ],
    fr: [
      "(envoyer|envoyez|envoie|envoies|donne|donnes|donnez|donner|transmets|transmettez|communique|communiquez|renvoie|renvoyez|dis|dites|partage|partagez|transfère|transférez) .. (moi|le|nous|me|code|la|ce|votre)",
      "(me|m'|nous) (le |l'|)(donner|envoyer|transmettre|communiquer|renvoyer|dire|transférer|envoies|donnes|donnez)",
      "(quel est|j'ai besoin du|il me faut le) code",
    ],
    de: [
      "(schick*|sag*|gib|geben|nenn*) (sie |)(mir|ihn mir) (den|ihn|dann|bitte|)",
      "(schick|schicke|schicken|sende|senden|sag|sage|sagen|gib|geben|teile|teilen|nenn|nenne|nennen|weiterleiten|leite|durchgeben) (sie |)(mir|ihn|den|uns|mal)",
      "(brauche|bräuchte|benötige) (ich |)(den|deinen|ihren|diesen|noch den)",
    ],
    es: [
      "(pásamelo|mándamelo|dímelo|envíamelo|pásemelo|reenvíamelo)",
      "(envía|envíame|envíeme|enviar|dime|dígame|dame|deme|manda|mándame|mándeme|pásame|páseme|reenvíame|compárteme|comparte|facilítame|decirme|pasarme|enviarme)( el| lo|)",
      "necesito (el|ese|tu|su) código",
    ],
    it: [
      "(mandamelo|dimmelo|inviamelo|giramelo|passamelo)",
      "(invia|inviami|inviarmi|mandami|mandarmi|manda|dimmi|dirmi|dammi|darmi|girami|girarmi|comunicami|comunicarmi|inoltrami|mi dica|mi mandi|mi invii|condividi)( il| lo|)",
      "(ho bisogno|mi serve) (del|il) codice",
    ],
  },
  /** Fees that have to be paid before a larger sum comes. */
  advance_fee: {
    en: [
      "(transfer|processing|release|clearance|administration|admin|activation|insurance|customs|delivery|handling|registration|legal|notary|courier|holding|shipping) (fee|fees|charge|charges|deposit)",
      "(small|refundable|one time|security|upfront) (fee|deposit|payment)",
      "pay (the|a|only the|just the) (fee|fees|insurance|shipping|postage|customs|delivery)",
    ],
    fr: [
      "(reste|plus que|seulement|uniquement) ..2 frais (de port|d'envoi|de livraison|de douane)",
      "(régler|payer|réglez|payez) ..4 (frais de|droits de) (douane|port|livraison|dossier)",
      "frais (de (dossier|transfert|notaire|douane|déblocage|assurance|livraison|port|traitement|procédure|courtage|légalisation|virement|gestion)|d'assurance|d'activation|d'expédition|d'ouverture|bancaires|notariés)",
      "(petite|seule|première) (somme|caution|participation)",
      "(caution|dépôt) (remboursable|de garantie)",
    ],
    de: [
      "(nur|lediglich) ..2 (versand|versandkosten|porto|gebühr) (zahlen|bezahlen|übernehmen)",
      "(zahlen|bezahlen) sie ..3 (versand|zoll*|gebühr*)",
      "(bearbeitungsgebühr|transfergebühr|versicherungsgebühr|zollgebühr|notargebühr|freigabegebühr|verwaltungsgebühr|aktivierungsgebühr|kurierkosten|versicherungskosten|bearbeitungskosten)(en|)",
      "(kleine|erstattungsfähige|einmalige) (gebühr|kaution|zahlung)",
    ],
    es: [
      "(solo|únicamente) ..1 (pague|paga|pagar|abone) ..1 (los |el |)(gastos|envío|aduana*|tasas)",
      "(pague|pagar|abone|abonar) ..3 (aduana*|arancel*|tasa*)",
      "(gastos|tasa|tasas|tarifa|comisión|costes) (de (gestión|tramitación|transferencia|aduana|seguro|envío|notaría|liberación|activación)|notariales|bancarios)",
      "(pequeña|fianza|tasa) (reembolsable|tarifa)",
    ],
    it: [
      "paga* (solo|soltanto|solamente) (la |le |)(spedizione|spese|tasse|dogana)",
      "(dazi|oneri) doganali",
      "(spese|tassa|tasse|commissione|costi) (di (pratica|trasferimento|dogana|assicurazione|spedizione|notaio|sblocco|gestione|attivazione)|notarili|amministrative|bancarie)",
      "(cauzione|deposito) rimborsabile",
    ],
  },
  /** A fortune: inheritance, lottery, donation. */
  fortune: {
    en: [
      "(inheritance|next of kin|beneficiary|deceased client|late (husband|father|client)|unclaimed (funds|money|prize|estate)|dormant account|gold bars|trunk box|consignment box)",
      "(lottery (winner|prize|ticket|win|board|draw)|won .. lottery|jackpot|sweepstake*|grand prize|lucky winner|prize draw|cash prize)",
      "(you|u) (have |'ve |are |r |were |)(been |)(won|win|selected|chosen|the winner|a winner|awarded)",
      "(donate|donation|give away|gift you|share) (of |you |the |)(sum|#|my fortune|million|the money|my money)",
      "(million|millions) (of |)(dollars|euros|pounds|usd|gbp)",
      "claim (your|ur|the|yr|this) (prize|reward|gift|bonus|cash|free|award|voucher)",
      "congratulations (you|ur|your|u)",
    ],
    fr: [
      "((l'|un|mon|votre|cet|son) héritage|héritage de (ma|mon|feu|#)|héritier|légataire universel|bénéficiaire (de|du) (ma|mes|testament|fonds)|feu mon mari|defunt|défunt mari|succession de)",
      "(loterie|gros lot|jackpot|tirage au sort|heureux gagnant|grand gagnant)",
      "(vous avez|tu as|vous êtes) (gagné|été sélectionné|été tiré au sort|été choisi|l'heureux gagnant|le gagnant|remporté)",
      "(don|donation|faire don|léguer) (de |d'un |d'une |ma |mes |cette )(somme|fortune|biens|mes biens|argent|montant|#)",
      "(réclamer|réclamez|récupérez) (votre|ton) (prix|lot|gain|cadeau|récompense)",
    ],
    de: [
      "(sie haben|du hast) ..2 (gewonnen|einen preis|einen gutschein)",
      "(glückwunsch|gratulation) ..4 (gewonnen|ausgewählt|gewinner*|preis)",
      "(erbschaft|erbe in höhe|nachlass|verstorbener kunde|begünstigter|hinterbliebene)",
      "(lotterie|jackpot|gewinnspiel|hauptgewinn|glücklicher gewinner)",
      "(sie haben|du hast|sie wurden|du wurdest) (gewonnen|ausgewählt|einen preis|ausgelost)",
      "(spende|schenkung|spenden) (von|in höhe|mein vermögen)",
    ],
    es: [
      "(has|ha|habéis) (ganado|sido seleccionad*|resultado ganador*)",
      "(enhorabuena|felicidades) ..3 (ganad*|seleccionad*|ganador*|premio)",
      "(herencia|heredero|beneficiario|difunto (marido|esposo|cliente)|testamento)",
      "(lotería|premio gordo|sorteo|ganador afortunado|el gordo)",
      "(has|ha|usted ha) (ganado|sido seleccionado|sido elegido|resultado ganador)",
      "(donación|donar) (de|mi) (dinero|fortuna|#)",
    ],
    it: [
      "(hai|ha|avete) (vinto|appena vinto) (un|una|uno|il|la|#)",
      "(congratulazioni|complimenti) ..2 (vint*|selezionat*|estratt*)",
      "(eredità|erede|beneficiario|defunto (marito|cliente)|testamento)",
      "(lotteria|jackpot|primo premio|vincitore fortunato)",
      "(hai|ha|avete) (vinto|stato selezionato|stato scelto)",
      "(donazione|donare) (di|la mia|una somma)",
    ],
  },
  /** Far away, for good: abroad, at sea, in the army. */
  absent_story: {
    en: [
      "(i am|i'm|im|am|i was|currently|presently) .. (deployed|overseas|abroad|offshore|at sea|out of (the country|state|town)|on .. (ship|vessel|oil rig|rig|mission)|stationed|working (abroad|overseas|offshore|on a (ship|rig)))",
      "(in the|serving in|serve in|with the) ..1 (military|army|navy|marines)",
      "(marine engineer|army sergeant|army officer|soldier in|peacekeeping|missionary|oceanographer|hearing impaired|hearing problem|seaman|captain|offshore engineer|marine biologist)",
      "(moved|transferred|relocated) (to|abroad) (for work|because of (my |)(work|job)|with my (job|work|company))",
    ],
    fr: [
      "(en mer|plateforme pétrolière|en mission à l'étranger|à l'étranger pour (mon |le |)travail|en déplacement à l'étranger|sur un bateau)",
      "(je suis|je me trouve|étant|actuellement|je serai) .. (à l'étranger|en mer|en mission|en déplacement|à l'extérieur du pays|en afrique|militaire|hors de france|sur un (bateau|navire)|hospitalisé|hospitalisée|malentendant|malentendante|muté|mutée)",
      "(militaire|soldat|casque bleu|ingénieur (en mer|marin|pétrolier)|plateforme pétrolière|missionnaire|marin)",
      "(muté|mutée|mutation) (à|en|pour) (l'étranger|espagne|londres|allemagne|canada|italie|portugal)",
    ],
    de: [
      "(auf einer bohrinsel|auf montage im ausland|auf see|auf einem schiff|beruflich im ausland|derzeit im ausland|auslandseinsatz)",
      "(ich bin|bin|ich befinde mich) (gerade |derzeit |momentan |aktuell |zur zeit |)(im ausland|auf see|auf montage|im einsatz|stationiert|auf geschäftsreise|beruflich im ausland|außer landes|auf einer bohrinsel)",
      "(soldat|militär|marineingenieur|bohrinsel|missionar|seemann|gehörlos|hörgeschädigt)",
    ],
    es: [
      "(plataforma petrolífera|plataforma petrolera|en alta mar|en el extranjero por trabajo|misión humanitaria|trabajo en un barco)",
      "(estoy|me encuentro|soy) (actualmente |ahora |en este momento |)(en el extranjero|fuera del país|en alta mar|de viaje|embarcad(o|a)|destinad(o|a)|desplazad(o|a)|fuera de españa|militar)",
      "(militar|soldado|ingeniero (marino|naval)|plataforma petrolífera|misionero|marinero)",
    ],
    it: [
      "(in mare per lavoro|piattaforma petrolifera|all'estero per lavoro|in missione all'estero|lavoro su una nave|sono in navigazione)",
      "(sono|mi trovo) (attualmente |al momento |ora |adesso |)(all'estero|in mare|in missione|fuori dal paese|fuori paese|fuori italia|imbarcato|militare|in trasferta|trasferit(o|a) all'estero)",
      "(militare|soldato|ingegnere (navale|marino)|piattaforma petrolifera|missionario|marinaio)",
    ],
  },
  /** They cannot come this time, or it is for somebody else: honest by itself. */
  cannot_come: {
    en: [
      "(i can't|i cannot|can't|cannot|won't be able to|unable to|not able to|i will not be able to) (come|view|see|meet|inspect|pick|collect|be there|make it|call|talk|show)",
      "(buying|buy|getting|want) .. (for|as a .. (gift|present) for) my (dad|father|son|daughter|cousin|nephew|wife|mum|mother|uncle|brother|boss|niece)",
    ],
    fr: [
      "(je ne peux pas|je ne pourrai pas|je ne pourrais pas|je peux pas|impossible de|ne pouvant pas|dans l'impossibilité de) (me déplacer|venir|me rendre|être présent|être sur place|vous rencontrer|visiter|faire visiter|répondre au téléphone|appeler)",
      "(c'est|est) (pour|un cadeau pour) (mon|ma|mes) (père|fils|fille|cousin|cousine|neveu|nièce|femme|mère|oncle|frère|mari)",
    ],
    de: [
      "(kann|können|könnte) .. (nicht|leider nicht|nicht selbst|nicht persönlich) (kommen|vorbeikommen|besichtigen|abholen|zeigen|da sein|selbst kommen|vorbei kommen)",
      "(ist|geschenk) (ein geschenk |)für (meinen|meine) (vater|sohn|tochter|cousin|neffen|frau|mutter|onkel|bruder)",
    ],
    es: [
      "(agente|transportista|empresa|mensajero) ..3 (recogerlo|recogerá|pasará|retirarlo)",
      "(no puedo|no podré|no podría|me es imposible) (ir|verlo|desplazarme|acudir|estar|enseñar|enseñarlo|recogerlo|llamar)",
      "(es|regalo) (un regalo |)para mi (padre|hijo|hija|primo|sobrino|mujer|madre|tío|hermano)",
    ],
    it: [
      "(corriere|agente|trasportatore|ditta) ..3 (ritirar*|passerà|verrà|a prender*)",
      "(non posso|non potrò|non riesco a|impossibilitat(o|a) a) (venire|vederlo|spostarmi|visionare|essere presente|mostrare|ritirare|ritirarlo|parlare)",
      "(è|regalo) (un regalo |)per mi(o|a) (padre|figlio|figlia|cugino|nipote|moglie|madre|zio|fratello)",
    ],
  },
  /** Keys, flat or thing come only after money was sent. */
  deposit_first: {
    en: [
      "(pay|send|transfer|wire|make) .. (deposit|first month|advance|holding fee|security deposit|rent|reservation|half)( and .. (deposit|first month|rent)|) (before|to (secure|reserve|hold|get)|first|in advance|upfront|prior|via|by)",
      "(deposit|payment|money|rent) (before|prior to) (viewing|the viewing|seeing|visiting|you can view|inspection|a viewing)",
      "(keys|key|contract|papers) .. (sent|send|posted|mailed|delivered|shipped|couriered)( to you|) (by|via|through|after|once|when|as soon)",
      "(send|mail|ship|post) (you |)(the |)keys",
      "(fully |)refundable (deposit|holding fee|if you)",
      "(no|without) viewing",
    ],
    fr: [
      "(verser|versez|envoyer|envoyez|payer|payez|régler|virer) ..2 (acompte|caution|premier mois|arrhes|dépôt de garantie|premier loyer|avance|loyer) ..2 (avant|pour réserver|pour bloquer|pour garantir|pour la réservation|d'avance|d'abord)",
      "(acompte|caution|paiement|loyer|virement) (avant|préalable à|d'avance avant) (la |toute |)(visite|visiter|remise des clés|location)",
      "(clés|clefs|clé|contrat) (vous seront|vous sera|seront|sera|te seront) (envoyées|envoyés|envoyé|expédiées|remises|livrées|transmises)",
      "(envoyer|envoie|enverrai|expédier|expédie) les (clés|clefs)",
    ],
    de: [
      "(überweisen|überweise|zahlen|zahle|senden) .. (kaution|anzahlung|erste miete|erste monatsmiete|vorauszahlung)",
      "(kaution|anzahlung|miete|zahlung) (vor der besichtigung|vor besichtigung|vorab|im voraus)",
      "(schlüssel|mietvertrag) (wird|werden|per|schicke|sende|zugeschickt|zugesandt|erhalten sie|bekommen sie|kommt|kommen)",
      "(ohne besichtigung|besichtigung nicht möglich|keine besichtigung möglich)",
    ],
    es: [
      "(pagar|paga|pague|enviar|envía|transferir|ingresar|ingresa|abonar) .. (fianza|señal|depósito|primer mes|reserva|adelanto)( y .. (fianza|primer mes)|) (antes|para (reservar|asegurar)|por adelantado|por)",
      "(fianza|señal|depósito|pago) (antes de|previo a) (la |)(visita|verlo|visitar|ver)",
      "(llaves|contrato) (se|te|le|serán|las) (enviarán|envío|enviaré|entregarán|enviadas|mando)",
      "(enviar|envío|enviaré|mando) las llaves",
    ],
    it: [
      "(versare|versa|versi|inviare|pagare|paga|bonificare) .. (caparra|cauzione|acconto|prima mensilità|anticipo|deposito)( e .. (cauzione|prima mensilità|caparra)|) (prima|per (bloccare|riservare|fermare)|in anticipo|tramite|anticipata|anticipato)",
      "(caparra|cauzione|acconto|pagamento) (prima di|prima della|anticipata prima) (vedere|visita|visione|visitare|vederlo)",
      "(chiavi|contratto) (vi|ti|le|verranno|saranno|saran) (spedite|inviate|spedisco|invierò|consegnate|inviato)",
      "(spedire|spedirò|invio|spedisco) le chiavi",
    ],
  },
  /** ... and the rest goes to somebody who carries. */
  overpay_agent: {
    en: [
      "(excess|difference|extra|balance|rest|surplus|remainder) .. (agent|mover|movers|shipper|courier|transporter)",
    ],
    fr: ["(différence|surplus|reste|excédent) .. (transporteur|livreur|agent|déménageur)"],
    de: ["(differenz|rest|überschuss) .. (spediteur|fahrer|kurier|agent|spedition)"],
    es: ["(diferencia|resto|exceso) .. (transportista|mensajero|agente)"],
    it: ["(differenza|resto|eccedenza) .. (corriere|trasportatore|agente)"],
  },
  /** Death and illness, told to be believed. */
  sad_story: {
    en: ["(died|passed away|dying|terminal|cancer|widow|late husband|orphan)"],
    fr: ["(cancer|décédé*|mourant*|veuve|maladie incurable|défunt*)"],
    de: ["(krebs|verstorben*|witwe|todkrank|unheilbar)"],
    es: ["(cáncer|falleció|fallecido|viuda|difunto|terminal)"],
    it: ["(cancro|tumore|defunto|vedova|malata terminale|morto)"],
  },
  /** Sent on to where it cannot be got back. */
  ship_abroad: {
    en: ["(ship|send|post|mail) .. to ..4 (nigeria|ghana|benin|ivory coast|cameroon|togo)"],
    fr: [
      "(envoyer|expédier|envoi|envoyez|expédiez) .. (nigeria|ghana|bénin|côte d'ivoire|cameroun|togo|abidjan|cotonou)",
    ],
    de: ["(schicken|versenden|senden) .. (nigeria|ghana|benin|elfenbeinküste|togo)"],
    es: ["(enviar|envío|mandar) .. (nigeria|ghana|benín|costa de marfil|camerún)"],
    it: ["(spedire|inviare|spedizione) .. (nigeria|ghana|benin|costa d'avorio|camerun)"],
  },
  /** Work that anybody gets. */
  easy_job: {
    en: [
      "(work|working|job) (from|at) home",
      "(no experience|no interview|no skills) (needed|required|necessary)",
      "# (a|per) (week|month|day)",
    ],
    fr: [
      "(travail|emploi|travailler|activité|job) (à|depuis|de|en) (domicile|chez vous|la maison|ligne)",
      "(aucune expérience|sans expérience|sans entretien)",
      "# (euros |€ |)(par|la) (semaine|mois|jour)",
    ],
    de: [
      "(arbeit|job|heimarbeit|arbeiten) (von zuhause|von zu hause|zuhause)",
      "(keine erfahrung|ohne erfahrung)",
      "# (euro |)(pro|die|im) (woche|monat|tag)",
    ],
    es: ["trabaj(o|ar|a) (desde|en) casa", "sin experiencia", "# (euros |)(a la|por|al) (semana|mes|día)"],
    it: [
      "lavor(o|are|a) (da|a) (casa|domicilio)",
      "(nessuna|senza) esperienza",
      "# (euro |)(a|al) (settimana|mese|giorno)",
    ],
  },
  /** More money than the price, and the rest to be passed on. */
  overpayment: {
    en: [
      "(overpaid|paid too much|sent too much|paid you too much)",
      "(refund|return|send back|zelle|wire) (the |me the |)(difference|excess|extra|balance|surplus|rest)",
      "(send|sent|include|included|add|added|transfer) (you |)(extra|more than|a bit more|additional|the extra|over the) .. (money|price|funds|shipping|mover|movers|shipper|agent|asking|amount|courier)",
      "(extra|additional|remaining|excess|balance|rest|difference|surplus|overpayment) .. (to|for|back to|will be|is for) .. (mover|movers|shipper|agent|courier|driver|shipping|me|him|transporter|back)",
      "(refund|return|send back|forward|wire|pay) (me |back |him |them |)(the )(difference|excess|balance|extra|rest|remaining|overpayment|surplus)",
      "(check|cheque|payment) (for|of) (more|an amount over|an excess)",
      "(paid|overpaid|sent) (you |)(too much|by mistake|more by mistake)",
      "(once|when|after) (the |)(check|cheque) (clears|cleared|is cashed|has cleared)",
    ],
    fr: [
      "(remboursez|rembourser|renvoyez|renvoyer|reverser|restituer) ..2 (différence|trop perçu|surplus|excédent|reste)",
      "(chèque|montant|somme) ..3 (supérieur*|avec un (supplément|surplus))",
      "(envoyer|envoie|enverrai|verser|payer|virer|ajouter|ajouté|inclus|inclure) (un |une |le |)(montant supérieur|somme supérieure|supplément|surplus|peu plus|plus que)",
      "(rembourser|renvoyer|reverser|retourner|remettre|restituer|renverrez|reverserez|rembourserez) .. (le |la |l')(différence|surplus|excédent|trop perçu|reste|restant)",
      "(différence|surplus|excédent|reste|trop perçu) (au|à mon|à ma|pour le|pour mon|à) (transporteur|agent|déménageur|livreur|me|moi)",
      "(trop payé|trop versé|payé par erreur|versé par erreur)",
    ],
    de: [
      "(zu viel|mehr) (überwiesen|bezahlt|gezahlt|überweise*|geld)",
      "(differenz|restbetrag|restliche geld|überschuss) ..3 (zurück*|überweis*|weiter*|geben|fahrer|spediteur)",
      "(mehr|zusätzlich|zu viel|extra) (überweisen|überwiesen|bezahlt|zahlen|geld|schicken)",
      "(den|die) (rest|differenz|überschuss|restbetrag|überzahlung) (zurück|an|zurücküberweisen|meinem|dem|weiterleiten|erstatten)",
      "(differenz|restbetrag|überschuss) (zurücküberweisen|zurückschicken|erstatten|zurückzahlen)",
    ],
    es: [
      "(dinero|pago|importe|cheque) (de más|de sobra|extra|superior)",
      "(devuelva|devolver|devuélveme|envíe|entregue|entrega) ..3 (diferencia|exceso|resto|sobrante)",
      "(enviar|enviaré|pagar|pagaré|he pagado|transferir) (un importe mayor|de más|una cantidad superior|dinero extra|más dinero)",
      "(devolver|devuelve|devuélveme|reembolsar|reenviar|enviar) (me |)(la diferencia|el resto|el exceso|lo que sobra|el excedente)",
    ],
    it: [
      "(soldi|qualcosa|importo|assegno|cifra) (in più|extra|superiore|maggiorat*)",
      "(restituire|restituisca|rimandi|rimandare|dare|consegnare) ..3 (differenza|eccedenza|resto|eccesso)",
      "(inviare|invierò|pagare|pagherò|ho pagato|versare) (un importo superiore|di più|una cifra superiore|soldi in più|in più)",
      "(rimborsare|restituire|rimandare|girare|inviare|rimborsami|restituirmi) (mi |)(la differenza|il resto|l'eccedenza|il surplus)",
    ],
  },
  /** Support, bank or police that is none. */
  fake_support: {
    en: [
      "(this is|i am|i'm|we are|message from|here is|from) .. (vinted|ebay|leboncoin|depop|wallapop|etsy|paypal|amazon|apple|bank|site|marketplace|platform|facebook|whatsapp|customer|technical|security) .. (support|service|team|security team|care|department|help( |)desk)",
      "(contact|write to|message|call|email|reach) (our|the|with our) .. (support|customer service|helpdesk|support (agent|manager)|security (service|department))( on| via| at| by|)",
      "(support|security|moderation) (team|department|service) (of|from|at) (vinted|ebay|leboncoin|depop|paypal|the site|this site|wallapop)",
      "(microsoft|windows|apple|amazon) (tech |technical |)support",
      "(anydesk|teamviewer)",
    ],
    fr: [
      "(service|support|équipe|assistance) .. (vinted|leboncoin|le bon coin|ebay|paypal|la banque|la poste|mondial relay|chronopost|wallapop|whatsapp|facebook)",
      "(ici|je suis|message de|de la part de|nous sommes) (le |l'|la |du |un |une |)(service (client|clients|clientèle|fraude|fraudes|technique|sécurité)|conseiller (bancaire|vinted)|support (client|technique)|conseillère|équipe (vinted|de sécurité|leboncoin))",
      "(contactez|contacter|écrivez|appelez) (notre|le|à notre) (support|service client|service technique|conseiller|agent|service sécurité)",
      "(anydesk|teamviewer)",
    ],
    de: [
      "(kundendienst|kundenservice|support|support team|sicherheitsteam|sicherheitsabteilung|service team) (von |der |)(vinted|ebay|kleinanzeigen|paypal|amazon|bank|sparkasse|post|dhl)",
      "(hier ist|ich bin|wir sind|nachricht von|nachricht vom) (der |das |vom |ein |)(kundendienst|kundenservice|support|vinted team|sicherheitsteam|bankberater|ebay team|mitarbeiter (von|der))",
      "(kontaktieren|kontaktiere|schreiben|schreib) (sie |)(unseren|unserem|den|dem) (support|kundendienst|kundenservice|mitarbeiter)",
    ],
    es: [
      "(servicio|soporte|atención|equipo) .. (wallapop|vinted|ebay|milanuncios|paypal|correos|seur|el banco|su banco)",
      "(somos|soy|mensaje de|le habla) (el |del |de |la |un |)(servicio de atención|soporte|equipo de (seguridad|wallapop|vinted)|departamento de|agente de)",
      "(contacte|contacta|escriba|escribe) (con |a )(nuestro|el|nuestra) (soporte|servicio|agente|atención)",
    ],
    it: [
      "(servizio|assistenza|supporto|team) .. (vinted|subito|ebay|paypal|poste italiane|poste|wallapop|della banca)",
      "(siamo|sono|messaggio da|qui) (il |del |dal |l'|un |)(servizio clienti|assistenza|supporto tecnico|team (vinted|sicurezza|subito)|operatore|consulente)",
      "(contatta|contatti|scriva|scrivi) (il |la |al |alla )(nostro|nostra) (supporto|assistenza|servizio)",
    ],
  },
  /** Away from the site's chat. */
  other_channel: {
    any: [
      "whats(| )app",
      "whatsap",
      "watsap",
      "wsp",
      "telegram",
      "signal app",
      "viber",
      "hangouts",
      "google chat",
      "wechat",
      "snapchat",
    ],
    en: [
      "(text|email|e mail|contact|message|call|sms) .. (on|at|via|to) .. (number|email|mail|cell|phone|whatsapp|address)",
    ],
    fr: [
      "(écris|écrivez|contactez|contacte|joindre|appelez|répondez|réponds) .. (sur|par|au|à) .. (mail|email|numéro|adresse|whatsapp|e mail|sms)",
    ],
    de: [
      "(schreib|schreiben|kontaktiere|kontaktieren|melde) .. (auf|per|über|an|unter) .. (mail|email|e mail|nummer|whatsapp|telefonnummer)",
    ],
    es: ["(escríbeme|escríbame|contácteme|contáctame|háblame) (al|por|a) (mi |este |)(correo|email|número|whatsapp)"],
    it: [
      "(scrivimi|mi scriva|contattami|mi contatti) (su|alla|al|via|tramite) (mia |mio |)(mail|email|numero|whatsapp)",
    ],
  },
  /** Haste and secrecy. */
  urgency: {
    en: [
      "(urgent|urgently|asap|immediately|as soon as possible|act now|right away|last chance|hurry|limited time|expires|within (24|48|12) hours|today only|before it's too late|final notice)",
    ],
    fr: [
      "(urgent|urgente|immédiatement|au plus vite|dans les plus brefs délais|dernière chance|dépêchez vous|sous (24|48)( |)h(eures|)|dans les (24|48) heures|aujourd'hui seulement|rapidement)",
    ],
    de: ["(dringend|sofort|umgehend|schnellstmöglich|letzte chance|innerhalb von (24|48) stunden|nur heute|eilt)"],
    es: [
      "(urgente|urgentemente|inmediatamente|lo antes posible|última oportunidad|en (24|48) horas|solo hoy|cuanto antes)",
    ],
    it: [
      "(urgente|urgentemente|immediatamente|il prima possibile|ultima occasione|entro (24|48) ore|solo oggi|subito)",
    ],
  },
  /** Quick riches. */
  quick_money: {
    en: [
      "(double|triple|multiply) your (money|investment|bitcoin|income)",
      "(guaranteed|risk free|100%) (profit|profits|return|returns|income|roi)",
      "(earn|make|earning|making) ..3 # (a|per|every|from|dollars|euros|pounds|daily|weekly|online)",
      "(earn|make|making|earning) (money|cash|extra cash|extra money|extra income|thousands) (from home|online|fast|daily|weekly|every day)",
      "(passive income|financial freedom|forex|binary options|trading (platform|account|bot|signals)|crypto (trading|investment|mining)|investment (platform|opportunity|plan)|be your own boss)",
      "(invest|investing) (just |only |)(#|with)",
    ],
    fr: [
      "(doublez|doubler|multipliez|multiplier) (votre|vos|ton) (argent|mise|investissement|revenus|capital)",
      "(gagner|gagnez|gagne) (jusqu'à |plus de |facilement |)(#|de l'argent|facilement)",
      "(bénéfices|gains|rendement|profit|profits) (garanti|garantis|assuré|sans risque)",
      "(revenu passif|revenus passifs|liberté financière|trading|investissement (crypto|rentable|garanti)|complément de revenu(s|)|argent facile)",
      "(investir|investissez) (seulement |)(avec |#)",
    ],
    de: [
      "(verdoppeln|verdopple|vervielfachen) (sie |)(ihr|dein) (geld|kapital|einkommen)",
      "(verdiene|verdienen) .. (#|geld)( |)(euro|am tag|pro tag|von zuhause|online|)",
      "(garantierte|garantierter|risikofreie) (rendite|gewinn|gewinne|profite)",
      "(passives einkommen|finanzielle freiheit|trading plattform|schnelles geld|nebenverdienst)",
    ],
    es: [
      "(duplica|multiplica|duplique) (tu|su) (dinero|inversión)",
      "(gana|gane|ganar) .. (#|dinero)( |)(euros|al día|a la semana|desde casa|fácil|)",
      "(ganancias|rentabilidad|beneficios) (garantizad(as|a|os)|sin riesgo|asegurad(as|a))",
      "(ingresos pasivos|libertad financiera|plataforma de inversión|trading|dinero fácil)",
    ],
    it: [
      "(raddoppia|moltiplica|raddoppi) (il tuo|i tuoi|il suo|i suoi) (denaro|soldi|investimento|guadagni)",
      "(guadagna|guadagnare|guadagni) .. (#|soldi)( |)(euro|al giorno|da casa|online|facili|)",
      "(guadagni|profitti|rendimento) (garantit(i|o)|senza rischi|sicuri)",
      "(reddito passivo|libertà finanziaria|piattaforma di (trading|investimento)|soldi facili|trading)",
    ],
  },
  /** Work that launders money or parcels. */
  mule: {
    en: [
      "(receive|receiving|accept|repackage|reship|forward|forwarding) .. (parcels|packages|payments|money|funds|transfers) (at|to|in|into|from|on|and|then) (your|home|our|my|forward*|ship|reship|send)",
      "(use|rent|using|lend) (of |us |me |)your (bank |)(account|paypal account|address)",
      "(keep|retain|receive) ..1 # (percent|commission|of|as|for yourself|from)",
      "(personal assistant|mystery shopper|secret shopper|payment processor|package handler|parcel forwarder|money transfer agent|car wrap|vehicle wrap)",
    ],
    fr: [
      "(recevoir|réceptionner|réexpédier|renvoyer|transférer) .. (colis|paquets|virements|fonds|paiements) (chez|à|sur|depuis|vers) (vous|votre|domicile|ton|nos)",
      "(utiliser|prêter|louer|ouvrir) (votre|ton|un) compte( bancaire|)",
      "(garder|gardez|toucher|touchez|conserver) (#)(%| pourcent| pour cent)",
      "client mystère",
    ],
    de: [
      "(pakete|gelder|zahlungen|überweisungen) (bei ihnen |zu hause |auf ihrem konto |)(annehmen|empfangen|weiterleiten|weiterzuleiten|weiterversenden)",
      "(dein|ihr|deine|ihre) (konto|bankkonto|packstation) (nutzen|zur verfügung|vermieten|leihen)",
      "(finanzagent|paketagent)",
    ],
    es: [
      "(recibir|reenviar) (paquetes|transferencias|pagos|dinero) (en|desde|a) (tu|su|casa)",
      "(usar|alquilar|prestar) (tu|su) cuenta",
      "(quédate|quedarse|quedas) con (el |un |)#",
    ],
    it: [
      "(ricevere|rispedire|inoltrare) (pacchi|bonifici|pagamenti|denaro) (a|da|sul|presso) (casa|tuo|suo|conto)",
      "(usare|affittare|prestare) (il |)(tuo|suo) conto",
      "trattieni (il |)#",
    ],
  },
  /** Loans without questions. */
  loan: {
    en: [
      "(loan|loans|credit) (offer|at #|without (credit check|collateral|guarantee)|to (anyone|individuals)|from #)",
      "(instant|quick|personal|private|urgent|guaranteed) loan(s|)",
      "(need|want|get) a loan",
    ],
    fr: [
      "(prêt|crédit|financement) (entre particuliers|de particulier|rapide|sans (garantie|justificatif|banque|protocole)|à (toute personne|tous)|d'argent|personnel rapide|de #)",
      "(offre|octroie|accorde|propose) (de |des |un |)(prêt|prêts|crédit|crédits)",
    ],
    de: [
      "(kredit|darlehen|kredite) (ohne (schufa|bank|sicherheiten)|von privat|für (alle|jeden)|angebot)",
      "(biete|vergebe|gewähre) (kredite|kredit|darlehen)",
    ],
    es: [
      "(préstamo|crédito|préstamos) (entre particulares|rápido|rápidos|sin (aval|garantía|banco|nómina)|de dinero|personal)",
      "(ofrezco|ofrecemos|concedo) (préstamos|préstamo|créditos)",
    ],
    it: [
      "(prestito|prestiti|finanziamento) (tra privati|tra particolari|veloce|veloci|senza (garanzie|busta paga)|di denaro)",
      "(offro|offriamo|concedo) (prestiti|prestito|finanziamenti)",
    ],
  },
  /** A relative with a new number, or a lover who has never met you. */
  relative: {
    en: [
      "(hi|hello|hey) (mum|mom|dad|grandma|nan)",
      "(my|this is my) (phone|new|old phone) (number|is broken|broke|fell|got lost|was stolen)",
      "(lost|broke|dropped|smashed) my (phone|mobile|cell)",
    ],
    fr: [
      "(coucou|salut|bonjour|cc) (maman|papa|mamie|papy)",
      "(mon|c'est mon) (nouveau numéro|téléphone est (cassé|tombé|perdu|hs))",
      "(j'ai|ai) (cassé|perdu|fait tomber) mon (téléphone|portable|tel)",
    ],
    de: [
      "(hallo|hi|hey) (mama|mami|papa|oma|opa)",
      "(meine|mein|das ist meine) (neue nummer|handy ist (kaputt|defekt|verloren))",
      "(handy|telefon) (kaputt|verloren|gestohlen|ins wasser)",
    ],
    es: [
      "(hola) (mamá|papá|abuela|mama|papa)",
      "(mi|este es mi) (nuevo número|número nuevo|móvil (se ha roto|está roto))",
    ],
    it: [
      "(ciao) (mamma|papà|nonna|papa)",
      "(il mio|questo è il mio) (nuovo numero|numero nuovo|telefono (si è rotto|è rotto))",
    ],
  },
  /** Money is asked of a person. */
  need_money: {
    en: [
      "(need|help me with|lend me|send me|transfer me|borrow|wire me) (you to |)(pay|some money|money|#|a payment|the money|a bill|to pay|some cash)",
      "(pay|transfer) (you |)back (tomorrow|later|monday|next week)",
    ],
    fr: [
      "(besoin|aide moi|prête moi|prêter|envoie moi|dépanner|virement) (de |d'|avec |moi |en |)(argent|#|urgence|payer|un virement|un paiement|facture|urgent)",
      "(te|vous) rembourse(rai|) (demain|lundi|vite|plus tard|dès)",
    ],
    de: [
      "(brauche|leih|leihen|überweise|überweisen|bezahlen) .. (geld|#|eine rechnung|eine überweisung|hilfe)",
      "(zahle|überweise) (ich |)(es |)(dir |)(morgen|montag|später) zurück",
    ],
    es: [
      "(necesito|préstame|envíame|ayúdame) (con |)(dinero|#|un pago|pagar|una transferencia|una factura|que me hagas)",
      "te lo devuelvo (mañana|el lunes|luego)",
    ],
    it: [
      "(ho bisogno|prestami|mandami|aiutami|mi serve) (di |con |)(soldi|denaro|#|un pagamento|pagare|un bonifico|una bolletta)",
      "te li (restituisco|ridò) (domani|lunedì|dopo)",
    ],
  },
  /** Prize messages of text-message spam. */
  prize_message: {
    en: [
      "(txt|text) (the word |)[a-z]+ to #",
      "(free|half price) (entry|ringtone|ringtones|nokia|camera|minutes|texts|tones|msg|polyphonic)",
      "(call|txt|text) .. (09|08)#",
      "(reply|text|txt) (stop|yes|win|claim|go|chat)( to|) #",
      "(guaranteed|valid #|winner|cash prize|national rate|pobox|po box|t's (&|and) c's|opt out)",
      "(mobile (update|content|club)|ringtone club|tone club)",
    ],
  },
} as const satisfies CueTable;

/** Who warns of a scam does not commit it. Spans of these within the same sentence take a pattern back. */
export const warnings = {
  warning: {
    en: [
      "(never|don't|do not|dont) (share|give|send|tell|click|open|trust|reveal|forward|enter|fall for|pay)",
      "(beware|be careful|watch out|avoid|stay away|is a scam|it's a scam|was a scam|scam alert|phishing|scammer|scammers|scam|scams|fraud|no scams|no scammers|reported)",
      "(we|i|our team|support|site|vinted|ebay) (will |)never (ask|asks|request|requests)",
      "(tried to|wanted to|asked me (to|for)|asking me (to|for)|he asked|she asked|they asked)",
    ],
    fr: [
      "(ne|n') (donnez|donne|communiquez|cliquez|envoyez|partagez|clique|payez|versez|transmettez|partage|envoie) (jamais|pas|rien|aucun|aucune)",
      "(attention aux|attention à|arnaque|arnaques|arnaqueur|arnaqueurs|escroc|escrocs|escroquerie|méfiez vous|méfie toi|méfiance|phishing|hameçonnage|fraude|signaler|signalé)",
      "(ne|n') (vous |te |)(demandera|demande|demanderons|demandons|demanderont) (jamais|pas)",
      "(m'a demandé|il me demande|elle me demande|on m'a demandé|voulait que|a essayé de)",
    ],
    de: [
      "(niemals|nie|nicht|keine|keinen) (den code |daten |)(weitergeben|teilen|klicken|herausgeben|eingeben|senden|überweisen|schicken)",
      "(vorsicht|achtung|betrug|betrüger|betrügern|abzocke|phishing|gemeldet|warnung)",
      "(wird|werden|fragt|fragen|bitten) (sie |dich |)(niemals|nie)",
      "(wollte von mir|hat mich gebeten|wollte dass ich|hat versucht)",
    ],
    es: [
      "(nunca|no|jamás) (compartas|comparta|des|dé|envíes|envíe|hagas clic|haga clic|pagues|pague|facilites|facilite|abras)",
      "(cuidado con|ojo con|estafa|estafas|estafador|estafadores|timo|phishing|fraude|denunciado|denunciar)",
      "nunca (te|le|les) (pedirá|pediremos|pedimos|pide)",
      "(me pidió|me ha pedido|quería que|intentó)",
    ],
    it: [
      "(mai|non) (condividere|dare|inviare|cliccare|comunicare|fornire|pagare|cliccate|condividete)",
      "(attenzione|truffa|truffe|truffatore|truffatori|phishing|frode|attenti|diffidate|segnalato|segnalare)",
      "non (ti|vi|le) (chiederà|chiederemo|chiediamo|chiede) mai",
      "(mi ha chiesto|voleva che|ha cercato di)",
    ],
  },
} as const satisfies CueTable;

export type Cue = keyof typeof cues;

/** Cues that together make a scam, with the probability that they do when nothing speaks against it. */
export interface Pattern {
  kind:
    | "phishing"
    | "verification_code"
    | "fake_support"
    | "advance_fee"
    | "prize"
    | "overpayment"
    | "absent_buyer"
    | "advance_rent"
    | "quick_money"
    | "mule"
    | "loan"
    | "relative";
  all: readonly Cue[];
  score: number;
}

export const patterns: readonly Pattern[] = [
  { kind: "phishing", all: ["account_threat", "follow_link"], score: 0.96 },
  { kind: "phishing", all: ["account_threat", "give_data"], score: 0.94 },
  { kind: "phishing", all: ["account_threat", "advance_fee"], score: 0.7 },
  { kind: "phishing", all: ["account_threat", "urgency"], score: 0.62 },
  { kind: "phishing", all: ["receive_money", "follow_link"], score: 0.93 },
  { kind: "phishing", all: ["receive_money", "give_data"], score: 0.9 },
  { kind: "phishing", all: ["follow_link", "give_data"], score: 0.82 },
  { kind: "verification_code", all: ["code", "tell_code"], score: 0.93 },
  { kind: "fake_support", all: ["fake_support", "other_channel"], score: 0.9 },
  { kind: "fake_support", all: ["fake_support", "give_data"], score: 0.93 },
  { kind: "fake_support", all: ["fake_support", "follow_link"], score: 0.92 },
  { kind: "fake_support", all: ["fake_support", "account_threat"], score: 0.92 },
  { kind: "fake_support", all: ["fake_support", "code"], score: 0.9 },
  { kind: "advance_fee", all: ["fortune", "advance_fee"], score: 0.95 },
  { kind: "advance_fee", all: ["fortune", "other_channel"], score: 0.9 },
  { kind: "advance_fee", all: ["fortune", "give_data"], score: 0.93 },
  { kind: "advance_fee", all: ["receive_money", "advance_fee"], score: 0.75 },
  { kind: "advance_fee", all: ["loan", "advance_fee"], score: 0.92 },
  { kind: "prize", all: ["fortune", "follow_link"], score: 0.93 },
  { kind: "prize", all: ["fortune", "prize_message"], score: 0.96 },
  { kind: "prize", all: ["fortune", "urgency"], score: 0.8 },
  { kind: "loan", all: ["loan", "other_channel"], score: 0.93 },
  { kind: "loan", all: ["loan", "urgency"], score: 0.75 },
  { kind: "overpayment", all: ["overpayment", "absent_story"], score: 0.93 },
  { kind: "overpayment", all: ["overpayment", "cannot_come"], score: 0.85 },
  { kind: "overpayment", all: ["overpayment", "other_channel"], score: 0.8 },
  { kind: "overpayment", all: ["overpayment", "receive_money"], score: 0.8 },
  { kind: "overpayment", all: ["overpayment", "need_money"], score: 0.7 },
  { kind: "absent_buyer", all: ["absent_story", "other_channel"], score: 0.66 },
  { kind: "absent_buyer", all: ["absent_story", "cannot_come"], score: 0.6 },
  { kind: "absent_buyer", all: ["cannot_come", "other_channel"], score: 0.4 },
  { kind: "absent_buyer", all: ["absent_story"], score: 0.3 },
  { kind: "advance_rent", all: ["deposit_first", "absent_story"], score: 0.95 },
  { kind: "advance_rent", all: ["deposit_first", "other_channel"], score: 0.78 },
  { kind: "quick_money", all: ["quick_money", "other_channel"], score: 0.93 },
  { kind: "quick_money", all: ["quick_money", "follow_link"], score: 0.9 },
  { kind: "quick_money", all: ["quick_money", "urgency"], score: 0.72 },
  { kind: "mule", all: ["mule", "quick_money"], score: 0.9 },
  { kind: "mule", all: ["mule", "easy_job"], score: 0.88 },
  { kind: "quick_money", all: ["easy_job", "quick_money"], score: 0.78 },
  { kind: "quick_money", all: ["easy_job", "other_channel"], score: 0.6 },
  { kind: "advance_fee", all: ["fortune", "sad_story"], score: 0.86 },
  { kind: "overpayment", all: ["overpay_agent"], score: 0.8 },
  { kind: "absent_buyer", all: ["ship_abroad"], score: 0.66 },
  { kind: "mule", all: ["mule", "other_channel"], score: 0.85 },
  { kind: "relative", all: ["relative", "need_money"], score: 0.95 },
  { kind: "relative", all: ["relative", "other_channel"], score: 0.88 },
  { kind: "overpayment", all: ["overpayment"], score: 0.45 },
  { kind: "prize", all: ["prize_message"], score: 0.45 },
  { kind: "fake_support", all: ["fake_support"], score: 0.35 },
  { kind: "advance_rent", all: ["deposit_first"], score: 0.4 },
  { kind: "quick_money", all: ["quick_money"], score: 0.45 },
  { kind: "loan", all: ["loan"], score: 0.45 },
  { kind: "advance_fee", all: ["fortune"], score: 0.3 },
  { kind: "phishing", all: ["account_threat"], score: 0.4 },
];
