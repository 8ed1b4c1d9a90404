/**
 * Honest messages and ads in five languages that speak of the things that scams speak of: payment, codes, links, couriers, deposits,
 * family, holidays. Written for training; ordinary ads and messages come from `../abuse/honest.ts`.
 */
import { type Grammar, list } from "../grammar.ts";

const n = list(`2|3|5|10|15|20|25|30|40|60|75|90|120`);

const en: Grammar = {
  n,
  day: list(`Monday|Tuesday|Saturday|Sunday|tomorrow|tonight|next week`),
  message: list(`
    The code of the lock is {n}{n}, I will write it on the manual
    The padlock opens with {n}{n}
    There is about {n} of import duty from Switzerland, you pay it to the postman
    My phone screen broke so I answer from the laptop
    The combination of the safe is in the envelope
    Read the code on the parcel locker, it opened right away
    I refund you the difference through the app, I charged too much postage
    Paid through the site just now, let me know when you post it
    The payment is still pending in the app, it usually takes {n} hours
    I dropped it at the parcel shop, tracking number is in the order
    Could you send me the link of the original product page?
    The discount code did not work at the checkout, can you lower it by {n}?
    What's the door code? I'm in front of the building
    The gate code is {n}{n}, third floor
    Can you lower it to {n}? I can pick it up {day} with cash
    My brother will come {day}, he has the exact amount
    I'm abroad on holiday until {day}, can you keep it for me?
    Would you post to Germany? I'd pay the postage through the app
    Please use the buy button, I don't do deals outside the app
    I don't accept bank transfers, sorry, only the site's checkout
    The deposit for the flat is one month and is paid when we sign, after you visited
    First month and deposit due at signing, viewing on {day}
    Application fee {n} dollars, credit check, text me for a showing
    Someone tried to get a verification code out of me, careful with that
    Is this a scam? he wants me to pay with gift cards
    I reported him, he asked for my card number
    Call me when you get here, my number is in the profile
    Courier collected it this morning, should be with you {day}
    My courier can collect from your door if you're ok with boxing it
    DHL says delivery on {day} between 9 and 12
    Sorry I overcharged you for postage, I refunded {n} through the app
    You won the auction, thank you! I'll ship {day}
    Congratulations on the baby! hope she likes the onesie
    It's a gift for my mum, can you wrap it?
    Hi mum, I'm home, what's for dinner?
    mum can you pick me up at {n} past four
    Free to collect, first come first served
    Free delivery within {n} miles
    I work from home so any time is fine
    I'm in the army so I'm only back at weekends
    Do you have the receipt and the original box?
    My account is under my wife's name, just so you know
    Bought for {n}0 last year, card receipt included
    Is it unlocked? no iCloud on it?
    Battery health {n} percent, reset and removed from my account
    Gift card worth {n}, never used, selling because I don't shop there
    Can I pay half now and half {day} in the app?
    The bank holiday delays the payout, support told me {n} days
    Support answered: the refund is on its way
    The app is great but support never answers, my account was blocked for no reason
    I was scammed by a seller, the site did nothing and kept my money
    Refund took {n} days, never again
    Too many fees since the last update, I'm leaving
    Seller cancelled after I had paid, still waiting for my money back
    Fast delivery, well packed, thank you
    Ten years on this site and never a problem
    My parcel was lost, the carrier says it was delivered
    They limited my account after {n} sales, ridiculous
    Buyer opened a dispute because of a tiny mark
    You can sell quickly but beware of crooks
    I earn a little extra by selling the kids' clothes
    I sold {n} things in a week, love it
    Please confirm your address so that I can post it
    Can you send me your full name and address for the label?
    What's your postcode? I'll check the shipping cost
    Could you confirm the size before I order?
    Please let me know when it arrives
    Send me more photos of the back please
    Can you send a picture of the label and the serial number?
    Here is the link to the measurements {n}x{n}
    I'll call you when I'm outside, is the number in your profile right?
    Thank you, payment received, posting {day}
    The refund has been sent, please check your account in the app
    Order confirmed, it leaves {day}
    Please accept my offer of {n} and I pay right away
    I made an offer of {n} through the button, please confirm
    Is the price negotiable? I can pay today
    Can you ship today? I need it urgently for {day}
    Would you take {n} for both? I'd collect {day}
    Your item looks great, is it the 2019 model?
    Please click follow if you want to see more of my wardrobe
    Sorry, it has been sold, someone paid this morning
    Could you reserve it until {day}?
    I need the exact weight for customs, do you know it?
    The code on the box is {n}{n}{n}, does it match?
    My email is not working, please answer here
    I paid today through the app, please send it soon
    The money left my account, the order still says pending
    I would like my money back, it arrived broken
    Can I collect tomorrow and pay cash?
    I'll let you know when the parcel arrives`),
};

