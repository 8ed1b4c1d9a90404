/**
 * Scam and spam messages in five languages, written for training (by hand, as a grammar; no row of any data set is in it).
 * Each list of `{story}` is one story that is told on marketplaces.
 */
import { type Grammar, list } from "../grammar.ts";

const sums = list(`50|80|120|150|200|250|350|500|800|1200|2500`);
const names = list(`Marc|Sophie|Daniel|Elena|Thomas|Maria|Patrick|Anna|Kevin|Laura|Giulia|Carlos|Stefan`);
const carriers = list(
  `DHL|UPS|FedEx|Mondial Relay|Chronopost|Hermes|DPD|GLS|Correos|SEUR|Poste Italiane|Royal Mail|La Poste`,
);
const sites = list(`Vinted|eBay|leboncoin|Kleinanzeigen|Wallapop|Subito|Depop|Facebook|Milanuncios`);
const urls = list(
  `bit.ly/3xPay7|secure-pay-order.info|delivery-{site}.online|{site}-payment.site|tinyurl.com/recv22|parcel-confirm.xyz|my-order-4412.shop`,
);

const en: Grammar = {
  story: list(
    `{phish}|{code}|{courier}|{over}|{support}|{prize}|{money}|{rent}|{relative}|{loan}|{mule}|{romance}|{outside}|{threat}|{card}`,
  ),
  hello: list(`Hello|Hi|Hi dear|Good day|Hello sir|Greetings|Hey||`),
  site: sites,
  url: urls,
  sum: sums,
  name: names,
  carrier: carriers,
  item: list(`item|bag|phone|sofa|bike|camera|dress|watch|laptop|car`),
  phish: list(`
    Your {site} plan ran out, renew your payment method at {url}
    Toll unpaid: settle {sum} today or a penalty is added {url}
    {hello}, I paid for your {item} already, the money is waiting for you here {url}
    I ordered delivery through {carrier}, you only have to confirm receipt of the funds: {url}
    {hello} your {item} has been bought! To get {sum} open {url} and choose your bank
    {carrier}: your parcel is held at our depot, settle the outstanding charge of 1.99 at {url}
    We noticed a problem with your payout. Re-enter your card so that we can release it: {url}
    I made the payment with secure delivery, scan this code and put in your card number to get it
    Your {site} wallet is limited until you validate your details at {url}
    Final reminder, your refund of {sum} expires tonight, claim at {url}`),
  code: list(`
    Tell me the six digits that arrived, only to prove that you are not a cheat
    I typed your number by mistake when logging in, please tell me the six numbers you just got
    {hello}, to be sure you are a real seller I sent you a code, what is it?
    Google will text you a pin, send it to me so I know that you're not a scammer
    You will get an sms from {site}, forward it here so that I can finish the purchase
    the verification digits came to your phone by accident could you read them to me quickly`),
  courier: list(`
    I am at work all week so my agent from {carrier} will come with the cash in a sealed envelope, you only cover the insurance of {sum} and get it back
    I can't meet, {carrier} picks it up and pays you on my behalf, I just need your name, address and bank
    My mover comes tomorrow with the money. Before that you must pay their registration fee with a prepaid card
    {hello} I'm buying it for my nephew, a courier will collect and bring payment, please send your full name and email`),
  over: list(`
    I sent too much by mistake, return {sum} to my nephew with Zelle
    I will send a cheque of {sum} more than your price, keep the rest for your trouble and hand the balance to the shipper
    My secretary wrote the cheque for too much, cash it and wire the remainder to the mover
    The payment was sent with the shipping money included, now Western Union the extra to my agent
    I overpaid by mistake, please return {sum} by bank today, the rest is yours`),
  support: list(`
    This is {site} security. Your sale is blocked, write to our manager on WhatsApp +44 7700 900123
    Dear user, the moderators of {site} have frozen your ad. Confirm your identity at {url} within 12 hours
    {site} help centre: a buyer paid {sum} for your {item}, to credit it we need your card and the code from the bank
    Bank fraud team here, move your savings to the safe account that I give you`),
  prize: list(`
    CONGRATS!! you are today's lucky visitor, collect your {item} for 1 dollar at {url}
    WINNER your number was drawn for {sum}000 cash, call 09061 now to claim, 150p per min
    Free entry to win {sum} of vouchers, reply WIN, 18+ only
    U have been chosen for a free holiday! call claims line now
    You won the Facebook lottery, contact agent {name} on Telegram with your delivery fee`),
  money: list(`
    I turn {sum} into {sum}000 in five days with my trader, ask me how on Telegram
    Financial freedom starts here, guaranteed daily profit, join the group {url}
    bro this app pays {sum} a day just for liking videos, no skills, dm me
    Forex expert {name} doubled my bitcoin, message her on Instagram
    Make {sum} every day from your phone! Limited places, sign up {url}`),
  rent: list(`
    The flat is free but I live in Scotland now, send the first rent and I post the keys with {carrier}
    Since many people ask I need {sum} to hold the room for you, viewing is after the deposit
    I am a doctor on a mission abroad, the contract and keys come by {carrier} once the money is on my account
    Airbnb will handle it: you pay them, they hold the money, I send you the invoice by mail`),
  relative: list(`
    Hi mum this is my temporary number, my phone fell in the toilet. Are you home? I have to pay something urgently
    Dad it's me, lost my phone. Could you send {sum} to a friend for me, I pay you back tomorrow
    Hi grandma, can you help me with a payment today? my bank app isn't working on the new phone`),
  loan: list(`
    Do you need a loan? We offer from {sum}0 to 500000 at 2 percent without checks, apply by email
    Private lender gives serious loan to honest people, contact {name} on WhatsApp
    Bad credit? no problem, get {sum}0 today, just a small file fee`),
  mule: list(`
    Home assistant wanted: receive parcels, change the label, ship on, {sum} a week
    We transfer money to your account, you keep ten percent and forward the rest by crypto
    Easy online job, no interview, paid weekly, just give us your bank account
    Earn by letting us use your account for our customers, text me`),
  romance: list(`
    I'm sergeant {name}, in Syria now, I have a box with gold and trust only you
    My late husband left 4 million and I am dying of cancer, I want you to have it for charity
    I am barrister {name}, a client with your surname died and left no heir, we share fifty fifty
    My dear I love you already, I only need {sum} for the ticket to come to you`),
  outside: list(`
    Let us finish this on WhatsApp and skip the site, I give you more that way
    If you cancel here and send it to my account directly I make it {sum} cheaper
    Pay with a voucher from the petrol station, scratch it and text me the number, then I ship
    Only crypto please, send {sum} USDT and the {item} leaves today
    send friends and family so there is no fee and I post it straight away`),
  threat: list(`
    Your device is infected, call Windows support now
    We recorded you. Pay {sum}0 in bitcoin in 48 hours or all your contacts get the video
    You have an unpaid toll, a fine is due tomorrow, pay at {url}
    Your tax refund is ready, give your account to receive it {url}`),
  card: list(`
    To register the delivery they need your card number, the date and the three digits on the back
    please give bank name, card, balance on the card, then you get the money in five minutes
    for payout your card must have at least {sum} on it, otherwise it does not verify`),
};

