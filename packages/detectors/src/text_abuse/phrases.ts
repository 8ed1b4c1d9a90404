/**
 * Phrases of abuse in English, French, German, Spanish and Italian, by kind. Chosen with the help of surge-ai/profanity (MIT), words/cuss (MIT)
 * and LDNOOBW (CC BY 4.0), and written for Assay. `*`, `(|)` and `..` as in `text/phrases.ts`.
 */

export const abuseKinds = {
  hate: "contempt or violence against people for what they are",
  harassment: "pressing, shaming or wishing harm on a person",
  insult: "contempt for a person",
  vulgarity: "obscene language, aimed at nobody in particular",
  threat: "announces violence",
  sexual: "sexual content or advances",
  prostitution: "offers or seeks sex for money",
  minor: "signs that the writer is under age",
} as const;
export type AbuseKind = keyof typeof abuseKinds;

export interface PhraseGroup {
  kind: AbuseKind;
  /** Probability that the kind is there where one of these stands. */
  score: number;
  /** Said by the words alone, or only where the model also leans to abuse of some kind: most such words have an innocent use. */
  when: "always" | "model";
  phrases: readonly string[];
}

const lines = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const groups: readonly PhraseGroup[] = [
  {
    kind: "hate",
    score: 0.9,
    when: "always",
    phrases: lines(`
      nigger, niggers, n1gger*, sand nigger*, camel jockey*, raghead*, rag head*, towelhead*, towel head*, towelshit*, wetback*, wet back, wet backs, slanteye*, slant eye*, sl nteye, rice monkey*, jewboy*, jew boy*, jigaboo*, jiggaboo*, porch monkey*, kneegrow*, zipperhead*, fudgepack*, fudge pack*, packing fudge*, packingfudge*, fudgefuck*, bum bandit*, bumbandit*, butt pirate*, carpet muncher*, bulldyke*, queerass*, feminazi*, untermensch*, ku klux*, kluxer*
      gas the (jews|gays|muslims|blacks), (death to|kill all|hang all|burn all) (jews|gays|muslims|blacks|immigrants|women|refugees|whites|christians), white power, heil hitler, sieg heil, go back to (your own country|where you came from)
      bougnoul*, youpin*, youtre*, chinetoque*, tarlouze*, tafiole*, mort aux (juifs|arabes|noirs|pedes|femmes|musulmans), retourne (dans|chez) (ton|toi) (pays|)
      kanake*, schwuchtel*, schlitzauge*, kameltreiber*, judensau, drecksjude*, scheissjude*, juden raus, auslander raus
      sudaca*, negrata*, machupichu*, fuera (moros|sudacas|inmigrantes)
      frocio, froci, ricchione*, culattone*, fuori gli (immigrati|ebrei)`),
  },
  {
    kind: "hate",
    score: 0.9,
    when: "model",
    phrases: lines(`
      nigg(er|ers|a|as|ah|ahs|az), n1gga*, faggot*, fag, fags, kike, kikes, spic, spics, wetback*, wet backs, chink, chinks, chinky, gook, gooks, paki, pakis, raghead*, rag head*, towelhead*, towel head*, sand nigg*, camel jock*
      tranny, trannies, shemale*, dyke, dykes, bulldyke*, carpet muncher*, fudge pack*, fudgepack*, butt pirate*, coon, coons, jigaboo*, jiggaboo*, porch monkey*, beaner*, zipperhead*, slant eye*, slanteye*, jewboy*, jew boy, retard, retards, retarded, libtard*, feminazi*, mongoloid*, half breed*, pikey*, wog, wogs, negroid*, negroes, kneegrow*, queers, homos, rice monkey*, cripple*, spastic*, untermensch*
      bougnoul*, bicot*, youpin*, youtre*, negro, negre, negresse*, bamboula*, chinetoque*, niakoue*, pede, pedes, pedale, tapette*, tarlouze*, tafiole*, fiotte*, gouine*, travelo*, lopette*, tantouze*, sale (arabe*|noir*|juif*|juive*|musulman*|gitan*|rom|roms|etranger*|homo*|gay*|gouine*|handicape*|chinois*|asiatique*|race|negre*|pede*), mongolien*, attarde*
      kanake*, neger, negerin, schwuchtel*, schlitzauge*, kameltreiber*, judensau, drecksjude*, scheissjude*, scheiss (auslander*|turken|juden|araber|moslem*|muslime*|neger*|schwul*|zigeuner*), drecks (auslander*|turken|juden|araber|moslem*|neger*|zigeuner*), zigeunerpack, kopftuchmadchen*, spasti*, missgeburt*, transe, transen, kampflesbe*, krueppel*
      sudaca*, negrata*, panchito*, machupichu*, maricon*, marica, maricas, bollera*, travelo*, moros de mierda, (negro*|moro*|gitano*|judio*|sudaca*|maricon*|inmigrante*|musulman*) de mierda, subnormal*, mongolic*, tortillera*, marimacho*
      frocio, froci, frocia, finocchio di merda, ricchione*, recchion*, culattone*, culatton*, terrone, terroni, negro di merda, negri di merda, (zingar*|ebreo|ebrei|musulman*|immigrat*|frocio|negro|marocchin*) (di merda|schifos*|bastard*), sporc(o|hi) (negr*|ebre*|zingar*|arab*|immigrat*), mongoloide*, ritardat*, checca, checche
      gas the (jews|gays|muslims|blacks), (death to|kill all|hang all|burn all) (jews|gays|muslims|blacks|immigrants|women|refugees|whites|christians), white power, heil hitler, sieg heil, 1488, mort aux (juifs|arabes|noirs|pedes|femmes|musulmans), auslander raus, juden raus, fuori gli (immigrati|ebrei), fuera (moros|sudacas|inmigrantes), go back to (africa|mexico|china|your own country|where you came from), rentre* (dans|chez) (ton|toi|vos|vous|votre) (pays|)`),
  },
  {
    kind: "harassment",
    score: 0.9,
    when: "always",
    phrases: lines(`
      kys, (go|just|please|and|you should|should) kill yourself, kill yourself (now|already|you|loser|please), hang yourself, go die, drink bleach, neck yourself, nobody (will|would) miss you, nobody loves you, everyone hates you, you deserve to die, hope you die, i hope you (get cancer|rot|choke|burn in hell|suffer|get raped), rot in hell, the world is better without you
      i will make your life hell, i (will|ll) ruin (you|your life), i will (leak|post|share) your (nudes|photos|address), i (am|m) watching you
      suicide toi, va te (pendre|suicider|tuer), va crever, va mourir, creve, tue toi, creve (charogne|sale), j espere que tu (vas|) (creves|crever|mourir|meurs), personne ne t aime, tu merites de (mourir|crever), je vais te pourrir la vie, je vais pourrir ta vie
      bring dich um, hang dich auf, geh sterben, erhang dich, stirb endlich, verreck*, keiner (mag|liebt|will) dich, ich hoffe du (stirbst|verreckst), ich mache dir das leben zur holle, du verdienst den tod
      matate, suicidate, ahorcate, ojala te (mueras|maten|pudras), ojala (mueras|revientes), nadie te quiere, mereces morir, muerete, te voy a hacer la vida imposible, pudrete
      ammazzati, suicidati, impiccati, spero che tu (muoia|crepi), devi morire, crepa, nessuno ti vuole bene, meriti di morire, ti rendo la vita un inferno`),
  },
  {
    kind: "insult",
    score: 0.9,
    when: "always",
    phrases: lines(`
      fuck (you|u|ya|off|yourself), f u c k you, go fuck yourself, screw you, eat shit, piece of shit, son of a (bitch|whore), sonofabitch, suck my (dick|cock|balls), kiss my ass, go to hell, shut (the fuck|your mouth|your face|up you), stfu, gtfo, you (fucking|stupid|dumb|fat|ugly|lying|little|filthy|pathetic|worthless|) (idiot|moron|imbecile|asshole|arsehole|bitch|bastard|cunt|prick|dick|dickhead|loser|scumbag|whore|slut|pig|retard|wanker|twat|jerk|cretin|dumbass|douchebag|motherfucker|faggot|piece of trash), (you are|you re|youre|ur) (a|an|such a|) (fucking|stupid|complete|) (idiot|moron|imbecile|asshole|arsehole|bitch|bastard|cunt|prick|dick|dickhead|loser|scumbag|whore|slut|pig|wanker|twat|jerk|cretin|dumbass|douchebag|scum|trash|garbage|pathetic|worthless|clown|joke of a)
      dumbass*, dumb ass, dipshit*, shithead*, fuckface*, fucktard*, dickhead*, dick head*, douchebag*, asshole*, assholes, arsehole*, scumbag*, motherfuck*, mother fuck*, mothafuck*, muthafuck*, mutha fuck*, mtherfuck*, mofo, mofos, mfer, mfers, cocksucker*, cock sucker*, cuntface*, cuntbag*, twatface*, wankstain*, bellend*, dickface*, cumdumpster*, butthole boy, jackass you, lying (bitch|bastard|piece of shit|cunt|pig), dumb bitch*, stupid bitch*, stupid (cow|cunt|whore|hoe), fat (pig|bitch|cow|bastard), ugly (bitch|cow|pig|cunt)
      va te faire (foutre|enculer|mettre|voir), allez vous faire (foutre|enculer|voir), (ferme|fermez) (ta|vos|votre) gueule, ta gueule, fils de (pute*|putain|chien*), fdp, ntm, niqu(e|er) (ta|sa|vos) (mere|race|daronne), nique toi, enculé*, encule, encules, enculee, enculer ta, connard*, connasse*, conasse*, salope, salopes, saloperie*, salopard*, salaud*, enfoire*, abruti*, batard, batards, gros (con|porc|connard|batard), pauvre (con|conne|type|merde|tache|fille|cloche), sale (con|conne|pute*|chien*|connard*|merde*|batard*|porc*|voleu*|arnaqueu*|gueule|type), espece (de|d) (con|conne|idiot*|abruti*|cretin*|imbecile*|debile*|merde*|ordure*|salo*|connard*|connasse*|voleu*|porc*|enfoire*|bouffon*|attarde*|incapable*), (t es|tu es|t'es) (qu'un|qu'une|un|une|vraiment|trop|) (con|conne|debile|idiot*|cretin*|abruti*|imbecile*|nul|nulle|bouffon*|merde|salo*|pute|porc|minable|attarde*), bouffon*, trou (du|de) cul, trouduc, tete de (con|noeud|gland), sac a merde, grosse (vache|truie|pute|salope), mange tes morts, casse couille*, raclure*, pourriture, sous merde
      fick dich, fickt euch, verpiss dich, leck mich (am arsch|), halt (die|deine|dein) (fresse|schnauze|maul), arschloch*, arschlocher, hurensohn*, hurensohne, hurenkind*, wichser*, drecksack*, dreckskerl*, drecksau, mistkerl*, miststuck*, vollidiot*, schlampe*, fotze*, du (dumme*|blode*|bloed*|fette*|hassliche*|verdammte*|elende*|kleine*|) (idiot*|arschloch|schwein|sau|schlampe|hure|nutte|penner|depp|trottel|wichser|bastard|kuh|opfer|missgeburt|hund|versager|lugner), vollpfosten, scheisskerl*, pissnelke*, deine mutter ist, du bist (so|ein|eine|echt|) (dumm*|blod*|idiot*|arsch*|scheisse|abschaum|dreck|widerlich*|erbarmlich*)
      hijo* de (puta|perra|la gran puta), hijueputa, hdp, vete a (la mierda|tomar por culo|cagar), que te (jodan|den|follen), jodete, me cago en (tu|tus|su), gilipollas, cabron*, pendej*, imbecil*, pedazo de (mierda|imbecil|idiota|cabron|basura), (puto|puta|maldito|maldita) (idiota|imbecil|cabron|perra|zorra|gordo|gorda|estafador*|ladron*|subnormal|gilipollas), eres (un|una|tonto|muy|) (idiota|imbecil|estupid*|gilipollas|cabron*|zorra|puta|mierda|basura|payaso|tonto|tonta|inutil|asqueros*|patetic*|subnormal|desgraciad*), malparid*, chupamela, comemierda*, hija de puta, cara de (culo|mierda|polla), tonto del culo, das asco, capullo
      vaffanculo, vaffa, fanculo, va a fare in culo, vai a (cagare|farti fottere|fare in culo|quel paese), fottiti, figlio di (puttana|troia), figli di puttana, stronz(o|a|i|e), pezzo di merda, pezzi di merda, testa di (cazzo|minchia), teste di cazzo, faccia di (merda|culo), coglion(e|i|a|cello), bastard(o|a|i|e), brutt(o|a) (stronz*|idiota|cretin*|troia|bastard*|maiale|schifos*|merda), sei (un|una|proprio|solo|davvero|) (idiota|cretin*|imbecille|scem*|stronz*|coglion*|stupid*|deficiente|merda|schifos*|troia|puttana|pezzente|fallit*|ritardat*|ridicol*), mi fai schifo, succhiamelo, leccaculo, tua madre (e|è) una, rompicoglioni, rompipalle, puttana, puttane, troia, troie, zoccola, zoccole, mignott*`),
  },
  {
    kind: "insult",
    score: 0.75,
    when: "model",
    phrases: lines(`
      idiot, idiots, moron*, imbecile*, cretin*, bitch, bitches, biatch, bastard, bastards, jerk, scum, loser, whore*, slut, sluts, slutty, skank*, hoe, hoes, cunt*, twat, twats, prick, pricks, wanker*, tosser*, dick, dicks, clown, pig, pigs, trash, jackass, lowlife*, low life*, dirtbag*, pervert*, creep, dumb, stupid, liar*
      pute, putes, putain de, conne, connes, cretin*, idiot*, debile*, minable*, ordure*, merdeux, merdeuse, charogne*, pouffiasse*, grognasse*, crevard*, clochard*, boloss*, tocard*, morue, thon
      hure, huren, nutte*, idiot*, depp, deppen, trottel*, spinner*, penner, schwein, sau, blodmann, opfer, versager*, lugner*, betruger, abschaum, affe, assi, assis
      puta, putas, zorra*, perra, perras, guarra*, cerdo, cerda, idiota*, tonto, tonta, estupid*, payaso, mierda seca, basura, escoria, desgraciad*, mamon*, ladron de mierda
      idiota, idioti, cretin*, imbecill*, deficient*, scem*, maiale, porco, porca, vacca, buffone, cesso, feccia, cagna, baldracca*, sgualdrina*, pagliaccio, pezzente`),
  },
  {
    kind: "vulgarity",
    score: 0.85,
    when: "always",
    phrases: lines(`
      fuck, fucks, fucked, fucker*, fuckin, fucking, fuckin', fuckup*, fuckhead*, fuckwit*, fuckboy*, unfuck*, mindfuck*, clusterfuck*, fck, fcking, fcked, fuk, fuking, fukking, fuxk*, phuck*, mothaf*, motherf*, muthaf*, mutherf*, mtherf*, mothf*, mothercker*, mofck*, mfk, mfs, c ntface, c nts, c nty, cuunt*, anus plug*, bum driller*, cumball*, cumz, ladyboy*, ladiboy*, jailbait, jail bait, suck my d, poofter*, fvck*, fxck*, fcuk*, wtf, shit, shits, shitty, shitting, bullshit, bullshit*, horseshit, apeshit*, ape shit*, shite, shitload*, shitfuck*, cunt*, c nt, twat, twats, twatwaffle*, tw at, cock suck*, bollocks, wank, wanks, wanking, wanked, wanker*, wank off, tosser*, bugger off, piss off, pissing, taking the piss, piss face, asswipe*, assmunch*, assclown*, asshat*, bitchass*, punk ass*, jizz*, spunk bubble*, cumshot*, cum shot*, cumslut*, cumguzzler*, cumdump*, cum dump*, cum goon, dickless, dickwad*, dickweed*, dicksuck*, dick suck*, dicklick*, dick lick*, dick smok*, dicksmok*, dickbreath, dick breath, dick muncher*, dickmunch*, dick slap*, dickslap*, dickvag*, dick gobbler*, pussylick*, pussy lick*, pusslick*, pussywhip*, pussy whip*, penisf*, penishead*, peckerhead*, schlong*, shlong*, knobhead*, bellend*, bell end, goddamn*, god damn*, dammit, mutherfuck*, motherfeck*, motherfvck*, motherfxck*, motherfucc*, motherfukk*, motherfk*, motherfcu*, motherfck*, mothfck*, mthrfck*, muddafuk*, mudderfuk*, muhfuck*, m therf*, mothaf*, muthaf*, muthaf ck*, mofuck*, mofuk*, mofucc*, mofoes, mofoshit*, mfukk*, mfcker*, mf er, mf ers, mf ing, mfing, mother effer, mother ucker, fothermuck*, futhamuck*, madafak*, maderfak*, arse, arses, arsehole*, butthole*, butt hole*, bunghole*, bung hole*, dipshit*, douche, douche canoe, cornhole*, poontang, punani, punany, beaver lips, meat curtains, trouser snake*, skank*, slag, slut*, whore*, whor3, wh0re*, ho bag, hoebag*, hoe asses, bitch ass, bitches, biatch*, beyatch
      merde, merdes, merdique*, putain, putains, bordel de merde, foutre, fout(re|ez) le camp, s en foutre, rien a foutre, chier, chiant, chiante, chiants, chieur*, emmerd*, couille*, casse-couille*, conneri*, niquer, niquee, nique, niker, enculade*, branleu*, branler, branlette*, bite au cul, cul de merde, nul a chier, fait chier, ras le cul, plein le cul, se battre les couilles, je m en bat* les couilles, bordel a cul, tabarnak, calisse, crisse de, ostie de, petasse*, poufiasse*, pouffiasse*, trainee, zob, teub, foufoune, suceuse, suceur, suce boules, lèche cul, merdier, merdeux, merder, chiottes de
      scheisse*, scheiss*, scheissegal, beschissen*, kacke, kackt, pisse, pissen, pisst, fick, ficken, ficker, fickt, gefickt, verfickt*, fotze*, muschi lecken, schwanzlutsch*, arsch, arschgeige*, arschkriech*, arschfick*, wichs*, wixer*, wixxer*, hurerei, verdammte scheisse, verdammter mist, bumsen, titten, nippelfick*, schlampe*
      mierda*, mierdas, joder, jodido, jodida, jodiendo, hostia puta, cojones, cojon, cojonud*, acojon*, de puta madre, puta madre, puta mierda, puto, putos, putada*, putiferio, cono de, el cono, que cono, carajo, al carajo, chingar, chinga tu, chingad*, chingon*, verga, vergas, polla, pollas, follar, follando, follad*, mamada*, culero*, pinche, pinches, cagar, cagada, cagando, cagon*, gilipollez, a tomar por culo, ostia puta, la concha de tu, boludo*, pelotudo*, huevon*, culiao*
      cazzo, cazzi, cazzata*, cazzate, del cazzo, che cazzo, sticazzi, stocazzo, incazzat*, incazzar*, merda, merde, merdos*, merdata, minchia, minchiata*, minchiate, fottut*, fottere, scopare, scopat*, trombare, trombat*, inculat*, incular*, inculare, vaffa*, porco dio, porcodio, porca madonna, porcamadonna, dio cane, diocane, dio porco, dioporco, madonna puttana, porca troia, porca puttana, puttanat*, troiata*, stronzat*, coglionat*, rincoglionit*, rompere i coglioni, fuori dai coglioni, cacare, cagare, cagata*, scassacazz*, sborr*, pompinar*, bocchinar*, sfiga di merda`),
  },
  {
    kind: "vulgarity",
    score: 0.7,
    when: "model",
    phrases: lines(`
      ass, asses, cock, cocks, pussy, pussies, tits, titties, boobs, dick, dicks, dickz, crap, damn, damned, piss, pissed, prick, pricks, bitch, bitchin*, hell, screw, sucks, suck, hoe, hoes, nutsack*, ballsack*, boner*, balls
      cul, bite, bites, queue, chatte, baise, baiser, gueule, suce, sucer, pisser, chienne, salo*, bordel, nichons
      muschi, schwanz, geil*, mist, sau*, pissen, eier, nutte*, pimmel
      culo, culos, concha, cono, tetas, puta, putas, huevos, pajas, cabron*, chupa*
      culo, fica, figa, palle, tette, pisello, sega, seghe, porca, porco, troia`),
  },
  {
    kind: "threat",
    score: 0.92,
    when: "always",
    phrases: lines(`
      (will|ll|ill|gonna|going to) (kill|murder|stab|shoot|strangle|slaughter|behead|rape|hurt|beat|gut|hunt|burn|bury|smash) (you|u|ya|your (family|kids|children|dog|face|house|car|head)), i know where you (live|work|sleep|park), we know where you (live|work), (you are|you re|youre|ur) (a dead man|dead meat|so dead), you (will|ll|are going to|re going to|gonna) (die|regret this|pay for this|pay with your), (i m|im|i am) coming (for you|to your house|for your family|after you), watch your back, put a bullet in (your|you), slit your throat, break your (legs|neck|face|arms), smash your (face|head|skull), burn (your|down your) (house|car|shop|place), sleep with one eye open, i have (your address|a gun and), you (will not|won t) see tomorrow, you better (hide|run|watch)
      je vais (te|vous) (tuer|buter|crever|egorger|planter|fumer|defoncer|demolir|massacrer|frapper|cogner|casser la gueule|exploser|retrouver|violer|eclater|saigner|flinguer|niquer), je (te|vous) (tue|bute|creve|egorge|plante|defonce|demonte|massacre|retrouve|retrouverai|tuerai|buterai), (je|on) (sais|sait|connais|connait) ou (tu|vous|t) (habites|habite|habitez|travailles|bosses|dors|vis), tu vas (mourir|crever|le regretter|payer|voir ta gueule), t es mort, tu es mort, casser la gueule, pete* (les jambes|la gueule|les dents|les genoux), bruler (ta|votre) (maison|voiture|baraque), une balle (dans la tete|entre les deux yeux), fais gaffe a toi, j arrive chez toi, je viens chez toi, on va venir chez toi, prepare ton cercueil, on va te (tuer|buter|defoncer|retrouver|faire la peau), je vais te faire la peau
      ich (bring|bringe) dich um, ich (mach|mache) dich (kalt|fertig|platt), ich (stech|steche|schlag|schlage|knall|knalle) dich (ab|nieder|tot|zusammen), ich werde dich (toten|umbringen|finden|abstechen|erschiessen|schlagen|verprugeln|zusammenschlagen|vergewaltigen), ich (toete|tote) dich, (ich|wir) (weiss|wissen) wo du (wohnst|arbeitest), du bist tot, du wirst (sterben|es bereuen|bluten|dafur bezahlen), ich breche dir (die|alle|deine) (beine|knochen|arme|nase), ich (schlag|schlage|hau|haue) dir (die|auf die|eine in die|in die) (fresse|fresse ein|zahne|zahne aus), ich zunde (dein|dir), kugel in den kopf, pass auf dich auf, kehle durch
      te voy a (matar|rajar|partir la cara|reventar|pegar|apunalar|rebanar|destrozar|encontrar|violar|quemar|disparar|dar una paliza|machacar|pegar un tiro), voy a (matarte|rajarte|encontrarte|reventarte|partirte|pegarte|violarte|quemarte|ir a por ti|por ti), (se|sabemos|yo se) donde (vives|trabajas|vive tu|duermes), estas muerto, estas muerta, eres hombre muerto, (te|lo) vas a (arrepentir|pagar|morir), te (mato|rajo|reviento|parto la cara|parto las piernas|rompo las piernas|rompo la cara|corto el cuello), un tiro en la cabeza, voy a ir a tu casa, vamos a ir a tu casa, quemar tu (casa|coche)
      ti (ammazzo|uccido|accoltello|sgozzo|massacro|spacco la faccia|spacco le gambe|spacco il|spezzo le|rompo le gambe|rompo il|sparo|faccio fuori|gonfio di botte|vengo a prendere|taglio la gola|stupro|do fuoco|brucio la), (so|sappiamo) dove (abiti|vivi|lavori|vanno a scuola), sei morto, sei morta, sei un uomo morto, te la faccio pagare, la pagherai, te ne pentirai, (vengo|veniamo) a (casa tua|prenderti|cercarti), pallottola in (testa|fronte), guardati le spalle`),
  },
  {
    kind: "sexual",
    score: 0.9,
    when: "always",
    phrases: lines(`
      (send|show|want|trade|sell|selling|buy) (me|your|my|you|some|) (nudes|nude pics|nude pictures|nude photos|naked pics|naked pictures|dick pic*|pussy pic*), nudes, dick pic*, blowjob*, blow job*, handjob*, hand job, rimjob*, footjob*, cumshot*, creampie*, gangbang*, deepthroat*, deep throat, cunnilingus, fellatio, felch*, bukkake, threesome*, milf, milfs, porn, porno, pornos, pornography, pornstar*, xxx (video*|pics|photos|movie*|dvd*|content), sex (tape*|cam*|chat*|video*|tonight|with (me|you|her|him|us)), phone sex, cybersex, have sex, having sex, had sex, oral sex, anal sex, group sex, hardcore sex, want sex, wet pussy, tight pussy, shaved pussy, eat (my|your|her) pussy, hard cock, big cock, black cock, thick cock, suck (my|his|your) (dick|cock|tits), lick (my|your|her) (pussy|ass|tits|clit), masturbat*, jerk(ing|) off, jack(ing|) off, fuck (buddy|buddies|me|her|him|my), fucked (me|her|him), horny, butt plug*, dildo*, sex toy*, sextoy*, vibrator*, fleshlight*, used (panties|panty|underwear|knickers|thong*|socks for), worn (panties|panty|underwear|knickers|thong*), dirty (panties|underwear|knickers), onlyfans, only fans, camgirl*, camslut*, cam girl*, erotic (massage|service*|video*|photo*|chat|story|stories), nympho*, orgasm*, ejaculat*, bdsm, bondage (gear|rope*|set|kit), hentai, upskirt*, voyeur*, fetish (content|video*|photo*|pics), sugar (bab*|dad*|momm*)
      (envoie*|envoyez|montre*|envoyer|photo* de) (moi|toi|) (tes|des|tes seins|toi) (nudes|nue|nu|seins|fesses|nibards), photo* (de toi|) (nue|denudee*|coquine*), nudes, plan cul, plan q, fellation*, pipe (contre|gratuite|sous la), tailler une pipe, suce (ma|moi) (bite|queue|), lecher (ta|tes|ton|les) (chatte|seins|cul|pieds), porno*, sexe (hard|gratuit|ce soir|anal|oral|en webcam|tel|avec), on baise, te baiser, baiser (avec|ensemble|ce soir), coucher avec (moi|toi|vous), (culotte*|string*|chaussette*|sous vetement*) (sale*|portee*|porte*|usagee*|non lavee*|odorant*), petite* culotte*, godemichet*, gode, godes, sextoy*, sex toy*, branle* (sur|en pensant), je bande, tu m excites, chaude (ce soir|et coquine), femme chaude, coquine (cherche|ce soir|disponible), photos coquines, video* coquine*, libertin*, echangis*, partouze*, gangbang*, erotique*
      nacktbild*, nacktfoto*, nackt (bilder|fotos|video*), schick (mir|) (nudes|nackt*|bilder von deinen), porno*, sex (heute|treffen|video*|mit mir|mit dir|chat|kontakt*|date*|partner*), will (dich|ficken|sex), ich will dich (ficken|lecken|nageln), blowjob*, blasen fur, getragene (slips|hoschen|unterwasche|unterhose*|socken|strings|strumpf*), getragener slip, dildo*, vibrator*, sextoy*, sexspielzeug*, orgasmus*, selbstbefriedig*, fickfreund*, fick treffen, geil auf dich, geile (frau|maus|sau|milf|schlampe|titten), nackte (frau*|madchen|bruste), hardcore sex, oralsex, analsex, gruppensex, telefonsex, camsex
      (manda*|pasa*|envia*|pasame|mandame|enviame) (me|) (fotos|foto|nudes) (desnud*|en bolas|tuyas desnud*|hot|intimas|), nudes, follar contigo, follamos, quieres follar, quiero follar*, follamiga*, follamigo*, porno*, sexo (hoy|gratis|oral|anal|duro|telefonico|esta noche|contigo|con), tener sexo, mamada*, chupa* (la|mela|me la) (polla|verga|), chupame, (bragas|tangas|braguitas|calcetines) (usad*|sucia*), ropa interior usada, consolador*, vibrador*, juguete* sexual*, me pones (cachond*|a mil|duro), cachond*, paja (contigo|pensando), masturb*, orgasmo*, culito rico, acostarte conmigo, te acuestas conmigo, fotos intimas, video(s|) hot, pornograf*, erotic* (masaje*|foto*|video*)
      (mandami|manda|inviami|fammi vedere) (foto|le|i|tue foto|le tue|una foto) (nuda|nude|nudi|nudo|tette|figa|intime|piedi nudi), nudes, un pompino, pompini, bocchino, sesso (stasera|orale|anale|gratis|con|hard|telefonico), fare sesso, facciamo sesso, scopiamo, vuoi scopare, scopare con, scoparti, scopamic*, porno*, (mutandine|perizoma|slip|calze|intimo) (usat*|sporc*|indossat*), vibratore*, dildo*, sex toy*, masturb*, orgasm*, succhiami (il|), leccarti (la|il|le), vieni a letto con me, eccit* (da morire|tantissimo), video (hot|hard|erotici), foto (hot|hard|erotiche|osé|ose), pornograf*`),
  },
  {
    kind: "sexual",
    score: 0.7,
    when: "model",
    phrases: lines(`
      sex, anal, cum, cumming, cums, pussy, penis, vagina, tits, boobs, nipples, boner, naked, kinky, fetish, orgy, hooker*, stripper*, erection*, clit, clitoris, nsfw, xxx, bdsm, semen, sperm, breasts, sexual, erotic, busty, moan*, thrust*
      sexe, chatte, bite, seins, nue, nu, nichons, sperme, penetr*, salope, salopes, cul, coquin*, orgasme*, jouir
      sex, nackt, muschi, schwanz, bruste, titten, sperma, erotik*, erotisch*, fetisch
      sexo, desnud*, coño, polla, tetas, semen, erotic*, penetr*, gemi*, culito
      sesso, nuda, nudo, figa, cazzo, tette, sperma, erotic*, penetr*, gemit*`),
  },
  {
    kind: "prostitution",
    score: 0.92,
    when: "always",
    phrases: lines(`
      massage* (with|and|plus) (a|) (happy ending*|extras|full service|more), happy ending (massage|included|guaranteed|available), erotic massage*, sensual (massage*|bodywork|body rub*), body (to|2) body massage*, nuru, bodyrub*, full service (massage|in call|incall|escort|girl*|lady), incall*, in call (and|or|only|available), outcall*, gfe, girlfriend experience, escort (service*|girl*|lady|ladies|available|for|agency|in (town|your)), escorts, independent escort*, (vip|elite|mature|trans|ts|asian|russian|brazilian) escort*,  roses (per|an|the|for) (hour|half), generous (men|gentlem*|man) only, generous gentlem*, for generous (men|gentlem*), sugar (daddy|baby|babies|mommy), pay for (sex|play), paid sex, sex for (money|rent|cash), rent for sex, free (room|rent|accommodation) .. (sex|intimacy|benefits|girl), companionship for (mature|generous|older), no taboos, intimate (moments|services) .. (money|hour|roses|pocket money), ladies of the night, call girl*, hookers, prostitut*, happy hour girl*, tantra massage nude
      massage* (avec|et) (finition*|finissage|happy end*|plus si|extras), (finition*|happy end*) (manuelle*|comprise*|incluse*|assuree*), massage* (erotique*|sensuel*|coquin*|naturiste*|tantrique* nue*|body body|corps a corps), escort, escorts, escort girl*, escorte (pour|de|independante|de luxe), (recois|reçois) (en|dans) (appartement|appart|hotel|mon) (prive|discret|), je (recois|reçois) et me deplace, hommes genereux, homme genereux, monsieur genereux, messieurs genereux, rencontre* (tarifee*|remuneree*|venale*|payante*), sexe tarife, moment(s|) (coquin*|intime*|de plaisir*|de detente intime*), sugar (daddy|baby), michetonn*, logement (gratuit|contre) .. (relation*|services|sexe|calin*), (chambre|studio|logement) contre (service*|relation*|calin*), services (calin*|sexuels|coquin*), sans tabou*, prestation* (complete*|coquine*|sexuelle*), accompagnatrice* (de charme|pour), call girl*, prostitu*, plaisir* (garanti*|partage*|assure*), calins et plus
      massage* mit (happy end|extras|handentspannung), erotik massage*, erotische (massage*|ganzkorpermassage*|stunden), ganzkorpermassage mit, handentspannung, haus und hotelbesuche, hotelbesuche, escort (dame*|service|girl*|lady|agentur), begleitdame*, begleitservice fur, hobbyhure*, taschengeld treffen, taschengeldtreffen, tg treffen, gegen taschengeld, gegen tg, (rosen|kusse) die stunde, grosszugige* (herr*|mann*|gentlem*), sugar (daddy|baby), wohnen gegen sex, (zimmer|wohnung) gegen (sex|zartlichkeit*|gefallig*), sex gegen (geld|taschengeld|miete), ohne tabus, tabulos*, komplettservice, girlfriend sex, gf sex, intime stunden, prostitu*, hure gegen, zartlichkeiten und mehr
      masaje* (con|y) (final feliz|extras|algo mas), final feliz, masaje* (erotico*|sensual*|cuerpo a cuerpo|tantrico* desnud*), masajista (en piso|particular|erotica|discreta), escort*, chica de compania, (chica*|senorita*|dama*) de compania, acompanante (para|de lujo|de alto), (caballero*|hombre*|senor*) (generos*|solvente*), sugar (daddy|baby), ayuda (economica|mensual) .. (encuentro*|chica|citas), encuentro(s|) (con ayuda|pagad*|remunerad*|de pago), (habitacion|alojamiento|piso) (gratis|) a cambio de (sexo|compania*|favores|relaciones), sexo (por|a cambio de) (dinero|alquiler|alojamiento), trato de novios, salidas (a|hotel|domicilio) (hotel*|domicilio|y), sin tabues, servicio* (completo*|sexual*|sin tab*), momentos intimos, prostitu*, puta* (barata*|a domicilio), scort*, carino y placer
      massagg(io|i) (con|e) (finale felice|happy ending|extra|finale), lieto fine (incluso|garantito), finale felice, massaggi* (erotic*|sensual*|corpo a corpo|tantra nud*|body), massaggiatrice (in appartamento|privat*|sensual*), escort, accompagnatric*, (uomini|uomo|signori|signore|gentleman) (generos*|distint*), sugar (daddy|baby), (camera|alloggio|stanza|casa) (gratis|gratuit*|) in cambio di (sesso|compagnia intima|favori|compagnia|prestazion*), sesso (per|in cambio di|a) (soldi|denaro|affitto|pagamento), incontri (a pagamento|con regalo|retribuit*|mercenari), ricevo (in|e mi) (appartamento|sposto|ambiente), senza tabu, momenti intimi, completissima, prostitu*, coccole e piacere`),
  },
  {
    kind: "prostitution",
    score: 0.85,
    when: "model",
    phrases: lines(
      `(100|120|150|180|200|250|300|350|400|500|80|60|50) (roses|kisses|rosas|bisous|kusschen|rosen|kusse|rose|baci|besos|baisers)`,
    ),
  },
  {
    kind: "minor",
    score: 0.9,
    when: "always",
    phrases: lines(`
      i am a minor, i m a minor, i am underage, i m underage, im underage, i am under age, i m not 18 yet, not yet 18, i am under 18, i m under 18, my (mom|mum|dad|parents) (doesn t|don t|dont|won t|must not|can t) (know|let me), (i m|im|i am) in (the|) (5th|6th|7th|8th|9th|sixth|seventh|eighth|ninth) grade, (i m|im|i am) in (middle school|junior high|primary school|elementary school|year (5|6|7|8|9|10)), (i m|im|i am) (just|only|still) a (kid|child|schoolgirl|schoolboy), (i m|im) still at school
      je suis (mineur|mineure|collegien*|ecolier*), je suis (en|au) (cm1|cm2|6eme|6e|5eme|5e|4eme|4e|3eme|3e|sixieme|cinquieme|quatrieme|troisieme|college|primaire), j ai pas (encore |)18 ans, je n ai pas (encore |)18 ans, (mes parents|ma mere|mon pere|maman|papa) (ne |)(savent|sait|sont|est|veut|veulent) pas (au courant|que|le)
      ich bin (noch |)minderjahrig, ich bin noch nicht 18, ich bin unter 18, ich gehe (noch |)(in|auf) die (5|6|7|8|9|funfte|sechste|siebte|achte|neunte|grundschule), ich bin in der (5|6|7|8|9|funften|sechsten|siebten|achten|neunten), meine (eltern|mutter|mama) (wissen|weiss|durfen|darf|erlaub*) (das |davon |es |)nicht*
      soy menor (de edad|), no tengo (aun |todavia |)18 anos, estoy en (primaria|la eso|(1|2|3|4|primero|segundo|tercero|cuarto) de (la |)(eso|primaria)), mis padres no (saben|me dejan), mi madre no (sabe|me deja)
      sono (una |un |)minorenne, non ho ancora 18 anni, vado alle (medie|elementari), faccio (la |)(prima|seconda|terza) media, sono in (prima|seconda|terza) media, i miei (genitori |)non (sanno|vogliono|mi lasciano), mia (madre|mamma) non (sa|vuole|mi lascia)`),
  },
];

