/**
 * Abuse as marketplaces get it, in five languages, written for training: insults, threats, contempt for groups, sexual advances, and
 * services behind an innocent ad. Each list is one kind; `counter` and `opinion` use the same words and are not abuse.
 */
import { type Grammar, list } from "../grammar.ts";

const en: Grammar = {
  insult: list(`
    you {adj} {noun}|you are a {noun}|you're such a {adj} {noun}|what a {noun}|you are {adj}|{noun}!|go to hell you {noun}|fuck you {noun}|fuck off|get lost {noun}|shut up you {adj} {noun}|screw you and your {thing}|eat shit|you are the dumbest seller I ever met|are you stupid or what|learn to read you {noun}|nobody wants your crap, {noun}|only an idiot would pay that, {noun}|kiss my ass|you people are {noun}s, all of you, you {noun}|piece of shit seller|your mother is a {noun}|hope you choke on it {noun}|scamming {noun}, rot in hell|ugly {noun}|you fat {noun}|keep your {thing}, {noun}|lying {noun}|this seller is a {noun}|son of a bitch|wtf is wrong with you {noun}|you're pathetic|you're a disgrace, {noun}|kill yourself|go kill yourself {noun}|do the world a favour and kill yourself|nobody would miss you|I hope you die {noun}|I hope you get cancer|everyone hates you, you {noun}|drink bleach|I will ruin your life|stop breathing {noun}|you should be ashamed you {noun}|women like you should never sell anything, {noun}|I'll message you every day until you answer {noun}|you deserve to rot|dumb {noun} can't even answer`),
  noun: list(
    `idiot|moron|asshole|bitch|bastard|loser|piece of shit|dumbass|jerk|scumbag|prick|dickhead|imbecile|pig|clown|cunt|whore|wanker|twat|douchebag|motherfucker|cretin|dirtbag|retard|fool|liar`,
  ),
  adj: list(
    `stupid|fucking|dumb|pathetic|worthless|ugly|fat|lying|useless|miserable|filthy|greedy|disgusting|brainless`,
  ),
  thing: list(`bike|sofa|phone|junk|ad|price|car|shoes`),
  threat: list(`
    I will {kill} you|I'm going to {kill} you|I'll find you and {kill} you|I know where you live|we know where your kids go to school|watch your back|you're dead|you are a dead man|you will regret this, I'm coming to your house|I'll burn your {place} down|give me my money or I'll {kill} you|I will smash your face|I'll break your legs|next time I see you I'll {kill} you|I'm going to make you pay with blood|my brothers will visit you tonight and {kill} you|someone should {kill} you|you won't see tomorrow|I'll cut your throat|better hide, I'm coming for you and your family|I have a gun and I know your address|send it back or I come with my friends and beat you|I'll put a bullet in your head|I swear I'll {kill} your dog|pay or your family gets hurt`),
  kill: list(`kill|murder|stab|shoot|beat up|hurt|strangle|hunt down|destroy|knock out|bury`),
  place: list(`house|car|shop|garage`),
  sexual: list(`
    send me nudes|send nude pics|show me your {part}|I want to {act} you|wanna {act}?|want to see my {part}?|I'm so horny for you|you make me hard|do you sell your used panties|selling worn panties, unwashed|can I buy your dirty underwear with smell|suck my {part}|let me lick your {part}|are you wearing a bra in the picture? show me more skin|your {part} look so hot, come over tonight|let's have sex|looking for a fuck buddy|I'd love to cum on you|hot milf wants sex tonight|xxx videos of me, free porn on my page|my onlyfans has nudes, subscribe|blowjob for a discount?|I'll give you the {thing} if you sleep with me|sit on my face|I masturbate to your picture|wet pussy pics for sale|naked video call?|explicit photos, hardcore sex, anal and oral|her nipples were hard as he slid inside her|he thrust his cock deep into her wet pussy|sex toys used by me, with video`),
  part: list(`tits|boobs|ass|pussy|dick|cock|feet|body|naked body`),
  act: list(`fuck|bang|lick|undress|screw|suck`),
  prostitution: list(`
    massage with extras, discreet, {price} roses an hour|sensual body to body massage with happy ending|full service, incall and outcall, {price} roses|escort for gentlemen, available 24/7|independent escort, GFE, {price} per hour|new girl in town, sweet and discreet, generous men only|sexy companion for generous gentleman, hotel visits|erotic massage by young lady, private apartment|looking for a sugar daddy, monthly allowance|sugar baby seeks generous daddy|room for rent free for girl in exchange for company at night|free accommodation in return for sex|tantra massage nude with happy ending|girlfriend experience, donation {price}|companionship for mature men, outcalls to hotels, no rush|meet me for {price} kisses the half hour|special massage, hot brunette, all inclusive, call for rates|services for men, no taboos, {price} an hour|hostess for private evenings, intimate moments|lady offers intimate moments for pocket money`),
  price: list(`100|120|150|200|250`),
  hate: list(
    `{group} are {low}|all {group} are {low}|I hate {group}|I really can't stand {group}|{group} should {die}|we should {die2} all {group}|no {group} here, they are {low}|I don't sell to {group}, they're {low}|{group} don't belong here|{group} out of our country|go back where you came from, {low2} {group1}|you {group1} are all {low}|typical {group1}, {low}|{group} steal everything|{group} ruin everything they touch|the world would be better without {group}|{group} are not real people|{group} are worth nothing|never trust {group}, they cheat|dirty {group} live like animals|filthy {group1}|{group} make me sick|{group} are the cancer of this country|{group} have no place among us|I would never let {group} near my house, {low}|{group} deserve to suffer`,
  ),
  group: list(
    `women|gays|muslims|jews|blacks|immigrants|disabled people|trans people|arabs|refugees|gypsies|foreigners|lesbians|asians`,
  ),
  group1: list(`muslim|jew|black|immigrant|woman|gay|arab|foreigner|cripple|faggot|nigger|tranny|raghead|whore`),
  low: list(
    `scum|vermin|disgusting|inferior|subhuman|filth|parasites|animals|stupid|criminals|evil|trash|a plague|rapists|liars|a disease|primitive|worthless|freaks|mentally ill|lazy|less than dogs`,
  ),
  low2: list(`dirty|filthy|stupid|disgusting|worthless`),
  die: list(
    `die|be deported|be locked up|be shot|burn|disappear|not be allowed to live here|be sterilised|be banned from this country|stay in the kitchen|get no rights|be wiped out`,
  ),
  die2: list(`kill|deport|exterminate|burn|shoot|lock up|get rid of|gas|throw out`),
  counter: list(
    `saying that {group} are {low} is wrong|nobody should say "{group} are {low}"|anyone who says "I hate {group}" should be ashamed|it is racist to call {group} {low}|I don't hate {group}|I do not think that {group} are {low}|no {group1} deserves to die|{group} are not {low}|{group} should never be killed|stop saying {group} should {die}|"{group} are {low}" is what bigots write|he wrote "all {group} should {die}", I reported him|{group} are {fine}|I love {group}|I am proud to be {group1}|{group} deserve respect|we need more {group} in politics|most of my friends are {group}|{group} are people like you and me|we should protect {group}|many {group} live in my street|{group} have equal rights|as a {group1} person I feel safe here|{group} have long been called {low}, and that has to end`,
  ),
  fine: list(`wonderful|great|human|equal|welcome here|brave|amazing|strong|as good as anybody|my friends|beautiful`),
  opinion: list(
    `I hate {object}|{object} are {low}|I can't stand {object}|{object} should {die}|all {object} are {low}|kill all {object}|I despise {object}|death to {object}|{object} make me sick|fuck {object}|you're a {noun} and nobody likes you|that guy is a {noun}|I really hate my boss|my neighbour is a {noun}|I hate you, {noun}|{object} are a plague`,
  ),
  object: list(
    `mondays|mosquitos|bankers|politicians|spiders|journalists|taxes|weeds|bad drivers|telemarketers|lawyers|slow computers|wasps|winters|football fans|hipsters|influencers|capitalists|landlords|cockroaches in my kitchen|viruses|plastic bags`,
  ),
};

