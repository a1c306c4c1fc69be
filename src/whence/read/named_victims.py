"""Single people who came to harm, by name or office: "the mayor of Toluma, Ana Moro, was shot dead".

`claims` counts people by their numbers; whoever is named is one person without a number.  A name is a run of
capitalised words in a frame that only people fill; an office counts only with its article ("the judge was killed").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from whence.model.statement import Aspect, Count
from whence.model.values import Amount
from whence.read.groups import PERSONS
from whence.read.name_words import KIN_AND_TRADES, ROLES, TITLES
from whence.read.person_names import can_be_person
from whence.read.unreal import is_told_done

_DONE: Final[tuple[tuple[str, Aspect], ...]] = (
    (
        (
            r"(?:shot and |brutally |also |apparently )*(?:killed|murdered|assassinated|slain|executed|beheaded|"
            r"martyred|lynched|hanged|gunned down|machine-?gunned|shot dead|shot to death|"
            r"(?:tortured|beaten|stabbed|burned) to death|riddled with bullets|blown up)|"
            r"(?:found|reported) (?:dead|murdered)|"
            r"(?:also )?(?:among (?:the |those )?(?:(?:at least )?\w+ )?(?:people )?(?:dead|killed|slain|victims)|"
            r"one of (?:the |those |(?:the )?\w+ (?:people )?)(?:dead|killed|victims))"
        ),
        "killed",
    ),
    (r"(?:\w+ly |also |shot and )*(?:wounded|injured|maimed|shot(?! (?:and|dead|down|to)\b))", "injured"),
    (r"(?:\w+ly |also )*(?:kidnapped|abducted|taken hostage|held hostage|arrested|detained)", "detained"),
)
_DOING: Final[tuple[tuple[str, Aspect], ...]] = (
    (
        r"kill(?:ed|ing)|murder(?:ed|ing)|assassinat(?:ed|ing)|execut(?:ed|ing)|gunned down|shot dead",
        "killed",
    ),
    (r"wound(?:ed|ing)|injur(?:ed|ing)", "injured"),
    (r"kidnapp(?:ed|ing)|abduct(?:ed|ing)", "detained"),
)
_THEN: Final[tuple[tuple[str, Aspect], ...]] = (
    (r"(?:who\swas\s)?(?:killed|murdered|assassinated|executed|slain)", "killed"),
    (r"(?:who\swas\s)?(?:kidnapped|abducted)", "detained"),
)
_DIED: Final = (
    r"(?:(?:was|were)\s(?:fatally|mortally)\s\w+|(?:has\s|had\s)?died|lost\s(?:his|her)\slife|found\sdead)"
)
_DEED: Final[tuple[tuple[str, Aspect], ...]] = (
    (
        (
            r"(?:murder|assassination|slaying|execution|killing|martyrdom|beheading)s?(?: and \w+)?|"
            r"(?:took|takes|claim(?:ed|s)|cost) the li(?:f|v)es?|"
            r"(?:(?:led|leads|leading)\sto|(?:resulted|resulting)\sin|caus(?:ed|es|ing))\sthe\s(?:death|martyrdom)"
        ),
        "killed",
    ),
    (r"(?:kidnapping|abduction)s?", "detained"),
)
_WORD: Final = (  # "al-Haddad": an article by hyphen belongs to the name
    r"(?:(?:[aA]l|[eE]l|as|ash|ad|ar|at|an|az|abd|abu|ibn)-)?[A-Z][\w'’-]*[a-z]\w*(?:\.(?=\s[A-Z]))?"
)
_NAME: Final = (
    rf"(?P<name>{_WORD}(?:\s(?:(?:de|del|la|al|el|bin|van|von|[A-Z]\.)\s)?{_WORD}){{0,4}})(?![\w'’-])"
)
_SINGULAR: Final = {w for w, plural in PERSONS.items() if w != plural}
_TITLED: Final = "|".join(sorted(w for w in ROLES | TITLES | KIN_AND_TRADES | _SINGULAR if len(w) > 1))
_AMONG: Final = r"[Aa]mong\s(?:the|those)\s"
_PLAIN: Final = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_ASIDE: Final = (
    r"(?:\s[(\[][^()\[\]]{1,40}[)\]])?"
    r"(?:\s(?:of|from|with)\s(?:(?!(?:\w+ing|that|one|two|three|several|many|some|\d+)\b)[\w.’-]+\s){0,5}[\w.’-]+)?"
    rf"(?:,\s(?=[a-z\d]|[^,.;:]{{0,60}}\b(?:{_TITLED})\b)(?:U\.S\.|"
    rf"[^,.;:\"“”]){{2,150}}(?:,\s[^,.;:\"“”]{{2,60}})?,)?"
)
_WAS: Final = r",?\s(?:who\s)?(?P<was>was|were|has\sbeen|had\sbeen|have\sbeen|is)\s[\"“]?"
# "Ana Moro and her two bodyguards were shot dead": those beside her are counted on their own
_BESIDE: Final = (
    r"(?P<beside>,?\s(?:and|along\swith|together\swith|as\swell\sas)\s(?:his|her|the|an?|at\sleast|two|"
    r"three|four|five|six"
    r"|seven|eight|nine|ten|several|some|\d+)\s(?:[a-z\d'’-]+\s){0,5}[a-z'’-]+)?"
)
_OFFICE: Final = (
    rf"(?P<name>[Tt]he\s(?:former\s|retired\s|local\s|\w+an\s)?(?:\w+\s){{0,2}}?(?P<role>{_TITLED}))"
    rf"(?:\sof\s(?:the\s)?(?:\w+\s){{0,3}}?{_WORD})?"
)
_BEFORE_NAME: Final = (  # whatever may stand between "murder of" and a name; no preposition, number or clause
    r"\s(?:(?!(?:in|on|at|by|near|from|to|of|with|for|after|when|while|during|and|or|that|who|at|two|"
    r"three|four|five|six"
    r"|seven|eight|nine|ten|several|many|more|some|dozens|hundreds|him|her|them|people|civilians|said|told"
    r"|says|added|reported)\s)"
    r"(?:[a-z][a-z'’-]*|U\.S\.|[A-Z]{2,6}|[A-Z]-?\d+|\w+an|\w+ish)\s){0,6}?"
    rf"(?:(?:{_TITLED})\sand\s(?:[a-z]+\s){{0,3}}?)?"  # "of senator and candidate Ana Moro"
    rf"(?:(?:{_WORD}\s){{1,3}}(?:[a-z]+\s){{0,2}}(?:{_TITLED}|rector|candidate|leader)\s)?"  # "Toluma mayor Ana Moro"
    rf"(?:(?:{_WORD}\s){{0,2}}(?i:{_TITLED}|candidate)\s)?"  # "Labour Minister Ana Moro"
)
_THE_OFFICE: Final = (
    rf"(?P<name>the\s(?:former\s|retired\s|local\s|\w+an\s)?(?:[a-z]+\s){{0,2}}?(?P<role>{_TITLED}))"
    r"(?=\s?[.,;)]|$|\s(?:of|in|at|on|and|yesterday|today|last|when|while|by|near|outside|after|during)\b)"
)
_DATED_DEED: Final = r"(?:\s(?:on|in|last|yesterday|this)\s(?:\w+\s){0,2}\w+)?"  # "the murder on 3 May of"
_ENDS: Final = (
    r"(?=\s*(?:[.,;:()\[\]\"”]|$|(?:an?|and|in|on|at|who|when|while|by|near|outside|last|yesterday|today|"
    r"tonight|during|after"
    r"|for|because|with|this|as|inside|from|to|was|is|has|had|have|were|are|will|took|that|which|\w+ed)\b))"
)
_UNREAL: Final = re.compile(
    r"\b(?:would|could|will|might|may|can|not|never|to|plan(?:s|ned)?|threat\w*|attempt\w*|if|try\w*|"
    r"tried|failed|denied)"
    r"(?:\s\w+){0,2}\s*$",
    re.I,
)
_TO_THE: Final = re.compile(r"\bto\s(?:the|this|that|his|her)\s$")  # "linked to the murder of": no infinitive
_PASSIVE_BEFORE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are|who)\s+(?:\w+ly\s+)?$", re.I)
_PLACED: Final = re.compile(r"\b(?:of|in|from|at|near|for|to|around|by)\s(?:the\s)?$", re.I)
_LEFT: Final = (
    rf"{_NAME}(?:,\s(?=[a-z\d])[^,.;\"“”]{{2,60}})?(?:,?\sand\s|,\s|;\s)"
    rf"(?:(?:his|her)\s(?:[a-z-]+\s)?)?(?:(?:{_TITLED})\s){{0,3}}$"
)
_AND: Final = re.compile(r"\sand\s(?:\S+\s){0,3}$")
# "killed Ana Moro, Ben Talo and Cara Voss": whoever comes behind the last name does nothing himself
_RIGHT: Final = (
    rf"(?P<others>(?:,\s(?:(?:{_TITLED})\s){{0,3}}{_NAME.replace('?P<name>', '?:')})*"
    rf",?\sand\s(?:(?:{_TITLED})\s){{0,3}}{_NAME.replace('?P<name>', '?:')})"
    r"(?=\s*(?:[.,;:()\"”]|$|(?:in|on|at|when|while|by|near|outside|inside|last|yesterday|during|after|who|with)\b))"
)
_EACH: Final = rf"(?:,\s|\sand\s)(?:(?:{_TITLED})\s){{0,3}}{_NAME}"
_LISTED: Final = re.compile(r"\sand\s")
_FURTHER: Final = 2_000  # code points; further than any list of names goes on
# "a colonel, a judge, and senator Ana Moro were murdered": counted on their own
_OTHERS: Final = re.compile(
    r"\b(?i:an?|another|the|two|three|four|five|\d{1,2})\s(?:[\w'’-]+\s){0,4}?[\w'’-]+,?\s"
    r"(?:(?:of|from|in)\s[^,;.]{2,40},?\s)?and\s(?:[a-z'’-]+\s){0,4}$"
)
_LONGEST_LIST: Final = 8
_NamedForm = tuple[
    re.Pattern[str], str, Aspect
]  # what a sentence must hold, the form as a pattern, and what befell
_PASSIVE: Final[tuple[_NamedForm, ...]] = tuple(
    (
        re.compile(rf"\b(?:was|were|been|is)\s[\"“]?(?:{verb})\b"),
        rf"\b{subject}{_ASIDE}{_BESIDE}{_WAS}(?:{verb})\b",
        aspect,
    )
    for verb, aspect in _DONE
    for subject in (_NAME, _OFFICE)
)
_ACTIVE: Final[tuple[_NamedForm, ...]] = (
    *(
        (re.compile(rf"\b(?:{verb})\s"), rf"\b(?:{verb}){_BEFORE_NAME}{_NAME}{_ENDS}", aspect)
        for verb, aspect in _DOING
    ),
    *(
        (re.compile(rf"\b(?:{verb})\sthe\s"), rf"\b(?:{verb})\s{_THE_OFFICE}", aspect)
        for verb, aspect in _DOING
    ),
    *(
        (re.compile(rf"\b(?:{deed})\sof\sthe\s"), rf"\b(?:{deed})\sof\s{_THE_OFFICE}", aspect)
        for deed, aspect in _DEED
    ),
    *(
        (
            re.compile(rf"\b(?:{deed})\s"),
            rf"\b(?:{deed}){_DATED_DEED}\sof{_BEFORE_NAME}{_NAME}{_ENDS}",
            aspect,
        )
        for deed, aspect in _DEED
    ),
)
_HARMING: Final[tuple[tuple[str, Aspect], ...]] = (
    (r"killed|killing|murdered|dead", "killed"),
    (r"wounded|injured|injuring|wounding", "injured"),
)
_SINGLE: Final[tuple[_NamedForm, ...]] = (
    *(  # "Ana Moro, kidnapped on Monday"
        (
            re.compile(rf",\s(?:{verb})\s"),
            rf"\b{_NAME}(?:\s[(\[][^()\[\]]{{1,40}}[)\]])?,\s(?:{verb})\s(?:on|in|by|at|last|yesterday|today|this|near|outside|\d{{1,2}}\s[A-Z])",
            aspect,
        )
        for verb, aspect in _THEN
    ),
    *(  # "killed nine carters, including Ana Moro"
        (
            re.compile(r"\bincluding\s"),
            rf"\b(?:{verb})\b[^.;:]{{2,90}}?,\sincluding{_BEFORE_NAME}{_NAME}{_ENDS}",
            aspect,
        )
        for verb, aspect in _HARMING
    ),
    # "shot Ana Moro dead", "Ana Moro's murder", "among the dead was Ana Moro"
    (re.compile(r"\sdead\b"), rf"\b(?:left|shot){_BEFORE_NAME}{_NAME}\sdead\b", "killed"),
    (
        re.compile(r"['’]s\s(?:murder|assassination|slaying|execution|killing)\b"),
        rf"\b(?P<name>{_PLAIN}(?:\s{_PLAIN}){{1,4}})['’]s\s(?:murder|assassination|slaying|execution|killing)\b",
        "killed",
    ),
    (
        re.compile(rf"\b{_AMONG}(?:dead|killed|victims)\s"),
        rf"\b{_AMONG}(?:dead|killed|victims)\s(?:was|is){_BEFORE_NAME}{_NAME}{_ENDS}",
        "killed",
    ),
    (
        re.compile(rf"\b{_AMONG}(?:wounded|injured)\s"),
        rf"\b{_AMONG}(?:wounded|injured)\s(?:was|is){_BEFORE_NAME}{_NAME}{_ENDS}",
        "injured",
    ),
)
_DEATH: Final = rf"\bdeaths?\sof{_BEFORE_NAME}{_NAME}{_ENDS}"
_DEATH_SIGN: Final = re.compile(r"\bdeaths?\sof\s")
_KILLING: Final = re.compile(
    r"\b(?:murder\w*|assassinat\w+|assassins?|killed|killers?|shot|gunned|slain|slaying|ambush\w*)\b", re.I
)
_NEARBY: Final = 900  # code points to either side in which a killing makes "the death of" somebody violent
_DEAD: Final = rf"\b{_NAME}{_ASIDE},?\s(?:who\s)?{_DIED}\b"
_HAS_DIED: Final = re.compile(rf"\s{_DIED}\b")
_VIOLENT: Final = re.compile(
    r"\b(?:shot|fired|wounded|injured|killed|murdered|gun\w*|bomb\w*|attack\w*|explo\w+|bullets?|strafed|"
    r"torture\w*|wounds|killers?|assassins?|machete\w*"
    r"|ambush\w*|blast\w*|shrapnel|stabbed|grenade)\b",
    re.I,
)
_ONE_SPACE: Final = re.compile(r"\\s(?![*+?{])")


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """The pattern, for one space or two; made for the first sentence that may need it: all take a tenth of a second."""
    return _made(_ONE_SPACE.sub(r"\\s{1,2}", source))


@cache
def _made(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Victim:
    """One person at [start, end) of a text, what befell them, and the words that say it up to `cue_end`."""

    start: int
    end: int
    aspect: Aspect
    count: Count
    cue_start: int
    cue_end: int


def find_victims(text: str, start: int, end: int) -> tuple[Victim, ...]:
    """Return the single people by name or office who came to harm in the sentence text[start:end], in order."""
    found: dict[tuple[int, Aspect], Victim] = {}
    for forms, passive in ((_PASSIVE, True), (_ACTIVE, False)):
        for sign, source, aspect in forms:
            at = start if sign.search(text, start, end) else end
            while at < end and (match := _pattern(source).search(text, at, end)) is not None:
                victims = list(_victims(text, start, match, aspect, passive=passive))
                for victim in victims:
                    found.setdefault((victim.start, victim.aspect), victim)
                at = (
                    match.end() if victims else match.end("name")
                )  # "Meanwhile, Ana Moro, a judge, was shot dead"
    for victim in (*_parted(text, start, end), *_dead(text, start, end)):
        found.setdefault((victim.start, victim.aspect), victim)
    kept = [v for v in found.values() if not any(_told_by(v, other) for other in found.values())]
    return tuple(sorted(kept, key=lambda v: (v.start, v.aspect)))


def _told_by(victim: Victim, other: Victim) -> bool:
    """Whether an office only says who the person named before it is: "Ana Moro, the mayor, was shot dead"."""
    office = victim.count.amount.words[:4].lower() == "the "
    return office and other.aspect == victim.aspect and other.start < victim.start < other.cue_end


def _parted(text: str, start: int, end: int) -> Iterator[Victim]:
    """Those whose harm stands after their name as a participle, or around it, or who have it in their genitive."""
    for sign, source, aspect in _SINGLE:
        if sign.search(text, start, end):
            for match in _pattern(source).finditer(text, start, end):
                yield from _single(text, start, match, aspect)


def _dead(text: str, start: int, end: int) -> Iterator[Victim]:
    """Those who died where the sentence tells of violence; who died in bed is no victim."""
    if _HAS_DIED.search(text, start, end) and _VIOLENT.search(text, start, end):
        for match in _made(_DEAD).finditer(text, start, end):
            named = _named_left(text, start, match.span("name"))
            if not _PLACED.search(text, max(start, named[-1][0] - 14), named[-1][0]):
                yield from _each(text, start, named, "killed", match)
    near = max(0, start - _NEARBY), min(len(text), end + _NEARBY)
    if _DEATH_SIGN.search(text, start, end) and _KILLING.search(text, *near):
        for match in _pattern(_DEATH).finditer(text, start, end):
            yield from _each(
                text, start, [match.span("name"), *_named_right(text, match.end("name"))], "killed", match
            )


def _single(text: str, start: int, match: re.Match[str], aspect: Aspect) -> Iterator[Victim]:
    first, last = match.span("name")
    if can_be_person(text, first, last) and not _PLACED.search(text, max(start, first - 14), first):
        yield Victim(first, last, aspect, _one(text, first, last, _role(text, start, first)), *match.span())


def _victims(
    text: str, start: int, match: re.Match[str], aspect: Aspect, *, passive: bool
) -> Iterator[Victim]:
    before = _TO_THE.sub("", text[start : match.start()])
    if not passive and (
        (_UNREAL.search(before) and not is_told_done(before)) or _PASSIVE_BEFORE.search(before)
    ):
        return
    if (
        not passive and match[0].endswith("s") and re.search(r"\bthe\s[\w'’-]+$", match[0])
    ):  # "of the Osmarans"
        return
    first, last = match.span("name")
    named_again = passive and re.match(r",?\swho\s", text[last : match.end()])
    if passive and not named_again and _PLACED.search(text, max(start, first - 14), first):
        return
    role = match.groupdict().get("role") or ""
    several = passive and match["was"].startswith(("were", "have"))
    if role:
        if several and not match["beside"]:
            return
        yield Victim(first, last, aspect, _one(text, first, last, role), match.start(), match.end())
        return
    named = _named_left(text, start, (first, last)) if passive else [(first, last), *_named_right(text, last)]
    outermost = named[-1][0]
    alone = several and len(named) == 1 and not match["beside"] and not _OTHERS.search(text, start, first)
    if alone or not can_be_person(text, first, last):
        return
    placed = passive and _PLACED.search(text, max(start, outermost - 14), outermost)
    if placed and not named_again:  # "fighting in Belud and Harwan were killed"
        return
    yield from _each(text, start, named, aspect, match)


def _each(
    text: str, start: int, named: Sequence[tuple[int, int]], aspect: Aspect, match: re.Match[str]
) -> Iterator[Victim]:
    """Each of those named in one list, if all are persons' names."""
    if all(can_be_person(text, at, to) for at, to in named):
        for at, to in named:
            one = _one(text, at, to, _role(text, start, at))
            yield Victim(at, to, aspect, one, min(at, match.start()), max(to, match.end()))


