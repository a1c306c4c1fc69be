"""The words around place names: prepositions and kinds that show one, and names that are none."""

from typing import Final

from whence.read.calendars import ENGLISH_MONTHS, SHORT_DAYS, WEEKDAYS
from whence.read.counted import HEADS, PEOPLE, STOPS, THINGS
from whence.read.numerals import word_list, word_set

# Preposition -> relation of the place to what happened.
RELATIONS: Final = {
    "in": "in", "at": "in", "inside": "in", "within": "in", "on": "in", "over": "in", "across": "in",
    "throughout": "in", "into": "to", "to": "to", "from": "from", "of": "of", "near": "near", "outside": "near",
    "around": "near", "towards": "near", "toward": "near", "beside": "near", "between": "near", "against": "of",
    "off": "near", "leaving": "from", "entering": "to", "reached": "to", "surrounding": "near", "besieging": "of",
}  # fmt: skip
# What "to" means after these words; nobody is at the place after "according to".
TO_WHOM: Final = {"close": "near", "next": "near", "adjacent": "near", "according": ""}
COMPASS: Final = word_set(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west"
)
DIRECTIONS: Final = word_set(
    "northern southern eastern western central northeastern northwestern southeastern southwestern upper lower "
    "north south east west rural northern-most greater inner outer old"
)
# Kind of place -> relation; before "of", or after the name.
KINDS: Final = {
    **dict.fromkeys(
        ("province", "governorate", "provinces", "state", "region", "canton", "county"), "province of"
    ),
    **dict.fromkeys(("countryside", "outskirts", "environs", "surroundings", "hinterland"), "countryside of"),
    **dict.fromkeys(("vicinity", "proximity", "coast"), "near"),
    **dict.fromkeys(
        word_list(
            "city town village district neighbourhood neighborhood suburb quarter camp area township hamlet "
            "subdistrict municipality airport airbase base border crossing enclave pocket valley plain plateau island "
            "port street road highway mountain mountains hills desert river dam refinery market square districts "
            "towns villages suburbs neighbourhoods neighborhoods cities areas axis front"
        ),
        "in",
    ),
}
# Nouns after a name that make it the name of where they happened ("the Harwan bombing").
EVENTS: Final = word_set(
    "attack attacks bombing bombings massacre offensive siege battle airstrike airstrikes raid raids strike strikes "
    "blast explosion shelling assault clashes gas chemical operation residents hospital"
)
# What is done to places and hardly to people: its object or, after "was", its subject is a place.
STRUCK: Final = word_set(
    "shelled bombed bombarded pounded besieged stormed liberated recaptured retook overran evacuated shelling bombing "
    "bombarding pounding besieging storming liberating recapturing retaking overrunning raided raiding"
)
# What is done to places and people alike: only a single word after it that is no given name is taken for a place.
HIT: Final = word_set(
    "hit struck seized captured attacked hitting striking seizing attacking took taking entered"
)
# What a place does when it is attacked again and again ("Velky has seen three shellings"), and how often.
WITNESSED: Final = word_set("witnessed witnessing seen saw seeing suffered suffering endured enduring")
MANY: Final = word_set(
    "two three four five six seven eight nine ten several many dozens scores numerous repeated some"
)
BEEN: Final = word_set("was were been being is are")
# First words of names that never stand alone ("hill of", "gate of", "house of" and articles apart).
NAME_HEADS: Final = word_set(
    "al el deir dayr tel tal tall tell khan kafr kafar kfar bab jabal jebel ain ayn ein umm um beit bayt abu wadi ras "
    "nahr shatt jisr qasr marj burj bir bani beni new san santa los las mount fort port saint st"
)
# What no place is called, but in names that such a first word opens: Ain al-Arab, Shatt al-Arab, Tel al-Islam.
PEOPLES: Final = word_set("arab arabs kurd kurds turkmen islam christian muslim druze")
NAMED_AS: Final = word_set("capital city town village neighborhood neighbourhood suburb district")
BEFORE_TITLE: Final = word_set(
    "the its their a nearby provincial second main largest former northern southern eastern western"
)
# The last word of a name that is an organisation, office, weapon or the like.
NOT_PLACES: Final = word_set(
    "state observatory rights army front party council ministry forces force union nations network coalition news "
    "agency television tv radio court committee committees commission movement brigade brigades battalion division "
    "corps militia militias group organisation organization foundation institute university institution government "
    "parliament president minister general colonel press post times journal defence defense defenders helmets "
    "crescent cross watch amnesty monitor monitors media website channel correspondent convention resolution treaty "
    "agreement protocol geneva-convention hezbollah isis isil daesh nusra qaeda taliban hamas islam sham fatah "
    "un nato eu unhcr unicef nato who sana afp reuters ap tass sputnik interfax "
    "facebook twitter youtube telegram whatsapp skype sir mr mrs ms dr prof syria-tv allah god jihad sunni shiite "
    "shia alawite christian muslim kurd kurds arab arabs islamist islamists jihadists takfiri friday-prayers "
    "cartel ramadan eid security secretary spokesman spokesperson chief commander leader king queen prince human "
    "sarin chlorine novichok tabun soman cyanide napalm phosphorus kalashnikov grad katyusha "
    "democratic free national international united civil white red revolution revolutionary islamic local popular "
    "people general-staff staff assembly congress senate house wing units unit air force resistance hashd"
) | word_set(WEEKDAYS) | frozenset(f"{day}s" for day in WEEKDAYS.split()) | word_set(SHORT_DAYS) | frozenset(
    ENGLISH_MONTHS
)  # fmt: skip
# Adjectives of nation: they tell whose, not where.  Any word in -ian, -ean, -ish or -ese counts as one too.
DEMONYMS: Final = word_set(
    "iraqi israeli saudi kuwaiti qatari emirati omani yemeni bahraini pakistani afghan turk turks kurdish greek "
    "salvadoran salvadorans guatemalan guatemalans honduran hondurans nicaraguan nicaraguans mexican mexicans "
    "venezuelan venezuelans cuban cubans dominican dominicans panamanian ecuadoran ecuadorans ecuadorean paraguayan "
    "uruguayan soviet soviets maoist maoists marxist marxists leninist stalinist "
    "french dutch german american african european arab swiss thai uzbek kazakh tajik turkmen chechen uighur libyan "
    "iraqis israelis saudis azeri czech"
)
COUNTRY_CAPITALS: Final = frozenset({"US", "USA", "UK", "UAE", "U.S", "USSR"})
# Words that a sentence or headline opens with, or that follow a name whose full stop was lost.
OPENERS: Final = word_set(
    "meanwhile moreover elsewhere however furthermore separately earlier later another least most dozens scores "
    "heavy fierce intense tough violent deadly fresh massive bloody ongoing latest alleged suspected reported daily "
    "suicide terrorist rises continue continues launches seizing"
)
COMMON: Final = (
    (STOPS - {"us", "may", "march"}) | frozenset(PEOPLE) | frozenset(PEOPLE.values()) | frozenset(THINGS) - {"village"}
    | frozenset(THINGS.values()) | HEADS | OPENERS
) - frozenset(KINDS)  # fmt: skip