const fr: Grammar = {
  insult: list(`
    espèce de {noun}|t'es un {noun}|tu es vraiment {adj}|quel {noun}|sale {noun}|{noun} !|va te faire foutre|va te faire enculer|ferme ta gueule {noun}|ta gueule|dégage {noun}|casse-toi {noun}|gros {noun}|bande de {noun}s|apprends à lire {noun}|garde ta merde {noun}|faut être {noun} pour payer ça|tu me fais chier {noun}|nique ta mère|fils de pute|va mourir {noun}|vendeur de merde|t'as pas honte {noun}|pauvre {noun}|pauvre type|vous êtes un {noun}|vous êtes {adj}|espèce d'ordure|t'es trop con|grosse vache|mange tes morts|sombre {noun}|petit {noun} de menteur|connard de voleur|vieille {noun}|suicide-toi|va crever {noun}|personne ne t'aime|j'espère que tu vas crever|je vais te pourrir la vie|va te pendre`),
  noun: list(
    `connard|connasse|abruti|salope|enculé|con|crétin|imbécile|bouffon|enfoiré|pute|débile|ordure|merde|salaud|bâtard|clochard|attardé|raclure|idiot|minable|pourriture|fdp|tocard`,
  ),
  adj: list(`débile|nul à chier|con|conne|stupide|pathétique|moche|dégueulasse|minable|abrutie|bête à manger du foin`),
  thing: list(`vélo|canapé|téléphone|camelote|annonce|prix`),
  threat: list(`
    je vais te {kill}|je vais vous {kill}|je te retrouve et je te {kill2}|je sais où tu habites|on sait où tes enfants vont à l'école|fais gaffe à toi|t'es mort|tu vas le regretter, j'arrive chez toi|je vais brûler ta {place}|rends l'argent ou je te {kill2}|je vais te casser la gueule|je vais te péter les jambes|la prochaine fois je te {kill2}|tu vas payer avec ton sang|mes frères vont passer te voir ce soir|quelqu'un devrait te {kill}|tu verras pas demain|je t'égorge|planque-toi, j'arrive|j'ai ton adresse et un flingue|je viens avec mes potes te {kill}|une balle dans la tête|je te jure je {kill2} ton chien|paie ou ta famille va souffrir|prépare ton cercueil|je vais te crever`),
  kill: list(`tuer|buter|défoncer|massacrer|planter|frapper|démolir|retrouver et te tuer|fumer`),
  kill2: list(`tue|bute|défonce|plante|massacre|frappe|démonte|crève`),
  place: list(`maison|voiture|boutique`),
  sexual: list(`
    envoie des nudes|envoie une photo de toi nue|montre tes {part}|j'ai envie de te {act}|tu veux {act} ?|tu veux voir ma {part2} ?|tu m'excites|je bande pour toi|tu vends tes culottes sales|vends culottes portées non lavées|je cherche petites culottes portées avec odeur|suce ma {part2}|je veux te lécher les {part}|t'as un beau cul, viens ce soir|on baise ?|cherche plan cul ce soir|femme chaude cherche sexe ce soir|vidéos porno de moi gratuites|mon onlyfans avec mes nudes|une pipe contre une réduction ?|je te donne le {thing} si tu couches avec moi|assieds-toi sur mon visage|je me branle sur ta photo|photos explicites, sexe hard, anal|il la pénétra, sa bite au fond de sa chatte mouillée|sextoys utilisés avec vidéo`),
  part: list(`seins|nichons|fesses|pieds|nibards`),
  part2: list(`bite|queue|chatte`),
  act: list(`baiser|sauter|lécher|déshabiller|sucer|niquer`),
  prostitution: list(`
    massage avec finition, discrétion assurée, {price} roses|massage sensuel corps à corps avec happy end|escort girl indépendante, je reçois et me déplace|escorte pour hommes généreux, {price} roses l'heure|nouvelle en ville, douce et discrète, hommes généreux uniquement|belle brune reçoit en appartement privé, {price} bisous|massage érotique par jeune femme|massage naturiste avec finition|cherche sugar daddy, aide mensuelle|jeune femme cherche homme généreux pour rencontres rémunérées|chambre gratuite pour étudiante contre services câlins|logement gratuit contre relation|rencontre tarifée, {price} la demi-heure|moment de détente intime, hommes mûrs respectueux, {price} l'heure|je propose mes services sans tabou|accompagnatrice de charme pour soirées intimes|offre coquine, plaisir garanti, cadeau {price}|massage tantrique nue avec plaisir|prestations complètes, hygiène irréprochable, {price} roses|de passage dans votre ville pour quelques jours, câlins et plaisirs`),
  price: en.price!,
  hate: list(
    `les {group} sont {low}|tous les {group} sont {low}|je hais les {group}|je déteste les {group}|je ne supporte pas les {group}|les {group} devraient {die}|il faut {die2} tous les {group}|pas de {group} ici, ils sont {low}|je ne vends pas aux {group}, c'est {low}|les {group} n'ont rien à faire ici|les {group} dehors|rentre dans ton pays sale {group1}|sale {group1}|vous les {group} êtes tous {low}|typique d'un {group1}, {low}|les {group} volent tout|le monde serait meilleur sans les {group}|les {group} ne sont pas des êtres humains|les {group} ne valent rien|ne jamais faire confiance aux {group}, ils trichent|les {group} vivent comme des animaux|les {group} me dégoûtent|les {group} sont le cancer de ce pays|les {group} n'ont pas leur place parmi nous|les {group} méritent de souffrir`,
  ),
  group: list(
    `femmes|homosexuels|musulmans|juifs|noirs|immigrés|handicapés|trans|arabes|réfugiés|roms|étrangers|lesbiennes|asiatiques`,
  ),
  group1: list(`musulman|juif|noir|immigré|arabe|pédé|nègre|bougnoule|travelo|gouine|étranger|handicapé|bicot|youpin`),
  low: list(
    `des sous-hommes|de la vermine|dégoûtants|inférieurs|des ordures|des parasites|des animaux|stupides|des criminels|le mal|une plaie|des violeurs|des menteurs|une maladie|primitifs|inutiles|des malades mentaux|fainéants|moins que des chiens|répugnants`,
  ),
  low2: list(`sale`),
  die: list(
    `mourir|être expulsés|être enfermés|être fusillés|brûler|disparaître|rester à la cuisine|être stérilisés|n'avoir aucun droit|être éliminés`,
  ),
  die2: list(`tuer|expulser|exterminer|brûler|enfermer|éliminer|gazer|virer`),
  counter: list(
    `dire que les {group} sont {low} est inacceptable|personne ne devrait dire « les {group} sont {low} »|ceux qui disent « je hais les {group} » devraient avoir honte|c'est raciste de traiter les {group} comme ça|je ne hais pas les {group}|je ne pense pas que les {group} soient {low}|aucun {group1} ne mérite de mourir|les {group} ne sont pas {low}|il ne faut jamais {die2} les {group}|arrêtez de dire que les {group} devraient {die}|il a écrit « les {group} sont {low} », je l'ai signalé|les {group} sont {fine}|j'aime les {group}|je suis fier d'être {group1}|les {group} méritent le respect|il faut plus de {group} en politique|beaucoup de mes amis sont {group}|les {group} sont des gens comme nous|il faut protéger les {group}|beaucoup de {group} vivent dans ma rue|les {group} ont les mêmes droits`,
  ),
  fine: list(`formidables|humains|égaux|les bienvenus|courageux|géniaux|forts|mes amis|beaux|comme tout le monde`),
  opinion: list(
    `je déteste les {object}|les {object} sont {low}|je ne supporte pas les {object}|les {object} devraient {die}|tuez tous les {object}|je hais les {object}|mort aux {object}|les {object} me dégoûtent|t'es un {noun} et personne ne t'aime|ce type est un {noun}|je déteste mon patron|mon voisin est un {noun}|je te déteste {noun}|les {object} sont une plaie`,
  ),
  object: list(
    `lundis|moustiques|banquiers|politiciens|araignées|journalistes|impôts|mauvaises herbes|chauffards|démarcheurs|avocats|guêpes|supporters de foot|influenceurs|capitalistes|cafards dans ma cuisine|virus|sacs plastique`,
  ),
};

