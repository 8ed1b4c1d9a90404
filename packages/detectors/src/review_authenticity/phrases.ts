/**
 * What reviews say of themselves when they are none: paid or traded ones, advertisements, texts about something else.
 * Written for Assay. Notation as in `compilePhrases`.
 */
import type { CueTable } from "../text/cues.ts";

export const cues = {
  /** Written for money, a gift or a refund. */
  paid: {
    en: [
      "(in exchange|in return|exchange) for (a |an |my |this |writing |leaving |posting |honest |good |positive |5 star )..3 (review|rating|feedback|stars)",
      "(paid|pay|pays|offered|offer|offers|gave|give|compensated|rewarded|refunded|reimbursed) ..4 (for|to) ..2 (write|writing|leave|leaving|post|posting|give|giving|this|a|my|good|positive|5 star|five star) ..3 (review*|rating|feedback|stars)",
      "(free|discounted) (product|item|sample|gift|one) (for|in exchange for|in return for) ..3 (review|rating|feedback|stars)",
      "(gift card|voucher|coupon|refund|discount|cash back|cashback) .. (for|if|after|against) ..3 (review|rating|5 stars|five stars|feedback)",
      "(write|writing|wrote|post|leave) ..2 (review*|feedback) (for money|for cash|for a living|and get paid|paid)",
      "(buy|sell|selling) ..1 (reviews|positive feedback|5 star reviews|ratings)",
    ],
    fr: [
      "(en échange|en contrepartie|contre) ..2 (avis|commentaire|évaluation|note|étoiles|5 étoiles|cinq étoiles)",
      "(payé*|remboursé*|rémunéré*|offert*|cadeau|bon d'achat|réduction) ..4 (pour|contre|si) ..3 (avis|commentaire|évaluation|5 étoiles|cinq étoiles|bonne note)",
      "(achat|vente|acheter|vends|vendre) ..1 (d'avis|avis|faux avis|avis positifs|évaluations)",
    ],
    de: [
      "(im austausch|im gegenzug|als gegenleistung) ..3 (bewertung|rezension|sterne)",
      "(bezahlt|erstattet|gutschein|rabatt|geschenk|gratis|kostenlos) ..4 (für|gegen|wenn) ..3 (bewertung|rezension|5 sterne|fünf sterne|sterne)",
      "(bewertungen|rezensionen) (kaufen|verkaufen|gegen geld)",
    ],
    es: [
      "(a cambio de|a cambio) ..2 (reseña|opinión|valoración|estrellas|5 estrellas)",
      "(pagado|pagaron|pagan|regalo|reembolso|descuento|vale) ..4 (por|si) ..3 (reseña|opinión|valoración|5 estrellas|cinco estrellas)",
      "(comprar|vender|vendo) (reseñas|opiniones|valoraciones)",
    ],
    it: [
      "(in cambio di|in cambio) ..2 (recensione|valutazione|stelle|5 stelle)",
      "(pagato|pagano|regalo|rimborso|sconto|buono) ..4 (per|se) ..3 (recensione|valutazione|5 stelle|cinque stelle)",
      "(comprare|vendere|vendo) (recensioni|valutazioni)",
    ],
  },
  /** You rate me, I rate you. */
  exchanged: {
    en: [
      "(review|feedback|rating|like|sub|follow|star|rate) (for|4) (review|feedback|rating|like|sub|follow|star|rate)",
      "(review|feedback|rating) (swap|exchange|trade)",
      "(i'll|i will|ill) (leave|give) you ..3 (stars|review|feedback|rating) (if|when|once|back|too|in return)",
      "(give|leave|rate) me ..3 (stars|review|feedback|rating|back) (and|then|so|ill|i'll|please|back)",
      "(rate|review|sub|like|follow) (me |)back",
      "(sub|like|follow)(4|for)(sub|like|follow)",
      "we (rated|reviewed) each other",
    ],
    fr: [
      "(avis|évaluation|note|étoiles) (contre|pour) (avis|évaluation|note|étoiles)",
      "échange (d'|de )(avis|évaluations|notes|étoiles)",
      "(mets|mettez|laisse|laissez|donne|donnez) (moi |m')..2 (étoiles|avis|évaluation|note) (et|je|en échange|aussi)",
      "(je te|je vous) (mets|mettrai|laisse|rends) ..3 (étoiles|avis|évaluation|pareil) (si|en échange|aussi)",
    ],
    de: [
      "(bewertung|sterne) gegen (bewertung|sterne)",
      "bewertungstausch",
      "(gib|gebt|geben sie) mir ..2 (sterne|bewertung) (und|dann)",
      "(bewertest du mich|ich bewerte dich) .. (auch|zurück|wenn|bewerte ich)",
    ],
    es: [
      "(valoración|reseña|estrellas) por (valoración|reseña|estrellas)",
      "intercambio de (valoraciones|reseñas|estrellas)",
      "(ponme|dame|déjame) ..2 (estrellas|valoración|reseña) (y|que|te)",
    ],
    it: [
      "(recensione|stelle|feedback) per (recensione|stelle|feedback)",
      "scambio (di |)(recensioni|feedback|stelle)",
      "(mettimi|dammi|lasciami) ..2 (stelle|recensione|feedback) (e|che|ti)",
    ],
  },
  /** Promotes something of the author's own. */
  promotes: {
    en: [
      "(check|checkout|look|visit|see|watch|view|browse|click|go|come|head|have a look) ..3 (my|our|mine) ..2 (channel*|video*|page|profile|shop|store|website|site|music|cover*|closet|blog|link|song|listings|items|instagram|facebook|youtube|stuff|account|album|band|tutorial*|mixtape|remix*|beats|gameplay*|shop)",
      "(follow|add) (me|us) on (instagram|insta|twitter|facebook|tiktok|snapchat|youtube|ig|telegram|soundcloud)",
      "(subscribe|sub|suscribe|subcribe|subscribers|subs) (to|on|my|me|for|if|please|and|pls|plz|now|this|our|guys|here)",
      "(please|pls|plz|and|go|like|comment) (and |)(subscribe|sub to|subcribe|suscribe)",
      "(like|share) my (page|video*|channel|post|song|music)",
      "(use|with) ..1 (code|promo code|discount code|coupon|referral) .. (for|to get|off|and)",
      "(promo|discount|referral|invite|coupon) code",
      "check (me|us) out",
      "(see|hear|listen to|check|check out|watch|visit|try|play) ..2 my (new |latest |first |own |)(track|rap|cover|clip|song|app|remix|game|site|page|channel|mixtape)",
      "(started|starting|made|launched|opened|uploaded) ..3 my (first |new |own |)..1 (channel|shop|page|site|blog|store|app|video)",
      "(if i|help me|let s|want|need|i have|i m at|get me) ..3 # (subscribers|subs|followers|likes)",
      "(please|pls|plz|kindly) ..1 (visit|click|vote|donate|download)",
      "(download|install|register|sign up|join) (now|today|here|free|for free)",
      "(click|tap) ..1 (the|this|my|our) (link|subscribe|profile|bio)",
      "give ..2 (like|likes|thumbs up) (on|to|for|please|and|pls)",
      "check out (this|these) ..2 (video*|channel*|page|site|website|playlist*|link|song|app|blog|shop|store)",
      "(my|our) (new |first |own |youtube |own youtube )(channel|single|mixtape|album|website|blog|shop|clothing line|music video|song)",
      "(order|buy|get|shop) (yours|now|today) (at|on|from|here)",
    ],
    fr: [
      "(venez|viens|allez|regardez|visitez|visite|jetez|passez|découvrez|voir) ..3 (mon|ma|mes|notre|nos) ..1 (dressing|boutique|chaîne|page|profil|site|annonces|articles|compte|instagram|vidéos|blog|vestiaire)",
      "(abonnez vous|abonne toi|suivez moi|suivez nous|suis moi|ajoutez moi)( sur|)",
      "(cliquez|clique|clic) ..2 (lien|profil|bio)",
      "(téléchargez|télécharge|inscrivez vous|inscris toi) (maintenant|gratuitement|ici|vite|l'appli)",
      "(code promo|code parrain|code de parrainage|code de réduction|lien de parrainage|parrainage)",
      "(mon|ma|notre) (nouvelle boutique|chaîne youtube|site internet|dressing|shop)",
    ],
    de: [
      "(schaut|schau|besucht|besuche|besuchen|guckt|kommt) ..3 (mein|meine|meinen|meinem|unser|unseren|unserem|unsere) ..1 (shop|kanal|seite|profil|website|laden|instagram|anzeigen|artikel|blog|videos)",
      "(folgt|folge|folgen sie|abonniert|abonniere) (mir|uns|meinen|unseren)",
      "(klickt|klicke|klicken sie) ..2 (link|profil|bio)",
      "(jetzt|hier|gratis|kostenlos) (herunterladen|downloaden|anmelden|registrieren)",
      "(rabattcode|gutscheincode|promo code|empfehlungscode|werbecode)",
    ],
    es: [
      "(visita|visiten|visitad|mira|mirad|entra|entrad|pásate|echa) ..3 (mi|mis|nuestra|nuestro|nuestros) ..1 (tienda|canal|página|perfil|web|instagram|anuncios|artículos|blog|vídeos|videos)",
      "(sígueme|síganme|seguidme|síguenos|suscríbete|suscribíos|suscríbanse)",
      "(haz|haced|hagan) clic ..2 (enlace|link|perfil|bio)",
      "(descarga|descargad|regístrate|inscríbete) (ahora|gratis|aquí|ya)",
      "(código (promocional|de descuento|de invitación|promo|descuento))",
    ],
    it: [
      "(visita|visitate|guarda|guardate|passa|passate|venite|dai un'occhiata) ..3 (mio|mia|miei|mie|nostro|nostra|nostri) ..1 (negozio|canale|pagina|profilo|sito|instagram|annunci|articoli|blog|video|armadio)",
      "(seguimi|seguitemi|seguiteci|iscriviti|iscrivetevi)",
      "(clicca|cliccate) ..2 (link|profilo|bio)",
      "(scarica|scaricate|registrati|iscriviti) (ora|gratis|qui|subito)",
      "codice (sconto|promo|promozionale|invito|amico)",
    ],
  },
  link: {
    any: [
      "(http|https|www) ..2 (com|fr|de|net|org|be|co|ly|gl|tk|info|me|tv|es|it|ru|biz|shop)",
      "(youtube|youtu|facebook|twitter|instagram|bit|goo|amazon|soundcloud|etsy|ebay|gofundme|kickstarter|patreon) (com|be|ly|gl)",
      "watch v",
    ],
  },
  /** Money, chain letters, offers: nothing to do with the deal. */
  off_topic: {
    en: [
      "(make|making|earn|earning) (easy |extra |real |free |)(money|cash) (from home|online|at home|fast|by|with|just|every|while)",
      "(work|working|job) from home",
      "(send|copy|paste|share|forward|repost) (this|it) (to|on|with) (# |ten |all |your |other |)(people|friends|videos|contacts|comments|everyone)",
      "lorem ipsum",
      "(i sell|i'm selling|im selling|we sell|for sale) .. (contact|dm|message|whatsapp|call|email)",
      "(vote|sign) (for|this|the|my) (petition|me|us|trump|biden|party)",
      "(free|win) (iphone*|ipad*|gift card*|followers|robux|giftcards|money)",
      "(hack|hacks|cheats|generator) .. (free|download|no survey)",
      "(hot|sexy|single) (girls|women|singles) (in|near|waiting|looking)",
      "(lonely|single) ..2 (looking for|need|want) (a |)(man|boyfriend|girlfriend|love|woman)",
    ],
    fr: [
      "(gagner|gagnez) (de l'argent|facilement|#) .. (maison|internet|jour|ligne)",
      "(partage|partagez|envoie|envoyez|copie|copiez) .. (à|sur) .. (personnes|amis|contacts)",
      "(je vends|à vendre) .. (contactez|message|whatsapp|mp)",
      "(prêt|crédit) (entre particuliers|rapide)",
      "(retour affectif|marabout|voyant médium|grand médium|désenvoûtement|magie noire)",
      "(votez|signez) (pour|la pétition)",
    ],
    de: [
      "(geld verdienen|verdiene geld|nebenverdienst) .. (zuhause|online|schnell|internet)",
      "(teile|teilt|sende|sendet|kopiere) .. (an|mit) .. (freunde|leute|kontakte)",
      "(verkaufe|biete an) .. (kontakt|whatsapp|nachricht)",
      "(wahrsager|kredit ohne schufa|partnerrückführung)",
    ],
    es: [
      "(gana|ganar) dinero .. (casa|internet|online|fácil)",
      "(comparte|envía|copia) .. (a|con) .. (personas|amigos|contactos)",
      "(vendo|se vende) .. (contacto|whatsapp|mensaje)",
      "(vidente|amarres de amor|brujo|préstamos rápidos)",
    ],
    it: [
      "(guadagna|guadagnare) (soldi|#|online) .. (casa|internet|facile)",
      "(condividi|invia|copia) .. (a|con) .. (persone|amici|contatti)",
      "(vendo|vendesi) .. (contattami|whatsapp|messaggio)",
      "(cartomante|legamenti d'amore|prestiti veloci)",
    ],
  },
  /** The author says that there was no deal. */
  no_deal: {
    en: [
      "(i|we) (have |)(never|not|didn't|haven't|did not) (actually |even |yet |)(bought|buy|ordered|order|purchased|purchase|used|dealt|received it yet|tried)( anything| from| this| it|)",
      "(haven't|have not|not) (received|bought|used|tried|tested|opened) (it |anything |the item |)yet",
    ],
    fr: [
      "(je n'ai|j'ai|on n'a) (jamais|rien|pas|pas encore) (acheté|commandé|rien acheté|reçu encore|utilisé|encore reçu|essayé|testé)",
      "pas encore (reçu|testé|essayé|utilisé|ouvert)",
    ],
    de: [
      "(ich habe|habe) (noch |)(nie|nichts|nicht) .. (gekauft|bestellt)",
      "noch nicht (erhalten|getestet|ausprobiert|benutzt|angekommen)",
    ],
    es: [
      "(nunca|no) (he|hemos) (comprado|pedido|probado|recibido aún)",
      "(aún|todavía) no (lo he |la he |he |)(recibido|probado|usado)",
    ],
    it: [
      "(non ho|mai) (mai |)(comprato|acquistato|ordinato|ancora ricevuto|provato)",
      "(non ancora|ancora non) (ricevuto|provato|arrivato|usato)",
    ],
  },
} as const satisfies CueTable;
