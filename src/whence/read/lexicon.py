"""Words of English that the finder of attributions goes by: plain tables of general knowledge, no rules.

Everything is lower case.  The lists are of kinds of words (verbs of telling, nouns for speakers, roles by which a
person speaks for a body); no list names a party of any conflict.
"""

from typing import Final, Literal

VerbClass = Literal["say", "report", "blame", "deny", "believe", "cite", "tell"]


def word_set(words: str) -> frozenset[str]:
    """Return the words of a table that is written as lines of words."""
    return frozenset(words.split())


# lemma: past, past participle, third person, gerund; regular ones are made by `_forms`.
_IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "written", "writes", "writing"),
    "think": ("thought", "thinks", "thinking"),
    "find": ("found", "finds", "finding"),
    "show": ("showed", "shown", "shows", "showing"),
    "foresee": ("foresaw", "foresees", "foreseeing"),
    "swear": ("swore", "sworn", "swears", "swearing"),
    "admit": ("admitted", "admits", "admitting"),
    "stress": ("stressed", "stresses", "stressing"),
    "quip": ("quipped", "quips", "quipping"),
    "dub": ("dubbed", "dubs", "dubbing"),
    "rebut": ("rebutted", "rebuts", "rebutting"),
}
_LEMMAS: Final[dict[VerbClass, str]] = {
    # Take a clause as what is said; may follow it, turned round ("… said X").
    "say": (
        "say add note state explain warn claim announce insist stress argue remark comment declare observe"
        " acknowledge admit concede reveal disclose recall predict assert maintain contend emphasise emphasize"
        " reiterate caution indicate write tweet testify boast complain joke quip suggest conclude affirm"
        " repeat allege find determine show urge hope stipulate underline underscore clarify vow pledge"
        " promise threaten swear lament reply proclaim mention relate specify"
    ),
    # Take a clause or a bare noun phrase ("reported ten deaths", "confirmed the attack").
    "report": (
        "report confirm document record estimate verify describe condemn denounce criticise criticize welcome"
        " praise hail broadcast publish corroborate recount"
    ),
    "blame": "accuse blame charge",
    "deny": "deny reject dismiss refute rebut dispute disavow disown",
    "believe": "believe think suspect fear assume presume speculate guess foresee",
    "cite": "quote cite reference",
    "tell": "tell inform",
}


def _forms(lemma: str) -> tuple[str, ...]:
    """Return every inflected form of a verb, the lemma first."""
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma])
    if lemma.endswith("e"):
        return lemma, lemma + "d", lemma + "s", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    return lemma, lemma + "ed", lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s"), lemma + "ing"


VERBS: Final[dict[str, VerbClass]] = {
    form: kind for kind, lemmas in _LEMMAS.items() for lemma in lemmas.split() for form in _forms(lemma)
}
LEMMA: Final[dict[str, str]] = {
    form: lemma for lemmas in _LEMMAS.values() for lemma in lemmas.split() for form in _forms(lemma)
}
VERBS["posted"], LEMMA["posted"] = "say", "post"  # the other forms are rather a soldier's posts

# Forms that are nouns as often as verbs: read as verbs only behind a likely speaker.
NOUN_OR_VERB: Final = word_set(
    "report reports claim claims state states note notes record records document documents charge charges"
    " estimate estimates comment comments quote quotes blame remark remarks dispute disputes fear fears"
    " broadcast broadcasts tweet tweets boast reply replies threaten praise welcome hail hails dismiss"
    " indicate reject rejects vow vows promise promises pledge pledges caution lament complain find show"
    " shows hope hopes urge showing finding showed found shown reference references add adds suspect"
    " suspects guess deny stress stresses joke jokes"
)
# Verbs whose subject is often a thing or a deed ("the blast claimed nine lives"): only behind a likely speaker.
NEEDS_SPEAKER: Final = word_set(
    "find determine show hope urge claim report record note indicate reveal blame document suggest add"
    " state charge mention describe dismiss maintain threaten welcome relate recall observe publish reject"
    " estimate conclude stress dispute fear repeat hail verify underline underscore disclose cite quote"
    " broadcast praise promise"
)

