"""Tables of the parties to violence: the arms of states, organisations known by name, and general words."""

import re
from typing import Final

from whence.read.states import STATES

ARM: Final = (
    r"(?:arab |armed |air |aerospace |regular |ground |army |defen[cs]e |security |special |coastal |combat |"
    r"fighter |war ?|allied |military |occupation |"
    r"government |regime |state |national |republican |naval |interior |foreign )*"
    r"(?:government|regime|army|military|forces?|troops?|soldiers?|air ?force|navy|warplanes?|planes?|jets?|"
    r"aircraft|"
    r"helicopters?|gunships?|drones?|artillery|bombers?|authorities|state|police|"
    r"(?:secret |intelligence )?services?|intelligence|border guards?|coast ?guards?|gendarm(?:es?|erie)|"
    r"commandos?|rangers|"
    r"warships?|(?:patrol |gun ?)boats?|submarines?|frigates?|"
    r"(?:air |anti-aircraft )(?:defen[cs]es|batter(?:y|ies))|"
    r"tanks?|units?|ministry(?: of defen[cs]e)?|occupation|enemy)"
)
_ARMY_OF: Final = r"(?:Ja[iy]sh|Jeish|Jaesh|Gaish)"
# organisations known by name the world over: pattern -> the name to keep
NAMED: Final[tuple[tuple[str, str], ...]] = (
    (
        (
            r"(?:the )?(?:so-called )?Islamic State(?: (?:of|in) Iraq and (?:Syria|the Levant|"
            r"al-Sham))?(?: group| militants| fighters| \(?(?:IS|ISIS|ISIL|Daesh)\)?)*|I(?:SIS|sis)(?:'s?)?|"
            r"ISIL|D(?:a['’]?ii?['’]?sh|a['’]?esh|aish|AESH)|(?<![A-Z]{2} )\bIS\b(?! [A-Z]{2})"
        ),
        "IS",
    ),
    (
        (
            r"(?:Jabhat |Jabhet )?(?:[Aa]l[- ])?Nusra(?:h)?(?: Front)?|Jabhat Fate?h al[- ]Sham|Fate?h "
            r"al[- ]Sham(?: Front)?"
        ),
        "Nusra",
    ),
    (r"Ha[yi']?[ya]?at Tahrir al[- ]Sham|Tahrir al[- ]Sham|HTS", "Hayat Tahrir al-Sham"),
    (r"[Aa]l[- ]Qae?[i']?da(?:h)?", "al-Qaeda"),
    (r"H[ei]zb(?:o|u|a|ul|al)?ll?ah al-[A-Z][\w-]+", ""),
    (r"H[ei]zb(?:o|u|a|ul|al)?ll?ah", "Hezbollah"),
    (r"Syrian Democratic Forces|SDF", "SDF"),
    (r"YPG|YPJ|(?:Kurdish )?People'?s Protection Units", "YPG"),
    (r"PKK", "PKK"),
    (r"[Pp]eshmerga", "Peshmerga"),
    (r"Free Syrian Army|FSA", "Free Syrian Army"),
    (r"Syrian National Army|SNA", "Syrian National Army"),
    (r"Taliban", "Taliban"),
    (r"[Aa]l[- ]Sh[ae]ba+b", "al-Shabaab"),
    (r"Boko Haram", "Boko Haram"),
    (r"Houthis?|Ansar ?[Aa]ll?ah", "Houthis"),
    (r"Hamas|(?:[Aa]l-)?Qassam Brigades", "Hamas"),
    (r"(?:Palestinian )?Islamic Jihad", "Islamic Jihad"),
    (r"Rapid Support Forces|RSF", "Rapid Support Forces"),
    (r"Janjaweed", "Janjaweed"),
    (r"Lord['’]?s Resistance Army|LRA", "Lord's Resistance Army"),
    (r"M23", "M23"),
    (r"(?:Provisional |Real |Continuity )?Irish Republican Army|IRA", "IRA"),
    (r"Ulster Volunteer Force|UVF", "Ulster Volunteer Force"),
    (r"Ulster Defen[cs]e Association|UDA", "Ulster Defence Association"),
    (r"Euskadi Ta Askatasuna|ETA(?! of\b)", "ETA"),
    (r"Kosovo Liberation Army|KLA", "Kosovo Liberation Army"),
    (r"Allied Democratic Forces|ADF", "Allied Democratic Forces"),
    (r"Kurdistan Workers['’]? Party", "PKK"),
    (r"(?:US|U\.S\.|United States) Central Command|CENTCOM", "United States"),
    (r"Tigray People['’]?s Liberation Front|TPLF", "TPLF"),
    (r"(?:Revolutionary Armed Forces of Colombia|FARC)", "FARC"),
    (r"National Liberation Army|Army of National Liberation|ELN", "ELN"),
    (r"(?:Popular|People['’]?s) Liberation Army|EPL", "EPL"),
    (r"M-19|(?:19 April|April 19|19th of April) Movement", "M-19"),
    (r"Tupac Amaru Revolutionary Movement|MRTA", "MRTA"),
    (r"Guatemalan National Revolutionary Unity|URNG", "URNG"),
    (r"Manuel Rodriguez Patriotic Front|FPMR", "FPMR"),
    (r"Medell[ií]n [Cc]artel", "Medellin cartel"),
    (r"Cali [Cc]artel", "Cali cartel"),
    (r"Sinaloa [Cc]artel", "Sinaloa cartel"),
    (r"Extraditables", "Extraditables"),
    (r"Red Army Faction|Baader-Meinhof(?: [Gg]ang)?", "Red Army Faction"),
    (r"Red Brigades", "Red Brigades"),
    (r"Khmer Rouge", "Khmer Rouge"),
    (r"New People['’]?s Army|NPA", "New People's Army"),
    (r"UNITA|Unita(?= (?:rebels|fighters|forces|guerrillas))", "UNITA"),
    (r"RENAMO|Renamo", "Renamo"),
    (r"Zapatista Army of National Liberation|EZLN|Zapatistas", "EZLN"),
    (r"Naxalites", "Naxalites"),
    (r"Jemaah Islamiyah", "Jemaah Islamiyah"),
    (r"Shining Path|Sendero Luminoso", "Shining Path"),
    (r"Farabundo Marti National Liberation Front|FMLN", "FMLN"),
    (r"Tamil Tigers|LTTE", "LTTE"),
    (r"Abu Sayyaf", "Abu Sayyaf"),
    (r"Lashkar-e-Taiba", "Lashkar-e-Taiba"),
    (r"Haqqani [Nn]etwork", "Haqqani network"),
    (r"(?:Islamic )?Revolutionary Guards?(?: Corps)?|IRGC", "Iran"),
    (r"IDF", "Israel"),
    (r"Tatmadaw", "Myanmar"),
    (r"Kata['’]?ib Hezbollah", "Kata'ib Hezbollah"),
    (r"Popular Mobili[sz]ation (?:Forces|Units)|Hashd al-Shaabi", "Popular Mobilisation Forces"),
    # the company, not whoever bears the name
    (
        (
            r"Wagner Group|Wagner(?=['’]?s? (?:mercenar|fighters|forces|troops|soldiers|contractors"
            r"|militants|recruits)\w*)"
        ),
        "Wagner Group",
    ),
    (
        (
            r"(?:US|U\.S\.|American|United States)[- ]led (?:international |global |anti-\w+ "
            r")?(?:coalition|alliance)(?:['’]?s)?|(?:US|U\.S\.) [Cc]oalition(?:['’]?s)?"
        ),
        "US-led coalition",
    ),
    (
        (
            r"(?:US|U\.S\.|American|United States)[- ][Ll]ed"
            r"(?= (?:[Aa]ir|[Ss]trike|[Rr]aid|[Bb]omb|[Ww]arplane|[Jj]et|[Dd]rone|[Ff]orces))"
        ),
        "US-led coalition",
    ),
    (r"Saudi(?:[- ]Arabian?)?[- ]led (?:\w+ )?coalition", "Saudi-led coalition"),
    # names of bands that texts spell in several ways, as reference works head them
    (rf"{_ARMY_OF} (?:[Aa]l[- ])?[Ii]slam|Army of Islam|Islam Army", "Jaish al-Islam"),
    (rf"{_ARMY_OF} (?:[Aa]l[- ])?[Ff]at[ae]h|Army of Conquest", "Jaish al-Fatah"),
    (r"Ahrar (?:[Aa]l|[Aa]sh)[- ]Sham", "Ahrar al-Sham"),
    (r"(?:Fay?laq|Failaq|Faylak) (?:[Aa]l|[Aa]r)[- ]Ra[h]?man", "Faylaq al-Rahman"),
    (r"(?:Fay?laq|Failaq|Faylak) (?:[Aa]l|[Aa]sh)[- ]Sham", "Faylaq al-Sham"),
    (
        r"(?:Harakat )?N(?:ou?|u)re?(?:[ -]?[AaEe]l[ -]|[ -])?d?[Dd][ie]{1,2}ne? (?:[AaEe]l[- ])?Z[ie]nk[iy]",
        "Nour al-Din al-Zenki",
    ),
    (r"[A-Z]\w+[- ]led (?:\w+ )?(?:coalition|alliance)", ""),
    (r"NATO", "NATO"),
    (
        (
            r"(?:Jaish|Jaysh|Jeish|Ahrar|Faylaq|Failaq|Liwa|Harakat|Ansar|Ajnad|Jund|Hizb|Hay'?at|"
            r"Nour|Noureddin|Kata'?ib|Saraya) (?:[Aa]l[- ]|[Aa]s[- ]|[Aa]sh[- ]|[Aa]r[- "
            r"])?[A-Z](?:[^\W_]|['-])+(?: [Aa]l[- ]?[A-Z](?:[^\W_]|-)+)?"
        ),
        "",
    ),
    (
        (
            r"[A-Z][\w'-]+ (?:(?:[Aa][dlnrsz]-)?[A-Z][\w'-]+ ){0,4}"
            r"(?:[Bb]rigades?|[Bb]attalions?|Front|Militia|Battalion|Movement|Legion|Division|"
            r"Liberation Army|Resistance)"
        ),
        "",
    ),
)
# whoever backs a band is not the band: "Karvian-backed militants" are no Karvians, and a part of what they are called
_BACKED: Final = r"(?:(?:[\w.]+-|foreign )(?:backed|supported|sponsored|funded|trained|aligned|affiliated) )?"
# whose rebels they are is no part of what they are called
_NATION: Final = "|".join(re.escape(demonym) for demonym in sorted(STATES, key=len, reverse=True))
GENERIC: Final[tuple[tuple[str, str], ...]] = (
    (
        (
            r"(?:the )?(?:international |anti-\w+ |global |military )*(?:coalition|"
            r"alliance)(?:['’]?s)?(?: forces| jets| "
            r"warplanes| aircraft| planes| air ?force| drones?| helicopters?)?"
        ),
        "coalition",
    ),
    (
        (
            r"(?:pro-|allied )?(?:government|regime)(?:['’]s|s(?= (?:forces|troops|army|warplanes|jets|aircraft|"
            r"helicopters|artillery|air ?force)\b))?(?:(?: (?!and\b|or\b)\w+)? (?:forces?|troops?|"
            r"soldiers?|army|warplanes?|planes?|jets?|aircraft|helicopters?|artillery|air ?force))?"
        ),
        "government",
    ),
    (
        r"(?:the )?(?:(?:defen[cs]e|interior|foreign) ministry|ministry of (?:defen[cs]e|the interior))",
        "army",
    ),
    (
        (
            r"(?:the )?(?:army|armed forces|military(?! (?:support|aid|assistance|hardware|equipment|action|"
            r"option|"
            r"base|group|faction|personnel|wing|commander|official|"
            r"airport|council|vehicle|help|intervention|strike|operation|offensive|campaign|response|force|"
            r"source|official|spokes\w+)s?\b)|air ?force|"
            r"government forces|(?<=\bthe )authorities|(?:(?:military|secret|state) )?intelligence (?:services?|agents|"
            r"officers)|secret (?:police|service)|"
            r"security (?:forces|services|agents)|navy(?! (?:blue|base|yard))|coast ?guards?|border guards?|gendarmerie"
            r"|gendarmes|(?:riot |border |military )?police(?: officers| forces|"
            r" units)?"
            r"(?! (?:command|sources?|chief|stations?|posts?|headquarters|department|checkpoint|officials?|"
            r"spokes\w+)))"
        ),
        "army",
    ),
    (
        (
            rf"{_BACKED}(?:(?:armed|moderate|{_NATION}|islamist|militant|anti-(?:government|"
            rf"regime)) )*(?:rebels?|"
            r"opposition(?! (?:MPs?|leaders?|candidates?|part(?:y|ies)|politicians?|lawmakers?|senators?|deputies|"
            r"legislators?|mayors?|governors?|councillors?|supporters?|protest\w*|members?|figures?|rall(?:y|ies)|newspapers?|strongholds?)\b)|"
            r"insurgents?|revolutionaries|(?<=anti-government )(?:fighters|forces|militants|"
            r"gunmen)|"
            r"(?<=anti-regime )(?:fighters|forces|militants|gunmen)|(?<=armed )opponents)"
            r"(?: (?:fighters?|forces?|groups?|factions?|gunmen|militants|snipers?))*"
        ),
        "rebels",
    ),
    (
        (
            rf"{_BACKED}(?:(?:armed|takfiri|militant|foreign) )*(?:terrorists?['’]?|"
            rf"takfiris?)(?: (?:organi[sz]ations?|"
            r"groups?|fighters?|gunmen|militants?|snipers?|cells?|factions?|(?:suicide )?bombers?)\b)*"
        ),
        "terrorists (unnamed)",
    ),
    (
        (
            rf"{_BACKED}(?:(?:armed|islamist|foreign|pro-(?:government|regime)|right-wing|left-wing|"
            rf"far-right) )*"
            r"(?:militants?(?= groups?)|militants|militias?|militiam[ae]n|"
            r"gunm[ae]n|jihadists?|jihadis|extremists?|islamists|guerr?illas?|paramilitar(?:ies|"
            r"y (?=groups?|forces|fighters))|"
            r"separatists|secessionists|vigilantes|bandits|gangsters|hitmen|death squads?|(?:criminal |"
            r"street |armed )gangs?|"
            r"(?:drug )?cartels?|drug traffickers|armed men|masked men|tribesmen|tribal fighters|herders|"
            r"herdsmen|pirates|"
            r"armed groups?|subversives|junta)(?: (?:groups?|fighters?|forces|gunmen|members|snipers?|"
            r"troops|hitmen|enforcers|leaders?))*"
        ),
        "",
    ),
    (r"Kurds(?! and)", "Kurdish forces"),
    (r"settlers?", "settlers"),
    (r"mercenaries", "mercenaries"),
)