const fr: Grammar = {
  story: list(
    `{phish}|{code}|{courier}|{over}|{support}|{prize}|{money}|{rent}|{relative}|{loan}|{mule}|{romance}|{outside}|{threat}|{card}`,
  ),
  hello: list(`Bonjour|Bonsoir|Salut|Bonjour Monsieur|Coucou|Bjr||`),
  site: sites,
  url: urls,
  sum: sums,
  name: names,
  carrier: carriers,
  item: list(`article|sac|téléphone|canapé|vélo|appareil photo|robe|montre|ordinateur|véhicule`),
  phish: list(`
    Assurance maladie : votre carte arrive à échéance, commandez la nouvelle sur {url}
    Péage non réglé, payez {sum} avant majoration sur {url}
    Votre abonnement est suspendu faute de paiement, mettez à jour votre carte {url}
    {hello}, j'ai réglé votre {item}, l'argent vous attend ici {url}
    J'ai commandé la livraison {carrier}, il vous reste à valider la réception des fonds : {url}
    {hello} votre {item} est vendu ! Pour toucher {sum} € ouvrez {url} et choisissez votre banque
    {carrier} : votre colis est bloqué, merci de régler les frais de 1,99 € sur {url}
    Nous avons un souci avec votre virement. Saisissez de nouveau votre carte pour le débloquer : {url}
    Votre carte vitale arrive à expiration, mettez à jour votre dossier {url}
    Votre porte-monnaie {site} est limité tant que vous ne validez pas vos données sur {url}
    Dernier rappel, votre remboursement de {sum} € expire ce soir, demandez-le sur {url}`),
  code: list(`
    Je me suis trompé de numéro en me connectant, donne moi les six chiffres que tu viens de recevoir stp
    {hello}, pour être sûr que vous êtes un vrai vendeur je vous ai envoyé un code, c'est quoi ?
    Vous allez recevoir un sms de {site}, transférez le moi pour que je finalise l'achat
    le code est arrivé sur votre téléphone par erreur, vous pouvez me le lire vite ?`),
  courier: list(`
    Je travaille toute la semaine, un agent {carrier} passera avec l'argent dans une enveloppe scellée, vous avancez juste l'assurance de {sum} € qui vous sera rendue
    Je ne peux pas me libérer, {carrier} vient chercher et vous paie pour moi, il me faut nom, adresse et banque
    Mon déménageur vient demain avec l'argent. Avant il faut payer leurs frais de dossier avec une recharge
    {hello} c'est pour mon neveu, un coursier passe le prendre et vous remet le règlement, envoyez votre nom complet et mail`),
  over: list(`
    J'ai versé trop par erreur, renvoyez {sum} à mon neveu par mandat
    Je vous envoie un chèque avec {sum} € de plus que votre prix, gardez un peu pour vous et remettez le reste au transporteur
    Ma secrétaire s'est trompée dans le chèque, encaissez et renvoyez la différence par mandat
    Le paiement est parti avec les frais de livraison inclus, maintenant reversez le surplus à mon agent
    J'ai trop versé par erreur, merci de me rendre {sum} € par virement aujourd'hui`),
  support: list(`
    Ici la sécurité {site}. Votre vente est bloquée, écrivez à notre conseiller sur WhatsApp +33 6 39 98 01 02
    Cher utilisateur, les modérateurs de {site} ont gelé votre annonce. Confirmez votre identité sur {url} sous 12 heures
    Centre d'aide {site} : un acheteur a payé {sum} €, pour les créditer il nous faut votre carte et le code de la banque
    Service fraude de votre banque, déplacez vos économies sur le compte sécurisé que je vous donne`),
  prize: list(`
    BRAVO !! vous êtes le visiteur du jour, récupérez votre {item} pour 1 euro sur {url}
    Votre numéro a été tiré au sort pour {sum}000 €, appelez vite pour réclamer
    Tentez de gagner {sum} € de bons d'achat, répondez GAGNER, 3 € par sms
    Félicitations vous êtes l'heureux gagnant de la loterie Facebook, contactez l'huissier Me {name} avec vos frais de remise`),
  money: list(`
    Je transforme {sum} € en {sum}00 € en cinq jours avec mon trader, demande moi sur Telegram
    La liberté financière commence ici, profit garanti chaque jour, rejoins le groupe {url}
    Salut cette appli paye {sum} € par jour juste pour liker des vidéos, viens en mp
    Gagnez {sum} € chaque jour depuis votre téléphone ! Places limitées, inscription {url}`),
  rent: list(`
    L'appartement est libre mais je vis maintenant en Écosse, envoyez le premier loyer et je poste les clefs avec {carrier}
    Beaucoup de demandes donc il me faut {sum} € pour vous garder la chambre, la visite c'est après l'acompte
    Je suis médecin en mission à l'étranger, contrat et clefs par {carrier} une fois la somme sur mon compte
    Airbnb s'occupe de tout : vous payez chez eux, ils gardent l'argent, je vous envoie la facture par mail`),
  relative: list(`
    Coucou maman c'est mon numéro provisoire, mon portable est tombé dans les toilettes. Tu es là ? j'ai un truc urgent à payer
    Papa c'est moi, j'ai perdu mon tel. Tu peux envoyer {sum} € à un ami, je te rends demain
    Mamie tu peux m'aider pour un paiement aujourd'hui ? mon appli bancaire marche pas sur le nouveau tel`),
  loan: list(`
    Besoin d'argent ? Je prête de {sum}0 à 500000 € à 2 % sans justificatif, réponse par mail
    Particulier sérieux accorde prêt aux personnes honnêtes, contactez {name} sur WhatsApp
    Fiché banque de France ? pas de problème, {sum}0 € aujourd'hui, juste de petits frais de dossier`),
  mule: list(`
    Cherche assistant à domicile : recevoir des colis, changer l'étiquette, réexpédier, {sum} € la semaine
    On verse l'argent sur votre compte, vous gardez dix pour cent et renvoyez le reste en crypto
    Petit job en ligne, sans entretien, payé chaque semaine, donnez juste votre RIB`),
  romance: list(`
    Je suis le sergent {name}, en Syrie, j'ai une caisse d'or et ne fais confiance qu'à vous
    Mon défunt mari a laissé 4 millions et je suis atteinte d'un cancer, je veux vous les léguer pour des œuvres
    Je suis maître {name}, un client du même nom que vous est mort sans héritier, nous partageons
    Mon amour il me manque {sum} € pour le billet et je viens te voir`),
  outside: list(`
    Finissons sur WhatsApp sans le site, vous y gagnez
    Si vous annulez ici et que vous m'envoyez la somme sur mon compte je baisse de {sum} €
    Payez avec un coupon du bureau de tabac, grattez et envoyez moi le numéro par sms, ensuite j'expédie
    Uniquement crypto svp, {sum} USDT et le {item} part aujourd'hui
    passe par l'option proche comme ça pas de frais et je l'envoie direct`),
  threat: list(`
    Votre ordinateur est infecté, appelez le support Windows
    Nous vous avons filmé. Payez {sum}0 € en bitcoin sous 48 h sinon vos contacts reçoivent la vidéo
    Amende impayée, majoration demain, réglez sur {url}
    Votre remboursement d'impôt est prêt, donnez votre compte pour le recevoir {url}`),
  card: list(`
    Pour enregistrer la livraison ils demandent le numéro de la carte, la date et les trois chiffres au dos
    donnez la banque, la carte et le solde de la carte, vous avez l'argent dans cinq minutes
    pour être payé la carte doit avoir au moins {sum} € dessus sinon ça ne valide pas`),
};