FUNCTION: Final = word_set(
    "a an the and or but nor so yet if then than as at by for from in into of off on onto out over to up"
    " upon with within without about above across after against along among around before behind below"
    " beneath beside between beyond despite down during except inside near outside past since through"
    " throughout toward towards under until via while who whom whose which what when where why how that"
    " this these those there here it he she they we i you him her them us me his its their our my your not"
    " no never also too only just even still already once again is are was were be been being am has have"
    " had having do does did doing will would can could may might must shall should because although"
    " though whereas whether unless however meanwhile therefore thus both either neither including amid"
    " amidst per like unlike according such"
)
DETERMINERS: Final = word_set(
    "the a an this these those his her its their our my your one another some several many two three four"
    " five six seven eight nine ten few each every any both other"
)
NUMERALS: Final = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
INDEFINITE: Final = word_set("a an one another some several many two three four five few other any")
PREPOSITIONS: Final = word_set(
    "of for in at from on with near to by inside outside into over under against between around across"
    " through during after before since towards toward along behind amid via among within without about"
)
AUXILIARIES: Final = word_set("has have had was were is are be been being will would did does do may might")
CONJUNCTIONS: Final = word_set("and but while whereas although though or yet when as because where")
PERSONAL: Final = word_set("he she it they")
SKIPPED: Final = word_set(
    "also later earlier then now still already again once even only just first previously recently"
    " meanwhile since however too further furthermore separately initially reportedly has have had will"
    " would"
)
TEMPORAL: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue"
    " tues wed thu thur thurs fri sat sun today yesterday tomorrow tonight overnight week weekend month"
    " year day days weeks months years hour hours minutes morning afternoon evening night dawn noon midday"
    " midnight ago last next this late early earlier later"
)
WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")

# Nouns for a single person who speaks without a name; "s" makes the collective.
_PERSON: Final = tuple(
    sorted(
        word_set(
            "source official activist resident witness eyewitness doctor medic nurse physician surgeon policeman"
            " lawyer soldier fighter rebel commander officer general colonel captain major lieutenant diplomat"
            " analyst expert correspondent reporter journalist photographer spokesman spokeswoman spokesperson"
            " minister president leader mayor governor teacher student refugee survivor villager worker rescuer"
            " volunteer aid-worker farmer driver man woman boy girl father mother brother sister relative"
            " neighbour neighbor shopkeeper inhabitant local islander civilian prisoner detainee defector militant"
            " gunman insurgent opposition-activist campaigner researcher investigator inspector prosecutor judge"
            " observer monitor envoy ambassador representative delegate negotiator director chief head chairman"
            " chairwoman founder secretary coordinator adviser advisor aide senator congressman lawmaker"
            " parliamentarian politician deputy blogger user professor scholar historian economist author writer"
            " critic supporter opponent protester demonstrator dissident cleric imam priest bishop sheikh king"
            " prince premier chancellor candidate nominee manager executive member employee staffer strategist"
            " operator pollster attorney veteran engineer pilot guard paramedic rights-activist firefighter passenger"
        )
    )
)
# Nouns for a body or a medium that speaks.
_BODY: Final = tuple(
    sorted(
        word_set(
            "observatory monitor watchdog group agency organisation organization ngo ministry army military"
            " government television tv channel radio station newspaper paper daily magazine website site network"
            " coalition alliance movement party council committee commission centre center institute union"
            " federation association authority administration department office command police court parliament"
            " senate embassy mission delegation hospital university company firm bureau service board press media"
            " opposition regime state palace kremlin house pentagon militia force brigade battalion faction branch"
            " wing team campaign charity body outlet broadcaster presidency leadership headquarters staff"
            " militants base community crescent cross defence defense front directorate governorate corps academy"
            " inspectorate clinic consulate secretariat foundation brotherhood desk section unit outfit"
        )
    )
)
# Things written or shown that "say".
_PAPERS: Final = tuple(
    sorted(
        word_set(
            "report statement communique communiqué document letter survey study poll data figure video footage"
            " image photograph picture post tweet message file dossier investigation account article story"
            " dispatch caption memo bulletin release information filing lawsuit indictment complaint transcript"
            " email record statistic evidence press-release"
        )
    )
)


