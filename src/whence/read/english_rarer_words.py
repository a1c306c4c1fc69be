"""Rarer common words of English in their plain form, written down by hand, beside those of `english_words`.

They matter where letters are no help: in texts in capitals a word that is in neither table is taken for a name.
"""

from typing import Final

RARER_WORDS: Final = frozenset(
    """
    abhorrent abominable abrupt abundant abyss acclaim accountant accrue acrimony acute adamant adept adjourn
    adorn advocate aerial aesthetic affable affidavit affiliate affinity affluent aftermath aggravate aggrieved
    agile agitate agitator agony agronomist aisle albeit alienate alimony allegiance alleviate allocate allude
    aloof alphabet altruistic amalgam ambiguous ambivalent ambulatory amenable amiable ammonium amorphous ample
    amplify anarchist anarchy anatomy ancestor anchor anecdote anguish animosity annex annihilate annihilated
    annul anomaly antagonist antidote antiquated apathy apex appease append appendix appetite applaud applause
    appliance applicant appraisal apprentice apprise aptitude arable arbiter arbitrate arcade archaic archive
    archives arduous arena aroma arraign array arrogant arson arsonist artery articulate artifact artificial
    artisan ascend ascertain ascribe ashamed aspirant aspire aspirin assent assimilate astute atheist atone
    atrocious attest attic audacious audacity audit auditor augment aura austere austerity authentic avalanche
    aviator avid awkward axiom backbone backfire backlash backlog backstage backyard balloon banish banquet
    baptism baptize barbarian barbaric barefaced barometer barren bashful basin batter bayonet bead beak beam
    bean beaten beautify bedrock bee beehive befall befit begrudge belated belie belittle bellicose bemoan
    beneficial beneficiary benevolent bequeath bereaved berth beset bewilder bias biased bicker bigot bind
    biological biopsy bipartisan bizarre bladder blade blaring blasphemy bleach blemish blend blister blot blouse
    bluff blunder blur blurt blush boast boasting boil boisterous bolster bolt bombastic bonfire bonus bookkeeper
    boon boorish bore boredom boring botany bottleneck bounce bout bracelet bracket brag brake brandish brazen
    brethren brew brewery brink brisk brochure broom brunt bubble bucket buckle bulge bullfight bully bulwark
    bunk buoy buoyant burdensome burly burrow bushel bustle buttress bypass byproduct cafeteria calamity
    calibrate calories camaraderie camouflage candid canopy canteen canvas capitulate caprice capricious capsule
    caption captivate carcass cardboard cardiac caretaker caricature carnage carnival carpet cartoon carve
    castigate catalyst catchword cater caterpillar caucus cautionary caveman celebrity celestial cellar censure
    ceramics chaff chagrin chalk chameleon champagne chaotic chaplain charcoal charisma charismatic charitable
    charlatan charm chasm chassis chaste chastise chatter chauvinist checkbook cheekbone chemist chew chick
    chicken chimney chin chisel chivalry chlorine cholera chord chore chronicle circumspect circumstantial
    circumvent circus clad clairvoyant clamp clarion classmate cleanse cleft clemency clench cliche climax cling
    cloak clockwork clog cloister closet clot clown clutch coagulate coalesce coax cobweb cockpit coffer cogent
    cognizant coherent cohesive coil colloquial combustible commensurate commentator commute compact compatible
    compatriot competitor compile complacent compliance component compost composure compound comprehend compress
    compulsory compute conceit conciliatory concise concoct concourse concur condense condescend conducive
    conduit confederate confidant confidante configure congenial conglomerate congregate conjugal connoisseur
    conscientious consecrate conservatism console consonant consortium conspicuous conspirator constituency
    constituent constrain constraint consular consultant consummate contagion contagious contaminate contemporary
    contentious contiguous continuum contravene contrite contrive convenient converge convergence conversant
    converse convey conveyance convoke convulse copycat cornerstone coroner correlate corridor corroborate
    corrode corrosive cosmopolitan costume counteract counterfeit couplet courtyard covenant covert covet
    cowardice cranium crank crass crave craze creature credence credential credentials creed cremate crevice
    crimson crisp critique crook crooked crowbar crucifix cruise crumble crust crutch crypt cryptic cuisine
    culminate culpable cumbersome cumulative cunning curator curiosity curriculum curse cursory curtail customary
    cutback cynic cynical cynicism dabble damp damsel dandy dastardly daunting dazed dazzle debacle debauchery
    debilitate debut decadent deceit deceitful deceptive decimate decipher decorum decoy decrepit deduce deduct
    deepen defiance deficiency deficient deficit deft defunct defy deity dejected delicious delinquency
    delinquent delirious deluge demagogic demagogue demagoguery demagogy demarcate demented demise demon demonic
    demonstrable demote denigrate deplete depraved deprecate derelict derive derogatory descendant desecrate
    desolate despise despondent destitute detach detergent determinant deterrent detract devastate devastating
    deviate devilish devious devise devour devout diagnosis diagonal diagram dialect diaper diehard dietary
    differentiate diffuse dignified dignify digress dilapidated dilate diligent dilute diminish disarray disavow
    disbelief disburse discern disciple discordant discrepancy discrete discriminate disdain disgust disgusting
    dismal disown dispel dispense disrepute disseminate dissipate dissociate distill distract distraught distress
    diverge diverse diversify dividend divulge docile doctrinaire dogma dogmatic domesticate domicile dominance
    dominant doorman doorstep doorway dormant dot downfall downgrade downhill downpour downright downtrodden
    dowry drab dragnet draught drawback dread dreadful dreary drench drift drip driveway droop drowsy drunkard
    drunken dubious duct duet dull dummy dune dung dungeon duplicity duress dwindle dying dynasty earmark
    eavesdrop eccentric echelon eclipse economize ecstasy eddy edict edifice edify efficacy effigy effusive
    egalitarian ego eject elastic elated electorate electrocute electron elegant elegy elicit elongate eloquent
    elusive emaciated emanate emancipate embattled embellish emblem embody embroil embryo emigrant emissary
    empathy emphatic emulate enclose enclosure encompass encroach endow engender engrave engross engulf enigma
    enigmatic enlighten enmity enrich entangle enthusiast enthusiastic entourage entrails envelop envisage
    epilogue equate equator equitable equity erase erode erosion err errand erratic escapade espouse essay
    essence estrange eternity ethic ethical ethics eulogy euphemism euphoria euphoric evacuee evaporate evasion
    evasive evoke exacerbate exalt exasperate excavate excel excruciating exemplary exemplify exhume existential
    exonerate exorbitant expanse expatriate expedient expenditure expertise explanatory explicit exploratory
    exponent exposure exquisite extant extinct extol extraneous extravagant extricate exuberant exude eyebrow
    eyelid eyesight fabric fabulous facet facsimile fade faint fallacious fallacy falsehood falsify falter fancy
    fantastic fantasy fascinate fathom fatigue favorite feather federate feeble feminist ferment ferocious
    ferocity fertilizer fervor fester festive fetus feverish fiasco fickle fictitious fidelity fiend fiery
    filibuster filthy finesse fingerprint firepower fisherman flamethrower flammable flaunt flicker fling
    flippant flog floodlight flourish fluctuate fluency fluent flux foam focal folklore folly fond foolish
    foothold footnote footstep foray forecast foreclose forefather forego foregoing forehead foremost forerunner
    foreshadow forestall foretell forfeit forgo forlorn format formative formidable forsake forte forthright
    forthwith fortitude fortress fortuitous fortunate foundry fragrant franchise frantic fratricidal fraudulent
    fraught freak freshman frighten frivolous frown frugal fumes fumigate functionary funnel furnace furrow
    furtive fuselage fuss futile futility gadget gallop gallows garb garment garner garnish gaunt genealogy
    generic generosity genesis genetic genial genre genteel ghastly gigantic gimmick girder gist glamor glare
    glaring glitter gloat globe glorify glossary glow glut gnaw goad gorilla gracious graft grandeur grandiose
    grandstand granite grapple gratify gratitude gratuitous gravel graze grease greed greenhouse grid grievance
    grieve grievous grimace grin grind gripe grisly groan grocer groom groove grope grove grovel grueling
    gruesome grumble guarantor guesswork guise gullible gunboat gush gust gypsy habitat habitual hallmark hallway
    hammer handicap handicapped handicraft handkerchief handout handshake handsome handwriting haphazard hapless
    harmonious harness harrow harrowing hasten hatchet haughty haze headache headlong headway heap hearse
    heartbreak hearten heathen heave hectic hefty hegemony heighten heinous helm hereafter hereditary heritage
    hesitant hibernate highlight hilarious hindrance hinge hinterland hoard hoarse holocaust homogeneous honorary
    hooligan horde horizontal hormone horrendous horrid horrific horrify horseback hospitable hotbed hotline
    hover humid humility hunch hydraulic hygiene hypocrite hypocritical hypothetical hysterical ideologue ignoble
    ignominious ignorant illegible illicit illiteracy illogical illuminate illusory illustrate illustrious
    imaginary imaginative imbecile imbue imitate immaculate immediacy immerse immigrant impeach impeccable
    imperative impersonate impervious impetuous impetus implore impoverish impoverished impregnate inadvertent
    inaugural incapacitate incarcerate incense incentive incessant incest incinerate incline inclusive incognito
    incoherent incompatible inconclusive inconvenient incorrigible incredulous incumbent indelible indemnity
    indigent indispensable indivisible indoctrinate indolent induct industrious inept inert inertia inexorable
    inexplicable infamy infantile infect infest infidel infinite infirmary inflammatory inflate influential
    informative ingenious ingenuity ingratitude inhibit inhospitable injurious inkling innocuous innovate
    innovative innuendo inordinate inscribe inseparable insidious insignia insinuate insistent insolent insoluble
    insolvent instantaneous intellect intelligent intelligible interact interlocutor intermittent intern
    intersperse intertwine interval intrigue intrinsic invalidate invariable inverse invert invigorate invincible
    inviolable involuntary irate irreconcilable irrefutable irrelevant irreparable irreplaceable irresistible
    irrespective irreverent irreversible irrevocable irrigate irritant itinerary jeer jest jingoist jocular jog
    jogging jovial jubilant judicious jumble juncture junk juridical jurisprudence juror justifiable juxtapose
    keepsake kernel kerosene kettle keynote kickback kindergarten kindle kinship knack knob knuckle laborious
    labyrinth lackey laden lag lagoon lament lamentable landslide languish lap lapse larceny largesse laser
    latent laughter lavish lax layoff lazy leaf ledge leeway legendary legitimacy legitimize leisure lens leper
    lessen lethargic lethargy leverage levity libel libertarian lifestyle lighten lighthouse likelihood limbo
    limelight limp linchpin linguist lipstick liquor livelihood loath loathsome lockout locust logo loiter loom
    loop loophole loose loosen louse lousy lubricate lucid lucrative ludicrous lukewarm luminous lump lunacy
    lunar luncheon lurk lush lynch macabre madman magical magnanimous magnate mainstay mainstream majestic
    majesty malady malice malign malignant mammal manacle mangle mangled maniac marksman martyrdom masquerade
    masterpiece matchbox maternity mattress mausoleum maverick maze measles mechanize median medieval meditate
    meek melancholy melee mellow melodrama membrane memento memoir memorable memorize mentor merciful metaphor
    meteorite meticulous metropolis microscope midway migrant milestone millennium mimeograph mingle miniature
    minimize minuscule miraculous mirage mire miscellaneous mishap mist mistress misuse mitigate mixture modular
    mold monetary monologue monopolize monotonous monstrosity monstrous moonlight mop moratorium morbid moron
    mortuary mosquito motley motorboat mow muddle muffle mug mule mumble mundane murky murmur muscular mushroom
    musket mutate mutineer muzzle myriad mystic mystify mystique nag naive nasty nauseate necessitate necklace
    nefarious negate negligence negligent negligible negotiable nepotism newcomer newsletter newspaperman
    newsprint newsstand nibble nocturnal nominal nominee nonchalant nonexistent normalcy nostalgia nostalgic
    notch notoriety notwithstanding novice noxious nozzle nuance nucleus nullify numerical nurture nylon obese
    obituary obligate obligatory oblique obliterate oblivion oblivious obscene observant observatory obsess
    obstinacy obtrusive occult odious odor offhand offshoot ominous omnipotent onerous onrush onset opinionated
    opium optimist optimistic opulent orator oratory orchestra orchestrate ordinance ore orgy oscillate
    ostensible ostensibly ostentatious ostracize outlandish outlay outlet outset ovation overdue overlap pacifism
    padlock pageant pail painstaking palatable palpable paltry panacea panorama panoramic pantry paradigm paradox
    paradoxical paraffin parallel paralysis paranoia paranoid parochial parrot particle passionate password
    pastime paternal pathetic pathway patrimony patron patronage pauper pavilion paw payload payroll peasantry
    pebble pecuniary pedagogical pedal peddle peddler pedestal pedigree pelt peninsula penitent penniless
    penultimate perceptible perceptive perennial perfidious perfume periphery perjury permeate permissible
    permissive pernicious perpetuate perplex persistent persuasive pertain perturb pervade perverse pervert
    pessimism pessimist pessimistic pesticide petty pharmaceutical pharmacist phenomenal philanthropic
    philosopher phobia photocopy physicist physique pickaxe picket picnic pictorial picturesque piety pilgrim
    pilgrimage pillow pinch pinnacle pious piracy piston pitch pitfall pitiless pivot pivotal placate placid
    plagiarism plaintiff plaintive plaque plasma plateau platitude playground plenipotentiary plentiful plethora
    pliers ploy plug plummet ply plywood pneumonia poach poetry poignant poise polemic polemical polemics
    policymaker politburo pollster pollutant polygraph pompous pontificate populace populism populist portent
    portfolio portray portrayal posterior postman postscript postulate postwar pouch poultry pragmatic pragmatism
    pragmatist preamble precautionary precept precipice precipitate precipitous preclude precocious precursor
    predecessor predominant preempt preemptive preferential prelude premeditate premiere premium preparatory
    prescribe prestigious presumptuous pretentious prevalence prevalent priesthood primacy primate prioritize
    pristine privatize problematic procrastinate prod prodigal prodigious prodigy profane profess proficient
    profuse prognosis programmatic proletarian proletariat proliferate prolific prologue promenade promiscuous
    promissory promulgate pronounce propagandist propagandistic propagate propel propeller propensity prophecy
    prophesy propitious proponent propriety prosaic proscribe prose prostrate protege protein prototype
    protracted protrude proverb proverbial provident proviso provocateur provocative prowess proximate pry
    pseudonym psychiatrist psychiatry psychic puberty puddle pulp puncture pungent puny purify puritan purport
    purported pushover pyramid quadruple quagmire quaint qualitative quandary quantify quantitative quarantine
    quash questionnaire queue quibble quicken quiz quorum rabble rabid radiant radiate radioactive radius raffle
    rainfall ram ramble rampant ramshackle rancid rancor rapture rascal rationale raucous rave reactionary
    reactivate realign rearguard rearm rebellious rebuff rebut rebuttal recalcitrant recant recapitulate recede
    receipt receptacle receptive recipe reciprocal reciprocate recline recluse recompense reconnaissance
    rectangle recuperate recur redundant reel reflex refractory refrigerate regal regimen registrar regress
    reimburse relay relegate relevance reliance relinquish reluctance remedial remembrance reminiscent remit
    remittance remunerate renaissance rendezvous renege renovate repellent repentant repertoire repetitive
    replenish replete repository reprehensible reprieve reprimand repugnance repugnant repute requisite rescind
    reservoir residual residue resin resistant resonant respondent restraint resultant resurgent resurrect
    reticent retinue retrieve retroactive retrograde retrospect revamp revel revere reverence revert revolve
    rhythm rife rig rigged ringleader ripe ripple rite ritual rivalry rivet robot robust rollback romance
    romantic roommate roost roster rostrum rotary roundtable rouse roving rubbish ruckus rudder rudimentary
    ruffian ruminate rummage runaway rundown runway rustle sacrilege sacrilegious sacrosanct sadden sagacious
    salesman saliva salvage sanatorium sanctify sanctity sandbag sap sarcasm sarcastic saturate scavenge scent
    schism scholastic scoff scoop scorch scorched scoundrel scour scramble scrape screech screw scribble scroll
    scruple scrupulous scrutinize scrutiny sculptor sculpture scum scurry seacoast seafood sear searchlight
    secede secrecy sectarian sectarianism secular sedate sedative seduce seep segregate seismic selfish semblance
    senile sensual sentinel separable sepulcher sequential sermon servile servitude setback sever sewage shackle
    shady shaky shallow shantytown shareholder sharpen sharpshooter shin shiny shipwreck shipyard shirk shiver
    shoddy shortcoming shortcut shortsighted shortwave showcase shrewd shrill shrimp shroud shrub shudder shun
    shutdown sideline sidestep sieve sigil signatory signify silhouette simplify singular sip skeptic skyjack
    skyscraper slacken slam slang slant slaughterhouse sleek slender slick slip slipper slippery slowdown
    sluggish slur smallpox smelt smokescreen smoky smolder smug snag snap snare sneer snipe snob snowball soak
    soar sociable socioeconomic solace solidify solitude soluble solvent soprano sordid sour sow spacecraft
    spacious spank sparkle sparse spasm spate spatial spawn spearhead specimen spectacle specter speedboat spice
    splendor sportsman spotlight sprawl sprawling sprout spurious spurn spurt squabble squalor squander squeal
    stabilize stack stagnant stagnate staircase stairway stale stalwart stamina stampede stanch standby staple
    startle statehood stationary stature staunch stealth stealthy steam stenographer stepfather stepmother
    sterile stethoscope steward stewardess stickler stifle stigma stigmatize stigmatized stimulant stimulus stink
    stipend stockbroker stockholder stockpile storehouse stove straddle straggler straighten straightforward
    stratagem stratify stratum streamline streetcar streetlight stricken strident stringent studious stumble
    stumbling stunt stupendous stutter stylish suave subjugate sublime subservient subsidize subsist subsistence
    substantiate subterfuge subterranean subtract succinct succulent succumb suffrage suite sulfur sullen sultry
    summarize sumptuous sundown sundry sunglasses sunlight sunshine superb superficial superfluous superman
    supersede superstitious supplant supple supplementary supplicant supremacy surcharge surly surmise surmount
    surreptitious surrogate susceptible suspense sustenance swagger swerve swindle swindler swirl swollen
    syllable symphony symposium synagogue synchronize syndrome synonym synonymous synopsis synthetic syringe
    systematic taboo tack tackle tact tactful taint takeover talkative tamper tangle tantamount tantrum tattoo
    taut tea teamwork technocrat telecast telegraph telephoto telescope televise temper temperate temperature
    tempest tempo temporal tenacity tendentious tenet tenuous terrestrial terrific terrify testimonial
    theoretical therapeutic therapist therapy therein thermonuclear thicken thoroughfare thrash threadbare
    threshold thrift thrill thriller throb throttle thunderstorm tidy tighten tile timetable tinge tint tirade
    tiresome toddler toe toil tolerable tombstone torment tormentor torpedo torrent torrential tortuous toughen
    towel towline tract trajectory tram trample trance transact transatlantic transcendental transcribe
    transgress transient transistor transpire transplant transpose trapdoor traverse travesty trawler treatise
    treble trek tremendous tremor triad triangle triangular tributary trickle trifle trifling trilogy trinket
    trio triplicate triumphant troika troublemaker trough trump truncate trustworthy tuberculosis tuck tugboat
    tuition tumble tummy tumultuous tune turbine turncoat turtle tutelage tutor tweezers twine twinkle twitch
    typewriter typhoid typhoon typify ubiquitous ulterior ultra ultraconservative ultraleft ultraright
    ultrarightist unabated unaccustomed unbridled uncouth undeniable undercut underdog underlie underneath undue
    undying unequivocal unerring unforeseen unfurl unison unscathed unscrupulous upbringing upgrade upholster
    upkeep uplift uppermost upright uproot upshot upstream upsurge usable utensil utility utopia utopian vacate
    vacillate vagabond vagrant validate valve vanquish vantage variable variant varnish vat veer vendetta
    venerable vengeful venom venomous ventilate venue veracity verb verbatim verbose verifiable veritable vermin
    versatile verse vertebra vestige veterinarian vex viable vibrate vicissitude victorious videotape vie vigil
    vigor vilify villain villainous vindictive vine vinegar vineyard viral virulent viscount visionary visual
    visualize vitamin vitriolic vocabulary vociferous volcanic voltage voluminous voluntary voracious vouch
    voucher vowel wad wade waft wail waitress wallow wanton warlike warmth wartime washbasin watchword waterfall
    watermelon waterproof watertight wax waylay wayside wayward weakling weaponry wedge wench werewolf wharf
    wherein whine whirlpool whirlwind whisk whiskey whitewash wholehearted wholesome whore wicker widen wildlife
    wilt wily wince windmill winnow winsome wiretap wit witch witchcraft withhold witty wizard wobble woo woolen
    workforce wrangle wreak wrench wrest wretch wretched wriggle wring wrinkle wrongdoer wrongdoing yardstick
    yearbook zealot
    """.split()  # noqa: SIM905 (a table reads better so)
)