def _named_left(text: str, start: int, last: tuple[int, int]) -> list[tuple[int, int]]:
    """The names of the list that ends with the name at `last`, from right to left."""
    named = [last]
    if not _LISTED.search(text, start, last[0]):
        return named
    left = _made(_LEFT).search(text, start, last[0])
    if left is None or not _AND.search(text, left.start(), left.end()):
        return named  # "In Toluma, Ana Moro was shot"
    while left is not None and len(named) <= _LONGEST_LIST and can_be_person(text, *left.span("name")):
        named.append(left.span("name"))
        left = _made(_LEFT).search(text, start, named[-1][0])
    return named


def _named_right(text: str, at: int) -> list[tuple[int, int]]:
    """The names of the list that goes on at `at`, behind its first name."""
    found = _made(_RIGHT).match(text, at) if _LISTED.search(text, at, at + _FURTHER) else None
    if found is None:
        return []
    spans = [m.span("name") for m in _made(_EACH).finditer(text, at, found.end("others"))]
    return spans if all(can_be_person(text, *span) for span in spans) else []


def _one(text: str, start: int, end: int, role: str) -> Count:
    return Count(Amount(1, 1, " ".join(text[start:end].split())), PERSONS.get(role.lower(), "people"))


def _role(text: str, start: int, at: int) -> str:
    """The word for a person right before a name ("bodyguard Ana Moro")."""
    words = re.findall(r"[\w'-]+", text[max(start, at - 40) : at])
    return words[-1] if words and words[-1].lower() in PERSONS else ""
