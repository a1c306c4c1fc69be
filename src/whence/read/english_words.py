"""Common words of English in their plain form, written down by hand: what is due no capital within a sentence.

Inflected forms are left out where `uppercase.is_common` makes them by rule.  Words that are names about as often as
words are left out too, for what stands in a report is rather the name.
"""

from typing import Final

WORDS: Final = frozenset(
    """
    a abandon abduct abide able abnormal aboard abolish about above abovementioned abroad absence absent absolute
    absorb abstain absurd abuse academy accept access accident accompany accomplice accomplish accord accordance
    according account accurate accuse ace ache achieve acid acknowledge acquire across act action active activist
    actor actual add addict address adequate adhere adjacent adjust administer administrative admit admittedly
    adolescent adopt adult advance advantage adverse advice advise adviser advisor afar affair affect affirm
    affirmation afford aforementioned afraid after afternoon afterward afterwards again against age agency agenda
    agent aggression aggressive ago agrarian agree agriculture ahead aid aim air airbase aircraft airfield airlift
    airline airlines airplane airport airport-bound airspace airstrike ajar alarm alas album alcohol alert alias alien
    alike alive all allege alleged allegedly alley alliance allied allot allow ally almost alone along alongside
    already also altar alter alternate although altitude always amateur ambassador ambition ambulance ambush amend
    amid amidst ammo ammunition amnesty among amongst amount amputate an analyst analyze ancient and anger angle angry
    animal anniversary announce annoy annual anonymous another answer antenna anthem antique anxiety anxious any
    anybody anyone anything anyway anywhere apart apartment apologize apology appal apparatus apparent apparently
    appeal appear apply appoint appreciate apprehend approach appropriate approve approximate apron arbitrary arc
    archbishop architect ardent are area argue arid arise arm armed army around arouse arrange arrest arrive arrow
    arsenal article artillery artist as ash aside ask asleep aspect asphalt assail assailant assassin assassinate
    assault assemble assembly assert assess asset assign assist assistant associate assume assure astonish astray
    asylum at atmosphere atom atrocity attach attack attain attempt attend attention attire attitude attorney attract
    attribute auction audience audio author authority authorize auto automatic automobile autonomous autonomy autopsy
    auxiliary available avenge avenue average avert aviation avoid await awake award aware away awe awful ax axe axis
    baby bachelor back background backward bad badge bag bail bait baker balance balcony ballistic ballot bamboo ban
    banana band bandage bandit bank banker bankrupt banner bar barbarous barbed bare barefoot bargain barge barn baron
    barrack barrel barricade barrier base basement basic basis basket bastion bath bathroom battalion battery battle
    bazaar bazooka be beach bear beard beast beat beautiful became because become bed bedroom been beer before
    beforehand beg began beggar begged begin begun behalf behave behavior behead behind being believe bell belligerent
    belong beloved below belt bench beneath benefit beside besides besiege best bestow betray better between beware
    beyond bicycle bid big biker bilateral bill billion biography birth birthday bishop bit bite bitter black
    blackboard blackmail blackout blame blank blanket blast blaze bleak bleed bless blew blind blindfold block
    blockade blockaded blond blood bloodshed bloody blow blown blue blueprint blunt boarded boat bodily body bodyguard
    bog bold bomb bombard bomber bombings bond bone booby book boom boost boot booth booty border bordering born borne
    borrow bosom boss both bother bottle bottom bought boulevard bound bounty bourgeois bourgeoisie bow bowl box boy
    boycott brain branch brand brave brawl breach bread break breakdown breakfast breast breath breathe breeze bribe
    brick bridegroom bridge brief briefcase brigade brigadier bright brilliant bring broad broadcast broadcasting
    broke broken broker brothel brother brought brown brush brutal bud budget buffer bug build building buildup built
    bulk bulldozer bullet bulletin bulletproof bump bumper bunch bunker burden bureau bureaucracy bureaucrat burglar
    burial burn burnt burst bury bus business businessman businessmen busy but butcher button buy by bystander cabin
    cabinet cable cadaver cadet cage cake calculate calendar calf caliber call calm came camera cameraman camp
    campaign campesino campus can canal cancel cancer candidacy candidate candle cannibal cannon cannot canoe canton
    canyon cap capable capacity cape capital capitalist captain captaincy captive captor capture car caravan carbine
    card cardinal care career careful cargo carpenter carriage carry cart cartel cartridge cascade case cash casing
    cassette cast castle casual casualty catapult catastrophe catch category cathedral cattle caught cause caution
    cautious cavalry cave caveat cease cease-fire ceasefire celebrate cell cement cemetery censor census center
    central centre century ceremony certain certainty certificate cessation chain chair chairman challenge chamber
    champion chance chancellor change channel chant chaos chapel chapter character characterize charge charity chart
    charter chase chauffeur cheap cheat check checkpoint cheer chemical cherish chest chief chieftain child children
    chilling choice choose chop chorus chose chosen chronic chunk church cigarette circle circuit circular circulate
    circumstance cite citizen city civic civil civilian claim clamor clan clandestine clap clarify clarity clash
    clashes class classic classify clause clean clear clergy clergyman clergymen cleric clerk client cliff climate
    climb clinic clip clique clock close cloth clothe clothes cloud club clue clumsy cluster coach coal coalition
    coarse coast coastal coat cobra coca cocaine code coed coerce coffee coffin cohesion coin coincide cold
    collaborate collapse collar collateral colleague collect college collide colonel colony color column comb combat
    combatant combine come comfort comical command commander commando commemorate commence commend comment commentary
    commerce commercial commission commit committee commodity common commotion communal commune communicate communique
    communist community companion company compare compel compensate compete competent complain complaint complete
    complex complicate complicity comply compose comprehensive comprise compromise comrade con conceal concede
    conceive concentrate concept concern concert concession conclude concrete condemn condition condo condolence
    conduct confer confess confidence confident confidential confine confirm confiscate conflict conform confront
    confuse congratulate congress congressman congressmen conjecture connect conquer conscience conscious conscript
    consecutive consensus consent consequence consequent conservative consider consist consistent consolidate
    conspiracy conspire constant constitute constitution construct consul consulate consult consume consumer contact
    contain contemplate contempt contend content contest context continent contingent continue contraband contract
    contractor contradict contrary contrast contribute control controversial controversy convalesce convene convent
    convention convert convict convince convoy cook cool cooperate coordinate cop cope copper copy coral cordial
    cordon core corner corporal corps corpse corral correct correspond correspondent corrupt corvette cosmetic cost
    cottage cotton couch cough could council councilman counsel count counter counteroffensive counterpart
    counterrevolutionary country countryman countrymen countryside county coup couple coupon courage courageous
    courier course court courtesy cover cover-up cow coward cowardly crack crackdown cradle craft cramp crash crate
    crater crawl crazy cream create credible credit creek creep crest crew crib crime criminal cripple crisis criteria
    criterion critic critical crop cross crossfire crossroad crossroads crouch crowd crown crucial crude cruel crusade
    crush cry crystal cub cuff culprit cult cultivate culture cup curb cure curfew curious currency current currently
    curtain curve cushion custody custom cut cyanide cycle dagger daily dairy dam damage dance danger dangerous dare
    daring dark dash data database date daughter dawn day daybreak daylight daytime deactivate dead deadline deadlock
    deadly deaf deal dealt dean dear dearth death deathbed debate debris debt debtor decade decay deceive decent
    decide decisive deck declare decline decompose decorate decrease decree dedicate deed deem deep deer defeat defect
    defector defence defend defendant defense defer defiant define definite deflect defuse degree delay delegate
    delete deliberate delicate deliver delta demand demobilize democracy democrat democratic demolish demonstrate den
    denial denote denounce dense dental deny depart department departmental departure depend dependence depict deplore
    deploy deport deposit depot deprive depth deputy derail descend describe desert deserter deserve design designate
    desire desk despair desperate despicable despite destabilize destination destine destiny destroy destruct detail
    detain detainee detect detective detention deter deteriorate determine detonate detonator develop device devote
    diabolic diagnose dialogue diameter diary dictate dictator dictum did die dies diesel diet differ difference
    different difficult dig digit dignity dilemma dim din dinner diocese dioceses dip diploma diplomacy diplomat
    diplomatic dire direct dirt dirty disabled disagree disappear disarm disaster disastrous discard discharge
    disciplinary discipline disclose discontent discord discotheque discourage discover discreet discuss disease
    disembark disfigure disgrace disguise dish dislodge dismantle dismay dismember dismiss disorder disparity dispatch
    disperse displace display dispose dispute disregard disrupt dissatisfied dissent dissident dissolve dissuade
    distance distant distinct distinguish distort distribute district disturb ditch dive divert divide divine division
    divorce dizzy do dock doctor doctrine document does dog doing doll dollar domain domestic dominate donate done
    donkey doom door dope dormitory dose double doubt dough dove down downtown dozen draft drag drain drama dramatic
    drank drape drastic draw drawn dream dress drew dried drill drink drive driven driver drizzle drone drop drought
    drove drown drug drugstore drum drunk dry due duel dumb dump duplicate durable duration during dusk dust duty
    dwarf dwell dynamic dynamite each eager ear early earn earnest earring earth earthquake ease east eastbound easter
    eastern easy eat ebb ecclesiastical echo ecology economic economist economy edge edible edit edition editor
    educate eerie effect effective efficient effort egg eight eighteen eighteenth eighth eightieth eighty either
    elaborate elapse elbow elder elderly elect electoral electric electrical electricity electrify electronic element
    elementary elevate elevator eleven eleventh eligible eliminate elite else elsewhere elude embargo embark embarrass
    embassy embed ember embezzle embrace emerge emergency emigrate eminent emit emotion emphasis emphasize empire
    employ employee empower empty enable enact encircle enclave encounter encourage end endanger endeavor endeavour
    endorse endure enemy energetic energy enforce engage engine engineer enhance enjoy enlarge enlist enormous enough
    enrage enroll enroute ensue ensure entail enter enterprise entertain enthusiasm entice entire entitle entity
    entrance entrepreneur entrust entry envelope environment envoy envy epidemic episcopal episcopate episode epoch
    equal equip equivalent era eradicate erect erroneous error erupt escalate escape escort especial espionage
    essential establish estate esteem estimate eternal ethnic evacuate evade evaluate eve even evening event eventual
    ever everlasting every everybody everyone everything everywhere evict evidence evident evidently evil evolve exact
    exaggerate examine example exceed excellent except excerpt excess exchange excite exclude exclusive excuse execute
    executive exempt exercise exert exhale exhaust exhibit exhort exile exist exit exodus exotic expand expect
    expedite expel expend expense expensive experience experiment expert expire explain explode exploit explore
    explosion explosive explosive-laden export expose express expropriate extend extensive extent exterior exterminate
    external extinguish extort extra extract extraditable extradite extraordinary extreme extremist eye eyewitness
    fable fabricate facade face facilitate facility fact faction factor factory faculty fail failure fair faith fake
    fall fallen fallout false fame familiar family famine famous fan fanatic fang far farce fare farewell farm
    farm-hand farmer farther fascism fascist fashion fast fasten fat fatal fate father fatherland fault favor favour
    fear feasible feast feat feature fed federal federation federative fee feed feel feet feign fell fellow
    fellow-countrymen felony felt female fence ferry fertile fervent festival fetch feud fever few fewer fiber fiction
    fiddle field fierce fifteen fifteenth fifth fiftieth fifty fifty-five fight fighter figure file fill film filter
    final finance financial financier find fine finger finish fire firearm firebomb firecracker firefight fireman
    firemen fireplace firewood firework firm first fiscal fish fishing fist fit five fix flag flagrant flame flank
    flare flash flashlight flat flatly flavor flaw flawed fled flee fleet flesh flew flexibility flexible flight flip
    float flock flood floor flour flow flower flown fluid flush fly focus foe fog foil fold folk follow foment food
    foot football footprint for forbid force forced forearm forefront foreign foreigner foreman forensic foresee
    forest forever forge forget forgive forgot forgotten fork form formal formation former formula formulate fort
    forth forthcoming fortieth fortify fortnight fortune forty forum forward foster fought foul found fountain four
    fourteen fourteenth fourth fraction fracture fragile fragment frail frame framework fraternal fraud free freedom
    freelance freeze freight frenzy frequent fresh friend fright fringe from front frontal frontier frozen fruit
    frustrate fuel fugitive fulfill full fun function fund fundamental funeral fur furious furnish furniture further
    furthermore fury fuse future gag gain gallant gallery gallon gamble game gang gangster gap garage garbage garden
    garrison gas gasoline gasp gate gather gauge gauze gave gaze gear gender general generate generation generous
    genius genocide gentle gentleman gentlemen genuine geography germ gesture get ghetto ghost giant gift gig girl
    girlfriend give given glad glance glass glimpse global gloom glorious glory glove glue go goal goalkeeper goat god
    going goings gold golden gone good goodbye goods gossip got govern governess government governor gown grab grace
    grade gradual graduate grain gram grammar grand grandchild grandchildren granddaughter grandfather grandmother
    grandparent grandson grant grape graph grasp grass grassroots grata grateful grave graveyard great greedy greet
    grenade grenade-launcher grew grey grief grim grip grocery gross grotesque ground groundwork group grow grown
    growth grudge guarantee guaranty guard guardian guardsman guerilla guerrilla guerrillas guess guest guide
    guideline guilt guilty gulf gully gum gun gunfight gunfire gunman gunmen gunpoint gunpowder gunshot gut gutter guy
    gymnasium habit hacienda had hail hair half halfhearted halfway hall halo halt halter hamlet hamper hand handbag
    handcuff handful handgun handle handling handmade handwritten hang hangar happen happy harass harbor hard harden
    hardline hardliner hardly hardship hardware harm harmony harsh harvest has haste hatch hate hatred haul haunt have
    haven havoc hay hazard he head headlight headline headquarter headquarters heal health healthy hear heard hearsay
    heart heartfelt heat heaven heavily-armed heavy hectare hedge heel hegemonic height heir held helicopter hell
    helmet help helpless hemisphere hen hence her herd here hereby herein heretofore hero heroic heroin hers herself
    hesitate hid hidden hide hideout hierarchy high high-ranking highland highranking highway hijack hike hill him
    himself hinder hint hip hire his historian historic history hit hitherto hitman hoax hobby hog hoist hold holder
    hole holiday hollow holy homage home homeland homeless homemade homicide honest honeymoon honor honorable honour
    hood hooded hoof hook hop hope horizon horrible horror horse hose hospital host hostage hostile hostility hot
    hotel hour house household housewife housewives how however howitzer hub hug huge hull hum human humane
    humanitarian humble humiliate hundred hung hunger hungry hunt hurdle hurl hurricane hurry hurt husband hush hut
    hydroelectric hydrogen hymn hypocrisy hypothesis hysteria i ice icon idea ideal identical identify identikit
    identities identity ideology idiot idle idol idyllic if ignite ignore ill illegal illegitimate illiterate illness
    illusion image imagine immediate immense immigrate imminent immoral immune impact impartial impasse impede impel
    imperial imperialism imperialist imperil implant implement implicate implicit imply import important impose
    impossible imposter impresario impression imprison improper improve improvise impudent impulse impunity in
    inactive inadequate inadmissible inasmuch inaugurate incendiary inch incident incite include income incoming
    incompetent inconceivable incorporate incorrect increase incriminate incur incursion indeed indefinite indemnify
    independence independent index indicate indict indictment indifferent indigenous indignant indirect indiscriminate
    individual indoor induce indulge industrial industrialist industry ineffective inevitable infamous infant infantry
    infer inferior inferno infiltrate inflation inflexible inflict influence influx inform informal informant informer
    infrastructure infringe infuriate ingredient inhabit inhabitant inhale inherent inherit inhuman inhumane initial
    initiate initiative inject injure injury injustice ink inmate inmost inn innate inner innocent innumerable inquire
    inquiry insane insensible insensitive insert inside insist insofar insomnia inspect inspire install instance
    instant instead instigate instinct institute institution instruct instrument insulate insult insuperable insurance
    insure insurgency insurgent insurmountable insurrection intact intake integral integrate integrity intellectual
    intelligence intend intense intensify intent inter intercede intercept interest interfere interim interior
    intermediary intermediate internal international interpret interrogate interrupt intervene interview intimate
    intimidate into intolerable intoxicate intransigent intrepid intricate introduce intrude inundate invade invalid
    invent invest investigate invitation invite invoke involve inward iris iron irregular irresponsible irritate is
    island isolate issue it item its itself ivory jacket jail janitor jargon jaw jealous jeans jeep jeopardize
    jeopardy jerk jet jew jewel jewelry job join joint joke jolt journal journalist journey joy judge judgment
    judicature judicial judiciary juggle juice jump jungle junior junta jurisdiction jurist jury just justice justify
    juvenile keen keep kept key kick kid kidnap kidnapper kidney kill killer kilo kilogram kilometer kind king kingpin
    kiosk kiss kit kitchen km knapsack knee kneel knew knife knit knives knock knot know knowledge known label labor
    laboratory labour lack lad ladder lade lady laid lain lake lamb lamp lamppost land landlord landmark landmine
    landowner lane language lantern laptop large larger lash last latch late lateral latter laudable laugh launch
    launder laundry laureate lava law lawful lawless lawmaker lawn lawsuit lawyer lay layer layman lb lead leader
    leaflet league leak lean leap learn learnt lease leash least leather leave lecture led left left-wing leftist
    leftover leftwing leg legacy legal legend legislate legislature legitimate lemon lend length lengthy leniency
    lenient lent less lesson lest let lethal letter level levy liable liaison liar liberal liberate liberty library
    licence license lid lie lieu lieutenant life lifeless lifelong lifetime lift light lightning like likewise limb
    limit line linen linger link lion lip liquid liquidate list listen listener liter literacy literal literary
    literature litre litter little live liver livestock living lizard load loaf loan loathe lobby local locate
    location lock locker locomotive lodge loft log logic logistic lone long longstanding longtime look loot lord lorry
    lose loss lost lot loud loudspeaker lounge love low lower loyal loyalist luck lucky luggage lull lumber lunatic
    lunch lung lure luxurious luxury lying lyric machete machine machine-gun machinegun mad made madness mafia
    magazine magistracy magistrate magnet magnetic magnificent magnify magnitude maid mail maim main mainland maintain
    maintenance major make makeshift malaria male malicious malnutrition man manage mandate maneuver mango manhunt
    manifest manifesto manipulate mankind manner manpower mansion mantle manual manufacture manuscript many map
    marathon march marginal marijuana marine maritime mark market marriage marry marsh marshal martial martyr marvel
    marvelous marxist mask mass massacre massive mast master mastermind mat match mate material materiel maternal
    mathematics matrix matter mature maximum may maybe mayhem mayor mayoralty me meadow meager meal mean meant
    meantime meanwhile measure meat mechanic mechanism medal meddle media mediate medic medical medicine mediocre
    medium meet melody melt member membership memorandum memorial memory men menace mend meningitis mental mention
    menu mercenary merchandise merchant merciless mercury mercy mere merge merit mesh mess message messenger met metal
    meter methane method metropolitan microphone mid mid-morning mid-term midday middle midnight midst midweek midwife
    might migrate mild mile militancy militant militarism militarize military militia militiaman militiamen milk mill
    millimeter million millionaire mimic mind mine minefield miner mineral minibus minimal minimum minister
    ministerial ministry minor minority mint minus minute miracle mirror misconduct miserable misery misfortune mislay
    mislead misled miss missile missing mission missionary mistake mistaken mix moan mob mobile mobilize mobster mock
    mockery mode model moderate modern modest modify module moist molest molotov moment momentum monarch monarchy
    money monitor monk monkey monopoly monsignor monster month monthly monument mood moon moor moral more moreover
    morgue morning mortal mortar mortgage most motel mother motherland motion motivate motive motor motorbike
    motorcade motorcycle motorcyclist motorist motto mound mount mountain mountainous mourn mourner mouse mouth
    mouthpiece move movement movie much mud multinational multinationals multiple multitude municipal municipality
    munition mural murder murderous muscle museum music musician must mustache mute mutilate mutiny mutter mutual my
    myself mysterious mystery myth nail naked name namely nap napalm narcoterrorist narcotic narrate narrow nation
    national nationalist nationality nationalize nationwide native natural naturally nature naught naval navigate navy
    near nearby nearer neat necessary neck need needle negative neglect negotiate neighbor neighborhood neighbour
    neighbourhood neither neon nephew nerve nervous nest net network neutral neutralize never nevertheless new newborn
    newly news newscast newsman newsmen newspaper newsreel newsroom next nice niche nickname niece night nightclub
    nightfall nightly nightmare nil nine nineteen nineteenth ninetieth ninety ninth no noble nobody noise nominate non
    nonaligned none nonetheless nonstop nonviolent noon noose nor norm normal north northbound northeast northeastern
    northern northward northwest northwestern nose not notary note notebook noteworthy nothing notice notify notion
    notorious nourish novel now nowadays nowhere nuclear nude nuisance null numb number numerous nun nurse nutrition
    oak oar oat oath obedience obedient obey object objective obligation oblige obscure observe obsolete obstacle
    obstinate obstruct obtain obvious occasion occupant occupy occur ocean odd of off offend offense offensive offer
    office officer official offset offshore offspring often oil oilfield ointment old oligarch oligarchy omen omit on
    onboard once one oneself ongoing onlooker only onslaught onto onward ooze opaque open opera operate operational
    operative opinion opponent opportune opportunity oppose opposite oppress opt optimism option or oral orbit ordeal
    order ordinary ordnance organ organic organize orient origin original orphan other otherwise ought our ours
    ourselves oust out outbreak outcome outcry outdated outer outfit outlaw outline outlook outlying outpost output
    outrage outright outside outsider outskirt outstanding oval oven over overall overcome overflow overhead overnight
    overpass overpower overrun overseas oversee overt overthrow overthrown overtime overturn overwhelm owe owl own
    oxygen pace pacific pacifist pacify pack package pact pad paddle page paid pain paint pair palace pale palm
    pamphlet pancake panel panic paper par parachute parade paradise paragraph paralyze paramedic paramilitary
    paraphrase paratroop paratrooper parcel pardon parent parish park parliament parliamentary parody parole part
    partake partial participant participate particular partisan partition partner party pass passage passenger
    passer-by passerby passersby passion passive passport past pastor pastoral patch patent path patience patient
    patriot patriotic patriotism patrol patrolman patrolmen pattern pause pave pavement pawn pay payment peace
    peaceful peak peasant peculiar pedestrian peel peer pen penal penalty pencil pendant pending pendulum penetrate
    penitentiary pension pensive people pepper per perceive percent perfect perforate perform perhaps peril perimeter
    period periodic periodical perish perjure permanent permit perpetrate perpetrator perpetual persecute persevere
    persist person persona personal personality personnel perspective persuade pertinent pest petition petrol
    petroleum phantom phase phenomena phenomenon philosophy phone phony photo photograph phrase physical physician
    physics pick pickup picture piece pier pierce pierced pig pigeon pile pill pillage pilot pin pinpoint pioneer pipe
    pipeline pirate pistol pit pitiful pity placard place plague plain plan plane planet plank plant plantation
    plaster plastic plate platform platoon plausible play plaza plea plead pleasant please plebiscite pledge plenary
    plenty plight plot plumber plunder plunge plural plus pocket poem poet point poison poke polar polarize pole
    police policeman policemen policewoman policy polite political politician politics poll pollute polo pond pony
    pool poor pope poppy popular populate populous porch pore pork port portable portion portrait pose position
    positive possess possible post postal poster posthumous postpone posture pot potato potent potential pound pour
    poverty powder power powerful practical practice praise praiseworthy prank pray preach precarious precaution
    precede precedent precinct precious precise predator predict prefect prefer pregnancy pregnant prejudice
    preliminary premeditated premier premise premises prepare prerequisite prerogative presence present preserve
    preside presidency president presidential press pressure prestige presumable presumably presume pretend pretext
    pretty prevail prevent previous prey price prick pride priest primary prime primitive prince principal principle
    print prior priority prison prisoner privacy private privilege prize probable probation probe problem procedure
    proceed process procession proclaim procure produce product profession professional professor profile profit
    profound program programme progress progressive prohibit project projectile prolong prominent promise promote
    prompt prone proof prop propaganda proper property prophet proportion propose proprietor prosecute prosecutor
    prospect prosper prosperous prostitute protagonist protect protest protestant protocol proud prove proven provide
    province provincial provision provisional provoke prow proximity proxy prudent psychiatric psychological
    psychology psychosis psychotic public publicity publicize publish pull pulpit pulse pump punch punctual punish
    punitive pupil puppet purchase pure purge purpose pursue pursuit push put puzzle quake qualify quality qualm
    quantity quarrel quarry quart quarter quarters queen quell quench query quest question quick quiet quit quite
    quiver quota quotation quote rabbi race racial rack racket radar radical radio radiogram raft rag rage raid rail
    railroad railway rain raise rally ramp rampage ran ranch random range rank ransack ransom rape rapid rapport rare
    rash rat rate rather ratify ratio ration rattle ravage ravine raw ray raze razor reach react read ready reaffirm
    real realist realistic realize realm reap rear reason reassert reassure rebel rebellion rebuild rebuilt rebuke
    recall receive recent reception recess recipient reckless reckon recognize recoil recommend reconcile reconsider
    reconstruct record recorder recount recourse recover recruit rectify rector red redeem redouble redoubt reduce
    reef refer reference referendum refine refinery reflect reform refrain refresh refrigerator refueling refuge
    refugee refuse refute regain regard regards regime regiment region regional register registry regret regrettable
    regroup regular regulate rehabilitate rehearse reign reinforce reiterate reject rejoice relapse relate relation
    relative relax release relevant reliable relic relief relieve religion religious relish reluctant rely remain
    remainder remains remark remedy remember remind remnant remorse remote remove render renegade renew renounce
    renown rent reopen reorganize repair repatriate repay repeal repeat repel repent replace replica reply report
    reportedly reporter represent representative repress reprisal reproach reptile republic republican repudiate
    repulse reputation request require rescue research resemble resent reserve reservist reside residence resident
    residential resign resilient resist resolute resolve resonance resort resource respect respective respond response
    responsible rest restaurant restless restore restrain restrict result resume resumption retail retain retaliate
    retire retired retort retract retreat return reunion reunite reveal revenge revenue reverend reverse review revise
    revive revoke revolt revolution revolutionary revolver reward rhetoric rib ribbon rice rich rid riddle riddled
    ride ridge ridicule rifle rift rigging right right-wing rightist rightwing rigid rigor rim ring rinse riot rioter
    rip rise risen risk rival river riverbank road roadblock roadside roadway roam roar roast rob robber robbery robe
    rocket rocketfire rocky rod rode rogue role roll roof rooftop rookie room root rope rose rot rotate rotten rough
    round roundup rout route routine row royal rubber rubble rude rug ruin rule ruler rumble rumor rumour run rung
    rupture rural ruse rush rust ruthless sabotage saboteur sack sacred sacrifice sad saddle sadist safe safeguard
    safety saga sage said sail sailor saint sake salary sale saline salon salt salute salvation salvo same sample
    sanction sanctuary sand sandwich sane sang sanitary sank sat satellite satire satisfactory satisfy sauce saucer
    savage save saw say scaffold scale scalp scandal scant scapegoat scar scarce scare scarf scatter scenario scene
    schedule scheme scholar school schoolteacher science scientific scientist scissors scold scope score scorn scourge
    scout scrap scratch scream screen script scuffle sea seal seam seaman seamen seaport search seashore seaside
    season seat secession seclude seclusion second secondary secondhand secret secretariat secretary secretly sect
    section sector secure security sedition seditious see seed seek seem seen segment seize seizure seldom select self
    self-defense self-determination self-proclaimed sell semester semiautomatic seminar seminary senate senator send
    senior sensation sense sensitive sent sentence sentiment sentry separate sequel sequence serene sergeant serial
    series serious serpent servant serve service session set settle settlement seven seventeen seventeenth seventh
    seventieth seventy several severe sewer sex sexual shabby shack shade shadow shaft shake shaken shall sham
    shambles shame shameful shampoo shanty shape share shark sharp shatter shave shawl she shed sheen sheep sheer
    sheet shelf shell shelter shelve shepherd sheriff shield shift shine ship shipment shirt shock shoe shook shoot
    shootout shop shopkeeper shopping shore short shortage shorten shot shotgun should shoulder shout shove shovel
    show showdown shower shown shrapnel shred shriek shrine shrink shrug shuffle shut shuttle shy sibling sick sicken
    side sidewalk siege sierra sift sigh sight sign signal signature significance significant silence silent silk sill
    silver similar simmer simple simulate simultaneous sin since sincere sing single sinister sink siphon sir siren
    sister sit site situate situation six sixteen sixteenth sixth sixtieth sixty sizable size skeleton skeptical
    skepticism sketch ski skid skill skim skin skip skirmish skirt skull sky slab slack slain slander slap slash slate
    slaughter slave slay sled sleep sleeve slept slice slid slide slight slightly slim sling slit slogan slope sloppy
    slot slow slum slump sly smack small smash smear smell smile smoke smooth smother smuggle smuggler snake snatch
    sneak sniff sniper snow so soap sober soccer social socialist society sock soda sofa soft soften soil solar sold
    soldier sole solemn solicit solid solidarity solitary solution solve somber some somebody somehow someone
    something sometime sometimes somewhat somewhere son song soon soot soothe sophisticated sore sorrow sorry sort
    sought soul sound source south southbound southeast southeastern southern southward southwest southwestern
    souvenir sovereign sovereignty spa space spade span spare spark speak speaker spear special specialist species
    specific specify spectacular spectator spectrum speculate speech speed speedy spell spend spent sphere spike spill
    spin spine spiral spirit spiritual spit spite splash splendid splinter split spoil spoke spoken spokesman
    spokesmen spokesperson spokeswoman sponge sponsor spontaneous sporadic sport spot spouse sprain spray spread spree
    spring springboard sprinkle sprint spur spy squad squadron squalid square squat squatter squeeze stab stable
    stadium staff stage stagger staggering stain stair stake stalemate stalk stall stamp stance stand standard
    standoff standpoint standstill star stare stark start starve stash state statement statesman statesmen static
    station statistic statistics statue status statute stay steadfast steady steal steamer steel steep steer stem
    stench step stereotype stern stick stiff still stimulate sting stipulate stir stitch stock stole stolen stomach
    stone stood stool stoop stop stopover storage store storey storm story stout strafe straight strain strait strand
    strange stranger strangle strap strategic strategist strategy straw stray streak stream street strength strengthen
    strenuous stress stretch strew strewn strict stride strife strike string strip strive stroke stroll strong
    stronghold struck structural structure struggle stubborn stuck student studio study stuff stump stun stupid sturdy
    style subdue subject submachine submachinegun submarine submerge submit subordinate subscribe subsequent subside
    subsidiary subsidy substance substantial substantive substitute subtle suburb suburban subversion subversive
    subvert subway succeed success successive successor such sudden sue suffer suffice sufficient suffocate sugar
    suggest suicide suit suitable suitcase sum summarily summary summer summit summon sun sunken sunrise sunset
    superintendent superior supermarket supervise supper supplement supply support suppose supposed supposedly
    suppress supreme sure surface surge surgeon surgery surname surnamed surnames surpass surplus surprise surreal
    surrender surround surveillance survey survive survivor sushi suspect suspend suspicion suspicious sustain swallow
    swamp swap swarm sway swear sweat sweater sweep sweet swell swept swift swim swing switch swoop sword sworn symbol
    symmetry sympathetic sympathize sympathy symptom syndicate synthesis system table tablet tacit tactic tactical tag
    tail tailor take taken talent talk tall tally tame tan tangible tank tap tape tar target tariff tarnish task taste
    taught taunt tavern tax taxi taxpayer teach teacher team tear tear-gas teargas tease technical technician
    technique technology tedious teenage teenager teeth telegram telephone television telex tell temple temporary
    tempt ten tenacious tenant tend tendency tender tennis tense tent tentative tenth tenure term terminal terminate
    terminus terrace terrain terrible territorial territory terror terrorist terrorize test testament testify
    testimony text textbook textile texture than thank thankful that thaw the theater theatre theft their theirs them
    theme themselves then theology theory there thereafter thereby therefore thereof thereto thereupon thermal these
    thesis they thick thief thieves thigh thin thing think third thirst thirteen thirteenth thirtieth thirty this
    thorn thorough those though thought thousand thread threat threaten three threw thrive throat throne throng
    through throughout throw thrown thrust thug thumb thunder thus thwart ticket tidal tide tie tight tilt timber time
    timely timid tin tiny tip tipoff tire tired tissue title to toast tobacco today together toilet token told
    tolerance tolerant tolerate toll toll-free tomato tomb tomorrow ton tone tongue tonight too took tool tooth top
    topic topple torch tore torn tornado torso torture toss total totalitarian touch tough tour tourism tourist tow
    toward towards tower town township townspeople toxic toxin toy trace track tractor trade trader tradition traffic
    traffick trafficker trafficking tragedy tragic trail trailer train trainee trait traitor tramp tranquil
    tranquility transaction transcend transcript transfer transform transformer transit transition translate transmit
    transmitter transparent transport trap trash trauma traumatic travel traveler tray treachery tread treason
    treasure treasury treat treaty tree tremble trench trend trespass trial tribal tribe tribunal tribune tribute
    trick tricky tried trigger trillion trim trip triple triumph trivial troop troops trophy tropical trot trouble
    troublesome truce truck truckload true truly trumpet trunk trust truth try tube tug tumor tumult tunic tunnel
    turbulent turf turmoil turn turnout turnover tv twelfth twelve twentieth twenty twice twilight twin twist two type
    typical tyranny tyrant ugly ulcer ultimate ultimatum umbrella umpire unable unanimity unanimous unanimously
    uncertain uncle undaunted under undercover undergo undergraduate underground underline undermine underscore
    understand understood undertake undertaken underway underworld undesirable undetermined undo undoubtedly uneasy
    uneven unfold unfortunate unfortunately unfounded ungrateful unharmed unhurt unidentified uniform uniformed unify
    unilateral union unionist unique unit unite unity universal universe university unjustifiable unlawful unless
    unlike unload unprecedented unrest unsuccessful until up upcoming update upheaval uphill uphold upon upper
    uprising uproar upset upstairs uptown uranium urban urge urgent urine us usage use user usher usual usurp utilize
    utmost utter vacant vacation vaccinate vaccine vacuum vague vain valiant valid valley valor valuable value van
    vandal vanguard vanish vanity vapor variety various vary vast vault vegetable vegetation vehement vehicle veil
    vein velocity vendor vengeance vent venture veranda verbal verdict verge verify version versus vertical very
    vessel vest veteran veto via vibrant vicar vice vicinity vicious victim victimize victor victory video view
    viewpoint vigilance vigilant vigilante vigorous vile village villager vindicate vintage vinyl violate violence
    violent violin virgin virtual virtue virus visa visible vision visit visitor vital vivid vocal vocation vogue
    voice void volatile volcano volley volume volunteer vomit vote voter vow voyage vulgar vulnerable vulture wage
    wagon waist wait waiter waive wake walk wall wallet wander wane want war ward warden wardrobe warehouse wares
    warfare warhead warlord warm warmonger warn warning warplane warrant warrior warship warthog wary was wash wasp
    waste wasteland watch watchdog watchman watchmen watchtower water waterfront wave way we weak weaken wealth
    wealthy weapon wear weary weather weave web wed wedding weed week weekday weekend weekly weep weigh weight weird
    welcome weld welfare well went wept were west westbound western wet whale what whatever whatsoever wheat wheel
    wheelchair when whenever where whereabouts whereas whereby whereupon wherever whether which whichever while whim
    whimper whip whirl whisky whisper whistle white who whoever whole wholesale wholly whom whomever whose why wicked
    wide widespread widow width wield wife wig wild will willing win wind windfall window windpipe windshield wine
    wing wink winner winter wipe wire wisdom wise wish with withdraw withdrawal withdrawn withdrew wither within
    without withstand witness wives woe wolf woman womb women won wonder wonderful wood wooden woodland wool word wore
    work workday worker workplace workshop world worldwide worm worn worrisome worry worse worsen worship worst worth
    worthwhile worthy would wound wounded wrap wrath wreath wreck wreckage wrestle wrist writ write writer written
    wrong wrote x-ray yacht yard yarn yawn year yearn yeast yell yellow yes yesterday yet yield yoke yolk you young
    youngster your yours yourself youth zeal zebra zero zest zigzag zinc zone zoo
    """.split()  # noqa: SIM905 (a table reads better so)
)
