"""Buildings, vehicles, lines and other things that attacks hit: their nouns with the words that belong to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whence.read.groups import PERSONS
from whence.read.name_words import KIN_AND_TRADES, ROLES
from whence.read.numerals import word_list, word_set

_STANDING: Final = word_list(
    "building house home residence mansion dwelling apartment hospital clinic school college campus university "
    "library museum mosque church chapel cathedral convent monastery seminary temple synagogue market supermarket "
    "bakery shop store mall pharmacy bank office embassy consulate legation factory warehouse depot mill silo "
    "granary refinery laboratory plant facility installation hotel hostel restaurant cafe discotheque nightclub "
    "brothel theater theatre cinema stadium kiosk garage courthouse palace prison jail outpost branch shelter hangar "
    "airport airstrip runway monument statue tomb shrine dam bridge tunnel pier hut shack ranch farm farmhouse "
    "substation ministation transmitter antenna transformer pylon pipeline institute newspaper establishment "
    "ministry agency dealership terminal kindergarten orphanage"
)
_RUNNING: Final = word_list(
    "car vehicle jeep pickup van taxi truck lorry tanker bus minibus ambulance motorcycle train locomotive helicopter "
    "plane aircraft airplane airliner warplane boat ship vessel ferry barge tractor bulldozer convoy motorcade"
)
# names of a stretch of land too: such a thing is destroyed, but nothing is told of it by an attack "on" it
_WIDE: Final = word_list(
    "road highway field block village tent crop infrastructure property well station tower post pole complex centre "
    "center club bar museum mine tank camp"
)
_LINES: Final = (
    r"(?:power|electric(?:ity|al)?|energy|high[- ](?:voltage|tension)|transmission|telephone|light|utility|"
    r"telegraph)"
)
_COMPOUND: Final = (
    r"(?:state|energy|power|oil|telephone|electricity|telecommunications|bus|water|mining|insurance) company|"
    r"(?:financial|banking|public|private|state|government) (?:institutions|enterprises|companies)|"
    rf"{_LINES} (?:(?:and {_LINES}|transmission|junction|service|supply|distribution) )?(?:towers?|pylons?|"
    rf"poles?|posts?"
    r"|lines?|cables?|boxes|box|stations?|systems?|grids?|networks?|exchanges?|booths?)|junction box(?:es)?|"
    r"rail(?:way|road) (?:lines?|tracks?)|water (?:stations?|pipes?|networks?|tanks?)|(?:city|town|municipal) halls?|"
    r"(?:police|radio|television|tv|gas|gasoline|service|filling|fire|bus|train|subway|railway|petrol|pumping|fuel) "
    r"(?:posts?|stations?)|(?:fuel |oil |gas )?storage tanks?|oil wells?|(?:shopping|business|health|"
    r"cultural|commercial"
    r"|community|medical|communications|convention|sports) cent(?:er|re)s?|country clubs?|refugee camps?|"
    r"headquarters|"
    r"barracks|premises|facilities|head offices?"
)


def _forms(words: list[str]) -> str:
    """The words with their plurals, as alternatives."""
    return "|".join(f"{w}|{_plural(w)}" for w in words)


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


_NARROW: Final = rf"{_COMPOUND}|{_forms(_STANDING)}|{_forms(_RUNNING)}"
_HEADS: Final = {
    False: re.compile(rf"\b(?:{_NARROW})\b(?!-)", re.I),
    True: re.compile(rf"\b(?:{_NARROW}|{_forms(_WIDE)})\b(?!-)", re.I),
}
_SPACED: Final = re.compile(r"[ -]")
# what a noun behind makes of the thing: "hospital workers", "car bombs" are none
_OTHER: Final = re.compile(
    r"[ -](?:(?:and [\w-]+ )?(?:staff|crews?|bombs?|bombers?|bombings?|passengers?|union|unions|strike|"
    r"strikes|service|services|"
    r"system|door|doors|driver|fire|fares?|robber\w*|raid|raids|attack|attacks|fuel|parts|grounds)|"
    rf"(?:{'|'.join(sorted(w for w in (ROLES | KIN_AND_TRADES | set(PERSONS)) if w.isalpha()))}))\b",
    re.I,
)
_BRACKETS: Final = re.compile(r"[\[(][^\[\]()]{1,90}[\])] ?$")
_WORD: Final = re.compile(r"[\w'’.&/-]+[,;:]? ?$")
_LONGEST: Final = 6  # words that belong to a thing before its noun
_LEADS: Final = word_set(
    "the a an this that these those his her its their our my your each every another other several some many most all "
    "both two three four five six seven eight nine ten eleven twelve dozens hundreds only more one no any such"
)
# a word that belongs to no noun behind it: what stands before the thing ends there
_APART: Final = word_set(
    "of in on at to by from with for into onto against near inside outside behind beside between under over through "
    "and or but while when where after before during as that which who whose whom it they he she we i was were is are "
    "be been being has have had will would could may might must also not then there here today yesterday tonight "
    "destroyed destroying damaged damaging burned burnt burning bombed bombing attacked attacking hit hitting blew "
    "blowing up down out dynamited sabotaged raided raiding stormed looted wrecked machine-gunned strafed upon off "
    "last next week month year night morning evening "
    "caused causing killed killing injured wounded left leaving forced reported said"
)


@dataclass(frozen=True, slots=True)
class Built:
    """A thing at text[start:end): `what` it is, without its article and number; `first` is where these begin."""

    first: int
    start: int
    end: int
    what: str


def find_built(text: str, start: int, end: int, *, wide: bool) -> Iterator[Built]:
    """Yield the things that text[start:end] names, in order, those named as stretches of land too if `wide`."""
    at = start
    heads = _HEADS[wide]
    while (head := heads.search(text, at, end)) is not None:
        last = head.end()
        while _SPACED.match(text, last) and (more := heads.match(text, last + 1, end)) is not None:
            last = more.end()
        at = last
        if not _OTHER.match(text, last):
            yield _built(text, start, head.start(), last)


def _built(text: str, low: int, at: int, end: int) -> Built:
    """The thing whose noun is text[at:end), with the words before it that belong to it."""
    start = at
    for _ in range(_LONGEST):
        aside = _BRACKETS.search(text, low, start)
        word = _WORD.search(text, low, aside.start() if aside else start)
        if word is None or _ends(word.group()):
            break
        start = word.start()
    first = start
    while (lead := _WORD.search(text, low, first)) is not None and _leads(lead.group()):
        first = lead.start()
    return Built(first, start, end, _plain(text[start:end]))


def _ends(word: str) -> bool:
    bare = word.strip().lower()
    return bare in _APART or bare in _LEADS or bare[-1] in ",;:" or bare[0].isdigit()


def _leads(word: str) -> bool:
    bare = word.strip().lower()
    return bare in _LEADS or bare[0].isdigit()


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[\[(][^\[\]()]*[\])]", " ", words).split())