const fr: Grammar = {
  n,
  day: list(`lundi|mardi|samedi|dimanche|demain|ce soir|la semaine prochaine`),
  message: list(`
    Le code du cadenas est {n}{n}, je le note sur la notice
    Il y a environ {n} euros de douane depuis la Suisse
    Les frais de douane sont à la charge de l'acheteur, {n} euros environ
    Mon écran est cassé, je réponds depuis l'ordinateur
    La combinaison de la valise est dans la pochette
    Je vous rembourse la différence via le site, j'ai compté trop de port
    Depuis la Suisse il faut compter {n} francs de port
    Je viens de payer par le site, dites moi quand vous l'envoyez
    Le paiement est encore en attente dans l'appli, ça prend {n} heures
    Je l'ai déposé au point relais, le numéro de suivi est dans la commande
    Vous pouvez m'envoyer le lien de la fiche produit ?
    Le code promo ne marche pas au moment de payer, vous baissez de {n} € ?
    C'est quoi le code de la porte ? je suis en bas
    Le code de l'immeuble c'est {n}B{n}, troisième étage
    Vous le laissez à {n} € ? je passe {day} avec les espèces
    Mon frère passera {day}, il aura l'appoint
    Je suis en vacances à l'étranger jusqu'à {day}, vous pouvez me le garder ?
    Vous envoyez en Belgique ? je paie les frais de port par l'appli
    Passez par le bouton acheter svp, je ne fais rien hors du site
    Je n'accepte pas les virements, désolé, paiement sécurisé uniquement
    La caution est d'un mois, à verser à la signature du bail après la visite
    Premier loyer et caution à la remise des clefs, visite {day}
    Quelqu'un a essayé de me soutirer un code par sms, faites attention
    C'est une arnaque ? il veut que je paye en coupons
    Je l'ai signalé, il me demandait mon numéro de carte
    Appelez moi en arrivant, mon numéro est dans le profil
    Le transporteur est passé ce matin, vous l'aurez {day}
    Mon livreur peut venir le chercher chez vous si vous l'emballez
    Chronopost annonce {day} entre 9 h et 12 h
    Pardon pour le trop perçu sur le port, je vous ai remboursé {n} € par l'appli
    Vous avez gagné l'enchère, merci ! j'envoie {day}
    Félicitations pour le bébé ! j'espère que le body plaira
    C'est un cadeau pour ma mère, vous pouvez l'emballer ?
    Coucou maman, je suis rentrée, on mange quoi ?
    Maman tu viens me chercher à {n} ?
    Gratuit à venir chercher, premier arrivé premier servi
    Livraison offerte à moins de {n} km
    Je travaille à la maison donc n'importe quelle heure
    Je suis militaire, je ne rentre que le week-end
    Vous avez la facture et la boîte d'origine ?
    Le compte est au nom de mon mari, pour info
    Acheté {n}0 € l'an dernier, ticket de carte fourni
    Il est désimlocké ? plus de compte iCloud dessus ?
    Carte cadeau de {n} €, jamais utilisée, je n'y vais pas
    Je peux payer la moitié maintenant et le reste {day} dans l'appli ?
    Le jour férié retarde le versement, le support m'a dit {n} jours
    Le service client a répondu : le remboursement est parti
    J'ai réglé par virement en {n}, facture à l'appui
    Application géniale mais le service client ne répond jamais, mon compte a été bloqué sans raison
    Je me suis fait arnaquer par une vendeuse, le site n'a rien fait et garde mon argent
    Remboursement au bout de {n} jours, plus jamais
    Trop de frais depuis la mise à jour, je quitte
    La vendeuse a annulé après mon paiement, j'attends toujours mon argent
    Envoi rapide, bien emballé, merci
    Dix ans sur ce site et jamais de souci
    Mon colis est perdu, le transporteur dit qu'il est livré
    Ils ont limité mon compte après {n} ventes, ridicule
    L'acheteuse a ouvert un litige pour une tache minuscule
    On vend vite mais attention aux escrocs
    Ça arrondit les fins de mois de vendre les vêtements des enfants
    J'ai vendu {n} articles en une semaine, j'adore
    Impossible de récupérer mon porte-monnaie, toujours en vérification
    Ils demandent une pièce d'identité pour débloquer les ventes, c'est long
    Je recommande, transaction parfaite, article conforme
    L'appli bugue, je n'arrive pas à me connecter ni à changer mon mot de passe
    Merci de confirmer votre adresse pour que je l'expédie
    Vous pouvez m'envoyer votre nom et adresse pour l'étiquette ?
    C'est quoi votre code postal ? je regarde le prix du port
    Vous confirmez la taille avant que je commande ?
    Dites moi quand vous l'avez reçu
    Envoyez moi d'autres photos du dos svp
    Vous pouvez prendre en photo l'étiquette et le numéro de série ?
    Je vous appelle quand je suis en bas, le numéro du profil est bon ?
    Merci, paiement reçu, j'envoie {day}
    Le remboursement est parti, regardez votre compte dans l'appli
    Commande validée, ça part {day}
    Acceptez mon offre à {n} et je paie tout de suite
    J'ai fait une offre à {n} avec le bouton, merci de confirmer
    Le prix est négociable ? je peux payer aujourd'hui
    Vous pouvez envoyer aujourd'hui ? c'est urgent, pour {day}
    {n} € les deux ? je viens {day}
    Désolée c'est vendu, quelqu'un a payé ce matin
    Vous pouvez me le réserver jusqu'à {day} ?
    Le code sur la boîte c'est {n}{n}, ça correspond ?
    Mon mail ne marche pas, répondez ici
    Je vous mets 5 étoiles dès réception`),
};