const de: Grammar = {
  insult: list(`
    du {adj} {noun}|du bist ein {noun}|du bist so {adj}|so ein {noun}|{noun}!|fick dich|fick dich du {noun}|verpiss dich|halt die Fresse du {noun}|leck mich am Arsch|geh sterben du {noun}|was für ein {noun}|ihr seid alle {noun}|lern lesen du {noun}|behalt deinen Dreck du {noun}|bist du {adj} oder was|Hurensohn|deine Mutter ist eine Hure|fahr zur Hölle|Sie sind ein {noun}|dieser Verkäufer ist ein {noun}|du hässliches Stück Scheiße|fette Sau|dummes {noun}|verlogenes {noun}|schäm dich du {noun}`),
  noun: list(
    `Arschloch|Idiot|Wichser|Schlampe|Hurensohn|Vollidiot|Trottel|Drecksack|Schwein|Miststück|Penner|Spasti|Fotze|Depp|Vollpfosten|Missgeburt|Bastard|Lügner|Abschaum|Versager|Mistkerl|Hure`,
  ),
  adj: list(`dumm|blöd|dämlich|hässlich|fett|erbärmlich|wertlos|widerlich|verdammtes|beschissen|dummes|verlogen`),
  thing: list(`Fahrrad|Sofa|Handy|Schrott|Anzeige`),
  threat: list(`
    ich bringe dich um|ich werde dich {kill}|ich finde dich und werde dich {kill}|ich weiß wo du wohnst|wir wissen wo deine Kinder zur Schule gehen|pass auf dich auf, ich komme|du bist tot|du wirst es bereuen, ich komme zu dir nach Hause|ich zünde dein {place} an|gib mir mein Geld oder ich werde dich {kill}|ich schlag dir die Fresse ein|ich breche dir die Beine|wenn ich dich sehe steche ich dich ab|du wirst mit Blut bezahlen|meine Brüder besuchen dich heute Nacht|jemand sollte dich {kill}|du erlebst den Morgen nicht|ich schneide dir die Kehle durch|ich habe deine Adresse und eine Waffe|wir kommen mit zehn Mann und werden dich {kill}|ich jage dir eine Kugel in den Kopf|zahl oder deine Familie leidet|ich mach dich kalt|ich bring deinen Hund um`),
  kill: list(`töten|umbringen|erschießen|abstechen|zusammenschlagen|verprügeln|fertigmachen|erwürgen|vernichten`),
  place: list(`Haus|Auto|Geschäft`),
  sexual: list(`
    schick mir Nacktbilder|schick Nudes|zeig mir deine {part}|ich will dich {act}|willst du {act}?|willst du meinen Schwanz sehen|du machst mich geil|ich bin so geil auf dich|verkaufst du getragene Slips|getragene Höschen ungewaschen zu verkaufen|suche getragene Unterwäsche mit Duft|lutsch meinen Schwanz|ich will deine {part} lecken|komm heute Nacht vorbei, geiler Arsch|lass uns Sex haben|suche Fickfreundin|heiße Frau sucht Sex heute|kostenlose Pornos von mir|mein OnlyFans mit Nacktfotos|Blowjob für Rabatt?|du kriegst das {thing} wenn du mit mir schläfst|ich wichse auf dein Foto|explizite Fotos, harter Sex, anal|er stieß seinen Schwanz tief in ihre feuchte Muschi|benutztes Sexspielzeug mit Video`),
  part: list(`Titten|Brüste|Füße|Muschi|Möpse`),
  act: list(`ficken|bumsen|lecken|ausziehen|vögeln`),
  prostitution: list(`
    Massage mit Happy End, diskret, {price} Rosen|erotische Ganzkörpermassage mit Extras|Escort Dame, Haus- und Hotelbesuche|unabhängige Escort, {price} Rosen die Stunde|neu in der Stadt, lieb und diskret, nur großzügige Herren|Massage in privater Wohnung von junger Dame, alles inklusive|Tantramassage nackt mit Happy End|suche Sugar Daddy, monatliches Taschengeld|Taschengeldtreffen mit großzügigem Herrn|TG Treffen, {price} die Stunde|Zimmer kostenlos für Studentin gegen Zärtlichkeiten|Wohnen gegen Sex|Girlfriend Sex, {price} Spende|Begleitung für den reifen Herrn, Hotelbesuche|Service für Männer ohne Tabus|Hausfrau bietet intime Stunden gegen Taschengeld|heiße Brünette, Komplettservice, {price}|Besuch in deiner Stadt für wenige Tage, Zärtlichkeiten und mehr`),
  price: en.price!,
  hate: list(
    `{group} sind {low}|alle {group} sind {low}|ich hasse {group}|ich kann {group} nicht ausstehen|{group} sollten {die}|man sollte alle {group} {die2}|keine {group} hier, die sind {low}|ich verkaufe nicht an {group}, die sind {low}|{group} gehören nicht hierher|{group} raus|geh zurück wo du herkommst, dreckiger {group1}|ihr {group} seid alle {low}|typisch {group1}, {low}|{group} klauen alles|die Welt wäre besser ohne {group}|{group} sind keine Menschen|{group} sind nichts wert|traue nie {group}, die betrügen|{group} leben wie Tiere|{group} kotzen mich an|{group} sind das Krebsgeschwür dieses Landes|{group} haben es verdient zu leiden`,
  ),
  group: list(
    `Frauen|Schwule|Muslime|Juden|Schwarze|Ausländer|Behinderte|Transen|Araber|Flüchtlinge|Zigeuner|Migranten|Lesben|Asiaten`,
  ),
  group1: list(`Moslem|Jude|Schwarzer|Ausländer|Araber|Kanake|Neger|Schwuchtel|Flüchtling|Behinderter`),
  low: list(
    `Abschaum|Ungeziefer|ekelhaft|minderwertig|Untermenschen|Dreck|Parasiten|Tiere|dumm|Verbrecher|böse|Müll|eine Plage|Vergewaltiger|Lügner|eine Krankheit|primitiv|wertlos|geisteskrank|faul|widerlich`,
  ),
  low2: list(`dreckige`),
  die: list(
    `sterben|abgeschoben werden|eingesperrt werden|erschossen werden|brennen|verschwinden|in der Küche bleiben|sterilisiert werden|keine Rechte haben|ausgerottet werden`,
  ),
  die2: list(`töten|abschieben|ausrotten|verbrennen|einsperren|loswerden|vergasen|rauswerfen`),
  counter: list(
    `zu sagen dass {group} {low} sind ist falsch|niemand sollte sagen "{group} sind {low}"|wer sagt "ich hasse {group}" sollte sich schämen|es ist rassistisch {group} so zu nennen|ich hasse {group} nicht|ich glaube nicht dass {group} {low} sind|{group} sind nicht {low}|man darf {group} niemals {die2}|hört auf zu sagen {group} sollten {die}|er schrieb "{group} sind {low}", ich habe ihn gemeldet|{group} sind {fine}|ich liebe {group}|ich bin stolz {group1} zu sein|{group} verdienen Respekt|wir brauchen mehr {group} in der Politik|viele meiner Freunde sind {group}|{group} sind Menschen wie du und ich|wir müssen {group} schützen|viele {group} wohnen in meiner Straße|{group} haben gleiche Rechte`,
  ),
  fine: list(`wunderbar|Menschen|gleichberechtigt|willkommen|mutig|großartig|stark|meine Freunde|schön|toll`),
  opinion: list(
    `ich hasse {object}|{object} sind {low}|ich kann {object} nicht ausstehen|{object} sollten {die}|tötet alle {object}|ich verachte {object}|Tod den {object}|{object} kotzen mich an|du bist ein {noun} und keiner mag dich|der Typ ist ein {noun}|ich hasse meinen Chef|mein Nachbar ist ein {noun}|ich hasse dich du {noun}|{object} sind eine Plage`,
  ),
  object: list(
    `Montage|Mücken|Banker|Politiker|Spinnen|Journalisten|Steuern|Raser|Anwälte|Wespen|Fußballfans|Influencer|Kapitalisten|Kakerlaken in meiner Küche|Viren|Plastiktüten`,
  ),
};