const de: Grammar = {
  story: list(
    `{phish}|{code}|{courier}|{over}|{support}|{prize}|{money}|{rent}|{relative}|{loan}|{mule}|{romance}|{outside}|{threat}`,
  ),
  hello: list(`Hallo|Guten Tag|Hi|Moin|Sehr geehrter Verkäufer||`),
  site: sites,
  url: urls,
  sum: sums,
  name: names,
  carrier: carriers,
  item: list(`Artikel|Tasche|Handy|Sofa|Fahrrad|Kamera|Kleid|Uhr|Laptop|Auto`),
  phish: list(`
    Ihre Freischaltung für das TAN-Verfahren endet heute, verlängern Sie unter {url}
    Ihr Abo wurde ausgesetzt, hinterlegen Sie Ihre Karte neu: {url}
    {hello}, ich habe schon für den {item} bezahlt, das Geld wartet hier auf Sie {url}
    Ich habe die Abholung mit {carrier} bestellt, Sie müssen nur den Empfang des Geldes bestätigen: {url}
    {carrier}: Ihr Paket liegt im Depot, bitte 1,99 Euro nachzahlen auf {url}
    Es gab ein Problem mit Ihrer Auszahlung. Tragen Sie Ihre Karte neu ein: {url}
    Ihr {site} Konto bleibt eingeschränkt, bis Sie Ihre Daten hier bestätigen {url}
    Letzte Erinnerung, Ihre Erstattung von {sum} Euro verfällt heute, {url}`),
  code: list(`
    Sag mir die sechs Ziffern, damit ich weiß dass du echt bist
    Ich habe aus Versehen deine Nummer eingegeben, sag mir bitte die sechs Zahlen die du gerade bekommen hast
    {hello}, damit ich weiß dass Sie echt sind kam ein Code zu Ihnen, wie lautet er?
    Sie bekommen gleich eine SMS von {site}, leiten Sie sie mir weiter damit ich kaufen kann`),
  courier: list(`
    Ich arbeite die ganze Woche, ein Fahrer von {carrier} kommt mit dem Geld im Umschlag, Sie legen nur die Versicherung von {sum} Euro aus
    Ich kann nicht kommen, {carrier} holt ab und zahlt für mich, ich brauche Name, Adresse und Bank
    {hello} es ist für meinen Neffen, ein Kurier holt es und bringt das Geld, bitte Namen und Mail schicken`),
  over: list(`
    Aus Versehen habe ich zu viel geschickt, gib {sum} bitte an meinen Neffen weiter
    Ich schicke einen Scheck über {sum} Euro mehr als der Preis, den Rest geben Sie dem Spediteur
    Meine Sekretärin hat zu viel überwiesen, bitte schicken Sie die Differenz per Western Union zurück
    Aus Versehen zu viel bezahlt, bitte {sum} Euro heute noch zurück`),
  support: list(`
    Hier die Sicherheit von {site}. Ihr Verkauf ist gesperrt, schreiben Sie unserem Mitarbeiter auf WhatsApp
    Sehr geehrter Nutzer, Ihre Anzeige wurde eingefroren. Bestätigen Sie Ihre Identität unter {url} in 12 Stunden
    Betrugsabteilung Ihrer Bank, bitte Ersparnisse auf das sichere Konto verschieben`),
  prize: list(`
    GLÜCKWUNSCH!! Sie sind Besucher des Tages, {item} für 1 Euro abholen: {url}
    Ihre Nummer wurde gezogen, {sum}000 Euro Gewinn, jetzt anrufen
    Gewinne Gutscheine für {sum} Euro, antworte mit GEWINN, 3 Euro pro SMS`),
  money: list(`
    Ich mache aus {sum} Euro in fünf Tagen {sum}00 mit meinem Trader, frag mich auf Telegram
    Finanzielle Freiheit, jeden Tag sicherer Gewinn, komm in die Gruppe {url}
    Verdiene {sum} Euro am Tag mit dem Handy! Wenige Plätze, {url}`),
  rent: list(`
    Die Wohnung ist frei, aber ich lebe jetzt in Schottland, überweisen Sie die erste Miete und die Schlüssel kommen mit {carrier}
    Wegen vieler Anfragen brauche ich {sum} Euro zur Reservierung, Besichtigung erst nach der Kaution
    Ich bin Arzt im Auslandseinsatz, Vertrag und Schlüssel kommen sobald das Geld da ist`),
  relative: list(`
    Hallo Mama das ist meine vorläufige Nummer, mein Handy ist ins Klo gefallen. Bist du da? Ich muss dringend was bezahlen
    Papa ich bins, Handy weg. Kannst du {sum} Euro an einen Freund schicken, morgen zurück
    Oma kannst du mir heute bei einer Zahlung helfen? meine Bank App geht nicht`),
  loan: list(`
    Brauchen Sie Geld? Wir geben {sum}0 bis 500000 Euro zu 2 Prozent ohne Prüfung, Mail genügt
    Privater Geldgeber hilft ehrlichen Menschen, {name} auf WhatsApp anschreiben`),
  mule: list(`
    Heimarbeit: Pakete annehmen, umetikettieren, weiterschicken, {sum} Euro die Woche
    Wir überweisen auf Ihr Konto, Sie behalten zehn Prozent und senden den Rest als Krypto`),
  romance: list(`
    Ich bin Sergeant {name}, in Syrien, ich habe eine Kiste Gold und vertraue nur dir
    Mein verstorbener Mann hinterließ 4 Millionen, ich bin todkrank und möchte sie Ihnen schenken
    Schatz mir fehlen {sum} Euro für das Ticket, dann komme ich zu dir`),
  outside: list(`
    Machen wir es über WhatsApp ohne die Seite, dann haben Sie mehr davon
    Wenn Sie hier stornieren und direkt auf mein Konto zahlen wird es {sum} Euro billiger
    Kaufen Sie einen Gutschein an der Tankstelle, freirubbeln und mir die Nummer schicken, dann geht es raus
    Nur Krypto bitte, {sum} USDT und der {item} geht heute raus
    schick es als Freunde, dann keine Gebühr und ich versende sofort`),
  threat: list(`
    Ihr Computer ist infiziert, rufen Sie den Windows Support an
    Wir haben Sie gefilmt. Zahlen Sie {sum}0 Euro in Bitcoin in 48 Stunden
    Ihre Steuererstattung liegt bereit, Konto angeben unter {url}`),
};