const de: Grammar = {
  n,
  day: list(`Montag|Dienstag|Samstag|Sonntag|morgen|heute Abend|nächste Woche`),
  message: list(`
    Der Code vom Zahlenschloss ist {n}{n}
    Das Schloss geht mit {n}{n} auf, steht auch in der Anleitung
    Aus der Schweiz kommen etwa {n} Euro Zoll dazu
    Mein Display ist kaputt, ich antworte vom Rechner
    Die Kombination für den Koffer lege ich bei
    Die Differenz erstatte ich dir über die App
    Der Türcode ist {n}{n}, dritter Stock
    Habe eben über die Seite bezahlt, sagen Sie Bescheid wenn es rausgeht
    Die Zahlung ist in der App noch offen, dauert {n} Stunden
    Paket ist im Shop abgegeben, Sendungsnummer steht in der Bestellung
    Können Sie mir den Link zum Originalprodukt schicken?
    Der Rabattcode geht an der Kasse nicht, {n} Euro weniger?
    Wie ist der Türcode? ich stehe unten
    Für {n} Euro? Ich hole es {day} ab, bar
    Mein Bruder kommt {day}, er hat es passend
    Ich bin bis {day} im Urlaub im Ausland, können Sie es zurücklegen?
    Versand nach Österreich? Ich zahle das Porto über die App
    Bitte den Kaufen-Knopf nehmen, nichts außerhalb der Plattform
    Überweisung mache ich nicht, nur sicher bezahlen
    Kaution ist eine Monatsmiete, fällig bei Unterschrift nach der Besichtigung
    Jemand wollte einen Code von mir, Vorsicht
    Ist das Betrug? er will Gutscheinkarten
    Ich habe ihn gemeldet, er wollte meine Kartennummer
    Rufen Sie an wenn Sie da sind
    Der Kurier war heute da, kommt {day} an
    DHL kommt {day} zwischen 9 und 12
    Sie haben die Auktion gewonnen, danke! Versand {day}
    Glückwunsch zum Baby!
    Geschenk für meine Mutter, können Sie es einpacken?
    Hallo Mama, bin zu Hause, was gibt es zu essen?
    Zu verschenken, Selbstabholer
    Ich arbeite von zu Hause, Uhrzeit egal
    Bin bei der Bundeswehr und nur am Wochenende da
    Gibt es Rechnung und Karton?
    Letztes Jahr {n}0 Euro, Beleg dabei
    Ist es entsperrt? kein iCloud Konto mehr drauf?
    Gutschein über {n} Euro, unbenutzt, brauche ihn nicht
    Der Kundendienst sagt die Erstattung ist unterwegs
    App ist gut, aber der Kundendienst antwortet nie, mein Konto wurde ohne Grund gesperrt
    Wurde von einem Verkäufer betrogen, die Seite tut nichts
    Erstattung dauerte {n} Tage
    Käufer hat storniert nachdem ich verpackt hatte
    Schneller Versand, gut verpackt, danke
    Paket verloren, angeblich zugestellt
    Zu viele Gebühren seit dem Update
    Bitte Adresse bestätigen, dann verschicke ich es
    Können Sie mir Namen und Adresse für das Etikett schicken?
    Wie ist Ihre Postleitzahl?
    Bitte noch Fotos von hinten schicken
    Danke, Zahlung ist da, Versand {day}
    Erstattung ist raus, schauen Sie in die App
    Bitte Angebot über {n} annehmen, ich zahle sofort
    Können Sie heute verschicken? ist dringend
    Leider verkauft, hat heute früh jemand bezahlt
    Reservieren bis {day}?
    Der Code auf der Schachtel ist {n}{n}
    Habe heute über die App bezahlt, bitte zeitnah verschicken
    Geld ist überwiesen wie auf der Seite angegeben, wann geht es raus?
    Bezahlung ist raus, danke
    Darf ich morgen abholen und bar zahlen?
    Ich hätte gerne das Geld zurück, der Artikel ist defekt
    Kann ich den Link zum Ersatzteil haben?
    Ich melde mich sobald das Paket da ist
    Bitte nicht hier ans Telefon, schreiben reicht`),
};

