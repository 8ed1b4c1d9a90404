/** Words that models see as a class, not as themselves; lower case, without accents, in English, French, German, Spanish and Italian. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words that name a group of people by origin, colour, religion, sex, orientation, disability or flight. Slurs are not among them. */
export const groupTerms: readonly string[] = words(`
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
`);

/** Words that turn what follows. */
export const negations: readonly string[] = words(`
  not no never nobody none nothing without isn aren wasn weren don doesn didn can cannot couldn shouldn wouldn won ain hardly stop
  ne pas jamais aucun aucune rien sans n ni
  nicht kein keine keinen keiner nie niemals niemand ohne nichts
  nunca ningun ninguna nadie nada sin tampoco
  non mai nessun nessuno nessuna niente senza
`);