def _plurals(nouns: tuple[str, ...]) -> frozenset[str]:
    """Return the plurals of `nouns`."""
    out = set()
    for noun in nouns:
        if noun.endswith("man"):
            out.add(noun[:-3] + "men")
        elif noun.endswith("y") and noun[-2] not in "aeiou":
            out.add(noun[:-1] + "ies")
        else:
            out.add(noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s"))
    return frozenset(out)


PERSON: Final = frozenset(_PERSON)
PEOPLE: Final = _plurals(_PERSON) | word_set("people police medics staff survivors families personnel")
BODY: Final = frozenset(_BODY)
BODIES: Final = _plurals(_BODY) | word_set("forces")
PAPER: Final = frozenset(_PAPERS)
PAPERS: Final = _plurals(_PAPERS)
SPEAKERS: Final = PERSON | PEOPLE | BODY | BODIES | PAPER | PAPERS
# Roles by which a person speaks for a body.
OFFICES: Final = word_set(
    "vice-president vice-chairman vice-chair co-chair undersecretary under-secretary head chief director spokesman"
    " spokeswoman spokesperson founder chairman chairwoman chair president"
    " coordinator representative secretary secretary-general director-general chief-of-staff boss leader"
    " commander deputy"
)
# Unnamed people of a body, told of by where they work ("a source at …").
INFORMANTS: Final = word_set(
    "source sources official officials officer officers employee employees insider insiders"
)
NEVER_SPEAKERS: Final = word_set(  # "as a result harbour radio said": the result ends a phrase
    "attack attacks bomb bombs bombing bombings strike strikes airstrike airstrikes explosion explosions"
    " shelling fighting blast blasts war conflict clash clashes violence toll day days week month year"
    " years time number death deaths dead injured wounded victims raid raids shell shells missile missiles"
    " town city village area province region district neighbourhood neighborhood house houses building"
    " buildings people children civilians women car cars truck vehicle vehicles weapons damage injuries"
    " border road square street market result"
)
# Nouns of that kind that open a compound with these: one that is counted would have an article of its own.
_SEATED: Final = word_set("hospital clinic council governor mayor")
COMPOUNDS: Final[dict[str, frozenset[str]]] = {
    "war": word_set("monitor monitors monitoring"),
    "border": word_set("guard guards"),
    **dict.fromkeys(("city", "town", "village", "province", "district", "area"), _SEATED),
}
# Adjectives and nouns that open a speaker's phrase before its head.
SPEAKER_MODIFIERS: Final = word_set(
    "eye state local opposition military security medical police hospital field government rebel army"
    " official human rights pro-government pro-regime pro-opposition anti-government news tribal"
    " diplomatic senior top media aid rescue emergency health civil foreign defence defense interior"
    " intelligence activist war-monitoring monitoring regional western unnamed anonymous undisclosed"
    " unspecified well-"
    " informed reliable private independent national international semi-official state-run state-owned"
    " federal judicial humanitarian local"
)
# Past participles, -ing and -ly words that do stand inside noun phrases.
ADJECTIVES: Final = word_set(
    "acting united armed unnamed red informed exiled allied organised organized detained displaced wounded"
    " retired elected affiliated combined limited daily weekly monthly family monitoring ruling governing"
    " leading opposing fact-finding visiting outgoing incoming acting breaking sacred related advanced"
    " unidentified undisclosed unspecified so-called same"
)
VERBLIKE: Final = word_set(
    "took came hit struck left went fell began made saw hurt put cut set shot blew broke brought bought"
    " caught fought found gave got grew held kept knew led lost met ran rose sent spoke stood taught"
    " thought told tore won wore wrote said says say dead alive died dies die kill kills killing wound"
    " wounds injure injures targeting hitting lay become became seem seems seemed appear appears show"
    " shows shown taken seen given known done gone fallen begun broken driven hidden written beaten go"
    " goes come comes take takes make makes get gets want wants need needs carry carries continue"
    " continues remain remains include includes leave leaves leaving causing wounding injuring destroying"
    " burning bombing attacking fighting"
)
# Plural nouns that may stand before the head of a noun phrase ("rights group"); other plurals end a phrase.
PLURAL_MODIFIERS: Final = word_set(
    "rights news affairs forces sports arms operations emergencies grassroots headquarters"
)

HEDGE_ADVERBS: Final = word_set(
    "reportedly allegedly supposedly apparently purportedly seemingly presumably probably possibly"
    " perhaps ostensibly likely maybe"
)
HEARSAY_ADVERBS: Final = word_set("reportedly allegedly supposedly purportedly")
HEDGE_ADJECTIVES: Final = word_set("alleged suspected apparent supposed purported unconfirmed unverified")
HEARSAY_NOUNS: Final = word_set("reports claims allegations rumours rumors accusations suggestions")
CLAIMS: Final = word_set(  # "a claim by X that" attributes, as X's saying so would
    "claim claims allegation allegations accusation accusations assertion assertions report reports statement"
    " statements testimony account accounts"
)
HEARSAY_PARTICIPLES: Final = word_set(
    "reported said claimed alleged believed thought rumoured rumored understood feared suspected presumed"
    " estimated assumed"
)

# Which description fits which kind of named speaker: noun of the description -> words of the name.
KIN: Final[dict[str, str]] = {
    "monitor": "observatory monitor network watch centre center watchdog",
    "watchdog": "observatory monitor network watch centre center watchdog borders",
    "group": (
        "observatory monitor network watch centre center watchdog rights group front committees movement"
        " doctors coalition union"
    ),
    "ngo": "observatory monitor network watch centre center watchdog rights doctors",
    "organisation": "observatory monitor network watch centre center rights organisation organization nations health",
    "organization": "observatory monitor network watch centre center rights organisation organization nations health",
    "network": "network",
    "observatory": "observatory",
    "ministry": "ministry",
    "agency": "agency news press",
    "channel": "tv television channel",
    "television": "tv television",
    "broadcaster": "tv television channel radio",
    "station": "tv television radio",
    "newspaper": "newspaper daily times post",
    "coalition": "coalition",
    "alliance": "alliance coalition",
    "charity": "society cross crescent relief aid foundation doctors charity",
    "council": "council",
    "committee": "committee",
    "committees": "committees",
    "army": "army",
    "party": "party",
    "police": "police",
    "center": "center centre",
    "centre": "center centre",
    "directorate": "directorate",
    "command": "command",
}
NATIONAL_SUFFIXES: Final = (
    "ian",
    "ish",
    "ese",
    "aqi",
    "emeni",
    "eli",
    "udi",
    "aiti",
    "stani",
    "bian",
    "ench",
)
NATIONAL: Final = word_set(
    "us u.s. uk un eu british american french german dutch arab kurdish turkish greek swiss thai czech"
    " western israeli iraqi saudi yemeni pakistani afghan qatari emirati kuwaiti omani bahraini us-led uk-"
    " based britain-based london-based islamic kurd turk"
)
QUANTIFIERS: Final = word_set("many most some several all one two three both dozens scores hundreds")
COMPILED: Final = word_set(
    "compiled released issued published provided gathered collected obtained seen given collated made written"
)
# A body that "reports" without a name says nothing about who speaks.
NAMELESS: Final = word_set(
    "report reports information evidence initial early preliminary unconfirmed some several other various the"
)
PLATFORMS: Final = word_set("website site page facebook twitter channel")
TITLES: Final = word_set("mr mrs ms dr prof gen lt col maj capt sgt adm brig sen rep gov sec pres hon rev st")
# Bodies whose name comes after the noun ("the agency Anadolu"); others have it before ("the media office").
NAMED_AFTER: Final = word_set(
    "agency channel tv television newspaper paper daily magazine website site network group militia movement party"
    " coalition radio station broadcaster organisation organization ngo charity company firm alliance front brigade"
    " battalion faction watchdog monitor outlet team campaign service"
)
# Adjectives of where, which stand before a place's name.
WHEREABOUTS: Final = word_set(
    "rural northern southern eastern western central nearby besieged neighbouring neighboring greater upper lower outer"
    " east west north south northeastern northwestern southeastern southwestern north-eastern north-western"
    " south-eastern south-western"
)
PARTICLES: Final = word_set("de van von der den bin ibn bint abu al el da di du dos ter zu")
PLACE_NOUNS: Final = word_set(
    "city town village camp area district neighbourhood neighborhood border province"
)
# Words that describe a body without saying which; others ("the extremist group") bar it from standing for a monitor.
NEUTRAL: Final = word_set(
    "monitor monitoring rights human war conflict watchdog activist advocacy the a an this same body main"
    " key opposition non-governmental independent group organisation organization ngo network agency state"
    " official news official media international local aid humanitarian said"
)