const es: Grammar = {
  n,
  day: list(`lunes|martes|sábado|domingo|mañana|esta noche|la semana que viene`),
  message: list(`
    El código del candado es {n}{n}
    Desde Suiza hay unos {n} euros de aduana
    Se me rompió la pantalla, contesto desde el ordenador
    La combinación de la maleta va en el sobre
    Te devuelvo la diferencia por la aplicación
    El código del portal es {n}{n}, tercer piso
    Acabo de pagar por la app, avísame cuando lo envíes
    El pago sigue pendiente en la aplicación, tarda {n} horas
    Lo dejé en el punto de recogida, el seguimiento está en el pedido
    Me pasas el enlace del producto original?
    El código de descuento no funciona al pagar, me bajas {n} euros?
    Cuál es el código del portal? estoy abajo
    Me lo dejas en {n}? voy {day} con efectivo
    Mi hermano pasa {day}, lleva el importe justo
    Estoy de vacaciones fuera hasta {day}, me lo guardas?
    Envías a Portugal? pago los gastos por la app
    Compra con el botón por favor, no hago nada fuera
    No acepto transferencias, solo la app
    La fianza es un mes y se paga al firmar después de la visita
    Alguien quiso sacarme un código, cuidado
    Es una estafa? quiere que pague con tarjetas regalo
    Lo denuncié, pedía mi número de tarjeta
    Llámame cuando llegues
    El mensajero pasó esta mañana, te llega {day}
    Ganaste la subasta, gracias! envío {day}
    Felicidades por el bebé!
    Es un regalo para mi madre, lo envuelves?
    Hola mamá, ya estoy en casa, qué hay de cenar?
    Gratis a quien venga a buscarlo
    Trabajo desde casa, cualquier hora va bien
    Tienes factura y caja?
    Costó {n}0 euros el año pasado, con ticket
    Está libre? sin cuenta de iCloud?
    Tarjeta regalo de {n} euros sin usar
    El servicio de atención dice que el reembolso está en camino
    La app va bien pero atención al cliente no contesta, bloquearon mi cuenta sin motivo
    Me estafó un vendedor y la página no hizo nada
    El reembolso tardó {n} días
    Envío rápido, bien embalado, gracias
    El paquete se perdió, dicen que está entregado
    Demasiadas comisiones desde la actualización
    Confírmame la dirección y lo envío
    Me mandas tu nombre y dirección para la etiqueta?
    Cuál es tu código postal?
    Envíame más fotos por detrás
    Gracias, pago recibido, sale {day}
    El reembolso está hecho, mira tu cuenta en la app
    Acepta mi oferta de {n} y pago ya
    Puedes enviarlo hoy? es urgente
    Lo siento, vendido, pagaron esta mañana
    Me lo reservas hasta {day}?
    El código de la caja es {n}{n}
    He pagado hoy por la app, envíalo cuando puedas
    El dinero ya salió de mi cuenta, sale pendiente en la app
    Quisiera que me devuelvas el dinero, llegó roto
    Puedo recogerlo mañana y pagar en efectivo?
    Te aviso cuando llegue el paquete`),
};