const es: Grammar = {
  story: list(
    `{phish}|{code}|{courier}|{over}|{support}|{prize}|{money}|{rent}|{relative}|{loan}|{mule}|{romance}|{outside}|{threat}`,
  ),
  hello: list(`Hola|Buenas|Buenos días|Hola amigo|Estimado||`),
  site: sites,
  url: urls,
  sum: sums,
  name: names,
  carrier: carriers,
  item: list(`artículo|bolso|móvil|sofá|cámara|vestido|reloj|portátil|coche`),
  phish: list(`
    Tu suscripción se ha suspendido, actualiza la tarjeta en {url}
    Peaje pendiente, abone {sum} hoy o habrá recargo {url}
    {hello}, ya pagué tu {item}, el dinero te espera aquí {url}
    He pedido el envío con {carrier}, solo tienes que confirmar la recepción del dinero: {url}
    {carrier}: tu paquete está retenido, abona 1,99 euros en {url}
    Hubo un problema con tu cobro. Vuelve a poner tu tarjeta: {url}
    Tu cuenta de {site} queda limitada hasta que valides tus datos en {url}
    Último aviso, tu devolución de {sum} euros caduca hoy, {url}`),
  code: list(`
    Dime los seis números que te llegaron para saber que eres real
    Puse tu número por error, dime los seis números que te acaban de llegar
    {hello}, para saber que eres real te mandé un código, cuál es?
    Te llega un sms de {site}, reenvíamelo para terminar la compra`),
  courier: list(`
    Trabajo toda la semana, un agente de {carrier} irá con el dinero en un sobre cerrado, tú solo adelantas el seguro de {sum} euros
    No puedo ir, {carrier} recoge y te paga por mí, necesito nombre, dirección y banco
    {hello} es para mi sobrino, un mensajero pasa y te lleva el dinero, mándame nombre y correo`),
  over: list(`
    Te mandé de más por error, reenvía {sum} a mi sobrino
    Trabajo embarcado y no puedo ir, mi agente lo recoge y le pago de más para él
    Te envío un cheque con {sum} euros más que el precio, el resto se lo das al transportista
    Mi secretaria pagó de más, devuélveme la diferencia por Western Union
    Pagué de más sin querer, devuelve {sum} euros hoy`),
  support: list(`
    Seguridad de {site}. Tu venta está bloqueada, escribe a nuestro agente por WhatsApp
    Estimado usuario, tu anuncio fue congelado. Confirma tu identidad en {url} en 12 horas
    Departamento de fraude de su banco, mueva sus ahorros a la cuenta segura`),
  prize: list(`
    ENHORABUENA!! eres el visitante del día, tu {item} por 1 euro en {url}
    Tu número salió premiado con {sum}000 euros, llama ya
    Gana vales de {sum} euros, responde GANAR, 3 euros por sms`),
  money: list(`
    Convierto {sum} euros en {sum}00 en cinco días con mi trader, pregúntame por Telegram
    Libertad financiera, beneficio seguro cada día, entra al grupo {url}
    Gana {sum} euros al día con el móvil! Plazas limitadas {url}`),
  rent: list(`
    El piso está libre pero ahora vivo en Escocia, manda el primer mes y las llaves llegan con {carrier}
    Hay mucha gente, necesito {sum} euros para guardarte la habitación, la visita es después de la señal
    Soy médico en misión fuera, contrato y llaves cuando el dinero esté en mi cuenta`),
  relative: list(`
    Hola mamá este es mi número provisional, se me cayó el móvil al váter. Estás? tengo que pagar algo urgente
    Papá soy yo, perdí el móvil. Mandas {sum} euros a un amigo, mañana te los doy
    Abuela me ayudas con un pago hoy? no me va la app del banco`),
  loan: list(`
    Necesitas dinero? Damos de {sum}0 a 500000 euros al 2 por ciento sin papeles, escribe un correo
    Prestamista particular serio, contacta a {name} por WhatsApp`),
  mule: list(`
    Trabajo en casa: recibir paquetes, cambiar la etiqueta y reenviar, {sum} euros por semana
    Te ingresamos dinero, te quedas el diez por ciento y mandas el resto en cripto`),
  romance: list(`
    Soy el sargento {name}, en Siria, tengo una caja con oro y solo confío en ti
    Mi difunto esposo dejó 4 millones, estoy enferma y quiero donártelos
    Amor me faltan {sum} euros para el billete y voy a verte`),
  outside: list(`
    Lo hacemos por WhatsApp sin la página y sales ganando
    Si cancelas aquí y me pagas a mi cuenta te lo dejo {sum} euros más barato
    Compra una tarjeta en el estanco, rasca y mándame el número, luego lo envío
    Solo cripto, {sum} USDT y el {item} sale hoy`),
  threat: list(`
    Su ordenador está infectado, llame al soporte de Windows
    Te hemos grabado. Paga {sum}0 euros en bitcoin en 48 horas
    Su devolución de hacienda está lista, ponga su cuenta en {url}`),
};