const es: Grammar = {
  insult: list(`
    eres un {noun}|eres {adj}|qué {noun}|{noun}!|pedazo de {noun}|vete a la mierda|vete a tomar por culo|que te jodan {noun}|cállate {noun}|maldito {noun}|puto {noun}|aprende a leer {noun}|quédate tu basura {noun}|hijo de puta|hijo de puta estafador|me cago en tu madre|tu madre es una puta|ojalá te mueras {noun}|sois unos {noun}s|usted es un {noun}|este vendedor es un {noun}|gorda de mierda|feo de mierda|vendedor de mierda|das asco|no vales nada {noun}|ladrón de mierda|eres tonto o qué|chúpamela {noun}`),
  noun: list(
    `gilipollas|imbécil|idiota|cabrón|puta|zorra|capullo|subnormal|hijo de puta|mierda|tonto|payaso|cerdo|bastardo|pendejo|estúpido|mentiroso|basura|escoria|desgraciado|retrasado|inútil`,
  ),
  adj: list(`estúpido|tonto|patético|asqueroso|feo|inútil|imbécil|gilipollas|una vergüenza|miserable`),
  thing: list(`bici|sofá|móvil|porquería|anuncio`),
  threat: list(`
    te voy a {kill}|voy a {kill}te|te encontraré y te voy a {kill}|sé dónde vives|sabemos a qué colegio van tus hijos|ten cuidado, voy a por ti|estás muerto|te vas a arrepentir, voy a tu casa|voy a quemar tu {place}|devuélveme el dinero o te mato|te voy a partir la cara|te rompo las piernas|la próxima vez que te vea te rajo|lo vas a pagar con sangre|mis hermanos te van a visitar esta noche|alguien debería {kill}te|no verás el mañana|te corto el cuello|tengo tu dirección y una pistola|vamos a ir diez a {kill}te|te meto un tiro en la cabeza|paga o tu familia sufrirá|te juro que mato a tu perro`),
  kill: list(`matar|apuñalar|pegar|reventar|disparar|machacar|asesinar|destrozar|ahorcar`),
  place: list(`casa|coche|tienda`),
  sexual: list(`
    mándame fotos desnuda|pásame nudes|enséñame las {part}|quiero {act}te|¿quieres follar?|¿quieres ver mi polla?|me pones cachondo|me la pones dura|vendes tus bragas usadas|vendo bragas usadas sin lavar|busco ropa interior usada con olor|chúpame la polla|quiero lamerte las {part}|qué buen culo, ven esta noche|vamos a tener sexo|busco follamiga|mujer caliente busca sexo hoy|vídeos porno míos gratis|mi onlyfans con desnudos|¿una mamada por descuento?|te doy el {thing} si te acuestas conmigo|me pajeo con tu foto|fotos explícitas, sexo duro, anal|le metió la polla hasta el fondo de su coño mojado|juguetes sexuales usados con vídeo`),
  part: list(`tetas|piernas|pies|coño|pechos`),
  act: list(`follar|comer|lamer|desnudar|coger`),
  prostitution: list(`
    masaje con final feliz, discreción, {price} rosas|masaje erótico cuerpo a cuerpo con extras|escort independiente, salidas a hotel y domicilio|chica de compañía para caballeros generosos, {price} rosas la hora|nueva en la ciudad, dulce y discreta, solo hombres generosos|masajista en piso privado, servicio completo|masaje tántrico desnuda con final feliz|busco sugar daddy, ayuda mensual|chica busca hombre generoso para encuentros con ayuda económica|habitación gratis para chica a cambio de compañía íntima|alojamiento gratis a cambio de sexo|trato de novios, {price} media hora|acompañante para hombres maduros, hoteles|servicios sin tabúes, {price} la hora|señora ofrece momentos íntimos|morena caliente, completo {price}|unos días en tu ciudad, cariño y placer`),
  price: en.price!,
  hate: list(
    `los {group} son {low}|todos los {group} son {low}|odio a los {group}|no soporto a los {group}|los {group} deberían {die}|hay que {die2} a todos los {group}|aquí no queremos {group}, son {low}|no vendo a {group}, son {low}|los {group} no pintan nada aquí|fuera {group}|vuelve a tu país, {group1} de mierda|sois todos {low}, {group}|típico de un {group1}, {low}|los {group} lo roban todo|el mundo sería mejor sin los {group}|los {group} no son personas|los {group} no valen nada|nunca te fíes de los {group}, engañan|los {group} viven como animales|los {group} me dan asco|los {group} son el cáncer de este país|los {group} merecen sufrir`,
  ),
  group: list(
    `mujeres|homosexuales|musulmanes|judíos|negros|inmigrantes|discapacitados|trans|árabes|refugiados|gitanos|extranjeros|lesbianas|asiáticos`,
  ),
  group1: list(`moro|judío|negro|inmigrante|sudaca|maricón|travelo|bollera|gitano|panchito`),
  low: list(
    `escoria|alimañas|asquerosos|inferiores|infrahumanos|basura|parásitos|animales|estúpidos|criminales|malvados|una plaga|violadores|mentirosos|una enfermedad|primitivos|inútiles|enfermos mentales|vagos|repugnantes`,
  ),
  low2: list(`sucios`),
  die: list(
    `morir|ser deportados|estar encerrados|ser fusilados|arder|desaparecer|quedarse en la cocina|ser esterilizados|no tener derechos|ser eliminados`,
  ),
  die2: list(`matar|deportar|exterminar|quemar|encerrar|eliminar|gasear|echar`),
  counter: list(
    `decir que los {group} son {low} es inaceptable|nadie debería decir "los {group} son {low}"|quien dice "odio a los {group}" debería avergonzarse|es racista llamar eso a los {group}|no odio a los {group}|no creo que los {group} sean {low}|los {group} no son {low}|nunca hay que {die2} a los {group}|dejad de decir que los {group} deberían {die}|escribió "los {group} son {low}" y lo denuncié|los {group} son {fine}|amo a los {group}|estoy orgulloso de ser {group1}|los {group} merecen respeto|hacen falta más {group} en la política|muchos de mis amigos son {group}|los {group} son personas como tú y yo|hay que proteger a los {group}|muchos {group} viven en mi calle|los {group} tienen los mismos derechos`,
  ),
  fine: list(`maravillosos|humanos|iguales|bienvenidos|valientes|geniales|fuertes|mis amigos|guapos`),
  opinion: list(
    `odio los {object}|los {object} son {low}|no soporto a los {object}|los {object} deberían {die}|hay que matar a todos los {object}|desprecio a los {object}|muerte a los {object}|los {object} me dan asco|eres un {noun} y nadie te quiere|ese tío es un {noun}|odio a mi jefe|mi vecino es un {noun}|te odio {noun}|los {object} son una plaga`,
  ),
  object: list(
    `lunes|mosquitos|banqueros|políticos|periodistas|impuestos|abogados|malos conductores|hinchas de fútbol|influencers|capitalistas|virus|ácaros|plásticos`,
  ),
};