/** Innocent phrases: what stands inside one of these is not looked at. */
export const innocent: readonly string[] = lines(`
  moby dick, dick s sporting*, dicks sporting*, dick (tracy|van dyke|clark|cheney|smith*|francis|bruna|wolf), philip k dick, bitch planet, basic bitch, resting bitch, stitch n bitch, stitch and bitch, bitches brew, pussy (willow*|cat*|riot|galore|bow|foot), octopussy, puss (in|n) boots, shih tzu*, shitake, shiitake, cock(tail*|pit*|er|ers|atiel*|atoo*), cock (rooster|a|and bull|of the|ring s nest), (weather|pea|wood|ball|stop|shuttle) cock*, tit for tat, (blue|great|coal|marsh|willow|long tailed) tit*, fat quarter*, fat boy*, fat bike*, fat tire*, fat max, phat, hoe (and|rake|handle*|shovel), garden hoe*, dutch hoe*, (backhoe|back hoe)*, rape seed*, rapeseed*, rape oil
  flame retard*, fire retard*, retardant*, master (and|) slave, slave (cylinder|flash|cable|drive|leia|i|1), spic and span, spic n span, chink in, paki* stan*, coon (cheese|hound*|cat*), maine coon*, raccoon*, dyke (road|drain*|house), van dyke*, van dyck*, faggots and, bastard (file|sword|out of|cut|wheat|), inglourious basterds, bloody mary*, damn yankees, hell s (kitchen|angels), hellboy, hell kitty, doom, kick ass*, kickass*, bad ass*, badass*, jackass (dvd|movie|2|3), donkey ass*, smart ass*, pain in the ass, haul ass, big ass (fan*|tv|table*), cheap ass, ass (kicking|of a), butt weld*, cigarette butt*, ball(s|) (bearing*|joint*|valve*|and|of), balls (of|and|for), screw (set*|driver*|gun|on|in|cap|top|jack|hole*|for|to|eye*|drive|size), pissarro
  killer (deal*|price*|whale*|bee*|queen|instinct|app|looks|sound|sale), shoot you (a|an) (text|message|email|mail|offer|line|call|pm|dm), beat you (to|there|by), shoot me (a|an) (text|message|email|mail|offer|line|call|pm|dm), shoot (an|me an|over an) (offer|email), photo shoot*, hit me up, hit me (with|back|on), kill bill, bite me, killing eve, killers (cd|vinyl|album|tee), killjoy*, to die for, dead(pool| kennedys|wood|liest|mau5), die cast*, diecast*, die cut*, sex (pistols|and the city|education|change|of the|ed), sexes, unisex*, sexton, sussex, essex, middlesex, wessex, same sex, both sexes, opposite sex, either sex
  escort (radar|rs|cosworth|mk*|passport|van|estate|max*|ix|vehicle*|wagon|zx2|gt|lx), ford escort*, nude (heel*|lipstick*|pump*|colour*|color*|shade*|tone*|palette|pink|shoe*|bra|dress|leather|patent|sandal*|nail*|tights|stocking*|beige|top|painting|sculpture|drawing|art), naked (palette|bike*|juice|wire*|2|3|heat|basics|truth|chef|gun), breast (pump*|milk|cancer|feed*|pad*|plate*|pocket*|stroke), chicken breast*, double breasted, single breasted, stripper (wire|paint|pole lamp), wire strip*, paint strip*, hooker (furniture|sofa|chair|desk|table), facial (steamer*|cleans*|mask*|cream*|oil*|recognition*|hair), cum laude, magna cum laude, semen test, sperm whale*, spermwhale, anal(og|ogue|yst|ysis), prick(ly|) (pear*|stitch*), blow dr*, blow up, blow out*, strap on (bag*|heel*|shoulder*), foot massag*, massage (chair*|table*|gun*|bed*|cushion*|seat*|ball*|roller*|oil*|therap*), virgin (olive|wool|mobile|mary|media|atlantic|islands|vinyl|hair|gold), gay (lussac|pride|marriage|rights|couple*|friendly|history), virgin vinyl
  bite d amarrage, cul de (lampe|sac|poule|bouteille*|basse fosse), cul sec, cul de sac, queue (de|d|leu leu|pie), con (leche|carne|forme|air|fuoco|edison|brio|moto|spirito|amore|alma|la|el|los|las|su|il|lo|le|una|un|mi|te|ti|tutti|tutte|garanzia|scatola), chatte (et|sterilisee|siamoise|europeenne|persane), tire bouchon*, diner de cons, garce (lazar|roman), vierge, trou normand, merde d artiste, bordel (livre|roman), pipe (a|en|bruyere|ecume|de bruyere|a eau), baise main, sale (e|s|temps|gosse*), gros (bisous|lot*|bebe), retard (de|d|dans|livraison|sur|pour|colis), en retard
  sau(er*|ber*|gut|na*|cer), schwanz(flosse|ring), sparschwein*, meerschwein*, schwein(e|) (braten|fleisch|leder|shaxe), pissarro, mist(er|y|el*|gabel*), eier (becher*|kocher*|warmer), geil(e|er|es|) (teil*|preis*|optik|sound|outfit), hahn, arsch der welt, arschbombe, muschi katze, arschkalt
  gallo, polla(s|) de (agua|granja), pollo*, polla ponedora, concha (marina|de mar|nacar|y), conchas, conejo*, zorra artica, perra (labrador|chihuahua|raza|en adopcion|esterilizada|cachorra|perdida), perro*, puta vida, mierda de artista, huevos (de|ecologicos|kinder|camperos), tetera*, mono, mona de pascua, cola de, verga de (barco|vela), cono (de|sur|trafico|vial), cerdo (hucha|iberico), tiro (con|al|de), pastel de, putos amos
  scopa (elettrica|e|a vapor*|giocatt*), scope, fichi, fico d india, finocchi? (semi|al|in), finocchio (semi|selvatico), palle (di natale|da biliardo|da tennis|da golf), maiale (salvadanaio|di), porco spino, porcospino, porcellino, pisello odoroso, piselli, sega (circolare|a nastro|elettrica|da|a mano|per), seghe (circolari|a), pompa (dell|d|di|a|sommersa), tromba*, cagna (labrador|pastore|sterilizzata|di), vacca (frisona|da latte), cesso (in ceramica|bagno|sospeso)
`);