const it: Grammar = {
  story: list(
    `{phish}|{code}|{courier}|{over}|{support}|{prize}|{money}|{rent}|{relative}|{loan}|{mule}|{romance}|{outside}|{threat}`,
  ),
  hello: list(`Ciao|Salve|Buongiorno|Buonasera|Gentile venditore||`),
  site: sites,
  url: urls,
  sum: sums,
  name: names,
  carrier: carriers,
  item: list(`articolo|borsa|telefono|divano|bici|fotocamera|vestito|orologio|portatile|auto`),
  phish: list(`
    Il tuo abbonamento è sospeso, aggiorna la carta su {url}
    Pedaggio non saldato, paghi {sum} oggi o scatta la sanzione {url}
    {hello}, ho già pagato il tuo {item}, i soldi ti aspettano qui {url}
    Ho ordinato la consegna con {carrier}, devi solo confermare la ricezione del denaro: {url}
    {carrier}: il pacco è fermo in deposito, paga 1,99 euro su {url}
    Problema con il tuo accredito. Inserisci di nuovo la carta: {url}
    Il conto {site} resta limitato finché non convalidi i dati su {url}
    Ultimo avviso, il rimborso di {sum} euro scade oggi, {url}`),
  code: list(`
    Dimmi i sei numeri che ti sono arrivati così so che sei vero
    Ho scritto il tuo numero per sbaglio, dimmi le sei cifre che ti sono appena arrivate
    {hello}, per sapere che sei reale ti ho mandato un codice, qual è?
    Ti arriva un sms da {site}, giramelo così finisco l'acquisto`),
  courier: list(`
    Lavoro tutta la settimana, un incaricato {carrier} passa con i soldi in busta chiusa, tu anticipi solo l'assicurazione di {sum} euro
    Non posso venire, {carrier} ritira e ti paga per me, mi servono nome, indirizzo e banca
    {hello} è per mio nipote, un corriere passa e ti porta i soldi, mandami nome e mail`),
  over: list(`
    Ti ho mandato troppo per sbaglio, gira {sum} a mio nipote
    Lavoro imbarcato e non posso venire, il mio agente ritira e le pago di più per lui
    Ti mando un assegno di {sum} euro in più del prezzo, il resto lo dai al trasportatore
    La mia segretaria ha pagato troppo, rimanda la differenza con Western Union
    Ho pagato di più per errore, restituisci {sum} euro oggi`),
  support: list(`
    Sicurezza {site}. La vendita è bloccata, scrivi al nostro operatore su WhatsApp
    Gentile utente, l'annuncio è congelato. Conferma l'identità su {url} entro 12 ore
    Ufficio frodi della banca, sposti i risparmi sul conto sicuro che le do`),
  prize: list(`
    COMPLIMENTI!! sei il visitatore del giorno, il tuo {item} a 1 euro su {url}
    Il tuo numero è stato estratto per {sum}000 euro, chiama subito
    Vinci buoni da {sum} euro, rispondi VINCI, 3 euro a sms`),
  money: list(`
    Trasformo {sum} euro in {sum}00 in cinque giorni con il mio trader, chiedimi su Telegram
    Libertà finanziaria, guadagno sicuro ogni giorno, entra nel gruppo {url}
    Guadagna {sum} euro al giorno col telefono! Posti limitati {url}`),
  rent: list(`
    L'appartamento è libero ma ora vivo in Scozia, manda il primo affitto e le chiavi arrivano con {carrier}
    Tante richieste, mi servono {sum} euro per tenerti la stanza, la visita è dopo la caparra
    Sono medico in missione, contratto e chiavi appena i soldi sono sul conto`),
  relative: list(`
    Ciao mamma questo è il mio numero provvisorio, il telefono è caduto nel water. Ci sei? devo pagare una cosa urgente
    Papà sono io, ho perso il telefono. Mandi {sum} euro a un amico, domani te li ridò
    Nonna mi aiuti con un pagamento oggi? non va l'app della banca`),
  loan: list(`
    Serve denaro? Prestiamo da {sum}0 a 500000 euro al 2 per cento senza garanzie, basta una mail
    Privato serio presta a persone oneste, contatta {name} su WhatsApp`),
  mule: list(`
    Lavoro da casa: ricevere pacchi, cambiare etichetta e rispedire, {sum} euro a settimana
    Ti versiamo i soldi, tieni il dieci per cento e mandi il resto in cripto`),
  romance: list(`
    Sono il sergente {name}, in Siria, ho una cassa d'oro e mi fido solo di te
    Il mio defunto marito ha lasciato 4 milioni, sono malata e voglio donarli a te
    Amore mi mancano {sum} euro per il biglietto e vengo da te`),
  outside: list(`
    Facciamo su WhatsApp senza il sito, ci guadagni
    Se annulli qui e paghi sul mio conto te lo lascio a {sum} euro in meno
    Compra una ricarica in tabaccheria, gratta e mandami il numero, poi spedisco
    Solo cripto, {sum} USDT e il {item} parte oggi`),
  threat: list(`
    Il suo computer è infetto, chiami il supporto Windows
    Ti abbiamo filmato. Paga {sum}0 euro in bitcoin entro 48 ore
    Il suo rimborso fiscale è pronto, metta il conto su {url}`),
};

/** By language; each has the list `story`. */
export const scams: Readonly<Record<string, Grammar>> = { en, fr, de, es, it };