const it: Grammar = {
  n,
  day: list(`lunedì|martedì|sabato|domenica|domani|stasera|la prossima settimana`),
  message: list(`
    Il codice del lucchetto è {n}{n}
    Dalla Svizzera ci sono circa {n} euro di dogana
    Mi si è rotto lo schermo, rispondo dal computer
    La combinazione della valigia è nella busta
    Ti rimborso la differenza tramite l'app
    Il codice del portone è {n}{n}, terzo piano
    Ho appena pagato dal sito, fammi sapere quando spedisci
    Il pagamento è ancora in sospeso nell'app, ci vogliono {n} ore
    L'ho lasciato al punto di ritiro, il tracking è nell'ordine
    Mi mandi il link del prodotto originale?
    Il codice sconto non va alla cassa, mi togli {n} euro?
    Qual è il codice del portone? sono sotto
    Me lo lasci a {n}? passo {day} con i contanti
    Mio fratello passa {day}, ha i soldi contati
    Sono in vacanza all'estero fino a {day}, me lo tieni?
    Spedisci in Svizzera? pago le spese dall'app
    Usa il tasto compra per favore, non faccio niente fuori dal sito
    Non accetto bonifici, solo il pagamento del sito
    La cauzione è un mese e si paga alla firma dopo la visita
    Qualcuno voleva un codice da me, attenzione
    È una truffa? vuole che paghi con carte regalo
    L'ho segnalato, chiedeva il numero della carta
    Chiamami quando arrivi
    Il corriere è passato stamattina, ti arriva {day}
    Hai vinto l'asta, grazie! spedisco {day}
    Auguri per il bimbo!
    È un regalo per mia madre, lo incarti?
    Ciao mamma, sono a casa, cosa si mangia?
    Gratis a chi viene a prenderlo
    Lavoro da casa, va bene qualsiasi ora
    Hai scontrino e scatola?
    Pagato {n}0 euro l'anno scorso, con ricevuta
    È sbloccato? senza account iCloud?
    Carta regalo da {n} euro mai usata
    L'assistenza dice che il rimborso è partito
    App bella ma l'assistenza non risponde mai, account bloccato senza motivo
    Sono stato truffato da un venditore e il sito non ha fatto nulla
    Rimborso dopo {n} giorni
    Spedizione veloce, ben imballato, grazie
    Pacco perso, risulta consegnato
    Troppe commissioni dopo l'aggiornamento
    Confermi l'indirizzo e spedisco
    Mi manda nome e indirizzo per l'etichetta?
    Qual è il suo codice postale?
    Mandami altre foto del retro
    Grazie, pagamento ricevuto, parte {day}
    Rimborso fatto, guarda il conto nell'app
    Accetta la mia offerta di {n} e pago subito
    Puoi spedire oggi? è urgente
    Mi dispiace, venduto, hanno pagato stamattina
    Me lo riservi fino a {day}?
    Il codice sulla scatola è {n}{n}
    Ho pagato oggi con l'app, spedisci quando puoi
    I soldi sono usciti dal conto, risulta in attesa sul sito
    Vorrei indietro i soldi, è arrivato rotto
    Posso ritirare domani e pagare in contanti?
    Ti avviso quando arriva il pacco`),
};

/** By language; each has the list `message`. */
export const honestDeals: Readonly<Record<string, Grammar>> = { en, fr, de, es, it };