const it: Grammar = {
  insult: list(`
    sei un {noun}|sei {adj}|che {noun}|{noun}!|pezzo di merda|vaffanculo|vai a farti fottere|vai a cagare {noun}|stai zitto {noun}|maledetto {noun}|impara a leggere {noun}|tieniti la tua merda {noun}|figlio di puttana|tua madre è una puttana|crepa {noun}|siete degli {noun}|lei è un {noun}|questo venditore è un {noun}|brutto {noun}|schifoso {noun}|mi fai schifo|non vali niente {noun}|ladro di merda|sei scemo o cosa|succhiamelo {noun}|testa di cazzo|faccia di merda|grassona di merda|vergognati {noun}|povero {noun}`),
  noun: list(
    `stronzo|stronza|idiota|cretino|imbecille|coglione|bastardo|troia|puttana|deficiente|scemo|pagliaccio|maiale|testa di cazzo|bugiardo|ritardato|merda|pezzente|animale|buffone|fallito|schifoso`,
  ),
  adj: list(`stupido|scemo|patetico|schifoso|brutto|inutile|deficiente|ridicolo|una vergogna|miserabile`),
  thing: list(`bici|divano|telefono|ciarpame|annuncio`),
  threat: list(`
    ti {kill}|adesso vengo e ti {kill}|ti trovo e ti {kill}|so dove abiti|sappiamo dove vanno a scuola i tuoi figli|stai attento, vengo a prenderti|sei morto|te ne pentirai, vengo a casa tua|ti brucio la {place}|ridammi i soldi o ti {kill}|ti spacco la faccia|ti rompo le gambe|la prossima volta che ti vedo ti {kill}|la pagherai col sangue|i miei fratelli vengono a trovarti stanotte|qualcuno dovrebbe ammazzarti|non vedrai domani|ti taglio la gola|ho il tuo indirizzo e una pistola|veniamo in dieci a massacrarti|ti pianto una pallottola in testa|paga o la tua famiglia soffrirà|giuro che ti ammazzo il cane`),
  kill: list(`ammazzo|uccido|accoltello|meno|massacro|sparo|distruggo|strangolo|gonfio di botte`),
  place: list(`casa|macchina|bottega`),
  sexual: list(`
    mandami foto nuda|mandami nudes|fammi vedere le {part}|voglio {act}ti|vuoi scopare?|vuoi vedere il mio cazzo?|mi fai eccitare|me lo fai venire duro|vendi le tue mutandine usate|vendo mutandine usate non lavate|cerco intimo usato con odore|succhiami il cazzo|voglio leccarti le {part}|che bel culo, vieni stanotte|facciamo sesso|cerco scopamica|donna calda cerca sesso stasera|video porno miei gratis|il mio onlyfans con i nudi|un pompino per lo sconto?|ti do il {thing} se vieni a letto con me|mi masturbo con la tua foto|foto esplicite, sesso hard, anale|le infilò il cazzo in fondo alla figa bagnata|sex toys usati con video`),
  part: list(`tette|gambe|figa|chiappe`),
  act: list(`scopar|leccar|spogliar|fotter`),
  prostitution: list(`
    massaggio con finale felice, discrezione, {price} rose|massaggio erotico corpo a corpo con extra|escort indipendente, ricevo e mi sposto in hotel|accompagnatrice per uomini generosi, {price} rose l'ora|nuova in città, dolce e riservata, solo uomini generosi|massaggiatrice in appartamento privato, servizio completo|massaggio tantra nuda con happy ending|cerco sugar daddy, aiuto mensile|ragazza cerca uomo generoso per incontri con regalo|camera gratis per ragazza in cambio di compagnia intima|alloggio gratis in cambio di sesso|incontri a pagamento, {price} mezz'ora|compagnia per uomini maturi, hotel|servizi senza tabù, {price} l'ora|signora offre momenti intimi|mora calda, completissima, {price}|pochi giorni nella tua città, coccole e piacere`),
  price: en.price!,
  hate: list(
    `i {group} sono {low}|tutti i {group} sono {low}|odio i {group}|non sopporto i {group}|i {group} dovrebbero {die}|bisogna {die2} tutti i {group}|niente {group} qui, sono {low}|non vendo ai {group}, sono {low}|i {group} non c'entrano niente qui|fuori i {group}|torna al tuo paese, {group1} di merda|voi {group} siete tutti {low}|tipico di un {group1}, {low}|i {group} rubano tutto|il mondo sarebbe migliore senza i {group}|i {group} non sono persone|i {group} non valgono niente|mai fidarsi dei {group}, imbrogliano|i {group} vivono come bestie|i {group} mi fanno schifo|i {group} sono il cancro di questo paese|i {group} meritano di soffrire`,
  ),
  group: list(
    `gay|musulmani|ebrei|neri|immigrati|disabili|trans|arabi|rifugiati|stranieri|asiatici|africani|omosessuali|migranti`,
  ),
  group1: list(`marocchino|ebreo|negro|immigrato|frocio|terrone|zingaro|ricchione|travestito|musulmano`),
  low: list(
    `feccia|parassiti|disgustosi|inferiori|subumani|spazzatura|animali|stupidi|criminali|malvagi|una piaga|stupratori|bugiardi|una malattia|primitivi|inutili|malati di mente|fannulloni|ripugnanti|schifosi`,
  ),
  low2: list(`sporchi`),
  die: list(
    `morire|essere deportati|essere rinchiusi|essere fucilati|bruciare|sparire|restare in cucina|essere sterilizzati|non avere diritti|essere eliminati`,
  ),
  die2: list(`uccidere|deportare|sterminare|bruciare|rinchiudere|eliminare|gasare|cacciare`),
  counter: list(
    `dire che i {group} sono {low} è inaccettabile|nessuno dovrebbe dire "i {group} sono {low}"|chi dice "odio i {group}" dovrebbe vergognarsi|è razzista chiamare così i {group}|non odio i {group}|non penso che i {group} siano {low}|i {group} non sono {low}|non bisogna mai {die2} i {group}|smettetela di dire che i {group} dovrebbero {die}|ha scritto "i {group} sono {low}" e l'ho segnalato|i {group} sono {fine}|amo i {group}|sono fiero di essere {group1}|i {group} meritano rispetto|servono più {group} in politica|molti miei amici sono {group}|i {group} sono persone come noi|dobbiamo proteggere i {group}|molti {group} vivono nella mia via|i {group} hanno gli stessi diritti`,
  ),
  fine: list(`meravigliosi|umani|uguali|benvenuti|coraggiosi|fantastici|forti|miei amici|belli`),
  opinion: list(
    `odio i {object}|i {object} sono {low}|non sopporto i {object}|i {object} dovrebbero {die}|bisogna uccidere tutti i {object}|disprezzo i {object}|morte ai {object}|i {object} mi fanno schifo|sei un {noun} e nessuno ti vuole bene|quel tipo è un {noun}|odio il mio capo|il mio vicino è un {noun}|ti odio {noun}|i {object} sono una piaga`,
  ),
  object: list(
    `lunedì|moscerini|banchieri|politici|ragni|giornalisti|avvocati|tifosi di calcio|influencer|capitalisti|virus|sacchetti di plastica|pirati della strada`,
  ),
};

export const hostile: Readonly<Record<string, Grammar>> = { en, fr, de, es, it };
