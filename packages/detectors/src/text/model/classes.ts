/**
 * Words that models see as a class as well as (or instead of) themselves, in English, French, German, Spanish and Italian: what is said
 * in one language then teaches the others. Lower case, folded; `*` stands for any ending. Written for Assay.
 */

/**
 * `group`: names a group of people by origin, colour, religion, sex, orientation, disability or flight (no slurs). `slur`: does so with contempt.
 * `others`: people by trade, opinion or taste. `you`, `me`, `they`: who is meant. `hatred`, `love`: feelings. `low`: contempt as an adjective or a noun.
 * `fine`: praise. `vermin`: what people are called who are not held for people. `violence`: what is done to them. `curse`: swearing.
 * `not`: turns what follows. `must`: what should be. `say`: somebody says or writes it. `condemn`: it is said to be wrong. `thing`: what nobody can hate unjustly.
 */
export const wordClasses = {
  group: `
  woman women girl girls man men female females male males lady ladies feminist feminists
  gay gays lesbian lesbians homosexual homosexuals bisexual bisexuals queer trans transgender transsexual transsexuals transgenders lgbt
  black blacks white whites asian asians african africans latino latinos latina latinas hispanic hispanics arab arabs arabic
  indian indians pakistani pakistanis mexican mexicans chinese japanese korean koreans vietnamese turk turks turkish romanian romanians
  polish pole poles russian russians ukrainian ukrainians nigerian nigerians moroccan moroccans algerian algerians syrian syrians american
  americans european europeans french german germans italian italians spanish spaniard spaniards english british irish
  jew jews jewish muslim muslims islam islamic islamist islamists christian christians catholic catholics hindu hindus sikh sikhs buddhist buddhists atheist atheists
  immigrant immigrants migrant migrants refugee refugees foreigner foreigners alien aliens asylum roma gypsies minority minorities
  disabled disability disabilities handicapped blind deaf autistic wheelchair amputee amputees indigenous aboriginal natives
  femme femmes fille filles homme hommes feministe feministes
  homosexuel homosexuels homosexuelle homosexuelles lesbienne lesbiennes bisexuel bisexuels transexuel transexuels transsexuel transsexuels transgenre transgenres
  noir noirs noire noires blanc blancs blanche blanches asiatique asiatiques africain africains africaine africaines arabe arabes maghrebin maghrebins maghrebine maghrebines
  chinois chinoise chinoises japonais japonaise indien indiens indienne turc turcs turque turques roumain roumains polonais polonaise polonaises russe russes
  marocain marocains algerien algeriens tunisien tunisiens syrien syriens
  juif juifs juive juives musulman musulmans musulmane musulmanes islamiste islamistes chretien chretiens chretienne catholique catholiques
  immigre immigres immigree immigrees migrants migrante migrantes refugie refugies refugiee refugiees etranger etrangers etrangere etrangeres
  handicape handicapes handicapee handicapees aveugle aveugles sourd sourds autiste autistes roms
  frau frauen madchen mann manner weiblich mannlich feministin feministinnen
  schwul schwule schwulen schwuler lesbe lesben lesbisch lesbische homosexuelle homosexuellen homosexueller transsexuelle transsexuellen transfrau transfrauen transmann transpersonen transmenschen
  schwarze schwarzen schwarzer weisse weissen weisser asiate asiaten afrikaner afrikanerin araber araberin arabisch turke turken turkin turkisch rumanen polen russen chinesen
  jude juden judin judinnen judisch judische judischen moslem moslems muslime muslimen muslimin muslimisch muslimische muslimischen islamisch christ christen
  einwanderer einwanderern migranten migrantin migrantinnen fluchtling fluchtlinge fluchtlingen gefluchtete auslander auslandern auslanderin immigranten
  behindert behinderte behinderten behinderter blinde blinden gehorlose gehorlosen
  mujer mujeres chica chicas hombre hombres feminista feministas
  homosexuales gais lesbiana lesbianas transexual transexuales transgenero transgeneros
  negro negros negra negras blanco blancos blanca blancas asiatico asiaticos asiatica africano africanos africana arabes chino chinos china chinas gitano gitanos gitana
  rumano rumanos marroqui marroquies latinos
  judio judios judia judias musulmana musulmanas cristiano cristianos catolico catolicos
  inmigrante inmigrantes refugiado refugiados refugiada refugiadas extranjero extranjeros extranjera extranjeras indigena indigenas
  discapacitado discapacitados discapacitada discapacitadas minusvalido minusvalidos ciego ciegos sordo sordos
  donna donne ragazza ragazze uomo uomini femminista femministe
  omosessuale omosessuali lesbica lesbiche bisessuale bisessuali transessuale transessuali transgender
  nero neri nera nere bianco bianchi bianca bianche asiatici asiatica asiatiche africani africana africane arabo arabi araba cinese cinesi rumeno rumeni albanese albanesi marocchino marocchini
  ebreo ebrei ebrea ebree ebraico musulmano musulmani islamico islamici cristiani cristiana cattolico cattolici
  immigrato immigrati immigrata migrante migranti rifugiato rifugiati rifugiata rifugiate straniero stranieri straniera straniere profughi profugo
  disabile disabili handicappato handicappati cieco ciechi sordi invalido invalidi
  `,
  slur: `
    nigger* nigga* niglet* faggot* fag fags dyke dykes tranny trannie* shemale* kike kikes spic spics wetback* chink chinks gook gooks paki pakis raghead* towelhead* sandnigger*
    retard retards retarded spastic* mongoloid* cripple* whore* slut sluts slutty bitch bitches cunt cunts coon coons beaner* kraut krauts wop wops dago* zipperhead* camelfucker* feminazi*
    negre* negro bougnoul* bicot* raton bamboula* youpin* youtre* feuj feujs niakoue* chinetoque* chintok* pede pedes tapette* tarlouze* tafiole* gouine* travelo* enculeur* boche boches
    romano romanos manouche* sauvageon* attarde* mongol mongols mongolien* triso gogol gogols pute putes putain* pouffiasse* salope* connasse* catin* trainee trainees beurette* negresse*
    neger* kanake* kanack* schlitzauge* schwuchtel* tunte* kampflesbe* transe transen judensau* itzig zigeuner* spasti spastis mongo mongos kruppel* missgeburt* hure huren* nutte* schlampe* fotze*
    kameltreiber* knoblauchfresser* polacke* polacken asylant* spast krueppel* muselmann* musel kopftuchmadchen* scheinasylant* wirtschaftsfluchtling*
    maricon* marica maricas bollera* tortillera* travelo* sudaca* moro moros mora moras panchito* negrata* machupicchu* subnormal* retrasad* mongolic* tullido* lisiado* puta putas zorra zorras fulana* guarra guarras perra perras judiada* polaco gabacho*
    feminazi* hembrista* marimacho* mariposon* conguito* payoponi*
    frocio froci frocia finocchio finocchi ricchione ricchioni culattone* checca checche lesbicona* negraccio* negretto* terrone* terroni zingaro zingari zingara marocchin* extracomunitar* vucumpra beduin* giudeo giudei rabbino
    mongoloide* ritardat* mongolo handicappat* storpi* troia troie puttana* zoccola* baldracca* mignotta* cagna cagne sgualdrina* muso trans* travestit* crucco crucchi
  `,
  others: `
    banker* capitalist* communist* socialist* liberal liberals conservative* republican* democrat* politician* journalist* lawyer* cop cops police* teacher* artist* actor* fan fans fascist* nazi nazis millionaire* vegan vegans boomer* student* doctor* hipster*
    banquier* capitaliste* communiste* politicien* journaliste* avocat avocats flic flics policier* professeur* artiste* supporter* fasciste* medecin* etudiant* gauchiste* patron patrons riche riches macroniste*
    kapitalist* kommunist* politiker* journalist* anwalt* polizist* lehrer* kunstler* faschist* arzt arzte student* linke linken rechte rechten banker*
    banquero* capitalista* comunista* politico* periodista* abogado* policia* profesor* artista* fascista* medico* estudiante* rico ricos
    banchier* capitalist* comunist* politic* giornalist* avvocat* poliziott* insegnant* artist* fascist* medic* student* ricchi
  `,
  you: `
    you your yours yourself yourselves u ur ya youre tu toi ton ta tes te vous votre vos du dich dir dein deine deinen deiner ihr euch euer eure
    ti contigo tuyo vosotros vosotras vuestr* usted ustedes os voi vi vostr* tuo tua tuoi tue
  `,
  me: `
    i me my mine myself we us our ours im ive je j moi mon ma mes nous notre nos ich mich mir mein* wir uns unser* yo mi mis nosotros nosotras nuestr* io mio mia miei mie noi ci nostr*
  `,
  they: `
    they them their those these people everyone everybody anyone someone all every ils elles eux leur leurs ces gens tous toutes sie ihnen jene diese* alle leute menschen ellos ellas esos esas estos estas gente todos todas toda todo
    loro quelli quelle questi queste quei gente persone tutti tutte
  `,
  hatred: `
    hate hates hated hating despis* detest* loath* abhor* resent* dislik* disgust* repuls* repugn* sick fed fear fears scare* scary
    hais haine hai detest* deteste* execr* mepris* haiss* hait abhorr* degout* repugn* horreur peur vomir gerber supporte* supporter
    hass* verabscheu* veracht* ekel* anwider* widerlich* angst kotz* satt ausstehen
    odi* detest* desprecio despreci* aborrec* asco asquea* repugn* repuls* miedo soporto aguanto harto
    odi* detest* disprezz* schif* ribrezz* disgust* ripugn* paura sopporto vomit*
  `,
  love: `
    love loves loved loving like likes liked ador* respect* admir* support* appreciat* cherish* celebrat* welcome* proud enjoy* prefer* glad happy
    aime aimes aiment aimer ador* respect* admir* soutien* apprec* cheri* fier fiers fiere fieres heureux content* bienvenu*
    lieb* mag mogen gern gerne respekt* bewunder* unterstutz* schatz* stolz freu* willkommen
    amo amar ama amamos encanta* gusta* gustan quiero respet* admir* apoy* aprecio orgullos* feliz bienvenid* adoro
    amo amare ama amiamo adoro adorare piace piacciono rispett* ammir* sosten* apprezz* orgoglios* felic* benvenut*
  `,
  low: `
    disgusting disgraceful repulsive revolting repugnant vile filthy dirty gross ugly stupid dumb idiot* moron* imbecile* brainless worthless useless inferior primitive savage* backward uncivili* evil wicked criminal* dangerous violent lazy parasitic
    pathetic pitiful trash garbage waste rubbish crap shit shitty scum scumbag* lowlife* loser* weak sick perver* unnatural abnormal abominat* degenerat* subhuman* inhuman greedy corrupt liar* lying cheat* thie* rapist* terrorist* pedophile* paedophile* threat* enemy enemies traitor* disgrace* shame* embarrass* mistake problem burden invader* invading crime ignorant illiterate bastard* asshole* arsehole* dick dickhead* jerk pig pigs freak* freaks creep* creepy coward* ungrateful intolerabl* hysteric* irrational incapable incompetent bad worse worst terrible horrible awful nasty
    degoutant* repugnant* immonde* ignoble* infect* sale sales crade* crasseu* moche* laid* stupide* debile* idiot* imbecile* cretin* abruti* con cons conne connes connard* inutile* inferieur* primitif* sauvage* arriere* mechant* malefique* criminel* dangereu* violent* faineant* feignasse* parasit* pathetique* minable* dechet* ordure* merde* racaille* perdant* faible* malade* pervers* anormal* abominab* degener* sous-homme* cupide* corromp* menteu* voleu* violeur* terroriste* pedophile* menace* ennemi* traitre* honte* fardeau envahi* batard* enfoire* salaud* porc porcs monstre* lache* ingrat* nul nuls nulle nulles pire pires horrible* affreu* mauvais* raclure*
    ekelhaft* eklig* widerwartig* abstossend* widerlich* dreckig* schmutzig* hasslich* dumm* bloed* blod* idiot* schwachkopf* trottel* vollidiot* nutzlos* wertlos* minderwertig* primitiv* wild* unzivilisiert* ruckstandig* bose* kriminell* verbrecher* gefahrlich* gewalttatig* faul* schmarotz* erbarmlich* abschaum* abfall mull dreck* scheiss* gesindel* pack verlierer* schwach* krank* perver* unnaturlich* abartig* abnormal* entartet* untermensch* gierig* korrupt* lugner* dieb* vergewaltiger* terrorist* padophil* bedrohung* feind* verrater* schande* last arsch* wichser* hurensohn* mistkerl* schwein* sau monster* freak* feig* undankbar* schlimm* schrecklich* furchtbar* schlecht* asozial* unfahig*
    asqueros* repugnant* repulsiv* vil viles suci* guarr* mugrient* feo feos fea feas estupid* tont* idiot* imbecil* gilipollas inutil* inferior* primitiv* salvaje* atrasad* malvad* criminal* delincuent* peligros* violent* vag* parasit* patetic* basura* mierda* escoria* chusma* perdedor* debil* enferm* pervertid* antinatural* anormal* aberra* degenerad* infrahuman* subhuman* codicios* corrupt* mentiros* ladron* violador* terrorista* pedofil* amenaza* enemig* traidor* verguenza* carga invasor* cabron* bastard* cerd* monstru* cobarde* desagradecid* pesim* peor* horrible* malos mala malas malo incapa*
    disgustos* schifos* ripugnant* repellent* rivoltant* vile vili sporc* lurid* brutt* stupid* scem* idiot* imbecill* cretin* deficient* inutil* inferior* primitiv* selvagg* arretrat* incivil* malvag* criminal* delinquent* pericolos* violent* pigr* parassit* patetic* spazzatura* merd* feccia* perdent* debol* malat* pervertit* innatural* anormal* abomin* degenerat* subuman* avid* corrott* bugiard* ladr* stuprator* terrorist* pedofil* minacci* nemic* traditor* vergogn* peso invasor* stronz* bastard* maial* porc* mostr* vigliacc* ingrat* pessim* peggior* orribil* cattiv* incapac*
  `,
  fine: `
    good great wonderful awesome amazing beautiful lovely brilliant fantastic excellent smart clever kind nice brave strong human humans equal equally hero heroes talented valid valuable worthy important welcome friendly hardworking honest best better perfect delightful blessing gorgeous inspiring cool deserve*
    bon bons bonne bonnes bien super genial* formidable* merveilleu* magnifique* beau belle belles beaux intelligent* gentil* sympa* courageu* fort forts forte fortes humain* egal egaux egale egales heros talentueu* precieu* importan* honnete* meilleur* parfait* incroyable* extraordinaire*
    gut gute guten guter toll* wunderbar* grossartig* schon* hubsch* brillant* fantastisch* ausgezeichnet* klug* schlau* nett* freundlich* mutig* stark* menschlich* gleich* held* talentiert* wertvoll* wichtig* ehrlich* best* besser* perfekt* unglaublich* fleissig*
    buen* bien genial* maravillos* increible* fantastic* hermos* bonit* guap* brillant* excelent* inteligent* list* amable* valient* fuert* human* igual* heroe* heroin* talentos* valios* importante* honest* honrad* mejor* perfect* estupend*
    buon* bene bravo brava bravi brave meraviglios* fantastic* splendid* bell* brillant* eccellent* intelligent* gentil* coraggios* fort* uman* ugual* eroe eroi talentuos* prezios* important* onest* miglior* perfett* incredibil* stupend*
  `,
  vermin: `
    vermin rat rats cockroach* roach* insect* parasite* pest pests plague* disease* cancer* virus* infection* leech* maggot* animal animals ape apes monkey* dog dogs swine filth scum trash garbage shit piece stain subhumans sewage tumor* worm* snake snakes
    vermine* rat rats cafard* insecte* parasite* nuisible* peste* maladie* cancer* virus sangsue* asticot* animaux animal singe* chien chiens porc porcs ordure* dechet* merde* race tumeur*
    ungeziefer* ratte* kakerlak* insekt* parasit* pest seuche* plage krankheit* krebs* geschwur* virus zecke* made maden tier tiere affe affen hund* schwein* abschaum* mull abfall dreck*
    alimana* rata ratas cucaracha* insecto* parasito* plaga* peste* enfermedad* cancer* virus sanguijuela* gusano* animal animales mono monos simio* perro perros cerdo cerdos escoria* basura*
    parassit* ratto ratti topi scarafagg* insett* peste* malatti* cancro* virus sanguisug* verme vermi animal* scimmi* cane cani maial* feccia* spazzatura* piaga*
  `,
  violence: `
    kill* murder* shoot* shot hang* hung burn* stab* beat* punch* hit hurt* rape* raped gas gassed exterminat* eradicat* eliminat* annihilat* destroy* execut* lynch* slaughter* behead* attack* deport* expel* ban banned rid wipe* die dies dead death punish* castrat* steriliz* sterilis* lock jail imprison* cleanse* drown* strangl* chok* bomb* smash* crush* shut torture* enslav* segregat* isolate*
    tuer tue tues tuez tuons tuent tueront crev* buter bute fusill* pendre pendus pendez bruler brule* brulez brulent poignard* frapp* cogn* violer viole violees gazer gaze extermin* eradiqu* elimin* annihil* detrui* execut* lynch* massacr* decapit* attaqu* expuls* deport* banni* interdi* debarrass* mort morts meur* mourir punir punis castr* sterilis* enferm* noyer etrangl* tortur* defonc* eclat* casser peter flingu* chass* virer degag*
    toten tote totet getotet umbring* umgebracht* ermord* mord* erschiess* erschossen* schiess* hang* hangen verbrenn* brennen erstech* abstech* schlag* verprugel* vergewaltig* vergas* ausrott* ausgerottet* vernicht* eliminier* zerstor* hinricht* hingericht* lynch* abschlacht* enthaupt* angreif* abschieb* abgeschoben* ausweis* verbiet* verboten loswerden sterb* stirb tod tot bestraf* kastrier* sterilisier* einsperr* ertrank* erwurg* folter* rausschmeiss* rauswerf* verreck*
    matar mata matad mate maten matare* asesin* disparar fusil* ahorc* colgar quemar* quemad* apunal* golpe* pegar violar violad* gasear gasead* extermin* erradic* elimin* aniquil* destru* ejecut* linch* masacr* decapit* atac* deport* expuls* prohib* deshac* morir muer* muerte muerto* castig* castr* esteriliz* encerr* ahog* estrangul* tortur* reventar* partir cargar* echar
    uccider* uccid* ucciso uccisi ammazz* assassin* sparar* spara* impicc* bruciar* bruciat* brucia accoltell* picchi* stupr* violent* gasat* gasare stermin* sradic* elimin* annient* distrugg* distrutt* giustiz* linci* massacr* decapit* attacc* deport* espell* espuls* bandit* vietat* liberarc* morir* muoi* morte morti morto crep* punir* punit* castr* steriliz* rinchiu* anneg* strangol* tortur* spacc* cacciar* buttar*
  `,
  curse: `
    fuck* motherfuck* shit* bullshit damn* goddamn* hell crap* ass asses asshole* piss* bloody bollocks wank* twat* prick* cock cocks dick pussy pussies tits suck* cum jizz bastard* stfu wtf gtfo
    putain* merd* bordel* foutre fout foutu* chier chie chiant* cul encul* niqu* nique* bite bites couille* branl* ta-gueule gueule ferme con connard* salop* fdp ntm tg batard* bouffon*
    scheiss* verdammt* verfluch* fick* fickt gefickt arsch* kack* pisse* wichs* fotze* schwanz titten leck hurensohn* drecks* mist
    joder jodid* mierda* puto putos put* cono cojon* polla pollas verga chinga* pendej* cabron* hostia* culo follar* carajo maldit* gilipolla* cagar* cago
    cazz* merd* vaffancul* fottut* fott* fanculo culo coglion* minchia* palle stronz* puttan* troi* porc* dio maledett* figa fica scop* incul* bastard*
  `,
  not: `
  not no never nobody none nothing without isn aren wasn weren don doesn didn can cannot couldn shouldn wouldn won ain hardly stop
  ne pas jamais aucun aucune rien sans n ni
  nicht kein keine keinen keiner nie niemals niemand ohne nichts
  nunca ningun ninguna nadie nada sin tampoco
  non mai nessun nessuno nessuna niente senza
  `,
  must: `
    should must ought deserve deserves need needs have better let lets gonna going will would want wanna wish hope
    doit doivent devrait devraient devriez faut faudrait merite meritent veux voudrais vais allez allons espere souhaite
    soll sollen sollte sollten muss mussen musste mussten verdien* will wollen werde werden hoffe wunsch* gehoren gehort
    debe deben deberia deberian deberiais hay merec* quiero voy vamos ojala espero
    deve devono dovrebbe dovrebbero dovremmo bisogna merit* voglio vorrei spero vado andiamo
  `,
  say: `
    say says said saying tell told telling call calls called calling write* wrote written tweet* post posted comment* word words quote* speech statement* sentence* phrase* slur slurs sing sang shout* scream* chant* yell* hear heard read believe* think* claim* argu*
    dire dit dis disent disait disant appel* ecri* mot mots phrase* propos discours affirm* pretend* cri* criait entend* entendu traite traiter parol* pens* croi* insulte insultes
    sag* sagt gesagt nenn* genannt schreib* geschrieben wort worte worter worten satz satze spruch* ausser* behaupt* ruf* gerufen schrei* geschrien hor* gehort liest gelesen denk* glaub* meint
    decir dice dicen digo dijo diciendo llam* escrib* escrito palabra* frase* comentario* discurso* grit* oir oido leer leido afirm* pens* pienso creer cree insulto insultos
    dire dice dicono detto dicendo chiam* scriv* scritto parol* frase frasi comment* discors* grid* urla* sent* leggere letto afferm* pens* crede insulto insulti
  `,
  condemn: `
    wrong racist racists racism sexist sexists sexism homophob* transphob* islamophob* antisemit* xenophob* misogyn* ableis* bigot* unacceptable inacceptable offensive hurtful discriminat* prejudic* condemn* disagree* false untrue shocked horrified appalled apologi* ban report hateful stereotyp* nonsense ridiculous intoleran* tolera* disrespect* harmful problematic insensitive
    raciste* racisme sexiste* sexisme homophob* transphob* islamophob* antisemit* xenophob* misogyn* inacceptable* intolerable* offensant* blessant* discrimin* prejug* condamn* faux fausse desaccord choque* horrifi* excus* tort haineu* stereotyp* ridicule* tolera* deplac* irrespect*
    falsch* rassist* rassismus sexist* sexismus homophob* homofeind* transphob* islamfeindlich* antisemit* fremdenfeindlich* frauenfeindlich* inakzeptab* unakzeptab* beleidig* verletz* diskrimin* vorurteil* verurteil* unwahr* schockiert entsetzt entschuldig* hasserfullt* stereotyp* lacherlich* respektlos* toleran* problematisch*
    racista* racismo sexista* sexismo machista* machismo homofob* transfob* islamofob* antisemit* xenofob* misogin* inaceptable* intolerable* ofensiv* hirient* discrimin* prejuici* conden* fals* mentira desacuerdo disculp* odioso estereotip* ridicul* toleran* irrespet* equivoc* incorrect*
    razzist* razzismo sessist* sessismo maschilist* omofob* transfob* islamofob* antisemit* xenofob* misogin* inaccettabil* intollerabil* offensiv* discrimin* pregiudi* condann* fals* sbagliat* scusa* scus* odios* stereotip* ridicol* toller* irrispett* scorrett*
  `,
  thing: `
    monday* winter summer rain weather food pizza* spider* mosquito* traffic car cars beer* wine* coffee movie* film* song* music game games job work school homework weekend* dinner lunch breakfast vegetable* broccoli song book books phone* laptop* computer* shirt* shoes chair* table* cat cats plant* tax taxes party
    lundi* hiver ete pluie temps nourriture araignee* moustique* voiture* biere* vin vins cafe* musique* jeu jeux travail boulot ecole devoirs repas legume* livre livres telephone* ordinateur* chaise* table* chat chats plante* impot* film films
    montag* winter sommer regen wetter essen spinne* mucke* verkehr auto autos bier* wein* kaffee* musik spiel spiele arbeit schule hausaufgabe* gemuse buch bucher handy* stuhl* tisch* katze* pflanze* steuer* film filme
    lunes invierno verano lluvia tiempo comida arana* mosquito* trafico coche* cerveza* vino* cafe* musica* juego* trabajo escuela deberes verdura* libro* telefono* ordenador* silla* mesa* gato* planta* impuesto* pelicula*
    lunedi inverno estate pioggia tempo cibo ragno ragni zanzar* traffico auto macchin* birra* birre vino caffe musica gioc* lavoro scuola compiti verdur* libr* telefon* sedi* tavol* gatt* piant* tass* film
  `,
} as const satisfies Record<string, string>;

export type WordClass = keyof typeof wordClasses;
export const classNames = Object.keys(wordClasses) as WordClass[];
